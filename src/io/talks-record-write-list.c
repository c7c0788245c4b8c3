/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists inside records: which element became which. */

#include "talks-record-write-private.h"

#include "talks-json-patch.h"

#define VALUE TALKS_FIELD_VALUE

/* ---- elements ---- */

static guint
get_length (const TalksField *field,
            gconstpointer     owner)
{
  if (field->type == TALKS_FIELD_STRINGS)
    {
      char **strings = VALUE (field, owner, char **);

      return strings != NULL ? g_strv_length (strings) : 0;
    }
  return VALUE (field, owner, GPtrArray *) != NULL ? VALUE (field, owner, GPtrArray *)->len : 0;
}

static gpointer
get_element (const TalksField *field,
             gconstpointer     owner,
             guint             index)
{
  if (field->type == TALKS_FIELD_STRINGS)
    return VALUE (field, owner, char **)[index];
  return g_ptr_array_index (VALUE (field, owner, GPtrArray *), index);
}

static JsonNode *
write_element (TalksRecordWriter *writer,
               const TalksField  *field,
               gconstpointer      element)
{
  if (field->type == TALKS_FIELD_STRINGS)
    return talks_node_new_string (element);
  return talks_write_owner (writer, field->parts, NULL, NULL, element);
}

/* ---- matching ---- */

/* What an element says, or only what its first field does, which names what it is about. NULL if
 * that is nothing. */
static char *
make_key (TalksRecordWriter *writer,
          const TalksField  *field,
          gconstpointer      element,
          gboolean           whole)
{
  const TalksJsonLayout layout = { .colon = { ":", 1 } };
  JsonNode *node = write_element (writer, field, element);
  JsonObject *object = talks_node_get_object (node);
  JsonNode *part = whole || object == NULL ? node : json_object_get_member (object, field->parts->fields[0].name);
  GString *key = g_string_new (NULL);

  if (part != NULL)
    talks_json_write_node (key, part, &layout);
  json_node_unref (node);
  return g_string_free (key, part == NULL);
}

/* Numbers from 0 in a queue, one more than they are: none is NULL. */
static void
push_index (GHashTable *table,
            char       *key,
            guint       index)
{
  GQueue *queue = g_hash_table_lookup (table, key);

  if (queue != NULL)
    {
      g_queue_push_tail (queue, GUINT_TO_POINTER (index + 1));
      g_free (key);
      return;
    }
  queue = g_queue_new ();
  g_queue_push_tail (queue, GUINT_TO_POINTER (index + 1));
  g_hash_table_insert (table, key, queue);
}

/* Gives each element of now that has none yet the first element of before with the same key that
 * nobody has. before_of[i] is its index or −1. */
static void
match_by_key (TalksRecordWriter *writer,
              const TalksField  *field,
              gconstpointer      before,
              gconstpointer      now,
              gboolean           whole,
              gboolean          *taken,
              int               *before_of)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < get_length (field, before); i++)
    {
      char *key = taken[i] ? NULL : make_key (writer, field, get_element (field, before, i), whole);

      if (key != NULL)
        push_index (table, key, i);
    }
  for (guint i = 0; i < get_length (field, now); i++)
    {
      g_autofree char *key = NULL;
      GQueue *queue;
      guint index;

      if (before_of[i] >= 0)
        continue;
      key = make_key (writer, field, get_element (field, now, i), whole);
      queue = key != NULL ? g_hash_table_lookup (table, key) : NULL;
      index = queue != NULL ? GPOINTER_TO_UINT (g_queue_pop_head (queue)) : 0;
      if (index > 0)
        {
          before_of[i] = (int) index - 1;
          taken[index - 1] = TRUE;
        }
    }
}

/* Equal elements first, then those about the same thing, then, in a list as long as before, those
 * in the same place. Gives which of before each of now was; −1: none. */
static int *
match_elements (TalksRecordWriter *writer,
                const TalksField  *field,
                gconstpointer      before,
                gconstpointer      now)
{
  guint n_before = get_length (field, before);
  guint n = get_length (field, now);
  g_autofree gboolean *taken = g_new0 (gboolean, n_before + 1);
  int *before_of = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    before_of[i] = -1;
  match_by_key (writer, field, before, now, TRUE, taken, before_of);
  if (field->type == TALKS_FIELD_LIST)
    match_by_key (writer, field, before, now, FALSE, taken, before_of);
  for (guint i = 0; n == n_before && i < n; i++)
    if (before_of[i] < 0 && !taken[i])
      before_of[i] = (int) i;
  return before_of;
}

/* ---- writing ---- */

/* Which elements of the list were understood; NULL unless there are as many of them as before had. */
static GArray *
find_understood (TalksRecordWriter *writer,
                 guint              n_old,
                 guint              n_before,
                 gboolean          *kept)
{
  const GArray *left_out = writer->left_out != NULL
                           ? g_hash_table_lookup (writer->left_out, writer->pointer->str) : NULL;
  GArray *understood = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; left_out != NULL && i < left_out->len; i++)
    if (g_array_index (left_out, guint, i) < n_old)
      kept[g_array_index (left_out, guint, i)] = TRUE;
  for (guint i = 0; i < n_old; i++)
    if (!kept[i])
      g_array_append_val (understood, i);
  if (understood->len == n_before)
    return understood;
  g_array_unref (understood);
  return NULL;
}

/* The element old, which reads as before, when it says what now says. */
static JsonNode *
write_over (TalksRecordWriter *writer,
            const TalksField  *field,
            JsonNode          *old,
            guint              index,
            gconstpointer      before,
            gconstpointer      now)
{
  size_t mark = writer->pointer->len;
  JsonNode *node;

  if (field->type == TALKS_FIELD_STRINGS)
    return g_str_equal (before, now) ? json_node_ref (old) : talks_node_new_string (now);
  if (talks_field_set_equal (field->parts, before, now))
    return json_node_ref (old);
  g_string_append_printf (writer->pointer, "/%u", index);
  node = talks_write_owner (writer, field->parts, old, before, now);
  g_string_truncate (writer->pointer, mark);
  return node;
}

static JsonNode *
write_changed (TalksRecordWriter *writer,
               const TalksField  *field,
               JsonNode          *old,
               const GArray      *understood,
               const gboolean    *kept,
               gconstpointer      before,
               gconstpointer      now)
{
  JsonArray *old_list = json_node_get_array (old);
  JsonArray *list = json_array_new ();
  g_autofree int *before_of = match_elements (writer, field, before, now);
  guint n = get_length (field, now);
  g_autofree int *old_of = g_new (int, n + 1);
  g_autoptr (GArray) slots = NULL;

  for (guint i = 0; i < n; i++)
    old_of[i] = before_of[i] >= 0 ? (int) g_array_index (understood, guint, before_of[i]) : -1;
  slots = talks_json_plan_list (kept, json_array_get_length (old_list), old_of, n);
  for (guint i = 0; i < slots->len; i++)
    {
      const TalksJsonSlot *slot = &g_array_index (slots, TalksJsonSlot, i);
      JsonNode *element = slot->old >= 0 ? json_array_get_element (old_list, (guint) slot->old) : NULL;
      gpointer value = slot->now >= 0 ? get_element (field, now, (guint) slot->now) : NULL;

      if (value == NULL)
        json_array_add_element (list, json_node_ref (element));
      else if (element == NULL)
        json_array_add_element (list, write_element (writer, field, value));
      else
        json_array_add_element (list, write_over (writer, field, element, (guint) slot->old,
                                                  get_element (field, before, (guint) before_of[slot->now]),
                                                  value));
    }
  return talks_node_made_from (writer, talks_node_new_list (list), old);
}

JsonNode *
talks_write_list (TalksRecordWriter *writer,
                  const TalksField  *field,
                  JsonNode          *old,
                  gconstpointer      before,
                  gconstpointer      now)
{
  JsonArray *old_list = before != NULL ? talks_node_get_list (old) : NULL;
  guint n = get_length (field, now);
  JsonArray *list;

  if (old_list != NULL)
    {
      guint n_old = json_array_get_length (old_list);
      g_autofree gboolean *kept = g_new0 (gboolean, n_old + 1);
      g_autoptr (GArray) understood = find_understood (writer, n_old, get_length (field, before), kept);

      if (understood != NULL)
        return write_changed (writer, field, old, understood, kept, before, now);
    }
  if (n == 0 && !field->required && old == NULL)
    return NULL;
  list = json_array_new ();
  for (guint i = 0; i < n; i++)
    json_array_add_element (list, write_element (writer, field, get_element (field, now, i)));
  return talks_node_new_list (list);
}
