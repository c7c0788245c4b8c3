/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the journal share. */

#pragma once

#include "talks-earlier.h"
#include "talks-journal-store.h"

G_BEGIN_DECLS

/* ---- lines: talks-journal-line.c ---- */

#define TALKS_JOURNAL_FORMAT  "talks-journal"
#define TALKS_JOURNAL_VERSION 1

/* The first line: what the steps are made upon, and by whom. */
typedef struct
{
  GFile           *file;    /* may be NULL */
  TalksFileMark   *base;    /* may be NULL */
  GBytes          *content; /* may be NULL */
  TalksLockHolder *holder;
} TalksJournalHeader;

typedef enum
{
  TALKS_JOURNAL_STEP,
  TALKS_JOURNAL_SAVING,
  TALKS_JOURNAL_SAVED,
} TalksJournalEntryType;

/* Each line after it. */
typedef struct
{
  TalksJournalEntryType type;
  guint64               number;    /* of a step */
  int                   direction; /* +1 done, −1 undone, 0 did not fit when it was restored */
  TalksHistoryStep     *step;      /* NULL where an earlier line has it */
  GPtrArray            *texts;     /* of TalksEarlier: how records that a step brings stood in the file; may be NULL */
  guint                 n_unreadable; /* of them */
  GFile                *file;      /* of a save */
  TalksFileMark        *mark;
} TalksJournalEntry;

TalksJournalHeader *talks_journal_header_new  (GFile                     *file,
                                               const TalksFileMark       *base,
                                               GBytes                    *content);
void                talks_journal_header_free (TalksJournalHeader        *header);
void                talks_journal_entry_free  (TalksJournalEntry         *entry);

/* Append a line with its line feed. */
void                talks_journal_write_header (GString                  *out,
                                                const TalksJournalHeader *header);
void                talks_journal_write_entry  (GString                  *out,
                                                const TalksJournalEntry  *entry);

/* Read a line without its line feed. NULL if it is none such; *is_newer says that a newer Talks wrote it. */
TalksJournalHeader *talks_journal_read_header  (const char               *line,
                                                size_t                    length,
                                                gboolean                 *is_newer);
TalksJournalEntry  *talks_journal_read_entry   (const char               *line,
                                                size_t                    length);

/* ---- a whole journal: talks-journal-log.c ---- */

struct _TalksJournalLog
{
  TalksJournalHeader *header;
  GPtrArray          *entries; /* of TalksJournalEntry */
  GHashTable         *steps;   /* guint64 *number → TalksHistoryStep; both owned by entries */
  guint               n_unreadable;
};

/* NULL if it has no header of this version. */
TalksJournalLog *talks_journal_log_new      (const char             *text,
                                             size_t                  length);
void             talks_journal_log_free     (TalksJournalLog        *self);

/* After how many entries the file had the content of mark; −1 if it never had. */
int              talks_journal_log_find     (const TalksJournalLog  *self,
                                             const TalksFileMark    *mark);

/* After how many entries it was last saved, and to what file. */
guint            talks_journal_log_last     (const TalksJournalLog  *self,
                                             GFile                 **file);

/* The last save after that of which it is not known whether it came to an end; −1 if there is none. */
int              talks_journal_log_pending  (const TalksJournalLog  *self);

/* The steps from entry start on: those that are done, and after them those that were undone. *position is how many
 * are done. A step before start that was undone since becomes one that takes it back. */
GPtrArray       *talks_journal_log_unroll   (const TalksJournalLog  *self,
                                             guint                   start,
                                             guint                  *position);

/* Steps from entry start on that once did not fit; of TalksHistoryStep. */
GPtrArray       *talks_journal_log_get_unfit (const TalksJournalLog *self,
                                              guint                  start);

/* All texts, of TalksEarlier, the latest last. */
GPtrArray       *talks_journal_log_get_texts (const TalksJournalLog *self);

/* ---- files: talks-journal-file.c ---- */

/* The folder of journals. */
char            *talks_journal_get_folder   (void);

/* Makes a file of that path, empty and locked, and opens it; −1 with an error. */
int              talks_journal_create_file  (const char             *path,
                                             GError                **error);

/* FALSE if somebody else holds the lock; TRUE also where there are no locks. */
gboolean         talks_journal_lock         (int                     fd);
gboolean         talks_journal_is_locked    (int                     fd);

/* Writes at offset; *n is how many bytes were written, also on an error. */
gboolean         talks_journal_write_at     (int                     fd,
                                             const guint8           *bytes,
                                             size_t                  length,
                                             guint64                 offset,
                                             size_t                 *n,
                                             GError                **error);
gboolean         talks_journal_sync         (int                     fd,
                                             GError                **error);
gboolean         talks_journal_sync_folder  (const char             *path,
                                             GError                **error);

/* ---- the thread that writes: talks-journal-writer.c ---- */

typedef struct _TalksJournalWriter TalksJournalWriter;

/* Called by the writer's thread: with an error when writing begins to fail, with NULL when all is well again. */
typedef void (*TalksJournalTroubleFunc) (const GError *error,
                                         gpointer      user_data);

/* Takes header over. user_data is used until talks_journal_writer_free(). */
TalksJournalWriter *talks_journal_writer_new   (TalksJournalHeader      *header,
                                                TalksJournalTroubleFunc  trouble,
                                                gpointer                 user_data);

/* Goes on in a file that holds that many bytes, with these steps and their numbers in it, and texts (of
 * TalksEarlier). Takes fd and path over. Before anything is sent. */
void                talks_journal_writer_adopt (TalksJournalWriter      *self,
                                                int                      fd,
                                                char                    *path,
                                                guint64                  length,
                                                GPtrArray               *steps,
                                                GPtrArray               *texts);

/* Writes the rest and ends the thread. */
void                talks_journal_writer_free  (TalksJournalWriter      *self);

/* Takes entry over; NULL lets go of all. */
void                talks_journal_writer_send  (TalksJournalWriter      *self,
                                                TalksJournalEntry       *entry);

/* Waits; or has task return a boolean when all that was sent is written, taking it over. */
gboolean            talks_journal_writer_flush (TalksJournalWriter      *self,
                                                GError                 **error);
void                talks_journal_writer_flush_task (TalksJournalWriter *self,
                                                     GTask              *task);

/* ---- talks-journal.c ---- */

/* Takes writer's file over as talks_journal_writer_adopt(). */
TalksJournal       *talks_journal_new_adopted  (TalksJournalHeader      *header,
                                                int                      fd,
                                                char                    *path,
                                                guint64                  length,
                                                GPtrArray               *steps,
                                                GPtrArray               *texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksJournalHeader, talks_journal_header_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksJournalEntry, talks_journal_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksJournalLog, talks_journal_log_free)

G_END_DECLS
