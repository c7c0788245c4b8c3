/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window follows its history and its file. */

#include "talks-window-private.h"

/* A step was done or undone, or all was saved. */
void
talks_window_history_changed (TalksWindow *self)
{
  g_assert (TALKS_IS_WINDOW (self));

  if (talks_history_get_n_steps (talks_session_get_history (self->session)) > 0)
    gtk_stack_page_set_visible (self->history_page, TRUE);
  talks_window_update_titles (self);
  talks_window_update_edit (self);
  talks_window_update_file_banner (self);
}

/* Where the document is kept, as long as nobody has told or since it got a file. */
static void
update_origin (TalksWindow *self)
{
  TalksOrigin *known = talks_session_get_origin (self->session);
  GFile *file = talks_keeper_get_file (self->keeper);
  g_autoptr (TalksOrigin) origin = NULL;

  if (file == NULL && known != NULL)
    return;
  origin = file != NULL ? talks_origin_new_for_file (file)
                        : talks_origin_new (NULL, talks_json_scan_get_bytes (talks_keeper_get_reading (self->keeper)->scan));
  talks_session_set_origin (self->session, origin);
}

/* The file, or what becomes of it. */
void
talks_window_keeper_changed (TalksWindow *self)
{
  GFile *file = talks_keeper_get_file (self->keeper);

  g_assert (TALKS_IS_WINDOW (self));

  if (file != NULL && g_set_object (&self->file, file))
    self->bundled = FALSE;
  update_origin (self);
  talks_window_set_busy (self, talks_keeper_is_saving (self->keeper) || self->opening != NULL);
  talks_window_update_titles (self);
  talks_window_update_file_banner (self);
}

static void
go_to_cb (TalksWindow *self,
          guint        position)
{
  g_autoptr (GError) error = NULL;

  g_assert (TALKS_IS_WINDOW (self));

  if (!talks_history_go_to (talks_session_get_history (self->session), position, &error))
    talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
}

void
talks_window_update_author (TalksWindow *self)
{
  g_autofree char *author = g_settings_get_string (self->settings, "author");

  g_assert (TALKS_IS_WINDOW (self));

  talks_history_set_author (talks_session_get_history (self->session),
                            *author != '\0' ? author : self->user);
}

void
talks_window_init_history (TalksWindow *self)
{
  self->user = g_strdup (talks_history_get_author (talks_session_get_history (self->session)));
  talks_history_view_bind_author (self->history_view, self->settings, self->user);
  g_signal_connect_object (self->settings, "changed::author", G_CALLBACK (talks_window_update_author), self,
                           G_CONNECT_SWAPPED);
  talks_window_update_author (self);
  g_signal_connect_object (self->history_view, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
}
