/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user is told about a save. */

#include "talks-error.h"
#include "talks-gettext.h"
#include "talks-json-scan.h"
#include "talks-save-private.h"

/* ---- what went right ---- */

char **
talks_save_notes_to_text (TalksSaveNotes notes)
{
  static const struct
  {
    TalksSaveNotes note;
    const char    *text;
  } texts[] = {
    { TALKS_SAVE_NOT_DURABLE, N_("Saved, but this may not survive a power cut: the disk did not confirm it.") },
    { TALKS_SAVE_NO_BACKUP, N_("Saved, but the version before could not be kept as a backup.") },
    { TALKS_SAVE_OWNER_CHANGED, N_("Saved. The file belongs to you now.") },
    { TALKS_SAVE_GROUP_CHANGED, N_("Saved. The group of the file could not be kept, so it has no more rights than others.") },
    { TALKS_SAVE_ATTRIBUTES_LOST, N_("Saved, but some permissions or attributes of the file could not be kept.") },
    { TALKS_SAVE_IN_PLACE, N_("The file was written over, so that its links, its owner and its folder stay as they are.") },
    { TALKS_SAVE_LINK_KEPT, N_("The file that the link leads to was saved.") },
    { TALKS_SAVE_ELSEWHERE, N_("The file is not on this computer. It was read back and is the same.") },
  };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    if (notes & texts[i].note)
      g_strv_builder_add (builder, _(texts[i].text));
  return g_strv_builder_end (builder);
}

/* ---- what went wrong ---- */

void
talks_save_set_errno (const char  *name,
                      int          number,
                      GError     **error)
{
  GIOErrorEnum code = (GIOErrorEnum) g_io_error_from_errno (number);

  if (number == ECANCELED)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Saving “%s” was cancelled."), name);
  else if (number == ENOSPC)
    g_set_error (error, G_IO_ERROR, code, _("“%s” was not saved: the disk is full. What was there is unchanged."), name);
  else if (number == EDQUOT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 _("“%s” was not saved: you have used up your share of the disk. What was there is unchanged."), name);
  else if (number == EACCES || number == EPERM)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 _("“%s” was not saved: you do not have the permission to write there."), name);
  else if (number == EROFS)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY,
                 _("“%s” was not saved: nothing can be written to this disk."), name);
  else if (number == EISDIR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("“%s” was not saved: there is a folder of this name."), name);
  else if (number == ELOOP || number == ENXIO)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _("“%s” was not saved: there is something of this name that is not a file."), name);
  else if (number == EILSEQ)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _("“%s” was not saved: what was read back is not what was written. What was there is unchanged."), name);
  else
    g_set_error (error, G_IO_ERROR, code, _("“%s” was not saved: %s. What was there is unchanged."),
                 name, g_strerror (number));
}

gboolean
talks_saving_fail (TalksSaving  *saving,
                   int           number,
                   GError      **error)
{
  if (saving->is_unsure)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
                 _("It could not be found out whether “%s” was saved: %s."), saving->name, g_strerror (number));
  else
    talks_save_set_errno (saving->name, number, error);
  return FALSE;
}

gboolean
talks_saving_conflict (const char  *name,
                       gboolean     gone,
                       GError     **error)
{
  if (gone)
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_GONE, _("“%s” was not saved: the file is no longer there."), name);
  else
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_CONFLICT,
                 _("“%s” was not saved: somebody else has changed the file meanwhile."), name);
  return FALSE;
}

gboolean
talks_save_check_size (const char  *name,
                       GBytes      *bytes,
                       GError     **error)
{
  if (g_bytes_get_size (bytes) <= TALKS_JSON_MAX_SIZE)
    return TRUE;
  g_set_error (error, TALKS_ERROR, TALKS_ERROR_TOO_LARGE,
               _("“%s” was not saved: the document is too large to be opened again."), name);
  return FALSE;
}
