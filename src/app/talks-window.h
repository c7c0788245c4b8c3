/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksWindow: one session on screen: the timeline between its panels.
 *
 * Puts the drawn timeline, the panels and the footer on one TalksSession, hands all of them the
 * palette in force, and opens documents. A document that cannot be read leaves the window as it
 * was, with a message. */

#pragma once

#include "talks-application.h"
#include "talks-theme.h"

G_BEGIN_DECLS

#define TALKS_TYPE_WINDOW (talks_window_get_type ())
G_DECLARE_FINAL_TYPE (TalksWindow, talks_window, TALKS, WINDOW, GtkApplicationWindow)

TalksWindow  *talks_window_new          (TalksApplication *application,
                                         TalksThemeKeeper *theme);

/* Reads on a worker; the window shows what it had until the new document is whole. While there is work in it that is not
 * saved, another window opens the file. */
void          talks_window_open_file    (TalksWindow      *self,
                                         GFile            *file);
void          talks_window_open_bundled (TalksWindow      *self);

/* NULL before the first document, and while it is in no file. */
GFile        *talks_window_get_file     (TalksWindow      *self);

G_END_DECLS
