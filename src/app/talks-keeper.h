/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksKeeper: keeps the work on one document.
 *
 * Stands between a history and a file: each step of the history goes into the journal at once; saving writes what
 * changed on a worker, lets the journal go when the saved file was read back, and remembers what the file
 * holds. A second save that is asked for while one runs waits, and then saves the newer state. The document may change
 * all the while. Has no widgets: what to ask and tell is for the window.
 *
 * Signal "changed": the file, whether a save runs, who else has the file open, or whether the journal works has
 * changed. Whether there is something to save is told by the history. */

#pragma once

#include "talks-history.h"
#include "talks-journal.h"
#include "talks-opened.h"
#include "talks-save.h"

G_BEGIN_DECLS

#define TALKS_TYPE_KEEPER (talks_keeper_get_type ())
G_DECLARE_FINAL_TYPE (TalksKeeper, talks_keeper, TALKS, KEEPER, GObject)

/* opened is taken over; its document is that of history. journal is one that goes on from an earlier program, and is
 * taken over too; NULL for one of its own. */
TalksKeeper           *talks_keeper_new           (TalksHistory         *history,
                                                   TalksOpened          *opened,
                                                   TalksJournal         *journal);
TalksHistory          *talks_keeper_get_history   (TalksKeeper          *self);

/* NULL as long as the document is in none. */
GFile                 *talks_keeper_get_file      (TalksKeeper          *self);

/* What the file was last known to hold; NULL without one. */
const TalksFileMark   *talks_keeper_get_mark      (TalksKeeper          *self);

/* What the file was read from, or what was saved to it; owned by the keeper until it saves again. */
const TalksReading    *talks_keeper_get_reading   (TalksKeeper          *self);

/* The file is to stay as it is: the work needs another one. */
gboolean               talks_keeper_is_read_only  (TalksKeeper          *self);

gboolean               talks_keeper_is_modified   (TalksKeeper          *self);
gboolean               talks_keeper_is_saving     (TalksKeeper          *self);

/* Why the journal cannot be written at this time; NULL when all is well. */
const char            *talks_keeper_get_trouble   (TalksKeeper          *self);

/* ---- saving ---- */

typedef enum
{
  TALKS_KEEPER_SAVE       = 0,
  TALKS_KEEPER_REPLACE    = 1 << 0, /* whatever is there */
  TALKS_KEEPER_READ_ONLY  = 1 << 1, /* also a file that is marked as read-only */
  TALKS_KEEPER_AS_NEW     = 1 << 2, /* the file is known to be gone */
} TalksKeeperFlags;

/* Saves to file (NULL: to that of the document), which becomes that of the document. Errors: those of talks_save()
 * and talks_document_write(). Cannot be cancelled; the callback comes when it is done. */
void                   talks_keeper_save_async    (TalksKeeper          *self,
                                                   GFile                *file,
                                                   TalksKeeperFlags      flags,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
TalksSaveResult       *talks_keeper_save_finish   (TalksKeeper          *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

/* Lets go of what is not saved: the user has said so. */
void                   talks_keeper_let_go        (TalksKeeper          *self);

/* ---- who else ---- */

/* NULL: nobody that is known of. */
const TalksLockHolder *talks_keeper_get_holder    (TalksKeeper          *self);

/* Looks again; with over, takes the file from who has it. FALSE when somebody else still has it. */
void                   talks_keeper_claim_async   (TalksKeeper          *self,
                                                   gboolean              over,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean               talks_keeper_claim_finish  (TalksKeeper          *self,
                                                   GAsyncResult         *result);

/* Hands the lock, and who else has the file open, on to another opening of the same file. */
void                   talks_keeper_hand_on       (TalksKeeper          *self,
                                                   TalksOpened          *opened);

/* ---- for work on a worker ---- */

/* What a document was read from, kept as long as it is needed. Read-only. */
typedef struct
{
  TalksReading *reading; /* NULL for a document that was never read */
} TalksBase;

TalksBase             *talks_keeper_get_base      (TalksKeeper          *self);
TalksBase             *talks_base_ref             (TalksBase            *base);
void                   talks_base_unref           (TalksBase            *base);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksBase, talks_base_unref)

G_END_DECLS
