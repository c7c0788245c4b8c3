/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksStage: the picture of one step of a lesson, as a class sees it on the projector.
 *
 * Which step of how many, the date in words, title, place and chair; the step's text; the table with
 * those who sat there; a card for each party with what it stated as of that day; what came of it; and
 * below, the steps of the lesson on a small timeline with folds. No type is smaller than 1/36 of the
 * height: where there is no room, less is said.
 *
 * Immutable; made for one step and one size, freed by whoever made it. Pictures of one shape are laid
 * out alike at every size. It does not follow the document: after a change make it again. Belongs to
 * one thread. No GTK: window, preview, paper and tests draw it alike. */

#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "talks-lesson.h"
#include "talks-palette.h"
#include "talks-scene.h"

G_BEGIN_DECLS

/* Least and most type_scale; others are clamped. */
#define TALKS_STAGE_MIN_SCALE 0.8
#define TALKS_STAGE_MAX_SCALE 1.8

/* The smallest type is the height divided by that. */
#define TALKS_STAGE_LINES 36

typedef struct
{
  double      width;         /* pixels or points, > 0 */
  double      height;
  TalksTheme  theme;         /* usually TALKS_THEME_PROJECTOR */
  double      type_scale;    /* 1: as designed */
  gboolean    hide_outcomes; /* the class is to guess first */
  const char *language;      /* BCP 47, or several in order of preference: of the texts and of the program's
                              * own words among them. NULL: the document's, with the interface's words */
} TalksStageOptions;

/* 1600 × 900, projector theme, scale 1, outcomes shown, the document's language. */
#define TALKS_STAGE_OPTIONS_INIT { 1600, 900, TALKS_THEME_PROJECTOR, 1, FALSE, NULL }

/* A text of the picture. */
typedef struct
{
  char      *text;   /* what is to be read; the picture may show less of it: then it ends in "…" */
  TalksRect  box;    /* what it covers, pixels */
  double     size;   /* of the type, pixels */
  TalksColor color;
  TalksColor ground; /* what is behind it */
} TalksStageText;

typedef struct _TalksStage TalksStage;

/* step < talks_lesson_get_n_steps(). The context gives the font's family and the font map; its size is
 * of no account. options are copied. */
TalksStage           *talks_stage_new        (TalksDocument           *document,
                                              TalksLesson             *lesson,
                                              guint                    step,
                                              const TalksStageOptions *options,
                                              PangoContext            *context);
void                  talks_stage_free       (TalksStage              *self);

guint                 talks_stage_get_step   (TalksStage              *self);

/* Draws width × height from 0, 0 on, ground included. position says where the marker stands on the
 * small timeline, in steps from 0 to the last, also between two of them while it glides; at rest it is
 * the step. */
void                  talks_stage_draw       (TalksStage              *self,
                                              cairo_t                 *cr,
                                              double                   position);

/* The texts in reading order, whole even where the picture shows less, for screen readers and tests:
 * NULL-terminated, free with g_strfreev(). People at the table are told as a sentence; hidden
 * outcomes are left out. */
char                **talks_stage_list_texts (TalksStage              *self);

/* What stands where. The marker's label is where it is at rest. Owned by the stage. */
const TalksStageText *talks_stage_get_texts  (TalksStage              *self,
                                              guint                   *n_texts);

/* Where a position is on the small timeline, in pixels from the left: the marks of the steps are not
 * evenly spaced. */
double                talks_stage_step_x     (TalksStage              *self,
                                              double                   position);

/* The step whose mark is at x, y; −1: none. */
int                   talks_stage_pick_step  (TalksStage              *self,
                                              double                   x,
                                              double                   y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksStage, talks_stage_free)

G_END_DECLS
