/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "merge-fixture.h"

#include <string.h>

#include "talks-document-reader.h"
#include "talks-record-fields.h"

TalksDocument *
merge_fixture_make (const char *members)
{
  g_autofree char *json = g_strdup_printf ("{ 'format': 'talks-timeline', 'version': 1%s%s }",
                                           *members != '\0' ? ", " : "", members);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TalksReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  g_strdelimit (json, "'", '"');
  bytes = g_bytes_new (json, strlen (json));
  reading = talks_document_read_bytes (bytes, "test", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (reading->left_out), ==, 0);
  return g_object_ref (reading->document);
}

/* Why two documents are not equal; NULL when they are. */
static char *
find_difference (TalksDocument *a,
                 TalksDocument *b)
{
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      GPtrArray *first = talks_document_get_records (a, kind);
      GPtrArray *second = talks_document_get_records (b, kind);

      if (first->len != second->len)
        return g_strdup_printf ("%u %s, not %u", first->len, talks_record_kind_to_list (kind), second->len);
      for (guint i = 0; i < first->len; i++)
        if (!talks_record_equal (first->pdata[i], second->pdata[i]))
          return g_strdup_printf ("%s/%u: “%s”, “%s”", talks_record_kind_to_list (kind), i,
                                  ((TalksRecord *) first->pdata[i])->id, ((TalksRecord *) second->pdata[i])->id);
    }
  return NULL;
}

void
merge_fixture_assert_equal (TalksDocument *a,
                            TalksDocument *b,
                            const char    *what)
{
  g_autofree char *difference = find_difference (a, b);

  if (difference != NULL)
    g_error ("%s: %s", what, difference);
}

void
merge_fixture_check_changes (TalksMerge    *merge,
                             TalksDocument *ours,
                             const char    *what)
{
  g_autoptr (TalksDocument) copy = talks_document_copy (ours);
  TalksDocument *result = talks_merge_get_result (merge);
  GPtrArray *changes = talks_merge_get_changes (merge);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      talks_document_apply (copy, changes->pdata[i], &error);
      g_assert_no_error (error);
    }
  merge_fixture_assert_equal (copy, result, what);
  for (guint i = changes->len; i-- > 0;)
    {
      g_autoptr (TalksChange) back = talks_change_invert (changes->pdata[i]);

      talks_document_apply (copy, back, &error);
      g_assert_no_error (error);
    }
  merge_fixture_assert_equal (copy, ours, what);
}
