/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws the steps of a tour as the projector shows them, for whoever changes how they look:
 * draw-stage --tour ID --size 1920x1080 FILE OUT-DIRECTORY */

#include <locale.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "talks-file.h"
#include "talks-stage.h"

static char *tour_id;
static char *size = "1920x1080";
static char *theme_name = "projector";
static char *language;
static double type_scale = 1;
static gboolean hide_outcomes;
static gboolean as_text;
static int only = -1;
static double shift;

static const GOptionEntry entries[] = {
  { "tour", 0, 0, G_OPTION_ARG_STRING, &tour_id, "The tour; all without", "ID" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Pixels", "WxH" },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_name, "projector, light …", "NAME" },
  { "lang", 0, 0, G_OPTION_ARG_STRING, &language, "Language of the texts", "TAG" },
  { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &type_scale, "Type, 0.8 to 1.8", "N" },
  { "step", 0, 0, G_OPTION_ARG_INT, &only, "Only that step, from 1 on", "N" },
  { "shift", 0, 0, G_OPTION_ARG_DOUBLE, &shift, "How far the marker has gone from the step", "N" },
  { "hide", 0, 0, G_OPTION_ARG_NONE, &hide_outcomes, "Hide outcomes", NULL },
  { "text", 0, 0, G_OPTION_ARG_NONE, &as_text, "Print the texts", NULL },
  { NULL },
};

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans 10");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

static void
draw_step (TalksDocument           *document,
           TalksLesson             *lesson,
           guint                    step,
           const TalksStageOptions *options,
           const char              *directory)
{
  PangoContext *context = make_context ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TalksStage) stage = talks_stage_new (document, lesson, step, options, context);
  gint64 made = g_get_monotonic_time ();
  g_autofree char *path = g_strdup_printf ("%s/%s-%02u.png", directory, talks_lesson_get_tour_id (lesson), step + 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) options->width,
                                                         (int) options->height);
  cairo_t *cr = cairo_create (surface);

  talks_stage_draw (stage, cr, step + shift);
  g_print ("%s: made in %.1f ms, drawn in %.1f ms\n", path, (double) (made - start) / 1000,
           (double) (g_get_monotonic_time () - made) / 1000);
  if (as_text)
    {
      g_auto (GStrv) texts = talks_stage_list_texts (stage);

      for (char **text = texts; *text != NULL; text++)
        g_print ("  %s\n", *text);
    }
  cairo_destroy (cr);
  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE OUT-DIRECTORY");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (TalksReading) reading = NULL;
  TalksStageOptions options = TALKS_STAGE_OPTIONS_INIT;
  GPtrArray *tours;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TALKS_LOCALE_DIR") != NULL ? g_getenv ("TALKS_LOCALE_DIR") : TALKS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 3
      || sscanf (size, "%lfx%lf", &options.width, &options.height) != 2
      || !talks_theme_from_name (theme_name, &options.theme))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "draw-stage [OPTION…] FILE OUT-DIRECTORY");
      return 2;
    }
  options.type_scale = type_scale;
  options.hide_outcomes = hide_outcomes;
  options.language = language;
  file = g_file_new_for_commandline_arg (argv[1]);
  reading = talks_file_load (file, NULL, &error);
  if (reading == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  tours = talks_document_get_records (reading->document, TALKS_RECORD_TOUR);
  for (guint i = 0; i < tours->len; i++)
    {
      TalksTour *tour = g_ptr_array_index (tours, i);
      g_autoptr (TalksLesson) lesson = talks_lesson_new_from_tour (tour);

      if (tour_id != NULL && strcmp (tour_id, tour->record.id) != 0)
        continue;
      for (guint step = 0; step < talks_lesson_get_n_steps (lesson); step++)
        if (only < 0 || (int) step + 1 == only)
          draw_step (reading->document, lesson, step, &options, argv[2]);
    }
  return 0;
}
