/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksOrigin: where a document is kept: in a file, or in none yet. Immutable. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GFile  *file;    /* NULL: in none yet; then the other two are there */
  char   *key;     /* that no other document has */
  GBytes *content; /* the document as it was made, before anything was done to it */
} TalksOrigin;

TalksOrigin *talks_origin_new_for_file (GFile             *file);

/* In no file. key is that of a document which goes on from an earlier program; NULL: a new one. */
TalksOrigin *talks_origin_new          (const char        *key,
                                        GBytes            *content);
TalksOrigin *talks_origin_ref          (TalksOrigin       *self);
void         talks_origin_unref        (TalksOrigin       *self);

/* Whether both are of the same document. */
gboolean     talks_origin_equal        (const TalksOrigin *a,
                                        const TalksOrigin *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksOrigin, talks_origin_unref)

G_END_DECLS
