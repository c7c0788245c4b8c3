/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksTimelineOverview: the whole extent in a strip, with the part in view as one or more
 * windows (folds in view part them).
 *
 * Dragging a window pans, dragging the outer ends changes the span in view, a click elsewhere goes
 * there; the arrow keys, Page Up and Page Down, Home, End, plus and minus do the same. It runs from
 * left to right in every language. */

#pragma once

#include <gtk/gtk.h>

#include "talks-palette.h"
#include "talks-session.h"

G_BEGIN_DECLS

#define TALKS_TYPE_TIMELINE_OVERVIEW (talks_timeline_overview_get_type ())
G_DECLARE_FINAL_TYPE (TalksTimelineOverview, talks_timeline_overview, TALKS, TIMELINE_OVERVIEW, GtkWidget)

/* Keeps a reference to session. */
GtkWidget *talks_timeline_overview_new         (TalksSession          *session);

/* palette is one of talks_palette_get(); that of TALKS_THEME_LIGHT at first. */
void       talks_timeline_overview_set_palette (TalksTimelineOverview *self,
                                                const TalksPalette    *palette);

/* The days in view as pairs from, to, in order: one more pair than there are folds wholly in view.
 * An array of doubles for the caller; empty while the viewport has no width. */
GArray    *talks_timeline_overview_get_windows (const TalksViewport   *viewport);

G_END_DECLS
