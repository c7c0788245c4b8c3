/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a step is shown: covers, outcomes, type, language, pointer, zoom. */

#include "talks-presentation-private.h"

#include <math.h>

#include "talks-stage.h"

/* ---- covers and outcomes ---- */

gboolean
talks_presentation_toggle_cover (TalksPresentation *self,
                                 TalksCover         cover)
{
  self->cover = self->cover == cover ? TALKS_COVER_NONE : cover;
  talks_presentation_emit (self, TALKS_PRESENTATION_COVER);
  return TRUE;
}

TalksCover
talks_presentation_get_cover (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), TALKS_COVER_NONE);
  return self->cover;
}

TalksOutcomes
talks_presentation_get_outcomes (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), TALKS_OUTCOMES_SHOWN);

  if (!self->hides_outcomes)
    return TALKS_OUTCOMES_SHOWN;
  return talks_presentation_hides_outcome (self, self->step) ? TALKS_OUTCOMES_HIDDEN : TALKS_OUTCOMES_REVEALED;
}

gboolean
talks_presentation_hides_outcome (TalksPresentation *self,
                                  guint              step)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), FALSE);

  return self->hides_outcomes && !g_hash_table_contains (self->revealed, GUINT_TO_POINTER (step));
}

gboolean
talks_presentation_change_outcomes (TalksPresentation *self)
{
  switch (talks_presentation_get_outcomes (self))
    {
    case TALKS_OUTCOMES_SHOWN:
      g_hash_table_remove_all (self->revealed);
      self->hides_outcomes = TRUE;
      break;

    case TALKS_OUTCOMES_HIDDEN:
      g_hash_table_add (self->revealed, GUINT_TO_POINTER (self->step));
      break;

    case TALKS_OUTCOMES_REVEALED:
    default:
      self->hides_outcomes = FALSE;
      break;
    }
  talks_presentation_emit (self, TALKS_PRESENTATION_OUTCOMES);
  return TRUE;
}

double
talks_presentation_get_type_scale (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), 1);
  return self->type_scale;
}

/* Whole tenths, so that as many steps back lead to where they began. */
gboolean
talks_presentation_change_scale (TalksPresentation *self,
                                 double             by)
{
  const double scale = CLAMP (round ((self->type_scale + by) * 10) / 10, TALKS_STAGE_MIN_SCALE, TALKS_STAGE_MAX_SCALE);

  if (fabs (scale - self->type_scale) < TALKS_SCALE_STEP / 2)
    return FALSE;
  self->type_scale = scale;
  talks_presentation_emit (self, TALKS_PRESENTATION_TEXT);
  return TRUE;
}

double
talks_presentation_get_notes_scale (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), 1);
  return self->notes_scale;
}

void
talks_presentation_set_notes_scale (TalksPresentation *self,
                                    double             scale)
{
  g_return_if_fail (TALKS_IS_PRESENTATION (self));

  scale = CLAMP (scale, TALKS_NOTES_MIN_SCALE, TALKS_NOTES_MAX_SCALE);
  if (scale == self->notes_scale)
    return;
  self->notes_scale = scale;
  talks_presentation_emit (self, TALKS_PRESENTATION_NOTES);
}

const char *
talks_presentation_get_language (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), NULL);
  return self->language;
}

void
talks_presentation_set_language (TalksPresentation *self,
                                 const char        *language)
{
  g_return_if_fail (TALKS_IS_PRESENTATION (self));
  g_return_if_fail (language != NULL);

  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  talks_presentation_emit (self, TALKS_PRESENTATION_TEXT);
}

/* ---- pointing ---- */

void
talks_presentation_point (TalksPresentation *self,
                          double             x,
                          double             y,
                          gboolean           drawing)
{
  g_return_if_fail (TALKS_IS_PRESENTATION (self));

  if (self->is_pointing)
    {
      talks_pointer_trail_add (&self->trail, x, y, drawing, g_get_monotonic_time ());
      talks_presentation_emit (self, TALKS_PRESENTATION_TRAIL);
    }
  else
    {
      self->trail.x = CLAMP (x, 0, 1);
      self->trail.y = CLAMP (y, 0, 1);
    }
}

void
talks_presentation_stop_pointing (TalksPresentation *self)
{
  g_return_if_fail (TALKS_IS_PRESENTATION (self));

  if (!self->trail.is_here)
    return;
  talks_pointer_trail_leave (&self->trail);
  talks_presentation_emit (self, TALKS_PRESENTATION_TRAIL);
}

gboolean
talks_presentation_is_pointing (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), FALSE);
  return self->is_pointing;
}

TalksPointerTrail *
talks_presentation_get_trail (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), NULL);
  return &self->trail;
}

gboolean
talks_presentation_toggle_pointer (TalksPresentation *self)
{
  self->is_pointing = !self->is_pointing;
  if (!self->is_pointing)
    talks_pointer_trail_wipe (&self->trail);
  talks_presentation_emit (self, TALKS_PRESENTATION_POINTING | TALKS_PRESENTATION_TRAIL);
  return TRUE;
}

gboolean
talks_presentation_toggle_zoom (TalksPresentation *self)
{
  self->is_zoomed = !self->is_zoomed;
  if (self->is_zoomed)
    {
      self->zoom_x = self->trail.x;
      self->zoom_y = self->trail.y;
    }
  talks_presentation_emit (self, TALKS_PRESENTATION_ZOOM);
  return TRUE;
}

double
talks_presentation_get_zoom (TalksPresentation *self,
                             double            *x,
                             double            *y)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), 1);

  *x = self->zoom_x;
  *y = self->zoom_y;
  return self->is_zoomed ? TALKS_PRESENTATION_ZOOM_FACTOR : 1;
}

gboolean
talks_presentation_shows_keys (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), FALSE);
  return self->shows_keys;
}

gboolean
talks_presentation_toggle_keys (TalksPresentation *self)
{
  self->shows_keys = !self->shows_keys;
  talks_presentation_emit (self, TALKS_PRESENTATION_KEYS);
  return TRUE;
}

gboolean
talks_presentation_has_one_screen (TalksPresentation *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (self), FALSE);
  return self->has_one_screen;
}

void
talks_presentation_set_one_screen (TalksPresentation *self,
                                   gboolean           one_screen)
{
  g_return_if_fail (TALKS_IS_PRESENTATION (self));

  if (self->has_one_screen == !!one_screen)
    return;
  self->has_one_screen = !!one_screen;
  talks_presentation_emit (self, TALKS_PRESENTATION_SCREENS);
}
