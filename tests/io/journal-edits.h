/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document that is edited as by a script, with a journal. */

#pragma once

#include "talks-document-reader.h"
#include "talks-history.h"
#include "talks-journal-store.h"

G_BEGIN_DECLS

/* A document from a file, and what is done to it. */
typedef struct
{
  GFile         *file;
  TalksFileMark *mark;
  TalksReading  *reading;
  TalksHistory  *history;
  TalksJournal  *journal; /* may be NULL */
} Work;

/* The file must be there and be right. */
Work     *work_open          (const char          *path);
void      work_close         (Work                *self);

/* Begins a journal, or takes that one over, and tells it of all that is done. */
void      work_keep_journal  (Work                *self,
                              TalksJournal        *journal);

/* Writes the file as a window would. is_cut_off: and ends before the journal hears that it was written. */
void      work_save          (Work                *self,
                              gboolean             is_cut_off);

/* One thing the user may do: adds, removes, moves or changes records, undoes or does again. The same seed gives
 * the same script. n numbers the edits. */
void      work_edit          (Work                *self,
                              GRand               *rand,
                              guint                n);

/* Restores into the document just opened and goes on with the journal. */
void      work_restore       (Work                *self,
                              const TalksLeftover *leftover,
                              TalksRecovery       *recovery);

gboolean  documents_equal    (TalksDocument       *a,
                              TalksDocument       *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_close)

G_END_DECLS
