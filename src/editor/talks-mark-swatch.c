/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-mark-swatch.h"

#include "talks-compat.h"
#include "talks-mark.h"

struct _TalksMarkSwatch
{
  GtkWidget  parent_instance;
  double     size;
  TalksMark  mark;
  char      *color;
};

G_DEFINE_FINAL_TYPE (TalksMarkSwatch, talks_mark_swatch, GTK_TYPE_WIDGET)

/* That of the theme in force, as far as the text tells: light text stands on a dark ground. */
static const TalksPalette *
find_palette (const GdkRGBA *text)
{
  gboolean dark = text->red + text->green + text->blue > 1.5;

  return talks_palette_get (dark ? TALKS_THEME_DARK : TALKS_THEME_LIGHT);
}

static void
talks_mark_swatch_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  /* Stars and diamonds reach further out than the circle of their weight. */
  *minimum = *natural = (int) (TALKS_MARK_SWATCH (widget)->size * 1.35 + 1);
}

static void
talks_mark_swatch_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  TalksMarkSwatch *self = TALKS_MARK_SWATCH (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  const TalksPalette *palette;
  TalksColor color;
  GdkRGBA text;
  cairo_t *cr;

  talks_compat_get_color (widget, &text);
  palette = find_palette (&text);
  color = (TalksColor) { text.red, text.green, text.blue, text.alpha };
  if (self->color != NULL)
    color = talks_palette_party (palette, self->color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  talks_mark_draw (cr, self->mark, TALKS_MARK_FILLED, width / 2, height / 2, self->size, color, palette->card);
  cairo_destroy (cr);
}

static void
talks_mark_swatch_finalize (GObject *object)
{
  g_free (TALKS_MARK_SWATCH (object)->color);

  G_OBJECT_CLASS (talks_mark_swatch_parent_class)->finalize (object);
}

static void
talks_mark_swatch_class_init (TalksMarkSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = talks_mark_swatch_finalize;
  widget_class->measure = talks_mark_swatch_measure;
  widget_class->snapshot = talks_mark_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
talks_mark_swatch_init (TalksMarkSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
talks_mark_swatch_new (double size)
{
  TalksMarkSwatch *self = g_object_new (TALKS_TYPE_MARK_SWATCH, NULL);

  self->size = size;
  return GTK_WIDGET (self);
}

void
talks_mark_swatch_show (TalksMarkSwatch *self,
                        TalksMark        mark,
                        const char      *color)
{
  g_return_if_fail (TALKS_IS_MARK_SWATCH (self));
  g_return_if_fail (mark < TALKS_N_MARKS);

  self->mark = mark;
  g_free (self->color);
  self->color = g_strdup (color);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
