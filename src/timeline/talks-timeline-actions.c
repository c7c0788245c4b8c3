/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the keys do, as actions that buttons may call too. */

#include "talks-timeline-private.h"

#include <math.h>

#include "talks-compat.h"

/* What the label of an event needs, in pixels. */
#define READING_ROOM 240.0
#define KEY_FACTOR 1.5       /* zoom for a press of plus */
#define PAGE 0.9             /* of what is seen; the rest stays for orientation */
#define CLUSTER_MARGIN 0.15  /* of a cluster's length on both sides when zooming to it */
#define ANNOUNCE_MS 500

/* ---- saying where we are ---- */

static gboolean
announce_cb (gpointer data)
{
  TalksTimeline *self = data;
  g_autofree char *text = talks_timeline_describe_view (self->session);

  self->announce_id = 0;
  talks_compat_announce (GTK_WIDGET (self), text);
  return G_SOURCE_REMOVE;
}

void
talks_timeline_queue_announce (TalksTimeline *self)
{
  g_clear_handle_id (&self->announce_id, g_source_remove);
  self->announce_id = g_timeout_add (ANNOUNCE_MS, announce_cb, self);
}

/* ---- zooming ---- */

/* The selection if it is in view, else the middle. */
static double
get_still_day (TalksTimeline *self)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  TalksRecord *record = talks_session_get_selection (self->session);
  const TalksDate *date = NULL;
  double day;
  double x;

  if (record != NULL && record->kind == TALKS_RECORD_EVENT)
    date = ((TalksEvent *) record)->date;
  else if (record != NULL && record->kind == TALKS_RECORD_POSITION)
    date = ((TalksPosition *) record)->date;
  if (date != NULL)
    {
      day = (double) talks_date_get_sort_day (date) + 0.5;
      x = talks_time_scale_day_to_x (viewport->scale, day) - viewport->x;
      if (x >= 0 && x <= viewport->width)
        return day;
    }
  return talks_time_scale_x_to_day (viewport->scale, viewport->x + viewport->width / 2);
}

void
talks_timeline_zoom_by (TalksTimeline *self,
                        double         factor)
{
  g_return_if_fail (TALKS_IS_TIMELINE (self));
  g_return_if_fail (factor > 0);

  self->zoom_room = factor > 1 ? READING_ROOM : 0;
  talks_timeline_zoom (self, factor,
                       self->motion == TALKS_MOTION_ZOOM ? self->zoom_day : get_still_day (self),
                       TRUE);
  talks_timeline_queue_announce (self);
}

static void
zoom_in (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  talks_timeline_zoom_by (TALKS_TIMELINE (widget), KEY_FACTOR);
}

static void
zoom_out (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  talks_timeline_zoom_by (TALKS_TIMELINE (widget), 1 / KEY_FACTOR);
}

static void
fit (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);

  talks_timeline_stop_motion (self);
  talks_session_fit (self->session);
  talks_timeline_queue_announce (self);
}

static void
center (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double x = viewport->x;
  const TalksItem *item;

  talks_timeline_ensure_scene (self);
  item = talks_timeline_find_selected (self);
  if (item == NULL)
    return;
  talks_timeline_stop_motion (self);
  talks_session_scroll_to (self->session, item->mark_x - viewport->width / 2);
  if (fabs (viewport->x - x) < 1)
    talks_session_show_selection (self->session);
  talks_timeline_queue_announce (self);
}

/* ---- stepping ---- */

static void
note_choice (TalksTimeline *self)
{
  TalksRecord *selection = talks_session_get_selection (self->session);

  g_free (self->chosen_id);
  self->chosen_id = selection != NULL ? g_strdup (selection->id) : NULL;
}

/* Without a selection steps start where the focus is. */
static void
step_from_focus (TalksTimeline *self)
{
  TalksTimelineItem *focused = talks_timeline_get_focus_item (self);
  const TalksItem *item = focused != NULL ? talks_timeline_item_get_item (focused) : NULL;
  const TalksEvent *event;

  if (item == NULL || talks_session_get_selection (self->session) != NULL)
    return;
  event = talks_timeline_item_first_event (item);
  if (item->record != NULL)
    talks_session_select (self->session, item->record->id);
  else if (event != NULL && item->kind == TALKS_ITEM_CLUSTER)
    talks_session_select (self->session, event->record.id);
}

static void
step (GtkWidget *widget,
      TalksStep  to)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  talks_timeline_stop_motion (self);
  step_from_focus (self);
  talks_session_step (self->session, to);
  note_choice (self);
  /* GTK shows the focus for its own keys only. */
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

/* name is "timeline." and a word of this table. */
static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  static const struct
  {
    const char *name;
    TalksStep   step;
  } steps[] = {
    { "timeline.step-previous", TALKS_STEP_PREVIOUS },
    { "timeline.step-next", TALKS_STEP_NEXT },
    { "timeline.step-above", TALKS_STEP_ABOVE },
    { "timeline.step-below", TALKS_STEP_BELOW },
    { "timeline.lane-first", TALKS_STEP_LANE_FIRST },
    { "timeline.lane-last", TALKS_STEP_LANE_LAST },
    { "timeline.first", TALKS_STEP_FIRST },
    { "timeline.last", TALKS_STEP_LAST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (name, steps[i].name))
      step (widget, steps[i].step);
}

static gboolean
is_mirrored (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

static gboolean
key_left (GtkWidget *widget,
          GVariant  *args,
          gpointer   data)
{
  step (widget, is_mirrored (widget) ? TALKS_STEP_NEXT : TALKS_STEP_PREVIOUS);
  return TRUE;
}

static gboolean
key_right (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  step (widget, is_mirrored (widget) ? TALKS_STEP_PREVIOUS : TALKS_STEP_NEXT);
  return TRUE;
}

static void
page (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double way = viewport->width * PAGE;

  if (g_str_equal (name, "timeline.page-back") != is_mirrored (widget))
    way = -way;
  talks_timeline_stop_motion (self);
  talks_session_scroll_to (self->session, viewport->x + way);
  talks_timeline_queue_announce (self);
}

/* ---- opening things ---- */

static void
open_fold (TalksTimeline   *self,
           const TalksItem *item)
{
  GArray *quiet = talks_session_get_quiet (self->session);
  TalksSpan span = item->span;

  /* Opening changes the scene, and item goes with it; a strip may hide several periods that
   * touch. */
  for (guint i = 0; i < quiet->len; i++)
    if (talks_span_overlaps (g_array_index (quiet, TalksSpan, i), span))
      talks_session_set_folded (self->session, i, FALSE);
}

static void
open_cluster (TalksTimeline   *self,
              const TalksItem *item)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double zoom = viewport->zoom;
  double length = (double) MAX (item->span.end - item->span.start, 1);
  double margin = MAX (length * CLUSTER_MARGIN, 0.5);
  TalksRecord *selection = talks_session_get_selection (self->session);
  TalksEvent *next = item->events[0];

  /* Events of one day stay together at every zoom: then each click goes to the next one. */
  if (length > 1 && viewport->zoom < TALKS_VIEWPORT_MAX_ZOOM * 0.999)
    {
      talks_session_show (self->session, (double) item->span.start - margin,
                          (double) item->span.end + margin);
      if (viewport->zoom > zoom * 1.01)
        return;
    }
  for (guint i = 0; i + 1 < item->n_events; i++)
    if (&item->events[i]->record == selection)
      next = item->events[i + 1];
  talks_session_select (self->session, next->record.id);
}

void
talks_timeline_activate_item (TalksTimeline   *self,
                              const TalksItem *item)
{
  /* What is opened changes the picture, and item may be of this one. */
  TalksScene *scene;

  g_return_if_fail (self->scene != NULL && item != NULL);

  scene = talks_scene_ref (self->scene);
  talks_timeline_stop_motion (self);
  if (item->kind == TALKS_ITEM_FOLD)
    open_fold (self, item);
  else if (item->kind == TALKS_ITEM_CLUSTER)
    open_cluster (self, item);
  else if (item->record != NULL)
    {
      g_autofree char *id = g_strdup (item->record->id);

      talks_session_select (self->session, id);
    }
  note_choice (self);
  talks_scene_unref (scene);
}

static void
activate (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  TalksTimelineItem *focused = talks_timeline_get_focus_item (self);
  const TalksItem *item = focused != NULL ? talks_timeline_item_get_item (focused) : NULL;

  /* A cluster that holds the selection has been stepped into: the event is what is meant. */
  if (item != NULL && item != talks_timeline_find_selected (self))
    {
      gboolean opens_details = item->record != NULL;

      talks_timeline_activate_item (self, item);
      if (!opens_details)
        return;
    }
  if (talks_session_get_selection (self->session) != NULL)
    g_signal_emit_by_name (self, "activated");
}

/* Takes back one thing; what there is nothing to take back of is for the window. */
static gboolean
key_escape (GtkWidget *widget,
            GVariant  *args,
            gpointer   data)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);

  if (talks_timeline_cancel_drag (self))
    return TRUE;
  if (self->motion != TALKS_MOTION_NONE)
    {
      talks_timeline_stop_motion (self);
      return TRUE;
    }
  if (self->has_band)
    {
      talks_timeline_drop_band (self);
      return TRUE;
    }
  if (talks_session_count_marked (self->session) > 0)
    {
      talks_session_clear_marks (self->session);
      talks_timeline_announce_marks (self);
      return TRUE;
    }
  if (talks_session_get_selection (self->session) != NULL)
    {
      talks_session_select (self->session, NULL);
      return TRUE;
    }
  return FALSE;
}

/* ---- tables ---- */

static const struct
{
  const char                 *name;
  GtkWidgetActionActivateFunc func;
} actions[] = {
  { "timeline.zoom-in", zoom_in },
  { "timeline.zoom-out", zoom_out },
  { "timeline.fit", fit },
  { "timeline.center", center },
  { "timeline.step-previous", step_action },
  { "timeline.step-next", step_action },
  { "timeline.step-above", step_action },
  { "timeline.step-below", step_action },
  { "timeline.lane-first", step_action },
  { "timeline.lane-last", step_action },
  { "timeline.first", step_action },
  { "timeline.last", step_action },
  { "timeline.page-back", page },
  { "timeline.page-on", page },
  { "timeline.activate", activate },
};

static const struct
{
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} keys[] = {
  { GDK_KEY_Up, 0, "timeline.step-above" },
  { GDK_KEY_KP_Up, 0, "timeline.step-above" },
  { GDK_KEY_Down, 0, "timeline.step-below" },
  { GDK_KEY_KP_Down, 0, "timeline.step-below" },
  { GDK_KEY_Home, 0, "timeline.lane-first" },
  { GDK_KEY_KP_Home, 0, "timeline.lane-first" },
  { GDK_KEY_End, 0, "timeline.lane-last" },
  { GDK_KEY_KP_End, 0, "timeline.lane-last" },
  { GDK_KEY_Home, GDK_CONTROL_MASK, "timeline.first" },
  { GDK_KEY_KP_Home, GDK_CONTROL_MASK, "timeline.first" },
  { GDK_KEY_End, GDK_CONTROL_MASK, "timeline.last" },
  { GDK_KEY_KP_End, GDK_CONTROL_MASK, "timeline.last" },
  { GDK_KEY_Page_Up, 0, "timeline.page-back" },
  { GDK_KEY_KP_Page_Up, 0, "timeline.page-back" },
  { GDK_KEY_Page_Down, 0, "timeline.page-on" },
  { GDK_KEY_KP_Page_Down, 0, "timeline.page-on" },
  { GDK_KEY_plus, 0, "timeline.zoom-in" },
  { GDK_KEY_equal, 0, "timeline.zoom-in" },
  { GDK_KEY_KP_Add, 0, "timeline.zoom-in" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_minus, 0, "timeline.zoom-out" },
  { GDK_KEY_KP_Subtract, 0, "timeline.zoom-out" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "timeline.zoom-out" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "timeline.zoom-out" },
  { GDK_KEY_0, 0, "timeline.fit" },
  { GDK_KEY_KP_0, 0, "timeline.fit" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "timeline.fit" },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "timeline.fit" },
  { GDK_KEY_f, 0, "timeline.center" },
  { GDK_KEY_Return, 0, "timeline.activate" },
  { GDK_KEY_KP_Enter, 0, "timeline.activate" },
  { GDK_KEY_ISO_Enter, 0, "timeline.activate" },
  { GDK_KEY_space, 0, "timeline.activate" },
};

void
talks_timeline_class_add_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, key_left, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, key_left, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, key_right, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, key_right, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, key_escape, NULL);
}
