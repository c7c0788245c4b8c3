/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws a document's timeline as the window does, without a window, for whoever changes how it is
 * drawn: draw-timeline --zoom 12 --day 2025-05-16 FILE OUT.png */

#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "talks-date-words.h"
#include "talks-file.h"
#include "talks-painter.h"
#include "talks-quiet.h"

static int width = 955;
static int height = 700;
static double zoom;
static int scale_factor = 1;
static char *theme_name;
static char *day_text;
static char *topic;
static char *font_name;
static char *language;
static char *lit_party;
static char *selected;
static gboolean unfolded;
static gboolean mirrored;
static gboolean as_text;

static const GOptionEntry options[] = {
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "Width in pixels", "N" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "Height in pixels", "N" },
  { "zoom", 0, 0, G_OPTION_ARG_DOUBLE, &zoom, "Pixels a day; all of it without", "N" },
  { "day", 0, 0, G_OPTION_ARG_STRING, &day_text, "Day in the middle, with the playhead", "EDTF" },
  { "scale", 0, 0, G_OPTION_ARG_INT, &scale_factor, "Device pixels a pixel", "N" },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_name, "light, dark …", "NAME" },
  { "topic", 0, 0, G_OPTION_ARG_STRING, &topic, "Topic of the ribbons", "ID" },
  { "font", 0, 0, G_OPTION_ARG_STRING, &font_name, "Font", "NAME" },
  { "lang", 0, 0, G_OPTION_ARG_STRING, &language, "Language of the texts", "TAG" },
  { "lit", 0, 0, G_OPTION_ARG_STRING, &lit_party, "Dims all but this party's", "ID" },
  { "selected", 0, 0, G_OPTION_ARG_STRING, &selected, "Outlines this record", "ID" },
  { "unfolded", 0, 0, G_OPTION_ARG_NONE, &unfolded, "Folds nothing", NULL },
  { "mirrored", 0, 0, G_OPTION_ARG_NONE, &mirrored, "From right to left", NULL },
  { "text", 0, 0, G_OPTION_ARG_NONE, &as_text, "Prints the items too", NULL },
  { NULL }
};

static TalksDocument *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, &error);

  if (reading == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }
  return g_object_ref (reading->document);
}

static gboolean
is_lit (const TalksRecord *record,
        gpointer           data)
{
  TalksDocument *document = data;
  const TalksParty *party = NULL;

  if (record->kind == TALKS_RECORD_EVENT)
    party = talks_document_get_event_party (document, (const TalksEvent *) record);
  else if (record->kind == TALKS_RECORD_POSITION)
    return g_str_equal (((const TalksPosition *) record)->party, lit_party);
  return party != NULL && g_str_equal (party->record.id, lit_party);
}

static TalksTimeScale *
make_scale (TalksDocument *document,
            double         room)
{
  TalksSpan extent = talks_document_get_extent (document);
  TalksDay pad = MAX (3, talks_span_length (extent) / 200);
  g_autoptr (GArray) quiet = talks_quiet_find (document);
  guint n_folds = unfolded ? 0 : quiet->len;
  double days;

  extent = talks_span_make (extent.start - pad, extent.end + pad);
  days = (double) talks_span_length (extent);
  for (guint i = 0; i < n_folds; i++)
    days -= (double) talks_span_length (g_array_index (quiet, TalksSpan, i));
  if (zoom <= 0)
    zoom = (room - n_folds * TALKS_FOLD_WIDTH) / days;
  return talks_time_scale_new (extent, zoom, (const TalksSpan *) (void *) quiet->data, n_folds, mirrored);
}

static void
draw_all (cairo_t          *cr,
          TalksScene       *scene,
          const TalksPaint *paint,
          double            x,
          double            playhead)
{
  double ruler = talks_painter_get_ruler_height (paint->context);
  double header = talks_painter_get_header_width (scene, paint->context);
  double left = mirrored ? 0 : header;
  double room = width - header;
  const TalksItem *item;

  cairo_save (cr);
  cairo_rectangle (cr, left, 0, room, height);
  cairo_clip (cr);
  cairo_translate (cr, left - x, 0);
  talks_painter_draw_ruler (cr, scene, paint, x, x + room);
  cairo_translate (cr, 0, ruler);
  talks_painter_draw_canvas (cr, scene, paint, x, x + room);
  talks_painter_draw_sticky_labels (cr, scene, paint, x, x + room);
  item = selected == NULL ? NULL
         : talks_scene_find (scene, talks_document_lookup (talks_scene_get_document (scene), selected));
  if (item != NULL)
    talks_painter_draw_outline (cr, item, paint, TALKS_OUTLINE_SELECTED);
  if (day_text != NULL)
    {
      g_autoptr (TalksDate) date = talks_date_parse (day_text, NULL);
      g_autofree char *words = talks_date_to_words (date, TALKS_DATE_STYLE_MEDIUM);

      talks_painter_draw_playhead (cr, paint, words, playhead,
                                   talks_painter_get_flag_height (paint->context) - ruler,
                                   height - ruler, x, x + room);
    }
  cairo_restore (cr);

  cairo_save (cr);
  cairo_translate (cr, mirrored ? room : 0, ruler);
  cairo_rectangle (cr, 0, -ruler, header, height);
  cairo_clip (cr);
  talks_painter_draw_lane_headers (cr, scene, paint, header);
  cairo_restore (cr);
}

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font;

  font = pango_font_description_from_string (font_name != NULL ? font_name : "Cantarell 10");
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  pango_cairo_context_set_resolution (context, 96);
  return context;
}

static TalksScene *
make_scene (TalksDocument *document,
            PangoContext  *context)
{
  g_autoptr (TalksTimeScale) scale = make_scale (document, width - TALKS_LANE_HEADER_WIDTH);
  gint64 start = g_get_monotonic_time ();
  TalksScene *scene;

  if (language == NULL)
    language = g_strdup (talks_document_get_language (document));
  scene = talks_scene_new (document, scale, context, language, topic);
  g_printerr ("scene in %.1f ms, %.0f x %.0f\n", (double) (g_get_monotonic_time () - start) / 1000,
              talks_scene_get_width (scene), talks_scene_get_height (scene));
  return scene;
}

static void
draw_to_file (TalksScene       *scene,
              const TalksPaint *paint,
              const char       *path)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * scale_factor,
                                                         height * scale_factor);
  g_autoptr (TalksDate) date = talks_date_parse (day_text != NULL ? day_text : "2022-02-21", NULL);
  double playhead = talks_time_scale_day_to_x (talks_scene_get_scale (scene),
                                               (double) talks_date_get_sort_day (date) + 0.5);
  double most = talks_scene_get_width (scene) - width + TALKS_LANE_HEADER_WIDTH;
  double x = floor (CLAMP (playhead - width / 2.0, 0, MAX (0, most)));
  TalksColor surface_color = paint->palette->surface;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale_factor, scale_factor);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, surface_color.red, surface_color.green, surface_color.blue);
  cairo_paint (cr);
  /* The second time layouts are at hand, as while panning. */
  for (int i = 0; i < 2; i++)
    {
      gint64 start = g_get_monotonic_time ();

      draw_all (cr, scene, paint, x, playhead);
      g_printerr ("drawn in %.1f ms\n", (double) (g_get_monotonic_time () - start) / 1000);
    }
  cairo_destroy (cr);
  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_printerr ("%s cannot be written\n", path);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) option_context = g_option_context_new ("FILE OUT.png");
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksDocument) document = NULL;
  g_autoptr (TalksScene) scene = NULL;
  PangoContext *context;
  TalksTheme theme = TALKS_THEME_LIGHT;
  TalksPaint paint;

  g_option_context_add_main_entries (option_context, options, NULL);
  if (!g_option_context_parse (option_context, &argc, &argv, &error) || argc != 3)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "draw-timeline [OPTION…] FILE OUT.png");
      return 2;
    }

  document = load (argv[1]);
  if (topic == NULL && talks_document_count (document, TALKS_RECORD_TOPIC) > 0)
    {
      TalksRecord *first = talks_document_get_records (document, TALKS_RECORD_TOPIC)->pdata[0];

      topic = g_strdup (first->id);
    }
  context = make_context ();
  scene = make_scene (document, context);
  if (as_text)
    {
      g_autofree char *text = talks_scene_to_string (scene);

      g_print ("%s", text);
    }

  talks_theme_from_name (theme_name, &theme);
  paint = (TalksPaint) {
    .palette = talks_palette_get (theme),
    .context = context,
    .is_lit = lit_party != NULL ? is_lit : NULL,
    .lit_data = document,
    .height = height - talks_painter_get_ruler_height (context),
  };
  draw_to_file (scene, &paint, argv[2]);
  g_clear_pointer (&scene, talks_scene_unref);
  g_object_unref (context);
  return 0;
}
