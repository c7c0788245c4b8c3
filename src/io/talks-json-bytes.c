/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the bytes of a scanned text mean: where they lie, where a string ends, which characters it has. */

#include "talks-json-scan-private.h"

#include <string.h>

/* ---- places ---- */

/* Where a place has lines that end with CR. */
static TalksJsonPlace
advance_slowly (const char     *text,
                TalksJsonPlace  place,
                size_t          offset)
{
  for (; place.offset < offset; place.offset++)
    {
      char c = text[place.offset];

      if (c == '\n' || (c == '\r' && (place.offset + 1 >= offset || text[place.offset + 1] != '\n')))
        {
          place.line++;
          place.column = 1;
        }
      else if (((unsigned char) c & 0xc0) != 0x80)
        place.column++;
    }
  return place;
}

/* A line ends with CR LF, LF or CR; a character is what does not continue one in UTF-8. */
TalksJsonPlace
talks_json_place_advance (const char     *text,
                          TalksJsonPlace  place,
                          size_t          offset)
{
  const char *end = text + offset;
  const char *p = text + place.offset;
  const char *newline;
  unsigned n_chars = 0;

  if (offset <= place.offset)
    return place;
  if (memchr (p, '\r', (size_t) (end - p)) != NULL)
    return advance_slowly (text, place, offset);
  for (; (newline = memchr (p, '\n', (size_t) (end - p))) != NULL; p = newline + 1)
    {
      place.line++;
      place.column = 1;
    }
  for (; p < end; p++)
    n_chars += ((unsigned char) *p & 0xc0) != 0x80;
  place.column += n_chars;
  place.offset = offset;
  return place;
}

/* ---- texts ---- */

const char *
talks_json_find_quote (const char *text,
                       const char *end)
{
  for (;;)
    {
      const char *quote = memchr (text, '"', (size_t) (end - text));
      const char *p = quote;

      /* An odd number of backslashes before it takes its meaning. */
      while (p > text && p[-1] == '\\')
        p--;
      if ((quote - p) % 2 == 0)
        return quote;
      text = quote + 1;
    }
}

static gunichar
read_unit (const char *hex)
{
  gunichar value = 0;

  for (int i = 0; i < 4; i++)
    value = value * 16 + (gunichar) g_ascii_xdigit_value (hex[i]);
  return value;
}

char *
talks_json_unescape (const char *text,
                     size_t      length,
                     size_t     *out_length)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  GString *out = g_string_sized_new (length);

  for (size_t i = 0; i < length; i++)
    {
      if (text[i] != '\\')
        {
          g_string_append_c (out, text[i]);
          continue;
        }
      i++;
      if (text[i] == 'u')
        {
          gunichar c = read_unit (text + i + 1);

          i += 4;
          if (c >= 0xd800 && c <= 0xdbff)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (read_unit (text + i + 3) - 0xdc00);
              i += 6;
            }
          g_string_append_unichar (out, c);
        }
      else
        g_string_append_c (out, meanings[strchr (letters, text[i]) - letters]);
    }
  if (out_length != NULL)
    *out_length = out->len;
  return g_string_free (out, FALSE);
}
