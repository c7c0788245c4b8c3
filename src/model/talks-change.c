/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-change.h"

#include <string.h>

struct _TalksChange
{
  gatomicrefcount ref_count;
  TalksRecord    *before;
  TalksRecord    *after;
  int             position;
};

G_DEFINE_BOXED_TYPE (TalksChange, talks_change, talks_change_ref, talks_change_unref)

TalksChange *
talks_change_new (TalksRecord *before,
                  TalksRecord *after,
                  int          position)
{
  TalksChange *self;

  g_return_val_if_fail (before != NULL || after != NULL, NULL);
  g_return_val_if_fail (before == NULL || after == NULL
                          || (before->kind == after->kind && strcmp (before->id, after->id) == 0),
                        NULL);
  g_return_val_if_fail ((before != NULL && after != NULL) || (before != NULL ? before : after)->kind != TALKS_RECORD_HEAD,
                        NULL);
  g_return_val_if_fail (position >= -1, NULL);

  self = g_new0 (TalksChange, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->before = before != NULL ? talks_record_ref (before) : NULL;
  self->after = after != NULL ? talks_record_ref (after) : NULL;
  self->position = position;
  return self;
}

TalksChange *
talks_change_ref (TalksChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
talks_change_unref (TalksChange *self)
{
  g_return_if_fail (self != NULL);
  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      g_clear_pointer (&self->before, talks_record_unref);
      g_clear_pointer (&self->after, talks_record_unref);
      g_free (self);
    }
}

TalksChange *
talks_change_invert (const TalksChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return talks_change_new (self->after, self->before, self->position);
}

TalksRecord *
talks_change_get_before (const TalksChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->before;
}

TalksRecord *
talks_change_get_after (const TalksChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->after;
}

int
talks_change_get_position (const TalksChange *self)
{
  g_return_val_if_fail (self != NULL, -1);
  return self->position;
}
