/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From bytes to a document.
 *
 * What is not a Talks document is refused. In one that is, a bad member costs only that member,
 * and a record is left out only if it cannot do without (an id, the date of an event …): each such
 * case is a problem of severity error with its place. Nothing is repaired silently.
 *
 * Records are parsed one by one, so that the memory needed beside the document does not grow with
 * the file. Safe in any thread. */

#pragma once

#include "talks-json-scan.h"
#include "talks-validate.h"

G_BEGIN_DECLS

#define TALKS_DOCUMENT_FORMAT          "talks-timeline"
#define TALKS_DOCUMENT_VERSION         1
#define TALKS_DOCUMENT_MAX_RECORD_SIZE ((size_t) 1024 * 1024)

typedef struct
{
  TalksDocument *document;
  GPtrArray     *problems; /* of TalksProblem, in the order of the file: what could not be read,
                            * and what talks_document_validate() says; they point into the file */
  TalksJsonScan *scan;     /* the file itself */
  char          *name;     /* of the file; may be NULL */

  /* For talks_document_write(): */
  TalksDocument *as_read;  /* what document was at first; nobody changes it */
  GHashTable    *left_out; /* pointer of a list → GArray of guint: its elements that are in no
                            * record, ascending */
  GHashTable    *earlier;  /* what saves have changed in the file since it was opened; NULL: nothing */
} TalksReading;

/* name is that of the file, for messages; it may be NULL. Errors: those of
 * talks_json_scan_new() and those of the first of its irregularities;
 * TALKS_ERROR_FORMAT when it is JSON but no Talks document;
 * TALKS_ERROR_VERSION when a newer Talks made it; G_IO_ERROR_CANCELLED. */
TalksReading *talks_document_read_bytes (GBytes              *bytes,
                                         const char          *name,
                                         GCancellable        *cancellable,
                                         GError             **error);
void          talks_reading_free        (TalksReading        *reading);

/* As talks_json_scan_locate(): where a problem stands in the file. */
gboolean      talks_reading_locate      (const TalksReading  *reading,
                                         const char          *pointer,
                                         unsigned            *line,
                                         unsigned            *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksReading, talks_reading_free)

G_END_DECLS
