/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of panels share: a small document, a window around a panel, and ways to look at
 * what a reader would see. */

#pragma once

#include <gtk/gtk.h>

#include "talks-document-reader.h"
#include "talks-panel.h"

G_BEGIN_DECLS

/* Two sides (north, south), a mediator and another party; two rounds, "first" of 2022-03-01 and
 * "second" of 2025-05-16. */
TalksDocument *panel_fixture_document   (void);

/* The document of that file. */
TalksDocument *panel_fixture_open       (const char    *path);

/* Shows panel over session in a window of that width, which is returned. */
GtkWidget     *panel_fixture_present    (GtkWidget     *panel,
                                         TalksSession  *session,
                                         int            width);

/* Runs the main loop until what has been asked for is laid out and drawn. */
void           panel_fixture_settle     (void);

/* All texts that widget shows, a line each, in reading order. Free with g_free(). */
char          *panel_fixture_texts      (GtkWidget     *widget);

/* Fails unless one text of widget contains text, or (no) if one does. */
void           panel_fixture_assert_text (GtkWidget    *widget,
                                          const char   *text);
void           panel_fixture_assert_no_text (GtkWidget *widget,
                                             const char *text);

/* The first visible widget of a type whose texts contain text; it must be there. text may be NULL. */
GtkWidget     *panel_fixture_find       (GtkWidget     *widget,
                                         GType          type,
                                         const char    *text);

/* NULL when there is none. */
GtkWidget     *panel_fixture_look_for   (GtkWidget     *widget,
                                         GType          type,
                                         const char    *text);

/* Clicks the button that shows text. */
void           panel_fixture_click      (GtkWidget     *widget,
                                         const char    *text);

G_END_DECLS
