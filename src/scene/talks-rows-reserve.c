/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places kept for the heaviest slots. */

#include "talks-rows-private.h"

#include <math.h>
#include <stdlib.h>

/* Slots that weigh less are never kept a place for. */
#define MIN_WEIGHT 4
/* The share of its label that stands after the mark, or else the whole stands before it. */
#define MIN_LABEL 0.6
/* Rows without kept places: the rest is never shut out, and need not give way too much. */
#define MIN_FREE_ROWS 3

static int
compare_weights (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const TalksSlot *slots = data;
  guint one = *(const guint *) a;
  guint two = *(const guint *) b;

  if (slots[one].weight != slots[two].weight)
    return slots[one].weight > slots[two].weight ? -1 : 1;
  return (one > two) - (one < two);
}

/* Where a slot would stand with its whole label, or most of it where a fold is near; FALSE if there
 * is no such place. */
static gboolean
get_place (const TalksSlot *slot,
           TalksRowsPlace  *place)
{
  double room = floor (slot->limit - slot->end);

  place->back = room < MAX (MIN_LABEL * slot->label, MIN (slot->min_label, slot->label));
  place->label = place->back ? slot->label : MIN (slot->label, room);
  place->start = place->back ? slot->back_start - slot->label : slot->start;
  place->end = place->back ? slot->back_end : slot->end + place->label;
  return !place->back || place->start >= slot->back_limit;
}

/* The index in a row before which place fits, or TALKS_ROWS_NONE. */
static int
find_room (const GArray         *row,
           const TalksRowsPlace *place,
           double                gap)
{
  guint low = 0;
  guint high = row->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (row, TalksRowsPlace, middle).start < place->start)
        low = middle + 1;
      else
        high = middle;
    }
  if (low > 0 && g_array_index (row, TalksRowsPlace, low - 1).end + gap > place->start)
    return TALKS_ROWS_NONE;
  if (low < row->len && g_array_index (row, TalksRowsPlace, low).start < place->end + gap)
    return TALKS_ROWS_NONE;
  return (int) low;
}

void
talks_rows_reserve (TalksRowsPacker *self)
{
  g_autofree guint *heavy = g_new (guint, self->n_slots + 1);
  guint n_heavy = 0;

  for (guint i = 0; i < self->n_slots; i++)
    {
      const TalksSlot *slot = &self->slots[i];

      self->reserved[i] = TALKS_ROWS_NONE;
      if (slot->weight >= MIN_WEIGHT && slot->end <= slot->short_end)
        heavy[n_heavy++] = i;
    }
  g_qsort_with_data (heavy, (int) n_heavy, sizeof *heavy, compare_weights, (gpointer) self->slots);

  for (guint i = 0; i < n_heavy; i++)
    {
      TalksRowsPlace place = { .slot = heavy[i] };

      if (!get_place (&self->slots[heavy[i]], &place))
        continue;
      for (int row = 0; row < self->style->max_rows - MIN_FREE_ROWS; row++)
        {
          int at = find_room (self->ahead[row], &place, self->style->gap);

          if (at == TALKS_ROWS_NONE)
            continue;
          g_array_insert_val (self->ahead[row], (guint) at, place);
          self->reserved[heavy[i]] = row;
          break;
        }
    }

  /* Taken from the end, which costs nothing. */
  for (int row = 0; row < self->style->max_rows; row++)
    {
      GArray *places = self->ahead[row];

      for (guint i = 0; i < places->len / 2; i++)
        {
          TalksRowsPlace *one = &g_array_index (places, TalksRowsPlace, i);
          TalksRowsPlace *two = &g_array_index (places, TalksRowsPlace, places->len - 1 - i);
          TalksRowsPlace swap = *one;

          *one = *two;
          *two = swap;
        }
    }
}

static TalksRowsPlace *
get_next (TalksRowsPacker *self,
          int              row)
{
  GArray *places = self->ahead[row];

  return places->len > 0 ? &g_array_index (places, TalksRowsPlace, places->len - 1) : NULL;
}

double
talks_rows_get_bound (TalksRowsPacker *self,
                      int              row)
{
  const TalksRowsPlace *next = get_next (self, row);

  return next != NULL ? next->start - self->style->gap : G_MAXDOUBLE;
}

gboolean
talks_rows_take_place (TalksRowsPacker *self,
                       guint            slot,
                       TalksRowsPlace  *place,
                       int             *row)
{
  *row = self->reserved[slot];
  if (*row == TALKS_ROWS_NONE)
    return FALSE;

  *place = *get_next (self, *row);
  g_assert (place->slot == slot);
  g_array_set_size (self->ahead[*row], self->ahead[*row]->len - 1);
  self->reserved[slot] = TALKS_ROWS_NONE;
  return TRUE;
}

void
talks_rows_release (TalksRowsPacker *self,
                    int              row,
                    double           end)
{
  while (talks_rows_get_bound (self, row) < end)
    {
      self->reserved[get_next (self, row)->slot] = TALKS_ROWS_NONE;
      g_array_set_size (self->ahead[row], self->ahead[row]->len - 1);
    }
}
