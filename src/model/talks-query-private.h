/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the query share: folding with the way back, all texts of a record, and the index.
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

/* ---- the index (talks-query-index.c) ---- */

#define TALKS_QUERY_N_CONTEXT 3

/* The words of one record. */
typedef struct
{
  gatomicrefcount ref_count;
  TalksRecord    *record;
  TalksRecord    *context[TALKS_QUERY_N_CONTEXT]; /* whose titles count as words of the record too */
  gsize           folded; /* for g_once_init_enter() */
  char           *title;  /* folded; NULL before talks_query_entry_ensure_folded() */
  char           *words;  /* the same, title included */
} TalksQueryEntry;

struct _TalksQueryIndex
{
  gatomicrefcount ref_count;
  GPtrArray      *entries; /* of TalksQueryEntry */
};

/* Folds the words of the record, unless that is done. From any thread. */
void talks_query_entry_ensure_folded (TalksQueryEntry *self);

G_END_DECLS
