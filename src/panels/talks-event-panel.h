/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksEventPanel: all about the selected event: when and where, the table plan, what came of it, who
 * was there, what was stated, accounts that differ, related events, notes, annotations, sources. A
 * selected position without an event, or a source, is shown in its place; without a selection,
 * what the document says of itself. */

#pragma once

#include "talks-panel.h"

G_BEGIN_DECLS

#define TALKS_TYPE_EVENT_PANEL (talks_event_panel_get_type ())
G_DECLARE_FINAL_TYPE (TalksEventPanel, talks_event_panel, TALKS, EVENT_PANEL, TalksPanel)

GtkWidget *talks_event_panel_new (void);

G_END_DECLS
