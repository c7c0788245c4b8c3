/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The XML of The Timeline Project (https://thetimelineproj.sourceforge.net). GMarkup knows no entities but the five of
 * XML; a document type, which could bring others, is refused. */

#include "talks-import-private.h"

#include <stdio.h>
#include <string.h>

#include "talks-error.h"
#include "talks-gettext.h"

#define MAX_DEPTH 32

typedef struct
{
  TalksImporter *importer;
  GString       *text;     /* of the element that is read */
  GHashTable    *values;   /* name → text, of the event or era that is read; NULL outside */
  GPtrArray     *categories; /* of char *: of the event that is read */
  unsigned       line;     /* where that begins */
  guint          depth;
} Reader;

static const char *
get_value (Reader     *reader,
           const char *name)
{
  const char *value = g_hash_table_lookup (reader->values, name);

  return value != NULL && *value != '\0' ? value : NULL;
}

static gboolean
is_true (Reader     *reader,
         const char *name)
{
  return g_strcmp0 (get_value (reader, name), "True") == 0;
}

/* ---- dates ---- */

typedef struct
{
  int64_t year;
  int     month;
  int     day;
  int     hour;
  int     minute;
  int     second;
} Moment;

/* "-44-03-15 00:00:00". */
static gboolean
parse_moment (const char *text,
              Moment     *moment)
{
  char *end;
  int n = 0;

  if (text == NULL)
    return FALSE;
  moment->year = g_ascii_strtoll (text, &end, 10);
  return end != text && moment->year >= -TALKS_YEAR_LIMIT && moment->year <= TALKS_YEAR_LIMIT
         && sscanf (end, "-%2d-%2d %2d:%2d:%2d%n", &moment->month, &moment->day, &moment->hour, &moment->minute,
                    &moment->second, &n) == 5
         && end[n] == '\0';
}

static gboolean
has_time (const Moment *moment)
{
  return moment->hour != 0 || moment->minute != 0 || moment->second != 0;
}

static char *
make_clock (const Moment *moment)
{
  g_autofree char *text = g_strdup_printf ("%d:%d", moment->hour, moment->minute);

  return talks_import_read_clock (text);
}

/* A date that is fuzzy, or open at its end. */
static TalksDate *
mark_date (Reader    *reader,
           TalksDate *start,
           TalksDate *end,
           char     **why)
{
  gboolean fuzzy = is_true (reader, "fuzzy");
  gboolean is_point = talks_date_compare (start, end) == 0 && !is_true (reader, "ends_today");
  g_autofree char *text = NULL;

  text = g_strconcat (talks_date_get_text (start), fuzzy || is_true (reader, "fuzzy_start") ? "~" : "",
                      is_point ? NULL : "/",
                      is_true (reader, "ends_today") ? ".." : talks_date_get_text (end),
                      !is_true (reader, "ends_today") && (fuzzy || is_true (reader, "fuzzy_end")) ? "~" : "", NULL);
  {
    g_autoptr (GError) error = NULL;
    TalksDate *date = talks_date_parse (text, &error);

    if (date == NULL)
      *why = g_strdup_printf (_("“%1$s”: %2$s"), text, error->message);
    return date;
  }
}

/* NULL, having told why, when it has none that can be read. */
static TalksDate *
read_dates (Reader     *reader,
            const char *title,
            Moment     *start,
            Moment     *end)
{
  g_autofree char *why = NULL;
  g_autoptr (TalksDate) first = NULL;
  g_autoptr (TalksDate) last = NULL;
  TalksDate *date = NULL;

  if (!parse_moment (get_value (reader, "start"), start) || !parse_moment (get_value (reader, "end"), end))
    why = g_strdup (_("Its dates cannot be read."));
  else
    first = talks_import_make_date (start->year, start->month, start->day, &why);
  if (first != NULL)
    last = talks_import_make_date (end->year, end->month, end->day, &why);
  if (last != NULL)
    date = mark_date (reader, first, last, &why);
  if (date == NULL)
    talks_importer_leave (reader->importer, reader->line, title, "%s", why);
  return date;
}

/* ---- events ---- */

/* "[7] Talks" is container 7, "(7) A round" a part of it; a text that begins so has a space before it,
 * which is trimmed with the others. Gives the text. */
static const char *
split_container (const char  *text,
                 char       **container,
                 char       **whole)
{
  const char close = *text == '[' ? ']' : ')';
  const char *end = *text == '[' || *text == '(' ? strchr (text, close) : NULL;

  if (end == NULL || end == text + 1 || strspn (text + 1, "0123456789") != (size_t) (end - text - 1))
    return text;
  *(*text == '[' ? container : whole) = g_strndup (text + 1, (size_t) (end - text - 1));
  return end + 1;
}

static void
add_links (Reader     *reader,
           TalksEvent *event)
{
  g_auto (GStrv) links = g_strsplit (get_value (reader, "hyperlink") != NULL ? get_value (reader, "hyperlink") : "", ";", 101);

  for (guint i = 0; links[i] != NULL && i < 100; i++)
    if (*g_strstrip (links[i]) != '\0')
      talks_import_add_string (&event->sources, links[i]);
}

static void
lose_values (Reader *reader)
{
  static const char * const words[] = { "labels", "alert", "icon", "default_color", "color" };

  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    if (get_value (reader, words[i]) != NULL)
      talks_importer_lose (reader->importer, words[i]);
  if (get_value (reader, "progress") != NULL && strcmp (get_value (reader, "progress"), "0") != 0)
    talks_importer_lose (reader->importer, "progress");
  if (is_true (reader, "locked"))
    talks_importer_lose (reader->importer, "locked");
  if (is_true (reader, "milestone"))
    talks_importer_lose (reader->importer, "milestone");
  for (guint i = 1; i < reader->categories->len; i++)
    talks_importer_lose (reader->importer, "categories");
}

static void
relate (TalksEvent *event,
        const char *whole)
{
  TalksRelation *relation = g_new0 (TalksRelation, 1);

  relation->event = g_strconcat ("container ", whole, NULL);
  relation->relation = g_strdup ("part-of");
  g_ptr_array_add (event->related, relation);
}

static void
take_event (Reader     *reader,
            const char *kind)
{
  const char *text = get_value (reader, "text") != NULL ? get_value (reader, "text") : get_value (reader, "name");
  g_autofree char *container = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *id = NULL;
  const char *title = text != NULL ? split_container (text, &container, &whole) : NULL;
  Moment start;
  Moment end;
  TalksDate *date = read_dates (reader, title, &start, &end);
  TalksEvent *event;

  if (date == NULL)
    return;
  event = talks_record_new (TALKS_RECORD_EVENT, "event");
  event->date = date;
  event->title = talks_import_make_text (title);
  event->summary = talks_import_make_text (get_value (reader, "description"));
  if (has_time (&start) || has_time (&end))
    {
      gboolean same = start.hour == end.hour && start.minute == end.minute;

      event->time = g_new0 (TalksClock, 1);
      event->time->start = make_clock (&start);
      event->time->end = same ? NULL : make_clock (&end);
    }
  if (reader->categories->len > 0)
    event->kind = g_strdup (reader->categories->pdata[0]);
  else
    event->kind = g_strdup (kind);
  if (whole != NULL)
    relate (event, whole);
  add_links (reader, event);
  lose_values (reader);
  id = container != NULL ? g_strconcat ("container ", container, NULL) : NULL;
  talks_importer_add (reader->importer, event, id, reader->line);
}

/* ---- elements ---- */

static gboolean
is_item (const char *name)
{
  return strcmp (name, "event") == 0 || strcmp (name, "era") == 0;
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *name,
          const char          **attribute_names,
          const char          **attribute_values,
          gpointer              data,
          GError              **error)
{
  Reader *reader = data;
  int line;

  if (reader->depth == 0 && strcmp (name, "timeline") != 0)
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT, "%s", _("This is XML, but not of The Timeline Project."));
  else if (reader->depth >= MAX_DEPTH)
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT, "%s", _("Its elements are nested too deeply."));
  reader->depth++;
  g_string_truncate (reader->text, 0);
  if (!is_item (name) || reader->values != NULL)
    return;
  g_markup_parse_context_get_position (context, &line, NULL);
  reader->line = (unsigned) MAX (line, 1);
  reader->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
end_item (Reader      *reader,
          const char  *name,
          GError     **error)
{
  if (talks_importer_has_room (reader->importer, error))
    take_event (reader, strcmp (name, "era") == 0 ? "era" : NULL);
  g_clear_pointer (&reader->values, g_hash_table_unref);
  g_ptr_array_set_size (reader->categories, 0);
}

static void
end_cb (GMarkupParseContext  *context,
        const char           *name,
        gpointer              data,
        GError              **error)
{
  Reader *reader = data;
  g_autofree char *text = g_strdup (reader->text->str);

  g_string_truncate (reader->text, 0);
  reader->depth--;
  if (reader->values != NULL && is_item (name))
    end_item (reader, name, error);
  else if (reader->values != NULL && strcmp (name, "category") == 0)
    {
      if (*text != '\0')
        g_ptr_array_add (reader->categories, g_steal_pointer (&text));
    }
  else if (reader->values != NULL && strcmp (name, "categories") != 0)
    g_hash_table_replace (reader->values, g_strdup (name), g_steal_pointer (&text));
  else if (strcmp (name, "timetype") == 0 && strcmp (text, "gregoriantime") != 0)
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT, _("The times in this file are “%s”, not dates of the calendar of today."),
                 text);
  else if (reader->values == NULL && (strcmp (name, "color") == 0 || strcmp (name, "parent") == 0))
    talks_importer_lose (reader->importer, strcmp (name, "color") == 0 ? "category.color" : "category.parent");
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              data,
         GError              **error)
{
  g_string_append_len (((Reader *) data)->text, text, (gssize) length);
}

static void
passthrough_cb (GMarkupParseContext  *context,
                const char           *text,
                gsize                 length,
                gpointer              data,
                GError              **error)
{
  if (g_strstr_len (text, (gssize) length, "<!DOCTYPE") != NULL)
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT, "%s",
                 _("The file has a document type, which timelines have not; it is not read."));
}

/* GMarkup shows the first byte of a character that it did not expect. */
static void
make_message_valid (GError *error)
{
  char *valid = g_utf8_make_valid (error->message, -1);

  g_free (error->message);
  error->message = valid;
}

gboolean
talks_import_read_timeline_project (TalksImporter  *self,
                                    GBytes         *bytes,
                                    GError        **error)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, passthrough_cb, NULL };
  Reader reader = { .importer = self };
  const char *used;
  gboolean guessed;
  gboolean read;
  size_t length;
  g_autofree char *text = talks_import_decode (bytes, "UTF-8", "", &length, &used, &guessed, error);
  g_autoptr (GMarkupParseContext) context = NULL;

  if (text == NULL)
    return FALSE;
  reader.text = g_string_new (NULL);
  reader.categories = g_ptr_array_new_with_free_func (g_free);
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
  read = g_markup_parse_context_parse (context, text, (gssize) length, error)
         && g_markup_parse_context_end_parse (context, error);
  if (!read && error != NULL)
    make_message_valid (*error);
  g_clear_pointer (&reader.values, g_hash_table_unref);
  g_ptr_array_unref (reader.categories);
  g_string_free (reader.text, TRUE);
  return read;
}
