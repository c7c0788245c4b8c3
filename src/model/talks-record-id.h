/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ids for new records. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

/* An id that no record of the document has: of the title in ASCII letters, digits and hyphens, before it the date
 * where there is one ("2025-05-16-second-round"), after it a number where it is taken. title and date may be NULL;
 * kind gives the word for a record without either. Never changes once a record has it. */
char *talks_record_make_id (TalksDocument   *document,
                            TalksRecordKind  kind,
                            const char      *title,
                            const TalksDate *date);

/* The same without a look at any document: others may have it. */
char *talks_record_spell_id (TalksRecordKind  kind,
                             const char      *title,
                             const TalksDate *date);

G_END_DECLS
