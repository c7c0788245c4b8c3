/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-recovery.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-dialogs.h"
#include "talks-file.h"
#include "talks-left-work.h"
#include "talks-recovery-row.h"
#include "talks-save.h"
#include "talks-window-private.h"

#define WIDTH 640
#define MAX_HEIGHT 420 /* of the list */

/* The window that offers, for as long as there is something in it; a box with references. */
typedef struct
{
  TalksApplication  *application;
  TalksThemeKeeper  *theme;
  TalksRecoveryDone  done;
  gpointer           data;
  GPtrArray         *files;       /* of GFile: what is about to be opened */
  GPtrArray         *works;       /* of TalksLeftWork */
  GPtrArray         *interrupted; /* of TalksInterruptedSave */
  GtkWidget         *window;      /* NULL while a worker looks */
  GtkWidget         *list;
  guint              n_rows;
} Recovery;

static void
recovery_clear (gpointer data)
{
  Recovery *self = data;

  g_object_unref (self->application);
  g_object_unref (self->theme);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->works, g_ptr_array_unref);
  g_clear_pointer (&self->interrupted, g_ptr_array_unref);
}

static void
finish (Recovery *self)
{
  self->done (self->data);
  g_application_release (G_APPLICATION (self->application));
  g_rc_box_release_full (self, recovery_clear);
}

static void
window_destroyed_cb (Recovery *self)
{
  finish (self);
}

/* A row was answered. */
static void
remove_row (Recovery  *self,
            GtkWidget *row)
{
  gtk_box_remove (GTK_BOX (self->list), row);
  if (--self->n_rows == 0)
    gtk_window_destroy (GTK_WINDOW (self->window));
}

/* ---- one answer ---- */

/* Whoever works on an answer; keeps what it is about, also when the window is closed. */
typedef struct
{
  Recovery             *recovery;    /* reference */
  GtkWidget            *row;         /* reference */
  GtkWidget            *window;      /* reference */
  TalksLeftWork        *work;        /* one of the two */
  TalksInterruptedSave *interrupted;
} Answer;

static void
answer_free (Answer *answer)
{
  g_object_unref (answer->row);
  g_object_unref (answer->window);
  g_rc_box_release_full (answer->recovery, recovery_clear);
  g_free (answer);
}

/* Whether the window was closed meanwhile: then the answer is Later. */
static gboolean
is_gone (Answer *answer)
{
  return gtk_widget_get_parent (answer->row) == NULL;
}

static Answer *
answer_new (Recovery  *self,
            GtkWidget *row)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->recovery = g_rc_box_acquire (self);
  answer->row = g_object_ref (row);
  answer->window = g_object_ref (self->window);
  answer->work = g_object_get_data (G_OBJECT (row), "talks-work");
  answer->interrupted = g_object_get_data (G_OBJECT (row), "talks-interrupted");
  return answer;
}

static void
later_cb (GtkWidget *row,
          Recovery  *self)
{
  remove_row (self, row);
}

/* ---- restoring ---- */

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  TalksOpened *opened = talks_left_work_open (task_data, &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, (GDestroyNotify) talks_opened_free);
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;
  Recovery *self = answer->recovery;
  g_autoptr (GError) error = NULL;
  TalksOpened *opened = g_task_propagate_pointer (G_TASK (result), &error);
  TalksWindow *window;

  if (is_gone (answer))
    talks_opened_free (opened);
  else if (opened == NULL)
    {
      gtk_widget_set_sensitive (answer->row, TRUE);
      talks_dialogs_tell (GTK_WINDOW (self->window), _("The work was not restored, and is kept."), error->message);
    }
  else
    {
      window = talks_window_new (self->application, self->theme);
      gtk_window_present (GTK_WINDOW (window));
      talks_window_take_restored (window, opened, answer->work->leftover,
                                  opened->file == NULL ? talks_left_work_get_origin (answer->work) : NULL);
      gtk_window_present (GTK_WINDOW (self->window));
      remove_row (self, answer->row);
    }
  answer_free (answer);
}

static void
restore_cb (GtkWidget *row,
            Recovery  *self)
{
  Answer *answer = answer_new (self, row);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, opened_cb, answer);

  gtk_widget_set_sensitive (row, FALSE);
  g_task_set_task_data (task, answer->work, NULL);
  g_task_run_in_thread (task, open_in_thread);
}

/* ---- discarding ---- */

static void
discard_answered_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  Answer *answer = data;
  g_autoptr (GError) error = NULL;
  gboolean discard = talks_dialogs_ask_finish (result, NULL) == 1;

  if (!is_gone (answer) && discard)
    {
      if (talks_left_work_discard (answer->work, &error))
        remove_row (answer->recovery, answer->row);
      else
        talks_dialogs_tell (GTK_WINDOW (answer->window), _("The work was not discarded."), error->message);
    }
  answer_free (answer);
}

static void
discard_cb (GtkWidget *row,
            Recovery  *self)
{
  const TalksChoice choices[] = {
    { _("_Cancel"), TALKS_CHOICE_SUGGESTED },
    { _("_Discard"), TALKS_CHOICE_DESTRUCTIVE },
  };

  talks_dialogs_ask_async (GTK_WINDOW (self->window), _("Discard this work for good?"),
                           _("It can not be restored afterwards. The file itself stays as it is."), choices,
                           G_N_ELEMENTS (choices), 0, NULL, discard_answered_cb, answer_new (self, row));
}

/* ---- saves that were cut off ---- */

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Answer *answer = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksSaveResult) saved = talks_save_finish (G_FILE (source), result, &error);

  if (saved != NULL)
    talks_save_drop_interrupted (answer->interrupted, NULL);
  if (!is_gone (answer) && saved != NULL)
    remove_row (answer->recovery, answer->row);
  else if (!is_gone (answer))
    {
      gtk_widget_set_sensitive (answer->row, TRUE);
      talks_dialogs_tell (GTK_WINDOW (answer->window), _("The file was not put right."), error->message);
    }
  answer_free (answer);
}

static void
put_right (Recovery  *self,
           GtkWidget *row,
           gboolean   new_content)
{
  Answer *answer = answer_new (self, row);
  GFile *from = new_content ? answer->interrupted->copy : answer->interrupted->before;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = talks_file_read_bytes (from, NULL, &error);

  if (bytes == NULL)
    {
      talks_dialogs_tell (GTK_WINDOW (self->window), _("The file was not put right."), error->message);
      answer_free (answer);
      return;
    }
  gtk_widget_set_sensitive (row, FALSE);
  talks_save_async (answer->interrupted->file, bytes, NULL, TALKS_SAVE_OVERWRITE, NULL, finished_cb, answer);
}

static void
take_new_cb (GtkWidget *row,
             Recovery  *self)
{
  put_right (self, row, TRUE);
}

static void
take_old_cb (GtkWidget *row,
             Recovery  *self)
{
  put_right (self, row, FALSE);
}

/* ---- rows ---- */

static void
add_row (Recovery   *self,
         GtkWidget  *row,
         const char *key,
         gpointer    data)
{
  g_object_set_data (G_OBJECT (row), key, data);
  gtk_box_append (GTK_BOX (self->list), row);
  self->n_rows++;
}

static void
add_work (Recovery      *self,
          TalksLeftWork *work)
{
  const TalksRecoveryButton buttons[] = {
    { _("_Discard…"), G_CALLBACK (discard_cb), FALSE },
    { _("_Later"), G_CALLBACK (later_cb), FALSE },
    { _("_Restore"), G_CALLBACK (restore_cb), TRUE },
  };
  GFile *file = talks_left_work_get_file (work);
  g_autofree char *name = file != NULL ? talks_file_get_name (file) : g_strdup (_("A timeline that is in no file yet"));
  g_autofree char *when = talks_recovery_describe (work);
  g_auto (GStrv) lines = talks_recovery_list (work);

  add_row (self, talks_recovery_row_new (name, when, lines, buttons, G_N_ELEMENTS (buttons), self), "talks-work", work);
}

static void
add_interrupted (Recovery             *self,
                 TalksInterruptedSave *interrupted)
{
  const TalksRecoveryButton buttons[] = {
    { _("_Later"), G_CALLBACK (later_cb), FALSE },
    { _("_Finish Saving"), G_CALLBACK (take_new_cb), TRUE },
    { _("Take the Version _Before"), G_CALLBACK (take_old_cb), FALSE },
  };
  g_autofree char *name = talks_file_get_name (interrupted->file);

  add_row (self,
           talks_recovery_row_new (name, _("Saving was cut off, so that the file may be damaged. Whole copies are kept."),
                                   NULL, buttons, interrupted->before != NULL ? 3 : 2, self),
           "talks-interrupted", interrupted);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  gtk_window_destroy (GTK_WINDOW (widget));
  return TRUE;
}

static void
show_window (Recovery *self)
{
  GtkWidget *box = talks_block_column (12, "talks-dialog");
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->window = gtk_application_window_new (GTK_APPLICATION (self->application));
  gtk_window_set_title (GTK_WINDOW (self->window), _("Work That Was Not Saved"));
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, -1);
  gtk_widget_add_css_class (self->window, "talks-window");
  self->list = talks_block_column (12, NULL);
  gtk_box_append (GTK_BOX (box), talks_block_heading (_("Talks ended before this work was saved. Nothing of it is lost.")));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  for (guint i = 0; i < self->interrupted->len; i++)
    add_interrupted (self, self->interrupted->pdata[i]);
  for (guint i = 0; i < self->works->len; i++)
    add_work (self, self->works->pdata[i]);

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (self->window, keys);
  g_signal_connect_swapped (self->window, "destroy", G_CALLBACK (window_destroyed_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
}

/* ---- looking ---- */

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Recovery *self = task_data;

  self->works = talks_left_work_list ();
  self->interrupted = talks_save_list_interrupted ();
  g_task_return_boolean (task, TRUE);
}

/* A form alone opens by itself with the file that it belongs to: no question is needed. */
static gboolean
opens_by_itself (Recovery            *self,
                 const TalksLeftWork *work)
{
  GFile *file = talks_left_work_get_file (work);

  return work->leftover == NULL && file != NULL
         && g_ptr_array_find_with_equal_func (self->files, file, (GEqualFunc) g_file_equal, NULL);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Recovery *self = data;

  for (guint i = self->works->len; i > 0; i--)
    if (opens_by_itself (self, self->works->pdata[i - 1]))
      g_ptr_array_remove_index (self->works, i - 1);
  if (self->works->len + self->interrupted->len > 0)
    show_window (self);
  else
    finish (self);
}

void
talks_recovery_offer (TalksApplication  *application,
                      TalksThemeKeeper  *theme,
                      GPtrArray         *files,
                      TalksRecoveryDone  done,
                      gpointer           data)
{
  Recovery *self;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TALKS_IS_APPLICATION (application));
  g_return_if_fail (files != NULL);
  g_return_if_fail (done != NULL);

  self = g_rc_box_new0 (Recovery);
  self->application = g_object_ref (application);
  self->theme = g_object_ref (theme);
  self->files = g_ptr_array_ref (files);
  self->done = done;
  self->data = data;
  g_application_hold (G_APPLICATION (application));
  task = g_task_new (NULL, NULL, looked_cb, self);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, look_in_thread);
}
