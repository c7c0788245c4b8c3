/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-theme.h"

#include <string.h>

#include <gtk/gtk.h>

#include "talks-desktop-style.h"

struct _TalksThemeKeeper
{
  GObject            parent_instance;
  GSettings         *settings;
  GtkCssProvider    *colors; /* the named colours of the theme in force */
  GtkCssProvider    *style;  /* rules in terms of those */
  TalksTheme         theme;
  TalksDesktopStyle *desktop;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksThemeKeeper, talks_theme_keeper, G_TYPE_OBJECT)

static const char * const color_files[TALKS_N_THEMES] = {
  [TALKS_THEME_LIGHT] = "colors-light.css",
  [TALKS_THEME_DARK] = "colors-dark.css",
  [TALKS_THEME_CONTRAST] = "colors-contrast.css",
  [TALKS_THEME_CONTRAST_DARK] = "colors-contrast-dark.css",
  [TALKS_THEME_PROJECTOR] = "colors-light.css",
  [TALKS_THEME_PAPER] = "colors-light.css",
  [TALKS_THEME_MONO] = "colors-contrast.css",
};

/* What GTK was told before we tell it anything. */
static TalksDesktopStyle *
new_desktop_style (void)
{
  g_autofree char *name = NULL;
  gboolean dark;

  g_object_get (gtk_settings_get_default (), "gtk-theme-name", &name,
                "gtk-application-prefer-dark-theme", &dark, NULL);
  if (name == NULL)
    return talks_desktop_style_new (dark, FALSE);
  return talks_desktop_style_new (dark || g_str_has_suffix (name, "-dark")
                                    || strcmp (name, "HighContrastInverse") == 0,
                                  g_str_has_prefix (name, "HighContrast"));
}

static TalksTheme
choose_theme (TalksThemeKeeper *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");
  g_autofree char *contrast = g_settings_get_string (self->settings, "contrast");
  gboolean dark = talks_desktop_style_is_dark (self->desktop);
  gboolean high = talks_desktop_style_is_high_contrast (self->desktop);

  if (strcmp (scheme, "system") != 0)
    dark = strcmp (scheme, "dark") == 0;
  if (strcmp (contrast, "system") != 0)
    high = strcmp (contrast, "high") == 0;

  if (high)
    return dark ? TALKS_THEME_CONTRAST_DARK : TALKS_THEME_CONTRAST;
  return dark ? TALKS_THEME_DARK : TALKS_THEME_LIGHT;
}

/* For each of these that it is told, even if it is as before, GTK reads all of its theme again. */
static void
tell_gtk (const char *name,
          gboolean    dark)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *old_name = NULL;
  gboolean was_dark;

  g_object_get (settings, "gtk-theme-name", &old_name, "gtk-application-prefer-dark-theme", &was_dark, NULL);
  if (g_strcmp0 (old_name, name) != 0)
    g_object_set (settings, "gtk-theme-name", name, NULL);
  if (was_dark != dark)
    g_object_set (settings, "gtk-application-prefer-dark-theme", dark, NULL);
}

static void
apply (TalksThemeKeeper *self)
{
  TalksTheme theme = choose_theme (self);
  gboolean dark = theme == TALKS_THEME_DARK || theme == TALKS_THEME_CONTRAST_DARK;
  gboolean high = theme == TALKS_THEME_CONTRAST || theme == TALKS_THEME_CONTRAST_DARK;
  g_autofree char *path = NULL;

  /* The stock theme knows its high contrast variants by these names. */
  tell_gtk (high ? (dark ? "HighContrastInverse" : "HighContrast") : "Default", dark);
  path = g_strconcat ("/org/talkstimeline/Talks/", color_files[theme], NULL);
  gtk_css_provider_load_from_resource (self->colors, path);

  if (theme != self->theme)
    {
      self->theme = theme;
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
}

static GtkCssProvider *
add_provider (guint priority)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider), priority);
  return provider;
}

static void
talks_theme_keeper_dispose (GObject *object)
{
  TalksThemeKeeper *self = TALKS_THEME_KEEPER (object);

  g_clear_object (&self->desktop);
  g_clear_object (&self->settings);
  g_clear_object (&self->colors);
  g_clear_object (&self->style);

  G_OBJECT_CLASS (talks_theme_keeper_parent_class)->dispose (object);
}

static void
talks_theme_keeper_class_init (TalksThemeKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = talks_theme_keeper_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
talks_theme_keeper_init (TalksThemeKeeper *self)
{
  self->theme = TALKS_N_THEMES;
}

TalksThemeKeeper *
talks_theme_keeper_new (GSettings *settings)
{
  TalksThemeKeeper *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (TALKS_TYPE_THEME_KEEPER, NULL);
  self->settings = g_object_ref (settings);
  self->desktop = new_desktop_style ();
  self->colors = add_provider (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  self->style = add_provider (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_css_provider_load_from_resource (self->style, "/org/talkstimeline/Talks/style.css");
  apply (self);
  g_signal_connect_object (settings, "changed::color-scheme", G_CALLBACK (apply), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::contrast", G_CALLBACK (apply), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desktop, "changed", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  /* Until we have told GTK a theme, the desktop may. */
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-theme-name", G_CALLBACK (apply), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  return self;
}

const TalksPalette *
talks_theme_keeper_get_palette (TalksThemeKeeper *self)
{
  g_return_val_if_fail (TALKS_IS_THEME_KEEPER (self), NULL);
  return talks_palette_get (self->theme);
}
