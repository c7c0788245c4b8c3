/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-merge-write-private.h"

#include <string.h>

#include "talks-document-writer-private.h"

gboolean
talks_foreign_is_known (TalksRecordKind  kind,
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

gboolean
talks_foreign_same (TalksJsonSlice a,
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
  if (objects->sides[TALKS_SIDE_THEIRS] == NULL || talks_foreign_same (base, theirs))
    return ours;
  if (talks_foreign_same (base, ours))
    return theirs;
  *clash = !talks_foreign_same (ours, theirs);
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

      if (talks_foreign_is_known (objects->kind, name))
        {
          talks_json_pieces_add (pieces, (int) i, NULL, NULL);
          continue;
        }
      value = choose_value (objects, name, &clash);
      if (clash)
        g_ptr_array_add (objects->conflicts, g_strdup (name));
      if (value.text != NULL && talks_foreign_same (value, get_value (objects->now, name)))
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

      if (talks_foreign_is_known (objects->kind, name) || find_item (objects->now, name) >= 0
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

gboolean
talks_foreign_has_any (TalksRecordKind kind,
                       TalksJsonSlice  object)
{
  const TalksJsonLayout layout = talks_json_layout_default ();
  g_autoptr (TalksJsonItems) items = take_apart (object, &layout);
  g_autofree char *nested = NULL;

  for (guint i = 0; items != NULL && i < items->items->len; i++)
    {
      const char *name = talks_json_items_get (items, i)->name;

      /* What every annotation has. */
      if (!talks_foreign_is_known (kind, name) && strcmp (name, "type") != 0 && strcmp (name, "@context") != 0)
        return TRUE;
    }
  nested = talks_foreign_list_nested (kind, object);
  return *nested != '\0';
}
