/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksLineLayout: children side by side, as GtkBoxLayout lays them out, but for texts that wrap.
 *
 * Width is shared by what the children need and like when they may be as high as they want, then among
 * those that expand. GtkBoxLayout asks each child how narrow it can be at the height of the line, which
 * breaks a text dozens of times until it fits; here nobody is asked for a width at a height. Children
 * aligned to the baseline share one. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TALKS_TYPE_LINE_LAYOUT (talks_line_layout_get_type ())
G_DECLARE_FINAL_TYPE (TalksLineLayout, talks_line_layout, TALKS, LINE_LAYOUT, GtkLayoutManager)

/* spacing: pixels between two children, 0 or more. Made as a layout manager type it has none. */
GtkLayoutManager *talks_line_layout_new (int spacing);

G_END_DECLS
