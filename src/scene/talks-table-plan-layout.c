/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All lengths are those of a plan 340 pixels wide, the width of a side panel, times scale; those that hold
 * words also times words. */

#include "talks-table-plan-private.h"

#include <math.h>

#include "talks-vocabulary.h"

#define PANEL_WIDTH 340.0
#define PAD 14.0
#define NAME_HEIGHT 34.0   /* from the edge to the first seats; holds the party's name */
#define RADIUS 14.0
#define TABLE_HEIGHT 72.0
#define TABLE_MIN 104.0    /* its least width, before other zones must give way */
#define ROW_GAP 6.0        /* between a row and the table */
#define BETWEEN_ROWS 8.0
#define LEFT_WIDTH 66.0
#define RIGHT_CELL 52.0
#define ABSENT_CELL 37.0
#define ABSENT_MIN 56.0    /* room for the word */
#define WORD 13.0          /* a line of small words */
#define LEGEND_HEIGHT 22.0

#define MAX_SIDE 16
#define MAX_LEFT 6
#define MAX_RIGHT 12
#define MAX_ABSENT 8

/* The people of a zone: a run of self->people. */
typedef struct
{
  guint first;
  guint n;
} Run;

static double
get_words_scale (TalksTablePlan *self)
{
  return self->scale * self->words;
}

static Run
find_run (TalksTablePlan *self,
          Zone            zone)
{
  Run run = { 0, 0 };

  for (guint i = 0; i < self->people->len; i++)
    {
      if (g_array_index (self->people, Person, i).zone != zone)
        continue;
      if (run.n == 0)
        run.first = i;
      run.n++;
    }
  return run;
}

static const Person *
get_person (TalksTablePlan *self,
            guint           i)
{
  return &g_array_index (self->people, Person, i);
}

static void
add_seat (TalksTablePlan *self,
          guint           i,
          double          x,
          double          y,
          double          radius)
{
  const Person *person = get_person (self, i);
  TalksSeat seat = { person->participant, person->party, person->attendance, x, y, radius };

  g_array_append_val (self->seats, seat);
  g_array_append_val (self->zones, person->zone);
  g_array_append_val (self->heads, person->head);
}

static void
add_rest (TalksTablePlan *self,
          guint           n,
          double          x,
          double          y,
          double          radius)
{
  Rest rest = { x, y, radius, n };

  g_array_append_val (self->rests, rest);
}

static void
add_caption (TalksTablePlan *self,
             CaptionKind     kind,
             const char     *text,
             TalksParty     *party,
             double          x,
             double          y,
             double          width)
{
  Caption caption = { text, kind, party, x, y, width };

  g_array_append_val (self->captions, caption);
}

/* How many circles a zone has, and how many people stand behind the last one if there are more
 * people than that. */
static guint
cap (guint  n,
     guint  most,
     guint *hidden)
{
  *hidden = n > most ? n - (most - 1) : 0;
  return MIN (n, most);
}

/* ---- the two sides ---- */

typedef struct
{
  Run    run;
  guint  n_seats;
  guint  hidden;
  guint  n_rows;
  guint  in_row[MAX_SIDE];
  double radius;
  double pitch;
  double height;
} Side;

/* How wide rows may be: the one at the table, and those behind it. */
typedef struct
{
  double front;
  double behind;
} Room;

/* Fills the rows from the table outwards, evenly if they are as wide as each other; FALSE when some
 * have no seat then. */
static gboolean
fill_rows (Side   *side,
           guint   n_rows,
           double  pitch,
           Room    room)
{
  guint left = side->n_seats;

  side->n_rows = n_rows;
  for (guint row = 0; row < n_rows; row++)
    {
      guint most = MAX (1, (guint) floor ((row == 0 ? room.front : room.behind) / pitch));

      side->in_row[row] = MIN (most, (left + n_rows - row - 1) / (n_rows - row));
      left -= side->in_row[row];
    }
  return left == 0;
}

/* The largest circles that fit, in one row or two; more rows only when even the smallest need
 * them. */
static Side
plan_side (TalksTablePlan *self,
           Zone            zone,
           Room            room)
{
  static const struct
  {
    guint  n_rows;
    double radius;
  } choices[] = { { 1, 14 }, { 1, 12.5 }, { 2, 14 }, { 2, 12.5 }, { 2, 11.5 }, { 3, 11.5 } };
  Side side = { .run = find_run (self, zone) };
  double s = self->scale;
  double least = 0;
  gboolean fits = FALSE;

  side.n_seats = cap (side.run.n, MAX_SIDE, &side.hidden);
  for (size_t i = 0; i < G_N_ELEMENTS (choices) && !fits; i++)
    {
      /* Whoever wants large words cannot read the initials in the smallest circles. */
      double radius = self->words > 1 ? MAX (choices[i].radius, 12.5) : choices[i].radius;

      least = (2 * radius + 4.5) * s;
      side.radius = radius * s;
      fits = fill_rows (&side, choices[i].n_rows, least, room);
    }
  for (guint n_rows = 4; !fits; n_rows++)
    fits = fill_rows (&side, n_rows, least, room);

  side.pitch = 44 * s;
  for (guint row = 0; row < side.n_rows; row++)
    side.pitch = MIN (side.pitch, (row == 0 ? room.front : room.behind) / side.in_row[row]);
  side.pitch = MAX (side.pitch, least);
  side.height = side.n_rows * 2 * side.radius + (side.n_rows - 1) * BETWEEN_ROWS * s;
  return side;
}

/* People sit by rank from the left; heads among them, always first in rank, move to the middle of
 * the row at the table. */
static guint
seat_to_person (guint seat,
                guint n_row,
                guint n_heads)
{
  guint before = (n_row - MIN (n_heads, n_row)) / 2;

  if (seat < before)
    return n_heads + seat;
  if (seat < before + n_heads)
    return seat - before;
  return seat;
}

static void
place_side (TalksTablePlan *self,
            const Side     *side,
            double          middle,
            double          edge,
            double          direction)
{
  double s = self->scale;
  guint placed = 0;
  guint n_heads = 0;

  while (n_heads < side->n_seats && get_person (self, side->run.first + n_heads)->head)
    n_heads++;

  for (guint row = 0; row < side->n_rows; row++)
    {
      guint n = side->in_row[row];
      double y = edge + direction * (side->radius + row * (2 * side->radius + BETWEEN_ROWS * s));

      for (guint i = 0; i < n; i++)
        {
          double x = middle + (i - (n - 1) / 2.0) * side->pitch;

          if (side->hidden > 0 && placed + i + 1 == side->n_seats)
            add_rest (self, side->hidden, x, y, side->radius);
          else
            add_seat (self,
                      side->run.first + placed + (row == 0 ? seat_to_person (i, n, MIN (n_heads, n)) : i),
                      x, y, side->radius);
        }
      placed += n;
    }
}

/* ---- the ends ---- */

/* Circles in columns with words below: those who preside at the left, other parties at the
 * right. */
typedef struct
{
  Run    run;
  guint  n_seats;
  guint  hidden;
  guint  n_columns;
  guint  n_rows;
  double cell_width;
  double cell_height;
  double width;
  double height;
} End;

static End
plan_end (TalksTablePlan *self,
          Zone            zone,
          guint           most,
          guint           n_columns,
          double          cell_width,
          double          cell_height)
{
  End end = { .run = find_run (self, zone), .cell_width = cell_width, .cell_height = cell_height };

  end.n_seats = cap (end.run.n, most, &end.hidden);
  if (end.n_seats == 0)
    return end;
  end.n_columns = CLAMP (n_columns, 1, end.n_seats);
  end.n_rows = (end.n_seats + end.n_columns - 1) / end.n_columns;
  end.width = end.n_columns * cell_width;
  end.height = end.n_rows * cell_height;
  return end;
}

/* Below a seat stands its task, and its party unless the next seat is of the same one. */
static void
caption_end (TalksTablePlan *self,
             const End      *end,
             guint           i,
             double          x,
             double          y)
{
  const Person *person = get_person (self, end->run.first + i);
  const Person *next = i + 1 < end->n_seats ? get_person (self, end->run.first + i + 1) : NULL;
  const char *task = person->zone == ZONE_LEFT ? talks_table_plan_task (person->attendance) : NULL;

  if (task != NULL)
    {
      add_caption (self, CAPTION_TASK, task, NULL, x, y, end->cell_width);
      y += WORD * get_words_scale (self);
    }
  if (person->party != NULL && (next == NULL || next->party != person->party))
    add_caption (self, CAPTION_PARTY, talks_text_show (person->party->short_name, self->language),
                 person->party, x, y, end->cell_width);
}

static void
place_end (TalksTablePlan *self,
           const End      *end,
           double          left,
           double          middle)
{
  double s = self->scale;

  for (guint i = 0; i < end->n_seats; i++)
    {
      guint column = i / end->n_rows;
      guint n_rows = MIN (end->n_rows, end->n_seats - column * end->n_rows);
      double x = left + (column + 0.5) * end->cell_width;
      double y = middle - n_rows * end->cell_height / 2 + (i % end->n_rows) * end->cell_height
                 + (RADIUS + 2) * s;

      if (end->hidden > 0 && i + 1 == end->n_seats)
        add_rest (self, end->hidden, x, y, RADIUS * s);
      else
        {
          add_seat (self, end->run.first + i, x, y, RADIUS * s);
          caption_end (self, end, i, x, y + RADIUS * s + 10 * get_words_scale (self));
        }
    }
}

/* The absent stand in two groups, one above the word and one below it, as far from each other as
 * the two sides. */
static void
place_absent (TalksTablePlan *self,
              const End      *end,
              double          left,
              double          middle)
{
  double s = self->scale;
  double t = get_words_scale (self);
  guint above = (end->n_rows + 1) / 2;

  for (guint i = 0; i < end->n_seats; i++)
    {
      guint row = i / end->n_columns;
      guint n = MIN (end->n_columns, end->n_seats - row * end->n_columns);
      double x = left + end->width / 2 + (i % end->n_columns - (n - 1) / 2.0) * ABSENT_CELL * s;
      double y = middle;

      if (row < above)
        y -= ((above - row - 0.5) * ABSENT_CELL + 3) * s + WORD * 0.5 * t;
      else
        y += ((row - above + 0.5) * ABSENT_CELL + 3) * s + WORD * 0.5 * t;
      if (end->n_rows == 1)
        y = middle - WORD * t;

      if (end->hidden > 0 && i + 1 == end->n_seats)
        add_rest (self, end->hidden, x, y, RADIUS * s);
      else
        add_seat (self, end->run.first + i, x, y, RADIUS * s);
    }
  if (end->n_seats > 0)
    add_caption (self, CAPTION_ABSENT, talks_presence_to_words (TALKS_PRESENCE_ABSENT), NULL,
                 left + end->width / 2, end->n_rows == 1 ? middle + 12 * t : middle, end->width);
}

/* ---- the whole ---- */

typedef struct
{
  End    left;
  End    right;
  End    absent;
  double table_left;
  double table_width;
} Ends;

static Ends
try_ends (TalksTablePlan *self,
          const guint     columns[N_ZONES])
{
  double s = self->scale;
  double t = get_words_scale (self);
  Ends ends = { 0 };

  ends.left = plan_end (self, ZONE_LEFT, MAX_LEFT, columns[ZONE_LEFT], LEFT_WIDTH * t,
                        (2 * RADIUS + 8) * s + 2 * WORD * t);
  ends.right = plan_end (self, ZONE_RIGHT, MAX_RIGHT, columns[ZONE_RIGHT], RIGHT_CELL * t,
                         (2 * RADIUS + 7) * s + WORD * t);
  ends.absent = plan_end (self, ZONE_ABSENT, MAX_ABSENT, columns[ZONE_ABSENT], ABSENT_CELL * s,
                          ABSENT_CELL * s);
  if (ends.absent.n_seats > 0)
    {
      ends.absent.width = MAX (ends.absent.width, ABSENT_MIN * t);
      ends.absent.height += WORD * t + 6 * s;
    }
  ends.table_left = PAD * s + ends.left.width;
  ends.table_width = self->width - ends.table_left - ends.right.width - ends.absent.width - PAD * s
                     - (ends.absent.n_seats > 0 ? 12 * s : 0);
  return ends;
}

/* Few columns and a wide table. Where there is no room for that everything gets a little smaller, unless
 * the reader wants large words; then the ends higher, then everything as small as it must be. */
static Ends
plan_ends (TalksTablePlan *self)
{
  guint n_left = find_run (self, ZONE_LEFT).n;
  guint n_right = find_run (self, ZONE_RIGHT).n;
  guint n_absent = find_run (self, ZONE_ABSENT).n;
  guint columns[N_ZONES] = {
    [ZONE_LEFT] = n_left > 3 ? 2 : 1,
    [ZONE_RIGHT] = n_right > 8 ? 3 : n_right > 3 ? 2 : 1,
    [ZONE_ABSENT] = n_absent > 2 ? 2 : 1,
  };
  double readable = self->scale * (self->words > 1 ? MIN (0.82 * self->words, 1) : 0.82);

  for (;;)
    {
      Ends ends = try_ends (self, columns);

      if (ends.table_width >= TABLE_MIN * self->scale)
        return ends;
      if (self->scale > readable)
        self->scale *= 0.97;
      else if (columns[ZONE_RIGHT] > 1)
        columns[ZONE_RIGHT]--;
      else if (columns[ZONE_ABSENT] > 1)
        columns[ZONE_ABSENT]--;
      else if (columns[ZONE_LEFT] > 1)
        columns[ZONE_LEFT]--;
      else
        self->scale *= 0.97;
    }
}

static double
highest_end (const Ends *ends)
{
  return MAX (ends->left.height, MAX (ends->right.height, ends->absent.height));
}

/* Rows may stand out over the ends of the table, as far on both sides: the first one a little, where
 * nothing tall stands beside it; those behind it up to the edge, above whoever is at the ends. */
static Room
find_room (TalksTablePlan *self,
           const Ends     *ends)
{
  double s = self->scale;
  double middle = ends->table_left + ends->table_width / 2;
  double left = ends->left.n_seats == 1 ? 22 * s : 0;
  double right = ends->right.n_seats == 1 ? 14 * s : 0;
  double over;
  Room room;

  /* Beside the absent a gap is free anyway. */
  if (ends->right.n_seats == 0 && ends->absent.n_seats > 0)
    right = 8 * s;
  if (ends->left.n_seats == 0 && right > 0)
    left = 4 * s;
  over = MIN (left, right);
  room.front = ends->table_width + 2 * over;
  room.behind = room.front;
  if (highest_end (ends) <= (TABLE_HEIGHT + 2 * (2 * 11.5 + ROW_GAP + BETWEEN_ROWS) - 8) * s)
    room.behind = 2 * MIN (middle - PAD * s, self->width - PAD * s - middle);
  return room;
}

/* A table no longer than its people need, in the middle of its room. */
static void
fit_table (TalksTablePlan *self,
           Ends           *ends,
           const Side     *top,
           const Side     *bottom)
{
  double s = self->scale;
  double most = 0;
  double width;

  for (int i = 0; i < 2; i++)
    {
      const Side *side = i == 0 ? top : bottom;

      most = MAX (most, side->in_row[0] * side->pitch);
    }
  width = CLAMP (most + 2 * s, 150 * s, MAX (ends->table_width, 150 * s));
  width = MIN (width, ends->table_width);
  ends->table_left += (ends->table_width - width) / 2;
  ends->table_width = width;
}

void
talks_table_plan_lay_out (TalksTablePlan *self)
{
  Ends ends;
  Side top;
  Side bottom;
  Room room;
  double space;
  double middle_x;
  double middle_y;
  double s;
  double t;
  double body;

  self->scale = MIN (self->width / PANEL_WIDTH, 4);
  ends = plan_ends (self);
  s = self->scale;
  t = get_words_scale (self);
  room = find_room (self, &ends);
  space = ends.table_left + ends.table_width;
  top = plan_side (self, ZONE_TOP, room);
  bottom = plan_side (self, ZONE_BOTTOM, room);
  fit_table (self, &ends, &top, &bottom);

  /* The ends may be as high as table and rows together; else the table grows. */
  body = top.height + bottom.height + 2 * ROW_GAP * s;
  self->table.height = MAX (TABLE_HEIGHT * s, highest_end (&ends) - body);
  self->table.width = ends.table_width;
  self->table.x = ends.table_left;
  self->table.y = NAME_HEIGHT * t + top.height + ROW_GAP * s;
  self->name_y[0] = 18 * t;

  middle_x = self->table.x + self->table.width / 2;
  middle_y = self->table.y + self->table.height / 2;
  place_side (self, &top, middle_x, self->table.y - ROW_GAP * s, -1);
  place_side (self, &bottom, middle_x, self->table.y + self->table.height + ROW_GAP * s, 1);
  place_end (self, &ends.left, self->table.x - ends.left.width - 2 * s, middle_y);
  place_end (self, &ends.right, space + 2 * s, middle_y);
  place_absent (self, &ends.absent, self->width - PAD * s - ends.absent.width, middle_y);

  self->height = self->table.y + self->table.height + ROW_GAP * s + bottom.height
                 + NAME_HEIGHT * t;
  self->name_y[1] = self->height - 18 * t;
  if (self->some_remote || self->some_unclear)
    {
      self->legend_y = self->height + 2 * s;
      self->height += LEGEND_HEIGHT * t;
    }
}
