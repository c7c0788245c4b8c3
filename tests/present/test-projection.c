/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A view on the projector looks at what the main window looks at, or stays where it is. */

#include "present-fixture.h"

#include <gtk/gtk.h>

#include "talks-projection.h"
#include "talks-test-support.h"

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static const char *
get_selected (TalksSession *session)
{
  TalksRecord *record = talks_session_get_selection (session);

  return record != NULL ? record->id : NULL;
}

static void
assert_same_span (TalksSession *a,
                  TalksSession *b)
{
  double from[2];
  double to[2];

  talks_viewport_get_visible (talks_session_get_viewport (a), &from[0], &to[0]);
  talks_viewport_get_visible (talks_session_get_viewport (b), &from[1], &to[1]);
  g_assert_cmpfloat_with_epsilon (from[0], from[1], 1);
  g_assert_cmpfloat_with_epsilon (to[0], to[1], 1);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_follows (PresentFixture *fixture,
              gconstpointer   data)
{
  GtkWidget *window = gtk_window_new ();
  TalksProjection *projection;
  TalksSession *there;
  guint n_ended = 0;

  gtk_window_present (GTK_WINDOW (window));
  talks_session_select (fixture->session, "b");
  projection = talks_projection_new (GTK_WINDOW (window), fixture->session, TALKS_PROJECTION_TIMELINE, "uk");
  g_signal_connect_swapped (projection, "ended", G_CALLBACK (count_cb), &n_ended);
  there = talks_projection_get_session (projection);
  settle ();
  g_assert_cmpstr (get_selected (there), ==, "b");
  g_assert_cmpstr (talks_session_get_language (there), ==, "uk");

  talks_session_select (fixture->session, "c");
  talks_session_set_highlight (fixture->session, "north");
  talks_session_show (fixture->session, (double) talks_test_day ("2022-03-05"), (double) talks_test_day ("2022-03-25"));
  settle ();
  g_assert_cmpstr (get_selected (there), ==, "c");
  g_assert_cmpstr (talks_session_get_highlight (there), ==, "north");
  g_assert_cmpint (talks_session_get_as_of (there), ==, talks_session_get_as_of (fixture->session));
  assert_same_span (there, fixture->session);
  talks_session_set_as_of (fixture->session, talks_test_day ("2022-03-11"));
  g_assert_cmpint (talks_session_get_as_of (there), ==, talks_test_day ("2022-03-11"));

  /* Held: the presenter looks something up. */
  talks_projection_set_following (projection, FALSE);
  talks_session_select (fixture->session, "a");
  settle ();
  g_assert_cmpstr (get_selected (there), ==, "c");
  talks_projection_show_now (projection);
  g_assert_cmpstr (get_selected (there), ==, "a");
  talks_session_select (fixture->session, "d");
  g_assert_cmpstr (get_selected (there), ==, "a");
  talks_projection_set_following (projection, TRUE);
  g_assert_cmpstr (get_selected (there), ==, "d");

  talks_projection_end (projection);
  g_assert_cmpuint (n_ended, ==, 1);
  g_assert_finalize_object (projection);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static void
test_follows_edits (PresentFixture *fixture,
                    gconstpointer   data)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (TalksProjection) projection = NULL;
  TalksEvent *event = talks_test_event_new ("e", "talks", "2022-05-01");

  gtk_window_present (GTK_WINDOW (window));
  projection = talks_projection_new (GTK_WINDOW (window), fixture->session, TALKS_PROJECTION_POSITIONS, "en");
  talks_session_select (fixture->session, "b");
  g_assert_true (talks_history_do_one (talks_session_get_history (fixture->session), "Add e", NULL, &event->record, NULL));
  talks_record_unref (event);
  settle ();
  g_assert_nonnull (talks_document_lookup (talks_session_get_document (talks_projection_get_session (projection)), "e"));
  g_assert_cmpstr (get_selected (talks_projection_get_session (projection)), ==, "b");
  talks_projection_set_view (projection, TALKS_PROJECTION_PARTICIPANTS);
  talks_projection_set_black (projection, TRUE);
  settle ();
  g_assert_true (talks_projection_get_black (projection));

  /* The window of what is shown is gone, and the projection with it. */
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static void
test_names (void)
{
  TalksProjectionView view = TALKS_N_PROJECTION_VIEWS;

  for (int i = 0; i < TALKS_N_PROJECTION_VIEWS; i++)
    {
      g_assert_true (talks_projection_view_from_name (talks_projection_view_get_name ((TalksProjectionView) i), &view));
      g_assert_cmpint ((int) view, ==, i);
    }
  g_assert_false (talks_projection_view_from_name ("tour", &view));
  g_assert_false (talks_projection_view_from_name (NULL, &view));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  PRESENT_TEST_ADD ("/projection/follows", test_follows);
  PRESENT_TEST_ADD ("/projection/follows-edits", test_follows_edits);
  g_test_add_func ("/projection/names", test_names);

  return g_test_run ();
}
