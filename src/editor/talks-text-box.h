/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksTextBox: an entry of one line or of several, with one interface.
 *
 * Tab leaves both. Signal "changed": the user changed the text. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TALKS_TYPE_TEXT_BOX (talks_text_box_get_type ())
G_DECLARE_FINAL_TYPE (TalksTextBox, talks_text_box, TALKS, TEXT_BOX, GtkWidget)

GtkWidget *talks_text_box_new             (gboolean      multiline);

/* Owned by the caller. */
char      *talks_text_box_get_text        (TalksTextBox *self);

/* Emits nothing. A text that is shown already is left alone, with its cursor. */
void       talks_text_box_set_text        (TalksTextBox *self,
                                           const char   *text);

/* What stands in an empty line; of several lines none. May be NULL. */
void       talks_text_box_set_placeholder (TalksTextBox *self,
                                           const char   *text);

/* What takes the focus. */
GtkWidget *talks_text_box_get_target      (TalksTextBox *self);

G_END_DECLS
