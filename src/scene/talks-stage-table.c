/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table as the last row sees it: fewer and larger circles than in the window. Who sits where is the
 * plan's; whoever has no room stands behind "+5". This chooses how large and how many. */

#include "talks-stage-private.h"

#include <math.h>

#include "talks-vocabulary.h"

#define ROW_GAP 11.0     /* between rows, and to the table */
#define RING 0.26        /* of the radius: what a head's ring needs around the circle */
#define LEAST_TABLE 60.0
#define MOST_TABLE 130.0
#define MOST_ROWS 3
#define SURE_CARDS 3     /* the first cards are hardly ever left out */
#define MOST_WORD 170.0  /* of the name of a party at an end */

static const double radii[] = { 54, 48, 42, 38, STAGE_LEAST_RADIUS };

/* ---- those in a zone ---- */

const Person *
talks_stage_get_person (TalksStage *self,
                        guint       i)
{
  return &g_array_index (self->content.plan->people, Person, i);
}

static StageBlock
find_block (TalksStage       *self,
            const StageTable *table,
            Zone              zone)
{
  GArray *people = self->content.plan->people;
  StageBlock block = { .cell_width = 2 * table->radius + STAGE_BETWEEN_SEATS };

  for (guint i = 0; i < people->len; i++)
    {
      if (talks_stage_get_person (self, i)->zone != zone)
        continue;
      if (block.n == 0)
        block.first = i;
      block.n++;
    }
  return block;
}

/* The last circle stands for itself and all that have none. */
static void
count_hidden (StageTable *table,
              Zone        zone)
{
  StageBlock *block = &table->blocks[zone];
  guint n = block->n_columns * block->n_rows;

  block->hidden = block->n > n ? block->n - (n - 1) : 0;
  table->hidden += block->hidden;
}

/* ---- the ends ---- */

gboolean
talks_stage_ends_party (TalksStage       *self,
                        const StageBlock *end,
                        guint             i)
{
  guint next = i + 1;

  return next >= end->n || next % end->n_rows == 0
         || talks_stage_get_person (self, end->first + next)->party
              != talks_stage_get_person (self, end->first + i)->party;
}

double
talks_stage_column_height (TalksStage       *self,
                           const StageTable *table,
                           const StageBlock *end,
                           guint             column)
{
  guint after = MIN (end->n, (column + 1) * end->n_rows);
  double height = -STAGE_BETWEEN_SEATS;

  for (guint i = column * end->n_rows; i < after; i++)
    height += 2 * table->radius + STAGE_BETWEEN_SEATS
              + (talks_stage_ends_party (self, end, i) ? self->word_height : 0);
  return height;
}

static gboolean
columns_fit (TalksStage       *self,
             const StageTable *table,
             const StageBlock *end,
             double            height)
{
  for (guint column = 0; column < end->n_columns; column++)
    if (talks_stage_column_height (self, table, end, column) > height)
      return FALSE;
  return TRUE;
}

/* A column, or two where one is not enough. */
static void
choose_columns (TalksStage       *self,
                const StageTable *table,
                StageBlock       *end,
                double            height)
{
  for (end->n_columns = 1; end->n_columns <= 2; end->n_columns++)
    for (end->n_rows = (end->n + end->n_columns - 1) / end->n_columns; end->n_rows > 0; end->n_rows--)
      if (columns_fit (self, table, end, height)
          && (end->n_rows * end->n_columns >= end->n || end->n_columns == 2))
        return;
  end->n_columns = 2;
  end->n_rows = 1;
}

/* Those who preside or belong to other parties. */
static void
plan_end (TalksStage *self,
          StageTable *table,
          Zone        zone,
          double      height)
{
  StageBlock *end = &table->blocks[zone];

  *end = find_block (self, table, zone);
  if (end->n == 0)
    return;
  for (guint i = end->first; i < end->first + end->n; i++)
    {
      const TalksParty *party = talks_stage_get_person (self, i)->party;
      const char *word = party != NULL ? talks_text_show (party->short_name, self->language) : "";

      end->cell_width = MAX (end->cell_width, MIN (talks_stage_word_width (self, word), MOST_WORD) + 14);
    }
  choose_columns (self, table, end, height);
  end->width = end->n_columns * end->cell_width + ROW_GAP;
}

/* Those who stayed away: a block of circles above the word. */
static void
plan_absent (TalksStage *self,
             StageTable *table,
             double      height)
{
  StageBlock *end = &table->blocks[ZONE_ABSENT];

  *end = find_block (self, table, ZONE_ABSENT);
  if (end->n == 0)
    return;
  end->cell_height = end->cell_width;
  end->n_rows = (guint) MAX (1, floor ((height - self->word_height) / end->cell_height));
  end->n_columns = end->n > 2 || end->n > end->n_rows ? 2 : 1;
  end->n_rows = MIN (end->n_rows, (end->n + end->n_columns - 1) / end->n_columns);
  end->width = STAGE_ABSENT_GAP
               + MAX (end->n_columns * end->cell_width,
                      talks_stage_word_width (self, talks_presence_to_words (TALKS_PRESENCE_ABSENT)));
}

static double
highest_end (TalksStage       *self,
             const StageTable *table)
{
  const StageBlock *absent = &table->blocks[ZONE_ABSENT];
  double highest = absent->n > 0 ? absent->n_rows * absent->cell_height + self->word_height : 0;

  for (Zone zone = ZONE_LEFT; zone <= ZONE_RIGHT; zone++)
    for (guint column = 0; table->blocks[zone].n > 0 && column < table->blocks[zone].n_columns; column++)
      highest = MAX (highest, talks_stage_column_height (self, table, &table->blocks[zone], column));
  return highest;
}

/* ---- the sides ---- */

double
talks_stage_rows_height (const StageTable *table,
                         const StageBlock *side)
{
  return side->n_rows * (2 * table->radius + table->row_gap) + RING * table->radius / 2;
}

static void
plan_side (TalksStage *self,
           StageTable *table,
           Zone        zone,
           guint       n_rows)
{
  StageBlock *side = &table->blocks[zone];
  guint most;

  *side = find_block (self, table, zone);
  most = (guint) MAX (1, floor ((table->table_width + STAGE_BETWEEN_SEATS) / side->cell_width));
  side->n_rows = MIN (n_rows, (side->n + most - 1) / most);
  side->n_columns = side->n_rows > 0 ? MIN (most, (side->n + side->n_rows - 1) / side->n_rows) : 0;
}

/* FALSE: there is no room for that. */
static gboolean
plan_table (TalksStage *self,
            StageTable *table,
            TalksRect   room,
            guint       n_rows)
{
  double names = 2 * table->name_height;
  double rows;

  table->row_gap = MAX (ROW_GAP, RING * table->radius);
  plan_end (self, table, ZONE_LEFT, room.height - names);
  plan_end (self, table, ZONE_RIGHT, room.height - names);
  plan_absent (self, table, room.height - names);
  table->table_width = room.width - table->blocks[ZONE_LEFT].width - table->blocks[ZONE_RIGHT].width
                       - table->blocks[ZONE_ABSENT].width;
  plan_side (self, table, ZONE_TOP, n_rows);
  plan_side (self, table, ZONE_BOTTOM, n_rows);
  for (Zone zone = 0; zone < N_ZONES; zone++)
    count_hidden (table, zone);

  /* The ends may be as high as table and rows together. */
  rows = talks_stage_rows_height (table, &table->blocks[ZONE_TOP])
         + talks_stage_rows_height (table, &table->blocks[ZONE_BOTTOM]);
  table->table_height = MAX (MOST_TABLE, highest_end (self, table) - rows);
  table->table_height = MIN (table->table_height, room.height - names - rows);
  table->height = names + rows + table->table_height;
  return table->table_height >= LEAST_TABLE && table->table_width >= 2 * table->radius;
}

/* The largest circles with a seat for everybody, else those with the fewest left out. */
StageTable
talks_stage_arrange_table (TalksStage *self,
                           TalksRect   room)
{
  StageTable best = { 0 };
  double name_height = room.height >= talks_stage_table_get_least (self, TRUE) ? self->word_height + STAGE_NAME_GAP : 0;

  for (size_t i = 0; i < G_N_ELEMENTS (radii); i++)
    for (guint n_rows = 1; n_rows <= MOST_ROWS; n_rows++)
      {
        StageTable table = { .radius = radii[i], .name_height = name_height };

        if (!plan_table (self, &table, room, n_rows))
          continue;
        if (table.hidden == 0)
          return table;
        if (best.radius <= 0 || table.hidden < best.hidden)
          best = table;
      }
  return best;
}

static gboolean
card_names (TalksStage *self,
            Zone        zone)
{
  const TalksParty *party = talks_table_plan_party_of (self->content.plan, zone);

  for (guint i = 0; i < MIN (self->content.cards->len, SURE_CARDS); i++)
    if (party != NULL && ((StageCard *) g_ptr_array_index (self->content.cards, i))->party == party)
      return TRUE;
  return FALSE;
}

double
talks_stage_table_get_least (TalksStage *self,
                             gboolean    named)
{
  const StageBlock row = { .n_rows = 1 };
  const StageTable table = { .radius = STAGE_LEAST_RADIUS, .row_gap = ROW_GAP };
  double least = 2 * talks_stage_rows_height (&table, &row) + LEAST_TABLE + 1;

  if (self->content.plan == NULL)
    return self->content.guests->len > 0 ? 2 * (2 * STAGE_LEAST_RADIUS + STAGE_BETWEEN_SEATS) : 0;
  if (named || !card_names (self, ZONE_TOP) || !card_names (self, ZONE_BOTTOM))
    least += 2 * (self->word_height + STAGE_NAME_GAP);
  return least;
}
