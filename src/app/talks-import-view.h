/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksImportView: a window that shows what a foreign file would add to the document of a session, and adds it.
 *
 * Shows how the file is read, lets the user correct it (format, fields of the columns, encoding, order of day and month),
 * lists what will be added, with a tick each, and what will not. Reading happens on a worker. Importing is one step of the
 * history; a report that can be copied stands in its place afterwards. */

#pragma once

#include <gtk/gtk.h>

#include "talks-session.h"

G_BEGIN_DECLS

#define TALKS_TYPE_IMPORT_VIEW (talks_import_view_get_type ())
G_DECLARE_FINAL_TYPE (TalksImportView, talks_import_view, TALKS, IMPORT_VIEW, GtkWindow)

/* name is what the document of the session goes by. The window is modal: the document does not change while it is
 * there. */
void talks_import_view_show (GtkWindow    *parent,
                             TalksSession *session,
                             const char   *name,
                             GFile        *file);

G_END_DECLS
