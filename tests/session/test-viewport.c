/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-viewport.h"

#include <math.h>

#define N_OPERATIONS 100000
#define MAX_FOLDS 4
#define EPSILON 1e-3 /* pixels; content may be millions of them wide */

static double
get_content_width (const TalksViewport *viewport)
{
  return talks_time_scale_get_width (viewport->scale);
}

static double
get_x (const TalksViewport *viewport,
       double               day)
{
  return talks_time_scale_day_to_x (viewport->scale, day) - viewport->x;
}

static void
assert_invariants (const TalksViewport *viewport)
{
  double min = talks_viewport_get_min_zoom (viewport);
  double width = viewport->width > 0 ? viewport->width : 1000;
  double from;
  double to;

  g_assert_true (isfinite (viewport->zoom) && isfinite (viewport->x));
  g_assert_cmpfloat (viewport->zoom, >=, min * (1 - 1e-8));
  g_assert_cmpfloat (viewport->zoom, <=, MAX (min, TALKS_VIEWPORT_MAX_ZOOM) * (1 + 1e-8));
  g_assert_cmpfloat (viewport->x, >=, 0);
  g_assert_cmpfloat (viewport->x, <=, MAX (0, get_content_width (viewport) - width) + EPSILON);
  g_assert_cmpfloat (talks_time_scale_get_px_per_day (viewport->scale), ==, viewport->zoom);
  g_assert_true (talks_time_scale_is_mirrored (viewport->scale) == viewport->mirrored);
  g_assert_true (talks_span_equal (talks_time_scale_get_extent (viewport->scale), viewport->extent));

  talks_viewport_get_visible (viewport, &from, &to);
  g_assert_cmpfloat (from, <, to);
  g_assert_cmpfloat (from, >=, (double) viewport->extent.start);
  g_assert_cmpfloat (to, <=, (double) viewport->extent.end);
}

/* ---- any order of operations ---- */

static TalksSpan
random_extent (void)
{
  TalksDay start = g_test_rand_int_range (-500000, 500000);

  return talks_span_make (start, start + 1 + (TalksDay) exp (g_test_rand_double_range (0, 11)));
}

/* Sorted, apart from each other, not always inside the extent. */
static size_t
random_folds (TalksSpan  extent,
              TalksSpan *folds)
{
  size_t n = (size_t) g_test_rand_int_range (0, MAX_FOLDS + 1);
  TalksDay length = extent.end - extent.start;
  TalksDay at = extent.start - g_test_rand_int_range (0, 20);
  size_t i;

  for (i = 0; i < n && at < extent.end; i++)
    {
      TalksDay end = at + 1 + g_test_rand_int_range (0, (int) (length / 3) + 1);

      folds[i] = talks_span_make (at, end);
      at = end + 1 + g_test_rand_int_range (0, (int) (length / 5) + 1);
    }
  return i;
}

static double
random_day (const TalksViewport *viewport)
{
  double length = (double) (viewport->extent.end - viewport->extent.start);

  return (double) viewport->extent.start + length * g_test_rand_double_range (-0.2, 1.2);
}

static gboolean
random_operation (TalksViewport *viewport)
{
  TalksSpan folds[MAX_FOLDS];
  double day = random_day (viewport);
  double other = random_day (viewport);

  switch (g_test_rand_int_range (0, 9))
    {
    case 0:
      return talks_viewport_set_width (viewport, g_test_rand_int_range (0, 4000));
    case 1:
      return talks_viewport_set_mirrored (viewport, g_test_rand_int_range (0, 2));
    case 2:
      return talks_viewport_set_x (viewport, get_content_width (viewport)
                                               * g_test_rand_double_range (-0.5, 1.5));
    case 3:
    case 4:
      return talks_viewport_zoom_at (viewport, viewport->zoom * exp (g_test_rand_double_range (-2, 2)),
                                     day);
    case 5:
      return talks_viewport_set_folds (viewport, folds, random_folds (viewport->extent, folds), day);
    case 6:
      return talks_viewport_show (viewport, day, day + exp (g_test_rand_double_range (-9, 9)));
    case 7:
      return talks_viewport_reveal (viewport, MIN (day, other), MAX (day, other),
                                    g_test_rand_int_range (0, 500));
    default:
      return talks_viewport_fit (viewport);
    }
}

static void
test_random (void)
{
  TalksViewport viewport;

  talks_viewport_init (&viewport, random_extent ());
  for (int i = 0; i < N_OPERATIONS; i++)
    {
      g_autoptr (TalksTimeScale) scale = NULL;
      TalksViewport before;
      gboolean changed;

      if (i % 200 == 0)
        {
          talks_viewport_clear (&viewport);
          talks_viewport_init (&viewport, random_extent ());
        }
      before = viewport;
      scale = talks_time_scale_ref (viewport.scale);
      changed = random_operation (&viewport);
      assert_invariants (&viewport);
      /* What says that nothing changed is right, and leaves pictures right. */
      if (!changed)
        {
          g_assert_true (viewport.scale == scale);
          g_assert_cmpfloat (viewport.x, ==, before.x);
          g_assert_cmpfloat (viewport.zoom, ==, before.zoom);
          g_assert_cmpfloat (viewport.width, ==, before.width);
        }
    }
  talks_viewport_clear (&viewport);
}

/* ---- one operation each ---- */

/* A thousand days, 600 pixels wide, one of the combinations that the tests below go through. */
static void
init_case (TalksViewport *viewport,
           int            number)
{
  static const TalksSpan folds[] = { { 200, 500 }, { 700, 730 } };

  talks_viewport_init (viewport, (TalksSpan) { 0, 1000 });
  talks_viewport_set_width (viewport, 600);
  talks_viewport_set_mirrored (viewport, (number & 1) != 0);
  if (number & 2)
    talks_viewport_set_folds (viewport, folds, 2, 0);
}

#define N_CASES 4

static void
test_fit (void)
{
  for (int number = 0; number < N_CASES; number++)
    {
      TalksViewport viewport;
      double from;
      double to;

      init_case (&viewport, number);
      talks_viewport_zoom_at (&viewport, 20, 400);
      g_assert_false (talks_viewport_is_whole (&viewport));
      g_assert_true (talks_viewport_fit (&viewport));
      g_assert_true (talks_viewport_is_whole (&viewport));
      talks_viewport_get_visible (&viewport, &from, &to);
      g_assert_cmpfloat_with_epsilon (from, 0, 1e-6);
      g_assert_cmpfloat_with_epsilon (to, 1000, 1e-6);
      g_assert_cmpfloat (viewport.x, ==, 0);
      g_assert_cmpfloat_with_epsilon (get_content_width (&viewport), 600, EPSILON);
      g_assert_false (talks_viewport_fit (&viewport));
      talks_viewport_clear (&viewport);
    }
}

/* The least zoom fills the width exactly, whichever folds are too narrow to be worth a strip. */
static void
test_min_zoom (void)
{
  for (int i = 0; i < 20000; i++)
    {
      TalksViewport viewport;
      TalksSpan folds[MAX_FOLDS];
      double open;
      size_t n_folds;
      size_t n_strips;
      const TalksSpan *strips;

      talks_viewport_init (&viewport, random_extent ());
      n_folds = random_folds (viewport.extent, folds);
      talks_viewport_set_folds (&viewport, folds, n_folds, 0);
      talks_viewport_set_width (&viewport, g_test_rand_int_range (1, 4000));
      talks_viewport_fit (&viewport);
      strips = talks_time_scale_get_folds (viewport.scale, &n_strips);
      open = (double) (viewport.extent.end - viewport.extent.start);
      for (size_t j = 0; j < n_strips; j++)
        open -= (double) (strips[j].end - strips[j].start);
      if (open > 0)
        g_assert_cmpfloat_with_epsilon (get_content_width (&viewport), viewport.width, EPSILON);
      else
        g_assert_cmpfloat (get_content_width (&viewport), <=, viewport.width + EPSILON);
      talks_viewport_clear (&viewport);
    }
}

static void
test_zoom_keeps_the_point (void)
{
  static const double days[] = { 0, 150.25, 333, 500, 715, 999 };

  for (int number = 0; number < N_CASES; number++)
    for (size_t i = 0; i < G_N_ELEMENTS (days); i++)
      for (double zoom = 5; zoom < 400; zoom *= 1.7)
        {
          TalksViewport viewport;
          double offset;
          double x;

          init_case (&viewport, number);
          talks_viewport_zoom_at (&viewport, 4, days[i]);
          talks_viewport_set_x (&viewport,
                                talks_time_scale_day_to_x (viewport.scale, days[i]) - 123);
          offset = get_x (&viewport, days[i]);
          g_assert_true (talks_viewport_zoom_at (&viewport, zoom, days[i]));
          g_assert_cmpfloat_with_epsilon (viewport.zoom, zoom, 1e-9);
          x = talks_time_scale_day_to_x (viewport.scale, days[i]) - offset;
          /* Only the ends of the content hold it back. */
          if (x < 0)
            g_assert_cmpfloat (viewport.x, ==, 0);
          else if (x > get_content_width (&viewport) - 600)
            g_assert_cmpfloat_with_epsilon (viewport.x, get_content_width (&viewport) - 600, EPSILON);
          else
            g_assert_cmpfloat_with_epsilon (get_x (&viewport, days[i]), offset, EPSILON);
          g_assert_false (talks_viewport_zoom_at (&viewport, zoom, days[i]));
          talks_viewport_clear (&viewport);
        }
}

static void
test_zoom_limits (void)
{
  TalksViewport viewport;

  init_case (&viewport, 0);
  g_assert_true (talks_viewport_zoom_at (&viewport, 1e12, 500));
  g_assert_cmpfloat (viewport.zoom, ==, TALKS_VIEWPORT_MAX_ZOOM);
  g_assert_false (talks_viewport_zoom_at (&viewport, 1e15, 500));
  g_assert_true (talks_viewport_zoom_at (&viewport, -1, 500));
  g_assert_true (talks_viewport_is_whole (&viewport));
  g_assert_false (talks_viewport_zoom_at (&viewport, 0, 500));
  talks_viewport_clear (&viewport);

  /* A single day on a wide screen: the most that fits is more than the greatest zoom. */
  talks_viewport_init (&viewport, (TalksSpan) { 0, 1 });
  talks_viewport_set_width (&viewport, 1920);
  g_assert_cmpfloat_with_epsilon (viewport.zoom, 1920, 1e-6);
  g_assert_false (talks_viewport_zoom_at (&viewport, 3000, 0));
  talks_viewport_clear (&viewport);
}

static void
test_show (void)
{
  /* With folds of 200 … 500 and 700 … 730: what is drawn between the edges. */
  static const struct
  {
    double from;
    double to;
  } cases[] = {
    { 0, 1000 },   { 10, 190 },   { 10, 40 },     { 100, 600 }, { 190, 510 }, { 100, 350 },
    { 300, 600 },  { 480, 740 },  { 690, 740 },   { 600, 715 }, { 712, 990 }, { 150, 995 },
    { -100, 400 }, { 600, 5000 }, { 100.5, 103 },
  };

  for (int number = 0; number < N_CASES; number++)
    for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        TalksViewport viewport;
        double from;
        double to;

        init_case (&viewport, number);
        talks_viewport_zoom_at (&viewport, 100, 900);
        g_assert_true (talks_viewport_show (&viewport, cases[i].from, cases[i].to));
        talks_viewport_get_visible (&viewport, &from, &to);
        g_test_message ("%d: %g to %g", number, cases[i].from, cases[i].to);
        g_assert_cmpfloat_with_epsilon (from, MAX (cases[i].from, 0), 1e-6);
        g_assert_cmpfloat_with_epsilon (to, MIN (cases[i].to, 1000), 1e-6);
        g_assert_false (talks_viewport_show (&viewport, cases[i].from, cases[i].to));
        talks_viewport_clear (&viewport);
      }
}

/* More than can be enlarged is shown from its start; nothing at all changes nothing. */
static void
test_show_limits (void)
{
  TalksViewport viewport;
  double from;

  init_case (&viewport, 0);
  g_assert_true (talks_viewport_show (&viewport, 400, 400.001));
  g_assert_cmpfloat (viewport.zoom, ==, TALKS_VIEWPORT_MAX_ZOOM);
  talks_viewport_get_visible (&viewport, &from, NULL);
  g_assert_cmpfloat_with_epsilon (from, 400, 1e-6);
  g_assert_false (talks_viewport_show (&viewport, 500, 500));
  g_assert_false (talks_viewport_show (&viewport, 600, 500));
  g_assert_false (talks_viewport_show (&viewport, 2000, 3000));
  g_assert_true (talks_viewport_show (&viewport, 500, 500 + 1e-12));
  g_assert_cmpfloat (viewport.zoom, ==, TALKS_VIEWPORT_MAX_ZOOM);
  talks_viewport_clear (&viewport);
}

static void
test_reveal (void)
{
  /* 10 pixels a day, 600 pixels wide, at day 100 … 160; where the left edge is then. */
  static const struct
  {
    const char *what;
    double      from;
    double      to;
    double      margin;
    double      edge;
  } cases[] = {
    { "in view", 110, 120, 50, 100 },
    { "in view to the edges", 100, 160, 0, 100 },
    { "margin only just", 105, 155, 50, 100 },
    { "left", 90, 95, 0, 90 },
    { "left with margin", 90, 95, 50, 85 },
    { "in view, margin not", 102, 104, 50, 97 },
    { "right", 170, 180, 0, 120 },
    { "right with margin", 170, 180, 50, 125 },
    { "reaches out on the right", 150, 170, 0, 110 },
    { "less room than margins", 170, 225, 140, 167.5 },
    { "exactly as wide", 200, 260, 140, 200 },
    { "wider, begun before", 50, 150, 50, 45 },
    { "wider, begins later", 200, 400, 50, 195 },
    { "wider, start in view", 130, 400, 50, 100 },
    { "wider, start at the edge", 102, 400, 50, 97 },
    { "first day", 0, 1, 140, 0 },
    { "last day", 999, 1000, 140, 940 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksViewport viewport;
      double from;
      gboolean changed;

      g_test_message ("%s", cases[i].what);
      init_case (&viewport, 0);
      talks_viewport_show (&viewport, 100, 160);
      changed = talks_viewport_reveal (&viewport, cases[i].from, cases[i].to, cases[i].margin);
      talks_viewport_get_visible (&viewport, &from, NULL);
      g_assert_cmpfloat_with_epsilon (from, cases[i].edge, 1e-6);
      g_assert_true (changed == (cases[i].edge != 100));
      g_assert_cmpfloat_with_epsilon (viewport.zoom, 10, 1e-9);
      talks_viewport_clear (&viewport);
    }
}

/* Reading from right to left, the same lies as far from the other edge. */
static void
test_reveal_mirrored (void)
{
  for (int i = 0; i < 3000; i++)
    {
      TalksViewport one;
      TalksViewport two;
      double day = g_test_rand_double_range (0, 900);
      double from = g_test_rand_double_range (0, 1000);
      double to = from + g_test_rand_double_range (0, 100);
      double margin = g_test_rand_double_range (0, 300);
      double from_one, to_one, from_two, to_two;

      init_case (&one, 0);
      init_case (&two, 1);
      talks_viewport_show (&one, day, day + 60);
      talks_viewport_show (&two, day, day + 60);
      talks_viewport_reveal (&one, from, to, margin);
      talks_viewport_reveal (&two, from, to, margin);
      talks_viewport_get_visible (&one, &from_one, &to_one);
      talks_viewport_get_visible (&two, &from_two, &to_two);
      g_assert_cmpfloat_with_epsilon (from_one, from_two, 1e-6);
      g_assert_cmpfloat_with_epsilon (to_one, to_two, 1e-6);
      talks_viewport_clear (&one);
      talks_viewport_clear (&two);
    }
}

static void
test_width (void)
{
  TalksViewport viewport;
  TalksTimeScale *scale;
  double from;

  /* What showed everything still does. */
  init_case (&viewport, 2);
  g_assert_true (talks_viewport_set_width (&viewport, 1400));
  g_assert_true (talks_viewport_is_whole (&viewport));
  g_assert_cmpfloat_with_epsilon (get_content_width (&viewport), 1400, EPSILON);
  g_assert_false (talks_viewport_set_width (&viewport, 1400));

  /* Else days stay as wide as they were, and nothing has to be drawn anew. */
  talks_viewport_show (&viewport, 100, 160);
  scale = viewport.scale;
  g_assert_true (talks_viewport_set_width (&viewport, 700));
  g_assert_true (viewport.scale == scale);
  talks_viewport_get_visible (&viewport, &from, NULL);
  g_assert_cmpfloat_with_epsilon (from, 100, 1e-6);

  /* A wider window at the end of the content pulls it along. */
  talks_viewport_set_x (&viewport, 1e9);
  g_assert_true (talks_viewport_set_width (&viewport, 1000));
  g_assert_cmpfloat_with_epsilon (viewport.x, get_content_width (&viewport) - 1000, EPSILON);
  talks_viewport_clear (&viewport);
}

static void
test_folds (void)
{
  static const TalksSpan one[] = { { 200, 500 } };
  static const TalksSpan two[] = { { 200, 500 }, { 700, 730 } };
  TalksViewport viewport;
  double offset;
  double zoom;

  init_case (&viewport, 0);
  /* Folding what showed everything shows everything, with wider days. */
  zoom = viewport.zoom;
  g_assert_true (talks_viewport_set_folds (&viewport, one, 1, 500));
  g_assert_true (talks_viewport_is_whole (&viewport));
  g_assert_cmpfloat (viewport.zoom, >, zoom);
  g_assert_false (talks_viewport_set_folds (&viewport, one, 1, 0));

  /* Unfolding keeps the days as wide as they were, and the given one in place. */
  zoom = viewport.zoom;
  offset = get_x (&viewport, 200);
  g_assert_true (talks_viewport_set_folds (&viewport, NULL, 0, 200));
  g_assert_cmpfloat (viewport.zoom, ==, zoom);
  g_assert_cmpfloat_with_epsilon (get_x (&viewport, 200), offset, EPSILON);

  /* Enlarged, folding keeps days and place as well. */
  talks_viewport_show (&viewport, 600, 800);
  zoom = viewport.zoom;
  offset = get_x (&viewport, 750);
  g_assert_true (talks_viewport_set_folds (&viewport, two, 2, 750));
  g_assert_cmpfloat (viewport.zoom, ==, zoom);
  g_assert_cmpfloat_with_epsilon (get_x (&viewport, 750), offset, EPSILON);
  talks_viewport_clear (&viewport);
}

static void
test_mirrored (void)
{
  for (int number = 0; number < N_CASES; number += 2)
    {
      TalksViewport viewport;
      double from, to, from_after, to_after;

      init_case (&viewport, number);
      talks_viewport_show (&viewport, 600, 650);
      talks_viewport_get_visible (&viewport, &from, &to);
      g_assert_true (talks_viewport_set_mirrored (&viewport, TRUE));
      talks_viewport_get_visible (&viewport, &from_after, &to_after);
      g_assert_cmpfloat_with_epsilon (from_after, from, 1e-6);
      g_assert_cmpfloat_with_epsilon (to_after, to, 1e-6);
      g_assert_cmpfloat (get_x (&viewport, 610), >, get_x (&viewport, 620));
      g_assert_false (talks_viewport_set_mirrored (&viewport, 5));
      talks_viewport_clear (&viewport);
    }
}

/* From the oldest year of the EDTF specification to now; then the longest document that can be, in
 * which doubles no longer tell single days apart. */
static void
test_extremes (void)
{
  TalksViewport viewport;

  talks_viewport_init (&viewport, (TalksSpan) { talks_day_from_civil (-170000002, 1, 1), 20000 });
  talks_viewport_set_width (&viewport, 3840);
  assert_invariants (&viewport);
  talks_viewport_zoom_at (&viewport, 480, 0);
  assert_invariants (&viewport);
  talks_viewport_set_x (&viewport, 1e18);
  assert_invariants (&viewport);
  talks_viewport_clear (&viewport);

  talks_viewport_init (&viewport, (TalksSpan) { TALKS_DAY_MIN + 1, TALKS_DAY_MAX - 1 });
  assert_invariants (&viewport);
  talks_viewport_zoom_at (&viewport, 480, 0);
  g_assert_true (isfinite (viewport.zoom) && isfinite (viewport.x));
  talks_viewport_fit (&viewport);
  assert_invariants (&viewport);
  talks_viewport_clear (&viewport);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/viewport/random", test_random);
  g_test_add_func ("/viewport/fit", test_fit);
  g_test_add_func ("/viewport/min-zoom", test_min_zoom);
  g_test_add_func ("/viewport/zoom-keeps-the-point", test_zoom_keeps_the_point);
  g_test_add_func ("/viewport/zoom-limits", test_zoom_limits);
  g_test_add_func ("/viewport/show", test_show);
  g_test_add_func ("/viewport/show-limits", test_show_limits);
  g_test_add_func ("/viewport/reveal", test_reveal);
  g_test_add_func ("/viewport/reveal-mirrored", test_reveal_mirrored);
  g_test_add_func ("/viewport/width", test_width);
  g_test_add_func ("/viewport/folds", test_folds);
  g_test_add_func ("/viewport/mirrored", test_mirrored);
  g_test_add_func ("/viewport/extremes", test_extremes);

  return g_test_run ();
}
