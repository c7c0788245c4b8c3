/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What our own exports hold comes back. */

#include <string.h>

#include "import-fixture.h"
#include "talks-file.h"
#include "talks-record-fields.h"
#include "talks-test-support.h"

static TalksDocument *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (reading->document);
}

static TalksImport *
export_and_import (TalksDocument       *document,
                   TalksDocument       *into,
                   TalksExchangeFormat  format)
{
  const TalksExchangeOptions export_options = { .now = G_USEC_PER_SEC };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = talks_exchange_export (document, format, &export_options, NULL, &error);
  g_autoptr (GPtrArray) beside = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_import_beside_free);
  const TalksImportOptions options = {
    .today = talks_test_day ("2025-05-16"), .rows = TALKS_IMPORT_ROWS_FIND_OUT, .beside = beside,
  };
  TalksImport *import;

  g_assert_no_error (error);
  for (guint i = 1; i < files->len; i++)
    {
      const TalksExchangeFile *file = files->pdata[i];
      TalksImportBeside *one = g_new0 (TalksImportBeside, 1);

      one->part = g_strdup (file->part);
      one->bytes = g_bytes_ref (file->bytes);
      g_ptr_array_add (beside, one);
    }
  import = talks_import_read (((TalksExchangeFile *) files->pdata[0])->bytes, format, &options, into, &error);
  g_assert_no_error (error);
  return import;
}

/* A text in one language only comes back without its tag: both say the same. */
static gboolean
is_same (const TalksField *field,
         gconstpointer     a,
         gconstpointer     b)
{
  if (talks_field_equal (field, a, b))
    return TRUE;
  if (field->type == TALKS_FIELD_TEXT)
    return g_strcmp0 (talks_text_get (TALKS_FIELD_VALUE (field, a, TalksText *), "en"),
                      talks_text_get (TALKS_FIELD_VALUE (field, b, TalksText *), "en")) == 0;
  if (field->type == TALKS_FIELD_STRUCT)
    {
      gconstpointer left = TALKS_FIELD_VALUE (field, a, gpointer);
      gconstpointer right = TALKS_FIELD_VALUE (field, b, gpointer);

      for (guint i = 0; i < field->parts->n_fields && left != NULL && right != NULL; i++)
        if (!is_same (&field->parts->fields[i], left, right))
          return FALSE;
      return left != NULL && right != NULL;
    }
  if (field->type == TALKS_FIELD_LIST)
    {
      const GPtrArray *left = TALKS_FIELD_VALUE (field, a, GPtrArray *);
      const GPtrArray *right = TALKS_FIELD_VALUE (field, b, GPtrArray *);

      for (guint i = 0; i < left->len && left->len == right->len; i++)
        for (guint j = 0; j < field->parts->n_fields; j++)
          if (!is_same (&field->parts->fields[j], left->pdata[i], right->pdata[i]))
            return FALSE;
      return left->len == right->len;
    }
  return FALSE;
}

static void
assert_same (const TalksRecord *a,
             const TalksRecord *b)
{
  const TalksFieldSet *fields = talks_record_kind_get_fields (a->kind);

  for (guint i = 0; i < fields->n_fields; i++)
    if (!is_same (&fields->fields[i], a, b))
      g_error ("%s: “%s” is another", a->id, fields->fields[i].name);
}

static void
check_tables (const char *path)
{
  g_autoptr (TalksDocument) document = load (path);
  g_autoptr (TalksDocument) empty = talks_document_new ();
  g_autoptr (TalksImport) import = export_and_import (document, empty, TALKS_EXCHANGE_CSV);
  g_autoptr (TalksImport) again = export_and_import (document, document, TALKS_EXCHANGE_CSV);
  g_autofree char *left = describe_remarks (import->left);
  g_autofree char *warnings = describe_remarks (import->warnings);
  g_autoptr (GPtrArray) none = NULL;

  g_assert_true (import->table->is_own);
  g_assert_cmpstr (left, ==, "");
  g_assert_cmpstr (warnings, ==, "");
  for (guint i = 0; i < import->items->len; i++)
    ((TalksImportItem *) import->items->pdata[i])->chosen = TRUE; /* also what is alike within the document */
  apply_import (import, empty);
  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, (TalksRecordKind) kind);

      g_assert_cmpuint (talks_document_count (empty, (TalksRecordKind) kind), ==, records->len);
      for (guint i = 0; i < records->len; i++)
        {
          const TalksRecord *record = records->pdata[i];
          const TalksRecord *same = talks_document_lookup (empty, record->id);

          g_assert_nonnull (same);
          assert_same (record, same);
        }
    }
  /* Into the document that it comes from, it adds nothing. */
  none = talks_import_make_changes (again);
  g_assert_cmpuint (again->items->len, ==, import->items->len);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_tables (void)
{
  g_autofree char *full = g_test_build_filename (G_TEST_DIST, "data", "documents", "full.talks.json", NULL);

  check_tables (full);
  check_tables (g_getenv ("TALKS_TEST_DOCUMENT"));
}

/* Formats that hold less keep dates, titles and ids, and are known again. */
static void
test_others (void)
{
  static const TalksExchangeFormat formats[] = {
    TALKS_EXCHANGE_TIMELINEJS,
#ifdef TALKS_HAVE_ICAL
    TALKS_EXCHANGE_ICALENDAR,
#endif
  };
  g_autoptr (TalksDocument) document = load (g_getenv ("TALKS_TEST_DOCUMENT"));

  for (size_t f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autoptr (TalksDocument) empty = talks_document_new ();
      g_autoptr (TalksImport) import = export_and_import (document, empty, formats[f]);
      g_autoptr (TalksImport) again = export_and_import (document, document, formats[f]);
      g_autoptr (GPtrArray) none = talks_import_make_changes (again);
      GPtrArray *events = talks_document_get_records (document, TALKS_RECORD_EVENT);

      g_assert_cmpuint (import->left->len, ==, 0);
      g_assert_cmpuint (none->len, ==, 0);
      apply_import (import, empty);
      for (guint i = 0; i < events->len; i++)
        {
          const TalksEvent *event = events->pdata[i];
          const TalksEvent *same = talks_document_lookup_kind (empty, TALKS_RECORD_EVENT, event->record.id);

          g_assert_nonnull (same);
          g_assert_cmpint (talks_date_get_earliest (same->date), ==, talks_date_get_earliest (event->date));
          g_assert_cmpint (talks_date_get_latest (same->date), ==, talks_date_get_latest (event->date));
          g_assert_cmpstr (talks_text_get (same->title, NULL), ==, talks_text_get (event->title, "en"));
          if (formats[f] == TALKS_EXCHANGE_ICALENDAR)
            g_assert_cmpstr (talks_date_get_text (same->date), ==, talks_date_get_text (event->date));
        }
    }
}

static void
test_sources (void)
{
  static const TalksExchangeFormat formats[] = { TALKS_EXCHANGE_CSL_JSON, TALKS_EXCHANGE_BIBTEX };
  g_autoptr (TalksDocument) document = load (g_getenv ("TALKS_TEST_DOCUMENT"));

  for (size_t f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autoptr (TalksDocument) empty = talks_document_new ();
      g_autoptr (TalksImport) import = export_and_import (document, empty, formats[f]);
      g_autoptr (TalksImport) again = export_and_import (document, document, formats[f]);
      g_autoptr (GPtrArray) none = talks_import_make_changes (again);

      g_assert_cmpuint (none->len, ==, 0);
      apply_import (import, empty);
      g_assert_cmpuint (talks_document_count (empty, TALKS_RECORD_SOURCE), ==,
                        talks_document_count (document, TALKS_RECORD_SOURCE));
    }
}

/* What is wrong in a table beside the first is told by the table's name. */
static void
test_beside (void)
{
  static const char events[] =
    "id,date,time.start,time.end,time.zone,time_note,kind,format,place.name,place.lat,place.lon,label,title,summary,outcome,"
    "certainty,note,sources\r\ne,2022,,,,,talks,,,,,,T,,,confirmed,,\r\n";
  static const struct
  {
    const char *part;
    const char *text;
  } tables[] = {
    { "events-attendance", "record,number,participant,role,presence,note\r\ne,1,ann,chair,present,\r\nx,1,ann,,present,\r\n"
                           "e,2,,chair,present,\r\n" },
    { "participants", "id,name,native_name,party,description,sources\r\nann,Ann,,,,\r\nbob,,,,,\r\n" },
    { "topics", "this,that\r\n1,2\r\n" },
  };
  g_autoptr (GPtrArray) beside = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_import_beside_free);
  const TalksImportOptions options = { .rows = TALKS_IMPORT_ROWS_FIND_OUT, .beside = beside };
  g_autoptr (TalksImport) import = NULL;
  g_autofree char *items = NULL;
  g_autofree char *left = NULL;

  for (size_t i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      TalksImportBeside *one = g_new0 (TalksImportBeside, 1);

      one->part = g_strdup (tables[i].part);
      one->bytes = g_bytes_new (tables[i].text, strlen (tables[i].text));
      g_ptr_array_add (beside, one);
    }
  import = import_text (events, TALKS_EXCHANGE_CSV, &options, NULL);
  items = describe_items (import);
  left = describe_remarks (import->left);
  g_assert_cmpstr (items, ==, "+lane talks | participant ann | event e 2022 (talks) “T”");
  g_assert_cmpstr (left, ==, "3:participants:It has no “Name”. | "
                             "3:events-attendance · x:The record that it belongs to is not in the import: choose the first table "
                             "of the export, and the others beside it come along. | "
                             "4:events-attendance · T:It has no “Participant”.");
  g_assert_true (has_remark (import->warnings, "topics", "not as Talks writes it"));
  g_assert_cmpuint (((TalksEvent *) ((TalksImportItem *) import->items->pdata[2])->record)->attendance->len, ==, 1);
}

/* Every text that a spreadsheet could run comes back as it was. */
static void
test_guards (void)
{
  static const char * const titles[] = {
    "=1+1", "+49", "-3", "@sum", "\t=x", "\n=x", "'=x", "''=x", "'tis", "'", "a=b", " space ", "two\r\nlines", "\"quotes\"",
    "comma, semicolon; tab\tend", "NA",
  };

  for (size_t i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (TalksDocument) document = talks_document_new ();
      g_autoptr (TalksDocument) empty = talks_document_new ();
      TalksEvent *event = talks_test_event_new ("e", "talks", "2022-03-10");
      g_autoptr (TalksImport) import = NULL;

      talks_text_unref (event->title);
      talks_text_unref (event->label);
      event->title = talks_text_new_plain (titles[i]);
      event->label = talks_text_ref (event->title);
      event->note = talks_text_ref (event->title);
      talks_test_add (document, event);
      import = export_and_import (document, empty, TALKS_EXCHANGE_CSV);
      apply_import (import, empty);
      event = talks_document_lookup_kind (empty, TALKS_RECORD_EVENT, "e");
      g_assert_nonnull (event);
      g_assert_cmpstr (talks_text_get (event->title, NULL), ==, titles[i]);
      g_assert_cmpstr (talks_text_get (event->note, NULL), ==, titles[i]);
      g_assert_true (event->label == event->title);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/import-own/tables", test_tables);
  g_test_add_func ("/exchange/import-own/others", test_others);
  g_test_add_func ("/exchange/import-own/sources", test_sources);
  g_test_add_func ("/exchange/import-own/beside", test_beside);
  g_test_add_func ("/exchange/import-own/guards", test_guards);
  return g_test_run ();
}
