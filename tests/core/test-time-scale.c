/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-time-scale.h"

#include <math.h>

#define N_SCALES 400
#define N_PLACES 60
#define MAX_FOLDS 6

/* ---- random scales ---- */

static TalksSpan
random_span (TalksSpan within)
{
  int length = (int) (within.end - within.start);
  TalksDay start = within.start + g_test_rand_int_range (0, length);

  return talks_span_make (start, start + g_test_rand_int_range (1, MAX (2, length / 3)));
}

static TalksSpan
random_extent (void)
{
  TalksDay start = g_test_rand_int_range (-800000, 800000);

  return talks_span_make (start, start + (TalksDay) exp (g_test_rand_double_range (0, 12)) + 1);
}

/* From a century on a screen to an hour, with folds that overlap, leave the extent and are too
 * narrow. mirrored as well, unless NULL. */
static TalksTimeScale *
random_scale (TalksTimeScale **mirrored)
{
  TalksSpan extent = random_extent ();
  TalksSpan wide = talks_span_make (extent.start - 50, extent.end + 50);
  double px_per_day = exp (g_test_rand_double_range (log (0.01), log (480)));
  TalksSpan folds[MAX_FOLDS];
  size_t n_folds = (size_t) g_test_rand_int_range (0, MAX_FOLDS + 1);

  for (size_t i = 0; i < n_folds; i++)
    folds[i] = random_span (wide);
  if (mirrored != NULL)
    *mirrored = talks_time_scale_new (extent, px_per_day, folds, n_folds, TRUE);
  return talks_time_scale_new (extent, px_per_day, folds, n_folds, FALSE);
}

/* A day in the extent or up to half as far beyond it. */
static double
random_day (const TalksTimeScale *scale)
{
  TalksSpan extent = talks_time_scale_get_extent (scale);
  double length = (double) (extent.end - extent.start);

  return (double) extent.start + length * g_test_rand_double_range (-0.5, 1.5);
}

/* ---- properties ---- */

static void
assert_there_and_back (const TalksTimeScale *scale)
{
  double width = talks_time_scale_get_width (scale);

  for (int i = 0; i < N_PLACES; i++)
    {
      double x = width * g_test_rand_double_range (-0.5, 1.5);
      double day = random_day (scale);
      double there = talks_time_scale_day_to_x (scale, day);

      g_assert_cmpfloat_with_epsilon (
        talks_time_scale_day_to_x (scale, talks_time_scale_x_to_day (scale, x)), x, 0.5);
      g_assert_cmpfloat_with_epsilon (
        talks_time_scale_day_to_x (scale, talks_time_scale_x_to_day (scale, there)), there, 0.5);
    }
}

static void
test_there_and_back (void)
{
  for (int i = 0; i < N_SCALES; i++)
    {
      g_autoptr (TalksTimeScale) mirrored = NULL;
      g_autoptr (TalksTimeScale) scale = random_scale (&mirrored);

      assert_there_and_back (scale);
      assert_there_and_back (mirrored);
    }
}

/* Whole days keep their order and a place of their own, in folds as well. */
static void
test_increasing (void)
{
  for (int i = 0; i < N_SCALES; i++)
    {
      g_autoptr (TalksTimeScale) mirrored = NULL;
      g_autoptr (TalksTimeScale) scale = random_scale (&mirrored);

      for (int j = 0; j < N_PLACES; j++)
        {
          double day = floor (random_day (scale));
          double later = day + g_test_rand_int_range (1, 400);

          g_assert_cmpfloat (talks_time_scale_day_to_x (scale, day), <,
                             talks_time_scale_day_to_x (scale, day + 1));
          g_assert_cmpfloat (talks_time_scale_day_to_x (scale, day), <,
                             talks_time_scale_day_to_x (scale, later));
          g_assert_cmpfloat (talks_time_scale_day_to_x (mirrored, day), >,
                             talks_time_scale_day_to_x (mirrored, later));
        }
    }
}

static void
test_mirrored (void)
{
  for (int i = 0; i < N_SCALES; i++)
    {
      g_autoptr (TalksTimeScale) mirrored = NULL;
      g_autoptr (TalksTimeScale) scale = random_scale (&mirrored);
      double width = talks_time_scale_get_width (scale);

      g_assert_false (talks_time_scale_is_mirrored (scale));
      g_assert_true (talks_time_scale_is_mirrored (mirrored));
      g_assert_cmpfloat (talks_time_scale_get_width (mirrored), ==, width);
      for (int j = 0; j < N_PLACES; j++)
        {
          double day = random_day (scale);

          g_assert_cmpfloat_with_epsilon (talks_time_scale_day_to_x (mirrored, day),
                                          width - talks_time_scale_day_to_x (scale, day), 1e-6);
          g_assert_cmpint (talks_time_scale_fold_at_day (mirrored, day), ==,
                           talks_time_scale_fold_at_day (scale, day));
        }
    }
}

/* The ends, the width and the density, by a sum that knows nothing of segments. */
static void
test_geometry (void)
{
  for (int i = 0; i < N_SCALES; i++)
    {
      g_autoptr (TalksTimeScale) scale = random_scale (NULL);
      TalksSpan extent = talks_time_scale_get_extent (scale);
      double px_per_day = talks_time_scale_get_px_per_day (scale);
      size_t n_folds;
      const TalksSpan *folds = talks_time_scale_get_folds (scale, &n_folds);
      double open = (double) (extent.end - extent.start);
      double width;

      for (size_t j = 0; j < n_folds; j++)
        {
          double start = talks_time_scale_day_to_x (scale, (double) folds[j].start);
          double end = talks_time_scale_day_to_x (scale, (double) folds[j].end);

          g_assert_cmpfloat_with_epsilon (end - start, TALKS_FOLD_WIDTH, 1e-4);
          g_assert_cmpfloat ((double) (folds[j].end - folds[j].start) * px_per_day, >,
                             TALKS_FOLD_WIDTH);
          g_assert_cmpint (folds[j].start, >=, extent.start);
          g_assert_cmpint (folds[j].end, <=, extent.end);
          if (j > 0)
            g_assert_cmpint (folds[j].start, >, folds[j - 1].end);
          open -= (double) (folds[j].end - folds[j].start);
        }
      width = open * px_per_day + (double) n_folds * TALKS_FOLD_WIDTH;
      g_assert_cmpfloat_with_epsilon (talks_time_scale_get_width (scale), width, 1e-4);
      g_assert_cmpfloat (talks_time_scale_day_to_x (scale, (double) extent.start), ==, 0);
      g_assert_cmpfloat (talks_time_scale_day_to_x (scale, (double) extent.end), ==,
                         talks_time_scale_get_width (scale));
    }
}

/* What fold_at says is what the list of folds says. */
static void
test_fold_at (void)
{
  for (int i = 0; i < N_SCALES; i++)
    {
      g_autoptr (TalksTimeScale) scale = random_scale (NULL);
      size_t n_folds;
      const TalksSpan *folds = talks_time_scale_get_folds (scale, &n_folds);

      for (int j = 0; j < N_PLACES; j++)
        {
          double day = random_day (scale);
          int expected = -1;

          for (size_t k = 0; k < n_folds; k++)
            if (day >= (double) folds[k].start && day < (double) folds[k].end)
              expected = (int) k;
          g_assert_cmpint (talks_time_scale_fold_at_day (scale, day), ==, expected);
        }
    }
}

/* ---- cases ---- */

#define OPEN_START TALKS_DAY_MIN
#define OPEN_END TALKS_DAY_MAX

static void
test_folds (void)
{
  /* All in an extent of 0 to 1000. */
  static const struct
  {
    const char *what;
    double      px_per_day;
    TalksSpan   folds[3];
    TalksSpan   expected[3];
  } cases[] = {
    { "none", 1, { { 0, 0 } }, { { 0, 0 } } },
    { "one", 1, { { 100, 200 } }, { { 100, 200 } } },
    { "empty", 1, { { 300, 300 }, { 400, 350 } }, { { 0, 0 } } },
    { "outside", 1, { { -500, -100 }, { 1000, 1200 } }, { { 0, 0 } } },
    { "clipped", 1, { { -500, 100 }, { 900, 1200 } }, { { 0, 100 }, { 900, 1000 } } },
    { "open ends", 1, { { OPEN_START, 100 }, { 900, OPEN_END } }, { { 0, 100 }, { 900, 1000 } } },
    { "everything", 1, { { OPEN_START, OPEN_END } }, { { 0, 1000 } } },
    { "unsorted", 1, { { 500, 600 }, { 100, 200 } }, { { 100, 200 }, { 500, 600 } } },
    { "overlapping", 1, { { 100, 300 }, { 200, 400 } }, { { 100, 400 } } },
    { "one in the other", 1, { { 100, 400 }, { 200, 300 } }, { { 100, 400 } } },
    { "touching", 1, { { 200, 300 }, { 100, 200 } }, { { 100, 300 } } },
    { "twice", 1, { { 100, 200 }, { 100, 200 } }, { { 100, 200 } } },
    { "as wide folded as open", 1, { { 100, 144 } }, { { 0, 0 } } },
    { "just wider open", 1, { { 100, 145 } }, { { 100, 145 } } },
    { "narrow at this zoom", 0.1, { { 100, 500 }, { 500, 541 } }, { { 100, 541 } } },
    { "clipped until too narrow", 1, { { -500, 40 }, { 100, 200 } }, { { 100, 200 } } },
    { "narrow alone, wide together", 1, { { 100, 130 }, { 130, 160 } }, { { 100, 160 } } },
    { "narrow before wide", 1, { { 95, 105 }, { 100, 200 } }, { { 95, 200 } } },
  };
  const TalksSpan extent = { 0, 1000 };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksTimeScale) scale = talks_time_scale_new (extent, cases[i].px_per_day,
                                                               cases[i].folds, 3, FALSE);
      size_t n_folds;
      const TalksSpan *folds = talks_time_scale_get_folds (scale, &n_folds);
      size_t n_expected = 0;

      g_test_message ("%s", cases[i].what);
      while (n_expected < 3 && !talks_span_is_empty (cases[i].expected[n_expected]))
        n_expected++;
      g_assert_cmpuint (n_folds, ==, n_expected);
      for (size_t j = 0; j < n_folds; j++)
        g_assert_true (talks_span_equal (folds[j], cases[i].expected[j]));
    }
}

static void
test_places (void)
{
  static const struct
  {
    double day;
    double x;
    int    fold;
  } cases[] = {
    { -10, -20, -1 },
    { 0, 0, -1 },
    { 99.5, 199, -1 },
    { 100, 200, 0 },
    { 150, 222, 0 },
    { 199.99, 243.9956, 0 },
    { 200, 244, -1 },
    { 300, 444, 1 },
    { 700, 488, -1 },
    { 1000, 1088, -1 },
    { 1010, 1108, -1 },
  };
  static const TalksSpan folds[] = { { 300, 700 }, { 100, 200 } };
  g_autoptr (TalksTimeScale) scale = talks_time_scale_new ((TalksSpan) { 0, 1000 }, 2, folds, 2, FALSE);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpfloat_with_epsilon (talks_time_scale_day_to_x (scale, cases[i].day), cases[i].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (talks_time_scale_x_to_day (scale, cases[i].x), cases[i].day, 1e-9);
      g_assert_cmpint (talks_time_scale_fold_at_day (scale, cases[i].day), ==, cases[i].fold);
    }
}

/* Days as far as they go: nothing overflows, ends stay ends, order stays order. */
static void
test_extremes (void)
{
  static const struct
  {
    TalksSpan extent;
    double    px_per_day;
  } cases[] = {
    { { 0, 1 }, 480 },
    { { 0, 1 }, 1e-6 },
    { { TALKS_DAY_MIN + 1, TALKS_DAY_MAX - 1 }, 1e-15 },
    { { TALKS_DAY_MIN + 1, TALKS_DAY_MIN + 4000 }, 1 },
    { { TALKS_DAY_MAX - 4000, TALKS_DAY_MAX - 1 }, 1 },
    { { -719528 - 3652425, 2932897 }, 0.0002 },
    { { -719528 - 3652425, 2932897 }, 480 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int mirrored = 0; mirrored < 2; mirrored++)
      {
        TalksSpan extent = cases[i].extent;
        TalksSpan fold = { extent.start + (extent.end - extent.start) / 4,
                           extent.start + (extent.end - extent.start) / 2 };
        g_autoptr (TalksTimeScale) scale = talks_time_scale_new (extent, cases[i].px_per_day, &fold, 1,
                                                                 mirrored);
        double start = talks_time_scale_day_to_x (scale, (double) extent.start);
        double middle = talks_time_scale_day_to_x (scale, (double) fold.end);
        double end = talks_time_scale_day_to_x (scale, (double) extent.end);
        double width = talks_time_scale_get_width (scale);

        g_assert_cmpfloat (start, ==, mirrored ? width : 0);
        g_assert_cmpfloat (end, ==, mirrored ? 0 : width);
        if (extent.end - extent.start > 1)
          g_assert_true (mirrored ? middle < start && middle > end : middle > start && middle < end);
        g_assert_true (isfinite (talks_time_scale_day_to_x (scale, (double) TALKS_DAY_MIN)));
        g_assert_true (isfinite (talks_time_scale_day_to_x (scale, (double) TALKS_DAY_MAX)));
        g_assert_true (isfinite (talks_time_scale_x_to_day (scale, -1e9)));
        g_assert_true (isfinite (talks_time_scale_x_to_day (scale, 1e9)));
      }
}

static void
test_references (void)
{
  g_autoptr (TalksTimeScale) scale = talks_time_scale_new ((TalksSpan) { 0, 10 }, 1, NULL, 0, FALSE);
  GValue value = G_VALUE_INIT;

  g_value_init (&value, TALKS_TYPE_TIME_SCALE);
  g_value_set_boxed (&value, scale);
  g_assert_true (g_value_get_boxed (&value) == scale);
  g_value_unset (&value);
  g_assert_cmpfloat (talks_time_scale_get_width (scale), ==, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-scale/there-and-back", test_there_and_back);
  g_test_add_func ("/time-scale/increasing", test_increasing);
  g_test_add_func ("/time-scale/mirrored", test_mirrored);
  g_test_add_func ("/time-scale/geometry", test_geometry);
  g_test_add_func ("/time-scale/fold-at", test_fold_at);
  g_test_add_func ("/time-scale/folds", test_folds);
  g_test_add_func ("/time-scale/places", test_places);
  g_test_add_func ("/time-scale/extremes", test_extremes);
  g_test_add_func ("/time-scale/references", test_references);

  return g_test_run ();
}
