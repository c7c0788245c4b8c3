/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reading half of the scene (talks-scene.c) and the making half (talks-scene-build.c,
 * talks-ribbons.c) share. */

#pragma once

#include "talks-ground.h"
#include "talks-scene.h"

G_BEGIN_DECLS

/* Items that stand in one row of a lane, of the ribbons (lane −1), or the folds (lane −2): sorted
 * by x, without overlaps. */
typedef struct
{
  int   lane;
  guint first; /* index of the first item */
  guint n;
} TalksSceneRow;

struct _TalksScene
{
  gatomicrefcount ref_count;
  TalksDocument  *document;
  TalksMaterial  *material;
  TalksTimeScale *scale;
  char           *language;
  char           *topic;
  char           *topic_title;
  TalksRect       ribbons;
  double          height;
  GArray         *lanes;       /* of TalksSceneLane */
  GArray         *ribbon_rows; /* of TalksSceneRibbon */
  GArray         *items;       /* of TalksItem, row by row */
  GArray         *rows;        /* of TalksSceneRow: lanes, ribbons, folds */
  guint          *index;       /* by rank of a record: index of its item + 1, or 0 */
};

/* Fills the scene. */
void   talks_scene_build       (TalksScene        *self,
                                const TalksGround *ground);

/* Closes the row of items that begins with first, and sorts them. */
void   talks_scene_add_row     (TalksScene        *self,
                                int                lane,
                                guint              first);

/* Says which item, when its row is closed, shows the record of that rank. */
void   talks_scene_enter       (TalksScene        *self,
                                guint              rank,
                                guint              item);

/* Adds the ribbons from y on and returns their height. hidden gets, by fold, the positions that lie
 * wholly in it: arrays of TalksPosition, n_folds of them. */
double talks_scene_add_ribbons (TalksScene        *self,
                                const TalksGround *ground,
                                double             y,
                                GPtrArray        **hidden);

G_END_DECLS
