/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-json-node.h"

#include <string.h>

#include "talks-json-scan-private.h"

typedef struct
{
  const char *at;
  const char *end;
  GString    *copy; /* of a text or number, with a nought at its end */
} Builder;

static JsonNode *read_value (Builder *builder);

static void
skip_space (Builder *builder)
{
  while (talks_json_is_space (*builder->at))
    builder->at++;
}

/* ---- texts ---- */

/* At a quotation mark; ends after the closing one. What is between them, as it is written. */
static const char *
read_quoted (Builder *builder,
             size_t  *length)
{
  const char *start = builder->at + 1;
  const char *end = talks_json_find_quote (start, builder->end);

  *length = (size_t) (end - start);
  builder->at = end + 1;
  return start;
}

/* Until the next call. */
static const char *
copy (Builder    *builder,
      const char *text,
      size_t      length)
{
  g_string_truncate (builder->copy, 0);
  g_string_append_len (builder->copy, text, (gssize) length);
  return builder->copy->str;
}

static const char *
copy_unescaped (Builder    *builder,
                const char *text,
                size_t      length)
{
  g_autofree char *unescaped = NULL;

  if (memchr (text, '\\', length) == NULL)
    return copy (builder, text, length);
  unescaped = talks_json_unescape (text, length, &length);
  return copy (builder, unescaped, length);
}

static JsonNode *
read_string (Builder *builder)
{
  size_t length;
  const char *text = read_quoted (builder, &length);

  return json_node_init_string (json_node_alloc (), copy_unescaped (builder, text, length));
}

/* ---- numbers and words ---- */

static JsonNode *
read_number (Builder *builder)
{
  const char *start = builder->at;
  gboolean is_whole = TRUE;
  const char *number;

  for (; builder->at < builder->end && strchr ("+-.0123456789Ee", *builder->at) != NULL; builder->at++)
    is_whole &= strchr (".Ee", *builder->at) == NULL;
  number = copy (builder, start, (size_t) (builder->at - start));
  if (is_whole)
    return json_node_init_int (json_node_alloc (), g_ascii_strtoll (number, NULL, 10));
  return json_node_init_double (json_node_alloc (), g_ascii_strtod (number, NULL));
}

static JsonNode *
read_word (Builder *builder)
{
  const char first = *builder->at;
  JsonNode *node = json_node_alloc ();

  builder->at += first == 'f' ? strlen ("false") : strlen ("true");
  return first == 'n' ? json_node_init_null (node) : json_node_init_boolean (node, first == 't');
}

/* ---- lists and objects ---- */

/* At the first byte after what opens a list or object, or after a value in it. Whether another value
 * follows; goes to it, or past the closing bracket. */
static gboolean
has_next (Builder *builder)
{
  skip_space (builder);
  if (*builder->at == ',')
    {
      builder->at++;
      skip_space (builder);
    }
  else if (*builder->at == ']' || *builder->at == '}')
    {
      builder->at++;
      return FALSE;
    }
  return TRUE;
}

static JsonNode *
read_array (Builder *builder)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  builder->at++;
  while (has_next (builder))
    json_array_add_element (array, read_value (builder));
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
read_object (Builder *builder)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  builder->at++;
  while (has_next (builder))
    {
      size_t length;
      const char *name = read_quoted (builder, &length);
      JsonNode *value;

      skip_space (builder);
      builder->at++; /* the colon */
      skip_space (builder);
      value = read_value (builder);
      json_object_set_member (object, copy_unescaped (builder, name, length), value);
    }
  json_node_take_object (node, object);
  return node;
}

/* At its first byte; ends after its last. Goes as deep as the scan has allowed. */
static JsonNode *
read_value (Builder *builder)
{
  switch (*builder->at)
    {
    case '{':
      return read_object (builder);
    case '[':
      return read_array (builder);
    case '"':
      return read_string (builder);
    case 't':
    case 'f':
    case 'n':
      return read_word (builder);
    default:
      return read_number (builder);
    }
}

JsonNode *
talks_json_node_new (const char *text,
                     size_t      length)
{
  Builder builder = { text, text + length, g_string_sized_new (256) };
  JsonNode *node = read_value (&builder);

  g_string_free (builder.copy, TRUE);
  return node;
}
