/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-dialogs.h"

#include <glib/gi18n-lib.h>

/* ---- files ---- */

static GtkFileFilter *
make_filter (const TalksFileFilter *filter)
{
  GtkFileFilter *made = gtk_file_filter_new ();

  gtk_file_filter_set_name (made, filter->name);
  for (size_t i = 0; filter->patterns != NULL && filter->patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (made, filter->patterns[i]);
  for (size_t i = 0; filter->mime_types != NULL && filter->mime_types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (made, filter->mime_types[i]);
  return made;
}

/* The file that ends a task, or what stands for "no file". */
static void
return_file (GTask  *task,
             GFile  *file,
             GError *error)
{
  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("No file was chosen."));
}

#if GTK_CHECK_VERSION (4, 10, 0)

static void
file_chosen (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  GFile *file;

  if (GPOINTER_TO_INT (g_task_get_task_data (task)))
    file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  else
    file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    g_clear_error (&error);
  return_file (task, file, g_steal_pointer (&error));
}

static void
choose_file (GTask                 *task,
             GtkWindow             *parent,
             const char            *title,
             gboolean               save,
             const char            *name,
             const TalksFileFilter *filters,
             size_t                 n_filters,
             GFile                 *folder)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GListStore) list = g_list_store_new (GTK_TYPE_FILE_FILTER);
  GCancellable *cancellable = g_task_get_cancellable (task);

  gtk_file_dialog_set_title (dialog, title);
  for (size_t i = 0; i < n_filters; i++)
    {
      g_autoptr(GtkFileFilter) filter = make_filter (&filters[i]);

      g_list_store_append (list, filter);
      if (i == 0)
        gtk_file_dialog_set_default_filter (dialog, filter);
    }
  if (n_filters > 0)
    gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (list));
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);

  g_task_set_task_data (task, GINT_TO_POINTER (save), NULL);
  if (save)
    {
      if (name != NULL)
        gtk_file_dialog_set_initial_name (dialog, name);
      gtk_file_dialog_save (dialog, parent, cancellable, file_chosen, task);
    }
  else
    gtk_file_dialog_open (dialog, parent, cancellable, file_chosen, task);
}

#else

/* Nobody else owns a native chooser: the task's data does, until its response. */
static void
file_chosen (GtkNativeDialog *chooser,
             int              response,
             gpointer         data)
{
  g_autoptr(GTask) task = data;
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_hide (chooser);
  g_signal_handlers_disconnect_by_data (chooser, task);
  if (!g_task_return_error_if_cancelled (task))
    return_file (task, file, NULL);
  else
    g_clear_object (&file);
}

static void
chooser_cancelled (GCancellable *cancellable,
                   gpointer      data)
{
  GTask *task = data;

  file_chosen (g_task_get_task_data (task), GTK_RESPONSE_CANCEL, task);
}

static void
choose_file (GTask                 *task,
             GtkWindow             *parent,
             const char            *title,
             gboolean               save,
             const char            *name,
             const TalksFileFilter *filters,
             size_t                 n_filters,
             GFile                 *folder)
{
  GtkFileChooserNative *chooser;
  GCancellable *cancellable = g_task_get_cancellable (task);

  chooser = gtk_file_chooser_native_new (title, parent,
                                         save ? GTK_FILE_CHOOSER_ACTION_SAVE
                                              : GTK_FILE_CHOOSER_ACTION_OPEN,
                                         NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  for (size_t i = 0; i < n_filters; i++)
    {
      g_autoptr(GtkFileFilter) filter = make_filter (&filters[i]);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
      if (i == 0)
        gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (chooser), filter);
    }
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  if (save && name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);

  g_task_set_task_data (task, chooser, g_object_unref);
  g_signal_connect (chooser, "response", G_CALLBACK (file_chosen), task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (chooser_cancelled), task, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

#endif

void
talks_dialogs_open_async (GtkWindow             *parent,
                          const char            *title,
                          const TalksFileFilter *filters,
                          size_t                 n_filters,
                          GFile                 *folder,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               data)
{
  GTask *task;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (filters != NULL || n_filters == 0);

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, talks_dialogs_open_async);
  choose_file (task, parent, title, FALSE, NULL, filters, n_filters, folder);
}

GFile *
talks_dialogs_open_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, talks_dialogs_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
talks_dialogs_save_async (GtkWindow             *parent,
                          const char            *title,
                          const char            *name,
                          const TalksFileFilter *filters,
                          size_t                 n_filters,
                          GFile                 *folder,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               data)
{
  GTask *task;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (filters != NULL || n_filters == 0);

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, talks_dialogs_save_async);
  choose_file (task, parent, title, TRUE, name, filters, n_filters, folder);
}

GFile *
talks_dialogs_save_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, talks_dialogs_save_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- any window ---- */

static gboolean
close_by_key (GtkWidget *widget,
              GVariant  *args,
              gpointer   data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

void
talks_dialogs_close_on_escape (GtkWindow *window)
{
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_WINDOW (window));

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (close_by_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

/* ---- alerts ---- */

/* What an alert window waits for; owned by the window. */
typedef struct
{
  GTask  *task; /* NULL once it has returned */
  size_t  cancel_choice;
  gulong  cancelled_id;
} Alert;

static void
alert_free (gpointer data)
{
  Alert *alert = data;

  g_assert (alert->task == NULL);
  g_free (alert);
}

static void
alert_take (GtkWindow *window,
            int        choice)
{
  Alert *alert = g_object_get_data (G_OBJECT (window), "talks-alert");
  g_autoptr(GTask) task = g_steal_pointer (&alert->task);

  if (task == NULL)
    return;
  g_clear_signal_handler (&alert->cancelled_id, g_task_get_cancellable (task));
  /* First the window, so that what the callback shows comes on top. */
  gtk_window_destroy (window);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_int (task, choice);
}

static void
choice_clicked (GtkButton *button,
                gpointer   window)
{
  alert_take (window, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "talks-choice")));
}

static gboolean
alert_close_request (GtkWindow *window,
                     gpointer   data)
{
  Alert *alert = data;

  alert_take (window, (int) alert->cancel_choice);
  return TRUE;
}

/* Also when a parent takes the window with it. */
static void
alert_destroyed (GtkWidget *window,
                 gpointer   data)
{
  Alert *alert = data;
  g_autoptr(GTask) task = g_steal_pointer (&alert->task);

  if (task == NULL)
    return;
  g_clear_signal_handler (&alert->cancelled_id, g_task_get_cancellable (task));
  g_task_return_int (task, (gssize) alert->cancel_choice);
}

static void
alert_cancelled (GCancellable *cancellable,
                 gpointer      window)
{
  alert_take (window, -1);
}

static GtkWidget *
make_alert_label (const char *text,
                  const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), css_class == NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_choice_button (GtkWindow         *window,
                    const TalksChoice *choice,
                    int                index)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (choice->label);

  if (choice->style == TALKS_CHOICE_SUGGESTED)
    gtk_widget_add_css_class (button, "suggested-action");
  else if (choice->style == TALKS_CHOICE_DESTRUCTIVE)
    gtk_widget_add_css_class (button, "destructive-action");
  g_object_set_data (G_OBJECT (button), "talks-choice", GINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (choice_clicked), window);
  return button;
}

static GtkWindow *
make_alert (GtkWindow  *parent,
            const char *heading,
            const char *body,
            GtkWidget **buttons)
{
  GtkWindow *window;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = make_alert_label (heading, "title-4");

  window = g_object_new (GTK_TYPE_WINDOW,
                         "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT_DIALOG,
                         "title", heading,
                         "modal", parent != NULL,
                         "transient-for", parent,
                         "destroy-with-parent", TRUE,
                         "resizable", FALSE,
                         NULL);
  gtk_widget_add_css_class (GTK_WIDGET (window), "talks-alert");
  gtk_accessible_update_property (GTK_ACCESSIBLE (window),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, body != NULL ? body : "",
                                  -1);
  gtk_box_append (GTK_BOX (box), label);
  if (body != NULL)
    gtk_box_append (GTK_BOX (box), make_alert_label (body, NULL));

  *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (*buttons), TRUE);
  gtk_widget_set_halign (*buttons, GTK_ALIGN_END);
  gtk_widget_set_margin_top (*buttons, 6);
  gtk_box_append (GTK_BOX (box), *buttons);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_window_set_child (window, box);

  talks_dialogs_close_on_escape (window);
  return window;
}

void
talks_dialogs_ask_async (GtkWindow           *parent,
                         const char          *heading,
                         const char          *body,
                         const TalksChoice   *choices,
                         size_t               n_choices,
                         size_t               cancel_choice,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  GtkWindow *window;
  GtkWidget *buttons;
  GtkWidget *first = NULL;
  Alert *alert;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (heading != NULL);
  g_return_if_fail (choices != NULL && n_choices >= 1 && n_choices <= 4);
  g_return_if_fail (cancel_choice < n_choices);

  window = make_alert (parent, heading, body, &buttons);
  for (size_t i = 0; i < n_choices; i++)
    {
      GtkWidget *button = make_choice_button (window, &choices[i], (int) i);

      gtk_box_append (GTK_BOX (buttons), button);
      /* Without a suggestion the harmless choice has the focus. */
      if (choices[i].style == TALKS_CHOICE_SUGGESTED)
        gtk_window_set_default_widget (window, button);
      if (choices[i].style == TALKS_CHOICE_SUGGESTED || (first == NULL && i == cancel_choice))
        first = button;
    }

  alert = g_new0 (Alert, 1);
  alert->task = g_task_new (NULL, cancellable, callback, data);
  alert->cancel_choice = cancel_choice;
  g_task_set_source_tag (alert->task, talks_dialogs_ask_async);
  g_object_set_data_full (G_OBJECT (window), "talks-alert", alert, alert_free);
  g_signal_connect (window, "close-request", G_CALLBACK (alert_close_request), alert);
  g_signal_connect (window, "destroy", G_CALLBACK (alert_destroyed), alert);
  if (cancellable != NULL)
    alert->cancelled_id = g_signal_connect (cancellable, "cancelled",
                                            G_CALLBACK (alert_cancelled), window);
  gtk_window_set_focus (window, first);
  gtk_window_present (window);
}

int
talks_dialogs_ask_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), -1);
  g_return_val_if_fail (g_async_result_is_tagged (result, talks_dialogs_ask_async), -1);

  return (int) g_task_propagate_int (G_TASK (result), error);
}

static void
told (GObject      *source,
      GAsyncResult *result,
      gpointer      data)
{
  talks_dialogs_ask_finish (result, NULL);
}

void
talks_dialogs_tell (GtkWindow  *parent,
                    const char *heading,
                    const char *body)
{
  const TalksChoice close = { _("_Close"), TALKS_CHOICE_PLAIN };

  talks_dialogs_ask_async (parent, heading, body, &close, 1, 0, NULL, told, NULL);
}
