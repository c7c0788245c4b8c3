/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search over the words of a document.
 *
 * The query is split into words; a record matches when each word occurs in it, compared without
 * case and without accents ("dolmabahce" finds Dolmabahçe, "Erdogan" Erdoğan). Searched are events,
 * participants, positions, parties, topics, sources and annotations, in every language of the
 * document; positions also by the names of their party, speaker and topic. Dates match by their
 * EDTF text and by their words. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

typedef struct
{
  TalksRecord *record;  /* a reference */
  char        *excerpt; /* some words around the first match, one line; "" when only a date, a
                         * title or the name of another record matches */
  int          score;   /* higher is better; matches in titles and names count most */
} TalksHit;

void       talks_hit_free  (TalksHit      *hit);

/* Text as it is compared: compatibility-decomposed, without marks, case folded; dotless and dotted
 * i are one letter, so are all dashes, all apostrophes and all kinds of space. text is valid UTF-8.
 * Free with g_free(). */
char      *talks_query_fold (const char   *text);

/* TRUE when each word of folded_query occurs in folded. Both as of talks_query_fold(). */
gboolean   talks_query_match (const char *folded_query,
                              const char *folded);

/* The words of a document in the state it had when the index was taken. Immutable to its users and
 * reference-counted; a worker may search it while the window edits. */
typedef struct _TalksQueryIndex TalksQueryIndex;

/* The index of the document's present state. Quick: texts are folded by the first search, and
 * those of records that did not change since the last index are not folded again. The document
 * keeps it until it changes. Returns a reference for the caller. */
TalksQueryIndex *talks_query_index_get   (TalksDocument         *document);
void             talks_query_index_unref (TalksQueryIndex       *self);

/* The number of records it searches. */
guint            talks_query_index_get_size (const TalksQueryIndex *self);

/* Hits (TalksHit) by kind: events, participants, positions, sources, other; within a kind events and
 * positions by time, the others by score. Never NULL; empty for a query without words. Excerpts
 * are in lang where the text has it. From any thread. */
GPtrArray       *talks_query_index_run   (TalksQueryIndex       *self,
                                          const char            *query,
                                          const char            *lang);

/* The same over the document's present state. */
GPtrArray *talks_query_run (TalksDocument *document,
                            const char    *query,
                            const char    *lang);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksHit, talks_hit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksQueryIndex, talks_query_index_unref)

G_END_DECLS
