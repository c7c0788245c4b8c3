/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The marked events of a session: those that are moved, duplicated or deleted together.
 *
 * Marks stand beside the selection, which stays one record: marking selects nothing, moves neither the as-of day
 * nor what is in view, and selecting marks nothing. Each function here emits "changed" once with
 * TALKS_SESSION_MARKS if other events are marked than before. Invariants:
 * 1. What is marked is the id of an event in the document; one that goes is marked no more.
 * 2. Events that a closed fold hides can be marked, too: whoever shows how many there are counts them.
 * 3. Another document has no marks. */

#pragma once

#include "talks-session.h"

G_BEGIN_DECLS

gboolean   talks_session_is_marked    (TalksSession     *self,
                                       const char       *id);
guint      talks_session_count_marked (TalksSession     *self);

/* How many of events are. */
guint      talks_session_count_marked_of (TalksSession  *self,
                                          TalksEvent   **events,
                                          guint          n_events);

/* Of TalksEvent, in the order of time, each a reference. For the caller; never NULL. */
GPtrArray *talks_session_list_marked  (TalksSession     *self);

/* Marks those events and leaves the rest as it is, or takes their marks. Ids of anything but events do nothing.
 * ids is NULL-terminated. */
void       talks_session_set_marked   (TalksSession       *self,
                                       const char * const *ids,
                                       gboolean            marked);

/* Marks the events that the query finds, and no others; all events when nothing is searched for. */
void       talks_session_mark_found   (TalksSession     *self);
void       talks_session_clear_marks  (TalksSession     *self);

G_END_DECLS
