/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A growing list: the head of a long list, to which the rest is added little by little.
 *
 * GtkListView makes rows for up to 200 items at once, far more than can be seen; with texts that wrap
 * that takes longer than the next key of somebody who types. So a list view is given what fills a
 * window, and the rest while nobody is waiting. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes all. Nothing is left out until the list is restarted. */
GtkSliceListModel *talks_growing_list_new     (GListModel        *all);

/* Begins with the head again: to be called just before all gets another content. */
void               talks_growing_list_restart (GtkSliceListModel *self);

/* Makes sure that the item at position of all is in the list, if there is one. */
void               talks_growing_list_reach   (GtkSliceListModel *self,
                                               guint              position);

G_END_DECLS
