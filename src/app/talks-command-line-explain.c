/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-command-line-explain.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "talks-date-words.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

char *
talks_command_line_make_field (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *field = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || c == 0x7f)
        g_string_append_c (field, ' ');
      else
        /* U+0080 to U+009F are commands to some terminals. */
        g_string_append_unichar (field, c >= 0x80 && c <= 0x9f ? 0xfffd : c);
    }
  return g_string_free (field, FALSE);
}

static gboolean
explain_date (const char *expression)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksDate) date = talks_date_parse (expression, &error);
  g_autofree char *field = talks_command_line_make_field (expression);
  g_autofree char *earliest = NULL;
  g_autofree char *latest = NULL;
  g_autofree char *words = NULL;
  TalksDateFlags flags;

  if (date == NULL)
    {
      words = talks_command_line_make_field (error->message);
      printf ("%s\tinvalid\t%s\n", field, words);
      return FALSE;
    }

  flags = talks_date_get_flags (date);
  earliest = talks_date_format_bound (talks_date_get_earliest (date), (flags & TALKS_DATE_UNKNOWN_START) != 0);
  latest = talks_date_format_bound (talks_date_get_latest (date), (flags & TALKS_DATE_UNKNOWN_END) != 0);
  words = talks_date_to_words (date, TALKS_DATE_STYLE_FULL);
  printf ("%s\t%d\t%s\t%s\t%s\n", field, talks_date_get_level (date), earliest, latest, words);
  return TRUE;
}

/* Takes a line as getline() gives it; a byte order mark begins no date. */
static gboolean
explain_line (char     *line,
              size_t    length,
              gboolean  is_first)
{
  if (length > 0 && line[length - 1] == '\n')
    line[--length] = '\0';
  if (length > 0 && line[length - 1] == '\r')
    line[--length] = '\0';
  /* A line with a null byte is no date: let it not look like a shorter one that is. */
  for (size_t i = 0; i < length; i++)
    if (line[i] == '\0')
      line[i] = '\1';
  return explain_date (is_first && g_str_has_prefix (line, BYTE_ORDER_MARK) ? line + strlen (BYTE_ORDER_MARK) : line);
}

static gboolean
explain_lines (gboolean  *valid,
               GError   **error)
{
  char *line = NULL;
  size_t size = 0;
  ssize_t length;
  gboolean is_first = TRUE;
  int error_number;

  errno = 0;
  while ((length = getline (&line, &size, stdin)) >= 0)
    {
      if (!explain_line (line, (size_t) length, is_first))
        *valid = FALSE;
      is_first = FALSE;
      fflush (stdout);
      errno = 0;
    }
  error_number = errno;
  free (line);
  if (feof (stdin))
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (error_number), _("Standard input cannot be read: %s"),
               g_strerror (error_number));
  return FALSE;
}

gboolean
talks_command_line_explain (char     **expressions,
                            gboolean  *valid,
                            GError   **error)
{
  g_return_val_if_fail (expressions != NULL && valid != NULL, FALSE);

  *valid = TRUE;
  for (; *expressions != NULL; expressions++)
    {
      if (strcmp (*expressions, "-") != 0)
        {
          if (!explain_date (*expressions))
            *valid = FALSE;
        }
      else if (!explain_lines (valid, error))
        return FALSE;
    }
  return TRUE;
}
