/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <pango/pangocairo.h>

#include "talks-label.h"
#include "talks-metrics.h"

static PangoContext *
make_context (const char *font)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_context_set_font_description (context, description);
  pango_font_description_free (description);
  pango_cairo_context_set_resolution (context, 96);
  return context;
}

static double
measure_exactly (PangoContext    *context,
                 const char      *text,
                 TalksLabelStyle  style)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  int width;

  if (style == TALKS_LABEL_BOLD)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, &width, NULL);
  pango_font_description_free (font);
  return pango_units_to_double (width);
}

static void
test_measure (void)
{
  static const char * const texts[] = {
    "", "Istanbul: first direct talks", "Ceasefire and withdrawal", "Переговори в Стамбулі",
    "Erdoğan ile görüşme", "W", "…", "1000 for 1000",
  };
  PangoContext *context = make_context ("Sans 10");
  TalksLabels *labels = talks_labels_get (context);

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int style = TALKS_LABEL_PLAIN; style <= TALKS_LABEL_BOLD; style++)
      {
        double exact = measure_exactly (context, texts[i], (TalksLabelStyle) style);
        double estimate = talks_labels_measure (labels, texts[i], (TalksLabelStyle) style);

        g_assert_cmpfloat (estimate, ==, ceil (estimate));
        g_assert_cmpfloat (fabs (estimate - exact), <=, 2 + exact * 0.06);
      }
  g_assert_cmpfloat (talks_labels_measure (labels, NULL, TALKS_LABEL_SMALL), ==, 0);
  g_assert_cmpfloat (talks_labels_measure (labels, "abc", TALKS_LABEL_SMALL), <,
                     talks_labels_measure (labels, "abc", TALKS_LABEL_BOLD));
  g_object_unref (context);
}

/* Endless texts are measured, laid out and drawn only as far as the limit. */
static void
test_limit (void)
{
  PangoContext *context = make_context ("Sans 10");
  TalksLabels *labels = talks_labels_get (context);
  g_autofree char *endless = g_strnfill (200000, 'x');
  g_autofree char *limited = g_strnfill (TALKS_LABEL_MAX, 'x');

  g_assert_cmpfloat (talks_labels_measure (labels, endless, TALKS_LABEL_PLAIN), ==,
                     talks_labels_measure (labels, limited, TALKS_LABEL_PLAIN));
  g_object_unref (context);
}

static void
test_follows_context (void)
{
  PangoContext *context = make_context ("Sans 10");
  PangoFontDescription *font = pango_font_description_from_string ("Sans 20");
  TalksLabels *labels = talks_labels_get (context);
  double small = talks_labels_measure (labels, "Talks", TALKS_LABEL_PLAIN);

  g_assert_true (talks_labels_get (context) == labels);
  g_assert_cmpfloat_with_epsilon (talks_labels_get_em (labels), 13.333, 0.01);
  pango_context_set_font_description (context, font);
  g_assert_true (talks_labels_get (context) == labels);
  g_assert_cmpfloat (talks_labels_measure (labels, "Talks", TALKS_LABEL_PLAIN), >, 1.8 * small);
  g_assert_cmpfloat_with_epsilon (talks_labels_get_em (labels), 26.667, 0.01);
  pango_font_description_free (font);
  g_object_unref (context);
}

/* The first and the last column with ink; −1 without any. */
static void
find_ink (cairo_surface_t *surface,
          int             *first,
          int             *last)
{
  const unsigned char *data;

  *first = *last = -1;
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
    for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
      if (data[y * cairo_image_surface_get_stride (surface) + 4 * x + 3] > 30)
        {
          *first = *first < 0 ? x : *first;
          *last = x;
        }
}

/* Ink stays in its room, for texts that fit, for those that do not, and for those that are read from
 * right to left. */
static void
test_stays_in_room (void)
{
  static const char * const texts[] = {
    "Istanbul: first direct talks",
    "Kyiv",
    "محادثات اسطنبول المباشرة",
    "<b>&amp;</b>",
  };
  static const double rooms[] = { 12, 30, 60, 100, 250 };
  PangoContext *context = make_context ("Sans 10");

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    for (size_t k = 0; k < G_N_ELEMENTS (rooms); k++)
      for (int align = TALKS_ALIGN_LEFT; align <= TALKS_ALIGN_RIGHT; align++)
        {
          cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 40);
          cairo_t *cr = cairo_create (surface);
          int first;
          int last;

          talks_labels_draw (talks_labels_get (context), cr, texts[i], TALKS_LABEL_PLAIN,
                             (TalksColor) { 0, 0, 0, 1 }, 20, 20, rooms[k], (TalksAlign) align);
          find_ink (surface, &first, &last);
          if (rooms[k] >= 30)
            g_assert_cmpint (first, >=, 0);
          if (first >= 0)
            {
              g_assert_cmpint (first, >=, 18);
              g_assert_cmpint (last, <=, 20 + (int) rooms[k] + 2);
            }
          if (rooms[k] > 200 && align == TALKS_ALIGN_LEFT)
            g_assert_cmpint (first, <=, 24);
          if (rooms[k] > 200 && align == TALKS_ALIGN_RIGHT)
            g_assert_cmpint (last, >=, 20 + (int) rooms[k] - 5);
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
        }
  g_object_unref (context);
}

static void
test_cache_is_bounded (void)
{
  PangoContext *context = make_context ("Sans 10");
  TalksLabels *labels = talks_labels_get (context);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 10, 10);
  cairo_t *cr = cairo_create (surface);
  guint n;

  for (int i = 0; i < 6000; i++)
    {
      g_autofree char *text = g_strdup_printf ("event %d", i);

      talks_labels_draw (labels, cr, text, TALKS_LABEL_PLAIN, (TalksColor) { 0, 0, 0, 1 }, 0, 5,
                         400, TALKS_ALIGN_LEFT);
    }
  n = talks_labels_get_n_layouts (labels);
  g_assert_cmpuint (n, >, 100);
  g_assert_cmpuint (n, <, 3000);
  /* Drawn again it is found again. */
  talks_labels_draw (labels, cr, "event 5999", TALKS_LABEL_PLAIN, (TalksColor) { 0, 0, 0, 1 }, 0, 5,
                     400, TALKS_ALIGN_LEFT);
  g_assert_cmpuint (talks_labels_get_n_layouts (labels), ==, n);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

static void
set_flag (gpointer  data,
          GObject  *object)
{
  *(gboolean *) data = TRUE;
}

/* Layouts hold their context: the labels must not keep the one they belong to alive. */
static void
test_context_is_freed (void)
{
  PangoContext *context = make_context ("Sans 10");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 10, 10);
  cairo_t *cr = cairo_create (surface);
  gboolean gone = FALSE;

  talks_labels_draw (talks_labels_get (context), cr, "Talks", TALKS_LABEL_PLAIN,
                     (TalksColor) { 0, 0, 0, 1 }, 0, 5, 100, TALKS_ALIGN_LEFT);
  g_object_weak_ref (G_OBJECT (context), set_flag, &gone);
  g_object_unref (context);
  g_assert_true (gone);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_metrics (void)
{
  static const char * const fonts[] = { "Sans 7", "Sans 10", "Sans 14", "Serif 24" };

  for (size_t i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      PangoContext *context = make_context (fonts[i]);
      TalksMetrics metrics = talks_metrics_get (talks_labels_get (context));

      g_assert_cmpfloat (metrics.card, >=, metrics.bold_line + metrics.small_line);
      g_assert_cmpfloat (metrics.row, >=, metrics.bar + 2);
      g_assert_cmpfloat (metrics.bar, >=, metrics.line);
      g_assert_cmpfloat (metrics.ribbon_thin, >=, metrics.small_line);
      g_assert_cmpfloat (metrics.ruler, >=, metrics.bold_line + metrics.small_line);
      g_assert_cmpfloat (fmod (metrics.mark, 2), ==, 0);
      g_object_unref (context);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/label/measure", test_measure);
  g_test_add_func ("/scene/label/limit", test_limit);
  g_test_add_func ("/scene/label/follows-context", test_follows_context);
  g_test_add_func ("/scene/label/stays-in-room", test_stays_in_room);
  g_test_add_func ("/scene/label/cache-is-bounded", test_cache_is_bounded);
  g_test_add_func ("/scene/label/context-is-freed", test_context_is_freed);
  g_test_add_func ("/scene/label/metrics", test_metrics);
  return g_test_run ();
}
