/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs of the window and what enables them; their keys are in talks-application.c. */

#include <string.h>

#include "talks-go-to-date.h"
#include "talks-state.h"
#include "talks-window-private.h"

#define ZOOM_STEP 1.25
#define MAX_HISTORY 200

/* ---- looking ---- */

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_timeline_zoom_by (TALKS_WINDOW (widget)->timeline, ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_timeline_zoom_by (TALKS_WINDOW (widget)->timeline, 1 / ZOOM_STEP);
}

static void
zoom_fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_session_fit (TALKS_WINDOW (widget)->session);
}

static void
previous_event_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_session_step (TALKS_WINDOW (widget)->session, TALKS_STEP_PREVIOUS);
}

static void
next_event_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_session_step (TALKS_WINDOW (widget)->session, TALKS_STEP_NEXT);
}

static void
latest_round_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TalksWindow *self = TALKS_WINDOW (widget);
  g_autoptr (GPtrArray) rounds = talks_document_list_rounds (talks_session_get_document (self->session));

  if (rounds->len > 0)
    talks_session_select (self->session, ((TalksRecord *) rounds->pdata[rounds->len - 1])->id);
}

static void
go_to_date_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_go_to_date_show (GTK_WINDOW (widget), TALKS_WINDOW (widget)->session);
}

/* ---- history ---- */

void
talks_window_note_history (TalksWindow *self)
{
  TalksRecord *record = talks_session_get_selection (self->session);

  if (self->history_moving || record == NULL)
    return;
  if (self->history->len > 0
      && strcmp (self->history->pdata[self->history_at], record->id) == 0)
    return;

  if (self->history->len > 0)
    g_ptr_array_set_size (self->history, (int) self->history_at + 1);
  if (self->history->len >= MAX_HISTORY)
    g_ptr_array_remove_index (self->history, 0);
  g_ptr_array_add (self->history, g_strdup (record->id));
  self->history_at = self->history->len - 1;
}

static void
move_in_history (TalksWindow *self,
                 int          direction)
{
  int target = (int) self->history_at + direction;

  if (target < 0 || target >= (int) self->history->len)
    return;
  self->history_at = (guint) target;
  self->history_moving = TRUE;
  talks_session_select (self->session, self->history->pdata[target]);
  self->history_moving = FALSE;
}

static void
history_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_in_history (TALKS_WINDOW (widget), -1);
}

static void
history_forward_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_in_history (TALKS_WINDOW (widget), 1);
}

/* ---- search ---- */

void
talks_window_set_searching (TalksWindow *self,
                            gboolean     searching)
{
  if (!searching && !gtk_stack_page_get_visible (self->search_page))
    return;

  if (searching)
    {
      gtk_stack_page_set_visible (self->search_page, TRUE);
      gtk_widget_set_visible (self->right_pane, TRUE);
      gtk_stack_set_visible_child_name (GTK_STACK (self->main_stack), "timeline");
      gtk_stack_set_visible_child_name (GTK_STACK (self->right_stack), "search");
      talks_search_panel_focus (self->search_panel);
    }
  else
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->right_stack), "event");
      gtk_stack_page_set_visible (self->search_page, FALSE);
      talks_session_set_query (self->session, "");
      gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
    }
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_set_searching (TALKS_WINDOW (widget), TRUE);
}

static void
search_next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_search_panel_step (TALKS_WINDOW (widget)->search_panel, 1);
}

static void
search_previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_search_panel_step (TALKS_WINDOW (widget)->search_panel, -1);
}

/* ---- panes ---- */

static void
fullscreen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* The panes in reading order, as F6 goes through them. */
static void
move_pane (TalksWindow *self,
           int          direction)
{
  GtkWidget *panes[] = { self->left_stack, GTK_WIDGET (self->timeline), self->right_stack };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int at = direction > 0 ? -1 : 0;

  for (int i = 0; i < (int) G_N_ELEMENTS (panes); i++)
    if (focus != NULL && (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i])))
      at = i;
  for (int i = 0; i < (int) G_N_ELEMENTS (panes); i++)
    {
      at = (at + direction + (int) G_N_ELEMENTS (panes)) % (int) G_N_ELEMENTS (panes);
      if (gtk_widget_get_mapped (panes[at]) && gtk_widget_child_focus (panes[at], GTK_DIR_TAB_FORWARD))
        return;
    }
}

static void
next_pane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_pane (TALKS_WINDOW (widget), 1);
}

static void
previous_pane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_pane (TALKS_WINDOW (widget), -1);
}

static void
show_problems_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_show_problems (TALKS_WINDOW (widget));
}

static void
present_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_present_lesson (TALKS_WINDOW (widget));
}

/* ---- documents ---- */

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_open (TALKS_WINDOW (widget));
}

static void
open_bundled_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_open_bundled (TALKS_WINDOW (widget));
}

static void
merge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_merge (TALKS_WINDOW (widget));
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_import (TALKS_WINDOW (widget));
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_export (TALKS_WINDOW (widget));
}

static void
show_losses_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_show_losses (TALKS_WINDOW (widget));
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_print (TALKS_WINDOW (widget));
}

/* What the document says of itself is what the Event panel shows without a selection. */
static void
about_document_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TalksWindow *self = TALKS_WINDOW (widget);

  talks_session_select (self->session, NULL);
  gtk_widget_set_visible (self->right_pane, TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->main_stack), "timeline");
  gtk_stack_set_visible_child_name (GTK_STACK (self->right_stack), "event");
}

void
talks_window_class_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                   *name;
    GtkWidgetActionActivateFunc   activate;
  } verbs[] = {
    { "win.open", open_cb },
    { "win.open-bundled", open_bundled_cb },
    { "win.merge", merge_cb },
    { "win.import", import_cb },
    { "win.export", export_cb },
    { "win.show-losses", show_losses_cb },
    { "win.print", print_cb },
    { "win.about-document", about_document_cb },
    { "win.show-problems", show_problems_cb },
    { "win.zoom-in", zoom_in_cb },
    { "win.zoom-out", zoom_out_cb },
    { "win.zoom-fit", zoom_fit_cb },
    { "win.previous-event", previous_event_cb },
    { "win.next-event", next_event_cb },
    { "win.latest-round", latest_round_cb },
    { "win.go-to-date", go_to_date_cb },
    { "win.history-back", history_back_cb },
    { "win.history-forward", history_forward_cb },
    { "win.present", present_cb },
    { "win.search", search_cb },
    { "win.search-next", search_next_cb },
    { "win.search-previous", search_previous_cb },
    { "win.fullscreen", fullscreen_cb },
    { "win.next-pane", next_pane_cb },
    { "win.previous-pane", previous_pane_cb },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_class_install_action (widget_class, verbs[i].name, NULL, verbs[i].activate);
}

/* ---- actions with a state or a parameter ---- */

static void
change_folding_cb (GSimpleAction *action,
                   GVariant      *value,
                   gpointer       data)
{
  TalksWindow *self = TALKS_WINDOW (data);

  talks_session_set_folding (self->session, g_variant_get_boolean (value));
  g_settings_set_value (self->settings, "fold-quiet-periods", value);
}

static void
change_panels_cb (GSimpleAction *action,
                  GVariant      *value,
                  gpointer       data)
{
  TalksWindow *self = TALKS_WINDOW (data);
  gboolean visible = g_variant_get_boolean (value);

  gtk_widget_set_visible (self->left_pane, visible);
  gtk_widget_set_visible (self->right_pane, visible);
  g_settings_set_boolean (self->settings, "left-pane-visible", visible);
  g_settings_set_boolean (self->settings, "right-pane-visible", visible);
  g_simple_action_set_state (action, value);
}

static void
change_search_cb (GSimpleAction *action,
                  GVariant      *value,
                  gpointer       data)
{
  talks_window_set_searching (TALKS_WINDOW (data), g_variant_get_boolean (value));
}

static void
change_compare_cb (GSimpleAction *action,
                   GVariant      *value,
                   gpointer       data)
{
  TalksWindow *self = TALKS_WINDOW (data);

  gtk_stack_set_visible_child_name (GTK_STACK (self->main_stack),
                                    g_variant_get_boolean (value) ? "compare" : "timeline");
}

static void
change_contrast_cb (GSimpleAction *action,
                    GVariant      *value,
                    gpointer       data)
{
  g_settings_set_string (TALKS_WINDOW (data)->settings, "contrast",
                         g_variant_get_boolean (value) ? "high" : "system");
}

/* For the list of recent files, and for other programs: the path or address of a file. */
static void
open_file_cb (GSimpleAction *action,
              GVariant      *value,
              gpointer       data)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (value, NULL));

  talks_window_open_file (TALKS_WINDOW (data), file);
}

static void
merge_file_cb (GSimpleAction *action,
               GVariant      *value,
               gpointer       data)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (value, NULL));

  talks_window_merge_file (TALKS_WINDOW (data), file);
}

static void
import_file_cb (GSimpleAction *action,
                GVariant      *value,
                gpointer       data)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (value, NULL));

  talks_window_import_file (TALKS_WINDOW (data), file);
}

static const GActionEntry entries[] = {
  { .name = "open-file", .parameter_type = "s", .activate = open_file_cb },
  { .name = "import-file", .parameter_type = "s", .activate = import_file_cb },
  { .name = "merge-file", .parameter_type = "s", .activate = merge_file_cb },
  { .name = "fold-quiet-periods", .state = "true", .change_state = change_folding_cb },
  { .name = "show-panels", .state = "true", .change_state = change_panels_cb },
  { .name = "show-search", .state = "false", .change_state = change_search_cb },
  { .name = "compare", .state = "false", .change_state = change_compare_cb },
  { .name = "high-contrast", .state = "false", .change_state = change_contrast_cb },
};

static void
set_state (TalksWindow *self,
           const char  *name,
           gboolean     state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);
  g_autoptr (GVariant) before = g_action_get_state (action);

  if (g_variant_get_boolean (before) != state)
    g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

static gboolean
is_shown (GtkWidget  *stack,
          const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), name) == 0;
}

/* A page's action can be left by other ways than its switch. */
static void
pages_changed_cb (TalksWindow *self)
{
  g_assert (TALKS_IS_WINDOW (self));

  set_state (self, "show-search", is_shown (self->right_stack, "search"));
  set_state (self, "compare", is_shown (self->main_stack, "compare"));
}

static void
contrast_changed_cb (TalksWindow *self)
{
  g_autofree char *contrast = g_settings_get_string (self->settings, "contrast");

  set_state (self, "high-contrast", strcmp (contrast, "high") == 0);
}

static void
leave_search_cb (TalksWindow *self)
{
  talks_window_set_searching (self, FALSE);
}

void
talks_window_init_actions (TalksWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  set_state (self, "show-panels", gtk_widget_get_visible (self->left_pane));
  g_signal_connect_object (self->right_stack, "notify::visible-child", G_CALLBACK (pages_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->main_stack, "notify::visible-child", G_CALLBACK (pages_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::contrast", G_CALLBACK (contrast_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_panel, "closed", G_CALLBACK (leave_search_cb), self,
                           G_CONNECT_SWAPPED);
  contrast_changed_cb (self);
}

void
talks_window_update_actions (TalksWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  GArray *quiet = talks_session_get_quiet (self->session);
  GAction *folding = g_action_map_lookup_action (G_ACTION_MAP (self), "fold-quiet-periods");
  double min_zoom = talks_viewport_get_min_zoom (viewport);

  gtk_widget_action_set_enabled (widget, "win.previous-event",
                                 talks_session_find_step (self->session, TALKS_STEP_PREVIOUS) != NULL);
  gtk_widget_action_set_enabled (widget, "win.next-event",
                                 talks_session_find_step (self->session, TALKS_STEP_NEXT) != NULL);
  gtk_widget_action_set_enabled (widget, "win.zoom-in", viewport->zoom < TALKS_VIEWPORT_MAX_ZOOM);
  gtk_widget_action_set_enabled (widget, "win.zoom-out", viewport->zoom > min_zoom * 1.0001);
  gtk_widget_action_set_enabled (widget, "win.history-back", self->history_at > 0);
  gtk_widget_action_set_enabled (widget, "win.history-forward",
                                 self->history_at + 1 < self->history->len);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (folding), quiet->len > 0);
  set_state (self, "fold-quiet-periods", talks_session_get_folding (self->session));
}
