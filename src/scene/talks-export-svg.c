/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cairo draws letters in SVG as shapes. So that the picture can be read aloud and searched, it also
 * gets a title and a description, as SVG 2 and the accessibility mappings for graphics ask for. */

#include "talks-export-private.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "talks-date-words.h"

/* Text as XML 1.0 allows it: what it cannot hold at all becomes a space. */
static void
append_escaped (GString    *xml,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (xml, "&amp;");
      else if (c == '<')
        g_string_append (xml, "&lt;");
      else if (c == '>')
        g_string_append (xml, "&gt;");
      else if (c == '"')
        g_string_append (xml, "&quot;");
      else if (c == '\n')
        g_string_append_c (xml, '\n');
      else if (c < 0x20 || c == 0xfffe || c == 0xffff)
        g_string_append_c (xml, ' ');
      else
        g_string_append_unichar (xml, c);
    }
}

/* "16 May 2025: Istanbul: first direct talks. Dolmabahçe Presidential Office, Istanbul." */
static void
append_line (GString         *xml,
             const TalksDate *date,
             const char      *who,
             const char      *text,
             const char      *place)
{
  g_autofree char *words = talks_date_to_words (date, TALKS_DATE_STYLE_FULL);

  g_string_append_c (xml, '\n');
  append_escaped (xml, words);
  g_string_append (xml, ": ");
  if (who != NULL)
    {
      append_escaped (xml, who);
      g_string_append (xml, ": ");
    }
  append_escaped (xml, text);
  if (place != NULL)
    {
      g_string_append (xml, ". ");
      append_escaped (xml, place);
    }
}

/* Everything that the picture shows, in the order of time. */
static char *
describe (TalksDocument            *document,
          const TalksExportOptions *options)
{
  GString *xml = g_string_new ("\n<title id=\"talks-title\">");
  g_autoptr (GPtrArray) events = talks_export_list_events (document, options);
  g_autoptr (GPtrArray) positions = talks_export_list_positions (document, options);
  g_autofree char *subtitle = talks_export_subtitle (document, options);
  g_autofree char *colophon = talks_export_colophon (document, options);

  append_escaped (xml, talks_text_get (talks_document_get_title (document), options->language));
  g_string_append (xml, "</title>\n<desc id=\"talks-desc\">");
  append_escaped (xml, subtitle);
  for (guint i = 0; i < events->len; i++)
    {
      const TalksEvent *event = g_ptr_array_index (events, i);

      append_line (xml, event->date, NULL, talks_text_get (event->title, options->language),
                   event->place != NULL ? talks_text_get (event->place->name, options->language) : NULL);
    }
  for (guint i = 0; i < positions->len; i++)
    {
      const TalksPosition *position = g_ptr_array_index (positions, i);
      const TalksParty *party = talks_document_lookup_kind (document, TALKS_RECORD_PARTY, position->party);

      append_line (xml, position->date,
                   party != NULL ? talks_text_get (party->short_name, options->language) : NULL,
                   talks_text_get (position->stance, options->language), NULL);
    }
  g_string_append_c (xml, '\n');
  append_escaped (xml, colophon);
  g_string_append (xml, "\n</desc>");
  return g_string_free (xml, FALSE);
}

/* Puts attributes into the start tag of the root and the description right after it. */
static GBytes *
insert_description (GByteArray *svg,
                    const char *description)
{
  static const char attributes[] = " role=\"img\" aria-labelledby=\"talks-title\""
                                   " aria-describedby=\"talks-desc\"";
  const char *start = g_strstr_len ((const char *) svg->data, (gssize) svg->len, "<svg");
  const char *end = start != NULL ? memchr (start, '>', svg->len - (size_t) (start - (const char *) svg->data))
                                  : NULL;
  GByteArray *whole = g_byte_array_new ();
  guint before;

  g_return_val_if_fail (end != NULL, g_byte_array_free_to_bytes (whole));

  before = (guint) (end - (const char *) svg->data);
  g_byte_array_append (whole, svg->data, before);
  g_byte_array_append (whole, (const guint8 *) attributes, strlen (attributes));
  g_byte_array_append (whole, (const guint8 *) ">", 1);
  g_byte_array_append (whole, (const guint8 *) description, (guint) strlen (description));
  g_byte_array_append (whole, svg->data + before + 1, svg->len - before - 1);
  return g_byte_array_free_to_bytes (whole);
}

GBytes *
talks_export_svg (TalksDocument            *document,
                  const TalksExportOptions *options,
                  PangoContext             *context,
                  GError                  **error)
{
  g_autoptr (TalksPicture) picture = NULL;
  g_autoptr (GByteArray) svg = g_byte_array_new ();
  g_autofree char *description = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double scale;
  double height;

  picture = talks_picture_new_to_fit (document, options, context, options->width, options->height, &scale);
  height = options->height > 0 ? options->height : ceil (talks_picture_get_height (picture) * scale);
  surface = cairo_svg_surface_create_for_stream (talks_export_write, svg, options->width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);

  cr = cairo_create (surface);
  talks_export_fill (cr, talks_palette_get (options->theme)->surface, options->width, height);
  cairo_scale (cr, scale, scale);
  talks_picture_draw (picture, cr, height / scale);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!talks_export_check (status, error))
    return NULL;

  description = describe (document, options);
  return insert_description (svg, description);
}
