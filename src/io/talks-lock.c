/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-lock.h"

#include "talks-error.h"
#include "talks-file.h"
#include "talks-gettext.h"
#include "talks-save-private.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* No lock of ours is longer. */
#define MAX_LENGTH 4096

/* How often it is looked anew when locks come and go. */
#define MAX_TRIES 20

/* When a file without any holder in it counts as left behind, in seconds: somebody may just be writing it. */
#define MAX_AGE_EMPTY 60

struct _TalksLock
{
  int   folder;
  char *name;
  char *token;
};

/* ---- where ---- */

/* Beside the file; *base is the name of the lock. */
static int
open_beside (GFile  *file,
             int    *folder,
             char  **base)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder_path = NULL;
  int number;

  if (!g_file_is_native (file))
    return EOPNOTSUPP;
  path = talks_save_get_identity (file, &name);
  if (!g_path_is_absolute (path))
    return ENOENT;
  folder_path = g_path_get_dirname (path);
  number = talks_save_open_folder (folder_path, folder);
  /* A name has at most 255 bytes. */
  *base = g_strdup_printf (".%.240s.lock", name);
  return number;
}

/* In the user's own folder, where at least the user's other windows see it. */
static int
open_own (GFile  *file,
          int    *folder,
          char  **base)
{
  g_autofree char *name = NULL;
  g_autofree char *identity = talks_save_get_identity (file, &name);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, identity, -1);
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "talks-timeline", "locks", NULL);

  *base = g_strdup_printf ("%.32s.lock", hash);
  return talks_save_make_folder (path, folder);
}

/* ---- who ---- */

typedef struct
{
  int              fd;
  struct stat      status;
  TalksLockHolder *holder; /* NULL: it does not say */
} Found;

static void
found_clear (Found *found)
{
  talks_save_close (&found->fd);
  talks_lock_holder_free (found->holder);
}

static int
look (int         folder,
      const char *name,
      Found      *found)
{
  char text[MAX_LENGTH];
  ssize_t length;
  int number;

  *found = (Found) { .fd = -1 };
  number = talks_save_open_regular (folder, name, O_RDONLY, &found->fd, &found->status);
  if (number != 0)
    return number;
  length = TALKS_RETRY (pread (found->fd, text, sizeof text, 0));
  if (length > 0)
    found->holder = talks_lock_holder_from_text (text, (size_t) length);
  return 0;
}

static gboolean
is_left_behind (const Found *found)
{
  if (found->holder == NULL)
    return g_get_real_time () / G_USEC_PER_SEC - found->status.st_mtim.tv_sec > MAX_AGE_EMPTY;
  return talks_lock_holder_look (found->holder) == TALKS_HOLDER_DEAD;
}

static gboolean
is_of (const Found           *found,
       const TalksLockHolder *holder)
{
  return holder != NULL && found->holder != NULL && *holder->token != '\0'
         && strcmp (found->holder->token, holder->token) == 0;
}

/* ---- taking ---- */

/* A file with our name in it, to be given the name of the lock: nobody then sees a lock without a holder. */
static int
write_own (int         folder,
           const char *name,
           const char *text)
{
  /* Others are to read who it is. */
  int fd = TALKS_RETRY (openat (folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  int number;
  int closing;

  if (fd < 0)
    return errno;
  number = talks_save_write (fd, bytes, NULL);
  closing = talks_save_close (&fd);
  return number != 0 ? number : closing;
}

/* Where files can not have two names: others may for a moment see a lock without a holder. */
static int
write_at_once (int         folder,
               const char *name,
               const char *text)
{
  int number = write_own (folder, name, text);

  if (number != 0 && number != EEXIST)
    talks_save_remove (folder, name);
  return number;
}

/* Puts ours in the place of one that was left behind. Whoever does so holds the old file locked and makes sure
 * that it still is the one, so that of two that find it, the second finds the lock of the first. EAGAIN to look anew. */
static int
take_from (int         folder,
           const char *name,
           const char *own,
           Found      *found)
{
  struct stat status;

  /* Where that is not known, there is a moment in which two may both believe to have it; it is advice. */
  (void) TALKS_RETRY (flock (found->fd, LOCK_EX));
  if (fstatat (folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 || status.st_ino != found->status.st_ino
      || status.st_dev != found->status.st_dev)
    return EAGAIN;
  return TALKS_RETRY (renameat (folder, own, folder, name)) == 0 ? 0 : errno;
}

/* One attempt; EAGAIN when it is to be looked anew, EBUSY when somebody has it, who then is in *found. */
static int
try_once (int                    folder,
          const char            *name,
          const char            *own,
          const char            *text,
          const TalksLockHolder *from,
          Found                 *found)
{
  int number = look (folder, name, found);

  if (number == 0)
    return is_left_behind (found) || is_of (found, from) ? take_from (folder, name, own, found) : EBUSY;
  if (number != ENOENT)
    return number;
  if (TALKS_RETRY (linkat (folder, own, folder, name, 0)) == 0)
    return 0;
  number = errno;
  if (number == EPERM || number == EOPNOTSUPP || number == ENOSYS || number == EMLINK)
    number = write_at_once (folder, name, text);
  return number == EEXIST ? EAGAIN : number;
}

static int
take_in (int                    folder,
         const char            *name,
         const TalksLockHolder *self,
         const TalksLockHolder *from,
         TalksLockHolder      **holder)
{
  g_autofree char *text = talks_lock_holder_to_text (self);
  g_autofree char *own = talks_save_make_name (name);
  int written = write_own (folder, own, text);
  int number = EAGAIN;

  for (int i = 0; i < MAX_TRIES && number == EAGAIN; i++)
    {
      Found found;

      /* Also where nothing may be written, a lock may be read. */
      number = try_once (folder, name, own, text, from, &found);
      if (number == EBUSY)
        *holder = g_steal_pointer (&found.holder);
      found_clear (&found);
    }
  if (written != EEXIST)
    talks_save_remove (folder, own);
  return number == ENOENT && written != 0 ? written : number;
}

/* Beside the file, or in the user's own folder if that can not be. */
static int
take_anywhere (TalksLock              *lock,
               GFile                  *file,
               const TalksLockHolder  *self,
               const TalksLockHolder  *from,
               TalksLockHolder       **holder)
{
  int number = open_beside (file, &lock->folder, &lock->name);

  if (number == 0)
    number = take_in (lock->folder, lock->name, self, from, holder);
  if (number == 0 || number == EBUSY)
    return number;
  talks_save_close (&lock->folder);
  g_clear_pointer (&lock->name, g_free);
  number = open_own (file, &lock->folder, &lock->name);
  return number != 0 ? number : take_in (lock->folder, lock->name, self, from, holder);
}

static void
set_locked (GFile                  *file,
            const TalksLockHolder  *holder,
            GError                **error)
{
  g_autofree char *name = talks_file_get_name (file);
  const char *who = holder != NULL && *holder->real_name != '\0' ? holder->real_name : holder != NULL ? holder->user : "";

  if (*who == '\0')
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_LOCKED, _("“%s” is open elsewhere."), name);
  else
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_LOCKED, _("“%s” is open for %s on the computer “%s”."),
                 name, who, holder->host);
}

static void
lock_free (TalksLock *lock)
{
  talks_save_close (&lock->folder);
  g_free (lock->name);
  g_free (lock->token);
  g_free (lock);
}

TalksLock *
talks_lock_take_over (GFile                  *file,
                      const TalksLockHolder  *from,
                      TalksLockHolder       **holder,
                      GError                **error)
{
  g_autoptr (TalksLockHolder) self = NULL;
  g_autoptr (TalksLockHolder) other = NULL;
  TalksLock *lock;
  int number;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = talks_lock_holder_new_self ();
  lock = g_new0 (TalksLock, 1);
  lock->folder = -1;
  number = take_anywhere (lock, file, self, from, &other);
  if (number == 0)
    lock->token = g_strdup (self->token);
  else
    {
      g_clear_pointer (&lock, lock_free);
      if (number == EBUSY)
        set_locked (file, other, error);
      else
        g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));
    }
  if (holder != NULL)
    *holder = g_steal_pointer (&other);
  return lock;
}

TalksLock *
talks_lock_take (GFile            *file,
                 TalksLockHolder **holder,
                 GError          **error)
{
  return talks_lock_take_over (file, NULL, holder, error);
}

void
talks_lock_release (TalksLock *lock)
{
  Found found;
  struct stat status;

  if (lock == NULL)
    return;
  if (look (lock->folder, lock->name, &found) == 0 && found.holder != NULL
      && strcmp (found.holder->token, lock->token) == 0)
    {
      /* As for taking over: nobody does so while we look. */
      (void) TALKS_RETRY (flock (found.fd, LOCK_EX));
      if (fstatat (lock->folder, lock->name, &status, AT_SYMLINK_NOFOLLOW) == 0
          && status.st_ino == found.status.st_ino)
        talks_save_remove (lock->folder, lock->name);
    }
  found_clear (&found);
  lock_free (lock);
}
