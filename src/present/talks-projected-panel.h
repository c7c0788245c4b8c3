/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksProjectedPanel: a panel on the projector, and the one of the main window whose reader it follows. Part of a
 * projection, zeroed at first. */

#pragma once

#include "talks-panel.h"

G_BEGIN_DECLS

/* Beside the flags of a session. */
#define TALKS_PROJECTED_PLACE (1u << 20)
#define TALKS_PROJECTED_OPENED (1u << 21)
#define TALKS_PROJECTED_SEARCH (1u << 22)
#define TALKS_PROJECTED_READER (TALKS_PROJECTED_PLACE | TALKS_PROJECTED_OPENED | TALKS_PROJECTED_SEARCH)

typedef struct
{
  TalksPanel *main;  /* reference; NULL: there is none to follow */
  TalksPanel *there; /* borrowed from its window; NULL: there is none */
} TalksProjectedPanel;

/* Another panel on the projector: it shows the same part of what was searched for, and open is the same, as in the one
 * before it. */
void talks_projected_panel_replace (TalksProjectedPanel *self,
                                    TalksPanel          *there);

/* Shows what flags (TALKS_PROJECTED_READER) touch, as far as the main window shows its panel now. */
void talks_projected_panel_follow  (TalksProjectedPanel *self,
                                    guint                flags);

G_END_DECLS
