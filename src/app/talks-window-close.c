/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Leaving a document: what is not saved is asked about, once. */

#include <glib/gi18n-lib.h>

#include "talks-dialogs.h"
#include "talks-window-private.h"

/* Whoever waits for the answer; owned by the window while it is asked. */
typedef struct
{
  TalksWindow     *self;
  TalksWindowThen  then;
  gpointer         data;
  gulong           changed;
} Leaving;

static void
leaving_end (Leaving  *leaving,
             gboolean  may_go)
{
  leaving->self->leaving = FALSE;
  leaving->then (leaving->self, may_go, leaving->data);
  g_object_unref (leaving->self);
  g_free (leaving);
}

static void
saved_cb (TalksWindow *self,
          gboolean     done,
          gpointer     data)
{
  /* What was done while it was being saved is not in the file. */
  leaving_end (data, done && self->keeper != NULL && !talks_keeper_is_modified (self->keeper));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Leaving *leaving = data;
  TalksWindow *self = leaving->self;
  int choice = talks_dialogs_ask_finish (result, NULL);

  if (self->session == NULL || choice <= 0)
    leaving_end (leaving, FALSE);
  else if (choice == 2)
    talks_window_save (self, saved_cb, leaving);
  else
    {
      talks_keeper_let_go (self->keeper);
      leaving_end (leaving, TRUE);
    }
}

static void
ask (Leaving *leaving)
{
  const TalksChoice choices[] = {
    { _("_Cancel"), TALKS_CHOICE_PLAIN },
    { _("_Discard"), TALKS_CHOICE_DESTRUCTIVE },
    { _("_Save"), TALKS_CHOICE_SUGGESTED },
  };
  TalksWindow *self = leaving->self;
  TalksHistory *history = talks_keeper_get_history (self->keeper);
  const char *name = talks_history_get_undo_name (history);
  g_autofree char *heading = g_strdup_printf (_("Save the changes in “%s”?"),
                                              gtk_label_get_text (self->title_label));
  g_autofree char *body = NULL;

  if (name != NULL)
    body = g_strdup_printf (_("What is not saved will be lost. The last step was: %s"), name);
  else
    body = g_strdup (_("What is not saved will be lost."));
  gtk_window_present (GTK_WINDOW (self));
  talks_dialogs_ask_async (GTK_WINDOW (self), heading, body, choices, G_N_ELEMENTS (choices), 0, NULL, answered_cb,
                           leaving);
}

/* A save that runs has to end before anybody can say what is left to save. */
static void
keeper_changed_cb (Leaving *leaving)
{
  TalksWindow *self = leaving->self;

  if (talks_keeper_is_saving (self->keeper))
    return;
  g_clear_signal_handler (&leaving->changed, self->keeper);
  if (talks_keeper_is_modified (self->keeper))
    ask (leaving);
  else
    leaving_end (leaving, TRUE);
}

gboolean
talks_window_has_work (TalksWindow *self)
{
  return self->keeper != NULL && (talks_keeper_is_modified (self->keeper) || talks_keeper_is_saving (self->keeper));
}

void
talks_window_leave (TalksWindow     *self,
                    TalksWindowThen  then,
                    gpointer         data)
{
  Leaving *leaving;

  if (!talks_window_has_work (self))
    {
      then (self, TRUE, data);
      return;
    }
  if (self->leaving)
    {
      then (self, FALSE, data);
      return;
    }
  self->leaving = TRUE;
  leaving = g_new0 (Leaving, 1);
  leaving->self = g_object_ref (self);
  leaving->then = then;
  leaving->data = data;
  if (talks_keeper_is_saving (self->keeper))
    leaving->changed = g_signal_connect_swapped (self->keeper, "changed", G_CALLBACK (keeper_changed_cb), leaving);
  else
    ask (leaving);
}

/* ---- closing ---- */

static void
may_close_cb (TalksWindow *self,
              gboolean     may_go,
              gpointer     data)
{
  if (!may_go)
    return;
  talks_window_save_state (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

gboolean
talks_window_hold_close (TalksWindow *self)
{
  if (!talks_window_has_work (self))
    return FALSE;
  talks_window_leave (self, may_close_cb, NULL);
  return TRUE;
}
