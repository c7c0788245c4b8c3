/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-drawing.h"

G_DEFINE_ABSTRACT_TYPE (TalksDrawing, talks_drawing, GTK_TYPE_WIDGET)

static void
talks_drawing_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = TALKS_DRAWING_GET_CLASS (widget)->get_size (TALKS_DRAWING (widget), orientation);
}

static void
talks_drawing_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  const double width = gtk_widget_get_width (widget);
  const double height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  TALKS_DRAWING_GET_CLASS (widget)->draw (TALKS_DRAWING (widget), cr, width, height);
  cairo_destroy (cr);
}

static void
talks_drawing_class_init (TalksDrawingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = talks_drawing_measure;
  widget_class->snapshot = talks_drawing_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
talks_drawing_init (TalksDrawing *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}
