/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs between two documents, to be read: in a window of its own, or as a part of another. */

#pragma once

#include <gtk/gtk.h>

#include "talks-document.h"

G_BEGIN_DECLS

/* intro is a sentence that says from what to what; lang the language of the documents' texts. Looks at the
 * documents at once, and does not keep them. */
void talks_difference_window_show (GtkWindow     *parent,
                                   const char    *intro,
                                   TalksDocument *from,
                                   TalksDocument *to,
                                   const char    *lang);

/* A block for each TalksDifference, of the first most, and how many more there are. Floating. */
GtkWidget *talks_difference_rows_new (GPtrArray *differences,
                                      guint      most);

G_END_DECLS
