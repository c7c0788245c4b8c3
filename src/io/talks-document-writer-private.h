/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the parts of the document writer. */

#pragma once

#include "talks-document-writer.h"
#include "talks-earlier.h"
#include "talks-json-patch.h"
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

/* One writing of a document. */
typedef struct
{
  TalksDocument      *document;
  const TalksReading *base; /* NULL for a new file */
  GHashTable         *anew; /* id (of the head "") → TalksFieldMask * */
  GHashTable         *earlier; /* what becomes that of the next base */
  JsonParser         *parser;
} TalksDocumentWriter;

/* The value of base at that place. Belongs to the parser until the next call. */
JsonNode            *talks_document_writer_parse   (TalksDocumentWriter   *writer,
                                                    const char            *text,
                                                    size_t                 length,
                                                    GError               **error);

/* ---- lists of records (talks-document-writer-list.c) ---- */

/* A new one with all records. */
JsonNode            *talks_document_writer_make_list (GPtrArray           *records);

/* The list of that kind with the records that are in the document now, where item is the one in the file, a member of
 * root, and NULL when there is none. NULL when there is nothing to write, or on error. */
GString             *talks_document_writer_write_list (TalksDocumentWriter   *writer,
                                                       const TalksJsonItems  *root,
                                                       const TalksJsonItem   *item,
                                                       TalksRecordKind        kind,
                                                       GError               **error);

G_END_DECLS
