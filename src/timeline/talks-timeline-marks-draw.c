/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How marked events look: a double frame, and a badge at its corner with a tick, or, on what stands for several
 * events, how many of them. The corner above the names of the lanes says how many there are in all. */

#include "talks-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GROWS 5.0        /* of the frame around an item: clear of those of selection and focus */
#define BADGE 8.0        /* its radius, */
#define BADGE_PADDING 4.0
#define FAR 40.0         /* outside of what is seen */
#define TAG_PADDING 8.0  /* and of the words in the corner */

typedef struct
{
  TalksTimeline *self;
  cairo_t       *cr;
  double         left; /* of what is seen */
  double         right;
  double         top;
  double         bottom;
} Draw;

static void
set_color (cairo_t    *cr,
           TalksColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static void
round_rect (cairo_t *cr,
            double   x,
            double   y,
            double   width,
            double   height,
            double   radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* A tick around a point. */
static void
draw_tick (cairo_t *cr,
           double   x,
           double   y)
{
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x - 3.5, y);
  cairo_line_to (cr, x - 1, y + 2.8);
  cairo_line_to (cr, x + 3.8, y - 3);
  cairo_stroke (cr);
}

/* n: 0 for a tick, else the number. At the edges of what is seen it stays whole. */
static void
draw_badge (const Draw *draw,
            double      x,
            double      y,
            guint       n)
{
  TalksTimeline *self = draw->self;
  cairo_t *cr = draw->cr;
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  g_autofree char *text = g_strdup_printf ("%u", n);
  double half = BADGE;
  double tall = BADGE;
  int width = 0;
  int height = 0;

  if (n > 0)
    {
      pango_layout_set_text (layout, text, -1);
      pango_layout_get_pixel_size (layout, &width, &height);
      tall = MAX (BADGE, height / 2.0);
      half = MAX (tall, width / 2.0 + BADGE_PADDING);
    }
  x = CLAMP (x, draw->left + half + 1, MAX (draw->right - half - 1, draw->left + half + 1));
  y = MAX (y, draw->top + tall + 1);
  round_rect (cr, x - half, y - tall, 2 * half, 2 * tall, tall);
  set_color (cr, self->palette->accent);
  cairo_fill_preserve (cr);
  set_color (cr, self->palette->on_accent);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  if (n == 0)
    {
      draw_tick (cr, x, y);
      return;
    }
  cairo_move_to (cr, x - width / 2.0, y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_item (const TalksItem *item,
           gpointer         data)
{
  Draw *draw = data;
  const TalksRect *rect = &item->bounds;
  guint n = talks_timeline_count_marks (draw->self, item);
  guint n_framed;
  double left;
  double right;

  if (rect->y > draw->bottom || rect->y + rect->height < draw->top)
    return;
  n_framed = draw->self->drag == TALKS_DRAG_MARK ? talks_timeline_count_framed (draw->self, item) : 0;
  n = MAX (n, n_framed);
  if (n == 0)
    return;

  /* A bar may be longer than Cairo can count. */
  left = MAX (rect->x, draw->left - FAR) - GROWS;
  right = MIN (rect->x + rect->width, draw->right + FAR) + GROWS;
  set_color (draw->cr, draw->self->palette->accent);
  cairo_set_line_width (draw->cr, 1);
  for (double inside = 0.5; inside < 3; inside += 2)
    {
      round_rect (draw->cr, left + inside, rect->y - GROWS + inside, right - left - 2 * inside,
                  rect->height + 2 * (GROWS - inside), 7);
      cairo_stroke (draw->cr);
    }
  /* At the end that the label does not begin at. */
  draw_badge (draw, item->turned ? left + 1 : right - 1, rect->y - GROWS + 2, item->record != NULL ? 0 : n);
}

GskRenderNode *
talks_timeline_record_marks (TalksTimeline *self,
                             GdkRectangle   area)
{
  double dx = talks_timeline_get_dx (self);
  double dy = talks_timeline_get_dy (self);
  GtkSnapshot *recorder = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (recorder, &GRAPHENE_RECT_INIT (0, 0, (float) area.width,
                                                                          (float) area.height));
  Draw draw = { self, cr, dx, dx + area.width, dy, dy + area.height };

  cairo_translate (cr, -dx, -dy);
  talks_scene_foreach (self->scene, dx, dx + area.width, draw_item, &draw);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (recorder);
}

static GdkRGBA
to_rgba (TalksColor color,
         double     alpha)
{
  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue, (float) (color.alpha * alpha) };
}

void
talks_timeline_snapshot_frame (TalksTimeline *self,
                               GtkSnapshot   *snapshot,
                               GdkRectangle   area)
{
  double x = area.x - talks_timeline_get_dx (self);
  double y = area.y - talks_timeline_get_dy (self);
  double left = CLAMP (MIN (self->mark_from_x, self->mark_to_x) + x, area.x - 4.0, area.x + area.width + 4.0);
  double right = CLAMP (MAX (self->mark_from_x, self->mark_to_x) + x, area.x - 4.0, area.x + area.width + 4.0);
  double top = MIN (self->mark_from_y, self->mark_to_y) + y;
  double bottom = MAX (self->mark_from_y, self->mark_to_y) + y;
  GdkRGBA fill = to_rgba (self->palette->accent, 0.12);
  GdkRGBA edge = to_rgba (self->palette->accent, 1);
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT ((float) left, (float) top, (float) MAX (right - left, 1),
                                                                (float) MAX (bottom - top, 1)), 2);
  gtk_snapshot_append_color (snapshot, &fill, &frame.bounds);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { edge, edge, edge, edge });
}

/* In two lines if need be; where the corner is too narrow for that, the number alone. */
static PangoLayout *
lay_count_out (TalksTimeline *self,
               guint          n,
               double         width,
               double         height)
{
  PangoLayout *layout = pango_layout_new (self->context);
  /* Translators: in a narrow corner, on two lines if need be; how many events are marked */
  g_autofree char *words = g_strdup_printf (ngettext ("✓ %u marked", "✓ %u marked", n), n);
  g_autofree char *number = g_strdup_printf ("✓ %u", n);
  int text_width;
  int text_height;

  pango_layout_set_width (layout, (int) MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_text (layout, words, -1);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (text_width > width || text_height > height)
    pango_layout_set_text (layout, number, -1);
  pango_layout_get_pixel_size (layout, &text_width, NULL);
  /* Its lines begin at the start of its width. */
  pango_layout_set_width (layout, text_width * PANGO_SCALE);
  return layout;
}

void
talks_timeline_snapshot_count (TalksTimeline *self,
                               GtkSnapshot   *snapshot,
                               GdkRectangle   area)
{
  guint n = talks_session_count_marked (self->session);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA ink = to_rgba (self->palette->on_accent, 1);
  GdkRGBA paper = to_rgba (self->palette->accent, 1);
  double left = area.x > 0 ? 0 : area.width;
  GskRoundedRect frame;
  int width;
  int height;

  if (n == 0)
    return;
  layout = lay_count_out (self, n, self->header_width - 4 * TAG_PADDING, area.y - 4);
  pango_layout_get_pixel_size (layout, &width, &height);
  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT ((float) (left + TAG_PADDING),
                                                                (float) floor ((area.y - height - 2) / 2.0),
                                                                (float) (width + 2 * TAG_PADDING),
                                                                (float) (height + 2)), 8);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &paper, &frame.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (frame.bounds.origin.x + (float) TAG_PADDING,
                                                          frame.bounds.origin.y + 1));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}
