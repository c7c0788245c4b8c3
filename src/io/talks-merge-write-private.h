/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to talks-merge-write.c, which goes over the files, and talks-merge-foreign.c, which merges the members of
 * an object that Talks does not know. */

#pragma once

#include "talks-document-reader.h"
#include "talks-json-patch.h"
#include "talks-merge.h"
#include "talks-record-fields.h"

G_BEGIN_DECLS

/* The object now, with the members that only others know merged from base, ours and theirs: objects each, of which
 * any may be empty (text NULL). NULL when now has them already. conflicts takes the names (char *) of members that
 * both sides changed: they are as in ours. */
GString  *talks_foreign_merge        (TalksRecordKind        kind,
                                      TalksJsonSlice         now,
                                      const TalksJsonSlice   sides[TALKS_N_SIDES],
                                      const TalksJsonLayout *layout,
                                      GPtrArray             *conflicts);

/* What the parts of a record hold that only others know, to be compared; "" when there is nothing. */
char     *talks_foreign_list_nested  (TalksRecordKind        kind,
                                      TalksJsonSlice         object);

/* The elements of a file that were read, TalksJsonSlice by the ids of their records, which reading owns. reading may be
 * NULL. */
GHashTable *
          talks_foreign_index_elements (const TalksReading    *reading);

G_END_DECLS
