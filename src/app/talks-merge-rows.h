/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the conflicts of a merge in a box. A conflict that stays keeps its row, so that the keyboard stays where
 * it was, whatever comes and goes with a choice. */

#pragma once

#include "talks-merge-row.h"

G_BEGIN_DECLS

typedef struct _TalksMergeRows TalksMergeRows;

/* box, which is otherwise empty, must outlive it. */
TalksMergeRows *talks_merge_rows_new  (GtkBox              *box,
                                       TalksMergeRowChosen  chosen,
                                       gpointer             data);
void            talks_merge_rows_free (TalksMergeRows      *self);

/* The first n of conflicts (of TalksConflict), and what is chosen in each. */
void            talks_merge_rows_show (TalksMergeRows      *self,
                                       GPtrArray           *conflicts,
                                       guint                n);

G_END_DECLS
