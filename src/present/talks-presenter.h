/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksPresenter: the windows of a presentation, and which screen each of them is on.
 *
 * With two screens or more the console is on that of the parent window and the stage on another one, until they are
 * swapped. With one screen there is the stage alone; swapping then leads to the console and back. When a screen goes,
 * the presentation stays as it is: where the console was, the console stays and says so; the stage
 * comes back with the screen. It keeps the computer awake.
 *
 * Signal "ended" (): it is over, and its windows are gone. */

#pragma once

#include <gtk/gtk.h>

#include "talks-presentation.h"

G_BEGIN_DECLS

#define TALKS_TYPE_PRESENTER (talks_presenter_get_type ())
G_DECLARE_FINAL_TYPE (TalksPresenter, talks_presenter, TALKS, PRESENTER, GObject)

/* Opens the windows. parent outlives it or ends it by being destroyed; lang: see talks_console_new(). */
TalksPresenter    *talks_presenter_new              (GtkWindow         *parent,
                                                     TalksPresentation *presentation,
                                                     const char        *lang);
TalksPresentation *talks_presenter_get_presentation (TalksPresenter    *self);

/* Brings its windows forward. */
void               talks_presenter_show             (TalksPresenter    *self);
void               talks_presenter_end              (TalksPresenter    *self);

G_END_DECLS
