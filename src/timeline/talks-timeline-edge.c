/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* While something is dragged to the edge of the canvas, the picture moves along: the faster, the nearer to the edge
 * or the farther beyond it. It is no animation, but the only way to reach what is out of view, so it does not ask
 * whether animations are wanted. */

#include "talks-timeline-private.h"

#define REACH 28.0      /* pixels inside of the edge */
#define BEYOND 60.0     /* pixels outside of it, where it is as fast as it gets */
#define MIN_SPEED 60.0  /* pixels a second */
#define MAX_SPEED 1400.0
#define LONGEST_FRAME 0.1

/* Pixels a second along an axis from start to end, for a pointer at at that was pressed at from. Whoever takes hold
 * of something near the edge does not mean to go there: only who has moved towards it. */
static double
get_speed (double start,
           double end,
           double from,
           double at)
{
  double deep = 0;

  if (end - start < 4 * REACH)
    return 0;
  if (at < start + REACH && at < from)
    deep = start + REACH - at;
  else if (at > end - REACH && at > from)
    deep = at - (end - REACH);
  if (deep <= 0)
    return 0;
  deep = MIN (deep / (REACH + BEYOND), 1);
  return (at < from ? -1 : 1) * (MIN_SPEED + deep * deep * (MAX_SPEED - MIN_SPEED));
}

static gboolean
get_speeds (TalksTimeline *self,
            double        *vx,
            double        *vy)
{
  GdkRectangle area = talks_timeline_get_canvas_area (self);
  double x;
  double y;

  *vx = 0;
  *vy = 0;
  if ((self->drag != TALKS_DRAG_EDIT && self->drag != TALKS_DRAG_MARK && self->drag != TALKS_DRAG_SPAN
       && self->drag != TALKS_DRAG_PLAYHEAD)
      || !gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag_gesture), &x, &y))
    return FALSE;
  *vx = get_speed (area.x, area.x + area.width, x, self->drag_to_x);
  /* Only marking goes across the lanes. */
  if (self->drag == TALKS_DRAG_MARK)
    *vy = get_speed (area.y, area.y + area.height, y, self->drag_to_y);
  return *vx != 0 || *vy != 0;
}

static gboolean
edge_tick (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - self->edge_time) / G_USEC_PER_SEC;
  double x = viewport->x;
  double y = gtk_adjustment_get_value (self->vadjustment);
  double vx;
  double vy;

  self->edge_time = now;
  if (!get_speeds (self, &vx, &vy))
    {
      self->edge_id = 0;
      return G_SOURCE_REMOVE;
    }
  seconds = CLAMP (seconds, 0, LONGEST_FRAME);
  talks_session_scroll_to (self->session, x + vx * seconds);
  gtk_adjustment_set_value (self->vadjustment, y + vy * seconds);
  if (viewport->x != x || gtk_adjustment_get_value (self->vadjustment) != y)
    talks_timeline_update_drag (self);
  return G_SOURCE_CONTINUE;
}

void
talks_timeline_watch_edge (TalksTimeline *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  double vx;
  double vy;

  if (self->edge_id != 0 || clock == NULL || !get_speeds (self, &vx, &vy))
    return;
  self->edge_time = gdk_frame_clock_get_frame_time (clock);
  self->edge_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), edge_tick, NULL, NULL);
}
