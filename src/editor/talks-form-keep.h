/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps what is typed into a form on the disk until the form is done, in case the program ends before. */

#pragma once

#include "talks-draft.h"
#include "talks-form-field.h"

G_BEGIN_DECLS

typedef struct _TalksFormKeep TalksFormKeep;

/* context and fields (of TalksFormField) stay the form's, and have to live longer. record is the one that is edited; NULL:
 * one is added. */
TalksFormKeep *talks_form_keep_new     (const TalksFormContext *context,
                                        TalksRecord            *record,
                                        GPtrArray              *fields);
/* What is kept stays. */
void           talks_form_keep_free    (TalksFormKeep          *self);

/* What this form held when a program ended; NULL: nothing. */
TalksDraft    *talks_form_keep_find    (TalksFormKeep          *self);

/* A draft to go on with, of which the caller has the only reference: what held had not changed is as it is in the document
 * now. It is kept until the form is done. */
TalksRecord   *talks_form_keep_resume  (TalksFormKeep          *self,
                                        const TalksDraft       *held);

/* The draft, or what the fields show, has changed: keeps it soon. */
void           talks_form_keep_later   (TalksFormKeep          *self);

/* The form is applied or given up. */
void           talks_form_keep_end     (TalksFormKeep          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksFormKeep, talks_form_keep_free)

G_END_DECLS
