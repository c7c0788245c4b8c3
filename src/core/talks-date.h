/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksDate: what an archivist wrote about when something happened.
 *
 * A date is an expression of the Extended Date/Time Format, levels 0, 1 and 2 whole
 * (Library of Congress, 4 February 2019, a profile of ISO 8601-1 and -2:2019). The text is kept as
 * written; beside it stand the two days that bound it and what is doubtful about it.
 *
 * Where the specification leaves the choice open:
 * - seasons are the meteorological ones, northern for 21 to 28 and southern for 29 to 32;
 *   a winter that begins in December ends in the next year;
 * - a time of day does not move the day: the day is the one written, not the one in UTC; it knows
 *   neither 24:00:00 nor a leap second, is at most 14 hours from UTC, and stands in no set;
 * - "?", "~" and "%" do not move the bounds; a drawing shows them softly; they may stand on both
 *   sides of one component;
 * - an interval whose start can only lie after its end is an error;
 * - in a set, parts of the year (21 to 41) have one precision, so that they can be the ends of a
 *   range;
 * - significant digits (S) are counted from the first that is not zero; more than there are mean
 *   all of them; a year with an exponent (E) may be a near one;
 * - "X" beside a qualifier or in the year of a season is level 2, else a date is of the level of
 *   its highest feature: "-201X" and "2001-21~" are level 1;
 * - spaces may follow the comma of a set. The specification has none, its forerunner had.
 *
 * Years farther than TALKS_YEAR_LIMIT are an error.
 *
 * Immutable, atomically reference-counted: share it freely between threads. */

#pragma once

#include "talks-day.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* What is special about a date. A plain day, month or year has none of these. */
typedef enum
{
  TALKS_DATE_UNCERTAIN     = 1 << 0, /* "?" or "%" anywhere in it */
  TALKS_DATE_APPROXIMATE   = 1 << 1, /* "~" or "%" anywhere in it, or significant digits (S) */
  TALKS_DATE_UNSPECIFIED   = 1 << 2, /* "X" for a digit */
  TALKS_DATE_SEASON        = 1 << 3, /* 21 to 32: without days of its own */
  TALKS_DATE_INTERVAL      = 1 << 4, /* start/end */
  TALKS_DATE_SET           = 1 << 5, /* one of […] or all of {…} */
  TALKS_DATE_OPEN_START    = 1 << 6, /* earliest is TALKS_DAY_MIN */
  TALKS_DATE_OPEN_END      = 1 << 7, /* latest is TALKS_DAY_MAX */
  TALKS_DATE_UNKNOWN_START = 1 << 8, /* earliest is that of the end, the start is not known */
  TALKS_DATE_UNKNOWN_END   = 1 << 9, /* latest is that of the start, the end is not known */
} TalksDateFlags;

/* Those drawn with soft edges. */
#define TALKS_DATE_SOFT ((TalksDateFlags) (TALKS_DATE_UNCERTAIN | TALKS_DATE_APPROXIMATE | \
                                           TALKS_DATE_UNSPECIFIED | TALKS_DATE_SEASON))

/* How much of the calendar a date tells: "2004-XX" tells no more than a year. An interval or
 * set has the precision that its dates share, else OTHER; so have quarters, halves and dates
 * such as "156X-12-25". */
typedef enum
{
  TALKS_PRECISION_DAY,
  TALKS_PRECISION_MONTH,
  TALKS_PRECISION_SEASON,
  TALKS_PRECISION_YEAR,
  TALKS_PRECISION_DECADE,
  TALKS_PRECISION_CENTURY,
  TALKS_PRECISION_OTHER,
} TalksDatePrecision;

typedef struct _TalksDate TalksDate;

#define TALKS_TYPE_DATE (talks_date_get_type ())

GType              talks_date_get_type      (void);

/* NULL with TALKS_ERROR_DATE and a sentence that says what is wrong, if text is not EDTF.
 * text may hold any bytes. The whole of it must be the expression: no space around it. */
TalksDate         *talks_date_parse         (const char       *text,
                                             GError          **error);

/* One plain day, neither TALKS_DAY_MIN nor TALKS_DAY_MAX. EDTF has no days in years before -9999
 * or after 9999: such a day becomes its year ("Y12345"). */
TalksDate         *talks_date_new_day       (TalksDay          day);
TalksDate         *talks_date_ref           (TalksDate        *self);
void               talks_date_unref         (TalksDate        *self);

/* As it was written. Owned by the date. */
const char        *talks_date_get_text      (const TalksDate  *self);

/* The lowest level of EDTF that knows the expression: 0, 1 or 2. */
int                talks_date_get_level     (const TalksDate  *self);

/* The first and the last day that the expression can mean, both inclusive. TALKS_DAY_MIN or
 * TALKS_DAY_MAX where it is open; where an end of an interval is unknown, the nearest bound that
 * is known (TALKS_DAY_MIN or TALKS_DAY_MAX if none is), and the flags say so. */
TalksDay           talks_date_get_earliest  (const TalksDate  *self);
TalksDay           talks_date_get_latest    (const TalksDate  *self);

TalksDateFlags     talks_date_get_flags     (const TalksDate  *self);
TalksDatePrecision talks_date_get_precision (const TalksDate  *self);

/* Whether it is exactly one known calendar day, without doubt. It may have a time of day. */
gboolean           talks_date_is_day        (const TalksDate  *self);

/* Where it belongs in a list: the earliest day, or the latest where the start is open. */
TalksDay           talks_date_get_sort_day  (const TalksDate  *self);

/* Like strcmp(): by the earliest day, then the latest, then the text. */
int                talks_date_compare       (const TalksDate  *a,
                                             const TalksDate  *b);

/* A bound as --explain-date prints it: "2025-05-16", "-0044-03-15", "+12345-01-01", "-inf",
 * "+inf", or "?" where unknown. */
char              *talks_date_format_bound  (TalksDay          bound,
                                             gboolean          unknown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksDate, talks_date_unref)

G_END_DECLS
