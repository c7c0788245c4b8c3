/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksBar: the upright stroke in a party's colour at the edge of a card. It says nothing to a
 * screen reader. */

#pragma once

#include <gtk/gtk.h>

#include "talks-palette.h"

G_BEGIN_DECLS

#define TALKS_TYPE_BAR (talks_bar_get_type ())
G_DECLARE_FINAL_TYPE (TalksBar, talks_bar, TALKS, BAR, GtkWidget)

GtkWidget *talks_bar_new (TalksColor color);

G_END_DECLS
