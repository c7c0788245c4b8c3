/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-drawing.h"

#include <math.h>

#include "bench-report.h"

#define WIDTH 1920
#define HEIGHT 1080
#define SCENE_REPEATS 5
#define N_PANS 40
#define N_ZOOMS 20
#define N_ROUNDS 3
#define PAN_DAYS 730.0
#define PAN_SHARE 0.1

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans 10");

  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

void
bench_window_init (BenchWindow   *self,
                   TalksDocument *document)
{
  *self = (BenchWindow) {
    .session = talks_session_new (),
    .context = make_context (),
    .surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT),
    .header_width = TALKS_LANE_HEADER_WIDTH,
  };
  talks_session_set_width (self->session, WIDTH - self->header_width);
  talks_session_set_document (self->session, document);
}

void
bench_window_clear (BenchWindow *self)
{
  g_clear_pointer (&self->scene, talks_scene_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_object (&self->context);
  g_clear_object (&self->session);
}

void
bench_window_build (BenchWindow *self)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  g_autoptr (TalksScene) previous = g_steal_pointer (&self->scene);

  self->scene = talks_scene_new_after (previous, talks_session_get_document (self->session),
                                       viewport->scale, self->context,
                                       talks_session_get_language (self->session),
                                       talks_session_get_topic (self->session));
}

void
bench_window_draw (BenchWindow *self)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double ruler_height = talks_painter_get_ruler_height (self->context);
  /* Whole pixels, as a window has them. */
  double x = round (viewport->x);
  double to = x + viewport->width;
  TalksPaint paint = {
    .palette = talks_palette_get (TALKS_THEME_LIGHT),
    .context = self->context,
    .height = HEIGHT - ruler_height,
  };
  cairo_t *cr = cairo_create (self->surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);

  cairo_save (cr);
  cairo_translate (cr, 0, ruler_height);
  talks_painter_draw_lane_headers (cr, self->scene, &paint, self->header_width);
  cairo_restore (cr);

  cairo_rectangle (cr, self->header_width, 0, viewport->width, HEIGHT);
  cairo_clip (cr);
  cairo_translate (cr, self->header_width - x, 0);
  talks_painter_draw_ruler (cr, self->scene, &paint, x, to);
  cairo_translate (cr, 0, ruler_height);
  talks_painter_draw_canvas (cr, self->scene, &paint, x, to);
  talks_painter_draw_sticky_labels (cr, self->scene, &paint, x, to);
  talks_painter_draw_playhead (cr, &paint, "16 May 2025",
                               talks_time_scale_day_to_x (
                                 viewport->scale, (double) talks_session_get_as_of (self->session)),
                               0, HEIGHT, x, to);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
}

/* ---- measuring ---- */

/* A day with much around it. */
static double
get_busy_day (BenchWindow *self)
{
  GPtrArray *events = talks_document_get_events_by_time (talks_session_get_document (self->session));
  const TalksEvent *event = events->pdata[events->len / 2];

  return (double) talks_date_get_sort_day (event->date);
}

/* anew: with nothing known from the scene before, as after a change of the document. */
static void
measure_scene (BenchWindow *self,
               const char  *name,
               gboolean     anew)
{
  BenchSeries series;

  bench_series_init (&series);
  for (int i = 0; i < SCENE_REPEATS; i++)
    {
      if (anew)
        g_clear_pointer (&self->scene, talks_scene_unref);
      bench_series_begin (&series);
      bench_window_build (self);
      bench_series_end (&series);
    }
  bench_write_series (name, &series, FALSE);
}

static void
measure_scenes (BenchWindow *self)
{
  static const struct
  {
    const char *name;
    double      days;
  } zooms[] = {
    { "scene, ten years wide", 3652 },
    { "scene, one year wide", 365 },
    { "scene, one month wide", 30 },
    { "scene, one week wide", 7 },
  };
  double day = get_busy_day (self);

  talks_session_fit (self->session);
  measure_scene (self, "scene made anew, everything", TRUE);
  measure_scene (self, "scene, everything", FALSE);
  for (size_t i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      talks_session_show (self->session, day - zooms[i].days / 2, day + zooms[i].days / 2);
      measure_scene (self, zooms[i].name, FALSE);
    }
}

/* Forgets the texts laid out so far, which belong to the context. */
static void
forget_labels (BenchWindow *self)
{
  g_object_unref (self->context);
  self->context = make_context ();
}

/* Draws the view after each of several pans by a tenth of the width, turning at the ends. What comes
 * into view was not drawn before. */
static void
measure_pans (BenchWindow *self,
              const char  *name,
              double       days)
{
  double day = get_busy_day (self);
  BenchSeries series;

  bench_series_init (&series);
  for (int round = 0; round < N_ROUNDS; round++)
    {
      const TalksViewport *viewport = talks_session_get_viewport (self->session);
      double step = viewport->width * PAN_SHARE;

      forget_labels (self);
      talks_session_show (self->session, day - days / 2, day + days / 2);
      bench_window_build (self);
      bench_window_draw (self);
      for (guint i = 0; i < N_PANS; i++)
        {
          double x = viewport->x;

          bench_series_begin (&series);
          talks_session_scroll_to (self->session, x + step);
          bench_window_draw (self);
          bench_series_end_at (&series, i);
          if (fabs (viewport->x - x) < fabs (step) / 2)
            step = -step;
        }
    }
  bench_write_series (name, &series, TRUE);
}

/* From everything to one week around a busy day. */
static void
measure_zooms (BenchWindow *self)
{
  double day = get_busy_day (self);
  BenchSeries series;

  bench_series_init (&series);
  for (int round = 0; round < N_ROUNDS; round++)
    {
      const TalksViewport *viewport = talks_session_get_viewport (self->session);
      double first;
      double last;

      forget_labels (self);
      talks_session_fit (self->session);
      bench_window_build (self);
      bench_window_draw (self);
      first = viewport->zoom;
      last = viewport->width / 7;
      for (guint i = 0; i < N_ZOOMS; i++)
        {
          bench_series_begin (&series);
          talks_session_zoom_at (self->session, first * pow (last / first, (i + 1.0) / N_ZOOMS), day);
          bench_window_build (self);
          bench_window_draw (self);
          bench_series_end_at (&series, i);
        }
    }
  bench_write_series ("zoom step (scene and view)", &series, TRUE);
}

void
bench_window_measure (BenchWindow *self)
{
  measure_scenes (self);
  measure_pans (self, "pan step, two years wide", PAN_DAYS);
  measure_pans (self, "pan step, twenty years wide", 10 * PAN_DAYS);
  measure_zooms (self);
}
