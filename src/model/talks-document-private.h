/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is derived from a document: made when first asked for, dropped by every change.
 * Private to talks-document.c and talks-document-index.c. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

typedef struct _TalksDocumentIndex TalksDocumentIndex;

TalksDocumentIndex *talks_document_index_new  (TalksDocument      *document);
void                talks_document_index_free (TalksDocumentIndex *self);

/* The index of the document's present state; owned by the document. */
TalksDocumentIndex *talks_document_ensure_index (TalksDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksDocumentIndex, talks_document_index_free)

G_END_DECLS
