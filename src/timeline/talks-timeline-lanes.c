/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-timeline-private.h"

/* The column beside the canvas, and the corner beside the ruler. */
struct _TalksTimelineLanes
{
  GtkWidget      parent_instance;
  GskRenderNode *node; /* of those in view */
  guint          generation;
  double         dy;
};

G_DEFINE_FINAL_TYPE (TalksTimelineLanes, talks_timeline_lanes, GTK_TYPE_WIDGET)

static GskRenderNode *
record_lanes (TalksTimeline *timeline,
              double         dy,
              double         width,
              double         height)
{
  TalksPaint paint = talks_timeline_get_paint (timeline);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr;

  paint.height = MAX (talks_scene_get_height (timeline->scene), height);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_translate (cr, 0, -dy);
  talks_painter_draw_lane_headers (cr, timeline->scene, &paint, width);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
talks_timeline_lanes_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  TalksTimelineLanes *self = TALKS_TIMELINE_LANES (widget);
  TalksTimeline *timeline = TALKS_TIMELINE (gtk_widget_get_parent (widget));
  TalksColor surface = timeline->palette->surface;
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget) - timeline->ruler_height;
  double dy = talks_timeline_get_dy (timeline);

  if (timeline->scene == NULL || height <= 0)
    return;
  if (self->node == NULL || self->generation != timeline->generation || self->dy != dy)
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = record_lanes (timeline, dy, width, height);
      self->generation = timeline->generation;
      self->dy = dy;
    }

  gtk_snapshot_append_color (snapshot,
                             &(GdkRGBA) { (float) surface.red, (float) surface.green,
                                          (float) surface.blue, (float) surface.alpha },
                             &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                  (float) gtk_widget_get_height (widget)));
  if (self->node == NULL)
    return;
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) timeline->ruler_height));
  gtk_snapshot_append_node (snapshot, self->node);
}

static void
talks_timeline_lanes_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  TalksTimelineLanes *self = TALKS_TIMELINE_LANES (widget);

  g_clear_pointer (&self->node, gsk_render_node_unref);
}

static void
talks_timeline_lanes_dispose (GObject *object)
{
  TalksTimelineLanes *self = TALKS_TIMELINE_LANES (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);

  G_OBJECT_CLASS (talks_timeline_lanes_parent_class)->dispose (object);
}

static void
talks_timeline_lanes_class_init (TalksTimelineLanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = talks_timeline_lanes_dispose;
  widget_class->snapshot = talks_timeline_lanes_snapshot;
  widget_class->size_allocate = talks_timeline_lanes_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "lanes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
talks_timeline_lanes_init (TalksTimelineLanes *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}
