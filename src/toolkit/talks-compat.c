/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-compat.h"

#include <glib/gi18n-lib.h>

#include "talks-dialogs.h"

void
talks_compat_get_color (GtkWidget *widget,
                        GdkRGBA   *color)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (color != NULL);

#if GTK_CHECK_VERSION (4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

double
talks_compat_get_scale (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

#if GTK_CHECK_VERSION (4, 12, 0)
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  if (surface != NULL)
    return MAX (gdk_surface_get_scale (surface), 1);
#endif
  return MAX (gtk_widget_get_scale_factor (widget), 1);
}

/* data is the window, with a reference: it may be closed while the other program starts. */
static void
uri_opened (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GtkWindow) parent = data;
  g_autoptr(GError) error = NULL;

#if GTK_CHECK_VERSION (4, 10, 0)
  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
#else
  if (gtk_show_uri_full_finish (parent, result, &error))
    return;
#endif
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    talks_dialogs_tell (parent != NULL && gtk_widget_get_visible (GTK_WIDGET (parent)) ? parent : NULL,
                        _("The link could not be opened"), error->message);
}

void
talks_compat_open_uri (GtkWindow  *parent,
                       const char *uri)
{
  gpointer data;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (uri != NULL);

  data = parent != NULL ? g_object_ref (parent) : NULL;
#if GTK_CHECK_VERSION (4, 10, 0)
  {
    g_autoptr(GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

    gtk_uri_launcher_launch (launcher, parent, NULL, uri_opened, data);
  }
#else
  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, uri_opened, data);
#endif
}

void
talks_compat_announce (GtkWidget  *widget,
                       const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

#if GTK_CHECK_VERSION (4, 14, 0)
  {
    g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));

    /* The one of tests (GTK_A11Y=test) can not announce; GTK 4.18 calls it all the same, and crashes. */
    if (context != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
      gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  }
#else
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
#endif
}

/* ---- the focus, after a menu ---- */

static void
opened_cb (GtkWidget *popover,
           GWeakRef  *before)
{
  GtkRoot *root = gtk_widget_get_root (popover);

  g_weak_ref_set (before, root != NULL ? gtk_root_get_focus (root) : NULL);
}

/* What the menu did may have moved the focus on purpose, or closed the window. */
static gboolean
give_back_cb (gpointer data)
{
  GtkWidget *widget = data;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && gtk_widget_get_mapped (widget) && (focus == NULL || !gtk_widget_get_mapped (focus)))
    gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover,
           GWeakRef   *before)
{
  GtkWidget *widget = g_weak_ref_get (before);

  if (widget != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, give_back_cb, widget, g_object_unref);
}

static void
free_weak_ref (gpointer  data,
               GClosure *closure)
{
  g_weak_ref_clear (data);
  g_free (data);
}

void
talks_compat_keep_focus (GtkPopover *popover)
{
  GWeakRef *before;

  g_return_if_fail (GTK_IS_POPOVER (popover));

  before = g_new0 (GWeakRef, 1);
  g_weak_ref_init (before, NULL);
  g_signal_connect (popover, "map", G_CALLBACK (opened_cb), before);
  g_signal_connect_data (popover, "closed", G_CALLBACK (closed_cb), before, free_weak_ref, 0);
}
