/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marking events: Ctrl+click and Ctrl+Space, Ctrl+A, and the frame that Ctrl+drag opens. What is done with them is in
 * talks-timeline-several.c, how they look in talks-timeline-marks-draw.c. */

#include "talks-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "talks-compat.h"

/* ---- what is marked ---- */

char *
talks_timeline_marked_to_words (TalksTimeline *self)
{
  guint n = talks_session_count_marked (self->session);

  return g_strdup_printf (ngettext ("%u event marked", "%u events marked", n), n);
}

void
talks_timeline_announce_marks (TalksTimeline *self)
{
  g_autofree char *words = talks_timeline_marked_to_words (self);

  talks_compat_announce (GTK_WIDGET (self), words);
}

guint
talks_timeline_count_marks (TalksTimeline   *self,
                            const TalksItem *item)
{
  if (item->record != NULL && item->record->kind == TALKS_RECORD_EVENT)
    return talks_session_is_marked (self->session, item->record->id);
  return talks_session_count_marked_of (self->session, item->events, item->events != NULL ? item->n_events : 0);
}

/* The ids of the events of an item, NULL-terminated and borrowed. A fold hides what it holds: nobody marks that by
 * pointing at it. */
static GPtrArray *
list_ids (const TalksItem *item)
{
  GPtrArray *ids = g_ptr_array_new ();

  if (item->record != NULL && item->record->kind == TALKS_RECORD_EVENT)
    g_ptr_array_add (ids, item->record->id);
  else if (item->kind == TALKS_ITEM_CLUSTER)
    for (guint i = 0; i < item->n_events; i++)
      g_ptr_array_add (ids, item->events[i]->record.id);
  g_ptr_array_add (ids, NULL);
  return ids;
}

static void
toggle_id (TalksTimeline *self,
           const char    *id)
{
  talks_session_set_marked (self->session, (const char *[]) { id, NULL }, !talks_session_is_marked (self->session, id));
  talks_timeline_announce_marks (self);
}

gboolean
talks_timeline_toggle_mark (TalksTimeline   *self,
                            const TalksItem *item)
{
  g_autoptr (GPtrArray) ids = list_ids (item);
  TalksRecord *selection = talks_session_get_selection (self->session);
  guint n_events = ids->len - 1;
  guint n_marked = talks_timeline_count_marks (self, item);

  if (n_events == 0)
    return FALSE;
  /* Who chose one event here and adds another means both. What the window selected by itself nobody chose. */
  if (talks_session_count_marked (self->session) == 0 && selection != NULL
      && g_strcmp0 (selection->id, self->chosen_id) == 0 && selection->kind == TALKS_RECORD_EVENT
      && talks_timeline_find_selected (self) != item)
    g_ptr_array_insert (ids, 0, selection->id);
  talks_session_set_marked (self->session, (const char * const *) ids->pdata, n_marked < n_events);
  talks_timeline_announce_marks (self);
  return TRUE;
}

/* ---- the frame ---- */

static TalksRect
get_frame (TalksTimeline *self)
{
  return (TalksRect) {
    .x = MIN (self->mark_from_x, self->mark_to_x),
    .y = MIN (self->mark_from_y, self->mark_to_y),
    .width = fabs (self->mark_to_x - self->mark_from_x),
    .height = fabs (self->mark_to_y - self->mark_from_y),
  };
}

void
talks_timeline_begin_frame (TalksTimeline *self,
                            double         x,
                            double         y)
{
  talks_timeline_to_content (self, x, y, &self->mark_from_x, &self->mark_from_y);
  self->mark_to_x = self->mark_from_x;
  self->mark_to_y = self->mark_from_y;
}

void
talks_timeline_update_frame (TalksTimeline *self,
                             double         x,
                             double         y)
{
  GdkRectangle area = talks_timeline_get_canvas_area (self);

  talks_timeline_to_content (self, CLAMP (x, area.x, area.x + area.width), CLAMP (y, area.y, area.y + area.height),
                             &self->mark_to_x, &self->mark_to_y);
  talks_timeline_redraw_overlay (self);
}

static gboolean
is_day_inside (TalksTimeline    *self,
               TalksRect         frame,
               const TalksEvent *event)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double x = talks_time_scale_day_to_x (viewport->scale, (double) talks_date_get_sort_day (event->date) + 0.5);

  return x >= frame.x && x <= frame.x + frame.width;
}

/* Where the label of an event reaches to tells nothing of the event: its mark, or bar, is what the frame must touch. */
static gboolean
touches (TalksRect        frame,
         const TalksItem *item)
{
  double left = item->bounds.x;
  double right = item->bounds.x + item->bounds.width;

  if (item->kind == TALKS_ITEM_MARK || item->kind == TALKS_ITEM_BAR)
    {
      left = MIN (item->mark_x, item->end_x);
      right = MAX (item->mark_x, item->end_x);
    }
  return right >= frame.x && left <= frame.x + frame.width && item->bounds.y + item->bounds.height >= frame.y
         && item->bounds.y <= frame.y + frame.height;
}

guint
talks_timeline_count_framed (TalksTimeline   *self,
                             const TalksItem *item)
{
  TalksRect frame = get_frame (self);
  guint n = 0;

  if (!touches (frame, item))
    return 0;
  if (item->record != NULL)
    return item->record->kind == TALKS_RECORD_EVENT;
  if (item->kind != TALKS_ITEM_CLUSTER)
    return 0;
  if (!item->is_profile)
    return item->n_events;
  for (guint i = 0; i < item->n_events; i++)
    n += is_day_inside (self, frame, item->events[i]);
  return n;
}

typedef struct
{
  TalksTimeline *self;
  TalksRect      frame;
  GPtrArray     *ids;
} Framed;

static void
collect_framed (const TalksItem *item,
                gpointer         data)
{
  Framed *framed = data;
  g_autoptr (GPtrArray) ids = NULL;

  if (talks_timeline_count_framed (framed->self, item) == 0)
    return;
  if (item->is_profile)
    {
      for (guint i = 0; i < item->n_events; i++)
        if (is_day_inside (framed->self, framed->frame, item->events[i]))
          g_ptr_array_add (framed->ids, item->events[i]->record.id);
      return;
    }
  ids = list_ids (item);
  for (guint i = 0; i + 1 < ids->len; i++)
    g_ptr_array_add (framed->ids, ids->pdata[i]);
}

void
talks_timeline_end_frame (TalksTimeline *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  Framed framed = { self, get_frame (self), ids };

  talks_timeline_ensure_scene (self);
  talks_scene_foreach (self->scene, framed.frame.x, framed.frame.x + framed.frame.width, collect_framed, &framed);
  g_ptr_array_add (ids, NULL);
  talks_session_set_marked (self->session, (const char * const *) ids->pdata, TRUE);
  talks_timeline_announce_marks (self);
  talks_timeline_redraw_overlay (self);
}

/* ---- keys and menu ---- */

static gboolean
key_toggle (GtkWidget *widget,
            GVariant  *args,
            gpointer   data)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  TalksRecord *selection = talks_session_get_selection (self->session);
  const TalksItem *item = talks_timeline_get_current_item (self);

  if (item == NULL)
    return FALSE;
  /* In a cluster that was stepped into, that event alone is meant. */
  if (item->record == NULL && selection != NULL && selection->kind == TALKS_RECORD_EVENT
      && item == talks_timeline_find_selected (self))
    {
      toggle_id (self, selection->id);
      return TRUE;
    }
  if (item->record == NULL)
    return talks_timeline_toggle_mark (self, item);
  if (item->record->kind != TALKS_RECORD_EVENT)
    return FALSE;
  toggle_id (self, item->record->id);
  return TRUE;
}

static void
toggle_aimed (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);

  if (self->menu_id != NULL)
    toggle_id (self, self->menu_id);
}

static void
mark_all (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);

  talks_session_mark_found (self->session);
  talks_timeline_announce_marks (self);
}

static void
clear_marks (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);

  talks_session_clear_marks (self->session);
  talks_timeline_announce_marks (self);
}

void
talks_timeline_class_add_marks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.toggle-mark", NULL, toggle_aimed);
  gtk_widget_class_install_action (widget_class, "timeline.mark-all", NULL, mark_all);
  gtk_widget_class_install_action (widget_class, "timeline.clear-marks", NULL, clear_marks);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, key_toggle, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, GDK_CONTROL_MASK, key_toggle, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "timeline.mark-all", NULL);
}
