/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksScene: where everything of a document stands at one zoom.
 *
 * Immutable, reference-counted. Made from a document, a time scale and the texts' measures;
 * covers all events of that zoom, never only the visible ones, so that nothing jumps while
 * panning. Coordinates are content pixels: x as of the time scale, y from the top of the first
 * lane. Invariants:
 * 1. Lanes stand below each other without gaps; the ribbons of one topic stand below the lanes.
 * 2. The extents (mark and label together) of two items in one row never overlap and never
 *    leave their lane. A label is shortened, then dropped, then its event merges into a cluster
 *    with a count; a long cluster is drawn as a density profile.
 * 3. The items of a row are sorted by x: what is visible is found by binary search, and the cost
 *    of drawing follows what is seen, not what the document holds.
 * 4. Every event is in exactly one item (as itself or in a cluster), or in a fold.
 * 5. Items refer to records by borrowed pointers: the scene holds the document.
 * What does not depend on the zoom is made once and shared with the scenes made after this one. */

#pragma once

#include <pango/pango.h>

#include "talks-document.h"
#include "talks-metrics.h"
#include "talks-time-scale.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TalksRect;

typedef enum
{
  TALKS_ITEM_CARD,    /* talks: a box with label and a second line */
  TALKS_ITEM_MARK,    /* a mark with its label */
  TALKS_ITEM_BAR,     /* an interval, as long as it lasted */
  TALKS_ITEM_CLUSTER, /* several events; drawn as a pill with a count or as a density profile */
  TALKS_ITEM_RIBBON,  /* a position for as long as it stood */
  TALKS_ITEM_FOLD,    /* a torn strip over the whole height */
} TalksItemKind;

typedef struct
{
  TalksItemKind   kind;
  TalksRect       bounds;      /* mark and label together */
  double          mark_x;      /* middle of the mark, or start of a bar or ribbon */
  double          end_x;       /* end of a bar or ribbon; else mark_x */
  double          label_x;
  double          label_width; /* room for the label; 0: no label */
  int             lane;        /* −1 for ribbons and folds */
  int             row;
  TalksRecord    *record; /* TalksEvent or TalksPosition; NULL for clusters and folds */
  TalksParty     *party;  /* whose colour and mark; may be NULL */
  char           *label;  /* clusters and folds: what they say; else NULL (ask the record) */
  char           *second; /* second line of a card; may be NULL. Folds: what they say on paper,
                           * where nothing can be clicked. Owned by the scene */
  guint           n_events;    /* clusters and folds: how many; ribbons: positions of that day */
  TalksEvent    **events;      /* clusters and folds: which, by time; owned by the scene */
  TalksSpan       span;        /* days covered */
  gboolean        turned;      /* the label stands before the mark, the edge at the card's end */
  gboolean        is_profile;  /* clusters: drawn as a density profile */
  gboolean        is_odd;      /* ribbons: every second one of a row, drawn lighter */
  guint16        *bins;        /* events in each bin of bounds, left to right; NULL: not counted. */
  guint           n_bins;      /* Folds: so many bins for each lane, lane by lane */
} TalksItem;

/* Width of the bins of clusters and folds, pixels. */
#define TALKS_CLUSTER_BIN 4.0
#define TALKS_FOLD_BIN 2.0

typedef struct
{
  double     y;
  double     height;
  TalksLane *lane;
  char      *title;  /* name in the scene's language */
  char      *second; /* "27 events" */
  guint      n_events;
  guint      n_rows;
} TalksSceneLane;

/* One party's row of ribbons. */
typedef struct
{
  double      y;
  double      height;
  TalksParty *party;
  char       *title; /* its short name in the scene's language */
} TalksSceneRibbon;

typedef struct _TalksScene TalksScene;

#define TALKS_TYPE_SCENE (talks_scene_get_type ())

GType           talks_scene_get_type        (void);

/* context gives font and language; it is used while making the scene and not kept. topic (id) is
 * that of the ribbons; NULL: no ribbons. */
TalksScene     *talks_scene_new             (TalksDocument  *document,
                                             TalksTimeScale *scale,
                                             PangoContext   *context,
                                             const char     *language,
                                             const char     *topic);
/* The same scene, made in a fraction of the time when document, language and font are still those
 * of previous: for another zoom, other folds or another topic. previous is not changed; it may be
 * NULL, and of another document. */
TalksScene     *talks_scene_new_after       (TalksScene     *previous,
                                             TalksDocument  *document,
                                             TalksTimeScale *scale,
                                             PangoContext   *context,
                                             const char     *language,
                                             const char     *topic);
TalksScene     *talks_scene_ref             (TalksScene     *self);
void            talks_scene_unref           (TalksScene     *self);

TalksDocument  *talks_scene_get_document    (TalksScene     *self);
TalksTimeScale *talks_scene_get_scale       (TalksScene     *self);
const char     *talks_scene_get_language    (TalksScene     *self);
double          talks_scene_get_width       (TalksScene     *self);
double          talks_scene_get_height      (TalksScene     *self); /* lanes and ribbons */

const TalksSceneLane *talks_scene_get_lanes (TalksScene     *self,
                                             guint          *n_lanes);
/* The band of the ribbons below the lanes; height 0 when there are none. */
TalksRect       talks_scene_get_ribbons     (TalksScene     *self);
const char     *talks_scene_get_topic       (TalksScene     *self);
/* Its name in the scene's language; NULL without a topic. */
const char     *talks_scene_get_topic_title (TalksScene     *self);
/* The rows within that band, principal sides first; their heading stands above the first. */
const TalksSceneRibbon *talks_scene_get_ribbon_rows (TalksScene     *self,
                                                     guint          *n_rows);
const TalksMetrics *talks_scene_get_metrics (TalksScene     *self);

/* Items that reach into from … to, lane by lane and row by row, folds and ribbons too. */
typedef void (*TalksItemFunc) (const TalksItem *item,
                               gpointer         data);
void            talks_scene_foreach         (TalksScene     *self,
                                             double          from,
                                             double          to,
                                             TalksItemFunc   func,
                                             gpointer        data);

/* What lies at a point; NULL: nothing. A fold wins over what it covers. */
const TalksItem *talks_scene_pick           (TalksScene     *self,
                                             double          x,
                                             double          y);

/* The item that shows a record: its own, the cluster or the fold it is in. NULL: none. */
const TalksItem *talks_scene_find           (TalksScene        *self,
                                             const TalksRecord *record);

/* The scene as text, one line an item, for tests. */
char           *talks_scene_to_string       (TalksScene     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksScene, talks_scene_unref)

G_END_DECLS
