/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksParticipantRow: one line of the list of participants: a person with office and trail, the
 * head of a party, or a line that shows more or fewer of them.
 *
 * A person's row opens beneath itself into their card. */

#pragma once

#include <gtk/gtk.h>

#include "talks-panel.h"
#include "talks-roster.h"

G_BEGIN_DECLS

#define TALKS_TYPE_PARTICIPANT_ROW (talks_participant_row_get_type ())
G_DECLARE_FINAL_TYPE (TalksParticipantRow, talks_participant_row, TALKS, PARTICIPANT_ROW, GtkListBoxRow)

/* A row of one kind; the kind stays. */
GtkWidget             *talks_participant_row_new      (TalksRosterLineKind      kind);

/* Shows line, which is copied, in the colours, language and state of now. place is its place in the
 * list; trail is needed for a person only. */
void                   talks_participant_row_show     (TalksParticipantRow     *self,
                                                       TalksPanel              *panel,
                                                       const TalksRosterLine   *line,
                                                       const TalksTrailSummary *trail,
                                                       int                      place);

/* The key of its place: that of the party and one for the person. Free with g_free(). */
char                  *talks_participant_row_make_key (const TalksRosterLine   *line);

/* Hides it until it is shown again. */
void                   talks_participant_row_hide     (TalksParticipantRow     *self);

/* −1 when hidden. */
int                    talks_participant_row_get_place (TalksParticipantRow    *self);

/* Borrowed; records in it are as old as the last show(). */
const TalksRosterLine *talks_participant_row_get_line (TalksParticipantRow     *self);

G_END_DECLS
