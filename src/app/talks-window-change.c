/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What others do to the file that is shown: told in a banner of its own, with all that can be done about it. Nothing
 * is overwritten or reloaded unasked. */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "talks-dialogs.h"
#include "talks-difference-window.h"
#include "talks-file.h"
#include "talks-holder-words.h"
#include "talks-window-private.h"

/* ---- the banner ---- */

static void
show_changed (TalksWindow *self,
              const char  *name)
{
  const TalksBannerAction actions[] = {
    { _("_Compare"), "win.compare-with-file" },
    { _("_Reload"), "win.reload" },
    { _("_Keep Both…"), "win.keep-both" },
    { _("Re_place…"), "win.replace-file" },
  };
  gboolean modified = talks_keeper_is_modified (self->keeper);
  g_autofree char *text = NULL;

  if (modified)
    text = g_strdup_printf (_("“%s” was changed by another program, and you have changes that are not saved. "
                              "Nothing is lost yet."), name);
  else
    text = g_strdup_printf (_("“%s” was changed by another program. What you see is the state before."), name);
  talks_banner_show_actions (self->file_banner, TALKS_BANNER_ERROR, text, actions,
                             modified ? G_N_ELEMENTS (actions) : 2);
}

static void
show_gone (TalksWindow *self,
           const char  *name)
{
  const TalksBannerAction actions[] = {
    { _("_Save Again"), "win.save" },
    { _("Save _As…"), "win.save-as" },
  };
  g_autofree char *text = g_strdup_printf (_("“%s” is no longer there. What you see is whole, and only here."), name);

  talks_banner_show_actions (self->file_banner, TALKS_BANNER_ERROR, text, actions, G_N_ELEMENTS (actions));
}

static void
show_trouble (TalksWindow *self)
{
  const TalksBannerAction actions[] = {
    { _("_Save"), "win.save" },
  };
  g_autofree char *text = g_strdup_printf (_("What you do can not be kept in case Talks ends: %s"),
                                           talks_keeper_get_trouble (self->keeper));

  talks_banner_show_actions (self->file_banner, TALKS_BANNER_ERROR, text, actions, G_N_ELEMENTS (actions));
}

/* What is to be told, as a number: what the user has closed is told again only when it is something else. */
static guint
get_news (TalksWindow *self)
{
  TalksFileState state = talks_external_change_get_state (self->external_change);

  if (state == TALKS_FILE_CHANGED)
    return talks_keeper_is_modified (self->keeper) ? 2 : 1;
  if (state == TALKS_FILE_GONE)
    return 3;
  if (talks_keeper_get_trouble (self->keeper) != NULL)
    return 4;
  return talks_keeper_get_holder (self->keeper) != NULL ? 5 : 0;
}

void
talks_window_update_file_banner (TalksWindow *self)
{
  guint news = self->keeper != NULL ? get_news (self) : 0;
  GFile *file = self->keeper != NULL ? talks_keeper_get_file (self->keeper) : NULL;
  g_autofree char *name = file != NULL ? talks_file_get_name (file) : g_strdup ("");
  g_autofree char *words = NULL;

  if (news == self->file_news)
    return;
  self->file_news = news;
  switch (news)
    {
    case 1:
    case 2:
      show_changed (self, name);
      break;
    case 3:
      show_gone (self, name);
      break;
    case 4:
      show_trouble (self);
      break;
    case 5:
      words = talks_holder_words (talks_keeper_get_holder (self->keeper), name);
      talks_banner_show (self->file_banner, TALKS_BANNER_INFO, words, NULL);
      break;
    default:
      talks_banner_hide (self->file_banner);
    }
}

/* ---- comparing ---- */

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (TalksWindow) self = TALKS_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load_finish (G_FILE (source), result, &error);
  g_autofree char *name = talks_file_get_name (G_FILE (source));
  g_autofree char *intro = NULL;

  if (self->session == NULL)
    return;
  if (reading == NULL)
    {
      talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
      return;
    }
  intro = g_strdup_printf (_("From what you see to what “%s” holds now:"), name);
  talks_difference_window_show (GTK_WINDOW (self), intro, talks_session_get_document (self->session),
                                reading->document, talks_session_get_language (self->session));
}

static void
compare_with_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TalksWindow *self = TALKS_WINDOW (widget);

  if (self->keeper != NULL && talks_keeper_get_file (self->keeper) != NULL)
    talks_file_load_async (talks_keeper_get_file (self->keeper), NULL, compared_cb, g_object_ref (self));
}

/* ---- reloading ---- */

static void
reload_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (TalksWindow) self = TALKS_WINDOW (data);

  if (talks_dialogs_ask_finish (result, NULL) != 1 || self->session == NULL)
    return;
  talks_keeper_let_go (self->keeper);
  talks_window_reload (self);
}

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const TalksChoice choices[] = {
    { _("_Cancel"), TALKS_CHOICE_SUGGESTED },
    { _("_Discard and Reload"), TALKS_CHOICE_DESTRUCTIVE },
  };
  TalksWindow *self = TALKS_WINDOW (widget);

  if (self->keeper == NULL || talks_keeper_get_file (self->keeper) == NULL || talks_keeper_is_saving (self->keeper))
    return;
  if (!talks_keeper_is_modified (self->keeper))
    talks_window_reload (self);
  else
    talks_dialogs_ask_async (GTK_WINDOW (self), _("Discard your changes?"),
                             _("What you have changed since the last save will be lost. To have both, choose "
                               "Keep Both instead."),
                             choices, G_N_ELEMENTS (choices), 0, NULL, reload_answered_cb, g_object_ref (self));
}

/* ---- both, or one ---- */

static void
keep_both_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TalksWindow *self = TALKS_WINDOW (widget);
  g_autofree char *base = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *suggested = NULL;

  if (self->keeper == NULL || talks_keeper_get_file (self->keeper) == NULL)
    return;
  base = talks_file_get_name (talks_keeper_get_file (self->keeper));
  stem = g_str_has_suffix (base, ".talks.json") ? g_strndup (base, strlen (base) - strlen (".talks.json"))
                                                : g_strdup (base);
  /* Translators: the name of a file that holds the user's own version beside that of somebody else. */
  suggested = g_strdup_printf (_("%s (my version).talks.json"), stem);
  talks_window_save_as (self, suggested, NULL, NULL);
}

static void
replace_answered_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr (TalksWindow) self = TALKS_WINDOW (data);

  if (talks_dialogs_ask_finish (result, NULL) == 1 && self->session != NULL)
    talks_window_replace (self);
}

static void
replace_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const TalksChoice choices[] = {
    { _("_Cancel"), TALKS_CHOICE_SUGGESTED },
    { _("_Replace"), TALKS_CHOICE_DESTRUCTIVE },
  };
  TalksWindow *self = TALKS_WINDOW (widget);

  if (self->keeper != NULL && talks_keeper_get_file (self->keeper) != NULL)
    talks_dialogs_ask_async (GTK_WINDOW (self), _("Replace what the other program has written?"),
                             _("It is kept among the earlier versions of the file."), choices, G_N_ELEMENTS (choices), 0, NULL,
                             replace_answered_cb, g_object_ref (self));
}

void
talks_window_class_install_change_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    GtkWidgetActionActivateFunc  activate;
  } verbs[] = {
    { "win.compare-with-file", compare_with_file_cb },
    { "win.reload", reload_cb },
    { "win.keep-both", keep_both_cb },
    { "win.replace-file", replace_file_cb },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_class_install_action (widget_class, verbs[i].name, NULL, verbs[i].activate);
}

/* Whoever comes back to the window has perhaps been at the file. */
static void
active_changed_cb (TalksWindow *self)
{
  g_assert (TALKS_IS_WINDOW (self));

  if (gtk_window_is_active (GTK_WINDOW (self)) && self->external_change != NULL)
    talks_external_change_look (self->external_change);
}

void
talks_window_init_change (TalksWindow *self)
{
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
}
