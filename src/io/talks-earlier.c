/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-earlier.h"

#include "talks-document-reader-private.h"
#include "talks-json-node.h"
#include "talks-record-write.h"

#include <string.h>

#define MAX_EARLIER 200 /* of one record */

/* ---- one of them ---- */

static void
earlier_clear (gpointer data)
{
  TalksEarlier *self = data;

  g_clear_pointer (&self->record, talks_record_unref);
  g_bytes_unref (self->text);
  g_free (self->pointer);
  g_hash_table_unref (self->left_out);
}

TalksEarlier *
talks_earlier_ref (TalksEarlier *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
talks_earlier_unref (TalksEarlier *self)
{
  g_atomic_rc_box_release_full (self, earlier_clear);
}

TalksEarlier *
talks_earlier_new (TalksRecordKind  kind,
                   GBytes          *text)
{
  g_autoptr (TalksJsonScan) scan = NULL;
  g_autoptr (TalksJsonReport) report = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (TalksRecord) record = NULL;
  TalksEarlier *self;
  const char *value;
  size_t length;
  guint n;

  g_return_val_if_fail (kind < TALKS_N_RECORD_KINDS, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  scan = talks_json_scan_new (text, NULL, TALKS_DOCUMENT_MAX_RECORD_SIZE, NULL);
  if (scan == NULL)
    return NULL;
  talks_json_scan_get_irregularities (scan, &n);
  value = talks_json_scan_find (scan, "", &length);
  if (n > 0 || *value != '{' || length != g_bytes_get_size (text))
    return NULL;
  node = talks_json_node_new (value, length);
  report = talks_json_report_new ();
  record = talks_read_record (report, kind, json_node_get_object (node));
  if (record == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (TalksEarlier);
  self->record = g_steal_pointer (&record);
  self->text = g_bytes_ref (text);
  self->pointer = g_strdup ("");
  self->left_out = g_hash_table_ref (report->left_out);
  return self;
}

/* ---- tables ---- */

static GPtrArray *
get_list (GHashTable *table,
          const char *id)
{
  GPtrArray *list = g_hash_table_lookup (table, id);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_earlier_unref);
      g_hash_table_insert (table, g_strdup (id), list);
    }
  return list;
}

GHashTable *
talks_earlier_table_new (const TalksReading *base)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer id;
  gpointer list;

  if (base == NULL || base->earlier == NULL)
    return table;
  g_hash_table_iter_init (&iter, base->earlier);
  while (g_hash_table_iter_next (&iter, &id, &list))
    for (guint i = 0; i < ((GPtrArray *) list)->len; i++)
      g_ptr_array_add (get_list (table, id), talks_earlier_ref (((GPtrArray *) list)->pdata[i]));
  return table;
}

/* Takes earlier over. */
static void
put (GHashTable   *table,
     TalksEarlier *earlier)
{
  GPtrArray *list = get_list (table, earlier->record->id);

  /* What comes again takes the place of what was. */
  for (guint i = list->len; i-- > 0;)
    if (talks_record_equal (((TalksEarlier *) list->pdata[i])->record, earlier->record))
      g_ptr_array_remove_index (list, i);
  if (list->len >= MAX_EARLIER)
    g_ptr_array_remove_index (list, 0);
  g_ptr_array_add (list, earlier);
}

static gboolean
is_written_so (const TalksRecord     *record,
               TalksJsonSlice         text,
               const TalksJsonLayout *layout)
{
  g_autoptr (GString) anew = talks_record_to_text (record, layout);

  return anew->len == text.length && memcmp (anew->str, text.text, text.length) == 0;
}

void
talks_earlier_table_add (GHashTable            *table,
                         const TalksReading    *base,
                         TalksRecord           *record,
                         const char            *pointer,
                         TalksJsonSlice         text,
                         const TalksJsonLayout *anew)
{
  TalksEarlier *earlier = g_atomic_rc_box_new0 (TalksEarlier);

  earlier->record = talks_record_ref (record);
  earlier->text = g_bytes_new (text.text, text.length);
  earlier->pointer = g_strdup (pointer);
  earlier->left_out = g_hash_table_ref (base->left_out);
  earlier->is_plain = anew != NULL && is_written_so (record, text, anew);
  put (table, earlier);
}

static guint
count_differences (const TalksRecord *a,
                   const TalksRecord *b)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (a->kind);
  guint n = 0;

  for (guint i = 0; i < set->n_fields; i++)
    n += !talks_field_equal (&set->fields[i], a, b);
  return n;
}

TalksEarlier *
talks_earlier_table_find (GHashTable        *table,
                          const TalksRecord *record,
                          const TalksRecord *in_file,
                          gboolean          *same)
{
  GPtrArray *list = table != NULL ? g_hash_table_lookup (table, record->id) : NULL;
  TalksEarlier *nearest = NULL;
  guint least = list != NULL && in_file != NULL ? count_differences (in_file, record) : G_MAXUINT;

  *same = FALSE;
  for (guint i = list != NULL ? list->len : 0; i-- > 0 && !*same;)
    {
      TalksEarlier *earlier = list->pdata[i];
      guint n;

      if (earlier->record->kind != record->kind)
        continue;
      *same = talks_record_equal (earlier->record, record);
      n = *same ? 0 : count_differences (earlier->record, record);
      if (!*same && n >= least)
        continue;
      nearest = earlier;
      least = n;
    }
  return nearest;
}

/* ---- those of a reading ---- */

/* What the writer would make record from, unless the file or the record itself says all that is in it. */
static TalksEarlier *
find_needed (const TalksReading *reading,
             const TalksRecord  *record)
{
  const TalksRecord *in_file = talks_document_lookup_kind (reading->as_read, record->kind, record->id);
  TalksEarlier *earlier;
  gboolean same;

  if (in_file != NULL && talks_record_equal (in_file, record))
    return NULL;
  earlier = talks_earlier_table_find (reading->earlier, record, in_file, &same);
  return earlier != NULL && !earlier->is_plain ? earlier : NULL;
}

GPtrArray *
talks_reading_list_earlier (const TalksReading *reading,
                            GPtrArray          *changes,
                            int                 direction)
{
  g_autoptr (GPtrArray) texts = NULL;

  g_return_val_if_fail (reading != NULL, NULL);
  g_return_val_if_fail (changes != NULL, NULL);

  if (reading->earlier == NULL || g_hash_table_size (reading->earlier) == 0)
    return NULL;
  texts = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_earlier_unref);
  for (guint i = 0; i < changes->len; i++)
    {
      const TalksChange *change = changes->pdata[i];
      const TalksRecord *record = direction > 0 ? talks_change_get_after (change) : talks_change_get_before (change);
      TalksEarlier *earlier = record != NULL && record->kind != TALKS_RECORD_HEAD ? find_needed (reading, record) : NULL;

      if (earlier != NULL)
        g_ptr_array_add (texts, talks_earlier_ref (earlier));
    }
  return texts->len > 0 ? g_steal_pointer (&texts) : NULL;
}

void
talks_reading_add_earlier (TalksReading *reading,
                           GPtrArray    *texts)
{
  g_return_if_fail (reading != NULL);
  g_return_if_fail (texts != NULL);

  if (reading->earlier == NULL)
    reading->earlier = talks_earlier_table_new (NULL);
  for (guint i = 0; i < texts->len; i++)
    put (reading->earlier, talks_earlier_ref (texts->pdata[i]));
}
