/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-timeline-private.h"

struct _TalksTimelineRuler
{
  GtkWidget      parent_instance;
  GskRenderNode *node; /* of this place, so that only horizontal movement records */
  guint          generation;
  double         dx;
  double         width;
};

G_DEFINE_FINAL_TYPE (TalksTimelineRuler, talks_timeline_ruler, GTK_TYPE_WIDGET)

static GskRenderNode *
record_ruler (TalksTimeline *timeline,
              double         dx,
              double         width,
              double         height)
{
  TalksPaint paint = talks_timeline_get_paint (timeline);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_translate (cr, -dx, 0);
  talks_painter_draw_ruler (cr, timeline->scene, &paint, dx, dx + width);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
talks_timeline_ruler_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  TalksTimelineRuler *self = TALKS_TIMELINE_RULER (widget);
  TalksTimeline *timeline = TALKS_TIMELINE (gtk_widget_get_parent (widget));
  TalksColor surface = timeline->palette->surface;
  double width = gtk_widget_get_width (widget);
  double dx;

  if (timeline->scene == NULL)
    return;
  dx = talks_timeline_get_dx (timeline);
  if (self->node == NULL || self->generation != timeline->generation || self->dx != dx ||
      self->width != width)
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = record_ruler (timeline, dx, width, gtk_widget_get_height (widget));
      self->generation = timeline->generation;
      self->dx = dx;
      self->width = width;
    }

  gtk_snapshot_append_color (snapshot,
                             &(GdkRGBA) { (float) surface.red, (float) surface.green,
                                          (float) surface.blue, (float) surface.alpha },
                             &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                  (float) gtk_widget_get_height (widget)));
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
}

static void
talks_timeline_ruler_dispose (GObject *object)
{
  TalksTimelineRuler *self = TALKS_TIMELINE_RULER (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);

  G_OBJECT_CLASS (talks_timeline_ruler_parent_class)->dispose (object);
}

static void
talks_timeline_ruler_class_init (TalksTimelineRulerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = talks_timeline_ruler_dispose;
  widget_class->snapshot = talks_timeline_ruler_snapshot;

  gtk_widget_class_set_css_name (widget_class, "ruler");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
talks_timeline_ruler_init (TalksTimelineRuler *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}
