/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exporting what the window shows, as a picture or in another format: which format, under which name, what may be
 * replaced, and what the format does not hold. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "talks-dialogs.h"
#include "talks-export-choice.h"
#include "talks-export-files.h"
#include "talks-window-private.h"

/* How many sentences about what a format leaves out the banner has room for. */
#define MAX_LOSSES 2

/* How many names the question has room for. */
#define MAX_NAMES 12

/* What an export works on: a document of its own, since the window may go on changing. */
typedef struct
{
  TalksDocument      *document;
  char               *path;
  gboolean            completed; /* path is not quite what was chosen, so that nobody was asked about it */
  TalksExportChoice   choice;
  TalksExportOptions  options;
  char               *language;
  char               *topic;
  GPtrArray          *files;  /* of TalksExchangeFile; NULL before they are made */
  GPtrArray          *there;  /* of char *: what is in the way */
  GPtrArray          *losses; /* of char * */
} Export;

static void
export_clear (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->document);
  g_free (export->path);
  g_free (export->language);
  g_free (export->topic);
  g_clear_pointer (&export->files, g_ptr_array_unref);
  g_clear_pointer (&export->there, g_ptr_array_unref);
  g_ptr_array_unref (export->losses);
}

/* One task after the other holds it. */
static void
export_unref (Export *export)
{
  g_atomic_rc_box_release_full (export, export_clear);
}

/* The ending of path chooses the format if it is that of one; else it is completed. */
static Export *
export_new (TalksWindow             *self,
            const char              *path,
            const TalksExportChoice *choice)
{
  Export *export = g_atomic_rc_box_new0 (Export);
  const char *ending;
  double from;
  double to;

  talks_viewport_get_visible (talks_session_get_viewport (self->session), &from, &to);
  export->document = talks_document_copy (talks_session_get_document (self->session));
  export->choice = *choice;
  talks_export_choice_get_info (choice, NULL, &ending);
  export->completed = !talks_export_choice_from_path (path, &export->choice);
  export->path = g_strconcat (path, export->completed ? ending : NULL, NULL);
  export->language = g_strdup (talks_session_get_language (self->session));
  export->topic = g_strdup (talks_session_get_topic (self->session));
  export->losses = g_ptr_array_new_with_free_func (g_free);
  export->options = (TalksExportOptions) {
    .span = talks_span_make ((TalksDay) floor (from), (TalksDay) floor (to) + 1),
    .theme = talks_theme_keeper_get_palette (self->theme)->theme,
    .language = export->language,
    .topic = export->topic,
    .folded = talks_session_get_folding (self->session),
  };
  return export;
}

/* ---- on a worker ---- */

static GPtrArray *
make_picture (Export  *export,
              GError **error)
{
  GBytes *bytes = talks_export_to_bytes (export->document, export->choice.picture, &export->options, error);
  TalksExchangeFile *file;
  GPtrArray *files;

  if (bytes == NULL)
    return NULL;
  file = g_new0 (TalksExchangeFile, 1);
  file->bytes = bytes;
  files = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_exchange_file_free);
  g_ptr_array_add (files, file);
  return files;
}

/* The whole document: what is seen of it limits only the picture in a web page. */
static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Export *export = data;
  const TalksExchangeOptions options = { .language = export->language };
  GError *error = NULL;

  export->files = export->choice.is_picture
                    ? make_picture (export, &error)
                    : talks_export_files_make (export->document, export->choice.exchange, &options, &export->options,
                                               export->losses, &error);
  if (export->files == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  export->there = talks_export_files_list_there (export->files, export->choice.exchange, export->path);
  if (export->completed && g_file_test (export->path, G_FILE_TEST_EXISTS))
    g_ptr_array_insert (export->there, 0, g_filename_display_basename (export->path));
  g_task_return_boolean (task, TRUE);
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Export *export = data;
  GError *error = NULL;

  if (talks_export_files_save (export->files, export->choice.exchange, export->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes export over. */
static void
run (TalksWindow         *self,
     Export              *export,
     GTaskThreadFunc      thread,
     GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, NULL);

  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, export, (GDestroyNotify) export_unref);
  talks_window_set_busy (self, TRUE);
  g_task_run_in_thread (task, thread);
}

/* The export of a task that is done; NULL, having said why, when it failed or the window is gone. */
static Export *
end (TalksWindow  *self,
     GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  const gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->session == NULL)
    return NULL;
  talks_window_set_busy (self, FALSE);
  if (!done)
    talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
  return done ? g_task_get_task_data (G_TASK (result)) : NULL;
}

/* ---- what came of it ---- */

static char *
describe_success (const Export *export)
{
  g_autofree char *name = g_filename_display_basename (export->path);
  GString *text = g_string_new (NULL);
  const guint n_beside = export->files->len - 1;

  g_string_append_printf (text, export->choice.is_picture ? _("The picture was saved as “%s”.")
                                                          : _("The export was saved as “%s”."), name);
  if (n_beside > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("Beside it is %u more file.", "Beside it are %u more files.", n_beside),
                              n_beside);
    }
  return g_string_free (text, FALSE);
}

static char *
list_losses (const Export *export)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < export->losses->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) export->losses->pdata[i]);
  return g_string_free (text, FALSE);
}

/* Where the file is, and what it does not hold: in the banner as far as it has room. */
static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  TalksWindow *self = TALKS_WINDOW (source);
  const TalksBannerAction action = { _("_What Is Missing…"), "win.show-losses" };
  const Export *export = end (self, result);
  g_autofree char *saved = NULL;
  g_autofree char *text = NULL;

  if (export == NULL)
    return;
  g_free (self->losses);
  self->losses = list_losses (export);
  saved = describe_success (export);
  if (export->losses->len > MAX_LOSSES)
    text = g_strdup_printf (_("%s The format does not hold all that the timeline says."), saved);
  else
    text = g_strconcat (saved, *self->losses != '\0' ? "\n" : NULL, self->losses, NULL);
  talks_banner_show_actions (self->banner, TALKS_BANNER_INFO, text, &action, export->losses->len > MAX_LOSSES);
}

void
talks_window_show_losses (TalksWindow *self)
{
  if (self->losses != NULL)
    talks_dialogs_tell (GTK_WINDOW (self), _("What the format does not hold"), self->losses);
}

/* ---- what is in the way ---- */

/* An export that waits for an answer. */
typedef struct
{
  TalksWindow *self;
  Export      *export;
} Pending;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Pending *pending = data;
  TalksWindow *self = pending->self;

  if (talks_dialogs_ask_finish (result, NULL) == 1 && self->session != NULL)
    run (self, pending->export, save_thread, saved_cb);
  else
    export_unref (pending->export);
  g_object_unref (self);
  g_free (pending);
}

/* The chooser has asked about the name that was chosen, and about no other. */
static void
ask_to_replace (TalksWindow *self,
                Export      *export)
{
  const TalksChoice choices[] = {
    { _("_Cancel"), TALKS_CHOICE_PLAIN },
    { _("_Replace"), TALKS_CHOICE_DESTRUCTIVE },
  };
  const guint n = export->there->len;
  g_autoptr (GString) names = g_string_new (NULL);
  Pending *pending = g_new (Pending, 1);

  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", (const char *) export->there->pdata[i]);
  if (n > MAX_NAMES)
    {
      g_string_append_c (names, '\n');
      g_string_append_printf (names, ngettext ("And %u more.", "And %u more.", n - MAX_NAMES), n - MAX_NAMES);
    }
  pending->self = g_object_ref (self);
  pending->export = export;
  talks_dialogs_ask_async (GTK_WINDOW (self),
                           ngettext ("This file is there already. Replace it?",
                                     "These files are there already. Replace them?", n),
                           names->str, choices, G_N_ELEMENTS (choices), 0, NULL, answered_cb, pending);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  TalksWindow *self = TALKS_WINDOW (source);
  Export *export = end (self, result);

  if (export == NULL)
    return;
  g_atomic_rc_box_acquire (export);
  if (export->there->len > 0)
    ask_to_replace (self, export);
  else
    run (self, export, save_thread, saved_cb);
}

/* ---- starting ---- */

/* A format that was chosen, and waits for a name. */
typedef struct
{
  TalksWindow       *self;
  TalksExportChoice  choice;
} Naming;

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Naming *naming = data;
  g_autoptr (TalksWindow) self = naming->self;
  const TalksExportChoice choice = naming->choice;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = talks_dialogs_save_finish (result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_free (naming);
  if (self->session == NULL)
    return;
  if (file == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
    }
  else if (path == NULL)
    talks_banner_show (self->banner, TALKS_BANNER_ERROR,
                       _("Exports can be saved only in folders of this computer."), NULL);
  else
    run (self, export_new (self, path, &choice), make_thread, made_cb);
}

static void
chosen_cb (const TalksExportChoice *choice,
           gpointer                 data)
{
  TalksWindow *self = TALKS_WINDOW (data);
  const char *name;
  const char *ending;

  if (choice != NULL && self->session != NULL)
    {
      Naming *naming = g_new (Naming, 1);
      g_autofree char *pattern = NULL;
      g_autofree char *title = NULL;
      g_autofree char *suggested = NULL;

      talks_export_choice_get_info (choice, &name, &ending);
      pattern = g_strconcat ("*", ending, NULL);
      suggested = talks_window_suggest_name (self, ending);
      /* Translators: the title of a file chooser, with the name of a format. */
      title = g_strdup_printf (_("Export: %s"), name);
      naming->self = g_object_ref (self);
      naming->choice = *choice;
      talks_dialogs_save_async (GTK_WINDOW (self), title, suggested,
                                &(TalksFileFilter) { name, (const char *[]) { pattern, NULL }, NULL }, 1, NULL, NULL,
                                named_cb, naming);
    }
  g_object_unref (self);
}

/* First the format: a chooser of files lets the ending of a name and the type of a file disagree. */
void
talks_window_export (TalksWindow *self)
{
  talks_export_choice_ask (GTK_WINDOW (self), chosen_cb, g_object_ref (self));
}
