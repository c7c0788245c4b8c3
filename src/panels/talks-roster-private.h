/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The struct of TalksRoster, shared by talks-roster.c (who came to which round) and talks-roster-list.c (who is shown on a
 * day). */

#pragma once

#include "talks-roster.h"

G_BEGIN_DECLS

/* How somebody took part in a round that names them. */
typedef struct
{
  guint           round; /* index into rounds */
  TalksTrailState state;
} TalksAttended;

typedef struct
{
  TalksParticipant *participant;
  TalksParty       *party; /* NULL: none, or one that is not in the document */
  guint             order; /* in the document */
  GArray           *rounds; /* of TalksAttended, by round */
  GArray           *days;   /* of TalksDay: the events they were named at, sorted */
  char             *words;  /* folded; NULL until the first search */
  guint             score;  /* of the listing under way */
} TalksRosterPerson;

typedef struct
{
  TalksParty *party; /* NULL for those without */
  GPtrArray  *people; /* of TalksRosterPerson, in document order */
} TalksRosterGroup;

struct _TalksRoster
{
  TalksDocument *document;
  GPtrArray     *rounds;  /* of TalksEvent, by time */
  GPtrArray     *groups;  /* of TalksRosterGroup, in document order of the parties, those without one last */
  GHashTable    *persons; /* TalksParticipant → TalksRosterPerson */
};

/* The number of rounds that had begun by the end of day. */
guint talks_roster_count_rounds (TalksRoster *self,
                                 TalksDay     day);

G_END_DECLS
