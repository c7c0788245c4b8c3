/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksMergeView: a window in which another file is taken into the document of a session.
 *
 * Lists what will be taken in, what both sides changed and which records look alike; each of these can be decided. An
 * earlier version that both files go back to can be named. Merging is one step of the history; a report that can be
 * copied stands in its place afterwards. */

#pragma once

#include <gtk/gtk.h>

#include "talks-document-reader.h"
#include "talks-session.h"

G_BEGIN_DECLS

#define TALKS_TYPE_MERGE_VIEW (talks_merge_view_get_type ())
G_DECLARE_FINAL_TYPE (TalksMergeView, talks_merge_view, TALKS, MERGE_VIEW, GtkWindow)

/* theirs, which was read from the file of that name, is taken over. ours_name is what the document of the session goes
 * by. The window is modal: the document does not change while it is there. */
void talks_merge_view_show (GtkWindow    *parent,
                            TalksSession *session,
                            const char   *ours_name,
                            TalksReading *theirs,
                            const char   *theirs_name);

G_END_DECLS
