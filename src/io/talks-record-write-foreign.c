/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Members in the formats of others: dates of CSL-JSON, and what Web Annotation lets one write in
 * several shapes. What stands in the file keeps its shape where it can say the new value. */

#include "talks-record-write-private.h"

#include "talks-json-read.h"

#include <string.h>

/* ---- CSL dates ---- */

/* Two digits after a hyphen; 0 when there are none. */
static int
read_two (const char **text)
{
  const char *p = *text;

  if (p[0] != '-' || !g_ascii_isdigit (p[1]) || !g_ascii_isdigit (p[2]) || g_ascii_isdigit (p[3]))
    return 0;
  *text += 3;
  return (p[1] - '0') * 10 + (p[2] - '0');
}

/* A plain year, month or day, or a season of the first four, as CSL parts; NULL when the text does not begin
 * with one. *season is 0 where there is none. */
static JsonArray *
parse_parts (const char **text,
             int         *season)
{
  const char *p = *text;
  const gboolean is_long = *p == 'Y';
  const char *digits;
  JsonArray *parts;
  int64_t year;
  int month;
  int day = 0;

  *season = 0;
  p += is_long;
  digits = *p == '-' ? p + 1 : p;
  year = g_ascii_strtoll (p, (char **) &p, 10);
  if (!g_ascii_isdigit (*digits) || (is_long ? p - digits < 5 || p - digits > 15 : p - digits != 4))
    return NULL;
  month = is_long ? 0 : read_two (&p);
  if (month >= 21 && month <= 24)
    {
      *season = month - 20;
      month = 0;
    }
  else if (month > 12)
    return NULL;
  else if (month > 0)
    day = read_two (&p);
  *text = p;

  /* CSL has no year 0. */
  parts = json_array_new ();
  json_array_add_int_element (parts, year <= 0 ? year - 1 : year);
  if (month > 0)
    json_array_add_int_element (parts, month);
  if (day > 0)
    json_array_add_int_element (parts, day);
  return parts;
}

/* The members of a CSL date in text: one date or two, all "about" or none. FALSE when CSL has no
 * numbers for it. */
static gboolean
parse_date (const char *text,
            JsonArray  *parts,
            gboolean   *circa,
            int        *season)
{
  int other_season = 0;
  JsonArray *start = parse_parts (&text, season);
  JsonArray *end;

  if (start == NULL)
    return FALSE;
  json_array_add_array_element (parts, start);
  *circa = *text == '~';
  text += *circa;
  if (*text == '\0')
    return TRUE;
  if (*text++ != '/' || *season > 0)
    return FALSE;
  end = parse_parts (&text, &other_season);
  if (end == NULL)
    return FALSE;
  json_array_add_array_element (parts, end);
  return other_season == 0 && (*text == '~') == *circa && text[*circa] == '\0';
}

/* A number, which CSL may write as text too. */
static gboolean
says_number (JsonNode *node,
             int64_t   number)
{
  const char *text = talks_node_get_string (node);
  int64_t found;

  if (text != NULL)
    return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &found, NULL) && found == number;
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
         && json_node_get_int (node) == number;
}

/* Numbers, or lists of them, with those of old in their places that are the same. */
static JsonNode *
write_parts (TalksRecordWriter *writer,
             JsonNode          *old,
             JsonArray         *parts)
{
  JsonArray *old_list = talks_node_get_list (old);
  guint n_old = old_list != NULL ? json_array_get_length (old_list) : 0;
  JsonArray *list = json_array_new ();
  JsonNode *node;

  for (guint i = 0; i < json_array_get_length (parts); i++)
    {
      JsonNode *part = json_array_get_element (parts, i);
      JsonNode *old_part = i < n_old ? json_array_get_element (old_list, i) : NULL;

      if (JSON_NODE_HOLDS_ARRAY (part))
        json_array_add_element (list, write_parts (writer, old_part, json_node_get_array (part)));
      else
        json_array_add_element (list, json_node_ref (says_number (old_part, json_node_get_int (part)) ? old_part
                                                                                                  : part));
    }
  node = talks_node_new_list (list);
  return old_list != NULL ? talks_node_made_from (writer, node, old) : node;
}

JsonNode *
talks_write_csl_date (TalksRecordWriter *writer,
                      JsonNode          *old,
                      TalksDate         *date)
{
  g_autoptr (JsonArray) parts = json_array_new ();
  JsonObject *object = talks_node_get_object (old);
  TalksMembers *members;
  gboolean circa;
  int season;

  if (date == NULL)
    return NULL;
  if (!parse_date (talks_date_get_text (date), parts, &circa, &season))
    return talks_node_new_string (talks_date_get_text (date));

  members = talks_members_new (object);
  talks_members_set (members, "raw", NULL);
  talks_members_set (members, "literal", NULL);
  talks_members_set (members, "date-parts", write_parts (writer, talks_members_get (members, "date-parts"), parts));
  if (!circa || talks_members_get (members, "circa") == NULL)
    talks_members_set (members, "circa", circa ? json_node_init_boolean (json_node_alloc (), TRUE) : NULL);
  if (season == 0 || !says_number (talks_members_get (members, "season"), season))
    talks_members_set (members, "season",
                       season > 0 ? json_node_init_int (json_node_alloc (), season) : NULL);
  return talks_members_finish (members, writer, object != NULL ? old : NULL);
}

/* ---- annotations ---- */

/* A list like old with another first element. */
static JsonNode *
replace_first (TalksRecordWriter *writer,
               JsonNode          *old,
               JsonNode          *first)
{
  JsonArray *old_list = json_node_get_array (old);
  JsonArray *list = json_array_new ();

  json_array_add_element (list, first);
  for (guint i = 1; i < json_array_get_length (old_list); i++)
    json_array_add_element (list, json_node_ref (json_array_get_element (old_list, i)));
  return talks_node_made_from (writer, talks_node_new_list (list), old);
}

/* An object like old with another text in a member. */
static JsonNode *
replace_member (TalksRecordWriter *writer,
                JsonNode          *old,
                const char        *name,
                const char        *text)
{
  TalksMembers *members = talks_members_new (json_node_get_object (old));

  talks_members_pass (members, "type");
  talks_members_set (members, name, talks_node_new_string (text));
  return talks_members_finish (members, writer, old);
}

static gboolean
has_elements (JsonNode *node)
{
  JsonArray *list = talks_node_get_list (node);

  return list != NULL && json_array_get_length (list) > 0;
}

static JsonNode *
write_motivation (TalksRecordWriter *writer,
                  JsonNode          *old,
                  const char        *motivation)
{
  if (motivation == NULL)
    return NULL;
  if (has_elements (old))
    return replace_first (writer, old, talks_node_new_string (motivation));
  return talks_node_new_string (motivation);
}

static JsonNode *
write_creator (TalksRecordWriter *writer,
               JsonNode          *old,
               const char        *creator)
{
  TalksMembers *members;

  if (creator == NULL)
    return NULL;
  if (has_elements (old))
    return replace_first (writer, old,
                          write_creator (writer, json_array_get_element (json_node_get_array (old), 0), creator));
  if (talks_node_get_object (old) != NULL)
    return replace_member (writer, old, "name", creator);
  if (talks_node_get_string (old) != NULL)
    return talks_node_new_string (creator);
  members = talks_members_new (NULL);
  talks_members_set (members, "name", talks_node_new_string (creator));
  return talks_members_finish (members, writer, NULL);
}

/* ---- bodies ---- */

static gboolean
is_textual (JsonNode *node)
{
  JsonObject *object = talks_node_get_object (node);

  return object != NULL && talks_node_get_string (json_object_get_member (object, "value")) != NULL;
}

static JsonNode *
new_textual_body (TalksRecordWriter *writer,
                  const char        *text)
{
  TalksMembers *members = talks_members_new (NULL);

  talks_members_set (members, "type", talks_node_new_string ("TextualBody"));
  talks_members_set (members, "value", talks_node_new_string (text));
  return talks_members_finish (members, writer, NULL);
}

/* The first text becomes the text; the others, which are part of it, go; what is not text stays. */
static JsonNode *
write_bodies (TalksRecordWriter *writer,
              JsonNode          *old,
              const char        *text)
{
  JsonArray *old_list = talks_node_get_list (old);
  JsonArray *list = json_array_new ();
  gboolean done = FALSE;

  for (guint i = 0; old_list != NULL && i < json_array_get_length (old_list); i++)
    {
      JsonNode *body = json_array_get_element (old_list, i);

      if (!is_textual (body))
        json_array_add_element (list, json_node_ref (body));
      else if (!done)
        {
          json_array_add_element (list, replace_member (writer, body, "value", text));
          done = TRUE;
        }
    }
  if (old_list == NULL && old != NULL)
    json_array_add_element (list, json_node_ref (old));
  if (!done && *text != '\0')
    json_array_add_element (list, new_textual_body (writer, text));
  return old_list != NULL ? talks_node_made_from (writer, talks_node_new_list (list), old)
                          : talks_node_new_list (list);
}

static void
write_body (TalksRecordWriter *writer,
            TalksMembers      *members,
            const char        *text)
{
  JsonNode *old = talks_members_get (members, "body");

  if (old == NULL && talks_members_get (members, "bodyValue") != NULL)
    {
      talks_members_set (members, "bodyValue", talks_node_new_string (text));
      return;
    }
  talks_members_set (members, "bodyValue", NULL);
  if (old == NULL && *text == '\0')
    return;
  if (is_textual (old))
    talks_members_set (members, "body", replace_member (writer, old, "value", text));
  else
    talks_members_set (members, "body", write_bodies (writer, old, text));
}

/* ---- targets ---- */

/* The address in old with another id behind "#". */
static char *
make_address (const char *old,
              const char *id)
{
  g_autofree char *fragment = g_uri_escape_string (id, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, TRUE);
  g_autofree char *base = g_strndup (old != NULL ? old : "", old != NULL ? strcspn (old, "#") : 0);

  return g_strconcat (base, "#", fragment, NULL);
}

static gboolean
is_quote (JsonNode *node)
{
  JsonObject *object = talks_node_get_object (node);

  return object != NULL
         && g_strcmp0 (talks_node_get_string (json_object_get_member (object, "type")), "TextQuoteSelector") == 0;
}

static gboolean
has_quote (const TalksAnnotation *annotation)
{
  return annotation->exact != NULL || annotation->prefix != NULL || annotation->suffix != NULL;
}

static const char *
blank_to_null (const char *text)
{
  return text != NULL && !talks_json_is_blank (text) ? text : NULL;
}

/* Blank and missing are one; what says the same stays as it is. */
static void
set_quoted (TalksMembers *members,
            const char   *name,
            const char   *text)
{
  const char *old = talks_node_get_string (talks_members_get (members, name));

  text = blank_to_null (text);
  if (g_strcmp0 (blank_to_null (old), text) != 0)
    talks_members_set (members, name, text != NULL ? talks_node_new_string (text) : NULL);
  talks_members_pass (members, name);
}

/* The selector old, which may be NULL, when it quotes what now does. */
static JsonNode *
write_quote (TalksRecordWriter     *writer,
             JsonNode              *old,
             const TalksAnnotation *now)
{
  TalksMembers *members = talks_members_new (talks_node_get_object (old));

  if (old == NULL)
    talks_members_set (members, "type", talks_node_new_string ("TextQuoteSelector"));
  talks_members_pass (members, "type");
  set_quoted (members, "exact", now->exact);
  set_quoted (members, "prefix", now->prefix);
  set_quoted (members, "suffix", now->suffix);
  return talks_members_finish (members, writer, old);
}

/* The first quote says what now does, or goes if that quotes nothing; other selectors stay. NULL when none is
 * left. */
static JsonNode *
write_selector (TalksRecordWriter     *writer,
                JsonNode              *old,
                const TalksAnnotation *now)
{
  const gboolean quotes = has_quote (now);
  JsonArray *old_list = talks_node_get_list (old);
  JsonArray *list;
  gboolean done = FALSE;
  JsonNode *node;

  if (old == NULL)
    return quotes ? write_quote (writer, NULL, now) : NULL;
  if (old_list == NULL && is_quote (old))
    return quotes ? write_quote (writer, old, now) : NULL;
  if (old_list == NULL && !quotes)
    return json_node_ref (old);

  list = json_array_new ();
  for (guint i = 0; old_list != NULL && i < json_array_get_length (old_list); i++)
    {
      JsonNode *selector = json_array_get_element (old_list, i);

      if (done || !is_quote (selector))
        json_array_add_element (list, json_node_ref (selector));
      else if (quotes)
        json_array_add_element (list, write_quote (writer, selector, now));
      done |= quotes && is_quote (selector);
    }
  if (old_list == NULL)
    json_array_add_element (list, json_node_ref (old));
  if (!done && quotes)
    json_array_add_element (list, write_quote (writer, NULL, now));
  node = talks_node_new_list (list);
  return old_list != NULL ? talks_node_made_from (writer, node, old) : node;
}

static JsonNode *
write_resource (TalksRecordWriter     *writer,
                JsonNode              *old,
                const TalksAnnotation *now)
{
  JsonObject *object = talks_node_get_object (old);
  JsonNode *source = object != NULL ? json_object_get_member (object, "source") : old;
  const char *name = talks_node_get_string (source) == NULL && object != NULL ? "id" : "source";
  const char *old_address = talks_node_get_string (object != NULL ? json_object_get_member (object, name) : old);
  g_autofree char *address = make_address (old_address, now->target);
  TalksMembers *members;
  JsonNode *selector;

  if (object == NULL && !has_quote (now))
    return talks_node_new_string (address);

  members = talks_members_new (object);
  if (object == NULL)
    {
      talks_members_set (members, "type", talks_node_new_string ("SpecificResource"));
      name = "source";
    }
  if (old_address == NULL || object == NULL || strcmp (address, old_address) != 0)
    talks_members_set (members, name, talks_node_new_string (address));
  talks_members_pass (members, name);
  selector = write_selector (writer, talks_members_get (members, "selector"), now);
  talks_members_set (members, "selector", selector);
  return talks_members_finish (members, writer, object != NULL ? old : NULL);
}

static JsonNode *
write_target (TalksRecordWriter     *writer,
              JsonNode              *old,
              const TalksAnnotation *now)
{
  if (has_elements (old))
    return replace_first (writer, old,
                          write_resource (writer, json_array_get_element (json_node_get_array (old), 0), now));
  return write_resource (writer, old, now);
}

/* ---- all of them ---- */

static const char * const annotation_fields[] = { "motivation", "creator", "body", "target", "exact", "prefix", "suffix",
                                                  NULL };

gboolean
talks_is_annotation_field (const TalksField *field)
{
  return g_strv_contains (annotation_fields, field->name);
}

void
talks_write_annotation_field (TalksRecordWriter     *writer,
                              TalksMembers          *members,
                              const TalksField      *field,
                              const TalksAnnotation *now,
                              gboolean               anew)
{
  JsonNode *old;

  if (anew)
    talks_members_set (members, field->name, NULL);
  old = talks_members_get (members, field->name);

  if (strcmp (field->name, "motivation") == 0)
    talks_members_set (members, "motivation", write_motivation (writer, old, now->motivation));
  else if (strcmp (field->name, "creator") == 0)
    talks_members_set (members, "creator", write_creator (writer, old, now->creator));
  else if (strcmp (field->name, "body") == 0)
    write_body (writer, members, now->body != NULL ? now->body : "");
  else if (strcmp (field->name, "target") == 0)
    talks_members_set (members, "target", write_target (writer, old, now));
}
