/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "timeline-fixture.h"

#include "talks-test-support.h"

#define WIDTH 1000
#define HEIGHT 560
#define SETTLE_MS 150

static gboolean
quit (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

void
fixture_settle (Fixture *fixture)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (SETTLE_MS, quit, loop);
  g_main_loop_run (loop);
  /* The window has drawn once, or what follows would look at nothing. */
  g_assert_cmpuint (fixture->timeline->counters.canvas, >, 0);
}

void
fixture_set_up (Fixture       *fixture,
                TalksDocument *document)
{
  gint64 end;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->document = document;
  fixture->session = talks_session_new ();
  talks_session_set_document (fixture->session, document);
  fixture->timeline = TALKS_TIMELINE (talks_timeline_new (fixture->session));
  fixture->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scrolled),
                                 GTK_WIDGET (fixture->timeline));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));

  end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  while (fixture->timeline->counters.canvas == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle (fixture);
}

void
fixture_tear_down (Fixture *fixture)
{
  gpointer timeline = fixture->timeline;

  g_object_add_weak_pointer (timeline, &timeline);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* Nothing that belongs to it keeps it. */
  g_assert_null (timeline);
  g_assert_finalize_object (fixture->session);
  g_clear_object (&fixture->document);
}

static void
add_event (TalksDocument *document,
           const char    *id,
           const char    *kind,
           const char    *date)
{
  TalksEvent *event = talks_test_event_new (id, kind, date);

  talks_test_attend (event, g_str_has_suffix (id, "b") ? "person-b" : "person-a", "speaker",
                     TALKS_PRESENCE_PRESENT);
  talks_test_add (document, event);
}

TalksDocument *
fixture_make_document (void)
{
  static const struct
  {
    const char *id;
    const char *kind;
    const char *date;
  } events[] = {
    { "gomel", "talks", "2022-02-28" },
    { "pushcha", "talks", "2022-03-03" },
    { "call-1", "call", "2022-03-05" },
    { "brest", "talks", "2022-03-07" },
    { "statement-1", "statement", "2022-03-08" },
    { "antalya", "talks", "2022-03-10" },
    { "statement-2b", "statement", "2022-03-16" },
    { "draft", "statement", "2022-04~" },
    { "call-2", "call", "2025-05-04" },
    { "statement-3", "statement", "2025-05-11" },
    { "istanbul", "talks", "2025-05-16" },
  };
  TalksDocument *document = talks_document_new ();

  talks_test_add (document, talks_test_lane_new ("lane-talks", "talks"));
  talks_test_add (document, talks_test_lane_new ("lane-calls", "call"));
  talks_test_add (document, talks_test_lane_new ("lane-statements", "statement"));
  talks_test_add (document, talks_test_topic_new ("ceasefire"));
  talks_test_add (document, talks_test_party_new ("party-a", "a"));
  talks_test_add (document, talks_test_party_new ("party-b", "b"));
  talks_test_add (document, talks_test_participant_new ("person-a", "party-a"));
  talks_test_add (document, talks_test_participant_new ("person-b", "party-b"));
  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    add_event (document, events[i].id, events[i].kind, events[i].date);
  talks_test_add (document, talks_test_position_new ("position-1", "party-a", "ceasefire",
                                                     "2022-03-01"));
  talks_test_add (document, talks_test_position_new ("position-2", "party-a", "ceasefire",
                                                     "2025-05-12"));
  talks_test_add (document, talks_test_position_new ("position-3", "party-b", "ceasefire",
                                                     "2022-03-12"));
  return document;
}

void
fixture_look_at (Fixture  *fixture,
                 double    factor,
                 TalksDay  day)
{
  const TalksViewport *viewport = talks_session_get_viewport (fixture->session);

  talks_session_zoom_at (fixture->session, talks_viewport_get_min_zoom (viewport) * factor,
                         (double) day);
  talks_session_scroll_to (fixture->session,
                           talks_time_scale_day_to_x (viewport->scale, (double) day) -
                             viewport->width / 2);
  fixture_settle (fixture);
}
