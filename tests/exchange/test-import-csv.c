/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "import-fixture.h"
#include "talks-error.h"
#include "talks-test-support.h"

#define DEFAULTS { .today = talks_test_day ("2025-05-16"), .rows = TALKS_IMPORT_ROWS_FIND_OUT }

/* ---- headings ---- */

static void
test_headings (void)
{
  static const struct
  {
    const char *headings;
    const char *columns;
    int         rows;
  } cases[] = {
    { "Date,Title", "date|title", TALKS_RECORD_EVENT },
    { "  DATE ;Event;Description;Where", "date|title|summary|place.name", TALKS_RECORD_EVENT },
    { "Start Date,End Date,Headline,Type,Source", "date|date.end|title|kind|sources", TALKS_RECORD_EVENT },
    { "start_date,end_date,name", "date|date.end|title", TALKS_RECORD_EVENT },
    { "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media",
      "date.year|date.month|date.day|time.start|date.end-year|date.end-month|date.end-day|time.end||title|summary|sources",
      TALKS_RECORD_EVENT },
    { "Day,Title", "date|title", TALKS_RECORD_EVENT },
    { "Дата,Назва,Опис,Місце,Учасники", "date|title|summary|place.name|attendance", TALKS_RECORD_EVENT },
    { "Дата,Название,Описание,Источник", "date|title|summary|sources", TALKS_RECORD_EVENT },
    { "title,title@uk,place.name,place.lat,lon", "title|title@uk|place.name|place.lat|place.lon", TALKS_RECORD_EVENT },
    { "Title,Name,Date,Begin", "title||date|", TALKS_RECORD_EVENT },
    { "Date,DATE,Title,Title,Title@UK", "date||title||title@UK", TALKS_RECORD_EVENT },
    { "this,that", "|", TALKS_RECORD_EVENT },
    { "Title,2022", "title|", TALKS_RECORD_EVENT },
    { "id,name,description", "id|name|description", TALKS_RECORD_TOPIC },
    { "id,name,kinds", "id|name|kinds", TALKS_RECORD_LANE },
    { "member,language,value", "||", -1 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].headings, "\n", NULL);
      g_autoptr (TalksImport) import = import_text (text, TALKS_EXCHANGE_CSV, NULL, NULL);
      g_autofree char *columns = g_strjoinv ("|", import->table->columns);

      g_assert_cmpint (import->table->rows, ==, cases[i].rows);
      g_assert_cmpstr (columns, ==, cases[i].columns);
    }
}

static void
test_no_headings (void)
{
  static const char * const columns[] = { "date", "title", "place.name", NULL };
  static const char text[] = "2022-03-29,Istanbul,Dolmabahçe\n2022-03-30,Moscow,Kremlin\n";
  TalksImportOptions options = DEFAULTS;
  g_autoptr (TalksImport) first = import_text (text, TALKS_EXCHANGE_CSV, NULL, NULL);
  g_autoptr (TalksImport) import = NULL;
  g_autofree char *headings = g_strjoinv ("|", first->table->headings);
  g_autofree char *found = g_strjoinv ("|", first->table->columns);
  g_autofree char *items = NULL;

  g_assert_cmpstr (headings, ==, "Column 1|Column 2|Column 3");
  g_assert_cmpstr (found, ==, "date||");
  g_assert_cmpuint (first->table->n_rows, ==, 2);
  g_assert_true (has_remark (first->warnings, NULL, "not as headings"));

  options.columns = columns;
  import = import_text (text, TALKS_EXCHANGE_CSV, &options, NULL);
  items = describe_items (import);
  g_assert_cmpstr (items, ==, "+lane imported | event 2022-03-29-istanbul 2022-03-29 (imported) “Istanbul” | "
                              "event 2022-03-30-moscow 2022-03-30 (imported) “Moscow”");
}

/* ---- rows ---- */

static void
test_rows (void)
{
  static const struct
  {
    const char *text;
    const char *items;
    const char *left;
  } cases[] = {
    { "Date,Title\n2022-03-29,Istanbul\n",
      "+lane imported | event 2022-03-29-istanbul 2022-03-29 (imported) “Istanbul”", "" },
    { "Date;End date;Title;Type\n28 March 2022;30 March 2022;Istanbul;round\n",
      "+lane round | event 2022-03-28-istanbul 2022-03-28/2022-03-30 (round) “Istanbul”", "" },
    { "Date,Title\n2022-03-29~,a\nspring 2022,b\n199u,c\n2001/open,d\n2001?~,e\n",
      "+lane imported | event 2022-03-29-a 2022-03-29~ (imported) “a” | event 2022-21-b 2022-21 (imported) “b” | "
      "event 199-c 199X (imported) “c” | event 2001-d 2001/.. (imported) “d” | event 2001-e 2001% (imported) “e”", "" },
    { "Date,Title\n1976-06-31,a\n\n2022,\n,c\n",
      "", "2:a:The date “1976-06-31” cannot be read. There is no day “1976-06-31”: that month has 30 days. | "
      "4::It has no “Title”. | 5:c:It has no “Date”." },
    { "Year,Month,Day,End Year,Title\n\"2,022\",3,29,,a\n2022,,,2023,b\n-44,3,15,,c\n2022,13,1,,d\nMMXXII,,,,e\n",
      "+lane imported | event 2022-03-29-a 2022-03-29 (imported) “a” | event 2022-b 2022/2023 (imported) “b” | "
      "event 0043-03-15-c -0043-03-15 (imported) “c”",
      "5:d:“2022-13-01”: There is no month 13: months are 01 to 12, seasons and other parts of the year 21 to 41. | "
      "6:e:“MMXXII” is no part of a date." },
    /* A title is one line, whatever the cell of a table does. */
    { "Date,Title\n2022,\"A\nround\"\n",
      "+lane imported | event 2022-a-round 2022 (imported) “A round”", "" },
    { "Date,Title,Time,End time\n2022,a,9:05,14:30\n2023,b,2:30 pm,12:15 am\n",
      "+lane imported | event 2022-a 2022 09:05-14:30 (imported) “a” | event 2023-b 2023 14:30-00:15 (imported) “b”", "" },
    { "Date,Title\n2022,'=1+1\n2023,'tis\n",
      "+lane imported | event 2022-11 2022 (imported) “=1+1” | event 2023-tis 2023 (imported) “'tis”", "" },
    { "Date,End,Title\n2022-05,2022-03,a\n", "",
      "2:a:“2022-05” to “2022-03”: The interval ends before it begins: perhaps 2022-03/2022-05 is meant." },
    { "Date,End,Title\n2022,NA,a\nNA,2023,b\n",
      "+lane imported | event 2022-a 2022 (imported) “a” | event 2023-b /2023 (imported) “b”", "" },
    { "Start,End,Title\n2022-03-29 13:35,2022-03-29T15:20:00,a\n29/03/2022 9:05 pm,,b\n2022-03-30 00:00:00,,c\n2022 25:00,,d\n",
      "+lane imported | event 2022-03-29-a 2022-03-29 13:35-15:20 (imported) “a” | "
      "event 2022-03-29-b 2022-03-29 21:05- (imported) “b” | event 2022-03-30-c 2022-03-30 (imported) “c”",
      "5:d:The date “2022 25:00” cannot be read. A time of day cannot be entered here, only a date." },
    { "Date,Time,Title\n2022-03-29 13:35,14:00,a\n",
      "+lane imported | event 2022-03-29-a 2022-03-29 14:00- (imported) “a”", "" },
    { "Date,Title\n2022,\"a\n2023,b\n",
      "+lane imported | event 2023-b 2023 (imported) “b”", "2:\"a:A quotation mark opens in it that is never closed." },
    { "Date,Title\n2022,a\n2022,A\n",
      "+lane imported | event 2022-a 2022 (imported) “a” | event 2022-a-2 2022 (imported) “A” =2022-a", "" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksImport) import = import_text (cases[i].text, TALKS_EXCHANGE_CSV, NULL, NULL);
      g_autofree char *items = describe_items (import);
      g_autofree char *left = describe_remarks (import->left);

      g_assert_cmpstr (items, ==, cases[i].items);
      g_assert_cmpstr (left, ==, cases[i].left);
    }
}

/* Nothing is lost in silence. */
static void
test_lost (void)
{
  g_autoptr (TalksImport) import = import_text ("Date,Title,Budget,,Certainty,Lat,Lon,Place,Time\n"
                                                "2022,a,12,x,sure,91,9,Oslo,noon\n"
                                                "2023,b,13,,confirmed,60,11,Oslo,,extra\n"
                                                "2024,c,NA,,,60,,,\n", TALKS_EXCHANGE_CSV, NULL, NULL);
  const TalksEvent *event = (const TalksEvent *) ((TalksImportItem *) import->items->pdata[2])->record;

  g_assert_cmpuint (import->left->len, ==, 0);
  g_assert_true (has_remark (import->warnings, "Budget", "it says something in 2 rows"));
  g_assert_true (has_remark (import->warnings, "Column without a heading", "in 1 row"));
  g_assert_true (has_remark (import->warnings, "a", "“sure” is left out"));
  g_assert_true (has_remark (import->warnings, "a", "“91” is left out: it is no coordinate"));
  g_assert_true (has_remark (import->warnings, "a", "“noon” is left out: it is no time of day"));
  g_assert_true (has_remark (import->warnings, "b", "“extra” stands beyond the last heading"));
  g_assert_true (has_remark (import->warnings, "c", "“Place” is left out: it lacks “Name”"));
  g_assert_cmpuint (import->warnings->len, ==, 7);
  g_assert_cmpstr (event->record.id, ==, "2023-b");
  g_assert_true (event->place->has_coordinates);
  g_assert_cmpfloat (event->place->latitude, ==, 60);
  g_assert_cmpfloat (event->place->longitude, ==, 11);
}

/* ---- the order of day and month ---- */

static void
test_date_order (void)
{
  static const char text[] = "Date,Title\n03/04/2022,a\n13/04/2022,b\n05/05/2022,c\n03/04/2022 - 05/04/2022,d\n";
  static const struct
  {
    TalksDateOrder order;
    const char    *dates;
    unsigned       n_ambiguous;
  } cases[] = {
    { TALKS_DATE_ORDER_UNKNOWN, "2022-04-13 2022-05-05", 2 },
    { TALKS_DATE_ORDER_DAY_FIRST, "2022-04-03 2022-04-13 2022-05-05 2022-04-03/2022-04-05", 0 },
    { TALKS_DATE_ORDER_MONTH_FIRST, "2022-03-04 2022-04-13 2022-05-05 2022-03-04/2022-05-04", 0 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksImportOptions options = DEFAULTS;
      g_autoptr (TalksImport) import = NULL;
      g_autoptr (GString) dates = g_string_new (NULL);

      options.date_order = cases[i].order;
      import = import_text (text, TALKS_EXCHANGE_CSV, &options, NULL);
      for (guint j = 0; j < import->items->len; j++)
        {
          const TalksRecord *record = ((TalksImportItem *) import->items->pdata[j])->record;

          if (record->kind == TALKS_RECORD_EVENT)
            g_string_append_printf (dates, "%s%s", dates->len > 0 ? " " : "",
                                    talks_date_get_text (((const TalksEvent *) record)->date));
        }
      g_assert_cmpstr (dates->str, ==, cases[i].dates);
      g_assert_cmpuint (import->table->n_ambiguous, ==, cases[i].n_ambiguous);
      g_assert_cmpstr (import->table->ambiguous, ==, cases[i].n_ambiguous > 0 ? "03/04/2022" : NULL);
      g_assert_cmpuint (import->left->len, ==, cases[i].n_ambiguous);
    }
}

/* ---- encodings ---- */

static void
test_encodings (void)
{
  static const struct
  {
    const char *bytes;
    size_t      size;
    const char *asked;
    const char *language;
    const char *used;
    gboolean    guessed;
    const char *title;
  } cases[] = {
    { "Date,Title\n2022,Киї\xd0\xb2\n", 0, NULL, "en", "UTF-8", FALSE, "Київ" },
    { "\xef\xbb\xbf" "Date,Title\n2022,a\n", 0, NULL, "en", "UTF-8", FALSE, "a" },
    { "\xef\xbb\xbf" "Date,Title\n2022,a\n", 0, "UTF-8", "en", "UTF-8", FALSE, "a" },
    { "Date,Title\n2022,\xca\xe8\xbf\xe2\n", 0, NULL, "uk", "WINDOWS-1251", TRUE, "Київ" },
    { "Date,Title\n2022,\xca\xe8\xbf\xe2\n", 0, "WINDOWS-1251", "en", "WINDOWS-1251", FALSE, "Київ" },
    { "Date,Title\n2022,\xca\xe8\xbf\xe2\n", 0, NULL, "en", "WINDOWS-1251", TRUE, "Київ" },
    { "Date,Title\n2022,caf\xe9\n", 0, NULL, "en", "WINDOWS-1252", TRUE, "café" },
    { "Date,Title\n2022,\x81\xe9\n", 0, NULL, "en", "ISO-8859-1", TRUE, "\xc2\x81é" },
    { "\xff\xfe" "D\0a\0t\0e\0,\0T\0i\0t\0l\0e\0\n\0" "2\0" "0\0" "2\0" "2\0,\0\x1a\x04\n\0", 38, NULL, "en", "UTF-16LE", FALSE, "К" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksDocument) document = talks_document_new ();
      g_autoptr (TalksText) title = talks_text_new_plain ("t");
      TalksImportOptions options = DEFAULTS;
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].size > 0 ? cases[i].size : strlen (cases[i].bytes));
      g_autoptr (GError) error = NULL;
      g_autoptr (TalksImport) import = NULL;

      talks_test_replace (document, talks_head_new (title, NULL, cases[i].language, NULL));
      options.encoding = cases[i].asked;
      import = talks_import_read (bytes, TALKS_EXCHANGE_CSV, &options, document, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (import->table->encoding, ==, cases[i].used);
      g_assert_cmpint (import->table->encoding_guessed, ==, cases[i].guessed);
      g_assert_cmpstr (import->table->headings[0], ==, "Date");
      g_assert_cmpuint (import->items->len, ==, 2);
      g_assert_cmpstr (talks_record_get_title (((TalksImportItem *) import->items->pdata[1])->record, NULL), ==, cases[i].title);
    }
}

static void
test_failing (void)
{
  TalksImportOptions options = DEFAULTS;
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (GBytes) binary = g_bytes_new_static ("a,b\n\0,c", 7);
  g_autoptr (GBytes) latin = g_bytes_new_static ("a,\xe9", 3);
  g_autoptr (GError) error = NULL;

  import_failing ("", TALKS_EXCHANGE_CSV, TALKS_ERROR_FORMAT);
  import_failing (" \n,,\n", TALKS_EXCHANGE_CSV, TALKS_ERROR_FORMAT);
  g_assert_null (talks_import_read (binary, TALKS_EXCHANGE_CSV, &options, document, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_ENCODING);
  g_clear_error (&error);
  options.encoding = "UTF-8";
  g_assert_null (talks_import_read (latin, TALKS_EXCHANGE_CSV, &options, document, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_ENCODING);
}

/* ---- choices of the user ---- */

static void
test_choices (void)
{
  static const char * const columns[] = { "title", "date", "", NULL };
  static const char * const stances[] = { "stance", "date", "party", NULL };
  TalksImportOptions options = DEFAULTS;
  g_autoptr (TalksImport) import = NULL;
  g_autoptr (TalksImport) positions = NULL;
  g_autofree char *items = NULL;

  options.columns = columns;
  options.default_kind = "talks";
  options.delimiter = ',';
  import = import_text ("this,that,Date\nOslo; Bergen,2022,x\n", TALKS_EXCHANGE_CSV, &options, NULL);
  items = describe_items (import);
  g_assert_cmpstr (items, ==, "+lane talks | event 2022-oslo-bergen 2022 (talks) “Oslo; Bergen”");
  options.rows = TALKS_RECORD_POSITION;
  options.columns = stances;
  positions = import_text ("a,b,c\nNo more,2022,Alba\n", TALKS_EXCHANGE_CSV, &options, NULL);
  g_assert_cmpuint (positions->items->len, ==, 0);
  g_assert_true (has_remark (positions->left, "No more", "It has no “Topic”."));
}

/* A column that the rows cannot hold is none. */
static void
test_foreign_column (void)
{
  static const char * const columns[] = { "stance", "date", "attendance", "place.lat", NULL };
  TalksImportOptions options = DEFAULTS;
  g_autoptr (TalksImport) import = NULL;

  options.rows = TALKS_RECORD_POSITION;
  options.columns = columns;
  import = import_text ("a,b,c,d\nNo more,2022,Eve,1\n", TALKS_EXCHANGE_CSV, &options, NULL);
  g_assert_true (has_remark (import->left, "No more", "It has no"));
}

/* ---- the document ---- */

static TalksDocument *
make_document (void)
{
  TalksDocument *document = talks_document_new ();
  TalksEvent *event;

  talks_test_add (document, talks_test_lane_new ("lane", "talks summit"));
  talks_test_add (document, talks_test_party_new ("alba", NULL));
  talks_test_add (document, talks_test_participant_new ("ann", "alba"));
  talks_test_add (document, talks_test_source_new ("letters", "https://example.org/letters"));
  event = talks_test_event_new ("first", "talks", "2022-03-29");
  talks_test_add (document, event);
  return document;
}

/* What a file names is found in the document by id, name or address, else made. */
static void
test_names (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksImport) import =
    import_text ("Date,Title,Type,Participants,Source,id\n"
                 "2022,a,SUMMIT,ann; Eve,https://example.org/letters; https://example.org/new; An archive,first\n"
                 "2023,b,Lane,Eve,,\n"
                 "2022-03-29,First,other,,,\n", TALKS_EXCHANGE_CSV, NULL, document);
  g_autofree char *items = describe_items (import);
  const TalksEvent *event;

  g_assert_cmpstr (items, ==, "+lane other | +participant eve | event first-2 2022 (summit) “a” [letters example-org-new an-archive] | "
                              "event 2023-b 2023 (talks) “b” | event 2022-03-29-first 2022-03-29 (other) “First” =first | "
                              "+source example-org-new | +source an-archive");
  g_assert_cmpuint (import->warnings->len, ==, 0);
  apply_import (import, document);
  event = talks_document_lookup_kind (document, TALKS_RECORD_EVENT, "first-2");
  g_assert_cmpuint (event->attendance->len, ==, 2);
  g_assert_cmpstr (((TalksAttendance *) event->attendance->pdata[0])->participant, ==, "ann");
  g_assert_cmpstr (((TalksAttendance *) event->attendance->pdata[1])->participant, ==, "eve");
  g_assert_cmpint (((TalksAttendance *) event->attendance->pdata[1])->presence, ==, TALKS_PRESENCE_UNCLEAR);
  /* The lane of an event that is not taken is not made. */
  g_assert_null (talks_document_lookup (document, "other"));
  g_assert_null (talks_document_lookup (document, "2022-03-29-first"));
}

/* A record that cannot be without what it is about goes, and takes nothing with it; the order of the rows is no matter. */
static void
test_about_nothing (void)
{
  static const char * const orders[] = {
    "A,2022,T,%s,p1,\nB,2022,T,Alba,p2,p1\n",
    "B,2022,T,Alba,p2,p1\nA,2022,T,%s,p1,\n",
  };
  TalksImportOptions options = DEFAULTS;
  g_autofree char *name = g_strnfill (2001, 'x');

  options.rows = TALKS_RECORD_POSITION;
  for (size_t i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GString) text = g_string_new ("stance,date,topic,party,id,replaces\n");
      g_autoptr (TalksImport) import = NULL;
      const TalksPosition *position;
      guint at = 0;

      g_string_append (text, orders[i]);
      g_string_replace (text, "%s", name, 1);
      import = import_text (text->str, TALKS_EXCHANGE_CSV, &options, NULL);
      g_assert_cmpuint (import->left->len, ==, 1);
      g_assert_true (has_remark (import->left, "A", "What it is about is not there."));
      g_assert_true (has_remark (import->warnings, "B", "which is neither in this file"));
      while (((TalksImportItem *) import->items->pdata[at])->record->kind != TALKS_RECORD_POSITION)
        at++;
      position = (const TalksPosition *) ((TalksImportItem *) import->items->pdata[at])->record;
      g_assert_cmpstr (position->record.id, ==, "p2");
      g_assert_null (position->replaces);
      g_assert_cmpuint (at + 1, ==, import->items->len);
    }
}

/* What nobody that is chosen names stays out; what somebody names comes along. */
static void
test_chosen (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksImport) import = import_text ("Date,Title,Participants\n2022,a,Eve\n2023,b,Bob\n", TALKS_EXCHANGE_CSV, NULL,
                                                document);

  for (guint i = 0; i < import->items->len; i++)
    {
      TalksImportItem *item = import->items->pdata[i];

      item->chosen = strcmp (item->record->id, "2023-b") == 0;
    }
  apply_import (import, document);
  g_assert_nonnull (talks_document_lookup (document, "2023-b"));
  g_assert_nonnull (talks_document_lookup_kind (document, TALKS_RECORD_LANE, "imported"));
  g_assert_nonnull (talks_document_lookup (document, "bob"));
  g_assert_null (talks_document_lookup (document, "2022-a"));
  g_assert_null (talks_document_lookup (document, "eve"));
}

/* A column of another meaning does not fill the window with lanes. */
static void
test_many_kinds (void)
{
  g_autoptr (GString) text = g_string_new ("Date,Title,Type\n");
  g_autoptr (TalksImport) import = NULL;
  guint n_lanes = 0;

  for (int i = 0; i < 50; i++)
    g_string_append_printf (text, "2022,t%d,kind %d\n", i, i);
  import = import_text (text->str, TALKS_EXCHANGE_CSV, NULL, NULL);
  for (guint i = 0; i < import->items->len; i++)
    n_lanes += ((TalksImportItem *) import->items->pdata[i])->record->kind == TALKS_RECORD_LANE;
  g_assert_cmpuint (n_lanes, ==, 8);
  g_assert_true (has_remark (import->warnings, NULL, "42 kinds of events have no lanes of their own"));
}

/* Each record has an id of its own, whatever ids the file gives. */
static void
test_ids (void)
{
  g_autoptr (TalksImport) import =
    import_text ("Date,Title,id\n2021,a,x\n2022,b,x\n2023,c,x-2\n2024,d,two words\n2025,d,\n", TALKS_EXCHANGE_CSV, NULL, NULL);
  g_autofree char *items = describe_items (import);

  g_assert_cmpstr (items, ==, "+lane imported | event x 2021 (imported) “a” | event x-2 2022 (imported) “b” | "
                              "event x-2-2 2023 (imported) “c” | event 2024-d 2024 (imported) “d” | "
                              "event 2025-d 2025 (imported) “d”");
  g_assert_true (has_remark (import->warnings, "b", "The id “x” stands twice"));
  g_assert_cmpuint (import->warnings->len, ==, 1);
}

/* A file in which everything is wrong takes no memory without end. */
static void
test_many_remarks (void)
{
  g_autoptr (GString) text = g_string_new ("Date,Title\n");
  g_autoptr (TalksImport) import = NULL;

  for (int i = 0; i < TALKS_IMPORT_MAX_REMARKS + 7; i++)
    g_string_append (text, "never,a\n");
  import = import_text (text->str, TALKS_EXCHANGE_CSV, NULL, NULL);
  g_assert_cmpuint (import->left->len, ==, TALKS_IMPORT_MAX_REMARKS);
  g_assert_cmpuint (import->n_more, ==, 7);
}

/* A record that could not be read again is not made. */
static void
test_too_large (void)
{
  g_autofree char *words = g_strnfill (1100000, 'x');
  g_autofree char *text = g_strdup_printf ("Date,Title,Text\n2022,a,%s\n2023,b,short\n", words);
  g_autoptr (TalksImport) import = import_text (text, TALKS_EXCHANGE_CSV, NULL, NULL);
  g_autofree char *items = describe_items (import);

  g_assert_cmpstr (items, ==, "+lane imported | event 2023-b 2023 (imported) “b”");
  g_assert_true (has_remark (import->left, "a", "larger than a record"));
}

/* TimelineJS has HTML in its tables. */
static void
test_html (void)
{
  g_autoptr (TalksImport) import =
    import_text ("Year,Headline,Text\n2022,<b>A &amp; B</b>,\"<p>One</p><p>Two<br>three <script>x</script></p>\"\n",
                 TALKS_EXCHANGE_CSV, NULL, NULL);
  const TalksEvent *event = (const TalksEvent *) ((TalksImportItem *) import->items->pdata[1])->record;

  g_assert_cmpstr (talks_text_get (event->title, NULL), ==, "A & B");
  g_assert_cmpstr (talks_text_get (event->summary, NULL), ==, "One\n\nTwo\nthree");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/import-csv/headings", test_headings);
  g_test_add_func ("/exchange/import-csv/no-headings", test_no_headings);
  g_test_add_func ("/exchange/import-csv/rows", test_rows);
  g_test_add_func ("/exchange/import-csv/lost", test_lost);
  g_test_add_func ("/exchange/import-csv/date-order", test_date_order);
  g_test_add_func ("/exchange/import-csv/encodings", test_encodings);
  g_test_add_func ("/exchange/import-csv/failing", test_failing);
  g_test_add_func ("/exchange/import-csv/choices", test_choices);
  g_test_add_func ("/exchange/import-csv/foreign-column", test_foreign_column);
  g_test_add_func ("/exchange/import-csv/names", test_names);
  g_test_add_func ("/exchange/import-csv/about-nothing", test_about_nothing);
  g_test_add_func ("/exchange/import-csv/chosen", test_chosen);
  g_test_add_func ("/exchange/import-csv/many-kinds", test_many_kinds);
  g_test_add_func ("/exchange/import-csv/ids", test_ids);
  g_test_add_func ("/exchange/import-csv/many-remarks", test_many_remarks);
  g_test_add_func ("/exchange/import-csv/too-large", test_too_large);
  g_test_add_func ("/exchange/import-csv/html", test_html);
  return g_test_run ();
}
