/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-mark-swatch.h"

#include "talks-compat.h"
#include "talks-mark.h"

struct _TalksMarkSwatch
{
  TalksDrawing parent_instance;
  double       size;
  TalksMark    mark;
  char        *color;
};

G_DEFINE_FINAL_TYPE (TalksMarkSwatch, talks_mark_swatch, TALKS_TYPE_DRAWING)

/* That of the theme in force, as far as the text tells: light text stands on a dark ground. */
static const TalksPalette *
find_palette (const GdkRGBA *text)
{
  gboolean dark = text->red + text->green + text->blue > 1.5;

  return talks_palette_get (dark ? TALKS_THEME_DARK : TALKS_THEME_LIGHT);
}

static int
talks_mark_swatch_get_size (TalksDrawing   *drawing,
                           GtkOrientation  orientation)
{
  /* Stars and diamonds reach further out than the circle of their weight. */
  return (int) (TALKS_MARK_SWATCH (drawing)->size * 1.35 + 1);
}

static void
talks_mark_swatch_draw (TalksDrawing *drawing,
                        cairo_t      *cr,
                        double        width,
                        double        height)
{
  TalksMarkSwatch *self = TALKS_MARK_SWATCH (drawing);
  const TalksPalette *palette;
  TalksColor color;
  GdkRGBA text;

  talks_compat_get_color (GTK_WIDGET (drawing), &text);
  palette = find_palette (&text);
  color = (TalksColor) { text.red, text.green, text.blue, text.alpha };
  if (self->color != NULL)
    color = talks_palette_party (palette, self->color);
  talks_mark_draw (cr, self->mark, TALKS_MARK_FILLED, width / 2, height / 2, self->size, color, palette->card);
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
  G_OBJECT_CLASS (klass)->finalize = talks_mark_swatch_finalize;
  TALKS_DRAWING_CLASS (klass)->get_size = talks_mark_swatch_get_size;
  TALKS_DRAWING_CLASS (klass)->draw = talks_mark_swatch_draw;
}

static void
talks_mark_swatch_init (TalksMarkSwatch *self)
{
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
