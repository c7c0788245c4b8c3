/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that one side gave another id.
 *
 * Of those that are gone and those that have come, two are one when they are called the same and most of what they
 * say is the same. */

#include "talks-merge-private.h"

#define MIN_SHARE 0.6
#define MAX_NAMED 64 /* of one name are looked at */

/* How much of what either says both say, 0 … 1. Words of a vocabulary are always there and say little. One that says
 * nothing is like no other. */
static double
get_share (const TalksRecord *a,
           const TalksRecord *b)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (a->kind);
  guint n_said = 0;
  guint n_same = 0;

  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (field->type == TALKS_FIELD_WORD || (talks_field_is_absent (field, a) && talks_field_is_absent (field, b)))
        continue;
      n_said++;
      n_same += talks_field_equal (field, a, b);
    }
  return n_said > 0 ? (double) n_same / n_said : 0;
}

/* NULL when it is called by its id, which says nothing. */
static const char *
get_name (const TalksRecord *record)
{
  const char *title = talks_record_get_title (record, NULL);

  return *title == '\0' || g_str_equal (title, record->id) ? NULL : title;
}

/* Records of a kind in document that have no record of their id and kind in other, by what they are called. */
static GHashTable *
list_unmatched (TalksDocument   *document,
                TalksDocument   *other,
                TalksRecordKind  kind)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *records = talks_document_get_records (document, kind);

  for (guint i = 0; i < records->len; i++)
    {
      const TalksRecord *record = records->pdata[i];
      const char *name = get_name (record);
      GPtrArray *named;

      if (name == NULL || talks_document_lookup_kind (other, kind, record->id) != NULL)
        continue;
      named = g_hash_table_lookup (found, name);
      if (named == NULL)
        {
          named = g_ptr_array_new ();
          g_hash_table_insert (found, (gpointer) name, named);
        }
      g_ptr_array_add (named, (gpointer) record);
    }
  return found;
}

/* Takes the one that is most like record out of named; NULL when none is. */
static const TalksRecord *
take_best (GPtrArray         *named,
           const TalksRecord *record)
{
  const TalksRecord *best = NULL;
  double best_share = MIN_SHARE;
  guint best_at = 0;

  for (guint i = 0; i < MIN (named->len, MAX_NAMED); i++)
    {
      double share = get_share (record, named->pdata[i]);

      if (share > best_share || (best == NULL && share >= best_share))
        {
          best = named->pdata[i];
          best_share = share;
          best_at = i;
        }
    }
  if (best != NULL)
    g_ptr_array_remove_index (named, best_at);
  return best;
}

GHashTable *
talks_merge_find_renames (TalksDocument *base,
                          TalksDocument *side)
{
  GHashTable *renames = g_hash_table_new (g_str_hash, g_str_equal);

  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GHashTable) come = list_unmatched (side, base, kind);
      GPtrArray *records = talks_document_get_records (base, kind);

      for (guint i = 0; i < records->len && g_hash_table_size (come) > 0; i++)
        {
          const TalksRecord *record = records->pdata[i];
          const char *name = get_name (record);
          GPtrArray *named = name != NULL ? g_hash_table_lookup (come, name) : NULL;
          const TalksRecord *found;

          if (named == NULL || talks_document_lookup_kind (side, kind, record->id) != NULL)
            continue;
          found = take_best (named, record);
          if (found != NULL)
            g_hash_table_insert (renames, record->id, found->id);
        }
    }
  return renames;
}
