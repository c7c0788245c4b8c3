/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of the document: merged like a record. */

#include "talks-merge-private.h"

static const TalksField head_fields[] = {
  { "title", TALKS_FIELD_TEXT, offsetof (TalksMergeHead, title), .required = TRUE },
  { "description", TALKS_FIELD_TEXT, offsetof (TalksMergeHead, description) },
  { "language", TALKS_FIELD_STRING, offsetof (TalksMergeHead, language), .required = TRUE },
  { "license", TALKS_FIELD_STRING, offsetof (TalksMergeHead, license) },
};
static const TalksFieldSet head_set = {
  head_fields, G_N_ELEMENTS (head_fields), sizeof (TalksMergeHead), (GDestroyNotify) talks_merge_head_free
};

const TalksFieldSet *
talks_merge_head_get_fields (void)
{
  return &head_set;
}

TalksMergeHead *
talks_merge_head_new (TalksDocument *document)
{
  TalksMergeHead *head = g_new0 (TalksMergeHead, 1);
  TalksText *description = talks_document_get_description (document);

  head->title = talks_text_ref (talks_document_get_title (document));
  head->description = description != NULL ? talks_text_ref (description) : NULL;
  head->language = g_strdup (talks_document_get_language (document));
  head->license = g_strdup (talks_document_get_license (document));
  return head;
}

void
talks_merge_head_free (TalksMergeHead *head)
{
  g_clear_pointer (&head->title, talks_text_unref);
  g_clear_pointer (&head->description, talks_text_unref);
  g_free (head->language);
  g_free (head->license);
  g_free (head);
}

/* Without a base the language is that of ours: what theirs brings says in which language it is. */
static void
keep_language (TalksMergeHead *head,
               TalksMergeHead *like)
{
  g_free (head->language);
  head->language = g_strdup (like->language);
}

void
talks_merge_head (TalksMerge *self)
{
  TalksDocument *base_document = self->sides[TALKS_SIDE_BASE];
  g_autoptr (TalksMergeHead) base = base_document != NULL ? talks_merge_head_new (base_document) : NULL;
  g_autoptr (TalksMergeHead) ours = talks_merge_head_new (self->sides[TALKS_SIDE_OURS]);
  g_autoptr (TalksMergeHead) theirs = talks_merge_head_new (self->sides[TALKS_SIDE_THEIRS]);
  g_autoptr (TalksMergeHead) into = talks_field_set_copy (&head_set, ours);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  TalksMergeSite site = { self, TALKS_N_RECORD_KINDS, NULL, NULL, path, NULL, NULL };

  if (base == NULL)
    keep_language (theirs, ours);
  if (!(self->flags & TALKS_MERGE_KEEP_HEAD))
    talks_merge_fields (&site, &head_set, base, ours, theirs, into);
  talks_document_set_head (self->result, into->title != NULL ? into->title : ours->title, into->description,
                           into->language != NULL ? into->language : ours->language, into->license);
}

gboolean
talks_merge_changes_head (TalksMerge *self)
{
  g_autoptr (TalksMergeHead) ours = NULL;
  g_autoptr (TalksMergeHead) result = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  result = talks_merge_head_new (talks_merge_get_result (self));
  ours = talks_merge_head_new (self->given[TALKS_SIDE_OURS]);
  return !talks_field_set_equal (&head_set, ours, result);
}
