/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys of a lesson, in one table: what they do, and the words that tell of them.
 *
 * Letters are known by their place where the keyboard writes others ("И" is B), so that nobody has to change the layout in
 * front of a class. */

#pragma once

#include <gtk/gtk.h>

#include "talks-presentation.h"

G_BEGIN_DECLS

/* One line of the list of keys. */
typedef struct
{
  const char *keys; /* "Page Down, →, Space"; for the reader, translated by talks_present_keys_get_line() */
  const char *does;
} TalksPresentLine;

/* TRUE when the key was one of the lesson and there is nothing more to do. focus, which may be NULL, has the
 * focus: keys that it needs itself are left to it. */
gboolean talks_present_keys_press    (TalksPresentation *presentation,
                                      GdkDisplay        *display,
                                      GtkWidget         *focus,
                                      guint              keyval,
                                      guint              keycode,
                                      GdkModifierType    state);

/* All keys in order; FALSE after the last line. */
gboolean talks_present_keys_get_line (guint              i,
                                      TalksPresentLine  *line);

/* Has every key that is pressed in window, whoever has the focus, come here first. presentation lives as long as
 * the window. */
void     talks_present_keys_listen   (GtkWidget         *window,
                                      TalksPresentation *presentation);

G_END_DECLS
