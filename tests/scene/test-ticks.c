/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <pango/pangocairo.h>

#include "talks-ticks.h"

static PangoContext *context;

static TalksTimeScale *
make_scale (double   zoom,
            gboolean folded,
            gboolean mirrored)
{
  TalksSpan extent = { talks_day_from_civil (1950, 3, 10), talks_day_from_civil (2050, 9, 20) };
  const TalksSpan folds[] = {
    { talks_day_from_civil (1980, 2, 3), talks_day_from_civil (1999, 11, 20) },
    { talks_day_from_civil (2004, 1, 1), talks_day_from_civil (2021, 12, 24) },
  };

  return talks_time_scale_new (extent, zoom, folds, folded ? G_N_ELEMENTS (folds) : 0, mirrored);
}

static GArray *
make_ticks (TalksTimeScale *scale,
            double          from,
            double          to)
{
  return talks_ticks_new (scale, talks_labels_get (context), from, to);
}

static const TalksTick *
get_tick (GArray *ticks,
          guint   i)
{
  return &g_array_index (ticks, TalksTick, i);
}

/* Days between the ticks of a kind: the shortest and the longest. */
static void
measure_unit (GArray        *ticks,
              TalksTickKind  kind,
              TalksDay      *shortest,
              TalksDay      *longest)
{
  TalksDay last = TALKS_DAY_MIN;

  *shortest = TALKS_DAY_MAX;
  *longest = 0;
  for (guint i = 0; i < ticks->len; i++)
    {
      const TalksTick *tick = get_tick (ticks, i);

      if (tick->kind != kind)
        continue;
      if (last > TALKS_DAY_MIN)
        {
          *shortest = MIN (*shortest, tick->day - last);
          *longest = MAX (*longest, tick->day - last);
        }
      last = tick->day;
    }
}

/* From a century to a day across the screen: what the major ticks count, and the minor ones. Ticks that
 * would run through a year beneath a name are left out, so minor units are told by the shortest. */
static void
test_units (void)
{
  static const struct
  {
    double   zoom;
    TalksDay major[2];
    TalksDay minor[2];
  } cases[] = {
    { 480, { 28, 31 }, { 1, 1 } },
    { 100, { 28, 31 }, { 1, 1 } },
    { 40, { 28, 31 }, { 1, 1 } },
    { 12, { 28, 31 }, { 7, 7 } },
    { 6, { 28, 31 }, { 7, 7 } },
    { 1.5, { 365, 366 }, { 28, 31 } },
    { 0.6, { 365, 366 }, { 90, 92 } },
    { 0.2, { 365, 366 }, { 0, 0 } },
    { 0.06, { 3652, 3653 }, { 1826, 1827 } },
    { 0.02, { 3652, 3653 }, { 0, 0 } },
    { 0.004, { 36524, 36525 }, { 18262, 18263 } },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksTimeScale) scale = make_scale (cases[i].zoom, FALSE, FALSE);
      g_autoptr (GArray) ticks = make_ticks (scale, 0, MIN (talks_time_scale_get_width (scale), 40000));
      TalksDay shortest;
      TalksDay longest;

      measure_unit (ticks, TALKS_TICK_MAJOR, &shortest, &longest);
      if (longest > 0)
        {
          g_assert_cmpint (shortest, >=, cases[i].major[0]);
          g_assert_cmpint (longest, <=, cases[i].major[1]);
        }
      measure_unit (ticks, TALKS_TICK_MINOR, &shortest, &longest);
      if (cases[i].minor[0] == 0)
        g_assert_cmpint (longest, ==, 0);
      else
        {
          g_assert_cmpint (shortest, >=, cases[i].minor[0]);
          g_assert_cmpint (shortest, <=, cases[i].minor[1]);
        }
    }
}

/* Where the words of a tick stand in the upper (0) or lower (1) line; FALSE: it has none there. */
static gboolean
get_words (const TalksTick *tick,
           gboolean         mirrored,
           int              line,
           double          *left,
           double          *right)
{
  gboolean is_major = tick->kind == TALKS_TICK_MAJOR || tick->kind == TALKS_TICK_EDGE;
  double width = MAX (tick->label_width, tick->second_width);
  double own = is_major && line == 1 ? tick->second_width : tick->label_width;

  if (tick->label == NULL || own <= 0 || (!is_major && line == 0))
    return FALSE;
  *left = mirrored ? tick->label_x + width - own : tick->label_x;
  *right = *left + own;
  return TRUE;
}

static void
check_words (TalksTimeScale *scale,
             GArray         *ticks)
{
  size_t n_folds;
  const TalksSpan *folds = talks_time_scale_get_folds (scale, &n_folds);
  gboolean mirrored = talks_time_scale_is_mirrored (scale);

  for (guint i = 0; i < ticks->len; i++)
    {
      const TalksTick *a = get_tick (ticks, i);
      double left;
      double right;

      g_assert_true (a->kind == TALKS_TICK_EDGE
                     || talks_time_scale_fold_at_day (scale, (double) a->day + 0.5) < 0);
      g_assert_true ((a->label != NULL) == (a->label_width > 0));
      for (int line = 0; line < 2; line++)
        {
          if (!get_words (a, mirrored, line, &left, &right))
            continue;
          for (size_t k = 0; k < n_folds; k++)
            {
              TalksDay edge = mirrored ? folds[k].end : folds[k].start;
              double x = talks_time_scale_day_to_x (scale, (double) edge);

              g_assert_true (right <= x || left >= x + TALKS_FOLD_WIDTH - 0.001);
            }
          for (guint k = 0; k < i; k++)
            {
              double other_left;
              double other_right;

              if (get_words (get_tick (ticks, k), mirrored, line, &other_left, &other_right))
                g_assert_true (right <= other_left || other_right <= left);
            }
        }
    }
}

static void
test_words_never_overlap (void)
{
  static const double zooms[] = { 480, 100, 33, 12, 6, 3.5, 2.4, 1.5, 0.6, 0.2, 0.06, 0.02 };

  for (size_t i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (int variant = 0; variant < 4; variant++)
      {
        g_autoptr (TalksTimeScale) scale = make_scale (zooms[i], (variant & 1) != 0, (variant & 2) != 0);
        double width = talks_time_scale_get_width (scale);

        for (int k = 0; k < 12; k++)
          {
            double from = floor (g_test_rand_double_range (0, MAX (1, width - 900)));
            g_autoptr (GArray) ticks = make_ticks (scale, from, from + 900);

            check_words (scale, ticks);
          }
      }
}

/* Whatever part is asked for, its lines and words are the same; only the name at the edge differs. */
static void
test_same_while_panning (void)
{
  static const double zooms[] = { 100, 12, 3.5, 1.5, 0.6 };

  for (size_t i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autoptr (TalksTimeScale) scale = make_scale (zooms[i], TRUE, FALSE);
      double width = MIN (talks_time_scale_get_width (scale), 4000);
      g_autoptr (GArray) whole = make_ticks (scale, 0, width);
      g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      for (guint k = 0; k < whole->len; k++)
        {
          const TalksTick *tick = get_tick (whole, k);

          g_hash_table_insert (names, g_strdup_printf ("%d %ld", tick->kind, (long) tick->day),
                               g_strdup_printf ("%s %f", tick->label, tick->label_x));
        }
      for (double from = 0; from + 800 < width; from += 333)
        {
          g_autoptr (GArray) part = make_ticks (scale, from, from + 800);

          for (guint k = 0; k < part->len; k++)
            {
              const TalksTick *tick = get_tick (part, k);
              g_autofree char *key = g_strdup_printf ("%d %ld", tick->kind, (long) tick->day);
              g_autofree char *value = g_strdup_printf ("%s %f", tick->label, tick->label_x);

              if (tick->kind == TALKS_TICK_EDGE || tick->x < from + 150)
                continue; /* the name at the edge may take the place of others */
              g_assert_cmpstr (g_hash_table_lookup (names, key), ==, value);
            }
        }
    }
}

/* The month at the left edge is always named. */
static void
test_edge (void)
{
  g_autoptr (TalksTimeScale) scale = make_scale (12, FALSE, FALSE);
  double march = talks_time_scale_day_to_x (scale, (double) talks_day_from_civil (2022, 3, 1));
  double april = talks_time_scale_day_to_x (scale, (double) talks_day_from_civil (2022, 4, 1));

  for (double from = march + 1; from < april; from += 20)
    {
      g_autoptr (GArray) ticks = make_ticks (scale, from, from + 900);
      const TalksTick *tick = get_tick (ticks, 0);

      g_assert_cmpint (tick->kind, ==, TALKS_TICK_EDGE);
      g_assert_cmpstr (tick->label, ==, "March");
      g_assert_cmpstr (tick->second, ==, "2022");
      g_assert_cmpfloat (tick->label_x, <=, from + 20);
      g_assert_cmpfloat (tick->label_x + tick->label_width, <, april);
    }
}

static void
test_grid_lines (void)
{
  g_autoptr (TalksTimeScale) scale = make_scale (3.5, TRUE, FALSE);
  g_autoptr (GArray) ticks = make_ticks (scale, 500, 3000);
  g_autoptr (GArray) lines = talks_ticks_new_lines (scale, talks_labels_get (context), 500, 3000);
  guint n = 0;

  for (guint i = 0; i < ticks->len; i++)
    if (get_tick (ticks, i)->kind == TALKS_TICK_MAJOR)
      {
        g_assert_cmpuint (n, <, lines->len);
        g_assert_cmpfloat (g_array_index (lines, double, n), ==, get_tick (ticks, i)->x);
        n++;
      }
  g_assert_cmpuint (n, ==, lines->len);
  g_assert_cmpuint (n, >, 5);
}

/* Years without an end of the world in sight. */
static void
test_far_years (void)
{
  static const int64_t years[] = { -3000, 0, 40, 9990, 123456, -44000000 };

  for (size_t i = 0; i < G_N_ELEMENTS (years); i++)
    for (double zoom = 50; zoom > 0.00005; zoom /= 20)
      {
        TalksSpan extent = { talks_day_from_civil (years[i], 1, 1),
                             talks_day_from_civil (years[i] + 2000, 1, 1) };
        g_autoptr (TalksTimeScale) scale = talks_time_scale_new (extent, zoom, NULL, 0, FALSE);
        g_autoptr (GArray) ticks = make_ticks (scale, 0, MIN (2000, talks_time_scale_get_width (scale)));

        check_words (scale, ticks);
        for (guint k = 0; k < ticks->len; k++)
          g_assert_true (get_tick (ticks, k)->label == NULL || get_tick (ticks, k)->label[0] != '\0');
      }
}

int
main (int    argc,
      char **argv)
{
  PangoFontDescription *font = pango_font_description_from_string ("Sans 10");
  int result;

  g_test_init (&argc, &argv, NULL);
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);

  g_test_add_func ("/scene/ticks/units", test_units);
  g_test_add_func ("/scene/ticks/words-never-overlap", test_words_never_overlap);
  g_test_add_func ("/scene/ticks/same-while-panning", test_same_while_panning);
  g_test_add_func ("/scene/ticks/edge", test_edge);
  g_test_add_func ("/scene/ticks/grid-lines", test_grid_lines);
  g_test_add_func ("/scene/ticks/far-years", test_far_years);
  result = g_test_run ();
  g_object_unref (context);
  return result;
}
