/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table plan of a meeting: who sat where, who chaired, who stayed away.
 *
 * Immutable; made for one width and freed by whoever made it. The first side in the dispute sits
 * above the table, the second below; chair, mediators and hosts with their company at the left end;
 * other parties at the right end; those absent stand apart at the far right with a dashed ring.
 * Without two such sides the parties with most delegates face each other. Heads of delegation sit
 * in the middle of their side with a second ring. A dotted ring: whether they came is unclear; a
 * light disc: by remote link. Interpreters and persons merely mentioned have no seat. Where there are
 * more people than seats, the last circle says how many more: "+5".
 *
 * The drawing has no background of its own: it stands on a card, a page or a stage. */

#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "talks-document.h"
#include "talks-palette.h"
#include "talks-scene.h"
#include "talks-painter.h"

G_BEGIN_DECLS

typedef struct
{
  TalksParticipant      *participant;
  TalksParty            *party; /* may be NULL */
  const TalksAttendance *attendance;
  double                 x; /* middle of the seat, pixels */
  double                 y;
  double                 radius;
} TalksSeat;

typedef struct _TalksTablePlan TalksTablePlan;

/* Pixels: of the font that the lengths of a plan are made for, 10 points on a common screen. */
#define TALKS_TABLE_PLAN_EM (40.0 / 3)

/* NULL when fewer than two people of two parties met there: then a list says all. Also NULL for
 * those who spoke or wrote each for themselves, for mediators among themselves, and for visits one
 * after another (two hosts of two sides, or a format with the word "separate"). width is that of the
 * drawing in pixels; the height follows, and so does the size of all in it. Keeps references. */
TalksTablePlan  *talks_table_plan_new        (TalksDocument     *document,
                                              TalksEvent        *event,
                                              const char        *language,
                                              double             width);
/* The same for a reader whose font is em pixels: the words grow with it as far as there is room, and
 * lengths that hold words grow with them. The other one is drawn as for TALKS_TABLE_PLAN_EM. */
TalksTablePlan  *talks_table_plan_new_for_em (TalksDocument     *document,
                                              TalksEvent        *event,
                                              const char        *language,
                                              double             width,
                                              double             em);
void             talks_table_plan_free       (TalksTablePlan    *self);
double           talks_table_plan_get_height (TalksTablePlan    *self);
/* The people who have a circle of their own. */
const TalksSeat *talks_table_plan_get_seats  (TalksTablePlan    *self,
                                              guint             *n_seats);
const TalksSeat *talks_table_plan_pick       (TalksTablePlan    *self,
                                              double             x,
                                              double             y);
/* The plan as a sentence or two, for those who do not see it. Free with g_free(). */
char            *talks_table_plan_describe   (TalksTablePlan    *self);
/* selected: id of a participant to mark, or NULL. */
void             talks_table_plan_draw       (TalksTablePlan    *self,
                                              cairo_t           *cr,
                                              const TalksPaint  *paint,
                                              const char        *selected);

/* "RU" for Rustem Umerov: the first letters of the first and the last word, one letter for a single
 * word, "" for none. Accents stay. Free with g_free(). */
char            *talks_initials              (const char        *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksTablePlan, talks_table_plan_free)

G_END_DECLS
