/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksStepStrip: the steps of a presentation side by side, to see what comes and to go there.
 *
 * The step that is shown is marked and kept in view. */

#pragma once

#include <gtk/gtk.h>

#include "talks-presentation.h"

G_BEGIN_DECLS

#define TALKS_TYPE_STEP_STRIP (talks_step_strip_get_type ())
G_DECLARE_FINAL_TYPE (TalksStepStrip, talks_step_strip, TALKS, STEP_STRIP, GtkWidget)

/* lang: of the titles, that of the presenter. */
GtkWidget *talks_step_strip_new      (TalksPresentation *presentation,
                                      const char        *lang);

/* What a step is called in a few words, and when it was. Both for the caller. */
char      *talks_step_strip_name_step (TalksPresentation *presentation,
                                       guint              step,
                                       const char        *lang);
char      *talks_step_strip_date_step (TalksPresentation *presentation,
                                       guint              step);

G_END_DECLS
