/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksHistory: what was done to a document, to be undone and done again.
 *
 * All that the user does to a document goes through here: a step has a name and one or more changes, and is
 * made wholly or not at all. There is no limit to the number of steps. Invariants:
 * 1. The first get_position() steps are in the document; those after can be done again until another is made.
 * 2. A step that failed left document and history as they were.
 * 3. The document tells of each change, but listeners of the session hear of a step once, when it is whole.
 *
 * Signals:
 *   "recorded" (TalksHistoryStep *step, int direction)  for the journal: +1 done (again), −1 undone. The
 *              document holds the step already, or no longer; handlers must not edit it.
 *   "changed"  after each of: one or more steps done or undone, marked as saved, edited past the history.
 */

#pragma once

#include "talks-document.h"
#include "talks-history-step.h"

G_BEGIN_DECLS

#define TALKS_TYPE_HISTORY (talks_history_get_type ())
G_DECLARE_FINAL_TYPE (TalksHistory, talks_history, TALKS, HISTORY, GObject)

/* Takes a reference. author is who makes the steps; it may be NULL. The document as it is counts as saved. */
TalksHistory           *talks_history_new           (TalksDocument     *document,
                                                     const char        *author);
TalksDocument          *talks_history_get_document  (TalksHistory      *self);

/* Of the steps to come; NULL when it is not known. */
const char             *talks_history_get_author    (TalksHistory      *self);
void                    talks_history_set_author    (TalksHistory      *self,
                                                     const char        *author);

/* Makes the changes (of TalksChange) one after another, as one step of that name: a whole sentence in the user's
 * language. Drops the steps that were undone. Changes that all change nothing make no step. Errors: those of
 * talks_document_apply(). */
gboolean                talks_history_do            (TalksHistory      *self,
                                                     const char        *name,
                                                     GPtrArray         *changes,
                                                     GError           **error);

/* The same for a single change of a record: NULL before adds, NULL after removes. */
gboolean                talks_history_do_one        (TalksHistory      *self,
                                                     const char        *name,
                                                     TalksRecord       *before,
                                                     TalksRecord       *after,
                                                     GError           **error);

/* FALSE when there is none, with no error; or with that of talks_document_apply(), which can only be
 * when the document was edited past the history. */
gboolean                talks_history_undo          (TalksHistory      *self,
                                                     GError           **error);
gboolean                talks_history_redo          (TalksHistory      *self,
                                                     GError           **error);
gboolean                talks_history_can_undo      (TalksHistory      *self);
gboolean                talks_history_can_redo      (TalksHistory      *self);

/* Of the step that would be undone or done again; NULL when there is none. Owned by the history. */
const char             *talks_history_get_undo_name (TalksHistory      *self);
const char             *talks_history_get_redo_name (TalksHistory      *self);

/* All steps, the first made first; those from get_position() on are undone. Owned by the history. */
guint                   talks_history_get_n_steps   (TalksHistory      *self);
const TalksHistoryStep *talks_history_get_step      (TalksHistory      *self,
                                                     guint              i);
guint                   talks_history_get_position  (TalksHistory      *self);

/* The same as a list of TalksHistoryStep. Owned by the history; lives until the next step. */
GPtrArray              *talks_history_get_steps     (TalksHistory      *self);

/* Undoes or does again until position steps are done, 0 … get_n_steps(). On an error it stays where it got. */
gboolean                talks_history_go_to         (TalksHistory      *self,
                                                     guint              position,
                                                     GError           **error);

/* Takes over what a journal kept: steps with their names, authors and times, of which the first position are done.
 * For a history without steps. All or none; nothing is "recorded". */
gboolean                talks_history_restore       (TalksHistory      *self,
                                                     GPtrArray         *steps,
                                                     guint              position,
                                                     GError           **error);

/* ---- saved or not ---- */

/* A number for the state of the document: the same again when undoing leads back to it. Remember it when
 * a save starts. */
guint64                 talks_history_get_state     (TalksHistory      *self);

/* The document in that state was saved. */
void                    talks_history_mark_saved    (TalksHistory      *self,
                                                     guint64            state);

/* Whether the document is in another state than the saved one. */
gboolean                talks_history_is_modified   (TalksHistory      *self);

/* Whether a step is being made or undone: the document is between two states. */
gboolean                talks_history_is_busy       (TalksHistory      *self);

G_END_DECLS
