/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window that says what differs between two documents. */

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

G_END_DECLS
