/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksProblemCheck: finds on a worker what is wrong with a document after each edit.
 *
 * It makes what would be saved and reads that, so that the list is what opening the saved file would say. Several edits in
 * a short time are looked at once. Signal "changed": there is a new list. */

#pragma once

#include "talks-keeper.h"

G_BEGIN_DECLS

/* Problems, some of them in places of a file. Read-only. */
typedef struct
{
  GPtrArray     *list;   /* of TalksProblem */
  GArray        *placed; /* of gboolean, for each: its record is in the file as it is here, at its pointer */
  TalksJsonScan *scan;   /* the file; NULL when nothing is placed */
} TalksProblems;

void           talks_problems_free (TalksProblems *problems);

/* What is wrong with document, whose file was read as base. Safe in any thread that may read document. */
TalksProblems *talks_problems_find (TalksDocument *document,
                                    TalksBase     *base);

#define TALKS_TYPE_PROBLEM_CHECK (talks_problem_check_get_type ())
G_DECLARE_FINAL_TYPE (TalksProblemCheck, talks_problem_check, TALKS, PROBLEM_CHECK, GObject)

TalksProblemCheck   *talks_problem_check_new       (TalksKeeper       *keeper);

/* The latest list; NULL before the first edit. */
const TalksProblems *talks_problem_check_get_found (TalksProblemCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksProblems, talks_problems_free)

G_END_DECLS
