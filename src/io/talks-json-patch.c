/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which pieces a changed value is made of. Recursion is as deep as the text, which the scan limits. */

#include "talks-json-patch.h"

static GString *
patch_value (const TalksJsonItems *items,
             int                   index,
             JsonNode             *old,
             JsonNode             *node,
             GHashTable           *made_from)
{
  const TalksJsonItem *item = talks_json_items_get (items, (guint) index);
  GString *out = g_string_new (NULL);

  talks_json_patch (out, items->text + item->value, item->end - item->value, old, node, made_from, &items->layout);
  return out;
}

static void
patch_object (GString              *out,
              const TalksJsonItems *items,
              JsonObject           *old,
              JsonObject           *object,
              GHashTable           *made_from)
{
  g_autoptr (GHashTable) index_of = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) pieces = talks_json_pieces_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  for (guint i = 0; i < items->items->len; i++)
    g_hash_table_insert (index_of, talks_json_items_get (items, i)->name, GUINT_TO_POINTER (i));

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      JsonNode *before = json_object_get_member (old, name);
      gpointer found;

      if (g_hash_table_lookup_extended (index_of, name, NULL, &found))
        {
          int index = (int) GPOINTER_TO_UINT (found);

          talks_json_pieces_add (pieces, index, NULL,
                                 node != before ? patch_value (items, index, before, node, made_from) : NULL);
        }
      else
        {
          GString *text = g_string_new (NULL);

          talks_json_write_node (text, node, &items->layout);
          talks_json_pieces_add (pieces, -1, name, text);
        }
    }
  talks_json_items_write (items, pieces, out);
}

static void
patch_list (GString              *out,
            const TalksJsonItems *items,
            JsonArray            *old,
            JsonArray            *list,
            GHashTable           *made_from)
{
  g_autoptr (GHashTable) index_of = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) pieces = talks_json_pieces_new ();
  int like = 0;

  for (guint i = 0; i < json_array_get_length (old); i++)
    g_hash_table_insert (index_of, json_array_get_element (old, i), GUINT_TO_POINTER (i));

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      JsonNode *before = g_hash_table_lookup (made_from, node);
      gpointer found;

      if (before == NULL)
        before = node;
      if (g_hash_table_lookup_extended (index_of, before, NULL, &found))
        {
          int index = (int) GPOINTER_TO_UINT (found);

          talks_json_pieces_add (pieces, index, NULL,
                                 node != before ? patch_value (items, index, before, node, made_from) : NULL);
          if (!JSON_NODE_HOLDS_VALUE (node))
            like = index;
        }
      else
        {
          GString *text = g_string_new (NULL);
          TalksJsonLayout layout = talks_json_items_layout_like (items, like);

          talks_json_write_node (text, node, &layout);
          talks_json_pieces_add (pieces, -1, NULL, text);
        }
    }
  talks_json_items_write (items, pieces, out);
}

void
talks_json_patch (GString               *out,
                  const char            *text,
                  size_t                 length,
                  JsonNode              *old,
                  JsonNode              *node,
                  GHashTable            *made_from,
                  const TalksJsonLayout *layout)
{
  g_autoptr (TalksJsonItems) items = NULL;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (old != NULL && node != NULL);
  g_return_if_fail (made_from != NULL);

  if (node == old)
    g_string_append_len (out, text, (gssize) length);
  else if (g_hash_table_lookup (made_from, node) != old)
    talks_json_write_node (out, node, layout);
  else
    {
      items = talks_json_items_new (text, length, layout);
      if (JSON_NODE_HOLDS_OBJECT (node))
        patch_object (out, items, json_node_get_object (old), json_node_get_object (node), made_from);
      else
        patch_list (out, items, json_node_get_array (old), json_node_get_array (node), made_from);
    }
}

/* ---- planning ---- */

static void
add_kept (GArray         *slots,
          const gboolean *kept,
          const gboolean *used,
          guint           n_old,
          int             after)
{
  for (guint i = (guint) (after + 1); i < n_old && !used[i]; i++)
    if (kept[i])
      {
        const TalksJsonSlot slot = { (int) i, -1 };

        g_array_append_val (slots, slot);
      }
}

GArray *
talks_json_plan_list (const gboolean *kept,
                      guint           n_old,
                      const int      *old_of,
                      guint           n_now)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (TalksJsonSlot));
  g_autofree gboolean *used = g_new0 (gboolean, n_old + 1);

  for (guint i = 0; i < n_now; i++)
    if (old_of[i] >= 0)
      used[old_of[i]] = TRUE;

  add_kept (slots, kept, used, n_old, -1);
  for (guint i = 0; i < n_now; i++)
    {
      const TalksJsonSlot slot = { old_of[i], (int) i };

      g_array_append_val (slots, slot);
      if (slot.old >= 0)
        add_kept (slots, kept, used, n_old, slot.old);
    }
  return slots;
}
