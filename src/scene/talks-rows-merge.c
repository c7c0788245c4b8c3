/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where there is no room: clusters and profiles. */

#include "talks-rows-private.h"

static void
join_chains (TalksRowsPacker     *self,
             TalksRowsWork       *into,
             const TalksRowsWork *from)
{
  self->next[into->tail] = from->head;
  into->tail = from->tail;
  into->n += from->n;
}

/* A pack that grew takes what is kept for others in its rows. */
static void
release_for (TalksRowsPacker     *self,
             const TalksRowsWork *work)
{
  for (int i = 0; i < work->n_rows; i++)
    talks_rows_release (self, work->row + i, work->core_end);
}

static void
join_slot (TalksRowsPacker *self,
           TalksRowsWork   *into,
           guint            slot,
           double           end)
{
  join_chains (self, into, &(TalksRowsWork) { .head = slot, .tail = slot, .n = 1 });
  into->core_end = MAX (into->core_end, end);
}

/* ---- clusters ---- */

static void
become_pill (TalksRowsPacker *self,
             TalksRowsWork   *work,
             double           limit)
{
  const TalksRowsStyle *style = self->style;

  work->kind = TALKS_PACK_PILL;
  work->back = FALSE;
  work->reduced = FALSE;
  work->is_long = FALSE;

  /* Before a fold it moves back as far as what stands before it in its row allows. */
  if (work->core_start + style->pill > limit)
    {
      const TalksRowsWork *below = talks_rows_get_below (self, work->row);
      double start = limit - style->pill;

      if (below != NULL)
        start = MAX (start, talks_rows_work_end (below) + style->gap);
      work->core_start = MIN (work->core_start, start);
    }
  work->core_end = MAX (work->core_end, work->core_start + style->pill);
  work->want = style->pill_label;
  work->least = work->want; /* all of its words or only the number */
  release_for (self, work);
  work->label = talks_rows_cut_label (work->want, work->least,
                                      MIN (limit, talks_rows_get_bound (self, work->row)) - work->core_end);
}

/* Two packs, the last ones of their rows, become one in the row of the earlier. */
static void
merge_lasts (TalksRowsPacker *self,
             int              row_a,
             int              row_b,
             double           limit)
{
  TalksRowsWork *a = talks_rows_get_last (self, row_a);
  TalksRowsWork *b = talks_rows_get_last (self, row_b);

  if (b->core_start < a->core_start)
    {
      merge_lasts (self, row_b, row_a, limit);
      return;
    }
  join_chains (self, a, b);
  a->core_end = MAX (a->core_end, b->core_end);
  become_pill (self, a, limit);
  talks_rows_pop (self, row_b);
}

static guint
get_merge_weight (TalksRowsPacker *self,
                  int              row)
{
  const TalksRowsWork *work = talks_rows_get_last (self, row);

  if (work->kind != TALKS_PACK_SINGLE)
    return 0;
  return work->is_long ? G_MAXUINT : work->weight;
}

/* Of equals the later one is taken as lighter. */
static gboolean
is_lighter (TalksRowsPacker *self,
            int              row,
            int              than)
{
  guint weight = get_merge_weight (self, row);
  guint other = get_merge_weight (self, than);

  if (weight != other)
    return weight < other;
  return talks_rows_get_last (self, row)->core_start > talks_rows_get_last (self, than)->core_start;
}

/* The rows with the lightest last packs among those that are in the way at start. In rows without
 * kept places there is always one. */
static void
find_lightest (TalksRowsPacker *self,
               double           start,
               int             *first,
               int             *second)
{
  *first = TALKS_ROWS_NONE;
  *second = TALKS_ROWS_NONE;
  for (int row = 0; row < self->style->max_rows; row++)
    {
      if (talks_rows_squeeze (self, talks_rows_get_last (self, row), start) >= 0)
        continue;
      if (*first == TALKS_ROWS_NONE || is_lighter (self, row, *first))
        {
          *second = *first;
          *first = row;
        }
      else if (*second == TALKS_ROWS_NONE || is_lighter (self, row, *second))
        *second = row;
    }
}

void
talks_rows_make_room (TalksRowsPacker *self,
                      const TalksSlot *slot,
                      guint            index)
{
  TalksRowsWork *last;
  int first;
  int second;

  for (int row = 0; row < self->style->max_rows; row++)
    {
      last = talks_rows_get_last (self, row);
      if (last != NULL && last->kind == TALKS_PACK_PROFILE
          && talks_rows_squeeze (self, last, slot->start) < 0)
        {
          join_slot (self, last, index, slot->short_end);
          release_for (self, last);
          return;
        }
    }

  find_lightest (self, slot->start, &first, &second);
  g_assert (first != TALKS_ROWS_NONE);
  if (second == TALKS_ROWS_NONE || slot->weight + 1 <= get_merge_weight (self, second))
    {
      last = talks_rows_get_last (self, first);
      join_slot (self, last, index, slot->short_end);
      become_pill (self, last, slot->limit);
      return;
    }
  merge_lasts (self, first, second, slot->limit);
  talks_rows_place (self, slot, index);
}

/* ---- profiles ---- */

void
talks_rows_find_dense (TalksRowsPacker *self)
{
  const TalksSlot *slots = self->slots;
  guint rows = (guint) self->style->max_rows;
  g_autofree guint *narrow = g_new (guint, self->n_slots + 1);
  guint n = 0;
  guint i = 0;

  for (guint k = 0; k < self->n_slots; k++)
    if (slots[k].end <= slots[k].short_end && self->reserved[k] == TALKS_ROWS_NONE)
      narrow[n++] = k;

  while (i + rows < n)
    {
      guint end = i; /* last slot of the stretch that starts with i */

      for (guint k = i; k <= end && k + rows < n; k++)
        if (slots[narrow[k + rows]].start < slots[narrow[k]].end + self->style->gap)
          end = k + rows;

      if (end - i + 1 >= 3 * rows
          && slots[narrow[end]].end - slots[narrow[i]].start >= self->style->profile)
        for (guint k = i; k <= end; k++)
          self->group[narrow[k]] = (int) narrow[i];
      i = end + 1;
    }
}

/* Takes in what stands where the profile begins; bars only if bars_too. */
static void
absorb (TalksRowsPacker *self,
        TalksRowsWork   *profile,
        gboolean         bars_too)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (int row = 0; row < self->style->max_rows; row++)
        {
          TalksRowsWork *last = talks_rows_get_last (self, row);

          if (last == NULL || (last->is_long && !bars_too)
              || last->core_end + self->style->gap <= profile->core_start)
            continue;

          join_chains (self, profile, last);
          profile->core_start = MIN (profile->core_start, last->core_start);
          profile->core_end = MAX (profile->core_end, last->core_end);
          talks_rows_pop (self, row);
          again = TRUE;
        }
    }
}

/* Puts the profile on the longest run of rows that are free for it; rows with kept places count as
 * free only if reserved_too. FALSE: there is none. */
static gboolean
find_free_rows (TalksRowsPacker *self,
                TalksRowsWork   *profile,
                gboolean         reserved_too)
{
  int run = 0;

  profile->n_rows = 0;
  for (int row = 0; row < self->style->max_rows; row++)
    {
      gboolean is_free = talks_rows_squeeze (self, talks_rows_get_last (self, row), profile->core_start) >= 0;

      if (!reserved_too && talks_rows_get_bound (self, row) < profile->core_end)
        is_free = FALSE;
      run = is_free ? run + 1 : 0;
      if (run > profile->n_rows)
        {
          profile->n_rows = run;
          profile->row = row - run + 1;
        }
    }
  return profile->n_rows > 0;
}

void
talks_rows_make_profile (TalksRowsPacker *self,
                         guint            first)
{
  TalksRowsWork profile = {
    .kind = TALKS_PACK_PROFILE,
    .core_start = self->slots[first].start,
    .core_end = self->slots[first].end,
    .head = first,
    .tail = first,
    .n = 1,
  };

  /* The slots of a stretch overlap each other: after a gap there are none. */
  for (guint k = first + 1; k < self->n_slots; k++)
    {
      if (self->slots[k].start > profile.core_end + self->style->gap)
        break;
      if (self->group[k] == (int) first)
        join_slot (self, &profile, k, self->slots[k].end);
    }

  absorb (self, &profile, FALSE);
  if (!find_free_rows (self, &profile, FALSE) && !find_free_rows (self, &profile, TRUE))
    {
      absorb (self, &profile, TRUE);
      find_free_rows (self, &profile, TRUE);
    }
  for (int row = profile.row; row < profile.row + profile.n_rows; row++)
    {
      TalksRowsWork *last = talks_rows_get_last (self, row);

      if (last != NULL)
        last->label = talks_rows_squeeze (self, last, profile.core_start);
    }
  release_for (self, &profile);
  talks_rows_push (self, profile);
}
