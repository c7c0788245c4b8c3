/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksSourceRow: a source with its number, its title as a link where it has an address that may be
 * opened, and who published it when.
 *
 * The address is opened in the browser by a click only; its whole text stands in the tooltip. */

#pragma once

#include <gtk/gtk.h>

#include "talks-panel.h"

G_BEGIN_DECLS

#define TALKS_TYPE_SOURCE_ROW (talks_source_row_get_type ())
G_DECLARE_FINAL_TYPE (TalksSourceRow, talks_source_row, TALKS, SOURCE_ROW, GtkWidget)

GtkWidget *talks_source_row_new         (void);

/* number stands before the title; 0: none. citing: offers the records that cite the source. */
void       talks_source_row_show        (TalksSourceRow     *self,
                                         TalksPanel         *panel,
                                         TalksSource        *source,
                                         guint               number,
                                         gboolean            citing);

/* Opens the list of records that cite the source, if it is offered and there are any. */
void       talks_source_row_show_citing (TalksSourceRow     *self);

/* Appends a numbered row for each of ids to box. An id without a source is shown as it is. */
void       talks_source_row_append_all  (GtkBox             *box,
                                         TalksPanel         *panel,
                                         const char * const *ids);

G_END_DECLS
