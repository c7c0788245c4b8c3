/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-date-entry.h"
#include "talks-date-words.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

static TalksDay
get_today (void)
{
  return talks_day_from_civil (2025, 5, 16);
}

/* "2022-04-03 | 2022-03-04" */
static char *
candidates_to_text (const TalksDateEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entry->candidates->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "",
                            talks_date_get_text (g_ptr_array_index (entry->candidates, i)));

  return g_string_free (text, FALSE);
}

static void
check_invariants (const TalksDateEntry *entry)
{
  g_assert_nonnull (entry->candidates);
  if (entry->candidates->len > 0)
    g_assert_null (entry->problem);
  if (entry->problem != NULL)
    {
      g_assert_true (g_utf8_validate (entry->problem, -1, NULL));
      g_assert_cmpint (strlen (entry->problem), >, 0);
    }
  g_assert_true ((talks_date_entry_get_date (entry) != NULL) == (entry->candidates->len == 1));
}

static void
check_means (const char *text,
             const char *edtf)
{
  g_autoptr (TalksDateEntry) entry = talks_date_entry_parse (text, get_today ());
  g_autofree char *got = candidates_to_text (entry);

  check_invariants (entry);
  if (strcmp (got, edtf) != 0)
    g_error ("“%s” should mean %s, not “%s” (%s)", text, edtf, got, entry->problem);
}

static void
check_problem (const char *text,
               const char *words)
{
  g_autoptr (TalksDateEntry) entry = talks_date_entry_parse (text, get_today ());

  check_invariants (entry);
  if (entry->problem == NULL ? *words != '\0' || entry->candidates->len > 0 : strstr (entry->problem, words) == NULL)
    g_error ("“%s” should be refused with “%s”, not “%s”", text, words, entry->problem);
}

/* The table of cases. */
static void
test_cases (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "date-entry-cases.tsv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      char *tab = strrchr (*line, '\t');

      if (**line == '#' || tab == NULL)
        continue;
      *tab = '\0';
      if (tab[1] == '!')
        check_problem (*line, tab + 2);
      else
        check_means (*line, tab + 1);
      n++;
    }
  g_assert_cmpint (n, >=, 500);
}

/* Nothing is no problem, too much is one. */
static void
test_limits (void)
{
  static const char * const nothing[] = { "", " ", "\t", "\n", "  \n " };
  g_autofree char *spaces = g_strnfill (TALKS_DATE_ENTRY_MAX_LENGTH, ' ');
  g_autofree char *long_text = g_strnfill (TALKS_DATE_ENTRY_MAX_LENGTH - 4, ' ');
  g_autofree char *just = g_strconcat (long_text, "2022", NULL);
  g_autofree char *over = g_strconcat (" ", just, NULL);
  g_autofree char *huge = g_strnfill (1000000, '1');
  GString *wide = g_string_new (NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (TalksDateEntry) entry = talks_date_entry_parse (nothing[i], get_today ());

      g_assert_cmpint (entry->candidates->len, ==, 0);
      g_assert_null (entry->problem);
    }
  check_problem (spaces, "");
  check_means (just, "2022");
  check_problem (over, "at most 200 characters");
  check_problem (huge, "at most 200 characters");
  check_problem ("\xff", "not UTF-8");
  check_problem ("15 \xd0 2022", "not UTF-8");

  /* Characters count, not bytes. */
  for (int i = 0; i < TALKS_DATE_ENTRY_MAX_LENGTH; i++)
    g_string_append (wide, "ї");
  check_problem (wide->str, "is not understood");
  g_string_free (wide, TRUE);
}

/* Spaces, hyphens and letters that look alike, or are written in several ways. */
static void
test_characters (void)
{
  check_means ("15\302\240April\302\2402022", "2022-04-15");        /* no-break space */
  check_means ("15\342\200\257квітня\342\200\2572022", "2022-04-15"); /* narrow no-break space */
  check_means ("14\342\200\22117 March 2022", "2022-03-14/2022-03-17"); /* non-breaking hyphen */
  check_means ("14\342\200\22417 March 2022", "2022-03-14/2022-03-17"); /* em dash */
  check_means ("14\342\210\22217 March 2022", "2022-03-14/2022-03-17"); /* minus */
  check_means ("п\312\274ятниця, 16 травня 2025", "2025-05-16");       /* modifier apostrophe */
  check_means ("16 мая\302\255 2025", "2025-05-16");                   /* soft hyphen */
  check_means ("1 травня 2025\342\200\213", "2025-05-01");           /* zero-width space */
  check_means ("\357\274\222\357\274\220\357\274\222\357\274\222", "2022"); /* full-width digits */
  check_means ("15 апреля 2022 \320\263\342\200\244", "2022-04-15");  /* one dot leader */
}

static char *
random_day_in_words (int day,
                     int month,
                     int year,
                     int style)
{
  static const char * const english[] = { "January", "February", "March", "April", "May", "June", "July", "August",
                                          "September", "October", "November", "December" };
  static const char * const ukrainian[] = { "січня", "лютого", "березня", "квітня", "травня", "червня", "липня",
                                            "серпня", "вересня", "жовтня", "листопада", "грудня" };
  static const char * const russian[] = { "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
                                          "сентября", "октября", "ноября", "декабря" };
  const char *names[] = { english[month - 1], ukrainian[month - 1], russian[month - 1] };
  g_autofree char *upper = g_utf8_strup (names[style % 3], -1);
  g_autofree char *first = g_utf8_substring (english[month - 1], 0, 3);

  switch (style / 3)
    {
    case 0:
      return g_strdup_printf ("%d %s %d", day, names[style % 3], year);
    case 1:
      return g_strdup_printf ("%02d %s, %d", day, upper, year);
    case 2:
      return g_strdup_printf ("%s %d, %d", names[style % 3], day, year);
    case 3:
      return style == 9 ? g_strdup_printf ("%dth of %s %d", day, first, year)
             : style == 10 ? g_strdup_printf ("%d-го %s %d року", day, names[1], year)
                           : g_strdup_printf ("%d-го %s %dг.", day, names[2], year);
    case 4:
      return g_strdup_printf (style == 12 ? "%02d.%02d.%d" : style == 13 ? "%d.%d.%d р." : "%d.%d.%d г.", day, month,
                              year);
    case 5:
      return g_strdup_printf (style == 15 ? "%d/%d/%d" : style == 16 ? "%d.%02d.%02d" : "%d-%d-%d", year, month, day);
    default:
      return g_strdup_printf ("%d %s %d", year, names[style % 3], day);
    }
}

static void
test_random_days (void)
{
  for (int i = 0; i < 300; i++)
    {
      TalksDay day = g_test_rand_int_range (-300000, 300000);
      g_autofree char *edtf = talks_day_to_iso (day);
      int64_t year;
      int month;
      int day_of_month;

      talks_day_to_civil (day, &year, &month, &day_of_month);
      for (int style = 0; style < 21; style++)
        {
          g_autofree char *text = random_day_in_words (day_of_month, month, year, style);

          check_means (text, edtf);
        }
      if (day_of_month <= 12 && day_of_month != month)
        {
          g_autofree char *text = g_strdup_printf ("%d/%d/%d", day_of_month, month, (int) year);
          g_autofree char *both = g_strdup_printf ("%04d-%02d-%02d | %04d-%02d-%02d", (int) year, month, day_of_month,
                                                   (int) year, day_of_month, month);

          check_means (text, both);
        }
    }
}

static char *
random_date (void)
{
  static const char * const qualifiers[] = { "", "~", "?", "%" };
  TalksDay day = g_test_rand_int_range (-200000, 200000);
  g_autofree char *from = talks_day_to_iso (day);
  g_autofree char *to = talks_day_to_iso (day + g_test_rand_int_range (1, 800));
  const char *qualifier = qualifiers[g_test_rand_int_range (0, 4)];
  int precision = g_test_rand_int_range (0, 3);

  /* "2022-03-29", "2022-03", "2022". */
  from[precision == 0 ? 10 : precision == 1 ? 7 : 4] = '\0';
  to[precision == 0 ? 10 : precision == 1 ? 7 : 4] = '\0';
  switch (strcmp (from, to) == 0 ? 0 : g_test_rand_int_range (0, 7))
    {
    case 1:
      return g_strdup_printf ("%s%s/%s%s", from, qualifier, to, qualifier);
    case 2:
      return g_strdup_printf ("%s%s/..", from, qualifier);
    case 3:
      return g_strdup_printf ("%s%s/", from, qualifier);
    case 4:
      return g_strdup_printf ("../%s%s", from, qualifier);
    case 5:
      return g_strdup_printf ("[%s,%s]", from, to);
    case 6:
      return g_strdup_printf ("{%s,%s}", from, to);
    default:
      return g_strconcat (from, qualifier, NULL);
    }
}

static void
check_round_trip (const char *edtf)
{
  g_autoptr (TalksDate) date = talks_date_parse (edtf, NULL);
  g_autofree char *words = NULL;

  g_assert_nonnull (date);
  words = talks_date_to_words (date, TALKS_DATE_STYLE_FULL);
  check_means (words, edtf);
}

/* What Talks says in words, Talks understands. */
static void
test_round_trip (void)
{
  static const char * const fixed[] = {
    "199X", "19XX", "-04XX", "2022-21", "2022-24", "2022-25", "2022-32", "2022-33", "2022-36", "2022-37", "2022-39",
    "2022-40", "2022-41", "2022-04-XX", "2022-XX", "2022-XX-XX", "XXXX", "XXXX-12-25", "-0043", "-0043-03-15", "0044",
    "0044-03", "Y-11999", "-0499/-0400", "-0026/0014", "[2022-03-16,2022-03-17]", "[1984..]", "[..1984]",
    "{2022-03-16..2022-03-18,2022-03-20}", "[1667,1668,1670..1672]", "{1960~,1961-12}",
    "[2022-03-03?,2022-03-05?]", "2004-06-01~/2004-07?", "/2022-05", "2022-21/2022-23", "2022-33/2022-35",
  };

  for (size_t i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      /* The words for centuries are "some time in 1900–1999", which says less than they do. */
      if (strstr (fixed[i], "XX") == NULL || strlen (fixed[i]) > 5 || strcmp (fixed[i], "XXXX") == 0)
        check_round_trip (fixed[i]);
    }
  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *edtf = random_date ();

      check_round_trip (edtf);
    }
}

/* Random words and signs in a row: never more than a problem. */
static void
test_anything (void)
{
  static const char * const pieces[] = {
    "15", "2022", "4", "44", "123456789012345", "0", "00", "April", "квітня", "мая", "spring", "зима", "Q2", "II", "і",
    "первая", "половина", "last", "half", "century", "ст.", "BC", "до н. е.", "about", "?", "~", "%", "mid-", "кінець",
    "from", "to", "until", "до", "after", "before", "between", "and", "or", "або", "one of", "both", ",", "-", "–", "/",
    ".", "..", "(", ")", "1990s", "1800s", "90-х", "20th", "XX", "today", "this month", "last year", "present",
    "end unknown", "start open", "day unknown", "unknown year", "or later", "не раніше", "Friday", "inclusive",
    "northern hemisphere", "first four months", "decade", ":", "start:", "13:35", "'", "\xff", "\xe2\x80",
  };

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int n = g_test_rand_int_range (1, 9);

      for (int j = 0; j < n; j++)
        g_string_append_printf (text, "%s%s", pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))],
                                g_test_rand_int_range (0, 4) > 0 ? " " : "");
      {
        g_autoptr (TalksDateEntry) entry = talks_date_entry_parse (text->str, get_today ());

        check_invariants (entry);
        for (guint k = 0; k < entry->candidates->len; k++)
          {
            g_autofree char *words = talks_date_to_words (g_ptr_array_index (entry->candidates, k),
                                                          TALKS_DATE_STYLE_FULL);

            g_assert_cmpint (strlen (words), >, 0);
          }
      }
    }
  for (int i = 0; i < 5000; i++)
    {
      char bytes[40];

      for (size_t j = 0; j < sizeof bytes - 1; j++)
        bytes[j] = g_test_rand_int_range (1, 256);
      bytes[g_test_rand_int_range (0, sizeof bytes)] = '\0';
      bytes[sizeof bytes - 1] = '\0';
      {
        g_autoptr (TalksDateEntry) entry = talks_date_entry_parse (bytes, get_today ());

        check_invariants (entry);
      }
    }
}

/* Of today, near and far. */
static void
test_today (void)
{
  TalksDay days[] = {
    talks_day_from_civil (2025, 5, 16), talks_day_from_civil (2024, 3, 1), talks_day_from_civil (1, 1, 1),
    talks_day_from_civil (-43, 3, 15), talks_day_from_civil (2025, 12, 31),
  };

  for (size_t i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (TalksDateEntry) entry = talks_date_entry_parse ("yesterday", days[i]);

      g_assert_nonnull (talks_date_entry_get_date (entry));
      g_assert_cmpint (talks_date_get_earliest (talks_date_entry_get_date (entry)), ==, days[i] - 1);
    }
}

/* The words of the Ukrainian catalogue, where this build has made it. */
static void
test_ukrainian_catalogue (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);

  if (setlocale (LC_ALL, "C.UTF-8") == NULL && setlocale (LC_ALL, "en_US.UTF-8") == NULL)
    {
      g_test_skip ("No UTF-8 locale");
      return;
    }
  g_setenv ("LANGUAGE", "uk", TRUE);
  bindtextdomain ("talks", folder);
  bind_textdomain_codeset ("talks", "UTF-8");
  if (strcmp (g_dpgettext2 ("talks", "weekday", "Friday"), "Friday") == 0)
    {
      g_test_skip ("No Ukrainian catalogue, or a locale without translations");
      return;
    }
  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *edtf = random_date ();

      check_round_trip (edtf);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_unsetenv ("LANGUAGE");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-entry/cases", test_cases);
  g_test_add_func ("/date-entry/limits", test_limits);
  g_test_add_func ("/date-entry/characters", test_characters);
  g_test_add_func ("/date-entry/random-days", test_random_days);
  g_test_add_func ("/date-entry/round-trip", test_round_trip);
  g_test_add_func ("/date-entry/anything", test_anything);
  g_test_add_func ("/date-entry/today", test_today);
  /* Last: it changes the language of the process. */
  g_test_add_func ("/date-entry/ukrainian-catalogue", test_ukrainian_catalogue);

  return g_test_run ();
}
