/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-query-private.h"

#include <string.h>

#define FOLD_MAX (2 * G_UNICHAR_MAX_DECOMPOSITION_LENGTH) /* what one code point may fold to */

/* Letters that Unicode does not decompose, but that are typed without their stroke. */
static guint
fold_letter (gunichar  c,
             gunichar *out)
{
  switch (c)
    {
    case 0x131: /* dotless i */
      out[0] = 'i';
      return 1;
    case 0xdf: /* sharp s */
      out[0] = out[1] = 's';
      return 2;
    case 0xe6: /* ae */
      out[0] = 'a';
      out[1] = 'e';
      return 2;
    case 0x153: /* oe */
      out[0] = 'o';
      out[1] = 'e';
      return 2;
    case 0xf8: /* o with stroke */
      out[0] = 'o';
      return 1;
    case 0x111: /* d with stroke */
      out[0] = 'd';
      return 1;
    case 0x142: /* l with stroke */
      out[0] = 'l';
      return 1;
    case 0x3c2: /* final sigma */
      out[0] = 0x3c3;
      return 1;
    default:
      out[0] = c;
      return 1;
    }
}

static gunichar
fold_punctuation (gunichar c)
{
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    return '-';
  if (c == 0x2018 || c == 0x2019 || c == 0x2bc || c == 0x2b9 || c == 0x60 || c == 0xb4)
    return '\'';
  if ((c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb)
    return '"';
  return c;
}

/* The folded form of one code point: up to FOLD_MAX of them, maybe none. */
static guint
fold_char (gunichar c,
           gunichar out[FOLD_MAX])
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;
  guint n = 0;

  if (c < 0x80)
    {
      out[0] = g_ascii_isspace (c) ? ' ' : fold_punctuation (g_ascii_tolower (c));
      return 1;
    }

  n_parts = g_unichar_fully_decompose (fold_punctuation (c), TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      if (g_unichar_ismark (parts[i]) || g_unichar_type (parts[i]) == G_UNICODE_FORMAT)
        continue;
      if (g_unichar_isspace (parts[i]))
        out[n++] = ' ';
      else
        n += fold_letter (g_unichar_tolower (parts[i]), out + n);
    }
  return n;
}

void
talks_query_fold_append (GString    *folded,
                         GArray     *origins,
                         const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar out[FOLD_MAX];
      guint n = fold_char (g_utf8_get_char (p), out);
      guint origin = p - text;

      for (guint i = 0; i < n; i++)
        {
          gsize from = folded->len;

          if (out[i] == ' ' && (from == 0 || folded->str[from - 1] == ' '))
            continue;
          g_string_append_unichar (folded, out[i]);
          for (gsize k = from; origins != NULL && k < folded->len; k++)
            g_array_append_val (origins, origin);
        }
    }
}

char *
talks_query_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  talks_query_fold_append (folded, NULL, text);
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

gboolean
talks_query_match (const char *folded_query,
                   const char *folded)
{
  const char *word = folded_query;

  g_return_val_if_fail (folded_query != NULL && folded != NULL, FALSE);

  while (*word != '\0')
    {
      gsize length = strcspn (word, " ");

      if (length > 0 && memmem (folded, strlen (folded), word, length) == NULL)
        return FALSE;
      word += length;
      word += strspn (word, " ");
    }
  return TRUE;
}
