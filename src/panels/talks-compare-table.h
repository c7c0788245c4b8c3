/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksCompareTable: rows below each other that scroll, under a header row that stays.
 *
 * The header moves sideways with the rows and has their width. Moving the focus scrolls what has it
 * into view, clear of the covers at the edge. */

#pragma once

#include "talks-compare-row.h"

G_BEGIN_DECLS

#define TALKS_TYPE_COMPARE_TABLE (talks_compare_table_get_type ())
G_DECLARE_FINAL_TYPE (TalksCompareTable, talks_compare_table, TALKS, COMPARE_TABLE, GtkWidget)

GtkWidget     *talks_compare_table_new        (void);

/* What rows scroll sideways by. Owned by the table. */
GtkAdjustment *talks_compare_table_get_scroll (TalksCompareTable *self);

/* NULL takes it away. */
void           talks_compare_table_set_header (TalksCompareTable *self,
                                               GtkWidget         *header);

/* The box of the rows. */
GtkBox        *talks_compare_table_get_rows   (TalksCompareTable *self);

G_END_DECLS
