/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of the panels, to look at: panel-shots FOLDER FILE [light|dark] [EVENT [HIGHLIGHT]]
 *
 * Opens each panel in a window of its own over FILE, with EVENT selected, and writes
 * FOLDER/NAME-THEME.png. Needs a display; with GSK_RENDERER=cairo any will do. */

#include <gtk/gtk.h>

#include "talks-document-reader.h"
#include "talks-event-panel.h"
#include "talks-file.h"
#include "talks-outline-panel.h"
#include "talks-participants-panel.h"
#include "talks-positions-panel.h"
#include "talks-search-panel.h"
#include "talks-sources-panel.h"

typedef struct
{
  const char *name;
  GtkWidget *(*make) (void);
  int         width;
  int         height;
} Shot;

static const Shot shots[] = {
  { "participants", talks_participants_panel_new, 270, 900 },
  { "outline", talks_outline_panel_new, 270, 900 },
  { "event", talks_event_panel_new, 370, 900 },
  { "event-long", talks_event_panel_new, 370, 3000 },
  { "positions", talks_positions_panel_new, 370, 900 },
  { "sources", talks_sources_panel_new, 370, 900 },
  { "search", talks_search_panel_new, 370, 900 },
  { "participants-narrow", talks_participants_panel_new, 220, 600 },
  { "event-narrow", talks_event_panel_new, 280, 600 },
  { "positions-narrow", talks_positions_panel_new, 280, 600 },
};

static void
wait (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static void
load_style (gboolean dark)
{
  const char *names[] = { dark ? "colors-dark.css" : "colors-light.css", "panels.css" };
  GString *text = g_string_new (NULL);
  GtkCssProvider *provider = gtk_css_provider_new ();
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  GdkDisplay *display = gdk_display_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, "@import url(\"resource:///org/talkstimeline/Talks/%s\");\n", names[i]);
  g_string_append (text, "window { background: @talks_pane; color: @talks_text; }\n");
  path = g_build_filename (g_get_tmp_dir (), "panel-shots.css", NULL);
  g_file_set_contents (path, text->str, -1, NULL);
  file = g_file_new_for_path (path);
  gtk_css_provider_load_from_file (provider, file);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_for_display (display),
                "gtk-application-prefer-dark-theme", dark,
                "gtk-enable-animations", FALSE,
                NULL);
  g_object_unref (provider);
  g_string_free (text, TRUE);
}

/* What a window shows, at its size. */
static void
save (GtkWidget  *window,
      const char *path)
{
  GdkPaintable *paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GdkTexture *texture;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
  g_object_unref (texture);
  gsk_render_node_unref (node);
  g_object_unref (paintable);
}

static void
shoot (const Shot   *shot,
       TalksSession *session,
       gboolean      dark,
       const char   *folder)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *panel = shot->make ();
  g_autofree char *name = g_strdup_printf ("%s-%s.png", shot->name, dark ? "dark" : "light");
  g_autofree char *path = g_build_filename (folder, name, NULL);

  talks_panel_set_palette (TALKS_PANEL (panel),
                           talks_palette_get (dark ? TALKS_THEME_DARK : TALKS_THEME_LIGHT));
  talks_panel_set_session (TALKS_PANEL (panel), session);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), panel);
  gtk_window_set_default_size (GTK_WINDOW (window), shot->width, shot->height);
  gtk_window_present (GTK_WINDOW (window));
  wait (700);
  save (window, path);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = NULL;
  g_autoptr (TalksSession) session = NULL;
  gboolean dark = argc > 3 && g_str_equal (argv[3], "dark");

  if (argc < 3)
    {
      g_printerr ("Usage: %s FOLDER FILE [light|dark] [EVENT [HIGHLIGHT [QUERY]]]\n", argv[0]);
      return 2;
    }
  gtk_init ();
  load_style (dark);
  file = g_file_new_for_commandline_arg (argv[2]);
  reading = talks_file_load (file, NULL, &error);
  if (reading == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  session = talks_session_new ();
  talks_session_set_document (session, reading->document);
  if (argc > 4)
    talks_session_select (session, argv[4]);
  if (argc > 5)
    talks_session_set_highlight (session, argv[5]);
  talks_session_set_query (session, argc > 6 ? argv[6] : "istanbul");
  for (guint i = 0; i < G_N_ELEMENTS (shots); i++)
    shoot (&shots[i], session, dark, argv[1]);
  return 0;
}
