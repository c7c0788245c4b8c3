/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-keys-sheet.h"

#include <glib/gi18n-lib.h>

#include "talks-present-keys.h"

static void
changed_cb (GtkWidget         *sheet,
            guint              flags,
            TalksPresentation *presentation)
{
  if (flags & TALKS_PRESENTATION_KEYS)
    gtk_widget_set_visible (sheet, talks_presentation_shows_keys (presentation));
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
talks_keys_sheet_new (TalksPresentation *presentation)
{
  GtkWidget *sheet;
  GtkWidget *grid = gtk_grid_new ();
  TalksPresentLine line;

  g_return_val_if_fail (TALKS_IS_PRESENTATION (presentation), NULL);

  sheet = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "orientation",
                        GTK_ORIENTATION_VERTICAL, "spacing", 12, NULL);
  gtk_box_append (GTK_BOX (sheet), new_label (_("Keys"), "talks-title"));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  for (guint i = 0; talks_present_keys_get_line (i, &line); i++)
    {
      gtk_grid_attach (GTK_GRID (grid), new_label (line.keys, "talks-key"), 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), new_label (line.does, NULL), 1, (int) i, 1, 1);
    }
  gtk_box_append (GTK_BOX (sheet), grid);
  gtk_widget_set_halign (sheet, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (sheet, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (sheet, "talks-keys-sheet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Keys"), -1);
  gtk_widget_set_visible (sheet, talks_presentation_shows_keys (presentation));
  g_signal_connect_object (presentation, "changed", G_CALLBACK (changed_cb), sheet, G_CONNECT_SWAPPED);
  return sheet;
}
