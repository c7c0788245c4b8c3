/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table as the last row sees it: fewer and larger circles than in the window. Who sits where is the
 * plan's; whoever has no room stands behind "+5". */

#include "talks-stage-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_GAP 11.0     /* between rows, and to the table */
#define RING 0.26        /* of the radius: what a head's ring needs around the circle */
#define BETWEEN 16.0     /* circles */
#define LEAST_TABLE 60.0
#define MOST_TABLE 130.0
#define MOST_ROWS 3
#define LEAST_RADIUS 34.0
#define KEY_RADIUS 18.0   /* of the circle beside the words that explain it */
#define ABSENT_GAP 36.0  /* between the table and those who stayed away */

static const double radii[] = { 54, 48, 42, 38, LEAST_RADIUS };

/* A run of the plan's people, with the room that they get. */
typedef struct
{
  guint  first;
  guint  n;
  guint  n_columns;
  guint  n_rows;
  double cell_width;
  double cell_height;
} Block;

typedef struct
{
  double radius;
  Block  blocks[N_ZONES];
  double table_width;
  double table_height;
  double height;
  guint  hidden;
} Arrangement;

/* ---- words ---- */

static double
word_height (TalksStage *self)
{
  return talks_stage_line_height (self, STAGE_LEAST_TYPE);
}

static StageType
word_type (TalksStage *self,
           gboolean    bold,
           TalksColor  color)
{
  return (StageType) { STAGE_LEAST_TYPE, bold, color, self->palette->surface };
}

static double
word_width (TalksStage *self,
            const char *text)
{
  g_autoptr (PangoLayout) layout = talks_stage_set_text (self, text,
                                                         word_type (self, FALSE, self->palette->text), -1, 0);

  return talks_stage_get_width (layout);
}

static const Person *
get_person (TalksStage *self,
            guint       i)
{
  return &g_array_index (self->content.plan->people, Person, i);
}

static const char *
party_word (TalksStage   *self,
            const Person *person)
{
  return person->party != NULL ? talks_text_show (person->party->short_name, self->language) : "";
}

static const char *
absent_word (void)
{
  return C_("presence at a meeting", "absent");
}

/* ---- who has room ---- */

static Block
find_block (TalksStage *self,
            Zone        zone)
{
  GArray *people = self->content.plan->people;
  Block block = { 0 };

  for (guint i = 0; i < people->len; i++)
    {
      if (get_person (self, i)->zone != zone)
        continue;
      if (block.n == 0)
        block.first = i;
      block.n++;
    }
  return block;
}

/* The name of a party stands below the last of its people in a column. */
static gboolean
ends_party (TalksStage  *self,
            const Block *block,
            guint        i)
{
  guint next = i + 1;

  return next >= block->n || next % block->n_rows == 0
         || get_person (self, block->first + next)->party != get_person (self, block->first + i)->party;
}

static double
column_height (TalksStage        *self,
               const Arrangement *a,
               const Block       *block,
               guint              column)
{
  guint end = MIN (block->n, (column + 1) * block->n_rows);
  double height = -BETWEEN;

  for (guint i = column * block->n_rows; i < end; i++)
    height += 2 * a->radius + BETWEEN + (ends_party (self, block, i) ? word_height (self) : 0);
  return height;
}

static gboolean
columns_fit (TalksStage        *self,
             const Arrangement *a,
             const Block       *block,
             double             height)
{
  for (guint column = 0; column < block->n_columns; column++)
    if (column_height (self, a, block, column) > height)
      return FALSE;
  return TRUE;
}

/* The ends of the table: a column of circles, or two where one is not enough. */
static void
plan_end (TalksStage  *self,
          Arrangement *a,
          Zone         zone,
          double       height)
{
  Block *block = &a->blocks[zone];
  double words = 0;

  *block = find_block (self, zone);
  if (block->n == 0)
    return;
  for (guint i = block->first; i < block->first + block->n; i++)
    words = MAX (words, MIN (word_width (self, party_word (self, get_person (self, i))), 170));
  block->cell_width = MAX (2 * a->radius + BETWEEN, words + 14);
  for (block->n_columns = 1; block->n_columns <= 2; block->n_columns++)
    for (block->n_rows = (block->n + block->n_columns - 1) / block->n_columns; block->n_rows > 0; block->n_rows--)
      if (columns_fit (self, a, block, height)
          && (block->n_rows * block->n_columns >= block->n || block->n_columns == 2))
        return;
  block->n_columns = 2;
  block->n_rows = 1;
}

/* Those who stayed away: a block of circles above the word. */
static void
plan_absent (TalksStage  *self,
             Arrangement *a,
             double       height)
{
  Block *block = &a->blocks[ZONE_ABSENT];

  *block = find_block (self, ZONE_ABSENT);
  if (block->n == 0)
    return;
  block->cell_width = block->cell_height = 2 * a->radius + BETWEEN;
  block->n_rows = (guint) MAX (1, floor ((height - word_height (self)) / block->cell_height));
  block->n_columns = block->n > 2 || block->n > block->n_rows ? 2 : 1;
  block->n_rows = MIN (block->n_rows, (block->n + block->n_columns - 1) / block->n_columns);
}

static double
end_width (TalksStage  *self,
           Arrangement *a,
           Zone         zone)
{
  const Block *block = &a->blocks[zone];

  if (block->n == 0)
    return 0;
  if (zone == ZONE_ABSENT)
    return MAX (block->n_columns * block->cell_width, word_width (self, absent_word ())) + ABSENT_GAP;
  return block->n_columns * block->cell_width + ROW_GAP;
}

static guint
count_hidden (const Block *block)
{
  guint n = block->n_columns * block->n_rows;

  return block->n > n ? block->n - (n - 1) : 0;
}

static double
row_gap (double radius)
{
  return MAX (ROW_GAP, RING * radius);
}

static double
rows_height (const Arrangement *a,
             const Block       *block)
{
  return block->n_rows * (2 * a->radius + row_gap (a->radius)) + RING * a->radius / 2;
}

/* The ends may be as high as table and rows together. */
static double
highest_end (TalksStage        *self,
             const Arrangement *a)
{
  const Block *absent = &a->blocks[ZONE_ABSENT];
  double highest = absent->n > 0 ? absent->n_rows * absent->cell_height + word_height (self) : 0;

  for (Zone zone = ZONE_LEFT; zone <= ZONE_RIGHT; zone++)
    for (guint column = 0; a->blocks[zone].n > 0 && column < a->blocks[zone].n_columns; column++)
      highest = MAX (highest, column_height (self, a, &a->blocks[zone], column));
  return highest;
}

/* Two sides in at most n_rows rows each. FALSE: there is no room for so many. */
static gboolean
plan_sides (TalksStage  *self,
            Arrangement *a,
            TalksRect    room,
            guint        n_rows)
{
  double names = 2 * (word_height (self) + 2);
  double width = room.width;

  plan_end (self, a, ZONE_LEFT, room.height - names);
  plan_end (self, a, ZONE_RIGHT, room.height - names);
  plan_absent (self, a, room.height - names);
  for (Zone zone = ZONE_LEFT; zone < N_ZONES; zone++)
    width -= end_width (self, a, zone);
  a->hidden = 0;
  a->table_width = width;
  for (Zone zone = ZONE_TOP; zone <= ZONE_BOTTOM; zone++)
    {
      Block *block = &a->blocks[zone];

      *block = find_block (self, zone);
      block->cell_width = 2 * a->radius + BETWEEN;
      block->n_columns = (guint) MAX (1, floor ((width + BETWEEN) / block->cell_width));
      block->n_rows = MIN (n_rows, (block->n + block->n_columns - 1) / block->n_columns);
      block->n_columns = MIN (block->n_columns, (block->n + block->n_rows - 1) / block->n_rows);
      if (count_hidden (block) > 0)
        block->n_columns = (guint) MAX (1, floor ((width + BETWEEN) / block->cell_width));
    }
  for (Zone zone = 0; zone < N_ZONES; zone++)
    a->hidden += count_hidden (&a->blocks[zone]);
  a->height = names + rows_height (a, &a->blocks[ZONE_TOP]) + rows_height (a, &a->blocks[ZONE_BOTTOM]);
  a->table_height = MAX (MOST_TABLE, highest_end (self, a) - (a->height - names));
  a->table_height = MIN (a->table_height, room.height - a->height);
  a->height += a->table_height;
  return a->table_height >= LEAST_TABLE && width >= 2 * a->radius;
}

/* The largest circles with a seat for everybody, else that with the fewest left out. */
static Arrangement
arrange (TalksStage *self,
         TalksRect   room)
{
  Arrangement best = { 0 };

  for (size_t i = 0; i < G_N_ELEMENTS (radii); i++)
    for (guint n_rows = 1; n_rows <= MOST_ROWS; n_rows++)
      {
        Arrangement a = { .radius = radii[i] };

        if (!plan_sides (self, &a, room, n_rows))
          continue;
        if (a.hidden == 0)
          return a;
        if (best.radius <= 0 || a.hidden < best.hidden)
          best = a;
      }
  return best;
}

/* ---- placing ---- */

static void
put_person (TalksStage *self,
            guint       i,
            double      x,
            double      y,
            double      radius)
{
  const Person *person = get_person (self, i);

  talks_stage_add_seat (self, person->participant, person->party, person->attendance, person->head, x, y,
                        radius);
}

/* Heads, always first in rank, sit in the middle of the row at the table. */
static guint
seat_to_person (guint seat,
                guint n_row)
{
  guint middle = (n_row - 1) / 2;

  if (seat == middle)
    return 0;
  return seat < middle ? seat + 1 : seat;
}

static void
place_side (TalksStage        *self,
            const Arrangement *a,
            Zone               zone,
            double             middle,
            double             edge)
{
  const Block *block = &a->blocks[zone];
  double direction = zone == ZONE_TOP ? -1 : 1;
  guint hidden = count_hidden (block);
  guint n = MIN (block->n, block->n_columns * block->n_rows);
  guint placed = 0;

  for (guint row = 0; row < block->n_rows; row++)
    {
      guint n_row = MIN (block->n_columns, n - placed);
      double y = edge + direction * (row_gap (a->radius) + a->radius + row * (2 * a->radius + row_gap (a->radius)));

      for (guint i = 0; i < n_row; i++)
        {
          guint which = placed + (row == 0 && hidden == 0 ? seat_to_person (i, n_row) : i);
          double x = middle + (i - (n_row - 1) / 2.0) * block->cell_width;

          if (hidden > 0 && placed + i + 1 == n)
            talks_stage_add_rest (self, hidden, x, y, a->radius);
          else
            put_person (self, block->first + which, x, y, a->radius);
        }
      placed += n_row;
    }
}

static void
put_word (TalksStage *self,
          const char *text,
          TalksColor  color,
          double      middle,
          double      y,
          double      width)
{
  StageType type = word_type (self, FALSE, color);
  PangoLayout *layout = talks_stage_set_text (self, text, type, width, 1);
  double left = middle - talks_stage_get_width (layout) / 2;

  talks_stage_put (self, layout, text, type, left, y);
}

static void
place_end (TalksStage        *self,
           const Arrangement *a,
           Zone               zone,
           double             left,
           double             middle)
{
  const Block *block = &a->blocks[zone];
  guint hidden = count_hidden (block);
  guint n = MIN (block->n, block->n_columns * block->n_rows);
  double y = 0;

  for (guint i = 0; i < n; i++)
    {
      guint column = i / block->n_rows;
      double x = left + (column + 0.5) * block->cell_width;
      const Person *person = get_person (self, block->first + i);

      if (i % block->n_rows == 0)
        y = middle - column_height (self, a, block, column) / 2;
      if (hidden > 0 && i + 1 == n)
        {
          talks_stage_add_rest (self, hidden, x, y + a->radius, a->radius);
          continue;
        }
      put_person (self, block->first + i, x, y + a->radius, a->radius);
      y += 2 * a->radius;
      if (ends_party (self, block, i))
        {
          if (person->party != NULL)
            put_word (self, party_word (self, person),
                      talks_palette_party (self->palette, person->party->color), x, y + 2, block->cell_width - 4);
          y += word_height (self);
        }
      y += BETWEEN;
    }
}

static void
place_absent (TalksStage        *self,
              const Arrangement *a,
              double             left,
              double             middle)
{
  const Block *block = &a->blocks[ZONE_ABSENT];
  guint hidden = count_hidden (block);
  guint n = MIN (block->n, block->n_columns * block->n_rows);
  double width = MAX (block->n_columns * block->cell_width, word_width (self, absent_word ()));
  double top = middle - (block->n_rows * block->cell_height + word_height (self) - BETWEEN) / 2;

  for (guint i = 0; i < n; i++)
    {
      guint row = i / block->n_columns;
      guint n_row = MIN (block->n_columns, n - row * block->n_columns);
      double x = left + width / 2 + (i % block->n_columns - (n_row - 1) / 2.0) * block->cell_width;
      double y = top + row * block->cell_height + a->radius;

      if (hidden > 0 && i + 1 == n)
        talks_stage_add_rest (self, hidden, x, y, a->radius);
      else
        put_person (self, block->first + i, x, y, a->radius);
    }
  if (n > 0)
    put_word (self, absent_word (), self->palette->dim_text, left + width / 2,
              top + block->n_rows * block->cell_height - BETWEEN + 2, width);
}

/* Who led the side, or came alone for it. */
static const char *
find_leader (TalksStage  *self,
             const Block *block)
{
  for (guint i = block->first; i < block->first + block->n; i++)
    if (get_person (self, i)->head || block->n == 1)
      return talks_text_show (get_person (self, i)->participant->name, self->language);
  return NULL;
}

/* "● Ukraine  Rustem Umerov", in the middle of the room. */
static void
place_name (TalksStage        *self,
            const Arrangement *a,
            Zone               zone,
            TalksRect          room,
            double             middle,
            double             y)
{
  TalksParty *party = talks_table_plan_party_of (self->content.plan, zone);
  g_autofree char *name = talks_table_plan_name_zone (self->content.plan, zone);
  const char *leader = find_leader (self, &a->blocks[zone]);
  StageType type = word_type (self, TRUE, self->palette->dim_text);
  StageMark mark = { TALKS_MARK_CIRCLE, 0, y + word_height (self) / 2, STAGE_LEAST_TYPE * 0.72, type.color };
  PangoLayout *first;
  double indent = STAGE_LEAST_TYPE * 1.1;
  double width;
  double after = 0;

  if (party == NULL)
    return;
  type.color = mark.color = talks_palette_party (self->palette, party->color);
  mark.mark = party->mark;
  first = talks_stage_set_text (self, name, type, room.width - indent, 1);
  width = indent + talks_stage_get_width (first);
  if (leader != NULL)
    after = STAGE_LEAST_TYPE * 0.5 + word_width (self, leader);
  if (width + after > room.width)
    after = 0;
  mark.x = CLAMP (middle - (width + after) / 2, room.x, room.x + room.width - width - after);
  talks_stage_put (self, first, name, type, mark.x + indent, y);
  if (after > 0)
    {
      StageType plain = word_type (self, FALSE, self->palette->dim_text);

      talks_stage_put (self, talks_stage_set_text (self, leader, plain, -1, 0), leader, plain,
                       mark.x + width + STAGE_LEAST_TYPE * 0.5, y);
    }
  mark.x += STAGE_LEAST_TYPE * 0.4;
  g_array_append_val (self->marks, mark);
}

/* On the table: how they met, when they sat at none, else what a dotted or a light circle means. The
 * place stands in the head already. */
static void
name_table (TalksStage *self)
{
  TalksTablePlan *plan = self->content.plan;
  StageType type = { STAGE_LEAST_TYPE, FALSE, self->palette->dim_text, self->palette->card };
  TalksPresence presence = plan->some_unclear ? TALKS_PRESENCE_UNCLEAR : TALKS_PRESENCE_REMOTE;
  g_autofree char *name = NULL;
  double x = self->table.x + self->table.width / 2;
  double y = self->table.y + self->table.height / 2;
  double width;

  self->is_remote = plan->all_remote;
  if (self->is_remote)
    {
      type.ground = self->palette->surface;
      name = talks_table_plan_name_table (plan);
    }
  else if (plan->some_unclear)
    name = g_strdup (C_("presence at a meeting", "presence unclear"));
  else if (plan->some_remote)
    name = g_strdup (C_("presence at a meeting", "by remote link"));
  else
    return;
  width = word_width (self, name);
  if (!self->is_remote && width + 3 * KEY_RADIUS <= self->table.width - 48)
    {
      self->key = (TalksSeat) { .x = x - width / 2 - KEY_RADIUS * 0.6, .y = y, .radius = KEY_RADIUS };
      self->key_attendance.presence = presence;
      x += KEY_RADIUS * 1.5;
    }
  else if (!self->is_remote || width > self->table.width - 24)
    return;
  talks_stage_put_centred (self, name, type, x, y, width + 2);
}

double
talks_stage_table_get_least (TalksStage *self)
{
  if (self->content.plan != NULL)
    return 2 * (word_height (self) + 2) + 2 * (2 * LEAST_RADIUS + row_gap (LEAST_RADIUS) + RING * LEAST_RADIUS / 2)
           + LEAST_TABLE + 1;
  return self->content.guests->len > 0 ? 2 * (2 * LEAST_RADIUS + BETWEEN) : 0;
}

void
talks_stage_place_table (TalksStage *self,
                         TalksRect   room)
{
  Arrangement a;
  double left;
  double names = word_height (self) + 2;
  double most = 0;
  double width;
  double middle;
  double y;

  if (self->content.plan == NULL)
    {
      talks_stage_place_guests (self, room);
      return;
    }
  a = arrange (self, room);
  if (a.radius <= 0)
    return;

  /* A table no longer than its people need, all of it in the middle of the room. */
  for (Zone zone = ZONE_TOP; zone <= ZONE_BOTTOM; zone++)
    most = MAX (most, a.blocks[zone].n_columns * a.blocks[zone].cell_width - BETWEEN);
  width = CLAMP (most + 2 * BETWEEN, MIN (5 * a.radius, a.table_width), a.table_width);
  left = room.x + (a.table_width - width) / 2 + end_width (self, &a, ZONE_LEFT);
  middle = left + width / 2;
  y = room.y + MAX (0, room.height - a.height) / 2;
  self->table = (TalksRect) { left, y + names + rows_height (&a, &a.blocks[ZONE_TOP]), width, a.table_height };

  place_name (self, &a, ZONE_TOP, room, middle, y);
  place_side (self, &a, ZONE_TOP, middle, self->table.y);
  place_side (self, &a, ZONE_BOTTOM, middle, self->table.y + self->table.height);
  place_name (self, &a, ZONE_BOTTOM, room, middle, y + a.height - word_height (self));
  place_end (self, &a, ZONE_LEFT, left - end_width (self, &a, ZONE_LEFT),
             self->table.y + self->table.height / 2);
  place_end (self, &a, ZONE_RIGHT, left + width + ROW_GAP, self->table.y + self->table.height / 2);
  place_absent (self, &a, left + width + end_width (self, &a, ZONE_RIGHT) + ABSENT_GAP,
                self->table.y + self->table.height / 2);
  name_table (self);
}
