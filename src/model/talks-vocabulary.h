/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that a document chooses from (tasks of people, relations of events …), and what the reader calls them.
 * Tasks, relations and sides are open: a document may have words beside these. */

#pragma once

#include "talks-record.h"

G_BEGIN_DECLS

/* A word as the document spells it. label is N_("…"). */
typedef struct
{
  const char *word;
  const char *label;
  const char *inverse; /* of relations, seen from the other event: N_("Continued by"); else NULL */
} TalksWord;

/* Each ends with a NULL word. */
extern const TalksWord talks_certainty_words[];
extern const TalksWord talks_presence_words[];
extern const TalksWord talks_task_words[];
extern const TalksWord talks_relation_words[];
extern const TalksWord talks_party_kind_words[];
extern const TalksWord talks_side_words[];
extern const TalksWord talks_mark_words[];
extern const TalksWord talks_motivation_words[]; /* of annotations */

/* NULL when word, which may be NULL, is not of the vocabulary. */
const TalksWord *talks_words_find         (const TalksWord *words,
                                           const char      *word);

/* "head of delegation"; a word that is not of the vocabulary is given back. NULL for NULL and "". */
const char      *talks_task_to_words      (const char      *task);

/* "absent", "by remote link", "presence unclear"; NULL for present, of which nothing is to be said. */
const char      *talks_presence_to_words  (TalksPresence    presence);

/* "confirmed", "reported", "disputed". */
const char      *talks_certainty_to_words (TalksCertainty   certainty);

G_END_DECLS
