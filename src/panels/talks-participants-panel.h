/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksParticipantsPanel: who took part, by party, as of the day: the office each held and the
 * rounds each came to. A click highlights a person or party and opens the person's card; another
 * takes that back. */

#pragma once

#include "talks-panel.h"

G_BEGIN_DECLS

#define TALKS_TYPE_PARTICIPANTS_PANEL (talks_participants_panel_get_type ())
G_DECLARE_FINAL_TYPE (TalksParticipantsPanel, talks_participants_panel, TALKS, PARTICIPANTS_PANEL,
                      TalksPanel)

GtkWidget *talks_participants_panel_new (void);

G_END_DECLS
