/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-import-job.h"

#include "talks-file.h"

TalksImportJob *
talks_import_job_new (GFile         *file,
                      TalksDocument *document)
{
  TalksImportJob *self = g_new0 (TalksImportJob, 1);

  self->file = g_object_ref (file);
  self->document = talks_document_copy (document);
  self->format = -1;
  self->rows = TALKS_IMPORT_ROWS_FIND_OUT;
  self->with_beside = TRUE;
  self->beside = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_import_beside_free);
  return self;
}

void
talks_import_job_free (TalksImportJob *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->file);
  g_object_unref (self->document);
  g_free (self->encoding);
  g_strfreev (self->columns);
  g_free (self->default_kind);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_ptr_array_unref (self->beside);
  talks_import_free (self->import);
  g_free (self);
}

/* ---- on the worker ---- */

/* The tables that our own export writes beside the first; what is not there or cannot be read is not offered. */
static void
load_beside (TalksImportJob *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_auto (GStrv) parts = talks_import_list_beside ();

  for (char **part = parts; path != NULL && *part != NULL; part++)
    {
      g_autofree char *name = talks_exchange_make_path (path, TALKS_EXCHANGE_CSV, *part);
      g_autoptr (GFile) file = g_file_new_for_path (name);
      GBytes *bytes = talks_file_read_bytes (file, NULL, NULL);
      TalksImportBeside *beside;

      if (bytes == NULL)
        continue;
      beside = g_new0 (TalksImportBeside, 1);
      beside->part = g_strdup (*part);
      beside->bytes = bytes;
      g_ptr_array_add (self->beside, beside);
    }
}

static gboolean
is_first_table (const TalksImport *import)
{
  return import->table != NULL && import->table->is_own && import->table->rows == TALKS_RECORD_EVENT;
}

static gboolean
load (TalksImportJob  *self,
      GError         **error)
{
  g_autofree char *name = NULL;

  if (self->bytes != NULL)
    return TRUE;
  self->bytes = talks_file_read_bytes (self->file, NULL, error);
  if (self->bytes == NULL)
    return FALSE;
  name = talks_file_get_name (self->file);
  if (self->format < 0)
    self->format = (int) talks_import_guess_format (name, self->bytes);
  return TRUE;
}

static gboolean
read_import (TalksImportJob  *self,
             GError         **error)
{
  TalksImportOptions options = {
    .today = talks_day_today (),
    .default_kind = self->default_kind,
    .encoding = self->encoding,
    .delimiter = self->delimiter,
    .rows = self->rows,
    .columns = (const char * const *) self->columns,
    .date_order = self->date_order,
  };

  self->import = talks_import_read (self->bytes, (TalksExchangeFormat) self->format, &options, self->document, error);
  if (self->import == NULL)
    return FALSE;
  if (!is_first_table (self->import))
    {
      g_ptr_array_set_size (self->beside, 0);
      return TRUE;
    }
  if (self->beside->len == 0)
    load_beside (self);
  if (self->beside->len == 0 || !self->with_beside)
    return TRUE;
  talks_import_free (self->import);
  options.beside = self->beside;
  self->import = talks_import_read (self->bytes, (TalksExchangeFormat) self->format, &options, self->document, error);
  return self->import != NULL;
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  TalksImportJob *self = data;
  GError *error = NULL;

  g_clear_pointer (&self->import, talks_import_free);
  if (load (self, &error) && read_import (self, &error))
    {
      g_autoptr (GPtrArray) changes = talks_import_make_changes (self->import);

      self->n_added = changes->len;
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

/* ---- the door ---- */

void
talks_import_job_run (TalksImportJob      *self,
                      gpointer             source,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (self != NULL);

  task = g_task_new (source, NULL, callback, data);
  g_task_set_source_tag (task, talks_import_job_run);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, run_in_thread);
}

gboolean
talks_import_job_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
