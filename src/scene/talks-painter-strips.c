/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ribbons, and the torn strips of folded time. */

#include "talks-painter-private.h"

#include <math.h>

#define RIBBON_RADIUS 4.0
/* Shorter stretches of a ribbon that goes on behind a fold are not named again. */
#define MIN_NAMED 70.0
/* From one tooth of a torn edge to the next, and how deep they are. */
#define TOOTH 16.0
#define TOOTH_DEPTH 6.0
/* On a tall strip a caption stands so often, if it is not known how much of it is seen at once. */
#define CAPTION_EVERY 1000.0

/* ---- ribbons ---- */

TalksColor
talks_pen_ribbon (TalksPen        *self,
                  const TalksItem *item)
{
  return talks_color_mix (self->palette->surface, talks_pen_party (self, item->party),
                          item->is_odd ? 0.19 : 0.31);
}

TalksLabelStyle
talks_pen_ribbon_style (const TalksPen  *self,
                        const TalksItem *item)
{
  return item->bounds.height < self->metrics.ribbon ? TALKS_LABEL_SMALL : TALKS_LABEL_PLAIN;
}

void
talks_pen_foreach_piece (TalksPen        *self,
                         const TalksItem *item,
                         TalksPieceFunc   func)
{
  const TalksTimeScale *scale = talks_scene_get_scale (self->scene);
  double left = item->bounds.x;
  double end = item->bounds.x + item->bounds.width;
  size_t n_folds;
  const TalksSpan *folds = talks_time_scale_get_folds (scale, &n_folds);

  for (size_t i = 0; i < n_folds; i++)
    {
      const TalksSpan *fold = &folds[self->mirrored ? n_folds - 1 - i : i];
      double a = talks_time_scale_day_to_x (scale, (double) fold->start);
      double b = talks_time_scale_day_to_x (scale, (double) fold->end);

      if (MAX (a, b) <= left || MIN (a, b) >= end)
        continue;
      if (MIN (a, b) > left)
        func (self, item, left, MIN (a, b));
      left = MAX (a, b);
    }
  if (left < end)
    func (self, item, left, end);
}

/* Names the ribbon again where it comes out of a fold. */
static void
name_piece (TalksPen        *self,
            const TalksItem *item,
            double           left,
            double           right)
{
  double gap = self->metrics.card_pad;
  gboolean is_first = self->mirrored ? right >= item->bounds.x + item->bounds.width - 1
                                     : left <= item->bounds.x + 1;

  if (is_first || right - left < MIN_NAMED || right < self->from || left > self->to)
    return;
  talks_pen_text (self, talks_pen_label (self, item), talks_pen_ribbon_style (self, item),
                  self->palette->text, left + gap, item->bounds.y + item->bounds.height / 2,
                  right - left - 2 * gap,
                  self->mirrored ? TALKS_ALIGN_RIGHT : TALKS_ALIGN_LEFT);
}

/* A mark where the position was stated; when several were stated that day, one upon another. */
static void
draw_ribbon_mark (TalksPen        *self,
                  const TalksItem *item,
                  double           x)
{
  TalksColor color = talks_pen_party (self, item->party);
  TalksColor paper = talks_pen_ribbon (self, item);
  TalksMark mark = talks_pen_mark (item->party);
  double size = self->metrics.ribbon_mark;
  double y = round (item->bounds.y + item->bounds.height / 2);
  double step = self->mirrored ? -3 : 3;

  x = talks_pen_x (self, x);
  for (guint i = MIN (item->n_events, 3); i-- > 1;)
    {
      talks_mark_draw (self->cr, mark, TALKS_MARK_FILLED, x + step * i, y, size,
                       talks_color_with_alpha (talks_color_mix (paper, color, 0.55), self->alpha), paper);
      talks_mark_draw (self->cr, mark, TALKS_MARK_FILLED, x + step * (i - 1), y, size + 2.5,
                       talks_color_with_alpha (paper, self->alpha), paper);
    }
  talks_mark_draw_grained (self->cr, mark, talks_pen_grain (self, item->party), TALKS_MARK_FILLED, x, y, size,
                           talks_color_with_alpha (color, self->alpha), paper);
}

void
talks_pen_draw_ribbon (TalksPen        *self,
                       const TalksItem *item)
{
  const TalksRect *bounds = &item->bounds;
  const TalksMetrics *metrics = &self->metrics;
  double edge = MIN (metrics->card_edge - 1, MAX (bounds->width, 2));
  double left = round (bounds->x);
  double right = MAX (round (bounds->x + bounds->width), left + edge);
  double offset = metrics->card_edge + 1 + metrics->mark / 2;

  talks_pen_round (self, left, bounds->y, right - left, bounds->height,
                   self->mirrored ? RIBBON_RADIUS : 1, self->mirrored ? 1 : RIBBON_RADIUS);
  talks_pen_set (self, talks_pen_ribbon (self, item));
  cairo_fill (self->cr);
  talks_pen_round (self, self->mirrored ? right - edge : left, bounds->y, edge, bounds->height, 1.5, 1.5);
  talks_pen_set (self, talks_pen_party (self, item->party));
  cairo_fill (self->cr);

  if (right - left >= offset + metrics->mark / 2)
    draw_ribbon_mark (self, item, self->mirrored ? right - offset : left + offset);
  talks_pen_text (self, talks_pen_label (self, item), talks_pen_ribbon_style (self, item),
                  self->palette->text, item->label_x, bounds->y + bounds->height / 2, item->label_width,
                  self->mirrored ? TALKS_ALIGN_RIGHT : TALKS_ALIGN_LEFT);
  talks_pen_foreach_piece (self, item, name_piece);
}

/* ---- folds ---- */

/* One torn edge, from top to bottom or back; tip is where its teeth point. */
static void
path_edge (TalksPen *self,
           double    tip,
           double    inner,
           double    top,
           double    bottom,
           gboolean  upwards)
{
  double half = TOOTH / 2;
  int first = (int) floor (top / half);
  int last = (int) ceil (bottom / half);

  for (int i = 0; i <= last - first; i++)
    {
      int tooth = upwards ? last - i : first + i;
      double y = CLAMP (tooth * half, top, bottom);
      double share = (y - tooth * half) / half;
      double at = tooth % 2 == 0 ? tip : inner;
      double other = tooth % 2 == 0 ? inner : tip;

      cairo_line_to (self->cr, talks_pen_x (self, at + (other - at) * fabs (share)), y);
    }
}

void
talks_pen_draw_strip (TalksPen *self,
                      double    left,
                      double    right,
                      double    top,
                      double    bottom)
{
  cairo_new_path (self->cr);
  path_edge (self, left + 0.5, left + TOOTH_DEPTH, top, bottom, FALSE);
  path_edge (self, right - 0.5, right - TOOTH_DEPTH, top, bottom, TRUE);
  cairo_close_path (self->cr);
  talks_pen_set (self, self->palette->fold);
  cairo_fill (self->cr);

  cairo_set_line_width (self->cr, 1);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  talks_pen_set (self, self->palette->fold_edge);
  path_edge (self, left + 0.5, left + TOOTH_DEPTH, top, bottom, FALSE);
  cairo_stroke (self->cr);
  path_edge (self, right - 0.5, right - TOOTH_DEPTH, top, bottom, FALSE);
  cairo_stroke (self->cr);
}

/* What the strip hides: in each lane a stroke where an event lies, the longer the more lie there. */
static void
draw_hidden (TalksPen        *self,
             const TalksItem *item)
{
  guint n_lanes;
  const TalksSceneLane *lanes = talks_scene_get_lanes (self->scene, &n_lanes);
  TalksColor color = talks_color_mix (self->palette->fold_edge, self->palette->dim_text, 0.35);
  double left = item->bounds.x + TOOTH_DEPTH;
  double right = item->bounds.x + item->bounds.width - TOOTH_DEPTH;

  for (guint lane = 0; lane < n_lanes; lane++)
    for (guint i = 0; i < item->n_bins; i++)
      {
        guint n = item->bins[lane * item->n_bins + i];
        double x = floor (item->bounds.x) + i * TALKS_FOLD_BIN;
        double height = MIN (4 + 6 * n, lanes[lane].height - 16);

        if (n > 0 && x >= left && x < right)
          talks_pen_fill (self, color, x, round (lanes[lane].y + (lanes[lane].height - height) / 2),
                          TALKS_FOLD_BIN - 1, round (height));
      }
}

static void
draw_caption (TalksPen        *self,
              const TalksItem *item,
              const char      *words,
              double           y,
              double           length)
{
  double line = self->metrics.line;
  double x = round (item->bounds.x + item->bounds.width / 2);

  talks_pen_fill (self, self->palette->fold, x - ceil (line / 2), round (y - length / 2) - 4, line + 1,
                  round (length) + 8);
  cairo_save (self->cr);
  cairo_translate (self->cr, talks_pen_x (self, x), round (y));
  cairo_rotate (self->cr, -G_PI / 2);
  talks_labels_draw (self->labels, self->cr, words, TALKS_LABEL_PLAIN, self->palette->dim_text,
                     -round (length / 2), 0, length, TALKS_ALIGN_CENTER);
  cairo_restore (self->cr);
}

/* How much of what is hidden a caption there would cover. */
static guint
count_covered (const TalksPen  *self,
               const TalksItem *item,
               double           top,
               double           bottom)
{
  guint n_lanes;
  const TalksSceneLane *lanes = talks_scene_get_lanes (self->scene, &n_lanes);
  guint n = 0;

  for (guint lane = 0; lane < n_lanes; lane++)
    {
      double middle = lanes[lane].y + lanes[lane].height / 2;

      if (middle < top || middle > bottom)
        continue;
      for (guint i = 0; i < item->n_bins; i++)
        n += item->bins[lane * item->n_bins + i];
    }
  return n;
}

/* Where between top and bottom a caption covers least; the nearer to the middle the better. */
static double
find_caption_place (const TalksPen  *self,
                    const TalksItem *item,
                    double           length,
                    double           top,
                    double           bottom)
{
  double best = (top + bottom) / 2;
  guint least = count_covered (self, item, best - length / 2, best + length / 2);

  for (double away = 12; away <= (bottom - top - length) / 2 && least > 0; away += 12)
    for (int side = -1; side <= 1; side += 2)
      {
        double y = (top + bottom) / 2 + side * away;
        guint n = count_covered (self, item, y - length / 2, y + length / 2);

        if (n < least)
          {
            least = n;
            best = y;
          }
      }
  return best;
}

void
talks_pen_draw_fold (TalksPen        *self,
                     const TalksItem *item,
                     double           height)
{
  const char *words = self->paint->on_paper ? item->second : item->label;
  double view = self->paint->height > 0 ? self->paint->height : CAPTION_EVERY;
  int n = MAX (1, (int) floor (height / view));
  double room = MIN (view, height);
  double length = talks_labels_measure (self->labels, words, TALKS_LABEL_PLAIN) + 4;

  if (length > room - 24)
    {
      words = item->second;
      length = talks_labels_measure (self->labels, words, TALKS_LABEL_PLAIN) + 4;
      length = MIN (length, room - 24);
    }
  talks_pen_draw_strip (self, item->bounds.x, item->bounds.x + item->bounds.width, 0, height);
  draw_hidden (self, item);
  for (int i = 0; i < n; i++)
    draw_caption (self, item, words,
                  find_caption_place (self, item, length + 16, room * i + 8, room * (i + 1) - 8), length);
}
