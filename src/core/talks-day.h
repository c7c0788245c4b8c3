/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksDay: a civil day as a number, and the arithmetic of the calendar.
 *
 * A TalksDay counts days from 1970-01-01 in the proleptic Gregorian calendar with astronomical
 * years (0 is 1 BCE, -1 is 2 BCE). It knows no zone and no clock. GDateTime and GDate reach
 * only the years 1 to 9999; this reaches every year within ±TALKS_YEAR_LIMIT.
 *
 * Pure functions without state: safe from any thread. */

#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef int64_t TalksDay;

/* "Without start" and "without end". Every real day lies strictly between the two, and sums and
 * differences of any two TalksDays fit an int64_t. */
#define TALKS_DAY_MIN ((TalksDay) (INT64_MIN / 4))
#define TALKS_DAY_MAX ((TalksDay) (INT64_MAX / 4))

/* The farthest year, before and after year 0, whose days are real days. */
#define TALKS_YEAR_LIMIT ((int64_t) 6000000000000000)

/* The day of a date. month is 1 to 12, day 1 to talks_days_in_month(), year within
 * ±TALKS_YEAR_LIMIT. */
TalksDay talks_day_from_civil   (int64_t   year,
                                 int       month,
                                 int       day);

/* The date of a day that is neither TALKS_DAY_MIN nor TALKS_DAY_MAX. Any of the results may
 * be NULL. */
void     talks_day_to_civil     (TalksDay  self,
                                 int64_t  *year,
                                 int      *month,
                                 int      *day);

/* 28 to 31; month is 1 to 12. */
int      talks_days_in_month    (int64_t   year,
                                 int       month);

/* 1 is Monday, 7 is Sunday. */
int      talks_day_weekday      (TalksDay  self);

/* The same day of another month, or that month's last day: 31 January + 1 is 28 or 29 February.
 * Stays within the real days; TALKS_DAY_MIN and TALKS_DAY_MAX stay what they are. */
TalksDay talks_day_add_months   (TalksDay  self,
                                 int64_t   months);

/* Today by the clock and zone of this machine. */
TalksDay talks_day_today        (void);

/* "2025-05-16"; years before 0 and after 9999 with a sign: "-0044-03-15", "+12345-01-01".
 * "-inf" and "+inf" for TALKS_DAY_MIN and TALKS_DAY_MAX. */
char    *talks_day_to_iso       (TalksDay  self);

G_END_DECLS
