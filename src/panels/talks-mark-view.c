/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-mark-view.h"

struct _TalksMarkView
{
  GtkWidget     parent_instance;
  double        size;
  TalksMark     mark;
  TalksMarkLook look;
  TalksColor    color;
  TalksColor    paper;
};

G_DEFINE_FINAL_TYPE (TalksMarkView, talks_mark_view, GTK_TYPE_WIDGET)

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

static void
talks_mark_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  /* Stars and diamonds reach further out than the circle of their weight. */
  int size = (int) (TALKS_MARK_VIEW (widget)->size * 1.35 + 1);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    size = MAX (size, get_line_height (widget));
  *minimum = *natural = size;
}

static void
talks_mark_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TalksMarkView *self = TALKS_MARK_VIEW (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr;

  if (self->color.alpha <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  talks_mark_draw (cr, self->mark, self->look, width / 2, height / 2, self->size, self->color,
                   self->paper);
  cairo_destroy (cr);
}

static void
talks_mark_view_class_init (TalksMarkViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = talks_mark_view_measure;
  widget_class->snapshot = talks_mark_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
talks_mark_view_init (TalksMarkView *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
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
