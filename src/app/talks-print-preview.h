/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksPrintPreview: one page of sheets, as large as there is room.
 *
 * The page is drawn by a worker, so that a full one does not hold up the window; until it is there, what was seen
 * before stays, paler. */

#pragma once

#include <gtk/gtk.h>

#include "talks-sheets.h"

G_BEGIN_DECLS

#define TALKS_TYPE_PRINT_PREVIEW (talks_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (TalksPrintPreview, talks_print_preview, TALKS, PRINT_PREVIEW, GtkDrawingArea)

/* sheets: NULL while there are none. page: one of theirs. */
void talks_print_preview_show (TalksPrintPreview *self,
                               TalksSheets       *sheets,
                               guint              page);
/* There will be none: nothing is seen. */
void talks_print_preview_clear (TalksPrintPreview *self);

G_END_DECLS
