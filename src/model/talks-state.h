/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The state of a negotiation as of a day: who held which office, what each party's stated
 * position was, who came to which round. Pure functions over a document. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

/* The role that holds on that day: begun (or without a beginning), not ended; of several the one
 * begun last. NULL when the sources name none for that day. */
const TalksRole *talks_participant_get_role_at    (const TalksParticipant *participant,
                                                   TalksDay                day);

/* The role that begins first after that day, for "later …"; NULL when there is none. */
const TalksRole *talks_participant_get_role_after (const TalksParticipant *participant,
                                                   TalksDay                day);

/* Index of the position that stands on that day among talks_document_get_positions(): the last
 * one stated on or before it. −1 when the party had stated none. Several may have been stated
 * that same day: those before it with the same date stand beside it. */
int              talks_positions_find_at          (GPtrArray              *positions,
                                                   TalksDay                day);

/* TRUE when side is one in the dispute: not NULL, "mediator", "other". */
gboolean         talks_side_is_principal          (const char             *side);

/* Rounds: events by time at which delegations of at least two sides in the dispute met. Made
 * anew; free with g_ptr_array_unref(). */
GPtrArray       *talks_document_list_rounds       (TalksDocument          *document);

/* The entry of a participant in an event's attendance; NULL: not named there. */
const TalksAttendance *talks_event_get_attendance_of (const TalksEvent    *event,
                                                      const char          *participant);

/* TRUE when the party of any present participant is party. */
gboolean         talks_event_involves_party       (TalksDocument          *document,
                                                   const TalksEvent       *event,
                                                   const char             *party);

G_END_DECLS
