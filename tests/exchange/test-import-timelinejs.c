/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "import-fixture.h"
#include "talks-error.h"

static void
test_slides (void)
{
  static const struct
  {
    const char *slide; /* in a list "events" */
    const char *items;
    const char *left;
  } cases[] = {
    { "{\"start_date\":{\"year\":2022,\"month\":3,\"day\":29},\"text\":{\"headline\":\"Istanbul\"}}",
      "+lane imported | event 2022-03-29-istanbul 2022-03-29 (imported) “Istanbul”", "" },
    { "{\"start_date\":{\"year\":\"1815\",\"month\":\"12\",\"day\":\"\"},\"end_date\":{\"year\":\"1852\"},"
      "\"text\":{\"headline\":\"<b>A &amp; B</b>\",\"text\":\"<a href='https://example.org/a'>x</a>\"},\"group\":\"People\","
      "\"unique_id\":\"ab\",\"media\":{\"url\":\"https://example.org/m\"}}",
      "+lane people | event ab 1815-12/1852 (People) “A & B” [example-org-a example-org-m] | +source example-org-a | +source example-org-m", "" },
    { "{\"start_date\":{\"year\":-44,\"month\":3,\"day\":15},\"text\":{\"text\":\"<p>Only this.</p><p>More</p>\"}}",
      "+lane imported | event 0043-03-15-only-this -0043-03-15 (imported) “Only this.”", "" },
    { "{\"start_date\":{\"year\":-13800000000},\"text\":{\"headline\":\"Bang\"}}",
      "+lane imported | event 1379999999-bang Y-13799999999 (imported) “Bang”", "" },
    { "{\"start_date\":{\"year\":2022,\"month\":3,\"day\":29,\"hour\":9,\"minute\":5},\"text\":{\"headline\":\"a\"}}",
      "+lane imported | event 2022-03-29-a 2022-03-29 09:05- (imported) “a”", "" },
    { "{\"start_date\":{\"year\":2022,\"month\":3,\"day\":29},\"display_date\":\"about 29 March 2022\",\"text\":{\"headline\":\"a\"}}",
      "+lane imported | event 2022-03-29-a 2022-03-29~ (imported) “a”", "" },
    { "{\"start_date\":{\"year\":2022,\"month\":3,\"day\":29},\"display_date\":\"about 1999\",\"text\":{\"headline\":\"a\"}}",
      "+lane imported | event 2022-03-29-a 2022-03-29 (imported) “a”", "" },
    { "{\"text\":{\"headline\":\"a\"}}", "", "1:a:It has no date." },
    { "{\"start_date\":{\"year\":2022}}", "", "1::It has no “Title”." },
    { "{\"start_date\":{\"year\":2022,\"month\":2,\"day\":30},\"text\":{\"headline\":\"a\"}}", "",
      "1:a:“2022-02-30”: There is no day “2022-02-30”: that month has 28 days." },
    { "{\"start_date\":{\"year\":\"x\"},\"text\":{\"headline\":\"a\"}}", "", "1:a:“x” is no number for “year”." },
    { "{\"start_date\":{\"year\":\"-9223372036854775808\"},\"text\":{\"headline\":\"a\"}}", "",
      "1:a:“-9223372036854775808” is no number for “year”." },
    { "{\"start_date\":{\"year\":2022,\"month\":-1},\"text\":{\"headline\":\"a\"}}", "", "1:a:There is no such day." },
    { "{\"start_date\":[],\"text\":7}", "", "1:7:It has no date." },
    { "7", "", "1::This is no slide: slides are written as { … }." },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"events\":[%s]}", cases[i].slide);
      g_autoptr (TalksImport) import = import_text (text, TALKS_EXCHANGE_TIMELINEJS, NULL, NULL);
      g_autofree char *items = describe_items (import);
      g_autofree char *left = describe_remarks (import->left);

      g_assert_cmpstr (items, ==, cases[i].items);
      g_assert_cmpstr (left, ==, cases[i].left);
    }
}

/* Versions 1 and 2. */
static void
test_old (void)
{
  g_autoptr (TalksImport) import =
    import_text ("{\"timeline\":{\"headline\":\"H\",\"type\":\"default\",\n"
                 "\"date\":[{\"startDate\":\"2011,12,10\",\"endDate\":\"2011,12,11\",\"headline\":\"a\",\"text\":\"<p>t</p>\",\n"
                 "\"tag\":\"One\",\"asset\":{\"media\":\"https://example.org/m\",\"credit\":\"c\",\"caption\":\"\"}},\n"
                 "{\"startDate\":\"2011\",\"headline\":\"b\"},{\"startDate\":\"2011/12/10 07:02:10\",\"headline\":\"c\"}],\n"
                 "\"era\":[{\"startDate\":\"2010\",\"endDate\":\"2012\",\"headline\":\"e\"}]}}",
                 TALKS_EXCHANGE_TIMELINEJS, NULL, NULL);
  g_autofree char *items = describe_items (import);

  g_assert_cmpstr (items, ==,
                   "+lane one | +lane imported | +lane era | event 2011-12-10-a 2011-12-10/2011-12-11 (One) “a” [example-org-m] | "
                   "event 2011-b 2011 (imported) “b” | event 2011-12-10-c 2011-12-10 (imported) “c” | "
                   "event 2010-e 2010/2012 (era) “e” | +source example-org-m");
  g_assert_cmpuint (import->left->len, ==, 0);
}

/* Each thing that has no place is told, once. */
static void
test_losses (void)
{
  static const char * const lost[] = {
    "title", "background", "media.caption", "media.credit", "date.second", "display_date", "text.lang", "autolink", "media",
  };
  g_autoptr (TalksImport) import =
    import_text ("{\"title\":{\"text\":{\"headline\":\"T\"}},\"scale\":\"human\",\"events\":["
                 "{\"start_date\":{\"year\":2022,\"second\":3},\"text\":{\"headline\":\"a\",\"lang\":\"en\"},"
                 "\"media\":{\"url\":\"<blockquote>q</blockquote>\",\"credit\":\"c\",\"caption\":\"d\",\"thumbnail\":\"\"},"
                 "\"background\":{\"color\":\"red\"},\"autolink\":false,\"display_date\":\"once\"},"
                 "{\"start_date\":{\"year\":2023},\"text\":{\"headline\":\"b\"},\"background\":{\"color\":\"red\"}}]}",
                 TALKS_EXCHANGE_TIMELINEJS, NULL, NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (lost); i++)
    g_assert_true (has_remark (import->warnings, lost[i], "has no place for it"));
  g_assert_true (has_remark (import->warnings, "background", "Left out 2 times"));
  g_assert_cmpuint (import->warnings->len, ==, G_N_ELEMENTS (lost));
}

static void
test_failing (void)
{
  import_failing ("", TALKS_EXCHANGE_TIMELINEJS, TALKS_ERROR_SYNTAX);
  import_failing ("{", TALKS_EXCHANGE_TIMELINEJS, TALKS_ERROR_SYNTAX);
  import_failing ("[]", TALKS_EXCHANGE_TIMELINEJS, TALKS_ERROR_FORMAT);
  import_failing ("{\"a\":1}", TALKS_EXCHANGE_TIMELINEJS, TALKS_ERROR_FORMAT);
  import_failing ("{\"events\":{}}", TALKS_EXCHANGE_TIMELINEJS, TALKS_ERROR_FORMAT);
  import_failing ("{\"format\":1}", TALKS_EXCHANGE_TIMELINEJS, TALKS_ERROR_FORMAT);
  import_failing ("{\"format\":[]}", TALKS_EXCHANGE_TIMELINEJS, TALKS_ERROR_FORMAT);
  import_failing ("{\"format\":{\"a\":1}}", TALKS_EXCHANGE_TIMELINEJS, TALKS_ERROR_FORMAT);
  import_failing ("{\"format\":\"talks-timeline\",\"events\":[]}", TALKS_EXCHANGE_TIMELINEJS, TALKS_ERROR_FORMAT);
}

/* Which format a file has, by what is in it. */
static void
test_guess (void)
{
  static const struct
  {
    const char         *name;
    const char         *text;
    TalksExchangeFormat format;
  } cases[] = {
    { NULL, "", TALKS_EXCHANGE_CSV },
    { "a.csv", "{}", TALKS_EXCHANGE_CSV },
    { "a.TSV", "<x>", TALKS_EXCHANGE_CSV },
    { "a.txt", "a,b", TALKS_EXCHANGE_CSV },
    { "a", "\xef\xbb\xbf\r\nbegin:vcalendar\r\n", TALKS_EXCHANGE_ICALENDAR },
    { "a.ics", "garbage", TALKS_EXCHANGE_ICALENDAR },
    { "a.xml", " <?xml version='1.0'?><timeline/>", TALKS_EXCHANGE_TIMELINE_PROJECT },
    { "a.json", "[{\"type\":\"book\"}]", TALKS_EXCHANGE_CSL_JSON },
    { "a.json", "{\"type\":\"book\"}", TALKS_EXCHANGE_CSL_JSON },
    { "a.json", "{\"title\":{},\"events\":[]}", TALKS_EXCHANGE_TIMELINEJS },
    { "a.json", "{\"timeline\":{}}", TALKS_EXCHANGE_TIMELINEJS },
    { "a.timelinejs.json", "{}", TALKS_EXCHANGE_TIMELINEJS },
    { "a.csl.json", "{\"events\":1}", TALKS_EXCHANGE_CSL_JSON },
    { "a", "@book{a, title={b}}", TALKS_EXCHANGE_BIBTEX },
    { "a.bib", "% comment\n@book{a}", TALKS_EXCHANGE_BIBTEX },
    { "a", "@", TALKS_EXCHANGE_CSV },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));

      g_assert_cmpint (talks_import_guess_format (cases[i].name, bytes), ==, cases[i].format);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/import-timelinejs/slides", test_slides);
  g_test_add_func ("/exchange/import-timelinejs/old", test_old);
  g_test_add_func ("/exchange/import-timelinejs/losses", test_losses);
  g_test_add_func ("/exchange/import-timelinejs/failing", test_failing);
  g_test_add_func ("/exchange/import-timelinejs/guess", test_guess);
  return g_test_run ();
}
