/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what is chosen to changes: who is named by a chosen record comes along, and what points to a record that is not
 * taken points to the one that it looks like, or goes. */

#include "talks-import-private.h"

typedef struct
{
  GHashTable *items;    /* id to be → TalksImportItem */
  GHashTable *included; /* set of TalksImportItem */
  GPtrArray  *pending;  /* of TalksImportItem whose references are still to be followed */
} Choice;

static void
include (Choice          *choice,
         TalksImportItem *item)
{
  if (g_hash_table_add (choice->included, item))
    g_ptr_array_add (choice->pending, item);
}

/* What is only there for others, or may as well come with them. */
static gboolean
comes_along (const TalksImportItem *item)
{
  switch ((int) item->record->kind)
    {
    case TALKS_RECORD_TOPIC:
    case TALKS_RECORD_PARTY:
    case TALKS_RECORD_PARTICIPANT:
    case TALKS_RECORD_SOURCE:
      return item->alike == NULL;
    default:
      return FALSE;
    }
}

static char *
follow (unsigned    kinds,
        const char *word,
        gpointer    data)
{
  Choice *choice = data;
  TalksImportItem *item = g_hash_table_lookup (choice->items, word);

  if (item != NULL && comes_along (item))
    include (choice, item);
  return g_strdup (word);
}

static char *
redirect (unsigned    kinds,
          const char *word,
          gpointer    data)
{
  Choice *choice = data;
  const TalksImportItem *item = g_hash_table_lookup (choice->items, word);

  while (item != NULL && !g_hash_table_contains (choice->included, item))
    {
      word = item->alike;
      item = word != NULL ? g_hash_table_lookup (choice->items, word) : NULL;
    }
  return g_strdup (word);
}

/* Lanes that were made for the kinds of events that come in. */
static void
include_lanes (Choice    *choice,
               GPtrArray *items)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      TalksImportItem *item = items->pdata[i];

      if (item->record->kind == TALKS_RECORD_EVENT && g_hash_table_contains (choice->included, item))
        g_hash_table_add (kinds, ((TalksEvent *) item->record)->kind);
    }
  for (guint i = 0; i < items->len; i++)
    {
      TalksImportItem *item = items->pdata[i];

      if (item->record->kind == TALKS_RECORD_LANE && item->made && item->alike == NULL
          && g_hash_table_contains (kinds, ((TalksLane *) item->record)->kinds[0]))
        include (choice, item);
    }
}

static void
choose (Choice    *choice,
        GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      TalksImportItem *item = items->pdata[i];

      g_hash_table_insert (choice->items, item->record->id, item);
      if (item->chosen && !item->made)
        include (choice, item);
    }
  while (choice->pending->len > 0)
    {
      TalksImportItem *item = g_ptr_array_steal_index_fast (choice->pending, choice->pending->len - 1);
      g_autoptr (TalksRecord) copy = talks_record_copy (item->record);

      talks_references_map (copy, follow, choice);
    }
  include_lanes (choice, items);
}

GPtrArray *
talks_import_make_changes (TalksImport *self)
{
  GPtrArray *changes;
  Choice choice;

  g_return_val_if_fail (self != NULL, NULL);

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  choice.items = g_hash_table_new (g_str_hash, g_str_equal);
  choice.included = g_hash_table_new (NULL, NULL);
  choice.pending = g_ptr_array_new ();
  choose (&choice, self->items);
  for (guint i = 0; i < self->items->len; i++)
    {
      TalksImportItem *item = self->items->pdata[i];
      g_autoptr (TalksRecord) copy = NULL;

      if (!g_hash_table_contains (choice.included, item))
        continue;
      copy = talks_record_copy (item->record);
      if (talks_references_map (copy, redirect, &choice))
        g_ptr_array_add (changes, talks_change_new (NULL, copy, -1));
    }
  g_hash_table_unref (choice.items);
  g_hash_table_unref (choice.included);
  g_ptr_array_unref (choice.pending);
  return changes;
}
