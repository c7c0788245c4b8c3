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
    /* What is doubtful makes no label longer. */
    { "1984-04-X1", { "1, 11 or 21 Apr", "1, 11 or 21 April 1984", "1, 11 or 21 April 1984",
                      "1, 11 or 21 April 1984" } },
    { "1984-X1", { "Jan–Nov 1984", "January–November 1984", "January–November 1984",
                   "January or November 1984" } },
    { "1984-1X-25",
      { "25 Oct – 25 Dec", "25 October – 25 December 1984", "25 October – 25 December 1984",
        "25 October, 25 November or 25 December 1984" } },
    { "[201X,202X]",
      { "2010s or 2020s", "2010s or 2020s", "2010s or 2020s", "some time in the 2010s or the 2020s" } },
    { "2001-34?", { "second quarter of 2001", "second quarter of 2001", "second quarter of 2001",
                    "perhaps the second quarter of 2001" } },
    { "../199X", { "until the 1990s", "until the 1990s", "until the 1990s",
                   "until some time in the 1990s, start open" } },
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
    { "Y-17E7", "170,000,001 BCE" },
    { "Y170000002", "170,000,002 CE" },
    { "Y170000002~", "about 170,000,002 CE" },
    { "Y-11999", "12000 BCE" },
    { "Y99999", "99999 CE" },
    { "Y100000", "100,000 CE" },
    { "-0500/1500", "501 BCE – 1500 CE" },
    { "-0044/0014", "45 BCE – 14 CE" },
    { "0985/1985", "985–1985 CE" },
    { "9000/Y12000", "9000–12000 CE" },
    { "-0431/-0404", "432–405 BCE" },
    { "1964/2008", "1964–2008" },
    { "1648/1648", "1648" },
    { "1950S2", "about 1950 (some year in 1900–1999)" },
    { "1950S2~", "about 1950 (some year in 1900–1999)" },
    { "1950S2?", "perhaps about 1950 (some year in 1900–1999)" },
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
    { "201X-21", "spring of some year in 2010–2019" },
    { "201X-24", "winter of some year in 2010–2019" },
    { "201X-26", "summer of some year in 2010–2019 (northern hemisphere)" },
    { "201X-33", "first quarter of some year in 2010–2019" },
    { "201X-41", "second half of some year in 2010–2019" },
    { "XXXX-21", "spring of some unknown year" },
    { "XXXX-39", "last four months of some unknown year" },
    { "2001-34%", "perhaps about the second quarter of 2001" },
    { "2001-34?", "perhaps the second quarter of 2001" },
    { "2001-?34", "second quarter of 2001 (uncertain: part of the year)" },
    /* Doubts */
    { "2004-06~-11", "11 June 2004 (approximate: year and month)" },
    { "2004-06-?11", "11 June 2004 (uncertain: day)" },
    { "2004-%06-11", "11 June 2004 (approximate and uncertain: month)" },
    { "2004-?06~-11", "11 June 2004 (approximate: year and month; uncertain: month)" },
    { "?2004-06-~11", "11 June 2004 (approximate: day; uncertain: year)" },
    { "~2004-~06-%11", "about 11 June 2004 (uncertain: day)" },
    { "~2004-06-~11", "11 June 2004 (approximate: year and day)" },
    { "2004-~06-~11", "11 June 2004 (approximate: month and day)" },
    { "~2004-~06-~11", "about 11 June 2004" },
    /* Digits not specified */
    { "19XX", "some time in 1900–1999" },
    { "004X", "some time in 40–49 CE" },
    { "-04XX", "some time in 500–401 BCE" },
    { "-000X", "some year in 10–2 BCE" },
    { "XXXX", "some unknown year" },
    { "XXXX-XX-XX", "some unknown year" },
    { "XXXX-12-25", "25 December of some unknown year" },
    { "156X-12-25", "25 December of some year in 1560–1569" },
    { "156X-12", "December of some year in 1560–1569" },
    { "156X-XX", "some time in the 1560s" },
    { "2004-XX", "some month in 2004" },
    { "2004-XX-XX", "some day in 2004" },
    { "2004-06-XX", "some day in June 2004" },
    { "2004-06-XX~", "some day in June 2004 (approximate)" },
    { "2004-XX%", "perhaps some month in 2004 (approximate)" },
    { "199X?", "perhaps some time in the 1990s" },
    { "XXXX-12-XX", "some day in December of some unknown year" },
    { "156X-12-XX", "some day in December of some year in 1560–1569" },
    { "XXXX-XX-25", "day 25 of some month, year unknown" },
    { "XXXX-1X", "some unknown year" },
    { "2004-XX-25", "day 25 of some month in 2004" },
    { "2004-XX-04", "day 4 of some month in 2004" },
    { "XXXX-XX-04", "day 4 of some month, year unknown" },
    { "156X-XX-25", "day 25 of some month in 1560–1569" },
    { "1984-1X", "some time in October–December 1984" },
    { "1984-1X-XX", "some day in October–December 1984" },
    { "1984-1X-25", "25 October, 25 November or 25 December 1984" },
    { "1984-0X-25", "some time in 25 January – 25 September 1984" },
    { "1984-X0", "October 1984" },
    { "1984-X5", "May 1984" },
    { "1984-X0-XX", "some day in October 1984" },
    { "1984-X1", "January or November 1984" },
    { "1984-X2-XX", "some day in February or December 1984" },
    { "1984-X1-30", "30 January or 30 November 1984" },
    { "1984-X2-30", "30 December 1984" },
    { "1984-04-X1", "1, 11 or 21 April 1984" },
    { "1984-05-X1", "1, 11, 21 or 31 May 1984" },
    { "1984-04-X1~", "1, 11 or 21 April 1984 (approximate)" },
    { "1984-05-3X", "30 or 31 May 1984" },
    { "1984-04-3X", "30 April 1984" },
    { "156X-1X", "some time in October 1560 – December 1569" },
    { "156X-1X-25", "some time in 25 October 1560 – 25 December 1569" },
    { "1984-X0-24", "24 October 1984" },
    { "2000-02-2X", "some time in 20–29 February 2000" },
    { "1X4X", "some year in 1040–1949" },
    { "19X5", "some year in 1905–1995" },
    { "19X5-XX", "some year in 1905–1995" },
    { "X985", "some year in 985–9985 CE" },
    { "-XXXX", "some year in 10000–2 BCE" },
    /* Time of day */
    { "1985-04-12T23:20:30", "12 April 1985, 23:20:30" },
    { "1985-04-12T23:20:00Z", "12 April 1985, 23:20 UTC" },
    { "1985-04-12T23:20:30-04", "12 April 1985, 23:20:30 UTC−04:00" },
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
    { "2022-04-11~/2022-04-20~", "about 11–20 April 2022" },
    { "2022-03-14?/2022-03-17?", "perhaps 14–17 March 2022" },
    { "1990%/1993%", "perhaps about 1990–1993" },
    { "2021-12-28~/2022-01-02~", "about 28 December 2021 – 2 January 2022" },
    { "1960~/1961", "from about 1960 to 1961" },
    { "2022-21~/2022-23~", "from about spring 2022 to about autumn 2022" },
    { "2022-04-XX?/2022-05-XX?",
      "from perhaps some day in April 2022 to perhaps some day in May 2022" },
    { "2022-03-16/2022-03-16", "16 March 2022" },
    { "2022-21/2022-23", "spring 2022 – autumn 2022" },
    { "2001-33/2001-35", "first quarter of 2001 – third quarter of 2001" },
    { "2001-33~/2001-35", "from about the first quarter of 2001 to the third quarter of 2001" },
    { "2001-34/", "from the second quarter of 2001, end unknown" },
    { "1950S2/1960", "from about 1950 (some year in 1900–1999) to 1960" },
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
    { "[2022-03..2022-05]", "one of March–May 2022" },
    { "[2022-03-03?,2022-03-05?]", "perhaps one of 3 or 5 March 2022" },
    { "[2022-03-03?,2022-03-05]", "one of perhaps 3 March 2022 or 5 March 2022" },
    { "[2022-03-03~,2022-03-05~]", "one of about 3 March 2022 or about 5 March 2022" },
    { "[..1984,1990]", "1984 or earlier, or 1990" },
    { "{1984,1990..}", "1984, and all from 1990 on" },
    { "[..2022-03-29~]", "about 29 March 2022 or earlier" },
    { "[1985..1985]", "1985" },
    { "[1985..1985,1990]", "one of 1985 or 1990" },
    { "[2001-21..2001-23]", "one of spring 2001 – autumn 2001" },
    { "[2001-21~..2001-23,2010]", "one of about spring 2001 to autumn 2001 or 2010" },
    { "[2001-33,2001-34]", "one of the first quarter of 2001 or the second quarter of 2001" },
    { "[1950S2,1960]", "one of about 1950 (some year in 1900–1999) or 1960" },
    { "[201X,202X]", "some time in the 2010s or the 2020s" },
    { "[18XX,19XX]", "some time in 1800–1899 or 1900–1999" },
    { "{201X,202X}", "some time in the 2010s and some time in the 2020s" },
    { "[201X,202X~]", "one of some time in the 2010s or some time in the 2020s (approximate)" },
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

/* A set of n years from 1001, every second one. */
static char *
long_set (int         n,
          const char *before,
          const char *after)
{
  GString *text = g_string_new (before);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? "," : "", 1001 + 2 * (i % 4000));
  g_string_append (text, after);

  return g_string_free (text, FALSE);
}

/* Words stay short, however much there is to tell, and so does the time to find them. */
static void
test_long_sets (void)
{
  static const struct
  {
    int         n;
    const char *before;
    const char *after;
    const char *medium;
    const char *full;
  } cases[] = {
    { 4, "{", "}", "1001, 1003, 1005 and 1007", "1001, 1003, 1005 and 1007" },
    { 5, "{", "}", "1001–1009", "1001, 1003, 1005, 1007 and 1009" },
    { 12, "{", "}", "1001–1023",
      "1001, 1003, 1005, 1007, 1009, 1011, 1013, 1015, 1017, 1019, 1021 and 1023" },
    { 13, "{", "}", "1001–1025", "1001, 1003, 1005 and 10 others (1001–1025)" },
    { 50, "[", "]", "1001–1099", "one of 1001, 1003, 1005 or 47 others (1001–1099)" },
    { 50, "[", "..]", "from 1001", "1001, 1003, 1005, or 47 others (from 1001)" },
    { 50, "[..", "]", "until 1099", "1001 or earlier, 1003, 1005, or 47 others (until 1099)" },
    { 50, "{..0900,", "..}", "start and end open",
      "all until 900 CE, 1001, 1003, and 48 others (start and end open)" },
    { 50, "{1001-02-03,", "}", "1001–1099", "3 February 1001, 1001, 1003 and 48 others (1001–1099)" },
    { 13, "[2022-03-16,2022-03-17,2022-03-18..2022-03-19,", "]", "1001–2022",
      "one of 16 March 2022, 17 March 2022, 18–19 March 2022 or 13 others (1001–2022)" },
    { 200000, "{", "}", "1001–8999", "1001, 1003, 1005 and 199997 others (1001–8999)" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = long_set (cases[i].n, cases[i].before, cases[i].after);
      g_autoptr (TalksDate) date = talks_date_parse (text, NULL);
      g_autofree char *medium = NULL;
      g_autofree char *full = NULL;

      g_assert_nonnull (date);
      g_test_timer_start ();
      medium = talks_date_to_words (date, TALKS_DATE_STYLE_MEDIUM);
      full = talks_date_to_words (date, TALKS_DATE_STYLE_FULL);
      g_assert_cmpfloat (g_test_timer_elapsed (), <, 1.0);
      g_assert_cmpstr (medium, ==, cases[i].medium);
      g_assert_cmpstr (full, ==, cases[i].full);
    }
}

/* Days of one month are told by their month once; many are not told one by one. */
static void
test_long_month (void)
{
  g_autoptr (GString) text = g_string_new ("{2022-03-01");
  g_autoptr (TalksDate) date = NULL;
  g_autofree char *brief = NULL;
  g_autofree char *full = NULL;

  for (int i = 3; i <= 31; i += 2)
    g_string_append_printf (text, ",2022-03-%02d", i);
  g_string_append (text, "}");
  date = talks_date_parse (text->str, NULL);
  g_assert_nonnull (date);
  brief = talks_date_to_words (date, TALKS_DATE_STYLE_SHORT);
  full = talks_date_to_words (date, TALKS_DATE_STYLE_FULL);
  g_assert_cmpstr (brief, ==, "1–31 Mar");
  g_assert_cmpstr (full, ==, "1 March 2022, 3 March 2022, 5 March 2022 and 13 others (1–31 March 2022)");
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
  g_test_add_func ("/date-words/long-sets", test_long_sets);
  g_test_add_func ("/date-words/long-month", test_long_month);
  g_test_add_func ("/date-words/day", test_day);
  g_test_add_func ("/date-words/lengths", test_lengths);
  /* Last: it changes the language of the process. */
  g_test_add_func ("/date-words/translated", test_translated);

  return g_test_run ();
}
