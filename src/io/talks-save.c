/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-error.h"
#include "talks-file.h"
#include "talks-gettext.h"
#include "talks-save-private.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

void
talks_save_result_free (TalksSaveResult *result)
{
  if (result == NULL)
    return;
  g_clear_object (&result->backup);
  g_free (result);
}

/* ---- one save at a time ---- */

static GMutex running_mutex;
static GCond running_changed;
static GHashTable *running; /* paths and addresses */

static void
begin (const char *identity)
{
  g_mutex_lock (&running_mutex);
  if (running == NULL)
    running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (!g_hash_table_add (running, g_strdup (identity)))
    g_cond_wait (&running_changed, &running_mutex);
  g_mutex_unlock (&running_mutex);
}

static void
end (const char *identity)
{
  g_mutex_lock (&running_mutex);
  g_hash_table_remove (running, identity);
  g_cond_broadcast (&running_changed);
  g_mutex_unlock (&running_mutex);
}

/* At a limit for the size of files, an error is of more use than the end of the program. */
static void
ignore_size_signal (void)
{
  struct sigaction action;

  if (sigaction (SIGXFSZ, NULL, &action) == 0 && action.sa_handler == SIG_DFL)
    {
      action.sa_handler = SIG_IGN;
      sigaction (SIGXFSZ, &action, NULL);
    }
}

/* ---- finding the file ---- */

/* As many as the system follows. */
#define MAX_LINKS 40

/* The path of a file that is not there, in a folder that is. */
static char *
resolve_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  char *real = realpath (folder, NULL);
  char *resolved;

  if (real == NULL)
    return NULL;
  resolved = g_build_filename (real, base, NULL);
  free (real);
  return resolved;
}

/* The path without symbolic links; NULL with errno set. Neither the file nor, behind a link, what it leads to need be
 * there, but its folder. *is_link is whether the file itself is a link. */
static char *
resolve (const char *path,
         gboolean   *is_link)
{
  g_autofree char *here = g_strdup (path);

  *is_link = FALSE;
  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = NULL;
      g_autofree char *folder = NULL;
      struct stat status;
      char *real;

      if (TALKS_RETRY (lstat (here, &status)) != 0)
        return errno == ENOENT ? resolve_folder (here) : NULL;
      *is_link = *is_link || S_ISLNK (status.st_mode);
      real = realpath (here, NULL);
      if (real != NULL)
        {
          g_free (here);
          here = g_strdup (real);
          free (real);
          return g_steal_pointer (&here);
        }
      if (errno != ENOENT || !S_ISLNK (status.st_mode))
        return NULL;
      link = g_file_read_link (here, NULL);
      if (link == NULL)
        return NULL;
      folder = g_path_get_dirname (here);
      g_free (here);
      here = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
    }
  errno = ELOOP;
  return NULL;
}

char *
talks_save_get_identity (GFile  *file,
                         char  **name)
{
  g_autofree char *base = g_file_get_basename (file);
  gboolean is_link;
  char *identity = NULL;

  if (g_file_is_native (file))
    identity = resolve (g_file_peek_path (file), &is_link);
  if (identity != NULL)
    *name = g_path_get_basename (identity);
  else
    *name = base != NULL ? g_steal_pointer (&base) : g_strdup ("");
  return identity != NULL ? identity : g_file_get_uri (file);
}

static gboolean
locate (TalksSaving  *saving,
        GError      **error)
{
  g_autofree char *folder = NULL;
  gboolean is_link;
  int number;

  saving->path = resolve (g_file_peek_path (saving->file), &is_link);
  if (saving->path == NULL && errno == ENOENT)
    {
      if (saving->expected != NULL)
        return talks_saving_conflict (saving->name, TRUE, error);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("“%s” was not saved: the folder is not there."), saving->name);
      return FALSE;
    }
  if (saving->path == NULL)
    return talks_saving_fail (saving, errno, error);
  if (is_link)
    saving->result->notes |= TALKS_SAVE_LINK_KEPT;
  folder = g_path_get_dirname (saving->path);
  saving->base = g_path_get_basename (saving->path);
  number = talks_save_open_folder (folder, &saving->folder);
  return number == 0 || talks_saving_fail (saving, number, error);
}

/* ---- what is there ---- */

/* Compares what was found with what was expected; saving->old is NULL when there is no file. */
static gboolean
check_expected (TalksSaving  *saving,
                GError      **error)
{
  g_autoptr (TalksFileMark) found = NULL;

  if (saving->flags & TALKS_SAVE_OVERWRITE)
    return TRUE;
  if (saving->old == NULL)
    return saving->expected == NULL || talks_saving_conflict (saving->name, TRUE, error);
  if (saving->expected == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("“%s” was not saved: there already is a file of this name."), saving->name);
      return FALSE;
    }
  found = talks_file_mark_new (saving->old, NULL);
  return talks_file_mark_same_content (found, saving->expected)
         || talks_saving_conflict (saving->name, FALSE, error);
}

static gboolean
read_old (TalksSaving  *saving,
          GError      **error)
{
  int number = talks_save_open_regular (saving->folder, saving->base, O_RDONLY, &saving->old_fd, &saving->old_status);

  if (number == ENOENT)
    return TRUE;
  if (number == 0)
    number = talks_save_read (saving->old_fd, &saving->old, saving->cancellable);
  if (number == EFBIG && saving->expected != NULL && (saving->flags & TALKS_SAVE_OVERWRITE) == 0)
    return talks_saving_conflict (saving->name, FALSE, error);
  if (number == EFBIG)
    {
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_TOO_LARGE,
                   _("“%s” was not saved: the file of this name is too large for a document of Talks. Choose another name."),
                   saving->name);
      return FALSE;
    }
  return number == 0 || talks_saving_fail (saving, number, error);
}

static gboolean
check_rights (TalksSaving  *saving,
              GError      **error)
{
  saving->may_write = TALKS_RETRY (faccessat (saving->folder, saving->base, W_OK, AT_EACCESS)) == 0;
  if (!saving->may_write && errno != EACCES && errno != EPERM && errno != EROFS)
    return talks_saving_fail (saving, errno, error);
  if (!saving->may_write && errno == EROFS)
    return talks_saving_fail (saving, EROFS, error);
  /* The administrator may write to anything, but "read-only" is still what somebody said. */
  if ((saving->old_status.st_mode & 0222) == 0)
    saving->may_write = FALSE;
  if (saving->may_write || (saving->flags & TALKS_SAVE_READ_ONLY) != 0)
    return TRUE;
  g_set_error (error, TALKS_ERROR, TALKS_ERROR_READ_ONLY,
               _("“%s” was not saved: the file is marked as read-only."), saving->name);
  return FALSE;
}

gboolean
talks_saving_check_again (TalksSaving  *saving,
                          GError      **error)
{
  struct stat status;
  int fd;
  int number = talks_save_open_regular (saving->folder, saving->base, O_RDONLY, &fd, &status);

  if (number == 0)
    {
      number = talks_save_compare (fd, saving->old);
      talks_save_close (&fd);
    }
  if (number == ENOENT)
    return talks_saving_conflict (saving->name, TRUE, error);
  if (number == EILSEQ || number == ELOOP || number == EISDIR || number == ENXIO)
    return talks_saving_conflict (saving->name, FALSE, error);
  return number == 0 || talks_saving_fail (saving, number, error);
}

int
talks_saving_keep_old (TalksSaving *saving)
{
  int number = 0;

  if (saving->store == NULL)
    number = talks_store_open (saving->path, saving->base, &saving->store);
  return number != 0 ? number : talks_store_keep (saving->store, saving->old, &saving->result->backup);
}

void
talks_saving_set_mark (TalksSaving       *saving,
                       const struct stat *status)
{
  g_autoptr (TalksFileMark) mark = talks_file_mark_new (saving->bytes, NULL);

  saving->result->mark = *mark;
  saving->result->mark.device = status->st_dev;
  saving->result->mark.inode = status->st_ino;
  saving->result->mark.modified = (int64_t) status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec;
}

/* ---- saving ---- */

static gboolean
put_in_place (TalksSaving  *saving,
              GError      **error)
{
  TalksSavingOutcome outcome = TALKS_SAVING_IN_PLACE;

  if (!read_old (saving, error) || !check_expected (saving, error))
    return FALSE;
  if (saving->old == NULL)
    return talks_saving_create (saving, error);
  if (!check_rights (saving, error))
    return FALSE;
  if (saving->old_status.st_nlink <= 1)
    outcome = talks_saving_replace (saving, error);
  if (outcome == TALKS_SAVING_IN_PLACE)
    return talks_saving_write_over (saving, error);
  return outcome == TALKS_SAVING_DONE;
}

static TalksSaveResult *
save_local (TalksSaving  *saving,
            GError      **error)
{
  gboolean saved;

  if (!locate (saving, error))
    return NULL;
  begin (saving->path);
  saved = put_in_place (saving, error);
  if (saved)
    {
      talks_save_remove_strays (saving->folder, NULL);
      if (saving->store != NULL)
        talks_store_prune (saving->store);
    }
  end (saving->path);
  return saved ? g_steal_pointer (&saving->result) : NULL;
}

static void
clear_saving (TalksSaving *saving)
{
  g_free (saving->name);
  g_free (saving->path);
  g_free (saving->base);
  g_clear_pointer (&saving->old, g_bytes_unref);
  talks_save_close (&saving->old_fd);
  talks_save_close (&saving->folder);
  talks_store_free (saving->store);
  talks_save_result_free (saving->result);
}

TalksSaveResult *
talks_save (GFile                *file,
            GBytes               *bytes,
            const TalksFileMark  *expected,
            TalksSaveFlags        flags,
            GCancellable         *cancellable,
            GError              **error)
{
  TalksSaving saving = { .file = file, .bytes = bytes, .expected = expected, .flags = flags,
                         .cancellable = cancellable, .folder = -1, .old_fd = -1 };
  TalksSaveResult *result;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  ignore_size_signal ();
  saving.name = talks_file_get_name (file);
  saving.result = g_new0 (TalksSaveResult, 1);
  if (!talks_save_check_size (saving.name, bytes, error))
    result = NULL;
  else if (g_file_is_native (file))
    result = save_local (&saving, error);
  else
    {
      g_autofree char *uri = g_file_get_uri (file);

      begin (uri);
      result = talks_save_elsewhere (file, bytes, expected, flags, cancellable, error);
      end (uri);
    }
  clear_saving (&saving);
  return result;
}

/* ---- on a worker ---- */

typedef struct
{
  GBytes        *bytes;
  TalksFileMark *expected;
  TalksSaveFlags flags;
} Request;

static void
request_free (Request *request)
{
  g_bytes_unref (request->bytes);
  talks_file_mark_free (request->expected);
  g_free (request);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Request *request = task_data;
  GError *error = NULL;
  TalksSaveResult *result = talks_save (source, request->bytes, request->expected, request->flags, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) talks_save_result_free);
  else
    g_task_return_error (task, error);
}

void
talks_save_async (GFile               *file,
                  GBytes              *bytes,
                  const TalksFileMark *expected,
                  TalksSaveFlags       flags,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (bytes != NULL);

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, talks_save_async);
  /* A save that was cancelled too late has been done, and says so. */
  g_task_set_check_cancellable (task, FALSE);
  request = g_new (Request, 1);
  request->bytes = g_bytes_ref (bytes);
  request->expected = expected != NULL ? talks_file_mark_copy (expected) : NULL;
  request->flags = flags;
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, save_in_thread);
}

TalksSaveResult *
talks_save_finish (GFile         *file,
                   GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
