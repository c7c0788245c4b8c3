/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksPositionRow: what one party stated on one topic, as of a day: what stands, since when, on how
 * many sources; opened, also stance, quote, sources and what the party stated before. */

#pragma once

#include <gtk/gtk.h>

#include "talks-panel.h"

G_BEGIN_DECLS

#define TALKS_TYPE_POSITION_ROW (talks_position_row_get_type ())
G_DECLARE_FINAL_TYPE (TalksPositionRow, talks_position_row, TALKS, POSITION_ROW, GtkWidget)

/* For the lifetime of one state of the document, which party and topic belong to. */
GtkWidget  *talks_position_row_new       (TalksPanel       *panel,
                                          TalksParty       *party,
                                          TalksTopic       *topic);

/* Shows what stood on the as-of day of panel's session; a party that is no side in the dispute and
 * had stated nothing is hidden, and so is a row whose words do not match query (as of
 * talks_query_fold()). Returns whether the row is visible. */
gboolean    talks_position_row_update    (TalksPositionRow *self,
                                          TalksPanel       *panel,
                                          const char       *query);

/* TRUE when the row shows the position called id, now or as an earlier one. */
gboolean    talks_position_row_holds     (TalksPositionRow *self,
                                          TalksPanel       *panel,
                                          const char       *id);

/* Opens it, when there is something to open. */
void        talks_position_row_set_open  (TalksPositionRow *self,
                                          gboolean          open);

G_END_DECLS
