/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-text.h"

static TalksText *
new_four (void)
{
  static const char * const langs[] = { "uk", "en-GB", "zh-Hant-TW", "tr", NULL };
  static const char * const texts[] = { "Стамбул", "Istanbul", "伊斯坦堡", "İstanbul", NULL };

  return talks_text_new_tagged (langs, texts);
}

static void
test_plain (void)
{
  g_autoptr (TalksText) text = talks_text_new_plain ("Istanbul");

  g_assert_cmpstr (talks_text_get (text, NULL), ==, "Istanbul");
  g_assert_cmpstr (talks_text_get (text, ""), ==, "Istanbul");
  g_assert_cmpstr (talks_text_get (text, "uk-UA"), ==, "Istanbul");
  g_assert_null (talks_text_get_languages (text)[0]);
  g_assert_false (talks_text_has_language (text, "en"));
}

static void
test_absent (void)
{
  g_assert_null (talks_text_get (NULL, "en"));
}

static void
test_lookup (void)
{
  static const struct
  {
    const char *lang;
    const char *text;
  } cases[] = {
    { "uk", "Стамбул" },
    { "UK", "Стамбул" },
    { "uk-UA", "Стамбул" },
    { "uk-Cyrl-UA", "Стамбул" },
    { "uk-x-formal", "Стамбул" },
    { "en-gb", "Istanbul" },
    { "en-GB-oxendict", "Istanbul" },
    { "en", "Istanbul" },
    { "en-US", "Istanbul" },
    { "zh-Hant-TW", "伊斯坦堡" },
    { "zh", "伊斯坦堡" },
    { "tr_TR.UTF-8", "İstanbul" },
    { "uk_UA.UTF-8@euro", "Стамбул" },
    /* "ukx" is another language, and so is "u". */
    { "trx", "Стамбул" },
    { "t", "Стамбул" },
    { "fr", "Стамбул" },
    { "C", "Стамбул" },
    { NULL, "Стамбул" },
    { "", "Стамбул" },
    /* In order of preference. */
    { "fr,tr,en", "İstanbul" },
    { "fr-CA, en-US, tr", "Istanbul" },
    { ",,tr", "İstanbul" },
    { "fr,de", "Стамбул" },
    { "tr;q=0.5,en", "İstanbul" },
    { "-", "Стамбул" },
    { "-tr", "Стамбул" },
    { "x-tr", "Стамбул" },
  };
  g_autoptr (TalksText) text = new_four ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].lang != NULL ? cases[i].lang : "(none)");
      g_assert_cmpstr (talks_text_get (text, cases[i].lang), ==, cases[i].text);
    }
}

/* A tag that fits exactly comes before one that fits in part, wherever it stands. */
static void
test_nearest (void)
{
  static const char * const langs[] = { "pt-BR", "pt", "pt-PT", NULL };
  static const char * const texts[] = { "Brazil", "any", "Portugal", NULL };
  g_autoptr (TalksText) text = talks_text_new_tagged (langs, texts);

  g_assert_cmpstr (talks_text_get (text, "pt-PT"), ==, "Portugal");
  g_assert_cmpstr (talks_text_get (text, "pt_PT.UTF-8"), ==, "Portugal");
  g_assert_cmpstr (talks_text_get (text, "pt"), ==, "any");
  g_assert_cmpstr (talks_text_get (text, "pt-AO"), ==, "any");
  g_assert_cmpstr (talks_text_get (text, "pt-PT-x-a"), ==, "Portugal");
}

static void
test_languages (void)
{
  static const char * const expected[] = { "uk", "en-GB", "zh-Hant-TW", "tr", NULL };
  g_autoptr (TalksText) text = new_four ();

  g_assert_true (g_strv_equal (talks_text_get_languages (text), expected));
  g_assert_true (talks_text_has_language (text, "en-GB"));
  g_assert_true (talks_text_has_language (text, "EN-gb"));
  g_assert_false (talks_text_has_language (text, "en"));
  g_assert_false (talks_text_has_language (text, "en-GB-oxendict"));
}

static void
test_twice (void)
{
  static const char * const langs[] = { "en", "uk", "EN", NULL };
  static const char * const texts[] = { "one", "два", "three", NULL };
  g_autoptr (TalksText) text = talks_text_new_tagged (langs, texts);

  g_assert_cmpint (g_strv_length ((char **) talks_text_get_languages (text)), ==, 2);
  g_assert_cmpstr (talks_text_get (text, "en"), ==, "three");
  g_assert_cmpstr (talks_text_get (text, "uk"), ==, "два");
}

static void
test_equal (void)
{
  static const char * const langs[] = { "en", NULL };
  static const char * const other_langs[] = { "uk", NULL };
  static const char * const texts[] = { "one", NULL };
  static const char * const other_texts[] = { "two", NULL };
  g_autoptr (TalksText) a = talks_text_new_tagged (langs, texts);
  g_autoptr (TalksText) same = talks_text_new_tagged (langs, texts);
  g_autoptr (TalksText) other_lang = talks_text_new_tagged (other_langs, texts);
  g_autoptr (TalksText) other_text = talks_text_new_tagged (langs, other_texts);
  g_autoptr (TalksText) plain = talks_text_new_plain ("one");

  g_assert_true (talks_text_equal (a, a));
  g_assert_true (talks_text_equal (a, same));
  g_assert_true (talks_text_equal (NULL, NULL));
  g_assert_false (talks_text_equal (a, NULL));
  g_assert_false (talks_text_equal (NULL, a));
  g_assert_false (talks_text_equal (a, other_lang));
  g_assert_false (talks_text_equal (a, other_text));
  g_assert_false (talks_text_equal (a, plain));
}

static void
test_boxed (void)
{
  TalksText *text = talks_text_new_plain ("one");
  TalksText *copy = g_boxed_copy (TALKS_TYPE_TEXT, text);

  g_assert_true (copy == text);
  talks_text_unref (text);
  g_assert_cmpstr (talks_text_get (copy, NULL), ==, "one");
  g_boxed_free (TALKS_TYPE_TEXT, copy);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/plain", test_plain);
  g_test_add_func ("/text/absent", test_absent);
  g_test_add_func ("/text/lookup", test_lookup);
  g_test_add_func ("/text/nearest", test_nearest);
  g_test_add_func ("/text/languages", test_languages);
  g_test_add_func ("/text/twice", test_twice);
  g_test_add_func ("/text/equal", test_equal);
  g_test_add_func ("/text/boxed", test_boxed);

  return g_test_run ();
}
