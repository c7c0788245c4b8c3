/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking another file into the one that is shown. */

#include <glib/gi18n-lib.h>

#include "talks-file.h"
#include "talks-merge-view.h"
#include "talks-window-private.h"

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (TalksWindow) self = TALKS_WINDOW (data);
  g_autoptr (GError) error = NULL;
  TalksReading *reading = talks_file_load_finish (G_FILE (source), result, &error);
  GFile *file;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = talks_file_get_name (G_FILE (source));

  if (self->session == NULL || !talks_window_may_edit (self))
    {
      g_clear_pointer (&reading, talks_reading_free);
      return;
    }
  talks_window_set_busy (self, FALSE);
  if (reading == NULL)
    {
      talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
      return;
    }
  file = talks_keeper_get_file (self->keeper);
  ours = file != NULL ? talks_file_get_name (file) : g_strdup (_("New timeline"));
  talks_merge_view_show (GTK_WINDOW (self), self->session, ours, reading, theirs);
}

static void
load (TalksWindow *self,
      gpointer     file)
{
  talks_window_set_busy (self, TRUE);
  talks_file_load_async (file, NULL, loaded_cb, g_object_ref (self));
}

void
talks_window_merge_file (TalksWindow *self,
                         GFile       *file)
{
  talks_window_begin_edit (self, load, g_object_ref (file), g_object_unref);
}

static void
choose (TalksWindow *self,
        gpointer     data)
{
  talks_window_choose_file (self, _("Merge Another File"), NULL, 0, talks_window_merge_file);
}

/* The copy that the bundled timeline may need is asked for before the file. */
void
talks_window_merge (TalksWindow *self)
{
  talks_window_begin_edit (self, choose, NULL, NULL);
}
