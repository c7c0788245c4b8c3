/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-fixture.h"

/* ---- panning and zooming ---- */

static void
test_view_setters (Fixture       *fixture,
                   gconstpointer  data)
{
  TalksSession *session = fixture->session;
  const TalksViewport *viewport = talks_session_get_viewport (session);
  double may = (double) talks_test_day ("2020-05-01");
  double x;

  talks_session_fit (session);
  talks_session_scroll_to (session, 100);
  fixture_assert_heard (fixture, 0);
  talks_session_zoom_at (session, 40, may + 10);
  fixture_assert_heard (fixture, VIEW);
  talks_session_zoom_at (session, 40, may + 20);
  fixture_assert_heard (fixture, 0);
  talks_session_scroll_to (session, 300);
  fixture_assert_heard (fixture, TALKS_SESSION_POSITION);
  g_assert_cmpfloat (viewport->x, ==, 300);
  talks_session_scroll_to (session, 300);
  fixture_assert_heard (fixture, 0);
  talks_session_show (session, may, may + 12);
  fixture_assert_heard_some (fixture, TALKS_SESSION_SCALE);
  talks_session_show (session, may, may + 12);
  fixture_assert_heard (fixture, 0);
  talks_session_show (session, may + 1, may + 13);
  fixture_assert_heard (fixture, TALKS_SESSION_POSITION);

  talks_session_set_width (session, 1000);
  fixture_assert_heard (fixture, 0);
  talks_session_set_width (session, 800);
  fixture_assert_heard (fixture, TALKS_SESSION_POSITION);
  talks_session_set_mirrored (session, FALSE);
  fixture_assert_heard (fixture, 0);
  talks_session_set_mirrored (session, TRUE);
  fixture_assert_heard (fixture, VIEW);
  talks_session_set_mirrored (session, FALSE);
  fixture->n = 0;

  /* At the ends nothing moves. */
  talks_session_scroll_to (session, 1e12);
  x = viewport->x;
  fixture->n = 0;
  talks_session_scroll_to (session, x + 1000);
  fixture_assert_heard (fixture, 0);
  talks_session_fit (session);
  fixture_assert_heard (fixture, VIEW);
  talks_session_fit (session);
  talks_session_zoom_by (session, 0.5);
  fixture_assert_heard (fixture, 0);
}

static void
test_zoom_by (Fixture       *fixture,
              gconstpointer  data)
{
  TalksSession *session = fixture->session;
  const TalksViewport *viewport = talks_session_get_viewport (session);
  double day = (double) fixture_get_day_of (fixture, "e10") + 0.5;
  double middle;
  double x;

  /* Nothing selected: at the middle. */
  talks_session_show (session, day - 10, day + 6);
  middle = talks_time_scale_x_to_day (viewport->scale, viewport->x + 500);
  talks_session_zoom_by (session, 1.5);
  g_assert_cmpfloat_with_epsilon (talks_time_scale_x_to_day (viewport->scale, viewport->x + 500), middle,
                                  1e-6);
  /* At the selection where it is in view. */
  talks_session_select (session, "e10");
  x = talks_time_scale_day_to_x (viewport->scale, day) - viewport->x;
  talks_session_zoom_by (session, 1.5);
  g_assert_cmpfloat_with_epsilon (talks_time_scale_day_to_x (viewport->scale, day) - viewport->x, x, 1e-6);
  /* Elsewhere it does not pull. */
  talks_session_show (session, day + 10, day + 16);
  middle = talks_time_scale_x_to_day (viewport->scale, viewport->x + 500);
  talks_session_zoom_by (session, 1 / 1.5);
  g_assert_cmpfloat_with_epsilon (talks_time_scale_x_to_day (viewport->scale, viewport->x + 500), middle,
                                  1e-6);
}

static void
test_show_selection (Fixture       *fixture,
                     gconstpointer  data)
{
  TalksSession *session = fixture->session;
  double day = (double) fixture_get_day_of (fixture, "e10");
  double from;
  double to;

  talks_session_show_selection (session);
  fixture_assert_heard (fixture, 0);
  talks_session_select (session, "e10");
  fixture->n = 0;
  talks_session_show_selection (session);
  fixture_assert_heard_some (fixture, TALKS_SESSION_SCALE);
  talks_viewport_get_visible (talks_session_get_viewport (session), &from, &to);
  g_assert_cmpfloat_with_epsilon (from, day - 7, 1e-6);
  g_assert_cmpfloat_with_epsilon (to, day + 8, 1e-6);
}

/* ---- folds ---- */

static void
test_folds (Fixture       *fixture,
            gconstpointer  data)
{
  TalksSession *session = fixture->session;
  const TalksViewport *viewport = talks_session_get_viewport (session);
  size_t n_folds;

  talks_session_set_folded (session, 0, TRUE);
  talks_session_set_folding (session, TRUE);
  fixture_assert_heard (fixture, 0);
  talks_time_scale_get_folds (viewport->scale, &n_folds);
  g_assert_cmpuint (n_folds, ==, 1);

  talks_session_set_folded (session, 0, FALSE);
  fixture_assert_heard (fixture, VIEW);
  g_assert_false (talks_session_is_folded (session, 0));
  g_assert_false (talks_session_get_folding (session));
  talks_time_scale_get_folds (viewport->scale, &n_folds);
  g_assert_cmpuint (n_folds, ==, 0);
  talks_session_set_folding (session, FALSE);
  fixture_assert_heard (fixture, 0);

  talks_session_set_folding (session, TRUE);
  fixture_assert_heard (fixture, VIEW);
  g_assert_true (talks_session_is_folded (session, 0));
}

/* What is folded away with the selection in it is no longer selected; else the selection stays. */
static void
test_fold_over_selection (Fixture       *fixture,
                          gconstpointer  data)
{
  TalksSession *session = fixture->session;

  talks_session_select (session, "quiet-event");
  fixture->n = 0;
  talks_session_set_folded (session, 0, TRUE);
  fixture_assert_heard_some (fixture, TALKS_SESSION_SELECTION | VIEW);
  g_assert_null (talks_session_get_selection (session));

  talks_session_select (session, "quiet-position");
  fixture->n = 0;
  talks_session_set_folding (session, TRUE);
  fixture_assert_heard_some (fixture, TALKS_SESSION_SELECTION | VIEW);

  talks_session_set_folding (session, FALSE);
  talks_session_select (session, "e01");
  talks_session_set_folding (session, TRUE);
  g_assert_cmpstr (fixture_get_selected_id (fixture), ==, "e01");
}

/* To show days that lie in a closed fold opens it; days on both sides leave it closed. */
static void
test_show_in_fold (Fixture       *fixture,
                   gconstpointer  data)
{
  TalksSession *session = fixture->session;
  double day = (double) fixture_get_day_of (fixture, "quiet-event");
  double from;
  double to;

  talks_session_show (session, day - 400, day + 700);
  g_assert_true (talks_session_is_folded (session, 0));
  talks_session_fit (session);
  fixture->n = 0;
  talks_session_show (session, day - 5, day + 5);
  fixture_assert_heard_some (fixture, VIEW);
  g_assert_false (talks_session_is_folded (session, 0));
  talks_viewport_get_visible (talks_session_get_viewport (session), &from, &to);
  g_assert_cmpfloat_with_epsilon (from, day - 5, 1e-6);
  g_assert_cmpfloat_with_epsilon (to, day + 5, 1e-6);
}

/* ---- stepping ---- */

/* Forwards and backwards, each event once and in order, whatever their dates. */
static void
test_step_through (Fixture       *fixture,
                   gconstpointer  data)
{
  TalksSession *session = fixture->session;
  GPtrArray *events;
  guint i;

  talks_test_add (fixture->document, talks_test_event_new ("open-start", "talks", "../2021-05-01"));
  talks_test_add (fixture->document, talks_test_event_new ("open-end", "talks", "2020-06-01/.."));
  talks_test_add (fixture->document, talks_test_event_new ("a-twin", "talks", "2020-05-08"));
  talks_test_add (fixture->document, talks_test_event_new ("month", "talks", "2020-05"));
  events = talks_document_get_events_by_time (fixture->document);

  talks_session_step (session, TALKS_STEP_FIRST);
  for (i = 0; i < events->len; i++)
    {
      g_assert_true (talks_session_get_selection (session) == events->pdata[i]);
      g_assert_true ((gpointer) talks_session_find_step (session, TALKS_STEP_NEXT)
                     == (i + 1 < events->len ? events->pdata[i + 1] : NULL));
      talks_session_step (session, TALKS_STEP_NEXT);
    }
  /* At the end it stays. */
  g_assert_true (talks_session_get_selection (session) == events->pdata[events->len - 1]);
  talks_session_step (session, TALKS_STEP_LAST);
  for (i = events->len; i-- > 0;)
    {
      g_assert_true (talks_session_get_selection (session) == events->pdata[i]);
      talks_session_step (session, TALKS_STEP_PREVIOUS);
    }
  g_assert_true (talks_session_get_selection (session) == events->pdata[0]);
}

/* With nothing selected, steps start at the as-of day. */
static void
test_step_from_day (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *day;
    const char *previous;
    const char *next;
  } cases[] = {
    { "2020-05-01", NULL, "e00" },     { "2020-05-02", NULL, "e00" },
    { "2020-05-03", "e00", "e01" },    { "2020-05-05", "e00", "e01" },
    { "2020-05-06", "e01", "e02" },    { "2021-11-10", "e19", "quiet-event" },
    { "2021-11-11", "e19", "quiet-event" }, { "2021-11-12", "quiet-event", "e20" },
    { "2023-07-05", "e39", NULL },
  };
  TalksSession *session = fixture->session;

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksEvent *previous;
      TalksEvent *next;

      talks_session_set_as_of (session, talks_test_day (cases[i].day));
      previous = talks_session_find_step (session, TALKS_STEP_PREVIOUS);
      next = talks_session_find_step (session, TALKS_STEP_NEXT);
      g_test_message ("%s", cases[i].day);
      g_assert_cmpstr (previous != NULL ? previous->record.id : NULL, ==, cases[i].previous);
      g_assert_cmpstr (next != NULL ? next->record.id : NULL, ==, cases[i].next);
    }
}

/* An event with an open start stands first, and hides nothing from those who step by the day. */
static void
test_step_past_open_start (Fixture       *fixture,
                           gconstpointer  data)
{
  TalksSession *session = fixture->session;

  talks_test_add (fixture->document, talks_test_event_new ("open", "talks", "../2023-06-01"));
  talks_session_set_as_of (session, talks_test_day ("2020-05-09"));
  g_assert_cmpstr (talks_session_find_step (session, TALKS_STEP_PREVIOUS)->record.id, ==, "e02");
  g_assert_cmpstr (talks_session_find_step (session, TALKS_STEP_NEXT)->record.id, ==, "e03");
}

static TalksEvent *
find_nearest_slowly (Fixture *fixture,
                     int      lane,
                     TalksDay day)
{
  GPtrArray *events = talks_document_get_events_by_time (fixture->document);
  TalksEvent *best = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      TalksEvent *event = events->pdata[i];

      if (talks_document_get_event_lane (fixture->document, event) == lane
          && (best == NULL || ABS (talks_date_get_sort_day (event->date) - day)
                                < ABS (talks_date_get_sort_day (best->date) - day)))
        best = event;
    }
  return best;
}

/* Up and down go to the nearest in time in the next lane that has any; lanes 0, 2 and 3 have. */
static void
test_step_lanes (Fixture       *fixture,
                 gconstpointer  data)
{
  static const int above[] = { -1, 0, 0, 2 };
  static const int below[] = { 2, 2, 3, -1 };
  TalksSession *session = fixture->session;
  GPtrArray *events = talks_document_get_events_by_time (fixture->document);

  for (guint i = 0; i < events->len; i++)
    {
      TalksEvent *event = events->pdata[i];
      TalksDay day = talks_date_get_sort_day (event->date);
      int lane = talks_document_get_event_lane (fixture->document, event);
      TalksEvent *first;
      TalksEvent *last;

      talks_session_select (session, event->record.id);
      g_assert_true (talks_session_find_step (session, TALKS_STEP_ABOVE)
                     == (above[lane] >= 0 ? find_nearest_slowly (fixture, above[lane], day) : NULL));
      g_assert_true (talks_session_find_step (session, TALKS_STEP_BELOW)
                     == (below[lane] >= 0 ? find_nearest_slowly (fixture, below[lane], day) : NULL));
      first = talks_session_find_step (session, TALKS_STEP_LANE_FIRST);
      last = talks_session_find_step (session, TALKS_STEP_LANE_LAST);
      g_assert_true (first == find_nearest_slowly (fixture, lane, talks_test_day ("1990-01-01")));
      g_assert_true (last == find_nearest_slowly (fixture, lane, talks_test_day ("2090-01-01")));
    }
}

/* ---- any order of calls ---- */

static void
random_call (TalksSession *session,
             GPtrArray    *events)
{
  TalksSpan extent = talks_session_get_viewport (session)->extent;
  double day = g_test_rand_double_range ((double) extent.start, (double) extent.end);
  TalksRecord *record = events->pdata[g_test_rand_int_range (0, (gint32) events->len)];

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      talks_session_select (session, record->id);
      break;
    case 1:
      talks_session_step (session, (TalksStep) g_test_rand_int_range (0, TALKS_STEP_LAST + 1));
      break;
    case 2:
      talks_session_set_folding (session, g_test_rand_bit ());
      break;
    case 3:
      talks_session_set_width (session, g_test_rand_int_range (1, 3000));
      break;
    case 4:
      talks_session_zoom_by (session, g_test_rand_double_range (0.2, 5));
      break;
    case 5:
      talks_session_show (session, day, day + g_test_rand_int_range (1, 500));
      break;
    case 6:
      talks_session_scroll_to (session, g_test_rand_double_range (-100, 20000));
      break;
    case 7:
      talks_session_set_as_of (session, (TalksDay) day);
      break;
    case 8:
      talks_session_set_mirrored (session, g_test_rand_bit ());
      break;
    default:
      talks_session_show_selection (session);
      break;
    }
}

/* One emission at most for each call, and the invariants of the header after each. */
static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  TalksSession *session = fixture->session;
  GPtrArray *events = talks_document_get_events_by_time (fixture->document);

  for (int i = 0; i < 5000; i++)
    {
      const TalksViewport *viewport = talks_session_get_viewport (session);
      TalksTimeScale *scale = viewport->scale;
      double x = viewport->x;
      TalksEvent *event;

      random_call (session, events);
      g_assert_cmpuint (fixture->n, <=, 1);
      if (viewport->scale != scale)
        g_assert_true (fixture->n == 1 && (fixture->flags & TALKS_SESSION_SCALE) != 0);
      else if (viewport->x != x)
        g_assert_true (fixture->n == 1 && (fixture->flags & TALKS_SESSION_POSITION) != 0);
      fixture->n = fixture->flags = 0;

      g_assert_true (talks_span_contains (viewport->extent, talks_session_get_as_of (session)));
      event = talks_session_get_event (session);
      if (event != NULL)
        for (guint j = 0; j < talks_session_get_quiet (session)->len; j++)
          g_assert_false (talks_session_is_folded (session, j)
                          && talks_span_contains (g_array_index (talks_session_get_quiet (session),
                                                                 TalksSpan, j),
                                                  talks_date_get_sort_day (event->date)));
    }
}

int
main (int   argc,
      char *argv[])
{
  static const FixtureTest tests[] = {
    { "/session-view/view-setters", test_view_setters },
    { "/session-view/zoom-by", test_zoom_by },
    { "/session-view/show-selection", test_show_selection },
    { "/session-view/folds", test_folds },
    { "/session-view/fold-over-selection", test_fold_over_selection },
    { "/session-view/show-in-fold", test_show_in_fold },
    { "/session-view/step-through", test_step_through },
    { "/session-view/step-from-day", test_step_from_day },
    { "/session-view/step-past-open-start", test_step_past_open_start },
    { "/session-view/step-lanes", test_step_lanes },
    { "/session-view/random", test_random },
  };

  g_test_init (&argc, &argv, NULL);

  fixture_add_tests (tests, G_N_ELEMENTS (tests));

  return g_test_run ();
}
