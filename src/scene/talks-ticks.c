/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All places here are reading coordinates until the very end: pixels from the side where reading
 * starts, so that a mirrored scale needs no rules of its own. */

#include "talks-ticks-private.h"

#include <math.h>

typedef struct
{
  const TalksTimeScale *scale;
  TalksLabels          *labels;
  TalksUnits            units;
  double                from; /* what is asked for, in reading coordinates */
  double                to;
  double                start; /* the unfolded stretch at hand */
  double                end;
  GArray               *ticks;
  guint                 first_major; /* its major ticks, from here … */
  guint                 first_minor; /* … to here */
} Ticker;

/* ---- places ---- */

static double
to_reading (const TalksTimeScale *scale,
            double                x)
{
  return talks_time_scale_is_mirrored (scale) ? talks_time_scale_get_width (scale) - x : x;
}

static double
day_to_reading (const Ticker *self,
                TalksDay      day)
{
  return to_reading (self->scale, talks_time_scale_day_to_x (self->scale, (double) day));
}

static void
add_tick (Ticker        *self,
          TalksTickKind  kind,
          TalksDay       day,
          double         place)
{
  TalksTick tick = { .kind = kind, .day = day, .x = place, .label_x = place + TALKS_TICK_OFFSET };

  g_array_append_val (self->ticks, tick);
}

/* Names a major unit at place, in short if the name would not end before end, or not at all; at the
 * edge of the view it may be pushed out by the next one, as a page heading is. */
static void
name_major (Ticker    *self,
            TalksTick *tick,
            double     place,
            double     end,
            gboolean   may_be_pushed)
{
  g_autofree char *label = talks_unit_to_words (self->units.major, tick->day, TRUE);
  g_autofree char *second = NULL;
  double second_width = 0;
  double label_width = talks_labels_measure (self->labels, label, TALKS_LABEL_BOLD);
  double width;

  if (self->units.major == TALKS_UNIT_MONTH)
    {
      second = talks_unit_year_to_words (tick->day);
      second_width = talks_labels_measure (self->labels, second, TALKS_LABEL_SMALL);
    }
  width = MAX (label_width, second_width);
  if (place + width > end && !may_be_pushed)
    {
      g_free (label);
      label = talks_unit_to_words (self->units.major, tick->day, FALSE);
      label_width = talks_labels_measure (self->labels, label, TALKS_LABEL_BOLD);
      width = MAX (label_width, second_width);
      if (place + width > end)
        return;
    }
  place = MIN (place, end - width);
  if (place < self->start)
    return; /* pushed under the fold before */
  tick->label_x = place;
  tick->label_width = label_width;
  tick->second_width = second_width;
  tick->label = g_steal_pointer (&label);
  tick->second = g_steal_pointer (&second);
}

static TalksDay
day_at (const Ticker *self,
        double        place)
{
  return (TalksDay) floor (talks_time_scale_x_to_day (self->scale, to_reading (self->scale, place)));
}

/* Lines and names of the major units of the stretch, and the name of the one before its edge. */
static void
add_majors (Ticker   *self,
            gboolean  lines_only)
{
  double edge = MAX (self->start, self->from);
  gboolean at_start = self->start >= self->from; /* of all, or behind a fold */
  TalksDay day = talks_unit_floor (self->units.major, day_at (self, edge));

  while (day < TALKS_DAY_MAX && day_to_reading (self, day) < MIN (self->end, self->to))
    {
      TalksDay next = talks_unit_next (self->units.major, day);
      double place = day_to_reading (self, day);
      double after = next < TALKS_DAY_MAX ? day_to_reading (self, next) : G_MAXDOUBLE;
      gboolean is_edge = place < edge;
      double named = MAX (place, edge) + TALKS_TICK_OFFSET;

      add_tick (self, is_edge ? TALKS_TICK_EDGE : TALKS_TICK_MAJOR, day, MAX (place, edge));
      if (!lines_only)
        name_major (self, &g_array_index (self->ticks, TalksTick, self->ticks->len - 1), named,
                    MIN (after, self->end) - TALKS_TICK_GAP,
                    is_edge && !at_start && after < self->end);
      day = next;
    }
}

/* What a major tick takes of the lower line: its own line and the year beneath its name. FALSE:
 * nothing. */
static gboolean
get_obstacle (const TalksTick *tick,
              double          *left,
              double          *right)
{
  if (tick->kind == TALKS_TICK_EDGE && tick->second == NULL)
    return FALSE;
  *left = tick->kind == TALKS_TICK_MAJOR ? tick->x : tick->label_x;
  *right = tick->second != NULL ? tick->label_x + tick->second_width + TALKS_TICK_GAP : tick->x;
  return TRUE;
}

/* Whether a line there would run through the year beneath a name. */
static gboolean
is_covered (const Ticker *self,
            guint         major,
            double        place)
{
  for (; major < self->first_minor; major++)
    {
      const TalksTick *tick = &g_array_index (self->ticks, TalksTick, major);

      if (tick->label_x > place)
        break;
      if (tick->second != NULL && place < tick->label_x + tick->second_width + 2)
        return TRUE;
    }
  return FALSE;
}

/* Whether a word may stand there. *major is the tick where the last search ended: both go from
 * start to end. */
static gboolean
is_free (const Ticker *self,
         guint        *major,
         double        from,
         double        to)
{
  for (; *major < self->first_minor; (*major)++)
    {
      double left;
      double right;

      if (get_obstacle (&g_array_index (self->ticks, TalksTick, *major), &left, &right)
          && right > from)
        return left >= to + 2;
    }
  return TRUE;
}

static void
add_minors (Ticker        *self,
            TalksUnit      unit,
            TalksTickKind  kind)
{
  double edge = MAX (self->start, self->from);
  double stop = MIN (self->end, self->to);
  TalksDay first = day_at (self, edge);
  guint major = self->first_major;

  for (TalksDay day = talks_unit_floor (unit, first); day < TALKS_DAY_MAX;
       day = talks_unit_next (unit, day))
    {
      double place = day_to_reading (self, day);
      g_autofree char *label = NULL;
      double width;

      if (place >= stop)
        break;
      if (place < self->start || is_covered (self, major, place))
        continue;
      add_tick (self, kind, day, place);
      if (kind == TALKS_TICK_FINE)
        continue;
      label = talks_unit_to_words (unit, day, self->units.long_words);
      width = talks_labels_measure (self->labels, label, TALKS_LABEL_SMALL);
      if (place + TALKS_TICK_OFFSET + width <= self->end - 2
          && is_free (self, &major, place + TALKS_TICK_OFFSET, place + TALKS_TICK_OFFSET + width))
        {
          TalksTick *tick = &g_array_index (self->ticks, TalksTick, self->ticks->len - 1);

          tick->label = g_steal_pointer (&label);
          tick->label_width = width;
        }
    }
}

/* ---- all ---- */

static void
clear_tick (gpointer data)
{
  TalksTick *tick = data;

  g_free (tick->label);
  g_free (tick->second);
}

static void
add_stretch (Ticker   *self,
             double    start,
             double    end,
             gboolean  lines_only)
{
  if (end <= MAX (start, self->from) || start >= self->to)
    return;

  self->start = start;
  self->end = end;
  self->first_major = self->ticks->len;
  add_majors (self, lines_only);
  self->first_minor = self->ticks->len;
  if (lines_only)
    return;
  if (self->units.fine != TALKS_UNIT_NONE && self->units.fine != self->units.minor)
    add_minors (self, self->units.fine, TALKS_TICK_FINE);
  if (self->units.minor != TALKS_UNIT_NONE)
    add_minors (self, self->units.minor, TALKS_TICK_MINOR);
}

/* From reading coordinates to content pixels. */
static void
turn (Ticker    *self,
      TalksTick *tick)
{
  double width = MAX (tick->label_width, tick->second_width);

  if (!talks_time_scale_is_mirrored (self->scale))
    return;
  tick->x = to_reading (self->scale, tick->x);
  tick->label_x = to_reading (self->scale, tick->label_x + width);
}

static GArray *
make_ticks (const TalksTimeScale *scale,
            TalksLabels          *labels,
            double                from,
            double                to,
            gboolean              lines_only)
{
  gboolean mirrored = talks_time_scale_is_mirrored (scale);
  Ticker self = {
    .scale = scale,
    .labels = labels,
    .units = talks_units_choose (scale, labels),
    .from = to_reading (scale, mirrored ? to : from),
    .to = to_reading (scale, mirrored ? from : to),
  };
  size_t n_folds;
  const TalksSpan *folds = talks_time_scale_get_folds (scale, &n_folds);
  double start = 0;

  self.ticks = g_array_new (FALSE, FALSE, sizeof (TalksTick));
  g_array_set_clear_func (self.ticks, clear_tick);
  for (size_t i = 0; i < n_folds; i++)
    {
      add_stretch (&self, start, day_to_reading (&self, folds[i].start), lines_only);
      start = day_to_reading (&self, folds[i].end);
    }
  add_stretch (&self, start, talks_time_scale_get_width (scale), lines_only);

  for (guint i = 0; i < self.ticks->len; i++)
    turn (&self, &g_array_index (self.ticks, TalksTick, i));
  return self.ticks;
}

GArray *
talks_ticks_new (const TalksTimeScale *scale,
                 TalksLabels          *labels,
                 double                from,
                 double                to)
{
  g_return_val_if_fail (scale != NULL && labels != NULL, NULL);
  return make_ticks (scale, labels, from, to, FALSE);
}

GArray *
talks_ticks_new_lines (const TalksTimeScale *scale,
                       TalksLabels          *labels,
                       double                from,
                       double                to)
{
  g_autoptr (GArray) ticks = NULL;
  GArray *lines;

  g_return_val_if_fail (scale != NULL && labels != NULL, NULL);

  ticks = make_ticks (scale, labels, from, to, TRUE);
  lines = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < ticks->len; i++)
    {
      const TalksTick *tick = &g_array_index (ticks, TalksTick, i);

      if (tick->kind == TALKS_TICK_MAJOR)
        g_array_append_val (lines, tick->x);
    }
  return lines;
}
