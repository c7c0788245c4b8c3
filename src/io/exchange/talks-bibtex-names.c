/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of people as BibTeX splits them: "First von Last", "von Last, First", "von Last, Jr, First". */

#include "talks-bibtex-private.h"

#include <string.h>

/* Parts of tex that stand outside of braces, apart by a comma, by space or by the word "and". */
typedef gboolean (*IsApart) (const char *p,
                             size_t     *length);

static gboolean
is_space (char c)
{
  return g_ascii_isspace (c) || c == '~';
}

static gboolean
is_at_comma (const char *p,
             size_t     *length)
{
  *length = 1;
  return *p == ',';
}

static gboolean
is_at_space (const char *p,
             size_t     *length)
{
  *length = 1;
  return is_space (*p);
}

static gboolean
is_at_and (const char *p,
           size_t     *length)
{
  *length = strlen ("_and");
  return is_space (p[0]) && g_ascii_strncasecmp (p + 1, "and", 3) == 0 && is_space (p[4]);
}

static GPtrArray *
split (const char *tex,
       IsApart     is_apart)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *end = tex + strlen (tex);
  const char *start = tex;
  size_t length;

  for (const char *p = tex; p < end;)
    if (*p == '{')
      p = talks_tex_skip_group (p, end);
    else if (*p == '\\' && p + 1 < end)
      p += 2;
    else if (is_apart (p, &length))
      {
        g_ptr_array_add (parts, g_strstrip (g_strndup (start, (size_t) (p - start))));
        p += length;
        start = p;
      }
    else
      p++;
  g_ptr_array_add (parts, g_strstrip (g_strdup (start)));
  return parts;
}

static gboolean
is_braced (const char *tex)
{
  const char *end = tex + strlen (tex);

  return *tex == '{' && tex[1] != '\\' && talks_tex_skip_group (tex, end) == end;
}

/* The words from … to − 1 as text; NULL when there are none. */
static char *
join (GPtrArray *words,
      guint      from,
      guint      to,
      GPtrArray *unknown)
{
  g_autoptr (GString) tex = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (tex, "%s%s", i > from ? " " : "", (char *) words->pdata[i]);
  return tex->len > 0 ? talks_tex_to_text (tex->str, unknown) : NULL;
}

/* Whether a word is a "von": its first letter is small. Words in braces are none. */
static gboolean
is_particle (const char *word)
{
  g_autofree char *text = *word == '{' && word[1] != '\\' ? NULL : talks_tex_to_text (word, NULL);

  return text != NULL && g_unichar_islower (g_utf8_get_char (text));
}

static void
drop_empty (GPtrArray *words)
{
  for (guint i = words->len; i > 0; i--)
    if (*(char *) words->pdata[i - 1] == '\0')
      g_ptr_array_remove_index (words, i - 1);
}

/* "von Last". */
static void
set_family (TalksName  *name,
            const char *tex,
            GPtrArray  *unknown)
{
  g_autoptr (GPtrArray) words = split (tex, is_at_space);
  guint n = 0;

  drop_empty (words);
  while (n + 1 < words->len && is_particle (words->pdata[n]))
    n++;
  name->non_dropping_particle = join (words, 0, n, unknown);
  name->family = join (words, n, words->len, unknown);
}

/* "First von Last". */
static void
set_words (TalksName  *name,
           const char *tex,
           GPtrArray  *unknown)
{
  g_autoptr (GPtrArray) words = split (tex, is_at_space);
  guint first;
  guint last;

  drop_empty (words);
  if (words->len == 0)
    return;
  for (first = 0; first + 1 < words->len && !is_particle (words->pdata[first]);)
    first++;
  for (last = words->len - 1; last > first && !is_particle (words->pdata[last - 1]);)
    last--;
  name->given = join (words, 0, first, unknown);
  name->non_dropping_particle = join (words, first, last, unknown);
  name->family = join (words, last, words->len, unknown);
}

/* "family=Lovelace, given=Ada": BibLaTeX. FALSE when it is not that. */
static gboolean
set_pairs (TalksName *name,
           GPtrArray *parts,
           GPtrArray *unknown)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = parts->pdata[i];
      const char *equals = strchr (part, '=');
      g_autofree char *key = equals != NULL ? g_strstrip (g_strndup (part, (size_t) (equals - part))) : NULL;
      char **place = NULL;

      if (g_strcmp0 (key, "family") == 0)
        place = &name->family;
      else if (g_strcmp0 (key, "given") == 0)
        place = &name->given;
      else if (g_strcmp0 (key, "prefix") == 0)
        place = &name->non_dropping_particle;
      else if (g_strcmp0 (key, "suffix") == 0)
        place = &name->suffix;
      else if (i == 0)
        return FALSE;
      if (place != NULL)
        {
          g_free (*place);
          *place = talks_tex_to_text (equals + 1, unknown);
        }
    }
  return TRUE;
}

static TalksName *
read_name (const char *tex,
           GPtrArray  *unknown)
{
  g_autoptr (GPtrArray) parts = split (tex, is_at_comma);
  TalksName *name = g_new0 (TalksName, 1);

  if (is_braced (tex) || g_ascii_strcasecmp (tex, "others") == 0)
    name->literal = talks_tex_to_text (tex, unknown);
  else if (set_pairs (name, parts, unknown))
    return name;
  else if (parts->len == 1)
    set_words (name, tex, unknown);
  else
    {
      set_family (name, parts->pdata[0], unknown);
      name->given = talks_tex_to_text (parts->pdata[parts->len - 1], unknown);
      if (parts->len > 2)
        name->suffix = talks_tex_to_text (parts->pdata[1], unknown);
    }
  return name;
}

GPtrArray *
talks_bibtex_read_names (const char *tex,
                         GPtrArray  *unknown)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_name_free);
  g_autoptr (GPtrArray) parts = split (tex, is_at_and);

  for (guint i = 0; i < parts->len; i++)
    {
      TalksName *name = read_name (parts->pdata[i], unknown);
      g_autofree char *text = talks_name_to_text (name);

      if (*text != '\0')
        g_ptr_array_add (names, name);
      else
        talks_name_free (name);
    }
  return names;
}

/* ---- writing ---- */

static gboolean
says_something (const char *text)
{
  return text != NULL && *text != '\0';
}

/* A part of a name, in braces where it would be split. */
static void
append_part (GString    *out,
             const char *before,
             const char *text)
{
  g_autofree char *tex = talks_tex_from_text (text);
  const gboolean splits = strchr (text, ',') != NULL || strstr (text, " and ") != NULL;

  g_string_append_printf (out, splits ? "%s{%s}" : "%s%s", before, tex);
}

static void
write_name (GString         *out,
            const TalksName *name)
{
  g_autofree char *given = NULL;

  if (says_something (name->literal) || !says_something (name->family))
    {
      g_autofree char *text = talks_name_to_text (name);
      g_autofree char *tex = talks_tex_from_text (text);

      g_string_append_printf (out, strcmp (tex, "others") == 0 ? "%s" : "{%s}", tex);
      return;
    }
  if (says_something (name->non_dropping_particle))
    append_part (out, "", name->non_dropping_particle);
  append_part (out, says_something (name->non_dropping_particle) ? " " : "", name->family);
  if (says_something (name->suffix))
    append_part (out, ", ", name->suffix);
  given = g_strjoin (" ", says_something (name->given) ? name->given : "", name->dropping_particle, NULL);
  g_strstrip (given);
  if (*given != '\0' || says_something (name->suffix) || strchr (name->family, ' ') != NULL)
    append_part (out, ", ", given);
}

char *
talks_bibtex_write_names (GPtrArray *names)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append (out, " and ");
      write_name (out, names->pdata[i]);
    }
  return g_string_free (out, out->len == 0);
}
