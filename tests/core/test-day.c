/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-day.h"

#include <stdio.h>

#define EPOCH_RATA_DIE 719163 /* 1970-01-01 counted from 0001-01-01 as day 1 */

static int64_t
floor_div (int64_t a,
           int64_t b)
{
  int64_t quotient = a / b;

  return quotient * b > a ? quotient - 1 : quotient;
}

/* Rata Die (Reingold and Dershowitz, Calendrical Calculations): another way to the same number,
 * by the leap years before a year and the days before a month. */
static int64_t
reference_day (int64_t year,
               int     month,
               int     day)
{
  static const int before_month[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
  int64_t before = year - 1;
  gboolean is_leap = floor_div (year, 4) * 4 == year
                     && (floor_div (year, 100) * 100 != year || floor_div (year, 400) * 400 == year);

  return 365 * before + floor_div (before, 4) - floor_div (before, 100) + floor_div (before, 400)
         + before_month[month - 1] + (is_leap && month > 2) + day - EPOCH_RATA_DIE;
}

static void
test_known (void)
{
  static const struct
  {
    int64_t  year;
    int      month;
    int      day;
    TalksDay number;
    int      weekday;
    const char *iso;
  } cases[] = {
    { 1970, 1, 1, 0, 4, "1970-01-01" },
    { 1969, 12, 31, -1, 3, "1969-12-31" },
    { 2000, 2, 29, 11016, 2, "2000-02-29" },
    { 2022, 2, 24, 19047, 4, "2022-02-24" },
    { 2025, 5, 16, 20224, 5, "2025-05-16" },
    { 1, 1, 1, -719162, 1, "0001-01-01" },
    { 0, 3, 1, -719468, 3, "0000-03-01" },
    { 0, 1, 1, -719528, 6, "0000-01-01" },
    { -44, 3, 15, -735525, 4, "-0044-03-15" },
    { 9999, 12, 31, 2932896, 5, "9999-12-31" },
    { 10000, 1, 1, 2932897, 6, "+10000-01-01" },
    { -10000, 1, 1, -4371953, 6, "-10000-01-01" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksDay number = talks_day_from_civil (cases[i].year, cases[i].month, cases[i].day);
      g_autofree char *iso = talks_day_to_iso (number);

      g_assert_cmpint (number, ==, cases[i].number);
      g_assert_cmpint (talks_day_weekday (number), ==, cases[i].weekday);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
assert_day_is (TalksDay number)
{
  int64_t year;
  int month;
  int day;

  talks_day_to_civil (number, &year, &month, &day);
  g_assert_cmpint (month, >=, 1);
  g_assert_cmpint (month, <=, 12);
  g_assert_cmpint (day, >=, 1);
  g_assert_cmpint (day, <=, talks_days_in_month (year, month));
  g_assert_cmpint (reference_day (year, month, day), ==, number);
  g_assert_cmpint (talks_day_from_civil (year, month, day), ==, number);
}

static void
test_random_days (void)
{
  for (int i = 0; i < 1000000; i++)
    assert_day_is (g_test_rand_int_range (-365242500, 365242500));
}

static void
test_every_turn_of_a_year (void)
{
  for (int64_t year = -10000; year <= 10000; year++)
    {
      TalksDay first = talks_day_from_civil (year, 1, 1);

      assert_day_is (first - 1);
      assert_day_is (first);
      assert_day_is (first + 58);
      assert_day_is (first + 59);
      assert_day_is (first + 60);
    }
}

static void
test_against_glib (void)
{
  GDate date;

  g_date_clear (&date, 1);
  for (guint32 julian = 1; julian <= 3652059; julian++)
    {
      TalksDay number = (TalksDay) julian - EPOCH_RATA_DIE;
      int64_t year;
      int month;
      int day;

      g_date_set_julian (&date, julian);
      talks_day_to_civil (number, &year, &month, &day);
      if (year != g_date_get_year (&date) || month != (int) g_date_get_month (&date)
          || day != g_date_get_day (&date)
          || talks_day_weekday (number) != (int) g_date_get_weekday (&date))
        g_error ("Day %u differs from GDate", julian);
    }
}

static void
test_against_date_time (void)
{
  for (int i = 0; i < 20000; i++)
    {
      /* No month added or taken may lead out of the years that GDateTime has: it clamps there. */
      int year = g_test_rand_int_range (10, 9990);
      int month = g_test_rand_int_range (1, 13);
      int day = g_test_rand_int_range (1, talks_days_in_month (year, month) + 1);
      int months = g_test_rand_int_range (-100, 100);
      TalksDay number = talks_day_from_civil (year, month, day);
      g_autoptr (GDateTime) then = g_date_time_new_utc (year, month, day, 0, 0, 0);
      g_autoptr (GDateTime) moved = g_date_time_add_months (then, months);

      g_assert_nonnull (then);
      g_assert_cmpint (g_date_time_to_unix (then), ==, number * 86400);
      g_assert_cmpint (g_date_time_get_day_of_week (then), ==, talks_day_weekday (number));
      g_assert_nonnull (moved);
      g_assert_cmpint (g_date_time_to_unix (moved), ==, talks_day_add_months (number, months) * 86400);
    }
}

static void
test_far_days (void)
{
  static const int64_t years[] = {
    -TALKS_YEAR_LIMIT, -TALKS_YEAR_LIMIT + 1, -170000002, 5000000000,
    TALKS_YEAR_LIMIT - 1, TALKS_YEAR_LIMIT,
  };
  int64_t year;

  for (size_t i = 0; i < G_N_ELEMENTS (years); i++)
    {
      TalksDay first = talks_day_from_civil (years[i], 1, 1);
      TalksDay last = talks_day_from_civil (years[i], 12, 31);

      g_assert_cmpint (first, >, TALKS_DAY_MIN);
      g_assert_cmpint (last, <, TALKS_DAY_MAX);
      assert_day_is (first);
      assert_day_is (last);
      g_assert_cmpint (talks_day_weekday (last), >=, 1);
      g_assert_cmpint (talks_day_weekday (last), <=, 7);
    }

  /* Every day has its date, even past the years that a date can be made in. */
  talks_day_to_civil (TALKS_DAY_MIN + 1, &year, NULL, NULL);
  g_assert_cmpint (year, <, -TALKS_YEAR_LIMIT);
  talks_day_to_civil (TALKS_DAY_MAX - 1, &year, NULL, NULL);
  g_assert_cmpint (year, >, TALKS_YEAR_LIMIT);
}

static void
test_weekdays (void)
{
  for (TalksDay day = -5000; day < 5000; day++)
    g_assert_cmpint (talks_day_weekday (day + 1), ==, talks_day_weekday (day) % 7 + 1);
}

static void
test_days_in_month (void)
{
  static const int common[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  static const int64_t leap_years[] = { -400, -4, 0, 4, 1600, 2000, 2024, 10000 };
  static const int64_t common_years[] = { -401, -100, -1, 1, 100, 1900, 2023, 2100 };

  for (size_t i = 0; i < G_N_ELEMENTS (leap_years); i++)
    {
      for (int month = 1; month <= 12; month++)
        {
          g_assert_cmpint (talks_days_in_month (common_years[i], month), ==, common[month - 1]);
          g_assert_cmpint (talks_days_in_month (leap_years[i], month), ==,
                           common[month - 1] + (month == 2));
        }
    }
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *from;
    int64_t     months;
    const char *to;
  } cases[] = {
    { "2022-01-31", 1, "2022-02-28" },
    { "2024-01-31", 1, "2024-02-29" },
    { "2024-02-29", 12, "2025-02-28" },
    { "2024-02-29", -48, "2020-02-29" },
    { "2022-03-31", -1, "2022-02-28" },
    { "2022-12-15", 1, "2023-01-15" },
    { "2022-01-15", -1, "2021-12-15" },
    { "0000-01-31", -2, "-0001-11-30" },
    { "2022-05-16", 0, "2022-05-16" },
  };
  int64_t far_year;

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year;
      int month;
      int day;
      g_autofree char *iso = NULL;

      g_assert_cmpint (sscanf (cases[i].from, "%d-%d-%d", &year, &month, &day), ==, 3);
      iso = talks_day_to_iso (talks_day_add_months (talks_day_from_civil (year, month, day),
                                                    cases[i].months));
      g_assert_cmpstr (iso, ==, cases[i].to);
    }

  /* Too many months stop at the last year there is. */
  talks_day_to_civil (talks_day_add_months (0, INT64_MAX), &far_year, NULL, NULL);
  g_assert_cmpint (far_year, ==, TALKS_YEAR_LIMIT);
  talks_day_to_civil (talks_day_add_months (0, INT64_MIN), &far_year, NULL, NULL);
  g_assert_cmpint (far_year, ==, -TALKS_YEAR_LIMIT);
  g_assert_cmpint (talks_day_add_months (TALKS_DAY_MIN, 5), ==, TALKS_DAY_MIN);
  g_assert_cmpint (talks_day_add_months (TALKS_DAY_MAX, -5), ==, TALKS_DAY_MAX);
}

static void
test_bounds_and_today (void)
{
  g_autofree char *first = talks_day_to_iso (TALKS_DAY_MIN);
  g_autofree char *last = talks_day_to_iso (TALKS_DAY_MAX);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  TalksDay today = talks_day_today ();
  int64_t year;

  g_assert_cmpstr (first, ==, "-inf");
  g_assert_cmpstr (last, ==, "+inf");
  /* The sums and differences that callers may make. */
  g_assert_cmpint (TALKS_DAY_MAX - TALKS_DAY_MIN, >, 0);
  g_assert_cmpint (TALKS_DAY_MIN + TALKS_DAY_MIN, <, TALKS_DAY_MIN);

  talks_day_to_civil (today, &year, NULL, NULL);
  g_assert_cmpint (ABS (year - g_date_time_get_year (now)), <=, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/known", test_known);
  g_test_add_func ("/day/random", test_random_days);
  g_test_add_func ("/day/turns-of-years", test_every_turn_of_a_year);
  g_test_add_func ("/day/glib", test_against_glib);
  g_test_add_func ("/day/date-time", test_against_date_time);
  g_test_add_func ("/day/far", test_far_days);
  g_test_add_func ("/day/weekdays", test_weekdays);
  g_test_add_func ("/day/days-in-month", test_days_in_month);
  g_test_add_func ("/day/add-months", test_add_months);
  g_test_add_func ("/day/bounds", test_bounds_and_today);

  return g_test_run ();
}
