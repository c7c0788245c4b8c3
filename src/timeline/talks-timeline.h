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
 * .lane-first, .lane-last, .first, .last, .page-back, .page-on, .activate, .menu, .duplicate, .add-here,
 * .topic (s, an id: that of the ribbons), .mark-all, .clear-marks, .duplicate-marked.
 *
 * Signal "activated" (): the user asks for the details of the session's selection.
 *
 * Events are moved and stretched by dragging and by keys, and duplicated, each as one step of the session's
 * history, if the edit handler lets them. The menu also calls editor.edit (s), editor.delete (s) and
 * editor.delete-marked, and Delete one of these two: actions of the window around.
 *
 * Several events are marked (talks-session-marks.h) by Ctrl+click, Ctrl+Space, Ctrl+A, or by a frame that Ctrl+drag
 * opens: Ctrl, because a click with it adds to a choice everywhere; Shift+drag chooses a span of time to zoom to, and
 * a plain drag pans. What was selected here before is marked with the first. Keys act on all that are marked; what
 * the pointer drags, or opens the menu on, stands for all when it is one of them, else for itself. A plain click or
 * Escape leaves nothing marked.
 *
 * Signal "add-event" (gint64 day, const char *lane): the user asks to add an event there; lane is an id or NULL.
 * Signal "edit-refused" (const char *sentence): what was tried can not be done, and why. */

#pragma once

#include <gtk/gtk.h>

#include "talks-painter.h"
#include "talks-session.h"

G_BEGIN_DECLS

#define TALKS_TYPE_TIMELINE (talks_timeline_get_type ())
G_DECLARE_FINAL_TYPE (TalksTimeline, talks_timeline, TALKS, TIMELINE, GtkWidget)

/* Keeps a reference to session. */
GtkWidget    *talks_timeline_new         (TalksSession       *session);

/* palette is one of talks_palette_get(); that of TALKS_THEME_LIGHT at first. */
void          talks_timeline_set_palette (TalksTimeline      *self,
                                          const TalksPalette *palette);

/* Scrolls up or down, at the next layout, until the row of what is selected is in view. */
void          talks_timeline_reveal_selection
                                         (TalksTimeline      *self);

/* What is drawn now; owned by the timeline and replaced when it changes. Never NULL. */
TalksScene   *talks_timeline_get_scene   (TalksTimeline      *self);

/* Asked before each edit. FALSE: it is not made, and a drag moves the picture instead. With ask the handler should
 * tell the user, or offer what would allow it; without it is only asked whether. */
typedef gboolean (*TalksTimelineMayEdit)     (TalksTimeline       *self,
                                              gboolean             ask,
                                              gpointer             data);

/* Without a handler nothing may be edited. destroy, for data, may be NULL. */
void          talks_timeline_set_edit_handler (TalksTimeline        *self,
                                               TalksTimelineMayEdit  may_edit,
                                               gpointer              data,
                                               GDestroyNotify        destroy);

/* Zooms by factor at the selection if it is in view, else at the middle, smoothly where the
 * desktop wants animations. */
void          talks_timeline_zoom_by     (TalksTimeline      *self,
                                          double              factor);

G_END_DECLS
