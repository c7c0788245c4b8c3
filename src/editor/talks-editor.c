/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-editor.h"

#include <glib/gi18n-lib.h>

#include "talks-form-draft.h"
#include "talks-form-kinds.h"

/* NULL: there is none of that kind. */
static GtkWidget *
new_editing_form (GtkWindow    *parent,
                  TalksSession *session,
                  TalksRecord  *record)
{
  const TalksFormKind *kind = talks_form_kind_get (record->kind);

  return kind != NULL ? talks_form_new (parent, session, kind, record, NULL) : NULL;
}

void
talks_editor_edit (GtkWindow    *parent,
                   TalksSession *session,
                   TalksRecord  *record)
{
  GtkWidget *form;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (TALKS_IS_SESSION (session));
  g_return_if_fail (record != NULL);

  form = new_editing_form (parent, session, record);
  if (form != NULL)
    gtk_window_present (GTK_WINDOW (form));
}

static void
added_cb (TalksSession *session,
          TalksRecord  *record)
{
  /* An annotation is seen at what it is about; where a record cannot be looked at, what was stays in view. */
  const char *id = record->kind == TALKS_RECORD_ANNOTATION ? ((TalksAnnotation *) record)->target : record->id;
  const TalksRecord *seen = talks_document_lookup (talks_session_get_document (session), id);

  if (seen != NULL
      && (seen->kind == TALKS_RECORD_EVENT || seen->kind == TALKS_RECORD_POSITION || seen->kind == TALKS_RECORD_SOURCE))
    talks_session_select (session, id);
}

/* NULL: there is none of that kind. */
static GtkWidget *
new_adding_form (GtkWindow       *parent,
                 TalksSession    *session,
                 TalksRecordKind  kind,
                 TalksRecord     *prefill)
{
  const TalksFormKind *form_kind = talks_form_kind_get (kind);
  GtkWidget *form;

  if (form_kind == NULL)
    return NULL;
  form = talks_form_new (parent, session, form_kind, NULL, prefill);
  g_signal_connect_object (form, "applied", G_CALLBACK (added_cb), session, G_CONNECT_SWAPPED);
  return form;
}

void
talks_editor_add (GtkWindow       *parent,
                  TalksSession    *session,
                  TalksRecordKind  kind,
                  TalksRecord     *prefill)
{
  GtkWidget *form;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (TALKS_IS_SESSION (session));
  g_return_if_fail (prefill == NULL || prefill->kind == kind);

  form = new_adding_form (parent, session, kind, prefill);
  if (form != NULL)
    gtk_window_present (GTK_WINDOW (form));
}

/* ---- going on ---- */

GtkWidget *
talks_editor_resume (GtkWindow        *parent,
                     TalksSession     *session,
                     const TalksDraft *held)
{
  TalksRecord *record = NULL;
  GtkWidget *form;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TALKS_IS_SESSION (session), NULL);
  g_return_val_if_fail (held != NULL, NULL);

  if (held->before != NULL)
    record = talks_document_lookup_same (talks_session_get_document (session), held->before);
  if (record != NULL && record->kind == held->before->kind)
    form = new_editing_form (parent, session, record);
  else
    form = new_adding_form (parent, session, held->after->kind, NULL);
  if (form == NULL)
    return NULL;
  /* Else the form has found it by itself. */
  if (held->before != NULL && talks_form_get_context (TALKS_FORM (form))->adding)
    {
      talks_form_resume (TALKS_FORM (form), held);
      talks_draft_remove (held->origin, held->before->kind, held->before->id);
    }
  gtk_window_present (GTK_WINDOW (form));
  return form;
}

char *
talks_editor_name_draft (const TalksDraft *held,
                         const char       *lang)
{
  const TalksFormKind *kind;
  const char *title;

  g_return_val_if_fail (held != NULL, NULL);

  kind = talks_form_kind_get (held->after->kind);
  title = talks_record_get_title (held->after, lang);
  if (kind == NULL)
    return g_strdup (title);
  /* A record without a title gives its id for one, which means nothing before it is added. */
  if (title == held->after->id)
    return g_strdup (held->before == NULL ? _(kind->add_title) : _(kind->edit_title));
  return talks_form_draft_name_step (held->before == NULL ? kind->add_step : kind->edit_step, title);
}
