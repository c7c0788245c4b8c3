/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-viewport.h"

#include <math.h>

/* Used until the widget has a width. */
#define FALLBACK_WIDTH 1000.0

/* The least that can be shown; far beyond the greatest zoom. */
#define MIN_DAYS 1e-3

static double
get_width (const TalksViewport *self)
{
  return self->width > 0 ? self->width : FALLBACK_WIDTH;
}

static TalksTimeScale *
make_scale (const TalksViewport *self,
            double               zoom)
{
  return talks_time_scale_new (self->extent, zoom, (const TalksSpan *) (void *) self->folds->data,
                               self->folds->len, self->mirrored);
}

static double
clamp_x (const TalksViewport *self,
         double               x)
{
  double max = talks_time_scale_get_width (self->scale) - get_width (self);

  return CLAMP (x, 0, MAX (max, 0));
}

/* Makes the scale anew and puts day at offset pixels from the left edge. */
static void
rebuild (TalksViewport *self,
         double         day,
         double         offset)
{
  g_clear_pointer (&self->scale, talks_time_scale_unref);
  self->scale = make_scale (self, self->zoom);
  self->x = clamp_x (self, talks_time_scale_day_to_x (self->scale, day) - offset);
}

static double
get_offset (const TalksViewport *self,
            double               day)
{
  return talks_time_scale_day_to_x (self->scale, day) - self->x;
}

/* How wide from … to is at a zoom. Folds that save room are strips of one width; slope is what the
 * rest grows by for each pixel a day more. */
static double
measure (const TalksViewport *self,
         double               from,
         double               to,
         double               zoom,
         double              *slope)
{
  double strips = 0;

  *slope = to - from;
  for (guint i = 0; i < self->folds->len; i++)
    {
      TalksSpan fold = talks_span_intersect (g_array_index (self->folds, TalksSpan, i), self->extent);
      double length = (double) (fold.end - fold.start);
      double hidden = MIN (to, (double) fold.end) - MAX (from, (double) fold.start);

      if (hidden > 0 && length * zoom > TALKS_FOLD_WIDTH)
        {
          *slope -= hidden;
          strips += TALKS_FOLD_WIDTH * hidden / length;
        }
    }
  return *slope * zoom + strips;
}

/* The zoom at which from … to fills the width. What a zoom makes of it grows in straight pieces, the
 * slower the more folds are strips: Newton's method, begun from below, needs one step a piece. */
static double
find_zoom (const TalksViewport *self,
           double               from,
           double               to)
{
  double zoom = get_width (self) / (to - from);

  for (guint i = 0; i <= self->folds->len; i++)
    {
      double slope;
      double width = measure (self, from, to, zoom, &slope);

      /* Nothing but folds: no zoom fills the width. */
      if (slope < (to - from) * 1e-9)
        break;
      zoom += (get_width (self) - width) / slope;
    }
  return zoom;
}

static double
clamp_zoom (const TalksViewport *self,
            double               zoom)
{
  double min = talks_viewport_get_min_zoom (self);

  return CLAMP (zoom, min, MAX (min, TALKS_VIEWPORT_MAX_ZOOM));
}

/* Whether zoom is the present one, but for rounding. */
static gboolean
is_zoom (const TalksViewport *self,
         double               zoom)
{
  return fabs (zoom - self->zoom) < self->zoom * 1e-9;
}

/* The day at the left edge when everything is shown. */
static double
get_left_end (const TalksViewport *self)
{
  return (double) (self->mirrored ? self->extent.end : self->extent.start);
}

void
talks_viewport_init (TalksViewport *self,
                     TalksSpan      extent)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (!talks_span_is_empty (extent) && !talks_span_is_open (extent));

  *self = (TalksViewport) { .extent = extent };
  self->folds = g_array_new (FALSE, FALSE, sizeof (TalksSpan));
  self->zoom = talks_viewport_get_min_zoom (self);
  self->scale = make_scale (self, self->zoom);
}

void
talks_viewport_clear (TalksViewport *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->scale, talks_time_scale_unref);
  g_clear_pointer (&self->folds, g_array_unref);
}

double
talks_viewport_get_min_zoom (const TalksViewport *self)
{
  g_return_val_if_fail (self != NULL, 1);
  return find_zoom (self, (double) self->extent.start, (double) self->extent.end);
}

gboolean
talks_viewport_is_whole (const TalksViewport *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return self->zoom <= talks_viewport_get_min_zoom (self) * 1.0001;
}

gboolean
talks_viewport_set_width (TalksViewport *self,
                          double         width)
{
  gboolean whole;
  double zoom;
  double from;
  double to;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (isfinite (width) && width >= 0, FALSE);

  if (width == self->width)
    return FALSE;
  whole = talks_viewport_is_whole (self);
  talks_viewport_get_visible (self, &from, &to);
  self->width = width;
  /* What showed everything still does. */
  zoom = whole ? talks_viewport_get_min_zoom (self) : clamp_zoom (self, self->zoom);
  if (is_zoom (self, zoom))
    self->x = clamp_x (self, self->x);
  else
    {
      self->zoom = zoom;
      rebuild (self, self->mirrored ? to : from, 0);
    }
  return TRUE;
}

gboolean
talks_viewport_set_mirrored (TalksViewport *self,
                             gboolean       mirrored)
{
  double from;
  double to;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!mirrored == !self->mirrored)
    return FALSE;
  talks_viewport_get_visible (self, &from, &to);
  self->mirrored = mirrored;
  rebuild (self, mirrored ? to : from, 0);
  return TRUE;
}

gboolean
talks_viewport_set_x (TalksViewport *self,
                      double         x)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (isfinite (x), FALSE);

  x = clamp_x (self, x);
  if (fabs (x - self->x) < 1e-6)
    return FALSE;
  self->x = x;
  return TRUE;
}

gboolean
talks_viewport_zoom_at (TalksViewport *self,
                        double         zoom,
                        double         day)
{
  double offset;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (isfinite (zoom) && isfinite (day), FALSE);

  zoom = clamp_zoom (self, zoom);
  if (is_zoom (self, zoom))
    return FALSE;
  offset = get_offset (self, day);
  self->zoom = zoom;
  rebuild (self, day, offset);
  return TRUE;
}

gboolean
talks_viewport_set_folds (TalksViewport   *self,
                          const TalksSpan *folds,
                          size_t           n_folds,
                          double           day)
{
  gboolean same;
  gboolean whole;
  double offset;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (folds != NULL || n_folds == 0, FALSE);

  same = n_folds == self->folds->len;
  for (size_t i = 0; same && i < n_folds; i++)
    same = talks_span_equal (folds[i], g_array_index (self->folds, TalksSpan, i));
  if (same)
    return FALSE;

  whole = talks_viewport_is_whole (self);
  offset = get_offset (self, day);
  g_array_set_size (self->folds, 0);
  if (n_folds > 0)
    g_array_append_vals (self->folds, folds, n_folds);
  /* Folding what showed everything shows everything; unfolding keeps the days as wide as they
   * were, or the reader would lose the place. */
  self->zoom = whole && n_folds > 0 ? talks_viewport_get_min_zoom (self) : clamp_zoom (self, self->zoom);
  rebuild (self, day, offset);
  return TRUE;
}

gboolean
talks_viewport_show (TalksViewport *self,
                     double         from,
                     double         to)
{
  double zoom;
  double edge;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (isfinite (from) && isfinite (to), FALSE);

  from = MAX (from, (double) self->extent.start);
  to = MIN (to, (double) self->extent.end);
  if (to <= from)
    return FALSE;
  to = MAX (to, from + MIN_DAYS);

  zoom = clamp_zoom (self, find_zoom (self, from, to));
  edge = self->mirrored ? to : from;
  if (is_zoom (self, zoom))
    return talks_viewport_set_x (self, talks_time_scale_day_to_x (self->scale, edge));
  self->zoom = zoom;
  rebuild (self, edge, 0);
  return TRUE;
}

gboolean
talks_viewport_fit (TalksViewport *self)
{
  double zoom;

  g_return_val_if_fail (self != NULL, FALSE);

  zoom = talks_viewport_get_min_zoom (self);
  if (is_zoom (self, zoom))
    return talks_viewport_set_x (self, 0);
  self->zoom = zoom;
  rebuild (self, get_left_end (self), 0);
  return TRUE;
}

gboolean
talks_viewport_reveal (TalksViewport *self,
                       double         from,
                       double         to,
                       double         margin)
{
  double left;
  double right;
  double start;
  double width;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (isfinite (from) && isfinite (to) && margin >= 0, FALSE);

  start = talks_time_scale_day_to_x (self->scale, from);
  left = MIN (start, talks_time_scale_day_to_x (self->scale, to));
  right = MAX (start, talks_time_scale_day_to_x (self->scale, to));
  width = get_width (self);

  if (right - left > width)
    {
      margin = MIN (margin, width / 4);
      if (start - margin >= self->x && start + margin <= self->x + width)
        return FALSE;
      return talks_viewport_set_x (self, self->mirrored ? start + margin - width : start - margin);
    }
  margin = MIN (margin, (width - (right - left)) / 2);
  if (left - margin < self->x)
    return talks_viewport_set_x (self, left - margin);
  if (right + margin > self->x + width)
    return talks_viewport_set_x (self, right + margin - width);
  return FALSE;
}

void
talks_viewport_get_visible (const TalksViewport *self,
                            double              *from,
                            double              *to)
{
  double one;
  double two;

  g_return_if_fail (self != NULL);

  one = talks_time_scale_x_to_day (self->scale, self->x);
  two = talks_time_scale_x_to_day (self->scale, self->x + get_width (self));
  one = CLAMP (one, (double) self->extent.start, (double) self->extent.end);
  two = CLAMP (two, (double) self->extent.start, (double) self->extent.end);
  if (from != NULL)
    *from = MIN (one, two);
  if (to != NULL)
    *to = MAX (one, two);
}
