/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What programs that ended in the middle of work have left behind.
 *
 * Journals of programs that still run are never listed, read or removed. A journal counts as left behind when nobody
 * holds its lock and its process is gone; one from another machine that shares the folder also must not have been
 * written to for a day. Nothing is removed unasked, except journals in which nothing is left to restore.
 *
 * To restore what one of them holds:
 *
 *   leftovers = talks_journal_list ();
 *   load leftover->file (its document and mark); or read leftover->content
 *   recovery = talks_leftover_fit (leftover, document, mark);
 *   show the document, and talks_history_restore (history, recovery->steps, recovery->position);
 *   talks_reading_add_earlier (what the document was read from, recovery->texts);
 *   journal = talks_leftover_resume (leftover, recovery, talks_history_get_steps (history),
 *                                    talks_history_get_position (history), file, mark, content, &error);
 *
 * Until the last call has succeeded the left-over journal is as it was; from then on the new journal is in its place,
 * with all that was restored, and at no moment is there none. All calls block, and may be made in any thread. */

#pragma once

#include "talks-document.h"
#include "talks-journal.h"
#include "talks-lock.h"

G_BEGIN_DECLS

typedef struct _TalksJournalLog TalksJournalLog;

/* Read-only. */
typedef struct
{
  char            *path;     /* of the journal */
  GFile           *file;     /* of the document; NULL when it was in none yet */
  GBytes          *content;  /* the document the first step was made upon; NULL when the journal does not hold it */
  TalksLockHolder *holder;   /* who worked on it */
  gint64           modified; /* when it was last written to; µs since 1970, UTC */
  GPtrArray       *steps;    /* of TalksHistoryStep: what was done and undone since the last save */
  guint            position; /* so many of them were done */
  GPtrArray       *unfit;    /* of TalksHistoryStep: what could not be restored the last time, and is kept */
  guint            n_unreadable; /* lines and texts that could not be read, the torn last line not counted */

  TalksJournalLog *log;      /* all of it */
} TalksLeftover;

/* A step that does not go with the document any more. */
typedef struct
{
  TalksHistoryStep *step;
  char             *reason; /* a whole sentence */
} TalksUnfitStep;

/* Steps made ready for a document. */
typedef struct
{
  gboolean   exact;    /* the document is what the steps were made upon; then all of them fit */
  GPtrArray *steps;    /* of TalksHistoryStep, for talks_history_restore(); may be empty */
  guint      position;
  GPtrArray *unfit;    /* of TalksUnfitStep, in the order in which they were made */
  GPtrArray *texts;    /* of TalksEarlier, for talks_reading_add_earlier(): how records that the steps bring back stood
                        * in the file */
} TalksRecovery;

/* Of TalksLeftover, the latest first. Never NULL. */
GPtrArray     *talks_journal_list      (void);
void           talks_leftover_free     (TalksLeftover        *leftover);

/* Makes the steps ready for document, which has the content that mark tells (NULL: that of leftover->content)
 * and stays as it is. If the file has been changed since, records are found by their ids, and of each those fields
 * are set that the step had set; a step of which any change meets another is left out and told. Never NULL. */
TalksRecovery *talks_leftover_fit      (const TalksLeftover  *leftover,
                                        TalksDocument        *document,
                                        const TalksFileMark  *mark);
void           talks_recovery_free     (TalksRecovery        *recovery);

/* Puts a journal for the restored document in the place of the left-over one. steps are those of the history
 * that recovery was restored to, of which position are done; steps of recovery that did not fit are kept with them.
 * file, base and content as for talks_journal_new(). Errors: TALKS_ERROR_LOCKED when somebody else is restoring
 * it, TALKS_ERROR_GONE when it is no longer there, G_IO_ERROR. */
TalksJournal  *talks_leftover_resume   (const TalksLeftover  *leftover,
                                        const TalksRecovery  *recovery,
                                        GPtrArray            *steps,
                                        guint                 position,
                                        GFile                *file,
                                        const TalksFileMark  *base,
                                        GBytes               *content,
                                        GError              **error);

/* Removes it: the user wants none of it. Errors as above. */
gboolean       talks_leftover_discard  (const TalksLeftover  *leftover,
                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksLeftover, talks_leftover_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksRecovery, talks_recovery_free)

G_END_DECLS
