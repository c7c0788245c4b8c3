/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a document. */

#include <glib/gi18n-lib.h>

#include "talks-bundled.h"
#include "talks-dialogs.h"
#include "talks-new-timeline.h"
#include "talks-state.h"
#include "talks-window-private.h"

/* ---- opening ---- */

/* A reader comes for the latest round: that is where the timeline opens. */
static void
select_latest_round (TalksWindow *self)
{
  g_autoptr (GPtrArray) rounds = talks_document_list_rounds (talks_session_get_document (self->session));

  if (rounds->len > 0)
    talks_session_select (self->session, ((TalksRecord *) rounds->pdata[rounds->len - 1])->id);
}

/* What a window that shows another document has of it. */
static void
set_keeper (TalksWindow  *self,
            TalksOpened  *opened,
            TalksJournal *journal)
{
  TalksHistory *history = talks_session_get_history (self->session);

  talks_window_update_author (self);
  g_clear_object (&self->external_change);
  g_clear_object (&self->problem_check);
  if (self->keeper != NULL)
    g_signal_handlers_disconnect_by_data (self->keeper, self);
  g_clear_object (&self->keeper);
  self->keeper = talks_keeper_new (history, opened, journal);
  self->external_change = talks_external_change_new (self->keeper);
  self->problem_check = talks_problem_check_new (self->keeper);
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (talks_window_keeper_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->external_change, "changed", G_CALLBACK (talks_window_update_file_banner), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->problem_check, "changed", G_CALLBACK (talks_window_update_problems), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "changed", G_CALLBACK (talks_window_history_changed), self, G_CONNECT_SWAPPED);
}

static void
show_document (TalksWindow   *self,
               TalksDocument *document)
{
  g_ptr_array_set_size (self->history, 0);
  self->history_at = 0;
  talks_window_set_searching (self, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->right_stack), "event");
  talks_session_set_document (self->session, document);
  if (!g_settings_get_boolean (self->settings, "fold-quiet-periods"))
    talks_session_set_folding (self->session, FALSE);
  select_latest_round (self);
  talks_session_fit (self->session);
}

/* The document of opened, with the steps of leftover done again (NULL: there are none), as the one that origin tells (NULL:
 * by its file, or a new one). */
static void
take (TalksWindow   *self,
      TalksOpened   *opened,
      TalksLeftover *leftover,
      TalksOrigin   *origin)
{
  g_autoptr (GFile) bundled = talks_bundled_get_document ();
  TalksJournal *journal = NULL;

  g_set_object (&self->file, opened->file);
  self->bundled = opened->file != NULL && g_file_equal (opened->file, bundled);
  opened->read_only |= self->bundled;
  if (!self->bundled && opened->file != NULL)
    talks_window_add_recent (opened->file);
  talks_banner_hide (self->banner);
  show_document (self, opened->reading->document);
  talks_session_set_origin (self->session, origin);
  talks_window_show_problems_of (self, opened->reading);
  if (leftover != NULL)
    journal = talks_window_restore_steps (self, opened, leftover);
  set_keeper (self, opened, journal);
  talks_window_keeper_changed (self);
  talks_window_history_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  talks_window_resume_form (self);
}

void
talks_window_take (TalksWindow *self,
                   TalksOpened *opened)
{
  take (self, opened, NULL, NULL);
}

void
talks_window_take_restored (TalksWindow   *self,
                            TalksOpened   *opened,
                            TalksLeftover *leftover,
                            TalksOrigin   *origin)
{
  g_return_if_fail (TALKS_IS_WINDOW (self));

  take (self, opened, leftover, origin);
}

gboolean
talks_window_is_shown_file (TalksWindow *self,
                            GFile       *file)
{
  return self->file != NULL && g_file_equal (self->file, file);
}

void
talks_window_set_busy (TalksWindow *self,
                       gboolean     busy)
{
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}

static void
file_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (TalksWindow) self = TALKS_WINDOW (data);
  g_autoptr (GError) error = NULL;
  TalksOpened *opened = talks_open_finish (G_FILE (source), result, &error);

  /* Another file was asked for meanwhile, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    {
      talks_opened_free (opened);
      return;
    }

  talks_window_set_busy (self, FALSE);
  g_clear_object (&self->reading);
  g_clear_object (&self->opening);
  if (opened == NULL)
    {
      talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
      return;
    }
  /* It was not asked for the lock, as this window has it. */
  if (talks_window_is_shown_file (self, opened->file) && opened->lock == NULL && self->keeper != NULL)
    talks_keeper_hand_on (self->keeper, opened);
  take (self, opened, NULL, NULL);
}

static void
start_opening (TalksWindow *self,
               GFile       *file)
{
  g_autoptr (GFile) bundled = talks_bundled_get_document ();
  gboolean with_lock = !g_file_equal (file, bundled) && !talks_window_is_shown_file (self, file);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  g_set_object (&self->opening, file);
  talks_window_set_busy (self, TRUE);
  talks_open_async (file, with_lock, self->reading, file_opened_cb, g_object_ref (self));
}

void
talks_window_open_file (TalksWindow *self,
                        GFile       *file)
{
  g_return_if_fail (TALKS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  /* Work that is not saved keeps its window. */
  if (talks_window_has_work (self))
    {
      self = talks_window_new (TALKS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), self->theme);
      gtk_window_present (GTK_WINDOW (self));
    }
  start_opening (self, file);
}

void
talks_window_reload (TalksWindow *self)
{
  g_autoptr (GFile) file = g_object_ref (self->file);

  start_opening (self, file);
}

static void
timeline_made_cb (TalksOpened *opened,
                  gpointer     data)
{
  TalksWindow *self = TALKS_WINDOW (data);
  TalksWindow *window = talks_window_new (TALKS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                                          self->theme);

  gtk_window_present (GTK_WINDOW (window));
  talks_window_take (window, opened);
}

void
talks_window_new_timeline (TalksWindow *self)
{
  talks_new_timeline_show (GTK_WINDOW (self), talks_session_get_language (self->session), timeline_made_cb, self);
}

void
talks_window_open_bundled (TalksWindow *self)
{
  g_autoptr (GFile) file = talks_bundled_get_document ();

  talks_window_open_file (self, file);
}

/* A file is being chosen. */
typedef struct
{
  TalksWindow      *self;
  TalksWindowChosen chosen;
} Choosing;

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autofree Choosing *choosing = data;
  g_autoptr (TalksWindow) self = choosing->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = talks_dialogs_open_finish (result, &error);

  if (self->session == NULL)
    return;
  if (file != NULL)
    choosing->chosen (self, file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
}

void
talks_window_choose_file (TalksWindow           *self,
                          const char            *title,
                          const TalksFileFilter *filters,
                          size_t                 n_filters,
                          TalksWindowChosen      chosen)
{
  static const char * const patterns[] = { "*.talks.json", NULL };
  static const char * const types[] = { "application/vnd.talks-timeline+json", NULL };
  const TalksFileFilter timelines = { _("Talks timelines"), patterns, types };
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->self = g_object_ref (self);
  choosing->chosen = chosen;
  talks_dialogs_open_async (GTK_WINDOW (self), title, filters != NULL ? filters : &timelines,
                            filters != NULL ? n_filters : 1, NULL, NULL, file_chosen_cb, choosing);
}

void
talks_window_open (TalksWindow *self)
{
  talks_window_choose_file (self, _("Open a Timeline"), NULL, 0, talks_window_open_file);
}
