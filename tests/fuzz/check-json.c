/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A second reading of JSON, as plain as can be: it may trust that the text is well formed and
 * not deep, and it shares nothing with the scan. */

#include "check-json.h"
#include "talks-json-node.h"

#include <string.h>

/* Finding values by their pointers takes time in proportion to the text for each. */
#define MAX_POINTERS 100

typedef struct
{
  const TalksJsonScan *scan;
  const char          *at;
  const char          *end;
  GString             *pointer;
  int                  n_pointers;
} Check;

static void check_value (Check    *check,
                         JsonNode *node);

static void
skip_space (Check *check)
{
  while (check->at < check->end && strchr (" \t\r\n", *check->at) != NULL)
    check->at++;
}

static void
expect (Check *check,
        char   c)
{
  skip_space (check);
  g_assert_true (check->at < check->end);
  g_assert_cmpint (*check->at, ==, c);
  check->at++;
}

static gboolean
is_next (Check *check,
         char   c)
{
  skip_space (check);
  return check->at < check->end && *check->at == c;
}

/* ---- texts ---- */

static gunichar
read_unit (Check *check)
{
  g_autofree char *digits = NULL;

  g_assert_true (check->end - check->at >= 6);
  g_assert_true (g_str_has_prefix (check->at, "\\u"));
  digits = g_strndup (check->at + 2, 4);
  check->at += 6;
  return (gunichar) g_ascii_strtoull (digits, NULL, 16);
}

static void
read_escape (Check   *check,
             GString *text)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  gunichar c;

  if (check->at[1] != 'u')
    {
      g_assert_nonnull (strchr (letters, check->at[1]));
      g_string_append_c (text, meanings[strchr (letters, check->at[1]) - letters]);
      check->at += 2;
      return;
    }
  c = read_unit (check);
  g_assert_cmpuint (c, >, 0);
  if (c >= 0xd800 && c < 0xdc00)
    c = 0x10000 + ((c & 0x3ff) << 10) + (read_unit (check) & 0x3ff);
  g_assert_true (g_unichar_validate (c) || (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef));
  g_string_append_unichar (text, c);
}

static GString *
read_text (Check *check)
{
  GString *text = g_string_new (NULL);

  expect (check, '"');
  while (*check->at != '"')
    {
      g_assert_true (check->at < check->end);
      if (*check->at == '\\')
        read_escape (check, text);
      else
        g_string_append_c (text, *check->at++);
    }
  check->at++;
  return text;
}

/* ---- numbers and words ---- */

static void
check_plain (Check    *check,
             JsonNode *node)
{
  const char *start = check->at;
  g_autofree char *token = NULL;

  while (check->at < check->end && strchr (",]} \t\r\n", *check->at) == NULL)
    check->at++;
  token = g_strndup (start, check->at - start);

  if (strcmp (token, "null") == 0)
    g_assert_true (JSON_NODE_HOLDS_NULL (node));
  else if (strcmp (token, "true") == 0 || strcmp (token, "false") == 0)
    {
      g_assert_cmpint (json_node_get_value_type (node), ==, G_TYPE_BOOLEAN);
      g_assert_cmpint (json_node_get_boolean (node), ==, *token == 't');
    }
  else if (strpbrk (token, ".eE") != NULL)
    {
      g_assert_cmpint (json_node_get_value_type (node), ==, G_TYPE_DOUBLE);
      g_assert_cmpfloat (json_node_get_double (node), ==, g_ascii_strtod (token, NULL));
    }
  else
    {
      g_assert_cmpint (json_node_get_value_type (node), ==, G_TYPE_INT64);
      g_assert_cmpint (json_node_get_int (node), ==, g_ascii_strtoll (token, NULL, 10));
    }
}

/* ---- values ---- */

static void
append_token (GString    *pointer,
              const char *token)
{
  g_string_append_c (pointer, '/');
  for (; *token != '\0'; token++)
    {
      if (*token == '~')
        g_string_append (pointer, "~0");
      else if (*token == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *token);
    }
}

static void
check_object (Check    *check,
              JsonNode *node)
{
  JsonObject *object;
  guint n = 0;

  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  object = json_node_get_object (node);
  expect (check, '{');
  while (!is_next (check, '}'))
    {
      size_t mark = check->pointer->len;
      GString *name;

      if (n++ > 0)
        expect (check, ',');
      skip_space (check);
      name = read_text (check);
      expect (check, ':');
      g_assert_true (json_object_has_member (object, name->str));
      append_token (check->pointer, name->str);
      check_value (check, json_object_get_member (object, name->str));
      g_string_truncate (check->pointer, mark);
      g_string_free (name, TRUE);
    }
  g_assert_cmpuint (json_object_get_size (object), ==, n);
  expect (check, '}');
}

static void
check_list (Check    *check,
            JsonNode *node)
{
  JsonArray *list;
  guint n = 0;

  g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
  list = json_node_get_array (node);
  expect (check, '[');
  while (!is_next (check, ']'))
    {
      size_t mark = check->pointer->len;

      if (n > 0)
        expect (check, ',');
      g_assert_cmpuint (n, <, json_array_get_length (list));
      g_string_append_printf (check->pointer, "/%u", n);
      check_value (check, json_array_get_element (list, n++));
      g_string_truncate (check->pointer, mark);
    }
  g_assert_cmpuint (json_array_get_length (list), ==, n);
  expect (check, ']');
}

/* Between two values of one text stands no more than its own characters say. */
static void
check_pointer (Check      *check,
               const char *start)
{
  size_t length = 0;
  const char *found = talks_json_scan_find (check->scan, check->pointer->str, &length);
  unsigned line = 0;
  unsigned column = 0;

  g_assert_true (found == start);
  g_assert_cmpuint (length, ==, (size_t) (check->at - start));
  g_assert_true (talks_json_scan_locate (check->scan, check->pointer->str, &line, &column));
  g_assert_cmpuint (line, >=, 1);
  g_assert_cmpuint (column, >=, 1);
}

static void
check_value (Check    *check,
             JsonNode *node)
{
  const char *start;

  skip_space (check);
  start = check->at;
  g_assert_true (start < check->end);
  g_assert_nonnull (node);
  if (*start == '{')
    check_object (check, node);
  else if (*start == '[')
    check_list (check, node);
  else if (*start == '"')
    {
      GString *text = read_text (check);

      g_assert_cmpint (json_node_get_value_type (node), ==, G_TYPE_STRING);
      g_assert_cmpstr (json_node_get_string (node), ==, text->str);
      g_string_free (text, TRUE);
    }
  else
    check_plain (check, node);
  if (check->n_pointers++ < MAX_POINTERS)
    check_pointer (check, start);
}

void
check_json (const TalksJsonScan *scan,
            JsonParser          *parser)
{
  Check check = { scan };
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  size_t length = 0;
  guint n_irregularities = 0;

  check.at = talks_json_scan_find (scan, "", &length);
  g_assert_nonnull (check.at);
  check.end = check.at + length;
  g_assert_true (json_parser_load_from_data (parser, check.at, (gssize) length, &error));
  g_assert_no_error (error);
  talks_json_scan_get_irregularities (scan, &n_irregularities);
  if (n_irregularities > 0)
    return;

  check.pointer = g_string_new (NULL);
  check_value (&check, json_parser_get_root (parser));
  g_assert_true (check.at == check.end);

  node = talks_json_node_new (check.end - length, length);
  g_assert_true (json_node_equal (node, json_parser_get_root (parser)));
  check.at = check.end - length;
  check_value (&check, node);
  g_assert_true (check.at == check.end);
  g_string_free (check.pointer, TRUE);
}
