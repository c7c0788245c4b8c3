/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksPointerTrail: what the presenter points at, and the lines drawn with it, until they have faded.
 *
 * A plain value. Places are parts of the width and height of the picture, 0 … 1; times are those of
 * g_get_monotonic_time(). Moving leaves a short trail; moving with the button held leaves a line that stays for
 * some seconds. It holds a limited number of points: the oldest go first. */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "talks-palette.h"

G_BEGIN_DECLS

#define TALKS_TRAIL_MAX_POINTS 2000

typedef struct
{
  GArray  *points;  /* private */
  gboolean is_here; /* the pointer is on the picture */
  double   x;
  double   y;
} TalksPointerTrail;

void     talks_pointer_trail_init     (TalksPointerTrail  *self);
void     talks_pointer_trail_clear    (TalksPointerTrail  *self);

void     talks_pointer_trail_add      (TalksPointerTrail  *self,
                                       double              x,
                                       double              y,
                                       gboolean            drawing,
                                       gint64              now);

/* The pointer has left the picture. What it drew fades in its time. */
void     talks_pointer_trail_leave    (TalksPointerTrail  *self);

/* Nothing is left, at once. */
void     talks_pointer_trail_wipe     (TalksPointerTrail  *self);

/* Drops what has faded. TRUE while anything is still fading. */
gboolean talks_pointer_trail_fade     (TalksPointerTrail  *self,
                                       gint64              now);

/* On a picture of that size. */
void     talks_pointer_trail_draw     (const TalksPointerTrail *self,
                                       cairo_t                 *cr,
                                       double                   width,
                                       double                   height,
                                       gint64                   now);

G_END_DECLS
