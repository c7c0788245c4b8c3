/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Movement that goes on by itself: the smooth zoom and the glide after a drag. One at a time, by
 * tick callback; none where the desktop wants no animations. */

#include "talks-timeline-private.h"

#include <math.h>

#define ZOOM_SECONDS 0.150
#define SLOW_SCENE_MS 8.0     /* above it a zoom jumps instead of running through its steps */
#define GLIDE_TIME 0.325      /* seconds until about a third of the speed is left */
#define GLIDE_MIN_SPEED 12.0  /* pixels a second: slower than this it stands */
#define GLIDE_MAX_SPEED 12000.0

static gboolean
animates (TalksTimeline *self)
{
  gboolean enabled;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);
  return enabled;
}

void
talks_timeline_stop_motion (TalksTimeline *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  self->motion = TALKS_MOTION_NONE;
}

static void
zoom_to (TalksTimeline *self,
         double         zoom,
         double         day)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double room = MIN (self->zoom_room, viewport->width / 3);
  double x;

  self->moving = TRUE;
  talks_session_zoom_at (self->session, zoom, day);
  /* Zooming in on an event at the edge, one wants to read it. */
  x = talks_time_scale_day_to_x (viewport->scale, day) - viewport->x;
  if (room > 0 && x > viewport->width - room)
    talks_session_scroll_to (self->session, viewport->x + x - (viewport->width - room));
  else if (room > 0 && x < room)
    talks_session_scroll_to (self->session, viewport->x + x - room);
  self->moving = FALSE;
}

/* Equal factors in equal times look even; slowing down towards the end looks at rest. */
static gboolean
step_zoom (TalksTimeline *self,
           double         seconds)
{
  double t = seconds / ZOOM_SECONDS;
  double eased;

  if (t >= 1 || self->build_ms > SLOW_SCENE_MS)
    {
      zoom_to (self, self->zoom_to, self->zoom_day);
      return FALSE;
    }
  eased = 1 - pow (1 - t, 3);
  zoom_to (self, self->zoom_from * pow (self->zoom_to / self->zoom_from, eased), self->zoom_day);
  return TRUE;
}

static gboolean
step_glide (TalksTimeline *self,
            double         seconds)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double left = exp (-seconds / GLIDE_TIME); /* of the speed */
  double way = GLIDE_TIME * (1 - left);
  double x = viewport->x;
  double y = gtk_adjustment_get_value (self->vadjustment);

  self->moving = TRUE;
  talks_session_scroll_to (self->session, self->glide_x + self->glide_vx * way);
  gtk_adjustment_set_value (self->vadjustment, self->glide_y + self->glide_vy * way);
  self->moving = FALSE;

  /* At the end, or as good as still. */
  if (viewport->x == x && gtk_adjustment_get_value (self->vadjustment) == y)
    return FALSE;
  return hypot (self->glide_vx, self->glide_vy) * left > GLIDE_MIN_SPEED;
}

static gboolean
step (GtkWidget     *widget,
      GdkFrameClock *clock,
      gpointer       data)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds;
  gboolean more;

  /* The first frame may carry the time of the event that began it. */
  if (self->motion_start == 0)
    self->motion_start = now;
  if (now <= self->motion_start)
    return G_SOURCE_CONTINUE;

  seconds = (double) (now - self->motion_start) / G_USEC_PER_SEC;
  more = self->motion == TALKS_MOTION_ZOOM ? step_zoom (self, seconds) : step_glide (self, seconds);
  if (more)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  self->motion = TALKS_MOTION_NONE;
  return G_SOURCE_REMOVE;
}

static void
start (TalksTimeline       *self,
       TalksTimelineMotion  motion)
{
  self->motion = motion;
  self->motion_start = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), step, NULL, NULL);
}

void
talks_timeline_zoom (TalksTimeline *self,
                     double         factor,
                     double         day,
                     gboolean       animate)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double zoom = self->motion == TALKS_MOTION_ZOOM ? self->zoom_to : viewport->zoom;
  double min = talks_viewport_get_min_zoom (viewport);

  zoom = CLAMP (zoom * factor, min, MAX (min, TALKS_VIEWPORT_MAX_ZOOM));
  if (!animate || !animates (self) || self->build_ms > SLOW_SCENE_MS ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      talks_timeline_stop_motion (self);
      zoom_to (self, zoom, day);
      return;
    }
  self->zoom_from = viewport->zoom;
  self->zoom_to = zoom;
  self->zoom_day = day;
  start (self, TALKS_MOTION_ZOOM);
}

void
talks_timeline_glide (TalksTimeline *self,
                      double         vx,
                      double         vy)
{
  if (!animates (self) || hypot (vx, vy) < GLIDE_MIN_SPEED)
    return;
  self->glide_x = talks_session_get_viewport (self->session)->x;
  self->glide_y = gtk_adjustment_get_value (self->vadjustment);
  self->glide_vx = CLAMP (vx, -GLIDE_MAX_SPEED, GLIDE_MAX_SPEED);
  self->glide_vy = CLAMP (vy, -GLIDE_MAX_SPEED, GLIDE_MAX_SPEED);
  start (self, TALKS_MOTION_GLIDE);
}
