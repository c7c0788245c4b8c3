/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointer, wheel and fingers. Plain and Shift+wheel, and panning by finger, are left to the
 * GtkScrolledWindow around. */

#include "talks-timeline-private.h"

#include <math.h>

#define WHEEL_FACTOR 1.25       /* zoom for one click of a wheel */
#define PIXELS_PER_DOUBLE 120.0 /* zoom for a touchpad */
#define QUIET_MS 100

/* Beside the canvas only the topic of the ribbons answers to the pointer. */
static TalksTimelinePlace
find_place_beside (TalksTimeline *self,
                   double         y)
{
  double content_x;
  double content_y;
  double top;

  if (self->scene == NULL || talks_scene_get_ribbons (self->scene).height <= 0)
    return TALKS_PLACE_OUTSIDE;
  talks_timeline_to_content (self, 0, y, &content_x, &content_y);
  top = talks_scene_get_ribbons (self->scene).y;
  if (content_y >= top && content_y < top + talks_scene_get_metrics (self->scene)->ribbon_head)
    return TALKS_PLACE_TOPIC;
  return TALKS_PLACE_OUTSIDE;
}

TalksTimelinePlace
talks_timeline_find_place (TalksTimeline *self,
                           double         x,
                           double         y)
{
  GdkRectangle area = talks_timeline_get_canvas_area (self);
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double head;
  double reach;

  if (y < 0 || y >= area.y + area.height)
    return TALKS_PLACE_OUTSIDE;
  if (x < area.x || x >= area.x + area.width)
    return y >= area.y ? find_place_beside (self, y) : TALKS_PLACE_OUTSIDE;
  if (y >= area.y)
    return TALKS_PLACE_CANVAS;

  head = talks_time_scale_day_to_x (viewport->scale,
                                    (double) talks_session_get_as_of (self->session) + 0.5);
  head += area.x - viewport->x;
  if (head < area.x || head > area.x + area.width)
    return TALKS_PLACE_RULER;
  /* The flag stays whole at the edges, away from its line. */
  reach = talks_timeline_overlay_get_flag_reach (TALKS_TIMELINE_OVERLAY (self->overlay));
  head = CLAMP (head, area.x + MIN (reach, area.width / 2.0),
                area.x + area.width - MIN (reach, area.width / 2.0));
  return fabs (x - head) <= reach && y < area.y / 2.0 ? TALKS_PLACE_FLAG : TALKS_PLACE_RULER;
}

const TalksItem *
talks_timeline_pick (TalksTimeline *self,
                     double         x,
                     double         y)
{
  double content_x;
  double content_y;

  if (self->scene == NULL || talks_timeline_find_place (self, x, y) != TALKS_PLACE_CANVAS)
    return NULL;
  talks_timeline_to_content (self, x, y, &content_x, &content_y);
  return talks_scene_pick (self->scene, content_x, content_y);
}

/* ---- hover ---- */

static void
set_cursor (TalksTimeline *self,
            const char    *name)
{
  if (self->cursor == name)
    return;
  self->cursor = name;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
update_cursor (TalksTimeline *self)
{
  TalksTimelinePlace place = TALKS_PLACE_OUTSIDE;

  if (self->has_pointer)
    place = talks_timeline_find_place (self, self->pointer_x, self->pointer_y);

  if (self->drag == TALKS_DRAG_PAN)
    set_cursor (self, "grabbing");
  else if (self->drag == TALKS_DRAG_SPAN || self->drag == TALKS_DRAG_MARK)
    set_cursor (self, "crosshair");
  else if (self->drag == TALKS_DRAG_PLAYHEAD)
    set_cursor (self, "ew-resize");
  else if (self->drag == TALKS_DRAG_EDIT)
    set_cursor (self, self->edit_side == TALKS_DATE_WHOLE ? "grabbing" : "ew-resize");
  else if (self->hover != NULL && talks_timeline_may_edit (self, FALSE)
           && talks_timeline_find_side (self, self->hover, self->pointer_x) != TALKS_DATE_WHOLE)
    set_cursor (self, "ew-resize");
  else if (self->hover != NULL || place == TALKS_PLACE_TOPIC)
    set_cursor (self, "pointer");
  else if (place == TALKS_PLACE_FLAG)
    set_cursor (self, "ew-resize");
  else
    set_cursor (self, NULL);
}

void
talks_timeline_update_hover (TalksTimeline *self)
{
  const TalksItem *hover = NULL;

  if (self->has_pointer && self->drag == TALKS_DRAG_NONE)
    hover = talks_timeline_pick (self, self->pointer_x, self->pointer_y);
  if (hover != self->hover)
    {
      self->hover = hover;
      talks_timeline_redraw_overlay (self);
    }
  update_cursor (self);
}

static void
pointer_moved (TalksTimeline *self,
               double         x,
               double         y)
{
  self->has_pointer = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
  talks_timeline_update_hover (self);
}

static void
pointer_left (TalksTimeline *self)
{
  self->has_pointer = FALSE;
  talks_timeline_update_hover (self);
}

/* ---- wheel ---- */

static gboolean
scrolled (TalksTimeline            *self,
          double                    dx,
          double                    dy,
          GtkEventControllerScroll *controller)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean clicks = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  GdkRectangle area = talks_timeline_get_canvas_area (self);
  double x = self->has_pointer ? self->pointer_x : area.x + area.width / 2.0;

  /* Who turns the wheel takes over from the glide. */
  if (self->motion == TALKS_MOTION_GLIDE)
    talks_timeline_stop_motion (self);
  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  x = CLAMP (x, area.x, area.x + area.width);
  self->zoom_room = 0;
  if (clicks)
    talks_timeline_zoom (self, pow (WHEEL_FACTOR, -dy), talks_timeline_x_to_day (self, x), TRUE);
  else
    talks_timeline_zoom (self, exp2 (-dy / PIXELS_PER_DOUBLE), talks_timeline_x_to_day (self, x),
                         FALSE);
  return GDK_EVENT_STOP;
}

/* ---- pinch ---- */

/* The scrolled window goes on adding to the old position while it decelerates: only switching
 * kinetic scrolling off and on stops it. */
static void
stop_kinetic (TalksTimeline *self)
{
  GtkWidget *parent = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (parent == NULL || !gtk_scrolled_window_get_kinetic_scrolling (GTK_SCROLLED_WINDOW (parent)))
    return;
  gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (parent), FALSE);
  gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (parent), TRUE);
}

static void
pinch_began (TalksTimeline    *self,
             GdkEventSequence *sequence,
             GtkGesture       *gesture)
{
  double x;
  double y;

  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;
  talks_timeline_stop_motion (self);
  stop_kinetic (self);
  self->pinch_zoom = talks_session_get_viewport (self->session)->zoom;
  self->pinch_day = talks_timeline_x_to_day (self, x);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_changed (TalksTimeline  *self,
               double          factor,
               GtkGestureZoom *gesture)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  GdkRectangle area = talks_timeline_get_canvas_area (self);
  double x;
  double y;

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y) || factor <= 0)
    return;
  talks_session_zoom_at (self->session, self->pinch_zoom * factor, self->pinch_day);
  /* The fingers may wander while they spread. */
  talks_session_scroll_to (self->session,
                           talks_time_scale_day_to_x (viewport->scale, self->pinch_day) -
                             (x - area.x));
}

static void
pinch_ended (TalksTimeline    *self,
             GdkEventSequence *sequence)
{
  self->quiet_until = g_get_monotonic_time () + QUIET_MS * 1000;
}

/* ---- clicks ---- */

static void
pressed (TalksTimeline   *self,
         int              n_press,
         double           x,
         double           y,
         GtkGestureClick *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_PRIMARY && !talks_timeline_has_focus_inside (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (button == GDK_BUTTON_SECONDARY)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      talks_timeline_popup_menu (self, talks_timeline_pick (self, x, y), x, y);
    }
}

/* With Ctrl a click marks, as in every list; without, it leaves nothing marked. TRUE: that was all. */
static gboolean
mark_by_click (TalksTimeline   *self,
               const TalksItem *item,
               GdkModifierType  state)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      if (item != NULL)
        talks_timeline_toggle_mark (self, item);
      return TRUE;
    }
  if (talks_session_count_marked (self->session) > 0)
    {
      talks_session_clear_marks (self->session);
      talks_timeline_announce_marks (self);
    }
  return FALSE;
}

static void
released (TalksTimeline   *self,
          int              n_press,
          double           x,
          double           y,
          GtkGestureClick *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  const TalksItem *item = button == GDK_BUTTON_PRIMARY ? talks_timeline_pick (self, x, y) : NULL;

  if (button == GDK_BUTTON_PRIMARY && talks_timeline_find_place (self, x, y) == TALKS_PLACE_CANVAS
      && mark_by_click (self, item, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture))))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }
  if (button == GDK_BUTTON_PRIMARY && talks_timeline_find_place (self, x, y) == TALKS_PLACE_TOPIC)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      talks_timeline_popup_topics (self, x, y);
    }
  if (button == GDK_BUTTON_PRIMARY && item == NULL && n_press == 2
      && talks_timeline_find_place (self, x, y) == TALKS_PLACE_CANVAS)
    talks_timeline_ask_to_add (self, x, y);
  if (item == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press == 1)
    talks_timeline_activate_item (self, item);
  else if (n_press == 2 && item->record != NULL)
    g_signal_emit_by_name (self, "activated");
}

static void
long_pressed (TalksTimeline *self,
              double         x,
              double         y,
              GtkGesture    *gesture)
{
  if (talks_timeline_find_place (self, x, y) != TALKS_PLACE_CANVAS)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  talks_timeline_popup_menu (self, talks_timeline_pick (self, x, y), x, y);
}

/* ---- setting up ---- */

static void
add_pinch (TalksTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->zoom_gesture = gtk_gesture_zoom_new ();
  g_signal_connect_swapped (self->zoom_gesture, "begin", G_CALLBACK (pinch_began), self);
  g_signal_connect_swapped (self->zoom_gesture, "scale-changed", G_CALLBACK (pinch_changed), self);
  g_signal_connect_swapped (self->zoom_gesture, "end", G_CALLBACK (pinch_ended), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->zoom_gesture));
}

void
talks_timeline_add_gestures (TalksTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  /* Not "enter": when a menu closes, it tells of a place in the window as if it were one in the widget, which would
   * light up an event far from the pointer. */
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled), self);
  gtk_widget_add_controller (widget, scroll);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_swapped (hold, "pressed", G_CALLBACK (long_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));

  talks_timeline_add_drag (self);
  add_pinch (self);
}
