/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-shown.h"

#include <string.h>

#include "talks-gettext.h"

/* Changes of direction within one another: nobody writes more, and Unicode has a limit too. */
#define MAX_OPEN 16

#define TAB_WIDTH 4

#define ZWSP 0x200b /* a place to break */
#define ZWNJ 0x200c
#define ZWJ  0x200d
#define PDF  0x202c /* ends an embedding or override */
#define PDI  0x2069 /* ends an isolate */

#define VIRAMA 9 /* combining class: joins two letters to one shape */

typedef struct
{
  GString *out;
  gboolean one_line;
  gboolean changed;
  guint    n_chars;
  guint    n_lines;
  guint    n_marks;        /* since the last letter */
  guint    n_spaces;       /* since the last of all else */
  guint    n_word;         /* characters since the last place to break */
  guint    n_joins;        /* since a letter that was not joined to the one before */
  gboolean joined;         /* the next letter is */
  gunichar open[MAX_OPEN]; /* what ends each change of direction */
  guint    n_open;
} Shown;

static gboolean
is_line_break (gunichar c)
{
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* What stands on, in or behind a letter rather than beside it. */
static gboolean
is_mark (gunichar c)
{
  GUnicodeType type;

  /* Before the soft hyphen and in most of Latin, Greek and Cyrillic there are none. */
  if (c < 0xad || (c > 0xad && c < 0x300) || (c >= 0x370 && c < 0x483))
    return FALSE;
  type = g_unichar_type (c);
  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK
         || type == G_UNICODE_ENCLOSING_MARK || type == G_UNICODE_FORMAT
         || (c >= 0x1f3fb && c <= 0x1f3ff); /* tones of skin */
}

/* ---- changes of direction ---- */

static void
end_directions (Shown *self)
{
  self->changed |= self->n_open > 0;
  while (self->n_open > 0)
    g_string_append_unichar (self->out, self->open[--self->n_open]);
}

/* Whether c, which ends a change of direction, has one to end. */
static gboolean
end_direction (Shown    *self,
               gunichar  c)
{
  guint n = self->n_open;

  if (c == PDI)
    while (n > 0 && self->open[n - 1] != PDI)
      n--;
  if (n == 0 || self->open[n - 1] != c)
    return FALSE;
  self->n_open = n - 1;
  return TRUE;
}

/* Whether c, if it changes the direction of writing, can do so. */
static gboolean
take_direction (Shown    *self,
                gunichar  c)
{
  gboolean isolate = c >= 0x2066 && c <= 0x2068;

  if (c == PDF || c == PDI)
    return end_direction (self, c);
  if (!isolate && (c < 0x202a || c > 0x202e))
    return TRUE;
  if (self->n_open == MAX_OPEN)
    return FALSE;
  self->open[self->n_open++] = isolate ? PDI : PDF;
  return TRUE;
}

/* ---- letters and marks ---- */

static void
take_space (Shown *self)
{
  self->n_marks = 0;
  self->n_word = 0;
  self->joined = FALSE;
  if (++self->n_spaces > TALKS_SHOWN_SPACES)
    self->changed = TRUE;
  else
    g_string_append_c (self->out, ' ');
}

/* A tab never goes to the next line, so that many make a label wider than any window. */
static void
take_tab (Shown *self)
{
  self->changed = TRUE;
  for (int i = 0; i < (self->one_line ? 1 : TAB_WIDTH); i++)
    take_space (self);
}

/* Letters that are joined are one shape, so a chain of them is broken up. Of a word that has no end,
 * Pango shapes all the rest for each line. */
static void
take_letter (Shown    *self,
             gunichar  c)
{
  self->n_spaces = 0;
  if (++self->n_word > TALKS_SHOWN_WORD_CHARS)
    {
      g_string_append_unichar (self->out, ZWSP);
      self->n_word = 1;
      self->joined = FALSE;
      self->changed = TRUE;
    }
  self->n_joins = self->joined ? self->n_joins + 1 : 0;
  if (self->n_joins > TALKS_SHOWN_MARKS)
    {
      g_string_append_unichar (self->out, ZWNJ);
      self->n_joins = 0;
      self->changed = TRUE;
    }
  self->joined = FALSE;
  self->n_marks = 0;
  g_string_append_unichar (self->out, c);
}

static void
take_mark (Shown    *self,
           gunichar  c)
{
  if (++self->n_marks > TALKS_SHOWN_MARKS || !take_direction (self, c))
    {
      self->changed = TRUE;
      return;
    }
  if (c == ZWJ && self->n_joins >= TALKS_SHOWN_MARKS)
    {
      self->n_joins = 0;
      self->changed = TRUE;
      return;
    }
  self->joined |= c == ZWJ || g_unichar_combining_class (c) == VIRAMA;
  g_string_append_unichar (self->out, c);
}

/* FALSE when there are lines enough. CR and LF together end one. */
static gboolean
take_line_break (Shown      *self,
                 const char *p)
{
  if (p[0] == '\r' && p[1] == '\n')
    {
      self->changed |= self->one_line;
      if (!self->one_line)
        g_string_append_c (self->out, '\r');
      return TRUE;
    }
  if (self->one_line)
    {
      self->changed = TRUE;
      take_space (self);
      return TRUE;
    }
  self->n_marks = self->n_spaces = self->n_word = 0;
  self->joined = FALSE;
  if (++self->n_lines >= TALKS_SHOWN_LINES)
    return FALSE;
  /* They end there in any case, and what would end them later finds nothing to end. */
  self->n_open = 0;
  g_string_append_len (self->out, p, g_utf8_next_char (p) - p);
  return TRUE;
}

/* ---- the whole ---- */

static void
cut (Shown      *self,
     const char *rest)
{
  gulong n = (gulong) g_utf8_strlen (rest, -1);

  end_directions (self);
  self->changed = TRUE;
  if (self->one_line)
    g_string_append (self->out, "…");
  else
    g_string_append_printf (self->out, ngettext ("… (and %lu more character)", "… (and %lu more characters)", n), n);
}

/* Letters, of one or two bytes, that nothing is done with: those of ASCII, and of most of Latin, Greek and
 * Cyrillic. 0 for all else. */
static guint
get_plain_length (const char *p)
{
  const unsigned char lead = (unsigned char) *p;

  if (lead >= ' ' && lead < 0x7f)
    return 1;
  return (lead >= 0xc3 && lead <= 0xcb) || (lead >= 0xce && lead <= 0xd1) ? 2 : 0;
}

/* Most texts are short and of plain letters. */
static gboolean
is_plain (const char *text,
          guint       max_chars)
{
  const char *p = text;
  guint n_chars = 0;
  guint word = 0;
  guint length;

  while (n_chars < max_chars && word <= TALKS_SHOWN_WORD_CHARS && (length = get_plain_length (p)) > 0
         && (p[0] != ' ' || p[1] != ' '))
    {
      word = *p == ' ' ? 0 : word + 1;
      p += length;
      n_chars++;
    }
  return *p == '\0' && word <= TALKS_SHOWN_WORD_CHARS;
}

static char *
get_shown (const char *text,
           guint       max_chars,
           gboolean    one_line)
{
  Shown self = { .one_line = one_line };

  if (is_plain (text, max_chars))
    return NULL;
  self.out = g_string_sized_new (MIN (strlen (text), 4 * max_chars) + 64);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (self.n_chars++ == max_chars || (is_line_break (c) && !take_line_break (&self, p)))
        {
          cut (&self, p);
          break;
        }
      if (is_line_break (c))
        continue;
      if (is_mark (c))
        take_mark (&self, c);
      else if (c == ' ')
        take_space (&self);
      else if (c == '\t')
        take_tab (&self);
      else
        take_letter (&self, c);
    }
  end_directions (&self);
  return g_string_free (self.out, !self.changed);
}

char *
talks_shown_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return get_shown (text, TALKS_SHOWN_CHARS, FALSE);
}

char *
talks_shown_line (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return get_shown (text, TALKS_SHOWN_LINE_CHARS, TRUE);
}

char *
talks_shown_dup_line (const char *text)
{
  char *line = talks_shown_line (text);

  return line != NULL ? line : g_strdup (text);
}
