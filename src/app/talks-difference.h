/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Differences between records and documents, in words, field by field. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

/* A record that is in one document and not, or not the same, in another. */
typedef struct
{
  TalksRecordKind  kind;
  char            *heading; /* "Changed: Event “First round”"; plain text of any length */
  char           **lines;   /* what differs, one field a line; may be empty */
} TalksDifference;

void       talks_difference_free   (TalksDifference *difference);

/* before or after may be NULL: added, removed. document is where the names of records that are referred to are
 * looked up; lang is the language of its texts. */
TalksDifference *
           talks_difference_new    (TalksRecord     *before,
                                    TalksRecord     *after,
                                    TalksDocument   *document,
                                    const char      *lang);

/* From one document to another, by id, of TalksDifference in the order of the documents. The order of records
 * is not compared. */
GPtrArray *talks_difference_list   (TalksDocument   *from,
                                    TalksDocument   *to,
                                    const char      *lang);

/* "Added: 1 source · Changed: 2 events, 1 position"; "" for no differences. */
char      *talks_difference_count  (GPtrArray       *differences,
                                    TalksDocument   *from,
                                    TalksDocument   *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksDifference, talks_difference_free)

G_END_DECLS
