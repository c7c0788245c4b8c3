/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksConsole: the presenter's own screen.
 *
 * The stage as the class sees it, the next step, the notes in type that can be enlarged, all steps, the time of day and how
 * long the lesson lasts, and the controls. */

#pragma once

#include <gtk/gtk.h>

#include "talks-presentation.h"

G_BEGIN_DECLS

#define TALKS_TYPE_CONSOLE (talks_console_get_type ())
G_DECLARE_FINAL_TYPE (TalksConsole, talks_console, TALKS, CONSOLE, GtkWidget)

/* Keeps a reference. lang (BCP 47): of notes and titles, the presenter's; that of the stage is chosen here. */
GtkWidget *talks_console_new       (TalksPresentation *presentation,
                                    const char        *lang);

/* Width by height of the screen that the stage is on, so that both are laid out alike. */
void       talks_console_set_shape (TalksConsole      *self,
                                    double             ratio);

/* What the presenter has to know about the screens; NULL: nothing. */
void       talks_console_set_news  (TalksConsole      *self,
                                    const char        *news);

G_END_DECLS
