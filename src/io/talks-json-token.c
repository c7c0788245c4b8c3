/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts, numbers and words of the scanner. */

#include "talks-json-scan-private.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "talks-gettext.h"

/* ---- texts ---- */

/* The four digits after "\u" at offset at; −1 when they are not. */
static int
read_hex (const TalksJsonScanner *s,
          size_t                  at)
{
  int value = 0;

  if (s->length - at < 6 || s->text[at] != '\\' || s->text[at + 1] != 'u')
    return -1;
  for (size_t i = at + 2; i < at + 6; i++)
    {
      if (!g_ascii_isxdigit (s->text[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (s->text[i]);
    }
  return value;
}

/* At a backslash; ends after the escape. */
static gboolean
scan_escape (TalksJsonScanner *s)
{
  size_t start = s->at;
  char c = start + 1 < s->length ? s->text[start + 1] : '\0';
  int unit;

  if (c != '\0' && strchr ("\"\\/bfnrt", c) != NULL)
    {
      s->at += 2;
      return TRUE;
    }
  if (c != 'u')
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, start, _("JSON knows no escape of this kind."));

  unit = read_hex (s, start);
  if (unit < 0)
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, start,
                            _("Four hexadecimal digits must follow “\\u”."));
  if (unit == 0)
    talks_json_note (s, TALKS_ERROR_ENCODING, start, NULL, 0);
  s->at += 6;
  if (unit >= 0xd800 && unit <= 0xdfff)
    {
      int low = unit < 0xdc00 ? read_hex (s, s->at) : -1;

      if (low < 0xdc00 || low > 0xdfff)
        return talks_json_fail (s, TALKS_ERROR_ENCODING, start,
                                _("This escape is half of a character; the other half is missing."));
      s->at += 6;
    }
  return TRUE;
}

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Whether any of eight bytes is 0, or smaller than least, which is at most 0x80. */
#define HAS_SMALLER(bytes, least) ((((bytes) - EACH_BYTE (least)) & ~(bytes) & EACH_BYTE (0x80)) != 0)

/* The first byte from at that is no plain part of a text: a quotation mark, a backslash, a control. */
static size_t
skip_plain (const TalksJsonScanner *s,
            size_t                  at)
{
  guint64 bytes;

  for (; s->length - at >= sizeof bytes; at += sizeof bytes)
    {
      memcpy (&bytes, s->text + at, sizeof bytes);
      if (HAS_SMALLER (bytes, 0x20) || HAS_SMALLER (bytes ^ EACH_BYTE ('"'), 1)
          || HAS_SMALLER (bytes ^ EACH_BYTE ('\\'), 1))
        break;
    }
  while (at < s->length && (unsigned char) s->text[at] >= 0x20 && s->text[at] != '"' && s->text[at] != '\\')
    at++;
  return at;
}

/* At a quotation mark; ends after the closing one. */
gboolean
talks_json_scan_string (TalksJsonScanner *s,
                        gboolean         *has_escapes)
{
  size_t start = s->at++;

  *has_escapes = FALSE;
  while ((s->at = skip_plain (s, s->at)) < s->length)
    {
      unsigned char c = (unsigned char) s->text[s->at];

      if (c == '"')
        {
          s->at++;
          return TRUE;
        }
      if (c == '\n' || c == '\r')
        return talks_json_fail (s, TALKS_ERROR_SYNTAX, start,
                                _("The text that begins here is not closed in its line."));
      if (c < 0x20)
        return talks_json_fail (s, TALKS_ERROR_SYNTAX, s->at,
                                _("The control character U+%04X may not stand in a text as it is."),
                                (unsigned) c);
      *has_escapes = TRUE;
      if (!scan_escape (s))
        return FALSE;
    }
  return talks_json_fail (s, TALKS_ERROR_SYNTAX, start,
                          _("The file ends inside the text that begins here."));
}

/* ---- numbers and words ---- */

static size_t
skip_digits (TalksJsonScanner *s)
{
  size_t start = s->at;

  while (s->at < s->length && g_ascii_isdigit (s->text[s->at]))
    s->at++;
  return s->at - start;
}

gboolean
talks_json_peek (const TalksJsonScanner *s,
                 const char             *any)
{
  return s->at < s->length && s->text[s->at] != '\0' && strchr (any, s->text[s->at]) != NULL;
}

static gboolean
check_range (TalksJsonScanner *s,
             size_t            start,
             gboolean          is_whole)
{
  g_autofree char *number = NULL;

  /* Eighteen digits always fit, and so does a short number with a point. */
  if (s->at - start <= 18 && is_whole)
    return TRUE;
  number = g_strndup (s->text + start, s->at - start);
  if (!is_whole)
    {
      if (!isfinite (g_ascii_strtod (number, NULL)))
        return talks_json_fail (s, TALKS_ERROR_TOO_LARGE, start,
                                _("This number is too large to be read."));
      return TRUE;
    }
  errno = 0;
  (void) g_ascii_strtoll (number, NULL, 10);
  if (errno == ERANGE)
    return talks_json_fail (s, TALKS_ERROR_TOO_LARGE, start,
                            _("This number is too large to be read exactly; write it as text."));
  return TRUE;
}

gboolean
talks_json_scan_number (TalksJsonScanner *s)
{
  size_t start = s->at;
  gboolean is_whole = TRUE;

  if (s->text[s->at] == '-')
    s->at++;
  if (talks_json_peek (s, "0"))
    {
      s->at++;
      if (talks_json_peek (s, "0123456789"))
        return talks_json_fail (s, TALKS_ERROR_SYNTAX, start,
                                _("A number may not begin with a needless 0."));
    }
  else if (skip_digits (s) == 0)
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, start, _("A digit must follow the minus sign."));

  if (talks_json_peek (s, "."))
    {
      is_whole = FALSE;
      s->at++;
      if (skip_digits (s) == 0)
        return talks_json_fail (s, TALKS_ERROR_SYNTAX, start,
                                _("A digit must follow the decimal point of a number."));
    }
  if (talks_json_peek (s, "eE"))
    {
      is_whole = FALSE;
      s->at++;
      if (talks_json_peek (s, "+-"))
        s->at++;
      if (skip_digits (s) == 0)
        return talks_json_fail (s, TALKS_ERROR_SYNTAX, start, _("A number lacks its exponent."));
    }
  return check_range (s, start, is_whole);
}

/* Data for the web are often kept as a program that assigns them. */
static gboolean
begins_javascript (const char *text,
                   size_t      length)
{
  static const char * const starts[] = {
    "var ", "let ", "const ", "export ", "function ", "module.exports", "window.",
  };

  for (size_t i = 0; i < G_N_ELEMENTS (starts); i++)
    if (length >= strlen (starts[i]) && memcmp (text, starts[i], strlen (starts[i])) == 0)
      return TRUE;
  return FALSE;
}

gboolean
talks_json_scan_word (TalksJsonScanner *s)
{
  static const char * const words[] = { "true", "false", "null" };
  size_t start = s->at;
  size_t left = s->length - s->at;

  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    {
      size_t n = strlen (words[i]);

      if (left >= n && memcmp (s->text + s->at, words[i], n) == 0)
        {
          s->at += n;
          return TRUE;
        }
    }
  if (s->depth == 0 && begins_javascript (s->text + start, left))
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, start,
                            _("This is JavaScript, not JSON: a document has nothing before its first brace."));
  if (s->text[start] == '\'')
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, start,
                            _("A text must stand between double quotation marks."));
  if (s->text[start] == ']' || s->text[start] == '}')
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, start,
                            _("A value is missing before this bracket, or there is a comma too many."));
  return talks_json_fail (s, TALKS_ERROR_SYNTAX, start,
                          _("A text, number, list or object is expected here."));
}
