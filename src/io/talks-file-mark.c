/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-file-mark.h"

#include "talks-error.h"
#include "talks-file.h"

#include <string.h>
#include <sys/stat.h>

static void
set_content (TalksFileMark *mark,
             GBytes        *bytes)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  mark->size = g_bytes_get_size (bytes);
  g_strlcpy (mark->sha256, hash, sizeof mark->sha256);
}

TalksFileMark *
talks_file_mark_new (GBytes *bytes,
                     GFile  *file)
{
  TalksFileMark *mark;
  struct stat status;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  mark = g_new0 (TalksFileMark, 1);
  set_content (mark, bytes);
  if (file != NULL && g_file_is_native (file) && stat (g_file_peek_path (file), &status) == 0)
    {
      mark->device = status.st_dev;
      mark->inode = status.st_ino;
      mark->modified = (int64_t) status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec;
    }
  return mark;
}

TalksFileMark *
talks_file_mark_copy (const TalksFileMark *mark)
{
  g_return_val_if_fail (mark != NULL, NULL);

  return g_memdup2 (mark, sizeof *mark);
}

void
talks_file_mark_free (TalksFileMark *mark)
{
  g_free (mark);
}

gboolean
talks_file_mark_same_content (const TalksFileMark *a,
                              const TalksFileMark *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->size == b->size && strcmp (a->sha256, b->sha256) == 0;
}

/* What an error in reading says about the file; FALSE if it says nothing. */
static gboolean
judge_error (const GError   *error,
             TalksFileState *state)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    *state = TALKS_FILE_GONE;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY)
           || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE)
           || g_error_matches (error, TALKS_ERROR, TALKS_ERROR_TOO_LARGE))
    *state = TALKS_FILE_CHANGED;
  else
    return FALSE;
  return TRUE;
}

gboolean
talks_file_check (GFile                *file,
                  const TalksFileMark  *mark,
                  TalksFileState       *state,
                  GCancellable         *cancellable,
                  GError              **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TalksFileMark) now = NULL;
  GError *local = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (mark != NULL && state != NULL, FALSE);

  bytes = talks_file_read_bytes (file, cancellable, &local);
  if (bytes == NULL && judge_error (local, state))
    {
      g_error_free (local);
      return TRUE;
    }
  if (bytes == NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  now = talks_file_mark_new (bytes, NULL);
  *state = talks_file_mark_same_content (now, mark) ? TALKS_FILE_SAME : TALKS_FILE_CHANGED;
  return TRUE;
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  TalksFileState state;
  GError *error = NULL;

  if (talks_file_check (source, task_data, &state, cancellable, &error))
    g_task_return_int (task, state);
  else
    g_task_return_error (task, error);
}

void
talks_file_check_async (GFile               *file,
                        const TalksFileMark *mark,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (mark != NULL);

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, talks_file_check_async);
  g_task_set_task_data (task, talks_file_mark_copy (mark), (GDestroyNotify) talks_file_mark_free);
  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, check_in_thread);
}

gboolean
talks_file_check_finish (GFile           *file,
                         GAsyncResult    *result,
                         TalksFileState  *state,
                         GError         **error)
{
  g_autoptr (GError) local = NULL;
  gssize value;

  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);
  g_return_val_if_fail (state != NULL, FALSE);

  value = g_task_propagate_int (G_TASK (result), &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *state = (TalksFileState) value;
  return TRUE;
}
