/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-lesson.h"

#include "talks-record-fields.h"

/* Of a lesson that no tour of the document stands behind; never seen from outside. */
#define NO_TOUR "lesson"

struct _TalksLesson
{
  gatomicrefcount ref_count;
  TalksTour      *tour;     /* a reference */
  gboolean        own_tour; /* not one of the document */
};

G_DEFINE_BOXED_TYPE (TalksLesson, talks_lesson, talks_lesson_ref, talks_lesson_unref)

/* ---- making ---- */

static TalksLesson *
lesson_new (TalksTour *tour,
            gboolean   own_tour)
{
  TalksLesson *self = g_new0 (TalksLesson, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->tour = tour;
  self->own_tour = own_tour;
  return self;
}

TalksLesson *
talks_lesson_new_from_tour (TalksTour *tour)
{
  g_return_val_if_fail (tour != NULL, NULL);
  return lesson_new (talks_record_ref (tour), FALSE);
}

/* All that the document knows of the event; in place of words for the class, its summary. */
static TalksTourStep *
make_step (TalksDocument    *document,
           const TalksEvent *event)
{
  TalksTourStep *step = g_new0 (TalksTourStep, 1);
  g_autoptr (GStrvBuilder) show = g_strv_builder_new ();

  step->event = g_strdup (event->record.id);
  if (event->summary != NULL)
    step->text = talks_text_ref (event->summary);
  if (event->attendance->len > 0)
    g_strv_builder_add (show, "table");
  if (talks_document_count (document, TALKS_RECORD_POSITION) > 0)
    g_strv_builder_add (show, "positions");
  if (event->outcome != NULL)
    g_strv_builder_add (show, "outcome");
  step->show = g_strv_builder_end (show);
  return step;
}

static TalksTour *
make_tour (TalksText *title)
{
  TalksTour *tour = talks_record_new (TALKS_RECORD_TOUR, NO_TOUR);

  tour->title = talks_text_ref (title);
  return tour;
}

TalksLesson *
talks_lesson_new_from_ids (TalksDocument      *document,
                           TalksText          *title,
                           const char * const *ids)
{
  TalksTour *tour;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (title != NULL && ids != NULL, NULL);

  tour = make_tour (title);
  for (; *ids != NULL; ids++)
    {
      const TalksEvent *event = talks_document_lookup_kind (document, TALKS_RECORD_EVENT, *ids);

      if (event != NULL)
        g_ptr_array_add (tour->steps, make_step (document, event));
    }
  return lesson_new (tour, TRUE);
}

TalksLesson *
talks_lesson_new_from_span (TalksDocument *document,
                            TalksText     *title,
                            TalksSpan      span)
{
  TalksTour *tour;
  GPtrArray *events;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  tour = make_tour (title);
  events = talks_document_get_events_by_time (document);
  for (guint i = 0; i < events->len; i++)
    {
      const TalksEvent *event = g_ptr_array_index (events, i);

      if (talks_span_overlaps (talks_span_from_date (event->date), span))
        g_ptr_array_add (tour->steps, make_step (document, event));
    }
  return lesson_new (tour, TRUE);
}

TalksLesson *
talks_lesson_ref (TalksLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
talks_lesson_unref (TalksLesson *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  talks_record_unref (self->tour);
  g_free (self);
}

/* ---- what it holds ---- */

TalksText *
talks_lesson_get_title (const TalksLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->tour->title;
}

const char *
talks_lesson_get_tour_id (const TalksLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->own_tour ? NULL : self->tour->record.id;
}

guint
talks_lesson_get_n_steps (const TalksLesson *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->tour->steps->len;
}

const TalksTourStep *
talks_lesson_get_step (const TalksLesson *self,
                       guint              step)
{
  g_return_val_if_fail (self != NULL && step < self->tour->steps->len, NULL);
  return g_ptr_array_index (self->tour->steps, step);
}

TalksEvent *
talks_lesson_get_event (const TalksLesson *self,
                        TalksDocument     *document,
                        guint              step)
{
  const TalksTourStep *record = talks_lesson_get_step (self, step);

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  return record == NULL ? NULL
                        : talks_document_lookup_kind (document, TALKS_RECORD_EVENT, record->event);
}

TalksText *
talks_lesson_get_step_title (const TalksLesson *self,
                             TalksDocument     *document,
                             guint              step)
{
  const TalksTourStep *record = talks_lesson_get_step (self, step);
  TalksEvent *event = talks_lesson_get_event (self, document, step);

  if (record != NULL && record->title != NULL)
    return record->title;
  return event != NULL ? event->title : NULL;
}

TalksDate *
talks_lesson_get_step_date (const TalksLesson *self,
                            TalksDocument     *document,
                            guint              step)
{
  const TalksTourStep *record = talks_lesson_get_step (self, step);
  TalksEvent *event = talks_lesson_get_event (self, document, step);

  if (event != NULL)
    return event->date;
  return record != NULL ? record->span : NULL;
}

TalksDay
talks_lesson_get_step_day (const TalksLesson *self,
                           TalksDocument     *document,
                           guint              step)
{
  g_return_val_if_fail (self != NULL && step < self->tour->steps->len, TALKS_DAY_MIN);
  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), TALKS_DAY_MIN);

  for (guint i = step + 1; i > 0; i--)
    {
      const TalksDate *date = talks_lesson_get_step_date (self, document, i - 1);

      if (date == NULL)
        continue;
      if (talks_date_get_latest (date) != TALKS_DAY_MAX)
        return talks_date_get_latest (date);
      if (talks_date_get_earliest (date) != TALKS_DAY_MIN)
        return talks_date_get_earliest (date);
    }
  return TALKS_DAY_MIN;
}

gboolean
talks_lesson_step_shows (const TalksLesson *self,
                         guint              step,
                         const char        *what)
{
  const TalksTourStep *record = talks_lesson_get_step (self, step);

  g_return_val_if_fail (what != NULL, FALSE);
  return record != NULL && g_strv_contains ((const char * const *) record->show, what);
}

TalksTour *
talks_lesson_to_tour (const TalksLesson *self,
                      const char        *id)
{
  const TalksFieldSet *fields = talks_record_kind_get_fields (TALKS_RECORD_TOUR);
  TalksTour *tour;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL && *id != '\0', NULL);

  tour = talks_record_new (TALKS_RECORD_TOUR, id);
  for (guint i = 0; i < fields->n_fields; i++)
    talks_field_copy (&fields->fields[i], self->tour, tour);
  return tour;
}
