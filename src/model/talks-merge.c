/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-merge-private.h"

/* Each round mends what the one before brought to light; what is wrong after so many stays to be seen. */
#define MAX_ROUNDS 8

/* ---- conflicts ---- */

TalksConflict *
talks_conflict_new (TalksConflictType  type,
                    TalksRecordKind    kind,
                    const char        *id,
                    const char        *field)
{
  TalksConflict *conflict = g_new0 (TalksConflict, 1);

  conflict->type = type;
  conflict->kind = kind;
  conflict->id = g_strdup (id);
  conflict->field = g_strdup (field);
  return conflict;
}

void
talks_conflict_free (TalksConflict *conflict)
{
  g_free (conflict->id);
  g_free (conflict->other);
  g_free (conflict->title);
  g_free (conflict->field);
  g_free (conflict->pointer);
  g_free (conflict->base);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_free (conflict->key);
  g_free (conflict);
}

TalksMergeChoice
talks_merge_note (TalksMerge    *self,
                  TalksConflict *conflict)
{
  gpointer choice;

  g_assert (conflict->choices & (1u << conflict->choice));

  if (conflict->title == NULL)
    conflict->title = g_strdup ("");
  conflict->key = g_strdup_printf ("%d:%d:%s:%s:%s", conflict->type, conflict->kind,
                                   conflict->id != NULL ? conflict->id : "",
                                   conflict->other != NULL ? conflict->other : "", conflict->field);
  if (g_hash_table_lookup_extended (self->choices, conflict->key, NULL, &choice)
      && conflict->choices & (1u << GPOINTER_TO_INT (choice)))
    conflict->choice = (TalksMergeChoice) GPOINTER_TO_INT (choice);
  g_ptr_array_add (self->conflicts, conflict);
  return conflict->choice;
}

/* ---- a run ---- */

static void
clear_run (TalksMerge *self)
{
  for (TalksMergeSide side = 0; side < TALKS_N_SIDES; side++)
    {
      g_clear_object (&self->sides[side]);
      g_clear_pointer (&self->from[side], g_hash_table_unref);
      g_hash_table_remove_all (self->ids[side]);
    }
  g_hash_table_remove_all (self->taken);
  g_hash_table_remove_all (self->whole);
  g_hash_table_remove_all (self->needed);
  g_hash_table_remove_all (self->forced);
  g_ptr_array_set_size (self->conflicts, 0);
  g_ptr_array_set_size (self->changes, 0);
  g_clear_object (&self->result);
}

static void
ensure_run (TalksMerge *self)
{
  if (self->has_run)
    return;
  clear_run (self);
  talks_merge_pair (self);
  self->n_pair_conflicts = self->conflicts->len;
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      g_ptr_array_set_size (self->conflicts, (int) self->n_pair_conflicts);
      g_clear_object (&self->result);
      self->result = talks_document_new ();
      talks_merge_head (self);
      talks_merge_records (self);
      if (!talks_merge_check (self))
        break;
    }
  talks_merge_place_conflicts (self);
  talks_merge_make_changes (self);
  self->has_run = TRUE;
}

/* ---- the merge ---- */

TalksMerge *
talks_merge_new (TalksDocument *base,
                 TalksDocument *ours,
                 TalksDocument *theirs)
{
  TalksMerge *self;

  g_return_val_if_fail (base == NULL || TALKS_IS_DOCUMENT (base), NULL);
  g_return_val_if_fail (TALKS_IS_DOCUMENT (ours), NULL);
  g_return_val_if_fail (TALKS_IS_DOCUMENT (theirs), NULL);

  self = g_new0 (TalksMerge, 1);
  self->given[TALKS_SIDE_BASE] = base != NULL ? g_object_ref (base) : NULL;
  self->given[TALKS_SIDE_OURS] = g_object_ref (ours);
  self->given[TALKS_SIDE_THEIRS] = g_object_ref (theirs);
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (TalksMergeSide side = 0; side < TALKS_N_SIDES; side++)
    self->ids[side] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->needed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->forced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_conflict_free);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  return self;
}

void
talks_merge_free (TalksMerge *self)
{
  if (self == NULL)
    return;
  clear_run (self);
  for (TalksMergeSide side = 0; side < TALKS_N_SIDES; side++)
    {
      g_clear_object (&self->given[side]);
      g_hash_table_unref (self->ids[side]);
    }
  g_hash_table_unref (self->choices);
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->whole);
  g_hash_table_unref (self->needed);
  g_hash_table_unref (self->forced);
  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

GPtrArray *
talks_merge_get_conflicts (TalksMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  ensure_run (self);
  return self->conflicts;
}

guint
talks_merge_count_conflicts (TalksMerge *self)
{
  GPtrArray *conflicts = talks_merge_get_conflicts (self);
  guint n = 0;

  for (guint i = 0; i < conflicts->len; i++)
    n += ((TalksConflict *) conflicts->pdata[i])->type != TALKS_CONFLICT_ALIKE;
  return n;
}

void
talks_merge_choose (TalksMerge       *self,
                    const char       *key,
                    TalksMergeChoice  choice)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL);
  g_return_if_fail (choice <= TALKS_MERGE_JOIN);

  g_hash_table_insert (self->choices, g_strdup (key), GINT_TO_POINTER (choice));
  self->has_run = FALSE;
}

TalksDocument *
talks_merge_get_result (TalksMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  ensure_run (self);
  return self->result;
}

GPtrArray *
talks_merge_get_changes (TalksMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  ensure_run (self);
  return self->changes;
}

TalksMergeCounts
talks_merge_get_counts (TalksMerge *self)
{
  g_return_val_if_fail (self != NULL, (TalksMergeCounts) { 0 });

  ensure_run (self);
  return self->counts;
}

/* id in the result → id in the document, where it is another. */
static GHashTable *
ensure_from (TalksMerge     *self,
             TalksMergeSide  side)
{
  GHashTableIter iter;
  gpointer id;
  gpointer in_result;

  if (self->from[side] != NULL)
    return self->from[side];
  self->from[side] = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&iter, self->ids[side]);
  while (g_hash_table_iter_next (&iter, &id, &in_result))
    g_hash_table_insert (self->from[side], in_result, id);
  return self->from[side];
}

const char *
talks_merge_get_id_in (TalksMerge     *self,
                       TalksMergeSide  side,
                       const char     *id)
{
  TalksRecord *record;
  const char *other;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (side < TALKS_N_SIDES, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  ensure_run (self);
  record = self->sides[side] != NULL ? talks_document_lookup (self->sides[side], id) : NULL;
  if (record == NULL)
    return NULL;
  other = g_hash_table_lookup (ensure_from (self, side), id);
  return other != NULL ? other : record->id;
}
