/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-json-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- report ---- */

TalksJsonReport *
talks_json_report_new (void)
{
  TalksJsonReport *self = g_new0 (TalksJsonReport, 1);

  self->pointer = g_string_new (NULL);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_problem_free);
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_array_unref);
  return self;
}

void
talks_json_report_free (TalksJsonReport *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->pointer, TRUE);
  g_free (self->record);
  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->left_out);
  g_free (self);
}

size_t
talks_json_report_enter (TalksJsonReport *self,
                         const char      *name)
{
  size_t mark = self->pointer->len;

  g_string_append_c (self->pointer, '/');
  for (const char *p = name; *p != '\0'; p++)
    {
      if (*p == '~')
        g_string_append (self->pointer, "~0");
      else if (*p == '/')
        g_string_append (self->pointer, "~1");
      else
        g_string_append_c (self->pointer, *p);
    }
  return mark;
}

size_t
talks_json_report_enter_index (TalksJsonReport *self,
                               guint            index)
{
  size_t mark = self->pointer->len;

  g_string_append_printf (self->pointer, "/%u", index);
  return mark;
}

void
talks_json_report_leave (TalksJsonReport *self,
                         size_t           mark)
{
  g_string_truncate (self->pointer, mark);
}

void
talks_json_report_take (TalksJsonReport *self,
                        TalksProblem    *problem)
{
  if (self->problems->len < TALKS_JSON_MAX_PROBLEMS)
    {
      g_ptr_array_add (self->problems, problem);
      return;
    }
  self->n_more++;
  if (problem->severity == TALKS_SEVERITY_ERROR)
    self->n_more_errors++;
  talks_problem_free (problem);
}

void
talks_json_report_add (TalksJsonReport *self,
                       TalksSeverity    severity,
                       const char      *name,
                       const char      *format,
                       ...)
{
  g_autofree char *message = NULL;
  size_t mark;
  va_list args;

  g_return_if_fail (self != NULL);

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  mark = name != NULL ? talks_json_report_enter (self, name) : self->pointer->len;
  talks_json_report_take (self, talks_problem_new (severity, self->pointer->str, self->record,
                                                   "%s", message));
  talks_json_report_leave (self, mark);
}

void
talks_json_report_missing (TalksJsonReport *self,
                           JsonObject      *object,
                           const char      *name)
{
  if (!json_object_has_member (object, name))
    talks_json_report_add (self, TALKS_SEVERITY_ERROR, NULL, _("“%s” is missing."), name);
}

void
talks_json_report_useless (TalksJsonReport *self,
                           const char      *name)
{
  talks_json_report_add (self, TALKS_SEVERITY_ERROR, NULL,
                         _("This entry is left out, since it cannot do without “%s”."), name);
}

void
talks_json_report_word (TalksJsonReport *self,
                        const char      *name,
                        const char      *word)
{
  talks_json_report_add (self, TALKS_SEVERITY_ERROR, name,
                         _("Talks does not know the word “%s” here."), word);
}

/* ---- what was left out ---- */

void
talks_json_report_leave_out (TalksJsonReport *self,
                             guint            index)
{
  GArray *left_out = g_hash_table_lookup (self->left_out, self->pointer->str);

  if (left_out == NULL)
    {
      left_out = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->left_out, g_strdup (self->pointer->str), left_out);
    }
  g_array_append_val (left_out, index);
}

/* The index in the file of the element that is at index when the others are gone. */
static guint64
restore_index (const GArray *left_out,
               guint64       index)
{
  guint low = 0;
  guint high = left_out->len;

  /* How many of them lie before it: those with at most index read elements before them. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (left_out, guint, middle) - middle <= index)
        low = middle + 1;
      else
        high = middle;
    }
  return index + low;
}

char *
talks_json_report_to_file (TalksJsonReport *self,
                           const char      *pointer)
{
  GString *out = g_string_new (NULL);
  const char *p = pointer;

  while (*p == '/')
    {
      size_t length = strcspn (p + 1, "/") + 1;
      const GArray *left_out = g_hash_table_lookup (self->left_out, out->str);

      if (left_out != NULL && g_ascii_isdigit (p[1]))
        g_string_append_printf (out, "/%" G_GUINT64_FORMAT,
                                restore_index (left_out, g_ascii_strtoull (p + 1, NULL, 10)));
      else
        g_string_append_len (out, p, (gssize) length);
      p += length;
    }
  g_string_append (out, p);
  return g_string_free (out, FALSE);
}

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
      size_t mark = talks_json_report_enter (self, name);

      text = read_tagged (self, json_node_get_object (node));
      talks_json_report_leave (self, mark);
    }
  else
    talks_json_report_add (self, TALKS_SEVERITY_ERROR, name,
                           _("Expected text, or texts by language, found %s."),
                           describe_found (node));
  return text;
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
