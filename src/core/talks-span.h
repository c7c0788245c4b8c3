/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksSpan: the days from start up to, not including, end.
 *
 * A plain value. TALKS_DAY_MIN as start and TALKS_DAY_MAX as end mean "open" and stay so
 * through every operation. A span whose end is not after its start is empty; all empty spans
 * are equal. Pure functions, safe from any thread. */

#pragma once

#include "talks-date.h"

G_BEGIN_DECLS

typedef struct
{
  TalksDay start; /* first day */
  TalksDay end;   /* the day after the last */
} TalksSpan;

/* An empty span at start if end is not after start. */
TalksSpan talks_span_make      (TalksDay          start,
                                TalksDay          end);

/* From the earliest day of a date to its latest, that day included. */
TalksSpan talks_span_from_date (const TalksDate  *date);

gboolean  talks_span_is_empty  (TalksSpan         self);
gboolean  talks_span_is_open   (TalksSpan         self); /* on either side */
gboolean  talks_span_contains  (TalksSpan         self,
                                TalksDay          day);

/* Whether they share a day; an empty span shares none. */
gboolean  talks_span_overlaps  (TalksSpan         self,
                                TalksSpan         other);
TalksSpan talks_span_intersect (TalksSpan         self,
                                TalksSpan         other);

/* The smallest span that holds both, and whatever lies between them. */
TalksSpan talks_span_union     (TalksSpan         self,
                                TalksSpan         other);

/* The day of the span nearest to day; the start, if the span is empty. */
TalksDay  talks_span_clamp     (TalksSpan         self,
                                TalksDay          day);

/* In days; INT64_MAX if it is open, 0 if it is empty. */
int64_t   talks_span_length    (TalksSpan         self);
gboolean  talks_span_equal     (TalksSpan         self,
                                TalksSpan         other);

G_END_DECLS
