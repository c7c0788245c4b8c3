/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a document, telling what is wrong with it, exporting its picture. */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "talks-bundled.h"
#include "talks-dialogs.h"
#include "talks-export.h"
#include "talks-file.h"
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

static void
show_problems (TalksWindow  *self,
               TalksReading *reading,
               GFile        *file)
{
  g_autofree char *name = talks_file_get_name (file);
  g_autofree char *text = NULL;
  guint n = talks_problems_view_set_reading (self->problems_view, reading, name);

  gtk_stack_page_set_visible (self->problems_page, n > 0);
  if (n == 0)
    {
      talks_banner_hide (self->banner);
      return;
    }
  text = g_strdup_printf (ngettext ("%u problem was found in “%s”. What is wrong is left out; all the rest is shown.",
                                    "%u problems were found in “%s”. What is wrong is left out; all the rest is shown.",
                                    n),
                          n, name);
  talks_banner_show (self->banner, TALKS_BANNER_ERROR, text, _("_Show Problems"));
}

static void
take_reading (TalksWindow  *self,
              TalksReading *reading,
              GFile        *file)
{
  g_autoptr (GFile) bundled = talks_bundled_get_document ();

  g_set_object (&self->file, file);
  self->bundled = g_file_equal (file, bundled);
  if (!self->bundled)
    talks_window_add_recent (file);
  g_ptr_array_set_size (self->history, 0);
  self->history_at = 0;
  talks_window_set_searching (self, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->right_stack), "event");
  talks_session_set_document (self->session, reading->document);
  if (!g_settings_get_boolean (self->settings, "fold-quiet-periods"))
    talks_session_set_folding (self->session, FALSE);
  select_latest_round (self);
  talks_session_fit (self->session);
  show_problems (self, reading, file);
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
}

static void
set_busy (TalksWindow *self,
          gboolean     busy)
{
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}

static void
file_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (TalksWindow) self = TALKS_WINDOW (data);
  g_autoptr (TalksReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  reading = talks_file_load_finish (G_FILE (source), result, &error);
  /* Another file was asked for meanwhile, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;

  set_busy (self, FALSE);
  g_clear_object (&self->reading);
  if (reading == NULL)
    talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
  else
    take_reading (self, reading, self->opening);
  g_clear_object (&self->opening);
}

void
talks_window_open_file (TalksWindow *self,
                        GFile       *file)
{
  g_return_if_fail (TALKS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  g_set_object (&self->opening, file);
  set_busy (self, TRUE);
  talks_file_load_async (file, self->reading, file_loaded_cb, g_object_ref (self));
}

void
talks_window_open_bundled (TalksWindow *self)
{
  g_autoptr (GFile) file = talks_bundled_get_document ();

  talks_window_open_file (self, file);
}

static const char * const document_patterns[] = { "*.talks.json", NULL };
static const char * const document_types[] = { "application/vnd.talks-timeline+json", NULL };

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (TalksWindow) self = TALKS_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = talks_dialogs_open_finish (result, &error);

  if (file != NULL && self->session != NULL)
    talks_window_open_file (self, file);
  else if (file == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
}

void
talks_window_choose_file (TalksWindow *self)
{
  const TalksFileFilter filters[] = {
    { _("Talks timelines"), document_patterns, document_types },
  };

  talks_dialogs_open_async (GTK_WINDOW (self), _("Open a Timeline"), filters, G_N_ELEMENTS (filters),
                            NULL, NULL, file_chosen_cb, g_object_ref (self));
}

/* ---- exporting ---- */

/* What an export works on: a document of its own, since the window may go on changing. */
typedef struct
{
  TalksDocument      *document;
  char               *path;
  TalksExportFormat   format;
  TalksExportOptions  options;
  char               *language;
  char               *topic;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->document);
  g_free (export->path);
  g_free (export->language);
  g_free (export->topic);
  g_free (export);
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Export *export = data;
  GError *error = NULL;

  if (talks_export_to_path (export->document, export->path, export->format, &export->options, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  TalksWindow *self = TALKS_WINDOW (source);
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->session == NULL)
    return;
  set_busy (self, FALSE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = g_filename_display_basename (export->path);

      text = g_strdup_printf (_("The picture was saved as “%s”."), name);
      talks_banner_show (self->banner, TALKS_BANNER_INFO, text, NULL);
    }
  else
    talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
}

static void
start_export (TalksWindow *self,
              const char  *path)
{
  g_autoptr (GTask) task = NULL;
  Export *export;
  TalksExportFormat format;
  double from;
  double to;

  if (!talks_export_format_from_path (path, &format))
    {
      talks_banner_show (self->banner, TALKS_BANNER_ERROR,
                         _("The name must end in .png, .svg or .pdf: the ending chooses the format."),
                         NULL);
      return;
    }

  talks_viewport_get_visible (talks_session_get_viewport (self->session), &from, &to);
  export = g_new0 (Export, 1);
  export->document = talks_document_copy (talks_session_get_document (self->session));
  export->path = g_strdup (path);
  export->format = format;
  export->language = g_strdup (talks_session_get_language (self->session));
  export->topic = g_strdup (talks_session_get_topic (self->session));
  export->options = (TalksExportOptions) {
    .span = talks_span_make ((TalksDay) from, (TalksDay) to + 1),
    .theme = talks_theme_keeper_get_palette (self->theme)->theme,
    .language = export->language,
    .topic = export->topic,
    .folded = talks_session_get_folding (self->session),
  };

  task = g_task_new (self, NULL, exported_cb, NULL);
  g_task_set_source_tag (task, start_export);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  set_busy (self, TRUE);
  g_task_run_in_thread (task, export_thread);
}

static void
export_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (TalksWindow) self = TALKS_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = talks_dialogs_save_finish (result, &error);
  g_autofree char *path = NULL;

  if (file == NULL || self->session == NULL)
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
      return;
    }
  path = g_file_get_path (file);
  if (path == NULL)
    talks_banner_show (self->banner, TALKS_BANNER_ERROR,
                       _("Pictures can be saved only in folders of this computer."), NULL);
  else
    start_export (self, path);
}

void
talks_window_export (TalksWindow *self)
{
  static const char * const png[] = { "*.png", NULL };
  static const char * const svg[] = { "*.svg", NULL };
  static const char * const pdf[] = { "*.pdf", NULL };
  const TalksFileFilter filters[] = {
    { _("PDF document"), pdf, NULL },
    { _("PNG picture"), png, NULL },
    { _("SVG drawing"), svg, NULL },
  };

  talks_dialogs_save_async (GTK_WINDOW (self), _("Export the Picture"), _("timeline.pdf"), filters,
                            G_N_ELEMENTS (filters), NULL, NULL, export_chosen_cb,
                            g_object_ref (self));
}
