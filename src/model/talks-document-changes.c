/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From one document to another, in as few changes as can be. */

#include "talks-document-private.h"

#include "talks-merge-private.h"

typedef struct
{
  GPtrArray *from;
  GPtrArray *to;
  gboolean  *stays; /* of from */
} Lists;

static void
add_change (GPtrArray   *changes,
            TalksRecord *before,
            TalksRecord *after,
            int          position)
{
  g_ptr_array_add (changes, talks_change_new (before, after, position));
}

/* Which records stay where they are: those that are in both, and in the same order to one another. */
static gboolean *
find_staying (GPtrArray  *from,
              GHashTable *at,
              GHashTable *moved)
{
  g_autofree guint *numbers = g_new (guint, from->len + 1);
  g_autofree guint *indices = g_new (guint, from->len + 1);
  g_autofree gboolean *rising = NULL;
  gboolean *stays = g_new0 (gboolean, from->len + 1);
  guint n = 0;

  for (guint i = 0; i < from->len; i++)
    {
      const TalksRecord *record = from->pdata[i];
      gpointer place;

      if ((moved != NULL && g_hash_table_contains (moved, record->id))
          || !g_hash_table_lookup_extended (at, record->id, NULL, &place))
        continue;
      indices[n] = i;
      numbers[n++] = GPOINTER_TO_UINT (place);
    }
  rising = talks_merge_find_rising (numbers, n);
  for (guint i = 0; i < n; i++)
    stays[indices[i]] = rising[i];
  return stays;
}

/* Taken from the end, so that each is at the place that it has at first. */
static void
remove_records (GPtrArray   *changes,
                const Lists *lists)
{
  for (guint i = lists->from->len; i-- > 0;)
    if (!lists->stays[i])
      add_change (changes, lists->from->pdata[i], NULL, (int) i);
}

/* Put in from the start, when all before it are in their places. */
static void
add_records (GPtrArray   *changes,
             const Lists *lists)
{
  g_autoptr (GHashTable) staying = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lists->from->len; i++)
    if (lists->stays[i])
      g_hash_table_insert (staying, ((TalksRecord *) lists->from->pdata[i])->id, lists->from->pdata[i]);
  for (guint i = 0; i < lists->to->len; i++)
    {
      TalksRecord *record = lists->to->pdata[i];
      TalksRecord *before = g_hash_table_lookup (staying, record->id);

      if (before == NULL)
        add_change (changes, NULL, record, (int) i);
      else if (!talks_record_equal (before, record))
        add_change (changes, before, record, -1);
    }
}

GPtrArray *
talks_document_list_changes_but (TalksDocument *from,
                                 TalksDocument *to,
                                 GHashTable    *moved)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  Lists lists[TALKS_RECORD_HEAD + 1];

  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      g_autoptr (GHashTable) at = g_hash_table_new (g_str_hash, g_str_equal);

      lists[kind].from = talks_document_get_records (from, kind);
      lists[kind].to = talks_document_get_records (to, kind);
      for (guint i = 0; i < lists[kind].to->len; i++)
        g_hash_table_insert (at, ((TalksRecord *) lists[kind].to->pdata[i])->id, GUINT_TO_POINTER (i));
      lists[kind].stays = find_staying (lists[kind].from, at, moved);
      remove_records (changes, &lists[kind]);
    }
  /* An id may come back in another list: first all are gone that go. */
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      add_records (changes, &lists[kind]);
      g_free (lists[kind].stays);
    }
  return changes;
}

GPtrArray *
talks_document_list_changes (TalksDocument *from,
                             TalksDocument *to)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (from), NULL);
  g_return_val_if_fail (TALKS_IS_DOCUMENT (to), NULL);

  return talks_document_list_changes_but (from, to, NULL);
}
