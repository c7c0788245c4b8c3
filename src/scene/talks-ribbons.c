/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-ribbons.h"

#include "talks-scene-private.h"
#include "talks-state.h"

/* Between a segment and the next. */
#define SEGMENT_GAP 2.0

/* ---- what stood when ---- */

typedef struct
{
  TalksPosition *position; /* the last one stated that day */
  guint          first;    /* its day's first one among talks_document_get_positions() … */
  guint          n;        /* … and how many they are */
  TalksDay       day;      /* TALKS_DAY_MIN: without start */
  TalksDay       until;    /* TALKS_DAY_MAX: it still stands */
} Stand;

/* The stands of a party on a topic, by time; may be empty. */
static GArray *
list_stands (TalksDocument *document,
             const char    *party,
             const char    *topic)
{
  GArray *stands = g_array_new (FALSE, FALSE, sizeof (Stand));
  GPtrArray *positions = talks_document_get_positions (document, party, topic);

  for (guint i = 0; positions != NULL && i < positions->len; i++)
    {
      TalksPosition *position = positions->pdata[i];
      Stand *last = stands->len > 0 ? &g_array_index (stands, Stand, stands->len - 1) : NULL;
      Stand stand = {
        .position = position,
        .first = i,
        .n = 1,
        .day = talks_date_get_earliest (position->date),
        .until = TALKS_DAY_MAX,
      };

      if (last != NULL && last->day == stand.day)
        {
          last->position = position;
          last->n++;
          continue;
        }
      if (last != NULL)
        last->until = stand.day;
      g_array_append_val (stands, stand);
    }
  return stands;
}

GPtrArray *
talks_ribbons_list_parties (TalksDocument *document,
                            const char    *topic)
{
  GPtrArray *all = talks_document_get_records (document, TALKS_RECORD_PARTY);
  GPtrArray *parties = g_ptr_array_new ();

  for (int principal = 1; principal >= 0; principal--)
    for (guint i = 0; i < all->len; i++)
      {
        TalksParty *party = all->pdata[i];

        if (talks_side_is_principal (party->side) == principal
            && talks_document_get_positions (document, party->record.id, topic) != NULL)
          g_ptr_array_add (parties, party);
      }
  return parties;
}

/* ---- items ---- */

typedef struct
{
  TalksScene        *scene;
  const TalksGround *ground;
  GPtrArray        **hidden; /* by fold */
  double             y;
  double             height;
  int                row;
} RibbonRow;

/* Where a day is seen: at the edge of the fold that hides it, if one does. */
static double
seen_at (const TalksGround *ground,
         double             day,
         gboolean           is_start)
{
  int fold = talks_time_scale_fold_at_day (ground->scale, day);
  size_t n_folds;
  const TalksSpan *folds = talks_time_scale_get_folds (ground->scale, &n_folds);

  if (fold >= 0)
    day = (double) (is_start ? folds[fold].end : folds[fold].start);
  return talks_ground_day (ground, day);
}

/* Positions are stated at the middle of a day, as events happen there. */
static double
clamp_day (TalksSpan extent,
           TalksDay  day)
{
  if (day < extent.start)
    return (double) extent.start;
  return day >= extent.end ? (double) extent.end : (double) day + 0.5;
}

/* Enters all positions of the stands that have an item; these begin with first and are in the order
 * of the stands, or on a mirrored scale the other way round. */
static void
enter_stands (RibbonRow       *self,
              const GArray    *stands,
              const GPtrArray *positions,
              guint            first)
{
  const GArray *items = self->scene->items;
  guint n = items->len - first;
  guint seen = 0;

  for (guint i = 0; i < stands->len && seen < n; i++)
    {
      const Stand *stand = &g_array_index (stands, Stand, i);
      guint item = self->ground->mirrored ? items->len - 1 - seen : first + seen;

      if (g_array_index (items, TalksItem, item).record != (TalksRecord *) stand->position)
        continue; /* hidden */
      seen++;
      for (guint k = stand->first; k < stand->first + stand->n; k++)
        talks_scene_enter (self->scene,
                           (guint) talks_material_find_rank (self->ground->material, positions->pdata[k]),
                           item);
    }
}

static void
hide_stand (RibbonRow       *self,
            const Stand     *stand,
            const GPtrArray *positions,
            double           day)
{
  int fold = talks_time_scale_fold_at_day (self->ground->scale, day);

  for (guint i = stand->first; fold >= 0 && i < stand->first + stand->n; i++)
    g_ptr_array_add (self->hidden[fold], positions->pdata[i]);
}

static TalksItem
make_segment (RibbonRow   *self,
              const Stand *stand,
              TalksParty  *party,
              double       start,
              double       end,
              double       shown)
{
  const TalksMetrics *metrics = self->ground->metrics;
  double stretch_start;
  double stretch_end;
  double from = start + metrics->card_edge + metrics->mark + metrics->gap;
  TalksItem item = {
    .kind = TALKS_ITEM_RIBBON,
    .lane = -1,
    .row = self->row,
    .record = (TalksRecord *) stand->position,
    .party = party,
    .n_events = stand->n,
    .span = { stand->day, stand->until },
    .mark_x = start,
    .end_x = end,
  };

  talks_ground_find_stretch (self->ground, shown, &stretch_start, &stretch_end);
  item.bounds = (TalksRect) {
    .x = start,
    .y = self->y,
    .width = MAX (end - start - (end - start > 3 * SEGMENT_GAP ? SEGMENT_GAP : 0), 0),
    .height = self->height,
  };
  item.label_x = from;
  item.label_width = MIN (item.bounds.x + item.bounds.width, stretch_end) - metrics->gap - from;
  if (item.label_width < 0.75 * metrics->label_least)
    item.label_width = 0;
  talks_ground_mirror (self->ground, &item);
  return item;
}

/* FALSE when nothing of the party's stands is seen. */
static gboolean
add_row (RibbonRow  *self,
         TalksParty *party)
{
  TalksSpan extent = talks_time_scale_get_extent (self->ground->scale);
  g_autoptr (GArray) stands = list_stands (self->ground->document, party->record.id, self->scene->topic);
  GPtrArray *positions = talks_document_get_positions (self->ground->document, party->record.id,
                                                       self->scene->topic);
  guint first = self->scene->items->len;
  gboolean odd = FALSE;

  for (guint i = 0; i < stands->len; i++)
    {
      const Stand *stand = &g_array_index (stands, Stand, i);
      double from = clamp_day (extent, stand->day);
      double until = clamp_day (extent, stand->until);
      double start = seen_at (self->ground, from, TRUE);
      double end = seen_at (self->ground, until, FALSE);
      int fold = talks_time_scale_fold_at_day (self->ground->scale, from);
      double shown = from;
      TalksItem item;

      if (until <= from)
        continue; /* outside the extent */
      if (end <= start)
        {
          hide_stand (self, stand, positions, from);
          continue;
        }
      if (fold >= 0)
        shown = talks_time_scale_x_to_day (self->ground->scale,
                                           talks_ground_to_reading (self->ground, start + 0.5));
      item = make_segment (self, stand, party, start, end, shown);
      item.is_odd = odd;
      odd = !odd;
      g_array_append_val (self->scene->items, item);
    }
  if (self->scene->items->len == first)
    return FALSE;

  talks_scene_add_row (self->scene, -1, first);
  enter_stands (self, stands, positions, first);
  return TRUE;
}

double
talks_scene_add_ribbons (TalksScene         *self,
                         const TalksGround  *ground,
                         double              y,
                         GPtrArray         **hidden)
{
  const TalksMetrics *metrics = ground->metrics;
  RibbonRow row = { .scene = self, .ground = ground, .hidden = hidden };
  g_autoptr (GPtrArray) parties = NULL;

  if (self->topic == NULL)
    return 0;

  parties = talks_ribbons_list_parties (ground->document, self->topic);
  row.y = y + metrics->ribbon_head;
  for (guint i = 0; i < parties->len; i++)
    {
      TalksParty *party = parties->pdata[i];
      TalksSceneRibbon entry = { .y = row.y, .party = party };

      row.height = talks_side_is_principal (party->side) ? metrics->ribbon : metrics->ribbon_thin;
      if (!add_row (&row, party))
        continue;
      entry.title = g_strdup (talks_text_show (party->short_name, ground->language));
      entry.height = row.height;
      g_array_append_val (self->ribbon_rows, entry);
      row.y += row.height + metrics->ribbon_gap;
      row.row++;
    }
  /* A topic on which nobody has said anything still has its heading. */
  return row.y + metrics->lane_pad - y;
}
