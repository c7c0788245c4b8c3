/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-record-write-private.h"

#include <string.h>

typedef struct
{
  const char *name;
  JsonNode   *node;
} Member;

struct _TalksMembers
{
  GArray *members; /* of Member, in order */
  guint   at;      /* where a new one goes */
};

static void
clear_member (gpointer data)
{
  json_node_unref (((Member *) data)->node);
}

TalksMembers *
talks_members_new (JsonObject *old)
{
  TalksMembers *self = g_new0 (TalksMembers, 1);
  JsonObjectIter iter;
  Member member;

  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, clear_member);
  if (old == NULL)
    return self;

  json_object_iter_init_ordered (&iter, old);
  while (json_object_iter_next_ordered (&iter, &member.name, &member.node))
    {
      json_node_ref (member.node);
      g_array_append_val (self->members, member);
    }
  return self;
}

/* −1 when there is none. */
static int
find_member (TalksMembers *self,
             const char   *name)
{
  for (guint i = 0; i < self->members->len; i++)
    if (strcmp (g_array_index (self->members, Member, i).name, name) == 0)
      return (int) i;
  return -1;
}

JsonNode *
talks_members_get (TalksMembers *self,
                   const char   *name)
{
  int index = find_member (self, name);

  return index >= 0 ? g_array_index (self->members, Member, index).node : NULL;
}

void
talks_members_pass (TalksMembers *self,
                    const char   *name)
{
  int index = find_member (self, name);

  if (index >= 0)
    self->at = (guint) index + 1;
}

void
talks_members_set (TalksMembers *self,
                   const char   *name,
                   JsonNode     *node)
{
  int index = find_member (self, name);

  if (node == NULL && index < 0)
    return;
  if (node == NULL)
    {
      g_array_remove_index (self->members, (guint) index);
      if (self->at > (guint) index)
        self->at--;
    }
  else if (index < 0)
    {
      const Member member = { name, node };

      g_array_insert_val (self->members, self->at, member);
      self->at++;
    }
  else
    {
      Member *member = &g_array_index (self->members, Member, index);

      json_node_unref (member->node);
      member->node = node;
      self->at = (guint) index + 1;
    }
}

JsonNode *
talks_members_finish (TalksMembers      *self,
                      TalksRecordWriter *writer,
                      JsonNode          *old)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      json_object_set_member (object, member->name, json_node_ref (member->node));
    }
  json_node_take_object (node, object);
  g_array_unref (self->members);
  g_free (self);
  return old != NULL ? talks_node_made_from (writer, node, old) : node;
}

/* ---- nodes ---- */

JsonNode *
talks_node_new_string (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

JsonNode *
talks_node_new_list (JsonArray *list)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, list);
  return node;
}

const char *
talks_node_get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

JsonArray *
talks_node_get_list (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonObject *
talks_node_get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonNode *
talks_node_made_from (TalksRecordWriter *writer,
                      JsonNode          *node,
                      JsonNode          *old)
{
  g_hash_table_insert (writer->made_from, node, old);
  return node;
}
