/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws pieces of the window as a PNG, for whoever changes them and wants to look:
 *
 *   draw-pieces DOCUMENT OUT.png THEME SCALE table WIDTH EVENT…
 *   draw-pieces DOCUMENT OUT.png THEME SCALE overview WIDTH
 */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "talks-file.h"
#include "talks-overview.h"
#include "talks-table-plan.h"

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, 13.333 * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

static void
draw_card (cairo_t            *cr,
           const TalksPalette *palette,
           double              width,
           double              height)
{
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_set_source_rgb (cr, palette->card.red, palette->card.green, palette->card.blue);
  cairo_fill (cr);
}

/* Plans below each other; returns the height of all. */
static double
draw_tables (TalksDocument  *document,
             cairo_t        *cr,
             TalksPaint     *paint,
             double          width,
             char          **ids)
{
  double y = 10;

  for (; *ids != NULL; ids++)
    {
      TalksEvent *event = talks_document_lookup_kind (document, TALKS_RECORD_EVENT, *ids);
      g_autoptr (TalksTablePlan) plan = NULL;
      g_autofree char *words = NULL;

      if (event != NULL)
        plan = talks_table_plan_new (document, event, "en", width);
      words = plan != NULL ? talks_table_plan_describe (plan) : NULL;
      g_print ("%s: %s\n", *ids, words != NULL ? words : "no plan");
      if (plan == NULL)
        continue;
      cairo_save (cr);
      cairo_translate (cr, 10, y);
      draw_card (cr, paint->palette, width, talks_table_plan_get_height (plan));
      talks_table_plan_draw (plan, cr, paint, "rustem-umerov");
      cairo_restore (cr);
      y += talks_table_plan_get_height (plan) + 10;
    }
  return y;
}

static double
draw_overview (TalksDocument *document,
               cairo_t       *cr,
               TalksPaint    *paint,
               double         width)
{
  TalksSpan extent = talks_document_get_extent (document);
  g_autoptr (TalksOverview) overview = talks_overview_new (document, extent);
  double windows[] = {
    (double) extent.start, (double) extent.start + 200, (double) extent.end - 220, (double) extent.end,
  };

  cairo_translate (cr, 10, 10);
  talks_overview_draw (overview, cr, paint, width, 44);
  talks_overview_draw_windows (overview, cr, paint, width, 44, windows, 2, (double) extent.end - 10);
  return 64;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (TalksReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  PangoContext *context = make_context ();
  TalksTheme theme = TALKS_THEME_LIGHT;
  TalksPaint paint = { .context = context };
  double height = 10;

  if (argc < 7 || !talks_theme_from_name (argv[3], &theme))
    return 2;
  file = g_file_new_for_commandline_arg (argv[1]);
  reading = talks_file_load (file, NULL, &error);
  if (reading == NULL)
    g_error ("%s", error->message);
  paint.palette = talks_palette_get (theme);

  /* Once to find the height, once for the picture. */
  for (int pass = 0; pass < 2; pass++)
    {
      double scale = atof (argv[4]);
      double width = atof (argv[6]);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ((width + 20) * scale),
                                                             (int) (ceil (height) * scale));
      cairo_t *cr = cairo_create (surface);

      cairo_scale (cr, scale, scale);
      cairo_set_source_rgb (cr, paint.palette->surface.red, paint.palette->surface.green,
                            paint.palette->surface.blue);
      cairo_paint (cr);
      if (strcmp (argv[5], "table") == 0)
        height = draw_tables (reading->document, cr, &paint, width, argv + 7);
      else
        height = draw_overview (reading->document, cr, &paint, width);
      if (pass == 1)
        cairo_surface_write_to_png (surface, argv[2]);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_object_unref (context);
  return 0;
}
