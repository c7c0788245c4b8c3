/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-json-read.h"

#include <string.h>

#include "talks-gettext.h"

/* ---- types ---- */

static const char *
describe_found (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return _("an object");
    case JSON_NODE_ARRAY:
      return _("a list");
    case JSON_NODE_NULL:
      return _("nothing (null)");
    case JSON_NODE_VALUE:
    default:
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        return _("text");
      if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        return _("true or false");
      return _("a number");
    }
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node)
         && (json_node_get_value_type (node) == G_TYPE_INT64
             || json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

static void
report_not_text (TalksJsonReport *self,
                 const char      *name,
                 JsonNode        *node)
{
  talks_json_report_add (self, TALKS_SEVERITY_ERROR, name, _("Expected text, found %s."),
                         describe_found (node));
}

static void
report_not_object (TalksJsonReport *self,
                   const char      *name,
                   JsonNode        *node)
{
  talks_json_report_add (self, TALKS_SEVERITY_ERROR, name, _("Expected an object, found %s."),
                         describe_found (node));
}

JsonObject *
talks_json_get_object (TalksJsonReport *self,
                       JsonObject      *object,
                       const char      *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  report_not_object (self, name, node);
  return NULL;
}

JsonArray *
talks_json_get_list (TalksJsonReport *self,
                     JsonObject      *object,
                     const char      *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  talks_json_report_add (self, TALKS_SEVERITY_ERROR, name, _("Expected a list, found %s."),
                         describe_found (node));
  return NULL;
}

const char *
talks_json_get_string (TalksJsonReport *self,
                       JsonObject      *object,
                       const char      *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return NULL;
  if (is_string (node))
    return json_node_get_string (node);
  report_not_text (self, name, node);
  return NULL;
}

char *
talks_json_dup_string (TalksJsonReport *self,
                       JsonObject      *object,
                       const char      *name)
{
  return g_strdup (talks_json_get_string (self, object, name));
}

gboolean
talks_json_is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

static void
report_blank (TalksJsonReport *self,
              const char      *name)
{
  talks_json_report_add (self, TALKS_SEVERITY_ERROR, name,
                         _("This text is empty: write it, or leave it out."));
}

char *
talks_json_dup_word (TalksJsonReport *self,
                     JsonObject      *object,
                     const char      *name)
{
  const char *text = talks_json_get_string (self, object, name);

  if (text == NULL || !talks_json_is_blank (text))
    return g_strdup (text);
  report_blank (self, name);
  return NULL;
}

gboolean
talks_json_get_boolean (TalksJsonReport *self,
                        JsonObject      *object,
                        const char      *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  talks_json_report_add (self, TALKS_SEVERITY_ERROR, name, _("Expected true or false, found %s."),
                         describe_found (node));
  return FALSE;
}

gboolean
talks_json_get_number (TalksJsonReport *self,
                       JsonObject      *object,
                       const char      *name,
                       double          *out)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return FALSE;
  if (!is_number (node))
    {
      talks_json_report_add (self, TALKS_SEVERITY_ERROR, name, _("Expected a number, found %s."),
                             describe_found (node));
      return FALSE;
    }
  *out = json_node_get_double (node);
  return TRUE;
}

char **
talks_json_dup_strv (TalksJsonReport *self,
                     JsonObject      *object,
                     const char      *name)
{
  JsonArray *list = talks_json_get_list (self, object, name);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  char **strv = g_new0 (char *, n + 1);
  guint n_read = 0;
  size_t mark;

  if (n == 0)
    return strv;
  mark = talks_json_report_enter (self, name);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      size_t inner;

      if (is_string (node))
        {
          strv[n_read++] = g_strdup (json_node_get_string (node));
          continue;
        }
      inner = talks_json_report_enter_index (self, i);
      report_not_text (self, NULL, node);
      talks_json_report_leave (self, inner);
      talks_json_report_leave_out (self, i);
    }
  talks_json_report_leave (self, mark);
  return strv;
}

/* In small lists a look at those before is quicker than a table. */
static gboolean
is_named_before (char **strv,
                 guint  index)
{
  for (guint i = 0; i < index; i++)
    if (strcmp (strv[i], strv[index]) == 0)
      return TRUE;
  return FALSE;
}

#define SMALL_LIST 16

char **
talks_json_dup_words (TalksJsonReport *self,
                      JsonObject      *object,
                      const char      *name)
{
  char **strv = talks_json_dup_strv (self, object, name);
  guint n = g_strv_length (strv);
  g_autoptr (GHashTable) named = n > SMALL_LIST ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;
  size_t mark = talks_json_report_enter (self, name);

  for (guint i = 0; i < n; i++)
    {
      gboolean again = named != NULL ? !g_hash_table_add (named, strv[i]) : is_named_before (strv, i);
      gboolean blank = talks_json_is_blank (strv[i]);
      g_autofree char *place = NULL;
      g_autofree char *pointer = NULL;
      size_t inner;

      if (!again && !blank)
        continue;
      place = g_strdup_printf ("%s/%u", self->pointer->str, i);
      pointer = talks_json_report_to_file (self, place);
      inner = talks_json_report_enter (self, strrchr (pointer, '/') + 1);
      if (blank)
        report_blank (self, NULL);
      else
        talks_json_report_add (self, TALKS_SEVERITY_ERROR, NULL,
                               _("“%s” stands in this list already: take one of them out."), strv[i]);
      talks_json_report_leave (self, inner);
    }
  talks_json_report_leave (self, mark);
  return strv;
}

/* ---- texts and dates ---- */

/* Only what looks like a language tag goes into a pointer: the name may hold anything. */
static gboolean
is_tag (const char *lang)
{
  size_t length = strspn (lang, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

  return length > 0 && length <= 35 && lang[length] == '\0';
}

static TalksText *
read_tagged (TalksJsonReport *self,
             JsonObject      *object)
{
  g_autoptr (GPtrArray) langs = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gboolean has_words = FALSE;
  JsonObjectIter iter;
  const char *lang;
  JsonNode *node;

  if (json_object_get_size (object) > TALKS_JSON_MAX_LANGUAGES)
    {
      talks_json_report_add (self, TALKS_SEVERITY_ERROR, NULL,
                             _("This text is left out, since it is in more than %d languages."),
                             TALKS_JSON_MAX_LANGUAGES);
      return NULL;
    }
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &lang, &node))
    {
      if (!is_string (node))
        {
          report_not_text (self, is_tag (lang) ? lang : NULL, node);
          continue;
        }
      g_ptr_array_add (langs, (gpointer) lang);
      g_ptr_array_add (texts, (gpointer) json_node_get_string (node));
      has_words |= *json_node_get_string (node) != '\0';
    }
  if (!has_words)
    return NULL;
  g_ptr_array_add (langs, NULL);
  g_ptr_array_add (texts, NULL);
  return talks_text_new_tagged ((const char * const *) langs->pdata,
                                (const char * const *) texts->pdata);
}

TalksText *
talks_json_dup_text (TalksJsonReport *self,
                     JsonObject      *object,
                     const char      *name)
{
  JsonNode *node = json_object_get_member (object, name);
  TalksText *text = NULL;

  if (node == NULL)
    return NULL;
  if (is_string (node))
    {
      if (*json_node_get_string (node) != '\0')
        text = talks_text_new_plain (json_node_get_string (node));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *texts = json_node_get_object (node);
      size_t mark = talks_json_report_enter (self, name);

      if (json_object_get_size (texts) == 0)
        talks_json_report_add (self, TALKS_SEVERITY_ERROR, NULL,
                               _("This text is in no language: write it as text, or by language as in "
                                 "{ \"en\": \"…\" }."));
      text = read_tagged (self, texts);
      talks_json_report_leave (self, mark);
    }
  else
    talks_json_report_add (self, TALKS_SEVERITY_ERROR, name,
                           _("Expected text, or texts by language, found %s."),
                           describe_found (node));
  return text;
}

/* Reports each language whose text has no words; FALSE when none has any. */
static gboolean
check_words (TalksJsonReport *self,
             const char      *name,
             const TalksText *text)
{
  const char * const *langs = talks_text_get_languages (text);
  gboolean any = FALSE;
  size_t mark;

  if (langs[0] == NULL)
    {
      if (!talks_json_is_blank (talks_text_get (text, NULL)))
        return TRUE;
      report_blank (self, name);
      return FALSE;
    }
  mark = talks_json_report_enter (self, name);
  for (guint i = 0; langs[i] != NULL; i++)
    if (!talks_json_is_blank (talks_text_get (text, langs[i])))
      any = TRUE;
    else
      report_blank (self, is_tag (langs[i]) ? langs[i] : NULL);
  talks_json_report_leave (self, mark);
  return any;
}

TalksText *
talks_json_dup_heading (TalksJsonReport *self,
                        JsonObject      *object,
                        const char      *name)
{
  guint n_before = self->problems->len + self->n_more;
  g_autoptr (TalksText) text = talks_json_dup_text (self, object, name);

  if (text != NULL)
    return check_words (self, name, text) ? g_steal_pointer (&text) : NULL;
  if (json_object_has_member (object, name) && self->problems->len + self->n_more == n_before)
    report_blank (self, name);
  return NULL;
}

TalksDate *
talks_json_dup_date (TalksJsonReport *self,
                     JsonObject      *object,
                     const char      *name)
{
  const char *text = talks_json_get_string (self, object, name);
  g_autoptr (GError) error = NULL;
  TalksDate *date;

  if (text == NULL)
    return NULL;
  date = talks_date_parse (text, &error);
  if (date == NULL)
    talks_json_report_add (self, TALKS_SEVERITY_ERROR, name, "%s", error->message);
  return date;
}

/* ---- lists ---- */

void
talks_json_read_list (TalksJsonReport   *self,
                      JsonObject        *object,
                      const char        *name,
                      TalksJsonReadFunc  read,
                      GPtrArray         *into)
{
  JsonArray *list = talks_json_get_list (self, object, name);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  size_t mark;

  if (n == 0)
    return;
  mark = talks_json_report_enter (self, name);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      size_t inner = talks_json_report_enter_index (self, i);
      gpointer item = NULL;

      if (JSON_NODE_HOLDS_OBJECT (node))
        item = read (self, json_node_get_object (node));
      else
        report_not_object (self, NULL, node);
      talks_json_report_leave (self, inner);

      if (item != NULL)
        g_ptr_array_add (into, item);
      else
        talks_json_report_leave_out (self, i);
    }
  talks_json_report_leave (self, mark);
}
