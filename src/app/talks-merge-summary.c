/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-merge-summary.h"

#include <glib/gi18n-lib.h>

/* Takes count over. */
static void
add_count (GString *words,
           guint    n,
           char    *count)
{
  if (n > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", count);
  g_free (count);
}

char *
talks_merge_summary_to_words (TalksMerge *merge,
                              guint       n_unknown)
{
  const TalksMergeCounts counts = talks_merge_get_counts (merge);
  const guint n_conflicts = talks_merge_count_conflicts (merge);
  const guint n_alike = talks_merge_get_conflicts (merge)->len - n_conflicts;
  GString *words = g_string_new (NULL);

  add_count (words, counts.n_added,
             g_strdup_printf (ngettext ("%u record is added", "%u records are added", counts.n_added), counts.n_added));
  add_count (words, counts.n_changed,
             g_strdup_printf (ngettext ("%u record is changed", "%u records are changed", counts.n_changed),
                              counts.n_changed));
  add_count (words, counts.n_removed,
             g_strdup_printf (ngettext ("%u record is removed", "%u records are removed", counts.n_removed),
                              counts.n_removed));
  add_count (words, counts.n_renamed,
             g_strdup_printf (ngettext ("%u record gets another id", "%u records get another id", counts.n_renamed),
                              counts.n_renamed));
  if (words->len == 0)
    g_string_append (words, _("Nothing has to be taken in"));
  add_count (words, n_conflicts,
             g_strdup_printf (ngettext ("%u conflict", "%u conflicts", n_conflicts), n_conflicts));
  add_count (words, n_alike, g_strdup_printf (ngettext ("%u pair looks alike", "%u pairs look alike", n_alike), n_alike));
  if (n_unknown > 0)
    g_string_append_printf (words, "\n%s",
                            ngettext ("One record of theirs holds something that Talks does not know, which is left out.",
                                      "Some records of theirs hold something that Talks does not know, which is left out.",
                                      n_unknown));
  return g_string_free (words, FALSE);
}
