/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-mark-view.h"

struct _TalksMarkView
{
  TalksDrawing  parent_instance;
  double        size;
  TalksMark     mark;
  TalksMarkLook look;
  TalksColor    color;
  TalksColor    paper;
};

G_DEFINE_FINAL_TYPE (TalksMarkView, talks_mark_view, TALKS_TYPE_DRAWING)

/* As high as a line of text, a mark stands in the middle of the first line beside it. */
static int
get_line_height (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL,
                                                         NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

static int
talks_mark_view_get_size (TalksDrawing   *drawing,
                         GtkOrientation  orientation)
{
  /* Stars and diamonds reach further out than the circle of their weight. */
  const int size = (int) (TALKS_MARK_VIEW (drawing)->size * 1.35 + 1);

  return orientation == GTK_ORIENTATION_VERTICAL ? MAX (size, get_line_height (GTK_WIDGET (drawing))) : size;
}

static void
talks_mark_view_draw (TalksDrawing *drawing,
                      cairo_t      *cr,
                      double        width,
                      double        height)
{
  TalksMarkView *self = TALKS_MARK_VIEW (drawing);

  if (self->color.alpha > 0)
    talks_mark_draw (cr, self->mark, self->look, width / 2, height / 2, self->size, self->color, self->paper);
}

static void
talks_mark_view_class_init (TalksMarkViewClass *klass)
{
  TALKS_DRAWING_CLASS (klass)->get_size = talks_mark_view_get_size;
  TALKS_DRAWING_CLASS (klass)->draw = talks_mark_view_draw;
}

static void
talks_mark_view_init (TalksMarkView *self)
{
}

GtkWidget *
talks_mark_view_new (double size)
{
  TalksMarkView *self = g_object_new (TALKS_TYPE_MARK_VIEW, NULL);

  self->size = size;
  return GTK_WIDGET (self);
}

void
talks_mark_view_show (TalksMarkView      *self,
                      const TalksParty   *party,
                      TalksMarkLook       look,
                      const TalksPalette *palette)
{
  g_return_if_fail (TALKS_IS_MARK_VIEW (self));
  g_return_if_fail (palette != NULL);

  self->mark = party != NULL ? party->mark : TALKS_MARK_CIRCLE;
  self->color = party != NULL ? talks_palette_party (palette, party->color) : palette->dim_text;
  self->look = look;
  self->paper = palette->card;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
