/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksSourceList: sources read from a text in another format, and what could not be taken over.
 *
 * Ids are unique in the list and, where a document is given to the reader, in the document. They are those
 * of the text where they are free. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

typedef struct
{
  unsigned line; /* from 1; 0 where there is none to tell */
  char    *what; /* the key, id or title of the item; NULL when it is about no item */
  char    *why;  /* a sentence for the reader; never NULL */
} TalksSourceRemark;

typedef struct
{
  GPtrArray *sources; /* of TalksSource, in the order of the text */
  GPtrArray *remarks; /* of TalksSourceRemark, by line */
} TalksSourceList;

typedef enum
{
  TALKS_SOURCE_TEXT_ADDRESSES, /* web addresses, apart by space or lines */
  TALKS_SOURCE_TEXT_CSL_JSON,
  TALKS_SOURCE_TEXT_BIBTEX,
} TalksSourceTextKind;

void             talks_source_list_free   (TalksSourceList      *self);

/* What somebody pasted, of whichever kind it is. An address becomes a source of type "webpage", read today, without
 * a title: nothing is asked of any network. document may be NULL, and so may kind. Errors:
 * TALKS_ERROR_FORMAT when it is none of them; those of talks_csl_json_read() and talks_bibtex_read(). */
TalksSourceList *talks_source_text_read   (const char           *text,
                                           TalksDocument        *document,
                                           TalksDay              today,
                                           TalksSourceTextKind  *kind,
                                           GError              **error);

/* ---- for readers ---- */

TalksSourceList *talks_source_list_new    (void);

/* what may be NULL. */
void             talks_source_list_remark (TalksSourceList      *self,
                                           unsigned              line,
                                           const char           *what,
                                           const char           *format,
                                           ...) G_GNUC_PRINTF (4, 5);

/* An id like key (NULL or empty: "source") that neither the list nor the document has. Free with g_free(). */
char            *talks_source_list_make_id (TalksSourceList     *self,
                                            TalksDocument       *document,
                                            const char          *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksSourceList, talks_source_list_free)

G_END_DECLS
