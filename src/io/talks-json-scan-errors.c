/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the scanner tells what is wrong, and keeps what is JSON and yet irregular. */

#include "talks-json-scan-private.h"

#include <string.h>

#include "talks-gettext.h"

/* Characters shown before and after the place of an error, and how many bytes these may take. */
#define EXCERPT_BEFORE 24
#define EXCERPT_AFTER  32
#define EXCERPT_BYTES  160

static gboolean
is_continuation (char c)
{
  return ((unsigned char) c & 0xc0) == 0x80;
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* ---- text of the file in messages ---- */

/* Any bytes of a file made fit to stand in a message: UTF-8, no controls, nothing that reorders. */
static void
append_visible (GString    *out,
                const char *text,
                size_t      length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (c == '\t')
        g_string_append_c (out, ' ');
      else if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR
               || type == G_UNICODE_PARAGRAPH_SEPARATOR)
        g_string_append (out, "\357\277\275");
      else
        g_string_append_unichar (out, c);
    }
}

/* In ill-formed text all bytes may look like the insides of characters, so bytes count too. */
static char *
make_excerpt (const char *text,
              size_t      length,
              size_t      at)
{
  GString *out = g_string_new (NULL);
  size_t start = at;
  size_t end = at;
  int n = 0;

  while (start > 0 && n < EXCERPT_BEFORE && at - start < EXCERPT_BYTES && !is_line_end (text[start - 1]))
    n += !is_continuation (text[--start]);
  for (n = 0; end < length && end - at < EXCERPT_BYTES && !is_line_end (text[end]); end++)
    if (!is_continuation (text[end]) && n++ == EXCERPT_AFTER)
      break;

  if (start > 0 && !is_line_end (text[start - 1]))
    g_string_append (out, "…");
  append_visible (out, text + start, at - start);
  append_visible (out, text + at, end - at);
  if (end < length && !is_line_end (text[end]))
    g_string_append (out, "…");
  return g_strstrip (g_string_free (out, FALSE));
}

/* ---- errors ---- */

static void
quote_line (const TalksJsonScan  *scan,
            size_t                at,
            GError              **error)
{
  g_autofree char *excerpt = make_excerpt (scan->text, scan->length, at);
  char *message;

  if (*excerpt == '\0')
    return;
  /* Translators: the first is a sentence that says what is wrong, the second some words of the
   * file around that place. */
  message = g_strdup_printf (_("%s The line reads “%s”."), (*error)->message, excerpt);
  g_free ((*error)->message);
  (*error)->message = message;
}

/* place is counted up to the offset of the error. */
static GError *
make_error (const TalksJsonScan *scan,
            const char          *file,
            TalksErrorCode       code,
            TalksJsonPlace       place,
            const char          *sentence)
{
  GError *error = g_error_new_literal (TALKS_ERROR, code, sentence);

  quote_line (scan, place.offset, &error);
  talks_error_prefix_place (&error, file, place.line, place.column);
  return error;
}

void
talks_json_scan_quote (const TalksJsonScan  *self,
                       const char           *pointer,
                       GError              **error)
{
  const char *text;

  g_return_if_fail (self != NULL);
  g_return_if_fail (pointer != NULL);
  g_return_if_fail (error != NULL && *error != NULL);

  text = talks_json_scan_find (self, pointer, NULL);
  if (text != NULL)
    quote_line (self, (size_t) (text - self->text), error);
}

/* Whether the line is one of those that git puts around two versions that it cannot merge. */
static gboolean
is_conflict (const TalksJsonScan *scan,
             size_t               at)
{
  static const char * const marks[] = { "<<<<<<<", "=======", ">>>>>>>", "|||||||" };
  size_t start = at;

  while (start > 0 && scan->text[start - 1] != '\n')
    start--;
  for (size_t i = 0; i < G_N_ELEMENTS (marks); i++)
    if (scan->length - start >= strlen (marks[i]) && memcmp (scan->text + start, marks[i], strlen (marks[i])) == 0)
      return TRUE;
  return FALSE;
}

gboolean
talks_json_fail (TalksJsonScanner *s,
                 TalksErrorCode    code,
                 size_t            at,
                 const char       *format,
                 ...)
{
  const TalksJsonPlace start = { 0, 1, 1 };
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  if (code == TALKS_ERROR_SYNTAX && is_conflict (s->scan, at))
    {
      g_free (sentence);
      sentence = g_strdup (_("Git could not merge two versions here and left both. Take one of them, or set Talks up to "
                             "merge: the manual says how."));
    }
  s->error = make_error (s->scan, s->file, code, talks_json_place_advance (s->text, start, at), sentence);
  return FALSE;
}

/* ---- irregularities ---- */

/* The first of the file are kept, in its order; they come as objects close, that is in no order. */
void
talks_json_note (TalksJsonScanner *s,
                 TalksErrorCode    code,
                 size_t            at,
                 const char       *name,
                 size_t            length)
{
  const TalksJsonNote note = { at, code, name, length };
  guint i = s->n_notes;

  if (i == TALKS_JSON_MAX_IRREGULARITIES && s->notes[i - 1].offset < at)
    return;
  if (i < TALKS_JSON_MAX_IRREGULARITIES)
    s->n_notes++;
  else
    i--;
  for (; i > 0 && s->notes[i - 1].offset > at; i--)
    s->notes[i] = s->notes[i - 1];
  s->notes[i] = note;
}

static char *
make_sentence (const TalksJsonNote *note)
{
  g_autoptr (GString) name = NULL;
  size_t length = note->length;

  if (note->name == NULL)
    return g_strdup (_("A text cannot hold the character U+0000."));

  name = g_string_new (NULL);
  if (length > TALKS_JSON_MAX_NAME_SHOWN)
    for (length = TALKS_JSON_MAX_NAME_SHOWN; is_continuation (note->name[length]);)
      length--;
  append_visible (name, note->name, length);
  if (length < note->length)
    g_string_append (name, "…");
  return g_strdup_printf (_("The name “%s” stands twice in one object: one would be lost."), name->str);
}

void
talks_json_keep_notes (TalksJsonScanner *s)
{
  TalksJsonScan *scan = s->scan;
  TalksJsonPlace place = { 0, 1, 1 };

  scan->irregularities = g_new0 (TalksJsonIrregularity, s->n_notes);
  scan->n_irregularities = s->n_notes;
  for (guint i = 0; i < s->n_notes; i++)
    {
      TalksJsonIrregularity *irregularity = &scan->irregularities[i];
      g_autofree char *sentence = make_sentence (&s->notes[i]);

      place = talks_json_place_advance (s->text, place, s->notes[i].offset);
      irregularity->line = place.line;
      irregularity->column = place.column;
      irregularity->error = make_error (scan, s->file, s->notes[i].code, place, sentence);
    }
}

const TalksJsonIrregularity *
talks_json_scan_get_irregularities (const TalksJsonScan *self,
                                    guint               *n)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n != NULL, NULL);

  *n = self->n_irregularities;
  return self->irregularities;
}
