/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-wrap-layout.h"

struct _TalksWrapLayout
{
  GtkLayoutManager parent_instance;
  int              spacing;
};

G_DEFINE_FINAL_TYPE (TalksWrapLayout, talks_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
talks_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
get_size (GtkWidget *child,
          int       *width,
          int       *height)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* Returns the height of all rows. All children are as high as the highest. */
static int
lay_out (TalksWrapLayout *self,
         GtkWidget       *widget,
         int              width,
         gboolean         allocate)
{
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int row_height = 0;
  int x = 0;
  int y = 0;
  int w;
  int h;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        get_size (child, &w, &h);
        row_height = MAX (row_height, h);
      }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      get_size (child, &w, &h);
      if (x > 0 && x + w > width)
        {
          x = 0;
          y += row_height + self->spacing;
        }
      if (allocate)
        gtk_widget_size_allocate (child, &(GtkAllocation) { is_rtl ? width - x - w : x, y, w, row_height }, -1);
      x += w + self->spacing;
    }
  return y + row_height;
}

static void
talks_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  TalksWrapLayout *self = TALKS_WRAP_LAYOUT (manager);
  int w;
  int h;

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (self, widget, for_size < 0 ? G_MAXINT : for_size, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        get_size (child, &w, &h);
        *minimum = MAX (*minimum, w);
        *natural += w + (*natural > 0 ? self->spacing : 0);
      }
}

static void
talks_wrap_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  lay_out (TALKS_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
talks_wrap_layout_class_init (TalksWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = talks_wrap_layout_get_request_mode;
  layout_class->measure = talks_wrap_layout_measure;
  layout_class->allocate = talks_wrap_layout_allocate;
}

static void
talks_wrap_layout_init (TalksWrapLayout *self)
{
}

GtkLayoutManager *
talks_wrap_layout_new (int spacing)
{
  TalksWrapLayout *self;

  g_return_val_if_fail (spacing >= 0, NULL);

  self = g_object_new (TALKS_TYPE_WRAP_LAYOUT, NULL);
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
