/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksSearchPanel: the session's query, and what it finds, by kind.
 *
 * A search over few records runs at once, one over many on a worker; only the last one asked for is
 * shown. Signals:
 *   "closed"  Escape was pressed in the entry */

#pragma once

#include "talks-panel.h"

G_BEGIN_DECLS

#define TALKS_TYPE_SEARCH_PANEL (talks_search_panel_get_type ())
G_DECLARE_FINAL_TYPE (TalksSearchPanel, talks_search_panel, TALKS, SEARCH_PANEL, TalksPanel)

GtkWidget  *talks_search_panel_new      (void);

/* Goes to the next (+1) or previous (−1) hit, around the ends. What a hit is selected as, see
 * talks_panel_activate(). */
void        talks_search_panel_step     (TalksSearchPanel *self,
                                         int               direction);

/* Puts the keyboard focus into the entry, its text marked. */
void        talks_search_panel_focus    (TalksSearchPanel *self);

/* How many records are found, or NULL while a search is under way or none is asked for. */
const char *talks_search_panel_get_summary (TalksSearchPanel *self);

G_END_DECLS
