/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Spots: from an event to the slot it asks for, and from the pack it got to an item.
 *
 * All lengths are reading coordinates: pixels from the side where reading starts. Only
 * talks_spot_to_item() turns them into the content pixels of a mirrored scale. */

#pragma once

#include "talks-rows.h"
#include "talks-scene.h"

G_BEGIN_DECLS

/* What everything of a scene is placed with; borrowed. */
typedef struct
{
  TalksDocument        *document;
  const TalksTimeScale *scale;
  TalksLabels          *labels;
  const TalksMetrics   *metrics;
  const char           *language;
} TalksGround;

typedef struct
{
  TalksEvent   *event;
  TalksItemKind kind;
  TalksSpan     span;         /* days, within the extent */
  double        start;        /* of the days it covers */
  double        end;
  double        mark;         /* where it stands: start of an interval, middle of anything else */
  double        inside_start; /* bars: where a label inside begins, from the start */
  double        inside_room;  /* and how wide it may be */
  double        label_offset; /* soft ranges: from the mark to the label; else 0 */
  char         *second;       /* second line of a card */
  TalksSlot     slot;
} TalksSpot;

double   talks_ground_to_reading   (const TalksGround *self,
                                    double             x);
double   talks_ground_day          (const TalksGround *self,
                                    double             day);

/* The unfolded stretch that holds day. */
void     talks_ground_find_stretch (const TalksGround *self,
                                    double             day,
                                    double            *start,
                                    double            *end);

/* Turns an item that was made in reading coordinates. */
void     talks_ground_mirror       (const TalksGround *self,
                                    TalksItem         *item);

/* FALSE when event is hidden in a fold, *fold is its index then, or lies outside the extent and
 * *fold is −1. Otherwise self is to be cleared. */
gboolean talks_spot_init           (TalksSpot         *self,
                                    const TalksGround *ground,
                                    TalksEvent        *event,
                                    int               *fold);
void     talks_spot_clear          (TalksSpot         *self);

/* Fills item from a pack of one slot. y is the top of its row, height that of the row. */
void     talks_spot_to_item        (TalksSpot         *self,
                                    const TalksGround *ground,
                                    const TalksPack   *pack,
                                    double             y,
                                    double             height,
                                    TalksItem         *item);

G_END_DECLS
