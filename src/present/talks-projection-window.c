/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-projection-window.h"

#include <glib/gi18n-lib.h>

#include "talks-screens.h"

/* ---- keys ---- */

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  TalksProjection *self = data;

  if (g_strcmp0 (g_variant_get_string (args, NULL), "black") == 0)
    talks_projection_set_black (self, !talks_projection_get_black (self));
  else
    talks_projection_end (self);
  return TRUE;
}

/* The timeline has keys of its own. */
static gboolean
page_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  TalksProjection *self = data;

  if (talks_projection_get_view (self) == TALKS_PROJECTION_TIMELINE)
    return FALSE;
  talks_projection_scroll_page (self, g_variant_get_int32 (args));
  return TRUE;
}

static void
add_key (GtkEventController *controller,
         guint               keyval,
         const char         *what,
         TalksProjection    *self)
{
  GtkShortcut *shortcut = gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keyval, 0),
                                                           gtk_callback_action_new (key_cb, self, NULL), "s", what);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_page_key (GtkEventController *controller,
              guint               keyval,
              int                 direction,
              TalksProjection    *self)
{
  GtkShortcut *shortcut = gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keyval, 0),
                                                           gtk_callback_action_new (page_cb, self, NULL), "i", direction);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static GtkEventController *
new_keys (TalksProjection *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_Escape, "end", self);
  add_key (keys, GDK_KEY_b, "black", self);
  add_page_key (keys, GDK_KEY_Page_Down, 1, self);
  add_page_key (keys, GDK_KEY_KP_Page_Down, 1, self);
  add_page_key (keys, GDK_KEY_Page_Up, -1, self);
  add_page_key (keys, GDK_KEY_KP_Page_Up, -1, self);
  return keys;
}

/* ---- where it is ---- */

/* The smallest type of a panel is nine tenths of its font: at 1/32 of the height it can be read from the last row. */
static void
set_type_size (GtkWidget *window,
               int        height)
{
  static const struct
  {
    int         height;
    const char *css_class;
  } sizes[] = {
    { 600, "talks-type-19" }, { 768, "talks-type-24" }, { 900, "talks-type-28" }, { 1080, "talks-type-34" },
    { 1200, "talks-type-38" }, { 1440, "talks-type-45" }, { G_MAXINT, "talks-type-67" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (height <= sizes[i].height)
      {
        gtk_widget_add_css_class (window, sizes[i].css_class);
        return;
      }
}

/* NULL: there is one screen. */
static GdkMonitor *
find_projector (GtkWindow  *parent,
                GListModel *monitors)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));
  GdkMonitor *home = surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface)
                                     : NULL;
  TalksScreens screens = { 0 };
  gpointer found[8];
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (monitors) && n < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      found[n++] = monitor; /* the list holds it */
    }
  talks_screens_update (&screens, found, n, home);
  return screens.console != NULL ? screens.stage : NULL;
}

static gboolean
close_request_cb (TalksProjection *projection)
{
  talks_projection_end (projection);
  return TRUE;
}

GtkWidget *
talks_projection_window_new (TalksProjection *projection,
                             GtkWindow       *parent,
                             GListModel      *monitors,
                             GtkWidget       *content)
{
  GtkWidget *window;
  GdkMonitor *monitor;
  GdkRectangle geometry = { 0, 0, 1280, 720 };

  g_return_val_if_fail (TALKS_IS_PROJECTION (projection), NULL);
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (content), NULL);

  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), _("On the Projector"));
  gtk_widget_add_css_class (window, "talks-projected");
  gtk_widget_add_controller (window, new_keys (projection));
  gtk_window_set_child (GTK_WINDOW (window), content);
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_request_cb), projection, G_CONNECT_SWAPPED);
  monitor = find_projector (parent, monitors);
  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &geometry);
  set_type_size (window, geometry.height);
  gtk_window_set_default_size (GTK_WINDOW (window), geometry.width, geometry.height);
  if (monitor != NULL)
    {
      gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
      gtk_window_fullscreen_on_monitor (GTK_WINDOW (window), monitor);
    }
  return window;
}
