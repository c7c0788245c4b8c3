/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-time-scale.h"

#include <math.h>

/* A run of days drawn at one density. x is measured from the reading start. */
typedef struct
{
  double day;        /* first day */
  double x;          /* where it starts */
  double px_per_day; /* its density */
  int    fold;       /* index into folds, or -1 */
} Segment;

struct _TalksTimeScale
{
  gatomicrefcount ref_count;
  TalksSpan       extent;
  double          px_per_day;
  double          width;
  gboolean        mirrored;
  size_t          n_folds;
  TalksSpan      *folds;
  size_t          n_segments;
  Segment        *segments;
};

G_DEFINE_BOXED_TYPE (TalksTimeScale, talks_time_scale, talks_time_scale_ref, talks_time_scale_unref)

static int
compare_spans (const void *a,
               const void *b)
{
  const TalksSpan *one = a;
  const TalksSpan *two = b;

  return (one->start > two->start) - (one->start < two->start);
}

/* Clips, sorts and joins the folds; then keeps those that save room. */
static void
take_folds (TalksTimeScale  *self,
            const TalksSpan *folds,
            size_t           n_folds)
{
  TalksSpan *joined = g_new0 (TalksSpan, n_folds + 1);
  size_t n_joined = 0;
  size_t n = 0;

  for (size_t i = 0; i < n_folds; i++)
    {
      TalksSpan clipped = talks_span_intersect (folds[i], self->extent);

      if (!talks_span_is_empty (clipped))
        joined[n++] = clipped;
    }
  if (n > 1)
    qsort (joined, n, sizeof *joined, compare_spans);

  for (size_t i = 0; i < n; i++)
    {
      if (n_joined > 0 && joined[i].start <= joined[n_joined - 1].end)
        joined[n_joined - 1].end = MAX (joined[n_joined - 1].end, joined[i].end);
      else
        joined[n_joined++] = joined[i];
    }
  for (size_t i = 0; i < n_joined; i++)
    if ((double) (joined[i].end - joined[i].start) * self->px_per_day > TALKS_FOLD_WIDTH)
      joined[self->n_folds++] = joined[i];
  self->folds = joined;
}

static void
add_segment (TalksTimeScale *self,
             TalksDay        from,
             TalksDay        to,
             int             fold)
{
  double days = (double) (to - from);
  double density = fold < 0 ? self->px_per_day : TALKS_FOLD_WIDTH / days;

  if (to <= from)
    return;

  self->segments[self->n_segments++] = (Segment) {
    .day = (double) from,
    .x = self->width,
    .px_per_day = density,
    .fold = fold,
  };
  self->width += days * density;
}

TalksTimeScale *
talks_time_scale_new (TalksSpan        extent,
                      double           px_per_day,
                      const TalksSpan *folds,
                      size_t           n_folds,
                      gboolean         mirrored)
{
  TalksTimeScale *self;
  TalksDay day;

  g_return_val_if_fail (!talks_span_is_empty (extent), NULL);
  g_return_val_if_fail (extent.start > TALKS_DAY_MIN && extent.end < TALKS_DAY_MAX, NULL);
  g_return_val_if_fail (px_per_day > 0 && isfinite (px_per_day), NULL);
  g_return_val_if_fail (folds != NULL || n_folds == 0, NULL);

  self = g_new0 (TalksTimeScale, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->extent = extent;
  self->px_per_day = px_per_day;
  self->mirrored = mirrored;
  take_folds (self, folds, n_folds);

  self->segments = g_new0 (Segment, 2 * self->n_folds + 1);
  day = extent.start;
  for (size_t i = 0; i < self->n_folds; i++)
    {
      add_segment (self, day, self->folds[i].start, -1);
      add_segment (self, self->folds[i].start, self->folds[i].end, (int) i);
      day = self->folds[i].end;
    }
  add_segment (self, day, extent.end, -1);

  return self;
}

TalksTimeScale *
talks_time_scale_ref (TalksTimeScale *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
talks_time_scale_unref (TalksTimeScale *self)
{
  g_return_if_fail (self != NULL);
  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      g_free (self->folds);
      g_free (self->segments);
      g_free (self);
    }
}

TalksSpan
talks_time_scale_get_extent (const TalksTimeScale *self)
{
  g_return_val_if_fail (self != NULL, ((TalksSpan) { 0, 0 }));
  return self->extent;
}

double
talks_time_scale_get_px_per_day (const TalksTimeScale *self)
{
  g_return_val_if_fail (self != NULL, 1);
  return self->px_per_day;
}

double
talks_time_scale_get_width (const TalksTimeScale *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->width;
}

gboolean
talks_time_scale_is_mirrored (const TalksTimeScale *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->mirrored;
}

const TalksSpan *
talks_time_scale_get_folds (const TalksTimeScale *self,
                            size_t               *n_folds)
{
  g_return_val_if_fail (self != NULL && n_folds != NULL, NULL);
  *n_folds = self->n_folds;
  return self->folds;
}

/* The last segment that starts at or before the place; the first one for places before it. */
static const Segment *
find_segment (const TalksTimeScale *self,
              double                place,
              gboolean              by_x)
{
  size_t low = 0;
  size_t high = self->n_segments;

  while (high - low > 1)
    {
      size_t middle = low + (high - low) / 2;
      const Segment *segment = &self->segments[middle];

      if ((by_x ? segment->x : segment->day) <= place)
        low = middle;
      else
        high = middle;
    }
  return &self->segments[low];
}

double
talks_time_scale_day_to_x (const TalksTimeScale *self,
                           double                day)
{
  double x;

  g_return_val_if_fail (self != NULL, 0);

  if (day <= (double) self->extent.start)
    x = (day - (double) self->extent.start) * self->px_per_day;
  else if (day >= (double) self->extent.end)
    x = self->width + (day - (double) self->extent.end) * self->px_per_day;
  else
    {
      const Segment *segment = find_segment (self, day, FALSE);

      x = segment->x + (day - segment->day) * segment->px_per_day;
    }
  return self->mirrored ? self->width - x : x;
}

double
talks_time_scale_x_to_day (const TalksTimeScale *self,
                           double                x)
{
  const Segment *segment;

  g_return_val_if_fail (self != NULL, 0);

  if (self->mirrored)
    x = self->width - x;
  if (x <= 0)
    return (double) self->extent.start + x / self->px_per_day;
  if (x >= self->width)
    return (double) self->extent.end + (x - self->width) / self->px_per_day;

  segment = find_segment (self, x, TRUE);
  return segment->day + (x - segment->x) / segment->px_per_day;
}

int
talks_time_scale_fold_at_day (const TalksTimeScale *self,
                              double                day)
{
  g_return_val_if_fail (self != NULL, -1);

  if (day < (double) self->extent.start || day >= (double) self->extent.end)
    return -1;
  return find_segment (self, day, FALSE)->fold;
}
