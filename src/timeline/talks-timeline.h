/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksTimeline: the drawn timeline with its ruler, lanes and playhead.
 *
 * A GtkScrollable: put it into a GtkScrolledWindow. It shows what its session looks at and calls
 * the session's setters for what the user does; it has no view of its own but the rows scrolled
 * to. Horizontal adjustment values are the viewport's content pixels.
 *
 * Actions, for gtk_widget_activate_action() and the keys inside: timeline.zoom-in, .zoom-out, .fit,
 * .center (the selection; again: its fortnight), .step-previous, .step-next, .step-above, .step-below,
 * .lane-first, .lane-last, .first, .last, .page-back, .page-on, .activate, .menu,
 * .topic (s, an id: that of the ribbons).
 *
 * Signal "activated" (): the user asks for the details of the session's selection. */

#pragma once

#include <gtk/gtk.h>

#include "talks-painter.h"
#include "talks-session.h"

G_BEGIN_DECLS

#define TALKS_TYPE_TIMELINE (talks_timeline_get_type ())
G_DECLARE_FINAL_TYPE (TalksTimeline, talks_timeline, TALKS, TIMELINE, GtkWidget)

/* Keeps a reference to session. */
GtkWidget    *talks_timeline_new         (TalksSession       *session);
TalksSession *talks_timeline_get_session (TalksTimeline      *self);

/* palette is one of talks_palette_get(); that of TALKS_THEME_LIGHT at first. */
void          talks_timeline_set_palette (TalksTimeline      *self,
                                          const TalksPalette *palette);

/* What is drawn now; owned by the timeline and replaced when it changes. Never NULL. */
TalksScene   *talks_timeline_get_scene   (TalksTimeline      *self);

/* Zooms by factor at the selection if it is in view, else at the middle, smoothly where the
 * desktop wants animations. */
void          talks_timeline_zoom_by     (TalksTimeline      *self,
                                          double              factor);

G_END_DECLS
