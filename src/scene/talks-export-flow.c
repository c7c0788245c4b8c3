/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-export-flow.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "talks-export-private.h"

#define MARGIN 40.0
#define COLUMN_GAP 26.0
#define COLUMN_LEAST 300.0 /* a narrower page has one column */

/* ---- pages and columns ---- */

static void
set_color (cairo_t    *cr,
           TalksColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static PangoLayout *
make_layout (TalksFlow  *self,
             const char *text,
             double      size,
             gboolean    bold)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font;

  font = pango_font_description_copy (pango_context_get_font_description (self->context));
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
draw_foot (TalksFlow *self)
{
  g_autofree char *number = NULL;
  double y = self->height - MARGIN * 0.62;
  int width;

  /* Translators: at the foot of a printed page. */
  number = g_strdup_printf (_("Page %1$d of %2$d"), self->page, self->n_pages);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (PangoLayout) layout = make_layout (self, i == 0 ? self->title : number, 8, FALSE);

      pango_layout_get_size (layout, &width, NULL);
      set_color (self->cr, self->palette->dim_text);
      if (i == 0)
        {
          pango_layout_set_width (layout, (int) ((self->width - 2 * MARGIN - 110) * PANGO_SCALE));
          pango_layout_set_height (layout, -1);
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
        }
      cairo_move_to (self->cr,
                     i == 0 ? MARGIN : self->width - MARGIN - pango_units_to_double (width), y);
      pango_cairo_show_layout (self->cr, layout);
    }
}

void
talks_flow_begin_page (TalksFlow *self)
{
  g_return_if_fail (self != NULL);

  self->n_columns = (int) CLAMP (floor ((self->width - 2 * MARGIN) / COLUMN_LEAST), 1, 3);
  self->column_width = (self->width - 2 * MARGIN - (self->n_columns - 1) * COLUMN_GAP) / self->n_columns;
  self->page++;
  self->column = 0;
  self->y = MARGIN;
  if (self->cr == NULL)
    return;
  cairo_show_page (self->cr);
  talks_export_fill (self->cr, self->palette->surface, self->width, self->height);
  draw_foot (self);
}

static void
next_column (TalksFlow *self)
{
  if (self->column + 1 < self->n_columns)
    {
      self->column++;
      self->y = MARGIN;
    }
  else
    talks_flow_begin_page (self);
}

static double
bottom (const TalksFlow *self)
{
  return self->height - MARGIN;
}

static double
column_x (const TalksFlow *self)
{
  return MARGIN + self->column * (self->column_width + COLUMN_GAP);
}

/* ---- paragraphs ---- */

/* The value of a Cairo attribute: between quotes, with quotes and backslashes escaped. */
static char *
quote_attribute (const char *value)
{
  GString *quoted = g_string_new ("'");

  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '\'');
  return g_string_free (quoted, FALSE);
}

static void
draw_line (TalksFlow            *self,
           PangoLayoutLine      *line,
           const TalksFlowStyle *style,
           double                baseline)
{
  if (style->link != NULL)
    {
      /* An address in a PDF has ASCII letters only; Cairo 1.18 refuses others. */
      g_autofree char *ascii = g_uri_escape_string (style->link, G_URI_RESERVED_CHARS_GENERIC_DELIMITERS
                                                    G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS "%", FALSE);
      g_autofree char *uri = quote_attribute (ascii);
      g_autofree char *attributes = g_strconcat ("uri=", uri, NULL);

      cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
    }
  set_color (self->cr, style->color);
  cairo_move_to (self->cr, column_x (self) + style->indent, baseline);
  pango_cairo_show_layout_line (self->cr, line);
  if (style->link != NULL)
    cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

/* Sets a paragraph line by line, on into the next column where it must. Lines keep the distance
 * that the font asks for. */
void
talks_flow_put_text (TalksFlow      *self,
                     const char     *text,
                     TalksFlowStyle  style)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoLayoutIter *iter;

  g_return_if_fail (self != NULL && self->n_columns > 0);

  if (text == NULL || *text == '\0')
    return;

  layout = make_layout (self, text, style.size, style.bold);
  pango_layout_set_width (layout, (int) ((self->column_width - style.indent) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  if (self->y > MARGIN)
    self->y += style.before;
  if (self->y > MARGIN && self->y + style.keep > bottom (self))
    next_column (self);

  iter = pango_layout_get_iter (layout);
  do
    {
      PangoRectangle logical;
      double height;
      double ascent;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      height = pango_units_to_double (logical.height);
      ascent = pango_units_to_double (pango_layout_iter_get_baseline (iter) - logical.y);
      if (self->y > MARGIN && self->y + height > bottom (self) + 0.01)
        next_column (self);
      if (self->cr != NULL)
        draw_line (self, pango_layout_iter_get_line_readonly (iter), &style, self->y + ascent);
      self->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

gboolean
talks_flow_put_box (TalksFlow *self,
                    double     height,
                    double    *x,
                    double    *y)
{
  g_return_val_if_fail (self != NULL && self->n_columns > 0, FALSE);
  g_return_val_if_fail (x != NULL && y != NULL, FALSE);

  if (self->y > MARGIN && self->y + height > bottom (self))
    next_column (self);
  *x = column_x (self);
  *y = self->y;
  self->y += height;
  return self->cr != NULL;
}

int
talks_flow_add_bookmark (TalksFlow  *self,
                         const char *name,
                         int         parent)
{
  g_autofree char *attributes = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, CAIRO_PDF_OUTLINE_ROOT);

  if (self->cr == NULL)
    return CAIRO_PDF_OUTLINE_ROOT;
  attributes = g_strdup_printf ("page=%d pos=[%d %d]", self->page, (int) column_x (self),
                                (int) MAX (self->y - 12, 0));
  return cairo_pdf_surface_add_outline (self->surface, parent, name, attributes, (cairo_pdf_outline_flags_t) 0);
}
