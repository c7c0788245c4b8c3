/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksProjection: a view of the main window on the projector, as it is, large and in the projector's colours.
 *
 * It has a session of its own. While it follows, that looks at what the main one looks at: day, selection, who is singled
 * out, topic, span, folds. While it is held, it stays as it is, and the presenter can look something up, until
 * talks_projection_show_now(). With one screen its window is one like others.
 *
 * Signals "changed" (): view, following or cover are others; "ended" (): its window is gone. */

#pragma once

#include <gtk/gtk.h>

#include "talks-panel.h"
#include "talks-session.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_PROJECTION_TIMELINE,
  TALKS_PROJECTION_POSITIONS,
  TALKS_PROJECTION_PARTICIPANTS,
  TALKS_N_PROJECTION_VIEWS
} TalksProjectionView;

#define TALKS_TYPE_PROJECTION (talks_projection_get_type ())
G_DECLARE_FINAL_TYPE (TalksProjection, talks_projection, TALKS, PROJECTION, GObject)

/* Opens the window. parent ends it by being destroyed. Keeps a reference to session, that of parent. language (BCP 47):
 * of the texts on the projector. */
TalksProjection    *talks_projection_new            (GtkWindow           *parent,
                                                     TalksSession        *session,
                                                     TalksProjectionView  view,
                                                     const char          *language);
TalksProjectionView talks_projection_get_view       (TalksProjection     *self);
void                talks_projection_set_view       (TalksProjection     *self,
                                                     TalksProjectionView  view);
gboolean            talks_projection_get_following  (TalksProjection     *self);
void                talks_projection_set_following  (TalksProjection     *self,
                                                     gboolean             following);

/* The panel of the main window that shows the same as view: where its reader is, what they open and what they search for
 * in it is followed while it is in view there, the place by what is at the top. Not for the timeline. */
void                talks_projection_set_panel      (TalksProjection     *self,
                                                     TalksProjectionView  view,
                                                     TalksPanel          *panel);

/* A page down, or up when direction is less than 0; the timeline has no pages. */
void                talks_projection_scroll_page    (TalksProjection     *self,
                                                     int                  direction);

/* What the main window shows now, also while it is held. */
void                talks_projection_show_now       (TalksProjection     *self);
gboolean            talks_projection_get_black      (TalksProjection     *self);
void                talks_projection_set_black      (TalksProjection     *self,
                                                     gboolean             black);
void                talks_projection_end            (TalksProjection     *self);

/* What it looks at. */
TalksSession       *talks_projection_get_session    (TalksProjection     *self);

/* "timeline", and the same for the reader. from_name returns FALSE for no name of a view. */
const char         *talks_projection_view_get_name  (TalksProjectionView  view);
const char         *talks_projection_view_get_title (TalksProjectionView  view);
gboolean            talks_projection_view_from_name (const char          *name,
                                                     TalksProjectionView *view);

G_END_DECLS
