/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksImportGrid: the first rows of a table, and over each column the field that it is taken as. */

#pragma once

#include <gtk/gtk.h>

#include "talks-import.h"

G_BEGIN_DECLS

#define TALKS_TYPE_IMPORT_GRID (talks_import_grid_get_type ())
G_DECLARE_FINAL_TYPE (TalksImportGrid, talks_import_grid, TALKS, IMPORT_GRID, GtkWidget)

/* Emits "chosen" (int column, const char *field, "" for none) when the user chooses another field. Floating. */
GtkWidget *talks_import_grid_new  (void);

/* Shows the table; where its rows are the same as before (same_rows), only the fields are set anew. */
void       talks_import_grid_show (TalksImportGrid        *self,
                                   const TalksImportTable *table,
                                   gboolean                same_rows);

G_END_DECLS
