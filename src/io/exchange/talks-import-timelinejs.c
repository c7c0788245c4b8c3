/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TimelineJS: slides of version 3, and the "timeline" with a list "date" of versions 1 and 2. Its texts are HTML, of which
 * the words and the addresses behind them are taken. */

#include "talks-import-private.h"

#include <string.h>

#include "talks-date-entry.h"
#include "talks-error.h"
#include "talks-gettext.h"
#include "talks-json-scan.h"

typedef struct
{
  TalksImporter *importer;
  TalksJsonScan *scan;
  unsigned       line;
} Reader;

/* ---- members of whatever type ---- */

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_list (JsonObject *object,
          const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* A text, or a number as a text; NULL when it is blank. */
static char *
dup_scalar (JsonObject *object,
            const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;
  char *text = NULL;

  if (type == G_TYPE_STRING)
    text = g_strstrip (g_strdup (json_node_get_string (node)));
  else if (type == G_TYPE_INT64)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (type == G_TYPE_DOUBLE && json_node_get_double (node) > -1e17 && json_node_get_double (node) < 1e17)
    text = g_strdup_printf ("%.0f", json_node_get_double (node));
  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static gboolean
says_something (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_size (json_node_get_object (node)) > 0;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node)) > 0;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  return json_node_get_value_type (node) != G_TYPE_STRING || *json_node_get_string (node) != '\0';
}

/* Counts the members that are not in taken, apart by space, and say something. */
static void
lose_others (Reader     *reader,
             JsonObject *object,
             const char *prefix,
             const char *taken)
{
  g_auto (GStrv) names = g_strsplit (taken, " ", -1);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object == NULL)
    return;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!g_strv_contains ((const char * const *) names, name) && says_something (node))
      {
        g_autofree char *path = g_strconcat (prefix, name, NULL);

        talks_importer_lose (reader->importer, path);
      }
}

/* ---- dates ---- */

static gboolean
parse_number (JsonObject *object,
              const char *name,
              int64_t    *out,
              char      **why)
{
  g_autofree char *text = dup_scalar (object, name);
  char *end;

  *out = 0;
  if (text == NULL)
    return TRUE;
  *out = g_ascii_strtoll (text, &end, 10);
  if (*end == '\0' && *out >= -TALKS_YEAR_LIMIT && *out <= TALKS_YEAR_LIMIT)
    return TRUE;
  *why = g_strdup_printf (_("“%1$s” is no number for “%2$s”."), text, name);
  return FALSE;
}

/* NULL with *why NULL when there is none. */
static TalksDate *
read_date_object (Reader     *reader,
                  JsonObject *object,
                  char      **why)
{
  static const char * const names[] = { "year", "month", "day" };
  int64_t parts[3];
  g_autofree char *year = dup_scalar (object, "year");

  if (year == NULL)
    return NULL;
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    if (!parse_number (object, names[i], &parts[i], why))
      return NULL;
  lose_others (reader, object, "date.", "year month day hour minute display_date");
  if (parts[1] < 0 || parts[1] > 12 || parts[2] < 0 || parts[2] > 31)
    {
      *why = g_strdup (_("There is no such day."));
      return NULL;
    }
  return talks_import_make_date (talks_import_year_from_era (parts[0]), (int) parts[1], (int) parts[2], why);
}

/* "2011,12,10", "2011/12/10 07:02:10" and what one may write as a date. */
static TalksDate *
read_date_text (Reader      *reader,
                const char  *text,
                char       **why)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",/- ", 4);
  guint n = g_strv_length (parts);
  int64_t numbers[3] = { 0, 0, 0 };
  gboolean ambiguous;
  guint i;

  for (i = 0; i < MIN (n, 3); i++)
    {
      char *end;

      numbers[i] = g_ascii_strtoll (parts[i], &end, 10);
      if (*end != '\0' || *parts[i] == '\0' || numbers[i] < 0 || numbers[i] > (i == 0 ? 99999 : i == 1 ? 12 : 31))
        break;
    }
  if (i == MIN (n, 3) && strlen (parts[0]) >= 3)
    return talks_import_make_date (numbers[0], (int) numbers[1], (int) numbers[2], why);
  return talks_import_read_date (text, TALKS_DATE_ORDER_UNKNOWN, reader->importer->options->today, &ambiguous, why);
}

static TalksDate *
read_date (Reader      *reader,
           JsonObject  *slide,
           const char  *name,
           const char  *old_name,
           char       **why)
{
  JsonObject *object = get_object (slide, name);
  g_autofree char *text = NULL;

  if (object != NULL)
    return read_date_object (reader, object, why);
  text = dup_scalar (slide, old_name);
  return text != NULL ? read_date_text (reader, text, why) : NULL;
}

/* What is shown for a date may say more than its numbers, as in our own export: then it counts, provided that it is about
 * the same days. */
static TalksDate *
refine_date (Reader     *reader,
             JsonObject *slide,
             TalksDate  *date)
{
  g_autofree char *words = dup_scalar (slide, "display_date");
  g_autoptr (TalksDateEntry) entry = NULL;
  TalksDate *said;

  if (words == NULL)
    return date;
  entry = talks_date_entry_parse (words, reader->importer->options->today);
  said = talks_date_entry_get_date (entry);
  if (said == NULL || talks_date_get_sort_day (said) != talks_date_get_earliest (date)
      || (talks_date_get_latest (said) != talks_date_get_latest (date) && talks_date_get_latest (said) != TALKS_DAY_MAX))
    {
      talks_importer_lose (reader->importer, "display_date");
      return date;
    }
  talks_date_unref (date);
  return talks_date_ref (said);
}

/* NULL, having told why, when the slide has none that can be read. */
static TalksDate *
read_dates (Reader     *reader,
            JsonObject *slide,
            const char *title)
{
  g_autofree char *why = NULL;
  g_autoptr (TalksDate) start = read_date (reader, slide, "start_date", "startDate", &why);
  g_autoptr (TalksDate) end = why == NULL ? read_date (reader, slide, "end_date", "endDate", &why) : NULL;
  TalksDate *date = start != NULL && why == NULL ? talks_import_join_dates (start, end, &why) : NULL;

  if (date == NULL)
    {
      talks_importer_leave (reader->importer, reader->line, title, "%s", why != NULL ? why : _("It has no date."));
      return NULL;
    }
  return refine_date (reader, slide, date);
}

static TalksClock *
read_clock (JsonObject *slide)
{
  static const char * const names[] = { "start_date", "end_date" };
  char *times[2] = { NULL, NULL };
  TalksClock *clock;

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonObject *date = get_object (slide, names[i]);
      g_autofree char *hour = dup_scalar (date, "hour");
      g_autofree char *minute = dup_scalar (date, "minute");
      g_autofree char *text = hour != NULL ? g_strconcat (hour, ":", minute != NULL ? minute : "0", NULL) : NULL;

      times[i] = text != NULL ? talks_import_read_clock (text) : NULL;
    }
  if (times[0] == NULL)
    {
      g_free (times[1]);
      return NULL;
    }
  clock = g_new0 (TalksClock, 1);
  clock->start = times[0];
  clock->end = times[1];
  return clock;
}

/* ---- slides ---- */

static void
add_media (Reader     *reader,
           JsonObject *media,
           TalksEvent *event)
{
  TalksSource source = { .url = NULL };
  g_autofree char *url = dup_scalar (media, "url");
  g_autofree char *old = url == NULL ? dup_scalar (media, "media") : NULL;

  source.url = url != NULL ? url : old;
  if (source.url != NULL && talks_source_get_link (&source) != NULL)
    talks_import_add_string (&event->sources, source.url);
  else if (source.url != NULL)
    talks_importer_lose (reader->importer, "media");
  lose_others (reader, media, "media.", "url media");
}

/* The first line of a text, for a slide without a headline. */
static char *
dup_first_line (const char *text)
{
  return text != NULL ? g_strndup (text, strcspn (text, "\n")) : NULL;
}

static void
read_slide (Reader     *reader,
            JsonObject *slide,
            const char *kind)
{
  JsonObject *text = get_object (slide, "text");
  g_autofree char *headline_html = dup_scalar (text != NULL ? text : slide, "headline");
  g_autofree char *html = text != NULL ? dup_scalar (text, "text") : dup_scalar (slide, "text");
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *headline = headline_html != NULL ? talks_import_strip_html (headline_html, links) : NULL;
  g_autofree char *summary = html != NULL ? talks_import_strip_html (html, links) : NULL;
  g_autofree char *title = headline != NULL ? g_steal_pointer (&headline) : dup_first_line (summary);
  g_autofree char *id = dup_scalar (slide, "unique_id");
  TalksDate *date = read_dates (reader, slide, title);
  TalksEvent *event;

  if (date == NULL)
    return;
  event = talks_record_new (TALKS_RECORD_EVENT, "slide");
  event->date = date;
  event->time = read_clock (slide);
  event->title = talks_import_make_text (title);
  event->summary = talks_import_make_text (summary);
  event->kind = dup_scalar (slide, "group");
  if (event->kind == NULL)
    event->kind = dup_scalar (slide, "tag");
  if (event->kind == NULL)
    event->kind = g_strdup (kind);
  for (guint i = 0; i < links->len; i++)
    talks_import_add_string (&event->sources, links->pdata[i]);
  add_media (reader, get_object (slide, "media"), event);
  add_media (reader, get_object (slide, "asset"), event);
  lose_others (reader, slide, "", "start_date end_date startDate endDate text headline media asset group tag unique_id display_date");
  lose_others (reader, text, "text.", "headline text");
  talks_importer_add (reader->importer, event, id, reader->line);
}

static gboolean
read_slides (Reader      *reader,
             JsonArray   *list,
             const char  *pointer,
             const char  *kind,
             GError     **error)
{
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      g_autofree char *place = g_strdup_printf ("%s/%u", pointer, i);
      unsigned column;

      reader->line = 0;
      talks_json_scan_locate (reader->scan, place, &reader->line, &column);
      if (!talks_importer_has_room (reader->importer, error))
        return FALSE;
      if (JSON_NODE_HOLDS_OBJECT (node))
        read_slide (reader, json_node_get_object (node), kind);
      else
        talks_importer_leave (reader->importer, reader->line, NULL, _("This is no slide: slides are written as { … }."));
    }
  return TRUE;
}

/* ---- the file ---- */

static gboolean
read_root (Reader     *reader,
           JsonObject *root,
           GError    **error)
{
  JsonObject *old = get_object (root, "timeline");

  if (old != NULL)
    {
      lose_others (reader, old, "timeline.", "date era");
      return read_slides (reader, get_list (old, "date"), "/timeline/date", NULL, error)
             && read_slides (reader, get_list (old, "era"), "/timeline/era", "era", error);
    }
  if (get_list (root, "events") == NULL)
    {
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT, "%s", _("This is JSON, but no TimelineJS: it has no list “events”."));
      return FALSE;
    }
  lose_others (reader, root, "", "events eras scale");
  return read_slides (reader, get_list (root, "events"), "/events", NULL, error)
         && read_slides (reader, get_list (root, "eras"), "/eras", "era", error);
}

gboolean
talks_import_read_timelinejs (TalksImporter  *self,
                              GBytes         *bytes,
                              GError        **error)
{
  g_autoptr (TalksJsonScan) scan = talks_json_scan_new (bytes, NULL, TALKS_JSON_MAX_SIZE, error);
  g_autoptr (JsonParser) parser = NULL;
  const TalksJsonIrregularity *irregularities;
  Reader reader = { self, scan, 0 };
  g_autofree char *format = NULL;
  const char *text;
  size_t length;
  JsonNode *root;
  guint n;

  if (scan == NULL)
    return FALSE;
  text = talks_json_scan_find (scan, "", &length);
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return FALSE;
  irregularities = talks_json_scan_get_irregularities (scan, &n);
  for (guint i = 0; i < n; i++)
    talks_importer_warn (self, irregularities[i].line, NULL, "%s", irregularities[i].error->message);
  root = json_parser_get_root (parser);
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT, "%s", _("This is JSON, but no TimelineJS: it has no list “events”."));
      return FALSE;
    }
  format = dup_scalar (json_node_get_object (root), "format");
  if (g_strcmp0 (format, "talks-timeline") == 0)
    {
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT, "%s",
                   _("This is a timeline of Talks: “Merge Another File” takes it in whole."));
      return FALSE;
    }
  return read_root (&reader, json_node_get_object (root), error);
}
