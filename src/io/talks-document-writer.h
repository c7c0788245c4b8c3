/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a document to bytes, so that a small change is a small diff.
 *
 * Of a file that was read, only what changed is written: in a record the members whose values differ,
 * in a list the elements that came or went. All else stays byte for byte: records that nobody edited,
 * members and entries that Talks does not understand, the order of members, the spelling of numbers
 * and texts, spaces and line ends. Without any change the bytes are those that were read. What is new
 * is set as its neighbours are. A document that is in no file yet is written with two spaces a level
 * and a line for each member.
 *
 * What would stand in the file is read again and compared with the document, before anybody gets
 * to see it. */

#pragma once

#include "talks-document-reader.h"

G_BEGIN_DECLS

/* base is what the document was read from; NULL writes a file of its own. The document may be that
 * of base, changed since, or a copy of it; base itself is only looked at. If written is not NULL,
 * it is set to the bytes as read back: the base of the next time. Errors, with nothing written:
 * TALKS_ERROR_FAILED when it would not be read back as it is (a record without what it cannot do
 * without, for one); those of talks_document_read_bytes(). Works in any thread that may read the
 * document; takes about as long as reading. */
GBytes *talks_document_write (TalksDocument       *document,
                              const TalksReading  *base,
                              TalksReading       **written,
                              GError             **error);

G_END_DECLS
