/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline and its overview in a window of their own, to look at and to try with the hand:
 *
 *   TALKS_STYLE=COLORS.css:STYLE.css timeline-shot FILE [WIDTHxHEIGHT] [THEME] [rtl]
 *
 * What the session looks at is printed whenever it changes. */

#include <stdlib.h>

#include "talks-file.h"
#include "talks-timeline-overview.h"
#include "talks-timeline.h"

static void
print_session (TalksSession *session,
               guint         flags)
{
  TalksRecord *record = talks_session_get_selection (session);
  const TalksViewport *viewport = talks_session_get_viewport (session);
  g_autofree char *as_of = talks_day_to_iso (talks_session_get_as_of (session));
  double from;
  double to;

  talks_viewport_get_visible (viewport, &from, &to);
  g_print ("changed %x: selection %s, as of %s, zoom %.3f, x %.1f, days %.2f to %.2f\n", flags,
           record != NULL ? record->id : "-", as_of, viewport->zoom, viewport->x, from, to);
}

/* paths: style sheets, later ones above earlier ones, with ":" between; may be NULL. */
static void
load_styles (const char *paths)
{
  g_auto(GStrv) list = g_strsplit (paths != NULL ? paths : "", ":", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();
      g_autoptr(GFile) file = g_file_new_for_path (list[i]);

      gtk_css_provider_load_from_file (provider, file);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                                  GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + i);
    }
}

static gboolean
may_edit (TalksTimeline *timeline,
          gboolean       ask,
          gpointer       data)
{
  return TRUE;
}

static void
print_addition (TalksTimeline *timeline,
                gint64         day,
                const char    *lane)
{
  g_autofree char *iso = talks_day_to_iso (day);

  g_print ("add an event on %s in %s\n", iso, lane != NULL ? lane : "-");
}

static void
print_refusal (TalksTimeline *timeline,
               const char    *sentence)
{
  g_print ("refused: %s\n", sentence);
}

static GtkWidget *
make_window (TalksSession *session,
             TalksTheme    theme)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overview = talks_timeline_overview_new (session);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *timeline = talks_timeline_new (session);

  talks_timeline_set_palette (TALKS_TIMELINE (timeline), talks_palette_get (theme));
  talks_timeline_overview_set_palette (TALKS_TIMELINE_OVERVIEW (overview),
                                       talks_palette_get (theme));
  gtk_widget_set_margin_start (overview, 12);
  gtk_widget_set_margin_end (overview, 12);
  gtk_widget_set_margin_top (overview, 8);
  gtk_widget_set_margin_bottom (overview, 8);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), timeline);
  gtk_box_append (GTK_BOX (box), overview);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "timeline-shot");
  talks_timeline_set_edit_handler (TALKS_TIMELINE (timeline), may_edit, NULL, NULL);
  g_signal_connect (timeline, "add-event", G_CALLBACK (print_addition), NULL);
  g_signal_connect (timeline, "edit-refused", G_CALLBACK (print_refusal), NULL);
  g_signal_connect_swapped (timeline, "activated", G_CALLBACK (g_print), (gpointer) "activated\n");
  return window;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TalksReading) reading = NULL;
  g_autoptr(TalksSession) session = NULL;
  g_autoptr(GFile) file = NULL;
  TalksTheme theme = TALKS_THEME_LIGHT;
  GtkWidget *window;
  int width = 1100;
  int height = 800;

  if (argc < 2)
    {
      g_printerr ("usage: %s FILE [WIDTHxHEIGHT] [THEME] [rtl]\n", argv[0]);
      return 2;
    }
  gtk_init ();
  file = g_file_new_for_commandline_arg (argv[1]);
  reading = talks_file_load (file, NULL, &error);
  if (reading == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (argc > 2)
    {
      width = atoi (argv[2]);
      height = strchr (argv[2], 'x') != NULL ? atoi (strchr (argv[2], 'x') + 1) : height;
    }
  if (argc > 3 && !talks_theme_from_name (argv[3], &theme))
    g_printerr ("no theme %s\n", argv[3]);
  if (argc > 4)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  load_styles (g_getenv ("TALKS_STYLE"));
  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme",
                talks_palette_get (theme)->dark, NULL);

  session = talks_session_new ();
  talks_session_set_document (session, reading->document);
  g_signal_connect (session, "changed", G_CALLBACK (print_session), NULL);
  window = make_window (session, theme);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
