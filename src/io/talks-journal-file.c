/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Journals as files: made, locked, written, synced.
 *
 * Locks are those of an open file (OFD): the kernel lets go of them when the program ends, however it ends, they can
 * be looked at without being taken, and they mean the same inside and outside of a container. */

#include "talks-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static gboolean
fail (int          code,
      const char  *path,
      GError     **error)
{
  if (path != NULL)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
  else
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

char *
talks_journal_get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "talks-timeline", "journal", NULL);
}

/* ---- locks ---- */

#ifdef F_OFD_SETLK

gboolean
talks_journal_lock (int fd)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  return fcntl (fd, F_OFD_SETLK, &lock) == 0 || (errno != EAGAIN && errno != EACCES);
}

gboolean
talks_journal_is_locked (int fd)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  return fcntl (fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

#else

gboolean
talks_journal_lock (int fd)
{
  return TRUE;
}

gboolean
talks_journal_is_locked (int fd)
{
  return FALSE;
}

#endif

/* ---- writing ---- */

int
talks_journal_create_file (const char  *path,
                           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      fail (errno, folder, error);
      return -1;
    }
  talks_journal_lock (fd);
  return fd;
}

gboolean
talks_journal_write_at (int            fd,
                        const guint8  *bytes,
                        size_t         length,
                        guint64        offset,
                        size_t        *n,
                        GError       **error)
{
  *n = 0;
  while (*n < length)
    {
      ssize_t written = pwrite (fd, bytes + *n, length - *n, (off_t) (offset + *n));

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return fail (written < 0 ? errno : ENOSPC, NULL, error);
      *n += (size_t) written;
    }
  return TRUE;
}

/* What can not be synced, as on some network file systems, is not an error: nothing better is to be had. */
gboolean
talks_journal_sync (int      fd,
                    GError **error)
{
  int result;

  do
    result = fsync (fd);
  while (result != 0 && errno == EINTR);
  return result == 0 || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP || fail (errno, NULL, error);
}

gboolean
talks_journal_sync_folder (const char  *path,
                           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean ok;

  if (fd < 0)
    return fail (errno, folder, error);
  ok = talks_journal_sync (fd, error);
  close (fd);
  return ok;
}
