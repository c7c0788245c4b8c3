/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-import-private.h"

typedef struct
{
  TalksReferenceFunc func;
  gpointer           data;
} Mapping;

static gboolean map_fields (const Mapping       *mapping,
                            const TalksFieldSet *fields,
                            gpointer             owner);

static gboolean
map_string (const Mapping    *mapping,
            const TalksField *field,
            gpointer          owner)
{
  char **slot = &TALKS_FIELD_VALUE (field, owner, char *);
  g_autofree char *word = g_steal_pointer (slot);

  if (word != NULL && *word != '\0')
    *slot = mapping->func (field->refers_to, word, mapping->data);
  return *slot != NULL || !field->required;
}

static void
map_strings (const Mapping    *mapping,
             const TalksField *field,
             gpointer          owner)
{
  char ***slot = &TALKS_FIELD_VALUE (field, owner, char **);
  g_auto (GStrv) words = *slot;

  *slot = g_new0 (char *, 1);
  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *id = mapping->func (field->refers_to, *word, mapping->data);

      if (id != NULL)
        talks_import_add_string (slot, id);
    }
}

static void
map_parts (const Mapping    *mapping,
           const TalksField *field,
           gpointer          owner)
{
  GPtrArray *list = TALKS_FIELD_VALUE (field, owner, GPtrArray *);

  for (guint i = 0; i < list->len;)
    if (map_fields (mapping, field->parts, list->pdata[i]))
      i++;
    else
      g_ptr_array_remove_index (list, i);
}

static gboolean
map_fields (const Mapping       *mapping,
            const TalksFieldSet *fields,
            gpointer             owner)
{
  gboolean whole = TRUE;

  for (guint i = 0; i < fields->n_fields; i++)
    {
      const TalksField *field = &fields->fields[i];
      gpointer part = field->type == TALKS_FIELD_STRUCT ? TALKS_FIELD_VALUE (field, owner, gpointer) : NULL;

      if (field->type == TALKS_FIELD_STRING && field->refers_to != 0)
        whole &= map_string (mapping, field, owner);
      else if (field->type == TALKS_FIELD_STRINGS && field->refers_to != 0)
        map_strings (mapping, field, owner);
      else if (field->type == TALKS_FIELD_LIST)
        map_parts (mapping, field, owner);
      else if (part != NULL)
        map_fields (mapping, field->parts, part);
    }
  return whole;
}

gboolean
talks_references_map (gpointer            record,
                      TalksReferenceFunc  func,
                      gpointer            data)
{
  const Mapping mapping = { func, data };

  return map_fields (&mapping, talks_record_kind_get_fields (((TalksRecord *) record)->kind), record);
}
