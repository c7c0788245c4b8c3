/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-merge-write.h"

#include "talks-merge-write-private.h"

#include <string.h>

#include "talks-document-writer-private.h"

/* Whether it is a member of a record of that kind; of the head: of a document. */
static gboolean
is_known (TalksRecordKind  kind,
          const char      *name)
{
  if (talks_field_set_find (talks_record_kind_get_fields (kind), name) != NULL)
    return TRUE;
  if (kind != TALKS_RECORD_HEAD)
    return strcmp (name, "id") == 0 || (kind == TALKS_RECORD_ANNOTATION && strcmp (name, "bodyValue") == 0);
  for (TalksRecordKind list = 0; list < TALKS_N_RECORD_KINDS; list++)
    if (strcmp (name, talks_record_kind_to_list (list)) == 0)
      return TRUE;
  return strcmp (name, "format") == 0 || strcmp (name, "version") == 0;
}

/* ---- values ---- */

/* A value of any type, in a list of its own; NULL when there is none. */
static JsonNode *
parse (TalksJsonSlice slice)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GString) text = g_string_new ("[");

  if (slice.text == NULL)
    return NULL;
  g_string_append_len (text, slice.text, (gssize) slice.length);
  g_string_append_c (text, ']');
  if (!json_parser_load_from_data (parser, text->str, (gssize) text->len, NULL))
    return NULL;
  return json_parser_steal_root (parser);
}

/* Whether both are written alike, or at least mean the same. */
static gboolean
is_same (TalksJsonSlice a,
         TalksJsonSlice b)
{
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;

  if (a.text == NULL || b.text == NULL)
    return a.text == b.text;
  if (a.length == b.length && memcmp (a.text, b.text, a.length) == 0)
    return TRUE;
  first = parse (a);
  second = parse (b);
  return first != NULL && second != NULL && json_node_equal (first, second);
}

/* ---- members ---- */

static TalksJsonItems *
take_apart (TalksJsonSlice         object,
            const TalksJsonLayout *layout)
{
  return object.text != NULL && *object.text == '{' ? talks_json_items_new (object.text, object.length, layout) : NULL;
}

static int
find_item (const TalksJsonItems *items,
           const char           *name)
{
  for (guint i = 0; items != NULL && i < items->items->len; i++)
    if (strcmp (talks_json_items_get (items, i)->name, name) == 0)
      return (int) i;
  return -1;
}

static TalksJsonSlice
get_value (const TalksJsonItems *items,
           const char           *name)
{
  const int found = find_item (items, name);
  const TalksJsonItem *item = found >= 0 ? talks_json_items_get (items, (guint) found) : NULL;

  return item != NULL ? (TalksJsonSlice) { items->text + item->value, item->end - item->value }
                      : (TalksJsonSlice) { NULL, 0 };
}

typedef struct
{
  TalksRecordKind  kind;
  TalksJsonItems  *now;
  TalksJsonItems  *sides[TALKS_N_SIDES]; /* NULL where there is no object */
  GPtrArray       *conflicts;
} Objects;

/* The value of a member in the merged object; text NULL when it is not to be there. */
static TalksJsonSlice
choose_value (const Objects *objects,
              const char    *name,
              gboolean      *clash)
{
  const TalksJsonSlice base = get_value (objects->sides[TALKS_SIDE_BASE], name);
  const TalksJsonSlice ours = get_value (objects->sides[TALKS_SIDE_OURS], name);
  const TalksJsonSlice theirs = get_value (objects->sides[TALKS_SIDE_THEIRS], name);

  *clash = FALSE;
  if (objects->sides[TALKS_SIDE_OURS] == NULL)
    return theirs;
  if (objects->sides[TALKS_SIDE_THEIRS] == NULL || is_same (base, theirs))
    return ours;
  if (is_same (base, ours))
    return theirs;
  *clash = !is_same (ours, theirs);
  return ours;
}

static GString *
copy (TalksJsonSlice slice)
{
  return g_string_new_len (slice.text, (gssize) slice.length);
}

/* TRUE when a member of now is another then. */
static gboolean
add_members_of_now (const Objects *objects,
                    GArray        *pieces)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < objects->now->items->len; i++)
    {
      const char *name = talks_json_items_get (objects->now, i)->name;
      TalksJsonSlice value;
      gboolean clash;

      if (is_known (objects->kind, name))
        {
          talks_json_pieces_add (pieces, (int) i, NULL, NULL);
          continue;
        }
      value = choose_value (objects, name, &clash);
      if (clash)
        g_ptr_array_add (objects->conflicts, g_strdup (name));
      if (value.text != NULL && is_same (value, get_value (objects->now, name)))
        {
          talks_json_pieces_add (pieces, (int) i, NULL, NULL);
          continue;
        }
      if (value.text != NULL)
        talks_json_pieces_add (pieces, (int) i, NULL, copy (value));
      changed = TRUE;
    }
  return changed;
}

/* Members that now has not, and one of the sides has. */
static gboolean
add_members_of_side (const Objects  *objects,
                     TalksMergeSide  side,
                     GArray         *pieces)
{
  const TalksJsonItems *items = objects->sides[side];
  gboolean changed = FALSE;

  for (guint i = 0; items != NULL && i < items->items->len; i++)
    {
      const char *name = talks_json_items_get (items, i)->name;
      TalksJsonSlice value;
      gboolean clash;

      if (is_known (objects->kind, name) || find_item (objects->now, name) >= 0
          || (side == TALKS_SIDE_THEIRS && find_item (objects->sides[TALKS_SIDE_OURS], name) >= 0))
        continue;
      value = choose_value (objects, name, &clash);
      if (clash)
        g_ptr_array_add (objects->conflicts, g_strdup (name));
      if (value.text == NULL)
        continue;
      talks_json_pieces_add (pieces, -1, name, copy (value));
      changed = TRUE;
    }
  return changed;
}

GString *
talks_foreign_merge (TalksRecordKind        kind,
                     TalksJsonSlice         now,
                     const TalksJsonSlice   sides[TALKS_N_SIDES],
                     const TalksJsonLayout *layout,
                     GPtrArray             *conflicts)
{
  g_autoptr (TalksJsonItems) items = take_apart (now, layout);
  g_autoptr (TalksJsonItems) base = take_apart (sides[TALKS_SIDE_BASE], layout);
  g_autoptr (TalksJsonItems) ours = take_apart (sides[TALKS_SIDE_OURS], layout);
  g_autoptr (TalksJsonItems) theirs = take_apart (sides[TALKS_SIDE_THEIRS], layout);
  const Objects objects = { kind, items, { base, ours, theirs }, conflicts };
  g_autoptr (GArray) pieces = talks_json_pieces_new ();
  gboolean changed;
  GString *out;

  if (items == NULL)
    return NULL;
  changed = add_members_of_now (&objects, pieces);
  changed |= add_members_of_side (&objects, TALKS_SIDE_OURS, pieces);
  changed |= add_members_of_side (&objects, TALKS_SIDE_THEIRS, pieces);
  if (!changed)
    return NULL;
  out = g_string_new (NULL);
  talks_json_items_write (items, pieces, out);
  return out;
}

/* ---- parts ---- */

static void
list_unknown (const TalksFieldSet *set,
              JsonNode            *node,
              const char          *path,
              GString             *list)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *text = NULL;

      if (talks_field_set_find (set, name) != NULL || strcmp (name, "lat") == 0 || strcmp (name, "lon") == 0)
        continue;
      text = json_to_string (member, FALSE);
      g_string_append_printf (list, "%s/%s: %s\n", path, name, text);
    }
}

char *
talks_foreign_list_nested (TalksRecordKind kind,
                           TalksJsonSlice  object)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (kind);
  g_autoptr (JsonNode) node = parse (object);
  GString *list = g_string_new (NULL);
  JsonNode *root = node != NULL ? json_array_get_element (json_node_get_array (node), 0) : NULL;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return g_string_free (list, FALSE);
  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];
      JsonNode *member = field->parts != NULL ? json_object_get_member (json_node_get_object (root), field->name) : NULL;

      if (member == NULL)
        continue;
      if (field->type == TALKS_FIELD_STRUCT)
        list_unknown (field->parts, member, field->name, list);
      else if (JSON_NODE_HOLDS_ARRAY (member))
        for (guint j = 0; j < json_array_get_length (json_node_get_array (member)); j++)
          list_unknown (field->parts, json_array_get_element (json_node_get_array (member), j), field->name, list);
    }
  return g_string_free (list, FALSE);
}

/* What every annotation has. */
static gboolean
is_of_annotations (const char *name)
{
  return strcmp (name, "type") == 0 || strcmp (name, "@context") == 0;
}

/* Whether there is anything that only others know in the object or its parts. */
static gboolean
has_any (TalksRecordKind kind,
         TalksJsonSlice  object)
{
  const TalksJsonLayout layout = talks_json_layout_default ();
  g_autoptr (TalksJsonItems) items = take_apart (object, &layout);
  g_autofree char *nested = NULL;

  for (guint i = 0; items != NULL && i < items->items->len; i++)
    {
      const char *name = talks_json_items_get (items, i)->name;

      if (!is_known (kind, name) && !is_of_annotations (name))
        return TRUE;
    }
  nested = talks_foreign_list_nested (kind, object);
  return *nested != '\0';
}

/* ---- without writing ---- */

GHashTable *
talks_foreign_index_elements (const TalksReading *reading)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (TalksRecordKind kind = 0; reading != NULL && kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (reading->as_read, kind);
      g_autofree char *list = g_strconcat ("/", talks_record_kind_to_list (kind), NULL);
      const GArray *left_out = g_hash_table_lookup (reading->left_out, list);
      guint n_left_out = 0;

      for (guint i = 0; i < records->len; i++)
        {
          TalksJsonSlice *slice = g_new0 (TalksJsonSlice, 1);
          g_autofree char *pointer = NULL;

          while (left_out != NULL && n_left_out < left_out->len
                 && g_array_index (left_out, guint, n_left_out) == i + n_left_out)
            n_left_out++;
          pointer = g_strdup_printf ("%s/%u", list, i + n_left_out);
          slice->text = talks_json_scan_find (reading->scan, pointer, &slice->length);
          g_hash_table_insert (index, ((TalksRecord *) records->pdata[i])->id, slice);
        }
    }
  return index;
}

guint
talks_merge_count_unknown (TalksMerge         *merge,
                           const TalksReading *theirs)
{
  g_autoptr (GHashTable) elements = NULL;
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *changes;
  guint n = 0;

  g_return_val_if_fail (merge != NULL, 0);
  g_return_val_if_fail (theirs != NULL, 0);

  changes = talks_merge_get_changes (merge);
  for (guint i = 0; i < changes->len; i++)
    {
      const TalksRecord *record = talks_change_get_after (changes->pdata[i]);
      const char *id = record != NULL ? talks_merge_get_id_in (merge, TALKS_SIDE_THEIRS, record->id) : NULL;
      const TalksJsonSlice *element;

      if (id == NULL || !g_hash_table_add (changed, record->id))
        continue;
      if (elements == NULL)
        elements = talks_foreign_index_elements (theirs);
      element = g_hash_table_lookup (elements, id);
      n += element != NULL && has_any (record->kind, *element);
    }
  return n;
}

/* Whether theirs holds something in object that only others know, and that is not in ours just so. */
static gboolean
holds_more (TalksRecordKind kind,
            TalksJsonSlice  ours,
            TalksJsonSlice  theirs)
{
  const TalksJsonLayout layout = talks_json_layout_default ();
  g_autoptr (TalksJsonItems) our_items = NULL;
  g_autoptr (TalksJsonItems) their_items = NULL;
  g_autofree char *our_nested = NULL;
  g_autofree char *their_nested = NULL;

  /* Most are, and taking them apart takes time. */
  if (theirs.text == NULL
      || (ours.text != NULL && ours.length == theirs.length && memcmp (ours.text, theirs.text, ours.length) == 0))
    return FALSE;
  our_items = take_apart (ours, &layout);
  their_items = take_apart (theirs, &layout);
  for (guint i = 0; their_items != NULL && i < their_items->items->len; i++)
    {
      const char *name = talks_json_items_get (their_items, i)->name;

      if (!is_known (kind, name) && !is_of_annotations (name)
          && !is_same (get_value (our_items, name), get_value (their_items, name)))
        return TRUE;
    }
  if (kind == TALKS_RECORD_HEAD)
    return FALSE;
  their_nested = talks_foreign_list_nested (kind, theirs);
  if (*their_nested == '\0')
    return FALSE;
  our_nested = talks_foreign_list_nested (kind, ours);
  return strcmp (our_nested, their_nested) != 0;
}

static TalksJsonSlice
get_element (GHashTable *elements,
             const char *id)
{
  const TalksJsonSlice *element = g_hash_table_lookup (elements, id);

  return element != NULL ? *element : (TalksJsonSlice) { NULL, 0 };
}

static TalksJsonSlice
get_root (const TalksReading *reading)
{
  TalksJsonSlice root = { NULL, 0 };

  if (reading != NULL)
    root.text = talks_json_scan_find (reading->scan, "", &root.length);
  return root;
}

guint
talks_reading_count_unknown (const TalksReading *ours,
                             const TalksReading *theirs)
{
  g_autoptr (GHashTable) our_elements = talks_foreign_index_elements (ours);
  g_autoptr (GHashTable) their_elements = NULL;
  guint n;

  g_return_val_if_fail (theirs != NULL, 0);

  their_elements = talks_foreign_index_elements (theirs);
  n = holds_more (TALKS_RECORD_HEAD, get_root (ours), get_root (theirs));
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (theirs->as_read, kind);

      for (guint i = 0; i < records->len; i++)
        {
          const char *id = ((TalksRecord *) records->pdata[i])->id;

          n += holds_more (kind, get_element (our_elements, id), get_element (their_elements, id));
        }
    }
  return n;
}

/* How many of the elements that are in no record stand in none of texts; with add, they all do afterwards. */
static guint
go_over_left_out (const TalksReading *reading,
                  GHashTable         *texts,
                  gboolean            add)
{
  GHashTableIter iter;
  gpointer list;
  gpointer indices;
  guint n = 0;

  if (reading == NULL)
    return 0;
  g_hash_table_iter_init (&iter, reading->left_out);
  while (g_hash_table_iter_next (&iter, &list, &indices))
    for (guint i = 0; i < ((GArray *) indices)->len; i++)
      {
        const guint index = g_array_index ((GArray *) indices, guint, i);
        g_autofree char *pointer = g_strdup_printf ("%s/%u", (const char *) list, index);
        size_t length;
        const char *start = talks_json_scan_find (reading->scan, pointer, &length);
        g_autofree char *text = start != NULL ? g_strndup (start, length) : NULL;

        if (text == NULL)
          continue;
        n += !g_hash_table_contains (texts, text);
        if (add)
          g_hash_table_add (texts, g_steal_pointer (&text));
      }
  return n;
}

guint
talks_reading_count_unread (const TalksReading *ours,
                            const TalksReading *theirs)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (theirs != NULL, 0);

  go_over_left_out (ours, texts, TRUE);
  return go_over_left_out (theirs, texts, FALSE);
}
