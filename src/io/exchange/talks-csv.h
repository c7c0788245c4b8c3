/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksCsv: the rows of a table after RFC 4180, and of many that do not follow it.
 *
 * libcsv of Debian was looked at: it tells neither in which line a row begins nor which quote is never closed.
 *
 * Lines end with LF, CRLF or CR; a cell in quotes may hold them. A quote within a cell is a character; so is one that
 * is never closed, and its row says so. Works through the text once, one row at a time. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *at;        /* what is read next, in a text of the caller that ends with NUL */
  char        delimiter;
  unsigned    next_line; /* where that is */
  unsigned    line;      /* where the row begins that was read last, from 1 */
  gboolean    unclosed;  /* it has a quote that is never closed */
  GPtrArray  *cells;     /* of char *: its cells, 1 to 1000 */
} TalksCsv;

/* delimiter is an ASCII character. Clear with talks_csv_clear(). */
void     talks_csv_init           (TalksCsv   *self,
                                   const char *text,
                                   char        delimiter);
void     talks_csv_clear          (TalksCsv   *self);

/* FALSE at the end. Rows that are blank are skipped. */
gboolean talks_csv_next           (TalksCsv   *self);

/* Which of comma, semicolon and tab cuts the first rows into most cells, as many in each. */
char     talks_csv_find_delimiter (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TalksCsv, talks_csv_clear)

G_END_DECLS
