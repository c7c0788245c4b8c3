/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every problem of a document that was read has its place in the file, and is told in one line of UTF-8. */

#include "fuzz.h"
#include "talks-document-reader.h"

#include <string.h>

static void
check_line (const char *text)
{
  g_assert_nonnull (text);
  g_assert_cmpstr (text, !=, "");
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strpbrk (text, "\r\n"));
}

/* It is there, or it is missing in something that is there. */
static void
check_problem (const TalksReading *reading,
               const TalksProblem *problem)
{
  unsigned line = 0;
  unsigned column = 0;

  check_line (problem->message);
  g_assert_true (g_utf8_validate (problem->pointer, -1, NULL));
  if (!talks_reading_locate (reading, problem->pointer, &line, &column))
    {
      const char *slash = strrchr (problem->pointer, '/');
      g_autofree char *parent = NULL;

      g_assert_nonnull (slash);
      parent = g_strndup (problem->pointer, slash - problem->pointer);
      g_assert_true (talks_reading_locate (reading, parent, &line, &column));
    }
  g_assert_cmpuint (line, >=, 1);
  g_assert_cmpuint (column, >=, 1);
}

static void
check_records (TalksDocument *document)
{
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, kind);

      for (guint i = 0; i < records->len; i++)
        {
          const TalksRecord *record = g_ptr_array_index (records, i);

          g_assert_true (record == talks_document_lookup (document, record->id));
          g_assert_true (g_utf8_validate (record->id, -1, NULL));
          g_assert_cmpstr (record->id, !=, "");
          g_assert_true (g_utf8_validate (talks_record_get_title (record, "uk,en"), -1, NULL));
        }
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_document_read_bytes (bytes, "f", NULL, &error);

  if (reading == NULL)
    {
      g_assert_nonnull (error);
      check_line (error->message);
      return 0;
    }
  g_assert_no_error (error);
  for (guint i = 0; i < reading->problems->len; i++)
    check_problem (reading, g_ptr_array_index (reading->problems, i));
  check_records (reading->document);
  return 0;
}
