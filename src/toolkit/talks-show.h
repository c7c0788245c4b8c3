/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of a document's texts into labels: as plain text, and no more of it than can be shown
 * (see talks-shown.h). */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label that wraps shows lines, another one line. text may be NULL. */
void talks_show_text    (GtkLabel   *label,
                         const char *text);

/* text may be NULL: there is no tooltip then. */
void talks_show_tooltip (GtkWidget  *widget,
                         const char *text);

/* Of a window; one line. */
void talks_show_title   (GtkWindow  *window,
                         const char *title);

/* What screen readers call it. */
void talks_show_name    (GtkWidget  *widget,
                         const char *name);

G_END_DECLS
