/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-export-flow.h"

#include <math.h>

#define MARGIN 40.0
#define COLUMN_GAP 26.0
#define COLUMN_LEAST 300.0 /* a narrower page has one column */
#define BOX_GAP 7.0

/* ---- pages and columns ---- */

static void
begin_page (TalksFlow *self)
{
  talks_sheets_add_page (self->sheets);
  self->column = 0;
  self->y = MARGIN;
}

void
talks_flow_init (TalksFlow   *self,
                 TalksSheets *sheets)
{
  double width;

  g_return_if_fail (self != NULL && sheets != NULL);

  width = talks_sheets_get_width (sheets) - 2 * MARGIN;
  *self = (TalksFlow) { .sheets = sheets };
  self->n_columns = (int) CLAMP (floor (width / COLUMN_LEAST), 1, 3);
  self->column_width = (width - (self->n_columns - 1) * COLUMN_GAP) / self->n_columns;
  begin_page (self);
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
    begin_page (self);
}

static double
bottom (const TalksFlow *self)
{
  return talks_sheets_get_height (self->sheets) - MARGIN;
}

static double
column_x (const TalksFlow *self)
{
  return MARGIN + self->column * (self->column_width + COLUMN_GAP);
}

void
talks_flow_need (TalksFlow *self,
                 double     height)
{
  g_return_if_fail (self != NULL && self->sheets != NULL);

  if (!self->measuring && self->y > MARGIN && self->y + height > bottom (self) + 0.01)
    next_column (self);
}

void
talks_flow_begin_measuring (TalksFlow *self)
{
  g_return_if_fail (self != NULL && !self->measuring);

  self->measuring = TRUE;
  self->measured_from = self->y;
  self->y = MARGIN + 1; /* not at the head of a column */
}

double
talks_flow_end_measuring (TalksFlow *self)
{
  double height;

  g_return_val_if_fail (self != NULL && self->measuring, 0);

  height = self->y - MARGIN - 1;
  self->measuring = FALSE;
  self->y = self->measured_from;
  return height;
}

/* ---- things ---- */

/* The distance above something, unless it begins a column. */
static void
leave_gap (TalksFlow            *self,
           const TalksFlowStyle *style)
{
  if (self->y > MARGIN)
    self->y += style->before;
  talks_flow_need (self, style->keep);
}

static TalksSheetStyle
sheet_style (const TalksFlowStyle *style)
{
  return (TalksSheetStyle) { .size = style->size, .bold = style->bold, .color = style->color, .link = style->link };
}

void
talks_flow_put_text (TalksFlow      *self,
                     const char     *text,
                     TalksFlowStyle  style)
{
  const TalksSheetStyle sheet = sheet_style (&style);
  g_autoptr (PangoLayout) layout = NULL;
  PangoLayoutIter *iter;
  double width;
  double start;
  guint first = 0;
  guint n = 0;

  g_return_if_fail (self != NULL && self->sheets != NULL);

  if (text == NULL || *text == '\0')
    return;

  leave_gap (self, &style);
  width = self->column_width - style.indent;
  layout = talks_sheets_make_layout (self->sheets, text, &sheet, width);
  start = self->y;
  iter = pango_layout_get_iter (layout);
  do
    {
      PangoRectangle logical;
      double height;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      height = pango_units_to_double (logical.height);
      if (!self->measuring && self->y > MARGIN && self->y + height > bottom (self) + 0.01)
        {
          if (n > first)
            talks_sheets_put_lines (self->sheets, text, &sheet, column_x (self) + style.indent, start, width, first,
                                    n - first);
          next_column (self);
          start = self->y;
          first = n;
        }
      self->y += height;
      n++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  if (!self->measuring)
    talks_sheets_put_lines (self->sheets, text, &sheet, column_x (self) + style.indent, start, width, first, n - first);
}

void
talks_flow_put_drawing (TalksFlow      *self,
                        double          height,
                        TalksSheetFunc  func,
                        gpointer        data,
                        GDestroyNotify  destroy)
{
  g_return_if_fail (self != NULL && self->sheets != NULL && func != NULL);

  talks_flow_need (self, height);
  if (!self->measuring)
    talks_sheets_put_drawing (self->sheets, column_x (self), self->y, func, data, destroy);
  else if (destroy != NULL)
    destroy (data);
  self->y += height;
}

void
talks_flow_put_choices (TalksFlow      *self,
                        double          box_width,
                        GPtrArray      *texts,
                        guint           n_columns,
                        TalksFlowStyle  style)
{
  const TalksSheetStyle sheet = sheet_style (&style);
  double line = talks_sheets_measure (self->sheets, "X", &sheet, -1);
  double box = MIN (box_width, style.size + 1);
  double step = (self->column_width - style.indent) / n_columns;
  double width = step - box_width - BOX_GAP - (n_columns > 1 ? BOX_GAP : 0);

  g_return_if_fail (self != NULL && self->sheets != NULL && texts != NULL && n_columns > 0);

  for (guint i = 0; i < texts->len; i += n_columns)
    {
      double height = line;

      for (guint j = i; j < MIN (i + n_columns, texts->len); j++)
        height = MAX (height, talks_sheets_measure (self->sheets, texts->pdata[j], &sheet, width));
      style.keep = height;
      leave_gap (self, &style);
      for (guint j = i; !self->measuring && j < MIN (i + n_columns, texts->len); j++)
        {
          double x = column_x (self) + style.indent + (j - i) * step;

          talks_sheets_put_box (self->sheets, x, self->y + (line - box) / 2, box_width, box,
                                talks_sheets_get_palette (self->sheets)->text);
          talks_sheets_put_text (self->sheets, texts->pdata[j], &sheet, x + box_width + BOX_GAP, self->y, width);
        }
      self->y += height;
    }
}

void
talks_flow_put_rules (TalksFlow *self,
                      guint      n,
                      double     spacing,
                      double     indent)
{
  g_return_if_fail (self != NULL && self->sheets != NULL);

  for (guint i = 0; i < n; i++)
    {
      talks_flow_need (self, spacing);
      self->y += spacing;
      if (!self->measuring)
        talks_sheets_put_rule (self->sheets, column_x (self) + indent, self->y, self->column_width - indent,
                               talks_sheets_get_palette (self->sheets)->dim_text);
    }
}

guint
talks_flow_add_bookmark (TalksFlow  *self,
                         const char *name,
                         guint       parent)
{
  g_return_val_if_fail (self != NULL && self->sheets != NULL && name != NULL, 0);

  if (self->measuring)
    return 0;
  return talks_sheets_add_bookmark (self->sheets, name, parent, column_x (self), self->y);
}
