/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From top to bottom: which step, and when; title and place; then two columns, at the left what is told
 * and who sat there, at the right the cards; below, the small timeline. A column without anything leaves
 * its room to the other. What the reader asks for in size is given as far as nothing has to be cut for it. */

#include "talks-stage-private.h"

#define MARGIN 0.05       /* of the width */
#define COLUMN_GAP 0.035  /* of the width */
#define BLOCK_GAP 26.0
#define BODY 40.0
#define LEAST_COLUMNS 0.6 /* of the body, for table and cards below a wide text */
#define LEAST_BODY 0.75   /* of it, where there is much to say */
#define NARROW 0.82       /* columns of a text: of half the width */
#define WIDE 1.2
#define LESS_TYPE 0.2     /* of the usual type: from one try to the next */

/* ---- trying ---- */

/* How much is placed. */
typedef struct
{
  guint  n_texts;
  guint  n_panels;
  guint  n_marks;
  guint  n_seats;
  guint  n_rests;
  double loss;
} Placed;

static Placed
get_placed (TalksStage *self)
{
  return (Placed) { self->texts->len, self->panels->len, self->marks->len, self->seats->len, self->rests->len,
                    self->loss };
}

/* All that was placed since. */
static void
take_back (TalksStage   *self,
           const Placed *placed)
{
  g_array_set_size (self->texts, placed->n_texts);
  g_ptr_array_set_size (self->layouts, (int) placed->n_texts);
  g_array_set_size (self->origins, placed->n_texts);
  g_array_set_size (self->panels, placed->n_panels);
  g_array_set_size (self->marks, placed->n_marks);
  g_array_set_size (self->seats, placed->n_seats);
  g_array_set_size (self->rests, placed->n_rests);
  self->table = (TalksRect) { 0, 0, 0, 0 };
  self->key = (TalksSeat) { .radius = 0 };
  self->loss = placed->loss;
}

/* ---- the body ---- */

static double
least_size (TalksStage *self)
{
  return MAX (STAGE_LEAST_TYPE, BODY * LEAST_BODY * self->fit_scale);
}

/* Words for the class, as large as they may be; returns where they end. */
static double
place_text (TalksStage *self,
            TalksRect   room,
            double      largest)
{
  StageType type = talks_stage_ground_type (self, BODY, FALSE, self->palette->text);
  const char *text = self->content.text;
  double least = least_size (self);
  PangoLayout *layout;

  type.size = least;
  if (talks_stage_measure (self, text, type, room.width, 0) > room.height)
    layout = talks_stage_fit_text (self, text, type, room.width, room.height);
  else
    {
      for (double factor = largest;; factor *= 0.94)
        {
          type.size = MAX (least, BODY * factor * self->fit_scale);
          if (type.size <= least || talks_stage_measure (self, text, type, room.width, 0) <= room.height)
            break;
        }
      layout = talks_stage_set_text (self, text, type, room.width, 0);
    }
  if (talks_stage_is_cut (layout))
    self->loss += STAGE_LOSS_CUT;
  talks_stage_put (self, layout, text, type, room.x, room.y);
  return room.y + talks_stage_get_height (layout);
}

/* Whether the text, in the least type, leaves so much of the room. */
static gboolean
text_leaves (TalksStage *self,
             double      width,
             double      height,
             double      least)
{
  StageType type = talks_stage_ground_type (self, least_size (self), FALSE, self->palette->text);

  return talks_stage_measure (self, self->content.text, type, width, 0) + BLOCK_GAP + least <= height;
}

static TalksRect
below (TalksRect room,
       double    y)
{
  return (TalksRect) { room.x, y, room.width, room.y + room.height - y };
}

static TalksRect
without (TalksRect room,
         double    height)
{
  room.height = MAX (0, room.height - height);
  return room;
}

typedef struct
{
  TalksRect whole;
  TalksRect left;
  TalksRect right;
  double    gap;
} Columns;

static Columns
make_columns (TalksStage *self,
              TalksRect   room)
{
  double gap = self->width * COLUMN_GAP;
  double half = (room.width - gap) / 2;

  return (Columns) {
    room,
    { room.x, room.y, half, room.height },
    { room.x + half + gap, room.y, half, room.height },
    gap,
  };
}

/* Whether the text is whole in such a column. */
static gboolean
text_fits (TalksStage *self,
           double      width,
           double      height)
{
  return text_leaves (self, width, height, -BLOCK_GAP);
}

/* The share of its column that the text takes of the usual one: less where the cards need more, more where it
 * is long and they are content. */
static double
share_columns (TalksStage *self,
               Columns     c)
{
  const double narrow = c.left.width * NARROW;
  const double wide = c.left.width * WIDE;
  TalksRect rest = c.right;

  if (talks_stage_cards_are_tight (self, c.right) && text_fits (self, narrow, c.left.height))
    return NARROW;
  if (text_fits (self, c.left.width, c.left.height))
    return 1;
  rest.width -= wide - c.left.width;
  return talks_stage_cards_fit (self, rest) ? WIDE : 1;
}

static void
place_text_and_cards (TalksStage *self,
                      Columns     c)
{
  double more = c.left.width * (share_columns (self, c) - 1);

  c.right.x += more;
  c.right.width -= more;
  c.left.width += more;
  place_text (self, c.left, 1.12);
  talks_stage_place_cards (self, c.right);
}

/* ---- those at the table, in words ---- */

static StageType
words_type (TalksStage *self)
{
  return talks_stage_ground_type (self, STAGE_LEAST_TYPE, FALSE, self->palette->dim_text);
}

static void
put_words (TalksStage *self,
           const char *words,
           TalksRect   room)
{
  StageType type = words_type (self);

  talks_stage_put (self, talks_stage_set_text (self, words, type, room.width, 0), words, type, room.x, room.y);
  self->loss += STAGE_LOSS_WORDS;
}

/* Below the text, or below the cards; FALSE: in neither column there is room for them. */
static gboolean
place_with_words (TalksStage *self,
                  Columns     c,
                  const char *words)
{
  StageType type = words_type (self);
  double left = talks_stage_measure (self, words, type, c.left.width, 0);
  double right = talks_stage_measure (self, words, type, c.right.width, 0);
  double y;

  if (text_leaves (self, c.left.width, c.left.height, left))
    {
      y = place_text (self, without (c.left, left + BLOCK_GAP), 1) + BLOCK_GAP;
      put_words (self, words, below (c.left, y));
      talks_stage_place_cards (self, c.right);
      return TRUE;
    }
  if (!talks_stage_cards_fit (self, without (c.right, right + BLOCK_GAP)))
    return FALSE;
  place_text (self, c.left, 1);
  y = talks_stage_place_cards (self, without (c.right, right + BLOCK_GAP)) + BLOCK_GAP;
  put_words (self, words, below (c.right, y));
  return TRUE;
}

/* There is no room for circles: words tell who was there, all of it or the most important. */
static void
place_without_table (TalksStage *self,
                     Columns     c)
{
  g_autofree char *sides = self->content.plan != NULL ? talks_table_plan_describe_sides (self->content.plan) : NULL;

  if ((self->content.people != NULL && place_with_words (self, c, self->content.people))
      || (sides != NULL && place_with_words (self, c, sides)))
    return;
  self->loss += STAGE_LOSS_TABLE;
  place_text_and_cards (self, c);
}

/* ---- text, people and cards ---- */

/* A list of people stands below the text; below the cards if only there is room for it. */
static void
place_with_guests (TalksStage *self,
                   Columns     c)
{
  const Placed before = get_placed (self);
  double text = place_text (self, c.left, 1) + BLOCK_GAP;
  double cards = talks_stage_place_cards (self, c.right) + BLOCK_GAP;
  TalksRect room = text <= cards || talks_stage_guests_fit (self, below (c.left, text)) ? below (c.left, text)
                                                                                      : below (c.right, cards);

  if (room.height >= talks_stage_table_get_least (self, TRUE) || talks_stage_guests_fit (self, room))
    {
      talks_stage_place_table (self, room);
      return;
    }
  take_back (self, &before);
  place_without_table (self, c);
}

static void
place_in_columns (TalksStage *self,
                  Columns     c,
                  double      least)
{
  double y = place_text (self, without (c.left, least + BLOCK_GAP), 1) + BLOCK_GAP;

  talks_stage_place_table (self, below (c.left, y));
  talks_stage_place_cards (self, c.right);
}

static void
place_below_text (TalksStage *self,
                  Columns     c,
                  double      least)
{
  double y = place_text (self, without (c.whole, least + BLOCK_GAP), 0.9) + BLOCK_GAP;

  talks_stage_place_table (self, below (c.left, y));
  talks_stage_place_cards (self, below (c.right, y));
}

/* Text, table and cards: the text above the table, or above both columns where it is too long for that.
 * Where that is not enough either, words stand for the table. */
static void
place_all (TalksStage *self,
           Columns     c)
{
  double named = talks_stage_table_get_least (self, TRUE);
  double bare = talks_stage_table_get_least (self, FALSE);
  double both = MAX (named, LEAST_COLUMNS * c.whole.height);

  if (self->content.plan == NULL)
    place_with_guests (self, c);
  else if (text_leaves (self, c.left.width, c.left.height, named))
    place_in_columns (self, c, named);
  else if (text_leaves (self, c.whole.width, c.whole.height, both)
           && talks_stage_cards_fit (self, without (c.right, c.right.height - both)))
    place_below_text (self, c, both);
  else if (text_leaves (self, c.left.width, c.left.height, bare))
    place_in_columns (self, c, bare);
  else
    place_without_table (self, c);
}

static void
place_body (TalksStage *self,
            double      top,
            double      bottom)
{
  gboolean has_text = self->content.text != NULL;
  gboolean has_table = talks_stage_table_get_least (self, TRUE) > 0;
  gboolean has_cards = self->content.cards->len > 0;
  Columns c = make_columns (self, (TalksRect) { self->margin, top, talks_stage_full_width (self), bottom - top });

  if (has_text && has_table && has_cards)
    place_all (self, c);
  else if (has_text && has_cards)
    place_text_and_cards (self, c);
  else if (has_table && has_cards)
    {
      talks_stage_place_table (self, c.left);
      talks_stage_place_cards (self, c.right);
    }
  else if (has_text && has_table)
    {
      place_text (self, c.left, 1.2);
      talks_stage_place_table (self, c.right);
    }
  else if (has_text)
    {
      c.whole.width *= 0.86;
      place_text (self, c.whole, 1.5);
    }
  else if (has_table)
    talks_stage_place_table (self, c.whole);
  else if (has_cards)
    talks_stage_place_cards (self, c.whole);
}

/* ---- all of it ---- */

static void
place (TalksStage *self,
       double      scale)
{
  double y;

  self->fit_scale = scale;
  y = talks_stage_place_head (self);
  place_body (self, y, talks_stage_track_get_top (self->track) - 24);
}

/* How bad it is to set the picture in that type rather than in what the reader asks for. */
static double
weigh_type (TalksStage *self,
            double      scale)
{
  return STAGE_LOSS_TYPE * (1 - scale / self->type_scale);
}

/* In type as large as asked for; where that leaves something out, in the type that loses least. Less than the
 * usual type never helps. */
static void
place_best (TalksStage *self)
{
  const Placed before = get_placed (self);
  const double usual = MIN (1, self->type_scale);
  double best_scale = self->type_scale;
  double best = G_MAXDOUBLE;

  for (double scale = self->type_scale; weigh_type (self, scale) < best; scale = MAX (usual, scale - LESS_TYPE))
    {
      take_back (self, &before);
      place (self, scale);
      if (self->loss + weigh_type (self, scale) < best)
        {
          best = self->loss + weigh_type (self, scale);
          best_scale = scale;
        }
      if (scale <= usual)
        break;
    }
  if (self->fit_scale == best_scale)
    return;
  take_back (self, &before);
  place (self, best_scale);
}

void
talks_stage_lay_out (TalksStage *self)
{
  self->margin = self->width * MARGIN;
  self->word_height = talks_stage_line_height (self, STAGE_LEAST_TYPE);
  self->track = talks_stage_track_new (self);
  place_best (self);
  talks_stage_cut_texts (self);
}
