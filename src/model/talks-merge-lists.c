/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists: strings as ordered sets, parts by what tells them from one another. */

#include "talks-merge-private.h"

#include <string.h>

#define VALUE TALKS_FIELD_VALUE

/* ---- keys ---- */

/* The fields that say which part of a list one is; in other lists all of them do. */
static const struct
{
  const char *list;
  const char *fields[3];
} key_fields[] = {
  { "attendance", { "participant" } },
  { "related", { "event", "relation" } },
  { "accounts", { "claim" } },
  { "roles", { "title", "from" } },
  { "steps", { "event", "span" } },
};

/* Of a text the first language alone: another may come or go. */
static char *
make_key_word (const TalksField *field,
               gconstpointer     part)
{
  if (field->type == TALKS_FIELD_TEXT && !talks_field_is_absent (field, part))
    return g_strdup (talks_text_get (VALUE (field, part, TalksText *), NULL));
  return talks_merge_value_to_words (NULL, field, part);
}

static char *
make_part_key (const TalksField *field,
               gconstpointer     part)
{
  g_autoptr (GString) key = NULL;
  size_t i = 0;

  while (i < G_N_ELEMENTS (key_fields) && strcmp (key_fields[i].list, field->name) != 0)
    i++;
  if (i == G_N_ELEMENTS (key_fields))
    return talks_merge_part_to_words (NULL, field->parts, part);

  key = g_string_new (NULL);
  for (size_t j = 0; j < G_N_ELEMENTS (key_fields[i].fields) && key_fields[i].fields[j] != NULL; j++)
    {
      g_autofree char *word = make_key_word (talks_field_set_find (field->parts, key_fields[i].fields[j]), part);

      if (word != NULL)
        g_string_append_printf (key, "%s%s", key->len > 0 ? ", " : "", word);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* The second of its kind, and so on, is told by its number. seen: key → how many there were. */
static void
add_key (GPtrArray  *keys,
         GHashTable *seen,
         const char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
  g_autofree char *numbered = g_strdup (key);

  for (guint i = n + 1; g_hash_table_contains (seen, numbered); i++)
    {
      g_free (numbered);
      numbered = g_strdup_printf ("%s #%u", key, i);
    }
  g_hash_table_insert (seen, g_strdup (key), GUINT_TO_POINTER (n + 1));
  if (n > 0)
    g_hash_table_insert (seen, g_strdup (numbered), GUINT_TO_POINTER (1));
  g_ptr_array_add (keys, g_steal_pointer (&numbered));
}

GPtrArray *
talks_merge_list_keys (const TalksField *field,
                       gconstpointer     owner)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (owner == NULL || talks_field_is_absent (field, owner))
    return keys;
  if (field->type == TALKS_FIELD_STRINGS)
    for (char **string = VALUE (field, owner, char **); *string != NULL; string++)
      add_key (keys, seen, *string);
  else
    {
      GPtrArray *list = VALUE (field, owner, GPtrArray *);

      for (guint i = 0; i < list->len; i++)
        {
          g_autofree char *key = make_part_key (field, list->pdata[i]);

          add_key (keys, seen, key);
        }
    }
  return keys;
}

/* ---- order ---- */

static char *
join_keys (GPtrArray *keys)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", (char *) keys->pdata[i]);
  return g_string_free (words, FALSE);
}

static GPtrArray *
choose_order (TalksMergeSite *site,
              GPtrArray      *base,
              GPtrArray      *ours,
              GPtrArray      *theirs,
              GHashTable     *members)
{
  gboolean clash;
  GPtrArray *order = talks_merge_order (base, ours, theirs, members, FALSE, &clash);
  TalksConflict *conflict;

  if (!clash)
    return order;
  conflict = talks_merge_site_new_conflict (site, TALKS_CONFLICT_ORDER);
  conflict->base = join_keys (base);
  conflict->ours = join_keys (ours);
  conflict->theirs = join_keys (theirs);
  conflict->choices = CHOICE (OURS) | CHOICE (THEIRS);
  if (talks_merge_note (site->merge, conflict) == TALKS_MERGE_OURS)
    return order;
  g_ptr_array_unref (order);
  return talks_merge_order (base, ours, theirs, members, TRUE, &clash);
}

/* ---- strings ---- */

/* key → string, borrowed. */
static GHashTable *
index_strings (const TalksField *field,
               gconstpointer     owner,
               GPtrArray        *keys)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_insert (index, keys->pdata[i], VALUE (field, owner, char **)[i]);
  return index;
}

void
talks_merge_strings (TalksMergeSite   *site,
                     const TalksField *field,
                     gconstpointer     base,
                     gconstpointer     ours,
                     gconstpointer     theirs,
                     gpointer          into)
{
  g_autoptr (GPtrArray) base_keys = talks_merge_list_keys (field, base);
  g_autoptr (GPtrArray) our_keys = talks_merge_list_keys (field, ours);
  g_autoptr (GPtrArray) their_keys = talks_merge_list_keys (field, theirs);
  g_autoptr (GHashTable) in_base = index_strings (field, base, base_keys);
  g_autoptr (GHashTable) in_ours = index_strings (field, ours, our_keys);
  g_autoptr (GHashTable) in_theirs = index_strings (field, theirs, their_keys);
  g_autoptr (GHashTable) members = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) order = NULL;
  char **strings;

  /* What one side alone has was added by it, or removed by the other. */
  for (guint i = 0; i < our_keys->len; i++)
    if (g_hash_table_contains (in_theirs, our_keys->pdata[i]) || !g_hash_table_contains (in_base, our_keys->pdata[i]))
      g_hash_table_add (members, our_keys->pdata[i]);
  for (guint i = 0; i < their_keys->len; i++)
    if (!g_hash_table_contains (in_ours, their_keys->pdata[i])
        && !g_hash_table_contains (in_base, their_keys->pdata[i]))
      g_hash_table_add (members, their_keys->pdata[i]);
  order = choose_order (site, base != NULL ? base_keys : NULL, our_keys, their_keys, members);

  strings = g_new0 (char *, order->len + 1);
  for (guint i = 0; i < order->len; i++)
    {
      const char *string = g_hash_table_lookup (in_ours, order->pdata[i]);

      strings[i] = g_strdup (string != NULL ? string : g_hash_table_lookup (in_theirs, order->pdata[i]));
    }
  g_strfreev (VALUE (field, into, char **));
  VALUE (field, into, char **) = strings;
}

/* ---- parts ---- */

/* key → part. */
static GHashTable *
index_parts (const TalksField *field,
             gconstpointer     owner,
             GPtrArray        *keys)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_insert (index, keys->pdata[i], VALUE (field, owner, GPtrArray *)->pdata[i]);
  return index;
}

/* A part that one side removed and the other changed; TRUE when it stays. */
static gboolean
keeps_removed (TalksMergeSite   *site,
               const TalksField *field,
               gconstpointer     base,
               gconstpointer     ours,
               gconstpointer     theirs)
{
  TalksConflict *conflict = talks_merge_site_new_conflict (site, TALKS_CONFLICT_REMOVED);
  const TalksMergeChoice keeping = ours != NULL ? TALKS_MERGE_OURS : TALKS_MERGE_THEIRS;

  conflict->base = talks_merge_part_to_words (site->merge, field->parts, base);
  conflict->ours = ours != NULL ? talks_merge_part_to_words (site->merge, field->parts, ours) : NULL;
  conflict->theirs = theirs != NULL ? talks_merge_part_to_words (site->merge, field->parts, theirs) : NULL;
  conflict->choices = CHOICE (OURS) | CHOICE (THEIRS);
  conflict->choice = keeping;
  return talks_merge_note (site->merge, conflict) == keeping;
}

/* The merged part, owned by the caller; NULL when it is not to be there. base, ours and theirs may be NULL. */
static gpointer
merge_part (TalksMergeSite   *site,
            const TalksField *field,
            gconstpointer     base,
            gconstpointer     ours,
            gconstpointer     theirs)
{
  const TalksFieldSet *set = field->parts;
  gconstpointer any = ours != NULL ? ours : theirs;
  gpointer into;

  if (ours == NULL || theirs == NULL)
    {
      if (base != NULL && (talks_field_set_equal (set, base, any) || !keeps_removed (site, field, base, ours, theirs)))
        return NULL;
      return talks_field_set_copy (set, any);
    }
  into = talks_field_set_copy (set, ours);
  talks_merge_fields (site, set, base, ours, theirs, into);
  return into;
}

void
talks_merge_parts (TalksMergeSite   *site,
                   const TalksField *field,
                   gconstpointer     base,
                   gconstpointer     ours,
                   gconstpointer     theirs,
                   gpointer          into)
{
  g_autoptr (GPtrArray) base_keys = talks_merge_list_keys (field, base);
  g_autoptr (GPtrArray) our_keys = talks_merge_list_keys (field, ours);
  g_autoptr (GPtrArray) their_keys = talks_merge_list_keys (field, theirs);
  g_autoptr (GHashTable) in_base = index_parts (field, base, base_keys);
  g_autoptr (GHashTable) in_ours = index_parts (field, ours, our_keys);
  g_autoptr (GHashTable) in_theirs = index_parts (field, theirs, their_keys);
  g_autoptr (GHashTable) merged = g_hash_table_new (g_str_hash, g_str_equal); /* key → part */
  g_autoptr (GPtrArray) order = NULL;
  GPtrArray *list = g_ptr_array_new_with_free_func (field->parts->free);
  GPtrArray *old = VALUE (field, into, GPtrArray *);

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < (side == 0 ? our_keys : their_keys)->len; i++)
      {
        const char *key = (side == 0 ? our_keys : their_keys)->pdata[i];
        gpointer part;

        if (side == 1 && g_hash_table_contains (in_ours, key))
          continue;
        g_ptr_array_add (site->path, (gpointer) key);
        part = merge_part (site, field, g_hash_table_lookup (in_base, key), g_hash_table_lookup (in_ours, key),
                           g_hash_table_lookup (in_theirs, key));
        g_ptr_array_set_size (site->path, (int) site->path->len - 1);
        if (part != NULL)
          g_hash_table_insert (merged, (gpointer) key, part);
      }
  order = choose_order (site, base != NULL ? base_keys : NULL, our_keys, their_keys, merged);
  for (guint i = 0; i < order->len; i++)
    g_ptr_array_add (list, g_hash_table_lookup (merged, order->pdata[i]));
  VALUE (field, into, GPtrArray *) = list;
  g_clear_pointer (&old, g_ptr_array_unref);
}
