/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-application.h"

#include <glib/gi18n-lib.h>

#include "talks-bundled.h"
#include "talks-recovery.h"
#include "talks-theme.h"
#include "talks-window-private.h"

struct _TalksApplication
{
  GtkApplication  parent_instance;
  GSettings      *settings;
  TalksThemeKeeper *theme;
  gboolean          offered;  /* what earlier programs left has been offered */
  GPtrArray        *waiting;  /* of GFile: to be opened after that; NULL when nothing is */
};

G_DEFINE_FINAL_TYPE (TalksApplication, talks_application, GTK_TYPE_APPLICATION)

static TalksWindow *
new_window (TalksApplication *self)
{
  TalksWindow *window = talks_window_new (self, self->theme);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* ---- actions ---- */

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  TalksWindow *window = new_window (TALKS_APPLICATION (data));

  talks_window_open_bundled (window);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  GtkApplication *application = GTK_APPLICATION (data);

  gtk_show_about_dialog (gtk_application_get_active_window (application),
                         "program-name", _("Talks"),
                         "version", TALKS_VERSION,
                         "logo-icon-name", TALKS_APP_ID,
                         "comments", _("A negotiation as a timeline: who met whom, what each side asked for, and who says so"),
                         "copyright", "© 2026 The Talks contributors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: write your names here, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void left_cb (TalksWindow *window,
                     gboolean     may_go,
                     gpointer     data);

/* One window after the other is asked, until one is to stay. */
static void
quit_next (GApplication *application)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  for (GList *item = windows; item != NULL; item = item->next)
    if (TALKS_IS_WINDOW (item->data))
      {
        talks_window_leave (TALKS_WINDOW (item->data), left_cb, application);
        return;
      }
  g_application_quit (application);
}

static void
left_cb (TalksWindow *window,
         gboolean     may_go,
         gpointer     data)
{
  g_autoptr (GApplication) application = g_object_ref (G_APPLICATION (data));

  if (!may_go)
    return;
  talks_window_save_state (window);
  gtk_window_destroy (GTK_WINDOW (window));
  quit_next (application);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  quit_next (G_APPLICATION (data));
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static const struct
{
  const char *action;
  const char *keys[4];
} accels[] = {
  { "app.new-window", { "<Control><Shift>n", NULL } },
  { "app.quit", { "<Control>q", NULL } },
  { "window.close", { "<Control>w", NULL } },
  { "win.open", { "<Control>o", NULL } },
  { "win.save", { "<Control>s", NULL } },
  { "win.save-as", { "<Control><Shift>s", NULL } },
  { "win.add-event", { "<Control>n", NULL } },
  { "win.show-history", { "<Control>h", NULL } },
  { "win.show-versions", { "<Control><Shift>h", NULL } },
  { "win.search", { "<Control>f", NULL } },
  { "win.search-next", { "<Control>g", NULL } },
  { "win.search-previous", { "<Control><Shift>g", NULL } },
  { "win.go-to-date", { "<Control>l", NULL } },
  { "win.latest-round", { "<Control>t", NULL } },
  { "win.show-problems", { "<Control><Shift>m", NULL } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add", NULL } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract", NULL } },
  { "win.zoom-fit", { "<Control>0", "<Control>KP_0", NULL } },
  { "win.history-back", { "<Alt>Left", NULL } },
  { "win.history-forward", { "<Alt>Right", NULL } },
  { "win.show-panels", { "F9", NULL } },
  { "win.present", { "F5", NULL } },
  { "win.fullscreen", { "F11", NULL } },
  { "win.next-pane", { "F6", NULL } },
  { "win.previous-pane", { "<Shift>F6", NULL } },
  { "win.show-help-overlay", { "<Control>question", "F1", NULL } },
  { "win.export", { "<Control>e", NULL } },
  { "win.print", { "<Control>p", NULL } },
};

/* ---- life ---- */

static void
talks_application_startup (GApplication *application)
{
  TalksApplication *self = TALKS_APPLICATION (application);

  G_APPLICATION_CLASS (talks_application_parent_class)->startup (application);

  gtk_icon_theme_add_search_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                  talks_bundled_get_icon_dir ());
  gtk_window_set_default_icon_name (TALKS_APP_ID);

  self->settings = g_settings_new (TALKS_APP_ID);
  self->theme = talks_theme_keeper_new (self->settings);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  {
    g_autoptr (GAction) scheme = g_settings_create_action (self->settings, "color-scheme");

    g_action_map_add_action (G_ACTION_MAP (self), scheme);
  }
  for (size_t i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].keys);
}

/* The window that shows file; any one for NULL. */
static TalksWindow *
find_window (TalksApplication *self,
             GFile            *file)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      GFile *shown = TALKS_IS_WINDOW (item->data) ? talks_window_get_file (item->data) : NULL;

      if (TALKS_IS_WINDOW (item->data) && (file == NULL || (shown != NULL && g_file_equal (shown, file))))
        return item->data;
    }
  return NULL;
}

/* Opens what was asked for: files, or what there is to begin with. */
static void
open_waiting (TalksApplication *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);
  TalksWindow *active = find_window (self, NULL);

  if (waiting->len == 0 && active != NULL)
    gtk_window_present (GTK_WINDOW (active));
  else if (waiting->len == 0)
    talks_window_open_bundled (new_window (self));
  for (guint i = 0; i < waiting->len; i++)
    {
      TalksWindow *window = find_window (self, waiting->pdata[i]);

      if (window != NULL)
        gtk_window_present (GTK_WINDOW (window));
      else
        talks_window_open_file (new_window (self), waiting->pdata[i]);
    }
}

static void
offered_cb (gpointer data)
{
  TalksApplication *self = TALKS_APPLICATION (data);

  self->offered = TRUE;
  open_waiting (self);
}

/* What earlier programs left comes before anything else. */
static void
open_files (TalksApplication  *self,
            GFile            **files,
            int                n_files)
{
  gboolean is_first = self->waiting == NULL && !self->offered;

  if (self->waiting == NULL)
    self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (self->waiting, g_object_ref (files[i]));
  if (is_first)
    talks_recovery_offer (self, self->theme, self->waiting, offered_cb, self);
  else if (self->offered)
    open_waiting (self);
}

static void
talks_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (active != NULL)
    gtk_window_present (active);
  else
    open_files (TALKS_APPLICATION (application), NULL, 0);
}

static void
talks_application_open (GApplication  *application,
                        GFile        **files,
                        int            n_files,
                        const char    *hint)
{
  open_files (TALKS_APPLICATION (application), files, n_files);
}

static void
talks_application_dispose (GObject *object)
{
  TalksApplication *self = TALKS_APPLICATION (object);

  g_clear_object (&self->theme);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (talks_application_parent_class)->dispose (object);
}

static void
talks_application_class_init (TalksApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_application_dispose;
  application_class->startup = talks_application_startup;
  application_class->activate = talks_application_activate;
  application_class->open = talks_application_open;
}

static void
talks_application_init (TalksApplication *self)
{
}

TalksApplication *
talks_application_new (void)
{
  return g_object_new (TALKS_TYPE_APPLICATION,
                       "application-id", TALKS_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/talkstimeline/Talks",
                       NULL);
}

GSettings *
talks_application_get_settings (TalksApplication *self)
{
  g_return_val_if_fail (TALKS_IS_APPLICATION (self), NULL);
  return self->settings;
}
