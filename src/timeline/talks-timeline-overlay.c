/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What moves often, above the canvas. Every thing is a node of its own that is kept while it
 * stays what it is: then what GTK draws anew is a frame around one item, not the window. */

#include "talks-timeline-private.h"

#include <math.h>
#include <string.h>

#include "talks-date-words.h"

#define OUTLINE_REACH 8.0  /* how far a frame may stand out of its item */
#define FOCUS_GROWS 3.0    /* beyond the frame of the selection */
#define FLAG_PADDING 14.0  /* at most, on each side of its text */

#define N_KEYS 6

typedef struct
{
  GskRenderNode *node;
  guint          generation;
  double         key[N_KEYS];
} Kept;

enum
{
  KEPT_HOVER,
  KEPT_SELECTED,
  KEPT_FOCUSED,
  KEPT_LABELS,
  KEPT_MARKS,
  KEPT_PLAYHEAD,
  N_KEPT
};

struct _TalksTimelineOverlay
{
  GtkWidget parent_instance;
  Kept      kept[N_KEPT];
  double    flag_reach;
};

G_DEFINE_FINAL_TYPE (TalksTimelineOverlay, talks_timeline_overlay, GTK_TYPE_WIDGET)

/* Whether the node is still that of key; else it is dropped and the key remembered. */
static gboolean
is_kept (TalksTimelineOverlay *self,
         guint                 slot,
         guint                 generation,
         const double          key[N_KEYS])
{
  Kept *kept = &self->kept[slot];

  if (kept->node != NULL && kept->generation == generation &&
      memcmp (kept->key, key, sizeof kept->key) == 0)
    return TRUE;

  g_clear_pointer (&kept->node, gsk_render_node_unref);
  kept->generation = generation;
  memcpy (kept->key, key, sizeof kept->key);
  return FALSE;
}

static void
append_kept (TalksTimelineOverlay *self,
             guint                 slot,
             GtkSnapshot          *snapshot)
{
  if (self->kept[slot].node != NULL)
    gtk_snapshot_append_node (snapshot, self->kept[slot].node);
}

static GdkRGBA
to_rgba (TalksColor color,
         double     alpha)
{
  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue,
                     (float) (color.alpha * alpha) };
}

/* In coordinates of the canvas: content less dx and dy. Recorded from its own corner, because far
 * along a wide scale a float has no halves left, and only where it is seen: a ribbon may be longer
 * than any texture. */
static void
append_outline (TalksTimelineOverlay *self,
                TalksTimeline        *timeline,
                GtkSnapshot          *snapshot,
                guint                 slot,
                const TalksItem      *item,
                TalksOutline          outline)
{
  GdkRectangle area = talks_timeline_get_canvas_area (timeline);
  const TalksRect *rect = &item->bounds;
  double dx = talks_timeline_get_dx (timeline);
  double dy = talks_timeline_get_dy (timeline);
  double left = MAX (rect->x - OUTLINE_REACH, dx - OUTLINE_REACH);
  double top = MAX (rect->y - OUTLINE_REACH, dy - OUTLINE_REACH);
  double right = MIN (rect->x + rect->width, dx + area.width) + OUTLINE_REACH;
  double bottom = MIN (rect->y + rect->height, dy + area.height) + OUTLINE_REACH;

  if (right <= left || bottom <= top)
    return;
  if (!is_kept (self, slot, timeline->generation,
                (double[N_KEYS]) { rect->x, rect->y, left, top, right, bottom }))
    {
      TalksPaint paint = talks_timeline_get_paint (timeline);
      GtkSnapshot *recorder = gtk_snapshot_new ();
      cairo_t *cr;

      cr = gtk_snapshot_append_cairo (recorder,
                                      &GRAPHENE_RECT_INIT (0, 0, (float) (right - left),
                                                           (float) (bottom - top)));
      cairo_translate (cr, -left, -top);
      talks_painter_draw_outline (cr, item, &paint, outline);
      cairo_destroy (cr);
      self->kept[slot].node = gtk_snapshot_free_to_node (recorder);
    }

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (left - dx), (float) (top - dy)));
  append_kept (self, slot, snapshot);
  gtk_snapshot_restore (snapshot);
}

/* Around the frame of the selection, or it would not be seen on it. */
static void
append_focus (TalksTimelineOverlay *self,
              TalksTimeline        *timeline,
              GtkSnapshot          *snapshot,
              const TalksItem      *item)
{
  TalksItem grown = *item;

  grown.bounds.x -= FOCUS_GROWS;
  grown.bounds.y -= FOCUS_GROWS;
  grown.bounds.width += 2 * FOCUS_GROWS;
  grown.bounds.height += 2 * FOCUS_GROWS;
  append_outline (self, timeline, snapshot, KEPT_FOCUSED, &grown, TALKS_OUTLINE_FOCUSED);
}

/* In coordinates of the canvas. */
static void
append_labels (TalksTimelineOverlay *self,
               TalksTimeline        *timeline,
               GtkSnapshot          *snapshot,
               GdkRectangle          area)
{
  double dx = talks_timeline_get_dx (timeline);
  double dy = talks_timeline_get_dy (timeline);

  if (!is_kept (self, KEPT_LABELS, timeline->generation,
                (double[N_KEYS]) { dx, dy, area.width, area.height }))
    {
      TalksPaint paint = talks_timeline_get_paint (timeline);
      GtkSnapshot *recorder = gtk_snapshot_new ();
      cairo_t *cr;

      cr = gtk_snapshot_append_cairo (recorder, &GRAPHENE_RECT_INIT (0, 0, (float) area.width,
                                                                     (float) area.height));
      cairo_translate (cr, -dx, -dy);
      talks_painter_draw_sticky_labels (cr, timeline->scene, &paint, dx, dx + area.width);
      cairo_destroy (cr);
      self->kept[KEPT_LABELS].node = gtk_snapshot_free_to_node (recorder);
    }
  append_kept (self, KEPT_LABELS, snapshot);
}

/* In coordinates of the canvas. While a frame is drawn, what it holds is other in each. */
static void
append_marks (TalksTimelineOverlay *self,
              TalksTimeline        *timeline,
              GtkSnapshot          *snapshot,
              GdkRectangle          area)
{
  gboolean framing = timeline->drag == TALKS_DRAG_MARK;

  if (!framing && talks_session_count_marked (timeline->session) == 0)
    return;
  if (framing || !is_kept (self, KEPT_MARKS, timeline->generation,
                           (double[N_KEYS]) { talks_timeline_get_dx (timeline), talks_timeline_get_dy (timeline),
                                              area.width, area.height, timeline->marks_serial }))
    {
      g_clear_pointer (&self->kept[KEPT_MARKS].node, gsk_render_node_unref);
      self->kept[KEPT_MARKS].node = talks_timeline_record_marks (timeline, area);
      /* What is framed is not what is marked. */
      if (framing)
        self->kept[KEPT_MARKS].key[0] = NAN;
    }
  append_kept (self, KEPT_MARKS, snapshot);
}

static void
append_items (TalksTimelineOverlay *self,
              TalksTimeline        *timeline,
              GtkSnapshot          *snapshot,
              GdkRectangle          area)
{
  const TalksItem *selected = talks_timeline_find_selected (timeline);
  TalksTimelineItem *focused = talks_timeline_get_focus_item (timeline);
  const TalksItem *focus_item = focused != NULL ? talks_timeline_item_get_item (focused) : NULL;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) area.x, (float) area.y));
  append_labels (self, timeline, snapshot, area);
  if (timeline->hover != NULL && timeline->hover != selected)
    append_outline (self, timeline, snapshot, KEPT_HOVER, timeline->hover, TALKS_OUTLINE_HOVER);
  if (selected != NULL)
    append_outline (self, timeline, snapshot, KEPT_SELECTED, selected, TALKS_OUTLINE_SELECTED);
  if (focus_item != NULL &&
      (gtk_widget_get_state_flags (GTK_WIDGET (focused)) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0)
    append_focus (self, timeline, snapshot, focus_item);
  append_marks (self, timeline, snapshot, area);
  gtk_snapshot_restore (snapshot);
}

static void
append_band (TalksTimeline *timeline,
             GtkSnapshot   *snapshot,
             GdkRectangle   area)
{
  const TalksViewport *viewport = talks_session_get_viewport (timeline->session);
  double a = talks_time_scale_day_to_x (viewport->scale, timeline->band_from) - viewport->x;
  double b = talks_time_scale_day_to_x (viewport->scale, timeline->band_to) - viewport->x;
  double left = area.x + round (CLAMP (MIN (a, b), -2, area.width + 2));
  double right = area.x + round (CLAMP (MAX (a, b), -2, area.width + 2));
  GdkRGBA fill = to_rgba (timeline->palette->accent, 0.15);
  GdkRGBA edge = to_rgba (timeline->palette->accent, 1);
  float height = (float) (area.y + area.height);

  gtk_snapshot_append_color (snapshot, &fill,
                             &GRAPHENE_RECT_INIT ((float) left, 0, (float) (right - left), height));
  gtk_snapshot_append_color (snapshot, &edge, &GRAPHENE_RECT_INIT ((float) left, 0, 1, height));
  gtk_snapshot_append_color (snapshot, &edge, &GRAPHENE_RECT_INIT ((float) right - 1, 0, 1, height));
}

/* ---- the playhead ---- */

typedef struct
{
  double  x;     /* of the line, in the scene */
  double  dy;    /* from the scene to the widget */
  GArray *pills; /* of graphene_point_t: top and bottom, in the widget, of each that the line would cross */
} Crossing;

static void
cross_item (const TalksItem *item,
            gpointer         data)
{
  Crossing *crossing = data;
  const TalksRect *bounds = &item->bounds;
  graphene_point_t pill;

  if (item->kind != TALKS_ITEM_CLUSTER || item->is_profile || bounds->x > crossing->x
      || bounds->x + bounds->width < crossing->x)
    return;
  pill.x = (float) (bounds->y + crossing->dy);
  pill.y = (float) (bounds->y + bounds->height + crossing->dy);
  g_array_append_val (crossing->pills, pill);
}

static int
compare_pills (gconstpointer a,
               gconstpointer b)
{
  const float top_a = ((const graphene_point_t *) a)->x;
  const float top_b = ((const graphene_point_t *) b)->x;

  return (top_a > top_b) - (top_a < top_b);
}

/* The line goes on behind pills: their numbers could not be read below it. */
static void
append_playhead_around_pills (TalksTimelineOverlay *self,
                              TalksTimeline        *timeline,
                              GtkSnapshot          *snapshot,
                              GdkRectangle          area,
                              double                x)
{
  g_autoptr (GArray) pills = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));
  Crossing crossing = { x - area.x + talks_timeline_get_dx (timeline), area.y - talks_timeline_get_dy (timeline), pills };
  const float bottom = (float) (area.y + area.height);
  float top = 0;

  talks_scene_foreach (timeline->scene, crossing.x - 1, crossing.x + 1, cross_item, &crossing);
  g_array_sort (pills, compare_pills);
  for (guint i = 0; i <= pills->len; i++)
    {
      const graphene_point_t *pill = i < pills->len ? &g_array_index (pills, graphene_point_t, i) : NULL;
      /* The flag is over everything. */
      const float end = pill != NULL ? MAX (pill->x, (float) area.y) : bottom;

      if (end > top)
        {
          gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) area.x, top, (float) area.width, end - top));
          append_kept (self, KEPT_PLAYHEAD, snapshot);
          gtk_snapshot_pop (snapshot);
        }
      if (pill != NULL)
        top = MAX (top, pill->y);
    }
}

/* In widget coordinates. */
static void
append_playhead (TalksTimelineOverlay *self,
                 TalksTimeline        *timeline,
                 GtkSnapshot          *snapshot,
                 GdkRectangle          area)
{
  const TalksViewport *viewport = talks_session_get_viewport (timeline->session);
  TalksDay day = talks_session_get_as_of (timeline->session);
  /* Noon: the line stands in the middle of its day. */
  double x = talks_time_scale_day_to_x (viewport->scale, (double) day + 0.5) - viewport->x;
  double bottom = area.y + area.height;

  if (x < 0 || x > area.width)
    return;
  x += area.x;
  if (!is_kept (self, KEPT_PLAYHEAD, timeline->generation,
                (double[N_KEYS]) { x, (double) day, area.width, bottom }))
    {
      TalksPaint paint = talks_timeline_get_paint (timeline);
      GtkSnapshot *recorder = gtk_snapshot_new ();
      g_autofree char *date = talks_day_to_words (day, TALKS_DATE_STYLE_MEDIUM);
      g_autoptr(PangoLayout) layout = pango_layout_new (timeline->context);
      double left;
      double right;
      int text_width;
      cairo_t *cr;

      pango_layout_set_text (layout, date, -1);
      pango_layout_get_pixel_size (layout, &text_width, NULL);
      self->flag_reach = text_width / 2.0 + FLAG_PADDING;
      left = MAX (MIN (x, area.x + area.width - 2 * self->flag_reach) - 2 * self->flag_reach, area.x);
      right = MIN (MAX (x, area.x + 2 * self->flag_reach) + 2 * self->flag_reach,
                   area.x + area.width);
      cr = gtk_snapshot_append_cairo (recorder,
                                      &GRAPHENE_RECT_INIT ((float) floor (left), 0,
                                                           (float) ceil (right - floor (left)),
                                                           (float) bottom));
      talks_painter_draw_playhead (cr, &paint, date, x,
                                   talks_painter_get_flag_height (timeline->context), bottom,
                                   area.x, area.x + area.width);
      cairo_destroy (cr);
      self->kept[KEPT_PLAYHEAD].node = gtk_snapshot_free_to_node (recorder);
    }
  append_playhead_around_pills (self, timeline, snapshot, area, x);
}

static void
talks_timeline_overlay_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  TalksTimelineOverlay *self = TALKS_TIMELINE_OVERLAY (widget);
  TalksTimeline *timeline = TALKS_TIMELINE (gtk_widget_get_parent (widget));
  GdkRectangle area = talks_timeline_get_canvas_area (timeline);

  if (timeline->scene == NULL)
    return;
  timeline->counters.overlay++;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) area.x, (float) area.y,
                                                         (float) area.width, (float) area.height));
  append_items (self, timeline, snapshot, area);
  if (timeline->drag == TALKS_DRAG_EDIT)
    talks_timeline_snapshot_edit (timeline, snapshot, area);
  if (timeline->drag == TALKS_DRAG_MARK)
    talks_timeline_snapshot_frame (timeline, snapshot, area);
  gtk_snapshot_pop (snapshot);
  talks_timeline_snapshot_count (timeline, snapshot, area);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) area.x, 0, (float) area.width,
                                                         (float) (area.y + area.height)));
  if (timeline->has_band)
    append_band (timeline, snapshot, area);
  append_playhead (self, timeline, snapshot, area);
  gtk_snapshot_pop (snapshot);

  if (timeline->debug)
    g_printerr ("timeline: overlay %u\n", timeline->counters.overlay);
}

static void
drop_kept (TalksTimelineOverlay *self)
{
  for (guint i = 0; i < N_KEPT; i++)
    g_clear_pointer (&self->kept[i].node, gsk_render_node_unref);
}

static void
talks_timeline_overlay_unrealize (GtkWidget *widget)
{
  drop_kept (TALKS_TIMELINE_OVERLAY (widget));

  GTK_WIDGET_CLASS (talks_timeline_overlay_parent_class)->unrealize (widget);
}

static void
talks_timeline_overlay_dispose (GObject *object)
{
  drop_kept (TALKS_TIMELINE_OVERLAY (object));

  G_OBJECT_CLASS (talks_timeline_overlay_parent_class)->dispose (object);
}

static void
talks_timeline_overlay_class_init (TalksTimelineOverlayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = talks_timeline_overlay_dispose;
  widget_class->snapshot = talks_timeline_overlay_snapshot;
  widget_class->unrealize = talks_timeline_overlay_unrealize;

  gtk_widget_class_set_css_name (widget_class, "overlay");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
talks_timeline_overlay_init (TalksTimelineOverlay *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

double
talks_timeline_overlay_get_flag_reach (TalksTimelineOverlay *self)
{
  return self->flag_reach;
}
