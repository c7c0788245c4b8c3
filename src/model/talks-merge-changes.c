/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From ours to the result, and how many records that changes. */

#include "talks-merge-private.h"

#include "talks-document-private.h"

static const char *
get_result_id (TalksMerge        *self,
               const TalksRecord *ours)
{
  const char *id = g_hash_table_lookup (self->ids[TALKS_SIDE_OURS], ours->id);

  return id != NULL ? id : ours->id;
}

static void
count_kind (TalksMerge      *self,
            TalksRecordKind  kind)
{
  GPtrArray *ours = talks_document_get_records (self->given[TALKS_SIDE_OURS], kind);
  GPtrArray *result = talks_document_get_records (self->result, kind);

  for (guint i = 0; i < ours->len; i++)
    {
      const TalksRecord *record = ours->pdata[i];

      if (talks_document_lookup_kind (self->result, kind, get_result_id (self, record)) == NULL)
        self->counts.n_removed++;
      else if (g_hash_table_contains (self->ids[TALKS_SIDE_OURS], record->id))
        self->counts.n_renamed++;
    }
  for (guint i = 0; i < result->len; i++)
    {
      TalksRecord *record = result->pdata[i];
      TalksRecord *mapped = talks_document_lookup_kind (self->sides[TALKS_SIDE_OURS], kind, record->id);

      self->counts.n_added += mapped == NULL;
      self->counts.n_changed += mapped != NULL && !talks_record_equal (mapped, record);
    }
}

void
talks_merge_make_changes (TalksMerge *self)
{
  self->counts = (TalksMergeCounts) { 0 };
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    count_kind (self, kind);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = talks_document_list_changes_but (self->given[TALKS_SIDE_OURS], self->result,
                                                   self->ids[TALKS_SIDE_OURS]);
}
