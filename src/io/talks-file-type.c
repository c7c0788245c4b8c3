/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-file-type.h"

#include <string.h>

#include "talks-gettext.h"

#define UTF16_SENTENCE N_("This file is written in UTF-16; Talks documents are written in UTF-8.")
#define UTF32_SENTENCE N_("This file is written in UTF-32; Talks documents are written in UTF-8.")

#define YAML_SENTENCE N_("This is a YAML file, not a Talks document.")
#define TIFF_SENTENCE N_("This is a TIFF picture, not a Talks document.")

/* The first that fits counts: UTF-32 begins like UTF-16. */
static const struct
{
  const char *start;
  size_t      length;
  const char *sentence;
} types[] = {
  { "%PDF-", 5, N_("This is a PDF document, not a Talks document.") },
  { "PK\003\004", 4, N_("This is a ZIP archive or an office document, not a Talks document.") },
  { "PK\005\006", 4, N_("This is an empty ZIP archive, not a Talks document.") },
  { "Rar!\032\007", 6, N_("This is a RAR archive, not a Talks document.") },
  { "\211PNG\r\n\032\n", 8, N_("This is a PNG picture, not a Talks document.") },
  { "\377\330\377", 3, N_("This is a JPEG picture, not a Talks document.") },
  { "GIF8", 4, N_("This is a GIF picture, not a Talks document.") },
  { "II*\0", 4, TIFF_SENTENCE },
  { "MM\0*", 4, TIFF_SENTENCE },
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
  { "%YAML", 5, YAML_SENTENCE },
  { "---\n", 4, YAML_SENTENCE },
  { "---\r\n", 5, YAML_SENTENCE },
  { "BEGIN:VCALENDAR", 15, N_("This is a calendar, not a Talks document. Import takes its events into a timeline.") },
  { "\377\376\0\0", 4, UTF32_SENTENCE },
  { "\0\0\376\377", 4, UTF32_SENTENCE },
  { "\377\376", 2, UTF16_SENTENCE },
  { "\376\377", 2, UTF16_SENTENCE },
};

/* What a ZIP archive holds: its first member has a name at byte 30, and in OpenDocument that member
 * holds, uncompressed, the media type. */
static const char *
describe_office (const char *data,
                 size_t      length)
{
  static const char open_document[] = "mimetypeapplication/vnd.oasis.opendocument.";
  static const char * const parts[] = { "[Content_Types].xml", "_rels/", "word/", "xl/", "ppt/" };

  if (length < 30 || memcmp (data, "PK\003\004", 4) != 0)
    return NULL;
  data += 30;
  length -= 30;
  if (length >= strlen (open_document) && memcmp (data, open_document, strlen (open_document)) == 0)
    return _("This is an OpenDocument file (of LibreOffice, for example), not a Talks document.");
  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    if (length >= strlen (parts[i]) && memcmp (data, parts[i], strlen (parts[i])) == 0)
      return _("This is a document of Word, Excel or PowerPoint, not a Talks document.");
  return NULL;
}

/* File systems leave such files behind when a machine stops while one is written. */
static gboolean
is_all_zero (const char *data,
             size_t      length)
{
  return data[0] == '\0' && memcmp (data, data + 1, length - 1) == 0;
}

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

/* "@article{": the first entry of a list in BibTeX, which may begin with a comment. */
static gboolean
is_bibtex (const char *data,
           size_t      length)
{
  const char *end = data + length;
  const char *p = data;

  while (p < end && *p == '%')
    {
      while (p < end && *p != '\n')
        p++;
      while (p < end && g_ascii_isspace (*p))
        p++;
    }
  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p == end || *p++ != '@' || p == end || !g_ascii_isalpha (*p))
    return FALSE;
  while (p < end && g_ascii_isalpha (*p))
    p++;
  return p < end && (*p == '{' || *p == '(');
}

const char *
talks_file_type_describe_named (const char *data,
                                size_t      length,
                                const char *name)
{
  static const char * const tables[] = { ".csv", ".tsv" };
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  while (length > 0 && g_ascii_isspace (*data))
    data++, length--;
  if (length == 0 || *data == '{' || *data == '[')
    return NULL;
  for (size_t i = 0; lower != NULL && i < G_N_ELEMENTS (tables); i++)
    if (g_str_has_suffix (lower, tables[i]))
      return _("This is a table, not a Talks document. Import takes its rows into a timeline.");
  return NULL;
}

const char *
talks_file_type_describe (const char *data,
                          size_t      length)
{
  if (describe_office (data, length) != NULL)
    return describe_office (data, length);
  for (size_t i = 0; i < G_N_ELEMENTS (types); i++)
    if (length >= types[i].length && memcmp (data, types[i].start, types[i].length) == 0)
      return _(types[i].sentence);

  if (length == 0)
    return NULL;
  if (is_all_zero (data, length))
    return _("This file has lost its content: there are only bytes of 0 in it. Open a backup of it.");
  if (describe_wide ((const unsigned char *) data, length) != NULL)
    return describe_wide ((const unsigned char *) data, length);
  if (is_bibtex (data, length))
    return _("This is a list of sources in BibTeX, not a Talks document. Import takes them into a timeline.");
  return describe_markup (data, length);
}

/* ---- older encodings ---- */

/* How much is looked at. */
#define SAMPLE ((size_t) 65536)

/* What is counted of the bytes that are not ASCII. */
typedef struct
{
  guint n;
  guint letters;  /* C0 to FF, where the encodings of Europe have theirs */
  guint high;     /* E0 to FF of these: small letters in Windows-1251, capitals in KOI8-U */
  guint cyrillic; /* the Ukrainian letters outside that range */
  guint in_words; /* in a row of three and more */
  guint in_latin; /* alone or in twos, beside a letter of ASCII */
} Counts;

static gboolean
is_ascii_letter (const char *text,
                 size_t      length,
                 size_t      at)
{
  return at < length && g_ascii_isalpha (text[at]);
}

static void
count_row (Counts     *counts,
           const char *text,
           size_t      length,
           size_t      start,
           size_t      end)
{
  static const char ukrainian[] = "\245\250\252\257\262\263\264\270\272\277"; /* in Windows-1251 */
  guint n = (guint) (end - start);

  counts->n += n;
  for (size_t i = start; i < end; i++)
    {
      unsigned char c = (unsigned char) text[i];

      counts->letters += c >= 0xc0;
      counts->high += c >= 0xe0;
      counts->cyrillic += strchr (ukrainian, text[i]) != NULL;
    }
  if (n >= 3)
    counts->in_words += n;
  else if ((start > 0 && is_ascii_letter (text, length, start - 1)) || is_ascii_letter (text, length, end))
    counts->in_latin += n;
}

/* Half of the bytes must stand as letters do in such texts, and nine of ten must be letters: the rest are
 * dashes and quotation marks. */
const char *
talks_file_type_guess_encoding (const char *text,
                                size_t      length,
                                size_t      at)
{
  Counts counts = { 0 };
  size_t start;

  length = MIN (length, at + SAMPLE);
  for (start = 0; start < at; start++)
    if ((unsigned char) text[start] >= 0x80)
      return NULL;
  while (start < length)
    {
      size_t end = start;

      while (end < length && (unsigned char) text[end] >= 0x80)
        end++;
      if (end > start)
        count_row (&counts, text, length, start, end);
      start = end + 1;
    }

  if (counts.in_words * 2 >= counts.n && (counts.letters + counts.cyrillic) * 10 >= counts.n * 9)
    return counts.high * 2 >= counts.letters ? "Windows-1251" : "KOI8-U";
  if (counts.in_latin * 2 > counts.n && counts.letters * 10 >= counts.n * 9)
    return "Windows-1252";
  return NULL;
}
