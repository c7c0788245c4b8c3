/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-file-type.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UTF16_SENTENCE N_("This file is written in UTF-16; Talks documents are written in UTF-8.")
#define UTF32_SENTENCE N_("This file is written in UTF-32; Talks documents are written in UTF-8.")

/* The first that fits counts: UTF-32 begins like UTF-16. */
static const struct
{
  const char *start;
  size_t      length;
  const char *sentence;
} types[] = {
  { "%PDF-", 5, N_("This is a PDF document, not a Talks document.") },
  { "PK\003\004", 4, N_("This is a ZIP archive or an office document, not a Talks document.") },
  { "\211PNG\r\n\032\n", 8, N_("This is a PNG picture, not a Talks document.") },
  { "\377\330\377", 3, N_("This is a JPEG picture, not a Talks document.") },
  { "GIF8", 4, N_("This is a GIF picture, not a Talks document.") },
  { "\037\213", 2, N_("This is a file compressed by gzip. Uncompress it, then open what it holds.") },
  { "BZh", 3, N_("This is a file compressed by bzip2. Uncompress it, then open what it holds.") },
  { "\3757zXZ", 6, N_("This is a file compressed by xz. Uncompress it, then open what it holds.") },
  { "(\265/\375", 4,
    N_("This is a file compressed by Zstandard. Uncompress it, then open what it holds.") },
  { "7z\274\257\047\034", 6, N_("This is a 7z archive, not a Talks document.") },
  { "{\\rtf", 5, N_("This is an RTF document, not a Talks document.") },
  { "\320\317\021\340", 4, N_("This is an old office document, not a Talks document.") },
  { "SQLite format 3", 16, N_("This is an SQLite database, not a Talks document.") },
  { "\177ELF", 4, N_("This is a program, not a Talks document.") },
  { "BEGIN:VCALENDAR", 15, N_("This is a calendar, not a Talks document.") },
  { "\377\376\0\0", 4, UTF32_SENTENCE },
  { "\0\0\376\377", 4, UTF32_SENTENCE },
  { "\377\376", 2, UTF16_SENTENCE },
  { "\376\377", 2, UTF16_SENTENCE },
};

/* Two or four bytes of which only one is not 0: the first character of a JSON text is ASCII. */
static const char *
describe_wide (const unsigned char *d,
               size_t               length)
{
  if (length >= 4 && ((d[0] != 0 && d[1] == 0 && d[2] == 0 && d[3] == 0)
                      || (d[0] == 0 && d[1] == 0 && d[2] == 0 && d[3] != 0)))
    return _(UTF32_SENTENCE);
  if (length >= 4 && ((d[0] != 0 && d[1] == 0 && d[2] != 0 && d[3] == 0)
                      || (d[0] == 0 && d[1] != 0 && d[2] == 0 && d[3] != 0)))
    return _(UTF16_SENTENCE);
  return NULL;
}

static const char *
describe_markup (const char *data,
                 size_t      length)
{
  g_autofree char *head = NULL;
  size_t at = 0;

  while (at < length && g_ascii_isspace (data[at]))
    at++;
  if (at == length || data[at] != '<')
    return NULL;

  head = g_ascii_strdown (data + at, (gssize) MIN (length - at, 256));
  if (strstr (head, "<!doctype html") != NULL || strstr (head, "<html") != NULL)
    return _("This is a web page, not a Talks document.");
  return _("This is an XML file, not a Talks document.");
}

const char *
talks_file_type_describe (const char *data,
                          size_t      length)
{
  for (size_t i = 0; i < G_N_ELEMENTS (types); i++)
    if (length >= types[i].length && memcmp (data, types[i].start, types[i].length) == 0)
      return _(types[i].sentence);

  if (length == 0)
    return NULL;
  if (describe_wide ((const unsigned char *) data, length) != NULL)
    return describe_wide ((const unsigned char *) data, length);
  return describe_markup (data, length);
}
