/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The painter: draws parts of a scene on a cairo_t. No state, no look-ups in the document, no
 * knowledge of widgets: window, PNG, SVG, PDF, print, stage and tests share it.
 *
 * All functions draw in content coordinates (see talks-scene.h); callers translate and clip. They
 * look only at what lies between from and to. */

#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "talks-palette.h"
#include "talks-scene.h"

G_BEGIN_DECLS

/* How to draw; borrowed for the time of a call. */
typedef struct
{
  const TalksPalette *palette;
  PangoContext       *context; /* font; as the scene was made with */
  /* FALSE dims a record; NULL: nothing is dimmed. */
  gboolean          (*is_lit) (const TalksRecord *record,
                               gpointer           data);
  gpointer            lit_data;
  double              height;   /* what is seen of the canvas from top to bottom: grid and folds reach
                                 * down at least so far. 0: as far as lanes and ribbons */
  gboolean            on_paper; /* nothing can be clicked: no words that invite to */
} TalksPaint;

/* With the usual font. Larger letters need more: ask the functions below. */
#define TALKS_RULER_HEIGHT 44.0
#define TALKS_LANE_HEADER_WIDTH 104.0

double talks_painter_get_ruler_height (PangoContext *context);
double talks_painter_get_header_width (TalksScene   *scene,
                                       PangoContext *context);
/* What the flag of the playhead takes above its line. */
double talks_painter_get_flag_height  (PangoContext *context);

/* Lanes, grid, items, ribbons and folds. What is drawn depends on the content alone: pictures of
 * neighbouring stretches join without a seam when from and to are whole pixels. */
void talks_painter_draw_canvas (cairo_t          *cr,
                                TalksScene       *scene,
                                const TalksPaint *paint,
                                double            from,
                                double            to);

/* Ticks and their labels, and the folds between them, from y = 0 down to the height of the ruler. The
 * unit that began before from is named at from: draw it for all that is seen at once. */
void talks_painter_draw_ruler  (cairo_t          *cr,
                                TalksScene       *scene,
                                const TalksPaint *paint,
                                double            from,
                                double            to);

/* The column of lane names and counts, of the topic and of the parties that stated positions, at
 * x = 0 … width; y as the canvas. */
void talks_painter_draw_lane_headers (cairo_t          *cr,
                                      TalksScene       *scene,
                                      const TalksPaint *paint,
                                      double            width);

typedef enum
{
  TALKS_OUTLINE_HOVER,
  TALKS_OUTLINE_SELECTED,
  TALKS_OUTLINE_FOCUSED,
} TalksOutline;

/* A frame around an item, for the overlay. */
void talks_painter_draw_outline (cairo_t          *cr,
                                 const TalksItem  *item,
                                 const TalksPaint *paint,
                                 TalksOutline      outline);

/* The label of a bar or ribbon whose start lies left of from, drawn where it is still seen. */
void talks_painter_draw_sticky_labels (cairo_t          *cr,
                                       TalksScene       *scene,
                                       const TalksPaint *paint,
                                       double            from,
                                       double            to);

/* The playhead: a line from y = top to bottom at x, and above top a flag with the date, kept between
 * from and to. */
void talks_painter_draw_playhead (cairo_t          *cr,
                                  const TalksPaint *paint,
                                  const char       *date,
                                  double            x,
                                  double            top,
                                  double            bottom,
                                  double            from,
                                  double            to);

G_END_DECLS
