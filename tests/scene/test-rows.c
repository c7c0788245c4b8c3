/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdlib.h>

#include "talks-rows.h"

static const TalksRowsStyle style = {
  .max_rows = 4, .gap = 8, .pill = 30, .pill_label = 40, .profile = 60,
};

/* A mark at x with a label of that width. */
static TalksSlot
mark (double x,
      double label)
{
  return (TalksSlot) {
    .start = x - 7,
    .end = x + 7,
    .label = label,
    .min_label = 40,
    .short_end = x + 7,
    .short_label = label,
    .short_least = 40,
    .back_start = x - 7,
    .back_end = x + 7,
    .back_limit = 0,
    .limit = 10000,
    .weight = 1,
  };
}

static TalksSlot
bar (double start,
     double end)
{
  TalksSlot slot = mark (start + 7, 0);

  slot.end = end;
  slot.back_end = end;
  slot.short_label = 60;
  return slot;
}

static const TalksPack *
get_pack (const TalksRows *rows,
          guint            slot)
{
  for (guint i = 0; i < rows->packs->len; i++)
    {
      const TalksPack *pack = &g_array_index (rows->packs, TalksPack, i);

      for (guint k = 0; k < pack->n_slots; k++)
        if (pack->slots[k] == slot)
          return pack;
    }
  return NULL;
}

/* What the header promises. */
static void
check (const TalksSlot      *slots,
       guint                 n_slots,
       const TalksRowsStyle *rows_style,
       const TalksRows      *rows)
{
  g_autofree int *seen = g_new0 (int, n_slots + 1);

  g_assert_cmpint (rows->n_rows, <=, rows_style->max_rows);
  for (guint i = 0; i < rows->packs->len; i++)
    {
      const TalksPack *pack = &g_array_index (rows->packs, TalksPack, i);

      g_assert_cmpint (pack->row, >=, 0);
      g_assert_cmpint (pack->n_rows, >=, 1);
      g_assert_cmpint (pack->row + pack->n_rows, <=, rows->n_rows);
      g_assert_cmpuint (pack->n_slots, >, 0);
      g_assert_true ((pack->kind == TALKS_PACK_SINGLE) == (pack->n_slots == 1));
      g_assert_cmpfloat (pack->start, <=, pack->core_start);
      g_assert_cmpfloat (pack->core_end, <=, pack->end);
      for (guint k = 0; k < pack->n_slots; k++)
        {
          const TalksSlot *slot = &slots[pack->slots[k]];

          seen[pack->slots[k]]++;
          g_assert_true (k == 0 || pack->slots[k] > pack->slots[k - 1]);
          if (pack->kind == TALKS_PACK_SINGLE && !pack->back)
            {
              double end = pack->reduced ? slot->short_end : slot->end;

              g_assert_cmpfloat (pack->core_start, ==, slot->start);
              g_assert_cmpfloat (pack->core_end, ==, end);
              if (pack->label > 0)
                g_assert_cmpfloat (pack->end, <=, MAX (slot->limit, end));
            }
          if (pack->back)
            g_assert_cmpfloat (pack->start, >=, slot->back_limit);
          if (pack->label > 0 && pack->kind == TALKS_PACK_SINGLE)
            {
              double want = pack->reduced ? slot->short_label : slot->label;
              double least = pack->reduced ? slot->short_least : slot->min_label;

              g_assert_cmpfloat (pack->label, <=, want);
              g_assert_cmpfloat (pack->label, >=, MIN (floor (least), want));
            }
        }
      for (guint k = 0; k < i; k++)
        {
          const TalksPack *other = &g_array_index (rows->packs, TalksPack, k);

          if (other->row + other->n_rows <= pack->row || pack->row + pack->n_rows <= other->row)
            continue;
          if (other->end + rows_style->gap > pack->start + 1e-6
              && pack->end + rows_style->gap > other->start + 1e-6)
            g_error ("rows %d and %d: %f–%f and %f–%f", pack->row, other->row, pack->start, pack->end,
                     other->start, other->end);
        }
    }
  for (guint i = 0; i < n_slots; i++)
    g_assert_cmpint (seen[i], ==, 1);
}

static TalksRows *
pack_all (const TalksSlot *slots,
          guint            n_slots)
{
  TalksRows *rows = talks_rows_new (slots, n_slots, &style);

  check (slots, n_slots, &style, rows);
  return rows;
}

static void
test_empty (void)
{
  g_autoptr (TalksRows) rows = talks_rows_new (NULL, 0, &style);

  g_assert_cmpint (rows->n_rows, ==, 0);
  g_assert_cmpuint (rows->packs->len, ==, 0);
}

static void
test_room_for_all (void)
{
  const TalksSlot slots[] = { mark (100, 80), mark (120, 80), mark (300, 80) };
  g_autoptr (TalksRows) rows = pack_all (slots, G_N_ELEMENTS (slots));

  g_assert_cmpint (rows->n_rows, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    g_assert_cmpfloat (get_pack (rows, i)->label, ==, 80);
  g_assert_cmpint (get_pack (rows, 0)->row, ==, 0);
  g_assert_cmpint (get_pack (rows, 1)->row, ==, 1);
  g_assert_cmpint (get_pack (rows, 2)->row, ==, 0);
}

/* The fifth comes where no row is free: the label that loses least of itself gives way. */
static void
test_shortened (void)
{
  const TalksSlot slots[] = {
    mark (100, 100), mark (120, 300), mark (140, 100), mark (160, 100), mark (190, 100),
  };
  g_autoptr (TalksRows) rows = pack_all (slots, G_N_ELEMENTS (slots));

  g_assert_cmpint (get_pack (rows, 4)->row, ==, 0);
  g_assert_cmpfloat (get_pack (rows, 0)->label, ==, 190 - 7 - 8 - 107);
  g_assert_cmpfloat (get_pack (rows, 1)->label, ==, 300);
  g_assert_cmpfloat (get_pack (rows, 4)->label, ==, 100);
}

static void
test_dropped (void)
{
  const TalksSlot slots[] = {
    mark (100, 100), mark (105, 100), mark (110, 100), mark (115, 100), mark (130, 100),
  };
  g_autoptr (TalksRows) rows = pack_all (slots, G_N_ELEMENTS (slots));
  int n_labels = 0;

  g_assert_cmpuint (rows->packs->len, ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    n_labels += get_pack (rows, i)->label > 0;
  g_assert_cmpint (n_labels, ==, 4);
  g_assert_cmpfloat (get_pack (rows, 4)->label, ==, 100);
}

/* Of those that meet, the two lightest become one. */
static void
test_merged (void)
{
  TalksSlot slots[] = { mark (100, 50), mark (101, 50), mark (102, 50), mark (103, 50), mark (104, 50) };
  g_autoptr (TalksRows) rows = NULL;

  slots[0].weight = 3;
  slots[1].weight = 0;
  slots[2].weight = 3;
  slots[3].weight = 0;
  slots[4].weight = 3;
  rows = pack_all (slots, G_N_ELEMENTS (slots));
  g_assert_cmpuint (rows->packs->len, ==, 4);
  g_assert_true (get_pack (rows, 1) == get_pack (rows, 3));
  g_assert_cmpint (get_pack (rows, 1)->kind, ==, TALKS_PACK_PILL);
}

static void
test_profile (void)
{
  g_autofree TalksSlot *slots = g_new (TalksSlot, 400);
  g_autoptr (TalksRows) rows = NULL;

  for (int i = 0; i < 400; i++)
    slots[i] = mark (100 + i, 50);
  rows = pack_all (slots, 400);
  g_assert_cmpuint (rows->packs->len, ==, 1);
  g_assert_cmpint (get_pack (rows, 0)->kind, ==, TALKS_PACK_PROFILE);
  g_assert_cmpint (get_pack (rows, 0)->n_rows, ==, 4);
}

/* What weighs most keeps its whole label in the first row, whatever comes before it. */
static void
test_reserved (void)
{
  g_autofree TalksSlot *slots = g_new (TalksSlot, 60);
  g_autoptr (TalksRows) rows = NULL;

  for (int i = 0; i < 60; i++)
    slots[i] = mark (100 + 9 * i, 120);
  slots[30].weight = 20;
  rows = pack_all (slots, 60);
  g_assert_cmpint (get_pack (rows, 30)->kind, ==, TALKS_PACK_SINGLE);
  g_assert_cmpint (get_pack (rows, 30)->row, ==, 0);
  g_assert_cmpfloat (get_pack (rows, 30)->label, >, 0);
}

static void
test_turned (void)
{
  TalksSlot slots[] = { mark (100, 50), mark (290, 120) };
  g_autoptr (TalksRows) rows = NULL;

  slots[0].limit = slots[1].limit = 300;
  rows = pack_all (slots, G_N_ELEMENTS (slots));
  g_assert_false (get_pack (rows, 0)->back);
  g_assert_true (get_pack (rows, 1)->back);
  g_assert_cmpfloat (get_pack (rows, 1)->label, ==, 120);
}

/* Bars leave a row to the rest. */
static void
test_crowded_bars (void)
{
  TalksSlot slots[12];
  g_autoptr (TalksRows) rows = NULL;
  int n_bars = 0;

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    slots[i] = bar (100 + 40 * i, 2000);
  rows = pack_all (slots, G_N_ELEMENTS (slots));
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    n_bars += get_pack (rows, i)->kind == TALKS_PACK_SINGLE && !get_pack (rows, i)->reduced;
  g_assert_cmpint (n_bars, ==, 3);
}

static int
compare_slots (const void *a,
               const void *b)
{
  const TalksSlot *one = a;
  const TalksSlot *two = b;

  return (one->start > two->start) - (one->start < two->start);
}

static TalksSlot
random_slot (double width)
{
  double x = g_test_rand_double_range (0, width);
  double fold = width * g_test_rand_int_range (1, 4) / 3;
  TalksSlot slot = mark (floor (x), g_test_rand_bit () ? g_test_rand_int_range (5, 250) : 0);

  if (g_test_rand_int_range (0, 6) == 0)
    slot = bar (floor (x), floor (x) + g_test_rand_int_range (15, 900));
  else if (g_test_rand_int_range (0, 4) == 0)
    {
      /* A card: it stands to the right of its place, or to the left. */
      slot.start = floor (x);
      slot.end = slot.short_end = floor (x) + 24;
      slot.back_start = floor (x) - 24;
      slot.back_end = floor (x);
    }
  slot.limit = fold < slot.start ? width : fold;
  slot.back_limit = fold < slot.start ? fold : 0;
  slot.weight = (guint) g_test_rand_int_range (0, 3);
  if (g_test_rand_int_range (0, 10) == 0)
    slot.weight = (guint) g_test_rand_int_range (3, 30);
  return slot;
}

static void
test_random (void)
{
  for (int round = 0; round < 600; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 300);
      double width = g_test_rand_double_range (100, 6000);
      g_autofree TalksSlot *slots = g_new (TalksSlot, n);
      TalksRowsStyle rows_style = style;
      g_autoptr (TalksRows) rows = NULL;
      g_autoptr (TalksRows) again = NULL;

      rows_style.max_rows = g_test_rand_int_range (1, 7);
      for (guint i = 0; i < n; i++)
        slots[i] = random_slot (width);
      qsort (slots, n, sizeof *slots, compare_slots);
      rows = talks_rows_new (slots, n, &rows_style);
      check (slots, n, &rows_style, rows);

      again = talks_rows_new (slots, n, &rows_style);
      g_assert_cmpuint (again->packs->len, ==, rows->packs->len);
    }
}

/* Zooming in brings each event back. */
static void
test_zoom (void)
{
  double days[200];
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    days[i] = g_test_rand_double_range (0, 365);
  for (double zoom = 0.5; zoom < 5000; zoom *= 4)
    {
      TalksSlot slots[G_N_ELEMENTS (days)];
      g_autoptr (TalksRows) rows = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        {
          slots[i] = mark (days[i] * zoom, 100);
          slots[i].limit = 366 * zoom + 200;
        }
      qsort (slots, G_N_ELEMENTS (days), sizeof *slots, compare_slots);
      rows = pack_all (slots, G_N_ELEMENTS (days));
      g_assert_cmpuint (rows->packs->len, >=, most);
      most = rows->packs->len;
    }
  g_assert_cmpuint (most, ==, G_N_ELEMENTS (days));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/rows/empty", test_empty);
  g_test_add_func ("/scene/rows/room-for-all", test_room_for_all);
  g_test_add_func ("/scene/rows/shortened", test_shortened);
  g_test_add_func ("/scene/rows/dropped", test_dropped);
  g_test_add_func ("/scene/rows/merged", test_merged);
  g_test_add_func ("/scene/rows/profile", test_profile);
  g_test_add_func ("/scene/rows/reserved", test_reserved);
  g_test_add_func ("/scene/rows/turned", test_turned);
  g_test_add_func ("/scene/rows/crowded-bars", test_crowded_bars);
  g_test_add_func ("/scene/rows/random", test_random);
  g_test_add_func ("/scene/rows/zoom", test_zoom);
  return g_test_run ();
}
