/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-words.h"

#include "panel-fixture.h"

#include "talks-vocabulary.h"

static void
test_when (void)
{
  static const struct
  {
    const char *event;
    const char *when;
  } cases[] = {
    { "first", "Tuesday, 1 March 2022" },
    { "second", "Friday, 16 May 2025 · 13:35–15:20 (UTC+03:00) · Sea palace" },
    { "speech", "about 2023" },
  };
  g_autoptr (TalksDocument) document = panel_fixture_document ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksEvent *event = talks_document_lookup_kind (document, TALKS_RECORD_EVENT, cases[i].event);
      g_autofree char *when = talks_words_event_when (event, "en");

      g_assert_cmpstr (when, ==, cases[i].when);
    }
}

static void
test_captions (void)
{
  static const struct
  {
    const char *id;
    const char *lang;
    const char *caption;
  } cases[] = {
    { "first", "en", "1 March 2022 · Reported" },
    { "second", "en", "16 May 2025" },
    { "speech", "en", "about 2023 · Disputed" },
    { "n2", "en", "North · Truce · 16 May 2025" },
    { "ana", "en", "North · Ана Арда" },
    { "paper", "en", "The Paper · 17 May 2025 · in Ukrainian" },
    { "paper", "uk-UA", "The Paper · 17 May 2025" },
    { "leaflet", "en-GB", "The Hall" },
    { "unused", "en", "1999" },
    { "remark", "en", "Annotation · Archivist" },
    { "truce", "en", "Topic" },
  };
  g_autoptr (TalksDocument) document = panel_fixture_document ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TalksRecord *record = talks_document_lookup (document, cases[i].id);
      g_autofree char *caption = talks_words_caption (document, record, cases[i].lang);

      g_assert_cmpstr (caption, ==, cases[i].caption);
    }
}

static void
test_relations (void)
{
  static const struct
  {
    const char *relation;
    gboolean    inverse;
    const char *words;
  } cases[] = {
    { "continues", FALSE, "Continues" },
    { "continues", TRUE, "Continued by" },
    { "responds-to", TRUE, "Answered by" },
    { "same-occasion", TRUE, "On the same occasion" },
    { "paid-for_by", FALSE, "paid for by" },
    { NULL, FALSE, "Related" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = talks_words_relation (cases[i].relation, cases[i].inverse);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_tasks (void)
{
  g_assert_cmpstr (talks_task_to_words ("head of delegation"), ==, "head of delegation");
  g_assert_cmpstr (talks_task_to_words ("cook"), ==, "cook");
  g_assert_cmpstr (talks_task_to_words (NULL), ==, NULL);
  g_assert_cmpstr (talks_presence_to_words (TALKS_PRESENCE_PRESENT), ==, NULL);
  g_assert_cmpstr (talks_presence_to_words (TALKS_PRESENCE_ABSENT), ==, "absent");
}

static void
test_offices (void)
{
  static const struct
  {
    const char *participant;
    TalksDay    day;
    const char *office;
  } cases[] = {
    { "ana", 18000, "First named 1 January 2022" },
    { "ana", 19000, "Deputy" },
    { "ana", 20000, "Minister" },
    { "bob", 20000, "First named 14 May 2025" },
    { "bob", 20300, "Colonel" },
    { "vic", 20000, "No office named on this day" },
    { "med", 0, "Envoy" },
  };
  g_autoptr (TalksDocument) document = panel_fixture_document ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksParticipant *participant = talks_document_lookup_kind (document, TALKS_RECORD_PARTICIPANT,
                                                                  cases[i].participant);
      g_autofree char *office = talks_words_office (participant, cases[i].day, "en");

      g_assert_cmpstr (office, ==, cases[i].office);
    }
}

static void
test_position_labels (void)
{
  static const struct
  {
    const char *position;
    const char *label;
  } cases[] = {
    { "n1", "Truce first" },
    { "i1", "Soon, and on the sea too." }, /* the label is cut from the stance */
  };
  g_autoptr (TalksDocument) document = panel_fixture_document ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksPosition *position = talks_document_lookup_kind (document, TALKS_RECORD_POSITION,
                                                            cases[i].position);

      g_assert_cmpstr (talks_words_position_label (position, "en"), ==, cases[i].label);
    }
}

static void
test_parties (void)
{
  g_autoptr (TalksDocument) document = panel_fixture_document ();
  g_autofree char *isle = talks_words_party (
    talks_document_lookup_kind (document, TALKS_RECORD_PARTY, "isle"), "en");
  g_autofree char *far = talks_words_party (
    talks_document_lookup_kind (document, TALKS_RECORD_PARTY, "far"), "en");

  g_assert_cmpstr (isle, ==, "Isle (mediator)");
  g_assert_cmpstr (far, ==, "Farland");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/panels/words/when", test_when);
  g_test_add_func ("/panels/words/captions", test_captions);
  g_test_add_func ("/panels/words/relations", test_relations);
  g_test_add_func ("/panels/words/tasks", test_tasks);
  g_test_add_func ("/panels/words/offices", test_offices);
  g_test_add_func ("/panels/words/position-labels", test_position_labels);
  g_test_add_func ("/panels/words/parties", test_parties);
  return g_test_run ();
}
