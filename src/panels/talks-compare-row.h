/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksCompareRow: one row of the comparison: a head with a title, columns of one width beside it, and
 * below them, if there is one, a body.
 *
 * All rows of one width have their columns in the same places. When the table is scrolled sideways, a
 * cover with the title stays at the edge in place of the head, and the body stays in view too.
 * Signal: "toggled": the reader opened or closed the row by the toggle in its head. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TALKS_TYPE_COMPARE_ROW (talks_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (TalksCompareRow, talks_compare_row, TALKS, COMPARE_ROW, GtkWidget)

/* scroll: of the table, sideways. */
GtkWidget *talks_compare_row_new            (GtkAdjustment   *scroll);
void       talks_compare_row_set_title      (TalksCompareRow *self,
                                             const char      *title);

/* For the row above all others: texts stand at its lower edge. */
void       talks_compare_row_make_header    (TalksCompareRow *self);

/* Gives the head a toggle with that label; name: what a screen reader calls it. */
void       talks_compare_row_show_toggle    (TalksCompareRow *self,
                                             const char      *label,
                                             const char      *name,
                                             gboolean         sensitive);
gboolean   talks_compare_row_get_open       (TalksCompareRow *self);
void       talks_compare_row_set_open       (TalksCompareRow *self,
                                             gboolean         open);

/* cell takes the next span columns. */
void       talks_compare_row_append         (TalksCompareRow *self,
                                             GtkWidget       *cell,
                                             guint            span);
/* How many columns there are room for, beyond those of the cells. */
void       talks_compare_row_set_n_columns  (TalksCompareRow *self,
                                             guint            n_columns);
GtkWidget *talks_compare_row_get_cell       (TalksCompareRow *self,
                                             guint            i);

/* NULL takes it away. */
void       talks_compare_row_set_body       (TalksCompareRow *self,
                                             GtkWidget       *body);
GtkWidget *talks_compare_row_get_body       (TalksCompareRow *self);

/* The width of the first column, which the cover hides. */
int        talks_compare_row_get_head_width (TalksCompareRow *self);

G_END_DECLS
