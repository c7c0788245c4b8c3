/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing something into view after what has just changed has its new place.
 *
 * Both wait until the next frame is laid out; what has been destroyed by then is forgotten. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls as little as possible so that child is seen: its start, if it is too high. scroller is a
 * GtkScrolledWindow around a viewport that child is in. */
void talks_reveal_child (GtkWidget *scroller,
                         GtkWidget *child);

/* The same for the row at position of a GtkListView. */
void talks_reveal_item  (GtkWidget *list,
                         guint      position);

/* Whether one of these is what scrolls scroller just now, and not its reader. */
gboolean talks_reveal_is_scrolling (GtkWidget *scroller);

G_END_DECLS
