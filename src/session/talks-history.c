/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-history.h"

#include "talks-record-fields.h"

struct _TalksHistory
{
  GObject        parent_instance;
  TalksDocument *document;
  char          *author;
  GPtrArray     *steps; /* of TalksHistoryStep */
  guint          position;
  guint32        last_number; /* given to a step */
  guint32        n_foreign;   /* edits past the history */
  guint64        saved;       /* state */
  gboolean       is_busy;
};

enum
{
  SIGNAL_RECORDED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksHistory, talks_history, G_TYPE_OBJECT)

/* ---- changes in the document ---- */

/* Where change will find the record it takes out. */
static TalksChange *
note_position (TalksDocument *document,
               TalksChange   *change)
{
  TalksRecord *before = talks_change_get_before (change);
  guint i;

  if (before == NULL || talks_change_get_after (change) != NULL
      || !g_ptr_array_find (talks_document_get_records (document, before->kind), before, &i))
    return talks_change_ref (change);
  return talks_change_new (before, NULL, (int) i);
}

static void
take_back (TalksDocument *document,
           GPtrArray     *applied)
{
  for (guint i = applied->len; i > 0; i--)
    {
      g_autoptr (TalksChange) inverse = talks_change_invert (applied->pdata[i - 1]);

      if (!talks_document_apply (document, inverse, NULL))
        g_assert_not_reached ();
    }
}

/* Makes all changes or none. Gives them as they can be taken back: NULL with an error if they do not fit. */
static GPtrArray *
apply_all (TalksDocument  *document,
           GPtrArray      *changes,
           GError        **error)
{
  g_autoptr (GPtrArray) applied = g_ptr_array_new_full (changes->len, (GDestroyNotify) talks_change_unref);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (TalksChange) change = note_position (document, changes->pdata[i]);

      if (!talks_document_apply (document, change, error))
        {
          take_back (document, applied);
          return NULL;
        }
      g_ptr_array_add (applied, g_steal_pointer (&change));
    }
  return g_steal_pointer (&applied);
}

static void
document_changed_cb (TalksHistory  *self,
                     TalksChange   *change,
                     TalksDocument *document)
{
  g_assert (TALKS_IS_HISTORY (self));

  if (self->is_busy)
    return;
  self->n_foreign++;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- one step ---- */

static void
record (TalksHistory     *self,
        TalksHistoryStep *step,
        int               direction)
{
  g_signal_emit (self, signals[SIGNAL_RECORDED], 0, step, direction);
}

static gboolean
changes_nothing (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      TalksRecord *before = talks_change_get_before (changes->pdata[i]);

      if (before == NULL || !talks_record_equal (before, talks_change_get_after (changes->pdata[i])))
        return FALSE;
    }
  return TRUE;
}

/* The changes as a step at the end of those that are done. */
static TalksHistoryStep *
make_step (TalksHistory  *self,
           const char    *name,
           const char    *author,
           gint64         time,
           GPtrArray     *changes,
           GError       **error)
{
  g_autoptr (GPtrArray) applied = apply_all (self->document, changes, error);
  TalksHistoryStep *step;

  if (applied == NULL)
    return NULL;
  step = talks_history_step_new (++self->last_number, name, author, time, applied);
  if (self->position < self->steps->len)
    g_ptr_array_set_size (self->steps, (int) self->position);
  g_ptr_array_add (self->steps, step);
  self->position++;
  return step;
}

gboolean
talks_history_do (TalksHistory  *self,
                  const char    *name,
                  GPtrArray     *changes,
                  GError       **error)
{
  TalksHistoryStep *step;

  g_return_val_if_fail (TALKS_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (changes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  g_return_val_if_fail (!self->is_busy, FALSE);

  if (changes_nothing (changes))
    return TRUE;

  self->is_busy = TRUE;
  step = make_step (self, name, self->author, g_get_real_time (), changes, error);
  if (step != NULL)
    record (self, step, +1);
  self->is_busy = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return step != NULL;
}

gboolean
talks_history_do_one (TalksHistory  *self,
                      const char    *name,
                      TalksRecord   *before,
                      TalksRecord   *after,
                      GError       **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);

  g_return_val_if_fail (before != NULL || after != NULL, FALSE);

  g_ptr_array_add (changes, talks_change_new (before, after, -1));
  return talks_history_do (self, name, changes, error);
}

/* ---- back and forth ---- */

static gboolean
step_back (TalksHistory  *self,
           GError       **error)
{
  TalksHistoryStep *step = self->steps->pdata[self->position - 1];
  g_autoptr (GPtrArray) inverse = talks_history_step_invert (step);
  g_autoptr (GPtrArray) applied = apply_all (self->document, inverse, error);

  if (applied == NULL)
    return FALSE;
  self->position--;
  record (self, step, -1);
  return TRUE;
}

static gboolean
step_forth (TalksHistory  *self,
            GError       **error)
{
  TalksHistoryStep *step = self->steps->pdata[self->position];
  g_autoptr (GPtrArray) applied = apply_all (self->document, step->changes, error);

  if (applied == NULL)
    return FALSE;
  self->position++;
  record (self, step, +1);
  return TRUE;
}

gboolean
talks_history_go_to (TalksHistory  *self,
                     guint          position,
                     GError       **error)
{
  gboolean ok = TRUE;

  g_return_val_if_fail (TALKS_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (position <= self->steps->len, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  g_return_val_if_fail (!self->is_busy, FALSE);

  if (position == self->position)
    return TRUE;
  self->is_busy = TRUE;
  while (ok && position < self->position)
    ok = step_back (self, error);
  while (ok && position > self->position)
    ok = step_forth (self, error);
  self->is_busy = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return ok;
}

gboolean
talks_history_undo (TalksHistory  *self,
                    GError       **error)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), FALSE);
  return self->position > 0 && talks_history_go_to (self, self->position - 1, error);
}

gboolean
talks_history_redo (TalksHistory  *self,
                    GError       **error)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), FALSE);
  return self->position < self->steps->len && talks_history_go_to (self, self->position + 1, error);
}

/* ---- what a journal kept ---- */

gboolean
talks_history_restore (TalksHistory  *self,
                       GPtrArray     *steps,
                       guint          position,
                       GError       **error)
{
  gboolean ok = TRUE;

  g_return_val_if_fail (TALKS_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (self->steps->len == 0 && !self->is_busy, FALSE);
  g_return_val_if_fail (steps != NULL && position <= steps->len, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (steps->len == 0)
    return TRUE;
  self->is_busy = TRUE;
  for (guint i = 0; ok && i < steps->len; i++)
    {
      const TalksHistoryStep *step = steps->pdata[i];

      ok = make_step (self, step->name, step->author, step->time, step->changes, error) != NULL;
    }
  if (!ok)
    position = 0;
  while (self->position > position)
    {
      TalksHistoryStep *step = self->steps->pdata[--self->position];

      take_back (self->document, step->changes);
    }
  if (!ok)
    g_ptr_array_set_size (self->steps, 0);
  self->is_busy = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return ok;
}

/* ---- what it holds ---- */

TalksDocument *
talks_history_get_document (TalksHistory *self)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), NULL);
  return self->document;
}

const char *
talks_history_get_author (TalksHistory *self)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), NULL);
  return self->author;
}

void
talks_history_set_author (TalksHistory *self,
                          const char   *author)
{
  char *copy;

  g_return_if_fail (TALKS_IS_HISTORY (self));

  copy = g_strdup (author);
  g_free (self->author);
  self->author = copy;
}

gboolean
talks_history_can_undo (TalksHistory *self)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), FALSE);
  return self->position > 0;
}

gboolean
talks_history_can_redo (TalksHistory *self)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), FALSE);
  return self->position < self->steps->len;
}

const char *
talks_history_get_undo_name (TalksHistory *self)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), NULL);
  return self->position > 0 ? talks_history_get_step (self, self->position - 1)->name : NULL;
}

const char *
talks_history_get_redo_name (TalksHistory *self)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), NULL);
  return self->position < self->steps->len ? talks_history_get_step (self, self->position)->name : NULL;
}

guint
talks_history_get_n_steps (TalksHistory *self)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), 0);
  return self->steps->len;
}

const TalksHistoryStep *
talks_history_get_step (TalksHistory *self,
                        guint         i)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), NULL);
  g_return_val_if_fail (i < self->steps->len, NULL);
  return self->steps->pdata[i];
}

guint
talks_history_get_position (TalksHistory *self)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), 0);
  return self->position;
}

GPtrArray *
talks_history_get_steps (TalksHistory *self)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), NULL);
  return self->steps;
}

/* ---- saved or not ---- */

guint64
talks_history_get_state (TalksHistory *self)
{
  guint64 number;

  g_return_val_if_fail (TALKS_IS_HISTORY (self), 0);

  number = self->position > 0 ? talks_history_get_step (self, self->position - 1)->number : 0;
  return (guint64) self->n_foreign << 32 | number;
}

void
talks_history_mark_saved (TalksHistory *self,
                          guint64       state)
{
  g_return_if_fail (TALKS_IS_HISTORY (self));

  if (state == self->saved)
    return;
  self->saved = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
talks_history_is_modified (TalksHistory *self)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), FALSE);
  return talks_history_get_state (self) != self->saved;
}

gboolean
talks_history_is_busy (TalksHistory *self)
{
  g_return_val_if_fail (TALKS_IS_HISTORY (self), FALSE);
  return self->is_busy;
}

/* ---- life ---- */

static void
talks_history_finalize (GObject *object)
{
  TalksHistory *self = TALKS_HISTORY (object);

  g_clear_object (&self->document);
  g_ptr_array_unref (self->steps);
  g_free (self->author);

  G_OBJECT_CLASS (talks_history_parent_class)->finalize (object);
}

static void
talks_history_class_init (TalksHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_history_finalize;

  signals[SIGNAL_RECORDED] = g_signal_new ("recorded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 2, TALKS_TYPE_HISTORY_STEP,
                                           G_TYPE_INT);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
talks_history_init (TalksHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_history_step_unref);
}

TalksHistory *
talks_history_new (TalksDocument *document,
                   const char    *author)
{
  TalksHistory *self;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);

  self = g_object_new (TALKS_TYPE_HISTORY, NULL);
  self->document = g_object_ref (document);
  self->author = g_strdup (author);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
