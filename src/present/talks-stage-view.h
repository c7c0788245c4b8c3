/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksStageView: shows the stage of a presentation, large on the projector or small on the console.
 *
 * All views of one presentation show the same: the step, what covers it, what is enlarged, what the pointer draws.
 * A change of step glides, unless the desktop wants no animations. The pointer over a view points on all of them,
 * and a click on a mark of the small timeline goes to that step. Its accessible description is all that the stage says. */

#pragma once

#include <gtk/gtk.h>

#include "talks-presentation.h"

G_BEGIN_DECLS

#define TALKS_TYPE_STAGE_VIEW (talks_stage_view_get_type ())
G_DECLARE_FINAL_TYPE (TalksStageView, talks_stage_view, TALKS, STAGE_VIEW, GtkWidget)

/* Keeps a reference. name is what screen readers call it: "On the projector". */
GtkWidget *talks_stage_view_new      (TalksPresentation *presentation,
                                      const char        *name);

/* A view of the step after the one that is shown: nothing covers it, and nothing can be pointed at. It is blank at the last
 * step. */
GtkWidget *talks_stage_view_new_next (TalksPresentation *presentation,
                                      const char        *name);

G_END_DECLS
