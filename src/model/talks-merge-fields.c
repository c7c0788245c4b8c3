/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields: what only one side changed is taken; where both did, text, lists and parts are looked into, and the rest
 * is a conflict. */

#include "talks-merge-private.h"

#include <string.h>

#define VALUE TALKS_FIELD_VALUE

/* ---- values ---- */

void
talks_merge_set_text (const TalksFieldSet *set,
                      const TalksField    *field,
                      gpointer             into,
                      TalksText           *value)
{
  g_autofree gpointer from = g_malloc0 (set->size);
  g_autoptr (TalksText) text = value;

  VALUE (field, from, TalksText *) = text;
  talks_field_copy (field, from, into);
}

/* Whether other says the same as base; of a base that is not there, whether it says nothing. */
static gboolean
is_as_before (const TalksField *field,
              gconstpointer     base,
              gconstpointer     other)
{
  return base != NULL ? talks_field_equal (field, base, other) : talks_field_is_absent (field, other);
}

/* ---- both ---- */

static const char *
get_top_field (TalksMergeSite *site)
{
  return site->path->pdata[0];
}

static gboolean
contains_word (const char * const *words,
               const char         *word)
{
  return g_strv_contains (words, word);
}

/* What an account can hold: something told of the event, or when it was. */
static gboolean
can_be_told (TalksMergeSite *site)
{
  static const char * const told[] = { "date", "title", "summary", "outcome", NULL };

  return site->kind == TALKS_RECORD_EVENT && contains_word (told, get_top_field (site));
}

/* A stance on another day or in other words can stand beside the first, as a record of its own. */
static gboolean
can_be_second (TalksMergeSite *site)
{
  static const char * const fields[] = { "date", "label", "stance", "quote", "participant", "event", NULL };

  return site->kind == TALKS_RECORD_POSITION && contains_word (fields, get_top_field (site));
}

guint
talks_merge_site_can_keep_both (TalksMergeSite *site)
{
  return can_be_told (site) || can_be_second (site) ? CHOICE (BOTH) : 0;
}

void
talks_merge_site_keep_both (TalksMergeSite *site)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (site->kind);
  const TalksField *field = talks_field_set_find (set, get_top_field (site));
  GPtrArray *list = can_be_told (site) ? site->told : site->second;

  if (!g_ptr_array_find (list, field, NULL))
    g_ptr_array_add (list, (gpointer) field);
}

/* ---- conflicts ---- */

TalksConflict *
talks_merge_site_new_conflict (TalksMergeSite    *site,
                               TalksConflictType  type)
{
  g_autoptr (GString) field = g_string_new (NULL);
  TalksConflict *conflict;

  for (guint i = 0; i < site->path->len; i++)
    {
      g_autofree char *escaped = g_uri_escape_string (site->path->pdata[i], " ", TRUE);

      if (i > 0)
        g_string_append_c (field, '/');
      g_string_append (field, escaped);
    }
  conflict = talks_conflict_new (type, site->kind, site->id, field->str);
  conflict->title = g_strdup (site->title);
  return conflict;
}

gboolean
talks_merge_can_be_joined (const char *field)
{
  static const char * const fields[] = { "body", "description", "note", "notes", "text", NULL };

  return g_strv_contains (fields, field);
}

static void
join_strings (const TalksField *field,
              gconstpointer     ours,
              gconstpointer     theirs,
              gpointer          into)
{
  g_free (VALUE (field, into, char *));
  VALUE (field, into, char *) = g_strconcat (VALUE (field, ours, char *), "\n\n", VALUE (field, theirs, char *), NULL);
}

/* A value that both changed. */
static void
choose_value (TalksMergeSite    *site,
              TalksConflictType  type,
              const TalksField  *field,
              gconstpointer      base,
              gconstpointer      ours,
              gconstpointer      theirs,
              gpointer           into)
{
  TalksMerge *merge = site->merge;
  const gboolean ours_is_gone = talks_field_is_absent (field, ours);
  const gboolean is_removed = ours_is_gone || talks_field_is_absent (field, theirs);
  const gboolean is_plain = type == TALKS_CONFLICT_FIELD && !is_removed;
  const guint both = is_plain ? talks_merge_site_can_keep_both (site) : 0;
  const gboolean joins = is_plain && both == 0 && field->type == TALKS_FIELD_STRING
                         && talks_merge_can_be_joined (field->name);
  TalksConflict *conflict;
  TalksMergeChoice choice;

  if (type == TALKS_CONFLICT_FIELD && is_removed)
    type = TALKS_CONFLICT_REMOVED;
  conflict = talks_merge_site_new_conflict (site, type);
  conflict->base = base != NULL ? talks_merge_value_to_words (merge, field, base) : NULL;
  conflict->ours = talks_merge_value_to_words (merge, field, ours);
  conflict->theirs = talks_merge_value_to_words (merge, field, theirs);
  conflict->choices = CHOICE (OURS) | CHOICE (THEIRS) | both | (joins ? CHOICE (BOTH) : 0);
  if (both != 0 && can_be_told (site))
    conflict->choice = TALKS_MERGE_BOTH;
  else if (type == TALKS_CONFLICT_REMOVED && ours_is_gone)
    conflict->choice = TALKS_MERGE_THEIRS;
  choice = talks_merge_note (merge, conflict);
  if (choice == TALKS_MERGE_THEIRS)
    talks_field_copy (field, theirs, into);
  else if (choice == TALKS_MERGE_BOTH && joins)
    join_strings (field, ours, theirs, into);
  else if (choice == TALKS_MERGE_BOTH)
    talks_merge_site_keep_both (site);
}

/* ---- fields ---- */

/* Whether the change of theirs is known to be wrong together with ours. */
static gboolean
is_forced (TalksMergeSite *site)
{
  g_autofree char *of_record = NULL;
  g_autofree char *of_kind = NULL;

  if (site->path->len != 1 || site->id == NULL || g_hash_table_size (site->merge->forced) == 0)
    return FALSE;
  of_record = g_strdup_printf ("%s/%s", site->id, get_top_field (site));
  of_kind = g_strdup_printf ("%d//%s", site->kind, get_top_field (site));
  return g_hash_table_contains (site->merge->forced, of_record) || g_hash_table_contains (site->merge->forced, of_kind);
}

/* A time of day and its zone are one value. */
static gboolean
is_whole (const TalksField *field)
{
  return strcmp (field->name, "time") == 0;
}

static void
merge_changed (TalksMergeSite      *site,
               const TalksFieldSet *set,
               const TalksField    *field,
               gconstpointer        base,
               gconstpointer        ours,
               gconstpointer        theirs,
               gpointer             into)
{
  const gboolean both_there = !talks_field_is_absent (field, ours) && !talks_field_is_absent (field, theirs);

  if (base != NULL && talks_field_is_absent (field, base))
    base = NULL;
  if (field->type == TALKS_FIELD_TEXT && both_there)
    talks_merge_texts (site, set, field, base, ours, theirs, into);
  else if (field->type == TALKS_FIELD_STRINGS)
    talks_merge_strings (site, field, base, ours, theirs, into);
  else if (field->type == TALKS_FIELD_LIST)
    talks_merge_parts (site, field, base, ours, theirs, into);
  else if (field->type == TALKS_FIELD_STRUCT && both_there && !is_whole (field))
    talks_merge_fields (site, field->parts, base != NULL ? VALUE (field, base, gpointer) : NULL,
                        VALUE (field, ours, gpointer), VALUE (field, theirs, gpointer), VALUE (field, into, gpointer));
  else
    choose_value (site, TALKS_CONFLICT_FIELD, field, base, ours, theirs, into);
}

static void
merge_field (TalksMergeSite      *site,
             const TalksFieldSet *set,
             const TalksField    *field,
             gconstpointer        base,
             gconstpointer        ours,
             gconstpointer        theirs,
             gpointer             into)
{
  if (talks_field_equal (field, ours, theirs) || is_as_before (field, base, theirs))
    return;
  if (is_forced (site))
    choose_value (site, TALKS_CONFLICT_TOGETHER, field, base, ours, theirs, into);
  else if (is_as_before (field, base, ours))
    talks_field_copy (field, theirs, into);
  else
    merge_changed (site, set, field, base, ours, theirs, into);
}

void
talks_merge_fields (TalksMergeSite      *site,
                    const TalksFieldSet *set,
                    gconstpointer        base,
                    gconstpointer        ours,
                    gconstpointer        theirs,
                    gpointer             into)
{
  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      g_ptr_array_add (site->path, (gpointer) field->name);
      merge_field (site, set, field, base, ours, theirs, into);
      g_ptr_array_set_size (site->path, (int) site->path->len - 1);
    }
}
