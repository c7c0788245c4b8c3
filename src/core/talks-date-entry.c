/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text that can be read in several ways is read once in each, and each reading that makes sense is
 * a candidate. */

#include "talks-date-entry-private.h"

#include <string.h>

#include "talks-gettext.h"

static gboolean
is_at_end (TalksEntryReader *reader)
{
  return talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_END || talks_entry_fail_here (reader);
}

static void
add_candidate (TalksDateEntry *self,
               TalksDate      *date)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      if (strcmp (talks_date_get_text (g_ptr_array_index (self->candidates, i)), talks_date_get_text (date)) == 0)
        {
          talks_date_unref (date);
          return;
        }
    }
  g_ptr_array_add (self->candidates, date);
}

/* Reads the tokens in one way; what other ways there are. */
static int
read_once (TalksDateEntry *self,
           const GArray   *tokens,
           TalksDay        today,
           int             readings)
{
  TalksEntryReader reader = { tokens, .today = today, .readings = readings };
  g_autofree char *text = talks_entry_read_expression (&reader);
  g_autoptr (GError) error = NULL;
  TalksDate *date = NULL;

  if (text != NULL && is_at_end (&reader))
    {
      date = talks_date_parse (text, &error);
      if (date != NULL)
        add_candidate (self, date);
      else
        talks_entry_fail (&reader, g_strdup (error->message));
    }
  if (self->problem == NULL)
    self->problem = g_steal_pointer (&reader.problem);
  g_free (reader.problem);

  return reader.asked;
}

/* Whether a text that is no EDTF looks as if it was to be: then what EDTF says about it helps more. */
static gboolean
looks_like_edtf (const char *text)
{
  return strspn (text, "0123456789XYESTZxu-:./?~%[]{},+ ") == strlen (text)
         && (strpbrk (text, "XYESTZxu[]{}") != NULL
             || g_regex_match_simple ("^-?\\d{4}-\\d\\d(-\\d\\d)?([/?~%]|$)", text, 0, 0));
}

/* text is valid and has no space around it. */
static void
understand (TalksDateEntry *self,
            const char     *text,
            TalksDay        today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) tokens = NULL;
  TalksDate *date = talks_date_parse (text, &error);
  int asked;

  if (date != NULL)
    {
      g_ptr_array_add (self->candidates, date);
      return;
    }

  tokens = talks_entry_tokenize (text, &self->problem);
  if (tokens != NULL)
    {
      asked = read_once (self, tokens, today, 0);
      for (int readings = 1; readings <= TALKS_ENTRY_ALL_READINGS; readings++)
        {
          if ((readings & ~asked) == 0)
            read_once (self, tokens, today, readings);
        }
    }
  if (self->candidates->len > 0)
    g_clear_pointer (&self->problem, g_free);
  else if (looks_like_edtf (text) || self->problem == NULL)
    {
      g_free (self->problem);
      self->problem = g_strdup (error->message);
    }
}

TalksDateEntry *
talks_date_entry_parse (const char *text,
                        TalksDay    today)
{
  TalksDateEntry *self = g_new0 (TalksDateEntry, 1);
  g_autofree char *normal = NULL;

  self->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_date_unref);
  g_return_val_if_fail (text != NULL, self);
  g_return_val_if_fail (today > TALKS_DAY_MIN && today < TALKS_DAY_MAX, self);

  /* A character has at most four bytes. */
  if (strnlen (text, 4 * TALKS_DATE_ENTRY_MAX_LENGTH + 1) > 4 * TALKS_DATE_ENTRY_MAX_LENGTH)
    normal = NULL;
  else if (!g_utf8_validate (text, -1, NULL))
    {
      self->problem = g_strdup (_("The date has bytes that are not UTF-8 text."));
      return self;
    }
  else
    normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  if (normal == NULL || g_utf8_strlen (text, -1) > TALKS_DATE_ENTRY_MAX_LENGTH)
    {
      self->problem = g_strdup_printf (_("That is too long for a date: write at most %d characters."),
                                       TALKS_DATE_ENTRY_MAX_LENGTH);
      return self;
    }
  g_strstrip (normal);
  if (*normal != '\0')
    understand (self, normal, today);

  return self;
}

void
talks_date_entry_free (TalksDateEntry *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->candidates);
  g_free (self->problem);
  g_free (self);
}

TalksDate *
talks_date_entry_get_date (const TalksDateEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->candidates->len == 1 ? g_ptr_array_index (self->candidates, 0) : NULL;
}
