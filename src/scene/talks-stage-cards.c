/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cards below each other. What does not fit in the usual type is set a little smaller, never below the
 * least; then fewer statements of each party are shown, then fewer lines of each, then fewer parties. The
 * outcome is cut last: half of what came of it says something else. */

#include "talks-stage-private.h"

#include <math.h>

#include "talks-gettext.h"

#define EDGE 9.0
#define PAD 28.0      /* right of the edge, and at the right */
#define PAD_TOP 15.0
#define PAD_BOTTOM 18.0
#define GAP 20.0
#define TIGHT 0.5     /* paddings and gaps where there is little room */
#define TIGHTEST 0.14 /* where a text would be cut else */
#define LEAST_GAP 9.0
#define BETWEEN 4.0   /* two statements */
#define BODY 38.0
#define MOST_CARDS 8     /* more of them no picture holds */

typedef struct
{
  double size;    /* of the type */
  guint  n_lines; /* statements of each party */
  int    n_wrap;  /* lines of a statement; 0: all */
  int    outcome; /* lines of the outcome; 0: all */
  guint  n_cards; /* of parties */
  double airy;    /* share of the usual paddings and gaps */
} Plan;

static StageType
get_type (TalksStage *self,
          double      size,
          gboolean    bold,
          TalksColor  color)
{
  return (StageType) { MAX (size, STAGE_LEAST_TYPE), bold, color, self->palette->card };
}

static StageType
heading_type (TalksStage *self,
              const Plan *plan,
              TalksColor  color)
{
  return get_type (self, plan->size * 0.88, TRUE, color);
}

static TalksColor
card_color (TalksStage      *self,
            const StageCard *card)
{
  return card->party != NULL ? talks_palette_party (self->palette, card->party->color)
                             : self->palette->text;
}

static guint
count_parties (TalksStage *self)
{
  guint n = 0;

  for (guint i = 0; i < self->content.cards->len; i++)
    n += ((StageCard *) g_ptr_array_index (self->content.cards, i))->party != NULL;
  return n;
}

/* Those of the parties that the plan has room for, then the outcome. */
static gboolean
is_shown (TalksStage *self,
          const Plan *plan,
          guint       i)
{
  const StageCard *card = g_ptr_array_index (self->content.cards, i);

  return card->party == NULL || i < plan->n_cards;
}

/* ---- measuring ---- */

/* Between two cards. */
static double
get_gap (const Plan *plan)
{
  return MAX (LEAST_GAP, GAP * plan->airy);
}

static double
text_width (double width)
{
  return width - EDGE - 2 * PAD;
}

static int
get_wrap (const StageCard *card,
          const Plan      *plan)
{
  return card->party != NULL ? plan->n_wrap : plan->outcome;
}

static double
measure_card (TalksStage      *self,
              const StageCard *card,
              const Plan      *plan,
              double           width)
{
  StageType type = get_type (self, plan->size, FALSE, self->palette->text);
  double height = (PAD_TOP + PAD_BOTTOM) * plan->airy
                  + talks_stage_line_height (self, heading_type (self, plan, type.color).size);

  for (guint i = 0; i < MIN (card->lines->len, plan->n_lines); i++)
    height += (i > 0 ? BETWEEN : 0)
              + talks_stage_measure (self, g_ptr_array_index (card->lines, i), type, text_width (width),
                                     get_wrap (card, plan));
  return height;
}

static double
more_height (TalksStage *self)
{
  return talks_stage_line_height (self, STAGE_LEAST_TYPE);
}

/* Gives up where it is clear that it is more than most. */
static double
measure (TalksStage *self,
         const Plan *plan,
         double      width,
         double      most)
{
  double gap = get_gap (plan);
  double height = -gap;

  if (plan->n_cards < count_parties (self))
    height += gap + more_height (self);
  for (guint i = 0; i < self->content.cards->len && height <= most; i++)
    if (is_shown (self, plan, i))
      height += gap + measure_card (self, g_ptr_array_index (self->content.cards, i), plan, width);
  return height;
}

static gboolean
fits (TalksStage *self,
      const Plan *plan,
      TalksRect   room)
{
  return measure (self, plan, room.width, room.height) <= room.height;
}

/* The first size of type in which all of it fits. */
static gboolean
find_size (TalksStage *self,
           Plan       *plan,
           TalksRect   room)
{
  static const struct
  {
    double size;
    double airy;
  } sizes[] = { { 1.12, 1 }, { 1, 1 }, { 0.92, 1 }, { 0.85, 1 }, { 0.92, TIGHT }, { 0.85, TIGHT },
                { 0.79, TIGHT }, { 0.7, TIGHT } };

  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      plan->size = MAX (STAGE_LEAST_TYPE, BODY * self->fit_scale * sizes[i].size);
      plan->airy = sizes[i].airy;
      if (fits (self, plan, room))
        return TRUE;
    }
  return FALSE;
}

/* The least that must be cut for so many parties. */
static gboolean
find_cut (TalksStage *self,
          Plan       *plan,
          TalksRect   room,
          gboolean    whole_outcome)
{
  static const struct
  {
    guint  n_lines;
    int    n_wrap;
    double airy;
  } cuts[] = { { 2, 0, TIGHT }, { 1, 0, TIGHT }, { 1, 0, TIGHTEST }, { 1, 6, TIGHT }, { 1, 5, TIGHT }, { 1, 4, TIGHT },
               { 1, 3, TIGHT }, { 1, 2, TIGHT }, { 1, 1, TIGHT } };
  const size_t n_mild = 7; /* cuts that leave enough to understand; rather fewer parties than more */

  for (size_t i = 0; i < (plan->n_cards > 2 ? n_mild : G_N_ELEMENTS (cuts)); i++)
    {
      plan->n_lines = cuts[i].n_lines;
      plan->n_wrap = cuts[i].n_wrap;
      plan->outcome = whole_outcome ? 0 : plan->n_wrap;
      plan->airy = cuts[i].airy;
      if (fits (self, plan, room))
        return TRUE;
    }
  return FALSE;
}

static Plan
make_plan (TalksStage *self,
           TalksRect   room)
{
  const guint n_parties = count_parties (self);
  Plan plan = { BODY * self->fit_scale, 3, 0, 0, n_parties, 1 };

  if (find_size (self, &plan, room))
    return plan;
  for (int whole_outcome = 1; whole_outcome >= 0; whole_outcome--)
    for (plan.n_cards = n_parties; plan.n_cards > (whole_outcome ? 1 : 0); plan.n_cards = MIN (plan.n_cards - 1, MOST_CARDS))
      if (find_cut (self, &plan, room, whole_outcome))
        return plan;
  return plan;
}

/* ---- placing ---- */

/* The mark of the party; the outcome, which is nobody's, has none. */
static double
put_mark (TalksStage      *self,
          const StageCard *card,
          StageType        type,
          double           x,
          double           y)
{
  StageMark mark = { TALKS_MARK_CIRCLE, x + type.size * 0.4, y, type.size * 0.72, type.color };

  if (card->party == NULL)
    return 0;
  mark.mark = card->party->mark;
  g_array_append_val (self->marks, mark);
  return type.size * 1.15;
}

/* Since when, on what, and how much of it, joined; the topic only if so asked. */
static char *
make_detail (const StageCard *card,
             const Plan      *plan,
             gboolean         with_topic)
{
  guint n = MIN (plan->n_lines, card->lines->len);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *share = NULL;

  /* Translators: how many of a party's statements are shown: "2 of 5". */
  share = g_strdup_printf (C_("statements", "%1$u of %2$u"), n, card->n_stated);
  if (card->since != NULL)
    g_ptr_array_add (parts, card->since);
  if (with_topic && card->topic != NULL)
    g_ptr_array_add (parts, card->topic);
  if (card->n_stated > n)
    g_ptr_array_add (parts, share);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* What stands beside the heading, as far as it is seen whole. */
static void
put_detail (TalksStage      *self,
            const StageCard *card,
            const Plan      *plan,
            StageType        type,
            double           x,
            double           y,
            double           width)
{
  for (int with_topic = 1; with_topic >= 0; with_topic--)
    {
      g_autofree char *detail = make_detail (card, plan, with_topic == 1);
      g_autoptr (PangoLayout) layout = talks_stage_set_text (self, detail, type, -1, 0);

      if (*detail != '\0' && talks_stage_get_width (layout) <= width)
        {
          talks_stage_put (self, g_steal_pointer (&layout), detail, type, x, y);
          return;
        }
    }
}

static double
put_heading (TalksStage      *self,
             const StageCard *card,
             const Plan      *plan,
             TalksRect        box)
{
  StageType type = heading_type (self, plan, card_color (self, card));
  double line = talks_stage_line_height (self, type.size);
  double x = box.x + EDGE + PAD;
  double end = box.x + box.width - PAD;
  double y = box.y + PAD_TOP * plan->airy;
  PangoLayout *layout;

  x += put_mark (self, card, type, x, y + line / 2);
  layout = talks_stage_set_text (self, card->heading, type, end - x, 1);
  talks_stage_put (self, layout, card->heading, type, x, y);
  x += talks_stage_get_width (layout) + type.size * 0.6;

  type.bold = FALSE;
  type.color = self->palette->dim_text;
  put_detail (self, card, plan, type, x, y, end - x);
  return y + line;
}

/* n_wrap: at most so many lines; 0: all. */
static double
put_line (TalksStage *self,
          const char *text,
          int         n_wrap,
          StageType   type,
          TalksRect   box,
          double      y)
{
  PangoLayout *layout = talks_stage_set_text (self, text, type, text_width (box.width), n_wrap);

  talks_stage_put (self, layout, text, type, box.x + EDGE + PAD, y);
  return y + talks_stage_get_height (layout) + BETWEEN;
}

/* The same whether it is told or not: telling moves nothing. */
static void
weigh_card (TalksStage      *self,
            const StageCard *card,
            const Plan      *plan,
            StageType        type,
            double           width)
{
  int n_wrap = get_wrap (card, plan);

  for (guint i = 0; n_wrap > 0 && i < MIN (card->lines->len, plan->n_lines); i++)
    {
      g_autoptr (PangoLayout) layout = talks_stage_set_text (self, g_ptr_array_index (card->lines, i), type,
                                                             text_width (width), n_wrap);

      if (talks_stage_is_cut (layout))
        self->loss += card->party != NULL ? STAGE_LOSS_LINE : STAGE_LOSS_CUT;
    }
}

static void
put_card (TalksStage      *self,
          const StageCard *card,
          const Plan      *plan,
          TalksRect        box)
{
  StageType type = get_type (self, plan->size, FALSE, self->palette->text);
  StagePanel panel = { box, card_color (self, card), card->instead != NULL };
  double y;

  g_array_append_val (self->panels, panel);
  weigh_card (self, card, plan, type, box.width);
  y = put_heading (self, card, plan, box);
  if (card->instead != NULL)
    {
      type.color = self->palette->dim_text;
      put_line (self, card->instead, 1, type, box, y);
      return;
    }
  for (guint i = 0; i < MIN (card->lines->len, plan->n_lines); i++)
    y = put_line (self, g_ptr_array_index (card->lines, i), get_wrap (card, plan), type, box, y);
}

static double
put_more (TalksStage *self,
          const Plan *plan,
          TalksRect   room,
          double      y)
{
  guint n = count_parties (self) - plan->n_cards;
  StageType type = { STAGE_LEAST_TYPE, FALSE, self->palette->dim_text, self->palette->surface };
  g_autofree char *text = NULL;

  if (n == 0)
    return y;
  self->loss += STAGE_LOSS_PARTY * n;
  text = g_strdup_printf (ngettext ("%u more party", "%u more parties", n), n);
  talks_stage_put (self, talks_stage_set_text (self, text, type, room.width - PAD, 1), text, type,
                   room.x + EDGE + PAD, y);
  return y + more_height (self) + get_gap (plan);
}

gboolean
talks_stage_cards_are_tight (TalksStage *self,
                             TalksRect   room)
{
  Plan plan = make_plan (self, room);

  return plan.airy < 1 || plan.size <= STAGE_LEAST_TYPE;
}

gboolean
talks_stage_cards_fit (TalksStage *self,
                       TalksRect   room)
{
  Plan plan = make_plan (self, room);

  return plan.n_cards >= MIN (2, count_parties (self)) && (plan.n_wrap == 0 || plan.n_wrap >= 2) && plan.outcome == 0
         && fits (self, &plan, room);
}

double
talks_stage_place_cards (TalksStage *self,
                         TalksRect   room)
{
  Plan plan = make_plan (self, room);
  double y = room.y;
  gboolean more = FALSE;

  for (guint i = 0; i < self->content.cards->len; i++)
    {
      const StageCard *card = g_ptr_array_index (self->content.cards, i);
      TalksRect box = { room.x, y, room.width, 0 };

      if (!is_shown (self, &plan, i))
        continue;
      if (card->party == NULL && !more)
        {
          y = put_more (self, &plan, room, y);
          more = TRUE;
        }
      box.y = y;
      box.height = measure_card (self, card, &plan, room.width);
      if (box.y + box.height > room.y + room.height + 0.5)
        {
          /* Not even one card of the least type: a picture less high than a card. */
          self->loss += STAGE_LOSS_CUT;
          break;
        }
      put_card (self, card, &plan, box);
      y += box.height + get_gap (&plan);
    }
  if (!more)
    y = put_more (self, &plan, room, y);
  return y - get_gap (&plan);
}
