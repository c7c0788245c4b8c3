/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksProblemsView: what was found wrong in the file that was opened: a list by line, each row
 * leading to its record. */

#pragma once

#include <gtk/gtk.h>

#include "talks-document-reader.h"
#include "talks-session.h"

G_BEGIN_DECLS

#define TALKS_TYPE_PROBLEMS_VIEW (talks_problems_view_get_type ())
G_DECLARE_FINAL_TYPE (TalksProblemsView, talks_problems_view, TALKS, PROBLEMS_VIEW, GtkWidget)

void  talks_problems_view_set_session (TalksProblemsView *self,
                                       TalksSession      *session);

/* Lists the errors of reading, which came from a file of that name. Returns how many. Warnings are
 * for --validate: a reader can do nothing about them. */
guint talks_problems_view_set_reading (TalksProblemsView *self,
                                       TalksReading      *reading,
                                       const char        *name);

G_END_DECLS
