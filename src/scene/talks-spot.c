/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-spot.h"

#include <math.h>
#include <string.h>

/* Intervals that would be drawn shorter are marks. */
#define MIN_BAR 24.0
/* Between the words in a bar and its end. */
#define BAR_PAD 8.0
/* For an ending that is not known: a dotted line and a question mark. */
#define UNKNOWN_TAIL 18.0
/* Labels are measured by estimate; a little slack saves an ellipsis. */
#define SLACK 2.0

/* ---- days ---- */

/* Where the event stands on the axis. FALSE: in the fold *fold, or (−1) outside the extent. */
static gboolean
find_days (TalksSpot         *self,
           const TalksGround *ground,
           int               *fold)
{
  gboolean interval = self->piece->is_interval;
  double stands;

  *fold = -1;
  self->span = talks_span_intersect (self->piece->span, ground->extent);
  if (talks_span_is_empty (self->span))
    return FALSE;

  if (interval || self->span.end - self->span.start > 1)
    {
      self->start = talks_ground_day (ground, (double) self->span.start);
      self->end = talks_ground_day (ground, (double) self->span.end);
    }
  stands = ((double) self->span.start + (double) self->span.end) / 2;
  if (interval)
    stands = (double) self->span.start + 0.5;

  *fold = talks_ground_find_stretch (ground, stands, &self->slot.back_limit, &self->slot.limit);
  if (*fold >= 0)
    {
      double seen = ground->fold_ends[*fold];

      /* An interval that goes on for a while after the fold is seen from there on. */
      if (!interval || self->end - seen < MIN_BAR)
        return FALSE;
      self->start = seen;
      self->slot.back_limit = seen;
      self->mark = seen;
    }
  else
    self->mark = talks_ground_day (ground, stands);

  if (interval && self->span.end - self->span.start > 1)
    self->mark = self->start;
  return TRUE;
}

/* ---- slots ---- */

/* A card is at least as long as the talks lasted, and at least as wide as its words. */
static void
make_card_slot (TalksSpot         *self,
                const TalksGround *ground)
{
  const TalksMetrics *metrics = ground->metrics;
  TalksSlot *slot = &self->slot;
  double frame = metrics->card_edge + 2 * metrics->card_pad;
  double least = metrics->card_least;
  double lasted = self->piece->is_interval ? self->end - self->start : 0;
  double second = self->piece->second_width + metrics->mark + SLACK;
  double label = frame + MAX (self->piece->label_width + SLACK, MIN (second, 3 * metrics->card));

  slot->start = floor (self->mark);
  slot->short_end = slot->start + least;
  slot->end = MAX (slot->short_end, floor (slot->start + lasted));
  slot->label = MAX (0, label - (slot->end - slot->start));
  slot->short_label = label - least;
  slot->short_least = frame + metrics->label_least - least;
  slot->min_label = MAX (0, slot->short_least - (slot->end - slot->short_end));
  slot->back_end = MAX (slot->start, floor (slot->start + lasted));
  slot->back_start = slot->back_end - MAX (least, lasted);
}

/* A mark with its label after it. */
static void
make_mark_slot (TalksSpot         *self,
                const TalksGround *ground)
{
  const TalksMetrics *metrics = ground->metrics;
  TalksSlot *slot = &self->slot;
  double half = metrics->mark / 2 + 1;
  double middle = round (self->mark);

  slot->start = middle - half;
  slot->end = middle + half;
  /* The question mark stands to the right of the mark, whichever way is read. */
  if (self->piece->is_disputed)
    {
      if (ground->mirrored)
        slot->start -= metrics->mark / 2;
      else
        slot->end += metrics->mark / 2;
    }
  if (self->piece->has_unknown_start)
    slot->start -= UNKNOWN_TAIL;
  if (self->piece->has_unknown_end)
    slot->end += UNKNOWN_TAIL;
  slot->short_end = slot->end;
  slot->label = metrics->gap + self->piece->label_width + SLACK;
  slot->min_label = metrics->gap + metrics->label_least;
  slot->short_label = slot->label;
  slot->short_least = slot->min_label;
  slot->back_start = slot->start;
  slot->back_end = slot->end;
}

/* As long as it lasted, with its label inside if that fits, else after it. */
static void
make_bar_slot (TalksSpot         *self,
               const TalksGround *ground)
{
  const TalksMetrics *metrics = ground->metrics;
  TalksSlot *slot = &self->slot;
  double label = self->piece->bar_width + SLACK;
  double seen = MIN (self->end, slot->limit);

  slot->start = floor (self->start);
  slot->end = ceil (self->end);
  self->inside_start = metrics->gap + metrics->small_mark + metrics->gap - 1;
  if (self->piece->is_disputed)
    self->inside_start += metrics->small_mark / 2;
  self->inside_room = seen - slot->start - self->inside_start - BAR_PAD;
  if (label > self->inside_room && self->end <= slot->limit)
    slot->label = metrics->gap + label;
  slot->short_end = slot->start + metrics->mark + 2;
  slot->min_label = metrics->gap + metrics->label_least;
  slot->short_label = metrics->gap + label;
  slot->short_least = slot->min_label;
  slot->back_start = slot->start;
  slot->back_end = slot->end;
}

/* Somewhere between two days: a soft range with the mark in its middle and the label after that. */
static void
make_range_slot (TalksSpot         *self,
                 const TalksGround *ground)
{
  const TalksMetrics *metrics = ground->metrics;
  TalksSlot *slot = &self->slot;
  double label;

  make_mark_slot (self, ground);
  self->label_offset = slot->end - self->mark + metrics->gap;
  label = self->label_offset + slot->label - metrics->gap;

  slot->start = floor (self->start);
  slot->short_end = slot->start + metrics->mark + 2;
  slot->end = ceil (self->end);
  slot->label = MAX (0, self->mark + label - slot->end);
  slot->min_label = MAX (0, self->mark + self->label_offset + metrics->label_least - slot->end);
  slot->back_start = slot->start;
  slot->back_end = slot->end;
}

gboolean
talks_spot_init (TalksSpot         *self,
                 const TalksGround *ground,
                 const TalksPiece  *piece,
                 int               *fold)
{
  g_assert (self != NULL && ground != NULL && piece != NULL && fold != NULL);

  *self = (TalksSpot) { .piece = piece };
  if (!find_days (self, ground, fold))
    return FALSE;

  self->slot.weight = piece->weight;
  if (piece->is_card)
    {
      self->kind = TALKS_ITEM_CARD;
      make_card_slot (self, ground);
    }
  else if (self->span.end - self->span.start < 2 || self->end - self->start < MIN_BAR)
    {
      self->kind = TALKS_ITEM_MARK;
      make_mark_slot (self, ground);
    }
  else
    {
      self->kind = TALKS_ITEM_BAR;
      if (piece->is_interval)
        make_bar_slot (self, ground);
      else
        make_range_slot (self, ground);
    }
  return TRUE;
}

/* ---- items ---- */

/* Sets label_x and label_width from where the words may stand; too little is nothing. */
static void
set_label_room (TalksItem *item,
                double     from,
                double     to)
{
  item->label_x = from;
  item->label_width = to - from >= 8 ? to - from : 0;
}

static void
place_label (const TalksSpot   *self,
             const TalksGround *ground,
             const TalksPack   *pack,
             TalksItem         *item)
{
  const TalksMetrics *metrics = ground->metrics;

  if (item->kind == TALKS_ITEM_CARD)
    {
      double from = pack->start + metrics->card_pad + (pack->back ? 0 : metrics->card_edge);
      double to = pack->end - metrics->card_pad - (pack->back ? metrics->card_edge : 0);

      if (pack->end - pack->start > metrics->card_least + 1)
        set_label_room (item, from, to);
    }
  else if (item->kind == TALKS_ITEM_BAR && self->label_offset > 0)
    {
      if (pack->back)
        set_label_room (item, pack->start, pack->core_start - metrics->gap);
      else if (pack->label > 0 || self->slot.label <= 0)
        set_label_room (item, self->mark + self->label_offset, pack->end);
    }
  else if (item->kind == TALKS_ITEM_BAR && pack->label <= 0)
    {
      if (self->inside_room >= metrics->label_least / 2)
        set_label_room (item, pack->core_start + self->inside_start,
                        pack->core_start + self->inside_start + self->inside_room);
    }
  else if (pack->label > 0 && pack->back)
    set_label_room (item, pack->start, pack->core_start - metrics->gap);
  else if (pack->label > 0)
    set_label_room (item, pack->core_end + metrics->gap, pack->end);
}

void
talks_spot_to_item (const TalksSpot   *self,
                    const TalksGround *ground,
                    const TalksPack   *pack,
                    double             y,
                    double             height,
                    TalksItem         *item)
{
  const TalksMetrics *metrics = ground->metrics;
  double item_height = self->kind == TALKS_ITEM_CARD ? metrics->card : metrics->bar + 2;

  g_assert (pack->n_slots == 1);

  item->kind = pack->reduced && self->kind == TALKS_ITEM_BAR ? TALKS_ITEM_MARK : self->kind;
  item->turned = pack->back;
  item->record = (TalksRecord *) self->piece->event;
  item->party = self->piece->party;
  item->span = self->span;
  item->second = self->piece->second;
  item->row = pack->row;
  item->bounds = (TalksRect) {
    .x = pack->start,
    .y = y + floor ((height - item_height) / 2),
    .width = pack->end - pack->start,
    .height = item_height,
  };

  item->mark_x = self->mark;
  item->end_x = self->mark;
  if (item->kind == TALKS_ITEM_BAR)
    {
      item->mark_x = self->start;
      item->end_x = self->end;
    }
  else if (pack->reduced && self->kind == TALKS_ITEM_BAR)
    item->mark_x = item->end_x = pack->core_start + metrics->mark / 2 + 1;
  else if (item->kind == TALKS_ITEM_CARD)
    item->end_x = self->piece->is_interval ? self->end : self->mark;

  place_label (self, ground, pack, item);
  talks_ground_mirror (ground, item);
}

/* ---- order ---- */

typedef struct
{
  double start;
  guint  spot;
} Place;

/* Merges the two sorted halves of n places; the second begins at middle. Only those that are not in
 * their place are touched. room is for as many as are in the first half. */
static void
merge (Place *places,
       guint  middle,
       guint  n,
       Place *room)
{
  guint first = middle;
  guint end = middle;
  guint n_room;
  guint to;

  while (first > 0 && places[first - 1].start > places[middle].start)
    first--;
  if (first == middle)
    return;
  while (end < n && places[end].start < places[middle - 1].start)
    end++;

  n_room = middle - first;
  memcpy (room, &places[first], n_room * sizeof *places);
  to = first;
  for (guint i = 0; i < n_room;)
    if (middle < end && places[middle].start < room[i].start)
      places[to++] = places[middle++];
    else
      places[to++] = room[i++];
}

/* By time they are nearly in order. */
guint *
talks_spots_order (const TalksSpot *spots,
                   guint            n_spots)
{
  g_autofree Place *places = g_new (Place, n_spots + 1);
  g_autofree Place *room = g_new (Place, n_spots + 1);
  guint *order = g_new (guint, n_spots + 1);

  for (guint i = 0; i < n_spots; i++)
    places[i] = (Place) { spots[i].slot.start, i };
  for (guint run = 1; run < n_spots; run *= 2)
    for (guint i = 0; i + run < n_spots; i += 2 * run)
      merge (&places[i], run, MIN (2 * run, n_spots - i), room);
  for (guint i = 0; i < n_spots; i++)
    order[i] = places[i].spot;
  return order;
}
