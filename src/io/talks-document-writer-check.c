/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was written, read again: is it the document? */

#include "talks-document-writer-private.h"

#include "talks-error.h"
#include "talks-gettext.h"

#include <string.h>

/* ---- records ---- */

/* Notes the fields that differ. FALSE when all of them were noted before: it is of no use. */
static gboolean
note_differences (const TalksRecord *now,
                  const TalksRecord *read,
                  GHashTable        *anew)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (now->kind);
  TalksFieldMask *mask = g_hash_table_lookup (anew, now->id);
  TalksFieldMask found = 0;

  for (guint i = 0; i < set->n_fields; i++)
    if (!talks_field_equal (&set->fields[i], now, read))
      found |= (TalksFieldMask) 1 << i;
  if (mask == NULL)
    {
      mask = g_new0 (TalksFieldMask, 1);
      g_hash_table_insert (anew, g_strdup (now->id), mask);
    }
  if ((found & ~*mask) == 0)
    return FALSE;
  *mask |= found;
  return TRUE;
}

/* For a document without a title or a language the reader finds one. */
static gboolean
check_head (TalksDocument       *document,
            const TalksReading  *reading,
            GHashTable          *anew,
            gboolean            *again,
            GError             **error)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (TALKS_RECORD_HEAD);
  const TalksHead *now = talks_document_get_head (document);
  const TalksHead *read = talks_document_get_head (reading->document);
  const TalksField *wrong = NULL;

  for (guint i = 0; i < set->n_fields && wrong == NULL; i++)
    if (!talks_field_equal (&set->fields[i], now, read)
        && !(set->fields[i].required && talks_field_is_absent (&set->fields[i], now)))
      wrong = &set->fields[i];
  if (wrong == NULL)
    return TRUE;
  if (!note_differences (&now->record, &read->record, anew))
    {
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_FAILED,
                   _("Nothing was written, since the “%s” of the document would not be read back as it is."),
                   wrong->name);
      return FALSE;
    }
  *again = TRUE;
  return TRUE;
}

/* Says which record of the two lists is not in the other. Always FALSE. */
static gboolean
fail_at_record (TalksDocument       *document,
                TalksDocument       *read,
                TalksRecordKind      kind,
                GError             **error)
{
  GPtrArray *records = talks_document_get_records (document, kind);
  GPtrArray *found = talks_document_get_records (read, kind);

  for (guint i = 0; i < found->len; i++)
    {
      const TalksRecord *record = g_ptr_array_index (found, i);

      if (talks_document_lookup_kind (document, kind, record->id) != NULL)
        continue;
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_FAILED,
                   _("Nothing was written, since the file has another entry with the id “%s”, which would take the "
                     "place of the removed one. Give it an id of its own in the file."), record->id);
      return FALSE;
    }
  for (guint i = 0; i < records->len; i++)
    {
      const TalksRecord *record = g_ptr_array_index (records, i);

      if (i < found->len && talks_document_lookup_kind (read, kind, record->id) == g_ptr_array_index (found, i))
        continue;
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_FAILED,
                   _("Nothing was written, since the record “%s” would not be read back as it is."), record->id);
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
check_records (TalksDocument       *document,
               const TalksReading  *reading,
               TalksRecordKind      kind,
               GHashTable          *anew,
               gboolean            *again,
               GError             **error)
{
  GPtrArray *records = talks_document_get_records (document, kind);
  GPtrArray *found = talks_document_get_records (reading->document, kind);
  gboolean same = records->len == found->len;

  for (guint i = 0; same && i < records->len; i++)
    same = strcmp (((TalksRecord *) records->pdata[i])->id, ((TalksRecord *) found->pdata[i])->id) == 0;
  if (!same)
    return fail_at_record (document, reading->document, kind, error);

  for (guint i = 0; i < records->len; i++)
    {
      const TalksRecord *record = g_ptr_array_index (records, i);

      if (talks_record_equal (record, found->pdata[i]))
        continue;
      if (!note_differences (record, found->pdata[i], anew))
        {
          g_set_error (error, TALKS_ERROR, TALKS_ERROR_FAILED,
                       _("Nothing was written, since the record “%s” would not be read back as it is."),
                       record->id);
          return FALSE;
        }
      *again = TRUE;
    }
  return TRUE;
}

/* ---- what is in no record ---- */

static guint
count_left_out (const TalksReading *reading,
                const char         *pointer)
{
  const GArray *left_out = g_hash_table_lookup (reading->left_out, pointer);

  return left_out != NULL ? left_out->len : 0;
}

static const char *
find_left_out (const TalksReading *reading,
               const char         *pointer,
               guint               index,
               size_t             *length)
{
  const GArray *left_out = g_hash_table_lookup (reading->left_out, pointer);
  g_autofree char *element = g_strdup_printf ("%s/%u", pointer, g_array_index (left_out, guint, index));

  return talks_json_scan_find (reading->scan, element, length);
}

/* The elements that base left out are those that reading leaves out, in whatever order. */
static gboolean
check_left_out (const TalksReading  *base,
                const TalksReading  *reading,
                TalksRecordKind      kind,
                GError             **error)
{
  const char *list = talks_record_kind_to_list (kind);
  g_autofree char *pointer = g_strconcat ("/", list, NULL);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                        (GDestroyNotify) g_bytes_unref, NULL);
  guint n = count_left_out (base, pointer);
  gboolean same = n == count_left_out (reading, pointer);

  for (guint i = 0; same && i < n; i++)
    {
      size_t length;
      const char *text = find_left_out (reading, pointer, i, &length);

      g_hash_table_add (found, g_bytes_new_static (text, length));
    }
  for (guint i = 0; same && i < n; i++)
    {
      size_t length;
      const char *text = find_left_out (base, pointer, i, &length);
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);

      same = g_hash_table_contains (found, bytes);
    }
  if (!same)
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_FAILED,
                 _("Nothing was written, since an entry of “%s” that Talks cannot read would be lost."), list);
  return same;
}

gboolean
talks_document_check_written (TalksDocument       *document,
                              const TalksReading  *base,
                              const TalksReading  *reading,
                              GHashTable          *anew,
                              gboolean            *again,
                              GError             **error)
{
  *again = FALSE;
  if (!check_head (document, reading, anew, again, error))
    return FALSE;
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    if (!check_records (document, reading, kind, anew, again, error)
        || (base != NULL && !check_left_out (base, reading, kind, error)))
      return FALSE;
  return TRUE;
}
