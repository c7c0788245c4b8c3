/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The overview: the whole extent in a strip, with its density and the part that is seen. */

#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "talks-document.h"
#include "talks-painter.h"

G_BEGIN_DECLS

typedef struct _TalksOverview TalksOverview;

/* Counts the events of document in about fortnightly bins over extent, once. */
TalksOverview *talks_overview_new       (TalksDocument       *document,
                                         TalksSpan            extent);
void           talks_overview_free      (TalksOverview       *self);

/* Linear, unfolded: the overview is where the true lengths are seen. */
double         talks_overview_day_to_x  (const TalksOverview *self,
                                         double               day,
                                         double               width);
double         talks_overview_x_to_day  (const TalksOverview *self,
                                         double               x,
                                         double               width);

/* Frame, years, density bars; without the windows, so that it can be kept. */
void           talks_overview_draw      (const TalksOverview *self,
                                         cairo_t             *cr,
                                         const TalksPaint    *paint,
                                         double               width,
                                         double               height);

/* The parts that are seen (windows: n_windows pairs of days from, to; several when folds lie
 * between), grips at the two outer ends, and the as-of day. An as_of outside the extent, or NAN,
 * is not drawn. */
void           talks_overview_draw_windows (const TalksOverview *self,
                                            cairo_t             *cr,
                                            const TalksPaint    *paint,
                                            double               width,
                                            double               height,
                                            const double        *windows,
                                            size_t               n_windows,
                                            double               as_of);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksOverview, talks_overview_free)

G_END_DECLS
