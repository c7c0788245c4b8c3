/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making a scene: events to lanes and folds, lanes to rows, rows to items. */

#include "talks-scene-private.h"

#include <math.h>
#include <stdlib.h>

#include "talks-date-words.h"
#include "talks-gettext.h"
#include "talks-spot.h"

#define MAX_CARD_ROWS 4
#define MAX_MARK_ROWS 4
#define FEW_EVENTS 12
#define MANY_EVENTS 40
#define MAX_ROWS_APART 12
#define DAY_APART 120.0 /* pixels */
/* Between two items of a row. */
#define ITEM_GAP 8.0
/* Clusters at least so wide show how their events are spread. */
#define MIN_PROFILE 60.0

typedef struct
{
  TalksScene        *scene;
  const TalksGround *ground;
  TalksSpot        **spots;   /* by lane, by time */
  guint             *n_spots; /* by lane */
  guint             *counts;  /* by lane: hidden ones too */
  GPtrArray        **hidden;  /* by fold: of const TalksPiece, by time */
  guint              n_lanes;
} Builder;

/* ---- sorting out ---- */

static void
sort_out (Builder *self)
{
  guint n_pieces;
  const TalksPiece *pieces = talks_material_get_pieces (self->ground->material, &n_pieces);

  for (guint i = 0; i < n_pieces; i++)
    {
      guint lane = pieces[i].lane;
      int fold;

      if (talks_spot_init (&self->spots[lane][self->n_spots[lane]], self->ground, &pieces[i], &fold))
        self->n_spots[lane]++;
      else if (fold >= 0)
        g_ptr_array_add (self->hidden[fold], (gpointer) &pieces[i]);
      else
        continue;
      self->counts[lane]++;
    }
}

static gboolean
has_cards (const TalksSpot *spots,
           guint            n_spots)
{
  for (guint i = 0; i < n_spots; i++)
    if (spots[i].kind == TALKS_ITEM_CARD)
      return TRUE;
  return FALSE;
}

/* ---- clusters ---- */

/* members: the spots of the cluster, n of them. */
static void
count_bins (TalksItem         *item,
            const TalksGround *ground,
            const TalksSpot   *spots,
            const guint       *members)
{
  item->n_bins = (guint) MAX (1, ceil (item->bounds.width / TALKS_CLUSTER_BIN));
  item->bins = g_new0 (guint16, item->n_bins);
  for (guint i = 0; i < item->n_events; i++)
    {
      double x = talks_ground_to_reading (ground, spots[members[i]].mark) - item->bounds.x;
      guint bin = (guint) CLAMP (x / TALKS_CLUSTER_BIN, 0, item->n_bins - 1);

      if (item->bins[bin] < G_MAXUINT16)
        item->bins[bin]++;
    }
}

static int
compare_guints (const void *a,
                const void *b)
{
  guint one = *(const guint *) a;
  guint two = *(const guint *) b;

  return (one > two) - (one < two);
}

/* order gives the spots of the pack's slots. */
static void
make_cluster (Builder         *self,
              const TalksSpot *spots,
              const guint     *order,
              const TalksPack *pack,
              TalksItem       *item)
{
  const TalksMetrics *metrics = self->ground->metrics;
  guint n = pack->n_slots;
  g_autofree guint *members = g_new (guint, n);

  /* Slots are by place, spots and so the events of a cluster by time. */
  for (guint i = 0; i < n; i++)
    members[i] = order[pack->slots[i]];
  qsort (members, n, sizeof *members, compare_guints);

  item->kind = TALKS_ITEM_CLUSTER;
  item->is_profile = pack->kind == TALKS_PACK_PROFILE || pack->core_end - pack->core_start >= MIN_PROFILE;
  item->n_events = n;
  item->events = g_new (TalksEvent *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const TalksSpot *spot = &spots[members[i]];

      item->events[i] = spot->piece->event;
      item->span = i == 0 ? spot->span : talks_span_union (item->span, spot->span);
      talks_scene_enter (self->scene, spot->piece->rank, self->scene->items->len);
    }
  item->events[n] = NULL;

  /* Number alone, or in words. */
  if (pack->label > 0 || pack->kind == TALKS_PACK_PROFILE)
    item->label = g_strdup_printf (ngettext ("%u event", "%u events", n), n);
  else
    item->label = g_strdup_printf ("%u", n);
  item->mark_x = pack->core_start;
  item->end_x = pack->core_end;
  item->label_x = item->is_profile && pack->label > 0 ? pack->core_end + metrics->gap : pack->start + 4;
  item->label_width = MAX (0, pack->end - item->label_x - (pack->label > 0 ? 0 : 4));
  talks_ground_mirror (self->ground, item);
  if (item->is_profile)
    count_bins (item, self->ground, spots, members);
}

/* ---- lanes ---- */

/* A lane gets the rows that its share in the story earns, so that all of them and the ribbons are
 * seen at once in a window of usual height. Where a day is wider than a label, zooming in further
 * parts no cluster any more: there events of one day get as many rows as they need. */
static int
get_max_rows (const TalksTimeScale *scale,
              guint                 n_events,
              gboolean              cards)
{
  if (talks_time_scale_get_px_per_day (scale) >= DAY_APART)
    return MAX_ROWS_APART;
  if (cards)
    return MAX_CARD_ROWS;
  if (n_events >= MANY_EVENTS)
    return MAX_MARK_ROWS;
  return n_events >= FEW_EVENTS ? MAX_MARK_ROWS - 1 : MAX_MARK_ROWS - 2;
}

static TalksRowsStyle
get_rows_style (const Builder *self,
                guint          n_events,
                gboolean       cards)
{
  TalksLabels *labels = self->ground->labels;
  double pill = talks_labels_measure (labels, "999", TALKS_LABEL_SMALL) + 12;
  g_autofree char *words = g_strdup_printf (ngettext ("%u event", "%u events", 999), 999u);

  return (TalksRowsStyle) {
    .max_rows = get_max_rows (self->ground->scale, n_events, cards),
    .gap = ITEM_GAP,
    .pill = pill,
    .pill_label = talks_labels_measure (labels, words, TALKS_LABEL_SMALL) + 18 - pill,
    .profile = MIN_PROFILE,
  };
}

/* Where the packs of a lane become items. */
typedef struct
{
  guint            index;
  const TalksSpot *spots;
  const guint     *order; /* by slot: its spot */
  double           y;     /* top of the first row */
  double           row_height;
} Lane;

static void
add_pack (Builder         *self,
          const Lane      *lane,
          const TalksPack *pack)
{
  double top = lane->y + pack->row * lane->row_height;
  TalksItem item = { .lane = (int) lane->index, .row = pack->row };

  if (pack->kind == TALKS_PACK_SINGLE)
    {
      const TalksSpot *spot = &lane->spots[lane->order[pack->slots[0]]];

      talks_spot_to_item (spot, self->ground, pack, top, lane->row_height, &item);
      talks_scene_enter (self->scene, spot->piece->rank, self->scene->items->len);
    }
  else
    {
      double room = pack->n_rows * lane->row_height;
      double height = pack->kind == TALKS_PACK_PROFILE ? room - 8 : self->ground->metrics->bar + 2;

      item.bounds = (TalksRect) {
        .x = pack->start,
        .y = top + floor ((room - height) / 2),
        .width = pack->end - pack->start,
        .height = height,
      };
      make_cluster (self, lane->spots, lane->order, pack, &item);
    }
  g_array_append_val (self->scene->items, item);
}

/* Makes the items of a lane row by row, each from left to right. */
static void
add_packs (Builder         *self,
           const Lane      *lane,
           const TalksRows *rows)
{
  const TalksPack *packs = (const TalksPack *) (void *) rows->packs->data;
  guint n = rows->packs->len;
  guint end;

  for (guint start = 0; start < n; start = end)
    {
      guint first = self->scene->items->len;

      for (end = start + 1; end < n && packs[end].row == packs[start].row;)
        end++;
      for (guint i = start; i < end; i++)
        add_pack (self, lane, &packs[self->ground->mirrored ? start + end - 1 - i : i]);
      talks_scene_add_row (self->scene, (int) lane->index, first);
    }
}

/* Returns the height of the lane. */
static double
add_lane (Builder   *self,
          guint      index,
          TalksLane *record,
          double     y)
{
  const TalksMetrics *metrics = self->ground->metrics;
  const TalksSpot *spots = self->spots[index];
  guint n_spots = self->n_spots[index];
  gboolean cards = has_cards (spots, n_spots);
  TalksRowsStyle style = get_rows_style (self, self->counts[index], cards);
  g_autofree guint *order = talks_spots_order (spots, n_spots);
  g_autofree TalksSlot *slots = g_new (TalksSlot, n_spots + 1);
  g_autoptr (TalksRows) rows = NULL;
  guint n = self->counts[index];
  double content;
  TalksSceneLane entry = { .y = y, .lane = record, .n_events = n };
  Lane lane = { .index = index, .spots = spots, .order = order };

  for (guint i = 0; i < n_spots; i++)
    slots[i] = spots[order[i]].slot;
  rows = talks_rows_new (slots, n_spots, &style);

  lane.row_height = cards ? metrics->card_row : metrics->row;
  content = MAX (1, rows->n_rows) * lane.row_height;
  entry.height = MAX (content + 2 * metrics->lane_pad, metrics->lane_least);
  entry.n_rows = (guint) rows->n_rows;
  entry.title = g_strdup (record != NULL ? talks_text_show (record->name, self->ground->language)
                                         : _("Events"));
  entry.second = g_strdup_printf (ngettext ("%u event", "%u events", n), n);
  lane.y = y + floor ((entry.height - content) / 2);
  add_packs (self, &lane, rows);
  g_array_append_val (self->scene->lanes, entry);
  return entry.height;
}

/* ---- folds ---- */

static void
count_fold_bins (Builder         *self,
                 const GPtrArray *pieces,
                 TalksItem       *item)
{
  guint n_bins = (guint) (TALKS_FOLD_WIDTH / TALKS_FOLD_BIN);

  item->n_bins = n_bins;
  item->bins = g_new0 (guint16, n_bins * self->n_lanes);
  for (guint i = 0; i < item->n_events; i++)
    {
      const TalksPiece *piece = pieces->pdata[i];
      double day = (double) talks_date_get_sort_day (piece->event->date) + 0.5;
      double x = talks_time_scale_day_to_x (self->ground->scale, day) - item->bounds.x;
      guint bin = (guint) CLAMP (x / TALKS_FOLD_BIN, 0, n_bins - 1);
      guint16 *count = &item->bins[piece->lane * n_bins + bin];

      if (*count < G_MAXUINT16)
        (*count)++;
    }
}

static void
add_fold (Builder   *self,
          TalksSpan  span,
          GPtrArray *pieces)
{
  g_autofree char *length = talks_days_length_to_words (talks_span_length (span));
  TalksItem item = {
    .kind = TALKS_ITEM_FOLD,
    .lane = -1,
    .span = span,
    .n_events = pieces->len,
    .events = g_new0 (TalksEvent *, pieces->len + 1),
  };

  for (guint i = 0; i < pieces->len; i++)
    item.events[i] = ((const TalksPiece *) pieces->pdata[i])->event;
  item.mark_x = talks_ground_day (self->ground, (double) span.start);
  item.end_x = talks_ground_day (self->ground, (double) span.end);
  item.bounds = (TalksRect) { item.mark_x, 0, item.end_x - item.mark_x, self->scene->height };
  /* TRANSLATORS: On a strip that hides a quiet period; %1$s is its length: "2 years 9 months". */
  item.label = g_strdup_printf (ngettext ("%1$s folded · %2$u event · click to open",
                                          "%1$s folded · %2$u events · click to open", pieces->len),
                                length, pieces->len);
  /* TRANSLATORS: The same on paper. */
  item.second = g_strdup_printf (ngettext ("%1$s folded · %2$u event", "%1$s folded · %2$u events",
                                           pieces->len),
                                 length, pieces->len);
  talks_ground_mirror (self->ground, &item);
  count_fold_bins (self, pieces, &item);
  g_array_append_val (self->scene->items, item);
}

/* positions: by fold, those that lie wholly in it. */
static void
add_folds (Builder    *self,
           GPtrArray **positions)
{
  TalksScene *scene = self->scene;
  const TalksGround *ground = self->ground;
  guint first = scene->items->len;

  for (guint i = 0; i < ground->n_folds; i++)
    add_fold (self, ground->folds[i], self->hidden[i]);
  talks_scene_add_row (scene, -2, first);

  /* Adding the row sorted the items; on a mirrored scale the last fold comes first. */
  for (guint i = 0; i < ground->n_folds; i++)
    {
      guint item = first + (ground->mirrored ? ground->n_folds - 1 - i : i);

      for (guint k = 0; k < self->hidden[i]->len; k++)
        talks_scene_enter (scene, ((const TalksPiece *) self->hidden[i]->pdata[k])->rank, item);
      for (guint k = 0; k < positions[i]->len; k++)
        talks_scene_enter (scene, (guint) talks_material_find_rank (ground->material,
                                                                    positions[i]->pdata[k]), item);
    }
}

/* ---- all ---- */

static GPtrArray **
new_arrays (size_t n)
{
  GPtrArray **arrays = g_new0 (GPtrArray *, n + 1);

  for (size_t i = 0; i < n; i++)
    arrays[i] = g_ptr_array_new ();
  return arrays;
}

static void
free_arrays (GPtrArray **arrays)
{
  for (size_t i = 0; arrays[i] != NULL; i++)
    g_ptr_array_unref (arrays[i]);
  g_free (arrays);
}

void
talks_scene_build (TalksScene        *self,
                   const TalksGround *ground)
{
  GPtrArray *lanes = talks_document_get_records (ground->document, TALKS_RECORD_LANE);
  Builder builder = { .scene = self, .ground = ground };
  GPtrArray **positions = new_arrays (ground->n_folds);
  double y = 0;

  builder.n_lanes = talks_material_get_n_lanes (ground->material);
  builder.hidden = new_arrays (ground->n_folds);
  builder.counts = g_new0 (guint, builder.n_lanes);
  builder.n_spots = g_new0 (guint, builder.n_lanes);
  builder.spots = g_new0 (TalksSpot *, builder.n_lanes);
  for (guint i = 0; i < builder.n_lanes; i++)
    /* One more: hidden ones are tried there too. */
    builder.spots[i] = g_new (TalksSpot, talks_material_count_lane (ground->material, i) + 1);

  sort_out (&builder);
  for (guint i = 0; i < builder.n_lanes; i++)
    y += add_lane (&builder, i, lanes->len > 0 ? lanes->pdata[i] : NULL, y);

  self->ribbons = (TalksRect) { 0, y, ground->width, 0 };
  self->ribbons.height = talks_scene_add_ribbons (self, ground, y, positions);
  self->height = y + self->ribbons.height;
  add_folds (&builder, positions);

  for (guint i = 0; i < builder.n_lanes; i++)
    g_free (builder.spots[i]);
  g_free (builder.spots);
  g_free (builder.n_spots);
  g_free (builder.counts);
  free_arrays (builder.hidden);
  free_arrays (positions);
}
