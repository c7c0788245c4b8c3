/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-print-preview.h"

#include <math.h>

#include "talks-print-work.h"

#define PAGE_MARGIN 14.0 /* around the page, pixels */
#define FINENESS 2       /* pixels drawn for each that is seen, on either side: small letters stand where they should */
#define PALE 0.35        /* how much of a page is seen that is not the one that is asked for */

/* A page at a size. */
typedef struct
{
  TalksSheets *sheets; /* NULL: none */
  guint        page;
  double       scale;  /* pixels of the picture for each point */
} Sight;

struct _TalksPrintPreview
{
  GtkDrawingArea   parent_instance;

  Sight            wanted;
  Sight            drawn;
  cairo_surface_t *picture; /* of what is drawn; NULL: nothing yet */
  gboolean         drawing; /* a worker is at it: one at a time */
};

G_DEFINE_FINAL_TYPE (TalksPrintPreview, talks_print_preview, GTK_TYPE_DRAWING_AREA)

static void
sight_set (Sight       *self,
           const Sight *other)
{
  TalksSheets *sheets = other->sheets != NULL ? talks_sheets_ref (other->sheets) : NULL;

  talks_sheets_unref (self->sheets);
  *self = *other;
  self->sheets = sheets;
}

static gboolean
sight_is_same_page (const Sight *self,
                    const Sight *other)
{
  return self->sheets == other->sheets && self->page == other->page;
}

/* ---- a worker draws ---- */

static void look (TalksPrintPreview *self);

typedef struct
{
  TalksPrintPreview *preview;
  Sight              sight;
} Errand;

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Errand *errand = data;
  TalksPrintPreview *self = errand->preview;
  cairo_surface_t *picture = talks_print_work_draw_finish (result);

  self->drawing = FALSE;
  /* A page that nobody wants any more is not shown either. */
  if (picture != NULL && sight_is_same_page (&errand->sight, &self->wanted))
    {
      g_clear_pointer (&self->picture, cairo_surface_destroy);
      self->picture = g_steal_pointer (&picture);
      sight_set (&self->drawn, &errand->sight);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  g_clear_pointer (&picture, cairo_surface_destroy);
  look (self);
  talks_sheets_unref (errand->sight.sheets);
  g_object_unref (errand->preview);
  g_free (errand);
}

/* Has drawn what is wanted, unless it is there or on its way. */
static void
look (TalksPrintPreview *self)
{
  Errand *errand;

  if (self->drawing || self->wanted.sheets == NULL || self->wanted.scale <= 0
      || (self->picture != NULL && sight_is_same_page (&self->wanted, &self->drawn)
          && self->wanted.scale == self->drawn.scale))
    return;
  self->drawing = TRUE;
  errand = g_new0 (Errand, 1);
  errand->preview = g_object_ref (self);
  sight_set (&errand->sight, &self->wanted);
  talks_print_work_draw (self->wanted.sheets, self->wanted.page, self->wanted.scale, drawn_cb, errand);
}

static double
get_scale (TalksPrintPreview *self,
           TalksSheets       *sheets,
           int                width,
           int                height)
{
  return MAX (0, MIN ((width - 2 * PAGE_MARGIN) / talks_sheets_get_width (sheets),
                      (height - 2 * PAGE_MARGIN) / talks_sheets_get_height (sheets)));
}

static void
size_cb (GtkDrawingArea *area,
         int             width,
         int             height)
{
  TalksPrintPreview *self = TALKS_PRINT_PREVIEW (area);

  if (self->wanted.sheets == NULL)
    return;
  self->wanted.scale = get_scale (self, self->wanted.sheets, width, height)
                       * gtk_widget_get_scale_factor (GTK_WIDGET (self)) * FINENESS;
  look (self);
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  TalksPrintPreview *self = TALKS_PRINT_PREVIEW (area);
  double page_width;
  double page_height;
  double scale;

  if (self->picture == NULL)
    return;
  scale = get_scale (self, self->drawn.sheets, width, height);
  page_width = talks_sheets_get_width (self->drawn.sheets) * scale;
  page_height = talks_sheets_get_height (self->drawn.sheets) * scale;
  cairo_translate (cr, floor ((width - page_width) / 2), floor ((height - page_height) / 2));
  cairo_set_source_rgba (cr, 0, 0, 0, 0.25);
  cairo_rectangle (cr, -1, -1, page_width + 2, page_height + 3);
  cairo_fill (cr);
  cairo_rectangle (cr, 0, 0, page_width, page_height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale / self->drawn.scale, scale / self->drawn.scale);
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_paint_with_alpha (cr, sight_is_same_page (&self->drawn, &self->wanted) ? 1 : PALE);
}

/* ---- the door ---- */

void
talks_print_preview_show (TalksPrintPreview *self,
                          TalksSheets       *sheets,
                          guint              page)
{
  Sight wanted = { sheets, page, 0 };

  g_return_if_fail (TALKS_IS_PRINT_PREVIEW (self));
  g_return_if_fail (sheets == NULL || page < talks_sheets_get_n_pages (sheets));

  sight_set (&self->wanted, &wanted);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  size_cb (GTK_DRAWING_AREA (self), gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

void
talks_print_preview_clear (TalksPrintPreview *self)
{
  const Sight none = { NULL, 0, 0 };

  g_return_if_fail (TALKS_IS_PRINT_PREVIEW (self));

  sight_set (&self->wanted, &none);
  sight_set (&self->drawn, &none);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- life ---- */

static void
talks_print_preview_dispose (GObject *object)
{
  talks_print_preview_clear (TALKS_PRINT_PREVIEW (object));
  G_OBJECT_CLASS (talks_print_preview_parent_class)->dispose (object);
}

static void
talks_print_preview_class_init (TalksPrintPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = talks_print_preview_dispose;
  GTK_DRAWING_AREA_CLASS (klass)->resize = size_cb;
}

static void
scale_factor_cb (TalksPrintPreview *self)
{
  size_cb (GTK_DRAWING_AREA (self), gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
talks_print_preview_init (TalksPrintPreview *self)
{
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_cb), NULL);
}
