/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksComparison: the positions of the parties, and who spoke for them, as of two days.
 *
 * One entry for each topic and each party compared. A and B may be any two days; B is usually
 * the later one. Made of one state of a document and immutable: it keeps its own references to the
 * records, so it may outlive the next change and be read from any thread.
 *
 * "Changed" says that other positions stand on B than on A, not how much they differ: that is for
 * the reader to judge. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_COMPARISON_A,
  TALKS_COMPARISON_B,
  TALKS_COMPARISON_N_SIDES
} TalksComparisonSide;

/* round: the meeting whose delegations are compared; NULL: the last one begun by that day. */
typedef struct
{
  TalksDay    day;
  TalksEvent *round;
} TalksComparisonDate;

typedef enum
{
  TALKS_COMPARISON_NONE,      /* nothing stated by either day */
  TALKS_COMPARISON_UNCHANGED, /* the same positions stand, or others in the same words */
  TALKS_COMPARISON_CHANGED,
  TALKS_COMPARISON_NEW,       /* nothing stated by A */
  TALKS_COMPARISON_GONE,      /* nothing stated by B: only when B lies before A */
  TALKS_COMPARISON_N_STATES
} TalksComparisonState;

/* Nobody reads a larger table; of the rest, the first are taken. */
#define TALKS_COMPARISON_MAX_TOPICS  200
#define TALKS_COMPARISON_MAX_PARTIES 24
#define TALKS_COMPARISON_MAX_ENTRIES 1000 /* topics by parties */

/* A party on a topic. Positions stated on one day stand beside each other, hence several. */
typedef struct
{
  TalksComparisonState state;
  gboolean             restated;                        /* unchanged, but by other records */
  GPtrArray           *positions;                       /* of the party on the topic, by date; never NULL */
  guint                first[TALKS_COMPARISON_N_SIDES]; /* in positions: those that stand */
  guint                count[TALKS_COMPARISON_N_SIDES];
} TalksComparisonEntry;

/* Somebody named at a round. */
typedef struct
{
  TalksParticipant      *participant;
  const TalksAttendance *attendance;
} TalksDelegate;

typedef struct _TalksComparison TalksComparison;

/* Compares the sides in the dispute; with all_parties, and where the document names no sides, also
 * every party that had stated something by either day. */
TalksComparison  *talks_comparison_new            (TalksDocument         *document,
                                                   TalksComparisonDate    a,
                                                   TalksComparisonDate    b,
                                                   gboolean               all_parties);
void              talks_comparison_free           (TalksComparison       *self);

/* What a reader compares first: the last round before the longest quiet period (talks-quiet.h), or where
 * there is none before the longest time without a round, and the latest round; without two rounds the
 * first and the last day of the document. The rounds belong to the document. */
void              talks_comparison_find_default   (TalksDocument         *document,
                                                   TalksComparisonDate   *a,
                                                   TalksComparisonDate   *b);

/* The day to compare at for a round: its last one, so that what was stated at it counts. */
TalksDay          talks_comparison_get_round_day  (const TalksEvent      *round);

/* In document order; owned by self. */
GPtrArray        *talks_comparison_get_topics     (const TalksComparison *self);
GPtrArray        *talks_comparison_get_parties    (const TalksComparison *self);

/* How many parties all_parties would add, or has added. */
guint             talks_comparison_get_n_others   (const TalksComparison *self);

/* Topics that are not compared, since there are more than the limits above. */
guint             talks_comparison_get_n_left_out (const TalksComparison *self);

TalksDay          talks_comparison_get_day        (const TalksComparison *self,
                                                   TalksComparisonSide    side);
/* NULL when no round had begun. */
TalksEvent       *talks_comparison_get_round      (const TalksComparison *self,
                                                   TalksComparisonSide    side);

/* topic and party: indices into the lists above. */
const TalksComparisonEntry *
                  talks_comparison_get_entry      (const TalksComparison *self,
                                                   guint                  topic,
                                                   guint                  party);
TalksPosition    *talks_comparison_entry_get      (const TalksComparisonEntry *entry,
                                                   TalksComparisonSide    side,
                                                   guint                  i);
/* TRUE when position stands on that side. */
gboolean          talks_comparison_entry_stands   (const TalksComparisonEntry *entry,
                                                   TalksComparisonSide    side,
                                                   const TalksPosition   *position);

/* The number of entries in that state. */
guint             talks_comparison_count          (const TalksComparison *self,
                                                   TalksComparisonState   state);

/* All positions of the compared parties on a topic by date; free with g_ptr_array_unref(). */
GPtrArray        *talks_comparison_list_history   (const TalksComparison *self,
                                                   guint                  topic);

/* ---- delegations (talks-comparison-people.c): arrays of TalksDelegate, owned by self ---- */

/* Heads and members of a party's delegation who are not said to have stayed away, heads first. */
const GArray     *talks_comparison_get_delegates  (const TalksComparison *self,
                                                   TalksComparisonSide    side,
                                                   guint                  party);
/* Of any party, who chaired, mediated or hosted the round, in this order. */
const GArray     *talks_comparison_get_hosts      (const TalksComparison *self,
                                                   TalksComparisonSide    side);
gboolean          talks_delegate_is_head          (const TalksDelegate   *self);
/* TRUE when the participant is among delegates. */
gboolean          talks_delegates_contain         (const GArray           *delegates,
                                                   const TalksParticipant *participant);
/* Whether the same people led the delegation. */
TalksComparisonState
                  talks_comparison_compare_heads  (const TalksComparison *self,
                                                   guint                  party);

/* ---- in words (talks-comparison-words.c); free with g_free() ---- */

/* One sentence that needs no table around it: "Ukraine on Ceasefire: was “…” (stated 14 March 2022); is
 * “…” (stated 16 May 2025)." lang is that of the document's texts. */
char             *talks_comparison_describe       (const TalksComparison *self,
                                                   guint                  topic,
                                                   guint                  party,
                                                   const char            *lang);
char             *talks_comparison_describe_heads (const TalksComparison *self,
                                                   guint                  party,
                                                   const char            *lang);
/* "9 of 14 positions changed · 2 new": entries without any position are not counted. */
char             *talks_comparison_summarize      (const TalksComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksComparison, talks_comparison_free)

G_END_DECLS
