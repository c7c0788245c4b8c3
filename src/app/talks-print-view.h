/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksPrintView: a window in which one chooses what is put on paper, and sees it.
 *
 * The timeline on one page or on several, a handout of a tour, a worksheet, its answers: on A4 or Letter, in colour or
 * in black and white, printed or saved as PDF. Modal: the document does not change while it is there.
 *
 * Emits "told" (const char *) when something was printed or saved, with a sentence about it; it then closes. */

#pragma once

#include <gtk/gtk.h>

#include "talks-session.h"

G_BEGIN_DECLS

#define TALKS_TYPE_PRINT_VIEW (talks_print_view_get_type ())
G_DECLARE_FINAL_TYPE (TalksPrintView, talks_print_view, TALKS, PRINT_VIEW, GtkWindow)

/* visible: the days that the window of parent shows. */
TalksPrintView *talks_print_view_new (GtkWindow    *parent,
                                      TalksSession *session,
                                      TalksSpan     visible);

G_END_DECLS
