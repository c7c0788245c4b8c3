/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "present-fixture.h"

#include "talks-offers.h"
#include "talks-test-support.h"
#include "talks-text-languages.h"

static const TalksOffer *
find_offer (GPtrArray  *offers,
            const char *key)
{
  for (guint i = 0; i < offers->len; i++)
    if (g_strcmp0 (((TalksOffer *) offers->pdata[i])->key, key) == 0)
      return offers->pdata[i];
  return NULL;
}

/* The events of a lesson: "a b c". */
static void
assert_steps (const TalksOffer *offer,
              const char       *expected)
{
  g_autoptr (GString) events = g_string_new (NULL);

  g_assert_nonnull (offer);
  for (guint i = 0; i < talks_lesson_get_n_steps (offer->lesson); i++)
    g_string_append_printf (events, "%s%s", i > 0 ? " " : "", talks_lesson_get_step (offer->lesson, i)->event);
  g_assert_cmpstr (events->str, ==, expected);
}

static void
test_tours (PresentFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (GPtrArray) offers = NULL;
  TalksTour *empty = talks_record_new (TALKS_RECORD_TOUR, "empty");
  const TalksOffer *offer;

  empty->title = talks_text_new_plain ("Nothing");
  talks_test_add (fixture->document, empty);
  talks_session_set_language (fixture->session, "uk");
  offers = talks_offers_list (fixture->session);
  offer = offers->pdata[0];
  g_assert_cmpstr (offer->key, ==, "tour");
  g_assert_cmpstr (offer->name, ==, "Чотири дні");
  g_assert_cmpstr (offer->detail, ==, "4 steps · For a first lesson.");
  assert_steps (offer, "a b c d");
  g_assert_cmpstr (talks_lesson_get_tour_id (offer->lesson), ==, "tour");
  /* One without steps can not be presented. */
  g_assert_null (find_offer (offers, "empty"));
}

static void
test_found (PresentFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (GPtrArray) offers = talks_offers_list (fixture->session);

  g_assert_null (find_offer (offers, "found"));
  g_clear_pointer (&offers, g_ptr_array_unref);
  talks_session_set_query (fixture->session, "agreed");
  offers = talks_offers_list (fixture->session);
  assert_steps (find_offer (offers, "found"), "a b c");
  g_assert_null (talks_lesson_get_tour_id (find_offer (offers, "found")->lesson));
  g_clear_pointer (&offers, g_ptr_array_unref);
  /* A position is found by its party: the event where it was stated comes. */
  talks_session_set_query (fixture->session, "truce");
  offers = talks_offers_list (fixture->session);
  assert_steps (find_offer (offers, "found"), "b");
  g_clear_pointer (&offers, g_ptr_array_unref);
  talks_session_set_query (fixture->session, "nothing of the kind");
  offers = talks_offers_list (fixture->session);
  g_assert_null (find_offer (offers, "found"));
}

static void
test_selected (PresentFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (GPtrArray) offers = NULL;

  talks_session_select (fixture->session, "p");
  offers = talks_offers_list (fixture->session);
  assert_steps (find_offer (offers, "selected"), "b");
}

static void
test_view (PresentFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (GPtrArray) offers = talks_offers_list (fixture->session);

  assert_steps (find_offer (offers, "view"), "a b c d");
  g_clear_pointer (&offers, g_ptr_array_unref);
  talks_session_show (fixture->session, (double) talks_test_day ("2022-03-05"), (double) talks_test_day ("2022-03-25"));
  offers = talks_offers_list (fixture->session);
  assert_steps (find_offer (offers, "view"), "b c");
}

static void
test_languages (PresentFixture *fixture,
                gconstpointer   data)
{
  g_auto (GStrv) tags = talks_text_languages_list (fixture->document);
  static const struct
  {
    const char *lang;
    const char *chosen;
    gboolean    has;
  } choices[] = { { "uk", "uk", TRUE }, { "UK", "uk", TRUE }, { "uk-UA", "uk", TRUE }, { "en-GB", "en", TRUE },
                  { "ua", "en", FALSE }, { "fr", "en", FALSE }, { NULL, "en", FALSE } };

  g_assert_cmpuint (g_strv_length (tags), ==, 2);
  g_assert_cmpstr (tags[0], ==, "en");
  g_assert_cmpstr (tags[1], ==, "uk");
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const char * const *list = (const char * const *) tags;

      g_assert_cmpstr (talks_text_languages_choose (list, choices[i].lang), ==, choices[i].chosen);
      if (choices[i].lang != NULL)
        g_assert_cmpint (talks_text_languages_has (list, choices[i].lang), ==, choices[i].has);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PRESENT_TEST_ADD ("/offers/tours", test_tours);
  PRESENT_TEST_ADD ("/offers/found", test_found);
  PRESENT_TEST_ADD ("/offers/selected", test_selected);
  PRESENT_TEST_ADD ("/offers/view", test_view);
  PRESENT_TEST_ADD ("/offers/languages", test_languages);

  return g_test_run ();
}
