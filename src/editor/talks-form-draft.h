/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a form edits, without the form: the draft, and what is known about the document around it. */

#pragma once

#include "talks-form-field.h"

G_BEGIN_DECLS

/* record, which may be NULL, is edited; else a copy of prefill, which may be NULL too, is to be added. */
void  talks_form_draft_init_context  (TalksFormContext *context,
                                      TalksSession     *session,
                                      TalksRecordKind   kind,
                                      TalksRecord      *record,
                                      TalksRecord      *prefill);
void  talks_form_draft_clear_context (TalksFormContext *context);

/* Gives a draft that is to be added the id it will have. */
void  talks_form_draft_set_id        (TalksDocument    *document,
                                      TalksRecord      *draft);

/* Where it goes in the list of its kind: by time, where the list is by time; else −1, to the end. */
int   talks_form_draft_find_position (TalksDocument    *document,
                                      const TalksRecord *draft);

/* format has one %s, for the title; it is not translated yet. Long titles are cut. */
char *talks_form_draft_name_step     (const char       *format,
                                      const char       *title);

G_END_DECLS
