/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-pointer-trail.h"

/* Microseconds. */
#define MOVED_LIFE (700 * G_TIME_SPAN_MILLISECOND)
#define DRAWN_LIFE (6 * G_TIME_SPAN_SECOND)
#define DRAWN_FADE (1 * G_TIME_SPAN_SECOND) /* the last part of a line's life */
#define GAP (250 * G_TIME_SPAN_MILLISECOND) /* a pause as long as that begins a new line */

/* Parts of the height of the picture. */
#define DOT 0.012
#define LINE 0.008

typedef struct
{
  double   x;
  double   y;
  gint64   time;
  gboolean drawn;
  gboolean starts; /* nothing leads here from the point before */
} Point;

void
talks_pointer_trail_init (TalksPointerTrail *self)
{
  *self = (TalksPointerTrail) { .points = g_array_new (FALSE, FALSE, sizeof (Point)), .x = 0.5, .y = 0.5 };
}

void
talks_pointer_trail_clear (TalksPointerTrail *self)
{
  g_clear_pointer (&self->points, g_array_unref);
}

void
talks_pointer_trail_add (TalksPointerTrail *self,
                         double             x,
                         double             y,
                         gboolean           drawing,
                         gint64             now)
{
  const guint n = self->points->len;
  const Point *last = n > 0 ? &g_array_index (self->points, Point, n - 1) : NULL;
  Point point = { CLAMP (x, 0, 1), CLAMP (y, 0, 1), now, drawing, TRUE };

  if (last != NULL && self->is_here)
    point.starts = last->drawn != drawing || (!drawing && now - last->time > GAP);
  self->is_here = TRUE;
  self->x = point.x;
  self->y = point.y;
  if (n >= TALKS_TRAIL_MAX_POINTS)
    g_array_remove_range (self->points, 0, n - TALKS_TRAIL_MAX_POINTS + 1);
  g_array_append_val (self->points, point);
}

void
talks_pointer_trail_leave (TalksPointerTrail *self)
{
  self->is_here = FALSE;
}

void
talks_pointer_trail_wipe (TalksPointerTrail *self)
{
  g_array_set_size (self->points, 0);
  self->is_here = FALSE;
}

/* 1 when fresh, 0 when gone. */
static double
get_strength (const Point *point,
              gint64       now)
{
  const gint64 age = now - point->time;

  if (!point->drawn)
    return CLAMP (1 - (double) age / (double) MOVED_LIFE, 0, 1);
  return CLAMP ((double) (DRAWN_LIFE - age) / (double) DRAWN_FADE, 0, 1);
}

gboolean
talks_pointer_trail_fade (TalksPointerTrail *self,
                          gint64             now)
{
  guint kept = 0;
  gboolean cut = FALSE;

  for (guint i = 0; i < self->points->len; i++)
    {
      Point point = g_array_index (self->points, Point, i);

      if (get_strength (&point, now) <= 0)
        {
          cut = TRUE;
          continue;
        }
      point.starts = point.starts || cut;
      cut = FALSE;
      g_array_index (self->points, Point, kept++) = point;
    }
  g_array_set_size (self->points, kept);
  return kept > 0;
}

/* Bright, with a dark rim: it must be seen on any ground, also white. */
static void
draw_line (cairo_t *cr,
           double   x1,
           double   y1,
           double   x2,
           double   y2,
           double   thickness,
           double   strength)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_set_line_width (cr, thickness * 1.6);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.45 * strength);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, thickness);
  cairo_set_source_rgba (cr, 1, 0.82, 0.1, strength);
  cairo_stroke (cr);
}

void
talks_pointer_trail_draw (const TalksPointerTrail *self,
                          cairo_t                 *cr,
                          double                   width,
                          double                   height,
                          gint64                   now)
{
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 1; i < self->points->len; i++)
    {
      const Point *from = &g_array_index (self->points, Point, i - 1);
      const Point *to = &g_array_index (self->points, Point, i);

      if (!to->starts)
        draw_line (cr, from->x * width, from->y * height, to->x * width, to->y * height, LINE * height,
                   to->drawn ? get_strength (to, now) : 0.6 * get_strength (to, now));
    }
  if (self->is_here)
    {
      cairo_arc (cr, self->x * width, self->y * height, DOT * height, 0, 2 * G_PI);
      cairo_set_source_rgba (cr, 1, 0.82, 0.1, 1);
      cairo_fill_preserve (cr);
      cairo_set_line_width (cr, MAX (1, 0.003 * height));
      cairo_set_source_rgba (cr, 0, 0, 0, 0.7);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
