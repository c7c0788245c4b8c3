/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stood in the file before: who undoes after saving gets back all of a record, with what Talks does not
 * understand in it. */

#include "talks-document-writer-private.h"

#define MAX_EARLIER 200 /* of one record */

static void
earlier_clear (gpointer data)
{
  TalksEarlier *earlier = data;

  talks_record_unref (earlier->record);
  g_bytes_unref (earlier->text);
  g_free (earlier->pointer);
  g_hash_table_unref (earlier->left_out);
}

static void
earlier_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, earlier_clear);
}

static GPtrArray *
get_list (GHashTable *table,
          const char *id)
{
  GPtrArray *list = g_hash_table_lookup (table, id);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (earlier_unref);
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
      g_ptr_array_add (get_list (table, id), g_atomic_rc_box_acquire (((GPtrArray *) list)->pdata[i]));
  return table;
}

void
talks_earlier_table_add (GHashTable         *table,
                         const TalksReading *base,
                         TalksRecord        *record,
                         const char         *pointer,
                         const char         *text,
                         size_t              length)
{
  GPtrArray *list = get_list (table, record->id);
  TalksEarlier *earlier = g_atomic_rc_box_new0 (TalksEarlier);

  /* What comes again takes the place of what was. */
  for (guint i = list->len; i-- > 0;)
    if (talks_record_equal (((TalksEarlier *) list->pdata[i])->record, record))
      g_ptr_array_remove_index (list, i);
  if (list->len >= MAX_EARLIER)
    g_ptr_array_remove_index (list, 0);
  earlier->record = talks_record_ref (record);
  earlier->text = g_bytes_new (text, length);
  earlier->pointer = g_strdup (pointer);
  earlier->left_out = g_hash_table_ref (base->left_out);
  g_ptr_array_add (list, earlier);
}

const TalksEarlier *
talks_earlier_table_find (GHashTable        *table,
                          const TalksRecord *record,
                          gboolean          *same)
{
  GPtrArray *list = table != NULL ? g_hash_table_lookup (table, record->id) : NULL;
  const TalksEarlier *latest = NULL;

  *same = FALSE;
  for (guint i = list != NULL ? list->len : 0; i-- > 0 && !*same;)
    {
      const TalksEarlier *earlier = list->pdata[i];

      if (earlier->record->kind != record->kind)
        continue;
      *same = talks_record_equal (earlier->record, record);
      if (latest == NULL || *same)
        latest = earlier;
    }
  return latest;
}
