/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-overview.h"

#include <math.h>
#include <stdlib.h>

#include "talks-test-support.h"

#define WIDTH 800
#define HEIGHT 44

/* ---- a canvas ---- */

typedef struct
{
  cairo_surface_t *surface;
  cairo_t         *cr;
  PangoContext    *context;
  TalksPaint       paint;
} Canvas;

static void
canvas_init (Canvas     *canvas,
             TalksTheme  theme)
{
  PangoFontDescription *font = pango_font_description_from_string ("Sans 10");

  canvas->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  canvas->cr = cairo_create (canvas->surface);
  canvas->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_font_description (canvas->context, font);
  pango_font_description_free (font);
  canvas->paint = (TalksPaint) { .palette = talks_palette_get (theme), .context = canvas->context };
}

static void
canvas_clear (Canvas *canvas)
{
  cairo_destroy (canvas->cr);
  cairo_surface_destroy (canvas->surface);
  g_object_unref (canvas->context);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Canvas, canvas_clear)

static gboolean
is_color (Canvas     *canvas,
          int         x,
          int         y,
          TalksColor  color)
{
  const unsigned char *pixel;

  cairo_surface_flush (canvas->surface);
  pixel = cairo_image_surface_get_data (canvas->surface)
          + y * cairo_image_surface_get_stride (canvas->surface) + 4 * x;
  return abs (pixel[2] - (int) (color.red * 255)) <= 2 && abs (pixel[1] - (int) (color.green * 255)) <= 2
         && abs (pixel[0] - (int) (color.blue * 255)) <= 2 && pixel[3] == 255;
}

/* Pixels of a colour in the column at x. */
static int
count_column (Canvas     *canvas,
              int         x,
              TalksColor  color)
{
  int n = 0;

  for (int y = 0; y < HEIGHT; y++)
    n += is_color (canvas, x, y, color);
  return n;
}

static TalksSpan
make_span (const char *from,
           const char *to)
{
  return talks_span_make (talks_test_day (from), talks_test_day (to));
}

/* ---- tests ---- */

static void
test_days (void)
{
  static const double widths[] = { 30, 100, 800, 5000 };
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksSpan span = make_span ("2022-02-01", "2025-06-01");
  g_autoptr (TalksOverview) overview = talks_overview_new (document, span);

  for (size_t i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      double start = talks_overview_day_to_x (overview, (double) span.start, widths[i]);
      double end = talks_overview_day_to_x (overview, (double) span.end, widths[i]);

      g_assert_cmpfloat (start, >, 0);
      g_assert_cmpfloat (end, <, widths[i]);
      for (double day = (double) span.start - 100; day < (double) span.end + 100; day += 13.7)
        {
          double x = talks_overview_day_to_x (overview, day, widths[i]);

          g_assert_cmpfloat_with_epsilon (talks_overview_x_to_day (overview, x, widths[i]), day, 1e-6);
          /* Everywhere as long as it lasted. */
          g_assert_cmpfloat_with_epsilon ((x - start) / (end - start),
                                          (day - (double) span.start) / (double) talks_span_length (span), 1e-9);
        }
    }
}

/* A bar stands where events begin, higher where there are more, and nowhere else. */
static void
test_bars (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksSpan span = make_span ("2022-01-01", "2024-01-01");
  g_autoptr (TalksOverview) overview = NULL;
  g_auto (Canvas) canvas = { 0 };
  TalksColor bars;
  int one;
  int many;

  talks_test_add (document, talks_test_event_new ("lone", "talks", "2022-06-10"));
  talks_test_add (document, talks_test_event_new ("before", "talks", "2021-06-10"));
  talks_test_add (document, talks_test_event_new ("after", "talks", "2024-01-01"));
  for (int i = 0; i < 16; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%d", i);

      talks_test_add (document, talks_test_event_new (id, "talks", "2023-06-10/2023-09-01"));
    }
  overview = talks_overview_new (document, span);

  canvas_init (&canvas, TALKS_THEME_LIGHT);
  bars = canvas.paint.palette->bars;
  talks_overview_draw (overview, canvas.cr, &canvas.paint, WIDTH, HEIGHT);

  one = count_column (&canvas, (int) talks_overview_day_to_x (overview, (double) talks_test_day ("2022-06-10"), WIDTH), bars);
  many = count_column (&canvas, (int) talks_overview_day_to_x (overview, (double) talks_test_day ("2023-06-10"), WIDTH), bars);
  g_assert_cmpint (one, >=, 2);
  g_assert_cmpint (many, >=, 3 * one);
  g_assert_cmpint (many, <=, HEIGHT / 2);
  g_assert_cmpint (count_column (&canvas, (int) talks_overview_day_to_x (overview, (double) talks_test_day ("2022-10-10"), WIDTH), bars), ==, 0);
  g_assert_cmpint (count_column (&canvas, (int) talks_overview_day_to_x (overview, (double) talks_test_day ("2023-08-10"), WIDTH), bars), ==, 0);
  g_assert_cmpint (count_column (&canvas, WIDTH - 11, bars), ==, 0);
  g_assert_true (is_color (&canvas, WIDTH - 5, HEIGHT / 2, canvas.paint.palette->card));
}

/* How many columns hold something of the text colour in the upper half: the years. */
static int
count_words (Canvas *canvas)
{
  TalksColor text = canvas->paint.palette->dim_text;
  int runs = 0;
  int empty = 100;

  for (int x = 2; x < WIDTH - 2; x++)
    {
      int found = 0;

      for (int y = 2; y < HEIGHT / 2; y++)
        found += is_color (canvas, x, y, text);
      if (found > 0 && empty > 12)
        runs++;
      empty = found > 0 ? 0 : empty + 1;
    }
  return runs;
}

/* Each year where there is room, fewer where there is not, and never none. */
static void
test_years (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    int         least;
    int         most;
  } cases[] = {
    { "2022-02-01", "2025-06-01", 4, 4 },    { "2022-02-01", "2022-06-01", 1, 1 },
    { "2022-12-20", "2024-06-01", 2, 2 },    { "2000-01-01", "2030-01-01", 5, 16 },
    { "1000-01-01", "2000-01-01", 3, 12 },   { "-0044-01-01", "0044-01-01", 3, 12 },
  };
  g_autoptr (TalksDocument) document = talks_document_new ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksOverview) overview = talks_overview_new (document, make_span (cases[i].from, cases[i].to));
      g_auto (Canvas) canvas = { 0 };

      canvas_init (&canvas, TALKS_THEME_LIGHT);
      talks_overview_draw (overview, canvas.cr, &canvas.paint, WIDTH, HEIGHT);
      g_test_message ("%s/%s: %d", cases[i].from, cases[i].to, count_words (&canvas));
      g_assert_cmpint (count_words (&canvas), >=, cases[i].least);
      g_assert_cmpint (count_words (&canvas), <=, cases[i].most);
    }
}

/* Geological time costs no more than a year. */
static void
test_deep_time (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (TalksOverview) overview = NULL;
  g_auto (Canvas) canvas = { 0 };
  gint64 start = g_get_monotonic_time ();

  talks_test_add (document, talks_test_event_new ("e", "talks", "Y-170000002"));
  talks_test_add (document, talks_test_event_new ("f", "talks", "2022-03-01"));
  overview = talks_overview_new (document, talks_document_get_extent (document));
  canvas_init (&canvas, TALKS_THEME_DARK);
  talks_overview_draw (overview, canvas.cr, &canvas.paint, WIDTH, HEIGHT);
  g_assert_cmpint (count_column (&canvas, 11, canvas.paint.palette->bars), >, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

static void
test_windows (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksSpan span = make_span ("2022-01-01", "2026-01-01");
  g_autoptr (TalksOverview) overview = talks_overview_new (document, span);
  double length = (double) talks_span_length (span);
  double windows[] = {
    (double) span.start + 0.1 * length, (double) span.start + 0.2 * length,
    (double) span.start + 0.6 * length, (double) span.start + 0.9 * length,
  };

  for (TalksTheme theme = 0; theme < TALKS_N_THEMES; theme++)
    {
      g_auto (Canvas) canvas = { 0 };
      TalksColor card;
      TalksColor accent;
      int y = HEIGHT - 4;
      int first;
      int last;

      canvas_init (&canvas, theme);
      card = canvas.paint.palette->card;
      accent = canvas.paint.palette->accent;
      talks_overview_draw (overview, canvas.cr, &canvas.paint, WIDTH, HEIGHT);
      talks_overview_draw_windows (overview, canvas.cr, &canvas.paint, WIDTH, HEIGHT, windows, 2,
                                   (double) span.start + 0.5 * length);

      g_assert_true (is_color (&canvas, (int) talks_overview_day_to_x (overview, (double) span.start + 0.05 * length, WIDTH), y, card));
      g_assert_false (is_color (&canvas, (int) talks_overview_day_to_x (overview, (double) span.start + 0.15 * length, WIDTH), y, card));
      g_assert_true (is_color (&canvas, (int) talks_overview_day_to_x (overview, (double) span.start + 0.4 * length, WIDTH), y, card));
      g_assert_false (is_color (&canvas, (int) talks_overview_day_to_x (overview, (double) span.start + 0.7 * length, WIDTH), y, card));

      /* Grips at the outer ends, none at the inner ones. */
      first = (int) talks_overview_day_to_x (overview, windows[0], WIDTH);
      last = (int) talks_overview_day_to_x (overview, windows[3], WIDTH);
      g_assert_true (is_color (&canvas, first, HEIGHT / 2, accent));
      g_assert_true (is_color (&canvas, last, HEIGHT / 2, accent));
      g_assert_false (is_color (&canvas, (int) talks_overview_day_to_x (overview, windows[1], WIDTH) - 2, HEIGHT / 2, accent));

      /* The day. */
      first = (int) talks_overview_day_to_x (overview, (double) span.start + 0.5 * length, WIDTH);
      g_assert_cmpint (count_column (&canvas, first, accent) + count_column (&canvas, first - 1, accent), >, HEIGHT / 2);
    }
}

/* A window of an hour is still seen; no window, a day outside and no day at all are no errors. */
static void
test_small_windows (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksSpan span = make_span ("1900-01-01", "2026-01-01");
  g_autoptr (TalksOverview) overview = talks_overview_new (document, span);
  double windows[] = { (double) span.end - 0.01, (double) span.end };
  g_auto (Canvas) canvas = { 0 };
  int changed = 0;

  canvas_init (&canvas, TALKS_THEME_LIGHT);
  talks_overview_draw (overview, canvas.cr, &canvas.paint, WIDTH, HEIGHT);
  talks_overview_draw_windows (overview, canvas.cr, &canvas.paint, WIDTH, HEIGHT, NULL, 0, NAN);
  talks_overview_draw_windows (overview, canvas.cr, &canvas.paint, WIDTH, HEIGHT, NULL, 0,
                               (double) span.end + 1000);
  for (int x = 12; x < WIDTH - 2; x++)
    g_assert_true (is_color (&canvas, x, HEIGHT - 4, canvas.paint.palette->card));

  talks_overview_draw_windows (overview, canvas.cr, &canvas.paint, WIDTH, HEIGHT, windows, 1, NAN);
  for (int x = 12; x < WIDTH - 2; x++)
    changed += !is_color (&canvas, x, HEIGHT - 4, canvas.paint.palette->card);
  g_assert_cmpint (changed, >=, 5);
  g_assert_cmpint (changed, <=, 9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview/days", test_days);
  g_test_add_func ("/overview/bars", test_bars);
  g_test_add_func ("/overview/years", test_years);
  g_test_add_func ("/overview/deep-time", test_deep_time);
  g_test_add_func ("/overview/windows", test_windows);
  g_test_add_func ("/overview/small-windows", test_small_windows);
  return g_test_run ();
}
