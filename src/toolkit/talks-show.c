/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-show.h"

#include "talks-shown.h"

void
talks_show_text (GtkLabel   *label,
                 const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  if (text == NULL)
    text = "";
  shown = gtk_label_get_wrap (label) ? talks_shown_text (text) : talks_shown_line (text);
  gtk_label_set_text (label, shown != NULL ? shown : text);
}

void
talks_show_tooltip (GtkWidget  *widget,
                    const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (text != NULL && *text == '\0')
    text = NULL;
  if (text != NULL)
    shown = talks_shown_line (text);
  gtk_widget_set_tooltip_text (widget, shown != NULL ? shown : text);
}

void
talks_show_title (GtkWindow  *window,
                  const char *title)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (title != NULL);

  shown = talks_shown_line (title);
  gtk_window_set_title (window, shown != NULL ? shown : title);
}

void
talks_show_name (GtkWidget  *widget,
                 const char *name)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  shown = talks_shown_text (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shown != NULL ? shown : name, -1);
}
