/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-day.h"

/* Both directions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
 * days_from_civil and civil_from_days: https://howardhinnant.github.io/date_algorithms.html
 * The year is taken to begin in March, so that the leap day comes last and the months before
 * any other follow one straight line; 400 years (an era) always have DAYS_PER_ERA days. */

#define YEARS_PER_ERA 400
#define DAYS_PER_ERA 146097
#define EPOCH_OFFSET 719468 /* days from 0000-03-01 to 1970-01-01 */

static int64_t
floor_div (int64_t a,
           int64_t b)
{
  return a / b - (a % b < 0);
}

static gboolean
is_day (TalksDay self)
{
  return self > TALKS_DAY_MIN && self < TALKS_DAY_MAX;
}

static gboolean
is_leap_year (int64_t year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

TalksDay
talks_day_from_civil (int64_t year,
                      int     month,
                      int     day)
{
  int64_t era;
  int64_t year_of_era;
  int64_t day_of_year;

  g_return_val_if_fail (year >= -TALKS_YEAR_LIMIT && year <= TALKS_YEAR_LIMIT, 0);
  g_return_val_if_fail (month >= 1 && month <= 12, 0);
  g_return_val_if_fail (day >= 1 && day <= talks_days_in_month (year, month), 0);

  if (month <= 2)
    year--;
  era = floor_div (year, YEARS_PER_ERA);
  year_of_era = year - era * YEARS_PER_ERA;
  day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return era * DAYS_PER_ERA
         + year_of_era * 365 + year_of_era / 4 - year_of_era / 100
         + day_of_year - EPOCH_OFFSET;
}

void
talks_day_to_civil (TalksDay  self,
                    int64_t  *year,
                    int      *month,
                    int      *day)
{
  int64_t era;
  int64_t day_of_era;
  int64_t year_of_era;
  int64_t day_of_year;
  int64_t march_month;

  g_return_if_fail (is_day (self));

  self += EPOCH_OFFSET;
  era = floor_div (self, DAYS_PER_ERA);
  day_of_era = self - era * DAYS_PER_ERA;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  march_month = (5 * day_of_year + 2) / 153;

  if (year != NULL)
    *year = year_of_era + era * YEARS_PER_ERA + (march_month >= 10);
  if (month != NULL)
    *month = (int) (march_month < 10 ? march_month + 3 : march_month - 9);
  if (day != NULL)
    *day = (int) (day_of_year - (153 * march_month + 2) / 5 + 1);
}

int
talks_days_in_month (int64_t year,
                     int     month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

int
talks_day_weekday (TalksDay self)
{
  /* 1970-01-01 was a Thursday. */
  int64_t since_monday = self + 3;

  return (int) (since_monday - floor_div (since_monday, 7) * 7) + 1;
}

TalksDay
talks_day_add_months (TalksDay self,
                      int64_t  months)
{
  const int64_t reach = 2 * 12 * TALKS_YEAR_LIMIT;
  int64_t year;
  int month;
  int day;

  if (!is_day (self))
    return self;

  talks_day_to_civil (self, &year, &month, &day);
  months = year * 12 + month - 1 + CLAMP (months, -reach, reach);
  year = floor_div (months, 12);
  month = (int) (months - year * 12) + 1;
  year = CLAMP (year, -TALKS_YEAR_LIMIT, TALKS_YEAR_LIMIT);

  return talks_day_from_civil (year, month, MIN (day, talks_days_in_month (year, month)));
}

TalksDay
talks_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return talks_day_from_civil (g_date_time_get_year (now),
                               g_date_time_get_month (now),
                               g_date_time_get_day_of_month (now));
}

char *
talks_day_to_iso (TalksDay self)
{
  const char *sign = "";
  int64_t year;
  int month;
  int day;

  if (self <= TALKS_DAY_MIN)
    return g_strdup ("-inf");
  if (self >= TALKS_DAY_MAX)
    return g_strdup ("+inf");

  talks_day_to_civil (self, &year, &month, &day);
  if (year < 0)
    sign = "-";
  else if (year > 9999)
    sign = "+";

  return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02d",
                          sign, (gint64) ABS (year), month, day);
}
