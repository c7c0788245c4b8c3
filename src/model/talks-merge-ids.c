/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ids: all that refer to records, and documents in which records have other ids. */

#include "talks-merge-private.h"

#define VALUE TALKS_FIELD_VALUE

/* ---- references ---- */

static void
each_reference (const TalksRecord   *record,
                const TalksFieldSet *set,
                gconstpointer        owner,
                TalksReferenceFunc   func,
                gpointer             data)
{
  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (talks_field_is_absent (field, owner))
        continue;
      if (field->type == TALKS_FIELD_STRUCT)
        each_reference (record, field->parts, VALUE (field, owner, gpointer), func, data);
      else if (field->type == TALKS_FIELD_LIST)
        {
          GPtrArray *list = VALUE (field, owner, GPtrArray *);

          for (guint j = 0; j < list->len; j++)
            each_reference (record, field->parts, list->pdata[j], func, data);
        }
      else if (field->refers_to != 0 && field->type == TALKS_FIELD_STRING)
        func (record, field, VALUE (field, owner, char *), data);
      else if (field->refers_to != 0)
        for (char **id = VALUE (field, owner, char **); *id != NULL; id++)
          func (record, field, *id, data);
    }
}

void
talks_merge_each_reference (const TalksRecord  *record,
                            TalksReferenceFunc  func,
                            gpointer            data)
{
  each_reference (record, talks_record_kind_get_fields (record->kind), record, func, data);
}

/* ---- other ids ---- */

typedef struct
{
  GHashTable *ids;
  const char *tag;
  gboolean    found;
} Mapping;

static void
find_mapped (const TalksRecord *record,
             const TalksField  *field,
             const char        *id,
             gpointer           data)
{
  Mapping *mapping = data;

  mapping->found |= g_hash_table_contains (mapping->ids, id);
}

static void
map_string (Mapping  *mapping,
            char    **place)
{
  const char *id = g_hash_table_lookup (mapping->ids, *place);

  if (id == NULL)
    return;
  g_free (*place);
  *place = g_strdup (id);
}

static void
tag_text (Mapping             *mapping,
          const TalksFieldSet *set,
          const TalksField    *field,
          gpointer             owner)
{
  TalksText *text = VALUE (field, owner, TalksText *);
  const char * const langs[] = { mapping->tag, NULL };

  if (mapping->tag != NULL && *talks_text_get_languages (text) == NULL)
    talks_merge_set_text (set, field, owner, talks_text_new_tagged (langs, talks_text_get_texts (text)));
}

/* In a record or part that nobody else has yet. */
static void
map_owner (Mapping             *mapping,
           const TalksFieldSet *set,
           gpointer             owner)
{
  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (talks_field_is_absent (field, owner))
        continue;
      if (field->type == TALKS_FIELD_TEXT)
        tag_text (mapping, set, field, owner);
      else if (field->type == TALKS_FIELD_STRUCT)
        map_owner (mapping, field->parts, VALUE (field, owner, gpointer));
      else if (field->type == TALKS_FIELD_LIST)
        {
          GPtrArray *list = VALUE (field, owner, GPtrArray *);

          for (guint j = 0; j < list->len; j++)
            map_owner (mapping, field->parts, list->pdata[j]);
        }
      else if (field->refers_to != 0 && field->type == TALKS_FIELD_STRING)
        map_string (mapping, &VALUE (field, owner, char *));
      else if (field->refers_to != 0)
        for (char **id = VALUE (field, owner, char **); *id != NULL; id++)
          map_string (mapping, id);
    }
}

static TalksRecord *
map_record (Mapping     *mapping,
            TalksRecord *record)
{
  const char *id = g_hash_table_lookup (mapping->ids, record->id);
  TalksRecord *mapped;

  mapping->found = id != NULL || mapping->tag != NULL;
  if (!mapping->found)
    talks_merge_each_reference (record, find_mapped, mapping);
  if (!mapping->found)
    return talks_record_ref (record);

  mapped = talks_record_copy (record);
  if (id != NULL)
    {
      g_free (mapped->id);
      mapped->id = g_strdup (id);
    }
  map_owner (mapping, talks_record_kind_get_fields (mapped->kind), mapped);
  return mapped;
}

TalksDocument *
talks_merge_map_ids (TalksDocument *document,
                     GHashTable    *ids,
                     const char    *tag)
{
  Mapping mapping = { ids, tag, FALSE };
  g_autoptr (TalksRecord) head = NULL;
  g_autoptr (TalksChange) of_head = NULL;
  TalksDocument *mapped;

  if (g_hash_table_size (ids) == 0 && tag == NULL)
    return g_object_ref (document);

  mapped = talks_document_new ();
  head = map_record (&mapping, (TalksRecord *) talks_document_get_head (document));
  of_head = talks_change_new ((TalksRecord *) talks_document_get_head (mapped), head, -1);
  if (!talks_document_apply (mapped, of_head, NULL))
    g_assert_not_reached ();
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, kind);

      for (guint i = 0; i < records->len; i++)
        {
          g_autoptr (TalksRecord) record = map_record (&mapping, records->pdata[i]);
          g_autoptr (TalksChange) change = talks_change_new (NULL, record, -1);

          /* Ids in the result are those of one record each. */
          if (!talks_document_apply (mapped, change, NULL))
            g_assert_not_reached ();
        }
    }
  return mapped;
}

char *
talks_merge_find_id (TalksMerge *self,
                     const char *id)
{
  char *free_id = g_strdup (id);

  for (guint i = 2; g_hash_table_contains (self->taken, free_id); i++)
    {
      g_free (free_id);
      free_id = g_strdup_printf ("%s-%u", id, i);
    }
  return free_id;
}

char *
talks_merge_take_id (TalksMerge *self,
                     const char *id)
{
  char *free_id = talks_merge_find_id (self, id);

  g_hash_table_add (self->taken, g_strdup (free_id));
  return free_id;
}
