/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scene, in strips of fixed width in content pixels. A strip is recorded when it is first
 * seen and its node is shown again and again: panning appends the same nodes elsewhere, and
 * renderers that keep a texture by node keep it. A scene higher than a texture can be has its
 * strips one below another. All go when the generation of the timeline changes. */

#include "talks-timeline-private.h"

#include <math.h>

#define STRIP_WIDTH 512   /* up to 4 device pixels a pixel within the limit of any GPU */
#define STRIP_HEIGHT 2048 /* at most */
#define MAX_STRIPS 32     /* what stays, seen or not: about four wide screens */

typedef struct
{
  GskRenderNode *node;
  guint          used; /* when last */
} Strip;

struct _TalksTimelineCanvas
{
  GtkWidget   parent_instance;
  GHashTable *strips; /* place → Strip */
  guint       generation;
  double      height; /* of all strips: down to the end of the widget at least */
  int         view;   /* height of what is seen of them at once */
  guint       now;    /* counts snapshots */
};

G_DEFINE_FINAL_TYPE (TalksTimelineCanvas, talks_timeline_canvas, GTK_TYPE_WIDGET)

static void
strip_free (gpointer data)
{
  Strip *strip = data;

  g_clear_pointer (&strip->node, gsk_render_node_unref);
  g_free (strip);
}

static GskRenderNode *
record_strip (TalksTimelineCanvas *self,
              TalksTimeline       *timeline,
              int64_t              column,
              int                  row)
{
  TalksPaint paint = talks_timeline_get_paint (timeline);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double from = (double) column * STRIP_WIDTH;
  double top = (double) row * STRIP_HEIGHT;
  double height = MIN (self->height - top, STRIP_HEIGHT);
  cairo_t *cr;

  paint.height = self->view;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, STRIP_WIDTH, (float) height));
  cairo_translate (cr, -from, -top);
  talks_painter_draw_canvas (cr, timeline->scene, &paint, from, from + STRIP_WIDTH);
  cairo_destroy (cr);
  timeline->counters.strips++;
  return gtk_snapshot_free_to_node (snapshot);
}

static Strip *
ensure_strip (TalksTimelineCanvas *self,
              TalksTimeline       *timeline,
              int64_t              column,
              int                  row)
{
  int64_t place = column * (int64_t) G_MAXUINT16 + row;
  Strip *strip = g_hash_table_lookup (self->strips, &place);

  if (strip == NULL)
    {
      strip = g_new0 (Strip, 1);
      strip->node = record_strip (self, timeline, column, row);
      g_hash_table_insert (self->strips, g_memdup2 (&place, sizeof place), strip);
    }
  strip->used = self->now;
  return strip;
}

/* Drops the strips seen longest ago, but none that is in this picture. */
static void
drop_strips (TalksTimelineCanvas *self)
{
  while (g_hash_table_size (self->strips) > MAX_STRIPS)
    {
      GHashTableIter iter;
      gpointer key;
      gpointer value;
      gpointer oldest = NULL;
      guint used = self->now;

      g_hash_table_iter_init (&iter, self->strips);
      while (g_hash_table_iter_next (&iter, &key, &value))
        if (((Strip *) value)->used < used)
          {
            used = ((Strip *) value)->used;
            oldest = key;
          }
      if (used == self->now)
        return;
      g_hash_table_remove (self->strips, oldest);
    }
}

static void
append_strips (TalksTimelineCanvas *self,
               GtkSnapshot         *snapshot,
               TalksTimeline       *timeline)
{
  double dx = talks_timeline_get_dx (timeline);
  double dy = talks_timeline_get_dy (timeline);
  double right = MIN (dx + gtk_widget_get_width (GTK_WIDGET (self)),
                      talks_scene_get_width (timeline->scene));
  double bottom = MIN (dy + gtk_widget_get_height (GTK_WIDGET (self)), self->height);

  for (int row = (int) floor (dy / STRIP_HEIGHT); (double) row * STRIP_HEIGHT < bottom; row++)
    for (int64_t column = (int64_t) floor (dx / STRIP_WIDTH);
         (double) column * STRIP_WIDTH < right; column++)
      {
        Strip *strip = ensure_strip (self, timeline, column, row);
        double x = (double) column * STRIP_WIDTH - dx;
        double y = (double) row * STRIP_HEIGHT - dy;

        if (strip->node == NULL)
          continue;
        gtk_snapshot_save (snapshot);
        gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
        gtk_snapshot_append_node (snapshot, strip->node);
        gtk_snapshot_restore (snapshot);
      }
}

static void
talks_timeline_canvas_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  TalksTimelineCanvas *self = TALKS_TIMELINE_CANVAS (widget);
  TalksTimeline *timeline = TALKS_TIMELINE (gtk_widget_get_parent (widget));
  TalksColor surface = timeline->palette->surface;
  int view = gtk_widget_get_height (widget);
  double height;

  if (timeline->scene == NULL)
    return;
  height = ceil (MAX (talks_scene_get_height (timeline->scene), view));
  if (self->generation != timeline->generation || self->height != height || self->view != view)
    {
      g_hash_table_remove_all (self->strips);
      self->generation = timeline->generation;
      self->height = height;
      self->view = view;
    }
  self->now++;
  timeline->counters.canvas++;

  gtk_snapshot_append_color (snapshot,
                             &(GdkRGBA) { (float) surface.red, (float) surface.green,
                                          (float) surface.blue, (float) surface.alpha },
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
  append_strips (self, snapshot, timeline);
  drop_strips (self);
  if (timeline->debug)
    g_printerr ("timeline: canvas %u, strips recorded %u, kept %u\n", timeline->counters.canvas,
                timeline->counters.strips, g_hash_table_size (self->strips));
}

static void
talks_timeline_canvas_unrealize (GtkWidget *widget)
{
  g_hash_table_remove_all (TALKS_TIMELINE_CANVAS (widget)->strips);

  GTK_WIDGET_CLASS (talks_timeline_canvas_parent_class)->unrealize (widget);
}

static void
talks_timeline_canvas_finalize (GObject *object)
{
  g_hash_table_unref (TALKS_TIMELINE_CANVAS (object)->strips);

  G_OBJECT_CLASS (talks_timeline_canvas_parent_class)->finalize (object);
}

static void
talks_timeline_canvas_class_init (TalksTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = talks_timeline_canvas_finalize;
  widget_class->snapshot = talks_timeline_canvas_snapshot;
  widget_class->unrealize = talks_timeline_canvas_unrealize;

  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
talks_timeline_canvas_init (TalksTimelineCanvas *self)
{
  self->strips = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, strip_free);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}
