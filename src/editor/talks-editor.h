/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms of all kinds of records, and what is done with them as a whole.
 *
 * Every change is one step of the session's history (talks_history_do()). Whether the document may be edited
 * at all is for the caller to ask first. */

#pragma once

#include <gtk/gtk.h>

#include "talks-draft.h"
#include "talks-session.h"

G_BEGIN_DECLS

/* Opens a form on a record of the session's document. It stays open until it is applied or given up. parent
 * may be NULL. */
void talks_editor_edit             (GtkWindow       *parent,
                                    TalksSession    *session,
                                    TalksRecord     *record);

/* Opens an empty form, or one that begins with what prefill says (a record of that kind with any id, which is
 * not taken over; may be NULL). The record is selected once it is added. */
void talks_editor_add              (GtkWindow       *parent,
                                    TalksSession    *session,
                                    TalksRecordKind  kind,
                                    TalksRecord     *prefill);

/* Opens the form that held is of, as it was. Of a record that is no longer there it is one that adds it. Returns the form;
 * NULL: records of that kind have none. */
GtkWidget *talks_editor_resume     (GtkWindow        *parent,
                                    TalksSession     *session,
                                    const TalksDraft *held);

/* What the history would have called the step of held: "Add the event “A dance”". lang: of the title, BCP 47. Owned by the
 * caller. */
char *talks_editor_name_draft      (const TalksDraft *held,
                                    const char       *lang);

/* Takes a record out of the document, and in the same step what refers to it: references are dropped, and so are
 * parts that were about it (an attendance, a relation). Positions without their party or topic and annotations
 * on what is gone go with it. Asks first when anything refers to it, and says what. */
void talks_editor_delete           (GtkWindow       *parent,
                                    TalksSession    *session,
                                    TalksRecord     *record);

/* The same for events (of TalksEvent) together, as one step. Of more than one it asks always. */
void talks_editor_delete_events    (GtkWindow       *parent,
                                    TalksSession    *session,
                                    GPtrArray       *events);

/* The changes (of TalksChange) that deleting these records makes, in order. Owned by the caller. */
GPtrArray *talks_editor_plan_delete (TalksDocument  *document,
                                     GPtrArray      *records);

G_END_DECLS
