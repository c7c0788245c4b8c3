/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksPresentation: how far a lesson is, and how it is shown.
 *
 * The hub of presenting: stage, console and whatever else shows the lesson know only this, so that they always
 * agree, and one of them can go (a projector that is unplugged) without anything being lost. Whoever lets the user do
 * something calls talks_presentation_do() or a setter here; whoever shows something listens to
 *
 *   "changed" (TalksPresentationChange flags)   after each call that changed something
 *   "requested" (TalksPresentCommand command)   for what windows do: TALKS_PRESENT_SWAP, TALKS_PRESENT_END
 *
 * It follows the document: when that is edited, the tour is taken from it again. No GTK here. */

#pragma once

#include "talks-lesson.h"
#include "talks-pointer-trail.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_PRESENTATION_STEP     = 1 << 0,
  TALKS_PRESENTATION_COVER    = 1 << 1,
  TALKS_PRESENTATION_OUTCOMES = 1 << 2,
  TALKS_PRESENTATION_TEXT     = 1 << 3, /* size of the type, or language */
  TALKS_PRESENTATION_ZOOM     = 1 << 4,
  TALKS_PRESENTATION_POINTING = 1 << 5, /* the pointer draws, or no longer */
  TALKS_PRESENTATION_TRAIL    = 1 << 6, /* what it draws */
  TALKS_PRESENTATION_NUMBER   = 1 << 7, /* the number that is being typed */
  TALKS_PRESENTATION_KEYS     = 1 << 8, /* the list of keys is shown, or no longer */
  TALKS_PRESENTATION_CONTENT  = 1 << 9, /* the document changed */
  TALKS_PRESENTATION_SCREENS  = 1 << 10,
  TALKS_PRESENTATION_NOTES    = 1 << 11, /* size of the notes */
} TalksPresentationChange;

#define TALKS_PRESENTATION_EVERYTHING 0xfffu

typedef enum
{
  TALKS_PRESENT_NEXT,
  TALKS_PRESENT_PREVIOUS,
  TALKS_PRESENT_FIRST,
  TALKS_PRESENT_LAST,
  TALKS_PRESENT_GO,       /* to the step whose number was typed */
  TALKS_PRESENT_BLACK,    /* the same again: no longer */
  TALKS_PRESENT_WHITE,
  TALKS_PRESENT_OUTCOMES, /* hide them; show that of this step; hide none any more */
  TALKS_PRESENT_POINTER,
  TALKS_PRESENT_ZOOM,     /* at the pointer */
  TALKS_PRESENT_LARGER,
  TALKS_PRESENT_SMALLER,
  TALKS_PRESENT_SWAP,
  TALKS_PRESENT_KEYS,
  TALKS_PRESENT_END,
  TALKS_N_PRESENT_COMMANDS
} TalksPresentCommand;

typedef enum
{
  TALKS_COVER_NONE,
  TALKS_COVER_BLACK,
  TALKS_COVER_WHITE,
} TalksCover;

typedef enum
{
  TALKS_OUTCOMES_SHOWN,
  TALKS_OUTCOMES_HIDDEN,   /* that of this step, and of each that was not asked for */
  TALKS_OUTCOMES_REVEALED, /* hidden, but that of this step was asked for */
} TalksOutcomes;

/* How much larger a step is when zoomed. */
#define TALKS_PRESENTATION_ZOOM_FACTOR 2.0

#define TALKS_NOTES_MIN_SCALE 0.8
#define TALKS_NOTES_MAX_SCALE 4.0

#define TALKS_TYPE_PRESENTATION (talks_presentation_get_type ())
G_DECLARE_FINAL_TYPE (TalksPresentation, talks_presentation, TALKS, PRESENTATION, GObject)

/* Keeps references. The lesson has at least one step. language (BCP 47) is that of the texts. Begins at the first
 * step, and the time that passes begins now. */
TalksPresentation *talks_presentation_new            (TalksDocument       *document,
                                                      TalksLesson         *lesson,
                                                      const char          *language);
TalksDocument     *talks_presentation_get_document   (TalksPresentation   *self);
TalksLesson       *talks_presentation_get_lesson     (TalksPresentation   *self);

/* FALSE when the command does nothing now, such as the next step at the last. */
gboolean           talks_presentation_do             (TalksPresentation   *self,
                                                      TalksPresentCommand  command);
gboolean           talks_presentation_can            (TalksPresentation   *self,
                                                      TalksPresentCommand  command);

/* Counted from 0; others are taken for the nearest. */
guint              talks_presentation_get_step       (TalksPresentation   *self);
void               talks_presentation_set_step       (TalksPresentation   *self,
                                                      guint                step);
guint              talks_presentation_get_n_steps    (TalksPresentation   *self);

/* Digits (0 … 9) of the number of a step, and taking back the last one. 0: none was typed. */
gboolean           talks_presentation_type_digit     (TalksPresentation   *self,
                                                      int                  digit);
gboolean           talks_presentation_erase_digit    (TalksPresentation   *self);
guint              talks_presentation_get_number     (TalksPresentation   *self);

TalksCover         talks_presentation_get_cover      (TalksPresentation   *self);

/* Of the step that is shown. */
TalksOutcomes      talks_presentation_get_outcomes   (TalksPresentation   *self);

/* Of any step, as it would be shown. */
gboolean           talks_presentation_hides_outcome  (TalksPresentation   *self,
                                                      guint                step);

/* TALKS_STAGE_MIN_SCALE … TALKS_STAGE_MAX_SCALE. */
double             talks_presentation_get_type_scale (TalksPresentation   *self);

/* Of the presenter's notes: TALKS_NOTES_MIN_SCALE … TALKS_NOTES_MAX_SCALE, others are clamped. */
double             talks_presentation_get_notes_scale (TalksPresentation *self);
void               talks_presentation_set_notes_scale (TalksPresentation *self,
                                                       double             scale);

/* Never NULL. */
const char        *talks_presentation_get_language   (TalksPresentation   *self);
void               talks_presentation_set_language   (TalksPresentation   *self,
                                                      const char          *language);

/* The pointer, as a part of the picture's width and height (0 … 1); it draws a line where drawing. */
void               talks_presentation_point          (TalksPresentation   *self,
                                                      double               x,
                                                      double               y,
                                                      gboolean             drawing);
void               talks_presentation_stop_pointing  (TalksPresentation   *self);
gboolean           talks_presentation_is_pointing    (TalksPresentation   *self);
TalksPointerTrail *talks_presentation_get_trail      (TalksPresentation   *self);

/* 1: not zoomed. x and y, the part that stays where it is, are set in each case. */
double             talks_presentation_get_zoom       (TalksPresentation   *self,
                                                      double              *x,
                                                      double              *y);
gboolean           talks_presentation_shows_keys     (TalksPresentation   *self);

/* Whether there is one screen for stage and console, which then take turns; told by whoever has the windows. */
gboolean           talks_presentation_has_one_screen (TalksPresentation   *self);
void               talks_presentation_set_one_screen (TalksPresentation   *self,
                                                      gboolean             one_screen);

/* Seconds since the start, or since it was started again. */
gint64             talks_presentation_get_elapsed    (TalksPresentation   *self);
void               talks_presentation_restart_clock  (TalksPresentation   *self);

G_END_DECLS
