/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksSourcesPanel: every source of the document, to search, to sort, to open, with the records that
 * cite each. */

#pragma once

#include "talks-panel.h"

G_BEGIN_DECLS

#define TALKS_TYPE_SOURCES_PANEL (talks_sources_panel_get_type ())
G_DECLARE_FINAL_TYPE (TalksSourcesPanel, talks_sources_panel, TALKS, SOURCES_PANEL, TalksPanel)

GtkWidget *talks_sources_panel_new (void);

G_END_DECLS
