/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-timeline-overview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "talks-overview.h"
#include "talks-timeline-overview-private.h"
#include "talks-timeline-private.h"

#define HEIGHT 44
#define MIN_WIDTH 160
#define HANDLE_REACH 8.0 /* to each side of an end */
#define WHEEL_PART 0.1   /* of what is seen, for one click */

typedef enum
{
  GRIP_NONE,
  GRIP_WINDOW,
  GRIP_START, /* the earlier end */
  GRIP_END,
} Grip;

struct _TalksTimelineOverview
{
  GtkWidget           parent_instance;
  TalksSession       *session;
  const TalksPalette *palette;
  TalksOverview      *overview; /* made when drawn or asked */
  TalksSpan           extent;   /* of the viewport when it was */
  GskRenderNode      *density;  /* kept: only the windows move */
  Grip                grip;
  double              grip_day; /* pointed at when the drag began */
  double              grip_x;   /* content position then; for an end, days from it to the pointer */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TalksTimelineOverview, talks_timeline_overview, GTK_TYPE_WIDGET)

/* ---- what is in view ---- */

GArray *
talks_timeline_overview_get_windows (const TalksViewport *viewport)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (double));
  const TalksSpan *folds;
  size_t n_folds;
  double from;
  double to;

  g_return_val_if_fail (viewport != NULL, windows);

  if (viewport->width <= 0)
    return windows;
  talks_viewport_get_visible (viewport, &from, &to);
  folds = talks_time_scale_get_folds (viewport->scale, &n_folds);
  for (size_t i = 0; i < n_folds; i++)
    {
      double start = (double) folds[i].start;
      double end = (double) folds[i].end;

      if (end <= from || start >= to)
        continue;
      if (start > from)
        {
          g_array_append_val (windows, from);
          g_array_append_val (windows, start);
        }
      from = MIN (end, to);
    }
  if (to > from || windows->len == 0)
    {
      g_array_append_val (windows, from);
      g_array_append_val (windows, to);
    }
  return windows;
}

static TalksOverview *
ensure_overview (TalksTimelineOverview *self)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);

  if (self->overview != NULL && !talks_span_equal (self->extent, viewport->extent))
    {
      g_clear_pointer (&self->overview, talks_overview_free);
      g_clear_pointer (&self->density, gsk_render_node_unref);
    }
  if (self->overview == NULL)
    {
      self->extent = viewport->extent;
      self->overview = talks_overview_new (talks_session_get_document (self->session),
                                           viewport->extent);
    }
  return self->overview;
}

static double
x_to_day (TalksTimelineOverview *self,
          double                 x)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double day = talks_overview_x_to_day (ensure_overview (self), x, width);

  return CLAMP (day, (double) self->extent.start, (double) self->extent.end);
}

static double
day_to_x (TalksTimelineOverview *self,
          double                 day)
{
  return talks_overview_day_to_x (ensure_overview (self), day,
                                  gtk_widget_get_width (GTK_WIDGET (self)));
}

static Grip
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
    return GRIP_NONE;
  start = day_to_x (self, g_array_index (windows, double, 0));
  end = day_to_x (self, g_array_index (windows, double, windows->len - 1));
  /* A narrow window still has a middle: its ends are grasped from outside. */
  inside = MIN (HANDLE_REACH, MAX ((end - start) / 4, 0));
  if (x >= start - HANDLE_REACH && x <= start + inside)
    return GRIP_START;
  if (x >= end - inside && x <= end + HANDLE_REACH)
    return GRIP_END;
  for (guint i = 0; i < windows->len; i += 2)
    if (day >= g_array_index (windows, double, i) && day <= g_array_index (windows, double, i + 1))
      return GRIP_WINDOW;
  return GRIP_NONE;
}

/* ---- drawing ---- */

static TalksPaint
get_paint (TalksTimelineOverview *self)
{
  return (TalksPaint) {
    .palette = self->palette,
    .context = gtk_widget_get_pango_context (GTK_WIDGET (self)),
  };
}

static void
ensure_density (TalksTimelineOverview *self,
                double                 width,
                double                 height)
{
  TalksPaint paint = get_paint (self);
  GtkSnapshot *recorder;
  cairo_t *cr;

  if (self->density != NULL)
    return;
  recorder = gtk_snapshot_new ();
  cr = gtk_snapshot_append_cairo (recorder,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  talks_overview_draw (self->overview, cr, &paint, width, height);
  cairo_destroy (cr);
  self->density = gtk_snapshot_free_to_node (recorder);
}

static void
talks_timeline_overview_snapshot (GtkWidget   *widget,
                                  GtkSnapshot *snapshot)
{
  TalksTimelineOverview *self = TALKS_TIMELINE_OVERVIEW (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  TalksPaint paint = get_paint (self);
  g_autoptr(GArray) windows =
    talks_timeline_overview_get_windows (talks_session_get_viewport (self->session));
  cairo_t *cr;

  ensure_overview (self);
  ensure_density (self, width, height);
  gtk_snapshot_save (snapshot);
  if (self->density != NULL)
    gtk_snapshot_append_node (snapshot, self->density);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  talks_overview_draw_windows (self->overview, cr, &paint, width, height,
                               (const double *) (void *) windows->data, windows->len / 2,
                               (double) talks_session_get_as_of (self->session) + 0.5);
  cairo_destroy (cr);
  gtk_snapshot_restore (snapshot);
}

/* ---- words ---- */

static void
describe (TalksTimelineOverview *self)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double width = MAX (talks_time_scale_get_width (viewport->scale) - viewport->width, 0);
  g_autofree char *text = talks_timeline_describe_view (self->session);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, width,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, MIN (viewport->x, width),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
}

/* ---- following the session ---- */

static void
session_changed (TalksTimelineOverview *self,
                 guint                  flags)
{
  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE))
    {
      g_clear_pointer (&self->overview, talks_overview_free);
      g_clear_pointer (&self->density, gsk_render_node_unref);
    }
  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE | TALKS_SESSION_AS_OF |
               TALKS_SESSION_SCALE | TALKS_SESSION_POSITION))
    {
      describe (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

/* ---- pointer ---- */

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
  if (self->grip == GRIP_START || self->grip == GRIP_END)
    {
      talks_viewport_get_visible (viewport, &from, &to);
      self->grip_x = self->grip_day - (self->grip == GRIP_START ? from : to);
      return;
    }
  /* A press elsewhere goes there and takes the window along. */
  if (self->grip == GRIP_NONE)
    center_on (self, self->grip_day);
  self->grip = GRIP_WINDOW;
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

  if (self->grip == GRIP_NONE || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  day = x_to_day (self, x + offset_x);
  if (self->grip == GRIP_WINDOW)
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
  if (self->grip == GRIP_START)
    from = MIN (day, to - viewport->width / TALKS_VIEWPORT_MAX_ZOOM);
  else
    to = MAX (day, from + viewport->width / TALKS_VIEWPORT_MAX_ZOOM);
  talks_session_show (self->session, from, to);
}

static void
drag_ended (TalksTimelineOverview *self)
{
  self->grip = GRIP_NONE;
}

static void
pointer_moved (TalksTimelineOverview *self,
               double                 x,
               double                 y)
{
  Grip grip = self->grip != GRIP_NONE ? self->grip : find_grip (self, x);
  const char *cursor = NULL;

  if (grip == GRIP_START || grip == GRIP_END)
    cursor = "ew-resize";
  else if (grip == GRIP_WINDOW)
    cursor = self->grip != GRIP_NONE ? "grabbing" : "grab";
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

/* ---- widget and object ---- */

static void
talks_timeline_overview_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  g_clear_pointer (&TALKS_TIMELINE_OVERVIEW (widget)->density, gsk_render_node_unref);
}

static void
talks_timeline_overview_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
}

static void
drop_density (GtkWidget *widget)
{
  g_clear_pointer (&TALKS_TIMELINE_OVERVIEW (widget)->density, gsk_render_node_unref);
  gtk_widget_queue_draw (widget);
}

static void
talks_timeline_overview_css_changed (GtkWidget         *widget,
                                     GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (talks_timeline_overview_parent_class)->css_changed (widget, change);
  drop_density (widget);
}

static void
talks_timeline_overview_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, TALKS_TIMELINE_OVERVIEW (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
talks_timeline_overview_set_property (GObject      *object,
                                      guint         id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  if (id == PROP_SESSION)
    TALKS_TIMELINE_OVERVIEW (object)->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
talks_timeline_overview_constructed (GObject *object)
{
  TalksTimelineOverview *self = TALKS_TIMELINE_OVERVIEW (object);

  G_OBJECT_CLASS (talks_timeline_overview_parent_class)->constructed (object);

  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview of the timeline"),
                                  -1);
  describe (self);
}

static void
talks_timeline_overview_finalize (GObject *object)
{
  TalksTimelineOverview *self = TALKS_TIMELINE_OVERVIEW (object);

  g_clear_pointer (&self->overview, talks_overview_free);
  g_clear_pointer (&self->density, gsk_render_node_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (talks_timeline_overview_parent_class)->finalize (object);
}

static void
talks_timeline_overview_class_init (TalksTimelineOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = talks_timeline_overview_constructed;
  object_class->get_property = talks_timeline_overview_get_property;
  object_class->set_property = talks_timeline_overview_set_property;
  object_class->finalize = talks_timeline_overview_finalize;
  widget_class->snapshot = talks_timeline_overview_snapshot;
  widget_class->size_allocate = talks_timeline_overview_size_allocate;
  widget_class->measure = talks_timeline_overview_measure;
  widget_class->css_changed = talks_timeline_overview_css_changed;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, TALKS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "talks-overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  talks_timeline_overview_class_add_keys (widget_class);
}

static void
talks_timeline_overview_init (TalksTimelineOverview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->palette = talks_palette_get (TALKS_THEME_LIGHT);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_began), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled), self);
  gtk_widget_add_controller (widget, scroll);
}

GtkWidget *
talks_timeline_overview_new (TalksSession *session)
{
  g_return_val_if_fail (TALKS_IS_SESSION (session), NULL);

  return g_object_new (TALKS_TYPE_TIMELINE_OVERVIEW, "session", session, NULL);
}

TalksSession *
talks_timeline_overview_get_session (TalksTimelineOverview *self)
{
  g_return_val_if_fail (TALKS_IS_TIMELINE_OVERVIEW (self), NULL);

  return self->session;
}

void
talks_timeline_overview_set_palette (TalksTimelineOverview *self,
                                     const TalksPalette    *palette)
{
  g_return_if_fail (TALKS_IS_TIMELINE_OVERVIEW (self));
  g_return_if_fail (palette != NULL);

  if (self->palette == palette)
    return;
  self->palette = palette;
  drop_density (GTK_WIDGET (self));
}
