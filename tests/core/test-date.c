/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-date.h"
#include "talks-error.h"
#include "talks-span.h"

#include <string.h>

#define N_SCORED_CASES 440

/* The list of cases */

typedef struct
{
  char      *text;
  gboolean   is_valid;
  const char *level;
  const char *earliest;
  const char *latest;
  gboolean   is_settled; /* by the specification */
  gboolean   is_ambiguous;
} Case;

static char *
unescape (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at != '\\')
        g_string_append_c (plain, *at);
      else if (*++at == 'u')
        {
          g_autofree char *digits = g_strndup (at + 1, 4);

          g_string_append_unichar (plain, g_ascii_strtoull (digits, NULL, 16));
          at += 4;
        }
      else
        {
          g_string_append_c (plain, *at == 'n' ? '\n' : *at == 't' ? '\t' : *at == 'r' ? '\r' : *at);
        }
    }

  return g_string_free (plain, FALSE);
}

static char **
load_lines (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "edtf-cases.tsv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return g_strsplit (contents, "\n", -1);
}

/* FALSE if the line is no case. fields must outlive the case. */
static gboolean
read_case (const char   *line,
           char       ***fields,
           Case         *result)
{
  if (*line == '#' || g_str_has_prefix (line, "expression\t") || strchr (line, '\t') == NULL)
    return FALSE;

  *fields = g_strsplit (line, "\t", -1);
  g_assert_cmpint (g_strv_length (*fields), ==, 7);
  result->text = unescape ((*fields)[0]);
  result->is_valid = strcmp ((*fields)[1], "yes") == 0;
  result->level = (*fields)[2];
  result->earliest = (*fields)[3];
  result->latest = (*fields)[4];
  result->is_ambiguous = strstr ((*fields)[5], "ambiguous") != NULL;
  result->is_settled = !result->is_ambiguous && strstr ((*fields)[5], "policy") == NULL;

  return TRUE;
}

static void
check_case (const Case *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksDate) date = talks_date_parse (expected->text, &error);
  g_autofree char *level = NULL;
  g_autofree char *earliest = NULL;
  g_autofree char *latest = NULL;
  g_autofree char *shown = g_strescape (expected->text, NULL);
  TalksDateFlags flags;

  g_test_message ("“%s”", shown);
  if (!expected->is_valid)
    {
      g_assert_error (error, TALKS_ERROR, TALKS_ERROR_DATE);
      g_assert_null (date);
      return;
    }

  g_assert_no_error (error);
  flags = talks_date_get_flags (date);
  level = g_strdup_printf ("%d", talks_date_get_level (date));
  earliest = talks_date_format_bound (talks_date_get_earliest (date),
                                      (flags & TALKS_DATE_UNKNOWN_START) != 0);
  latest = talks_date_format_bound (talks_date_get_latest (date),
                                    (flags & TALKS_DATE_UNKNOWN_END) != 0);
  g_assert_cmpstr (talks_date_get_text (date), ==, expected->text);
  if (!expected->is_ambiguous)
    g_assert_cmpstr (level, ==, expected->level);
  g_assert_cmpstr (earliest, ==, expected->earliest);
  g_assert_cmpstr (latest, ==, expected->latest);
}

static void
test_cases (void)
{
  g_auto (GStrv) lines = load_lines ();
  int n_scored = 0;

  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;
      Case expected;

      if (!read_case (lines[i], &fields, &expected))
        continue;
      check_case (&expected);
      n_scored += expected.is_settled;
      g_free (expected.text);
    }
  g_assert_cmpint (n_scored, ==, N_SCORED_CASES);
}

/* Corners of the grammar that the list does not have */

static void
test_corners (void)
{
  static const struct
  {
    const char *text;
    const char *meaning; /* level earliest latest, or NULL if invalid */
  } cases[] = {
    { "../", "1 -inf ?" },
    { "/..", "1 ? +inf" },
    { "/", NULL },
    { "", NULL },
    { "1985/1985", "0 1985-01-01 1985-12-31" },
    { "1985-04-12/1985-04-12", "0 1985-04-12 1985-04-12" },
    { "1985-04-12/1985-04-11", NULL },
    { "Y12345/Y20000", "1 +12345-01-01 +20000-12-31" },
    { "Y-20000/-9999", "1 -20000-01-01 -9999-12-31" },
    { "1950S2/1960", "2 1900-01-01 1960-12-31" },
    { "2001-21/2001-23", "1 2001-03-01 2001-11-30" },
    { "2001-23/2001-22", NULL },
    { "[1985]", "2 1985-01-01 1985-12-31" },
    { "[1985..1985]", "2 1985-01-01 1985-12-31" },
    { "[1985..1986-02]", NULL },
    { "{1985-01..1986-02-03}", NULL },
    { "[1985-22..1985-09]", NULL },
    { "[1985-22..1985-36]", "2 1985-06-01 1985-12-31" },
    { "[1985-XX..1986-02]", "2 1985-01-01 1986-02-28" },
    { "[1985S2..19XX]", "2 1900-01-01 1999-12-31" },
    { "{1985,1986-02}", "2 1985-01-01 1986-02-28" },
    { "[1985,   1986]", "2 1985-01-01 1986-12-31" },
    { "[1985 ,1986]", NULL },
    { "[ 1985]", NULL },
    { "[1985 ]", NULL },
    { "[..1984,1986..]", "2 -inf +inf" },
    { "[1985..,1986]", NULL },
    { "[..1984..]", NULL },
    { "[..]", NULL },
    { "[1985,,1986]", NULL },
    { "[1985/1986]", NULL },
    { "[[1985]]", NULL },
    { "[1985]x", NULL },
    { "[1985-04-12T10:00:00]", NULL },
    { "{~1985,1986-1X}", "2 1985-01-01 1986-12-31" },
    { "1985-04-12T23:20:30-04", "0 1985-04-12 1985-04-12" },
    { "1985-04-12T23:20:30+00:00", "0 1985-04-12 1985-04-12" },
    { "1985-04-12T23:20:30-14:00", "0 1985-04-12 1985-04-12" },
    { "1985-04-12T23:20:30-00:00", NULL },
    { "1985-04-12T23:20:30+14:01", NULL },
    { "1985-04-12T23:20:30+05:60", NULL },
    { "1985-04-12T23:20:30+5", NULL },
    { "1985-04-12T23:20:30ZZ", NULL },
    { "1985-04-12T24:00:00", NULL },
    { "1985-12-31T23:59:60Z", NULL },
    { "1985-04-12T23:60:00", NULL },
    { "1985-04-12T23:20:30.5", NULL },
    { "1985-04-12?T23:20:30", NULL },
    { "Y17E0", NULL },
    { "Y017E7", NULL },
    { "Y17E", NULL },
    { "Y1E4", "2 +10000-01-01 +10000-12-31" },
    { "Y6E15", "2 +6000000000000000-01-01 +6000000000000000-12-31" },
    { "Y-6E15", "2 -6000000000000000-01-01 -6000000000000000-12-31" },
    { "Y6000000000000001", NULL },
    { "Y6E15S1", NULL },
    { "Y99999999999999999999999999", NULL },
    { "Y1E99999999999999999999", NULL },
    { "1950S0", NULL },
    { "1950S02", NULL },
    { "1950S99999999999999999999", "2 1950-01-01 1950-12-31" },
    { "-1950S2", "2 -1999-01-01 -1900-12-31" },
    { "Y3388E2S3", "2 +338000-01-01 +338999-12-31" },
    { "19XXS2", NULL },
    { "1950S2-03", NULL },
    { "Y12345-06", NULL },
    { "Y12345?", "1 +12345-01-01 +12345-12-31" },
    { "?-2004-06", "2 -2004-06-01 -2004-06-30" },
    { "-?2004", NULL },
    { "?~2004", NULL },
    { "-000X", "1 -0009-01-01 -0001-12-31" },
    { "-000X-02-29", "2 -0008-02-29 -0004-02-29" },
    { "-000X-21", "2 -0009-03-01 -0001-05-31" },
    { "-XXX0-39", "2 -9990-09-01 -0010-12-31" },
    { "-X000-28", "2 -9000-12-01 -0999-02-28" },
    { "-0XX0-24", "2 -0990-12-01 -0009-02-28" },
    { "164X~", "2 1640-01-01 1649-12-31" },
    { "2004-06-XX?", "2 2004-06-01 2004-06-30" },
    { "-XXXX", "2 -9999-01-01 -0001-12-31" },
    { "XXX1-02-29", NULL },
    { "XXXX-02-30", NULL },
    { "1900-02-2X", "2 1900-02-20 1900-02-28" },
    { "1985-X4-31", NULL },
    { "1985-X3", "2 1985-03-01 1985-03-31" },
    { "1985-0X-00", NULL },
    { "1985-00", NULL },
    { "1985-04-00", NULL },
    { "2001-21-XX", NULL },
    { "2001-21~", "1 2001-03-01 2001-05-31" },
    { "2001-34~", "2 2001-04-01 2001-06-30" },
    { "?2001-21", "2 2001-03-01 2001-05-31" },
    { "2001-2X", NULL },
    { "1985/04/12", NULL },
    { "1985\n", NULL },
    { "\xff\xfe", NULL },
    { "1985\xc3", NULL },
    { "１９８５", NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) fields = g_strsplit (cases[i].meaning != NULL ? cases[i].meaning : "- - -",
                                          " ", -1);
      Case expected = { (char *) cases[i].text, cases[i].meaning != NULL,
                        fields[0], fields[1], fields[2], TRUE, FALSE };

      check_case (&expected);
    }
}

static void
test_messages (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } cases[] = {
    { "", "empty" },
    { " 2022", "space" },
    { "2022–03", "plain hyphen" },
    { "199u", "capital X" },
    { "1985/open", "“..”" },
    { "y12345", "capital" },
    { "1950p2", "S" },
    { "march 2022", "year first" },
    { "29.03.2022", "year first" },
    { "20220329", "2022-03-29" },
    { "12345", "begins with Y" },
    { "198", "four digits" },
    { "2022-3-9", "two digits" },
    { "2022-", "month is missing" },
    { "2022-03-", "day is missing" },
    { "2022-13", "no month 13" },
    { "2022-04-31", "30 days" },
    { "1900-02-29", "28 days" },
    { "1985-1986", "slash" },
    { "2005/2004", "2004/2005" },
    { "[2004..2005-03]", "of one kind" },
    { "2005/2006/2007", "one slash" },
    { "2022~?", "one sign" },
    { "1985-04-12T23:20", "seconds" },
    { "1985-04-12T10:00:00/1986", "time of day" },
    { "[1985", "“]”" },
    { "[1985..,1986]", "last member" },
    { "-0000", "0000" },
    { "Y7E15", "too far" },
    { "\xff", "UTF-8" },
    { "2022\xe2\x80\xae", "invisible" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (talks_date_parse (cases[i].text, &error));
      g_assert_error (error, TALKS_ERROR, TALKS_ERROR_DATE);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_flags (void)
{
  static const struct
  {
    const char        *text;
    TalksDateFlags     flags;
    TalksDatePrecision precision;
    gboolean           is_day;
  } cases[] = {
    { "2022-03-29", 0, TALKS_PRECISION_DAY, TRUE },
    { "2022-03-29T13:35:00+03:00", 0, TALKS_PRECISION_DAY, TRUE },
    { "2022-03", 0, TALKS_PRECISION_MONTH, FALSE },
    { "2022", 0, TALKS_PRECISION_YEAR, FALSE },
    { "Y-17E7", 0, TALKS_PRECISION_YEAR, FALSE },
    { "2022-21", TALKS_DATE_SEASON, TALKS_PRECISION_SEASON, FALSE },
    { "2022-33", 0, TALKS_PRECISION_OTHER, FALSE },
    { "2022-03-29?", TALKS_DATE_UNCERTAIN, TALKS_PRECISION_DAY, FALSE },
    { "2022-03~-29", TALKS_DATE_APPROXIMATE, TALKS_PRECISION_DAY, FALSE },
    { "2022-%03", TALKS_DATE_UNCERTAIN | TALKS_DATE_APPROXIMATE, TALKS_PRECISION_MONTH, FALSE },
    { "199X", TALKS_DATE_UNSPECIFIED, TALKS_PRECISION_DECADE, FALSE },
    { "19XX", TALKS_DATE_UNSPECIFIED, TALKS_PRECISION_CENTURY, FALSE },
    { "1X9X", TALKS_DATE_UNSPECIFIED, TALKS_PRECISION_OTHER, FALSE },
    { "2022-XX", TALKS_DATE_UNSPECIFIED, TALKS_PRECISION_YEAR, FALSE },
    { "2022-03-XX", TALKS_DATE_UNSPECIFIED, TALKS_PRECISION_MONTH, FALSE },
    { "156X-12-25", TALKS_DATE_UNSPECIFIED, TALKS_PRECISION_OTHER, FALSE },
    { "1950S2", TALKS_DATE_APPROXIMATE, TALKS_PRECISION_CENTURY, FALSE },
    { "1950S4", 0, TALKS_PRECISION_YEAR, FALSE },
    { "2022-03-28/2022-03-30", TALKS_DATE_INTERVAL, TALKS_PRECISION_DAY, FALSE },
    { "2022-03-28/2022-04", TALKS_DATE_INTERVAL, TALKS_PRECISION_OTHER, FALSE },
    { "2022-03-28/..", TALKS_DATE_INTERVAL | TALKS_DATE_OPEN_END, TALKS_PRECISION_DAY, FALSE },
    { "../2022", TALKS_DATE_INTERVAL | TALKS_DATE_OPEN_START, TALKS_PRECISION_YEAR, FALSE },
    { "2022?/", TALKS_DATE_INTERVAL | TALKS_DATE_UNKNOWN_END | TALKS_DATE_UNCERTAIN,
      TALKS_PRECISION_YEAR, FALSE },
    { "/2022", TALKS_DATE_INTERVAL | TALKS_DATE_UNKNOWN_START, TALKS_PRECISION_YEAR, FALSE },
    { "[2022-03-28]", TALKS_DATE_SET, TALKS_PRECISION_DAY, FALSE },
    { "{2022-03-28,2022-03~}", TALKS_DATE_SET | TALKS_DATE_APPROXIMATE, TALKS_PRECISION_OTHER,
      FALSE },
    { "[..2022]", TALKS_DATE_SET | TALKS_DATE_OPEN_START, TALKS_PRECISION_YEAR, FALSE },
    { "[2022..]", TALKS_DATE_SET | TALKS_DATE_OPEN_END, TALKS_PRECISION_YEAR, FALSE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksDate) date = talks_date_parse (cases[i].text, NULL);

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (date);
      g_assert_cmphex (talks_date_get_flags (date), ==, cases[i].flags);
      g_assert_cmpint (talks_date_get_precision (date), ==, cases[i].precision);
      g_assert_cmpint (talks_date_is_day (date), ==, cases[i].is_day);
    }
}

/* An unknown end is as near as the other end lets it be. */
static void
test_unknown_ends (void)
{
  g_autoptr (TalksDate) from = talks_date_parse ("1985/", NULL);
  g_autoptr (TalksDate) until = talks_date_parse ("/1985", NULL);
  TalksDay first = talks_day_from_civil (1985, 1, 1);
  TalksDay last = talks_day_from_civil (1985, 12, 31);

  g_assert_cmpint (talks_date_get_earliest (from), ==, first);
  g_assert_cmpint (talks_date_get_latest (from), ==, last);
  g_assert_cmpint (talks_date_get_earliest (until), ==, first);
  g_assert_cmpint (talks_date_get_latest (until), ==, last);
}

static void
test_order (void)
{
  static const char * const sorted[] = {
    "../1980", "../..", "-0044", "1984-12-31", "1985-01-01", "1985-01", "1985", "1985?", "1985/..",
    "1985-01-02",
  };

  for (size_t i = 0; i + 1 < G_N_ELEMENTS (sorted); i++)
    {
      g_autoptr (TalksDate) a = talks_date_parse (sorted[i], NULL);
      g_autoptr (TalksDate) b = talks_date_parse (sorted[i + 1], NULL);

      g_test_message ("%s before %s", sorted[i], sorted[i + 1]);
      g_assert_cmpint (talks_date_compare (a, b), <, 0);
      g_assert_cmpint (talks_date_compare (b, a), >, 0);
      g_assert_cmpint (talks_date_compare (a, a), ==, 0);
    }
}

static void
test_sort_day (void)
{
  g_autoptr (TalksDate) until = talks_date_parse ("../1985-04-12", NULL);
  g_autoptr (TalksDate) from = talks_date_parse ("1985-04-12/..", NULL);
  g_autoptr (TalksDate) always = talks_date_parse ("../..", NULL);
  TalksDay day = talks_day_from_civil (1985, 4, 12);

  g_assert_cmpint (talks_date_get_sort_day (until), ==, day);
  g_assert_cmpint (talks_date_get_sort_day (from), ==, day);
  g_assert_cmpint (talks_date_get_sort_day (always), ==, TALKS_DAY_MIN);
}

static void
test_new_day (void)
{
  static const struct
  {
    int64_t     year;
    const char *text;
  } cases[] = {
    { 2025, "2025-05-16" },
    { 0, "0000-05-16" },
    { 9999, "9999-05-16" },
    { -44, "-0044-05-16" },
    { -9999, "-9999-05-16" },
    { 10000, "Y10000" },
    { -10000, "Y-10000" },
    { TALKS_YEAR_LIMIT, "Y6000000000000000" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksDay day = talks_day_from_civil (cases[i].year, 5, 16);
      g_autoptr (TalksDate) date = talks_date_new_day (day);
      gboolean is_day = ABS (cases[i].year) <= 9999;

      g_assert_nonnull (date);
      g_assert_cmpstr (talks_date_get_text (date), ==, cases[i].text);
      g_assert_cmpint (talks_date_is_day (date), ==, is_day);
      if (is_day)
        g_assert_cmpint (talks_date_get_earliest (date), ==, day);
      g_assert_true (talks_span_contains (talks_span_from_date (date), day));
    }
}

static void
test_boxed (void)
{
  TalksDate *date = talks_date_parse ("2022~", NULL);
  TalksDate *copy = g_boxed_copy (TALKS_TYPE_DATE, date);

  g_assert_true (copy == date);
  talks_date_unref (date);
  g_assert_cmpstr (talks_date_get_text (copy), ==, "2022~");
  g_boxed_free (TALKS_TYPE_DATE, copy);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/cases", test_cases);
  g_test_add_func ("/date/corners", test_corners);
  g_test_add_func ("/date/messages", test_messages);
  g_test_add_func ("/date/flags", test_flags);
  g_test_add_func ("/date/unknown-ends", test_unknown_ends);
  g_test_add_func ("/date/order", test_order);
  g_test_add_func ("/date/sort-day", test_sort_day);
  g_test_add_func ("/date/new-day", test_new_day);
  g_test_add_func ("/date/boxed", test_boxed);

  return g_test_run ();
}
