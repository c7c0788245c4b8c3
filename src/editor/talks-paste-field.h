/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row that takes sources in other formats: addresses, CSL-JSON, BibTeX.
 *
 * The source that is pasted fills in the draft: what it says replaces what is there. Of several the first does; all are
 * listed, and are added together when the form is applied. */

#pragma once

#include "talks-form.h"

G_BEGIN_DECLS

#define TALKS_TYPE_PASTE_FIELD (talks_paste_field_get_type ())
G_DECLARE_FINAL_TYPE (TalksPasteField, talks_paste_field, TALKS, PASTE_FIELD, TalksFormField)

TalksFormField *talks_paste_field_new      (void);

/* As if the user had pasted it. */
void            talks_paste_field_paste    (TalksPasteField *self,
                                            const char      *text);

/* Whether text holds a source in one of the formats. document as for talks_source_text_read(). */
gboolean        talks_paste_field_can_paste (const char     *text,
                                             TalksDocument  *document);

/* The same in the row for pasting that the form has; nothing where it has none. */
void            talks_paste_field_paste_into (TalksForm     *form,
                                              const char    *text);

/* For TalksFormKind: adds those that are not in the draft. */
gboolean        talks_paste_field_extend   (TalksForm       *form,
                                            GPtrArray       *changes);

/* For TalksFormKind: what the history calls the step where there are several; NULL otherwise. Owned by the caller. */
char           *talks_paste_field_name_step (TalksForm      *form);

G_END_DECLS
