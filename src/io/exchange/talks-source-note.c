/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-source-note.h"

#include "talks-csl.h"
#include "talks-json-write.h"
#include "talks-record-write.h"

#include <string.h>

#define SEPARATOR "||"

static const char *
get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

static JsonNode *
new_string (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static void
line_free (TalksNoteLine *line)
{
  g_free (line->name);
  g_free (line->value);
  g_free (line);
}

/* ---- writing lines ---- */

static gboolean
is_blank (const char *text)
{
  return text == NULL || talks_json_is_blank (text);
}

void
talks_note_append (GString    *note,
                   const char *name,
                   const char *value)
{
  g_autofree char *line = NULL;

  g_return_if_fail (note != NULL && name != NULL);

  if (is_blank (value))
    return;
  line = g_strdup (value);
  g_strdelimit (line, "\r\n\t", ' ');
  g_string_append_printf (note, "%s%s: %s", note->len > 0 ? "\n" : "", name, g_strstrip (line));
}

void
talks_note_append_name (GString         *note,
                        const char      *member,
                        const TalksName *name)
{
  const char *given_parts[] = { name->given, name->dropping_particle };
  g_autoptr (GString) value = g_string_new (name->literal);

  if (is_blank (name->literal))
    {
      g_string_printf (value, "%s%s%s", !is_blank (name->non_dropping_particle) ? name->non_dropping_particle : "",
                       !is_blank (name->non_dropping_particle) ? " " : "", name->family != NULL ? name->family : "");
      g_string_append (value, " " SEPARATOR);
      for (size_t i = 0; i < G_N_ELEMENTS (given_parts); i++)
        if (!is_blank (given_parts[i]))
          g_string_append_printf (value, " %s", given_parts[i]);
      if (!is_blank (name->suffix))
        g_string_append_printf (value, " " SEPARATOR " %s", name->suffix);
    }
  talks_note_append (note, member, value->str);
}

static char *
dup_scalar (JsonNode *node)
{
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;
  GString *text;

  if (type == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (type != G_TYPE_DOUBLE)
    return NULL;
  text = g_string_new (NULL);
  talks_json_write_number (text, json_node_get_double (node));
  return g_string_free (text, FALSE);
}

static char *
dup_member (JsonObject *object,
            const char *name)
{
  return g_strdup (get_string (json_object_get_member (object, name)));
}

static gboolean
append_name_node (GString    *note,
                  const char *member,
                  JsonNode   *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (TalksName) name = g_new0 (TalksName, 1);
  g_autofree char *text = NULL;

  if (object == NULL)
    return FALSE;
  name->family = dup_member (object, "family");
  name->given = dup_member (object, "given");
  name->non_dropping_particle = dup_member (object, "non-dropping-particle");
  name->dropping_particle = dup_member (object, "dropping-particle");
  name->suffix = dup_member (object, "suffix");
  name->literal = dup_member (object, "literal");
  text = talks_name_to_text (name);
  if (is_blank (text))
    return FALSE;
  talks_note_append_name (note, member, name);
  return TRUE;
}

static gboolean
append_date (GString    *note,
             const char *name,
             JsonNode   *node)
{
  g_autoptr (TalksJsonReport) report = talks_json_report_new ();
  g_autoptr (JsonObject) item = json_object_new ();
  g_autoptr (TalksDate) date = NULL;

  json_object_set_member (item, name, json_node_ref (node));
  date = talks_csl_dup_date (report, item, name);
  if (date == NULL)
    return FALSE;
  talks_note_append (note, name, talks_date_get_text (date));
  return TRUE;
}

gboolean
talks_note_append_node (GString    *note,
                        const char *name,
                        JsonNode   *node)
{
  const TalksCslShape shape = talks_csl_get_shape (name);
  JsonArray *list;
  g_autofree char *scalar = NULL;
  gboolean whole = TRUE;

  g_return_val_if_fail (note != NULL && node != NULL, FALSE);

  list = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  scalar = dup_scalar (node);

  if (shape == TALKS_CSL_DATE)
    return append_date (note, name, node);
  if ((shape == TALKS_CSL_TEXT || shape == TALKS_CSL_NUMBER) && scalar != NULL)
    {
      talks_note_append (note, name, scalar);
      return TRUE;
    }
  if ((shape != TALKS_CSL_NAMES && shape != TALKS_CSL_TEXTS) || list == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *element = json_array_get_element (list, i);

      if (shape == TALKS_CSL_TEXTS && get_string (element) != NULL)
        talks_note_append (note, name, get_string (element));
      else if (shape != TALKS_CSL_NAMES || !append_name_node (note, name, element))
        whole = FALSE;
    }
  return whole;
}

/* ---- reading lines ---- */

/* Whether lines may hold that member: those of records are not among them, which say it themselves. */
static gboolean
is_extra (const char *name)
{
  switch (talks_csl_get_shape (name))
    {
    case TALKS_CSL_TEXT:
    case TALKS_CSL_NUMBER:
    case TALKS_CSL_TEXTS:
    case TALKS_CSL_NAMES:
    case TALKS_CSL_DATE:
      return talks_field_set_find (talks_record_kind_get_fields (TALKS_RECORD_SOURCE), name) == NULL;
    case TALKS_CSL_UNKNOWN:
    case TALKS_CSL_READ:
    case TALKS_CSL_OBJECT:
    default:
      return FALSE;
    }
}

static gboolean
is_listed (const char *name)
{
  const TalksCslShape shape = talks_csl_get_shape (name);

  return shape == TALKS_CSL_NAMES || shape == TALKS_CSL_TEXTS;
}

/* NULL when line holds no member. */
static TalksNoteLine *
parse_line (const char *text)
{
  const char *colon = strstr (text, ": ");
  g_autofree char *name = colon != NULL ? g_strndup (text, (size_t) (colon - text)) : NULL;
  TalksNoteLine *line;

  if (name == NULL || !is_extra (name) || is_blank (colon + 2))
    return NULL;
  line = g_new (TalksNoteLine, 1);
  line->name = g_steal_pointer (&name);
  line->value = g_strstrip (g_strdup (colon + 2));
  return line;
}

static gboolean
is_taken (GPtrArray           *lines,
          const TalksNoteLine *line)
{
  for (guint i = 0; !is_listed (line->name) && i < lines->len; i++)
    if (strcmp (((const TalksNoteLine *) lines->pdata[i])->name, line->name) == 0)
      return TRUE;
  return FALSE;
}

GPtrArray *
talks_note_split (const char  *note,
                  char       **text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  g_auto (GStrv) all = g_strsplit (note != NULL ? note : "", "\n", -1);
  guint n = g_strv_length (all);

  while (n > 0)
    {
      TalksNoteLine *line = parse_line (all[n - 1]);

      if (line == NULL)
        break;
      if (is_taken (lines, line))
        {
          line_free (line);
          break;
        }
      g_ptr_array_insert (lines, 0, line);
      n--;
    }
  if (text != NULL)
    {
      char *rest = all[n];

      all[n] = NULL;
      *text = n > 0 ? g_strjoinv ("\n", all) : NULL;
      all[n] = rest;
    }
  return lines;
}

TalksName *
talks_note_parse_name (const char *value)
{
  TalksName *name = g_new0 (TalksName, 1);
  g_auto (GStrv) parts = g_strsplit (value, SEPARATOR, 3);
  guint n = g_strv_length (parts);

  for (guint i = 0; i < n; i++)
    g_strstrip (parts[i]);
  if (n < 2 || (*parts[0] == '\0' && *parts[1] == '\0'))
    {
      name->literal = g_strdup (n > 0 ? parts[0] : value);
      return name;
    }
  name->family = *parts[0] != '\0' ? g_strdup (parts[0]) : NULL;
  name->given = *parts[1] != '\0' ? g_strdup (parts[1]) : NULL;
  name->suffix = n > 2 && *parts[2] != '\0' ? g_strdup (parts[2]) : NULL;
  return name;
}

static JsonNode *
append_to_list (JsonNode *old,
                JsonNode *element)
{
  JsonNode *node = old;

  if (node == NULL)
    {
      node = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (node, json_array_new ());
    }
  json_array_add_element (json_node_get_array (node), element);
  return node;
}

static JsonNode *
make_name_node (const char *value)
{
  g_autoptr (TalksName) name = talks_note_parse_name (value);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  if (name->family != NULL)
    json_object_set_string_member (object, "family", name->family);
  if (name->given != NULL)
    json_object_set_string_member (object, "given", name->given);
  if (name->suffix != NULL)
    json_object_set_string_member (object, "suffix", name->suffix);
  if (name->literal != NULL)
    json_object_set_string_member (object, "literal", name->literal);
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
make_date_node (const char *value)
{
  g_autoptr (TalksRecordWriter) writer = talks_record_writer_new (NULL);
  g_autoptr (TalksSource) source = talks_record_new (TALKS_RECORD_SOURCE, "date");
  g_autoptr (JsonNode) item = NULL;

  /* As the date of a source is written. */
  source->issued = talks_date_parse (value, NULL);
  item = talks_record_write_new (writer, &source->record);
  return json_object_dup_member (json_node_get_object (item), "issued");
}

JsonNode *
talks_note_make_node (const TalksNoteLine *line,
                      JsonNode            *old)
{
  g_return_val_if_fail (line != NULL, NULL);

  switch (talks_csl_get_shape (line->name))
    {
    case TALKS_CSL_TEXT:
    case TALKS_CSL_NUMBER:
      return old == NULL ? new_string (line->value) : NULL;
    case TALKS_CSL_TEXTS:
      return append_to_list (old, new_string (line->value));
    case TALKS_CSL_NAMES:
      return append_to_list (old, make_name_node (line->value));
    case TALKS_CSL_DATE:
      return old == NULL ? make_date_node (line->value) : NULL;
    case TALKS_CSL_UNKNOWN:
    case TALKS_CSL_READ:
    case TALKS_CSL_OBJECT:
    default:
      return NULL;
    }
}
