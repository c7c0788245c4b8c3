/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-mark.h"

#include <math.h>

/* Corners of a mark in polar form: n corners, the first at angle, at radius; with inner set,
 * n more between them (a star). A mark without corners is one with its own path. */
typedef struct
{
  int    n;
  double angle;  /* degrees, 0 is right, clockwise */
  double radius; /* as a share of the circle's diameter, so that all look equally heavy */
  double inner;  /* of the corners between; 0: none */
  double shift;  /* down, as a share of the diameter: puts the middle of a triangle right */
} Polygon;

static const Polygon polygons[TALKS_N_MARKS] = {
  [TALKS_MARK_DIAMOND] = { 4, 0, 0.62, 0, 0 },
  [TALKS_MARK_TRIANGLE] = { 3, -90, 0.66, 0, 0.10 },
  [TALKS_MARK_TRIANGLE_DOWN] = { 3, 90, 0.66, 0, -0.10 },
  [TALKS_MARK_PENTAGON] = { 5, -90, 0.56, 0, 0.02 },
  [TALKS_MARK_HEXAGON] = { 6, 0, 0.56, 0, 0 },
  [TALKS_MARK_STAR] = { 5, -90, 0.68, 0.30, 0.04 },
};

static void
path_polygon (cairo_t       *cr,
              const Polygon *polygon,
              double         x,
              double         y,
              double         size)
{
  int n = polygon->inner > 0 ? 2 * polygon->n : polygon->n;

  y += polygon->shift * size;
  for (int i = 0; i < n; i++)
    {
      double radius = (polygon->inner > 0 && i % 2 == 1 ? polygon->inner : polygon->radius) * size;
      double angle = (polygon->angle + 360.0 * i / n) * G_PI / 180;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
path_square (cairo_t *cr,
             double   x,
             double   y,
             double   size)
{
  double half = 0.46 * size;
  double radius = 0.16 * size;

  cairo_arc (cr, x + half - radius, y - half + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + half - radius, y + half - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x - half + radius, y + half - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x - half + radius, y - half + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
path_cross (cairo_t *cr,
            double   x,
            double   y,
            double   size)
{
  static const int corners[12][2] = {
    { -1, -2 }, { 1, -2 }, { 1, -1 }, { 2, -1 }, { 2, 1 }, { 1, 1 },
    { 1, 2 },   { -1, 2 }, { -1, 1 }, { -2, 1 }, { -2, -1 }, { -1, -1 },
  };
  const double steps[] = { -0.54, -0.19, 0, 0.19, 0.54 };

  for (int i = 0; i < 12; i++)
    cairo_line_to (cr, x + steps[corners[i][0] + 2] * size, y + steps[corners[i][1] + 2] * size);
  cairo_close_path (cr);
}

void
talks_mark_path (cairo_t   *cr,
                 TalksMark  mark,
                 double     x,
                 double     y,
                 double     size)
{
  g_return_if_fail (cr != NULL);
  g_return_if_fail (mark < TALKS_N_MARKS);

  cairo_new_sub_path (cr);
  if (mark == TALKS_MARK_CIRCLE)
    {
      cairo_arc (cr, x, y, size / 2, 0, 2 * G_PI);
      cairo_close_path (cr);
    }
  else if (mark == TALKS_MARK_SQUARE)
    path_square (cr, x, y, size);
  else if (mark == TALKS_MARK_CROSS)
    path_cross (cr, x, y, size);
  else
    path_polygon (cr, &polygons[mark], x, y, size);
}

static void
set_color (cairo_t    *cr,
           TalksColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

/* A question mark drawn as a line and a dot, so that it needs no font. It stands beside the mark:
 * inside a star or triangle of this size nobody could read it. */
static void
draw_query (cairo_t *cr,
            double   x,
            double   y,
            double   size)
{
  double r = 0.15 * size;
  double top = y - 0.11 * size;

  cairo_set_line_width (cr, MAX (1, 0.11 * size));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);
  cairo_arc (cr, x, top, r, -G_PI, 0.35 * G_PI);
  cairo_line_to (cr, x, y + 0.1 * size);
  cairo_stroke (cr);
  cairo_arc (cr, x, y + 0.27 * size, MAX (0.6, 0.075 * size), 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_outlined (cairo_t    *cr,
               TalksMark   mark,
               double      x,
               double      y,
               double      size,
               TalksColor  color,
               TalksColor  paper)
{
  double width = MAX (1.5, size / 7);

  talks_mark_path (cr, mark, x, y, size - width * 0.9);
  set_color (cr, paper);
  cairo_fill_preserve (cr);
  set_color (cr, color);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* Rings of falling strength around a smaller mark: soft at any scale and in every format. */
static void
draw_soft (cairo_t    *cr,
           TalksMark   mark,
           double      x,
           double      y,
           double      size,
           TalksColor  color)
{
  const int n = 4;

  for (int i = 0; i < n; i++)
    {
      set_color (cr, talks_color_with_alpha (color, 0.22));
      talks_mark_path (cr, mark, x, y, size * (1.35 - 0.2 * i));
      cairo_fill (cr);
    }
  set_color (cr, color);
  talks_mark_path (cr, mark, x, y, size * 0.55);
  cairo_fill (cr);
}

void
talks_mark_draw (cairo_t       *cr,
                 TalksMark      mark,
                 TalksMarkLook  look,
                 double         x,
                 double         y,
                 double         size,
                 TalksColor     color,
                 TalksColor     paper)
{
  g_return_if_fail (cr != NULL);
  g_return_if_fail (mark < TALKS_N_MARKS);

  cairo_save (cr);
  cairo_new_path (cr);
  switch (look)
    {
    case TALKS_MARK_HOLLOW:
      draw_outlined (cr, mark, x, y, size, color, paper);
      break;
    case TALKS_MARK_QUERY:
      draw_outlined (cr, mark, x, y, size, color, paper);
      draw_query (cr, x + 0.8 * size, y - 0.22 * size, size);
      break;
    case TALKS_MARK_SOFT:
      draw_soft (cr, mark, x, y, size, color);
      break;
    case TALKS_MARK_FILLED:
    default:
      talks_mark_path (cr, mark, x, y, size);
      set_color (cr, color);
      cairo_fill (cr);
      break;
    }
  cairo_restore (cr);
}

/* ---- without colour ---- */

#define N_GRAINS 6

guint
talks_mark_get_grain (TalksDocument    *document,
                      const TalksParty *party)
{
  GPtrArray *parties;
  guint grain = 0;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document) && party != NULL, 0);

  parties = talks_document_get_records (document, TALKS_RECORD_PARTY);
  for (guint i = 0; i < parties->len && parties->pdata[i] != party; i++)
    grain += ((TalksParty *) parties->pdata[i])->mark == party->mark;
  return grain;
}

static void
draw_grain (cairo_t *cr,
            guint    grain,
            double   x,
            double   y,
            double   size)
{
  /* The directions of the bars, in degrees. */
  static const int bars[N_GRAINS][2] = { { -1, -1 }, { -1, -1 }, { 0, -1 }, { 90, -1 }, { 0, 90 }, { 45, 135 } };

  if (grain % N_GRAINS == 1)
    {
      cairo_arc (cr, x, y, 0.17 * size, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_set_line_width (cr, 0.17 * size);
  for (int i = 0; i < 2; i++)
    {
      double angle = bars[grain % N_GRAINS][i] * G_PI / 180;

      if (bars[grain % N_GRAINS][i] < 0)
        continue;
      cairo_move_to (cr, x - size * cos (angle), y - size * sin (angle));
      cairo_line_to (cr, x + size * cos (angle), y + size * sin (angle));
      cairo_stroke (cr);
    }
}

void
talks_mark_draw_grained (cairo_t       *cr,
                         TalksMark      mark,
                         guint          grain,
                         TalksMarkLook  look,
                         double         x,
                         double         y,
                         double         size,
                         TalksColor     color,
                         TalksColor     paper)
{
  gboolean filled = look == TALKS_MARK_FILLED || look == TALKS_MARK_SOFT;

  talks_mark_draw (cr, mark, look, x, y, size, color, paper);
  if (grain == 0)
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  talks_mark_path (cr, mark, x, y, size);
  cairo_clip (cr);
  set_color (cr, filled ? paper : color);
  draw_grain (cr, grain, x, y, size);
  cairo_restore (cr);
}
