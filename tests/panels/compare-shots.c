/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture of the comparison, to look at: compare-shots UI-FOLDER FILE OUT.png [OPTION…]
 *
 * Options: light, dark, contrast, contrast-dark, projector; WIDTHxHEIGHT; all (parties); history (of the first topic);
 * members; swap; right (scrolled to the end); down; rtl; focus=N (N times Tab). Needs a display; with
 * GSK_RENDERER=cairo any will do. */

#include <gtk/gtk.h>
#include <stdio.h>

#include "talks-compare-table.h"
#include "talks-compare-view.h"
#include "talks-file.h"

typedef struct
{
  TalksTheme theme;
  int        width;
  int        height;
  gboolean   all;
  gboolean   history;
  gboolean   members;
  gboolean   swap;
  gboolean   right;
  gboolean   down;
  int        tabs;
} Options;

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 400 * 1000;

  while (g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static void
load_style (const char *folder,
            TalksTheme  theme)
{
  static const char * const colors[TALKS_N_THEMES] = { "colors-light.css", "colors-dark.css", "colors-contrast.css",
                                                       "colors-contrast-dark.css", "colors-dark.css" };
  const char *names[] = { colors[theme], "style.css", "panels.css", "compare.css" };
  gboolean dark = talks_palette_get (theme)->dark;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkCssProvider *provider = gtk_css_provider_new ();
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        gtk_css_provider_load_from_path (provider, path);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + i);
      g_object_unref (provider);
    }
  g_object_set (gtk_settings_get_default (),
                "gtk-application-prefer-dark-theme", dark,
                "gtk-enable-animations", FALSE,
                NULL);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      int       *nth)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_nth (GtkWidget *widget,
         GType      type,
         int        nth)
{
  return find (widget, type, &nth);
}

static GtkWidget *
get_swap (GtkWidget *view)
{
  GtkWidget *button;

  for (int i = 0; (button = get_nth (view, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (gtk_widget_has_css_class (button, "talks-button"))
      return button;
  return NULL;
}

static Options
parse (char **arguments)
{
  Options options = { .width = 1600, .height = 950 };

  for (; *arguments != NULL; arguments++)
    {
      const char *word = *arguments;

      if (talks_theme_from_name (word, &options.theme)
          || sscanf (word, "%dx%d", &options.width, &options.height) == 2
          || sscanf (word, "focus=%d", &options.tabs) == 1)
        continue;
      options.all |= g_str_equal (word, "all");
      options.history |= g_str_equal (word, "history");
      options.members |= g_str_equal (word, "members");
      options.swap |= g_str_equal (word, "swap");
      options.right |= g_str_equal (word, "right");
      options.down |= g_str_equal (word, "down");
      if (g_str_equal (word, "rtl"))
        gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
      if (g_str_equal (word, "contrast-dark"))
        options.theme = TALKS_THEME_CONTRAST_DARK;
    }
  return options;
}

static void
scroll_to_end (GtkAdjustment *adjustment)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
arrange (GtkWidget     *window,
         GtkWidget     *view,
         const Options *options)
{
  GtkWidget *scroller = get_nth (get_nth (view, TALKS_TYPE_COMPARE_TABLE, 0), GTK_TYPE_SCROLLED_WINDOW, 0);

  if (options->all)
    gtk_switch_set_active (GTK_SWITCH (get_nth (view, GTK_TYPE_SWITCH, 0)), TRUE);
  if (options->swap)
    g_signal_emit_by_name (get_swap (view), "clicked");
  settle ();
  for (int i = 0; i < 2; i++)
    if (i == 0 ? options->members : options->history)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_nth (get_nth (view, TALKS_TYPE_COMPARE_TABLE, 0),
                                                                GTK_TYPE_TOGGLE_BUTTON, i == 0 ? 1 : 4)),
                                    TRUE);
  settle ();
  if (options->right)
    scroll_to_end (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)));
  if (options->down)
    scroll_to_end (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  for (int i = 0; i < options->tabs; i++)
    gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  gtk_window_set_focus_visible (GTK_WINDOW (window), options->tabs > 0);
  settle ();
}

/* What the window shows, at its size. */
static void
save (GtkWidget  *window,
      const char *path)
{
  GdkPaintable *paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GdkTexture *texture;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
  g_object_unref (texture);
  gsk_render_node_unref (node);
  g_object_unref (paintable);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = NULL;
  g_autoptr (TalksSession) session = NULL;
  GtkWidget *window;
  GtkWidget *view;
  Options options;

  if (argc < 4)
    {
      g_printerr ("Usage: %s UI-FOLDER FILE OUT.png [OPTION…]\n", argv[0]);
      return 2;
    }
  gtk_init ();
  options = parse (argv + 4);
  load_style (argv[1], options.theme);
  file = g_file_new_for_commandline_arg (argv[2]);
  reading = talks_file_load (file, NULL, &error);
  if (reading == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  session = talks_session_new ();
  talks_session_set_document (session, reading->document);

  window = gtk_window_new ();
  view = g_object_new (TALKS_TYPE_COMPARE_VIEW, NULL);
  talks_compare_view_set_palette (TALKS_COMPARE_VIEW (view), talks_palette_get (options.theme));
  talks_compare_view_set_session (TALKS_COMPARE_VIEW (view), session);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), options.width, options.height);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  arrange (window, view, &options);
  save (window, argv[3]);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
