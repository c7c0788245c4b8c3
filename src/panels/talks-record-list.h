/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of records: the items, rows and headings that outline and search have in common.
 *
 * A TalksRecordItem is a record in a GListModel, with what its row says beside it. */

#pragma once

#include <gtk/gtk.h>

#include "talks-panel.h"

G_BEGIN_DECLS

#define TALKS_TYPE_RECORD_ITEM (talks_record_item_get_type ())
G_DECLARE_FINAL_TYPE (TalksRecordItem, talks_record_item, TALKS, RECORD_ITEM, GObject)

/* heading stands above the row, excerpt below it; either may be NULL. */
TalksRecordItem *talks_record_item_new         (TalksRecord      *record,
                                                const char       *heading,
                                                const char       *excerpt);

/* Owned by the item. */
TalksRecord     *talks_record_item_get_record  (TalksRecordItem  *self);

/* The words of the record as of talks_query_fold(), for filters: title and caption of a source.
 * Owned by the item. */
const char      *talks_record_item_get_words   (TalksRecordItem  *self,
                                                TalksPanel       *panel);

/* Rows that show TalksRecordItems as panel sees them. panel outlives the list. */
GtkListItemFactory *talks_record_list_factory  (TalksPanel       *panel);

/* Has all rows of a list view look again at colours, language and highlight. */
void             talks_record_list_update      (GtkWidget        *list,
                                                TalksPanel       *panel);

/* The place of the item of a record in a model, or GTK_INVALID_LIST_POSITION. */
guint            talks_record_list_find        (GListModel       *model,
                                                const char       *id);

/* Names the row of a list item for screen readers. */
void             talks_record_list_name_item   (GtkListItem      *item,
                                                const char       *name);

G_END_DECLS
