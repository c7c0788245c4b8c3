/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The windows of the overview under the pointer: grasped, dragged and scrolled. */

#include "talks-timeline-overview-private.h"

#include <math.h>

#define HANDLE_REACH 8.0 /* to each side of an end */
#define WHEEL_PART 0.1   /* of what is seen, for one click */

static double
x_to_day (TalksTimelineOverview *self,
          double                 x)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double day = talks_overview_x_to_day (talks_timeline_overview_ensure (self), x, width);

  return CLAMP (day, (double) self->extent.start, (double) self->extent.end);
}

static double
day_to_x (TalksTimelineOverview *self,
          double                 day)
{
  return talks_overview_day_to_x (talks_timeline_overview_ensure (self), day,
                                  gtk_widget_get_width (GTK_WIDGET (self)));
}

static TalksGrip
find_grip (TalksTimelineOverview *self,
           double                 x)
{
  g_autoptr(GArray) windows =
    talks_timeline_overview_get_windows (talks_session_get_viewport (self->session));
  double day = x_to_day (self, x);
  double start;
  double end;
  double inside;

  if (windows->len == 0)
    return TALKS_GRIP_NONE;
  start = day_to_x (self, g_array_index (windows, double, 0));
  end = day_to_x (self, g_array_index (windows, double, windows->len - 1));
  /* A narrow window still has a middle: its ends are grasped from outside. */
  inside = MIN (HANDLE_REACH, MAX ((end - start) / 4, 0));
  if (x >= start - HANDLE_REACH && x <= start + inside)
    return TALKS_GRIP_START;
  if (x >= end - inside && x <= end + HANDLE_REACH)
    return TALKS_GRIP_END;
  for (guint i = 0; i < windows->len; i += 2)
    if (day >= g_array_index (windows, double, i) && day <= g_array_index (windows, double, i + 1))
      return TALKS_GRIP_WINDOW;
  return TALKS_GRIP_NONE;
}

static void
center_on (TalksTimelineOverview *self,
           double                 day)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);

  talks_session_scroll_to (self->session, talks_time_scale_day_to_x (viewport->scale, day) -
                                            viewport->width / 2);
}

static void
drag_began (TalksTimelineOverview *self,
            double                 x,
            double                 y,
            GtkGesture            *gesture)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double from;
  double to;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->grip = find_grip (self, x);
  self->grip_day = x_to_day (self, x);
  if (self->grip == TALKS_GRIP_START || self->grip == TALKS_GRIP_END)
    {
      talks_viewport_get_visible (viewport, &from, &to);
      self->grip_x = self->grip_day - (self->grip == TALKS_GRIP_START ? from : to);
      return;
    }
  /* A press elsewhere goes there and takes the window along. */
  if (self->grip == TALKS_GRIP_NONE)
    center_on (self, self->grip_day);
  self->grip = TALKS_GRIP_WINDOW;
  self->grip_x = viewport->x;
}

static void
drag_updated (TalksTimelineOverview *self,
              double                 offset_x,
              double                 offset_y,
              GtkGestureDrag        *gesture)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double x;
  double y;
  double day;
  double from;
  double to;

  if (self->grip == TALKS_GRIP_NONE || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  day = x_to_day (self, x + offset_x);
  if (self->grip == TALKS_GRIP_WINDOW)
    {
      talks_session_scroll_to (self->session,
                               self->grip_x +
                                 talks_time_scale_day_to_x (viewport->scale, day) -
                                 talks_time_scale_day_to_x (viewport->scale, self->grip_day));
      return;
    }
  talks_viewport_get_visible (viewport, &from, &to);
  day -= self->grip_x;
  /* An end cannot pass the other one, nor leave less than can be shown. */
  if (self->grip == TALKS_GRIP_START)
    from = MIN (day, to - viewport->width / TALKS_VIEWPORT_MAX_ZOOM);
  else
    to = MAX (day, from + viewport->width / TALKS_VIEWPORT_MAX_ZOOM);
  talks_session_show (self->session, from, to);
}

static void
drag_ended (TalksTimelineOverview *self)
{
  self->grip = TALKS_GRIP_NONE;
}

static void
pointer_moved (TalksTimelineOverview *self,
               double                 x,
               double                 y)
{
  TalksGrip grip = self->grip != TALKS_GRIP_NONE ? self->grip : find_grip (self, x);
  const char *cursor = NULL;

  if (grip == TALKS_GRIP_START || grip == TALKS_GRIP_END)
    cursor = "ew-resize";
  else if (grip == TALKS_GRIP_WINDOW)
    cursor = self->grip != TALKS_GRIP_NONE ? "grabbing" : "grab";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static gboolean
scrolled (TalksTimelineOverview *self,
          double                 dx,
          double                 dy)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double way = (fabs (dx) > fabs (dy) ? dx : dy) * viewport->width * WHEEL_PART;

  if (viewport->mirrored)
    way = -way;
  talks_session_scroll_to (self->session, viewport->x + way);
  return GDK_EVENT_STOP;
}

void
talks_timeline_overview_add_pointer (TalksTimelineOverview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_began), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled), self);
  gtk_widget_add_controller (widget, scroll);
}
