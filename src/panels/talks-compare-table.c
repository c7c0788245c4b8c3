/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-compare-table.h"

#define FOCUS_ROOM 8 /* pixels around what has the focus */

struct _TalksCompareTable
{
  GtkWidget  parent_instance;
  GtkWidget *header; /* TalksCompareRow; may be NULL */
  GtkWidget *scroller;
  GtkWidget *rows;
  GtkRoot   *root; /* whose focus is followed */
};

G_DEFINE_FINAL_TYPE (TalksCompareTable, talks_compare_table, GTK_TYPE_WIDGET)

GtkAdjustment *
talks_compare_table_get_scroll (TalksCompareTable *self)
{
  g_return_val_if_fail (TALKS_IS_COMPARE_TABLE (self), NULL);
  return gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

GtkBox *
talks_compare_table_get_rows (TalksCompareTable *self)
{
  g_return_val_if_fail (TALKS_IS_COMPARE_TABLE (self), NULL);
  return GTK_BOX (self->rows);
}

/* ---- layout ---- */

/* The width of the rows when the table is that wide: they do not shrink below their minimum. */
static int
get_rows_width (TalksCompareTable *self,
                int                width)
{
  int minimum;

  gtk_widget_measure (self->rows, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return MAX (width, minimum);
}

static int
measure_header (TalksCompareTable *self,
                int                width)
{
  int minimum;
  int height;

  if (self->header == NULL)
    return 0;
  /* Rows with long words may be wider than the header needs, never narrower. */
  gtk_widget_measure (self->header, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, MAX (minimum, get_rows_width (self, width)), &height,
                      NULL, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
talks_compare_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
talks_compare_table_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  TalksCompareTable *self = TALKS_COMPARE_TABLE (widget);

  gtk_widget_measure (self->scroller, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int header = measure_header (self, for_size);

      *minimum += header;
      *natural += header;
    }
}

static void
talks_compare_table_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  TalksCompareTable *self = TALKS_COMPARE_TABLE (widget);
  GtkAdjustment *scroll = talks_compare_table_get_scroll (self);
  int header = measure_header (self, width);
  int minimum;

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation) { 0, header, width, MAX (height - header, 0) }, -1);
  if (self->header == NULL)
    return;
  /* Now the adjustment knows how wide the rows have become beside a scrollbar. */
  gtk_widget_measure (self->header, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->header,
                            &(GtkAllocation) { -(int) gtk_adjustment_get_value (scroll), 0,
                                               MAX (minimum, (int) gtk_adjustment_get_upper (scroll)), header },
                            -1);
}

/* ---- focus ---- */

static void
reveal (TalksCompareTable *self,
        GtkWidget         *focus)
{
  GtkAdjustment *sideways = talks_compare_table_get_scroll (self);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget *row = gtk_widget_get_ancestor (focus, TALKS_TYPE_COMPARE_ROW);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  graphene_rect_t bounds;
  double cover;
  double start;
  double end;

  if (row == NULL || !gtk_widget_compute_bounds (focus, self->rows, &bounds))
    return;
  gtk_adjustment_clamp_page (down, bounds.origin.y - FOCUS_ROOM,
                             bounds.origin.y + bounds.size.height + FOCUS_ROOM);
  /* A body follows sideways by itself. */
  if (talks_compare_row_get_body (TALKS_COMPARE_ROW (row)) != NULL
      && gtk_widget_is_ancestor (focus, talks_compare_row_get_body (TALKS_COMPARE_ROW (row))))
    return;
  cover = talks_compare_row_get_head_width (TALKS_COMPARE_ROW (row));
  start = bounds.origin.x - (mirrored ? FOCUS_ROOM : cover);
  end = bounds.origin.x + bounds.size.width + (mirrored ? cover : FOCUS_ROOM);
  gtk_adjustment_clamp_page (sideways, start, end);
}

static void
on_focus_changed (TalksCompareTable *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->rows))
    reveal (self, focus);
}

static void
talks_compare_table_root (GtkWidget *widget)
{
  TalksCompareTable *self = TALKS_COMPARE_TABLE (widget);

  GTK_WIDGET_CLASS (talks_compare_table_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  g_signal_connect_swapped (self->root, "notify::focus-widget", G_CALLBACK (on_focus_changed), self);
}

static void
talks_compare_table_unroot (GtkWidget *widget)
{
  TalksCompareTable *self = TALKS_COMPARE_TABLE (widget);

  g_signal_handlers_disconnect_by_func (self->root, on_focus_changed, self);
  self->root = NULL;
  GTK_WIDGET_CLASS (talks_compare_table_parent_class)->unroot (widget);
}

/* ---- life ---- */

static void
talks_compare_table_dispose (GObject *object)
{
  TalksCompareTable *self = TALKS_COMPARE_TABLE (object);

  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (talks_compare_table_parent_class)->dispose (object);
}

static void
talks_compare_table_class_init (TalksCompareTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_compare_table_dispose;
  widget_class->get_request_mode = talks_compare_table_get_request_mode;
  widget_class->measure = talks_compare_table_measure;
  widget_class->size_allocate = talks_compare_table_size_allocate;
  widget_class->root = talks_compare_table_root;
  widget_class->unroot = talks_compare_table_unroot;
  gtk_widget_class_set_css_name (widget_class, "comparetable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
talks_compare_table_init (TalksCompareTable *self)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->rows);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), viewport);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (talks_compare_table_get_scroll (self), "value-changed",
                           G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
}

GtkWidget *
talks_compare_table_new (void)
{
  return g_object_new (TALKS_TYPE_COMPARE_TABLE, NULL);
}

void
talks_compare_table_set_header (TalksCompareTable *self,
                                GtkWidget         *header)
{
  g_return_if_fail (TALKS_IS_COMPARE_TABLE (self));
  g_return_if_fail (header == NULL || TALKS_IS_COMPARE_ROW (header));

  g_clear_pointer (&self->header, gtk_widget_unparent);
  self->header = header;
  if (header != NULL)
    gtk_widget_insert_before (header, GTK_WIDGET (self), self->scroller);
}
