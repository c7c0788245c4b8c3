/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-timeline-overview.h"

#include "talks-test-support.h"
#include "timeline-fixture.h"

static char *
windows_to_string (const TalksViewport *viewport)
{
  g_autoptr(GArray) windows = talks_timeline_overview_get_windows (viewport);
  GString *string = g_string_new (NULL);

  g_assert_cmpuint (windows->len % 2, ==, 0);
  for (guint i = 0; i < windows->len; i += 2)
    g_string_append_printf (string, "%s%.0f-%.0f", i > 0 ? " " : "",
                            g_array_index (windows, double, i),
                            g_array_index (windows, double, i + 1));
  return g_string_free (string, FALSE);
}

/* Days 0 to 1000 on 500 pixels, with quiet days 300 to 600 and 700 to 900. */
static void
test_windows (void)
{
  static const TalksSpan folds[] = { { 300, 600 }, { 700, 900 } };
  static const struct
  {
    size_t      n_folds;
    double      from; /* shown: days; 0, 0: everything */
    double      to;
    const char *windows;
  } cases[] = {
    { 0, 0, 0, "0-1000" },
    { 1, 0, 0, "0-300 600-1000" },
    { 2, 0, 0, "0-300 600-700 900-1000" },
    { 2, 100, 200, "100-200" },
    { 2, 100, 650, "100-300 600-650" },
    { 2, 610, 690, "610-690" },
    { 2, 610, 950, "610-700 900-950" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksViewport viewport;
      g_autofree char *windows = NULL;

      talks_viewport_init (&viewport, talks_span_make (0, 1000));
      talks_viewport_set_width (&viewport, 500);
      talks_viewport_set_folds (&viewport, folds, cases[i].n_folds, 0);
      if (cases[i].to > cases[i].from)
        talks_viewport_show (&viewport, cases[i].from, cases[i].to);
      else
        talks_viewport_fit (&viewport);
      windows = windows_to_string (&viewport);
      g_assert_cmpstr (windows, ==, cases[i].windows);
      talks_viewport_clear (&viewport);
    }
}

static void
test_no_width (void)
{
  TalksViewport viewport;
  g_autofree char *windows = NULL;

  talks_viewport_init (&viewport, talks_span_make (0, 1000));
  windows = windows_to_string (&viewport);
  g_assert_cmpstr (windows, ==, "");
  talks_viewport_clear (&viewport);
}

/* In the middle of a strip there is still something to show. */
static void
test_within_fold (void)
{
  const TalksSpan fold = { 10, 990 };
  TalksViewport viewport;
  g_autoptr(GArray) windows = NULL;

  talks_viewport_init (&viewport, talks_span_make (0, 1000));
  talks_viewport_set_width (&viewport, 20);
  talks_viewport_set_folds (&viewport, &fold, 1, 0);
  talks_viewport_zoom_at (&viewport, 100, 0);
  talks_viewport_set_x (&viewport, talks_time_scale_day_to_x (viewport.scale, 500) - 10);
  windows = talks_timeline_overview_get_windows (&viewport);
  g_assert_cmpuint (windows->len, ==, 2);
  talks_viewport_clear (&viewport);
}

/* A strip that is half out of view hides nothing of what is beside it. */
static void
test_half_fold (void)
{
  const TalksSpan fold = { 300, 600 };
  TalksViewport viewport;
  g_autoptr(GArray) windows = NULL;

  talks_viewport_init (&viewport, talks_span_make (0, 1000));
  talks_viewport_set_width (&viewport, 500);
  talks_viewport_set_folds (&viewport, &fold, 1, 0);
  talks_viewport_zoom_at (&viewport, 5, 0);
  talks_viewport_set_x (&viewport, talks_time_scale_day_to_x (viewport.scale, 600) -
                                     TALKS_FOLD_WIDTH / 2);
  windows = talks_timeline_overview_get_windows (&viewport);
  g_assert_cmpuint (windows->len, ==, 2);
  g_assert_cmpfloat (g_array_index (windows, double, 0), ==, 600);
  g_assert_cmpfloat (g_array_index (windows, double, 1), >, 600);
  talks_viewport_clear (&viewport);
}

static void
test_accessible (void)
{
  Fixture fixture;
  g_autoptr(GtkWidget) overview = NULL;
  g_autofree char *text = NULL;
  g_autofree char *mismatch = NULL;

  fixture_set_up (&fixture, fixture_make_document ());
  overview = g_object_ref_sink (talks_timeline_overview_new (fixture.session));
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (overview),
                                               GTK_ACCESSIBLE_ROLE_SCROLLBAR));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (overview),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  fixture_look_at (&fixture, 20, talks_test_day ("2025-05-10"));
  text = talks_timeline_describe_view (fixture.session);
  mismatch = gtk_test_accessible_check_property (GTK_ACCESSIBLE (overview),
                                                 GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text);
  g_assert_null (mismatch);
  g_clear_object (&overview);
  fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/overview/windows", test_windows);
  g_test_add_func ("/timeline/overview/no-width", test_no_width);
  g_test_add_func ("/timeline/overview/within-fold", test_within_fold);
  g_test_add_func ("/timeline/overview/half-fold", test_half_fold);
  g_test_add_func ("/timeline/overview/accessible", test_accessible);
  return g_test_run ();
}
