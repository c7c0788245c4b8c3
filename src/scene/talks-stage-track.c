/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small timeline: a mark for each step, by its date. Long gaps without a step are folded and say how
 * long they are; marks keep a distance at which they can be told apart, so that it is to scale only as far
 * as there is room. Steps need not be in the order of time. */

#include "talks-stage-private.h"

#include <math.h>

#define ABOVE 32.0      /* what the marks need above the line */
#define INSET 26.0
#define FOLD_WIDTH 76.0
#define WIDE_FOLD 160.0 /* with room for words below */
#define LEAST_FOLD 45   /* days */
#define FOLD_SHARE 0.25 /* of the days that are left open */
#define MOST_FOLDS 6
#define DISTANCE 46.0   /* of two marks, so that the marker of one leaves the other alone */
#define PICK 34.0

/* ---- where the steps are ---- */

static int
compare_stops (gconstpointer a,
               gconstpointer b)
{
  const StageStop *one = a;
  const StageStop *two = b;

  if (one->day < two->day || one->day > two->day)
    return one->day < two->day ? -1 : 1;
  return (one->step > two->step) - (one->step < two->step);
}

static StageStop
make_stop (TalksStage *self,
           guint       step,
           double      before)
{
  const TalksDate *date = talks_lesson_get_step_date (self->lesson, self->document, step);
  StageStop stop = { .day = before, .step = step };

  if (date != NULL)
    {
      TalksDay day = talks_date_get_sort_day (date);

      if (day != TALKS_DAY_MIN && day != TALKS_DAY_MAX)
        stop.day = (double) day;
    }
  return stop;
}

/* A step without a date stands where the one before it does. */
static void
collect_stops (StageTrack *track,
               TalksStage *self)
{
  double before = NAN;

  for (guint i = 0; i < track->n_steps; i++)
    {
      StageStop stop = make_stop (self, i, before);

      before = stop.day;
      g_array_append_val (track->stops, stop);
    }
  /* Those at the beginning without one stand with the first that has one. */
  for (guint i = track->n_steps; i > 0; i--)
    {
      StageStop *stop = &g_array_index (track->stops, StageStop, i - 1);

      if (isnan (stop->day))
        stop->day = isnan (before) ? 0 : before;
      before = stop->day;
    }
  g_array_sort (track->stops, compare_stops);
}

static double
gap_after (StageTrack *track,
           guint       i)
{
  return g_array_index (track->stops, StageStop, i + 1).day - g_array_index (track->stops, StageStop, i).day;
}

/* Which gaps are folded: the longest as long as it takes a large part of what is open. Returns the days
 * that stay open. */
static double
choose_folds (StageTrack *track,
              gboolean   *folded)
{
  double open = g_array_index (track->stops, StageStop, track->n_steps - 1).day
                - g_array_index (track->stops, StageStop, 0).day;

  for (int n = 0; n < MOST_FOLDS; n++)
    {
      guint longest = 0;
      gboolean found = FALSE;

      for (guint i = 0; i + 1 < track->n_steps; i++)
        if (!folded[i] && (!found || gap_after (track, i) > gap_after (track, longest)))
          {
            longest = i;
            found = TRUE;
          }
      if (!found || gap_after (track, longest) < LEAST_FOLD || gap_after (track, longest) < FOLD_SHARE * open)
        break;
      folded[longest] = TRUE;
      open -= gap_after (track, longest);
    }
  return open;
}

static double
fold_width (StageTrack *track)
{
  return CLAMP ((track->right - track->left) / (track->folds->len + 5), FOLD_WIDTH, WIDE_FOLD);
}

/* Marks keep their order and a distance, and stay within the line. */
static void
keep_apart (StageTrack     *track,
            const gboolean *folded)
{
  double span = track->right - track->left;
  double least = track->n_steps > 1 ? MIN (DISTANCE, span / (track->n_steps - 1)) : STAGE_TRACK_MARK;
  guint n_folds = track->folds->len;
  double fold = track->n_steps > 1 ? MIN (fold_width (track), least + (span - least * (track->n_steps - 1)) / (n_folds + 1))
                                   : 0;
  double edge = track->right;

  for (guint i = 1; i < track->n_steps; i++)
    {
      StageStop *stop = &g_array_index (track->stops, StageStop, i);
      double before = g_array_index (track->stops, StageStop, i - 1).x;

      stop->x = MAX (stop->x, before + (folded[i - 1] ? fold : least));
    }
  for (guint i = track->n_steps; i > 0; i--)
    {
      StageStop *stop = &g_array_index (track->stops, StageStop, i - 1);

      stop->x = MAX (track->left, MIN (stop->x, edge));
      if (i > 1)
        edge = stop->x - (folded[i - 2] ? fold : least);
    }
  track->size = CLAMP (least * 0.8, STAGE_LEAST_MARK, STAGE_TRACK_MARK);
}

static void
place_stops (StageTrack *track)
{
  g_autofree gboolean *folded = g_new0 (gboolean, track->n_steps);
  double open = choose_folds (track, folded);
  double span = track->right - track->left;
  double x = track->left;
  guint n_folds = 0;

  for (guint i = 0; i < track->n_steps; i++)
    n_folds += folded[i];
  g_array_set_size (track->folds, n_folds);
  span -= n_folds * fold_width (track);
  for (guint i = 0; i < track->n_steps; i++)
    {
      /* All on one day: nothing to tell by the place but the order. */
      g_array_index (track->stops, StageStop, i).x = open > 0 || n_folds > 0 ? x : (track->left + track->right) / 2;
      if (i + 1 < track->n_steps)
        x += folded[i] ? fold_width (track) : open > 0 ? gap_after (track, i) / open * span : 0;
    }
  keep_apart (track, folded);
  n_folds = 0;
  for (guint i = 0; i + 1 < track->n_steps; i++)
    if (folded[i])
      g_array_index (track->folds, double, n_folds++)
        = (g_array_index (track->stops, StageStop, i).x + g_array_index (track->stops, StageStop, i + 1).x) / 2;
  for (guint i = 0; i < track->n_steps; i++)
    track->xs[g_array_index (track->stops, StageStop, i).step] = g_array_index (track->stops, StageStop, i).x;
}

/* ---- for the stage ---- */

static void
word_clear (gpointer data)
{
  g_object_unref (((StageWord *) data)->layout);
}

StageTrack *
talks_stage_track_new (TalksStage *self)
{
  StageTrack *track = g_new0 (StageTrack, 1);

  track->width = self->width;
  track->left = self->margin + INSET;
  track->right = self->width - self->margin - INSET;
  track->n_steps = talks_lesson_get_n_steps (self->lesson);
  track->type = (StageType) { STAGE_LEAST_TYPE * MAX (1, 1 + (self->type_scale - 1) * 0.25), FALSE,
                              self->palette->dim_text, self->palette->surface };
  track->label_y = STAGE_LINE_Y + STAGE_CURRENT_MARK / 2 + 8;
  track->stops = g_array_new (FALSE, FALSE, sizeof (StageStop));
  track->xs = g_new0 (double, track->n_steps);
  track->folds = g_array_new (FALSE, TRUE, sizeof (double));
  track->words = g_array_new (FALSE, FALSE, sizeof (StageWord));
  g_array_set_clear_func (track->words, word_clear);
  track->labels = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  collect_stops (track, self);
  place_stops (track);
  talks_stage_track_add_words (track, self);
  talks_stage_track_record_words (track, self);
  return track;
}

void
talks_stage_track_free (StageTrack *track)
{
  g_array_unref (track->stops);
  g_array_unref (track->folds);
  g_array_unref (track->words);
  g_hash_table_unref (track->labels);
  g_free (track->xs);
  g_free (track);
}

double
talks_stage_track_get_top (StageTrack *track)
{
  return STAGE_LINE_Y - ABOVE;
}

double
talks_stage_track_get_x (StageTrack *track,
                         double      position)
{
  guint step;

  position = CLAMP (position, 0, track->n_steps - 1.0);
  step = (guint) position;
  if (step + 1 >= track->n_steps)
    return track->xs[track->n_steps - 1];
  return track->xs[step] + (position - step) * (track->xs[step + 1] - track->xs[step]);
}

int
talks_stage_track_pick (StageTrack *track,
                        double      x,
                        double      y)
{
  double nearest = PICK;
  int best = -1;

  if (fabs (y - STAGE_LINE_Y) > PICK)
    return -1;
  for (guint i = 0; i < track->n_steps; i++)
    if (fabs (x - track->xs[i]) < nearest)
      {
        nearest = fabs (x - track->xs[i]);
        best = (int) i;
      }
  return best;
}
