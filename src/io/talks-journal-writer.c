/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The thread that writes a journal.
 *
 * What it is sent becomes lines, and lines are bytes at the end of the file: those that are synced are forgotten, the
 * others stay in memory. A write that fails goes on where it stopped; a sync that fails writes again what was
 * not synced, at the same place. So nothing is cut off that is there, and no half line ever stands before another. */

#include "talks-journal-private.h"

#include <unistd.h>

/* So much is written even if more keeps coming, in bytes. */
#define MAX_UNWRITTEN (256 * 1024)

#define RETRY_DELAY ((gint64) G_USEC_PER_SEC)
#define MAX_RETRY_DELAY (30 * (gint64) G_USEC_PER_SEC)

typedef struct
{
  TalksJournalEntry *entry; /* NULL, and no flush either: let go of all */
  gboolean           is_flush;
  GTask             *task; /* of a flush nobody waits for, else NULL */
} Message;

/* A save that was begun. */
typedef struct
{
  TalksJournalEntry *entry;
  guint              n_steps; /* sent before it */
} Save;

struct _TalksJournalWriter
{
  GThread                *thread; /* NULL until there is something to do */
  TalksJournalTroubleFunc trouble_func;
  gpointer                user_data;

  GMutex  mutex; /* for these: */
  GCond   sent;
  GCond   answered;
  GQueue  messages;
  gboolean is_ending;
  gboolean is_answered;
  GError *answer;

  /* Of the thread alone: */
  TalksJournalHeader *header;
  char               *path;
  int                 fd;        /* −1 while there is no file */
  GByteArray         *unsynced;  /* header and lines from offset on */
  guint64             offset;
  size_t              n_written; /* of unsynced */
  gboolean            is_new;    /* the folder is not synced */
  GHashTable         *known;     /* numbers of steps that have a line */
  GHashTable         *told;      /* set of TalksEarlier whose texts are in a line */
  guint               n_steps;
  GPtrArray          *saves;     /* of Save */
  gint64              sync_due;  /* monotonic time; 0: nothing to sync */
  gint64              retry_due;
  gint64              retry_delay;
  GError             *trouble;
};

/* ---- trouble ---- */

static void
begin_trouble (TalksJournalWriter *self,
               GError             *error)
{
  const gboolean is_first = self->trouble == NULL;

  g_clear_error (&self->trouble);
  self->trouble = error;
  self->retry_delay = MIN (MAX (self->retry_delay * 2, RETRY_DELAY), MAX_RETRY_DELAY);
  self->retry_due = g_get_monotonic_time () + self->retry_delay;
  if (is_first)
    self->trouble_func (error, self->user_data);
}

static void
end_trouble (TalksJournalWriter *self)
{
  self->retry_due = 0;
  self->retry_delay = 0;
  if (self->trouble == NULL)
    return;
  g_clear_error (&self->trouble);
  self->trouble_func (NULL, self->user_data);
}

/* ---- the file ---- */

static char *
make_path (void)
{
  g_autofree char *folder = talks_journal_get_folder ();
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (random, ".journal", NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
ensure_file (TalksJournalWriter  *self,
             GError             **error)
{
  if (self->fd >= 0)
    return TRUE;
  g_free (self->path);
  self->path = make_path ();
  self->fd = talks_journal_create_file (self->path, error);
  self->is_new = TRUE;
  return self->fd >= 0;
}

static gboolean
write_all (TalksJournalWriter  *self,
           GError             **error)
{
  size_t n;
  gboolean ok;

  /* No step, no file. */
  if (self->n_steps == 0 || self->n_written == self->unsynced->len)
    return TRUE;
  if (!ensure_file (self, error))
    return FALSE;
  ok = talks_journal_write_at (self->fd, self->unsynced->data + self->n_written,
                               self->unsynced->len - self->n_written, self->offset + self->n_written, &n, error);
  self->n_written += n;
  if (n > 0 && self->sync_due == 0)
    self->sync_due = g_get_monotonic_time () + TALKS_JOURNAL_SYNC_DELAY;
  return ok;
}

static gboolean
sync_all (TalksJournalWriter  *self,
          GError             **error)
{
  self->sync_due = 0;
  if (self->fd < 0 || self->n_written == 0)
    return TRUE;
  if (!talks_journal_sync (self->fd, error)
      || (self->is_new && !talks_journal_sync_folder (self->path, error)))
    {
      self->n_written = 0;
      return FALSE;
    }
  self->is_new = FALSE;
  self->offset += self->n_written;
  g_byte_array_remove_range (self->unsynced, 0, (guint) self->n_written);
  self->n_written = 0;
  return TRUE;
}

static void
drop_file (TalksJournalWriter *self)
{
  if (self->fd >= 0)
    {
      unlink (self->path);
      talks_journal_sync_folder (self->path, NULL);
      close (self->fd);
    }
  self->fd = -1;
  self->offset = 0;
  self->n_written = 0;
  self->sync_due = 0;
  self->n_steps = 0;
  g_byte_array_set_size (self->unsynced, 0);
  g_hash_table_remove_all (self->known);
  g_hash_table_remove_all (self->told);
  g_ptr_array_set_size (self->saves, 0);
  end_trouble (self);
}

/* ---- what is sent ---- */

static void
append_line (TalksJournalWriter      *self,
             const TalksJournalEntry *entry)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (self->offset == 0 && self->unsynced->len == 0)
    talks_journal_write_header (line, self->header);
  talks_journal_write_entry (line, entry);
  g_byte_array_append (self->unsynced, (const guint8 *) line->str, (guint) line->len);
}

/* Notes texts as told; those that are new, or NULL. */
static GPtrArray *
tell_texts (TalksJournalWriter *self,
            GPtrArray          *texts)
{
  GPtrArray *new = NULL;

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      if (!g_hash_table_add (self->told, talks_earlier_ref (texts->pdata[i])))
        continue;
      if (new == NULL)
        new = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_earlier_unref);
      g_ptr_array_add (new, talks_earlier_ref (texts->pdata[i]));
    }
  return new;
}

static void
take_step (TalksJournalWriter *self,
           TalksJournalEntry  *entry)
{
  GPtrArray *texts = tell_texts (self, entry->texts);

  g_clear_pointer (&entry->texts, g_ptr_array_unref);
  entry->texts = texts;
  if (!g_hash_table_add (self->known, g_memdup2 (&entry->number, sizeof entry->number)))
    g_clear_pointer (&entry->step, talks_history_step_unref);
  self->n_steps++;
  append_line (self, entry);
  talks_journal_entry_free (entry);
}

static void
free_save (gpointer data)
{
  Save *save = data;

  talks_journal_entry_free (save->entry);
  g_free (save);
}

static void
take_saving (TalksJournalWriter *self,
             TalksJournalEntry  *entry)
{
  Save *save = g_new (Save, 1);

  append_line (self, entry);
  save->entry = entry;
  save->n_steps = self->n_steps;
  g_ptr_array_add (self->saves, save);
}

static void
take_saved (TalksJournalWriter *self,
            TalksJournalEntry  *entry)
{
  const Save *save = NULL;
  TalksJournalHeader *header;
  gboolean is_all;

  for (guint i = self->saves->len; save == NULL && i > 0; i--)
    if (talks_file_mark_same_content (((Save *) self->saves->pdata[i - 1])->entry->mark, entry->mark))
      save = self->saves->pdata[i - 1];
  if (save != NULL)
    {
      is_all = save->n_steps == self->n_steps;
      header = talks_journal_header_new (save->entry->file, save->entry->mark, NULL);
      talks_journal_header_free (self->header);
      self->header = header;
      if (is_all)
        drop_file (self);
      else
        append_line (self, entry);
    }
  talks_journal_entry_free (entry);
}

static void
take (TalksJournalWriter *self,
      TalksJournalEntry  *entry)
{
  if (entry == NULL)
    drop_file (self);
  else if (entry->type == TALKS_JOURNAL_STEP)
    take_step (self, entry);
  else if (entry->type == TALKS_JOURNAL_SAVING)
    take_saving (self, entry);
  else
    take_saved (self, entry);
}

/* ---- the thread ---- */

static void
answer (TalksJournalWriter *self,
        GTask              *task)
{
  GError *error = self->trouble != NULL ? g_error_copy (self->trouble) : NULL;

  if (task != NULL)
    {
      if (error != NULL)
        g_task_return_error (task, error);
      else
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  g_mutex_lock (&self->mutex);
  self->is_answered = TRUE;
  self->answer = error;
  g_cond_broadcast (&self->answered);
  g_mutex_unlock (&self->mutex);
}

/* Writes what there is, and syncs when it is time. */
static void
work (TalksJournalWriter *self,
      gboolean            at_once)
{
  GError *error = NULL;
  const gint64 now = g_get_monotonic_time ();
  gboolean ok;

  if (self->trouble != NULL && !at_once && now < self->retry_due)
    return;
  /* Also what precedes a write that fails is to be safe. */
  ok = write_all (self, &error);
  if (self->sync_due != 0 && (at_once || !ok || self->trouble != NULL || now >= self->sync_due))
    ok = sync_all (self, ok ? &error : NULL) && ok;
  if (!ok)
    begin_trouble (self, error);
  else if (self->n_written == self->unsynced->len || self->n_steps == 0)
    end_trouble (self);
}

static void
treat (TalksJournalWriter *self,
       Message            *message)
{
  if (message->is_flush)
    {
      work (self, TRUE);
      answer (self, message->task);
    }
  else
    take (self, message->entry);
  if (self->unsynced->len - self->n_written > MAX_UNWRITTEN)
    work (self, FALSE);
  g_free (message);
}

static gint64
get_due (TalksJournalWriter *self)
{
  return self->trouble != NULL ? self->retry_due : self->sync_due;
}

/* Waits for a message, or until something is due. NULL: write. */
static Message *
wait_for_message (TalksJournalWriter *self,
                  gboolean            may_wait,
                  gboolean           *is_ending)
{
  Message *message;

  g_mutex_lock (&self->mutex);
  while (may_wait && g_queue_is_empty (&self->messages) && !self->is_ending)
    {
      gint64 due = get_due (self);

      if (due == 0)
        g_cond_wait (&self->sent, &self->mutex);
      else if (!g_cond_wait_until (&self->sent, &self->mutex, due))
        break;
    }
  message = g_queue_pop_head (&self->messages);
  *is_ending = self->is_ending && message == NULL;
  g_mutex_unlock (&self->mutex);
  return message;
}

static gpointer
run (gpointer data)
{
  TalksJournalWriter *self = data;
  gboolean is_ending = FALSE;
  gboolean may_wait = TRUE;

  while (!is_ending)
    {
      Message *message = wait_for_message (self, may_wait, &is_ending);

      if (message != NULL)
        treat (self, message);
      else
        work (self, is_ending);
      /* Many at once are written at once. */
      may_wait = message == NULL;
    }
  return NULL;
}

static void
post (TalksJournalWriter *self,
      TalksJournalEntry  *entry,
      gboolean            is_flush,
      GTask              *task)
{
  Message *message = g_new (Message, 1);

  *message = (Message) { entry, is_flush, task };
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->messages, message);
  g_cond_signal (&self->sent);
  g_mutex_unlock (&self->mutex);
  if (self->thread == NULL)
    self->thread = g_thread_new ("talks-journal", run, self);
}

void
talks_journal_writer_send (TalksJournalWriter *self,
                           TalksJournalEntry  *entry)
{
  post (self, entry, FALSE, NULL);
}

gboolean
talks_journal_writer_flush (TalksJournalWriter  *self,
                            GError             **error)
{
  GError *answered;

  post (self, NULL, TRUE, NULL);
  g_mutex_lock (&self->mutex);
  while (!self->is_answered)
    g_cond_wait (&self->answered, &self->mutex);
  self->is_answered = FALSE;
  answered = g_steal_pointer (&self->answer);
  g_mutex_unlock (&self->mutex);

  if (answered == NULL)
    return TRUE;
  g_propagate_error (error, answered);
  return FALSE;
}

void
talks_journal_writer_flush_task (TalksJournalWriter *self,
                                 GTask              *task)
{
  post (self, NULL, TRUE, task);
}

/* ---- life ---- */

TalksJournalWriter *
talks_journal_writer_new (TalksJournalHeader      *header,
                          TalksJournalTroubleFunc  trouble,
                          gpointer                 user_data)
{
  TalksJournalWriter *self = g_new0 (TalksJournalWriter, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->sent);
  g_cond_init (&self->answered);
  g_queue_init (&self->messages);
  self->trouble_func = trouble;
  self->user_data = user_data;
  self->header = header;
  self->fd = -1;
  self->unsynced = g_byte_array_new ();
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->told = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) talks_earlier_unref, NULL);
  self->saves = g_ptr_array_new_with_free_func (free_save);
  return self;
}

void
talks_journal_writer_adopt (TalksJournalWriter *self,
                            int                 fd,
                            char               *path,
                            guint64             length,
                            GPtrArray          *steps,
                            GPtrArray          *texts)
{
  g_assert (self->thread == NULL);

  self->fd = fd;
  self->path = path;
  self->offset = length;
  self->n_steps = MAX (steps->len, 1);
  for (guint i = 0; i < steps->len; i++)
    {
      TalksHistoryStep *step = steps->pdata[i];

      g_hash_table_add (self->known, g_memdup2 (&step->number, sizeof step->number));
    }
  for (guint i = 0; steps->len > 0 && i < texts->len; i++)
    g_hash_table_add (self->told, talks_earlier_ref (texts->pdata[i]));
}

void
talks_journal_writer_free (TalksJournalWriter *self)
{
  if (self->thread != NULL)
    {
      g_mutex_lock (&self->mutex);
      self->is_ending = TRUE;
      g_cond_signal (&self->sent);
      g_mutex_unlock (&self->mutex);
      g_thread_join (self->thread);
    }
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_byte_array_unref (self->unsynced);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->told);
  g_ptr_array_unref (self->saves);
  talks_journal_header_free (self->header);
  g_clear_error (&self->trouble);
  g_cond_clear (&self->answered);
  g_cond_clear (&self->sent);
  g_mutex_clear (&self->mutex);
  g_free (self);
}
