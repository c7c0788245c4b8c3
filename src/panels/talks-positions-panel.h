/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksPositionsPanel: what each party stated on each topic, as of the day. The sides in the dispute
 * come first, also with nothing stated; then the others who had stated something. */

#pragma once

#include "talks-panel.h"

G_BEGIN_DECLS

#define TALKS_TYPE_POSITIONS_PANEL (talks_positions_panel_get_type ())
G_DECLARE_FINAL_TYPE (TalksPositionsPanel, talks_positions_panel, TALKS, POSITIONS_PANEL, TalksPanel)

GtkWidget *talks_positions_panel_new (void);

G_END_DECLS
