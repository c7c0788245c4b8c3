/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-spot.h"

#include <math.h>
#include <string.h>

#include "talks-label.h"

/* Intervals that would be drawn shorter are marks. */
#define MIN_BAR 24.0
/* Between the words in a bar and its end. */
#define BAR_PAD 8.0
/* For an ending that is not known: a dotted line and a question mark. */
#define UNKNOWN_TAIL 18.0
/* Labels are measured by estimate; a little slack saves an ellipsis. */
#define SLACK 2.0

double
talks_ground_to_reading (const TalksGround *self,
                         double             x)
{
  return talks_time_scale_is_mirrored (self->scale) ? talks_time_scale_get_width (self->scale) - x : x;
}

double
talks_ground_day (const TalksGround *self,
                  double             day)
{
  return talks_ground_to_reading (self, talks_time_scale_day_to_x (self->scale, day));
}

void
talks_ground_find_stretch (const TalksGround *self,
                           double             day,
                           double            *start,
                           double            *end)
{
  size_t n_folds;
  const TalksSpan *folds = talks_time_scale_get_folds (self->scale, &n_folds);

  *start = 0;
  *end = talks_time_scale_get_width (self->scale);
  for (size_t i = 0; i < n_folds; i++)
    {
      if ((double) folds[i].end <= day)
        *start = talks_ground_day (self, (double) folds[i].end);
      if ((double) folds[i].start > day)
        {
          *end = talks_ground_day (self, (double) folds[i].start);
          return;
        }
    }
}

void
talks_ground_mirror (const TalksGround *self,
                     TalksItem         *item)
{
  if (!talks_time_scale_is_mirrored (self->scale))
    return;
  item->bounds.x = talks_ground_to_reading (self, item->bounds.x + item->bounds.width);
  item->mark_x = talks_ground_to_reading (self, item->mark_x);
  item->end_x = talks_ground_to_reading (self, item->end_x);
  item->label_x = talks_ground_to_reading (self, item->label_x + item->label_width);
}

/* ---- days ---- */

static gboolean
is_interval (const TalksEvent *event)
{
  return (talks_date_get_flags (event->date) & TALKS_DATE_INTERVAL) != 0;
}

/* Where the event stands on the axis. FALSE: in the fold *fold, or (−1) outside the extent. */
static gboolean
find_days (TalksSpot         *self,
           const TalksGround *ground,
           int               *fold)
{
  TalksSpan extent = talks_time_scale_get_extent (ground->scale);
  gboolean interval = is_interval (self->event);
  double stands;

  *fold = -1;
  self->span = talks_span_intersect (talks_span_from_date (self->event->date), extent);
  if (talks_span_is_empty (self->span))
    return FALSE;

  self->start = talks_ground_day (ground, (double) self->span.start);
  self->end = talks_ground_day (ground, (double) self->span.end);
  stands = ((double) self->span.start + (double) self->span.end) / 2;
  if (interval)
    stands = (double) self->span.start + 0.5;

  *fold = talks_time_scale_fold_at_day (ground->scale, stands);
  if (*fold >= 0)
    {
      size_t n_folds;
      TalksDay reopens = talks_time_scale_get_folds (ground->scale, &n_folds)[*fold].end;
      double seen = talks_ground_day (ground, (double) reopens);

      /* An interval that goes on for a while after the fold is seen from there on. */
      if (!interval || self->end - seen < MIN_BAR)
        return FALSE;
      self->start = seen;
      stands = (double) reopens;
    }
  talks_ground_find_stretch (ground, stands, &self->slot.back_limit, &self->slot.limit);

  self->mark = talks_ground_day (ground, stands);
  if (interval && talks_span_length (self->span) > 1)
    self->mark = self->start;
  return TRUE;
}

/* ---- words ---- */

static void
add_party (GPtrArray         *parties,
           const TalksGround *ground,
           const char        *participant_id)
{
  TalksParticipant *participant;
  TalksParty *party;

  participant = talks_document_lookup_kind (ground->document, TALKS_RECORD_PARTICIPANT, participant_id);
  if (participant == NULL)
    return;
  party = talks_document_lookup_kind (ground->document, TALKS_RECORD_PARTY, participant->party);
  if (party != NULL && !g_ptr_array_find (parties, party, NULL))
    g_ptr_array_add (parties, party);
}

/* Who met: the parties present, in the order of the document. */
static char *
describe_parties (const TalksEvent  *event,
                  const TalksGround *ground)
{
  g_autoptr (GPtrArray) present = g_ptr_array_new ();
  GString *words;
  GPtrArray *all;

  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = event->attendance->pdata[i];

      if (attendance->presence != TALKS_PRESENCE_ABSENT)
        add_party (present, ground, attendance->participant);
    }
  if (present->len < 2)
    return NULL;

  words = g_string_new (NULL);
  all = talks_document_get_records (ground->document, TALKS_RECORD_PARTY);
  for (guint i = 0; i < all->len; i++)
    {
      const TalksParty *party = all->pdata[i];

      if (g_ptr_array_find (present, party, NULL))
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "",
                                talks_text_get (party->short_name, ground->language));
    }
  return g_string_free (words, FALSE);
}

/* The first part of the name of a place: what stands before the town and the country. */
static char *
describe_place (const TalksEvent *event,
                const char       *language)
{
  const char *name;

  if (event->place == NULL)
    return NULL;
  name = talks_text_get (event->place->name, language);
  return g_strndup (name, strcspn (name, ",(;"));
}

static const char *
get_label (const TalksSpot   *self,
           const TalksGround *ground)
{
  return talks_text_get (self->event->label, ground->language);
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
  double lasted = is_interval (self->event) ? self->end - self->start : 0;
  double label;
  double second;

  self->second = describe_parties (self->event, ground);
  if (self->second == NULL)
    self->second = describe_place (self->event, ground->language);
  label = talks_labels_measure (ground->labels, get_label (self, ground), TALKS_LABEL_BOLD) + SLACK;
  second = talks_labels_measure (ground->labels, self->second, TALKS_LABEL_SMALL) + metrics->mark + SLACK;
  label = frame + MAX (label, MIN (second, 3 * metrics->card));

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
  TalksDateFlags flags = talks_date_get_flags (self->event->date);
  TalksSlot *slot = &self->slot;
  double half = metrics->mark / 2 + 1;
  double label = talks_labels_measure (ground->labels, get_label (self, ground), TALKS_LABEL_PLAIN);

  slot->start = round (self->mark) - half;
  slot->end = round (self->mark) + half;
  /* The question mark stands to the right of the mark, whichever way is read. */
  if (self->event->certainty == TALKS_CERTAINTY_DISPUTED)
    {
      if (talks_time_scale_is_mirrored (ground->scale))
        slot->start -= metrics->mark / 2;
      else
        slot->end += metrics->mark / 2;
    }
  if ((flags & TALKS_DATE_UNKNOWN_START) != 0)
    slot->start -= UNKNOWN_TAIL;
  if ((flags & TALKS_DATE_UNKNOWN_END) != 0)
    slot->end += UNKNOWN_TAIL;
  slot->short_end = slot->end;
  slot->label = metrics->gap + label + SLACK;
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
  double label = talks_labels_measure (ground->labels, get_label (self, ground), TALKS_LABEL_BOLD) + SLACK;
  double seen = MIN (self->end, slot->limit);

  slot->start = floor (self->start);
  slot->end = ceil (self->end);
  self->inside_start = metrics->gap + metrics->small_mark + metrics->gap - 1;
  if (self->event->certainty == TALKS_CERTAINTY_DISPUTED)
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
                 TalksEvent        *event,
                 int               *fold)
{
  g_assert (self != NULL && ground != NULL && event != NULL && fold != NULL);

  *self = (TalksSpot) { .event = event };
  if (!find_days (self, ground, fold))
    return FALSE;

  self->slot.weight = event->attendance->len;
  if (strcmp (event->kind, "talks") == 0 || strcmp (event->kind, "summit") == 0)
    {
      self->kind = TALKS_ITEM_CARD;
      make_card_slot (self, ground);
    }
  else if (talks_span_length (self->span) < 2 || self->end - self->start < MIN_BAR)
    {
      self->kind = TALKS_ITEM_MARK;
      make_mark_slot (self, ground);
    }
  else
    {
      self->kind = TALKS_ITEM_BAR;
      if (is_interval (event))
        make_bar_slot (self, ground);
      else
        make_range_slot (self, ground);
    }
  return TRUE;
}

void
talks_spot_clear (TalksSpot *self)
{
  g_clear_pointer (&self->second, g_free);
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
talks_spot_to_item (TalksSpot         *self,
                    const TalksGround *ground,
                    const TalksPack   *pack,
                    double             y,
                    double             height,
                    TalksItem         *item)
{
  const TalksMetrics *metrics = ground->metrics;
  double item_height = self->kind == TALKS_ITEM_CARD ? metrics->card : metrics->bar + 2;

  g_assert (self != NULL && pack->n_slots == 1);

  item->kind = pack->reduced && self->kind == TALKS_ITEM_BAR ? TALKS_ITEM_MARK : self->kind;
  item->turned = pack->back;
  item->record = (TalksRecord *) self->event;
  item->party = talks_document_get_event_party (ground->document, self->event);
  item->span = self->span;
  item->second = g_steal_pointer (&self->second);
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
    item->end_x = is_interval (self->event) ? self->end : self->mark;

  place_label (self, ground, pack, item);
  talks_ground_mirror (ground, item);
}
