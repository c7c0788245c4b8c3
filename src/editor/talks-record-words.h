/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What forms and lists say about records and kinds of them, in the reader's language. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

/* What stands beside the title of a record where one chooses it: its date, its party … May be "". Owned by the
 * caller. */
char       *talks_record_caption     (TalksDocument     *document,
                                      const TalksRecord *record,
                                      const char        *lang);

/* The party whose mark stands for a record: itself, or that of a participant or position; NULL: none. */
TalksParty *talks_record_find_party  (TalksDocument     *document,
                                      const TalksRecord *record);

/* "New event…": the label of what adds one. */
const char *talks_record_kind_to_new (TalksRecordKind    kind);

/* "3 events", "1 position". Owned by the caller. */
char       *talks_record_kind_count  (TalksRecordKind    kind,
                                      guint              n);

G_END_DECLS
