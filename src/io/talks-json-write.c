/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-json-write.h"

#include <math.h>
#include <string.h>

#define SLICE(literal) { literal, sizeof (literal) - 1 }

TalksJsonLayout
talks_json_layout_default (void)
{
  const TalksJsonLayout layout = {
    .multiline = TRUE,
    .newline = SLICE ("\n"),
    .indent = SLICE (""),
    .unit = SLICE ("  "),
    .colon = SLICE (": "),
    .comma = SLICE (" "),
    .pad = SLICE (""),
  };

  return layout;
}

void
talks_json_append_slice (GString        *out,
                         TalksJsonSlice  slice)
{
  g_string_append_len (out, slice.text, (gssize) slice.length);
}

void
talks_json_layout_break (const TalksJsonLayout *layout,
                         GString               *out)
{
  talks_json_append_slice (out, layout->newline);
  talks_json_append_slice (out, layout->indent);
  for (guint i = 0; i < layout->depth; i++)
    talks_json_append_slice (out, layout->unit);
}

/* ---- texts and numbers ---- */

void
talks_json_write_string (GString    *out,
                         const char *text)
{
  static const char controls[] = "\b\f\n\r\t";
  static const char letters[] = "bfnrt";

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      const unsigned char c = (unsigned char) *p;
      const char *control;

      if (c == '"' || c == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
        }
      else if (c >= 0x20)
        g_string_append_c (out, *p);
      else if ((control = strchr (controls, c)) != NULL)
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, letters[control - controls]);
        }
      else
        g_string_append_printf (out, "\\u%04x", c);
    }
  g_string_append_c (out, '"');
}

void
talks_json_write_number (GString *out,
                         double   value)
{
  static const char * const formats[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    {
      g_string_append (out, "null");
      return;
    }
  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, sizeof text, formats[i], value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  g_string_append (out, text);
}

static void
write_scalar (GString  *out,
              JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (type == G_TYPE_STRING)
    talks_json_write_string (out, json_node_get_string (node));
  else if (type == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (type == G_TYPE_DOUBLE)
    talks_json_write_number (out, json_node_get_double (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else
    g_string_append (out, "null");
}

/* ---- structure ---- */

/* What stands before the member or element of that number. */
static void
write_separator (GString               *out,
                 const TalksJsonLayout *inner,
                 guint                  index)
{
  if (index > 0)
    g_string_append_c (out, ',');
  if (inner->multiline)
    talks_json_layout_break (inner, out);
  else if (index > 0)
    talks_json_append_slice (out, inner->comma);
}

static void
write_object (GString               *out,
              JsonObject            *object,
              const TalksJsonLayout *layout)
{
  TalksJsonLayout inner = *layout;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  guint i = 0;

  inner.depth++;
  g_string_append_c (out, '{');
  if (!layout->multiline)
    talks_json_append_slice (out, layout->pad);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      write_separator (out, &inner, i++);
      talks_json_write_string (out, name);
      talks_json_append_slice (out, layout->colon);
      talks_json_write_node (out, node, &inner);
    }
  if (layout->multiline)
    talks_json_layout_break (layout, out);
  else
    talks_json_append_slice (out, layout->pad);
  g_string_append_c (out, '}');
}

static void
write_list (GString               *out,
            JsonArray             *list,
            const TalksJsonLayout *layout)
{
  TalksJsonLayout inner = *layout;

  inner.depth++;
  g_string_append_c (out, '[');
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      write_separator (out, &inner, i);
      talks_json_write_node (out, json_array_get_element (list, i), &inner);
    }
  if (layout->multiline)
    talks_json_layout_break (layout, out);
  g_string_append_c (out, ']');
}

void
talks_json_write_node (GString               *out,
                       JsonNode              *node,
                       const TalksJsonLayout *layout)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (node != NULL);
  g_return_if_fail (layout != NULL);

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      if (json_object_get_size (json_node_get_object (node)) == 0)
        g_string_append (out, "{}");
      else
        write_object (out, json_node_get_object (node), layout);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      if (json_array_get_length (json_node_get_array (node)) == 0)
        g_string_append (out, "[]");
      else
        write_list (out, json_node_get_array (node), layout);
    }
  else
    write_scalar (out, node);
}
