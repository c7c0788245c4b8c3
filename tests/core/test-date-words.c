/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-date-words.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words[4]; /* short, medium, long, full */
  } cases[] = {
    { "2025-05-16", { "16 May", "16 May 2025", "Friday, 16 May 2025", "16 May 2025" } },
    { "2022-02", { "Feb 2022", "February 2022", "February 2022", "February 2022" } },
    { "2022", { "2022", "2022", "2022", "2022" } },
    { "2022-04-15~", { "15 Apr", "15 April 2022", "15 April 2022", "about 15 April 2022" } },
    { "2022-03?", { "Mar 2022", "March 2022", "March 2022", "perhaps March 2022" } },
    { "1984%", { "1984", "1984", "1984", "perhaps about 1984" } },
    { "2022-03-14/2022-03-17",
      { "14–17 Mar", "14–17 March 2022", "14–17 March 2022", "14–17 March 2022" } },
    { "2022-03-28/2022-04-02",
      { "28 Mar – 2 Apr", "28 March – 2 April 2022", "28 March – 2 April 2022",
        "28 March – 2 April 2022" } },
    { "2021-12-28/2022-01-02",
      { "28 Dec 2021 – 2 Jan 2022", "28 December 2021 – 2 January 2022",
        "28 December 2021 – 2 January 2022", "28 December 2021 – 2 January 2022" } },
    { "2022-03/2022-04",
      { "Mar–Apr 2022", "March–April 2022", "March–April 2022", "March–April 2022" } },
    { "2025-05-12/..",
      { "from 12 May", "from 12 May 2025", "from 12 May 2025", "from 12 May 2025, end open" } },
    { "199X", { "1990s", "1990s", "1990s", "some time in the 1990s" } },
    { "2022-21", { "spring 2022", "spring 2022", "spring 2022", "spring 2022" } },
    { "[2022-03-16,2022-03-17]",
      { "16 or 17 Mar", "16 or 17 March 2022", "16 or 17 March 2022",
        "one of 16 or 17 March 2022" } },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksDate) date = talks_date_parse (cases[i].text, NULL);

      g_assert_nonnull (date);
      for (int style = TALKS_DATE_STYLE_SHORT; style <= TALKS_DATE_STYLE_FULL; style++)
        {
          g_autofree char *words = talks_date_to_words (date, style);

          g_assert_cmpstr (words, ==, cases[i].words[style]);
        }
    }
}

static void
test_full_words (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    /* Years */
    { "-0044-03-15", "15 March 45 BCE" },
    { "0000", "1 BCE" },
    { "0044", "44 CE" },
    { "Y-17E7", "170000001 BCE" },
    { "-0500/1500", "501 BCE–1500" },
    { "-0431/-0404", "432–405 BCE" },
    { "1964/2008", "1964–2008" },
    { "1648/1648", "1648" },
    { "1950S2", "about 1950, some year in 1900–1999" },
    { "1950S2~", "about 1950, some year in 1900–1999" },
    { "1950S4", "1950" },
    /* Parts of the year */
    { "2022-24", "winter 2022–2023" },
    { "2022-25", "spring 2022 (northern hemisphere)" },
    { "2022-29", "spring 2022 (southern hemisphere)" },
    { "2022-30", "summer 2022–2023 (southern hemisphere)" },
    { "2022-32", "winter 2022 (southern hemisphere)" },
    { "2022-33", "first quarter of 2022" },
    { "2022-34", "second quarter of 2022" },
    { "2022-35", "third quarter of 2022" },
    { "2022-36", "last quarter of 2022" },
    { "2022-37", "first four months of 2022" },
    { "2022-38", "middle four months of 2022" },
    { "2022-39", "last four months of 2022" },
    { "2022-40", "first half of 2022" },
    { "2022-41", "second half of 2022" },
    { "2022-23~", "about autumn 2022" },
    { "2022~-22", "summer 2022 (approximate: year)" },
    { "2022-?22", "summer 2022 (uncertain: part of the year)" },
    { "201X-21", "spring 2010–2019, year not specified" },
    /* Doubts */
    { "2004-06~-11", "11 June 2004 (approximate: year and month)" },
    { "2004-06-?11", "11 June 2004 (uncertain: day)" },
    { "2004-%06-11", "11 June 2004 (approximate: month) (uncertain: month)" },
    { "?2004-06-~11", "11 June 2004 (approximate: day) (uncertain: year)" },
    { "~2004-06-~11", "11 June 2004 (approximate: year and day)" },
    { "2004-~06-~11", "11 June 2004 (approximate: month and day)" },
    { "~2004-~06-~11", "about 11 June 2004" },
    /* Digits not specified */
    { "19XX", "some time in 1900–1999" },
    { "004X", "some time in 40–49 CE" },
    { "-04XX", "some time in 500–401 BCE" },
    { "-000X", "some time in 10–2 BCE" },
    { "XXXX", "some unknown year" },
    { "XXXX-XX-XX", "some unknown year" },
    { "XXXX-12-25", "25 December of some unknown year" },
    { "156X-12-25", "25 December of some year in 1560–1569" },
    { "156X-12", "December of some year in 1560–1569" },
    { "156X-XX", "some time in the 1560s" },
    { "2004-XX", "some month in 2004" },
    { "2004-XX-XX", "some day in 2004" },
    { "2004-06-XX", "some day in June 2004" },
    { "2004-XX-25", "day 25 of some month in 2004" },
    { "1984-1X", "some time in October–December 1984" },
    { "1984-X0", "some time in October 1984" },
    { "1984-X0-24", "24 October 1984" },
    { "2000-02-2X", "some time in 20–29 February 2000" },
    { "1X4X", "some time in 1040–1949" },
    /* Time of day */
    { "1985-04-12T23:20:30", "12 April 1985, 23:20:30" },
    { "1985-04-12T23:20:00Z", "12 April 1985, 23:20 UTC" },
    { "1985-04-12T23:20:30-04", "12 April 1985, 23:20:30 UTC-04:00" },
    { "1985-04-12T23:20:30+05:45", "12 April 1985, 23:20:30 UTC+05:45" },
    /* Intervals */
    { "../2022-05", "until May 2022, start open" },
    { "/2022-05", "until May 2022, start unknown" },
    { "2022-05~/", "from about May 2022, end unknown" },
    { "../..", "start and end open" },
    { "../", "start open, end unknown" },
    { "/..", "start unknown, end open" },
    { "2004-06-01~/2004-07?", "from about 1 June 2004 to perhaps July 2004" },
    { "2004-06-11/2004-07", "11 June 2004 – July 2004" },
    { "2022-03-16/2022-03-16", "16 March 2022" },
    /* Sets */
    { "[1667,1668,1670..1672]", "one of 1667, 1668 or 1670–1672" },
    { "{1667,1668,1670..1672}", "1667, 1668 and 1670–1672" },
    { "{2022-03-16..2022-03-18,2022-03-20}", "16–18 and 20 March 2022" },
    { "[2022-03-16]", "16 March 2022" },
    { "[..1984]", "1984 or earlier" },
    { "[1984..]", "1984 or later" },
    { "{..1984}", "all until 1984" },
    { "{1984..}", "all from 1984 on" },
    { "{1960~,1961-12}", "about 1960 and December 1961" },
    { "[2022-03-16,2022-04-17]", "one of 16 March 2022 or 17 April 2022" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksDate) date = talks_date_parse (cases[i].text, NULL);
      g_autofree char *words = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (date);
      words = talks_date_to_words (date, TALKS_DATE_STYLE_FULL);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_day (void)
{
  static const char * const words[] = {
    "16 May", "16 May 2025", "Friday, 16 May 2025", "16 May 2025",
  };
  g_autofree char *no_start = talks_day_to_words (TALKS_DAY_MIN, TALKS_DATE_STYLE_LONG);
  g_autofree char *no_end = talks_day_to_words (TALKS_DAY_MAX, TALKS_DATE_STYLE_LONG);

  for (int style = TALKS_DATE_STYLE_SHORT; style <= TALKS_DATE_STYLE_FULL; style++)
    {
      g_autofree char *got = talks_day_to_words (talks_day_from_civil (2025, 5, 16), style);

      g_assert_cmpstr (got, ==, words[style]);
    }
  g_assert_cmpstr (no_start, ==, "no start");
  g_assert_cmpstr (no_end, ==, "no end");
}

static void
test_lengths (void)
{
  static const struct
  {
    int64_t     days;
    const char *words;
  } cases[] = {
    { 0, "0 days" },
    { 1, "1 day" },
    { 12, "12 days" },
    { 60, "60 days" },
    { 61, "2 months" },
    { 92, "3 months" },
    { 334, "11 months" },
    { 365, "1 year" },
    { 366, "1 year" },
    { 396, "1 year 1 month" },
    { 997, "2 years 9 months" },
    { 3653, "10 years" },
    { 36525, "100 years" },
    { 146097, "400 years" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = talks_days_length_to_words (cases[i].days);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Another language: a catalogue made here, so that the test needs none installed. */

typedef struct
{
  const char *id;
  const char *text;
  size_t      id_size; /* without the last NUL; plural forms have a NUL between them */
  size_t      text_size;
} Message;

#define MESSAGE(id, text) { id, text, sizeof id - 1, sizeof text - 1 }

/* In the order of their ids, as gettext needs them. */
static const Message russian[] = {
  MESSAGE ("", "Content-Type: text/plain; charset=UTF-8\n"
               "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
               "(n%100<10 || n%100>=20) ? 1 : 2);\n"),
  MESSAGE ("%lu day\0%lu days", "%lu день\0%lu дня\0%lu дней"),
  MESSAGE ("day, month and year\004%1$s %2$s %3$s", "%1$s %2$s %3$s года"),
  MESSAGE ("month alone\004May", "май"),
  MESSAGE ("month in a date\004May", "мая"),
  MESSAGE ("weekday\004Friday", "пятница"),
  MESSAGE ("weekday and date\004%1$s, %2$s", "%2$s, %1$s"),
};

/* The format of GNU .mo files: a head, two tables of length and offset, the strings. */
static void
write_catalogue (const char *path)
{
  const guint32 n = G_N_ELEMENTS (russian);
  const guint32 tables_end = 28 + 16 * n;
  guint32 head[7] = { 0x950412de, 0, n, 28, 28 + 8 * n, 0, tables_end };
  g_autoptr (GByteArray) tables = g_byte_array_new ();
  g_autoptr (GByteArray) strings = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  g_byte_array_append (tables, (const guint8 *) head, sizeof head);
  for (int is_text = 0; is_text <= 1; is_text++)
    {
      for (guint32 i = 0; i < n; i++)
        {
          const char *string = is_text ? russian[i].text : russian[i].id;
          guint32 entry[2];

          entry[0] = is_text ? russian[i].text_size : russian[i].id_size;
          entry[1] = tables_end + strings->len;
          g_byte_array_append (tables, (const guint8 *) entry, sizeof entry);
          g_byte_array_append (strings, (const guint8 *) string, entry[0] + 1);
        }
    }
  g_byte_array_append (tables, strings->data, strings->len);
  g_file_set_contents (path, (const char *) tables->data, tables->len, &error);
  g_assert_no_error (error);
}

static void
assert_words (const char     *text,
              TalksDateStyle  style,
              const char     *expected)
{
  g_autoptr (TalksDate) date = talks_date_parse (text, NULL);
  g_autofree char *words = talks_date_to_words (date, style);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_translated (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *messages = NULL;
  g_autofree char *path = NULL;
  g_autofree char *days = NULL;

  if (setlocale (LC_ALL, "C.UTF-8") == NULL && setlocale (LC_ALL, "en_US.UTF-8") == NULL)
    {
      g_test_skip ("No UTF-8 locale");
      return;
    }

  folder = g_dir_make_tmp ("talks-words-XXXXXX", &error);
  g_assert_no_error (error);
  messages = g_build_filename (folder, "ru", "LC_MESSAGES", NULL);
  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  path = g_build_filename (messages, "talks.mo", NULL);
  write_catalogue (path);
  g_setenv ("LANGUAGE", "ru", TRUE);
  bindtextdomain ("talks", folder);
  bind_textdomain_codeset ("talks", "UTF-8");

  /* Newer C libraries translate nothing in C.UTF-8, whatever LANGUAGE says. */
  if (strcmp (g_dpgettext2 ("talks", "weekday", "Friday"), "Friday") == 0)
    g_test_skip ("This locale is not translated.");
  else
    {
      /* The month in the genitive beside a day, in the nominative without one. */
      assert_words ("2025-05-16", TALKS_DATE_STYLE_MEDIUM, "16 мая 2025 года");
      assert_words ("2025-05", TALKS_DATE_STYLE_MEDIUM, "май 2025");
      assert_words ("2025-05-14/2025-05-16", TALKS_DATE_STYLE_MEDIUM, "14–16 мая 2025 года");
      /* The order is the language's own. */
      assert_words ("2025-05-16", TALKS_DATE_STYLE_LONG, "16 мая 2025 года, пятница");
      days = talks_days_length_to_words (22);
      g_assert_cmpstr (days, ==, "22 дня");
    }

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (messages), ==, 0);
  g_clear_pointer (&messages, g_free);
  messages = g_build_filename (folder, "ru", NULL);
  g_assert_cmpint (g_rmdir (messages), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_unsetenv ("LANGUAGE");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-words/styles", test_words);
  g_test_add_func ("/date-words/full", test_full_words);
  g_test_add_func ("/date-words/day", test_day);
  g_test_add_func ("/date-words/lengths", test_lengths);
  /* Last: it changes the language of the process. */
  g_test_add_func ("/date-words/translated", test_translated);

  return g_test_run ();
}
