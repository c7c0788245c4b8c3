/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksPen: what the parts of the painter hand to each other while something is drawn.
 *
 * Cairo sees small numbers only: the pen moves the origin of the cairo_t to a content pixel near
 * what is drawn, and every x goes through talks_pen_x(). */

#pragma once

#include "talks-mark.h"
#include "talks-painter.h"

G_BEGIN_DECLS

#define TALKS_PEN_PARTIES 8

typedef struct
{
  cairo_t            *cr;
  TalksScene         *scene;
  const TalksPaint   *paint;
  const TalksPalette *palette;
  TalksLabels        *labels;
  TalksMetrics        metrics;
  gboolean            mirrored;
  double              origin; /* content x of the cairo_t's 0 */
  double              from;   /* what is asked for */
  double              to;
  double              alpha;  /* below 1: the item at hand is dimmed */
  struct
  {
    const TalksParty *party;
    TalksColor        color;
    guint             grain;
  } parties[TALKS_PEN_PARTIES]; /* colours worked out lately */
  guint               next_party;
} TalksPen;

/* Saves cr and moves its origin. scene may be NULL. */
void       talks_pen_start   (TalksPen           *self,
                              cairo_t            *cr,
                              TalksScene         *scene,
                              const TalksPaint   *paint,
                              double              from,
                              double              to);
void       talks_pen_end     (TalksPen           *self);

double     talks_pen_x       (const TalksPen     *self,
                              double              x);
void       talks_pen_set     (TalksPen           *self,
                              TalksColor          color);
/* A rectangle without soft edges: x and y are to be whole pixels. */
void       talks_pen_fill    (TalksPen           *self,
                              TalksColor          color,
                              double              x,
                              double              y,
                              double              width,
                              double              height);
void       talks_pen_text    (TalksPen           *self,
                              const char         *text,
                              TalksLabelStyle     style,
                              TalksColor          color,
                              double              x,
                              double              y,
                              double              width,
                              TalksAlign          align);
/* Appends a rectangle whose left and right corners have these radii. */
void       talks_pen_round   (TalksPen           *self,
                              double              x,
                              double              y,
                              double              width,
                              double              height,
                              double              left,
                              double              right);

/* The colour a party is drawn in; NULL: nobody's. */
TalksColor talks_pen_party   (TalksPen           *self,
                              const TalksParty   *party);
TalksMark  talks_pen_mark    (const TalksParty   *party);
/* 0 where colours tell parties apart. */
guint      talks_pen_grain   (TalksPen           *self,
                              const TalksParty   *party);
/* What lies behind an item. */
TalksColor talks_pen_paper   (const TalksPen     *self,
                              const TalksItem    *item);
TalksColor talks_pen_ribbon  (TalksPen           *self,
                              const TalksItem    *item);
TalksLabelStyle talks_pen_ribbon_style (const TalksPen  *self,
                                        const TalksItem *item);
const char *talks_pen_label  (const TalksPen     *self,
                              const TalksItem    *item);

/* ---- talks-painter-items.c: what stands in lanes ---- */

void       talks_pen_draw_item (TalksPen         *self,
                                const TalksItem  *item);

/* ---- talks-painter-strips.c: ribbons and folds ---- */

void       talks_pen_draw_ribbon (TalksPen        *self,
                                  const TalksItem *item);
void       talks_pen_draw_fold   (TalksPen        *self,
                                  const TalksItem *item,
                                  double           height);
/* The strip of a fold without words; teeth meet where top or bottom is 0. */
void       talks_pen_draw_strip  (TalksPen        *self,
                                  double           left,
                                  double           right,
                                  double           top,
                                  double           bottom);

/* The stretches of a bar or ribbon between folds, left to right: calls func for each. */
typedef void (*TalksPieceFunc) (TalksPen        *self,
                                const TalksItem *item,
                                double           left,
                                double           right);
void       talks_pen_foreach_piece (TalksPen        *self,
                                    const TalksItem *item,
                                    TalksPieceFunc   func);

G_END_DECLS
