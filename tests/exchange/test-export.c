/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-exchange.h"

#include <string.h>

#include "talks-error.h"
#include "talks-test-support.h"

static char *
export_text (TalksDocument              *document,
             TalksExchangeFormat         format,
             const TalksExchangeOptions *options,
             GPtrArray                  *losses)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = talks_exchange_export (document, format, options, losses, &error);
  const TalksExchangeFile *file;

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, >=, 1);
  file = files->pdata[0];
  g_assert_null (file->part);
  return g_strndup (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes));
}

static TalksEvent *
add_event (TalksDocument *document,
           const char    *id,
           const char    *date,
           const char    *title)
{
  TalksEvent *event = talks_test_event_new (id, "talks", date);

  talks_text_unref (event->title);
  talks_text_unref (event->label);
  event->title = talks_text_new_plain (title);
  event->label = talks_text_ref (event->title);
  return talks_test_add (document, event);
}

static void
test_endings (void)
{
  static const struct
  {
    const char *path;
    int         format; /* -1: none */
  } cases[] = {
    { "a.csv", TALKS_EXCHANGE_CSV },
    { "A.CSV", TALKS_EXCHANGE_CSV },
    { "b.c/a.ics", TALKS_EXCHANGE_ICALENDAR },
    { "a.csl.json", TALKS_EXCHANGE_CSL_JSON },
    { "a.timelinejs.json", TALKS_EXCHANGE_TIMELINEJS },
    { "a.jsonld", TALKS_EXCHANGE_JSON_LD },
    { "a.md", TALKS_EXCHANGE_MARKDOWN },
    { "a.html", TALKS_EXCHANGE_HTML },
    { "a.bib", TALKS_EXCHANGE_BIBTEX },
    { "a.timeline", -1 },
    { "a.talks.json", -1 },
    { "a.json", -1 },
    { ".csv", -1 },
    { "csv", -1 },
    { "a.png", -1 },
  };
  g_autofree char *path = talks_exchange_make_path ("x/y.CSV", TALKS_EXCHANGE_CSV, "sources");
  g_autofree char *same = talks_exchange_make_path ("x/y.ics", TALKS_EXCHANGE_ICALENDAR, NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksExchangeFormat format = TALKS_N_EXCHANGE_FORMATS;

      g_assert_cmpint (talks_exchange_format_from_path (cases[i].path, &format), ==, cases[i].format >= 0);
      g_assert_cmpint (format, ==, cases[i].format >= 0 ? cases[i].format : TALKS_N_EXCHANGE_FORMATS);
    }
  g_assert_cmpstr (path, ==, "x/y-sources.CSV");
  g_assert_cmpstr (same, ==, "x/y.ics");
}

/* What a spreadsheet would run is guarded, and nothing else. */
static void
test_formulas (void)
{
  static const struct
  {
    const char *title;
    const char *cell;
  } cases[] = {
    { "Plain", ",Plain," },
    { "=1+1", ",\"'=1+1\"," },
    { "+49", ",\"'+49\"," },
    { "-3", ",\"'-3\"," },
    { "@sum", ",\"'@sum\"," },
    { "\t=x", ",\"'\t=x\"," },
    { "\n=x", ",\"'\n=x\"," },
    { "'=x", ",\"''=x\"," },
    { "'tis", ",\"'tis\"," },
    { "a=b", ",a=b," },
    { "say \"no\", twice", ",\"say \"\"no\"\", twice\"," },
    { "two\nlines", ",\"two\nlines\"," },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksDocument) document = talks_document_new ();
      const TalksExchangeOptions options = { .with_bom = i % 2 == 1 };
      g_autofree char *csv = NULL;

      add_event (document, "e", "2022-03-10", cases[i].title);
      csv = export_text (document, TALKS_EXCHANGE_CSV, &options, NULL);
      g_assert_cmpint (g_str_has_prefix (csv, "\357\273\277id,date,"), ==, options.with_bom);
      g_assert_nonnull (strstr (csv, cases[i].cell));
      g_assert_true (g_str_has_suffix (csv, "\r\n"));
    }
}

static void
test_calendar_days (void)
{
  static const struct
  {
    const char *date;
    const char *start; /* NULL: left out */
    const char *end;
  } cases[] = {
    { "2022-03-29", "20220329", "20220330" },
    { "2022-12-31", "20221231", "20230101" },
    { "2022-02", "20220201", "20220301" },
    { "2022-03-28/2022-03-30", "20220328", "20220331" },
    { "2022-03-28/..", "20220328", "20220329" },
    { "../2022-03-30", "20220330", "20220331" },
    { "0044-03-15", "00440315", "00440316" },
    { "-0043-03-15", NULL, NULL },
    { "Y12345", NULL, NULL },
    { "9999-12-31", NULL, NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksDocument) document = talks_document_new ();
      g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);
      const TalksExchangeOptions options = { .now = G_USEC_PER_SEC };
      g_autofree char *ics = NULL;
      g_autofree char *start = g_strdup_printf ("\r\nDTSTART;VALUE=DATE:%s\r\n", cases[i].start);
      g_autofree char *end = g_strdup_printf ("\r\nDTEND;VALUE=DATE:%s\r\n", cases[i].end);

      add_event (document, "e", cases[i].date, "Title");
      ics = export_text (document, TALKS_EXCHANGE_ICALENDAR, &options, losses);
      if (cases[i].start == NULL)
        {
          g_assert_null (strstr (ics, "VEVENT"));
          g_assert_nonnull (strstr (losses->pdata[0], "1 event is left out"));
          continue;
        }
      g_assert_nonnull (strstr (ics, start));
      g_assert_nonnull (strstr (ics, end));
      g_assert_nonnull (strstr (ics, "\r\nDTSTAMP:19700101T000001Z\r\n"));
    }
}

/* TimelineJS shows -44 as 44 BCE, and knows no year 0 before Christ. */
static void
test_years_before_christ (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);
  const TalksExchangeOptions options = { .now = G_USEC_PER_SEC };
  g_autofree char *json = NULL;

  add_event (document, "a", "-0043-03-15", "Caesar");
  add_event (document, "b", "0000-01-01", "One");
  add_event (document, "c", "0001-01-01", "Two");
  json = export_text (document, TALKS_EXCHANGE_TIMELINEJS, &options, losses);
  g_assert_nonnull (strstr (json, "\"year\": -44,"));
  g_assert_nonnull (strstr (json, "\"year\": -1,"));
  g_assert_nonnull (strstr (json, "\"year\": 1,"));
}

static void
test_span (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  const TalksExchangeOptions options = { .span = talks_span_make (talks_test_day ("2022-03-01"), talks_test_day ("2022-04-01")) };
  TalksEvent *event = talks_test_event_new ("in", "talks", "2022-03-31/2022-05");
  g_autofree char *md = NULL;
  g_autofree char *csl = NULL;

  talks_test_cite (&event->sources, "cited");
  talks_test_add (document, talks_test_source_new ("cited", "https://example.org/cited"));
  talks_test_add (document, talks_test_source_new ("other", "https://example.org/other"));
  talks_test_add (document, event);
  add_event (document, "out", "2022-04-01", "Too late");
  md = export_text (document, TALKS_EXCHANGE_MARKDOWN, &options, NULL);
  csl = export_text (document, TALKS_EXCHANGE_CSL_JSON, &options, NULL);
  g_assert_null (strstr (md, "Too late"));
  g_assert_nonnull (strstr (md, "<https://example.org/cited>"));
  g_assert_null (strstr (md, "other"));
  g_assert_nonnull (strstr (csl, "\"cited\""));
  g_assert_null (strstr (csl, "\"other\""));
}

static void
test_picture (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (GBytes) picture = g_bytes_new_static ("no svg", 6);
  const TalksExchangeOptions options = { .picture = picture };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = talks_exchange_export (document, TALKS_EXCHANGE_HTML, &options, NULL, &error);

  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_FAILED);
  g_assert_null (files);
}

/* An empty document is a file in every format, without a loss. */
static void
test_empty (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  const TalksExchangeOptions options = { 0 };

  for (int i = 0; i < TALKS_N_EXCHANGE_FORMATS; i++)
    {
      g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = NULL;
      TalksExchangeFormatInfo info;

      talks_exchange_get_info ((TalksExchangeFormat) i, &info);
      if (!info.can_export)
        continue;
      text = export_text (document, (TalksExchangeFormat) i, &options, losses);
      g_assert_cmpuint (losses->len, ==, 0);
    }
}

static GPtrArray *
tell_losses (TalksDocument       *document,
             TalksExchangeFormat  format)
{
  const TalksExchangeOptions options = { 0 };
  GPtrArray *losses = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = export_text (document, format, &options, losses);

  for (guint i = 0; i < losses->len; i++)
    g_test_message ("%s", (char *) losses->pdata[i]);
  return losses;
}

static gboolean
has_loss (GPtrArray  *losses,
          const char *sentence)
{
  for (guint i = 0; i < losses->len; i++)
    if (strcmp (losses->pdata[i], sentence) == 0)
      return TRUE;
  return FALSE;
}

/* In words, not by the names of members: a part that is lost as a whole by its name, another with what is missing of it. */
static void
test_losses (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksEvent *event = talks_record_new (TALKS_RECORD_EVENT, "e");
  TalksAccount *account = g_new0 (TalksAccount, 1);
  TalksRelation *relation = g_new0 (TalksRelation, 1);
  TalksTour *tour = talks_record_new (TALKS_RECORD_TOUR, "t");
  g_autoptr (GPtrArray) calendar = NULL;
  g_autoptr (GPtrArray) slides = NULL;

  event->date = talks_date_new_day (700000);
  event->kind = g_strdup ("talks");
  event->title = talks_text_new_plain ("A round");
  event->label = talks_text_new_plain ("Round");
  account->claim = talks_text_new_plain ("It was earlier.");
  account->date = talks_date_new_day (699999);
  account->sources = g_new0 (char *, 1);
  g_ptr_array_add (event->accounts, account);
  relation->event = g_strdup ("e");
  relation->relation = g_strdup ("follows");
  g_ptr_array_add (event->related, relation);
  talks_test_add (document, event);
  tour->title = talks_text_new_plain ("A tour");
  talks_test_add (document, tour);

  calendar = tell_losses (document, TALKS_EXCHANGE_ICALENDAR);
  g_assert_true (has_loss (calendar, "The file does not hold of “Events”: Label, Related event (Relation), Account (Date)."));
  g_assert_true (has_loss (calendar, "1 record of “Tours” has no place of its own in the file."));
  slides = tell_losses (document, TALKS_EXCHANGE_TIMELINEJS);
  g_assert_true (has_loss (slides, "The file does not hold of “Events”: Kind, Label, Related event, Account (Date)."));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/export/endings", test_endings);
  g_test_add_func ("/exchange/export/formulas", test_formulas);
  g_test_add_func ("/exchange/export/calendar-days", test_calendar_days);
  g_test_add_func ("/exchange/export/years-before-christ", test_years_before_christ);
  g_test_add_func ("/exchange/export/span", test_span);
  g_test_add_func ("/exchange/export/picture", test_picture);
  g_test_add_func ("/exchange/export/empty", test_empty);
  g_test_add_func ("/exchange/export/losses", test_losses);
  return g_test_run ();
}
