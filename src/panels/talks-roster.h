/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksRoster: who is on the list of participants on a day, and which rounds each came to.
 *
 * Made from one state of a document, which it holds; immutable but for what it remembers of
 * its own work. Knows nothing of widgets. Rules:
 * 1. Parties stand in document order. Sides in the dispute are always there, others when one of
 *    their people was named at an event in the TALKS_ROSTER_DAYS before the day; the rest wait
 *    behind "more parties".
 * 2. Within a party those named at most rounds up to the day come first, else in document order, so
 *    that only a round moves anybody.
 * 3. Of a party only the first few who were active are shown, until it is asked for whole.
 * 4. A search looks at everybody.
 * 5. Nobody reads a list without end: beyond TALKS_ROSTER_MAX_LINES people are counted, and found. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

#define TALKS_ROSTER_DAYS 180
#define TALKS_ROSTER_TRAIL 8        /* rounds in a trail */
#define TALKS_ROSTER_MAX_MATCHES 200
#define TALKS_ROSTER_MAX_LINES 500  /* of a list without a search, or little more */

typedef enum
{
  TALKS_ROSTER_PARTY,        /* party, count: all its people (of a search: those found) */
  TALKS_ROSTER_PERSON,       /* participant, party */
  TALKS_ROSTER_MORE_PEOPLE,  /* party, count: those not shown; 0: all are, and fewer can be */
  TALKS_ROSTER_MORE_PARTIES, /* count: parties not shown; 0: all are, and fewer can be */
  TALKS_ROSTER_TOO_MANY,     /* count: people beyond the limit of a search or list */
} TalksRosterLineKind;

typedef struct
{
  TalksRosterLineKind kind;
  TalksParty         *party;       /* NULL: none known */
  TalksParticipant   *participant; /* NULL but for a person */
  guint               count;
} TalksRosterLine;

/* What the reader has opened or asked for; borrowed for the time of a call. */
typedef struct
{
  const char *query;       /* as of talks_query_fold(); "" or NULL: none */
  const char *shown;       /* id of a participant who is listed in any case; may be NULL */
  GHashTable *whole;       /* set of ids of the parties that are shown whole; may be NULL */
  gboolean    all_parties;
} TalksRosterView;

typedef enum
{
  TALKS_TRAIL_NOT_NAMED,
  TALKS_TRAIL_PRESENT,
  TALKS_TRAIL_REMOTE,
  TALKS_TRAIL_UNCLEAR,
  TALKS_TRAIL_ABSENT,
} TalksTrailState;

/* The rounds up to a day, as one participant saw them. */
typedef struct
{
  TalksTrailState states[TALKS_ROSTER_TRAIL]; /* of the last rounds */
  guint           n_states;
  guint           n_rounds;  /* all up to the day */
  guint           n_present; /* of these, remote included */
  guint           n_unclear;
  guint           n_absent;
  TalksDay        last_absent; /* when n_absent > 0 */
} TalksTrailSummary;

typedef struct _TalksRoster TalksRoster;

TalksRoster *talks_roster_new            (TalksDocument           *document);
void         talks_roster_free           (TalksRoster             *self);

/* The lines to show, of TalksRosterLine; free with g_array_unref(). Records in it live as long as
 * the document's present state. */
GArray      *talks_roster_list           (TalksRoster             *self,
                                          TalksDay                 day,
                                          const TalksRosterView   *view);

/* participant: one of the document. */
void         talks_roster_get_trail      (TalksRoster             *self,
                                          const TalksParticipant  *participant,
                                          TalksDay                 day,
                                          TalksTrailSummary       *trail);

/* "Present at 3 of 6 rounds; absent on 16 May 2025." Free with g_free(). */
char        *talks_trail_to_words        (const TalksTrailSummary *trail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksRoster, talks_roster_free)

G_END_DECLS
