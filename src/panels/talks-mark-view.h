/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksMarkView: the mark of a party, as a small picture.
 *
 * It says nothing to a screen reader: the name of the party stands beside it. */

#pragma once

#include <gtk/gtk.h>

#include "talks-drawing.h"
#include "talks-mark.h"

G_BEGIN_DECLS

#define TALKS_TYPE_MARK_VIEW (talks_mark_view_get_type ())
G_DECLARE_FINAL_TYPE (TalksMarkView, talks_mark_view, TALKS, MARK_VIEW, TalksDrawing)

/* size: diameter in pixels. */
GtkWidget *talks_mark_view_new  (double              size);

/* party may be NULL: a grey circle. palette is borrowed for the time of the call. */
void       talks_mark_view_show (TalksMarkView      *self,
                                 const TalksParty   *party,
                                 TalksMarkLook       look,
                                 const TalksPalette *palette);

G_END_DECLS
