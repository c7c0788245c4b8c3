/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for any date and any text, over random ones; --seed repeats a run. */

#include "talks-date-words.h"
#include "talks-error.h"
#include "talks-span.h"

#include <string.h>

static gboolean
fits (const char *pattern,
      const char *number)
{
  for (; *pattern != '\0'; pattern++, number++)
    {
      if (*pattern != 'X' && *pattern != *number)
        return FALSE;
    }

  return TRUE;
}

/* The bounds by trying every day of the 100 years that the pattern can mean. */
static gboolean
try_every_day (const char *pattern,
               TalksDay   *earliest,
               TalksDay   *latest)
{
  gboolean is_negative = *pattern == '-';
  gboolean found = FALSE;

  for (int n = 2000; n < 2100; n++)
    {
      int year = is_negative ? -n : n;

      for (int month = 1; month <= 12; month++)
        {
          for (int day = 1; day <= talks_days_in_month (year, month); day++)
            {
              TalksDay number = talks_day_from_civil (year, month, day);
              char text[32];

              g_snprintf (text, sizeof text, "%s%04d-%02d-%02d", is_negative ? "-" : "", n, month, day);
              if (!fits (pattern, text))
                continue;
              *earliest = found ? MIN (*earliest, number) : number;
              *latest = found ? MAX (*latest, number) : number;
              found = TRUE;
            }
        }
    }

  return found;
}

static char
random_digit (const char *choice)
{
  return choice[g_test_rand_int_range (0, strlen (choice))];
}

static void
test_unspecified_against_every_day (void)
{
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (TalksDate) date = NULL;
      TalksDay earliest = 0;
      TalksDay latest = 0;

      text = g_strdup_printf ("%s20%c%c-%c%c-%c%c", g_test_rand_bit () ? "-" : "",
                              random_digit ("0123456789XXXXX"), random_digit ("0123456789XXXXX"),
                              random_digit ("01XX"), random_digit ("012XX"),
                              random_digit ("0123XX"), random_digit ("0123456789XXXX"));
      date = talks_date_parse (text, NULL);
      g_test_message ("%s", text);
      if (!try_every_day (text, &earliest, &latest))
        {
          g_assert_null (date);
          continue;
        }
      g_assert_nonnull (date);
      g_assert_cmpint (talks_date_get_earliest (date), ==, earliest);
      g_assert_cmpint (talks_date_get_latest (date), ==, latest);
    }
}

static void
check_anything (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksDate) date = talks_date_parse (text, &error);
  g_autoptr (TalksDate) again = NULL;

  if (date == NULL)
    {
      g_assert_error (error, TALKS_ERROR, TALKS_ERROR_DATE);
      g_assert_cmpint (strlen (error->message), >, 0);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpstr (talks_date_get_text (date), ==, text);
  g_assert_cmpint (talks_date_get_earliest (date), <=, talks_date_get_latest (date));
  g_assert_cmpint (talks_date_get_level (date), >=, 0);
  g_assert_cmpint (talks_date_get_level (date), <=, 2);
  g_assert_false (talks_span_is_empty (talks_span_from_date (date)));

  again = talks_date_parse (talks_date_get_text (date), NULL);
  g_assert_nonnull (again);
  g_assert_cmpint (talks_date_compare (date, again), ==, 0);
  g_assert_cmpint (talks_date_get_flags (date), ==, talks_date_get_flags (again));

  for (int style = TALKS_DATE_STYLE_SHORT; style <= TALKS_DATE_STYLE_FULL; style++)
    {
      g_autofree char *words = talks_date_to_words (date, style);

      g_assert_cmpint (strlen (words), >, 0);
      g_assert_true (g_utf8_validate (words, -1, NULL));
    }
}

static void
test_random_texts (void)
{
  static const char * const pieces[] = {
    "1985", "2022", "0000", "-0044", "19XX", "X", "-", "-", "-", "04", "12", "21", "33", "XX", "1X",
    "/", "..", "[", "]", "{", "}", ",", " ", "?", "~", "%", "Y", "E", "S", "3", "17", "T10:00:00", "Z",
    "+03:00", "é", "\xff", "\n", "%s%n", "99999999999999999999",
  };

  for (int i = 0; i < 100000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int n = g_test_rand_int_range (1, 12); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      check_anything (text->str);
    }
}

/* Every case of the list with a byte changed, left out or doubled. */
static void
test_changed_cases (void)
{
  static const char bytes[] = "0123456789XYESTZ-+:./?~%[]{}, \xc3\x80q";
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "edtf-cases.tsv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    {
      size_t len = strcspn (lines[i], "\t");

      if (*lines[i] == '#' || len == 0)
        continue;
      for (int n = 0; n < 40; n++)
        {
          g_autoptr (GString) text = g_string_new_len (lines[i], len);
          size_t at = g_test_rand_int_range (0, len);
          char byte = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];

          if (n % 3 == 0)
            text->str[at] = byte;
          else if (n % 3 == 1)
            g_string_erase (text, at, 1);
          else
            g_string_insert_c (text, at, byte);
          check_anything (text->str);
        }
    }
}

/* Time grows with the length of the text and no faster: ten times as many members take much less than
 * a hundred times as long. The longest text is a million bytes. */
static void
test_long_sets (void)
{
  static const char * const members[] = {
    "2022-03-31", "-X000-01-01", "XXXX-02-29", "-XX00-02-29", "-X000-28", "2022..2023", "?2022~-%03?-~01", "1950S2",
  };

  for (size_t i = 0; i < G_N_ELEMENTS (members); i++)
    {
      double seconds[2];

      for (int j = 0; j < 2; j++)
        {
          int n = j == 0 ? 10000 : 100000;
          g_autoptr (GString) text = g_string_new ("{");
          g_autoptr (TalksDate) date = NULL;

          for (int k = 0; k < n; k++)
            g_string_append_printf (text, "%s%s", k == 0 ? "" : ",", members[i]);
          g_string_append_c (text, '}');
          g_test_timer_start ();
          date = talks_date_parse (text->str, NULL);
          seconds[j] = g_test_timer_elapsed ();
          g_assert_nonnull (date);
          g_assert_cmpint (talks_date_get_earliest (date), <=, talks_date_get_latest (date));
        }
      g_test_message ("%s: %.3f s, %.3f s", members[i], seconds[0], seconds[1]);
      g_assert_cmpfloat (seconds[1], <, 2.0 + 50 * seconds[0]);
    }
}

static void
test_long_garbage (void)
{
  static const char * const pieces[] = {
    "1", "X", "-", "/", ".", ",", "[", " ", "?", "é", "\xff", "\xcc\x81", "Y1E", "1985..", "T10:00:00",
  };
  static const char * const heads[] = { "", "1985-", "[1985,", "Y1", "1950S1", "1985-04-12T" };

  for (size_t i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      for (size_t j = 0; j < G_N_ELEMENTS (heads); j++)
        {
          g_autoptr (GString) text = g_string_new (heads[j]);

          while (text->len < 1000000)
            g_string_append (text, pieces[i]);
          check_anything (text->str);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-random/unspecified", test_unspecified_against_every_day);
  g_test_add_func ("/date-random/texts", test_random_texts);
  g_test_add_func ("/date-random/changed-cases", test_changed_cases);
  g_test_add_func ("/date-random/long-sets", test_long_sets);
  g_test_add_func ("/date-random/long-garbage", test_long_garbage);

  return g_test_run ();
}
