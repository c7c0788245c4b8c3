/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-draft-record.h"

#include "talks-json-write.h"
#include "talks-record-fields.h"

#define VALUE TALKS_FIELD_VALUE

/* ---- writing ---- */

static void write_owner (GString             *out,
                         const TalksFieldSet *set,
                         gconstpointer        owner);

static void
write_text (GString         *out,
            const TalksText *text)
{
  const char * const *langs = talks_text_get_languages (text);
  const char * const *texts = talks_text_get_texts (text);

  if (langs[0] == NULL)
    {
      talks_json_write_string (out, texts[0]);
      return;
    }
  for (guint i = 0; langs[i] != NULL; i++)
    {
      g_string_append_c (out, i > 0 ? ',' : '{');
      talks_json_write_string (out, langs[i]);
      g_string_append_c (out, ':');
      talks_json_write_string (out, texts[i]);
    }
  g_string_append_c (out, '}');
}

static void
write_strings (GString *out,
               char   **strings)
{
  g_string_append_c (out, '[');
  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      talks_json_write_string (out, strings[i]);
    }
  g_string_append_c (out, ']');
}

static void
write_list (GString             *out,
            const TalksFieldSet *set,
            const GPtrArray     *list)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < list->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      write_owner (out, set, list->pdata[i]);
    }
  g_string_append_c (out, ']');
}

static void
write_value (GString          *out,
             const TalksField *field,
             gconstpointer     owner)
{
  switch (field->type)
    {
    case TALKS_FIELD_STRING:
      talks_json_write_string (out, VALUE (field, owner, char *));
      break;
    case TALKS_FIELD_TEXT:
      write_text (out, VALUE (field, owner, TalksText *));
      break;
    case TALKS_FIELD_DATE:
      talks_json_write_string (out, talks_date_get_text (VALUE (field, owner, TalksDate *)));
      break;
    case TALKS_FIELD_WORD:
      talks_json_write_string (out, field->words->to_name (VALUE (field, owner, int)));
      break;
    case TALKS_FIELD_COORDINATES:
      g_string_append_c (out, '[');
      talks_json_write_number (out, ((const TalksPlace *) owner)->latitude);
      g_string_append_c (out, ',');
      talks_json_write_number (out, ((const TalksPlace *) owner)->longitude);
      g_string_append_c (out, ']');
      break;
    case TALKS_FIELD_STRINGS:
      write_strings (out, VALUE (field, owner, char **));
      break;
    case TALKS_FIELD_STRUCT:
      write_owner (out, field->parts, VALUE (field, owner, gpointer));
      break;
    case TALKS_FIELD_LIST:
      write_list (out, field->parts, VALUE (field, owner, GPtrArray *));
      break;
    case TALKS_FIELD_BOOLEAN:
    default:
      g_string_append (out, "true");
      break;
    }
}

static void
write_owner (GString             *out,
             const TalksFieldSet *set,
             gconstpointer        owner)
{
  guint n = 0;

  g_string_append_c (out, '{');
  for (guint i = 0; i < set->n_fields; i++)
    {
      if (talks_field_is_absent (&set->fields[i], owner))
        continue;
      if (n++ > 0)
        g_string_append_c (out, ',');
      talks_json_write_string (out, set->fields[i].name);
      g_string_append_c (out, ':');
      write_value (out, &set->fields[i], owner);
    }
  g_string_append_c (out, '}');
}

void
talks_draft_write_record (GString           *out,
                          const TalksRecord *record)
{
  g_return_if_fail (out != NULL && record != NULL);

  write_owner (out, talks_record_kind_get_fields (record->kind), record);
}

/* ---- reading ---- */

static void read_owner (JsonObject          *object,
                        const TalksFieldSet *set,
                        gpointer             owner);

/* NULL if it is none. */
static const char *
get_text (JsonNode *node)
{
  const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                     ? json_node_get_string (node) : NULL;

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

const char *
talks_draft_get_string (JsonObject *object,
                        const char *name)
{
  g_return_val_if_fail (object != NULL && name != NULL, NULL);
  return get_text (json_object_get_member (object, name));
}

static TalksText *
read_text (JsonNode *node)
{
  g_autoptr (GPtrArray) langs = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GList) names = NULL;

  if (get_text (node) != NULL)
    return talks_text_new_plain (get_text (node));
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  names = json_object_get_members (json_node_get_object (node));
  for (GList *name = names; name != NULL; name = name->next)
    {
      const char *text = talks_draft_get_string (json_node_get_object (node), name->data);

      if (text == NULL)
        continue;
      g_ptr_array_add (langs, name->data);
      g_ptr_array_add (texts, (gpointer) text);
    }
  if (langs->len == 0)
    return NULL;
  g_ptr_array_add (langs, NULL);
  g_ptr_array_add (texts, NULL);
  return talks_text_new_tagged ((const char * const *) langs->pdata, (const char * const *) texts->pdata);
}

/* A title stands in for a label until there is one. */
static void
take_text (const TalksField *field,
           gpointer          owner,
           TalksText        *text)
{
  TalksText **place = &VALUE (field, owner, TalksText *);
  TalksText **other = field->default_of != 0 ? &G_STRUCT_MEMBER (TalksText *, owner, field->default_of) : NULL;

  if (text == NULL)
    return;
  if (other != NULL && *other == *place)
    {
      g_clear_pointer (other, talks_text_unref);
      *other = talks_text_ref (text);
    }
  g_clear_pointer (place, talks_text_unref);
  *place = text;
}

static char **
read_strings (JsonArray *array)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (get_text (json_array_get_element (array, i)) != NULL)
      g_strv_builder_add (strings, get_text (json_array_get_element (array, i)));
  return g_strv_builder_end (strings);
}

/* Lists of strings are there in every part, empty or not. */
static gpointer
read_part (JsonNode            *node,
           const TalksFieldSet *set)
{
  gpointer part = g_malloc0 (set->size);

  for (guint i = 0; i < set->n_fields; i++)
    if (set->fields[i].type == TALKS_FIELD_STRINGS)
      VALUE (&set->fields[i], part, char **) = g_new0 (char *, 1);
  if (JSON_NODE_HOLDS_OBJECT (node))
    read_owner (json_node_get_object (node), set, part);
  return part;
}

static void
read_coordinates (JsonArray  *array,
                  TalksPlace *place)
{
  if (json_array_get_length (array) != 2 || !JSON_NODE_HOLDS_VALUE (json_array_get_element (array, 0))
      || !JSON_NODE_HOLDS_VALUE (json_array_get_element (array, 1)))
    return;
  place->latitude = json_array_get_double_element (array, 0);
  place->longitude = json_array_get_double_element (array, 1);
  place->has_coordinates = TRUE;
}

static void
read_one (JsonNode         *node,
          const TalksField *field,
          gpointer          owner)
{
  const char *text = get_text (node);

  if (text != NULL && field->type == TALKS_FIELD_STRING)
    {
      g_free (VALUE (field, owner, char *));
      VALUE (field, owner, char *) = g_strdup (text);
    }
  else if (text != NULL && field->type == TALKS_FIELD_DATE)
    {
      g_clear_pointer (&VALUE (field, owner, TalksDate *), talks_date_unref);
      VALUE (field, owner, TalksDate *) = talks_date_parse (text, NULL);
    }
  else if (text != NULL && field->type == TALKS_FIELD_WORD)
    field->words->from_name (text, &VALUE (field, owner, int));
  else if (field->type == TALKS_FIELD_TEXT)
    take_text (field, owner, read_text (node));
  else if (field->type == TALKS_FIELD_BOOLEAN)
    VALUE (field, owner, int) = TRUE;
  else if (field->type == TALKS_FIELD_STRUCT)
    {
      if (VALUE (field, owner, gpointer) != NULL)
        field->parts->free (VALUE (field, owner, gpointer));
      VALUE (field, owner, gpointer) = read_part (node, field->parts);
    }
}

static void
read_several (JsonArray        *array,
              const TalksField *field,
              gpointer          owner)
{
  if (field->type == TALKS_FIELD_STRINGS)
    {
      g_strfreev (VALUE (field, owner, char **));
      VALUE (field, owner, char **) = read_strings (array);
    }
  else if (field->type == TALKS_FIELD_COORDINATES)
    read_coordinates (array, owner);
  else if (field->type == TALKS_FIELD_LIST)
    for (guint i = 0; i < json_array_get_length (array); i++)
      g_ptr_array_add (VALUE (field, owner, GPtrArray *),
                       read_part (json_array_get_element (array, i), field->parts));
}

static void
read_owner (JsonObject          *object,
            const TalksFieldSet *set,
            gpointer             owner)
{
  for (guint i = 0; i < set->n_fields; i++)
    {
      JsonNode *node = json_object_get_member (object, set->fields[i].name);

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        read_several (json_node_get_array (node), &set->fields[i], owner);
      else if (node != NULL)
        read_one (node, &set->fields[i], owner);
    }
}

TalksRecord *
talks_draft_read_record (JsonObject      *object,
                         TalksRecordKind  kind,
                         const char      *id)
{
  TalksRecord *record;

  g_return_val_if_fail (object != NULL && id != NULL, NULL);

  record = talks_record_new (kind, id);
  read_owner (object, talks_record_kind_get_fields (kind), record);
  return record;
}
