/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksProblemItem: a problem in a GListModel, with the file that it is in. */

#pragma once

#include <glib-object.h>

#include "talks-json-scan.h"
#include "talks-validate.h"

G_BEGIN_DECLS

#define TALKS_TYPE_PROBLEM_ITEM (talks_problem_item_get_type ())
G_DECLARE_FINAL_TYPE (TalksProblemItem, talks_problem_item, TALKS, PROBLEM_ITEM, GObject)

/* problem is one of problems; references are taken. name: of the file. scan may be NULL: the problem is not in the
 * file as it is now, so that it has no line. */
TalksProblemItem   *talks_problem_item_new         (GPtrArray          *problems,
                                                    const TalksProblem *problem,
                                                    TalksJsonScan      *scan,
                                                    const char         *name);

/* Owned by the item. */
const TalksProblem *talks_problem_item_get_problem (TalksProblemItem   *self);

/* Whether other tells the same of the same, be it in another line. */
gboolean            talks_problem_item_is_same     (TalksProblemItem   *self,
                                                    TalksProblemItem   *other);

/* Takes over all that other tells. */
void                talks_problem_item_renew       (TalksProblemItem   *self,
                                                    TalksProblemItem   *other);

/* "a.talks.json:12:5": the file, the line and the column; or that it is not saved. */
char               *talks_problem_item_get_place   (TalksProblemItem   *self);

/* A line as --validate prints it. */
char               *talks_problem_item_to_line     (TalksProblemItem   *self);

G_END_DECLS
