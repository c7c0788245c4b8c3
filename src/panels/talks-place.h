/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a reader is in a long panel, told by what is there: the row at the top, not how far down it is. So the place is
 * the same in two panels that show the same in other type, of another width, or in another language.
 *
 * Rows are marked with keys, from the whole to its parts: "truce", "truce/north", "truce/north/2". A place whose row is
 * not there is that of the longest beginning of its key that is. A place is a text that only this file reads. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* key is copied. */
void  talks_place_mark       (GtkWidget  *widget,
                              const char *key);

/* Marks the children of box as parts of key. */
void  talks_place_mark_parts (GtkWidget  *box,
                              const char *key);

/* NULL: it is not marked. Owned by the widget. */
const char *talks_place_get_mark (GtkWidget *widget);

/* What is at the top of scroller, a GtkScrolledWindow around a viewport, when all is laid out. Free with g_free(). */
char *talks_place_find       (GtkWidget  *scroller);

/* Scrolls so that it is at the top, as far as there is enough below it. */
void  talks_place_go         (GtkWidget  *scroller,
                              const char *place);

G_END_DECLS
