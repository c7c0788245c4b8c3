/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is imported has ids that are free, texts that are valid, and dates; it can be added, and it can be written. The
 * format is found by the first byte where that is one of "0" to "9", which is no part of the file then. */

#include "fuzz.h"
#include "talks-document-writer.h"
#include "talks-import.h"
#include "talks-record-fields.h"

static TalksDocument *
make_document (void)
{
  static const char text[] =
    "{\"format\":\"talks-timeline\",\"version\":1,\"title\":\"T\",\"language\":\"en\","
    "\"lanes\":[{\"id\":\"lane\",\"name\":\"Talks\",\"kinds\":[\"talks\"]}],"
    "\"parties\":[{\"id\":\"a\",\"name\":\"Alba\",\"kind\":\"state\",\"color\":\"#1f63d0\",\"mark\":\"circle\"}],"
    "\"events\":[{\"id\":\"e\",\"date\":\"2022-03-29\",\"kind\":\"talks\",\"title\":\"a\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (TalksReading) reading = talks_document_read_bytes (bytes, "f", NULL, NULL);

  g_assert_nonnull (reading);
  return g_object_ref (reading->document);
}

static void
check_remarks (GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const TalksImportRemark *remark = remarks->pdata[i];

      g_assert_true (g_utf8_validate (remark->why, -1, NULL));
      g_assert_cmpstr (remark->why, !=, "");
      g_assert_true (remark->what == NULL || g_utf8_validate (remark->what, -1, NULL));
    }
}

static void
check_item (const TalksImportItem *item)
{
  const TalksFieldSet *fields = talks_record_kind_get_fields (item->record->kind);

  g_assert_true (g_utf8_validate (item->record->id, -1, NULL));
  g_assert_true (g_utf8_validate (talks_record_get_title (item->record, "uk,en"), -1, NULL));
  for (guint i = 0; i < fields->n_fields; i++)
    if (fields->fields[i].required)
      g_assert_false (talks_field_is_absent (&fields->fields[i], item->record));
}

/* What is written can be read again, and is the same. */
static void
check_writing (TalksDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = talks_document_write (document, NULL, NULL, &error);
  g_autoptr (TalksReading) reading = bytes != NULL ? talks_document_read_bytes (bytes, "f", NULL, &error) : NULL;

  g_assert_no_error (error);
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    g_assert_cmpuint (talks_document_count (reading->document, kind), ==, talks_document_count (document, kind));
}

static void
check_import (TalksImport   *import,
              TalksDocument *document)
{
  g_autoptr (GPtrArray) changes = NULL;

  check_remarks (import->left);
  check_remarks (import->warnings);
  for (guint i = 0; i < import->items->len; i++)
    check_item (import->items->pdata[i]);
  changes = talks_import_make_changes (import);
  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (GError) error = NULL;

      talks_document_apply (document, changes->pdata[i], &error);
      g_assert_no_error (error);
    }
  check_writing (document);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const TalksExchangeFormat formats[] = {
    TALKS_EXCHANGE_CSV, TALKS_EXCHANGE_TIMELINEJS, TALKS_EXCHANGE_TIMELINE_PROJECT, TALKS_EXCHANGE_CSL_JSON,
    TALKS_EXCHANGE_BIBTEX,
#ifdef TALKS_HAVE_ICAL
    TALKS_EXCHANGE_ICALENDAR,
#endif
  };
  gboolean chosen = size > 0 && *data >= '0' && *data <= '9';
  g_autoptr (GBytes) bytes = g_bytes_new (data + chosen, size - chosen);
  TalksImportOptions options = { .today = talks_day_from_civil (2025, 5, 16), .rows = TALKS_IMPORT_ROWS_FIND_OUT };
  TalksExchangeFormat format = chosen ? formats[(*data - '0') % G_N_ELEMENTS (formats)] : talks_import_guess_format (NULL, bytes);
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (chosen && *data >= '5')
    options.date_order = TALKS_DATE_ORDER_DAY_FIRST;
  import = talks_import_read (bytes, format, &options, document, &error);
  if (import == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);
  check_import (import, document);
  return 0;
}
