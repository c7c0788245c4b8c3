/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The format: GNU gettext manual, "The Format of GNU MO Files". Two tables of (length, offset), the texts of the first
 * sorted, the translations of the second in the same order. Forms of a plural are one text with zeros in it. */

#include "talks-catalogue.h"

#include <string.h>

#include "talks-plural.h"

#define MAGIC 0x950412deu
#define MAGIC_SWAPPED 0xde120495u
#define HEAD_SIZE 28

struct _TalksCatalogue
{
  char    *bytes;
  gsize    length;
  gboolean is_swapped;
  guint32  n;
  guint32  keys;         /* where the tables are */
  guint32  translations;
  char    *rule;         /* of plurals; NULL: as in English */
};

static guint32
read_number (const TalksCatalogue *self,
             gsize                 at)
{
  guint32 number;

  memcpy (&number, self->bytes + at, sizeof number);
  return self->is_swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

/* The entry of a table; *length may be NULL. */
static const char *
get_text (const TalksCatalogue *self,
          guint32               table,
          guint32               i,
          gsize                *length)
{
  if (length != NULL)
    *length = read_number (self, table + 8 * (gsize) i);
  return self->bytes + read_number (self, table + 8 * (gsize) i + 4);
}

static gboolean
is_table_whole (const TalksCatalogue *self,
                guint32               table)
{
  if (table > self->length || (self->length - table) / 8 < self->n)
    return FALSE;
  for (guint32 i = 0; i < self->n; i++)
    {
      const gsize length = read_number (self, table + 8 * (gsize) i);
      const gsize offset = read_number (self, table + 8 * (gsize) i + 4);

      if (offset >= self->length || length >= self->length - offset || self->bytes[offset + length] != '\0')
        return FALSE;
    }
  return TRUE;
}

/* The index of key, or n. */
static guint32
find (const TalksCatalogue *self,
      const char           *key)
{
  guint32 first = 0;
  guint32 end = self->n;

  while (first < end)
    {
      const guint32 middle = first + (end - first) / 2;
      const int order = strcmp (key, get_text (self, self->keys, middle, NULL));

      if (order == 0)
        return middle;
      if (order < 0)
        end = middle;
      else
        first = middle + 1;
    }
  return self->n;
}

/* What stands after name in the head, up to the end of the line; NULL: nothing does. */
static char *
dup_field (const char *head,
           const char *name)
{
  const char *found = strstr (head, name);

  if (found == NULL)
    return NULL;
  found += strlen (name);
  return g_strndup (found, strcspn (found, "\n"));
}

/* The head is the translation of nothing. */
static gboolean
read_head (TalksCatalogue *self)
{
  const guint32 at = find (self, "");
  const char *head = at < self->n ? get_text (self, self->translations, at, NULL) : "";
  g_autofree char *charset = dup_field (head, "charset=");
  g_autofree char *plurals = dup_field (head, "Plural-Forms:");
  g_autofree char *rule = plurals != NULL ? dup_field (plurals, "plural=") : NULL;
  gulong form;

  if (rule != NULL && talks_plural_choose (rule, 0, &form))
    self->rule = g_steal_pointer (&rule);
  return charset != NULL && g_ascii_strcasecmp (g_strstrip (charset), "UTF-8") == 0;
}

TalksCatalogue *
talks_catalogue_new (const char *path)
{
  g_autoptr (TalksCatalogue) self = NULL;
  guint32 magic;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (TalksCatalogue, 1);
  if (!g_file_get_contents (path, &self->bytes, &self->length, NULL) || self->length < HEAD_SIZE)
    return NULL;
  magic = read_number (self, 0);
  self->is_swapped = magic == MAGIC_SWAPPED;
  /* Other major revisions are other formats. */
  if ((magic != MAGIC && !self->is_swapped) || read_number (self, 4) >> 16 > 1)
    return NULL;
  self->n = read_number (self, 8);
  self->keys = read_number (self, 12);
  self->translations = read_number (self, 16);
  if (!is_table_whole (self, self->keys) || !is_table_whole (self, self->translations) || !read_head (self))
    return NULL;
  return g_steal_pointer (&self);
}

void
talks_catalogue_free (TalksCatalogue *self)
{
  if (self == NULL)
    return;
  g_free (self->bytes);
  g_free (self->rule);
  g_free (self);
}

const char *
talks_catalogue_get (const TalksCatalogue *self,
                     const char           *key)
{
  guint32 at;
  const char *text;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  at = find (self, key);
  text = at < self->n ? get_text (self, self->translations, at, NULL) : "";
  return *text != '\0' ? text : NULL;
}

const char *
talks_catalogue_get_plural (const TalksCatalogue *self,
                            const char           *key,
                            gulong                n)
{
  gulong form = n != 1;
  guint32 at;
  gsize length;
  const char *text;
  const char *end;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  at = find (self, key);
  if (at == self->n || (self->rule != NULL && !talks_plural_choose (self->rule, n, &form)))
    return NULL;
  text = get_text (self, self->translations, at, &length);
  for (end = text + length; form > 0 && text < end; form--)
    text += strlen (text) + 1;
  return text < end && *text != '\0' ? text : NULL;
}
