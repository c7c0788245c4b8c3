/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksEarlier: a record as it stood in a file, byte for byte.
 *
 * A record knows what Talks knows; the text it was read from may hold more: members of others, the order of members,
 * the spelling of numbers. A reading remembers the texts that saves changed or took out of the file, so that who undoes
 * after a save gets back all of a record; the journal keeps those that undoing needs, so that this outlives the program.
 *
 * Immutable, atomically reference-counted. */

#pragma once

#include "talks-document-reader.h"
#include "talks-json-write.h"

G_BEGIN_DECLS

typedef struct
{
  TalksRecord *record;
  GBytes      *text;
  char        *pointer;  /* of its element at that time */
  GHashTable  *left_out; /* as that of the reading */
  gboolean     is_plain; /* the record says all that is in the text: written anew it would be the same */
} TalksEarlier;

/* From a text alone, which is looked at as strictly as a file. NULL if it is no record of that kind (which is none of
 * the head), and nothing else. */
TalksEarlier       *talks_earlier_new             (TalksRecordKind         kind,
                                                   GBytes                 *text);
TalksEarlier       *talks_earlier_ref             (TalksEarlier           *self);
void                talks_earlier_unref           (TalksEarlier           *self);

/* ---- those of a reading ---- */

/* Those of them (of TalksEarlier) without which the records that changes (of TalksChange) bring, when they are done
 * (direction +1) or taken back (−1), would not be written as they stood; NULL: none. Owned by the caller. */
GPtrArray          *talks_reading_list_earlier    (const TalksReading     *reading,
                                                   GPtrArray              *changes,
                                                   int                     direction);

/* Remembers texts (of TalksEarlier), the last one as the latest. Nobody may be writing upon reading. */
void                talks_reading_add_earlier     (TalksReading           *reading,
                                                   GPtrArray              *texts);

/* ---- for the document writer ---- */

/* id → list of TalksEarlier: a copy of what base has (NULL: of nothing), to be added to. */
GHashTable         *talks_earlier_table_new       (const TalksReading     *base);

/* record stands in base at pointer, as text; anew is how it would be set if it were written anew, NULL: unknown. */
void                talks_earlier_table_add       (GHashTable             *table,
                                                   const TalksReading     *base,
                                                   TalksRecord            *record,
                                                   const char             *pointer,
                                                   TalksJsonSlice          text,
                                                   const TalksJsonLayout  *anew);

/* The one to write record from: it says the same (*same), or else differs from it in the fewest fields, the latest of
 * several. NULL if there is none of that id and kind, or none nearer to record than what stands in the file (in_file, NULL
 * if it does not). table may be NULL. */
TalksEarlier       *talks_earlier_table_find      (GHashTable             *table,
                                                   const TalksRecord      *record,
                                                   const TalksRecord      *in_file,
                                                   gboolean               *same);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksEarlier, talks_earlier_unref)

G_END_DECLS
