/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One conflict of a merge, or a pair that looks alike, with what each side says and the choices there are. */

#pragma once

#include <gtk/gtk.h>

#include "talks-merge.h"

G_BEGIN_DECLS

/* key is that of the conflict. */
typedef void (*TalksMergeRowChosen) (const char       *key,
                                     TalksMergeChoice  choice,
                                     gpointer          data);

GtkWidget *talks_merge_row_new    (const TalksConflict *conflict,
                                   TalksMergeRowChosen  chosen,
                                   gpointer             data);

/* Shows that choice, without telling of it. */
void       talks_merge_row_choose (GtkWidget           *row,
                                   TalksMergeChoice     choice);

G_END_DECLS
