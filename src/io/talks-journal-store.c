/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-journal-private.h"

#include "talks-error.h"
#include "talks-gettext.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* After that time what nobody can be said to use is nobody's, in µs. */
#define OLD (24 * 3600 * (gint64) G_USEC_PER_SEC)

/* ---- one file ---- */

static gboolean
read_all (int      fd,
          char   **text,
          size_t  *length)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[65536];
  ssize_t n;

  for (off_t at = 0;; at += n)
    {
      n = pread (fd, block, sizeof block, at);
      if (n < 0 && errno == EINTR)
        n = 0;
      else if (n <= 0)
        break;
      g_byte_array_append (bytes, block, (guint) n);
    }
  if (n < 0)
    return FALSE;
  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  *text = (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
  return TRUE;
}

static gint64
get_modified (const struct stat *status)
{
  return (gint64) status->st_mtim.tv_sec * G_USEC_PER_SEC + status->st_mtim.tv_nsec / 1000;
}

static gboolean
is_old (const struct stat *status)
{
  return g_get_real_time () - get_modified (status) > OLD;
}

/* Whether who wrote it is gone. Nobody holds the lock. */
static gboolean
is_left (const TalksJournalHeader *header,
         const struct stat        *status)
{
  g_autoptr (TalksLockHolder) self = NULL;

  switch (talks_lock_holder_look (header->holder))
    {
    case TALKS_HOLDER_ALIVE:
      return FALSE;
    case TALKS_HOLDER_DEAD:
      return TRUE;
    case TALKS_HOLDER_UNKNOWN:
    default:
      /* In a container of this machine the lock says all; elsewhere it may not. */
      self = talks_lock_holder_new_self ();
      return (*self->boot != '\0' && strcmp (header->holder->boot, self->boot) == 0) || is_old (status);
    }
}

/* The save whose end the journal does not know has come to its end. */
static gboolean
was_saved (const TalksJournalLog *log,
           guint                  i)
{
  const TalksJournalEntry *entry = log->entries->pdata[i - 1];
  TalksFileState state;

  return entry->file != NULL && g_file_is_native (entry->file)
         && talks_file_check (entry->file, entry->mark, &state, NULL, NULL) && state == TALKS_FILE_SAME;
}

static TalksLeftover *
make_leftover (const char        *path,
               const struct stat *status,
               TalksJournalLog   *log)
{
  TalksLeftover *leftover = g_new0 (TalksLeftover, 1);
  const int pending = talks_journal_log_pending (log);
  GFile *file;
  guint start = talks_journal_log_last (log, &file);

  if (pending >= 0 && was_saved (log, (guint) pending))
    {
      start = (guint) pending;
      file = ((TalksJournalEntry *) log->entries->pdata[start - 1])->file;
    }
  leftover->log = log;
  leftover->path = g_strdup (path);
  leftover->file = file != NULL ? g_object_ref (file) : NULL;
  if (start == 0 && log->header->content != NULL)
    leftover->content = g_bytes_ref (log->header->content);
  leftover->holder = talks_lock_holder_copy (log->header->holder);
  leftover->modified = get_modified (status);
  leftover->steps = talks_journal_log_unroll (log, start, &leftover->position);
  leftover->unfit = talks_journal_log_get_unfit (log, start);
  leftover->n_unreadable = log->n_unreadable;
  return leftover;
}

void
talks_leftover_free (TalksLeftover *leftover)
{
  g_return_if_fail (leftover != NULL);

  g_free (leftover->path);
  g_clear_object (&leftover->file);
  g_clear_pointer (&leftover->content, g_bytes_unref);
  talks_lock_holder_free (leftover->holder);
  g_ptr_array_unref (leftover->steps);
  g_ptr_array_unref (leftover->unfit);
  talks_journal_log_free (leftover->log);
  g_free (leftover);
}

/* NULL if it is in use, or none. */
static TalksLeftover *
look_at (const char *path,
         int         fd)
{
  g_autoptr (TalksJournalLog) log = NULL;
  g_autofree char *text = NULL;
  struct stat status;
  size_t length;

  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode) || talks_journal_is_locked (fd)
      || !read_all (fd, &text, &length))
    return NULL;
  log = talks_journal_log_new (text, length);
  if (log == NULL)
    {
      /* It ended before there was a first line. */
      if (is_old (&status) && memchr (text, '\n', length) == NULL)
        unlink (path);
      return NULL;
    }
  return is_left (log->header, &status) ? make_leftover (path, &status, g_steal_pointer (&log)) : NULL;
}

static gboolean
is_empty (const TalksLeftover *leftover)
{
  return leftover->steps->len == 0 && leftover->unfit->len == 0 && leftover->n_unreadable == 0;
}

static void
look_at_name (const char *folder,
              const char *name,
              GPtrArray  *leftovers)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  TalksLeftover *leftover = NULL;
  struct stat status;
  int fd;

  if (g_str_has_suffix (name, ".tmp") && lstat (path, &status) == 0 && is_old (&status))
    unlink (path);
  if (!g_str_has_suffix (name, ".journal"))
    return;
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0)
    return;
  leftover = look_at (path, fd);
  close (fd);
  if (leftover == NULL)
    return;
  if (!is_empty (leftover))
    {
      g_ptr_array_add (leftovers, leftover);
      return;
    }
  talks_leftover_discard (leftover, NULL);
  talks_leftover_free (leftover);
}

static int
compare_leftovers (gconstpointer a,
                   gconstpointer b)
{
  const TalksLeftover *x = *(const TalksLeftover * const *) a;
  const TalksLeftover *y = *(const TalksLeftover * const *) b;

  if (x->modified != y->modified)
    return x->modified > y->modified ? -1 : 1;
  return strcmp (x->path, y->path);
}

GPtrArray *
talks_journal_list (void)
{
  GPtrArray *leftovers = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_leftover_free);
  g_autofree char *folder = talks_journal_get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    look_at_name (folder, name, leftovers);
  g_ptr_array_sort (leftovers, compare_leftovers);
  return leftovers;
}

/* ---- taking it ---- */

static int
fail_gone (GError **error)
{
  g_set_error_literal (error, TALKS_ERROR, TALKS_ERROR_GONE,
                       _("The work that was left behind is no longer there: it has been restored or discarded meanwhile."));
  return -1;
}

/* Whether fd is still what was found under that path, and is there. */
static gboolean
is_the_same (const TalksLeftover *leftover,
             int                  fd)
{
  g_autoptr (TalksJournalLog) log = NULL;
  g_autofree char *text = NULL;
  struct stat a;
  struct stat b;
  size_t length;

  if (fstat (fd, &a) != 0 || lstat (leftover->path, &b) != 0 || a.st_dev != b.st_dev || a.st_ino != b.st_ino
      || !read_all (fd, &text, &length))
    return FALSE;
  log = talks_journal_log_new (text, length);
  return log != NULL && strcmp (log->header->holder->token, leftover->holder->token) == 0;
}

/* Opens and locks it, so that no other program takes it too; −1 with an error. */
static int
claim (const TalksLeftover  *leftover,
       GError              **error)
{
  int fd = open (leftover->path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

  if (fd < 0 && errno == ENOENT)
    return fail_gone (error);
  if (fd < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", leftover->path, g_strerror (errno));
      return -1;
    }
  if (!talks_journal_lock (fd))
    g_set_error_literal (error, TALKS_ERROR, TALKS_ERROR_LOCKED,
                         _("The work that was left behind is being restored by another window."));
  else if (!is_the_same (leftover, fd))
    fail_gone (error);
  else
    return fd;
  close (fd);
  return -1;
}

gboolean
talks_leftover_discard (const TalksLeftover  *leftover,
                        GError              **error)
{
  gboolean ok;
  int fd;

  g_return_val_if_fail (leftover != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  fd = claim (leftover, error);
  if (fd < 0)
    return FALSE;
  ok = unlink (leftover->path) == 0;
  if (!ok)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", leftover->path, g_strerror (errno));
  else
    talks_journal_sync_folder (leftover->path, NULL);
  close (fd);
  return ok;
}

/* ---- going on with it ---- */

static void
write_step (GString          *out,
            TalksHistoryStep *step,
            int               direction,
            gboolean          whole,
            GPtrArray        *texts)
{
  const TalksJournalEntry entry = {
    .type = TALKS_JOURNAL_STEP,
    .number = step->number,
    .direction = direction,
    .step = whole ? step : NULL,
    .texts = texts,
  };

  talks_journal_write_entry (out, &entry);
}

static GString *
write_journal (const TalksJournalHeader *header,
               const TalksRecovery      *recovery,
               GPtrArray                *steps,
               guint                     position)
{
  GString *out = g_string_new (NULL);

  talks_journal_write_header (out, header);
  for (guint i = 0; i < recovery->unfit->len; i++)
    write_step (out, ((TalksUnfitStep *) recovery->unfit->pdata[i])->step, 0, TRUE, NULL);
  for (guint i = 0; i < steps->len; i++)
    write_step (out, steps->pdata[i], +1, TRUE, i == 0 ? recovery->texts : NULL);
  for (guint i = steps->len; i > position; i--)
    write_step (out, steps->pdata[i - 1], -1, FALSE, NULL);
  return out;
}

/* A file with that text in the place of the one at path. Gives it open and locked; −1 with an error. */
static int
replace_file (const char  *path,
              GString     *text,
              GError     **error)
{
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *temporary = g_strdup_printf ("%s.%s.tmp", path, random);
  int fd = talks_journal_create_file (temporary, error);
  size_t n;

  if (fd < 0)
    return -1;
  if (talks_journal_write_at (fd, (const guint8 *) text->str, text->len, 0, &n, error)
      && talks_journal_sync (fd, error))
    {
      if (rename (temporary, path) == 0)
        {
          talks_journal_sync_folder (path, NULL);
          return fd;
        }
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
    }
  close (fd);
  unlink (temporary);
  return -1;
}

TalksJournal *
talks_leftover_resume (const TalksLeftover  *leftover,
                       const TalksRecovery  *recovery,
                       GPtrArray            *steps,
                       guint                 position,
                       GFile                *file,
                       const TalksFileMark  *base,
                       GBytes               *content,
                       GError              **error)
{
  g_autoptr (TalksJournalHeader) header = NULL;
  g_autoptr (GString) text = NULL;
  int claimed;
  int fd;

  g_return_val_if_fail (leftover != NULL && recovery != NULL, NULL);
  g_return_val_if_fail (steps != NULL && position <= steps->len, NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  claimed = claim (leftover, error);
  if (claimed < 0)
    return NULL;
  header = talks_journal_header_new (file, base, content);
  text = write_journal (header, recovery, steps, position);
  fd = replace_file (leftover->path, text, error);
  close (claimed);
  if (fd < 0)
    return NULL;
  return talks_journal_new_adopted (g_steal_pointer (&header), fd, g_strdup (leftover->path), text->len, steps,
                                    recovery->texts);
}
