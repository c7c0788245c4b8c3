/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksPickerItem: a record in a list to choose from. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

#define TALKS_TYPE_PICKER_ITEM (talks_picker_item_get_type ())
G_DECLARE_FINAL_TYPE (TalksPickerItem, talks_picker_item, TALKS, PICKER_ITEM, GObject)

/* The records of these kinds (1 << kind), as a list of TalksPickerItem: participants by party, events by time, the others
 * as the document has them. */
GListStore        *talks_picker_item_list        (TalksDocument   *document,
                                                  guint            kinds,
                                                  const char      *lang);

/* Of the item. */
TalksRecord       *talks_picker_item_get_record  (TalksPickerItem *self);
const char        *talks_picker_item_get_title   (TalksPickerItem *self);
const char        *talks_picker_item_get_caption (TalksPickerItem *self);

/* Whose mark stands for it; NULL: none. */
TalksParty        *talks_picker_item_get_party   (TalksPickerItem *self);

/* Whether each word of query, as of talks_query_fold(), occurs in it. */
gboolean           talks_picker_item_matches     (TalksPickerItem *self,
                                                  const char      *query);

G_END_DECLS
