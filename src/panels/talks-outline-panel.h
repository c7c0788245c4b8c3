/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksOutlinePanel: all events in time, as a list by month. It follows the selection and sets it:
 * the complete way through a timeline for the keyboard and for screen readers. */

#pragma once

#include "talks-panel.h"

G_BEGIN_DECLS

#define TALKS_TYPE_OUTLINE_PANEL (talks_outline_panel_get_type ())
G_DECLARE_FINAL_TYPE (TalksOutlinePanel, talks_outline_panel, TALKS, OUTLINE_PANEL, TalksPanel)

GtkWidget *talks_outline_panel_new (void);

G_END_DECLS
