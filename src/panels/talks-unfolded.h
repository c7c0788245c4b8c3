/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which disclosures below a widget are open, those within others too, told by keys that are the same in another panel
 * that shows the same: the key of the row they are in (talks-place.h), and the how manieth they are there. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Free with g_strfreev(). */
char      **talks_unfolded_list (GtkWidget          *root);

/* Opens those, closes all others. Returns the first that was closed, or NULL. */
GtkWidget  *talks_unfolded_set  (GtkWidget          *root,
                                 const char * const *keys);

G_END_DECLS
