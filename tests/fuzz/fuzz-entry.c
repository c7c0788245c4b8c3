/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is typed as a date gives different dates to choose from, or a sentence, or nothing if it is blank;
 * and a date offered is EDTF, which passes through unchanged. */

#include "fuzz.h"
#include "talks-date-entry.h"

#include <string.h>

/* 16 May 2025. */
#define TODAY ((TalksDay) 20224)

static void
check_candidates (const TalksDateEntry *entry)
{
  for (guint i = 0; i < entry->candidates->len; i++)
    {
      const TalksDate *date = g_ptr_array_index (entry->candidates, i);
      const char *text = talks_date_get_text (date);
      g_autoptr (TalksDateEntry) again = talks_date_entry_parse (text, TODAY);
      g_autoptr (TalksDate) parsed = talks_date_parse (text, NULL);

      g_assert_nonnull (parsed);
      g_assert_cmpint (talks_date_compare (date, parsed), ==, 0);
      g_assert_cmpint (talks_date_get_earliest (date), <=, talks_date_get_latest (date));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (talks_date_get_text (g_ptr_array_index (entry->candidates, j)), !=, text);
      /* A long list may not fit in a line to type. */
      if (strlen (text) > TALKS_DATE_ENTRY_MAX_LENGTH)
        continue;
      g_assert_nonnull (talks_date_entry_get_date (again));
      g_assert_cmpstr (talks_date_get_text (talks_date_entry_get_date (again)), ==, text);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (TalksDateEntry) entry = talks_date_entry_parse (text, TODAY);

  g_assert_nonnull (entry);
  g_assert_nonnull (entry->candidates);
  g_assert_true ((talks_date_entry_get_date (entry) != NULL) == (entry->candidates->len == 1));
  if (entry->candidates->len > 0)
    g_assert_null (entry->problem);
  if (entry->problem != NULL)
    {
      g_assert_cmpstr (entry->problem, !=, "");
      g_assert_true (g_utf8_validate (entry->problem, -1, NULL));
      g_assert_null (strchr (entry->problem, '\n'));
    }
  check_candidates (entry);
  return 0;
}
