/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Objects of records and their parts, by the tables of fields. */

#include "talks-record-write-private.h"

#include "talks-json-patch.h"

#include <string.h>

#define VALUE TALKS_FIELD_VALUE

TalksRecordWriter *
talks_record_writer_new (GHashTable *left_out)
{
  TalksRecordWriter *self = g_new0 (TalksRecordWriter, 1);

  self->made_from = g_hash_table_new (NULL, NULL);
  self->left_out = left_out != NULL ? g_hash_table_ref (left_out) : NULL;
  self->pointer = g_string_new (NULL);
  return self;
}

void
talks_record_writer_free (TalksRecordWriter *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->made_from);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_string_free (self->pointer, TRUE);
  g_free (self);
}

/* ---- texts ---- */

/* Which of the members of old no text of before or now is; and where those of now are. */
static void
compare_languages (JsonObject         *old,
                   const TalksText    *before,
                   const char * const *langs,
                   gboolean           *kept,
                   int                *old_of)
{
  const char * const *known = before != NULL ? talks_text_get_languages (before) : NULL;
  JsonObjectIter iter;
  const char *name;
  int i = 0;

  json_object_iter_init_ordered (&iter, old);
  for (; json_object_iter_next_ordered (&iter, &name, NULL); i++)
    {
      kept[i] = known == NULL || !g_strv_contains (known, name);
      for (guint j = 0; langs[j] != NULL; j++)
        if (strcmp (langs[j], name) == 0)
          old_of[j] = i;
    }
}

static JsonNode *
write_languages (TalksRecordWriter *self,
                 JsonNode          *old_node,
                 const TalksText   *before,
                 const TalksText   *now)
{
  const char * const *langs = talks_text_get_languages (now);
  const char * const *texts = talks_text_get_texts (now);
  JsonObject *old = json_node_get_object (old_node);
  g_autoptr (GList) names = json_object_get_members (old);
  guint n_old = json_object_get_size (old);
  guint n = g_strv_length ((char **) langs);
  g_autofree gboolean *kept = g_new0 (gboolean, n_old + 1);
  g_autofree int *old_of = g_new (int, n);
  g_autoptr (GArray) slots = NULL;
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < n; i++)
    old_of[i] = -1;
  compare_languages (old, before, langs, kept, old_of);
  slots = talks_json_plan_list (kept, n_old, old_of, n);
  for (guint i = 0; i < slots->len; i++)
    {
      const TalksJsonSlot *slot = &g_array_index (slots, TalksJsonSlot, i);
      const char *name = slot->now >= 0 ? langs[slot->now] : g_list_nth_data (names, (guint) slot->old);
      JsonNode *found = slot->old >= 0 ? json_object_get_member (old, name) : NULL;

      if (found != NULL && (slot->now < 0 || g_strcmp0 (talks_node_get_string (found), texts[slot->now]) == 0))
        json_object_set_member (object, name, json_node_ref (found));
      else
        json_object_set_member (object, name, talks_node_new_string (texts[slot->now]));
    }
  json_node_take_object (node, object);
  return talks_node_made_from (self, node, old_node);
}

JsonNode *
talks_record_write_text (TalksRecordWriter *self,
                         JsonNode          *old,
                         const TalksText   *before,
                         const TalksText   *now)
{
  const char * const *langs;
  const char * const *texts;
  JsonObject *object;
  JsonNode *node;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  langs = talks_text_get_languages (now);
  texts = talks_text_get_texts (now);
  if (langs[0] == NULL)
    return talks_node_new_string (texts[0]);
  if (talks_node_get_object (old) != NULL)
    return write_languages (self, old, before, now);

  object = json_object_new ();
  for (guint i = 0; langs[i] != NULL; i++)
    json_object_set_string_member (object, langs[i], texts[i]);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

/* ---- fields ---- */

/* FALSE is written only where something stands already. */
static JsonNode *
write_boolean (JsonNode *old,
               gboolean  value)
{
  if (!value && old == NULL)
    return NULL;
  return json_node_init_boolean (json_node_alloc (), value);
}

static void
write_coordinates (TalksMembers     *members,
                   const TalksPlace *before,
                   const TalksPlace *now)
{
  const gboolean known = before != NULL && before->has_coordinates;

  if (!now->has_coordinates)
    {
      talks_members_set (members, "lat", NULL);
      talks_members_set (members, "lon", NULL);
      return;
    }
  if (!known || before->latitude != now->latitude)
    talks_members_set (members, "lat", json_node_init_double (json_node_alloc (), now->latitude));
  talks_members_pass (members, "lat");
  if (!known || before->longitude != now->longitude)
    talks_members_set (members, "lon", json_node_init_double (json_node_alloc (), now->longitude));
}

/* What stands in the member of a field; NULL when there is none. before may be NULL. */
static JsonNode *
write_value (TalksRecordWriter *self,
             const TalksField  *field,
             JsonNode          *old,
             gconstpointer      before,
             gconstpointer      now)
{
  const gboolean is_list = field->type == TALKS_FIELD_LIST || field->type == TALKS_FIELD_STRINGS;

  if (field->type == TALKS_FIELD_BOOLEAN)
    return write_boolean (old, VALUE (field, now, gboolean));
  if (!is_list && talks_field_is_absent (field, now))
    return NULL;

  switch (field->type)
    {
    case TALKS_FIELD_STRING:
      return talks_node_new_string (VALUE (field, now, char *));
    case TALKS_FIELD_TEXT:
      return talks_record_write_text (self, old, before != NULL ? VALUE (field, before, TalksText *) : NULL,
                                      VALUE (field, now, TalksText *));
    case TALKS_FIELD_DATE:
      return talks_node_new_string (talks_date_get_text (VALUE (field, now, TalksDate *)));
    case TALKS_FIELD_WORD:
      return talks_node_new_string (field->words->to_name (VALUE (field, now, int)));
    case TALKS_FIELD_STRUCT:
      return talks_write_owner (self, field->parts, old, before != NULL ? VALUE (field, before, gpointer) : NULL,
                                VALUE (field, now, gpointer));
    case TALKS_FIELD_STRINGS:
    case TALKS_FIELD_LIST:
      return talks_write_list (self, field, old, before, now);
    case TALKS_FIELD_BOOLEAN:
    case TALKS_FIELD_COORDINATES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* old and before are NULL when the field is to be written anew. */
static void
write_field (TalksRecordWriter *self,
             const TalksField  *field,
             TalksMembers      *members,
             JsonNode          *old,
             gconstpointer      before,
             gconstpointer      now)
{
  size_t mark = self->pointer->len;

  if (field->type == TALKS_FIELD_COORDINATES)
    {
      write_coordinates (members, before, now);
      return;
    }
  g_string_append_printf (self->pointer, "/%s", field->name);
  talks_members_set (members, field->name, write_value (self, field, old, before, now));
  g_string_truncate (self->pointer, mark);
}

/* ---- parts ---- */

JsonNode *
talks_write_owner (TalksRecordWriter   *writer,
                   const TalksFieldSet *set,
                   JsonNode            *old,
                   gconstpointer        before,
                   gconstpointer        now)
{
  JsonObject *object = before != NULL ? talks_node_get_object (old) : NULL;
  TalksMembers *members = talks_members_new (object);

  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (object == NULL)
        write_field (writer, field, members, NULL, NULL, now);
      else if (!talks_field_equal (field, before, now))
        write_field (writer, field, members, talks_members_get (members, field->name), before, now);
      talks_members_pass (members, field->name);
    }
  return talks_members_finish (members, writer, object != NULL ? old : NULL);
}

/* ---- records ---- */

static void
write_record_field (TalksRecordWriter *self,
                    const TalksField  *field,
                    TalksMembers      *members,
                    const TalksRecord *before,
                    const TalksRecord *now,
                    gboolean           anew)
{
  JsonNode *old = before != NULL && !anew ? talks_members_get (members, field->name) : NULL;

  if (now->kind == TALKS_RECORD_ANNOTATION && talks_is_annotation_field (field))
    talks_write_annotation_field (self, members, field, (const TalksAnnotation *) now, anew);
  else if (now->kind == TALKS_RECORD_SOURCE && field->type == TALKS_FIELD_DATE)
    talks_members_set (members, field->name, talks_write_csl_date (self, old, VALUE (field, now, TalksDate *)));
  else
    write_field (self, field, members, old, old != NULL ? before : NULL, now);
}

JsonNode *
talks_record_write_new (TalksRecordWriter *self,
                        const TalksRecord *record)
{
  const TalksFieldSet *set;
  TalksMembers *members;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  set = talks_record_kind_get_fields (record->kind);
  members = talks_members_new (NULL);
  if (record->kind != TALKS_RECORD_HEAD)
    talks_members_set (members, "id", talks_node_new_string (record->id));
  if (record->kind == TALKS_RECORD_ANNOTATION)
    talks_members_set (members, "type", talks_node_new_string ("Annotation"));
  for (guint i = 0; i < set->n_fields; i++)
    write_record_field (self, &set->fields[i], members, NULL, record, FALSE);
  return talks_members_finish (members, self, NULL);
}

GString *
talks_record_to_text (const TalksRecord     *record,
                      const TalksJsonLayout *layout)
{
  g_autoptr (TalksRecordWriter) writer = talks_record_writer_new (NULL);
  g_autoptr (JsonNode) node = talks_record_write_new (writer, record);
  GString *out = g_string_new (NULL);

  talks_json_write_node (out, node, layout);
  return out;
}

/* The passage that an annotation quotes stands in its target and is written with it. */
static TalksFieldMask
join_target (const TalksFieldSet *set,
             TalksFieldMask       mask)
{
  static const char * const names[] = { "exact", "prefix", "suffix" };
  TalksFieldMask target = (TalksFieldMask) 1 << (talks_field_set_find (set, "target") - set->fields);
  TalksFieldMask quote = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    quote |= (TalksFieldMask) 1 << (talks_field_set_find (set, names[i]) - set->fields);
  return (mask & quote) != 0 ? (mask & ~quote) | target : mask;
}

/* The fields that differ. */
static TalksFieldMask
find_changed (const TalksFieldSet *set,
              const TalksRecord   *before,
              const TalksRecord   *now)
{
  TalksFieldMask changed = 0;

  for (guint i = 0; i < set->n_fields; i++)
    if (!talks_field_equal (&set->fields[i], before, now))
      changed |= (TalksFieldMask) 1 << i;
  return changed;
}

JsonNode *
talks_record_write_over (TalksRecordWriter *self,
                         JsonNode          *old,
                         const char        *pointer,
                         const TalksRecord *before,
                         const TalksRecord *now,
                         TalksFieldMask     anew)
{
  const TalksFieldSet *set;
  TalksFieldMask changed;
  TalksMembers *members;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (old != NULL && JSON_NODE_HOLDS_OBJECT (old), NULL);
  g_return_val_if_fail (before != NULL && now != NULL && before->kind == now->kind, NULL);

  set = talks_record_kind_get_fields (now->kind);
  changed = find_changed (set, before, now) | anew;
  if (now->kind == TALKS_RECORD_ANNOTATION)
    {
      changed = join_target (set, changed);
      anew = join_target (set, anew);
    }
  members = talks_members_new (json_node_get_object (old));
  talks_members_pass (members, "id");
  if (now->kind == TALKS_RECORD_ANNOTATION)
    talks_members_pass (members, "type");
  g_string_assign (self->pointer, pointer);
  for (guint i = 0; i < set->n_fields; i++)
    {
      if ((changed >> i & 1) != 0)
        write_record_field (self, &set->fields[i], members, before, now, (anew >> i & 1) != 0);
      talks_members_pass (members, set->fields[i].name);
    }
  return talks_members_finish (members, self, old);
}
