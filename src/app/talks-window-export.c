/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exporting what the window shows, as a picture or in another format. */

#include <glib/gi18n-lib.h>

#include "talks-dialogs.h"
#include "talks-exchange.h"
#include "talks-export.h"
#include "talks-window-private.h"

/* How many sentences about what a format leaves out the banner has room for. */
#define MAX_LOSSES 3

/* What an export works on: a document of its own, since the window may go on changing. */
typedef struct
{
  TalksDocument       *document;
  char                *path;
  gboolean             is_picture;
  TalksExportFormat    picture_format;
  TalksExchangeFormat  format;
  TalksExportOptions   options;
  char                *language;
  char                *topic;
  GPtrArray           *losses; /* of char * */
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->document);
  g_free (export->path);
  g_free (export->language);
  g_free (export->topic);
  g_ptr_array_unref (export->losses);
  g_free (export);
}

/* ---- on a worker ---- */

/* The whole document: what is seen of it limits only the picture in a web page. */
static gboolean
write_files (Export  *export,
             GError **error)
{
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GPtrArray) files = NULL;
  TalksExchangeOptions options = { .language = export->language };

  if (export->format == TALKS_EXCHANGE_HTML)
    {
      picture = talks_export_to_bytes (export->document, TALKS_EXPORT_SVG, &export->options, error);
      if (picture == NULL)
        return FALSE;
    }
  options.picture = picture;
  files = talks_exchange_export (export->document, export->format, &options, export->losses, error);
  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      const TalksExchangeFile *file = files->pdata[i];
      g_autofree char *path = talks_exchange_make_path (export->path, export->format, file->part);

      if (!talks_export_save (path, file->bytes, error))
        return FALSE;
    }
  return TRUE;
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Export *export = data;
  GError *error = NULL;
  gboolean done = export->is_picture ? talks_export_to_path (export->document, export->path, export->picture_format,
                                                             &export->options, &error)
                                     : write_files (export, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* ---- what came of it ---- */

/* Where the file is, and what it does not hold. */
static char *
describe_success (const Export *export)
{
  g_autofree char *name = g_filename_display_basename (export->path);
  GString *text = g_string_new (NULL);
  const guint n_losses = export->losses->len;

  g_string_append_printf (text, export->is_picture ? _("The picture was saved as “%s”.") : _("The export was saved as “%s”."),
                          name);
  for (guint i = 0; i < MIN (n_losses, MAX_LOSSES); i++)
    g_string_append_printf (text, "\n%s", (const char *) export->losses->pdata[i]);
  if (n_losses > MAX_LOSSES)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("%u more thing is not in the file.", "%u more things are not in the file.",
                                              n_losses - MAX_LOSSES), n_losses - MAX_LOSSES);
    }
  return g_string_free (text, FALSE);
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
  talks_window_set_busy (self, FALSE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      text = describe_success (export);
      talks_banner_show (self->banner, TALKS_BANNER_INFO, text, NULL);
    }
  else
    talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
}

/* ---- starting ---- */

static Export *
make_export (TalksWindow *self,
             const char  *path)
{
  Export *export = g_new0 (Export, 1);
  double from;
  double to;

  talks_viewport_get_visible (talks_session_get_viewport (self->session), &from, &to);
  export->document = talks_document_copy (talks_session_get_document (self->session));
  export->path = g_strdup (path);
  export->language = g_strdup (talks_session_get_language (self->session));
  export->topic = g_strdup (talks_session_get_topic (self->session));
  export->losses = g_ptr_array_new_with_free_func (g_free);
  export->options = (TalksExportOptions) {
    .span = talks_span_make ((TalksDay) from, (TalksDay) to + 1),
    .theme = talks_theme_keeper_get_palette (self->theme)->theme,
    .language = export->language,
    .topic = export->topic,
    .folded = talks_session_get_folding (self->session),
  };
  return export;
}

static void
start_export (TalksWindow *self,
              const char  *path)
{
  g_autoptr (GTask) task = NULL;
  TalksExportFormat picture_format = TALKS_EXPORT_PNG;
  TalksExchangeFormat format = TALKS_EXCHANGE_HTML;
  gboolean is_picture = talks_export_format_from_path (path, &picture_format);
  Export *export;

  if (!is_picture && !talks_exchange_format_from_path (path, &format))
    {
      talks_banner_show (self->banner, TALKS_BANNER_ERROR,
                         _("The ending of the name chooses the format, such as .pdf, .html or .csv. This one chooses none."),
                         NULL);
      return;
    }
  export = make_export (self, path);
  export->is_picture = is_picture;
  export->picture_format = picture_format;
  export->format = format;
  task = g_task_new (self, NULL, exported_cb, NULL);
  g_task_set_source_tag (task, start_export);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  talks_window_set_busy (self, TRUE);
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
                       _("Exports can be saved only in folders of this computer."), NULL);
  else
    start_export (self, path);
}

/* All formats in one chooser: the ending of the name says which. */
void
talks_window_export (TalksWindow *self)
{
  static const char * const pictures[][2] = { { "*.pdf", NULL }, { "*.png", NULL }, { "*.svg", NULL } };
  char *patterns[TALKS_N_EXCHANGE_FORMATS][2] = { 0 };
  TalksFileFilter filters[G_N_ELEMENTS (pictures) + TALKS_N_EXCHANGE_FORMATS] = {
    { _("PDF document"), pictures[0], NULL },
    { _("PNG picture"), pictures[1], NULL },
    { _("SVG drawing"), pictures[2], NULL },
  };

  for (int i = 0; i < TALKS_N_EXCHANGE_FORMATS; i++)
    {
      TalksExchangeFormatInfo info;

      talks_exchange_get_info ((TalksExchangeFormat) i, &info);
      patterns[i][0] = g_strconcat ("*", info.ending, NULL);
      filters[G_N_ELEMENTS (pictures) + (size_t) i] = (TalksFileFilter) { info.name, (const char * const *) patterns[i], NULL };
    }
  talks_dialogs_save_async (GTK_WINDOW (self), _("Export"), _("timeline.pdf"), filters, G_N_ELEMENTS (filters), NULL, NULL,
                            export_chosen_cb, g_object_ref (self));
  for (int i = 0; i < TALKS_N_EXCHANGE_FORMATS; i++)
    g_free (patterns[i][0]);
}
