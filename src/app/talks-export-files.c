/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-export-files.h"

#include <glib/gstdio.h>

GPtrArray *
talks_export_files_make (TalksDocument               *document,
                         TalksExchangeFormat          format,
                         const TalksExchangeOptions  *options,
                         const TalksExportOptions    *picture,
                         GPtrArray                   *losses,
                         GError                     **error)
{
  g_autoptr (GBytes) drawn = NULL;
  TalksExchangeOptions with_picture;

  g_return_val_if_fail (options != NULL && picture != NULL, NULL);

  with_picture = *options;
  if (format == TALKS_EXCHANGE_HTML)
    {
      drawn = talks_export_to_bytes (document, TALKS_EXPORT_SVG, picture, error);
      if (drawn == NULL)
        return NULL;
      with_picture.picture = drawn;
    }
  return talks_exchange_export (document, format, &with_picture, losses, error);
}

GPtrArray *
talks_export_files_list_there (GPtrArray           *files,
                               TalksExchangeFormat  format,
                               const char          *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (files != NULL && path != NULL, names);

  for (guint i = 0; i < files->len; i++)
    {
      const TalksExchangeFile *file = files->pdata[i];
      g_autofree char *beside = talks_exchange_make_path (path, format, file->part);
      GStatBuf status;

      /* A link that leads nowhere would be replaced too. */
      if (file->part != NULL && g_lstat (beside, &status) == 0)
        g_ptr_array_add (names, g_filename_display_basename (beside));
    }
  return names;
}

gboolean
talks_export_files_save (GPtrArray            *files,
                         TalksExchangeFormat   format,
                         const char           *path,
                         GError              **error)
{
  g_return_val_if_fail (files != NULL && path != NULL, FALSE);

  for (guint i = 0; i < files->len; i++)
    {
      const TalksExchangeFile *file = files->pdata[i];
      g_autofree char *beside = talks_exchange_make_path (path, format, file->part);

      if (!talks_export_save (beside, file->bytes, error))
        return FALSE;
    }
  return TRUE;
}
