/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-passage.h"

#include <string.h>

/* Enough to find a place by, and not so much that a change nearby loses it. Characters. */
#define MAX_CONTEXT 32

static gboolean
says_something (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
stands_before (const char *text,
               size_t      offset,
               const char *prefix)
{
  size_t length = says_something (prefix) ? strlen (prefix) : 0;

  return length <= offset && memcmp (text + offset - length, prefix != NULL ? prefix : "", length) == 0;
}

GArray *
talks_annotation_find_passages (const TalksAnnotation *annotation,
                                const char            *text)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (TalksPassage));
  const char *at = text;
  size_t length;

  g_return_val_if_fail (annotation != NULL, passages);

  if (!says_something (annotation->exact) || text == NULL)
    return passages;
  length = strlen (annotation->exact);
  while ((at = strstr (at, annotation->exact)) != NULL)
    {
      const TalksPassage passage = { (size_t) (at - text), (size_t) (at - text) + length };

      if (stands_before (text, passage.start, annotation->prefix)
          && (!says_something (annotation->suffix) || g_str_has_prefix (text + passage.end, annotation->suffix)))
        {
          g_array_append_val (passages, passage);
          at += length;
        }
      else
        at = g_utf8_next_char (at);
    }
  return passages;
}

/* So many characters before or after a place, as far as there are. */
static char *
dup_context (const char *text,
             const char *at,
             int         n_chars)
{
  const char *other = at;

  for (; n_chars > 0 && *other != '\0'; n_chars--)
    other = g_utf8_next_char (other);
  for (; n_chars < 0 && other > text; n_chars++)
    other = g_utf8_prev_char (other);
  return other < at ? g_strndup (other, (size_t) (at - other)) : g_strndup (at, (size_t) (other - at));
}

static gboolean
is_unique (const TalksAnnotation *annotation,
           const char            *text)
{
  g_autoptr (GArray) passages = talks_annotation_find_passages (annotation, text);

  return passages->len == 1;
}

gboolean
talks_annotation_quote_passage (TalksAnnotation *annotation,
                                const char      *text,
                                size_t           start,
                                size_t           end)
{
  const char *from;
  const char *to;

  g_return_val_if_fail (annotation != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (start <= end && end <= strlen (text), FALSE);

  from = text + start;
  to = text + end;
  while (from < to && g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  while (to > from && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (to))))
    to = g_utf8_prev_char (to);
  if (from == to)
    return FALSE;

  g_free (annotation->exact);
  annotation->exact = g_strndup (from, (size_t) (to - from));
  g_clear_pointer (&annotation->prefix, g_free);
  g_clear_pointer (&annotation->suffix, g_free);
  for (int n = 8; n <= MAX_CONTEXT && !is_unique (annotation, text); n *= 2)
    {
      g_free (annotation->prefix);
      g_free (annotation->suffix);
      annotation->prefix = from > text ? dup_context (text, from, -n) : NULL;
      annotation->suffix = *to != '\0' ? dup_context (text, to, n) : NULL;
    }
  return TRUE;
}
