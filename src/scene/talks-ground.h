/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksGround: what everything of one scene is placed with while the scene is made.
 *
 * On the ground lengths are reading coordinates: pixels from the side where reading starts. Only
 * talks_ground_mirror() turns an item into the content pixels of a mirrored scale. */

#pragma once

#include "talks-material.h"
#include "talks-scene.h"

G_BEGIN_DECLS

/* The two arrays of doubles are its own, all else is borrowed. */
typedef struct
{
  TalksMaterial        *material;
  TalksDocument        *document;
  const TalksTimeScale *scale;
  TalksLabels          *labels;
  const TalksMetrics   *metrics;
  const char           *language;
  TalksSpan             extent;
  double                width;
  gboolean              mirrored;
  const TalksSpan      *folds;
  guint                 n_folds;
  double               *fold_starts; /* by fold: where its strip begins */
  double               *fold_ends;
} TalksGround;

void   talks_ground_init         (TalksGround       *self,
                                  TalksMaterial     *material,
                                  TalksDocument     *document,
                                  TalksTimeScale    *scale,
                                  TalksLabels       *labels,
                                  const char        *language);
void   talks_ground_clear        (TalksGround       *self);

double talks_ground_to_reading   (const TalksGround *self,
                                  double             x);
double talks_ground_day          (const TalksGround *self,
                                  double             day);

/* The unfolded stretch that holds day, a day within the extent. Returns the fold that hides day, then
 * the stretch is from the fold before it to the one after; or −1. */
int    talks_ground_find_stretch (const TalksGround *self,
                                  double             day,
                                  double            *start,
                                  double            *end);

/* Turns an item that was made in reading coordinates. */
void   talks_ground_mirror       (const TalksGround *self,
                                  TalksItem         *item);

G_END_DECLS
