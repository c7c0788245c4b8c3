/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Telling what is wrong with the document, and leading there. */

#include <glib/gi18n-lib.h>

#include "talks-file.h"
#include "talks-window-private.h"

void
talks_window_show_problems_of (TalksWindow        *self,
                               const TalksReading *reading)
{
  g_autofree char *name = self->file != NULL ? talks_file_get_name (self->file) : g_strdup (_("New timeline"));
  g_autofree char *text = NULL;
  guint n = talks_problems_view_set_reading (self->problems_view, reading, name);

  gtk_stack_page_set_visible (self->problems_page, n > 0);
  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("%u problem was found in “%s”. What is wrong is left out; all the rest is shown.",
                                    "%u problems were found in “%s”. What is wrong is left out; all the rest is shown.",
                                    n),
                          n, name);
  talks_banner_show (self->banner, TALKS_BANNER_ERROR, text, _("_Show Problems"));
}

/* After an edit: what is wrong with the document as it is now. */
void
talks_window_update_problems (TalksWindow *self)
{
  g_autofree char *name = self->file != NULL ? talks_file_get_name (self->file) : g_strdup (_("New timeline"));
  guint n = talks_problems_view_set_found (self->problems_view, talks_problem_check_get_found (self->problem_check),
                                           name);

  if (n > 0)
    gtk_stack_page_set_visible (self->problems_page, TRUE);
}

void
talks_window_show_problems (TalksWindow *self)
{
  gtk_stack_page_set_visible (self->problems_page, TRUE);
  gtk_widget_set_visible (self->right_pane, TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->main_stack), "timeline");
  gtk_stack_set_visible_child_name (GTK_STACK (self->right_stack), "problems");
  talks_problems_view_focus (self->problems_view);
}

/* Shows the record where it stands, and leaves the list in place where that is possible: there may be
 * more to go through. */
static void
problem_activated_cb (TalksWindow *self,
                      const char  *id)
{
  TalksRecord *record = talks_document_lookup (talks_session_get_document (self->session), id);

  g_assert (TALKS_IS_WINDOW (self));

  if (*id == '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.about-document", NULL);
  if (record == NULL)
    return;
  if (record->kind == TALKS_RECORD_PARTY || record->kind == TALKS_RECORD_PARTICIPANT)
    {
      gtk_widget_set_visible (self->left_pane, TRUE);
      gtk_stack_set_visible_child_name (GTK_STACK (self->left_stack), "participants");
      talks_session_set_highlight (self->session, id);
      return;
    }
  if (record->kind == TALKS_RECORD_SOURCE)
    gtk_stack_set_visible_child_name (GTK_STACK (self->right_stack), "sources");
  talks_panel_activate (TALKS_PANEL (self->problems_view), record);
}

void
talks_window_init_problems (TalksWindow *self)
{
  g_signal_connect_object (self->banner, "button-clicked", G_CALLBACK (talks_window_show_problems), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->problems_view, "record-activated", G_CALLBACK (problem_activated_cb), self,
                           G_CONNECT_SWAPPED);
}
