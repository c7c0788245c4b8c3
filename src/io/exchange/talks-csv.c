/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-csv.h"

#include <string.h>

#define ROWS_LOOKED_AT 30
#define MAX_CELLS 1000 /* of one row; more are read and let go of */

/* Steps over the end of a line. */
static gboolean
skip_line_end (const char **p)
{
  if (**p == '\r' && (*p)[1] == '\n')
    *p += 2;
  else if (**p == '\r' || **p == '\n')
    *p += 1;
  else
    return FALSE;
  return TRUE;
}

/* The end of a first line that only tells the delimiter to a spreadsheet; NULL if it is none. */
static const char *
find_end_of_hint (const char *text)
{
  return g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] != '\0' && (text[5] == '\r' || text[5] == '\n')
         ? text + 5 : NULL;
}

void
talks_csv_init (TalksCsv   *self,
                const char *text,
                char        delimiter)
{
  const char *hint = find_end_of_hint (text);

  *self = (TalksCsv) { text, delimiter, 1, 1, FALSE, g_ptr_array_new_with_free_func (g_free) };
  if (hint != NULL)
    {
      skip_line_end (&hint);
      self->at = hint;
      self->next_line = 2;
    }
}

void
talks_csv_clear (TalksCsv *self)
{
  g_clear_pointer (&self->cells, g_ptr_array_unref);
}

static gboolean
is_cell_end (const TalksCsv *self,
             char            c)
{
  return c == '\0' || c == '\r' || c == '\n' || c == self->delimiter;
}

/* p is behind the quote that opens. NULL when it is never closed. */
static const char *
read_quoted (TalksCsv   *self,
             GString    *cell,
             const char *p)
{
  while (*p != '\0')
    {
      const char *start = p;

      if (*p == '"' && p[1] != '"')
        return p + 1;
      if (*p == '"')
        {
          g_string_append_c (cell, '"');
          p += 2;
        }
      else if (skip_line_end (&p))
        {
          g_string_append_len (cell, start, p - start);
          self->next_line++;
        }
      else
        g_string_append_c (cell, *p++);
    }
  return NULL;
}

static void
read_cell (TalksCsv *self)
{
  GString *cell = g_string_new (NULL);
  const char *p = self->at;
  const unsigned line = self->next_line;

  if (*p == '"')
    {
      p = read_quoted (self, cell, p + 1);
      if (p == NULL)
        {
          self->unclosed = TRUE;
          self->next_line = line;
          g_string_truncate (cell, 0);
          p = self->at;
        }
    }
  while (!is_cell_end (self, *p))
    g_string_append_c (cell, *p++);
  self->at = p;
  if (self->cells->len < MAX_CELLS)
    g_ptr_array_add (self->cells, g_string_free (cell, FALSE));
  else
    g_string_free (cell, TRUE);
}

static gboolean
is_blank (const TalksCsv *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    for (const char *p = self->cells->pdata[i]; *p != '\0'; p++)
      if (!g_ascii_isspace (*p))
        return FALSE;
  return TRUE;
}

gboolean
talks_csv_next (TalksCsv *self)
{
  while (*self->at != '\0')
    {
      g_ptr_array_set_size (self->cells, 0);
      self->line = self->next_line;
      self->unclosed = FALSE;
      read_cell (self);
      while (*self->at == self->delimiter)
        {
          self->at++;
          read_cell (self);
        }
      if (skip_line_end (&self->at))
        self->next_line++;
      if (!is_blank (self))
        return TRUE;
    }
  return FALSE;
}

/* How well a delimiter fits: rows with as many cells as the first, times their number. */
static guint
rate (const char *text,
      char        delimiter)
{
  g_auto (TalksCsv) csv = { 0 };
  guint n_cells = 0;
  guint n_alike = 0;

  talks_csv_init (&csv, text, delimiter);
  for (int i = 0; i < ROWS_LOOKED_AT && talks_csv_next (&csv); i++)
    {
      if (i == 0)
        n_cells = csv.cells->len;
      n_alike += csv.cells->len == n_cells;
    }
  return n_cells > 1 ? n_alike * MIN (n_cells, 1000) : 0;
}

char
talks_csv_find_delimiter (const char *text)
{
  static const char delimiters[] = ",;\t";
  char best = ',';
  guint best_rate = 0;

  if (find_end_of_hint (text) != NULL && strchr (delimiters, text[4]) != NULL)
    return text[4];
  for (const char *delimiter = delimiters; *delimiter != '\0'; delimiter++)
    {
      guint found = rate (text, *delimiter);

      if (found > best_rate)
        {
          best = *delimiter;
          best_rate = found;
        }
    }
  return best;
}
