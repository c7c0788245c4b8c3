/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-file.h"

#include "talks-error.h"
#include "talks-gettext.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* How much is read between two looks at the cancellable. */
#define CHUNK ((size_t) 1024 * 1024)

/* How often a file that changes meanwhile is read. */
#define MAX_TRIES 3

char *
talks_file_get_name (GFile *file)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);
  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

/* ---- messages ---- */

static void
set_too_large (const char  *name,
               GError     **error)
{
  g_autofree char *limit = g_format_size_full (TALKS_JSON_MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, TALKS_ERROR, TALKS_ERROR_TOO_LARGE,
               _("“%s” is too large: Talks reads documents up to %s."), name, limit);
}

static void
set_not_regular (const char  *name,
                 GFileType    type,
                 GError     **error)
{
  if (type == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                 _("“%s” is a folder. Choose a document in it."), name);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _("“%s” is a device, a pipe or a socket, and not a file that holds a document."), name);
}

/* Says in a sentence what the error number or the code means for this file. */
static void
set_io_error (const char    *name,
              GIOErrorEnum   code,
              const char    *reason,
              GError       **error)
{
  if (code == G_IO_ERROR_NOT_FOUND)
    g_set_error (error, G_IO_ERROR, code, _("There is no file “%s” in this place."), name);
  else if (code == G_IO_ERROR_PERMISSION_DENIED)
    g_set_error (error, G_IO_ERROR, code, _("You do not have the permission to read “%s”."), name);
  else
    g_set_error (error, G_IO_ERROR, code, _("“%s” could not be read: %s."), name, reason);
}

static void
set_errno (const char  *name,
           int          number,
           GError     **error)
{
  set_io_error (name, g_io_error_from_errno (number), g_strerror (number), error);
}

/* ---- local files ---- */

static GFileType
get_type_of_mode (mode_t mode)
{
  if (S_ISREG (mode))
    return G_FILE_TYPE_REGULAR;
  return S_ISDIR (mode) ? G_FILE_TYPE_DIRECTORY : G_FILE_TYPE_SPECIAL;
}

static gboolean
check_status (const char         *name,
              const struct stat  *status,
              GError            **error)
{
  GFileType type = get_type_of_mode (status->st_mode);

  if (type != G_FILE_TYPE_REGULAR)
    set_not_regular (name, type, error);
  else if ((uint64_t) status->st_size > TALKS_JSON_MAX_SIZE)
    set_too_large (name, error);
  else
    return TRUE;
  return FALSE;
}

/* Opens path if it is a regular file; −1 if not. Looks before opening, as opening alone can make
 * a device act, and again afterwards, as the file may have been exchanged meanwhile. */
static int
open_regular (const char   *path,
              const char   *name,
              struct stat  *status,
              GError      **error)
{
  int fd;

  if (stat (path, status) != 0)
    {
      set_errno (name, errno, error);
      return -1;
    }
  if (!check_status (name, status, error))
    return -1;
  fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0 || fstat (fd, status) != 0)
    set_errno (name, errno, error);
  else if (check_status (name, status, error))
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

/* Stops beyond size, unless that is 0: a file that grows as fast as it is read has no end. */
static gboolean
read_descriptor (int            fd,
                 const char    *name,
                 size_t         size,
                 GByteArray    *content,
                 GCancellable  *cancellable,
                 GError       **error)
{
  for (;;)
    {
      guint used = content->len;
      ssize_t n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_byte_array_set_size (content, used + CHUNK);
      n = read (fd, content->data + used, CHUNK);
      g_byte_array_set_size (content, used + (guint) MAX (n, 0));
      if (n == 0 || (size > 0 && content->len > size))
        return TRUE;
      if (n < 0 && errno != EINTR)
        {
          set_errno (name, errno, error);
          return FALSE;
        }
      if (content->len > TALKS_JSON_MAX_SIZE)
        {
          set_too_large (name, error);
          return FALSE;
        }
    }
}

/* Whether a file that was read has stayed as it was. Some have no size to compare (those of /proc). */
static gboolean
is_unchanged (const struct stat *before,
              const struct stat *after,
              size_t             n_read)
{
  return before->st_size == after->st_size
         && before->st_mtim.tv_sec == after->st_mtim.tv_sec
         && before->st_mtim.tv_nsec == after->st_mtim.tv_nsec
         && (after->st_size == 0 || (uint64_t) after->st_size == n_read);
}

/* Half an old file and half a new one may by chance be a document too, so what was written to meanwhile
 * is read again, and refused when that does not end. */
static GBytes *
read_local (const char    *path,
            const char    *name,
            GCancellable  *cancellable,
            GError       **error)
{
  for (int i = 0; i < MAX_TRIES; i++)
    {
      struct stat before;
      struct stat after;
      int fd = open_regular (path, name, &before, error);
      g_autoptr (GByteArray) content = NULL;
      gboolean ok;

      if (fd < 0)
        return NULL;
      content = g_byte_array_sized_new ((guint) before.st_size + CHUNK);
      ok = read_descriptor (fd, name, (size_t) before.st_size, content, cancellable, error);
      if (ok && fstat (fd, &after) != 0)
        {
          set_errno (name, errno, error);
          ok = FALSE;
        }
      close (fd);
      if (!ok)
        return NULL;
      if (is_unchanged (&before, &after, content->len))
        return g_byte_array_free_to_bytes (g_steal_pointer (&content));
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
               _("“%s” is being written to. Open it again when that is done."), name);
  return NULL;
}

/* ---- other files ---- */

static gboolean
read_stream (GInputStream  *stream,
             const char    *name,
             GByteArray    *content,
             GCancellable  *cancellable,
             GError       **error)
{
  for (;;)
    {
      guint used = content->len;
      gssize n;

      g_byte_array_set_size (content, used + CHUNK);
      n = g_input_stream_read (stream, content->data + used, CHUNK, cancellable, error);
      g_byte_array_set_size (content, used + (guint) MAX (n, 0));
      if (n <= 0)
        return n == 0;
      if (content->len > TALKS_JSON_MAX_SIZE)
        {
          set_too_large (name, error);
          return FALSE;
        }
    }
}

static GBytes *
read_remote (GFile         *file,
             const char    *name,
             GCancellable  *cancellable,
             GError       **error)
{
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  GError *local = NULL;

  if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    {
      set_not_regular (name, type, error);
      return NULL;
    }
  stream = g_file_read (file, cancellable, &local);
  if (stream != NULL && read_stream (G_INPUT_STREAM (stream), name, content, cancellable, &local))
    return g_byte_array_free_to_bytes (g_steal_pointer (&content));

  if (local->domain == G_IO_ERROR && local->code != G_IO_ERROR_CANCELLED)
    {
      set_io_error (name, local->code, local->message, error);
      g_error_free (local);
    }
  else
    g_propagate_error (error, local);
  return NULL;
}

/* ---- loading ---- */

GBytes *
talks_file_read_bytes (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *name = NULL;
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  name = talks_file_get_name (file);
  path = g_file_peek_path (file);
  if (path != NULL)
    return read_local (path, name, cancellable, error);
  return read_remote (file, name, cancellable, error);
}

TalksReading *
talks_file_load (GFile         *file,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GBytes) bytes = talks_file_read_bytes (file, cancellable, error);
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return NULL;
  name = talks_file_get_name (file);
  return talks_document_read_bytes (bytes, name, cancellable, error);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  TalksReading *reading = talks_file_load (source, cancellable, &error);

  if (reading != NULL)
    g_task_return_pointer (task, reading, (GDestroyNotify) talks_reading_free);
  else
    g_task_return_error (task, error);
}

void
talks_file_load_async (GFile               *file,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, talks_file_load_async);
  /* GLib 2.74 leaks the error of a task that is to run in a thread and is cancelled already. */
  if (g_task_return_error_if_cancelled (task))
    return;
  /* A server that does not answer must not keep the reader waiting. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, load_in_thread);
}

TalksReading *
talks_file_load_finish (GFile         *file,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
