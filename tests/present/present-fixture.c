/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "present-fixture.h"

#include "talks-test-support.h"

static TalksText *
make_text (const char *en,
           const char *uk)
{
  const char *langs[] = { "en", "uk", NULL };
  const char *texts[] = { en, uk, NULL };

  return talks_text_new_tagged (langs, texts);
}

static void
add_event (TalksDocument *document,
           const char    *id,
           const char    *date,
           const char    *outcome)
{
  TalksEvent *event = talks_test_event_new (id, "talks", date);

  if (outcome != NULL)
    event->outcome = talks_text_new_plain (outcome);
  talks_test_add (document, event);
}

static void
add_step (TalksTour  *tour,
          const char *event,
          const char *title)
{
  TalksTourStep *step = g_new0 (TalksTourStep, 1);

  step->event = g_strdup (event);
  step->title = talks_text_new_plain (title);
  step->show = g_strsplit ("table positions outcome", " ", -1);
  g_ptr_array_add (tour->steps, step);
}

static void
add_tour (TalksDocument *document)
{
  g_autoptr (TalksText) title = make_text ("Four days", "Чотири дні");
  TalksTour *tour = talks_record_new (TALKS_RECORD_TOUR, "tour");

  tour->title = g_steal_pointer (&title);
  tour->description = talks_text_new_plain ("For a first lesson.");
  add_step (tour, "a", "First");
  add_step (tour, "b", "Second");
  add_step (tour, "c", "Third");
  add_step (tour, "d", "Fourth");
  ((TalksTourStep *) tour->steps->pdata[0])->notes = make_text ("Ask why.", "Спитайте чому.");
  talks_test_add (document, tour);
}

static void
changed_cb (PresentFixture *fixture,
            guint           flags)
{
  fixture->flags |= flags;
  fixture->n_changes++;
}

static void
requested_cb (PresentFixture *fixture,
              guint           command)
{
  fixture->requested = (int) command;
}

void
present_fixture_set_up (PresentFixture *fixture,
                        gconstpointer   data)
{
  g_autoptr (TalksLesson) lesson = NULL;
  TalksPosition *position;

  fixture->document = talks_document_new ();
  talks_test_add (fixture->document, talks_test_lane_new ("lane", "talks"));
  talks_test_add (fixture->document, talks_test_topic_new ("truce"));
  talks_test_add (fixture->document, talks_test_party_new ("north", "north"));
  add_event (fixture->document, "a", "2022-03-01", "Agreed on a.");
  add_event (fixture->document, "b", "2022-03-10", "Agreed on b.");
  add_event (fixture->document, "c", "2022-03-20", "Agreed on c.");
  add_event (fixture->document, "d", "2022-04-20", NULL);
  position = talks_test_position_new ("p", "north", "truce", "2022-03-10");
  position->event = g_strdup ("b");
  talks_test_add (fixture->document, position);
  add_tour (fixture->document);
  fixture->session = talks_session_new ();
  talks_session_set_document (fixture->session, fixture->document);
  talks_session_set_width (fixture->session, 1000);
  talks_session_fit (fixture->session);
  lesson = talks_lesson_new_from_tour (talks_document_lookup_kind (fixture->document, TALKS_RECORD_TOUR, "tour"));
  fixture->presentation = talks_presentation_new (fixture->document, lesson, "en");
  fixture->requested = -1;
  g_signal_connect_swapped (fixture->presentation, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->presentation, "requested", G_CALLBACK (requested_cb), fixture);
}

void
present_fixture_tear_down (PresentFixture *fixture,
                           gconstpointer   data)
{
  g_assert_finalize_object (fixture->presentation);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->document);
}

void
present_fixture_assert_told (PresentFixture *fixture,
                             guint           flags)
{
  g_assert_cmphex (fixture->flags, ==, flags);
  g_assert_cmpuint (fixture->n_changes, ==, flags != 0 ? 1 : 0);
  fixture->flags = 0;
  fixture->n_changes = 0;
}
