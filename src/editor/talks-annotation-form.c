/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations: W3C Web Annotations on records, or on a passage in one. */

#include "talks-form-kinds.h"

#include <glib/gi18n-lib.h>

#include "talks-annotation-field.h"
#include "talks-history.h"
#include "talks-passage-field.h"

/* Those whom the document names already. */
static void
collect_creators (const TalksFormContext *context,
                  GPtrArray              *words,
                  GPtrArray              *labels)
{
  GPtrArray *annotations = talks_document_get_records (talks_session_get_document (context->session),
                                                       TALKS_RECORD_ANNOTATION);

  for (guint i = 0; i < annotations->len && words->len < 20; i++)
    {
      const char *creator = ((const TalksAnnotation *) annotations->pdata[i])->creator;

      if (creator == NULL || g_ptr_array_find_with_equal_func (words, creator, g_str_equal, NULL))
        continue;
      g_ptr_array_add (words, g_strdup (creator));
      g_ptr_array_add (labels, g_strdup (creator));
    }
}

static const TalksFormRow rows[] = {
  { .field = "target", .label = N_("About"), .missing = N_("Choose the record that the annotation is about.") },
  { .field = "exact", .label = N_("Passage"), .make = talks_passage_field_new },
  { .field = "motivation", .label = N_("Purpose"), .words = talks_motivation_words },
  { .field = "body", .label = N_("Text"), .flags = TALKS_ROW_MULTILINE, .missing = N_("Write the annotation.") },
  { .field = "creator", .label = N_("Author"), .collect = collect_creators,
    .help = N_("The time is noted by itself.") },
  { NULL },
};

static void
prepare (const TalksFormContext *context)
{
  TalksAnnotation *annotation = (TalksAnnotation *) context->draft;
  const TalksRecord *selected = talks_session_get_selection (context->session);
  const char *author = talks_history_get_author (talks_session_get_history (context->session));

  if (annotation->motivation == NULL)
    annotation->motivation = g_strdup ("commenting");
  if (annotation->creator == NULL)
    annotation->creator = g_strdup (author);
  if (annotation->target == NULL && selected != NULL)
    annotation->target = g_strdup (selected->id);
}

static void
finish (const TalksFormContext *context)
{
  TalksAnnotation *annotation = (TalksAnnotation *) context->draft;

  if (context->adding)
    {
      g_free (annotation->created);
      annotation->created = talks_annotation_dup_now ();
      return;
    }
  g_free (annotation->modified);
  annotation->modified = talks_annotation_dup_now ();
}

const TalksFormKind talks_annotation_form = {
  .kind = TALKS_RECORD_ANNOTATION,
  .add_title = N_("Add an Annotation"),
  .edit_title = N_("Edit Annotation"),
  .add_step = N_("Add the annotation “%s”"),
  .edit_step = N_("Change the annotation “%s”"),
  .rows = rows,
  .prepare = prepare,
  .finish = finish,
};
