/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksViewport: which part of the time scale a window shows.
 *
 * A plain value without GObject: extent, zoom, folds, the width of the drawing area and the
 * content position of its left edge. All arithmetic of panning and zooming is here, so that
 * the drawn widget only follows. Invariants after each call:
 * 1. zoom lies between talks_viewport_get_min_zoom() and TALKS_VIEWPORT_MAX_ZOOM.
 * 2. x lies between 0 and max (0, content width − width).
 * 3. scale belongs to the viewport and is replaced, never changed, so that a pointer to it tells
 *    whether a picture is still right. */

#pragma once

#include "talks-time-scale.h"

G_BEGIN_DECLS

#define TALKS_VIEWPORT_MAX_ZOOM 480.0 /* pixels a day: three quarters of an hour a finger */

typedef struct
{
  TalksSpan       extent; /* with some days of margin; never empty */
  TalksTimeScale *scale;
  GArray         *folds;  /* of TalksSpan: those that are folded now */
  double          zoom;   /* pixels per day */
  double          x;      /* content pixel at the left edge */
  double          width;  /* pixels; 0 until the widget has one */
  gboolean        mirrored;
} TalksViewport;

void     talks_viewport_init          (TalksViewport   *self,
                                       TalksSpan        extent);
void     talks_viewport_clear         (TalksViewport   *self);

/* The zoom at which everything fits, folds folded. */
double   talks_viewport_get_min_zoom  (const TalksViewport *self);

/* Whether everything is shown: at the least zoom, but for rounding. */
gboolean talks_viewport_is_whole      (const TalksViewport *self);

/* Each returns TRUE when something changed. */
gboolean talks_viewport_set_width     (TalksViewport   *self,
                                       double           width);
gboolean talks_viewport_set_mirrored  (TalksViewport   *self,
                                       gboolean         mirrored);
gboolean talks_viewport_set_x         (TalksViewport   *self,
                                       double           x);
/* Keeps day at the same distance from the left edge. */
gboolean talks_viewport_zoom_at       (TalksViewport   *self,
                                       double           zoom,
                                       double           day);
/* Folds exactly these spans (sorted, apart from each other), keeping day where it is; what showed
 * everything and has folds shows everything. */
gboolean talks_viewport_set_folds     (TalksViewport   *self,
                                       const TalksSpan *folds,
                                       size_t           n_folds,
                                       double           day);
/* Makes from … to fill the width, as far as the zoom allows; folds inside stay folded. */
gboolean talks_viewport_show          (TalksViewport   *self,
                                       double           from,
                                       double           to);
gboolean talks_viewport_fit           (TalksViewport   *self);
/* Pans as little as possible so that from … to is seen, with margin pixels on both sides or as many
 * as there is room for. When it does not fit at all, its start is seen. */
gboolean talks_viewport_reveal        (TalksViewport   *self,
                                       double           from,
                                       double           to,
                                       double           margin);

/* The days at the left and right edge (swapped when mirrored: first is always the earlier). */
void     talks_viewport_get_visible   (const TalksViewport *self,
                                       double          *from,
                                       double          *to);

G_END_DECLS
