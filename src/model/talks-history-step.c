/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-history-step.h"

G_DEFINE_BOXED_TYPE (TalksHistoryStep, talks_history_step, talks_history_step_ref, talks_history_step_unref)

TalksHistoryStep *
talks_history_step_new (guint64     number,
                        const char *name,
                        const char *author,
                        gint64      time,
                        GPtrArray  *changes)
{
  TalksHistoryStep *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (changes != NULL && changes->len > 0, NULL);

  self = g_new0 (TalksHistoryStep, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->number = number;
  self->name = g_strdup (name);
  self->author = g_strdup (author);
  self->time = time;
  self->changes = g_ptr_array_new_full (changes->len, (GDestroyNotify) talks_change_unref);
  for (guint i = 0; i < changes->len; i++)
    g_ptr_array_add (self->changes, talks_change_ref (changes->pdata[i]));
  return self;
}

TalksHistoryStep *
talks_history_step_ref (TalksHistoryStep *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
talks_history_step_unref (TalksHistoryStep *self)
{
  g_return_if_fail (self != NULL);
  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      g_ptr_array_unref (self->changes);
      g_free (self->name);
      g_free (self->author);
      g_free (self);
    }
}

GPtrArray *
talks_history_step_invert (const TalksHistoryStep *self)
{
  GPtrArray *inverted;

  g_return_val_if_fail (self != NULL, NULL);

  inverted = g_ptr_array_new_full (self->changes->len, (GDestroyNotify) talks_change_unref);
  for (guint i = self->changes->len; i > 0; i--)
    g_ptr_array_add (inverted, talks_change_invert (self->changes->pdata[i - 1]));
  return inverted;
}
