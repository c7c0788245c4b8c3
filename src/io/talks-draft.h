/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed into a form and not in the document yet, kept in case the program ends.
 *
 * One file for each form, in the state folder. Writing happens in a thread, in the order of the calls; that nothing could
 * be written is told nowhere, since the form is still there. */

#pragma once

#include <gio/gio.h>

#include "talks-record.h"

G_BEGIN_DECLS

/* What a form held in a program that ended. Read-only. */
typedef struct
{
  TalksRecord *before;   /* what it began with; NULL: the record was to be added */
  TalksRecord *after;    /* what it held */
  gint64       modified; /* µs since 1970, UTC */
} TalksDraft;

/* file is that of the document. Takes references of the records, which nobody changes any more: same kind, same id. */
void        talks_draft_save   (GFile            *file,
                                TalksRecord      *before,
                                TalksRecord      *after);

/* The form of that record, or the one that adds (id is NULL), is done. */
void        talks_draft_remove (GFile            *file,
                                TalksRecordKind   kind,
                                const char       *id);

/* Returns when all is done. */
void        talks_draft_flush  (void);

/* What programs that have ended left of that form; NULL: nothing. */
TalksDraft *talks_draft_find   (GFile            *file,
                                TalksRecordKind   kind,
                                const char       *id);

/* Of all forms of that document, the earliest first. Never NULL. */
GPtrArray  *talks_draft_list   (GFile            *file);
void        talks_draft_free   (TalksDraft       *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksDraft, talks_draft_free)

G_END_DECLS
