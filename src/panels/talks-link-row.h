/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksLinkRow: a button that shows a record and goes to it (talks_panel_activate()).
 *
 * Closes the popover it is in, if any. */

#pragma once

#include <gtk/gtk.h>

#include "talks-panel.h"

G_BEGIN_DECLS

#define TALKS_TYPE_LINK_ROW (talks_link_row_get_type ())
G_DECLARE_FINAL_TYPE (TalksLinkRow, talks_link_row, TALKS, LINK_ROW, GtkButton)

/* note: words before the caption, such as a relation; may be NULL. */
GtkWidget *talks_link_row_new        (TalksPanel  *panel,
                                      TalksRecord *record,
                                      const char  *note);

/* Around any content of a card; name is what a screen reader calls it. */
GtkWidget *talks_link_row_new_around (TalksRecord *record,
                                      GtkWidget   *child,
                                      const char  *name);

/* Appends a row for each of records (of any kind; may be NULL) to box. */
void       talks_link_row_append_all (GtkBox      *box,
                                      TalksPanel  *panel,
                                      GPtrArray   *records);

/* Has all rows below root look again at the highlight. */
void       talks_link_row_update_all (GtkWidget   *root,
                                      TalksPanel  *panel);

G_END_DECLS
