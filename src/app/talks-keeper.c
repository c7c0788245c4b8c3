/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-keeper-private.h"

#include "talks-document-writer.h"
#include "talks-earlier.h"

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksKeeper, talks_keeper, G_TYPE_OBJECT)

void
talks_keeper_emit_changed (TalksKeeper *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- what was read ---- */

static TalksBase *
base_new (TalksReading *reading)
{
  TalksBase *base = g_atomic_rc_box_new0 (TalksBase);

  base->reading = reading;
  return base;
}

static void
base_clear (gpointer data)
{
  g_clear_pointer (&((TalksBase *) data)->reading, talks_reading_free);
}

TalksBase *
talks_base_ref (TalksBase *base)
{
  return g_atomic_rc_box_acquire (base);
}

void
talks_base_unref (TalksBase *base)
{
  g_atomic_rc_box_release_full (base, base_clear);
}

TalksBase *
talks_keeper_get_base (TalksKeeper *self)
{
  g_return_val_if_fail (TALKS_IS_KEEPER (self), NULL);
  return self->base;
}

/* ---- the journal ---- */

static void
journal_failed_cb (TalksKeeper  *self,
                   const GError *error)
{
  g_assert (TALKS_IS_KEEPER (self));

  g_free (self->trouble);
  self->trouble = g_strdup (error->message);
  talks_keeper_emit_changed (self);
}

static void
journal_mended_cb (TalksKeeper *self)
{
  g_assert (TALKS_IS_KEEPER (self));

  g_clear_pointer (&self->trouble, g_free);
  talks_keeper_emit_changed (self);
}

/* ---- one save ---- */

typedef struct
{
  GFile           *file;
  TalksKeeperFlags flags;
  guint64          state; /* of the history, as it is saved */
  TalksDocument   *copy;
  TalksBase       *base;
  GBytes          *bytes;
  TalksReading    *written;
  TalksFileMark   *mark;  /* of the bytes */
  gboolean         is_told; /* the journal has heard of it; until written becomes the base */
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->file);
  g_clear_object (&save->copy);
  g_clear_pointer (&save->base, talks_base_unref);
  g_clear_pointer (&save->bytes, g_bytes_unref);
  g_clear_pointer (&save->written, talks_reading_free);
  g_clear_pointer (&save->mark, talks_file_mark_free);
  g_free (save);
}

/* What the file holds, or what it is about to hold once the journal goes by that. */
static const TalksReading *
get_reading_of_journal (TalksKeeper *self)
{
  GTask *task = g_queue_peek_head (&self->saves);
  const Save *save = task != NULL ? g_task_get_task_data (task) : NULL;

  return save != NULL && save->is_told ? save->written : self->base->reading;
}

static void
recorded_cb (TalksKeeper      *self,
             TalksHistoryStep *step,
             int               direction)
{
  g_autoptr (GPtrArray) texts = NULL;

  g_assert (TALKS_IS_KEEPER (self));

  texts = talks_reading_list_earlier (get_reading_of_journal (self), step->changes, direction);
  talks_journal_append (self->journal, step, direction, texts);
}

static void start_save (TalksKeeper *self);

/* Ends the first save, and begins the next. */
static void
end_save (TalksKeeper     *self,
          TalksSaveResult *result,
          GError          *error)
{
  g_autoptr (GTask) task = g_queue_pop_head (&self->saves);

  if (!g_queue_is_empty (&self->saves))
    start_save (self);
  talks_keeper_emit_changed (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, (GDestroyNotify) talks_save_result_free);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (TalksKeeper) self = TALKS_KEEPER (data);
  Save *save = g_task_get_task_data (g_queue_peek_head (&self->saves));
  GError *error = NULL;
  TalksSaveResult *saved = talks_save_finish (G_FILE (source), result, &error);

  if (saved == NULL)
    {
      end_save (self, NULL, error);
      return;
    }
  talks_journal_saved (self->journal, &saved->mark);
  g_clear_pointer (&self->mark, talks_file_mark_free);
  self->mark = talks_file_mark_copy (&saved->mark);
  talks_base_unref (self->base);
  save->is_told = FALSE;
  self->base = base_new (g_steal_pointer (&save->written));
  if (!talks_keeper_is_own_file (self, save->file))
    talks_keeper_follow_file (self, save->file);
  self->read_only = FALSE;
  talks_history_mark_saved (self->history, save->state);
  end_save (self, saved, NULL);
}

/* What the journal cannot keep is no reason not to save: it has told of that itself. */
static void
journal_flushed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  TalksKeeper *self = TALKS_KEEPER (data);
  Save *save = g_task_get_task_data (g_queue_peek_head (&self->saves));
  const TalksFileMark *expected = talks_keeper_is_own_file (self, save->file) ? self->mark : NULL;
  TalksSaveFlags flags = TALKS_SAVE_DEFAULT;

  talks_journal_flush_finish (self->journal, result, NULL);
  if (save->flags & TALKS_KEEPER_AS_NEW)
    expected = NULL;
  if (save->flags & TALKS_KEEPER_REPLACE)
    flags |= TALKS_SAVE_OVERWRITE;
  if (save->flags & TALKS_KEEPER_READ_ONLY)
    flags |= TALKS_SAVE_READ_ONLY;
  /* The reference goes on to the next callback. */
  talks_save_async (save->file, save->bytes, expected, flags, NULL, saved_cb, self);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Save *save = task_data;
  GError *error = NULL;

  save->bytes = talks_document_write (save->copy, save->base->reading, &save->written, &error);
  if (save->bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  save->mark = talks_file_mark_new (save->bytes, NULL);
  g_task_return_boolean (task, TRUE);
}

/* The journal takes it that the document as it is now is being saved. If it has changed while the bytes were made, they
 * are made again, of the newer state. */
static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  TalksKeeper *self = TALKS_KEEPER (source);
  Save *save = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    end_save (self, NULL, error);
  else if (talks_history_get_state (self->history) != save->state)
    start_save (self);
  else
    {
      talks_journal_saving (self->journal, save->file, save->mark);
      save->is_told = TRUE;
      talks_journal_flush_async (self->journal, journal_flushed_cb, g_object_ref (self));
    }
}

static void
nothing (gpointer data)
{
}

static void
start_save (TalksKeeper *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);
  Save *save = g_task_get_task_data (g_queue_peek_head (&self->saves));

  g_clear_object (&save->copy);
  g_clear_pointer (&save->base, talks_base_unref);
  g_clear_pointer (&save->bytes, g_bytes_unref);
  g_clear_pointer (&save->written, talks_reading_free);
  g_clear_pointer (&save->mark, talks_file_mark_free);
  save->state = talks_history_get_state (self->history);
  save->copy = talks_document_copy (talks_history_get_document (self->history));
  save->base = talks_base_ref (self->base);
  /* It belongs to the task that waits for the whole, and is there for longer. */
  g_task_set_task_data (task, save, nothing);
  g_task_run_in_thread (task, write_in_thread);
}

void
talks_keeper_save_async (TalksKeeper         *self,
                         GFile               *file,
                         TalksKeeperFlags     flags,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;
  Save *save;

  g_return_if_fail (TALKS_IS_KEEPER (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, talks_keeper_save_async);
  save = g_new0 (Save, 1);
  save->file = g_object_ref (file != NULL ? file : self->file);
  save->flags = flags;
  g_task_set_task_data (task, save, save_free);
  g_queue_push_tail (&self->saves, task);
  if (self->saves.length == 1)
    {
      start_save (self);
      talks_keeper_emit_changed (self);
    }
}

TalksSaveResult *
talks_keeper_save_finish (TalksKeeper   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, talks_keeper_save_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
talks_keeper_let_go (TalksKeeper *self)
{
  g_return_if_fail (TALKS_IS_KEEPER (self));
  talks_journal_remove (self->journal);
}

/* ---- what it knows ---- */

TalksHistory *
talks_keeper_get_history (TalksKeeper *self)
{
  g_return_val_if_fail (TALKS_IS_KEEPER (self), NULL);
  return self->history;
}

GFile *
talks_keeper_get_file (TalksKeeper *self)
{
  g_return_val_if_fail (TALKS_IS_KEEPER (self), NULL);
  return self->file;
}

const TalksFileMark *
talks_keeper_get_mark (TalksKeeper *self)
{
  g_return_val_if_fail (TALKS_IS_KEEPER (self), NULL);
  return self->mark;
}

const TalksReading *
talks_keeper_get_reading (TalksKeeper *self)
{
  g_return_val_if_fail (TALKS_IS_KEEPER (self), NULL);
  return self->base->reading;
}

gboolean
talks_keeper_is_read_only (TalksKeeper *self)
{
  g_return_val_if_fail (TALKS_IS_KEEPER (self), FALSE);
  return self->read_only;
}

gboolean
talks_keeper_is_modified (TalksKeeper *self)
{
  g_return_val_if_fail (TALKS_IS_KEEPER (self), FALSE);
  return talks_history_is_modified (self->history);
}

gboolean
talks_keeper_is_saving (TalksKeeper *self)
{
  g_return_val_if_fail (TALKS_IS_KEEPER (self), FALSE);
  return !g_queue_is_empty (&self->saves);
}

const char *
talks_keeper_get_trouble (TalksKeeper *self)
{
  g_return_val_if_fail (TALKS_IS_KEEPER (self), NULL);
  return self->trouble;
}

/* ---- life ---- */

static void
talks_keeper_dispose (GObject *object)
{
  TalksKeeper *self = TALKS_KEEPER (object);

  /* Each save holds a reference. */
  g_assert (g_queue_is_empty (&self->saves));
  /* Steps that were all undone are nothing to offer. */
  if (self->journal != NULL && !talks_history_is_modified (self->history))
    talks_journal_remove (self->journal);
  g_clear_object (&self->journal);
  g_clear_object (&self->history);
  g_clear_object (&self->file);
  g_clear_pointer (&self->base, talks_base_unref);
  g_clear_pointer (&self->mark, talks_file_mark_free);
  g_clear_pointer (&self->lock, talks_lock_release);
  g_clear_pointer (&self->holder, talks_lock_holder_free);
  g_clear_pointer (&self->trouble, g_free);

  G_OBJECT_CLASS (talks_keeper_parent_class)->dispose (object);
}

static void
talks_keeper_class_init (TalksKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = talks_keeper_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
talks_keeper_init (TalksKeeper *self)
{
  g_queue_init (&self->saves);
}

TalksKeeper *
talks_keeper_new (TalksHistory *history,
                  TalksOpened  *opened,
                  TalksJournal *journal)
{
  TalksKeeper *self;

  g_return_val_if_fail (TALKS_IS_HISTORY (history), NULL);
  g_return_val_if_fail (opened != NULL && opened->reading != NULL, NULL);

  self = g_object_new (TALKS_TYPE_KEEPER, NULL);
  self->history = g_object_ref (history);
  self->file = g_steal_pointer (&opened->file);
  self->mark = g_steal_pointer (&opened->mark);
  self->lock = g_steal_pointer (&opened->lock);
  self->holder = g_steal_pointer (&opened->holder);
  self->read_only = opened->read_only;
  self->base = base_new (g_steal_pointer (&opened->reading));
  if (journal == NULL)
    {
      GBytes *content = self->file == NULL ? talks_json_scan_get_bytes (self->base->reading->scan) : NULL;

      journal = talks_journal_new (self->file, self->mark, content);
    }
  self->journal = journal;
  talks_opened_free (opened);
  g_signal_connect_object (history, "recorded", G_CALLBACK (recorded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->journal, "failed", G_CALLBACK (journal_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->journal, "mended", G_CALLBACK (journal_mended_cb), self, G_CONNECT_SWAPPED);
  return self;
}
