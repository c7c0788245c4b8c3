/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which records of the three documents are one, and which id it has in the result.
 *
 * One is what has one id and one kind in the base and in a side, what a side gave another id, and what is joined.
 * Ids in the result are given out in this order: those of ours that no side renamed; those of the base; those that
 * theirs added. Whoever comes to an id that is taken gets it with a number. */

#include "talks-merge-private.h"

typedef struct
{
  TalksRecordKind    kind;
  const TalksRecord *records[TALKS_N_SIDES]; /* as given; any may be NULL, not all */
  const char        *wanted; /* the id it is to have; borrowed */
  gboolean           told;   /* a conflict says that it gets another one */
  char              *id;     /* the id it has */
} Identity;

typedef struct
{
  TalksMerge *merge;
  GPtrArray  *identities; /* of Identity, in the order in which they get ids */
  GHashTable *of_ours;    /* TalksRecord of ours → Identity */
  GHashTable *of_theirs;
} Pairing;

static void
identity_free (Identity *identity)
{
  g_free (identity->id);
  g_free (identity);
}

static Identity *
add_identity (Pairing           *pairing,
              const TalksRecord *base,
              const TalksRecord *ours,
              const TalksRecord *theirs)
{
  Identity *identity = g_new0 (Identity, 1);
  const TalksRecord *any = ours != NULL ? ours : theirs != NULL ? theirs : base;

  identity->kind = any->kind;
  identity->records[TALKS_SIDE_BASE] = base;
  identity->records[TALKS_SIDE_OURS] = ours;
  identity->records[TALKS_SIDE_THEIRS] = theirs;
  identity->wanted = any->id;
  g_ptr_array_add (pairing->identities, identity);
  if (ours != NULL)
    g_hash_table_insert (pairing->of_ours, (gpointer) ours, identity);
  if (theirs != NULL)
    g_hash_table_insert (pairing->of_theirs, (gpointer) theirs, identity);
  return identity;
}

/* ---- records of the base ---- */

static const TalksRecord *
find_in_side (TalksDocument     *side,
              GHashTable        *renames,
              const TalksRecord *base)
{
  const char *id = g_hash_table_lookup (renames, base->id);

  return talks_document_lookup_kind (side, base->kind, id != NULL ? id : base->id);
}

/* Both sides gave it another id, and not the same. */
static const char *
choose_id (Pairing           *pairing,
           const TalksRecord *base,
           const TalksRecord *ours,
           const TalksRecord *theirs)
{
  TalksConflict *conflict = talks_conflict_new (TALKS_CONFLICT_RENAMED, base->kind, base->id, "id");

  conflict->title = talks_merge_dup_title (pairing->merge, ours);
  conflict->base = g_strdup (base->id);
  conflict->ours = g_strdup (ours->id);
  conflict->theirs = g_strdup (theirs->id);
  conflict->choices = CHOICE (OURS) | CHOICE (THEIRS);
  return talks_merge_note (pairing->merge, conflict) == TALKS_MERGE_OURS ? ours->id : theirs->id;
}

static void
pair_with_base (Pairing *pairing)
{
  TalksDocument *base = pairing->merge->given[TALKS_SIDE_BASE];
  TalksDocument *ours = pairing->merge->given[TALKS_SIDE_OURS];
  TalksDocument *theirs = pairing->merge->given[TALKS_SIDE_THEIRS];
  g_autoptr (GHashTable) our_renames = talks_merge_find_renames (base, ours);
  g_autoptr (GHashTable) their_renames = talks_merge_find_renames (base, theirs);

  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (base, kind);

      for (guint i = 0; i < records->len; i++)
        {
          const TalksRecord *b = records->pdata[i];
          const TalksRecord *o = find_in_side (ours, our_renames, b);
          const TalksRecord *t = find_in_side (theirs, their_renames, b);
          Identity *identity = add_identity (pairing, b, o, t);

          if (o == NULL || t == NULL || g_str_equal (t->id, b->id) || g_str_equal (t->id, o->id))
            continue;
          identity->wanted = g_str_equal (o->id, b->id) ? t->id : choose_id (pairing, b, o, t);
        }
    }
}

/* ---- records that were added ---- */

static GPtrArray *
list_added (TalksDocument   *side,
            GHashTable      *known,
            TalksRecordKind  kind)
{
  GPtrArray *records = talks_document_get_records (side, kind);
  GPtrArray *added = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    if (!g_hash_table_contains (known, records->pdata[i]))
      g_ptr_array_add (added, records->pdata[i]);
  return added;
}

/* Both sides added a record of that id, and not the same. */
static void
pair_added_twice (Pairing           *pairing,
                  const TalksRecord *ours,
                  const TalksRecord *theirs)
{
  TalksMerge *merge = pairing->merge;
  TalksConflict *conflict = talks_conflict_new (TALKS_CONFLICT_ADDED, ours->kind, ours->id, "");
  TalksMergeChoice choice;
  Identity *identity;

  conflict->title = talks_merge_dup_title (merge, ours);
  conflict->ours = talks_merge_dup_title (merge, ours);
  conflict->theirs = talks_merge_dup_title (merge, theirs);
  conflict->choices = CHOICE (OURS) | CHOICE (THEIRS) | CHOICE (BOTH) | CHOICE (JOIN);
  conflict->choice = TALKS_MERGE_BOTH;
  choice = talks_merge_note (merge, conflict);
  if (choice == TALKS_MERGE_BOTH)
    {
      add_identity (pairing, NULL, ours, NULL);
      identity = add_identity (pairing, NULL, NULL, theirs);
      identity->told = TRUE;
      return;
    }
  add_identity (pairing, NULL, ours, theirs);
  if (choice != TALKS_MERGE_JOIN)
    g_hash_table_insert (merge->whole, g_strdup (ours->id), GINT_TO_POINTER (choice));
}

/* What may be one record stays two until somebody says so. */
static void
offer_pairs (Pairing         *pairing,
             TalksRecordKind  kind,
             GPtrArray       *ours,
             GPtrArray       *theirs)
{
  g_autoptr (GArray) pairs = talks_merge_find_alike (pairing->merge, kind, ours, theirs);

  for (guint i = 0; i < pairs->len; i++)
    {
      const TalksLikeness *pair = &g_array_index (pairs, TalksLikeness, i);
      TalksConflict *conflict = talks_conflict_new (TALKS_CONFLICT_ALIKE, kind, pair->ours->id, "");

      conflict->other = g_strdup (pair->theirs->id);
      conflict->title = talks_merge_dup_title (pairing->merge, pair->ours);
      conflict->ours = talks_merge_dup_title (pairing->merge, pair->ours);
      conflict->theirs = talks_merge_dup_title (pairing->merge, pair->theirs);
      conflict->score = pair->score;
      conflict->choices = CHOICE (BOTH) | CHOICE (JOIN);
      conflict->choice = TALKS_MERGE_BOTH;
      if (talks_merge_note (pairing->merge, conflict) != TALKS_MERGE_JOIN)
        continue;
      g_ptr_array_remove (ours, (gpointer) pair->ours);
      g_ptr_array_remove (theirs, (gpointer) pair->theirs);
      add_identity (pairing, NULL, pair->ours, pair->theirs);
    }
}

static void
pair_added (Pairing         *pairing,
            TalksRecordKind  kind)
{
  TalksMerge *merge = pairing->merge;
  g_autoptr (GPtrArray) ours = list_added (merge->given[TALKS_SIDE_OURS], pairing->of_ours, kind);
  g_autoptr (GPtrArray) only_ours = g_ptr_array_new ();
  g_autoptr (GPtrArray) only_theirs = NULL;

  for (guint i = 0; i < ours->len; i++)
    {
      const TalksRecord *o = ours->pdata[i];
      const TalksRecord *t = talks_document_lookup_kind (merge->given[TALKS_SIDE_THEIRS], kind, o->id);

      if (t == NULL || g_hash_table_contains (pairing->of_theirs, t))
        g_ptr_array_add (only_ours, (gpointer) o);
      else if (merge->given[TALKS_SIDE_BASE] == NULL || talks_record_equal (o, t))
        add_identity (pairing, NULL, o, t);
      else
        pair_added_twice (pairing, o, t);
    }
  only_theirs = list_added (merge->given[TALKS_SIDE_THEIRS], pairing->of_theirs, kind);
  offer_pairs (pairing, kind, only_ours, only_theirs);
  for (guint i = 0; i < only_ours->len; i++)
    add_identity (pairing, NULL, only_ours->pdata[i], NULL);
  for (guint i = 0; i < only_theirs->len; i++)
    add_identity (pairing, NULL, NULL, only_theirs->pdata[i]);
}

/* ---- ids ---- */

static gboolean
keeps_our_id (const Identity *identity)
{
  const TalksRecord *ours = identity->records[TALKS_SIDE_OURS];

  return ours != NULL && g_str_equal (ours->id, identity->wanted);
}

/* Theirs goes under another id, because ours has that one for something else. */
static void
tell_of_new_id (Pairing        *pairing,
                const Identity *identity)
{
  const TalksRecord *theirs = identity->records[TALKS_SIDE_THEIRS];
  TalksConflict *conflict = talks_conflict_new (TALKS_CONFLICT_ADDED, identity->kind, identity->wanted, "");

  conflict->other = g_strdup (identity->id);
  conflict->title = talks_merge_dup_title (pairing->merge, theirs);
  conflict->theirs = g_strdup (conflict->title);
  conflict->choices = CHOICE (BOTH);
  conflict->choice = TALKS_MERGE_BOTH;
  talks_merge_note (pairing->merge, conflict);
}

static void
give_ids (Pairing *pairing)
{
  TalksMerge *merge = pairing->merge;

  for (guint i = 0; i < pairing->identities->len; i++)
    {
      Identity *identity = pairing->identities->pdata[i];

      if (keeps_our_id (identity))
        identity->id = talks_merge_take_id (merge, identity->wanted);
    }
  for (guint i = 0; i < pairing->identities->len; i++)
    {
      Identity *identity = pairing->identities->pdata[i];
      const TalksRecord *ours = identity->records[TALKS_SIDE_OURS];

      if (identity->id != NULL)
        continue;
      /* Ours has what theirs renamed under its old id still: better that than a third one. */
      identity->id = talks_merge_take_id (merge, ours != NULL && g_hash_table_contains (merge->taken, identity->wanted)
                                                 ? ours->id : identity->wanted);
      if (identity->records[TALKS_SIDE_THEIRS] != NULL && !identity->told && !g_str_equal (identity->id, identity->wanted))
        tell_of_new_id (pairing, identity);
    }
  for (guint i = 0; i < pairing->identities->len; i++)
    {
      const Identity *identity = pairing->identities->pdata[i];

      for (TalksMergeSide side = 0; side < TALKS_N_SIDES; side++)
        if (identity->records[side] != NULL && !g_str_equal (identity->records[side]->id, identity->id))
          g_hash_table_insert (merge->ids[side], g_strdup (identity->records[side]->id), g_strdup (identity->id));
    }
}

/* The conflicts so far name ids as they were. */
static void
name_as_in_result (TalksMerge *merge)
{
  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      TalksConflict *conflict = merge->conflicts->pdata[i];
      const char *id = NULL;

      if (conflict->type == TALKS_CONFLICT_RENAMED && merge->ids[TALKS_SIDE_BASE] != NULL)
        id = g_hash_table_lookup (merge->ids[TALKS_SIDE_BASE], conflict->id);
      if (id != NULL)
        {
          g_free (conflict->id);
          conflict->id = g_strdup (id);
        }
      if (conflict->type == TALKS_CONFLICT_ADDED && conflict->other == NULL && conflict->choice == TALKS_MERGE_BOTH)
        conflict->other = g_strdup (g_hash_table_lookup (merge->ids[TALKS_SIDE_THEIRS], conflict->id));
      if (conflict->type == TALKS_CONFLICT_ALIKE)
        {
          const char *other = g_hash_table_lookup (merge->ids[TALKS_SIDE_THEIRS], conflict->other);

          if (other != NULL)
            {
              g_free (conflict->other);
              conflict->other = g_strdup (other);
            }
        }
    }
}

/* Texts without a language are in that of their document; in another document they have to say so. */
static const char *
get_tag (TalksMerge *merge)
{
  const char *theirs = talks_document_get_language (merge->given[TALKS_SIDE_THEIRS]);

  if (merge->given[TALKS_SIDE_BASE] != NULL
      || g_ascii_strcasecmp (theirs, talks_document_get_language (merge->given[TALKS_SIDE_OURS])) == 0)
    return NULL;
  return theirs;
}

void
talks_merge_pair (TalksMerge *self)
{
  g_autoptr (GPtrArray) identities = g_ptr_array_new_with_free_func ((GDestroyNotify) identity_free);
  g_autoptr (GHashTable) of_ours = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) of_theirs = g_hash_table_new (NULL, NULL);
  Pairing pairing = { self, identities, of_ours, of_theirs };

  if (self->given[TALKS_SIDE_BASE] != NULL)
    pair_with_base (&pairing);
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    pair_added (&pairing, kind);
  give_ids (&pairing);
  name_as_in_result (self);
  for (TalksMergeSide side = 0; side < TALKS_N_SIDES; side++)
    if (self->given[side] != NULL)
      self->sides[side] = talks_merge_map_ids (self->given[side], self->ids[side],
                                               side == TALKS_SIDE_THEIRS ? get_tag (self) : NULL);
}
