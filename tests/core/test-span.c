/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-span.h"

#define N_DAYS 12

static void
test_make (void)
{
  TalksSpan span = talks_span_make (3, 7);

  g_assert_cmpint (span.start, ==, 3);
  g_assert_cmpint (span.end, ==, 7);
  g_assert_cmpint (talks_span_length (span), ==, 4);
  g_assert_false (talks_span_is_empty (span));
  g_assert_false (talks_span_is_open (span));

  span = talks_span_make (7, 3);
  g_assert_true (talks_span_is_empty (span));
  g_assert_cmpint (span.start, ==, 7);
  g_assert_cmpint (talks_span_length (span), ==, 0);
}

static void
test_from_date (void)
{
  static const struct
  {
    const char *text;
    const char *start;
    const char *end;
  } cases[] = {
    { "2022-03-29", "2022-03-29", "2022-03-30" },
    { "2022-02", "2022-02-01", "2022-03-01" },
    { "2022", "2022-01-01", "2023-01-01" },
    { "2022-03-29/..", "2022-03-29", "+inf" },
    { "../2022-03-29", "-inf", "2022-03-30" },
    { "../..", "-inf", "+inf" },
    { "2022/", "2022-01-01", "2023-01-01" },
    { "{2022-05,2022-01-03}", "2022-01-03", "2022-06-01" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksDate) date = talks_date_parse (cases[i].text, NULL);
      TalksSpan span = talks_span_from_date (date);
      g_autofree char *start = talks_day_to_iso (span.start);
      g_autofree char *end = talks_day_to_iso (span.end);

      g_assert_cmpstr (start, ==, cases[i].start);
      g_assert_cmpstr (end, ==, cases[i].end);
      g_assert_cmpint (span.start, >=, TALKS_DAY_MIN);
      g_assert_cmpint (span.end, <=, TALKS_DAY_MAX);
    }
}

static void
test_open (void)
{
  TalksSpan from = talks_span_make (5, TALKS_DAY_MAX);
  TalksSpan until = talks_span_make (TALKS_DAY_MIN, 9);
  TalksSpan always = talks_span_union (from, until);

  g_assert_true (talks_span_is_open (from));
  g_assert_true (talks_span_is_open (until));
  g_assert_cmpint (talks_span_length (from), ==, INT64_MAX);
  g_assert_cmpint (talks_span_length (always), ==, INT64_MAX);
  g_assert_true (talks_span_contains (from, TALKS_DAY_MAX - 1));
  g_assert_true (talks_span_contains (until, TALKS_DAY_MIN));
  g_assert_true (talks_span_equal (talks_span_intersect (from, until), talks_span_make (5, 9)));
  g_assert_true (talks_span_equal (always, talks_span_make (TALKS_DAY_MIN, TALKS_DAY_MAX)));
  g_assert_true (talks_span_overlaps (from, until));
  g_assert_cmpint (talks_span_clamp (from, 100), ==, 100);
  g_assert_cmpint (talks_span_clamp (until, 100), ==, 8);
}

/* Every pair of spans within a few days, against the sets of days that they mean. */

static unsigned
days_of (TalksSpan span)
{
  unsigned days = 0;

  for (int day = 0; day < N_DAYS; day++)
    {
      if (talks_span_contains (span, day))
        days |= 1u << day;
    }

  return days;
}

static void
check_pair (TalksSpan a,
            TalksSpan b)
{
  TalksSpan both = talks_span_intersect (a, b);
  TalksSpan hull = talks_span_union (a, b);

  g_assert_cmphex (days_of (both), ==, days_of (a) & days_of (b));
  g_assert_cmpint (talks_span_overlaps (a, b), ==, (days_of (a) & days_of (b)) != 0);
  g_assert_cmpint (talks_span_equal (a, b), ==, days_of (a) == days_of (b));
  g_assert_cmphex (days_of (hull) & (days_of (a) | days_of (b)), ==, days_of (a) | days_of (b));
  g_assert_true (talks_span_equal (both, talks_span_intersect (b, a)));
  g_assert_true (talks_span_equal (hull, talks_span_union (b, a)));
  if (days_of (a) != 0 && days_of (b) != 0)
    {
      g_assert_cmpint (hull.start, ==, MIN (a.start, b.start));
      g_assert_cmpint (hull.end, ==, MAX (a.end, b.end));
    }
}

static void
test_pairs (void)
{
  for (int i = 0; i < N_DAYS * N_DAYS; i++)
    {
      TalksSpan a = { i / N_DAYS, i % N_DAYS };

      g_assert_cmpint (talks_span_is_empty (a), ==, days_of (a) == 0);
      for (int j = 0; j < N_DAYS * N_DAYS; j++)
        {
          TalksSpan b = { j / N_DAYS, j % N_DAYS };

          check_pair (a, b);
        }
    }
}

static void
test_clamp (void)
{
  TalksSpan span = talks_span_make (3, 7);
  static const int nearest[] = { 3, 3, 3, 3, 4, 5, 6, 6, 6 };

  for (int day = 0; day < (int) G_N_ELEMENTS (nearest); day++)
    g_assert_cmpint (talks_span_clamp (span, day), ==, nearest[day]);
  g_assert_cmpint (talks_span_clamp (talks_span_make (4, 4), 9), ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/span/make", test_make);
  g_test_add_func ("/span/from-date", test_from_date);
  g_test_add_func ("/span/open", test_open);
  g_test_add_func ("/span/pairs", test_pairs);
  g_test_add_func ("/span/clamp", test_clamp);

  return g_test_run ();
}
