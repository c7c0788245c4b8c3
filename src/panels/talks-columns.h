/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksColumns: its children side by side where there is room, else below each other.
 *
 * All columns are equally wide, all children of one line equally high. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TALKS_TYPE_COLUMNS (talks_columns_get_type ())
G_DECLARE_FINAL_TYPE (TalksColumns, talks_columns, TALKS, COLUMNS, GtkWidget)

/* width: what a column needs at least before there are two; spacing: between them; pixels. */
GtkWidget *talks_columns_new    (int           width,
                                 int           spacing);

/* Takes child. */
void       talks_columns_append (TalksColumns *self,
                                 GtkWidget    *child);

G_END_DECLS
