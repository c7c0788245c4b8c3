/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The passages of a text that an annotation quotes (a TextQuoteSelector of Web Annotation). */

#pragma once

#include "talks-record.h"

G_BEGIN_DECLS

typedef struct
{
  size_t start; /* bytes */
  size_t end;
} TalksPassage;

/* All places where text, which may be NULL, has the words that annotation quotes, between its prefix and suffix where
 * it has those. Of places that overlap the first is given. A new array of TalksPassage, in order; empty when the
 * annotation quotes nothing. */
GArray *talks_annotation_find_passages (const TalksAnnotation *annotation,
                                        const char            *text);

/* Makes annotation, which is not shared yet, quote the bytes from start to end of text, with as much before and after
 * as tells them from the same words elsewhere in text: nothing where they stand once. Ends are moved so that spaces
 * at either end are left out; FALSE, and nothing is changed, when nothing is left. */
gboolean talks_annotation_quote_passage (TalksAnnotation      *annotation,
                                         const char           *text,
                                         size_t                start,
                                         size_t                end);

G_END_DECLS
