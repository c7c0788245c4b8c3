/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksWrapLayout: children side by side at the size they like; those that have no room begin another row. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TALKS_TYPE_WRAP_LAYOUT (talks_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (TalksWrapLayout, talks_wrap_layout, TALKS, WRAP_LAYOUT, GtkLayoutManager)

/* spacing: pixels between two children, and between two rows. */
GtkLayoutManager *talks_wrap_layout_new (int spacing);

G_END_DECLS
