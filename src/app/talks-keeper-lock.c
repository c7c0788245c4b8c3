/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who works on the file of a document. */

#include "talks-keeper-private.h"

#include "talks-error.h"

/* ---- another file ---- */

gboolean
talks_keeper_is_own_file (TalksKeeper *self,
                          GFile       *file)
{
  return self->file != NULL && g_file_equal (self->file, file);
}

static void
relock_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  TalksOpened *opened = task_data;

  g_clear_pointer (&opened->lock, talks_lock_release);
  opened->lock = talks_lock_take (opened->file, &opened->holder, NULL);
  g_task_return_boolean (task, TRUE);
}

/* Takes over the lock that a worker got, unless the document went to yet another file meanwhile. */
static void
take_lock (TalksKeeper *self,
           TalksOpened *opened)
{
  if (!talks_keeper_is_own_file (self, opened->file) || self->lock != NULL)
    return;
  self->lock = g_steal_pointer (&opened->lock);
  g_clear_pointer (&self->holder, talks_lock_holder_free);
  self->holder = g_steal_pointer (&opened->holder);
  talks_keeper_emit_changed (self);
}

static void
relocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  take_lock (TALKS_KEEPER (source), g_task_get_task_data (G_TASK (result)));
}

void
talks_keeper_follow_file (TalksKeeper *self,
                          GFile       *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, relocked_cb, NULL);
  TalksOpened *opened = g_new0 (TalksOpened, 1);

  g_clear_pointer (&self->holder, talks_lock_holder_free);
  g_set_object (&self->file, file);
  self->read_only = FALSE;
  opened->file = g_object_ref (file);
  opened->lock = g_steal_pointer (&self->lock); /* of the old file, to be given back */
  g_task_set_task_data (task, opened, (GDestroyNotify) talks_opened_free);
  g_task_run_in_thread (task, relock_in_thread);
}

/* ---- looking and taking over ---- */

typedef struct
{
  TalksOpened     *opened; /* for the file, the lock and who has it */
  TalksLockHolder *from;   /* NULL: only look */
} Claim;

static void
claim_free (gpointer data)
{
  Claim *claim = data;

  talks_opened_free (claim->opened);
  g_clear_pointer (&claim->from, talks_lock_holder_free);
  g_free (claim);
}

static void
claim_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Claim *claim = task_data;
  TalksOpened *opened = claim->opened;
  g_autoptr (GError) error = NULL;

  if (claim->from != NULL)
    opened->lock = talks_lock_take_over (opened->file, claim->from, &opened->holder, &error);
  else
    opened->lock = talks_lock_take (opened->file, &opened->holder, &error);
  /* A lock that cannot be made says nothing about who else there is. */
  g_task_return_boolean (task, opened->lock != NULL || !g_error_matches (error, TALKS_ERROR, TALKS_ERROR_LOCKED));
}

void
talks_keeper_claim_async (TalksKeeper         *self,
                          gboolean             over,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Claim *claim;

  g_return_if_fail (TALKS_IS_KEEPER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, talks_keeper_claim_async);
  if (self->file == NULL || self->lock != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  claim = g_new0 (Claim, 1);
  claim->opened = g_new0 (TalksOpened, 1);
  claim->opened->file = g_object_ref (self->file);
  if (over && self->holder != NULL)
    claim->from = talks_lock_holder_copy (self->holder);
  g_task_set_task_data (task, claim, claim_free);
  g_task_run_in_thread (task, claim_in_thread);
}

gboolean
talks_keeper_claim_finish (TalksKeeper  *self,
                           GAsyncResult *result)
{
  Claim *claim;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  claim = g_task_get_task_data (G_TASK (result));
  if (claim != NULL)
    take_lock (self, claim->opened);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

void
talks_keeper_hand_on (TalksKeeper *self,
                      TalksOpened *opened)
{
  g_return_if_fail (TALKS_IS_KEEPER (self));
  g_return_if_fail (opened != NULL && opened->lock == NULL);

  opened->lock = g_steal_pointer (&self->lock);
  g_clear_pointer (&opened->holder, talks_lock_holder_free);
  opened->holder = g_steal_pointer (&self->holder);
}

const TalksLockHolder *
talks_keeper_get_holder (TalksKeeper *self)
{
  g_return_val_if_fail (TALKS_IS_KEEPER (self), NULL);
  return self->holder;
}
