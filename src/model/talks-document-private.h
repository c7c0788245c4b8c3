/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to src/model. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

/* ---- talks-document-index.c: what is derived, made when first asked for, dropped by every change ---- */

typedef struct _TalksDocumentIndex TalksDocumentIndex;

TalksDocumentIndex *talks_document_index_new  (TalksDocument      *document);
void                talks_document_index_free (TalksDocumentIndex *self);

/* The index of the document's present state; owned by the document. */
TalksDocumentIndex *talks_document_ensure_index (TalksDocument *self);

/* ---- talks-document-changes.c ---- */

/* As talks_document_list_changes(). Records of from whose ids are keys of moved (NULL: none) do not stay, even where
 * there is one of that id in to: it is another one. */
GPtrArray          *talks_document_list_changes_but (TalksDocument *from,
                                                     TalksDocument *to,
                                                     GHashTable    *moved);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksDocumentIndex, talks_document_index_free)

G_END_DECLS
