/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-line.h"

#include "talks-line-layout.h"

struct _TalksLine
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TalksLine, talks_line, GTK_TYPE_WIDGET)

static void
talks_line_compute_expand (GtkWidget *widget,
                           gboolean  *hexpand,
                           gboolean  *vexpand)
{
  *hexpand = FALSE;
  *vexpand = FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      *hexpand = gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) || *hexpand;
      *vexpand = gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL) || *vexpand;
    }
}

static void
talks_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (talks_line_parent_class)->dispose (object);
}

static void
talks_line_class_init (TalksLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_line_dispose;
  widget_class->compute_expand = talks_line_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "box");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
talks_line_init (TalksLine *self)
{
}

GtkWidget *
talks_line_new (int         spacing,
                const char *css_class)
{
  GtkWidget *self = g_object_new (TALKS_TYPE_LINE, NULL);

  gtk_widget_set_layout_manager (self, talks_line_layout_new (spacing));
  if (css_class != NULL)
    gtk_widget_add_css_class (self, css_class);
  return self;
}

void
talks_line_append (TalksLine *self,
                   GtkWidget *child)
{
  g_return_if_fail (TALKS_IS_LINE (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
