/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "talks-record-id.h"

/* In characters, of a title in the name of a step. */
#define MAX_TITLE 60

/* ---- languages ---- */

typedef struct
{
  GPtrArray *tags;
  guint      n_plain;
  guint      n_tagged;
} Languages;

static void
add_tag (GPtrArray  *tags,
         const char *tag)
{
  for (guint i = 0; i < tags->len; i++)
    if (g_ascii_strcasecmp (tags->pdata[i], tag) == 0)
      return;
  g_ptr_array_add (tags, g_strdup (tag));
}

static void
count_text (Languages       *languages,
            const TalksText *text)
{
  const char * const *tags;

  if (text == NULL)
    return;
  tags = talks_text_get_languages (text);
  if (tags[0] == NULL)
    languages->n_plain++;
  else
    languages->n_tagged++;
  for (guint i = 0; tags[i] != NULL; i++)
    add_tag (languages->tags, tags[i]);
}

static void
count_texts (Languages           *languages,
             const TalksFieldSet *set,
             gconstpointer        owner)
{
  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (field->type == TALKS_FIELD_TEXT)
        count_text (languages, TALKS_FIELD_VALUE (field, owner, TalksText *));
      else if (field->type == TALKS_FIELD_STRUCT && TALKS_FIELD_VALUE (field, owner, gpointer) != NULL)
        count_texts (languages, field->parts, TALKS_FIELD_VALUE (field, owner, gpointer));
      else if (field->type == TALKS_FIELD_LIST)
        {
          GPtrArray *list = TALKS_FIELD_VALUE (field, owner, GPtrArray *);

          for (guint j = 0; j < list->len; j++)
            count_texts (languages, field->parts, g_ptr_array_index (list, j));
        }
    }
}

static void
find_languages (TalksFormContext *context)
{
  TalksDocument *document = talks_session_get_document (context->session);
  Languages languages = { g_ptr_array_new_with_free_func (g_free) };

  add_tag (languages.tags, talks_document_get_language (document));
  for (guint kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, (TalksRecordKind) kind);

      for (guint i = 0; i < records->len; i++)
        count_texts (&languages, talks_record_kind_get_fields ((TalksRecordKind) kind), g_ptr_array_index (records, i));
    }
  context->languages = languages.tags;
  context->tagged = languages.n_tagged > languages.n_plain;
}

/* ---- the context ---- */

void
talks_form_draft_init_context (TalksFormContext *context,
                               TalksSession     *session,
                               TalksRecordKind   kind,
                               TalksRecord      *record,
                               TalksRecord      *prefill)
{
  g_return_if_fail (context != NULL);

  context->session = g_object_ref (session);
  context->adding = record == NULL;
  if (record != NULL)
    context->draft = talks_record_copy (record);
  else if (prefill != NULL)
    context->draft = talks_record_copy (prefill);
  else
    context->draft = talks_record_new (kind, "new");
  find_languages (context);
  if (record == NULL)
    talks_form_draft_set_id (talks_session_get_document (session), context->draft);
}

void
talks_form_draft_clear_context (TalksFormContext *context)
{
  g_return_if_fail (context != NULL);

  g_clear_object (&context->session);
  g_clear_pointer (&context->draft, talks_record_unref);
  g_clear_pointer (&context->languages, g_ptr_array_unref);
}

/* ---- adding ---- */

static TalksDate *
get_date (const TalksRecord *record)
{
  if (record->kind == TALKS_RECORD_EVENT)
    return ((const TalksEvent *) record)->date;
  if (record->kind == TALKS_RECORD_POSITION)
    return ((const TalksPosition *) record)->date;
  if (record->kind == TALKS_RECORD_SOURCE)
    return ((const TalksSource *) record)->issued;
  return NULL;
}

void
talks_form_draft_set_id (TalksDocument *document,
                         TalksRecord   *draft)
{
  const char *title;
  char *id;

  g_return_if_fail (draft != NULL);

  /* A record without a title gives its id for one. */
  title = talks_record_get_title (draft, "en");
  id = talks_record_make_id (document, draft->kind, title != draft->id ? title : NULL, get_date (draft));
  g_free (draft->id);
  draft->id = id;
}

int
talks_form_draft_find_position (TalksDocument     *document,
                                const TalksRecord *draft)
{
  GPtrArray *records = talks_document_get_records (document, draft->kind);
  const TalksDate *date = get_date (draft);
  const TalksDate *last = NULL;
  int position = 0;

  if (date == NULL || draft->kind == TALKS_RECORD_SOURCE)
    return -1;
  for (guint i = 0; i < records->len; i++)
    {
      const TalksDate *other = get_date (g_ptr_array_index (records, i));

      if (last != NULL && talks_date_get_sort_day (last) > talks_date_get_sort_day (other))
        return -1;
      if (talks_date_get_sort_day (other) <= talks_date_get_sort_day (date))
        position = (int) i + 1;
      last = other;
    }
  return position;
}

/* The format is one of ours, checked by gettext like any other. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
char *
talks_form_draft_name_step (const char *format,
                            const char *title)
{
  g_autofree char *start = NULL;

  g_return_val_if_fail (format != NULL && title != NULL, NULL);

  if (g_utf8_strlen (title, -1) <= MAX_TITLE)
    return g_strdup_printf (_(format), title);
  start = g_utf8_substring (title, 0, MAX_TITLE - 1);
  {
    g_autofree char *cut = g_strconcat (g_strchomp (start), "…", NULL);

    return g_strdup_printf (_(format), cut);
  }
}
#pragma GCC diagnostic pop
