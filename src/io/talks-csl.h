/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CSL-JSON, the format of sources: which words it has, the shapes of its members, its dates. */

#pragma once

#include "talks-json-read.h"

G_BEGIN_DECLS

/* What CSL 1.0.2 expects of a member of an item. */
typedef enum
{
  TALKS_CSL_UNKNOWN, /* no such member */
  TALKS_CSL_READ,    /* talks_read_source() looks at it */
  TALKS_CSL_TEXT,
  TALKS_CSL_NUMBER, /* or a text */
  TALKS_CSL_TEXTS,
  TALKS_CSL_NAMES,
  TALKS_CSL_DATE,
  TALKS_CSL_OBJECT,
} TalksCslShape;

TalksCslShape talks_csl_get_shape (const char *name);

/* Whether CSL 1.0.2 has items of that type: "article-newspaper" … */
gboolean   talks_csl_is_type  (const char      *word);

/* A date in any of the shapes that CSL allows, or an EDTF expression. NULL, having reported why if it
 * is wrong, when there is none to sort by. */
TalksDate *talks_csl_dup_date (TalksJsonReport *report,
                               JsonObject      *item,
                               const char      *name);

/* Reports the members that CSL does not know, and those of the wrong shape, but for what
 * talks_read_source() reads itself. */
void       talks_csl_check    (TalksJsonReport *report,
                               JsonObject      *item);

G_END_DECLS
