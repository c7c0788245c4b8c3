/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-timeline-overview-private.h"

#include <glib/gi18n-lib.h>

#include "talks-timeline-private.h"

#define HEIGHT 44
#define MIN_WIDTH 160

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

TalksOverview *
talks_timeline_overview_ensure (TalksTimelineOverview *self)
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

  talks_timeline_overview_ensure (self);
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

  self->palette = talks_palette_get (TALKS_THEME_LIGHT);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  talks_timeline_overview_add_pointer (self);
}

GtkWidget *
talks_timeline_overview_new (TalksSession *session)
{
  g_return_val_if_fail (TALKS_IS_SESSION (session), NULL);

  return g_object_new (TALKS_TYPE_TIMELINE_OVERVIEW, "session", session, NULL);
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
