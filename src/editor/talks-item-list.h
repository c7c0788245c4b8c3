/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksItemList: items in a box, each of which can be moved up and down and removed, and something to add more with.
 *
 * It moves and removes the widgets; who has it does the same to the value. By keyboard: the buttons of each item, or
 * Alt+Up and Alt+Down and Alt+Delete anywhere in it.
 * Signals: "moved" (guint from, guint to), "removed" (guint i), after the widgets have. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TALKS_TYPE_ITEM_LIST (talks_item_list_get_type ())
G_DECLARE_FINAL_TYPE (TalksItemList, talks_item_list, TALKS, ITEM_LIST, GtkWidget)

GtkWidget *talks_item_list_new         (void);

/* What stands below the items. */
void       talks_item_list_set_add     (TalksItemList *self,
                                        GtkWidget     *add);

/* name is what the item is called: its buttons say it. */
void       talks_item_list_append      (TalksItemList *self,
                                        GtkWidget     *content,
                                        const char    *name);
void       talks_item_list_clear       (TalksItemList *self);
guint      talks_item_list_get_n_items (TalksItemList *self);
GtkWidget *talks_item_list_get_content (TalksItemList *self,
                                        guint          i);

/* Moves the focus into the item, or to what adds when there is none of that number. */
void       talks_item_list_focus       (TalksItemList *self,
                                        guint          i);

G_END_DECLS
