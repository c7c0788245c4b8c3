/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-opened.h"

#include "talks-file.h"

void
talks_opened_free (TalksOpened *opened)
{
  if (opened == NULL)
    return;
  g_clear_object (&opened->file);
  g_clear_pointer (&opened->reading, talks_reading_free);
  g_clear_pointer (&opened->mark, talks_file_mark_free);
  g_clear_pointer (&opened->lock, talks_lock_release);
  g_clear_pointer (&opened->holder, talks_lock_holder_free);
  g_free (opened);
}

/* What cannot be found out is no reason against writing: saving will tell. */
static gboolean
is_read_only (GFile        *file,
              GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE "," G_FILE_ATTRIBUTE_UNIX_MODE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  if (info == NULL)
    return FALSE;
  /* The administrator may write to anything, but "read-only" is still what somebody said. */
  if (g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_UNIX_MODE)
      && (g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_MODE) & 0222) == 0)
    return TRUE;
  return g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE)
         && !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE);
}

TalksOpened *
talks_open (GFile         *file,
            gboolean       with_lock,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (TalksOpened) opened = NULL;
  TalksReading *reading;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reading = talks_file_load (file, cancellable, error);
  if (reading == NULL)
    return NULL;
  opened = g_new0 (TalksOpened, 1);
  opened->file = g_object_ref (file);
  opened->reading = reading;
  opened->mark = talks_file_mark_new (talks_json_scan_get_bytes (reading->scan), file);
  opened->read_only = is_read_only (file, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (with_lock && !opened->read_only)
    opened->lock = talks_lock_take (file, &opened->holder, NULL);
  return g_steal_pointer (&opened);
}

TalksOpened *
talks_open_bytes (GBytes  *bytes,
                  GError **error)
{
  TalksReading *reading;
  TalksOpened *opened;

  g_return_val_if_fail (bytes != NULL, NULL);

  reading = talks_document_read_bytes (bytes, NULL, NULL, error);
  if (reading == NULL)
    return NULL;
  opened = g_new0 (TalksOpened, 1);
  opened->reading = reading;
  return opened;
}

/* ---- on a worker ---- */

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  TalksOpened *opened = talks_open (source, GPOINTER_TO_INT (task_data), cancellable, &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, (GDestroyNotify) talks_opened_free);
  else
    g_task_return_error (task, error);
}

void
talks_open_async (GFile               *file,
                  gboolean             with_lock,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, talks_open_async);
  g_task_set_task_data (task, GINT_TO_POINTER (with_lock), NULL);
  /* GLib 2.74 leaks the error of a task that is to run in a thread and is cancelled already. */
  if (g_task_return_error_if_cancelled (task))
    return;
  /* A server that does not answer must not keep the reader waiting. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, open_in_thread);
}

TalksOpened *
talks_open_finish (GFile         *file,
                   GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
