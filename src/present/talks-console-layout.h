/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksConsoleLayout: the stage on the left, as large as its shape lets it be, and the words beside it on the right,
 * which get the rest of the width, and always enough to be read. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TALKS_TYPE_CONSOLE_LAYOUT (talks_console_layout_get_type ())
G_DECLARE_FINAL_TYPE (TalksConsoleLayout, talks_console_layout, TALKS, CONSOLE_LAYOUT, GtkLayoutManager)

/* For a widget with two children: left, a vertical GtkBox of head and stage, and right. */
GtkLayoutManager *talks_console_layout_new       (void);

/* ratio: the width of the stage by its height. */
void              talks_console_layout_set_ratio (TalksConsoleLayout *self,
                                                  double              ratio);

G_END_DECLS
