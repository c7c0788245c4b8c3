/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksCompareView: the positions of the parties on two dates, side by side.
 *
 * A page of the window. It opens on the dates of talks_comparison_find_default(); the reader chooses
 * others. What changed is marked in words, by an arrow and the
 * party's mark, and by colour. Clicking a position selects it in the session. */

#pragma once

#include <gtk/gtk.h>

#include "talks-palette.h"
#include "talks-panel.h"
#include "talks-session.h"

G_BEGIN_DECLS

#define TALKS_TYPE_COMPARE_VIEW (talks_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (TalksCompareView, talks_compare_view, TALKS, COMPARE_VIEW, TalksPanel)

/* NULL takes the session away. */
void talks_compare_view_set_session (TalksCompareView   *self,
                                     TalksSession       *session);

/* The light one at first. palette is constant and not copied. */
void talks_compare_view_set_palette (TalksCompareView   *self,
                                     const TalksPalette *palette);

G_END_DECLS
