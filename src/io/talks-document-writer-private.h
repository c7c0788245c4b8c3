/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the parts of the document writer. */

#pragma once

#include "talks-document-writer.h"
#include "talks-record-write.h"

G_BEGIN_DECLS

/* Whether reading says what document does, and all that base did not understand is in it. A record
 * that differs in some fields is noted in anew (id → TalksFieldMask *) and *again set, if it was
 * not noted with these before. FALSE with an error otherwise. base may be NULL. */
gboolean             talks_document_check_written (TalksDocument       *document,
                                                   const TalksReading  *base,
                                                   const TalksReading  *reading,
                                                   GHashTable          *anew,
                                                   gboolean            *again,
                                                   GError             **error);

/* A record as it stood in the file before a save changed it or took it out. Immutable. */
typedef struct
{
  TalksRecord *record;
  GBytes      *text;
  char        *pointer;  /* of its element at that time */
  GHashTable  *left_out; /* of the reading */
} TalksEarlier;

/* id → list of TalksEarlier: a copy of what base has (NULL: of nothing), to be added to. */
GHashTable          *talks_earlier_table_new       (const TalksReading  *base);

/* record stands in base at pointer, as text. */
void                 talks_earlier_table_add       (GHashTable          *table,
                                                    const TalksReading  *base,
                                                    TalksRecord         *record,
                                                    const char          *pointer,
                                                    const char          *text,
                                                    size_t               length);

/* The last one of that id and kind that says the same as record (*same), or else the last one; NULL: none. table may
 * be NULL. */
const TalksEarlier  *talks_earlier_table_find      (GHashTable          *table,
                                                    const TalksRecord   *record,
                                                    gboolean            *same);

G_END_DECLS
