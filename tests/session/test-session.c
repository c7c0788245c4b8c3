/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-fixture.h"

/* ---- the document ---- */

static void
test_empty (void)
{
  g_autoptr (TalksSession) session = talks_session_new ();

  g_assert_true (TALKS_IS_DOCUMENT (talks_session_get_document (session)));
  g_assert_null (talks_session_get_selection (session));
  g_assert_null (talks_session_get_event (session));
  g_assert_null (talks_session_get_highlight (session));
  g_assert_null (talks_session_get_topic (session));
  g_assert_cmpstr (talks_session_get_query (session), ==, "");
  g_assert_cmpstr (talks_session_get_language (session), ==, "en");
  g_assert_cmpuint (talks_session_get_quiet (session)->len, ==, 0);
  g_assert_false (talks_session_get_folding (session));
  for (int step = TALKS_STEP_PREVIOUS; step <= TALKS_STEP_LAST; step++)
    g_assert_null (talks_session_find_step (session, (TalksStep) step));
  talks_session_step (session, TALKS_STEP_NEXT);
  talks_session_zoom_by (session, 2);
  talks_session_show_selection (session);
}

static void
test_document (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TalksDocument) other = talks_generate_document (40, 2);
  TalksSession *session = fixture->session;
  GArray *quiet = talks_session_get_quiet (session);

  g_assert_true (talks_session_get_document (session) == fixture->document);
  g_assert_cmpint (talks_session_get_as_of (session), ==, fixture_get_day_of (fixture, "e39"));
  g_assert_cmpstr (talks_session_get_topic (session), ==, "one");
  g_assert_cmpuint (quiet->len, ==, 1);
  g_assert_true (talks_span_contains (g_array_index (quiet, TalksSpan, 0),
                                      fixture_get_day_of (fixture, "quiet-event")));
  g_assert_true (talks_session_is_folded (session, 0));
  g_assert_true (talks_session_get_folding (session));
  g_assert_true (talks_viewport_is_whole (talks_session_get_viewport (session)));

  talks_session_set_document (session, fixture->document);
  fixture_assert_heard (fixture, 0);

  talks_session_select (session, "e03");
  talks_session_set_highlight (session, "north");
  talks_session_zoom_by (session, 3);
  talks_session_set_folding (session, FALSE);
  fixture->n = 0;
  talks_session_set_document (session, other);
  fixture_assert_heard (fixture, TALKS_SESSION_EVERYTHING);
  g_assert_true (talks_session_get_document (session) == other);
  g_assert_null (talks_session_get_selection (session));
  g_assert_null (talks_session_get_highlight (session));
  g_assert_cmpstr (talks_session_get_topic (session), ==, "topic-0");
  g_assert_true (talks_viewport_is_whole (talks_session_get_viewport (session)));
  g_assert_cmpfloat (talks_session_get_viewport (session)->width, ==, 1000);

  /* The old one is no longer listened to. */
  talks_test_remove (fixture->document, "e03");
  fixture_assert_heard (fixture, 0);
  talks_test_remove (other, "event-3");
  fixture_assert_heard_some (fixture, TALKS_SESSION_DOCUMENT);
}

/* A document whose only date says nothing. */
static void
test_open_document (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TalksDocument) open = talks_document_new ();
  TalksSpan extent;

  talks_test_add (open, talks_test_event_new ("e", "talks", "../.."));
  talks_session_set_document (fixture->session, open);
  extent = talks_session_get_viewport (fixture->session)->extent;
  g_assert_true (talks_span_contains (extent, talks_session_get_as_of (fixture->session)));
  talks_session_select (fixture->session, "e");
  g_assert_cmpstr (fixture_get_selected_id (fixture), ==, "e");
  g_assert_true (talks_span_contains (extent, talks_session_get_as_of (fixture->session)));
}

/* ---- edits ---- */

static void
test_lost_ids (Fixture       *fixture,
               gconstpointer  data)
{
  TalksSession *session = fixture->session;

  talks_session_select (session, "e03");
  talks_session_set_highlight (session, "otto");
  talks_session_set_topic (session, "two");
  fixture->n = 0;

  talks_test_remove (fixture->document, "e04");
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT);
  talks_test_remove (fixture->document, "e03");
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT | TALKS_SESSION_SELECTION);
  g_assert_null (talks_session_get_selection (session));
  talks_test_remove (fixture->document, "otto");
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT | TALKS_SESSION_HIGHLIGHT);
  g_assert_null (talks_session_get_highlight (session));
  talks_test_remove (fixture->document, "two");
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT | TALKS_SESSION_TOPIC);
  g_assert_cmpstr (talks_session_get_topic (session), ==, "one");
  talks_test_remove (fixture->document, "one");
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT | TALKS_SESSION_TOPIC);
  g_assert_null (talks_session_get_topic (session));
  talks_test_remove (fixture->document, "south");
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT);
  talks_test_add (fixture->document, talks_test_topic_new ("three"));
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT | TALKS_SESSION_TOPIC);
  g_assert_cmpstr (talks_session_get_topic (session), ==, "three");
}

/* A record that is replaced stays selected. */
static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  talks_session_select (fixture->session, "e03");
  fixture->n = 0;
  talks_test_replace (fixture->document, talks_test_event_new ("e03", "talks", "2020-05-11"));
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT);
  g_assert_true (talks_session_get_selection (fixture->session)
                 == talks_document_lookup (fixture->document, "e03"));
}

static void
test_extent_grows (Fixture       *fixture,
                   gconstpointer  data)
{
  TalksSession *session = fixture->session;
  double from, to, from_after, to_after;

  /* What showed everything still does. */
  talks_test_add (fixture->document, talks_test_event_new ("later", "talks", "2023-09-01"));
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT | TALKS_SESSION_SCALE);
  g_assert_true (talks_viewport_is_whole (talks_session_get_viewport (session)));
  g_assert_true (fixture_is_in_view (fixture, (double) fixture_get_day_of (fixture, "later")));
  g_assert_true (talks_session_is_folded (session, 0));

  /* Enlarged, the same days stay in view. */
  talks_session_show (session, (double) talks_test_day ("2020-05-03"),
                      (double) talks_test_day ("2020-05-20"));
  talks_viewport_get_visible (talks_session_get_viewport (session), &from, &to);
  fixture->n = 0;
  talks_test_add (fixture->document, talks_test_event_new ("earlier", "talks", "2019-12-01"));
  fixture_assert_heard_some (fixture, TALKS_SESSION_DOCUMENT | TALKS_SESSION_SCALE);
  talks_viewport_get_visible (talks_session_get_viewport (session), &from_after, &to_after);
  g_assert_cmpfloat_with_epsilon (from, from_after, 1e-6);
  g_assert_cmpfloat_with_epsilon (to, to_after, 1e-6);
}

/* The as-of day stays within the document. */
static void
test_extent_shrinks (Fixture       *fixture,
                     gconstpointer  data)
{
  talks_test_add (fixture->document, talks_test_event_new ("later", "talks", "2026-09-01"));
  talks_session_set_as_of (fixture->session, talks_test_day ("2026-08-01"));
  fixture->n = 0;
  talks_test_remove (fixture->document, "later");
  fixture_assert_heard_some (fixture, TALKS_SESSION_DOCUMENT | TALKS_SESSION_AS_OF | TALKS_SESSION_SCALE);
  g_assert_true (talks_span_contains (talks_session_get_viewport (fixture->session)->extent,
                                      talks_session_get_as_of (fixture->session)));
}

/* Quiet times that are no longer quiet do not stay folded; new ones do not fold by themselves. */
static void
test_quiet_follows (Fixture       *fixture,
                    gconstpointer  data)
{
  TalksSession *session = fixture->session;

  for (int i = 0; i < 150; i++)
    {
      g_autofree char *id = g_strdup_printf ("busy%d", i);
      g_autofree char *day = talks_day_to_iso (talks_test_day ("2020-07-01") + i * 7);

      talks_test_add (fixture->document, talks_test_event_new (id, "talks", day));
      fixture->n = 0;
    }
  g_assert_cmpuint (talks_session_get_quiet (session)->len, ==, 0);
  g_assert_false (talks_session_get_folding (session));
  for (int i = 0; i < 150; i++)
    {
      g_autofree char *id = g_strdup_printf ("busy%d", i);

      talks_test_remove (fixture->document, id);
    }
  g_assert_cmpuint (talks_session_get_quiet (session)->len, ==, 1);
  g_assert_false (talks_session_is_folded (session, 0));
}

/* The selected event gets a date in the closed fold: the fold opens. */
static void
test_selection_moves_into_fold (Fixture       *fixture,
                                gconstpointer  data)
{
  talks_session_select (fixture->session, "e05");
  fixture->n = 0;
  talks_test_replace (fixture->document, talks_test_event_new ("e05", "talks", "2021-06-15"));
  fixture_assert_heard_some (fixture, TALKS_SESSION_DOCUMENT | TALKS_SESSION_SCALE);
  g_assert_cmpstr (fixture_get_selected_id (fixture), ==, "e05");
  g_assert_false (talks_session_is_folded (fixture->session, 0));
}

/* ---- setters: one emission, none when nothing changes ---- */

static void
test_setters (Fixture       *fixture,
              gconstpointer  data)
{
  TalksSession *session = fixture->session;

  talks_session_set_language (session, "uk");
  fixture_assert_heard (fixture, TALKS_SESSION_LANGUAGE);
  talks_session_set_language (session, talks_session_get_language (session));
  fixture_assert_heard (fixture, 0);
  g_assert_cmpstr (talks_session_get_language (session), ==, "uk");

  talks_session_set_query (session, "Istanbul");
  fixture_assert_heard (fixture, TALKS_SESSION_QUERY);
  talks_session_set_query (session, talks_session_get_query (session));
  fixture_assert_heard (fixture, 0);
  g_assert_cmpstr (talks_session_get_query (session), ==, "Istanbul");

  talks_session_set_topic (session, "two");
  fixture_assert_heard (fixture, TALKS_SESSION_TOPIC);
  talks_session_set_topic (session, talks_session_get_topic (session));
  fixture_assert_heard (fixture, 0);
  talks_session_set_topic (session, "no topic");
  talks_session_set_topic (session, "north");
  talks_session_set_topic (session, NULL);
  fixture_assert_heard (fixture, 0);
  g_assert_cmpstr (talks_session_get_topic (session), ==, "two");

  talks_session_set_highlight (session, "north");
  fixture_assert_heard (fixture, TALKS_SESSION_HIGHLIGHT);
  talks_session_set_highlight (session, talks_session_get_highlight (session));
  fixture_assert_heard (fixture, 0);
  talks_session_set_highlight (session, "nora");
  fixture_assert_heard (fixture, TALKS_SESSION_HIGHLIGHT);
  /* Neither nobody nor what is no party or person is highlighted. */
  talks_session_set_highlight (session, "nobody");
  fixture_assert_heard (fixture, TALKS_SESSION_HIGHLIGHT);
  g_assert_null (talks_session_get_highlight (session));
  talks_session_set_highlight (session, "e01");
  fixture_assert_heard (fixture, 0);
  g_assert_null (talks_session_get_highlight (session));
}

static void
test_as_of (Fixture       *fixture,
            gconstpointer  data)
{
  TalksSession *session = fixture->session;
  TalksSpan extent = talks_session_get_viewport (session)->extent;

  talks_session_set_as_of (session, talks_test_day ("2020-05-15"));
  fixture_assert_heard (fixture, TALKS_SESSION_AS_OF);
  g_assert_cmpint (talks_session_get_as_of (session), ==, talks_test_day ("2020-05-15"));
  talks_session_set_as_of (session, talks_test_day ("2020-05-15"));
  fixture_assert_heard (fixture, 0);
  talks_session_set_as_of (session, TALKS_DAY_MAX);
  fixture_assert_heard (fixture, TALKS_SESSION_AS_OF);
  g_assert_cmpint (talks_session_get_as_of (session), ==, extent.end - 1);
  talks_session_set_as_of (session, extent.end + 5);
  fixture_assert_heard (fixture, 0);
  talks_session_set_as_of (session, TALKS_DAY_MIN);
  g_assert_cmpint (talks_session_get_as_of (session), ==, extent.start);
  /* It may stand in a closed fold: nothing opens for it. */
  talks_session_set_as_of (session, fixture_get_day_of (fixture, "quiet-event"));
  g_assert_true (talks_session_is_folded (session, 0));
}

/* ---- selecting ---- */

static void
test_select (Fixture       *fixture,
             gconstpointer  data)
{
  TalksSession *session = fixture->session;

  talks_session_select (session, "e02");
  fixture_assert_heard (fixture, TALKS_SESSION_SELECTION | TALKS_SESSION_AS_OF);
  g_assert_cmpstr (fixture_get_selected_id (fixture), ==, "e02");
  g_assert_cmpint (talks_session_get_as_of (session), ==, fixture_get_day_of (fixture, "e02"));
  g_assert_true ((TalksRecord *) talks_session_get_event (session) == talks_session_get_selection (session));
  talks_session_select (session, fixture_get_selected_id (fixture));
  fixture_assert_heard (fixture, 0);

  /* A position brings its day and its event. */
  talks_session_select (session, "position");
  fixture_assert_heard (fixture, TALKS_SESSION_SELECTION | TALKS_SESSION_AS_OF);
  g_assert_cmpint (talks_session_get_as_of (session), ==, talks_test_day ("2020-05-10"));
  g_assert_cmpstr (talks_session_get_event (session)->record.id, ==, "e02");

  /* A person or a topic has no day. */
  talks_session_select (session, "nora");
  fixture_assert_heard (fixture, TALKS_SESSION_SELECTION);
  g_assert_null (talks_session_get_event (session));
  g_assert_cmpint (talks_session_get_as_of (session), ==, talks_test_day ("2020-05-10"));

  talks_session_select (session, NULL);
  fixture_assert_heard (fixture, TALKS_SESSION_SELECTION);
  talks_session_select (session, NULL);
  talks_session_select (session, "nobody");
  fixture_assert_heard (fixture, 0);
  talks_session_select (session, "e02");
  talks_session_select (session, "nobody");
  g_assert_null (talks_session_get_selection (session));
}

/* Selecting pans to what is out of view, and no further than needed. */
static void
test_select_pans (Fixture       *fixture,
                  gconstpointer  data)
{
  TalksSession *session = fixture->session;
  const TalksViewport *viewport = talks_session_get_viewport (session);
  double may = (double) talks_test_day ("2020-05-05");
  double x;

  talks_session_show (session, may, may + 20);
  fixture->n = 0;
  talks_session_select (session, "e35");
  fixture_assert_heard (fixture, TALKS_SESSION_SELECTION | TALKS_SESSION_AS_OF | TALKS_SESSION_POSITION);
  g_assert_true (fixture_is_in_view (fixture, (double) fixture_get_day_of (fixture, "e35")));
  g_assert_true (fixture_is_in_view (fixture, (double) fixture_get_day_of (fixture, "e35") + 1));

  /* Panned away and chosen again: the same selection, but seen. */
  talks_session_scroll_to (session, 0);
  fixture->n = 0;
  talks_session_select (session, "e35");
  fixture_assert_heard (fixture, TALKS_SESSION_POSITION);

  x = viewport->x;
  talks_session_select (session, "e35");
  g_assert_cmpfloat (viewport->x, ==, x);
}

static void
test_select_opens_fold (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char * const ids[] = { "quiet-event", "quiet-position" };
  TalksSession *session = fixture->session;

  for (size_t i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      talks_session_set_folding (session, TRUE);
      talks_session_fit (session);
      talks_session_select (session, NULL);
      fixture->n = 0;
      talks_session_select (session, ids[i]);
      fixture_assert_heard_some (fixture, TALKS_SESSION_SELECTION | TALKS_SESSION_AS_OF | VIEW);
      g_assert_false (talks_session_is_folded (session, 0));
      g_assert_true (fixture_is_in_view (fixture, (double) talks_session_get_as_of (session)));
      g_assert_cmpint (talks_time_scale_fold_at_day (talks_session_get_viewport (session)->scale,
                                                     (double) talks_session_get_as_of (session)),
                       ==, -1);
    }
}

/* ---- highlight ---- */

static void
test_lit (Fixture       *fixture,
          gconstpointer  data)
{
  static const struct
  {
    const char *focus;
    const char *record;
    gboolean    lit;
  } cases[] = {
    { NULL, "both", TRUE },          { NULL, "otto", TRUE },
    { "north", "both", TRUE },       { "south", "both", TRUE },
    { "other", "both", FALSE },      { "other", "absent", FALSE },
    { "north", "absent", TRUE },     { "north", "nobody-there", FALSE },
    { "nora", "both", TRUE },        { "susan", "both", TRUE },
    { "otto", "both", FALSE },       { "otto", "absent", TRUE }, /* named there, as absent */
    { "north", "position", TRUE },   { "south", "position", FALSE },
    { "nora", "by-nora", TRUE },     { "nora", "position", FALSE },
    { "susan", "by-nora", FALSE },   { "north", "by-nora", TRUE },
    { "north", "nora", TRUE },       { "north", "susan", FALSE },
    { "nora", "nora", TRUE },        { "nora", "susan", FALSE },
    { "north", "north", TRUE },      { "north", "south", FALSE },
    { "nora", "north", TRUE },       { "nora", "south", FALSE },
    { "north", "one", TRUE },        { "nora", "lane-talks", TRUE },
  };
  TalksEvent *event = talks_test_event_new ("both", "talks", "2020-05-20");
  TalksPosition *position = talks_test_position_new ("by-nora", "north", "one", "2020-05-09");

  talks_test_attend (event, "nora", "delegate", TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, "susan", "delegate", TALKS_PRESENCE_PRESENT);
  talks_test_add (fixture->document, event);
  event = talks_test_event_new ("absent", "talks", "2020-05-20");
  talks_test_attend (event, "nora", "delegate", TALKS_PRESENCE_REMOTE);
  talks_test_attend (event, "otto", "delegate", TALKS_PRESENCE_ABSENT);
  talks_test_add (fixture->document, event);
  talks_test_add (fixture->document, talks_test_event_new ("nobody-there", "talks", "2020-05-21"));
  position->participant = g_strdup ("nora");
  talks_test_add (fixture->document, position);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksRecord *record = talks_document_lookup (fixture->document, cases[i].record);

      g_test_message ("%s: %s", cases[i].focus != NULL ? cases[i].focus : "nothing", cases[i].record);
      talks_session_set_highlight (fixture->session, cases[i].focus);
      g_assert_true (talks_session_is_lit (fixture->session, record) == cases[i].lit);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const FixtureTest tests[] = {
    { "/session/document", test_document },
    { "/session/open-document", test_open_document },
    { "/session/lost-ids", test_lost_ids },
    { "/session/replaced", test_replaced },
    { "/session/extent-grows", test_extent_grows },
    { "/session/extent-shrinks", test_extent_shrinks },
    { "/session/quiet-follows", test_quiet_follows },
    { "/session/selection-moves-into-fold", test_selection_moves_into_fold },
    { "/session/setters", test_setters },
    { "/session/as-of", test_as_of },
    { "/session/select", test_select },
    { "/session/select-pans", test_select_pans },
    { "/session/select-opens-fold", test_select_opens_fold },
    { "/session/lit", test_lit },
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/empty", test_empty);
  fixture_add_tests (tests, G_N_ELEMENTS (tests));

  return g_test_run ();
}
