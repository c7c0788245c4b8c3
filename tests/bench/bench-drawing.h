/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window of 1920 × 1080 pixels without a window: what a session looks at, drawn to an image. */

#pragma once

#include <cairo.h>

#include "talks-painter.h"
#include "talks-session.h"

G_BEGIN_DECLS

typedef struct
{
  TalksSession    *session;
  PangoContext    *context;
  cairo_surface_t *surface;
  TalksScene      *scene; /* of the session's present scale */
  double           header_width;
} BenchWindow;

void bench_window_init         (BenchWindow   *self,
                                TalksDocument *document);
void bench_window_clear        (BenchWindow   *self);

/* Makes the scene of what the session looks at, after the one there is, as a window does. */
void bench_window_build        (BenchWindow   *self);
/* Draws it: ruler, lane names, canvas and playhead. */
void bench_window_draw         (BenchWindow   *self);

/* Measures scenes at several zooms, panning and zooming, and writes the figures. */
void bench_window_measure      (BenchWindow   *self);

G_END_DECLS
