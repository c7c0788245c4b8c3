/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the query share: folding with the way back, and all texts of a record.
 * Private to talks-query*.c. */

#pragma once

#include "talks-query.h"

G_BEGIN_DECLS

/* Appends text folded, runs of space as one. origins (of guint), which may be NULL, gets for each
 * byte that is appended the offset in text that it came from. */
void talks_query_fold_append (GString                *folded,
                              GArray                 *origins,
                              const char             *text);

typedef enum
{
  TALKS_TEXT_TITLE,
  TALKS_TEXT_BODY,
  TALKS_TEXT_DATE, /* a date as written, or in words */
} TalksTextRole;

typedef struct
{
  const char *lang; /* one text each, in that language where there is one; NULL: every language */
  void      (*func) (const char   *text,
                     TalksTextRole role,
                     gpointer      data);
  gpointer    data;
} TalksTextVisitor;

/* Calls func for each text of record that is searched. Other records are not followed. */
void talks_query_visit_texts (const TalksTextVisitor *visitor,
                              const TalksRecord      *record);

G_END_DECLS
