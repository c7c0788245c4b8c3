/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-json-scan.h"
#include "talks-lock.h"
#include "talks-save-private.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* How much is written or read between two looks at the cancellable. */
#define CHUNK ((size_t) 256 * 1024)

#define TEMP_ENDING ".talks-save"

/* Room for the ending in a name of at most 255 bytes. */
#define MAX_BASE 150

#define HOUR ((int64_t) 3600)

/* When what a dead process left is removed, and what one did of which nothing is known. */
#define MAX_AGE_DEAD    (24 * HOUR)
#define MAX_AGE_UNKNOWN (7 * 24 * HOUR)

/* ---- descriptors ---- */

static gboolean
is_unsupported (int number)
{
  return number == ENOSYS || number == EINVAL || number == EOPNOTSUPP || number == ENOTTY;
}

int
talks_save_write (int           fd,
                  GBytes       *bytes,
                  GCancellable *cancellable)
{
  size_t size;
  const char *data = g_bytes_get_data (bytes, &size);
  size_t done = 0;

  while (done < size)
    {
      ssize_t n;

      if (g_cancellable_is_cancelled (cancellable))
        return ECANCELED;
      n = TALKS_RETRY (pwrite (fd, data + done, MIN (CHUNK, size - done), (off_t) done));
      if (n < 0)
        return errno;
      /* A write of nothing would go on for ever. */
      if (n == 0)
        return EIO;
      done += (size_t) n;
    }
  return 0;
}

int
talks_save_read (int            fd,
                 GBytes       **bytes,
                 GCancellable  *cancellable)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  for (;;)
    {
      guint used = content->len;
      ssize_t n;

      if (g_cancellable_is_cancelled (cancellable))
        return ECANCELED;
      g_byte_array_set_size (content, used + CHUNK);
      n = TALKS_RETRY (pread (fd, content->data + used, CHUNK, (off_t) used));
      if (n < 0)
        return errno;
      g_byte_array_set_size (content, used + (guint) n);
      if (n == 0)
        break;
      if (content->len > TALKS_JSON_MAX_SIZE)
        return EFBIG;
    }
  *bytes = g_byte_array_free_to_bytes (g_steal_pointer (&content));
  return 0;
}

int
talks_save_compare (int     fd,
                    GBytes *bytes)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  size_t size;
  const char *data = g_bytes_get_data (bytes, &size);
  size_t done = 0;

  /* What the system still has in memory says nothing about what it has written. This is advice: it
   * may not be taken. */
  (void) posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  for (;;)
    {
      ssize_t n = TALKS_RETRY (pread (fd, buffer, CHUNK, (off_t) done));

      if (n < 0)
        return errno;
      if ((size_t) n > size - done || (n == 0 && done < size))
        return EILSEQ;
      if (n == 0)
        return 0;
      if (memcmp (data + done, buffer, (size_t) n) != 0)
        return EILSEQ;
      done += (size_t) n;
    }
}

int
talks_save_sync (int       fd,
                 gboolean *durable)
{
  if (TALKS_RETRY (fsync (fd)) == 0)
    return 0;
  if (!is_unsupported (errno))
    return errno;
  *durable = FALSE;
  return 0;
}

/* On network file systems, closing may be where a full disk is told. Interrupted or not, the descriptor is gone. */
int
talks_save_close (int *fd)
{
  int closing = *fd;

  *fd = -1;
  if (closing < 0 || close (closing) == 0 || errno == EINTR)
    return 0;
  return errno;
}

/* ---- folders ---- */

int
talks_save_open_folder (const char *path,
                        int        *fd)
{
  *fd = TALKS_RETRY (open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  /* One that may be written to but not listed: it can not be synced either. */
  if (*fd < 0 && errno == EACCES)
    *fd = TALKS_RETRY (open (path, O_PATH | O_DIRECTORY | O_CLOEXEC));
  return *fd < 0 ? errno : 0;
}

int
talks_save_make_folder (const char *path,
                        int        *fd)
{
  int number = talks_save_open_folder (path, fd);
  g_autofree char *parent_path = NULL;
  int parent;
  gboolean durable;

  if (number != ENOENT)
    return number;
  parent_path = g_path_get_dirname (path);
  if (strcmp (parent_path, path) == 0)
    return ENOENT;
  number = talks_save_make_folder (parent_path, &parent);
  if (number != 0)
    return number;
  if (TALKS_RETRY (mkdir (path, 0700)) != 0 && errno != EEXIST)
    number = errno;
  if (number == 0)
    number = talks_save_sync (parent, &durable);
  close (parent);
  return number != 0 ? number : talks_save_open_folder (path, fd);
}

/* Looks before opening, as opening alone can make a device act, and again afterwards. */
int
talks_save_open_regular (int          folder,
                         const char  *name,
                         int          flags,
                         int         *fd,
                         struct stat *status)
{
  int number = 0;

  *fd = -1;
  if (TALKS_RETRY (fstatat (folder, name, status, AT_SYMLINK_NOFOLLOW)) != 0)
    return errno;
  if (S_ISREG (status->st_mode))
    {
      *fd = TALKS_RETRY (openat (folder, name, flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
      if (*fd < 0 || TALKS_RETRY (fstat (*fd, status)) != 0)
        number = errno;
    }
  if (number == 0 && !S_ISREG (status->st_mode))
    number = S_ISDIR (status->st_mode) ? EISDIR : S_ISLNK (status->st_mode) ? ELOOP : ENXIO;
  if (number != 0)
    talks_save_close (fd);
  return number;
}

int
talks_save_remove (int         folder,
                   const char *name)
{
  return TALKS_RETRY (unlinkat (folder, name, 0)) == 0 ? 0 : errno;
}

/* ---- files of our own ---- */

static int
write_temp (int           folder,
            const char   *temp,
            GBytes       *bytes,
            GCancellable *cancellable)
{
  int fd = TALKS_RETRY (openat (folder, temp, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  gboolean durable = TRUE;
  int number;
  int closing;

  if (fd < 0)
    return errno;
  number = talks_save_write (fd, bytes, cancellable);
  if (number == 0)
    number = talks_save_sync (fd, &durable);
  if (number == 0)
    number = talks_save_compare (fd, bytes);
  closing = talks_save_close (&fd);
  return number != 0 ? number : closing;
}

int
talks_save_put (int           folder,
                const char   *name,
                GBytes       *bytes,
                GCancellable *cancellable)
{
  g_autofree char *temp = talks_save_make_name (name);
  gboolean durable = TRUE;
  int number = write_temp (folder, temp, bytes, cancellable);

  if (number == 0 && TALKS_RETRY (renameat (folder, temp, folder, name)) != 0)
    number = errno;
  if (number != 0)
    {
      if (number != EEXIST)
        talks_save_remove (folder, temp);
      return number;
    }
  return talks_save_sync (folder, &durable);
}

/* ---- names that tell who made them ---- */

/* Stands for this machine since it was started, and for the container. */
static char *
make_key (const TalksLockHolder *self)
{
  g_autofree char *text = g_strjoin ("\n", self->machine, self->host, self->boot, self->processes, NULL);
  char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  key[12] = '\0';
  return key;
}

char *
talks_save_make_name (const char *base)
{
  g_autoptr (TalksLockHolder) self = talks_lock_holder_new_self ();
  g_autofree char *key = make_key (self);
  g_autofree char *start = g_strndup (base, MAX_BASE);

  return g_strdup_printf (".%s.%s-%" G_GINT64_FORMAT "-%" G_GUINT64_FORMAT "-%.8s" TEMP_ENDING,
                          start, key, self->pid, self->start, self->token);
}

gboolean
talks_save_is_left_over (const char *name,
                         gboolean   *unknown)
{
  g_autoptr (GRegex) pattern = g_regex_new ("\\A\\..*\\.([0-9a-f]{12})-([0-9]{1,10})-([0-9]{1,20})-[0-9a-f]{8}\\"
                                            TEMP_ENDING "\\z",
                                            G_REGEX_RAW | G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (TalksLockHolder) maker = NULL;
  g_autofree char *own_key = NULL;
  g_autofree char *key = NULL;
  g_autofree char *pid = NULL;
  g_autofree char *start = NULL;

  if (!g_regex_match (pattern, name, 0, &match))
    return FALSE;
  key = g_match_info_fetch (match, 1);
  pid = g_match_info_fetch (match, 2);
  start = g_match_info_fetch (match, 3);
  maker = talks_lock_holder_new_self ();
  own_key = make_key (maker);
  *unknown = strcmp (key, own_key) != 0;
  maker->pid = g_ascii_strtoll (pid, NULL, 10);
  maker->start = g_ascii_strtoull (start, NULL, 10);
  return *unknown || talks_lock_holder_look (maker) == TALKS_HOLDER_DEAD;
}

/* Whether a file is old enough to be removed unseen; by the clock of the place where it is, if that has one. */
static gboolean
is_old (int         folder,
        const char *name,
        gboolean    unknown)
{
  struct stat status;
  int64_t age;

  if (fstatat (folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG (status.st_mode))
    return FALSE;
  age = g_get_real_time () / G_USEC_PER_SEC - status.st_mtim.tv_sec;
  return age > (unknown ? MAX_AGE_UNKNOWN : MAX_AGE_DEAD);
}

void
talks_save_remove_strays (int         folder,
                          const char *except)
{
  g_autofree char *start = except != NULL ? g_strdup_printf (".%s.", except) : NULL;
  int fd = openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *listing = fd >= 0 ? fdopendir (fd) : NULL;
  const struct dirent *entry;
  gboolean unknown;

  if (listing == NULL)
    {
      talks_save_close (&fd);
      return;
    }
  while ((entry = readdir (listing)) != NULL)
    if (g_str_has_suffix (entry->d_name, TEMP_ENDING) && (start == NULL || !g_str_has_prefix (entry->d_name, start))
        && talks_save_is_left_over (entry->d_name, &unknown) && is_old (folder, entry->d_name, unknown))
      talks_save_remove (folder, entry->d_name);
  closedir (listing);
}
