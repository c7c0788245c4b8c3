/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form-rows.h"

#include <glib/gi18n-lib.h>

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TalksFormField  *field)
{
  talks_form_field_focus (field);
}

/* A click on it leads to the field. It is not its mnemonic widget: the field has the same words for its name. */
static GtkWidget *
new_label (const TalksFormRow *row,
           TalksFormField     *field,
           const char         *css_class)
{
  GtkWidget *label = gtk_label_new (_(row->label));
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), field, 0);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (click));
  return label;
}

/* ---- a record ---- */

GtkWidget *
talks_form_rows_new (const TalksFormContext *context,
                     const TalksFieldSet    *set,
                     const TalksFormRow     *rows,
                     gpointer                owner,
                     GPtrArray              *fields)
{
  GtkWidget *grid = gtk_grid_new ();
  int y = 0;

  g_return_val_if_fail (rows != NULL && fields != NULL, NULL);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 14);
  for (const TalksFormRow *row = rows; row->label != NULL; row++, y++)
    {
      TalksFormField *field = talks_form_field_make (context, set, row, owner);
      GtkWidget *label = new_label (row, field, "talks-form-label");

      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (label), 15);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 15);
      gtk_widget_set_hexpand (GTK_WIDGET (field), TRUE);
      if ((row->flags & TALKS_ROW_NARROW) != 0)
        gtk_widget_add_css_class (GTK_WIDGET (field), "narrow");
      gtk_grid_attach (GTK_GRID (grid), label, 0, y, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (field), 1, y, 1, 1);
      g_ptr_array_add (fields, field);
    }
  gtk_widget_add_css_class (grid, "talks-form-rows");
  return grid;
}

/* ---- a part ---- */

static void
show_row_cb (GtkButton *button,
             GtkWidget *row)
{
  TalksFormField *field = g_object_get_data (G_OBJECT (row), "talks-field");

  gtk_widget_set_visible (row, TRUE);
  talks_form_field_focus (field);
}

void
talks_form_rows_show_field (TalksFormField *field)
{
  GtkWidget *row;

  g_return_if_fail (TALKS_IS_FORM_FIELD (field));

  row = gtk_widget_get_parent (GTK_WIDGET (field));
  if (row != NULL && g_object_get_data (G_OBJECT (row), "talks-field") == field)
    gtk_widget_set_visible (row, TRUE);
}

GtkWidget *
talks_form_add_button_new (const char *label)
{
  /* Translators: a button that adds something: "+ Add a person…". */
  g_autofree char *text = g_strdup_printf (_("+ %s"), label);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "talks-link-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/* Brings a row that says nothing when it is asked for. */
static GtkWidget *
new_show_button (const TalksFormRow *row,
                 GtkWidget          *widget)
{
  GtkWidget *button = talks_form_add_button_new (_(row->label));

  g_signal_connect (button, "clicked", G_CALLBACK (show_row_cb), widget);
  return button;
}

/* column: of the labels that begin a line; NULL for what goes on in one. */
static GtkWidget *
new_part_row (const TalksFormRow *row,
              TalksFormField     *field,
              GtkSizeGroup       *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if ((row->flags & TALKS_ROW_BARE) == 0)
    {
      GtkWidget *label = new_label (row, field, "talks-part-label");

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      if (column != NULL)
        gtk_size_group_add_widget (column, label);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_hexpand (GTK_WIDGET (field), (row->flags & TALKS_ROW_NARROW) == 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (field));
  gtk_widget_set_hexpand (box, (row->flags & TALKS_ROW_NARROW) == 0);
  g_object_set_data (G_OBJECT (box), "talks-field", field);
  return box;
}

static void
fold_away (GtkWidget          *folded,
           GtkWidget          *line,
           const TalksFormRow *row,
           GtkWidget          *widget)
{
  GtkWidget *button = new_show_button (row, widget);

  gtk_widget_set_visible (widget, FALSE);
  g_object_bind_property (widget, "visible", button, "visible", G_BINDING_INVERT_BOOLEAN);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  if ((row->flags & TALKS_ROW_INLINE) != 0 && line != NULL)
    gtk_box_append (GTK_BOX (line), button);
  else
    gtk_box_append (GTK_BOX (folded), button);
}

GtkWidget *
talks_form_rows_new_part (const TalksFormContext *context,
                          const TalksFieldSet    *set,
                          const TalksFormRow     *rows,
                          gpointer                owner,
                          GPtrArray              *fields)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GtkSizeGroup) column = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  /* What brings rows: in one line, lest a name be as long as a page. */
  GtkWidget *folded = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *line = NULL;

  g_return_val_if_fail (rows != NULL && fields != NULL, NULL);

  for (const TalksFormRow *row = rows; row->label != NULL; row++)
    {
      TalksFormField *field = talks_form_field_make (context, set, row, owner);
      const TalksField *value = talks_form_field_get_field (field);
      gboolean on_demand = (row->flags & TALKS_ROW_ON_DEMAND) != 0;
      gboolean goes_on = !on_demand && line != NULL && (row->flags & TALKS_ROW_INLINE) != 0;
      GtkWidget *widget = new_part_row (row, field, goes_on ? NULL : column);

      g_ptr_array_add (fields, field);
      if (on_demand)
        {
          if (value != NULL && talks_field_is_absent (value, owner))
            fold_away (folded, line, row, widget);
          gtk_box_append (GTK_BOX (page), widget);
          continue;
        }
      if (line == NULL || (row->flags & TALKS_ROW_INLINE) == 0)
        {
          line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
          gtk_box_append (GTK_BOX (page), line);
        }
      gtk_box_append (GTK_BOX (line), widget);
    }
  gtk_box_append (GTK_BOX (page), folded);
  gtk_widget_set_visible (folded, gtk_widget_get_first_child (folded) != NULL);
  return page;
}
