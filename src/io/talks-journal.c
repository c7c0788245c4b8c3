/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-journal-private.h"

#include <signal.h>

/* What the writer's thread may know of the journal, which is another thread's. */
typedef struct
{
  GWeakRef      journal;
  GMainContext *context;
} Ear;

struct _TalksJournal
{
  GObject             parent_instance;
  TalksJournalWriter *writer;
  Ear                *ear; /* atomic box */
};

enum
{
  SIGNAL_FAILED,
  SIGNAL_MENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksJournal, talks_journal, G_TYPE_OBJECT)

/* ---- trouble ---- */

typedef struct
{
  Ear    *ear;
  GError *error; /* NULL: mended */
} Notice;

static void
clear_ear (gpointer data)
{
  Ear *ear = data;

  g_weak_ref_clear (&ear->journal);
  g_main_context_unref (ear->context);
}

static void
free_notice (gpointer data)
{
  Notice *notice = data;

  g_atomic_rc_box_release_full (notice->ear, clear_ear);
  g_clear_error (&notice->error);
  g_free (notice);
}

static gboolean
notice_cb (gpointer data)
{
  Notice *notice = data;
  g_autoptr (TalksJournal) self = g_weak_ref_get (&notice->ear->journal);

  if (self != NULL && notice->error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, notice->error);
  else if (self != NULL)
    g_signal_emit (self, signals[SIGNAL_MENDED], 0);
  return G_SOURCE_REMOVE;
}

static void
trouble_cb (const GError *error,
            gpointer      user_data)
{
  Ear *ear = user_data;
  Notice *notice = g_new (Notice, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  notice->ear = g_atomic_rc_box_acquire (ear);
  notice->error = error != NULL ? g_error_copy (error) : NULL;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, notice_cb, notice, free_notice);
  g_source_attach (source, ear->context);
}

/* ---- what is told ---- */

void
talks_journal_append (TalksJournal     *self,
                      TalksHistoryStep *step,
                      int               direction,
                      GPtrArray        *texts)
{
  TalksJournalEntry *entry;

  g_return_if_fail (TALKS_IS_JOURNAL (self));
  g_return_if_fail (step != NULL && step->number != 0);
  g_return_if_fail (direction == 1 || direction == -1);

  entry = g_new0 (TalksJournalEntry, 1);
  entry->type = TALKS_JOURNAL_STEP;
  entry->number = step->number;
  entry->direction = direction;
  entry->step = talks_history_step_ref (step);
  entry->texts = texts != NULL ? g_ptr_array_ref (texts) : NULL;
  talks_journal_writer_send (self->writer, entry);
}

static void
send_save (TalksJournal          *self,
           TalksJournalEntryType  type,
           GFile                 *file,
           const TalksFileMark   *mark)
{
  TalksJournalEntry *entry = g_new0 (TalksJournalEntry, 1);

  entry->type = type;
  entry->file = file != NULL ? g_object_ref (file) : NULL;
  entry->mark = talks_file_mark_copy (mark);
  talks_journal_writer_send (self->writer, entry);
}

void
talks_journal_saving (TalksJournal        *self,
                      GFile               *file,
                      const TalksFileMark *mark)
{
  g_return_if_fail (TALKS_IS_JOURNAL (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (mark != NULL);

  send_save (self, TALKS_JOURNAL_SAVING, file, mark);
}

void
talks_journal_saved (TalksJournal        *self,
                     const TalksFileMark *mark)
{
  g_return_if_fail (TALKS_IS_JOURNAL (self));
  g_return_if_fail (mark != NULL);

  send_save (self, TALKS_JOURNAL_SAVED, NULL, mark);
}

void
talks_journal_remove (TalksJournal *self)
{
  g_return_if_fail (TALKS_IS_JOURNAL (self));
  talks_journal_writer_send (self->writer, NULL);
}

/* ---- waiting ---- */

gboolean
talks_journal_flush (TalksJournal  *self,
                     GError       **error)
{
  g_return_val_if_fail (TALKS_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return talks_journal_writer_flush (self->writer, error);
}

void
talks_journal_flush_async (TalksJournal        *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (TALKS_IS_JOURNAL (self));

  /* Not the journal itself: the writer's thread must not have the last reference. */
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, talks_journal_flush_async);
  talks_journal_writer_flush_task (self->writer, task);
}

gboolean
talks_journal_flush_finish (TalksJournal  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (TALKS_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, talks_journal_flush_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- life ---- */

static void
talks_journal_finalize (GObject *object)
{
  TalksJournal *self = TALKS_JOURNAL (object);

  g_clear_pointer (&self->writer, talks_journal_writer_free);
  g_atomic_rc_box_release_full (self->ear, clear_ear);

  G_OBJECT_CLASS (talks_journal_parent_class)->finalize (object);
}

static void
talks_journal_class_init (TalksJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_journal_finalize;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_MENDED] = g_signal_new ("mended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* At a limit for the size of files a write is to fail, not to end the program. */
  signal (SIGXFSZ, SIG_IGN);
}

static void
talks_journal_init (TalksJournal *self)
{
  self->ear = g_atomic_rc_box_new0 (Ear);
  g_weak_ref_init (&self->ear->journal, self);
  self->ear->context = g_main_context_ref_thread_default ();
}

TalksJournal *
talks_journal_new (GFile               *file,
                   const TalksFileMark *base,
                   GBytes              *content)
{
  TalksJournal *self;

  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  self = g_object_new (TALKS_TYPE_JOURNAL, NULL);
  self->writer = talks_journal_writer_new (talks_journal_header_new (file, base, content), trouble_cb, self->ear);
  return self;
}

TalksJournal *
talks_journal_new_adopted (TalksJournalHeader *header,
                           int                 fd,
                           char               *path,
                           guint64             length,
                           GPtrArray          *steps,
                           GPtrArray          *texts)
{
  TalksJournal *self = g_object_new (TALKS_TYPE_JOURNAL, NULL);

  self->writer = talks_journal_writer_new (header, trouble_cb, self->ear);
  talks_journal_writer_adopt (self->writer, fd, path, length, steps, texts);
  return self;
}
