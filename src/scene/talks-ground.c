/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-ground.h"

void
talks_ground_init (TalksGround    *self,
                   TalksMaterial  *material,
                   TalksDocument  *document,
                   TalksTimeScale *scale,
                   TalksLabels    *labels,
                   const char     *language)
{
  size_t n_folds;

  *self = (TalksGround) {
    .material = material,
    .document = document,
    .scale = scale,
    .labels = labels,
    .metrics = talks_material_get_metrics (material),
    .language = language,
    .extent = talks_time_scale_get_extent (scale),
    .width = talks_time_scale_get_width (scale),
    .mirrored = talks_time_scale_is_mirrored (scale),
  };
  self->folds = talks_time_scale_get_folds (scale, &n_folds);
  self->n_folds = (guint) n_folds;
  self->fold_starts = g_new (double, n_folds + 1);
  self->fold_ends = g_new (double, n_folds + 1);
  for (guint i = 0; i < self->n_folds; i++)
    {
      self->fold_starts[i] = talks_ground_day (self, (double) self->folds[i].start);
      self->fold_ends[i] = talks_ground_day (self, (double) self->folds[i].end);
    }
}

void
talks_ground_clear (TalksGround *self)
{
  g_clear_pointer (&self->fold_starts, g_free);
  g_clear_pointer (&self->fold_ends, g_free);
}

double
talks_ground_to_reading (const TalksGround *self,
                         double             x)
{
  return self->mirrored ? self->width - x : x;
}

double
talks_ground_day (const TalksGround *self,
                  double             day)
{
  return talks_ground_to_reading (self, talks_time_scale_day_to_x (self->scale, day));
}

int
talks_ground_find_stretch (const TalksGround *self,
                           double             day,
                           double            *start,
                           double            *end)
{
  guint low = 0;
  guint high = self->n_folds;
  gboolean hidden;

  /* The first fold that ends after the day. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if ((double) self->folds[middle].end <= day)
        low = middle + 1;
      else
        high = middle;
    }
  hidden = low < self->n_folds && (double) self->folds[low].start <= day;

  *start = low > 0 ? self->fold_ends[low - 1] : 0;
  *end = self->width;
  if (low + hidden < self->n_folds)
    *end = self->fold_starts[low + (guint) hidden];
  return hidden ? (int) low : -1;
}

void
talks_ground_mirror (const TalksGround *self,
                     TalksItem         *item)
{
  if (!self->mirrored)
    return;
  item->bounds.x = talks_ground_to_reading (self, item->bounds.x + item->bounds.width);
  item->mark_x = talks_ground_to_reading (self, item->mark_x);
  item->end_x = talks_ground_to_reading (self, item->end_x);
  item->label_x = talks_ground_to_reading (self, item->label_x + item->label_width);
}
