/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a merge to bytes: OURS with what the merge changes, as talks_document_write() does it, and with what the
 * merge does not see.
 *
 * A merge knows what Talks knows. The files may hold more: members of others in a record or beside the lists. Where
 * only theirs changed a record, it is written as it stands in theirs, byte for byte; where both did, the members that
 * Talks does not know are merged by their names. What cannot be merged stays as it is in ours, and is told. */

#pragma once

#include "talks-document-reader.h"
#include "talks-merge.h"

G_BEGIN_DECLS

/* The documents of the readings are those of the merge, unchanged; base is NULL if the merge has none. losses takes
 * what of theirs is not in the bytes (of TalksProblem, whose pointers lead into them where that is possible). Errors:
 * those of talks_document_write(). */
GBytes *talks_merge_write (TalksMerge          *merge,
                           const TalksReading  *base,
                           const TalksReading  *ours,
                           const TalksReading  *theirs,
                           GPtrArray           *losses,
                           GError             **error);

/* How many records of the result hold something in theirs that Talks does not know: whoever takes the changes of the
 * merge into a document, instead of writing it here, does not have that. */
guint   talks_merge_count_unknown (TalksMerge         *merge,
                                   const TalksReading *theirs);

/* The same of theirs as a whole: how many of its records hold something that Talks does not know, and that those of ours
 * (NULL: nothing) do not hold just so. The file itself counts as one. */
guint   talks_reading_count_unknown (const TalksReading *ours,
                                     const TalksReading *theirs);

/* How many records of theirs could not be read, but for those that ours (NULL: nothing) holds just so. */
guint   talks_reading_count_unread  (const TalksReading *ours,
                                     const TalksReading *theirs);

G_END_DECLS
