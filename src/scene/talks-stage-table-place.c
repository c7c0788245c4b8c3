/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-stage-private.h"

#include <math.h>

#include "talks-vocabulary.h"

#define KEY_RADIUS 18.0 /* of the circle beside the words that explain it */

static StageType
word_type (TalksStage *self,
           gboolean    bold,
           TalksColor  color)
{
  return (StageType) { STAGE_LEAST_TYPE, bold, color, self->palette->surface };
}

static void
put_person (TalksStage       *self,
            const StageTable *table,
            guint             i,
            double            x,
            double            y)
{
  const Person *person = talks_stage_get_person (self, i);

  talks_stage_add_seat (self, person->participant, person->party, person->attendance, person->head, x, y,
                        table->radius);
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

  talks_stage_put (self, layout, text, type, middle - talks_stage_get_width (layout) / 2, y);
}

/* ---- the sides ---- */

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
place_side (TalksStage       *self,
            const StageTable *table,
            Zone              zone,
            double            middle,
            double            edge)
{
  const StageBlock *side = &table->blocks[zone];
  double direction = zone == ZONE_TOP ? -1 : 1;
  guint n = MIN (side->n, side->n_columns * side->n_rows);
  guint n_seats = side->hidden > 0 ? n - 1 : n;

  for (guint i = 0; i < n; i++)
    {
      guint row = i / side->n_columns;
      guint n_row = MIN (side->n_columns, n - row * side->n_columns);
      double x = middle + (i % side->n_columns - (n_row - 1) / 2.0) * side->cell_width;
      double y = edge
                 + direction * (table->row_gap + table->radius + row * (2 * table->radius + table->row_gap));

      if (i >= n_seats)
        talks_stage_add_rest (self, side->hidden, x, y, table->radius);
      else
        put_person (self, table,
                    side->first + (row == 0 ? seat_to_person (i, MIN (side->n_columns, n_seats)) : i), x, y);
    }
}

/* Who led the side, or came alone for it. */
static const char *
find_leader (TalksStage       *self,
             const StageBlock *side)
{
  for (guint i = side->first; i < side->first + side->n; i++)
    if (talks_stage_get_person (self, i)->head || side->n == 1)
      return talks_text_show (talks_stage_get_person (self, i)->participant->name, self->language);
  return NULL;
}

/* "● Ukraine  Rustem Umerov", above or below the middle of the table. */
static void
place_name (TalksStage       *self,
            const StageTable *table,
            Zone              zone,
            TalksRect         room,
            double            middle,
            double            y)
{
  TalksParty *party = talks_table_plan_party_of (self->content.plan, zone);
  g_autofree char *name = talks_table_plan_name_zone (self->content.plan, zone);
  const char *leader = find_leader (self, &table->blocks[zone]);
  StageType plain = word_type (self, FALSE, self->palette->dim_text);
  const double indent = STAGE_LEAST_TYPE * 1.1;
  const double space = STAGE_LEAST_TYPE * 0.5;
  PangoLayout *layout;
  StageType type;
  StageMark mark;
  double width;
  double after;
  double x;

  if (party == NULL)
    return;
  type = word_type (self, TRUE, talks_palette_party (self->palette, party->color));
  layout = talks_stage_set_text (self, name, type, room.width - indent, 1);
  width = indent + talks_stage_get_width (layout);
  after = leader != NULL ? space + talks_stage_word_width (self, leader) : 0;
  if (width + after > room.width)
    after = 0;
  x = CLAMP (middle - (width + after) / 2, room.x, room.x + room.width - width - after);
  mark = (StageMark) { party->mark, x + STAGE_LEAST_TYPE * 0.4, y + self->word_height / 2,
                       STAGE_LEAST_TYPE * 0.72, type.color };
  g_array_append_val (self->marks, mark);
  talks_stage_put (self, layout, name, type, x + indent, y);
  if (after > 0)
    talks_stage_put (self, talks_stage_set_text (self, leader, plain, -1, 0), leader, plain, x + width + space, y);
}

/* ---- the ends ---- */

static void
place_end (TalksStage       *self,
           const StageTable *table,
           Zone              zone,
           double            left,
           double            middle)
{
  const StageBlock *end = &table->blocks[zone];
  guint n = MIN (end->n, end->n_columns * end->n_rows);
  double y = 0;

  for (guint i = 0; i < n; i++)
    {
      guint column = i / end->n_rows;
      double x = left + (column + 0.5) * end->cell_width;
      const TalksParty *party = talks_stage_get_person (self, end->first + i)->party;

      if (i % end->n_rows == 0)
        y = middle - talks_stage_column_height (self, table, end, column) / 2;
      if (end->hidden > 0 && i + 1 == n)
        {
          talks_stage_add_rest (self, end->hidden, x, y + table->radius, table->radius);
          return;
        }
      put_person (self, table, end->first + i, x, y + table->radius);
      y += 2 * table->radius;
      if (talks_stage_ends_party (self, end, i))
        {
          if (party != NULL)
            put_word (self, talks_text_show (party->short_name, self->language),
                      talks_palette_party (self->palette, party->color), x, y + 2, end->cell_width - 4);
          y += self->word_height;
        }
      y += STAGE_BETWEEN_SEATS;
    }
}

static void
place_absent (TalksStage       *self,
              const StageTable *table,
              double            left,
              double            middle)
{
  const StageBlock *end = &table->blocks[ZONE_ABSENT];
  guint n = MIN (end->n, end->n_columns * end->n_rows);
  double width = end->width - STAGE_ABSENT_GAP;
  double height = end->n_rows * end->cell_height + self->word_height - STAGE_BETWEEN_SEATS;
  double top = middle - height / 2;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      guint row = i / end->n_columns;
      guint n_row = MIN (end->n_columns, n - row * end->n_columns);
      double x = left + width / 2 + (i % end->n_columns - (n_row - 1) / 2.0) * end->cell_width;
      double y = top + row * end->cell_height + table->radius;

      if (end->hidden > 0 && i + 1 == n)
        talks_stage_add_rest (self, end->hidden, x, y, table->radius);
      else
        put_person (self, table, end->first + i, x, y);
    }
  put_word (self, talks_presence_to_words (TALKS_PRESENCE_ABSENT), self->palette->dim_text, left + width / 2,
            top + height - self->word_height + 2, width);
}

/* ---- the table ---- */

/* What a dotted or a light circle means. */
static void
place_key (TalksStage    *self,
           TalksPresence  presence,
           const char    *words)
{
  StageType type = { STAGE_LEAST_TYPE, FALSE, self->palette->dim_text, self->palette->card };
  double x = self->table.x + self->table.width / 2;
  double y = self->table.y + self->table.height / 2;
  double width = talks_stage_word_width (self, words);

  if (width + 3 * KEY_RADIUS > self->table.width - 48)
    return;
  self->key = (TalksSeat) { .x = x - width / 2 - KEY_RADIUS * 0.6, .y = y, .radius = KEY_RADIUS };
  self->key_attendance.presence = presence;
  talks_stage_put_centred (self, words, type, x + KEY_RADIUS * 1.5, y, width + 2);
}

/* The place stands in the head: on the table stands how they met, if not there, or a key. */
static void
name_table (TalksStage *self)
{
  TalksTablePlan *plan = self->content.plan;

  self->is_remote = plan->all_remote;
  if (plan->all_remote)
    {
      g_autofree char *way = talks_table_plan_name_table (plan);
      double width = talks_stage_word_width (self, way);

      if (width <= self->table.width - 24)
        talks_stage_put_centred (self, way, word_type (self, FALSE, self->palette->dim_text),
                                 self->table.x + self->table.width / 2,
                                 self->table.y + self->table.height / 2, width + 2);
    }
  else if (plan->some_unclear)
    place_key (self, TALKS_PRESENCE_UNCLEAR, talks_presence_to_words (TALKS_PRESENCE_UNCLEAR));
  else if (plan->some_remote)
    place_key (self, TALKS_PRESENCE_REMOTE, talks_presence_to_words (TALKS_PRESENCE_REMOTE));
}

/* No longer than its people need, all of it in the middle of the room. */
static void
place_plan (TalksStage *self,
            TalksRect   room)
{
  StageTable table = talks_stage_arrange_table (self, room);
  const StageBlock *blocks = table.blocks;
  double most = 0;
  double width;
  double left;
  double middle;
  double middle_y;
  double y;

  if (table.radius <= 0)
    return;
  for (Zone zone = ZONE_TOP; zone <= ZONE_BOTTOM; zone++)
    most = MAX (most, blocks[zone].n_columns * blocks[zone].cell_width - STAGE_BETWEEN_SEATS);
  width = CLAMP (most + 2 * STAGE_BETWEEN_SEATS, MIN (5 * table.radius, table.table_width), table.table_width);
  left = room.x + (table.table_width - width) / 2 + blocks[ZONE_LEFT].width;
  middle = left + width / 2;
  y = room.y + MAX (0, room.height - table.height) / 2;
  self->table = (TalksRect) { left,
                              y + table.name_height + talks_stage_rows_height (&table, &blocks[ZONE_TOP]),
                              width, table.table_height };
  middle_y = self->table.y + self->table.height / 2;

  if (table.name_height > 0)
    {
      place_name (self, &table, ZONE_TOP, room, middle, y);
      place_name (self, &table, ZONE_BOTTOM, room, middle, y + table.height - self->word_height);
    }
  place_side (self, &table, ZONE_TOP, middle, self->table.y);
  place_side (self, &table, ZONE_BOTTOM, middle, self->table.y + self->table.height);
  place_end (self, &table, ZONE_LEFT, left - blocks[ZONE_LEFT].width, middle_y);
  place_end (self, &table, ZONE_RIGHT, left + width + blocks[ZONE_RIGHT].width
                                         - blocks[ZONE_RIGHT].n_columns * blocks[ZONE_RIGHT].cell_width,
             middle_y);
  place_absent (self, &table, left + width + blocks[ZONE_RIGHT].width + STAGE_ABSENT_GAP, middle_y);
  name_table (self);
}

void
talks_stage_place_table (TalksStage *self,
                         TalksRect   room)
{
  if (self->content.plan != NULL)
    place_plan (self, room);
  else
    talks_stage_place_guests (self, room);
}
