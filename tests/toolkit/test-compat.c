/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-compat.h"

static void
test_color (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("x");
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "talks-test-compat.css", NULL);
  GdkRGBA color;
  GdkRGBA expected;

  g_assert_true (g_file_set_contents (path, ".tinted { color: #336699; }", -1, NULL));
  file = g_file_new_for_path (path);
  gtk_css_provider_load_from_file (provider, file);
  g_file_delete (file, NULL, NULL);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_widget_add_css_class (label, "tinted");
  gtk_window_set_child (GTK_WINDOW (window), label);

  g_assert_true (gdk_rgba_parse (&expected, "#336699"));
  talks_compat_get_color (label, &color);
  g_assert_cmpfloat_with_epsilon (color.red, expected.red, 0.002);
  g_assert_cmpfloat_with_epsilon (color.green, expected.green, 0.002);
  g_assert_cmpfloat_with_epsilon (color.blue, expected.blue, 0.002);

  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (provider));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_scale (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr(GtkWidget) label = g_object_ref_sink (gtk_label_new ("x"));

  /* In no window, in one without a surface, and in one with it. */
  g_assert_cmpfloat (talks_compat_get_scale (label), >=, 1);
  gtk_window_set_child (GTK_WINDOW (window), label);
  g_assert_cmpfloat (talks_compat_get_scale (label), >=, 1);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpfloat (talks_compat_get_scale (label), >=, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_announce (void)
{
  g_autoptr(GtkWidget) label = g_object_ref_sink (gtk_label_new ("x"));
  g_autofree char *mismatch = NULL;

  talks_compat_announce (label, "3 hits");
  if (gtk_get_minor_version () >= 14)
    {
      g_test_skip ("GTK announces by itself, which leaves nothing to look at");
      return;
    }
  mismatch = gtk_test_accessible_check_property (GTK_ACCESSIBLE (label),
                                                 GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "3 hits");
  g_assert_null (mismatch);
}

static gboolean
find_alert (gpointer data)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (gtk_test_accessible_has_role (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_ROLE_ALERT_DIALOG))
        {
          *(GtkWindow **) data = GTK_WINDOW (window);
          return TRUE;
        }
    }
  return FALSE;
}

static void
test_open_uri_fails (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWindow *alert = NULL;
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  gtk_window_present (GTK_WINDOW (window));
  talks_compat_open_uri (GTK_WINDOW (window), "x-talks-nobody-opens-this:1");
  while (!find_alert (&alert) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (alert);
  g_assert_true (gtk_window_get_transient_for (alert) == GTK_WINDOW (window));
  gtk_window_close (alert);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/toolkit/compat/color", test_color);
  g_test_add_func ("/toolkit/compat/scale", test_scale);
  g_test_add_func ("/toolkit/compat/announce", test_announce);
  g_test_add_func ("/toolkit/compat/open-uri-fails", test_open_uri_fails);
  return g_test_run ();
}
