/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps through the tokens of an entry, and keeps the first problem. */

#include "talks-date-entry-private.h"

#include "talks-gettext.h"

const TalksEntryToken *
talks_entry_peek (const TalksEntryReader *reader,
                  guint                   n)
{
  return &g_array_index (reader->tokens, TalksEntryToken, MIN (reader->at + n, reader->tokens->len - 1));
}

gboolean
talks_entry_take (TalksEntryReader *reader,
                  TalksEntryKind    kind)
{
  if (kind == TALKS_ENTRY_END || talks_entry_peek (reader, 0)->kind != kind)
    return FALSE;
  reader->at++;

  return TRUE;
}

gboolean
talks_entry_fail (TalksEntryReader *reader,
                  char             *problem)
{
  if (reader->problem == NULL)
    reader->problem = problem;
  else
    g_free (problem);

  return FALSE;
}

gboolean
talks_entry_fail_here (TalksEntryReader *reader)
{
  const TalksEntryToken *token = talks_entry_peek (reader, 0);

  if (token->kind != TALKS_ENTRY_END)
    return talks_entry_fail (reader, g_strdup_printf (_("“%s” is not understood here."), token->text));
  if (reader->at == 0)
    return talks_entry_fail (reader, g_strdup (_("A date is missing.")));

  return talks_entry_fail (reader,
                           g_strdup_printf (_("A date is missing after “%s”."),
                                            g_array_index (reader->tokens, TalksEntryToken, reader->at - 1).text));
}
