/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksRecordRow: any record in a list: the mark of its party, its title, and below that its date and
 * whatever else tells it from the others. */

#pragma once

#include <gtk/gtk.h>

#include "talks-panel.h"

G_BEGIN_DECLS

#define TALKS_TYPE_RECORD_ROW (talks_record_row_get_type ())
G_DECLARE_FINAL_TYPE (TalksRecordRow, talks_record_row, TALKS, RECORD_ROW, GtkWidget)

GtkWidget  *talks_record_row_new      (void);

/* Shows record as panel sees it. heading stands above the row, note before the caption, excerpt below
 * it; each may be NULL. */
void        talks_record_row_show     (TalksRecordRow *self,
                                       TalksPanel     *panel,
                                       TalksRecord    *record,
                                       const char     *heading,
                                       const char     *note,
                                       const char     *excerpt);

/* The same record in the colours, language and light of now. */
void        talks_record_row_update   (TalksRecordRow *self,
                                       TalksPanel     *panel);

/* What is shown, for a screen reader: "title, caption". Owned by the row; NULL before it shows. */
const char *talks_record_row_get_name (TalksRecordRow *self);

G_END_DECLS
