/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-span.h"

TalksSpan
talks_span_make (TalksDay start,
                 TalksDay end)
{
  TalksSpan self = { start, MAX (start, end) };

  return self;
}

TalksSpan
talks_span_from_date (const TalksDate *date)
{
  TalksDay latest;

  g_return_val_if_fail (date != NULL, talks_span_make (0, 0));

  latest = talks_date_get_latest (date);

  return talks_span_make (talks_date_get_earliest (date),
                          latest == TALKS_DAY_MAX ? TALKS_DAY_MAX : latest + 1);
}

gboolean
talks_span_is_empty (TalksSpan self)
{
  return self.end <= self.start;
}

gboolean
talks_span_is_open (TalksSpan self)
{
  return !talks_span_is_empty (self)
         && (self.start == TALKS_DAY_MIN || self.end == TALKS_DAY_MAX);
}

gboolean
talks_span_contains (TalksSpan self,
                     TalksDay  day)
{
  return day >= self.start && day < self.end;
}

gboolean
talks_span_overlaps (TalksSpan self,
                     TalksSpan other)
{
  return !talks_span_is_empty (talks_span_intersect (self, other));
}

TalksSpan
talks_span_intersect (TalksSpan self,
                      TalksSpan other)
{
  return talks_span_make (MAX (self.start, other.start), MIN (self.end, other.end));
}

TalksSpan
talks_span_union (TalksSpan self,
                  TalksSpan other)
{
  if (talks_span_is_empty (self))
    return other;
  if (talks_span_is_empty (other))
    return self;

  return talks_span_make (MIN (self.start, other.start), MAX (self.end, other.end));
}

TalksDay
talks_span_clamp (TalksSpan self,
                  TalksDay  day)
{
  if (talks_span_is_empty (self) || day < self.start)
    return self.start;

  return MIN (day, self.end - 1);
}

int64_t
talks_span_length (TalksSpan self)
{
  if (talks_span_is_empty (self))
    return 0;
  if (talks_span_is_open (self))
    return INT64_MAX;

  return self.end - self.start;
}

gboolean
talks_span_equal (TalksSpan self,
                  TalksSpan other)
{
  if (talks_span_is_empty (self) || talks_span_is_empty (other))
    return talks_span_is_empty (self) && talks_span_is_empty (other);

  return self.start == other.start && self.end == other.end;
}
