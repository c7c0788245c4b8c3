/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Presenting: what to present, keeping it as a tour, the windows of the lesson, a view on the projector. */

#include <glib/gi18n-lib.h>

#include "talks-present-dialog.h"
#include "talks-record-id.h"
#include "talks-shown.h"
#include "talks-window-private.h"

/* ---- a lesson ---- */

/* A lesson that was ended by a slip goes on where it was; one that was given to its end begins anew. */
static void
note_step (TalksWindow *self)
{
  TalksPresentation *presentation = talks_presenter_get_presentation (self->presenter);
  const guint step = talks_presentation_get_step (presentation);

  self->presented_step = step + 1 < talks_presentation_get_n_steps (presentation) ? step : 0;
}

static void
lesson_ended_cb (TalksWindow *self)
{
  g_assert (TALKS_IS_WINDOW (self));

  note_step (self);
  g_clear_object (&self->presenter);
  gtk_window_present (GTK_WINDOW (self));
}

static void
start_lesson (TalksWindow *self,
              TalksLesson *lesson,
              guint        step,
              const char  *language)
{
  g_autoptr (TalksPresentation) presentation = NULL;

  talks_window_end_presenting (self);
  presentation = talks_presentation_new (talks_session_get_document (self->session), lesson, language);
  talks_presentation_set_step (presentation, step);
  self->presenter = talks_presenter_new (GTK_WINDOW (self), presentation, talks_session_get_language (self->session));
  g_signal_connect_object (self->presenter, "ended", G_CALLBACK (lesson_ended_cb), self, G_CONNECT_SWAPPED);
}

/* ---- a view ---- */

static void
projection_ended_cb (TalksWindow *self)
{
  g_assert (TALKS_IS_WINDOW (self));

  g_clear_object (&self->projection);
}

static void
start_projection (TalksWindow         *self,
                  TalksProjectionView  view,
                  const char          *language)
{
  talks_window_end_presenting (self);
  self->projection = talks_projection_new (GTK_WINDOW (self), self->session, view, language);
  talks_projection_set_panel (self->projection, TALKS_PROJECTION_POSITIONS, TALKS_PANEL (self->positions_panel));
  talks_projection_set_panel (self->projection, TALKS_PROJECTION_PARTICIPANTS, TALKS_PANEL (self->participants_panel));
  gtk_box_prepend (GTK_BOX (gtk_widget_get_parent (self->main_stack)), talks_projection_bar_new (self->projection));
  g_signal_connect_object (self->projection, "ended", G_CALLBACK (projection_ended_cb), self, G_CONNECT_SWAPPED);
}

void
talks_window_end_presenting (TalksWindow *self)
{
  if (self->presenter != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->presenter, self);
      talks_presenter_end (self->presenter);
      g_clear_object (&self->presenter);
    }
  if (self->projection != NULL)
    talks_projection_end (self->projection);
  g_clear_object (&self->projection);
}

/* ---- keeping a lesson ---- */

static void
keep_lesson (TalksWindow *self,
             gpointer     data)
{
  TalksLesson *lesson = data;
  TalksDocument *document = talks_session_get_document (self->session);
  const char *title = talks_text_show (talks_lesson_get_title (lesson), talks_session_get_language (self->session));
  g_autofree char *shown = talks_shown_dup_line (title);
  g_autofree char *step = g_strdup_printf (_("Keep “%s” as a tour"), shown);
  g_autofree char *id = talks_record_make_id (document, TALKS_RECORD_TOUR, title, NULL);
  g_autoptr (TalksTour) tour = talks_lesson_to_tour (lesson, id);
  g_autoptr (GError) error = NULL;

  if (!talks_history_do_one (talks_session_get_history (self->session), step, NULL, &tour->record, &error))
    {
      talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
      return;
    }
  g_free (self->presented);
  self->presented = g_steal_pointer (&id);
  talks_window_present_lesson (self);
}

/* ---- choosing ---- */

static void
chosen_cb (TalksPresentChoice  choice,
           const TalksOffer   *offer,
           const char         *view,
           const char         *language,
           guint               step,
           gpointer            data)
{
  TalksWindow *self = TALKS_WINDOW (data);
  TalksProjectionView projected;

  g_free (self->presented);
  self->presented_step = 0;
  self->presented = g_strdup (offer != NULL ? offer->key : view);
  g_settings_set_string (self->settings, "stage-language", language);
  if (choice == TALKS_PRESENT_CHOICE_KEEP && offer != NULL)
    talks_window_begin_edit (self, keep_lesson, talks_lesson_ref (offer->lesson), (GDestroyNotify) talks_lesson_unref);
  else if (choice == TALKS_PRESENT_CHOICE_EDIT && offer != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "editor.edit", "s", offer->key);
  else if (offer != NULL)
    start_lesson (self, offer->lesson, step, language);
  else if (talks_projection_view_from_name (view, &projected))
    start_projection (self, projected, language);
}

void
talks_window_present_lesson (TalksWindow *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "stage-language");

  if (self->presenter != NULL)
    {
      talks_presenter_show (self->presenter);
      return;
    }
  talks_present_dialog_show (GTK_WINDOW (self), self->session, self->presented, self->presented_step,
                             *language != '\0' ? language : talks_session_get_language (self->session), chosen_cb, self);
}
