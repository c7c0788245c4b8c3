/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records: which of them are in the result, each from up to three, and in which order. */

#include "talks-merge-private.h"

/* ---- both tellings of an event ---- */

static gboolean
has_account (const TalksEvent   *event,
             const TalksAccount *account)
{
  for (guint i = 0; i < event->accounts->len; i++)
    {
      const TalksAccount *other = event->accounts->pdata[i];

      if (talks_text_equal (other->claim, account->claim)
          && g_strcmp0 (other->date != NULL ? talks_date_get_text (other->date) : NULL,
                        account->date != NULL ? talks_date_get_text (account->date) : NULL) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What side tells in a field, as an account of into: a text as it is, a date with the title of the event on that
 * day. */
static void
add_account (const TalksField *field,
             const TalksEvent *side,
             TalksEvent       *into)
{
  const gboolean is_date = field->type == TALKS_FIELD_DATE;
  TalksText *claim = is_date ? side->title : TALKS_FIELD_VALUE (field, side, TalksText *);
  g_autoptr (TalksAccount) account = g_new0 (TalksAccount, 1);

  account->claim = talks_text_ref (claim);
  account->date = is_date ? talks_date_ref (side->date) : NULL;
  account->sources = g_strdupv (side->sources);
  if (!has_account (into, account))
    g_ptr_array_add (into->accounts, g_steal_pointer (&account));
}

/* ---- one record ---- */

static TalksMergeSite *
site_new (TalksMerge        *merge,
          const TalksRecord *ours)
{
  TalksMergeSite *site = g_new0 (TalksMergeSite, 1);

  site->merge = merge;
  site->kind = ours->kind;
  site->id = ours->id;
  site->title = talks_merge_dup_title (merge, ours);
  site->path = g_ptr_array_new ();
  site->told = g_ptr_array_new ();
  site->second = g_ptr_array_new ();
  return site;
}

static void
site_free (TalksMergeSite *site)
{
  g_free (site->title);
  g_ptr_array_unref (site->path);
  g_ptr_array_unref (site->told);
  g_ptr_array_unref (site->second);
  g_free (site);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksMergeSite, site_free)

/* What theirs says where it does not fit, as a record of its own. */
static TalksRecord *
make_second (TalksMergeSite    *site,
             const TalksRecord *merged,
             const TalksRecord *theirs)
{
  TalksRecord *second = talks_record_copy (merged);

  g_free (second->id);
  second->id = talks_merge_find_id (site->merge, merged->id);
  for (guint i = 0; i < site->second->len; i++)
    talks_field_copy (site->second->pdata[i], theirs, second);
  return second;
}

/* *second is set to a record that goes behind the merged one, if there is to be one. */
static TalksRecord *
merge_fields (TalksMerge         *self,
              TalksRecord        *base,
              TalksRecord        *ours,
              TalksRecord        *theirs,
              TalksRecord       **second)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (ours->kind);
  g_autoptr (TalksMergeSite) site = site_new (self, ours);
  TalksRecord *into = talks_record_copy (ours);

  talks_merge_fields (site, set, base, ours, theirs, into);
  for (guint i = 0; i < site->told->len; i++)
    {
      add_account (site->told->pdata[i], (TalksEvent *) ours, (TalksEvent *) into);
      add_account (site->told->pdata[i], (TalksEvent *) theirs, (TalksEvent *) into);
    }
  if (site->second->len > 0)
    *second = make_second (site, into, theirs);
  if (talks_record_equal (into, ours))
    {
      talks_record_unref (into);
      return talks_record_ref (ours);
    }
  return into;
}

/* ---- removed records ---- */

static TalksConflict *
new_removed_conflict (TalksMerge        *self,
                      TalksConflictType  type,
                      const TalksRecord *base,
                      const TalksRecord *ours,
                      const TalksRecord *theirs)
{
  TalksConflict *conflict = talks_conflict_new (type, base->kind, base->id, "");

  conflict->title = talks_merge_dup_title (self, base);
  if (ours != NULL)
    conflict->ours = talks_merge_list_differences (base, ours);
  if (theirs != NULL)
    conflict->theirs = talks_merge_list_differences (base, theirs);
  return conflict;
}

/* Whether a side gave the record another id, which is a change too. */
static gboolean
is_renamed (TalksMerge        *self,
            TalksMergeSide     side,
            const TalksRecord *record)
{
  return talks_document_lookup_kind (self->given[TALKS_SIDE_BASE], record->kind, record->id) == NULL
         && talks_document_lookup (self->given[side], record->id) != NULL;
}

/* A record of the base that one side has no longer. NULL when it is not to be in the result. */
static TalksRecord *
merge_removed (TalksMerge  *self,
               TalksRecord *base,
               TalksRecord *ours,
               TalksRecord *theirs)
{
  const TalksMergeSide side = ours != NULL ? TALKS_SIDE_OURS : TALKS_SIDE_THEIRS;
  const TalksMergeChoice keeping = ours != NULL ? TALKS_MERGE_OURS : TALKS_MERGE_THEIRS;
  TalksRecord *kept = ours != NULL ? ours : theirs;
  TalksConflict *conflict;

  if (g_hash_table_contains (self->needed, base->id))
    {
      conflict = new_removed_conflict (self, TALKS_CONFLICT_NEEDED, base, ours, theirs);
      conflict->choices = 1u << keeping;
      conflict->choice = keeping;
      talks_merge_note (self, conflict);
      return talks_record_ref (kept);
    }
  if (talks_record_equal (base, kept) && !is_renamed (self, side, kept))
    return NULL;
  conflict = new_removed_conflict (self, TALKS_CONFLICT_REMOVED, base, ours, theirs);
  conflict->choices = CHOICE (OURS) | CHOICE (THEIRS);
  conflict->choice = keeping;
  return talks_merge_note (self, conflict) == keeping ? talks_record_ref (kept) : NULL;
}

/* ---- all records ---- */

/* A reference; NULL when it is not to be in the result. Each of the three may be NULL. */
static TalksRecord *
merge_record (TalksMerge   *self,
              TalksRecord  *base,
              TalksRecord  *ours,
              TalksRecord  *theirs,
              TalksRecord **second)
{
  TalksRecord *any = ours != NULL ? ours : theirs;
  gpointer choice;

  if (ours == NULL || theirs == NULL)
    return base != NULL ? merge_removed (self, base, ours, theirs) : talks_record_ref (any);
  if (g_hash_table_lookup_extended (self->whole, ours->id, NULL, &choice))
    return talks_record_ref (GPOINTER_TO_INT (choice) == TALKS_MERGE_OURS ? ours : theirs);
  if (talks_record_equal (ours, theirs) || (base != NULL && talks_record_equal (base, theirs)))
    return talks_record_ref (ours);
  if (base != NULL && talks_record_equal (base, ours) && g_hash_table_size (self->forced) == 0)
    return talks_record_ref (theirs);
  return merge_fields (self, base, ours, theirs, second);
}

static GPtrArray *
list_ids (TalksDocument   *document,
          TalksRecordKind  kind)
{
  GPtrArray *records = talks_document_get_records (document, kind);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids, ((TalksRecord *) records->pdata[i])->id);
  return ids;
}

static void
add_to_result (TalksMerge  *self,
               TalksRecord *record)
{
  g_autoptr (TalksChange) change = talks_change_new (NULL, record, -1);

  if (!talks_document_apply (self->result, change, NULL))
    g_assert_not_reached ();
}

static GPtrArray *
choose_order (TalksMerge      *self,
              TalksRecordKind  kind,
              GPtrArray       *base,
              GPtrArray       *ours,
              GPtrArray       *theirs,
              GHashTable      *members)
{
  gboolean clash;
  GPtrArray *order = talks_merge_order (base, ours, theirs, members, FALSE, &clash);
  TalksConflict *conflict;

  if (!clash)
    return order;
  conflict = talks_conflict_new (TALKS_CONFLICT_ORDER, kind, NULL, "");
  conflict->choices = CHOICE (OURS) | CHOICE (THEIRS);
  if (talks_merge_note (self, conflict) == TALKS_MERGE_OURS)
    return order;
  g_ptr_array_unref (order);
  return talks_merge_order (base, ours, theirs, members, TRUE, &clash);
}

static void
merge_kind (TalksMerge      *self,
            TalksRecordKind  kind)
{
  TalksDocument *base = self->sides[TALKS_SIDE_BASE];
  TalksDocument *ours = self->sides[TALKS_SIDE_OURS];
  TalksDocument *theirs = self->sides[TALKS_SIDE_THEIRS];
  g_autoptr (GPtrArray) base_ids = base != NULL ? list_ids (base, kind) : NULL;
  g_autoptr (GPtrArray) our_ids = list_ids (ours, kind);
  g_autoptr (GPtrArray) their_ids = list_ids (theirs, kind);
  g_autoptr (GHashTable) merged = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, talks_record_unref);
  g_autoptr (GHashTable) seconds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, talks_record_unref);
  g_autoptr (GPtrArray) order = NULL;

  for (TalksMergeSide side = TALKS_SIDE_OURS; side < TALKS_N_SIDES; side++)
    {
      GPtrArray *ids = side == TALKS_SIDE_OURS ? our_ids : their_ids;

      for (guint i = 0; i < ids->len; i++)
        {
          const char *id = ids->pdata[i];
          TalksRecord *second = NULL;
          TalksRecord *record;

          if (side == TALKS_SIDE_THEIRS && talks_document_lookup_kind (ours, kind, id) != NULL)
            continue;
          record = merge_record (self, base != NULL ? talks_document_lookup_kind (base, kind, id) : NULL,
                                 talks_document_lookup_kind (ours, kind, id),
                                 talks_document_lookup_kind (theirs, kind, id), &second);
          if (record != NULL)
            g_hash_table_insert (merged, (gpointer) id, record);
          if (second != NULL)
            g_hash_table_insert (seconds, (gpointer) id, second);
        }
    }
  order = choose_order (self, kind, base_ids, our_ids, their_ids, merged);
  for (guint i = 0; i < order->len; i++)
    {
      TalksRecord *second = g_hash_table_lookup (seconds, order->pdata[i]);

      add_to_result (self, g_hash_table_lookup (merged, order->pdata[i]));
      if (second != NULL)
        add_to_result (self, second);
    }
}

void
talks_merge_records (TalksMerge *self)
{
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    merge_kind (self, kind);
}
