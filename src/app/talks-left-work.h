/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What programs that ended left of the work on one document: steps that were not saved, forms that were not done. */

#pragma once

#include "talks-draft.h"
#include "talks-journal-store.h"
#include "talks-opened.h"

G_BEGIN_DECLS

/* Read-only. There is one of both at least. */
typedef struct
{
  TalksLeftover *leftover; /* NULL: there were no steps */
  GPtrArray     *forms;    /* of TalksDraft, the earliest first; may be empty */
} TalksLeftWork;

/* Of all documents, those with the latest steps first; of TalksLeftWork. Never NULL. Blocks, and may be called in any
 * thread; so do the next two. */
GPtrArray   *talks_left_work_list      (void);
void         talks_left_work_free      (TalksLeftWork        *self);

/* The document that the work was done on, without it. */
TalksOpened *talks_left_work_open      (const TalksLeftWork  *self,
                                        GError              **error);

/* Removes it: the user wants none of it. Errors: those of talks_leftover_discard(). */
gboolean     talks_left_work_discard   (const TalksLeftWork  *self,
                                        GError              **error);

/* Whether steps on the document in file wait to be restored: forms wait with them. Blocks. */
gboolean     talks_left_work_has_steps (GFile                *file);

/* The file of the document; NULL: it is in none yet. Owned by self. */
GFile       *talks_left_work_get_file  (const TalksLeftWork  *self);

/* What the document was known by; NULL: its file tells, or nobody. Owned by self. */
TalksOrigin *talks_left_work_get_origin (const TalksLeftWork *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksLeftWork, talks_left_work_free)

G_END_DECLS
