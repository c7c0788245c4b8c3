/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksTimeScale: the one place that turns days into pixels and back.
 *
 * Immutable and reference-counted. Invariants:
 * 1. Content starts at x = 0 with the day extent.start and ends at width with extent.end.
 * 2. Between folds one day is px_per_day wide. A fold hides its days in a strip of
 *    TALKS_FOLD_WIDTH pixels, within which days are squeezed evenly: day_to_x stays strictly
 *    increasing and x_to_day is its inverse.
 * 3. Folds are sorted, do not touch each other and lie inside the extent.
 * 4. A mirrored scale (right-to-left reading) runs from right to left; nothing else knows.
 *
 * Days are doubles here: n.5 is noon of day n. Pixels are doubles, so that a century at day
 * zoom stays exact. */

#pragma once

#include "talks-span.h"

G_BEGIN_DECLS

#define TALKS_FOLD_WIDTH 44.0

typedef struct _TalksTimeScale TalksTimeScale;

#define TALKS_TYPE_TIME_SCALE (talks_time_scale_get_type ())

GType           talks_time_scale_get_type       (void);

/* extent must not be empty nor open-ended; px_per_day > 0. folds (n_folds of them, may be NULL)
 * are clipped to the extent and joined where they touch; those that would then be wider folded than
 * open are left open. */
TalksTimeScale *talks_time_scale_new            (TalksSpan              extent,
                                                 double                 px_per_day,
                                                 const TalksSpan       *folds,
                                                 size_t                 n_folds,
                                                 gboolean               mirrored);
TalksTimeScale *talks_time_scale_ref            (TalksTimeScale        *self);
void            talks_time_scale_unref          (TalksTimeScale        *self);

TalksSpan       talks_time_scale_get_extent     (const TalksTimeScale  *self);
double          talks_time_scale_get_px_per_day (const TalksTimeScale  *self);
double          talks_time_scale_get_width      (const TalksTimeScale  *self);
gboolean        talks_time_scale_is_mirrored    (const TalksTimeScale  *self);

/* The folds that are really folded; owned by the scale. */
const TalksSpan *talks_time_scale_get_folds     (const TalksTimeScale  *self,
                                                 size_t                *n_folds);

/* Days outside the extent continue at px_per_day, so that open ends leave the picture. */
double          talks_time_scale_day_to_x       (const TalksTimeScale  *self,
                                                 double                 day);
double          talks_time_scale_x_to_day       (const TalksTimeScale  *self,
                                                 double                 x);

/* The fold that holds day, or -1. */
int             talks_time_scale_fold_at_day    (const TalksTimeScale  *self,
                                                 double                 day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksTimeScale, talks_time_scale_unref)

G_END_DECLS
