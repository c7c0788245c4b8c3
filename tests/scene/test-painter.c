/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scene-fixture.h"
#include "talks-painter.h"
#include "talks-mark.h"

static PangoContext *context;

typedef struct
{
  TalksDocument  *document;
  TalksTimeScale *scale;
  TalksScene     *scene;
} Fixture;

static void
fixture_init (Fixture       *self,
              TalksDocument *document,
              double         zoom,
              gboolean       mirrored)
{
  self->document = document;
  self->scale = fixture_scale_new (zoom, mirrored);
  self->scene = talks_scene_new (document, self->scale, context, "en", "truce");
}

static void
fixture_clear (Fixture *self)
{
  talks_scene_unref (self->scene);
  talks_time_scale_unref (self->scale);
  g_object_unref (self->document);
}

static TalksPaint
make_paint (TalksTheme theme)
{
  return (TalksPaint) { .palette = talks_palette_get (theme), .context = context };
}

static cairo_surface_t *
new_surface (double width,
             double height,
             int    scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width * scale,
                                                         (int) height * scale);

  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

typedef void (*DrawFunc) (cairo_t          *cr,
                          TalksScene       *scene,
                          const TalksPaint *paint,
                          double            from,
                          double            to);

/* Draws from … to with from at the left edge of the surface, in pieces of so many pixels. */
static cairo_surface_t *
draw (TalksScene       *scene,
      const TalksPaint *paint,
      DrawFunc          func,
      double            from,
      double            to,
      double            piece,
      int               device_scale)
{
  cairo_surface_t *surface = new_surface (to - from, talks_scene_get_height (scene), device_scale);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, -from, 0);
  for (double x = from; x < to; x += piece)
    {
      cairo_save (cr);
      cairo_rectangle (cr, x, 0, MIN (piece, to - x), talks_scene_get_height (scene));
      cairo_clip (cr);
      func (cr, scene, paint, x, MIN (x + piece, to));
      cairo_restore (cr);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Pixels that differ by more than what rounding does at the edge of a curve. */
static guint
count_differences (cairo_surface_t *a,
                   cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  int stride = cairo_image_surface_get_stride (a);
  const unsigned char *one = cairo_image_surface_get_data (a);
  const unsigned char *two = cairo_image_surface_get_data (b);
  guint n = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      for (int channel = 0; channel < 3; channel++)
        if (abs (one[y * stride + 4 * x + channel] - two[y * stride + 4 * x + channel]) > 12)
          {
            n++;
            break;
          }
  return n;
}

/* Strips join without a seam: in pieces it is the same picture as at once. */
static void
test_strips (void)
{
  static const double zooms[] = { 0.4, 3, 11, 60 };

  for (size_t i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (int mirrored = 0; mirrored < 2; mirrored++)
      {
        TalksPaint paint = make_paint ((TalksTheme) (i % TALKS_N_THEMES));
        Fixture fixture;
        double width;

        fixture_init (&fixture, fixture_document_new (), zooms[i], mirrored);
        width = MIN (2400, ceil (talks_scene_get_width (fixture.scene)));
        for (int scale = 1; scale < 3; scale++)
          {
            cairo_surface_t *whole = draw (fixture.scene, &paint, talks_painter_draw_canvas, 0, width,
                                           width, scale);
            cairo_surface_t *pieces = draw (fixture.scene, &paint, talks_painter_draw_canvas, 0, width,
                                            97, scale);

            g_assert_cmpuint (count_differences (whole, pieces), ==, 0);
            cairo_surface_destroy (whole);
            cairo_surface_destroy (pieces);
          }
        fixture_clear (&fixture);
      }
}

/* Far from the origin nothing is blurred or lost: moved by a whole number of pixels, it is the same
 * picture. A century earlier lies an event, so that everything else stands millions of pixels away. */
static void
test_far_away (void)
{
  TalksPaint paint = make_paint (TALKS_THEME_LIGHT);
  TalksDocument *document = fixture_document_new ();
  TalksSpan near = { talks_test_day ("2022-03-01"), talks_test_day ("2022-05-01") };
  TalksSpan far = { talks_test_day ("1022-03-01"), talks_test_day ("2022-05-01") };
  g_autoptr (TalksTimeScale) near_scale = talks_time_scale_new (near, 32, NULL, 0, FALSE);
  g_autoptr (TalksTimeScale) far_scale = talks_time_scale_new (far, 32, NULL, 0, FALSE);
  g_autoptr (TalksScene) here = talks_scene_new (document, near_scale, context, "en", NULL);
  g_autoptr (TalksScene) there = talks_scene_new (document, far_scale, context, "en", NULL);
  double shift = talks_time_scale_day_to_x (far_scale, (double) near.start);
  cairo_surface_t *a = draw (here, &paint, talks_painter_draw_canvas, 100, 1100, 1000, 1);
  cairo_surface_t *b = draw (there, &paint, talks_painter_draw_canvas, shift + 100, shift + 1100, 1000, 1);

  g_assert_cmpfloat (shift, >, 1e7);
  g_assert_cmpfloat (talks_scene_get_height (here), ==, talks_scene_get_height (there));
  g_assert_cmpuint (count_differences (a, b), ==, 0);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  g_object_unref (document);
}

static guint32
pixel (cairo_surface_t *surface,
       double           x,
       double           y)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  guint32 value;

  memcpy (&value, data + (int) y * cairo_image_surface_get_stride (surface) + 4 * (int) x, sizeof value);
  return value & 0xffffff;
}

static guint32
to_pixel (TalksColor color)
{
  return (guint32) lround (color.red * 255) << 16 | (guint32) lround (color.green * 255) << 8
         | (guint32) lround (color.blue * 255);
}

/* Marks stand on their day in the colour of their party; what is not lit is pale. */
static void
test_marks_and_light (void)
{
  TalksPaint paint = make_paint (TALKS_THEME_LIGHT);
  Fixture fixture;
  const TalksItem *said;
  cairo_surface_t *surface;
  guint32 color;

  fixture_init (&fixture, fixture_document_new (), 14, FALSE);
  said = talks_scene_find (fixture.scene, talks_document_lookup (fixture.document, "said"));
  color = to_pixel (talks_palette_party (paint.palette, said->party->color));

  surface = draw (fixture.scene, &paint, talks_painter_draw_canvas, 0, 1200, 1200, 1);
  g_assert_cmphex (pixel (surface, said->mark_x, said->bounds.y + said->bounds.height / 2), ==, color);
  cairo_surface_destroy (surface);
  fixture_clear (&fixture);
}

static gboolean
nothing (const TalksRecord *record,
         gpointer           data)
{
  (*(guint *) data)++;
  return FALSE;
}

static void
test_dimmed (void)
{
  guint n_asked = 0;
  TalksPaint paint = make_paint (TALKS_THEME_LIGHT);
  Fixture fixture;
  const TalksItem *said;
  cairo_surface_t *surface;
  guint32 value;

  paint.is_lit = nothing;
  paint.lit_data = &n_asked;
  fixture_init (&fixture, fixture_document_new (), 14, FALSE);
  said = talks_scene_find (fixture.scene, talks_document_lookup (fixture.document, "said"));
  surface = draw (fixture.scene, &paint, talks_painter_draw_canvas, 0, 1200, 1200, 1);
  value = pixel (surface, said->mark_x, said->bounds.y + said->bounds.height / 2);

  /* A quarter of the colour on three quarters of the ground. */
  g_assert_cmpuint (n_asked, >, 10);
  g_assert_cmpuint (value & 0xff, >, 0x90);
  g_assert_cmpuint (value >> 16, >, 0x90);
  cairo_surface_destroy (surface);
  fixture_clear (&fixture);
}

/* All themes and both directions, everything there is to draw: nothing fails, and it is quiet. */
static void
test_everything (void)
{
  for (int theme = 0; theme < TALKS_N_THEMES; theme++)
    for (int mirrored = 0; mirrored < 2; mirrored++)
      {
        TalksPaint paint = make_paint ((TalksTheme) theme);
        Fixture fixture;
        const TalksItem *last;
        cairo_surface_t *surface;
        cairo_t *cr;

        fixture_init (&fixture, fixture_document_new (), 9, mirrored);
        surface = new_surface (900, 600, 1 + theme % 2);
        cr = cairo_create (surface);
        paint.on_paper = mirrored;
        paint.height = 600;
        cairo_translate (cr, -300, 0);
        talks_painter_draw_ruler (cr, fixture.scene, &paint, 300, 1200);
        cairo_translate (cr, 0, talks_painter_get_ruler_height (context));
        talks_painter_draw_canvas (cr, fixture.scene, &paint, 300, 1200);
        talks_painter_draw_sticky_labels (cr, fixture.scene, &paint, 300, 1200);
        talks_painter_draw_lane_headers (cr, fixture.scene, &paint,
                                         talks_painter_get_header_width (fixture.scene, context));
        last = talks_scene_find (fixture.scene, talks_document_lookup (fixture.document, "last"));
        for (int outline = TALKS_OUTLINE_HOVER; outline <= TALKS_OUTLINE_FOCUSED; outline++)
          talks_painter_draw_outline (cr, last, &paint, (TalksOutline) outline);
        talks_painter_draw_playhead (cr, &paint, "16 May 2025", 310, 20, 500, 300, 1200);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
        fixture_clear (&fixture);
      }
}

/* Grid and folds go on below the last lane as far as the window needs. */
static void
test_height (void)
{
  TalksPaint paint = make_paint (TALKS_THEME_LIGHT);
  Fixture fixture;
  const TalksItem *fold;
  cairo_surface_t *surface;
  cairo_t *cr;
  double below;

  fixture_init (&fixture, fixture_document_new (), 4, FALSE);
  fold = talks_scene_find (fixture.scene, talks_document_lookup (fixture.document, "hidden-a"));
  below = talks_scene_get_height (fixture.scene) + 100;
  paint.height = below + 100;
  surface = new_surface (900, below + 100, 1);
  cr = cairo_create (surface);
  talks_painter_draw_canvas (cr, fixture.scene, &paint, 0, 900);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel (surface, fold->bounds.x + 10, below), ==, to_pixel (paint.palette->fold));
  g_assert_cmphex (pixel (surface, fold->bounds.x - 30, below), ==, to_pixel (paint.palette->surface));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  fixture_clear (&fixture);
}

/* Whether the arrow after the topic's name stands there, start pixels from the edge where one begins to read. */
static gboolean
has_arrow (Fixture  *self,
           double    width,
           double    start,
           gboolean  mirrored)
{
  TalksPaint paint = make_paint (TALKS_THEME_LIGHT);
  TalksLabels *labels = talks_labels_get (context);
  TalksMetrics metrics = talks_metrics_get (labels);
  double arrow = talks_labels_measure (labels, "▾", TALKS_LABEL_SMALL);
  double left = mirrored ? width - start - arrow : start;
  double y = talks_scene_get_ribbons (self->scene).y + metrics.lane_pad + metrics.bold_line + metrics.small_line / 2;
  cairo_surface_t *drawn = new_surface (width, talks_scene_get_height (self->scene), 1);
  cairo_surface_t *expected = new_surface (width, talks_scene_get_height (self->scene), 1);
  cairo_t *cr = cairo_create (drawn);
  gboolean found = TRUE;
  guint n_dark = 0;

  talks_painter_draw_lane_headers (cr, self->scene, &paint, width);
  cairo_destroy (cr);
  cr = cairo_create (expected);
  cairo_set_source_rgb (cr, paint.palette->surface.red, paint.palette->surface.green, paint.palette->surface.blue);
  cairo_paint (cr);
  talks_labels_draw (labels, cr, "▾", TALKS_LABEL_SMALL, paint.palette->dim_text, left, y, arrow, TALKS_ALIGN_LEFT);
  cairo_destroy (cr);
  for (double x = left + 1; x < left + arrow - 1; x++)
    for (double row = y - metrics.small_line / 2; row < y + metrics.small_line / 2; row++)
      {
        found = found && pixel (drawn, x, row) == pixel (expected, x, row);
        n_dark += pixel (expected, x, row) != to_pixel (paint.palette->surface);
      }
  g_assert_cmpuint (n_dark, >, 5);
  cairo_surface_destroy (expected);
  cairo_surface_destroy (drawn);
  return found;
}

/* That another topic can be chosen is seen also where its name is too long. */
static void
test_topic_arrow (void)
{
  static const struct
  {
    const char *name;
    gboolean    is_cut;
  } topics[] = { { "Truce", FALSE }, { "Guarantees, borders and everything else that was ever spoken of", TRUE } };
  TalksLabels *labels = talks_labels_get (context);
  TalksMetrics metrics = talks_metrics_get (labels);
  double arrow = talks_labels_measure (labels, "▾", TALKS_LABEL_SMALL);

  for (size_t i = 0; i < G_N_ELEMENTS (topics); i++)
    for (int mirrored = 0; mirrored < 2; mirrored++)
      {
        TalksDocument *document = fixture_document_new ();
        TalksTopic *topic = talks_document_lookup_kind (document, TALKS_RECORD_TOPIC, "truce");
        Fixture fixture;
        double width;

        /* Before anybody has read it. */
        talks_text_unref (topic->name);
        topic->name = talks_text_new_plain (topics[i].name);
        fixture_init (&fixture, document, 4, mirrored);
        width = talks_painter_get_header_width (fixture.scene, context);
        g_assert_true (has_arrow (&fixture, width,
                                  topics[i].is_cut ? width - 4 - arrow
                                                   : metrics.header_pad + 3
                                                       + talks_labels_measure (labels, topics[i].name, TALKS_LABEL_SMALL),
                                  mirrored));
        fixture_clear (&fixture);
      }
}

/* A ribbon that began before the view is named in it. */
static void
test_sticky (void)
{
  TalksPaint paint = make_paint (TALKS_THEME_LIGHT);
  Fixture fixture;
  const TalksItem *item;
  cairo_surface_t *without;
  cairo_surface_t *with;
  cairo_t *cr;
  double from;

  fixture_init (&fixture, fixture_document_new (), 30, FALSE);
  item = talks_scene_find (fixture.scene, talks_document_lookup (fixture.document, "south-1"));
  from = floor (item->mark_x) + 300;
  without = draw (fixture.scene, &paint, talks_painter_draw_canvas, from, from + 400, 400, 1);
  with = draw (fixture.scene, &paint, talks_painter_draw_canvas, from, from + 400, 400, 1);
  cr = cairo_create (with);
  cairo_translate (cr, -from, 0);
  talks_painter_draw_sticky_labels (cr, fixture.scene, &paint, from, from + 400);
  cairo_destroy (cr);
  cairo_surface_flush (with);
  g_assert_cmpuint (count_differences (with, without), >, 20);
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
  fixture_clear (&fixture);
}

/* All marks look about equally heavy, and the hollow ones are. */
static void
test_mark_weights (void)
{
  for (int mark = 0; mark < TALKS_N_MARKS; mark++)
    {
      guint ink[2] = { 0, 0 };

      for (int look = TALKS_MARK_FILLED; look <= TALKS_MARK_HOLLOW; look++)
        {
          cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 60, 60);
          cairo_t *cr = cairo_create (surface);
          const unsigned char *data;

          talks_mark_draw (cr, (TalksMark) mark, (TalksMarkLook) look, 30, 30, 32,
                           (TalksColor) { 0, 0, 0, 1 }, (TalksColor) { 0, 0, 0, 0 });
          cairo_surface_flush (surface);
          data = cairo_image_surface_get_data (surface);
          for (int i = 0; i < 60 * cairo_image_surface_get_stride (surface); i++)
            ink[look] += data[i] > 127;
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
        }
      g_assert_cmpuint (ink[0], >, 450);
      g_assert_cmpuint (ink[0], <, 1000);
      g_assert_cmpuint (ink[1], >, 150);
      g_assert_cmpuint (ink[1], <, ink[0]);
    }
}

static void
test_time (void)
{
  TalksPaint paint = make_paint (TALKS_THEME_LIGHT);
  g_autoptr (TalksDocument) document = talks_generate_document (10000, 1);
  TalksSpan extent = talks_document_get_extent (document);

  for (double zoom = 0.1; zoom < 60; zoom *= 8)
    {
      g_autoptr (TalksTimeScale) scale = talks_time_scale_new (extent, zoom, NULL, 0, FALSE);
      g_autoptr (TalksScene) scene = talks_scene_new (document, scale, context, NULL, NULL);
      double from = talks_scene_get_width (scene) / 2;
      gint64 start = 0;

      for (int i = 0; i < 2; i++)
        {
          cairo_surface_t *surface;

          start = g_get_monotonic_time ();
          surface = draw (scene, &paint, talks_painter_draw_canvas, floor (from), floor (from) + 1920,
                          480, 1);
          cairo_surface_destroy (surface);
        }
      g_test_message ("1920 pixels of 10000 events at %g pixels a day: %.1f ms", zoom,
                      (double) (g_get_monotonic_time () - start) / 1000);
    }
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  context = fixture_context_new ();
  g_test_add_func ("/scene/painter/strips", test_strips);
  g_test_add_func ("/scene/painter/far-away", test_far_away);
  g_test_add_func ("/scene/painter/marks", test_marks_and_light);
  g_test_add_func ("/scene/painter/dimmed", test_dimmed);
  g_test_add_func ("/scene/painter/everything", test_everything);
  g_test_add_func ("/scene/painter/height", test_height);
  g_test_add_func ("/scene/painter/sticky", test_sticky);
  g_test_add_func ("/scene/painter/topic-arrow", test_topic_arrow);
  g_test_add_func ("/scene/painter/mark-weights", test_mark_weights);
  g_test_add_func ("/scene/painter/time", test_time);
  result = g_test_run ();
  g_object_unref (context);
  return result;
}
