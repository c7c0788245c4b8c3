/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-columns.h"

struct _TalksColumns
{
  GtkWidget parent_instance;
  int       width;
  int       spacing;
  int       n_children;
};

G_DEFINE_FINAL_TYPE (TalksColumns, talks_columns, GTK_TYPE_WIDGET)

static int
count_columns (TalksColumns *self,
               int           width)
{
  return CLAMP ((width + self->spacing) / (self->width + self->spacing), 1,
                MAX (self->n_children, 1));
}

static int
get_column_width (TalksColumns *self,
                  int           width,
                  int           n_columns)
{
  return (width - (n_columns - 1) * self->spacing) / n_columns;
}

/* The height of the line that begins with child; *next is the first child after it. */
static int
measure_line (GtkWidget  *child,
              int         n_columns,
              int         column_width,
              GtkWidget **next)
{
  int height = 0;

  for (int i = 0; i < n_columns && child != NULL; i++)
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, &minimum, NULL, NULL, NULL);
      height = MAX (height, minimum);
      child = gtk_widget_get_next_sibling (child);
    }
  *next = child;
  return height;
}

static void
measure_width (TalksColumns *self,
               int          *minimum,
               int          *natural)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      widest = MAX (widest, child_minimum);
    }
  *minimum = widest;
  *natural = MAX (widest, self->width);
}

static void
talks_columns_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TalksColumns *self = TALKS_COLUMNS (widget);
  int width = for_size > 0 ? for_size : self->width;
  int n_columns = count_columns (self, width);
  int height = 0;
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  while (child != NULL)
    {
      height += measure_line (child, n_columns, get_column_width (self, width, n_columns), &child);
      height += child != NULL ? self->spacing : 0;
    }
  *minimum = *natural = height;
}

static void
talks_columns_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TalksColumns *self = TALKS_COLUMNS (widget);
  int n_columns = count_columns (self, width);
  int column_width = get_column_width (self, width, n_columns);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *next;
      int line_height = measure_line (child, n_columns, column_width, &next);

      for (int i = 0; child != next; i++, child = gtk_widget_get_next_sibling (child))
        {
          int x = i * (column_width + self->spacing);

          if (mirrored)
            x = width - x - column_width;
          gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, column_width, line_height }, -1);
        }
      y += line_height + self->spacing;
    }
}

static GtkSizeRequestMode
talks_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
talks_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (talks_columns_parent_class)->dispose (object);
}

static void
talks_columns_class_init (TalksColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_columns_dispose;
  widget_class->get_request_mode = talks_columns_get_request_mode;
  widget_class->measure = talks_columns_measure;
  widget_class->size_allocate = talks_columns_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
talks_columns_init (TalksColumns *self)
{
}

GtkWidget *
talks_columns_new (int width,
                   int spacing)
{
  TalksColumns *self = g_object_new (TALKS_TYPE_COLUMNS, NULL);

  g_return_val_if_fail (width > 0 && spacing >= 0, GTK_WIDGET (self));

  self->width = width;
  self->spacing = spacing;
  return GTK_WIDGET (self);
}

void
talks_columns_append (TalksColumns *self,
                      GtkWidget    *child)
{
  g_return_if_fail (TALKS_IS_COLUMNS (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  self->n_children++;
}
