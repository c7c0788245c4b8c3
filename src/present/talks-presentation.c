/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-presentation-private.h"

#include "talks-stage.h"

#define MAX_NUMBER 99999u

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksPresentation, talks_presentation, G_TYPE_OBJECT)

void
talks_presentation_emit (TalksPresentation *self,
                         guint              flags)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, flags);
}

/* ---- steps ---- */

guint
talks_presentation_get_step (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), 0);
  return self->step;
}

guint
talks_presentation_get_n_steps (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), 0);
  return talks_lesson_get_n_steps (self->lesson);
}

/* A new step is seen whole: no cover, no zoom, no lines drawn on the one before. */
void
talks_presentation_set_step (TalksPresentation *self,
                             guint              step)
{
  guint flags = TALKS_PRESENTATION_STEP | TALKS_PRESENTATION_OUTCOMES;

  g_return_if_fail (TALKS_IS_PRESENTATION (self));

  step = MIN (step, talks_presentation_get_n_steps (self) - 1);
  if (step == self->step)
    return;
  self->step = step;
  if (self->is_zoomed)
    flags |= TALKS_PRESENTATION_ZOOM;
  if (self->cover != TALKS_COVER_NONE)
    flags |= TALKS_PRESENTATION_COVER;
  self->is_zoomed = FALSE;
  self->cover = TALKS_COVER_NONE;
  g_array_set_size (self->trail.points, 0);
  talks_presentation_emit (self, flags | TALKS_PRESENTATION_TRAIL);
}

static gboolean
go_by (TalksPresentation *self,
       int                direction)
{
  /* What is covered is uncovered first: nobody wants to skip a step that the class has not seen. */
  if (self->cover != TALKS_COVER_NONE)
    {
      self->cover = TALKS_COVER_NONE;
      talks_presentation_emit (self, TALKS_PRESENTATION_COVER);
      return TRUE;
    }
  if (direction < 0 ? self->step == 0 : self->step + 1 >= talks_presentation_get_n_steps (self))
    return FALSE;
  talks_presentation_set_step (self, direction < 0 ? self->step - 1 : self->step + 1);
  return TRUE;
}

static gboolean
go_to_number (TalksPresentation *self)
{
  const guint number = self->number;

  if (number == 0)
    return FALSE;
  self->number = 0;
  talks_presentation_emit (self, TALKS_PRESENTATION_NUMBER);
  talks_presentation_set_step (self, number - 1);
  return TRUE;
}

gboolean
talks_presentation_type_digit (TalksPresentation *self,
                               int                digit)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), FALSE);
  g_return_val_if_fail (digit >= 0 && digit <= 9, FALSE);

  if (self->number * 10 + (guint) digit > MAX_NUMBER || (self->number == 0 && digit == 0))
    return FALSE;
  self->number = self->number * 10 + (guint) digit;
  talks_presentation_emit (self, TALKS_PRESENTATION_NUMBER);
  return TRUE;
}

gboolean
talks_presentation_erase_digit (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), FALSE);

  if (self->number == 0)
    return FALSE;
  self->number /= 10;
  talks_presentation_emit (self, TALKS_PRESENTATION_NUMBER);
  return TRUE;
}

guint
talks_presentation_get_number (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), 0);
  return self->number;
}

/* ---- commands ---- */

/* A number that was not confirmed by Return is meant no more when something else is done: another number later would be
 * joined to it. */
static void
forget_number (TalksPresentation *self)
{
  if (self->number == 0)
    return;
  self->number = 0;
  talks_presentation_emit (self, TALKS_PRESENTATION_NUMBER);
}

/* One after the other, what stands in the way goes; the lesson ends when nothing does. */
static gboolean
end (TalksPresentation *self)
{
  if (self->shows_keys)
    return talks_presentation_toggle_keys (self);
  if (self->number != 0)
    {
      forget_number (self);
      return TRUE;
    }
  g_signal_emit (self, signals[SIGNAL_REQUESTED], 0, (guint) TALKS_PRESENT_END);
  return TRUE;
}

static gboolean
go_to (TalksPresentation *self,
       guint              step)
{
  if (step == self->step && self->cover == TALKS_COVER_NONE)
    return FALSE;
  if (step == self->step)
    return talks_presentation_toggle_cover (self, self->cover);
  talks_presentation_set_step (self, step);
  return TRUE;
}

gboolean
talks_presentation_do (TalksPresentation   *self,
                       TalksPresentCommand  command)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), FALSE);

  if (command != TALKS_PRESENT_GO && command != TALKS_PRESENT_END && command != TALKS_PRESENT_KEYS)
    forget_number (self);
  switch (command)
    {
    case TALKS_PRESENT_NEXT:     return go_by (self, 1);
    case TALKS_PRESENT_PREVIOUS: return go_by (self, -1);
    case TALKS_PRESENT_FIRST:    return go_to (self, 0);
    case TALKS_PRESENT_LAST:     return go_to (self, talks_presentation_get_n_steps (self) - 1);
    case TALKS_PRESENT_GO:       return go_to_number (self);
    case TALKS_PRESENT_BLACK:    return talks_presentation_toggle_cover (self, TALKS_COVER_BLACK);
    case TALKS_PRESENT_WHITE:    return talks_presentation_toggle_cover (self, TALKS_COVER_WHITE);
    case TALKS_PRESENT_OUTCOMES: return talks_presentation_change_outcomes (self);
    case TALKS_PRESENT_POINTER:  return talks_presentation_toggle_pointer (self);
    case TALKS_PRESENT_ZOOM:     return talks_presentation_toggle_zoom (self);
    case TALKS_PRESENT_LARGER:   return talks_presentation_change_scale (self, TALKS_SCALE_STEP);
    case TALKS_PRESENT_SMALLER:  return talks_presentation_change_scale (self, -TALKS_SCALE_STEP);
    case TALKS_PRESENT_KEYS:     return talks_presentation_toggle_keys (self);
    case TALKS_PRESENT_END:      return end (self);
    case TALKS_PRESENT_SWAP:
      g_signal_emit (self, signals[SIGNAL_REQUESTED], 0, (guint) command);
      return TRUE;
    case TALKS_N_PRESENT_COMMANDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
talks_presentation_can (TalksPresentation   *self,
                        TalksPresentCommand  command)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), FALSE);

  if (command == TALKS_PRESENT_NEXT)
    return self->cover != TALKS_COVER_NONE || self->step + 1 < talks_presentation_get_n_steps (self);
  if (command == TALKS_PRESENT_PREVIOUS)
    return self->cover != TALKS_COVER_NONE || self->step > 0;
  if (command == TALKS_PRESENT_GO)
    return self->number != 0;
  if (command == TALKS_PRESENT_LARGER)
    return self->type_scale < TALKS_STAGE_MAX_SCALE - TALKS_SCALE_STEP / 2;
  if (command == TALKS_PRESENT_SMALLER)
    return self->type_scale > TALKS_STAGE_MIN_SCALE + TALKS_SCALE_STEP / 2;
  return TRUE;
}

/* ---- time ---- */

gint64
talks_presentation_get_elapsed (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), 0);
  return (g_get_monotonic_time () - self->started) / G_TIME_SPAN_SECOND;
}

void
talks_presentation_restart_clock (TalksPresentation *self)
{
  g_return_if_fail (TALKS_IS_PRESENTATION (self));
  self->started = g_get_monotonic_time ();
}

/* ---- what is presented ---- */

TalksDocument *
talks_presentation_get_document (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), NULL);
  return self->document;
}

TalksLesson *
talks_presentation_get_lesson (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), NULL);
  return self->lesson;
}

/* A tour that was deleted, or has no step left, goes on as it was. */
static void
document_changed_cb (TalksPresentation *self)
{
  const char *id = talks_lesson_get_tour_id (self->lesson);
  TalksTour *tour = talks_document_lookup_kind (self->document, TALKS_RECORD_TOUR, id);
  guint flags = TALKS_PRESENTATION_CONTENT;

  g_assert (TALKS_IS_PRESENTATION (self));

  if (tour != NULL && tour->steps->len > 0)
    {
      talks_lesson_unref (self->lesson);
      self->lesson = talks_lesson_new_from_tour (tour);
      if (self->step >= tour->steps->len)
        {
          self->step = tour->steps->len - 1;
          flags |= TALKS_PRESENTATION_STEP;
        }
    }
  talks_presentation_emit (self, flags);
}

/* ---- life ---- */

static void
talks_presentation_finalize (GObject *object)
{
  TalksPresentation *self = TALKS_PRESENTATION (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->lesson, talks_lesson_unref);
  g_clear_pointer (&self->revealed, g_hash_table_unref);
  g_clear_pointer (&self->language, g_free);
  talks_pointer_trail_clear (&self->trail);

  G_OBJECT_CLASS (talks_presentation_parent_class)->finalize (object);
}

static void
talks_presentation_class_init (TalksPresentationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_presentation_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_REQUESTED] = g_signal_new ("requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
talks_presentation_init (TalksPresentation *self)
{
  self->type_scale = 1;
  self->notes_scale = 1.3;
  self->revealed = g_hash_table_new (NULL, NULL);
  self->started = g_get_monotonic_time ();
  talks_pointer_trail_init (&self->trail);
}

TalksPresentation *
talks_presentation_new (TalksDocument *document,
                        TalksLesson   *lesson,
                        const char    *language)
{
  TalksPresentation *self;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (lesson != NULL && talks_lesson_get_n_steps (lesson) > 0, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_object_new (TALKS_TYPE_PRESENTATION, NULL);
  self->document = g_object_ref (document);
  self->lesson = talks_lesson_ref (lesson);
  self->language = g_strdup (language);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
