/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of the document: merged like any record, but always there. */

#include "talks-merge-private.h"

static TalksHead *
get_head (TalksMerge     *self,
          TalksMergeSide  side)
{
  return self->sides[side] != NULL ? talks_document_get_head (self->sides[side]) : NULL;
}

/* Without a base the language is that of ours: what theirs brings says in which language it is. */
static void
keep_language (TalksHead *head,
               TalksHead *like)
{
  g_free (head->language);
  head->language = g_strdup (like->language);
}

void
talks_merge_head (TalksMerge *self)
{
  TalksHead *base = get_head (self, TALKS_SIDE_BASE);
  TalksHead *ours = get_head (self, TALKS_SIDE_OURS);
  g_autoptr (TalksHead) theirs = talks_record_copy (&get_head (self, TALKS_SIDE_THEIRS)->record);
  g_autoptr (TalksHead) into = talks_record_copy (&ours->record);
  g_autoptr (TalksChange) change = NULL;
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  TalksMergeSite site = { self, TALKS_RECORD_HEAD, NULL, NULL, path, NULL, NULL };

  if (base == NULL)
    keep_language (theirs, ours);
  talks_merge_fields (&site, talks_record_kind_get_fields (TALKS_RECORD_HEAD), base, ours, theirs, into);
  if (into->title == NULL)
    into->title = talks_text_ref (ours->title);
  if (into->language == NULL)
    keep_language (into, ours);
  change = talks_change_new ((TalksRecord *) talks_document_get_head (self->result), &into->record, -1);
  if (!talks_document_apply (self->result, change, NULL))
    g_assert_not_reached ();
}
