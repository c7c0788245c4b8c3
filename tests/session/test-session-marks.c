/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-fixture.h"

#include "talks-session-marks.h"

#define IDS(...) ((const char *[]) { __VA_ARGS__, NULL })

/* The ids that are marked, in the order in which they are listed. */
static char *
list (Fixture *fixture)
{
  g_autoptr (GPtrArray) events = talks_session_list_marked (fixture->session);
  GString *text = g_string_new (NULL);

  g_assert_cmpuint (talks_session_count_marked (fixture->session), ==, events->len);
  for (guint i = 0; i < events->len; i++)
    {
      const TalksEvent *event = events->pdata[i];

      g_assert_true (talks_session_is_marked (fixture->session, event->record.id));
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", event->record.id);
    }
  return g_string_free (text, FALSE);
}

static void
assert_marked (Fixture    *fixture,
               const char *ids)
{
  g_autofree char *listed = list (fixture);

  g_assert_cmpstr (listed, ==, ids);
}

static void
test_marking (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *ids[4];
    gboolean    marked;
    gboolean    heard;
    const char *listed;
  } cases[] = {
    { { NULL }, TRUE, FALSE, "" },
    { { "e07", "e03", NULL }, TRUE, TRUE, "e03 e07" },
    { { "e07", "e03", NULL }, TRUE, FALSE, "e03 e07" },
    { { "e03", "e05", NULL }, TRUE, TRUE, "e03 e05 e07" },
    { { "position", "nora", "nobody", NULL }, TRUE, FALSE, "e03 e05 e07" },
    { { "e04", NULL }, FALSE, FALSE, "e03 e05 e07" },
    { { "e05", "e04", NULL }, FALSE, TRUE, "e03 e07" },
    /* What a closed fold hides can be marked, and stays hidden. */
    { { "quiet-event", NULL }, TRUE, TRUE, "e03 e07 quiet-event" },
  };
  const char *day = "e39";

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%zu", i);
      talks_session_set_marked (fixture->session, cases[i].ids, cases[i].marked);
      fixture_assert_heard (fixture, cases[i].heard ? TALKS_SESSION_MARKS : 0);
      assert_marked (fixture, cases[i].listed);
    }
  /* Nothing is selected by it, and nothing moves. */
  g_assert_null (talks_session_get_selection (fixture->session));
  g_assert_cmpint (talks_session_get_as_of (fixture->session), ==, fixture_get_day_of (fixture, day));
  g_assert_true (talks_session_is_folded (fixture->session, 0));

  talks_session_select (fixture->session, "e20");
  assert_marked (fixture, "e03 e07 quiet-event");
  fixture->n = 0;
  talks_session_clear_marks (fixture->session);
  fixture_assert_heard (fixture, TALKS_SESSION_MARKS);
  assert_marked (fixture, "");
  talks_session_clear_marks (fixture->session);
  fixture_assert_heard (fixture, 0);
}

static void
test_counting (Fixture       *fixture,
               gconstpointer  data)
{
  GPtrArray *events = talks_document_get_records (fixture->document, TALKS_RECORD_EVENT);

  g_assert_cmpuint (talks_session_count_marked_of (fixture->session, (TalksEvent **) events->pdata, 10), ==, 0);
  talks_session_set_marked (fixture->session, IDS ("e01", "e02", "e30"), TRUE);
  g_assert_cmpuint (talks_session_count_marked_of (fixture->session, (TalksEvent **) events->pdata, 10), ==, 2);
  g_assert_cmpuint (talks_session_count_marked_of (fixture->session, (TalksEvent **) events->pdata, events->len), ==, 3);
}

/* All that are found, and no others. */
static void
test_found (Fixture       *fixture,
            gconstpointer  data)
{
  guint n = talks_document_count (fixture->document, TALKS_RECORD_EVENT);

  talks_session_set_query (fixture->session, " ");
  fixture->n = 0;
  talks_session_mark_found (fixture->session);
  fixture_assert_heard (fixture, TALKS_SESSION_MARKS);
  g_assert_cmpuint (talks_session_count_marked (fixture->session), ==, n);
  talks_session_mark_found (fixture->session);
  fixture_assert_heard (fixture, 0);

  /* A date finds one event. */
  talks_session_set_query (fixture->session, "2020-05-11");
  fixture->n = 0;
  talks_session_mark_found (fixture->session);
  fixture_assert_heard (fixture, TALKS_SESSION_MARKS);
  assert_marked (fixture, "e03");

  talks_session_set_query (fixture->session, "no such word");
  talks_session_mark_found (fixture->session);
  assert_marked (fixture, "");
}

static void
test_edits (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TalksDocument) other = talks_generate_document (40, 2);

  talks_session_set_marked (fixture->session, IDS ("e03", "e05"), TRUE);
  fixture->n = 0;
  /* Changed, it stays marked. */
  talks_test_replace (fixture->document, talks_test_event_new ("e03", "talks", "2020-05-11"));
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT);
  assert_marked (fixture, "e03 e05");
  talks_test_remove (fixture->document, "e03");
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT | TALKS_SESSION_MARKS);
  assert_marked (fixture, "e05");
  /* Back again it is one like any other. */
  talks_test_add (fixture->document, talks_test_event_new ("e03", "talks", "2020-05-11"));
  assert_marked (fixture, "e05");

  talks_session_set_document (fixture->session, other);
  g_assert_cmpuint (talks_session_count_marked (fixture->session), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  static const FixtureTest tests[] = {
    { "/session/marks/marking", test_marking },
    { "/session/marks/counting", test_counting },
    { "/session/marks/found", test_found },
    { "/session/marks/edits", test_edits },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests (tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
