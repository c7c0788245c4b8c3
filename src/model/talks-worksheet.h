/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksWorksheet: questions for a class, and their answers, made of what a document says.
 *
 * Immutable; made of one state of a document, whose records it keeps. The same document, scope, language and
 * seed give the same worksheet everywhere. Only what can be answered with a source, and is not contested itself, is
 * asked:
 * - events that are confirmed and cite a source of the document;
 * - their order: of those known to the day, of which no account gives another date;
 * - people whose presence has no reservation (no note, neither unclear nor remote), and who are named neither in an
 *   account of the event nor in its note, nor is their party in an account;
 * - positions that cite a source and were not stated at an event that is not confirmed, or of which accounts differ.
 * A question that gives its answer away (the year in a title, a word by which the document shows whose words these are,
 * talks-worksheet-tells.h) is not asked.
 *
 * A tour is asked about first; where its steps do not give enough, what else there was in its time is. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_QUESTION_ORDER,   /* put these events in order: choices are TalksEvent, answer the place, from 1 */
  TALKS_QUESTION_PEOPLE,  /* who was at the table: choices are TalksParticipant, answer 1 who was, 0 who is not named */
  TALKS_QUESTION_SPEAKER, /* which party said this: choices are TalksParty, answer 1 for the one, 0 for the others */
  TALKS_QUESTION_CHANGE,  /* what changed: choices are two TalksPosition, answer 1 the earlier, 2 the later */
  TALKS_N_QUESTION_KINDS
} TalksQuestionKind;

typedef struct
{
  TalksRecord *record;
  guint        answer; /* see TalksQuestionKind */
  gboolean     beyond; /* ORDER, CHANGE: of the time of the tour, but none of its steps */
} TalksQuestionChoice;

typedef struct
{
  TalksQuestionKind kind;
  TalksEvent       *event;    /* PEOPLE: the meeting; else NULL */
  TalksPosition    *position; /* SPEAKER: what was said; else NULL */
  TalksParty       *party;    /* CHANGE: whose positions; SPEAKER: who said it; else NULL */
  TalksTopic       *topic;    /* CHANGE: on what; else NULL */
  GArray           *choices;  /* of TalksQuestionChoice, in the order in which they are to be shown */
  GPtrArray        *sources;  /* of TalksSource: what bears the answer out, each once; never empty */
  gboolean          beyond;   /* PEOPLE, SPEAKER: of the time of the tour, but none of its steps */
} TalksQuestion;

/* What to ask about. Nothing is owned. */
typedef struct
{
  TalksSpan        span;     /* of events and positions; empty: all */
  const TalksTour *tour;     /* what its steps are about, and then what else was in its time; NULL: all */
  const char      *language; /* of the texts shown; NULL: the document's */
} TalksWorksheetScope;

typedef struct _TalksWorksheet TalksWorksheet;

/* A seed that a person can copy from paper. */
#define TALKS_WORKSHEET_MAX_SEED 9999

/* seed: 0 … TALKS_WORKSHEET_MAX_SEED. A worksheet may be without questions. */
TalksWorksheet  *talks_worksheet_new           (TalksDocument             *document,
                                                const TalksWorksheetScope *scope,
                                                guint                      seed);
void             talks_worksheet_free          (TalksWorksheet            *self);
guint            talks_worksheet_get_seed      (const TalksWorksheet      *self);

/* Of TalksQuestion, kind by kind; owned by self. */
GPtrArray       *talks_worksheet_get_questions (const TalksWorksheet      *self);

/* The words to be recognised in a SPEAKER question: the quotation, if a reader of language has it, or what was stated.
 * Owned by the position. */
gboolean         talks_position_is_quoted      (const TalksPosition       *position,
                                                const char                *language);
const char      *talks_position_get_words      (const TalksPosition       *position,
                                                const char                *language);

/* Whether a question may rest on it, or on when it was; see above. */
gboolean         talks_worksheet_may_ask_event    (TalksDocument          *document,
                                                   const TalksEvent       *event);
gboolean         talks_worksheet_may_ask_date     (TalksDocument          *document,
                                                   const TalksEvent       *event);
gboolean         talks_worksheet_may_ask_position (TalksDocument          *document,
                                                   const TalksPosition    *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksWorksheet, talks_worksheet_free)

G_END_DECLS
