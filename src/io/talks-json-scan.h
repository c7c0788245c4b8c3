/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksJsonScan: a strict look at a JSON text before anything else reads it.
 *
 * json-glib takes much that is not JSON, cuts texts at U+0000, wraps large numbers, hands on
 * ill-formed UTF-8 and overflows its stack on deep nesting; what it does depends on its version.
 * A scan that succeeds means: the text is RFC 8259 to the letter, UTF-8, without lone
 * surrogates; all whole numbers fit an int64_t and all others a finite double; nothing is nested
 * deeper than TALKS_JSON_MAX_DEPTH. It works without recursion. If it also has no
 * irregularities, no object names a member twice, and no text holds U+0000: nothing
 * is lost then on the way to a program.
 *
 * The scan keeps the bytes and finds values in them by JSON pointer (RFC 6901). It remembers where
 * the members of the root and the elements of their lists start, so that finding a record is
 * cheap, and nothing else. Immutable, atomically reference-counted. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TALKS_JSON_MAX_SIZE     ((size_t) 256 * 1024 * 1024)
#define TALKS_JSON_MAX_DEPTH    64
#define TALKS_JSON_MAX_MEMBERS  100000  /* of one object */
#define TALKS_JSON_MAX_ELEMENTS 250000 /* of all lists that are members of the root */

/* More than these are not told. */
#define TALKS_JSON_MAX_IRREGULARITIES 20

typedef struct _TalksJsonScan TalksJsonScan;

/* What is JSON by the grammar, and yet would be lost or cut when it is read. */
typedef struct
{
  unsigned line;  /* both from 1 */
  unsigned column;
  GError  *error; /* TALKS_ERROR_FORMAT: a name stands twice in one object; TALKS_ERROR_ENCODING:
                   * an escape for U+0000. With the place, as those of talks_json_scan_new() */
} TalksJsonIrregularity;

/* Takes a reference of bytes. name is put before messages together with line and column; it may
 * be NULL. max_size is a number of bytes, TALKS_JSON_MAX_SIZE for want of a better one. One byte
 * order mark at the start is skipped. Errors:
 * TALKS_ERROR_ENCODING: another type of file (named in the message), not UTF-8, half a character;
 * TALKS_ERROR_SYNTAX: not JSON; TALKS_ERROR_TOO_LARGE: beyond max_size, a limit above or the range
 * of numbers. */
TalksJsonScan *talks_json_scan_new     (GBytes               *bytes,
                                        const char           *name,
                                        size_t                max_size,
                                        GError              **error);
TalksJsonScan *talks_json_scan_ref     (TalksJsonScan        *self);
void           talks_json_scan_unref   (TalksJsonScan        *self);

/* As given to talks_json_scan_new(). Owned by the scan. */
GBytes        *talks_json_scan_get_bytes (const TalksJsonScan *self);

/* The first irregularities, in the order of the text; n is how many. Owned by the scan. */
const TalksJsonIrregularity *
               talks_json_scan_get_irregularities (const TalksJsonScan *self,
                                                   guint               *n);

/* The value at pointer as it is written: valid UTF-8, not terminated, owned by the scan. NULL when
 * there is none. "" is the root. Of members of one name the first is meant. */
const char    *talks_json_scan_find    (const TalksJsonScan  *self,
                                        const char           *pointer,
                                        size_t               *length);

/* The same for the element at index of the list that is the member name of the root. */
const char    *talks_json_scan_find_element (const TalksJsonScan *self,
                                             const char          *name,
                                             guint                index,
                                             size_t              *length);

/* Where the value at pointer starts: line and column in characters, both from 1. When there is
 * none, FALSE, and the place of the nearest value around it. */
gboolean       talks_json_scan_locate  (const TalksJsonScan  *self,
                                        const char           *pointer,
                                        unsigned             *line,
                                        unsigned             *column);

/* Appends to the message of *error, which must be set, some words of the line in which the value at
 * pointer starts. As it was, when there is none. */
void           talks_json_scan_quote   (const TalksJsonScan  *self,
                                        const char           *pointer,
                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksJsonScan, talks_json_scan_unref)

G_END_DECLS
