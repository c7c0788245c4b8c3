/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-pointer-trail.h"

#define SECOND G_TIME_SPAN_SECOND

static void
test_fades (void)
{
  TalksPointerTrail trail;

  talks_pointer_trail_init (&trail);
  talks_pointer_trail_add (&trail, 0.1, 0.1, FALSE, 0);
  talks_pointer_trail_add (&trail, 0.2, 0.1, FALSE, SECOND / 10);
  talks_pointer_trail_add (&trail, 0.3, 0.1, TRUE, SECOND / 5);
  g_assert_true (talks_pointer_trail_fade (&trail, SECOND / 5));
  g_assert_cmpuint (trail.points->len, ==, 3);
  /* What was only moved goes soon, what was drawn stays for a while. */
  g_assert_true (talks_pointer_trail_fade (&trail, 2 * SECOND));
  g_assert_cmpuint (trail.points->len, ==, 1);
  g_assert_false (talks_pointer_trail_fade (&trail, 20 * SECOND));
  g_assert_cmpuint (trail.points->len, ==, 0);
  talks_pointer_trail_clear (&trail);
}

static void
test_is_limited (void)
{
  TalksPointerTrail trail;

  talks_pointer_trail_init (&trail);
  for (int i = 0; i < 3 * TALKS_TRAIL_MAX_POINTS; i++)
    talks_pointer_trail_add (&trail, i % 100 / 100.0, 0.5, TRUE, SECOND);
  g_assert_cmpuint (trail.points->len, ==, TALKS_TRAIL_MAX_POINTS);
  talks_pointer_trail_clear (&trail);
}

/* At a percent of width and height. */
static double
get_light (TalksPointerTrail *trail,
           int                x,
           int                y,
           gint64             now)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1000, 1000);
  cairo_t *cr = cairo_create (surface);
  guint32 pixel;

  talks_pointer_trail_draw (trail, cr, 1000, 1000, now);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixel = ((guint32 *) (void *) (cairo_image_surface_get_data (surface)
                                 + 10 * y * cairo_image_surface_get_stride (surface)))[10 * x];
  cairo_surface_destroy (surface);
  return (pixel >> 16 & 0xff) / 255.0;
}

static void
test_draws (void)
{
  TalksPointerTrail trail;

  talks_pointer_trail_init (&trail);
  g_assert_cmpfloat (get_light (&trail, 50, 50, 0), ==, 0);
  talks_pointer_trail_add (&trail, 0.2, 0.5, TRUE, 0);
  talks_pointer_trail_add (&trail, 0.8, 0.5, TRUE, 1000);
  /* The line between them, the pointer at its end, and later less and less of the line. */
  g_assert_cmpfloat (get_light (&trail, 50, 50, 1000), >, 0.9);
  g_assert_cmpfloat (get_light (&trail, 80, 50, 1000), >, 0.9);
  g_assert_cmpfloat (get_light (&trail, 50, 80, 1000), ==, 0);
  g_assert_cmpfloat (get_light (&trail, 50, 50, 5 * SECOND + SECOND / 2), <,
                     get_light (&trail, 50, 50, 1000));
  g_assert_cmpfloat (get_light (&trail, 50, 50, 7 * SECOND), ==, 0);
  talks_pointer_trail_leave (&trail);
  g_assert_cmpfloat (get_light (&trail, 80, 51, 7 * SECOND), ==, 0);
  /* A pointer that comes back elsewhere draws no line to there. */
  talks_pointer_trail_wipe (&trail);
  talks_pointer_trail_add (&trail, 0.2, 0.5, TRUE, 8 * SECOND);
  talks_pointer_trail_leave (&trail);
  talks_pointer_trail_add (&trail, 0.8, 0.5, TRUE, 8 * SECOND + 1000);
  g_assert_cmpfloat (get_light (&trail, 50, 50, 8 * SECOND + 1000), ==, 0);
  talks_pointer_trail_clear (&trail);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trail/fades", test_fades);
  g_test_add_func ("/trail/is-limited", test_is_limited);
  g_test_add_func ("/trail/draws", test_draws);

  return g_test_run ();
}
