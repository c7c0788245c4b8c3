/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksDrawing: a small picture beside words that say the same, such as a mark or an avatar.
 *
 * Stands in the middle of its line, lets clicks through, and is nothing to a screen reader. Who derives says how large
 * it is and draws it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TALKS_TYPE_DRAWING (talks_drawing_get_type ())
G_DECLARE_DERIVABLE_TYPE (TalksDrawing, talks_drawing, TALKS, DRAWING, GtkWidget)

struct _TalksDrawingClass
{
  GtkWidgetClass parent_class;

  /* In pixels. */
  int  (*get_size) (TalksDrawing   *self,
                    GtkOrientation  orientation);
  void (*draw)     (TalksDrawing   *self,
                    cairo_t        *cr,
                    double          width,
                    double          height);
};

G_END_DECLS
