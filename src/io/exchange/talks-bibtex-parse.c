/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of BibTeX: entries, strings, comments. */

#include "talks-bibtex-private.h"

#include <string.h>

#include "talks-gettext.h"

#define MAX_STRING   10000              /* bytes of an "@string": they multiply */
#define MAX_EXPANDED (16 * 1024 * 1024) /* bytes of all of them, where they are used */

typedef struct
{
  const char      *p;
  const char      *end;
  const char      *counted; /* the lines up to there are counted */
  unsigned         line;    /* of counted */
  size_t           expanded;
  gboolean         is_full; /* and that has been told */
  GHashTable      *strings; /* name in lower case → value */
  GPtrArray       *entries;
  TalksSourceList *list;
} Parser;

static void
entry_free (TalksBibtexEntry *entry)
{
  g_free (entry->type);
  g_free (entry->key);
  g_hash_table_unref (entry->fields);
  g_free (entry);
}

/* Line of a place that is not before the last one asked for. */
static unsigned
get_line (Parser     *self,
          const char *place)
{
  for (; self->counted < place; self->counted++)
    self->line += *self->counted == '\n';
  return self->line;
}

static void
skip_space (Parser *self)
{
  while (self->p < self->end && g_ascii_isspace (*self->p))
    self->p++;
}

/* Whether an entry begins at p, which is where a line does: the one before was not closed. */
static gboolean
is_at_entry (const char *p,
             const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t'))
    p++;
  if (p == end || *p++ != '@')
    return FALSE;
  while (p < end && g_ascii_isalpha (*p))
    p++;
  while (p < end && (*p == ' ' || *p == '\t'))
    p++;
  return p < end && p[-1] != '@' && (*p == '{' || *p == '(');
}

/* The text up to the delimiter that closes it, with self->p behind that. NULL, with self->p where to go on, when
 * there is none. */
static char *
take_delimited (Parser *self,
                char    close)
{
  const char *start = self->p;
  int depth = 0;

  for (; self->p < self->end; self->p++)
    {
      const char c = *self->p;

      if (c == close && depth == 0)
        {
          self->p++;
          return g_strndup (start, (size_t) (self->p - 1 - start));
        }
      if (c == '\n' && is_at_entry (self->p + 1, self->end))
        break;
      /* BibTeX counts those behind a backslash too. */
      if (c == '{')
        depth++;
      else if (c == '}' && depth > 0)
        depth--;
    }
  return NULL;
}

static char *
take_name (Parser *self)
{
  const char *start = self->p;

  while (self->p < self->end && !g_ascii_isspace (*self->p) && strchr ("{}(),=#\"%@", *self->p) == NULL)
    self->p++;
  return g_strndup (start, (size_t) (self->p - start));
}

/* ---- values ---- */

/* Months are macros in all styles. As the words, so that "mar # {~29}" is one. */
static const char *
find_month (const char *name)
{
  static const char * const months[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  };

  for (size_t i = 0; strlen (name) == 3 && i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (months[i], name, 3) == 0)
      return months[i];
  return NULL;
}

static void
expand (Parser     *self,
        GString    *value,
        const char *what,
        const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  const char *text = g_hash_table_lookup (self->strings, lower);

  if (text == NULL)
    text = find_month (name);
  if (text == NULL)
    {
      talks_source_list_remark (self->list, get_line (self, self->p), what,
                                _("“%s” is not explained by an “@string”; the word is taken as it is."), name);
      text = name;
    }
  if (self->expanded + strlen (text) > MAX_EXPANDED)
    {
      if (!self->is_full)
        talks_source_list_remark (self->list, get_line (self, self->p), what,
                                  _("From here on “@string” is no longer put in: it would be too much."));
      self->is_full = TRUE;
      return;
    }
  self->expanded += strlen (text);
  g_string_append (value, text);
}

/* Pieces joined by "#". NULL when it breaks off. */
static char *
take_value (Parser     *self,
            const char *what)
{
  g_autoptr (GString) value = g_string_new (NULL);

  while (TRUE)
    {
      g_autofree char *piece = NULL;

      skip_space (self);
      if (self->p == self->end)
        return NULL;
      if (*self->p == '{' || *self->p == '"')
        {
          const char close = *self->p++ == '{' ? '}' : '"';

          piece = take_delimited (self, close);
          if (piece == NULL)
            return NULL;
          g_string_append (value, piece);
        }
      else
        {
          piece = take_name (self);
          if (*piece == '\0')
            return NULL;
          if (g_ascii_isdigit (*piece))
            g_string_append (value, piece);
          else
            expand (self, value, what, piece);
        }
      skip_space (self);
      if (self->p == self->end || *self->p != '#')
        return g_strdup (value->str);
      self->p++;
    }
}

/* ---- entries ---- */

static void
tell_broken (Parser     *self,
             unsigned    line,
             const char *what)
{
  talks_source_list_remark (self->list, line, what, _("This entry breaks off: look for a brace, quotation mark or comma "
                                                      "that is missing. What stands before it was taken."));
}

/* Fields up to close. FALSE when they break off. */
static gboolean
take_fields (Parser           *self,
             TalksBibtexEntry *entry,
             char              close)
{
  while (TRUE)
    {
      g_autofree char *name = NULL;
      g_autofree char *lower = NULL;
      char *value;

      skip_space (self);
      while (self->p < self->end && *self->p == ',')
        {
          self->p++;
          skip_space (self);
        }
      if (self->p == self->end)
        return FALSE;
      if (*self->p == close)
        {
          self->p++;
          return TRUE;
        }
      name = take_name (self);
      skip_space (self);
      if (*name == '\0' || self->p == self->end || *self->p != '=')
        return FALSE;
      self->p++;
      value = take_value (self, entry->key);
      if (value == NULL)
        return FALSE;
      lower = g_ascii_strdown (name, -1);
      if (g_hash_table_contains (entry->fields, lower))
        {
          talks_source_list_remark (self->list, get_line (self, self->p), entry->key,
                                    _("“%s” stands here twice; the first was taken."), name);
          g_free (value);
        }
      else
        g_hash_table_insert (entry->fields, g_steal_pointer (&lower), value);
    }
}

static void
take_entry (Parser     *self,
            const char *type,
            char        close)
{
  TalksBibtexEntry *entry = g_new0 (TalksBibtexEntry, 1);
  const char *start;

  entry->line = get_line (self, self->p);
  entry->type = g_strdup (type);
  entry->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  skip_space (self);
  start = self->p;
  entry->key = take_name (self);
  skip_space (self);
  /* Without a key, what was taken for it is the name of a field. */
  if (self->p < self->end && *self->p == '=')
    {
      self->p = start;
      *entry->key = '\0';
    }
  if (!take_fields (self, entry, close))
    tell_broken (self, entry->line, entry->key);
  g_ptr_array_add (self->entries, entry);
}

static void
take_string (Parser *self,
             char    close)
{
  const unsigned line = get_line (self, self->p);
  g_autofree char *name = NULL;
  char *value = NULL;

  skip_space (self);
  name = take_name (self);
  skip_space (self);
  if (*name != '\0' && self->p < self->end && *self->p == '=')
    {
      self->p++;
      value = take_value (self, name);
    }
  if (value == NULL)
    {
      tell_broken (self, line, name);
      return;
    }
  if (strlen (value) > MAX_STRING)
    talks_source_list_remark (self->list, line, name, _("This “@string” is too long and was left out."));
  else
    g_hash_table_insert (self->strings, g_ascii_strdown (name, -1), g_steal_pointer (&value));
  g_free (value);
  if (self->p < self->end && *self->p == close)
    self->p++;
}

/* From behind an "@". */
static void
take_item (Parser *self)
{
  const char *start = self->p;
  g_autofree char *name = NULL;
  g_autofree char *type = NULL;
  char close;

  skip_space (self);
  name = take_name (self);
  type = g_ascii_strdown (name, -1);
  skip_space (self);
  /* An "@" in a comment, as in an address. */
  if (*type == '\0' || self->p == self->end || (*self->p != '{' && *self->p != '('))
    {
      self->p = start;
      return;
    }
  close = *self->p++ == '{' ? '}' : ')';
  if (strcmp (type, "string") == 0)
    take_string (self, close);
  else if (strcmp (type, "comment") == 0 || strcmp (type, "preamble") == 0)
    g_free (take_delimited (self, close));
  else
    take_entry (self, type, close);
}

GPtrArray *
talks_bibtex_parse (const char      *text,
                    size_t           length,
                    TalksSourceList *list)
{
  g_autoptr (GHashTable) strings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Parser self = {
    .p = text, .end = text + length, .counted = text, .line = 1, .strings = strings, .list = list,
    .entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free),
  };

  while ((self.p = memchr (self.p, '@', (size_t) (self.end - self.p))) != NULL)
    {
      self.p++;
      take_item (&self);
    }
  return self.entries;
}
