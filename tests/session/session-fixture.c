/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-fixture.h"

static void
changed_cb (TalksSession *session,
            guint         flags,
            Fixture      *fixture)
{
  fixture->n++;
  fixture->flags = flags;
}

void
fixture_assert_heard (Fixture *fixture,
                      guint    flags)
{
  g_assert_cmpuint (fixture->n, ==, flags != 0);
  if (flags != 0)
    g_assert_cmphex (fixture->flags, ==, flags);
  fixture->n = 0;
  fixture->flags = 0;
}

void
fixture_assert_heard_some (Fixture *fixture,
                           guint    flags)
{
  g_assert_cmpuint (fixture->n, ==, 1);
  g_assert_cmphex (fixture->flags & flags, ==, flags);
  fixture->n = 0;
  fixture->flags = 0;
}

static TalksDocument *
make_document (void)
{
  static const char * const kinds[] = { "talks", "statement", "summit", "exchange", "statement" };
  TalksDocument *document = talks_document_new ();
  guint n = 0;

  talks_test_add (document, talks_test_lane_new ("lane-talks", "talks summit"));
  talks_test_add (document, talks_test_lane_new ("lane-empty", "nothing"));
  talks_test_add (document, talks_test_lane_new ("lane-statements", "statement"));
  talks_test_add (document, talks_test_lane_new ("lane-exchanges", "exchange"));
  talks_test_add (document, talks_test_topic_new ("one"));
  talks_test_add (document, talks_test_topic_new ("two"));
  talks_test_add (document, talks_test_party_new ("north", "north"));
  talks_test_add (document, talks_test_party_new ("south", "south"));
  talks_test_add (document, talks_test_party_new ("other", "other"));
  talks_test_add (document, talks_test_participant_new ("nora", "north"));
  talks_test_add (document, talks_test_participant_new ("susan", "south"));
  talks_test_add (document, talks_test_participant_new ("otto", "other"));
  for (int year = 2020; year <= 2023; year += 3)
    for (int day = 1; day <= 60; day += 3, n++)
      {
        g_autofree char *id = g_strdup_printf ("e%02u", n);
        g_autofree char *date = g_strdup_printf ("%d-%02d-%02d", year, 5 + day / 30, day % 30 + 1);
        TalksEvent *event = talks_test_event_new (id, kinds[n % G_N_ELEMENTS (kinds)], date);

        talks_test_attend (event, n % 2 ? "nora" : "susan", "delegate", TALKS_PRESENCE_PRESENT);
        talks_test_add (document, event);
      }
  talks_test_add (document, talks_test_event_new ("quiet-event", "talks", "2021-11-11"));
  talks_test_add (document, talks_test_position_new ("quiet-position", "north", "one", "2021-12-12"));
  talks_test_add (document, talks_test_position_new ("position", "north", "one", "2020-05-10"));
  ((TalksPosition *) talks_document_lookup (document, "position"))->event = g_strdup ("e02");
  return document;
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->document = make_document ();
  fixture->session = talks_session_new ();
  talks_session_set_width (fixture->session, 1000);
  talks_session_set_document (fixture->session, fixture->document);
  g_signal_connect (fixture->session, "changed", G_CALLBACK (changed_cb), fixture);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->document);
}

TalksDay
fixture_get_day_of (Fixture    *fixture,
                    const char *id)
{
  TalksEvent *event = talks_document_lookup_kind (fixture->document, TALKS_RECORD_EVENT, id);

  return talks_date_get_sort_day (event->date);
}

const char *
fixture_get_selected_id (Fixture *fixture)
{
  TalksRecord *record = talks_session_get_selection (fixture->session);

  return record != NULL ? record->id : NULL;
}

gboolean
fixture_is_in_view (Fixture *fixture,
                    double   day)
{
  double from;
  double to;

  talks_viewport_get_visible (talks_session_get_viewport (fixture->session), &from, &to);
  return day >= from - 1e-6 && day <= to + 1e-6;
}

void
fixture_add_tests (const FixtureTest *tests,
                   size_t             n_tests)
{
  for (size_t i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);
}
