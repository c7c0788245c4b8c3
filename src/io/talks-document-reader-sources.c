/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records in the formats of others: CSL-JSON items and W3C Web Annotations. Both leave several
 * shapes open for one thing; all those that say what Talks can show are read. */

#include "talks-document-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GType
get_value_type (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;
}

static const char *
get_node_string (JsonNode *node)
{
  return get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static const char *
get_member_string (JsonObject *object,
                   const char *name)
{
  return get_node_string (json_object_get_member (object, name));
}

static JsonArray *
get_node_list (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* ---- CSL dates ---- */

/* A number, or a text of digits: CSL allows both. */
static gboolean
read_part (JsonNode *node,
           int64_t  *out)
{
  if (get_value_type (node) == G_TYPE_INT64)
    {
      *out = json_node_get_int (node);
      return TRUE;
    }
  return get_value_type (node) == G_TYPE_STRING
         && g_ascii_string_to_signed (json_node_get_string (node), 10, G_MININT64, G_MAXINT64,
                                      out, NULL);
}

/* [2025, 5, 16] as EDTF; NULL when it is not of this shape. season is 1 to 4, or 0. */
static char *
read_date_parts (JsonNode *node,
                 int64_t   season)
{
  JsonArray *list = get_node_list (node);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  int64_t parts[3];
  GString *text;

  if (n < 1 || n > 3)
    return NULL;
  for (guint i = 0; i < n; i++)
    if (!read_part (json_array_get_element (list, i), &parts[i])
        || (i > 0 && (parts[i] < 1 || parts[i] > 99)))
      return NULL;

  text = g_string_new (NULL);
  /* CSL has no year 0: −1 is 1 BCE, which EDTF calls 0000. */
  if (parts[0] < 0)
    parts[0]++;
  if (parts[0] > 9999 || parts[0] < -9999)
    g_string_append_printf (text, "Y%" G_GINT64_FORMAT, parts[0]);
  else
    g_string_append_printf (text, "%s%04d", parts[0] < 0 ? "-" : "", ABS ((int) parts[0]));
  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, "-%02d", (int) parts[i]);
  if (n == 1 && season > 0)
    g_string_append_printf (text, "-%d", 20 + (int) season);
  return g_string_free (text, FALSE);
}

/* CSL allows true, a number or a text that is not empty. */
static gboolean
is_circa (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "circa");
  GType type = get_value_type (node);

  if (type == G_TYPE_STRING)
    return *json_node_get_string (node) != '\0';
  if (type == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  return type == G_TYPE_INT64 && json_node_get_int (node) != 0;
}

/* One list of parts, or two for a range. */
static char *
read_date_range (JsonObject *object,
                 JsonArray  *list)
{
  const char *doubt = is_circa (object) ? "~" : "";
  JsonNode *node = json_object_get_member (object, "season");
  guint n = json_array_get_length (list);
  int64_t season = 0;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (node != NULL && (!read_part (node, &season) || season < 1 || season > 4))
    season = 0;
  if (n < 1 || n > 2)
    return NULL;
  start = read_date_parts (json_array_get_element (list, 0), season);
  if (n == 1 || start == NULL)
    return start != NULL ? g_strconcat (start, doubt, NULL) : NULL;
  end = read_date_parts (json_array_get_element (list, 1), 0);
  return end != NULL ? g_strconcat (start, doubt, "/", end, doubt, NULL) : NULL;
}

/* "raw" and "literal" are read if they happen to be EDTF; what they say otherwise is no date
 * that could be sorted by, and stays in the file. */
static TalksDate *
read_free_date (TalksJsonReport *report,
                JsonObject      *object)
{
  static const char * const names[] = { "raw", "literal" };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text = talks_json_get_string (report, object, names[i]);
      TalksDate *date = text != NULL ? talks_date_parse (text, NULL) : NULL;

      if (date != NULL)
        return date;
      if (text != NULL)
        talks_json_report_add (report, TALKS_SEVERITY_WARNING, names[i],
                               _("“%s” is not a date that Talks can place in time."), text);
    }
  return NULL;
}

static TalksDate *
read_csl_date (TalksJsonReport *report,
               JsonObject      *source,
               const char      *name)
{
  JsonNode *node = json_object_get_member (source, name);
  JsonObject *object;
  JsonArray *parts;
  TalksDate *date = NULL;
  size_t mark;

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node))
    return talks_json_dup_date (report, source, name);
  object = talks_json_get_object (report, source, name);
  if (object == NULL)
    return NULL;

  mark = talks_json_report_enter (report, name);
  parts = talks_json_get_list (report, object, "date-parts");
  if (parts != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = read_date_range (object, parts);

      if (text == NULL)
        talks_json_report_add (report, TALKS_SEVERITY_ERROR, "date-parts",
                               _("Expected year, month and day as in [[2025, 5, 16]]."));
      else if ((date = talks_date_parse (text, &error)) == NULL)
        talks_json_report_add (report, TALKS_SEVERITY_ERROR, "date-parts", "%s", error->message);
    }
  else
    date = read_free_date (report, object);
  talks_json_report_leave (report, mark);
  return date;
}

/* ---- sources ---- */

gpointer
talks_read_source (TalksJsonReport *report,
                   JsonObject      *object,
                   const char      *id)
{
  TalksSource *source = talks_record_new (TALKS_RECORD_SOURCE, id);

  source->type = talks_json_dup_string (report, object, "type");
  if (source->type == NULL)
    {
      talks_json_report_missing (report, object, "type");
      source->type = g_strdup ("document");
    }
  source->title = talks_json_dup_string (report, object, "title");
  source->container_title = talks_json_dup_string (report, object, "container-title");
  source->publisher = talks_json_dup_string (report, object, "publisher");
  source->issued = read_csl_date (report, object, "issued");
  source->accessed = read_csl_date (report, object, "accessed");
  source->url = talks_json_dup_string (report, object, "URL");
  source->language = talks_json_dup_string (report, object, "language");
  source->note = talks_json_dup_string (report, object, "note");
  return source;
}

/* ---- annotations ---- */

/* The first element of a list, or the thing itself: Web Annotation lets one stand for a list of
 * one. NULL when there is none. */
static JsonNode *
get_first (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *list = get_node_list (node);

  if (list == NULL)
    return node;
  return json_array_get_length (list) > 0 ? json_array_get_element (list, 0) : NULL;
}

static char *
read_creator (JsonObject *object)
{
  JsonNode *node = get_first (object, "creator");
  const char *name = get_node_string (node);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *agent = json_node_get_object (node);

      name = get_member_string (agent, "name");
      if (name == NULL)
        name = get_member_string (agent, "id");
    }
  return g_strdup (name);
}

static void
append_body (TalksJsonReport *report,
             JsonNode        *node,
             GString         *text)
{
  const char *words = get_node_string (node);

  if (JSON_NODE_HOLDS_OBJECT (node))
    words = get_member_string (json_node_get_object (node), "value");
  if (words == NULL)
    {
      talks_json_report_add (report, TALKS_SEVERITY_WARNING, "body",
                             _("This annotation has a body that is not text; it is not shown."));
      return;
    }
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, words);
}

static char *
read_body (TalksJsonReport *report,
           JsonObject      *object)
{
  GString *text = g_string_new (get_member_string (object, "bodyValue"));
  JsonNode *node = json_object_get_member (object, "body");
  JsonArray *list = get_node_list (node);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    append_body (report, json_array_get_element (list, i), text);
  if (list == NULL && node != NULL)
    append_body (report, node, text);
  return g_string_free (text, FALSE);
}

/* "#ev-1" or "talks.json#ev-1" → "ev-1". */
static char *
read_fragment (const char *address)
{
  const char *hash = address != NULL ? strchr (address, '#') : NULL;
  char *id;

  if (hash == NULL || hash[1] == '\0')
    return NULL;
  id = g_uri_unescape_string (hash + 1, NULL);
  return id != NULL ? id : g_strdup (hash + 1);
}

static const char *
find_exact (JsonObject *target)
{
  JsonNode *node = json_object_get_member (target, "selector");
  JsonArray *list = get_node_list (node);
  guint n = list != NULL ? json_array_get_length (list) : node != NULL ? 1 : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *item = list != NULL ? json_array_get_element (list, i) : node;
      JsonObject *selector = JSON_NODE_HOLDS_OBJECT (item) ? json_node_get_object (item) : NULL;

      if (selector != NULL && g_strcmp0 (get_member_string (selector, "type"), "TextQuoteSelector") == 0)
        return get_member_string (selector, "exact");
    }
  return NULL;
}

static void
read_target (TalksJsonReport *report,
             JsonObject      *object,
             TalksAnnotation *annotation)
{
  JsonArray *list = get_node_list (json_object_get_member (object, "target"));
  JsonNode *node = get_first (object, "target");
  const char *address = get_node_string (node);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *target = json_node_get_object (node);

      address = get_member_string (target, "source");
      if (address == NULL)
        address = get_member_string (target, "id");
      annotation->exact = g_strdup (find_exact (target));
    }
  annotation->target = read_fragment (address);
  if (list != NULL && json_array_get_length (list) > 1)
    talks_json_report_add (report, TALKS_SEVERITY_WARNING, "target",
                           _("This annotation has several targets; it is shown at the first."));
  if (annotation->target == NULL && address != NULL)
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, "target",
                           _("“%s” is no record of this document; write # and the id of one."), address);
}

gpointer
talks_read_annotation (TalksJsonReport *report,
                       JsonObject      *object,
                       const char      *id)
{
  g_autoptr (TalksAnnotation) annotation = talks_record_new (TALKS_RECORD_ANNOTATION, id);

  read_target (report, object, annotation);
  if (annotation->target == NULL)
    {
      talks_json_report_useless (report, "target");
      return NULL;
    }
  annotation->motivation = g_strdup (get_node_string (get_first (object, "motivation")));
  annotation->creator = read_creator (object);
  annotation->created = talks_json_dup_string (report, object, "created");
  annotation->modified = talks_json_dup_string (report, object, "modified");
  annotation->body = read_body (report, object);
  return g_steal_pointer (&annotation);
}
