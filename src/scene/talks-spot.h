/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Spots: from an event to the slot it asks for, and from the pack it got to an item. All lengths but
 * those of items are reading coordinates. */

#pragma once

#include "talks-ground.h"
#include "talks-rows.h"

G_BEGIN_DECLS

typedef struct
{
  const TalksPiece *piece;
  TalksItemKind     kind;
  TalksSpan         span;         /* days, within the extent */
  double            start;        /* of the days it covers, if it is an interval or longer than one */
  double            end;
  double            mark;         /* where it stands: start of an interval, middle of anything else */
  double            inside_start; /* bars: where a label inside begins, from the start */
  double            inside_room;  /* and how wide it may be */
  double            label_offset; /* soft ranges: from the mark to the label; else 0 */
  TalksSlot         slot;
} TalksSpot;

/* FALSE when the event is hidden in a fold, *fold is its index then, or lies outside the extent and
 * *fold is −1. */
gboolean talks_spot_init    (TalksSpot         *self,
                             const TalksGround *ground,
                             const TalksPiece  *piece,
                             int               *fold);

/* Fills item from a pack of one slot. y is the top of its row, height that of the row. */
void     talks_spot_to_item (const TalksSpot   *self,
                             const TalksGround *ground,
                             const TalksPack   *pack,
                             double             y,
                             double             height,
                             TalksItem         *item);

/* The indices of spots by where their slots start; equals keep their order. As long as n_spots. Free
 * with g_free(). */
guint   *talks_spots_order  (const TalksSpot   *spots,
                             guint              n_spots);

G_END_DECLS
