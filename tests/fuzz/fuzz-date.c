/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A date keeps its text, bounds two days in their order, and can be said in words. */

#include "fuzz.h"
#include "talks-date-words.h"

#include <string.h>

static void
check_words (const TalksDate *date)
{
  static const TalksDateStyle styles[] = { TALKS_DATE_STYLE_SHORT, TALKS_DATE_STYLE_FULL };

  for (size_t i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *words = talks_date_to_words (date, styles[i]);

      g_assert_nonnull (words);
      g_assert_cmpstr (words, !=, "");
      g_assert_true (g_utf8_validate (words, -1, NULL));
      g_assert_null (strchr (words, '\n'));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksDate) date = talks_date_parse (text, &error);
  g_autoptr (TalksDate) again = NULL;

  if (date == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (talks_date_get_text (date), ==, text);
  g_assert_cmpint (talks_date_get_earliest (date), <=, talks_date_get_latest (date));
  g_assert_cmpint (talks_date_get_level (date), >=, 0);
  g_assert_cmpint (talks_date_get_level (date), <=, 2);
  if (talks_date_is_day (date))
    g_assert_cmpint (talks_date_get_earliest (date), ==, talks_date_get_latest (date));
  check_words (date);
  again = talks_date_parse (talks_date_get_text (date), NULL);
  g_assert_nonnull (again);
  g_assert_cmpint (talks_date_compare (date, again), ==, 0);
  return 0;
}
