/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One pass over the slots. Each row remembers its last pack; only that one can still give way.
 * For each slot all rows are tried, and the cheapest way to place it is taken. */

#include "talks-rows-private.h"

#include <math.h>
#include <stdlib.h>

/* What losing a whole label costs, when losing half of it costs a half: rather shorten two. */
#define COST_DROPPED 1.5
/* A core that reaches over its limit, into a fold. */
#define COST_OVER_LIMIT 0.5
/* A label before its mark: readers expect it after. */
#define COST_BACK 0.2

/* A way to place a slot. */
typedef struct
{
  int      row;   /* TALKS_ROWS_NONE: not possible */
  gboolean back;
  double   own;   /* room for its own label */
  double   other; /* room left to the label of the row's last pack */
  double   cost;
} Choice;

/* ---- rows ---- */

/* The pack that stands so many places before the last of its row. */
static TalksRowsWork *
get_from_end (TalksRowsPacker *self,
              int              row,
              guint            places)
{
  GArray *stack = self->stacks[row];
  TalksRowsWork *work;

  for (guint i = stack->len; i-- > 0;)
    {
      work = &g_array_index (self->works, TalksRowsWork, g_array_index (stack, int, i));
      if (!work->gone && places-- == 0)
        return work;
    }
  return NULL;
}

TalksRowsWork *
talks_rows_get_last (TalksRowsPacker *self,
                     int              row)
{
  return get_from_end (self, row, 0);
}

TalksRowsWork *
talks_rows_get_below (TalksRowsPacker *self,
                      int              row)
{
  return get_from_end (self, row, 1);
}

void
talks_rows_push (TalksRowsPacker *self,
                 TalksRowsWork    work)
{
  int index = (int) self->works->len;

  for (int i = 0; i < work.n_rows; i++)
    g_array_append_val (self->stacks[work.row + i], index);
  g_array_append_val (self->works, work);
}

void
talks_rows_pop (TalksRowsPacker *self,
                int              row)
{
  TalksRowsWork *last = talks_rows_get_last (self, row);

  g_assert (last != NULL);
  last->gone = TRUE;

  /* What is gone lies on top here; in its other rows something may stand after it. */
  for (GArray *stack = self->stacks[row]; stack->len > 0;)
    {
      int top = g_array_index (stack, int, stack->len - 1);

      if (!g_array_index (self->works, TalksRowsWork, top).gone)
        break;
      g_array_set_size (stack, stack->len - 1);
    }
}

double
talks_rows_work_end (const TalksRowsWork *work)
{
  return work->back ? work->core_end : work->core_end + work->label;
}

static void
set_label_of_last (TalksRowsPacker *self,
                   int              row,
                   double           label)
{
  TalksRowsWork *last = talks_rows_get_last (self, row);

  if (last != NULL)
    last->label = label;
}

/* ---- what a place costs ---- */

/* What a loss counts: for a meeting of thirty six times as much as for one that nobody is known to
 * have attended. */
static double
importance (guint weight)
{
  return 1 + log2 (1.0 + weight);
}

static double
loss (double want,
      double given)
{
  if (want <= 0 || given >= want)
    return 0;
  return given <= 0 ? COST_DROPPED : 1 - given / want;
}

static double
loss_of_last (const TalksRowsWork *last,
              double               label)
{
  if (last == NULL || label == last->label)
    return 0;
  return importance (last->weight) * (loss (last->want, label) - loss (last->want, last->label));
}

static double
loss_of_slot (const TalksSlot *slot,
              double           label)
{
  double lost = loss (slot->label, label);

  return lost > 0 ? importance (slot->weight + 1) * lost : 0;
}

double
talks_rows_cut_label (double want,
                      double least,
                      double room)
{
  if (room >= want)
    return want;
  return room >= MIN (least, want) ? floor (room) : 0;
}

double
talks_rows_squeeze (TalksRowsPacker     *self,
                    const TalksRowsWork *last,
                    double               start)
{
  double room;

  if (last == NULL)
    return 0;
  room = start - self->style->gap - last->core_end;
  if (room < 0)
    return -1;
  return last->back ? last->label : talks_rows_cut_label (last->label, last->least, room);
}

static Choice
try_forward (TalksRowsPacker *self,
             const TalksSlot *slot,
             int              row)
{
  const TalksRowsWork *last = talks_rows_get_last (self, row);
  double bound = talks_rows_get_bound (self, row);
  Choice choice = { .row = row };

  choice.other = talks_rows_squeeze (self, last, slot->start);
  if (choice.other < 0 || slot->end > bound)
    return (Choice) { .row = TALKS_ROWS_NONE };

  choice.own = talks_rows_cut_label (slot->label, slot->min_label,
                                     MIN (slot->limit, bound) - slot->end);
  choice.cost = loss_of_slot (slot, choice.own) + loss_of_last (last, choice.other);
  if (slot->end > slot->limit)
    choice.cost += COST_OVER_LIMIT;
  return choice;
}

/* With the label before the core. It shares the room with the label of the row's last pack, each
 * in the measure of what it wants and weighs. */
static Choice
try_back (TalksRowsPacker *self,
          const TalksSlot *slot,
          int              row)
{
  const TalksRowsWork *last = talks_rows_get_last (self, row);
  double room = slot->back_start - slot->back_limit; /* for its own label */
  double both = last != NULL ? slot->back_start - self->style->gap - last->core_end : room;
  double theirs = last != NULL && !last->back ? last->label : 0;
  Choice choice = { .row = row, .back = TRUE };

  if (slot->label <= 0 || MIN (room, both) < 0 || slot->back_end > talks_rows_get_bound (self, row))
    return (Choice) { .row = TALKS_ROWS_NONE };

  choice.own = talks_rows_cut_label (slot->label, slot->min_label, room);
  choice.other = theirs;
  if (choice.own + choice.other > both)
    {
      double mine = slot->label * importance (slot->weight + 1);
      double others = last != NULL ? theirs * importance (last->weight) : 0;

      choice.own = talks_rows_cut_label (slot->label, slot->min_label,
                                         MIN (room, both * mine / (mine + others)));
      if (last != NULL)
        choice.other = talks_rows_cut_label (theirs, last->least, both - choice.own);
      choice.own = talks_rows_cut_label (slot->label, slot->min_label,
                                         MIN (room, both - choice.other));
    }
  if (last != NULL && last->back)
    choice.other = last->label;
  choice.cost = loss_of_slot (slot, choice.own) + loss_of_last (last, choice.other) + COST_BACK;
  return choice;
}

static Choice
choose (TalksRowsPacker *self,
        const TalksSlot *slot)
{
  gboolean limited = slot->end + slot->label > slot->limit;
  Choice best = { .row = TALKS_ROWS_NONE };

  for (int row = 0; row < self->style->max_rows; row++)
    {
      Choice choice = try_forward (self, slot, row);

      if (choice.row != TALKS_ROWS_NONE
          && (best.row == TALKS_ROWS_NONE || choice.cost < best.cost))
        best = choice;
      if (best.row != TALKS_ROWS_NONE && best.cost <= 0)
        break; /* nothing is cheaper than that */
      if (!limited)
        continue;
      choice = try_back (self, slot, row);
      if (choice.row != TALKS_ROWS_NONE
          && (best.row == TALKS_ROWS_NONE || choice.cost < best.cost))
        best = choice;
    }
  return best;
}

/* ---- placing ---- */

static void
put (TalksRowsPacker *self,
     const TalksSlot *slot,
     guint            index,
     gboolean         reduced,
     const Choice    *choice)
{
  set_label_of_last (self, choice->row, choice->other);
  talks_rows_push (self, (TalksRowsWork) {
    .kind = TALKS_PACK_SINGLE,
    .core_start = choice->back ? slot->back_start : slot->start,
    .core_end = choice->back ? slot->back_end : slot->end,
    .want = slot->label,
    .least = slot->min_label,
    .label = choice->own,
    .back = choice->back,
    .reduced = reduced,
    .is_long = slot->end > slot->short_end,
    .row = choice->row,
    .n_rows = 1,
    .weight = slot->weight + 1,
    .head = index,
    .tail = index,
    .n = 1,
  });
}

/* Bars leave at least one row to the rest. */
static gboolean
is_crowded (TalksRowsPacker *self,
            const TalksSlot *slot)
{
  int n_long = 0;

  for (int row = 0; row < self->style->max_rows; row++)
    {
      const TalksRowsWork *last = talks_rows_get_last (self, row);

      if (last != NULL && last->is_long && last->core_end + self->style->gap > slot->start)
        n_long++;
    }
  return n_long >= self->style->max_rows - 1;
}

void
talks_rows_place (TalksRowsPacker *self,
                  const TalksSlot *slot,
                  guint            index)
{
  gboolean is_long = slot->end > slot->short_end;
  TalksSlot reduced = *slot;
  TalksRowsPlace place;
  Choice choice = { .row = TALKS_ROWS_NONE };

  if (talks_rows_take_place (self, index, &place, &choice.row))
    {
      choice.back = place.back;
      choice.own = place.label;
      choice.other = talks_rows_squeeze (self, talks_rows_get_last (self, choice.row), place.start);
      put (self, slot, index, FALSE, &choice);
      return;
    }
  if (!is_long || !is_crowded (self, slot))
    choice = choose (self, slot);
  if (choice.row != TALKS_ROWS_NONE)
    {
      put (self, slot, index, FALSE, &choice);
      return;
    }

  if (is_long)
    {
      reduced.end = slot->short_end;
      reduced.label = slot->short_label;
      reduced.min_label = slot->short_least;
      choice = choose (self, &reduced);
    }
  if (choice.row != TALKS_ROWS_NONE)
    put (self, &reduced, index, TRUE, &choice);
  else
    talks_rows_make_room (self, slot, index);
}

/* ---- the result ---- */

static int
compare_guints (const void *a,
                const void *b)
{
  guint one = *(const guint *) a;
  guint two = *(const guint *) b;

  return (one > two) - (one < two);
}

/* slots: where the pack's slots are put. */
static TalksPack
finish_pack (TalksRowsPacker     *self,
             const TalksRowsWork *work,
             guint               *slots)
{
  guint slot = work->head;

  for (guint i = 0; i < work->n; i++)
    {
      slots[i] = slot;
      slot = self->next[slot];
    }
  if (work->n > 1)
    qsort (slots, work->n, sizeof *slots, compare_guints);

  return (TalksPack) {
    .kind = work->kind,
    .start = work->back ? work->core_start - work->label : work->core_start,
    .end = talks_rows_work_end (work),
    .core_start = work->core_start,
    .core_end = work->core_end,
    .label = work->label,
    .back = work->back,
    .reduced = work->reduced,
    .row = work->row,
    .n_rows = work->n_rows,
    .n_slots = work->n,
    .slots = slots,
  };
}

/* The stacks have the packs as they are wanted: row by row, from left to right. */
static TalksRows *
finish (TalksRowsPacker *self)
{
  TalksRows *rows = g_new0 (TalksRows, 1);
  guint n = 0;

  rows->packs = g_array_sized_new (FALSE, FALSE, sizeof (TalksPack), self->works->len);
  rows->slots = g_new (guint, self->n_slots + 1);
  for (int row = 0; row < self->style->max_rows; row++)
    for (guint i = 0; i < self->stacks[row]->len; i++)
      {
        const TalksRowsWork *work = &g_array_index (self->works, TalksRowsWork,
                                                    g_array_index (self->stacks[row], int, i));
        TalksPack pack;

        if (work->gone || work->row != row)
          continue;
        pack = finish_pack (self, work, &rows->slots[n]);
        n += pack.n_slots;
        rows->n_rows = MAX (rows->n_rows, pack.row + pack.n_rows);
        g_array_append_val (rows->packs, pack);
      }
  g_assert (n == self->n_slots);
  return rows;
}

TalksRows *
talks_rows_new (const TalksSlot      *slots,
                guint                 n_slots,
                const TalksRowsStyle *style)
{
  TalksRowsPacker self = { .slots = slots, .n_slots = n_slots, .style = style };
  TalksRows *rows;

  g_return_val_if_fail (slots != NULL || n_slots == 0, NULL);
  g_return_val_if_fail (style != NULL && style->max_rows > 0, NULL);

  self.works = g_array_sized_new (FALSE, FALSE, sizeof (TalksRowsWork), n_slots);
  self.stacks = g_new (GArray *, style->max_rows);
  self.next = g_new0 (guint, n_slots + 1);
  self.group = g_new (int, n_slots + 1);
  self.reserved = g_new (int, n_slots + 1);
  self.ahead = g_new (GArray *, style->max_rows);
  for (int i = 0; i < style->max_rows; i++)
    {
      self.stacks[i] = g_array_new (FALSE, FALSE, sizeof (int));
      self.ahead[i] = g_array_new (FALSE, FALSE, sizeof (TalksRowsPlace));
    }
  for (guint i = 0; i < n_slots; i++)
    self.group[i] = TALKS_ROWS_NONE;

  talks_rows_reserve (&self);
  talks_rows_find_dense (&self);
  for (guint i = 0; i < n_slots; i++)
    {
      if (self.group[i] == TALKS_ROWS_NONE)
        talks_rows_place (&self, &slots[i], i);
      else if (self.group[i] == (int) i)
        talks_rows_make_profile (&self, i);
    }
  rows = finish (&self);

  g_array_unref (self.works);
  g_free (self.next);
  g_free (self.group);
  g_free (self.reserved);
  for (int i = 0; i < style->max_rows; i++)
    {
      g_array_unref (self.ahead[i]);
      g_array_unref (self.stacks[i]);
    }
  g_free (self.ahead);
  g_free (self.stacks);
  return rows;
}

void
talks_rows_free (TalksRows *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->packs);
  g_free (self->slots);
  g_free (self);
}
