/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing over a file that can not be replaced. For the time that this takes, the file is neither the old
 * one nor the new one, so both are put away first. */

#include "talks-error.h"
#include "talks-gettext.h"
#include "talks-save-private.h"

#include <fcntl.h>
#include <unistd.h>

/* Asks for all the room that is needed while nothing has been touched. Not all file systems can do that. */
static int
reserve (int     fd,
         GBytes *bytes)
{
  size_t size = g_bytes_get_size (bytes);

  if (size == 0 || TALKS_RETRY (fallocate (fd, FALLOC_FL_KEEP_SIZE, 0, (off_t) size)) == 0)
    return 0;
  return errno == EOPNOTSUPP || errno == ENOSYS || errno == EINVAL || errno == EPERM ? 0 : errno;
}

static int
write_all (int       fd,
           GBytes   *bytes,
           gboolean *durable)
{
  int number = talks_save_write (fd, bytes, NULL);

  if (number == 0 && TALKS_RETRY (ftruncate (fd, (off_t) g_bytes_get_size (bytes))) != 0)
    number = errno;
  if (number == 0)
    number = talks_save_sync (fd, durable);
  if (number == 0)
    number = talks_save_compare (fd, bytes);
  return number;
}

/* Both contents into the backups: whatever happens, they are there. */
static int
put_away (TalksSaving  *saving,
          char        **pending)
{
  g_autofree char *uri = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (saving->path);
  int number = talks_saving_keep_old (saving);

  if (number != 0)
    return number;
  uri = g_file_get_uri (file);
  return talks_store_put_pending (saving->store, uri, saving->bytes, pending);
}

static gboolean
fail_to_put_away (TalksSaving  *saving,
                  int           number,
                  GError      **error)
{
  g_autofree char *root = talks_store_get_root ();
  g_autofree char *place = g_filename_display_name (root);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
               _("“%s” was not saved: it can only be written over, and for that a copy must be kept in “%s” first, which "
                 "failed: %s. What was there is unchanged."),
               saving->name, place, g_strerror (number));
  return FALSE;
}

static gboolean
fail_in_the_middle (TalksSaving  *saving,
                    const char   *pending,
                    int           number,
                    GError      **error)
{
  g_autofree char *old_name = g_file_get_parse_name (saving->result->backup);
  g_autofree char *new_path = talks_store_get_child (saving->store, pending);
  g_autofree char *new_name = g_filename_display_name (new_path);

  g_set_error (error, TALKS_ERROR, TALKS_ERROR_DAMAGED,
               _("“%s” was only saved in part: %s. Nothing is lost: the version before is whole in “%s”, the new one in “%s”."),
               saving->name, g_strerror (number), old_name, new_name);
  return FALSE;
}

/* Opens the file for writing, without touching it, and makes sure that it is the one that was looked at. */
static gboolean
open_again (TalksSaving  *saving,
            int          *fd,
            GError      **error)
{
  struct stat status;
  int number = talks_save_open_regular (saving->folder, saving->base, O_RDWR, fd, &status);

  if (number == ENOENT)
    return talks_saving_conflict (saving->name, TRUE, error);
  if (number == 0)
    number = talks_save_compare (*fd, saving->old);
  if (number == EILSEQ || number == ELOOP || number == EISDIR || number == ENXIO)
    return talks_saving_conflict (saving->name, FALSE, error);
  return number == 0 || talks_saving_fail (saving, number, error);
}

/* *pending is cleared when the new content is of no more use there. */
static gboolean
write_over (TalksSaving  *saving,
            int          *fd,
            const char   *pending,
            gboolean     *keep_pending,
            GError      **error)
{
  gboolean durable = TRUE;
  struct stat status;
  int number;

  if (!open_again (saving, fd, error))
    return FALSE;
  number = reserve (*fd, saving->bytes);
  if (number != 0)
    return talks_saving_fail (saving, number, error);

  number = write_all (*fd, saving->bytes, &durable);
  if (number == 0 && TALKS_RETRY (fstat (*fd, &status)) != 0)
    number = errno;
  if (number == 0)
    number = talks_save_close (fd);
  if (number == 0)
    {
      talks_saving_set_mark (saving, &status);
      saving->result->notes |= TALKS_SAVE_IN_PLACE | (durable ? 0 : TALKS_SAVE_NOT_DURABLE);
      return TRUE;
    }
  /* When it is closing that failed, the file has to be opened anew. */
  if (*fd < 0 && talks_save_open_regular (saving->folder, saving->base, O_RDWR, fd, &status) != 0)
    *fd = -1;
  if (*fd >= 0 && write_all (*fd, saving->old, &durable) == 0)
    return talks_saving_fail (saving, number, error);
  *keep_pending = TRUE;
  return fail_in_the_middle (saving, pending, number, error);
}

gboolean
talks_saving_write_over (TalksSaving  *saving,
                         GError      **error)
{
  g_autofree char *pending = NULL;
  gboolean keep_pending = FALSE;
  gboolean saved = FALSE;
  int fd = -1;
  int number = put_away (saving, &pending);

  if (number != 0)
    return fail_to_put_away (saving, number, error);
  if (g_cancellable_is_cancelled (saving->cancellable))
    talks_saving_fail (saving, ECANCELED, error);
  else
    saved = write_over (saving, &fd, pending, &keep_pending, error);
  talks_save_close (&fd);
  if (!keep_pending)
    talks_save_remove (saving->store->fd, pending);
  return saved;
}
