/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksReferences: the sources cited on some pages, numbered in the order in which they are first named. Keeps the
 * document. */

#pragma once

#include "talks-document.h"
#include "talks-export-flow.h"

G_BEGIN_DECLS

typedef struct _TalksReferences TalksReferences;

TalksReferences *talks_references_new         (TalksDocument   *document);
void             talks_references_free        (TalksReferences *self);

/* "Sources: 3, 17" for those of ids that the document has; NULL where it has none. Free with g_free(). */
char            *talks_references_cite        (TalksReferences *self,
                                               char           **ids);
/* The same for an array of TalksSource. */
char            *talks_references_cite_sources (TalksReferences *self,
                                                GPtrArray       *sources);
guint            talks_references_count       (TalksReferences *self);

/* The numbered list of all that were cited, with links. */
void             talks_references_put         (TalksReferences *self,
                                               TalksFlow       *flow,
                                               TalksFlowStyle   style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksReferences, talks_references_free)

G_END_DECLS
