/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-csl-json.h"

#include <string.h>

#include "talks-csl.h"
#include "talks-document-reader-private.h"
#include "talks-error.h"
#include "talks-gettext.h"
#include "talks-json-scan.h"
#include "talks-json-write.h"
#include "talks-record-write.h"
#include "talks-source-note.h"

typedef struct
{
  TalksJsonScan   *scan;
  TalksDocument   *document; /* may be NULL */
  TalksSourceList *list;
} Reader;

/* ---- reading ---- */

static unsigned
get_line (Reader     *reader,
          const char *pointer)
{
  unsigned line = 0;
  unsigned column;

  talks_json_scan_locate (reader->scan, pointer, &line, &column);
  return line;
}

/* CSL allows numbers. NULL: there is none. */
static char *
dup_id (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "id");
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (type == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  return type == G_TYPE_INT64 ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node)) : NULL;
}

static gboolean
is_held (const char *name)
{
  return strcmp (name, "id") == 0
         || talks_field_set_find (talks_record_kind_get_fields (TALKS_RECORD_SOURCE), name) != NULL;
}

/* CSL has no names that say nothing. */
static void
drop_empty_names (TalksSource *source)
{
  for (guint i = source->author->len; i > 0; i--)
    {
      g_autofree char *text = talks_name_to_text (source->author->pdata[i - 1]);

      if (talks_json_is_blank (text))
        g_ptr_array_remove_index (source->author, i - 1);
    }
}

/* What the record has no field for goes into its note, and what cannot is told. */
static void
keep_members (Reader      *reader,
              const char  *pointer,
              JsonObject  *object,
              TalksSource *source)
{
  g_autoptr (GString) note = g_string_new (source->note);
  g_autoptr (GString) lost = g_string_new (NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!is_held (name) && !talks_note_append_node (note, name, node))
      g_string_append_printf (lost, "%s%s", lost->len > 0 ? ", " : "", name);
  if (lost->len > 0)
    talks_source_list_remark (reader->list, get_line (reader, pointer), talks_record_get_title (&source->record, NULL),
                              _("Left out, since sources have no place for it: %s."), lost->str);
  g_free (source->note);
  source->note = note->len > 0 ? g_strdup (note->str) : NULL;
}

/* Members that are not known are told as left out instead. */
static gboolean
is_about_unknown (JsonObject         *object,
                  size_t              skip,
                  const TalksProblem *problem)
{
  const char *name = strlen (problem->pointer) > skip ? problem->pointer + skip + 1 : "";

  return json_object_has_member (object, name) && talks_csl_get_shape (name) == TALKS_CSL_UNKNOWN;
}

static void
read_item (Reader     *reader,
           const char *pointer,
           JsonNode   *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (TalksJsonReport) report = NULL;
  g_autofree char *key = NULL;
  g_autofree char *id = NULL;
  TalksSource *source;

  if (object == NULL)
    {
      talks_source_list_remark (reader->list, get_line (reader, pointer), NULL,
                                _("This is no item: items are written as { … }."));
      return;
    }
  key = dup_id (object);
  id = talks_source_list_make_id (reader->list, reader->document, key);
  report = talks_json_report_new ();
  g_string_assign (report->pointer, pointer);
  source = talks_read_source (report, object, id);
  drop_empty_names (source);
  g_ptr_array_add (reader->list->sources, source);
  for (guint i = 0; i < report->problems->len; i++)
    {
      const TalksProblem *problem = report->problems->pdata[i];

      if (!is_about_unknown (object, strlen (pointer), problem))
        talks_source_list_remark (reader->list, get_line (reader, problem->pointer),
                                  talks_record_get_title (&source->record, NULL), "%s", problem->message);
    }
  keep_members (reader, pointer, object, source);
}

static void
read_items (Reader     *reader,
            const char *pointer,
            JsonArray  *list)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *item = g_strdup_printf ("%s/%u", pointer, i);

      read_item (reader, item, json_array_get_element (list, i));
    }
}

/* A list, one item, or an object that holds a list, as some programs write it. */
static gboolean
read_root (Reader    *reader,
           JsonNode  *root,
           GError   **error)
{
  static const char * const lists[] = { "items", "references" };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (JSON_NODE_HOLDS_ARRAY (root))
    {
      read_items (reader, "", json_node_get_array (root));
      return TRUE;
    }
  for (size_t i = 0; object != NULL && i < G_N_ELEMENTS (lists); i++)
    {
      JsonNode *node = json_object_get_member (object, lists[i]);
      g_autofree char *pointer = g_strconcat ("/", lists[i], NULL);

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        {
          read_items (reader, pointer, json_node_get_array (node));
          return TRUE;
        }
    }
  if (object != NULL && (json_object_has_member (object, "type") || json_object_has_member (object, "title")
                         || json_object_has_member (object, "URL")))
    {
      read_item (reader, "", root);
      return TRUE;
    }
  g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT, "%s",
               _("This is JSON, but no list of CSL items: those have a “type” and a “title”."));
  return FALSE;
}

static void
tell_irregularities (Reader *reader)
{
  guint n;
  const TalksJsonIrregularity *irregularities = talks_json_scan_get_irregularities (reader->scan, &n);

  for (guint i = 0; i < n; i++)
    talks_source_list_remark (reader->list, irregularities[i].line, NULL, "%s", irregularities[i].error->message);
}

TalksSourceList *
talks_csl_json_read (GBytes         *bytes,
                     TalksDocument  *document,
                     GError        **error)
{
  g_autoptr (TalksJsonScan) scan = NULL;
  g_autoptr (TalksSourceList) list = NULL;
  g_autoptr (JsonParser) parser = NULL;
  const char *text;
  size_t length;
  Reader reader;

  g_return_val_if_fail (bytes != NULL, NULL);

  scan = talks_json_scan_new (bytes, NULL, TALKS_JSON_MAX_SIZE, error);
  if (scan == NULL)
    return NULL;
  text = talks_json_scan_find (scan, "", &length);
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  list = talks_source_list_new ();
  reader = (Reader) { scan, document, list };
  tell_irregularities (&reader);
  return read_root (&reader, json_parser_get_root (parser), error) ? g_steal_pointer (&list) : NULL;
}

/* ---- writing ---- */

/* What is no object is EDTF, which the schema does not have. */
static JsonNode *
make_date (JsonNode *node)
{
  JsonNode *date;
  JsonObject *object;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_ref (node);
  object = json_object_new ();
  json_object_set_string_member (object, "raw", json_node_get_string (node));
  date = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (date, object);
  return date;
}

/* Members of the lines at the end of the note. Gives what is left of it, which may be NULL. */
static char *
take_lines (JsonObject *item,
            const char *note)
{
  char *text = NULL;
  g_autoptr (GPtrArray) lines = talks_note_split (note, &text);
  GString *rest = g_string_new (text);

  for (guint i = 0; i < lines->len; i++)
    {
      const TalksNoteLine *line = lines->pdata[i];
      JsonNode *old = json_object_get_member (item, line->name);
      g_autoptr (JsonNode) node = talks_note_make_node (line, old != NULL ? json_node_copy (old) : NULL);

      if (node == NULL)
        talks_note_append (rest, line->name, line->value);
      else if (talks_csl_get_shape (line->name) == TALKS_CSL_DATE)
        json_object_set_member (item, line->name, make_date (node));
      else
        json_object_set_member (item, line->name, g_steal_pointer (&node));
    }
  g_free (text);
  return g_string_free (rest, rest->len == 0);
}

static JsonNode *
make_item (TalksRecordWriter *writer,
           const TalksSource *source)
{
  static const char * const dates[] = { "issued", "accessed" };
  JsonNode *node = talks_record_write_new (writer, &source->record);
  JsonObject *item = json_node_get_object (node);
  g_autofree char *note = NULL;

  for (size_t i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      JsonNode *date = json_object_get_member (item, dates[i]);

      if (date != NULL && !JSON_NODE_HOLDS_OBJECT (date))
        json_object_set_member (item, dates[i], make_date (date));
    }
  if (!talks_csl_is_type (source->type))
    json_object_set_string_member (item, "type", "document");
  note = take_lines (item, source->note);
  json_object_remove_member (item, "note");
  if (note != NULL)
    json_object_set_string_member (item, "note", note);
  return node;
}

char *
talks_csl_json_write (GPtrArray *sources)
{
  g_autoptr (TalksRecordWriter) writer = NULL;
  g_autoptr (JsonNode) root = NULL;
  TalksJsonLayout layout;
  JsonArray *list;
  GString *text;

  g_return_val_if_fail (sources != NULL, NULL);

  writer = talks_record_writer_new (NULL);
  list = json_array_new ();
  for (guint i = 0; i < sources->len; i++)
    json_array_add_element (list, make_item (writer, sources->pdata[i]));
  root = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (root, list);
  layout = talks_json_layout_default ();
  text = g_string_new (NULL);
  talks_json_write_node (text, root, &layout);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
