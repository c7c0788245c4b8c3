/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing beside the old file, and putting the new one in its place. */

#include "talks-error.h"
#include "talks-gettext.h"
#include "talks-save-private.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* Whether a call that not all file systems and sandboxes know should be done without. */
static gboolean
is_unsupported (int number)
{
  return number == ENOSYS || number == EINVAL || number == EOPNOTSUPP || number == EPERM || number == EMLINK;
}

/* Whether it is for the folder or the place that the file can not be replaced, and it may be possible to write to
 * it all the same: it may be of somebody else, or mounted by itself. */
static gboolean
is_for_place (int number)
{
  return number == EACCES || number == EPERM || number == EROFS || number == EBUSY || number == EXDEV;
}

/* ---- the new file beside the old one ---- */

typedef struct
{
  char       *name;
  gboolean    is_there;
  struct stat status;
} Temp;

static void
temp_clear (Temp        *temp,
            TalksSaving *saving)
{
  if (temp->is_there)
    talks_save_remove (saving->folder, temp->name);
  g_free (temp->name);
}

static int
fill (TalksSaving *saving,
      int          fd,
      Temp        *temp)
{
  gboolean durable = TRUE;
  int number = talks_save_write (fd, saving->bytes, saving->cancellable);

  if (number == 0 && saving->old != NULL)
    number = talks_save_copy_attributes (saving->old_fd, &saving->old_status, fd, !saving->may_write,
                                         &saving->result->notes);
  if (number == 0)
    number = talks_save_sync (fd, &durable);
  if (number == 0)
    number = talks_save_compare (fd, saving->bytes);
  if (number == 0 && TALKS_RETRY (fstat (fd, &temp->status)) != 0)
    number = errno;
  if (!durable)
    saving->result->notes |= TALKS_SAVE_NOT_DURABLE;
  return number;
}

/* A new file gets the mode that the user and the folder have chosen for new files. What replaces a file
 * has what that had, and before that is not to be seen by others. */
static int
write_temp (TalksSaving *saving,
            Temp        *temp)
{
  mode_t mode = saving->old != NULL ? 0600 : 0666;
  int number;
  int closing;
  int fd;

  temp->name = talks_save_make_name (saving->base);
  fd = TALKS_RETRY (openat (saving->folder, temp->name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
  if (fd < 0)
    return errno;
  temp->is_there = TRUE;
  number = fill (saving, fd, temp);
  closing = talks_save_close (&fd);
  return number != 0 ? number : closing;
}

/* From here on the file is the new one. */
static void
finish (TalksSaving *saving,
        const Temp  *temp)
{
  gboolean durable = TRUE;

  if (talks_save_sync (saving->folder, &durable) != 0 || !durable)
    saving->result->notes |= TALKS_SAVE_NOT_DURABLE;
  talks_saving_set_mark (saving, &temp->status);
}

/* What came of a renaming or linking that gave result. Over a network, such a call can be done and yet fail: its
 * answer was lost and it was sent again. The file itself is asked then. */
static int
settle (TalksSaving *saving,
        const Temp  *temp,
        int          result)
{
  struct stat status;
  int number = errno;

  if (result == 0)
    return 0;
  if (TALKS_RETRY (fstatat (saving->folder, saving->base, &status, AT_SYMLINK_NOFOLLOW)) != 0)
    saving->is_unsure = errno != ENOENT;
  else if (status.st_ino == temp->status.st_ino && status.st_dev == temp->status.st_dev)
    return 0;
  return number;
}

/* ---- a file that was not there ---- */

/* Where neither of the better ways is known: an empty file holds the place for the moment. */
static int
claim_and_rename (TalksSaving *saving,
                  Temp        *temp)
{
  int fd = TALKS_RETRY (openat (saving->folder, saving->base, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  int number = 0;

  if (fd < 0)
    return errno;
  talks_save_close (&fd);
  number = settle (saving, temp,
                   TALKS_RETRY (renameat (saving->folder, temp->name, saving->folder, saving->base)));
  if (number != 0)
    talks_save_remove (saving->folder, saving->base);
  else
    temp->is_there = FALSE;
  return number;
}

/* Gives the file its name, unless something has that by now: EEXIST. */
static int
publish (TalksSaving *saving,
         Temp        *temp)
{
  int number = settle (saving, temp,
                       TALKS_RETRY (renameat2 (saving->folder, temp->name, saving->folder, saving->base,
                                               RENAME_NOREPLACE)));

  if (number == 0)
    temp->is_there = FALSE;
  if (number == 0 || !is_unsupported (number))
    return number;
  /* It then has two names until temp is cleared. */
  number = settle (saving, temp,
                   TALKS_RETRY (linkat (saving->folder, temp->name, saving->folder, saving->base, 0)));
  return is_unsupported (number) ? claim_and_rename (saving, temp) : number;
}

gboolean
talks_saving_create (TalksSaving  *saving,
                     GError      **error)
{
  Temp temp = { 0 };
  int number = write_temp (saving, &temp);

  if (number == 0 && g_cancellable_is_cancelled (saving->cancellable))
    number = ECANCELED;
  if (number == 0)
    number = publish (saving, &temp);
  if (number == EEXIST)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _("“%s” was not saved: somebody else has just made a file of this name."), saving->name);
  else if (number != 0)
    talks_saving_fail (saving, number, error);
  temp_clear (&temp, saving);
  if (number == 0)
    finish (saving, &temp);
  return number == 0;
}

/* ---- a file that is there ---- */

/* The old file again, after it was exchanged with the new one. */
static gboolean
put_back (TalksSaving *saving,
          Temp        *temp)
{
  struct stat status;

  if (TALKS_RETRY (renameat2 (saving->folder, temp->name, saving->folder, saving->base, RENAME_EXCHANGE)) != 0)
    {
      if (TALKS_RETRY (renameat (saving->folder, temp->name, saving->folder, saving->base)) != 0)
        return FALSE;
      temp->is_there = FALSE;
    }
  /* What has been put there since is not ours to remove. */
  else if (fstatat (saving->folder, temp->name, &status, AT_SYMLINK_NOFOLLOW) != 0
           || status.st_ino != temp->status.st_ino)
    temp->is_there = FALSE;
  return TRUE;
}

/* Whether what has been replaced is what was meant to be: whoever was there a moment before us must not be lost.
 * If it is not, it is put back. */
static gboolean
check_replaced (TalksSaving  *saving,
                Temp         *temp,
                GError      **error)
{
  struct stat status;
  int fd;
  int number = talks_save_open_regular (saving->folder, temp->name, O_RDONLY, &fd, &status);

  if (number == 0)
    {
      number = talks_save_compare (fd, saving->old);
      talks_save_close (&fd);
    }
  if (number == 0)
    return TRUE;
  if (!put_back (saving, temp))
    {
      temp->is_there = FALSE;
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_CONFLICT,
                   _("“%s” was saved, but somebody else had changed the file meanwhile. Their version is in “%s” beside it: "
                     "please give it another name."),
                   saving->name, temp->name);
    }
  else if (number == EILSEQ || number == ELOOP || number == EISDIR || number == ENXIO)
    talks_saving_conflict (saving->name, FALSE, error);
  else
    talks_saving_fail (saving, number, error);
  return FALSE;
}

static TalksSavingOutcome
exchange (TalksSaving  *saving,
          Temp         *temp,
          GError      **error)
{
  int number = settle (saving, temp,
                       TALKS_RETRY (renameat2 (saving->folder, temp->name, saving->folder, saving->base,
                                               RENAME_EXCHANGE)));

  if (number == 0)
    {
      if (!check_replaced (saving, temp, error))
        return TALKS_SAVING_FAILED;
      /* The old one has this name now, and is removed with it. */
      return TALKS_SAVING_DONE;
    }
  if (is_unsupported (number))
    {
      number = settle (saving, temp,
                       TALKS_RETRY (renameat (saving->folder, temp->name, saving->folder, saving->base)));
      if (number == 0)
        {
          temp->is_there = FALSE;
          return TALKS_SAVING_DONE;
        }
    }
  if (is_for_place (number) && saving->may_write)
    return TALKS_SAVING_IN_PLACE;
  if (number == ENOENT)
    talks_saving_conflict (saving->name, TRUE, error);
  else
    talks_saving_fail (saving, number, error);
  return TALKS_SAVING_FAILED;
}

static TalksSavingOutcome
replace_with (TalksSaving  *saving,
              Temp         *temp,
              GError      **error)
{
  int number = write_temp (saving, temp);

  if (number != 0 && is_for_place (number) && saving->may_write)
    return TALKS_SAVING_IN_PLACE;
  if (number != 0)
    {
      talks_saving_fail (saving, number, error);
      return TALKS_SAVING_FAILED;
    }
  if (talks_saving_keep_old (saving) != 0)
    saving->result->notes |= TALKS_SAVE_NO_BACKUP;
  if (g_cancellable_is_cancelled (saving->cancellable))
    {
      talks_saving_fail (saving, ECANCELED, error);
      return TALKS_SAVING_FAILED;
    }
  if (!talks_saving_check_again (saving, error))
    return TALKS_SAVING_FAILED;
  return exchange (saving, temp, error);
}

TalksSavingOutcome
talks_saving_replace (TalksSaving  *saving,
                      GError      **error)
{
  Temp temp = { 0 };
  TalksSaveNotes notes = saving->result->notes;
  TalksSavingOutcome outcome = replace_with (saving, &temp, error);

  temp_clear (&temp, saving);
  if (outcome == TALKS_SAVING_DONE)
    finish (saving, &temp);
  else
    saving->result->notes = notes;
  return outcome;
}
