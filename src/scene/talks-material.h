/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksMaterial: what the scenes of one document have in common, whatever their zoom.
 *
 * Made once for a state of the document, a language and a font, and shared by the scenes: looking
 * up lanes, parties and words and measuring these takes several times as long as all that depends
 * on the zoom. Immutable, reference-counted; holds the document, and its events by borrowed
 * pointers as they were when it was made. */

#pragma once

#include "talks-document.h"
#include "talks-label.h"
#include "talks-metrics.h"

G_BEGIN_DECLS

/* What is to be known of an event. Widths are pixels. */
typedef struct
{
  TalksEvent *event;
  TalksParty *party;        /* whose colour it has; may be NULL */
  char       *second;       /* second line of a card; may be NULL; owned by the material */
  TalksSpan   span;         /* the days of its date; may be open */
  double      label_width;  /* of a card in bold, else plain */
  double      bar_width;    /* in bold, as beside a bar; intervals only */
  double      second_width; /* cards only */
  guint       rank;         /* index of this piece: events are by time */
  guint       lane;
  guint       weight;       /* how many are known to have attended */
  gboolean    is_card;
  gboolean    is_interval;
  gboolean    is_disputed;
  gboolean    has_unknown_start;
  gboolean    has_unknown_end;
} TalksPiece;

typedef struct _TalksMaterial TalksMaterial;

/* A reference to previous if nothing it was made from is different now, else new material. previous
 * may be NULL. labels are used while it is made, and not kept. */
TalksMaterial      *talks_material_get         (TalksMaterial     *previous,
                                                TalksDocument     *document,
                                                TalksLabels       *labels,
                                                const char        *language);
void                talks_material_unref       (TalksMaterial     *self);

/* All events, by time. */
const TalksPiece   *talks_material_get_pieces  (TalksMaterial     *self,
                                                guint             *n_pieces);
/* At least one: without lanes in the document there is one without a name. */
guint               talks_material_get_n_lanes (TalksMaterial     *self);
/* How many of the pieces are in a lane. */
guint               talks_material_count_lane  (TalksMaterial     *self,
                                                guint              lane);
const TalksMetrics *talks_material_get_metrics (TalksMaterial     *self);

/* Events and positions have ranks from 0 on, below n_ranks; −1: neither, or not in the document. */
guint               talks_material_get_n_ranks (TalksMaterial     *self);
int                 talks_material_find_rank   (TalksMaterial     *self,
                                                const TalksRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksMaterial, talks_material_unref)

G_END_DECLS
