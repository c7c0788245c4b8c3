/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksJournal: keeps what was done to a document until it is saved.
 *
 * A file in the user's state folder to which a line is added for each step, as it is made. Whatever ends the
 * program, the steps are found by the next one (talks-journal-store.h). Lines are written at once and synced
 * within TALKS_JOURNAL_SYNC_DELAY, on a thread of its own: no call here waits for a disk unless it says so.
 * There is no file before the first step, and none after all was saved.
 *
 * When the disk is full or fails, "failed" tells of it once; the steps are kept in memory, writing is tried again
 * and again, and "mended" tells when all is written. Both come in the thread-default main context of the maker.
 *
 * The life of a journal beside that of its document:
 *
 *   talks_journal_new ()         the document is loaded
 *   talks_journal_append ()      at each "recorded" of the history
 *   talks_journal_saving ()      a save is about to start; wait for talks_journal_flush_async ()
 *   talks_journal_saved ()       the saved file was read back
 *   talks_journal_remove ()      the user has let go of what is not saved
 *   g_object_unref ()            writes the rest, waits for it, and leaves the file if there is one
 */

#pragma once

#include "talks-file-mark.h"
#include "talks-history-step.h"

G_BEGIN_DECLS

#define TALKS_JOURNAL_SYNC_DELAY ((gint64) G_USEC_PER_SEC / 2) /* µs */

#define TALKS_TYPE_JOURNAL (talks_journal_get_type ())
G_DECLARE_FINAL_TYPE (TalksJournal, talks_journal, TALKS, JOURNAL, GObject)

/* file is the document's and base the mark of what was read from it; both are NULL for a document that is in no file
 * yet. content, which may be NULL, is the document as bytes, kept in the journal: what the steps are made upon when
 * there is no file. */
TalksJournal *talks_journal_new          (GFile                *file,
                                          const TalksFileMark  *base,
                                          GBytes               *content);

/* A step of the history was done, or done again (direction +1) or undone (−1). texts, which may be NULL, is what
 * talks_reading_list_earlier() says of it, upon what the file holds or, from talks_journal_saving() on, is about to hold;
 * nobody changes it any more. */
void          talks_journal_append       (TalksJournal         *self,
                                          TalksHistoryStep     *step,
                                          int                   direction,
                                          GPtrArray            *texts);

/* The document as of the last step is about to be saved to file, with the content that mark tells. From here to
 * talks_journal_saved(), or to a next attempt, the journal fits both the old and the new file. */
void          talks_journal_saving       (TalksJournal         *self,
                                          GFile                *file,
                                          const TalksFileMark  *mark);

/* That save is done and was read back: the steps before it are let go. file and base of the journal are from now on
 * those of the save. Ignored if nothing of that content was about to be saved. */
void          talks_journal_saved        (TalksJournal         *self,
                                          const TalksFileMark  *mark);

/* Lets go of all steps and removes the file. The next step begins a new one, upon the last saved content. */
void          talks_journal_remove       (TalksJournal         *self);

/* Waits until all is written and synced; FALSE with an error (G_IO_ERROR) if it can not be. The first blocks. The
 * callback of the second gets NULL as its source: pass the journal as user_data. */
gboolean      talks_journal_flush        (TalksJournal         *self,
                                          GError              **error);
void          talks_journal_flush_async  (TalksJournal         *self,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean      talks_journal_flush_finish (TalksJournal         *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
