/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-bar.h"

#define BAR_WIDTH 4

struct _TalksBar
{
  GtkWidget parent_instance;
  GdkRGBA   color;
};

G_DEFINE_FINAL_TYPE (TalksBar, talks_bar, GTK_TYPE_WIDGET)

static void
talks_bar_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? BAR_WIDTH : 0;
}

static void
talks_bar_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));

  gtk_snapshot_append_color (snapshot, &TALKS_BAR (widget)->color, &bounds);
}

static void
talks_bar_class_init (TalksBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = talks_bar_measure;
  widget_class->snapshot = talks_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
talks_bar_init (TalksBar *self)
{
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
talks_bar_new (TalksColor color)
{
  TalksBar *self = g_object_new (TALKS_TYPE_BAR, NULL);

  self->color = (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue,
                            (float) color.alpha };
  return GTK_WIDGET (self);
}
