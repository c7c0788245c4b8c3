/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksProblemsView: what is wrong with the document: errors and warnings by line, each leading to its record.
 * Emits "record-activated" (char *id) when the reader asks for the record of a problem, which is in the document; id is
 * "" for what is about the timeline itself. */

#pragma once

#include "talks-document-reader.h"
#include "talks-panel.h"
#include "talks-problem-check.h"

G_BEGIN_DECLS

#define TALKS_TYPE_PROBLEMS_VIEW (talks_problems_view_get_type ())
G_DECLARE_FINAL_TYPE (TalksProblemsView, talks_problems_view, TALKS, PROBLEMS_VIEW, TalksPanel)

/* Lists the problems of reading, which came from a file of that name. Returns how many of them are
 * errors. The session is given its document before. */
guint talks_problems_view_set_reading (TalksProblemsView  *self,
                                       const TalksReading *reading,
                                       const char         *name);

/* Lists what was found after an edit. */
guint talks_problems_view_set_found   (TalksProblemsView   *self,
                                       const TalksProblems *found,
                                       const char          *name);

/* Puts the keyboard where one can go through the list. */
void  talks_problems_view_focus       (TalksProblemsView  *self);

G_END_DECLS
