/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From top to bottom: which step, and when; title and place; then two columns, at the left what is told
 * and who sat there, at the right the cards; below, the small timeline. A column without anything leaves
 * its room to the other. */

#include "talks-stage-private.h"

#include <math.h>

#define MARGIN 0.05       /* of the width */
#define TOP 54.0
#define COLUMN_GAP 0.035  /* of the width */
#define HEAD_GAP 30.0
#define BLOCK_GAP 26.0
#define BODY 40.0
#define LEAST_COLUMNS 0.6 /* of the body, for table and cards below a wide text */
#define LEAST_BODY 0.75   /* of it, where there is much to say */

/* Small type grows with what the reader asks for, large type less. */
static double
scale_type (TalksStage *self,
            double      size,
            double      share)
{
  return MAX (STAGE_LEAST_TYPE, size * (1 + (self->type_scale - 1) * share));
}

static StageType
on_ground (TalksStage *self,
           double      size,
           gboolean    bold,
           TalksColor  color)
{
  return (StageType) { size, bold, color, self->palette->surface };
}

static double
full_width (TalksStage *self)
{
  return self->width - 2 * self->margin;
}

/* ---- the head ---- */

static double
place_top_line (TalksStage *self,
                double      y)
{
  double size = scale_type (self, 31, 0.5);
  StageType type = on_ground (self, size, FALSE, self->palette->dim_text);
  double room = full_width (self);
  PangoLayout *layout;

  if (self->content.date != NULL)
    {
      StageType bold = on_ground (self, size, TRUE, self->palette->dim_text);
      double width;

      layout = talks_stage_set_text (self, self->content.date, bold, room * 0.6, 1);
      width = talks_stage_get_width (layout);
      talks_stage_put (self, layout, self->content.date, bold, self->width - self->margin - width, y);
      room -= width + 2 * size;
    }
  layout = talks_stage_set_text (self, self->content.count, type, room, 1);
  talks_stage_put (self, layout, self->content.count, type, self->margin, y);
  return y + talks_stage_get_height (layout);
}

/* One line if it can be, else two of a smaller type, else three. */
static double
place_title (TalksStage *self,
             double      y)
{
  static const struct
  {
    double size;
    int    n_lines;
  } tries[] = { { 70, 1 }, { 62, 1 }, { 54, 1 }, { 46, 1 }, { 54, 2 }, { 46, 3 } };

  for (size_t i = 0;; i++)
    {
      StageType type = on_ground (self, scale_type (self, tries[i].size, 0.35), TRUE, self->palette->text);
      PangoLayout *layout = talks_stage_set_text (self, self->content.title, type, full_width (self),
                                                  tries[i].n_lines);

      pango_layout_set_line_spacing (layout, 0.95f);
      if (pango_layout_is_ellipsized (layout) && i + 1 < G_N_ELEMENTS (tries))
        {
          g_object_unref (layout);
          continue;
        }
      talks_stage_put (self, layout, self->content.title, type, self->margin, y);
      return y + talks_stage_get_height (layout);
    }
}

/* As much of it as fits on one line: the duration is left out first, then the chair. */
static double
place_place (TalksStage *self,
             double      y)
{
  StageType type = on_ground (self, scale_type (self, 35, 0.5), FALSE, self->palette->dim_text);

  for (guint n = self->content.place->len;; n--)
    {
      g_autofree char *text = talks_stage_join_place (self, n);
      PangoLayout *layout;

      if (*text == '\0')
        return y;
      layout = talks_stage_set_text (self, text, type, full_width (self), n > 1 ? 1 : 2);
      if (n > 1 && pango_layout_is_ellipsized (layout))
        {
          g_object_unref (layout);
          continue;
        }
      talks_stage_put (self, layout, text, type, self->margin, y);
      return y + talks_stage_get_height (layout);
    }
}

/* ---- the body ---- */

static double
least_size (TalksStage *self)
{
  return MAX (STAGE_LEAST_TYPE, BODY * LEAST_BODY * self->type_scale);
}

/* Words for the class, as large as they may be; returns where they end. */
static double
place_text (TalksStage *self,
            TalksRect   room,
            double      largest)
{
  StageType type = on_ground (self, BODY, FALSE, self->palette->text);
  const char *text = self->content.text;
  double least = least_size (self);
  PangoLayout *layout;

  for (double factor = largest;; factor *= 0.94)
    {
      type.size = MAX (least, BODY * factor * self->type_scale);
      if (type.size <= least)
        {
          layout = talks_stage_fit_text (self, text, type, room.width, room.height);
          break;
        }
      layout = talks_stage_set_text (self, text, type, room.width, 0);
      if (talks_stage_get_height (layout) <= room.height)
        break;
      g_object_unref (layout);
    }
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
  StageType type = on_ground (self, least_size (self), FALSE, self->palette->text);

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

/* A list of people stands below the text; below the cards if only there is room for it. */
static void
place_with_guests (TalksStage *self,
                   Columns     c)
{
  double text = place_text (self, c.left, 1) + BLOCK_GAP;
  double cards = talks_stage_place_cards (self, c.right) + BLOCK_GAP;

  talks_stage_place_table (self, text <= cards || talks_stage_guests_fit (self, below (c.left, text))
                                   ? below (c.left, text)
                                   : below (c.right, cards));
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
 * Where that is not enough either, the table stays away. */
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
    {
      place_text (self, c.left, 1);
      talks_stage_place_cards (self, c.right);
    }
}

static void
place_text_and_cards (TalksStage *self,
                      Columns     c)
{
  /* A text alone can do with less. */
  if (talks_stage_cards_are_tight (self, c.right))
    {
      double width = c.left.width * 0.82;

      c.right.x -= c.left.width - width;
      c.right.width += c.left.width - width;
      c.left.width = width;
    }
  place_text (self, c.left, 1.12);
  talks_stage_place_cards (self, c.right);
}

static void
place_body (TalksStage *self,
            double      top,
            double      bottom)
{
  gboolean has_text = self->content.text != NULL;
  gboolean has_table = talks_stage_table_get_least (self, TRUE) > 0;
  gboolean has_cards = self->content.cards->len > 0;
  Columns c = make_columns (self, (TalksRect) { self->margin, top, full_width (self), bottom - top });

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

void
talks_stage_lay_out (TalksStage *self)
{
  double y = TOP;

  self->margin = self->width * MARGIN;
  self->word_height = talks_stage_line_height (self, STAGE_LEAST_TYPE);
  y = place_top_line (self, y) + 12;
  y = place_title (self, y) + 2;
  y = place_place (self, y) + HEAD_GAP;
  self->track = talks_stage_track_new (self);
  place_body (self, y, talks_stage_track_get_top (self->track) - 24);
}
