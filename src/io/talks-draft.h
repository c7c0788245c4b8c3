/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed into a form and not in the document yet, kept in case the program ends.
 *
 * One file for each form, in the state folder. Writing happens in a thread, in the order of the calls; that nothing could
 * be written is told nowhere, since the form is still there. */

#pragma once

#include <gio/gio.h>

#include "talks-lock.h"
#include "talks-origin.h"
#include "talks-record.h"

G_BEGIN_DECLS

/* What a form held in a program that ended. Read-only. */
typedef struct
{
  TalksOrigin     *origin;   /* of the document */
  TalksLockHolder *holder;   /* who typed it */
  TalksRecord     *before;   /* what it began with; NULL: the record was to be added */
  TalksRecord     *after;    /* what it held */
  GHashTable      *typed;    /* char *field → char *text: what it showed beside that, such as a date that is none. The
                              * names are those of whoever kept it. */
  gint64           begun;    /* when the first step of the document's history was made, µs since 1970, UTC; 0: there was
                              * none */
  gint64           modified; /* the same of when it was kept */
} TalksDraft;

/* typed (char * → char *) is copied, and may be NULL. Takes references of the rest; records, which nobody changes any
 * more: same kind, same id. */
void        talks_draft_save   (TalksOrigin      *origin,
                                TalksRecord      *before,
                                TalksRecord      *after,
                                GHashTable       *typed,
                                gint64            begun);

/* The form of that record, or the one that adds (id is NULL), is done. */
void        talks_draft_remove (TalksOrigin      *origin,
                                TalksRecordKind   kind,
                                const char       *id);

/* Returns when all is done. */
void        talks_draft_flush  (void);

/* What programs that have ended left of that form; NULL: nothing. This and the next wait for what is being written. */
TalksDraft *talks_draft_find   (TalksOrigin      *origin,
                                TalksRecordKind   kind,
                                const char       *id);

/* Of all forms of that document (NULL: of all documents), the earliest first. Never NULL. */
GPtrArray  *talks_draft_list   (TalksOrigin      *origin);

/* The id of the record that was edited; NULL: one was to be added. */
const char *talks_draft_get_id (const TalksDraft *draft);
void        talks_draft_free   (TalksDraft       *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksDraft, talks_draft_free)

G_END_DECLS
