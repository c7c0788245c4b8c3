/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksLine: a box with children side by side, for texts that wrap; see TalksLineLayout. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TALKS_TYPE_LINE (talks_line_get_type ())
G_DECLARE_FINAL_TYPE (TalksLine, talks_line, TALKS, LINE, GtkWidget)

/* spacing: pixels between two children; css_class may be NULL. */
GtkWidget *talks_line_new    (int         spacing,
                              const char *css_class);

/* Takes child. */
void       talks_line_append (TalksLine  *self,
                              GtkWidget  *child);

G_END_DECLS
