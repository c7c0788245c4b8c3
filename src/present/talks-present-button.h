/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Buttons for the commands of a presentation. */

#pragma once

#include <gtk/gtk.h>

#include "talks-presentation.h"

G_BEGIN_DECLS

/* A button with the words and the key of command ("Black screen B"), or with icon alone when it is not NULL. It can
 * be pressed when the command can be done; those of something that is on or off stay pressed while it is on. It never
 * takes the focus from where it is. */
GtkWidget  *talks_present_button_new      (TalksPresentation   *presentation,
                                           TalksPresentCommand  command,
                                           const char          *icon);

/* What it is called, without its key; for the state that the presentation is in. */
const char *talks_present_button_get_name (TalksPresentation   *presentation,
                                           TalksPresentCommand  command);

G_END_DECLS
