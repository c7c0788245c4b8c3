/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging: the picture, the playhead, an event with all that are marked like it, with Shift a span to zoom to, with
 * Ctrl a frame around what is to be marked. */

#include "talks-timeline-private.h"

#include <math.h>

#define SAMPLE_SECONDS 0.1 /* of a drag that tell its speed at the end */

static void
take_sample (TalksTimeline *self,
             double         x,
             double         y)
{
  guint place = self->n_samples++ % TALKS_TIMELINE_N_SAMPLES;

  self->samples[place].t = (double) g_get_monotonic_time () / G_USEC_PER_SEC;
  self->samples[place].x = x;
  self->samples[place].y = y;
}

/* Pixels a second over the last moments of a drag. */
static void
get_speed (TalksTimeline *self,
           double        *vx,
           double        *vy)
{
  double now = (double) g_get_monotonic_time () / G_USEC_PER_SEC;
  guint n = MIN (self->n_samples, TALKS_TIMELINE_N_SAMPLES);
  guint last = (self->n_samples - 1) % TALKS_TIMELINE_N_SAMPLES;
  guint first = last;

  *vx = 0;
  *vy = 0;
  for (guint i = 1; i < n; i++)
    {
      guint place = (self->n_samples - 1 - i) % TALKS_TIMELINE_N_SAMPLES;

      if (now - self->samples[place].t > SAMPLE_SECONDS)
        break;
      first = place;
    }
  if (n == 0 || self->samples[last].t - self->samples[first].t < 0.005)
    return;
  *vx = (self->samples[last].x - self->samples[first].x) / (now - self->samples[first].t);
  *vy = (self->samples[last].y - self->samples[first].y) / (now - self->samples[first].t);
}

static void
set_as_of_at (TalksTimeline *self,
              double         x)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  GdkRectangle area = talks_timeline_get_canvas_area (self);
  double day = talks_timeline_x_to_day (self, CLAMP (x, area.x, area.x + area.width));

  talks_session_set_as_of (self->session,
                           CLAMP ((TalksDay) floor (day), viewport->extent.start,
                                  viewport->extent.end - 1));
}

static void
begin_playhead (TalksTimeline      *self,
                TalksTimelinePlace  place,
                double              x)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  GdkRectangle area = talks_timeline_get_canvas_area (self);
  double head;

  self->drag = TALKS_DRAG_PLAYHEAD;
  self->drag_x = 0;
  self->drag_day = talks_session_get_as_of (self->session);
  if (place == TALKS_PLACE_FLAG)
    {
      head = talks_time_scale_day_to_x (viewport->scale, (double) self->drag_day + 0.5);
      self->drag_x = head - viewport->x + area.x - x;
    }
  else
    set_as_of_at (self, x);
}

static void
drag_began (TalksTimeline  *self,
            double          x,
            double          y,
            GtkGestureDrag *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  gboolean touch = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)) != NULL;
  TalksTimelinePlace place = talks_timeline_find_place (self, x, y);
  gboolean mouse = !touch && (button == GDK_BUTTON_PRIMARY || button == GDK_BUTTON_MIDDLE);

  talks_timeline_stop_motion (self);
  if (g_get_monotonic_time () < self->quiet_until ||
      gtk_gesture_is_recognized (self->zoom_gesture) || place == TALKS_PLACE_OUTSIDE ||
      place == TALKS_PLACE_TOPIC)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if ((place == TALKS_PLACE_RULER || place == TALKS_PLACE_FLAG) && (touch || button == GDK_BUTTON_PRIMARY))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      begin_playhead (self, place, x);
      talks_timeline_update_hover (self);
    }
  else if (!mouse)
    /* A finger pans through the scrolled window. */
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

/* Nothing is dragged before the pointer has really moved: a click may follow instead. */
static gboolean
begin_on_canvas (TalksTimeline  *self,
                 GtkGestureDrag *gesture,
                 double          x,
                 double          y,
                 double          offset_x,
                 double          offset_y)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean primary = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY;

  if (!gtk_drag_check_threshold (GTK_WIDGET (self), (int) x, (int) y, (int) (x + offset_x),
                                 (int) (y + offset_y)))
    return FALSE;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->n_samples = 0;
  if ((state & GDK_SHIFT_MASK) != 0)
    {
      talks_timeline_drop_band (self);
      self->drag = TALKS_DRAG_SPAN;
      self->band_from = talks_timeline_x_to_day (self, x);
      self->has_band = TRUE;
    }
  else if (primary && (state & GDK_CONTROL_MASK) != 0)
    {
      self->drag = TALKS_DRAG_MARK;
      talks_timeline_begin_frame (self, x, y);
    }
  else if (primary && talks_timeline_begin_edit_drag (self, x, y))
    self->drag = TALKS_DRAG_EDIT;
  else
    {
      /* From here, not from the press: the picture does not jump by the threshold. */
      self->drag = TALKS_DRAG_PAN;
      self->drag_x = talks_session_get_viewport (self->session)->x + offset_x;
      self->drag_y = gtk_adjustment_get_value (self->vadjustment) + offset_y;
    }
  talks_timeline_update_hover (self);
  return TRUE;
}

static void
drag_updated (TalksTimeline  *self,
              double          offset_x,
              double          offset_y,
              GtkGestureDrag *gesture)
{
  double x;
  double y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (self->drag == TALKS_DRAG_NONE && !begin_on_canvas (self, gesture, x, y, offset_x, offset_y))
    return;

  self->drag_to_x = x + offset_x;
  self->drag_to_y = y + offset_y;
  self->drag_state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  if (self->drag == TALKS_DRAG_PAN)
    {
      take_sample (self, x + offset_x, y + offset_y);
      self->moving = TRUE;
      talks_session_scroll_to (self->session, self->drag_x - offset_x);
      gtk_adjustment_set_value (self->vadjustment, self->drag_y - offset_y);
      self->moving = FALSE;
      return;
    }
  talks_timeline_update_drag (self);
  talks_timeline_watch_edge (self);
}

void
talks_timeline_update_drag (TalksTimeline *self)
{
  GdkRectangle area = talks_timeline_get_canvas_area (self);

  switch (self->drag)
    {
    case TALKS_DRAG_SPAN:
      self->band_to = talks_timeline_x_to_day (self, CLAMP (self->drag_to_x, area.x, area.x + area.width));
      talks_timeline_redraw_overlay (self);
      break;
    case TALKS_DRAG_PLAYHEAD:
      set_as_of_at (self, self->drag_to_x + self->drag_x);
      break;
    case TALKS_DRAG_EDIT:
      talks_timeline_update_edit_drag (self, self->drag_to_x, self->drag_state);
      break;
    case TALKS_DRAG_MARK:
      talks_timeline_update_frame (self, self->drag_to_x, self->drag_to_y);
      break;
    case TALKS_DRAG_NONE:
    case TALKS_DRAG_PAN:
    default:
      break;
    }
}

static void
drag_ended (TalksTimeline  *self,
            double          offset_x,
            double          offset_y,
            GtkGestureDrag *gesture)
{
  TalksTimelineDrag drag = self->drag;
  double x = 0;
  double y = 0;
  double vx;
  double vy;

  self->drag = TALKS_DRAG_NONE;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (drag == TALKS_DRAG_PAN)
    {
      get_speed (self, &vx, &vy);
      talks_timeline_glide (self, -vx, -vy);
    }
  else if (drag == TALKS_DRAG_SPAN)
    talks_timeline_offer_zoom (self, x + offset_x, y + offset_y);
  else if (drag == TALKS_DRAG_EDIT)
    talks_timeline_end_edit_drag (self, TRUE);
  else if (drag == TALKS_DRAG_MARK)
    talks_timeline_end_frame (self);
  talks_timeline_update_hover (self);
}

static void
drag_cancelled (TalksTimeline    *self,
                GdkEventSequence *sequence)
{
  talks_timeline_cancel_drag (self);
}

gboolean
talks_timeline_cancel_drag (TalksTimeline *self)
{
  TalksTimelineDrag drag = self->drag;
  double x = 0;
  double y = 0;

  if (drag == TALKS_DRAG_NONE)
    return FALSE;
  self->drag = TALKS_DRAG_NONE;
  gtk_gesture_drag_get_offset (GTK_GESTURE_DRAG (self->drag_gesture), &x, &y);
  if (drag == TALKS_DRAG_PAN)
    {
      talks_session_scroll_to (self->session, self->drag_x);
      gtk_adjustment_set_value (self->vadjustment, self->drag_y);
    }
  else if (drag == TALKS_DRAG_PLAYHEAD)
    talks_session_set_as_of (self->session, self->drag_day);
  else if (drag == TALKS_DRAG_EDIT)
    talks_timeline_end_edit_drag (self, FALSE);
  else if (drag == TALKS_DRAG_MARK)
    talks_timeline_redraw_overlay (self);
  else
    talks_timeline_drop_band (self);
  gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_DENIED);
  talks_timeline_update_hover (self);
  return TRUE;
}

void
talks_timeline_add_drag (TalksTimeline *self)
{
  self->drag_gesture = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag_gesture), 0);
  g_signal_connect_swapped (self->drag_gesture, "drag-begin", G_CALLBACK (drag_began), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-update", G_CALLBACK (drag_updated), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-end", G_CALLBACK (drag_ended), self);
  g_signal_connect_swapped (self->drag_gesture, "cancel", G_CALLBACK (drag_cancelled), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag_gesture));
}
