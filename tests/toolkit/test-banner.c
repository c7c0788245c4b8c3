/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-banner.h"

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint      skip)
{
  static guint left;
  GtkWidget *found = NULL;

  if (skip != G_MAXUINT)
    left = skip;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && left-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, G_MAXUINT);
  return found;
}

static void
count (gpointer number)
{
  ++*(int *) number;
}

static void
test_show (void)
{
  static const struct
  {
    TalksBannerStyle  style;
    const char       *text;
    const char       *button;
    GtkAccessibleRole role;
  } cases[] = {
    { TALKS_BANNER_INFO, "Saved.", NULL, GTK_ACCESSIBLE_ROLE_STATUS },
    { TALKS_BANNER_ERROR, "<b>Not</b> saved & lost", "_Try Again", GTK_ACCESSIBLE_ROLE_ALERT },
    { TALKS_BANNER_INFO, "Changed by another program.", "_Reload", GTK_ACCESSIBLE_ROLE_STATUS },
  };
  g_autoptr(GtkWidget) banner = g_object_ref_sink (talks_banner_new ());

  g_assert_null (talks_banner_get_text (TALKS_BANNER (banner)));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *label;
      GtkWidget *button;

      talks_banner_show (TALKS_BANNER (banner), cases[i].style, cases[i].text, cases[i].button);
      g_assert_cmpstr (talks_banner_get_text (TALKS_BANNER (banner)), ==, cases[i].text);
      /* A label for each role, one of them seen. */
      label = find (banner, GTK_TYPE_LABEL, cases[i].style == TALKS_BANNER_ERROR);
      g_assert_true (gtk_widget_get_visible (label));
      g_assert_false (gtk_widget_get_visible (find (banner, GTK_TYPE_LABEL,
                                                    cases[i].style != TALKS_BANNER_ERROR)));
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, cases[i].text);
      g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (label), cases[i].role));
      button = find (banner, GTK_TYPE_BUTTON, 0);
      g_assert_cmpint (gtk_widget_get_visible (button), ==, cases[i].button != NULL);
      if (cases[i].button != NULL)
        g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, cases[i].button);
    }
  talks_banner_hide (TALKS_BANNER (banner));
  g_assert_null (talks_banner_get_text (TALKS_BANNER (banner)));
}

static void
test_signals (void)
{
  g_autoptr(GtkWidget) banner = g_object_ref_sink (talks_banner_new ());
  int clicked = 0;
  int closed = 0;

  g_signal_connect_swapped (banner, "button-clicked", G_CALLBACK (count), &clicked);
  g_signal_connect_swapped (banner, "closed", G_CALLBACK (count), &closed);

  talks_banner_show (TALKS_BANNER (banner), TALKS_BANNER_INFO, "One", "_Do It");
  g_signal_emit_by_name (find (banner, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpint (clicked, ==, 1);
  g_assert_cmpint (closed, ==, 0);
  g_assert_null (talks_banner_get_text (TALKS_BANNER (banner)));

  talks_banner_show (TALKS_BANNER (banner), TALKS_BANNER_INFO, "Two", "_Do It");
  g_signal_emit_by_name (find (banner, GTK_TYPE_BUTTON, 1), "clicked");
  g_assert_cmpint (clicked, ==, 1);
  g_assert_cmpint (closed, ==, 1);
  g_assert_null (talks_banner_get_text (TALKS_BANNER (banner)));

  /* Hiding by program is no closing. */
  talks_banner_show (TALKS_BANNER (banner), TALKS_BANNER_INFO, "Three", NULL);
  talks_banner_hide (TALKS_BANNER (banner));
  g_assert_cmpint (closed, ==, 1);
}

static void
test_close_has_name (void)
{
  g_autoptr(GtkWidget) banner = g_object_ref_sink (talks_banner_new ());

  g_assert_true (gtk_test_accessible_has_property (
    GTK_ACCESSIBLE (find (banner, GTK_TYPE_BUTTON, 1)), GTK_ACCESSIBLE_PROPERTY_LABEL));
}

/* Buttons come and go with what is shown, and leave the banner where it is. */
static void
test_actions (void)
{
  static const TalksBannerAction actions[] = { { "_Compare", "win.compare" }, { "_Reload", "win.reload" } };
  g_autoptr(GtkWidget) banner = g_object_ref_sink (talks_banner_new ());
  GtkWidget *button;

  talks_banner_show_actions (TALKS_BANNER (banner), TALKS_BANNER_ERROR, "Changed", actions, G_N_ELEMENTS (actions));
  g_assert_cmpstr (talks_banner_get_text (TALKS_BANNER (banner)), ==, "Changed");
  g_assert_false (gtk_widget_get_visible (find (banner, GTK_TYPE_BUTTON, 0)));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      button = find (banner, GTK_TYPE_BUTTON, 1 + i);
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, actions[i].label);
      g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, actions[i].action);
    }
  talks_banner_show (TALKS_BANNER (banner), TALKS_BANNER_INFO, "Saved", NULL);
  button = find (banner, GTK_TYPE_BUTTON, 1);
  g_assert_null (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/toolkit/banner/show", test_show);
  g_test_add_func ("/toolkit/banner/signals", test_signals);
  g_test_add_func ("/toolkit/banner/actions", test_actions);
  g_test_add_func ("/toolkit/banner/close-has-name", test_close_has_name);
  return g_test_run ();
}
