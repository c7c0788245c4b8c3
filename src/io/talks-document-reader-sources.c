/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records in the formats of others: CSL-JSON items and W3C Web Annotations. Both leave several
 * shapes open for one thing; all those that say what Talks can show are read. */

#include "talks-csl.h"
#include "talks-document-reader-private.h"
#include "talks-gettext.h"

#include <string.h>

/* ---- sources ---- */

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

/* NULL when it is no object. */
static TalksName *
read_name (JsonNode *node)
{
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  TalksName *name;

  if (object == NULL)
    return NULL;
  name = g_new0 (TalksName, 1);
  name->family = g_strdup (get_member_string (object, "family"));
  name->given = g_strdup (get_member_string (object, "given"));
  name->non_dropping_particle = g_strdup (get_member_string (object, "non-dropping-particle"));
  name->dropping_particle = g_strdup (get_member_string (object, "dropping-particle"));
  name->suffix = g_strdup (get_member_string (object, "suffix"));
  name->literal = g_strdup (get_member_string (object, "literal"));
  return name;
}

/* talks_csl_check() says what is wrong with them. */
static void
read_names (TalksJsonReport *report,
            JsonObject      *object,
            const char      *member,
            GPtrArray       *names)
{
  JsonArray *list = get_node_list (json_object_get_member (object, member));
  size_t mark = talks_json_report_enter (report, member);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      TalksName *name = read_name (json_array_get_element (list, i));

      if (name != NULL)
        g_ptr_array_add (names, name);
      else
        talks_json_report_leave_out (report, i);
    }
  talks_json_report_leave (report, mark);
}

gpointer
talks_read_source (TalksJsonReport *report,
                   JsonObject      *object,
                   const char      *id)
{
  TalksSource *source = talks_record_new (TALKS_RECORD_SOURCE, id);

  source->type = talks_json_dup_string (report, object, "type");
  if (source->type == NULL)
    talks_json_report_missing (report, object, "type");
  else if (!talks_csl_is_type (source->type))
    talks_json_report_word (report, "type", source->type);
  /* One that is blank would be left out where the source is written anew, and be this when it is read again. */
  if (source->type == NULL || *source->type == '\0')
    {
      g_free (source->type);
      source->type = g_strdup ("document");
    }
  source->title = talks_json_dup_string (report, object, "title");
  read_names (report, object, "author", source->author);
  source->container_title = talks_json_dup_string (report, object, "container-title");
  source->publisher = talks_json_dup_string (report, object, "publisher");
  source->issued = talks_csl_dup_date (report, object, "issued");
  source->accessed = talks_csl_dup_date (report, object, "accessed");
  source->url = talks_json_dup_string (report, object, "URL");
  source->language = talks_json_dup_string (report, object, "language");
  source->note = talks_json_dup_string (report, object, "note");
  talks_csl_check (report, object);
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

/* Calls check for each element of a list, or for the thing itself. An empty list is an error. */
static void
check_each (TalksJsonReport  *report,
            JsonObject       *object,
            const char       *name,
            void            (*check) (TalksJsonReport *report,
                                      JsonNode        *node))
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *list = get_node_list (node);
  size_t mark = talks_json_report_enter (report, name);

  if (list != NULL && json_array_get_length (list) == 0)
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, NULL,
                           _("This list is empty: fill it, or leave “%s” out."), name);
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      size_t inner = talks_json_report_enter_index (report, i);

      check (report, json_array_get_element (list, i));
      talks_json_report_leave (report, inner);
    }
  if (list == NULL && node != NULL)
    check (report, node);
  talks_json_report_leave (report, mark);
}

static gboolean
is_iri (const char *text)
{
  g_autofree char *scheme = g_uri_parse_scheme (text);

  return scheme != NULL && strpbrk (text, " \t\r\n") == NULL;
}

/* https://www.w3.org/TR/annotation-vocab/#named-individuals */
static void
check_motivation (TalksJsonReport *report,
                  JsonNode        *node)
{
  static const char * const words[] = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
    "identifying", "linking", "moderating", "questioning", "replying", "tagging", NULL,
  };
  const char *word = get_node_string (node);

  if (word == NULL)
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, NULL, _("Expected text here."));
  else if (!g_strv_contains (words, word))
    talks_json_report_word (report, NULL, word);
}

static void
check_creator (TalksJsonReport *report,
               JsonNode        *node)
{
  const char *address = get_node_string (node);
  JsonObject *agent = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = agent != NULL ? get_member_string (agent, "name") : NULL;

  if (agent != NULL && name == NULL)
    address = get_member_string (agent, "id");
  if ((name == NULL || talks_json_is_blank (name)) && (address == NULL || !is_iri (address)))
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, NULL,
                           _("Expected who made this as { \"name\": \"…\" }, or as the address of a page "
                             "about them."));
}

static char *
read_creator (TalksJsonReport *report,
              JsonObject      *object)
{
  JsonNode *node = get_first (object, "creator");
  const char *name = get_node_string (node);

  check_each (report, object, "creator", check_creator);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *agent = json_node_get_object (node);

      name = get_member_string (agent, "name");
      if (name == NULL)
        name = get_member_string (agent, "id");
    }
  return g_strdup (name);
}

/* "type" may be one word or a list of them. */
static gboolean
has_type (JsonObject *object,
          const char *type)
{
  JsonNode *node = json_object_get_member (object, "type");
  JsonArray *list = get_node_list (node);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    if (g_strcmp0 (get_node_string (json_array_get_element (list, i)), type) == 0)
      return TRUE;
  return g_strcmp0 (get_node_string (node), type) == 0;
}

static void
check_textual_body (TalksJsonReport *report,
                    JsonObject      *body)
{
  const char *language;

  if (talks_json_get_string (report, body, "value") == NULL)
    talks_json_report_missing (report, body, "value");
  talks_json_get_string (report, body, "format");
  language = talks_json_get_string (report, body, "language");
  if (language != NULL && !talks_is_language_tag (language))
    talks_json_report_word (report, "language", language);
  check_each (report, body, "purpose", check_motivation);
}

static void
check_body (TalksJsonReport *report,
            JsonNode        *node)
{
  const char *address = get_node_string (node);
  JsonObject *body = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (body != NULL && (has_type (body, "TextualBody") || json_object_has_member (body, "value")))
    {
      check_textual_body (report, body);
      return;
    }
  if (body != NULL)
    address = get_member_string (body, has_type (body, "SpecificResource") ? "source" : "id");
  if (address == NULL || (body == NULL && !is_iri (address)))
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, NULL,
                           _("Expected text as in { \"type\": \"TextualBody\", \"value\": \"…\" }, or the "
                             "address of what is to be read."));
  else
    talks_json_report_add (report, TALKS_SEVERITY_WARNING, NULL,
                           _("This annotation has a body that is not text; it is not shown."));
}

static void
append_body (JsonNode *node,
             GString  *text)
{
  const char *words = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    words = get_member_string (json_node_get_object (node), "value");
  if (words == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, words);
}

static char *
read_body (TalksJsonReport *report,
           JsonObject      *object)
{
  GString *text = g_string_new (talks_json_get_string (report, object, "bodyValue"));
  JsonNode *node = json_object_get_member (object, "body");
  JsonArray *list = get_node_list (node);

  if (node != NULL && json_object_has_member (object, "bodyValue"))
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, "bodyValue",
                           _("An annotation has “body” or “bodyValue”, not both: put the text into "
                             "“body”."));
  check_each (report, object, "body", check_body);
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    append_body (json_array_get_element (list, i), text);
  if (list == NULL && node != NULL)
    append_body (node, text);
  return g_string_free (text, FALSE);
}

/* https://www.w3.org/TR/annotation-model/#selectors */
static void
check_selector (TalksJsonReport *report,
                JsonNode        *node)
{
  static const char * const types[] = {
    "FragmentSelector", "CssSelector", "XPathSelector", "TextQuoteSelector", "TextPositionSelector",
    "DataPositionSelector", "SvgSelector", "RangeSelector", NULL,
  };
  JsonObject *selector = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *type = selector != NULL ? get_member_string (selector, "type") : NULL;
  const char *exact;

  if (type == NULL)
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, NULL,
                           _("Expected a selector as in { \"type\": \"TextQuoteSelector\", \"exact\": \"…\" }."));
  else if (!g_strv_contains (types, type))
    talks_json_report_word (report, "type", type);
  else if (strcmp (type, "TextQuoteSelector") == 0)
    {
      exact = talks_json_get_string (report, selector, "exact");
      talks_json_get_string (report, selector, "prefix");
      talks_json_get_string (report, selector, "suffix");
      talks_json_report_missing (report, selector, "exact");
      if (exact != NULL && *exact == '\0')
        talks_json_report_add (report, TALKS_SEVERITY_ERROR, "exact",
                               _("This text is empty: write it, or leave it out."));
    }
}

/* "#ev-1" or "talks.json#ev-1" → "ev-1". What is written as bytes, "%84", need not be a text. */
static char *
read_fragment (const char *address)
{
  const char *hash = address != NULL ? strchr (address, '#') : NULL;
  g_autofree char *id = NULL;

  if (hash == NULL || hash[1] == '\0')
    return NULL;
  id = g_uri_unescape_string (hash + 1, NULL);
  return g_strdup (id != NULL && g_utf8_validate (id, -1, NULL) ? id : hash + 1);
}

/* The first TextQuoteSelector; NULL when there is none. */
static JsonObject *
find_quote (JsonObject *target)
{
  JsonNode *node = json_object_get_member (target, "selector");
  JsonArray *list = get_node_list (node);
  guint n = list != NULL ? json_array_get_length (list) : node != NULL ? 1 : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *item = list != NULL ? json_array_get_element (list, i) : node;
      JsonObject *selector = JSON_NODE_HOLDS_OBJECT (item) ? json_node_get_object (item) : NULL;

      if (selector != NULL && g_strcmp0 (get_member_string (selector, "type"), "TextQuoteSelector") == 0)
        return selector;
    }
  return NULL;
}

static const char *
get_target_address (JsonNode *node)
{
  JsonObject *target = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *source = target != NULL ? get_member_string (target, "source") : get_node_string (node);

  return source == NULL && target != NULL ? get_member_string (target, "id") : source;
}

static void
check_target (TalksJsonReport *report,
              JsonNode        *node)
{
  const char *address = get_target_address (node);
  g_autofree char *id = read_fragment (address);

  if (address == NULL)
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, NULL,
                           _("Expected a record of this document: # and its id, as in \"#event-1\"."));
  else if (id == NULL)
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, NULL,
                           _("“%s” is no record of this document; write # and the id of one."), address);
  if (JSON_NODE_HOLDS_OBJECT (node))
    check_each (report, json_node_get_object (node), "selector", check_selector);
}

static void
read_target (TalksJsonReport *report,
             JsonObject      *object,
             TalksAnnotation *annotation)
{
  JsonArray *list = get_node_list (json_object_get_member (object, "target"));
  JsonNode *node = get_first (object, "target");
  JsonObject *quote;

  check_each (report, object, "target", check_target);
  if (node == NULL)
    return;
  annotation->target = read_fragment (get_target_address (node));
  quote = JSON_NODE_HOLDS_OBJECT (node) ? find_quote (json_node_get_object (node)) : NULL;
  if (quote != NULL)
    {
      annotation->exact = g_strdup (get_member_string (quote, "exact"));
      annotation->prefix = g_strdup (get_member_string (quote, "prefix"));
      annotation->suffix = g_strdup (get_member_string (quote, "suffix"));
    }
  if (list != NULL && json_array_get_length (list) > 1)
    talks_json_report_add (report, TALKS_SEVERITY_WARNING, "target",
                           _("This annotation has several targets; it is shown at the first."));
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
  if (!has_type (object, "Annotation"))
    talks_json_report_add (report, TALKS_SEVERITY_ERROR,
                           json_object_has_member (object, "type") ? "type" : NULL,
                           _("The “type” of an annotation is “Annotation”."));
  check_each (report, object, "motivation", check_motivation);
  annotation->motivation = g_strdup (get_node_string (get_first (object, "motivation")));
  annotation->creator = read_creator (report, object);
  annotation->created = talks_json_dup_string (report, object, "created");
  annotation->modified = talks_json_dup_string (report, object, "modified");
  annotation->body = read_body (report, object);
  return g_steal_pointer (&annotation);
}
