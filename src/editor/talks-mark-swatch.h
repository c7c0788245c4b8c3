/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksMarkSwatch: the mark of a party in its colour, as a small picture. It says nothing to a screen reader: words
 * stand beside it. */

#pragma once

#include <gtk/gtk.h>

#include "talks-drawing.h"
#include "talks-record.h"

G_BEGIN_DECLS

#define TALKS_TYPE_MARK_SWATCH (talks_mark_swatch_get_type ())
G_DECLARE_FINAL_TYPE (TalksMarkSwatch, talks_mark_swatch, TALKS, MARK_SWATCH, TalksDrawing)

/* size: diameter in pixels. */
GtkWidget *talks_mark_swatch_new  (double           size);

/* color: "#rrggbb"; NULL: that of the text. */
void       talks_mark_swatch_show (TalksMarkSwatch *self,
                                   TalksMark        mark,
                                   const char      *color);

G_END_DECLS
