/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"

#include <string.h>

#include "talks-error.h"
#include "talks-test-support.h"

TalksImport *
import_text (const char               *text,
             TalksExchangeFormat       format,
             const TalksImportOptions *options,
             TalksDocument            *document)
{
  const TalksImportOptions defaults = { .today = talks_test_day ("2025-05-16"), .rows = TALKS_IMPORT_ROWS_FIND_OUT };
  g_autoptr (TalksDocument) empty = talks_document_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TalksImport *import = talks_import_read (bytes, format, options != NULL ? options : &defaults,
                                           document != NULL ? document : empty, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);
  return import;
}

void
import_failing (const char          *text,
                TalksExchangeFormat  format,
                int                  code)
{
  const TalksImportOptions options = { .rows = TALKS_IMPORT_ROWS_FIND_OUT };
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksImport) import = talks_import_read (bytes, format, &options, document, &error);

  g_assert_null (import);
  if (code >= 0)
    g_assert_error (error, TALKS_ERROR, code);
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
describe_event (GString          *words,
                const TalksEvent *event)
{
  g_autofree char *sources = g_strjoinv (" ", event->sources);

  g_string_append_printf (words, " %s", talks_date_get_text (event->date));
  if (event->time != NULL)
    g_string_append_printf (words, " %s-%s%s", event->time->start, event->time->end != NULL ? event->time->end : "",
                            event->time->zone != NULL ? event->time->zone : "");
  g_string_append_printf (words, " (%s) “%s”", event->kind, talks_text_get (event->title, NULL));
  if (*sources != '\0')
    g_string_append_printf (words, " [%s]", sources);
}

char *
describe_items (const TalksImport *import)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < import->items->len; i++)
    {
      const TalksImportItem *item = import->items->pdata[i];
      const char *list = talks_record_kind_to_list (item->record->kind);

      g_assert_cmpint (item->chosen, ==, item->alike == NULL);
      g_string_append_printf (words, "%s%s%.*s %s", i > 0 ? " | " : "", item->made ? "+" : "", (int) strlen (list) - 1, list,
                              item->record->id);
      if (item->record->kind == TALKS_RECORD_EVENT)
        describe_event (words, (const TalksEvent *) item->record);
      if (item->alike != NULL)
        g_string_append_printf (words, " =%s", item->alike);
    }
  return g_string_free (words, FALSE);
}

char *
describe_remarks (GPtrArray *remarks)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < remarks->len; i++)
    {
      const TalksImportRemark *remark = remarks->pdata[i];

      g_string_append_printf (words, "%s%u:%s:%s", i > 0 ? " | " : "", remark->line, remark->what != NULL ? remark->what : "",
                              remark->why);
    }
  return g_string_free (words, FALSE);
}

gboolean
has_remark (GPtrArray  *remarks,
            const char *what,
            const char *words)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const TalksImportRemark *remark = remarks->pdata[i];

      if (g_strcmp0 (remark->what, what) == 0 && strstr (remark->why, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

void
apply_import (TalksImport   *import,
              TalksDocument *document)
{
  g_autoptr (GPtrArray) changes = talks_import_make_changes (import);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (GError) error = NULL;

      talks_document_apply (document, changes->pdata[i], &error);
      g_assert_no_error (error);
    }
}
