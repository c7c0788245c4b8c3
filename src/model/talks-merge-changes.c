/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From ours to the result, in as few changes as can be. */

#include "talks-merge-private.h"

static void
add_change (TalksMerge  *self,
            TalksRecord *before,
            TalksRecord *after,
            int          position)
{
  g_ptr_array_add (self->changes, talks_change_new (before, after, position));
}

static const char *
get_result_id (TalksMerge        *self,
               const TalksRecord *ours)
{
  const char *id = g_hash_table_lookup (self->ids[TALKS_SIDE_OURS], ours->id);

  return id != NULL ? id : ours->id;
}

/* Which records of ours stay where they are: those that keep their id, and their order to one another in the
 * result. */
static gboolean *
find_staying (TalksMerge *self,
              GPtrArray  *ours,
              GHashTable *at)
{
  g_autofree guint *numbers = g_new (guint, ours->len + 1);
  g_autofree guint *indices = g_new (guint, ours->len + 1);
  g_autofree gboolean *rising = NULL;
  gboolean *stays = g_new0 (gboolean, ours->len + 1);
  guint n = 0;

  for (guint i = 0; i < ours->len; i++)
    {
      const TalksRecord *record = ours->pdata[i];
      gpointer place;

      if (g_hash_table_contains (self->ids[TALKS_SIDE_OURS], record->id)
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

typedef struct
{
  GPtrArray *ours;
  GPtrArray *result;
  gboolean  *stays; /* of ours */
} Lists;

/* Taken from the end, so that each is at the place that it has in ours. */
static void
remove_records (TalksMerge  *self,
                const Lists *lists)
{
  for (guint i = lists->ours->len; i-- > 0;)
    {
      TalksRecord *record = lists->ours->pdata[i];

      if (lists->stays[i])
        continue;
      add_change (self, record, NULL, (int) i);
      if (talks_document_lookup_kind (self->result, record->kind, get_result_id (self, record)) == NULL)
        self->counts.n_removed++;
      else if (g_hash_table_contains (self->ids[TALKS_SIDE_OURS], record->id))
        self->counts.n_renamed++;
    }
}

/* Put in from the start, when all before it are in their places. */
static void
add_records (TalksMerge  *self,
             const Lists *lists)
{
  g_autoptr (GHashTable) staying = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lists->ours->len; i++)
    if (lists->stays[i])
      g_hash_table_insert (staying, ((TalksRecord *) lists->ours->pdata[i])->id, lists->ours->pdata[i]);
  for (guint i = 0; i < lists->result->len; i++)
    {
      TalksRecord *record = lists->result->pdata[i];
      TalksRecord *before = g_hash_table_lookup (staying, record->id);
      TalksRecord *mapped = talks_document_lookup_kind (self->sides[TALKS_SIDE_OURS], record->kind, record->id);

      if (before == NULL)
        add_change (self, NULL, record, (int) i);
      else if (!talks_record_equal (before, record))
        add_change (self, before, record, -1);
      self->counts.n_added += mapped == NULL;
      self->counts.n_changed += mapped != NULL && !talks_record_equal (mapped, record);
    }
}

void
talks_merge_make_changes (TalksMerge *self)
{
  Lists lists[TALKS_RECORD_HEAD + 1];

  self->counts = (TalksMergeCounts) { 0 };
  g_ptr_array_set_size (self->changes, 0);
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      g_autoptr (GHashTable) at = g_hash_table_new (g_str_hash, g_str_equal);

      lists[kind].ours = talks_document_get_records (self->given[TALKS_SIDE_OURS], kind);
      lists[kind].result = talks_document_get_records (self->result, kind);
      for (guint i = 0; i < lists[kind].result->len; i++)
        g_hash_table_insert (at, ((TalksRecord *) lists[kind].result->pdata[i])->id, GUINT_TO_POINTER (i));
      lists[kind].stays = find_staying (self, lists[kind].ours, at);
      remove_records (self, &lists[kind]);
    }
  /* An id may come back in another list: first all are gone that go. */
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      add_records (self, &lists[kind]);
      g_free (lists[kind].stays);
    }
}
