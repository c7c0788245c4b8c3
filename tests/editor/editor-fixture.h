/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of forms share: a document with every member that there is, forms over it, and ways to do what a
 * user does. */

#pragma once

#include "talks-form-kinds.h"

G_BEGIN_DECLS

/* A session on tests/data/documents/full.talks.json. */
TalksSession *editor_fixture_session (void);

/* A form on the record of that id, presented; or an empty one, with id NULL. */
TalksForm    *editor_fixture_open    (TalksSession    *session,
                                      TalksRecordKind  kind,
                                      const char      *id);

/* Runs the main loop until nothing waits. */
void          editor_fixture_settle  (void);

/* The n-th visible widget of that type in widget, depth first; NULL: none. */
GtkWidget    *editor_fixture_find    (GtkWidget       *widget,
                                      GType            type,
                                      guint            n);

/* The button whose label is text. Fails without. */
GtkWidget    *editor_fixture_button  (GtkWidget       *widget,
                                      const char      *text);
void          editor_fixture_click   (GtkWidget       *widget,
                                      const char      *text);

/* Writes text into the first entry or text view in widget. */
void          editor_fixture_type    (gpointer         widget,
                                      const char      *text);

/* The record of that id in the session's document; the head of the id "". */
gpointer      editor_fixture_record  (TalksSession    *session,
                                      const char      *id);

/* What a field of the form says; "" for nothing. */
const char   *editor_fixture_said    (TalksForm       *form,
                                      const char      *field,
                                      TalksSayStyle   *style);

G_END_DECLS
