/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-date-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (TalksDate, talks_date, talks_date_ref, talks_date_unref)

/* Making one */

static void
add_part (TalksDate           *self,
          const TalksDatePart *part,
          gboolean            *is_first)
{
  self->flags |= part->flags;
  self->level = MAX (self->level, part->level);
  if (*is_first)
    self->precision = part->precision;
  else if (self->precision != part->precision)
    self->precision = TALKS_PRECISION_OTHER;
  *is_first = FALSE;
}

/* An unknown end is as near as the other end lets it be. */
static void
range_get_bounds (const TalksDateRange *range,
                  TalksDay             *earliest,
                  TalksDay             *latest)
{
  *earliest = TALKS_DAY_MIN;
  *latest = TALKS_DAY_MAX;

  if (range->start_kind == TALKS_END_DATE)
    *earliest = range->start.earliest;
  else if (range->start_kind == TALKS_END_UNKNOWN && range->end_kind == TALKS_END_DATE)
    *earliest = range->end.earliest;

  if (range->is_single)
    *latest = range->start.latest;
  else if (range->end_kind == TALKS_END_DATE)
    *latest = range->end.latest;
  else if (range->end_kind == TALKS_END_UNKNOWN && range->start_kind == TALKS_END_DATE)
    *latest = range->start.latest;
}

static void
add_range (TalksDate            *self,
           const TalksDateRange *range,
           gboolean             *is_first)
{
  TalksDay earliest;
  TalksDay latest;

  range_get_bounds (range, &earliest, &latest);
  self->earliest = MIN (self->earliest, earliest);
  self->latest = MAX (self->latest, latest);

  if (range->start_kind == TALKS_END_DATE)
    add_part (self, &range->start, is_first);
  else
    self->flags |= range->start_kind == TALKS_END_OPEN ? TALKS_DATE_OPEN_START
                                                       : TALKS_DATE_UNKNOWN_START;
  if (range->is_single)
    return;
  if (range->end_kind == TALKS_END_DATE)
    add_part (self, &range->end, is_first);
  else
    self->flags |= range->end_kind == TALKS_END_OPEN ? TALKS_DATE_OPEN_END
                                                     : TALKS_DATE_UNKNOWN_END;
}

TalksDate *
talks_date_new_from_ranges (const char     *text,
                            TalksDateShape  shape,
                            TalksDateRange *ranges,
                            size_t          n_ranges)
{
  const TalksDateFlags ends = TALKS_DATE_OPEN_START | TALKS_DATE_OPEN_END
                              | TALKS_DATE_UNKNOWN_START | TALKS_DATE_UNKNOWN_END;
  TalksDate *self = g_new0 (TalksDate, 1);
  gboolean is_first = TRUE;

  g_assert (n_ranges > 0);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strdup (text);
  self->shape = shape;
  self->ranges = ranges;
  self->n_ranges = n_ranges;
  self->earliest = TALKS_DAY_MAX;
  self->latest = TALKS_DAY_MIN;
  self->precision = TALKS_PRECISION_OTHER;
  for (size_t i = 0; i < n_ranges; i++)
    add_range (self, &ranges[i], &is_first);

  if (shape == TALKS_SHAPE_INTERVAL)
    {
      /* An interval with an end left out is level 1, one with 'X' in it level 2. */
      if ((self->flags & ends) != 0)
        self->level = MAX (self->level, 1);
      if ((self->flags & TALKS_DATE_UNSPECIFIED) != 0)
        self->level = 2;
      self->flags |= TALKS_DATE_INTERVAL;
    }
  else if (shape != TALKS_SHAPE_SINGLE)
    {
      self->level = 2;
      self->flags |= TALKS_DATE_SET;
    }

  return self;
}

TalksDate *
talks_date_new_day (TalksDay day)
{
  g_autofree char *text = NULL;
  int64_t year;

  g_return_val_if_fail (day > TALKS_DAY_MIN && day < TALKS_DAY_MAX, NULL);

  talks_day_to_civil (day, &year, NULL, NULL);
  g_return_val_if_fail (ABS (year) <= TALKS_YEAR_LIMIT, NULL);

  if (ABS (year) <= 9999)
    text = talks_day_to_iso (day);
  else
    text = g_strdup_printf ("Y%" G_GINT64_FORMAT, (gint64) year);

  return talks_date_parse (text, NULL);
}

TalksDate *
talks_date_ref (TalksDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
talks_date_unref (TalksDate *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->text);
  g_free (self->ranges);
  g_free (self);
}

/* Asking it */

const char *
talks_date_get_text (const TalksDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

int
talks_date_get_level (const TalksDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->level;
}

TalksDay
talks_date_get_earliest (const TalksDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->earliest;
}

TalksDay
talks_date_get_latest (const TalksDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->latest;
}

TalksDateFlags
talks_date_get_flags (const TalksDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->flags;
}

TalksDatePrecision
talks_date_get_precision (const TalksDate *self)
{
  g_return_val_if_fail (self != NULL, TALKS_PRECISION_OTHER);

  return self->precision;
}

gboolean
talks_date_is_day (const TalksDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->flags == 0 && self->precision == TALKS_PRECISION_DAY;
}

TalksDay
talks_date_get_sort_day (const TalksDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->earliest == TALKS_DAY_MIN && self->latest != TALKS_DAY_MAX)
    return self->latest;

  return self->earliest;
}

int
talks_date_compare (const TalksDate *a,
                    const TalksDate *b)
{
  g_return_val_if_fail (a != NULL, 0);
  g_return_val_if_fail (b != NULL, 0);

  if (a->earliest != b->earliest)
    return a->earliest < b->earliest ? -1 : 1;
  if (a->latest != b->latest)
    return a->latest < b->latest ? -1 : 1;

  return strcmp (a->text, b->text);
}

char *
talks_date_format_bound (TalksDay bound,
                         gboolean unknown)
{
  return unknown ? g_strdup ("?") : talks_day_to_iso (bound);
}
