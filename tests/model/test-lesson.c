/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-lesson.h"

#include "talks-file.h"
#include "talks-record-fields.h"
#include "talks-test-support.h"

/* ---- a document ---- */

static TalksText *
make_text (const char *text)
{
  return talks_text_new_plain (text);
}

static void
add_event (TalksDocument *document,
           const char    *id,
           const char    *date,
           const char    *outcome)
{
  TalksEvent *event = talks_test_event_new (id, "talks", date);

  if (outcome != NULL)
    {
      event->outcome = make_text (outcome);
      event->summary = make_text ("In short.");
      talks_test_attend (event, "anna", "chair", TALKS_PRESENCE_PRESENT);
    }
  talks_test_add (document, event);
}

static TalksDocument *
make_document (void)
{
  TalksDocument *document = talks_document_new ();

  talks_test_add (document, talks_test_topic_new ("truce"));
  talks_test_add (document, talks_test_party_new ("north", "north"));
  talks_test_add (document, talks_test_participant_new ("anna", "north"));
  add_event (document, "late", "2022-05-01", NULL);
  add_event (document, "early", "2022-03-01", "Agreed.");
  add_event (document, "long", "2022-03-10/2022-04-20", NULL);
  add_event (document, "open", "2022-06-01/..", NULL);
  return document;
}

static TalksTourStep *
add_step (TalksTour  *tour,
          const char *event,
          const char *span,
          const char *title)
{
  TalksTourStep *step = g_new0 (TalksTourStep, 1);

  step->event = g_strdup (event);
  step->span = span != NULL ? talks_test_date (span) : NULL;
  step->title = title != NULL ? make_text (title) : NULL;
  step->show = g_strsplit ("positions outcome", " ", -1);
  g_ptr_array_add (tour->steps, step);
  return step;
}

static TalksTour *
make_tour (void)
{
  TalksTour *tour = talks_record_new (TALKS_RECORD_TOUR, "tour");

  tour->title = make_text ("The way there");
  tour->description = make_text ("Three years.");
  add_step (tour, NULL, NULL, "Before");
  add_step (tour, "long", "2022", "The long one");
  add_step (tour, "gone", "2022-05", NULL);
  add_step (tour, "open", NULL, NULL)->notes = make_text ("Ask why.");
  add_step (tour, NULL, NULL, NULL);
  return tour;
}

static char *
list_events (TalksLesson *lesson)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < talks_lesson_get_n_steps (lesson); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", talks_lesson_get_step (lesson, i)->event);
  return g_string_free (ids, FALSE);
}

/* ---- tours ---- */

static void
test_tour (void)
{
  static const struct
  {
    const char *event;
    const char *title;
    const char *date;
    const char *day; /* NULL: none so far */
  } steps[] = {
    { NULL, "Before", NULL, NULL },
    { "long", "The long one", "2022-03-10/2022-04-20", "2022-04-20" },
    { NULL, NULL, "2022-05", "2022-05-31" },
    { "open", "open", "2022-06-01/..", "2022-06-01" },
    { NULL, NULL, NULL, "2022-06-01" },
  };
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksTour) tour = make_tour ();
  g_autoptr (TalksLesson) lesson = talks_lesson_new_from_tour (tour);

  g_assert_true (talks_lesson_get_title (lesson) == tour->title);
  g_assert_cmpstr (talks_lesson_get_tour_id (lesson), ==, "tour");
  g_assert_cmpuint (talks_lesson_get_n_steps (lesson), ==, G_N_ELEMENTS (steps));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const TalksEvent *event = talks_lesson_get_event (lesson, document, i);
      TalksText *title = talks_lesson_get_step_title (lesson, document, i);
      const TalksDate *date = talks_lesson_get_step_date (lesson, document, i);

      g_assert_true (talks_lesson_get_step (lesson, i) == g_ptr_array_index (tour->steps, i));
      g_assert_cmpstr (event != NULL ? event->record.id : NULL, ==, steps[i].event);
      g_assert_cmpstr (talks_text_get (title, NULL), ==, steps[i].title);
      g_assert_cmpstr (date != NULL ? talks_date_get_text (date) : NULL, ==, steps[i].date);
      g_assert_cmpint (talks_lesson_get_step_day (lesson, document, i), ==,
                       steps[i].day != NULL ? talks_test_day (steps[i].day) : TALKS_DAY_MIN);
      g_assert_true (talks_lesson_step_shows (lesson, i, "outcome"));
      g_assert_false (talks_lesson_step_shows (lesson, i, "table"));
    }
}

/* A lesson outlives the record that it was made from. */
static void
test_keeps_tour (void)
{
  TalksTour *tour = make_tour ();
  g_autoptr (TalksLesson) lesson = talks_lesson_new_from_tour (tour);
  g_autoptr (TalksLesson) other = talks_lesson_ref (lesson);

  talks_record_unref (tour);
  g_clear_pointer (&lesson, talks_lesson_unref);
  g_assert_cmpstr (talks_text_get (talks_lesson_get_step (other, 3)->notes, NULL), ==, "Ask why.");
}

/* ---- events ---- */

static void
test_ids (void)
{
  static const char * const ids[] = { "late", "gone", "anna", "early", "late", NULL };
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksText) title = make_text ("Found");
  g_autoptr (TalksLesson) lesson = talks_lesson_new_from_ids (document, title, ids);
  g_autofree char *events = list_events (lesson);

  g_assert_cmpstr (events, ==, "late early late");
  g_assert_null (talks_lesson_get_tour_id (lesson));
  g_assert_cmpstr (talks_text_get (talks_lesson_get_title (lesson), NULL), ==, "Found");
  g_assert_false (talks_lesson_step_shows (lesson, 0, "table"));
  g_assert_false (talks_lesson_step_shows (lesson, 0, "positions"));
  g_assert_false (talks_lesson_step_shows (lesson, 0, "outcome"));
  g_assert_true (talks_lesson_step_shows (lesson, 1, "table"));
  g_assert_true (talks_lesson_step_shows (lesson, 1, "outcome"));
  g_assert_cmpstr (talks_text_get (talks_lesson_get_step (lesson, 1)->text, NULL), ==, "In short.");
}

static void
test_positions_are_shown (void)
{
  static const char * const ids[] = { "early", NULL };
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksText) title = make_text ("Found");
  g_autoptr (TalksLesson) lesson = NULL;

  talks_test_add (document, talks_test_position_new ("p", "north", "truce", "2022-02-01"));
  lesson = talks_lesson_new_from_ids (document, title, ids);
  g_assert_true (talks_lesson_step_shows (lesson, 0, "positions"));
}

static void
test_span (void)
{
  static const struct
  {
    const char *start;
    const char *end; /* the day after the last; NULL: open */
    const char *events;
  } cases[] = {
    { "2022-03-01", "2022-03-02", "early" },
    { "2022-03-02", "2022-03-10", "" },
    { "2022-04-20", "2022-05-02", "long late" },
    { "2022-01-01", "2023-01-01", "early long late open" },
    { "2030-01-01", NULL, "open" },
  };
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksText) title = make_text ("In view");

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksSpan span = { talks_test_day (cases[i].start),
                         cases[i].end != NULL ? talks_test_day (cases[i].end) : TALKS_DAY_MAX };
      g_autoptr (TalksLesson) lesson = talks_lesson_new_from_span (document, title, span);
      g_autofree char *events = list_events (lesson);

      g_assert_cmpstr (events, ==, cases[i].events);
    }
}

/* ---- kept in the document ---- */

static void
test_to_tour (void)
{
  static const char * const ids[] = { "late", "early", NULL };
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksTour) tour = make_tour ();
  g_autoptr (TalksText) title = make_text ("Found");
  g_autoptr (TalksLesson) lesson = talks_lesson_new_from_tour (tour);
  g_autoptr (TalksLesson) found = talks_lesson_new_from_ids (document, title, ids);
  g_autoptr (TalksTour) same = talks_lesson_to_tour (lesson, "tour");
  g_autoptr (TalksTour) kept = talks_lesson_to_tour (found, "kept");
  g_autoptr (TalksLesson) again = NULL;
  g_autofree char *events = NULL;

  g_assert_true (same != tour);
  g_assert_true (talks_record_equal (&same->record, &tour->record));
  g_assert_cmpstr (kept->record.id, ==, "kept");

  talks_test_add (document, g_steal_pointer (&kept));
  again = talks_lesson_new_from_tour (talks_document_lookup_kind (document, TALKS_RECORD_TOUR, "kept"));
  events = list_events (again);
  g_assert_cmpstr (events, ==, "late early");
  g_assert_cmpstr (talks_lesson_get_tour_id (again), ==, "kept");
}

/* Each step of the bundled tours has what a stage wants, and no step goes back in time. */
static void
test_bundled (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("TALKS_TEST_DOCUMENT"));
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, &error);
  TalksDocument *document;
  GPtrArray *tours;

  g_assert_no_error (error);
  document = reading->document;
  tours = talks_document_get_records (document, TALKS_RECORD_TOUR);
  g_assert_cmpuint (tours->len, ==, 3);
  for (guint i = 0; i < tours->len; i++)
    {
      g_autoptr (TalksLesson) lesson = talks_lesson_new_from_tour (g_ptr_array_index (tours, i));
      TalksDay before = TALKS_DAY_MIN;

      g_assert_cmpuint (talks_lesson_get_n_steps (lesson), >, 5);
      for (guint step = 0; step < talks_lesson_get_n_steps (lesson); step++)
        {
          TalksDay day = talks_lesson_get_step_day (lesson, document, step);

          g_assert_nonnull (talks_lesson_get_event (lesson, document, step));
          g_assert_nonnull (talks_lesson_get_step (lesson, step)->text);
          g_assert_cmpint (day, >=, before);
          before = day;
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/tour", test_tour);
  g_test_add_func ("/lesson/keeps-tour", test_keeps_tour);
  g_test_add_func ("/lesson/ids", test_ids);
  g_test_add_func ("/lesson/positions", test_positions_are_shown);
  g_test_add_func ("/lesson/span", test_span);
  g_test_add_func ("/lesson/to-tour", test_to_tour);
  g_test_add_func ("/lesson/bundled", test_bundled);
  return g_test_run ();
}
