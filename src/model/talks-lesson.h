/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksLesson: what is presented, step by step.
 *
 * Made from a tour of the document, or from events that somebody found, selected or has in view; the
 * latter can be kept as a tour. Its steps are those of a tour record: a step names an event, or only a
 * span of time with words of its own. Immutable and atomically reference-counted. It holds records as
 * they were when it was made: after a change of the document make it again.
 *
 * Functions that take a document look the step's event up there; it need not exist any more. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

typedef struct _TalksLesson TalksLesson;

#define TALKS_TYPE_LESSON (talks_lesson_get_type ())

GType                talks_lesson_get_type       (void);

TalksLesson         *talks_lesson_new_from_tour  (TalksTour          *tour);

/* A step for each of the events, in the order given; ids that name no event are left out. ids is
 * NULL-terminated. */
TalksLesson         *talks_lesson_new_from_ids   (TalksDocument      *document,
                                                  TalksText          *title,
                                                  const char * const *ids);

/* A step for each event that has a day in span, by time. */
TalksLesson         *talks_lesson_new_from_span  (TalksDocument      *document,
                                                  TalksText          *title,
                                                  TalksSpan           span);
TalksLesson         *talks_lesson_ref            (TalksLesson        *self);
void                 talks_lesson_unref          (TalksLesson        *self);

/* Never NULL. */
TalksText           *talks_lesson_get_title      (const TalksLesson  *self);

/* The id of the tour it was made from; NULL: made from events. */
const char          *talks_lesson_get_tour_id    (const TalksLesson  *self);

/* May be 0: an empty tour, or nothing in the span. */
guint                talks_lesson_get_n_steps    (const TalksLesson  *self);

/* step < talks_lesson_get_n_steps() in all that follow. */
const TalksTourStep *talks_lesson_get_step       (const TalksLesson  *self,
                                                  guint               step);

/* The event of a step; NULL: it has none, or none that is in the document. */
TalksEvent          *talks_lesson_get_event      (const TalksLesson  *self,
                                                  TalksDocument      *document,
                                                  guint               step);

/* What a step is called: its own title, else that of its event; NULL: it has neither. */
TalksText           *talks_lesson_get_step_title (const TalksLesson  *self,
                                                  TalksDocument      *document,
                                                  guint               step);

/* When it was: the date of its event, else its span; NULL: nobody says. */
TalksDate           *talks_lesson_get_step_date  (const TalksLesson  *self,
                                                  TalksDocument      *document,
                                                  guint               step);

/* The day as of which the state is shown at a step: the last of its date, so that what was stated
 * during an event of several days counts; the first where its end is open. That of the step before
 * where it has no date, TALKS_DAY_MIN where no step so far has one. */
TalksDay             talks_lesson_get_step_day   (const TalksLesson  *self,
                                                  TalksDocument      *document,
                                                  guint               step);

/* TRUE when the step asks for it: "table", "positions", "attendance" or "outcome". */
gboolean             talks_lesson_step_shows     (const TalksLesson  *self,
                                                  guint               step,
                                                  const char         *what);

/* A new record with that id, to be added to the document by a TalksChange. One reference. */
TalksTour           *talks_lesson_to_tour        (const TalksLesson  *self,
                                                  const char         *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksLesson, talks_lesson_unref)

G_END_DECLS
