/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making a scene: events to lanes and folds, lanes to rows, rows to items. */

#include "talks-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "talks-date-words.h"

#define MAX_CARD_ROWS 4
#define MAX_MARK_ROWS 4
#define FEW_EVENTS 12
#define MANY_EVENTS 40
/* Between two items of a row. */
#define ITEM_GAP 8.0
/* Clusters at least so wide show how their events are spread. */
#define MIN_PROFILE 60.0

typedef struct
{
  TalksScene        *scene;
  const TalksGround *ground;
  GArray           **spots;  /* by lane: of TalksSpot */
  guint             *counts; /* by lane: all events, hidden ones too */
  GPtrArray        **hidden; /* by fold: events */
  guint              n_lanes;
  size_t             n_folds;
} Builder;

/* ---- sorting out ---- */

static guint
lane_of (const Builder    *self,
         const TalksEvent *event)
{
  int lane = talks_document_get_event_lane (self->ground->document, event);

  return (guint) CLAMP (lane, 0, (int) self->n_lanes - 1);
}

static void
sort_out (Builder *self)
{
  GPtrArray *events = talks_document_get_events_by_time (self->ground->document);

  for (guint i = 0; i < events->len; i++)
    {
      TalksEvent *event = events->pdata[i];
      guint lane = lane_of (self, event);
      TalksSpot spot;
      int fold;

      if (talks_spot_init (&spot, self->ground, event, &fold))
        g_array_append_val (self->spots[lane], spot);
      else if (fold >= 0)
        g_ptr_array_add (self->hidden[fold], event);
      else
        continue;
      self->counts[lane]++;
    }
}

static int
compare_spots (const void *a,
               const void *b)
{
  const TalksSpot *one = a;
  const TalksSpot *two = b;

  return (one->slot.start > two->slot.start) - (one->slot.start < two->slot.start);
}

static gboolean
has_cards (const GArray *spots)
{
  for (guint i = 0; i < spots->len; i++)
    if (g_array_index (spots, TalksSpot, i).kind == TALKS_ITEM_CARD)
      return TRUE;
  return FALSE;
}

/* ---- clusters ---- */

static void
count_bins (TalksItem         *item,
            const TalksGround *ground,
            const double      *marks)
{
  item->n_bins = (guint) MAX (1, ceil (item->bounds.width / TALKS_CLUSTER_BIN));
  item->bins = g_new0 (guint16, item->n_bins);
  for (guint i = 0; i < item->n_events; i++)
    {
      double x = talks_ground_to_reading (ground, marks[i]) - item->bounds.x;
      guint bin = (guint) CLAMP (x / TALKS_CLUSTER_BIN, 0, item->n_bins - 1);

      if (item->bins[bin] < G_MAXUINT16)
        item->bins[bin]++;
    }
}

static void
make_cluster (Builder         *self,
              GArray          *spots,
              const TalksPack *pack,
              TalksItem       *item)
{
  const TalksMetrics *metrics = self->ground->metrics;
  g_autofree double *marks = g_new (double, pack->n_slots);
  guint n = pack->n_slots;

  item->kind = TALKS_ITEM_CLUSTER;
  item->is_profile = pack->kind == TALKS_PACK_PROFILE || pack->core_end - pack->core_start >= MIN_PROFILE;
  item->n_events = n;
  item->events = g_new (TalksEvent *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const TalksSpot *spot = &g_array_index (spots, TalksSpot, pack->slots[i]);

      item->events[i] = spot->event;
      item->span = i == 0 ? spot->span : talks_span_union (item->span, spot->span);
      marks[i] = spot->mark;
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
    count_bins (item, self->ground, marks);
}

/* Slots are sorted by place, the events of a cluster by time. */
static int
compare_events (const void *a,
                const void *b,
                gpointer    document)
{
  int one = talks_document_get_event_rank (document, *(TalksEvent * const *) a);
  int two = talks_document_get_event_rank (document, *(TalksEvent * const *) b);

  return (one > two) - (one < two);
}

/* ---- lanes ---- */

/* A lane gets the rows that its share in the story earns, so that all of them and the ribbons are
 * seen at once in a window of usual height. By the number of its events, whatever the zoom. */
static int
get_max_rows (guint    n_events,
              gboolean cards)
{
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
    .max_rows = get_max_rows (n_events, cards),
    .gap = ITEM_GAP,
    .pill = pill,
    .pill_label = talks_labels_measure (labels, words, TALKS_LABEL_SMALL) + 18 - pill,
    .profile = MIN_PROFILE,
  };
}

/* Makes the items of one lane, row by row. y is the top of the first row. */
static void
add_packs (Builder         *self,
           guint            lane,
           const TalksRows *rows,
           double           y,
           double           row_height)
{
  GArray *items = self->scene->items;
  guint first = items->len;
  int row = 0;

  for (guint i = 0; i < rows->packs->len; i++)
    {
      const TalksPack *pack = &g_array_index (rows->packs, TalksPack, i);
      double top = y + pack->row * row_height;
      TalksItem item = { .lane = (int) lane, .row = pack->row };

      if (pack->row != row)
        {
          talks_scene_add_row (self->scene, (int) lane, first);
          first = items->len;
          row = pack->row;
        }
      if (pack->kind == TALKS_PACK_SINGLE)
        talks_spot_to_item (&g_array_index (self->spots[lane], TalksSpot, pack->slots[0]), self->ground,
                            pack, top, row_height, &item);
      else
        {
          double height = pack->kind == TALKS_PACK_PROFILE ? pack->n_rows * row_height - 8
                                                           : self->ground->metrics->bar + 2;

          item.bounds = (TalksRect) {
            .x = pack->start,
            .y = top + floor ((pack->n_rows * row_height - height) / 2),
            .width = pack->end - pack->start,
            .height = height,
          };
          make_cluster (self, self->spots[lane], pack, &item);
          g_qsort_with_data (item.events, (int) item.n_events, sizeof *item.events, compare_events,
                             self->ground->document);
        }
      g_array_append_val (items, item);
    }
  talks_scene_add_row (self->scene, (int) lane, first);
}

/* Returns the height of the lane. */
static double
add_lane (Builder   *self,
          guint      index,
          TalksLane *lane,
          double     y)
{
  const TalksMetrics *metrics = self->ground->metrics;
  GArray *spots = self->spots[index];
  gboolean cards = has_cards (spots);
  double row_height = cards ? metrics->card_row : metrics->row;
  TalksRowsStyle style = get_rows_style (self, self->counts[index], cards);
  g_autofree TalksSlot *slots = g_new (TalksSlot, spots->len + 1);
  g_autoptr (TalksRows) rows = NULL;
  guint n = self->counts[index];
  double content;
  TalksSceneLane entry = { .y = y, .lane = lane, .n_events = n };

  g_array_sort (spots, compare_spots);
  for (guint i = 0; i < spots->len; i++)
    slots[i] = g_array_index (spots, TalksSpot, i).slot;
  rows = talks_rows_new (slots, spots->len, &style);

  content = MAX (1, rows->n_rows) * row_height;
  entry.height = MAX (content + 2 * metrics->lane_pad, metrics->lane_least);
  entry.n_rows = (guint) rows->n_rows;
  entry.title = g_strdup (lane != NULL ? talks_text_get (lane->name, self->ground->language)
                                       : _("Events"));
  entry.second = g_strdup_printf (ngettext ("%u event", "%u events", n), n);
  add_packs (self, index, rows, y + floor ((entry.height - content) / 2), row_height);
  g_array_append_val (self->scene->lanes, entry);
  return entry.height;
}

/* ---- folds ---- */

static void
count_fold_bins (Builder   *self,
                 TalksItem *item)
{
  guint n_bins = (guint) (TALKS_FOLD_WIDTH / TALKS_FOLD_BIN);

  item->n_bins = n_bins;
  item->bins = g_new0 (guint16, n_bins * self->n_lanes);
  for (guint i = 0; i < item->n_events; i++)
    {
      double day = (double) talks_date_get_sort_day (item->events[i]->date) + 0.5;
      double x = talks_time_scale_day_to_x (self->ground->scale, day) - item->bounds.x;
      guint bin = (guint) CLAMP (x / TALKS_FOLD_BIN, 0, n_bins - 1);
      guint16 *count = &item->bins[lane_of (self, item->events[i]) * n_bins + bin];

      if (*count < G_MAXUINT16)
        (*count)++;
    }
}

static void
add_fold (Builder   *self,
          TalksSpan  span,
          GPtrArray *events)
{
  g_autofree char *length = talks_days_length_to_words (talks_span_length (span));
  TalksItem item = {
    .kind = TALKS_ITEM_FOLD,
    .lane = -1,
    .span = span,
    .n_events = events->len,
    .events = g_new0 (TalksEvent *, events->len + 1),
  };

  for (guint i = 0; i < events->len; i++)
    item.events[i] = events->pdata[i];
  item.mark_x = talks_ground_day (self->ground, (double) span.start);
  item.end_x = talks_ground_day (self->ground, (double) span.end);
  item.bounds = (TalksRect) { item.mark_x, 0, item.end_x - item.mark_x, self->scene->height };
  /* TRANSLATORS: On a strip that hides a quiet period; %1$s is its length: "2 years 9 months". */
  item.label = g_strdup_printf (ngettext ("%1$s folded · %2$u event · click to open",
                                          "%1$s folded · %2$u events · click to open", events->len),
                                length, events->len);
  /* TRANSLATORS: The same on paper. */
  item.second = g_strdup_printf (ngettext ("%1$s folded · %2$u event", "%1$s folded · %2$u events",
                                           events->len),
                                 length, events->len);
  talks_ground_mirror (self->ground, &item);
  count_fold_bins (self, &item);
  g_array_append_val (self->scene->items, item);
}

static void
add_folds (Builder    *self,
           GPtrArray **positions)
{
  TalksScene *scene = self->scene;
  guint first = scene->items->len;
  size_t n_folds;
  const TalksSpan *folds = talks_time_scale_get_folds (self->ground->scale, &n_folds);

  for (size_t i = 0; i < n_folds; i++)
    add_fold (self, folds[i], self->hidden[i]);
  talks_scene_add_row (scene, -2, first);

  /* Adding the row sorted the items; on a mirrored scale the last fold comes first. */
  for (size_t i = 0; i < n_folds; i++)
    {
      gboolean mirrored = talks_time_scale_is_mirrored (self->ground->scale);
      guint item = first + (guint) (mirrored ? n_folds - 1 - i : i);

      for (guint k = 0; k < positions[i]->len; k++)
        g_hash_table_insert (scene->index, positions[i]->pdata[k], GUINT_TO_POINTER (item + 1));
    }
}

/* ---- all ---- */

static void
clear_spot (gpointer data)
{
  talks_spot_clear (data);
}

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
  GPtrArray **positions;
  double y = 0;

  /* Without lanes in the document there is one without a name. */
  builder.n_lanes = MAX (1, lanes->len);
  talks_time_scale_get_folds (ground->scale, &builder.n_folds);
  builder.hidden = new_arrays (builder.n_folds);
  positions = new_arrays (builder.n_folds);
  builder.counts = g_new0 (guint, builder.n_lanes);
  builder.spots = g_new0 (GArray *, builder.n_lanes);
  for (guint i = 0; i < builder.n_lanes; i++)
    {
      builder.spots[i] = g_array_new (FALSE, FALSE, sizeof (TalksSpot));
      g_array_set_clear_func (builder.spots[i], clear_spot);
    }

  sort_out (&builder);
  for (guint i = 0; i < builder.n_lanes; i++)
    y += add_lane (&builder, i, lanes->len > 0 ? lanes->pdata[i] : NULL, y);

  self->ribbons = (TalksRect) { 0, y, talks_time_scale_get_width (ground->scale), 0 };
  self->ribbons.height = talks_scene_add_ribbons (self, ground, y, positions);
  self->height = y + self->ribbons.height;
  add_folds (&builder, positions);

  for (guint i = 0; i < builder.n_lanes; i++)
    g_array_unref (builder.spots[i]);
  g_free (builder.spots);
  g_free (builder.counts);
  free_arrays (builder.hidden);
  free_arrays (positions);
}
