/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The earlier versions of the file that is shown. */

#include <glib/gi18n-lib.h>

#include "talks-versions-view.h"
#include "talks-window-private.h"

static void
open_version (TalksOpened *opened,
              const char  *moment,
              gpointer     data)
{
  TalksWindow *self = TALKS_WINDOW (data);
  TalksWindow *window = talks_window_new (TALKS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                                          self->theme);
  g_autofree char *text = g_strdup_printf (_("This is the timeline as it was until %s, in no file of its own. Save it "
                                             "under a name to keep it."), moment);

  gtk_window_present (GTK_WINDOW (window));
  talks_window_take (window, opened);
  talks_banner_show (window->banner, TALKS_BANNER_INFO, text, NULL);
}

typedef struct
{
  GPtrArray *changes;
  char      *name;
} Return;

static void
return_free (gpointer data)
{
  Return *going = data;

  g_ptr_array_unref (going->changes);
  g_free (going->name);
  g_free (going);
}

static void
do_go_back (TalksWindow *self,
            gpointer     data)
{
  const Return *going = data;
  g_autoptr (GError) error = NULL;

  if (talks_history_do (talks_session_get_history (self->session), going->name, going->changes, &error))
    talks_window_show_news (self, _("The timeline is what it was then. One undo takes that back."));
  else
    talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
}

static void
go_back (GPtrArray  *changes,
         const char *name,
         gpointer    data)
{
  Return *going = g_new (Return, 1);

  going->changes = g_ptr_array_ref (changes);
  going->name = g_strdup (name);
  talks_window_begin_edit (TALKS_WINDOW (data), do_go_back, going, return_free);
}

void
talks_window_show_versions (TalksWindow *self)
{
  const TalksVersionsVerbs verbs = { open_version, go_back };

  if (self->keeper != NULL)
    talks_versions_view_show (GTK_WINDOW (self), self->session, self->keeper, self->bundled, &verbs, self);
}
