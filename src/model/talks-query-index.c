/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An index is an array of entries, one a record. An entry folds the words of its record when it is
 * first looked at, once, whoever asks; entries are shared between the indexes of a document's
 * successive states, so that an edit folds one record anew. */

#include "talks-query-private.h"

#include <string.h>

/* ---- entries ---- */

static void
entry_unref (gpointer data)
{
  TalksQueryEntry *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  talks_record_unref (self->record);
  for (guint i = 0; i < TALKS_QUERY_N_CONTEXT; i++)
    g_clear_pointer (&self->context[i], talks_record_unref);
  g_free (self->title);
  g_free (self->words);
  g_free (self);
}

static void
find_context (TalksDocument     *document,
              const TalksRecord *record,
              TalksRecord       *context[TALKS_QUERY_N_CONTEXT])
{
  const TalksPosition *position = (const TalksPosition *) record;

  memset (context, 0, sizeof (TalksRecord *) * TALKS_QUERY_N_CONTEXT);
  if (record->kind != TALKS_RECORD_POSITION)
    return;
  context[0] = talks_document_lookup_kind (document, TALKS_RECORD_PARTY, position->party);
  context[1] = talks_document_lookup_kind (document, TALKS_RECORD_TOPIC, position->topic);
  context[2] = talks_document_lookup_kind (document, TALKS_RECORD_PARTICIPANT,
                                           position->participant);
}

static TalksQueryEntry *
entry_new (TalksRecord *record,
           TalksRecord *context[TALKS_QUERY_N_CONTEXT])
{
  TalksQueryEntry *self = g_new0 (TalksQueryEntry, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->record = talks_record_ref (record);
  for (guint i = 0; i < TALKS_QUERY_N_CONTEXT; i++)
    if (context[i] != NULL)
      self->context[i] = talks_record_ref (context[i]);
  return self;
}

typedef struct
{
  GString *title;
  GString *words;
} FoldTarget;

/* A line for each text, so that a word never matches across two. */
static void
fold_text (const char    *text,
           TalksTextRole  role,
           gpointer       data)
{
  FoldTarget *target = data;

  if (role == TALKS_TEXT_TITLE)
    {
      talks_query_fold_append (target->title, NULL, text);
      g_string_append_c (target->title, '\n');
    }
  talks_query_fold_append (target->words, NULL, text);
  g_string_append_c (target->words, '\n');
}

static void
fold_context (const char    *text,
              TalksTextRole  role,
              gpointer       data)
{
  FoldTarget *target = data;

  if (role != TALKS_TEXT_TITLE)
    return;
  talks_query_fold_append (target->words, NULL, text);
  g_string_append_c (target->words, '\n');
}

void
talks_query_entry_ensure_folded (TalksQueryEntry *self)
{
  if (g_once_init_enter (&self->folded))
    {
      FoldTarget target = { g_string_new (NULL), g_string_new (NULL) };
      TalksTextVisitor texts = { NULL, fold_text, &target };
      TalksTextVisitor names = { NULL, fold_context, &target };

      talks_query_visit_texts (&texts, self->record);
      for (guint i = 0; i < TALKS_QUERY_N_CONTEXT; i++)
        if (self->context[i] != NULL)
          talks_query_visit_texts (&names, self->context[i]);
      self->title = g_string_free (target.title, FALSE);
      self->words = g_string_free (target.words, FALSE);
      g_once_init_leave (&self->folded, 1);
    }
}

/* ---- the index of a document ---- */

/* What a document keeps: the last index, whose entries outlive it, and whether it still holds. */
typedef struct
{
  TalksQueryIndex *index;
  gboolean         current;
} Cache;

static GQuark
cache_quark (void)
{
  static GQuark quark;

  if (quark == 0)
    quark = g_quark_from_static_string ("talks-query-cache");
  return quark;
}

static void
cache_free (gpointer data)
{
  Cache *cache = data;

  g_clear_pointer (&cache->index, talks_query_index_unref);
  g_free (cache);
}

static void
on_document_changed (TalksDocument *document,
                     gpointer       change,
                     gpointer       unused)
{
  Cache *cache = g_object_get_qdata (G_OBJECT (document), cache_quark ());

  g_assert (cache != NULL);
  cache->current = FALSE;
}

void
talks_query_index_unref (TalksQueryIndex *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->entries);
  g_free (self);
}

guint
talks_query_index_get_size (const TalksQueryIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/* Entries of the older index by their records. */
static GHashTable *
list_older (TalksQueryIndex *older)
{
  GHashTable *table = g_hash_table_new (NULL, NULL);

  for (guint i = 0; older != NULL && i < older->entries->len; i++)
    {
      TalksQueryEntry *entry = older->entries->pdata[i];

      g_hash_table_insert (table, entry->record, entry);
    }
  return table;
}

static TalksQueryIndex *
index_new (TalksDocument   *document,
           TalksQueryIndex *older)
{
  static const TalksRecordKind kinds[] = {
    TALKS_RECORD_EVENT, TALKS_RECORD_PARTICIPANT, TALKS_RECORD_POSITION,  TALKS_RECORD_SOURCE,
    TALKS_RECORD_PARTY, TALKS_RECORD_TOPIC,       TALKS_RECORD_ANNOTATION,
  };
  TalksQueryIndex *self = g_new0 (TalksQueryIndex, 1);
  g_autoptr (GHashTable) known = list_older (older);

  g_atomic_ref_count_init (&self->ref_count);
  self->entries = g_ptr_array_new_with_free_func (entry_unref);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GPtrArray *records = talks_document_get_records (document, kinds[k]);

      for (guint i = 0; i < records->len; i++)
        {
          TalksRecord *context[TALKS_QUERY_N_CONTEXT];
          TalksQueryEntry *entry = g_hash_table_lookup (known, records->pdata[i]);

          find_context (document, records->pdata[i], context);
          if (entry != NULL && memcmp (entry->context, context, sizeof context) == 0)
            g_atomic_ref_count_inc (&entry->ref_count);
          else
            entry = entry_new (records->pdata[i], context);
          g_ptr_array_add (self->entries, entry);
        }
    }
  return self;
}

TalksQueryIndex *
talks_query_index_get (TalksDocument *document)
{
  Cache *cache;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);

  cache = g_object_get_qdata (G_OBJECT (document), cache_quark ());
  if (cache == NULL)
    {
      cache = g_new0 (Cache, 1);
      g_object_set_qdata_full (G_OBJECT (document), cache_quark (), cache, cache_free);
      g_signal_connect (document, "changed", G_CALLBACK (on_document_changed), NULL);
    }
  if (!cache->current)
    {
      TalksQueryIndex *fresh = index_new (document, cache->index);

      g_clear_pointer (&cache->index, talks_query_index_unref);
      cache->index = fresh;
      cache->current = TRUE;
    }
  g_atomic_ref_count_inc (&cache->index->ref_count);
  return cache->index;
}
