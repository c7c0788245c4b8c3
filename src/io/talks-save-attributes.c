/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file has besides its content, given to the one that takes its place. */

#include "talks-save-private.h"

#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#define ACL "system.posix_acl_access"

/* What a system says that has no such thing, or keeps it to itself. */
static gboolean
is_beyond_us (int number)
{
  return number == EPERM || number == EACCES || number == ENOSYS || number == EOPNOTSUPP || number == EINVAL
         || number == ENODATA;
}

/* The names of all attributes, one after the other, each with its end. */
static int
list_attributes (int             fd,
                 char          **names,
                 size_t         *length,
                 TalksSaveNotes *notes)
{
  ssize_t size = TALKS_RETRY (flistxattr (fd, NULL, 0));

  *names = NULL;
  *length = 0;
  /* There may be some that are hidden from us. */
  if (size < 0 && (errno == EPERM || errno == EACCES))
    *notes |= TALKS_SAVE_ATTRIBUTES_LOST;
  if (size <= 0)
    return size == 0 || is_beyond_us (errno) ? 0 : errno;
  *names = g_malloc ((size_t) size);
  size = TALKS_RETRY (flistxattr (fd, *names, (size_t) size));
  if (size < 0)
    return errno;
  *length = (size_t) size;
  return 0;
}

static int
copy_attribute (int         from,
                int         to,
                const char *name)
{
  g_autofree char *value = NULL;
  ssize_t size = TALKS_RETRY (fgetxattr (from, name, NULL, 0));

  if (size < 0)
    return errno;
  value = g_malloc ((size_t) size + 1);
  size = TALKS_RETRY (fgetxattr (from, name, value, (size_t) size));
  if (size < 0)
    return errno;
  return TALKS_RETRY (fsetxattr (to, name, value, (size_t) size, 0)) == 0 ? 0 : errno;
}

/* Labels of the system are its own affair: it has put the right ones on the new file. */
static gboolean
is_of_system (const char *name)
{
  return g_str_has_prefix (name, "security.") || g_str_has_prefix (name, "trusted.");
}

static int
copy_all_attributes (int             from,
                     int             to,
                     TalksSaveNotes *notes)
{
  g_autofree char *names = NULL;
  size_t length;
  int number = list_attributes (from, &names, &length, notes);

  for (size_t i = 0; i < length && number == 0; i += strlen (names + i) + 1)
    {
      if (is_of_system (names + i))
        continue;
      /* For another group, the ACL would grant what the old one did not. */
      if ((*notes & TALKS_SAVE_GROUP_CHANGED) != 0 && strcmp (names + i, ACL) == 0)
        number = EPERM;
      else
        number = copy_attribute (from, to, names + i);
      if (number != 0 && is_beyond_us (number))
        {
          *notes |= TALKS_SAVE_ATTRIBUTES_LOST;
          number = 0;
        }
    }
  return number;
}

/* Sets the mode. Group is what it was; where it is another, it gets no more than the others have. */
static int
copy_mode (const struct stat *status,
           const struct stat *now,
           int                to,
           TalksSaveNotes    *notes)
{
  mode_t mode = status->st_mode & 07777;

  if (*notes & TALKS_SAVE_GROUP_CHANGED)
    mode = (mode & ~(mode_t) (S_ISGID | S_IRWXG)) | ((mode & S_IRWXO) << 3);
  if (*notes & TALKS_SAVE_OWNER_CHANGED)
    mode &= ~(mode_t) S_ISUID;
  if (TALKS_RETRY (fchmod (to, mode)) == 0)
    return 0;
  if (!is_beyond_us (errno))
    return errno;
  if (mode != (now->st_mode & 07777))
    *notes |= TALKS_SAVE_ATTRIBUTES_LOST;
  return 0;
}

int
talks_save_copy_attributes (int                from,
                            const struct stat *status,
                            int                to,
                            gboolean           owner_may_change,
                            TalksSaveNotes    *notes)
{
  struct stat now;
  int number;

  if (TALKS_RETRY (fstat (to, &now)) != 0)
    return errno;
  if (now.st_uid != status->st_uid && TALKS_RETRY (fchown (to, status->st_uid, (gid_t) -1)) != 0)
    {
      if (!owner_may_change)
        return EPERM;
      *notes |= TALKS_SAVE_OWNER_CHANGED;
    }
  if (now.st_gid != status->st_gid && TALKS_RETRY (fchown (to, (uid_t) -1, status->st_gid)) != 0)
    *notes |= TALKS_SAVE_GROUP_CHANGED;

  /* What the folder gives to new files, the old one may not have had. */
  if (TALKS_RETRY (fremovexattr (to, ACL)) != 0 && !is_beyond_us (errno))
    return errno;
  number = copy_mode (status, &now, to, notes);
  if (number != 0)
    return number;
  return copy_all_attributes (from, to, notes);
}
