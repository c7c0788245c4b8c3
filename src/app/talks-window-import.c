/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking files of other programs into the document that is shown. */

#include <glib/gi18n-lib.h>

#include "talks-dialogs.h"
#include "talks-exchange.h"
#include "talks-file.h"
#include "talks-import-view.h"
#include "talks-window-private.h"

static void
show (TalksWindow *self,
      gpointer     file)
{
  GFile *ours = talks_keeper_get_file (self->keeper);
  g_autofree char *name = ours != NULL ? talks_file_get_name (ours) : g_strdup (_("New timeline"));

  talks_import_view_show (GTK_WINDOW (self), self->session, name, file);
}

void
talks_window_import_file (TalksWindow *self,
                          GFile       *file)
{
  talks_window_begin_edit (self, show, g_object_ref (file), g_object_unref);
}

/* What is in a file tells its format, so the filters only help to find it. */
static void
choose (TalksWindow *self,
        gpointer     data)
{
  static const char * const all[] = { "*", NULL };
  const char *endings[2 * TALKS_N_EXCHANGE_FORMATS + 8] = { "*.csv", "*.tsv", "*.txt", "*.json", "*.xml" };
  guint n = 5;
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  TalksFileFilter filters[2] = { { _("Files that can be imported"), endings, NULL }, { _("All files"), all, NULL } };

  for (int i = 0; i < TALKS_N_EXCHANGE_FORMATS; i++)
    {
      TalksExchangeFormatInfo info;

      talks_exchange_get_info ((TalksExchangeFormat) i, &info);
      if (!info.can_import)
        continue;
      g_ptr_array_add (owned, g_strconcat ("*", info.ending, NULL));
      endings[n++] = owned->pdata[owned->len - 1];
    }
  talks_window_choose_file (self, _("Import"), filters, G_N_ELEMENTS (filters), talks_window_import_file);
}

/* The copy that the bundled timeline may need is asked for before the file. */
void
talks_window_import (TalksWindow *self)
{
  talks_window_begin_edit (self, choose, NULL, NULL);
}
