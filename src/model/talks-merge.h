/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksMerge: two documents become one.
 *
 * With the document that both go back to (BASE), what only one side changed is taken, field by field: texts by
 * language, lists by their parts, the order of lists, new ids of records with all that refers to them. Without it,
 * records of one id are compared, and others that look alike are offered as one record.
 *
 * What both sides changed, and not alike, is a conflict. Each has a choice, which may be changed; the result follows.
 * To begin with nothing is thrown away that can be kept: both tellings of an event stand as accounts in it, of two
 * records with one id the second gets another, what one side removed and the other changed or refers to stays. All
 * else is as in OURS until somebody chooses.
 *
 * The result has no reference into the void and no error of talks_document_validate() that neither side had. The
 * same three documents and choices always give the same result. Records that only differ in members that the model
 * does not know are equal here. Belongs to one thread at a time. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

typedef struct _TalksMerge TalksMerge;

typedef enum
{
  TALKS_SIDE_BASE,
  TALKS_SIDE_OURS,
  TALKS_SIDE_THEIRS,
  TALKS_N_SIDES
} TalksMergeSide;

typedef enum
{
  TALKS_MERGE_OURS,
  TALKS_MERGE_THEIRS,
  TALKS_MERGE_BOTH, /* as accounts, as two records or as one text after the other */
  TALKS_MERGE_JOIN, /* two records are one: their fields are compared */
} TalksMergeChoice;

typedef enum
{
  TALKS_CONFLICT_FIELD,    /* both changed a value */
  TALKS_CONFLICT_REMOVED,  /* one removed what the other changed */
  TALKS_CONFLICT_NEEDED,   /* one removed a record that the other refers to: it stays */
  TALKS_CONFLICT_ADDED,    /* both added a record under one id */
  TALKS_CONFLICT_RENAMED,  /* both gave a record another id */
  TALKS_CONFLICT_ORDER,    /* both put a list into another order */
  TALKS_CONFLICT_TOGETHER, /* each side is right by itself, both changes together are wrong */
  TALKS_CONFLICT_ALIKE,    /* no conflict: two records that may be one */
} TalksConflictType;

typedef struct
{
  TalksConflictType type;
  TalksRecordKind   kind;     /* TALKS_RECORD_HEAD: the head of the document */
  char             *id;       /* of the record in the result; NULL for the head and the order of records */
  char             *other;    /* ALIKE, ADDED: the id of their record in the result, when there are two; or NULL */
  char             *title;    /* of the record; "" when there is none */
  char             *field;    /* "attendance/anna/role"; "" for the whole record */
  char             *pointer;  /* where it is in the result, or would be (RFC 6901); never NULL */
  char             *base;     /* what each says there, to be read; NULL: nothing */
  char             *ours;
  char             *theirs;
  int               score;    /* of ALIKE: 0 … 100, see talks-merge-alike.c */
  guint             choices;  /* 1 << TalksMergeChoice for each that can be made */
  TalksMergeChoice  choice;
  char             *key;      /* what it is chosen by; the same in each run */
} TalksConflict;

/* How many records the merge changes in OURS. */
typedef struct
{
  guint n_added;
  guint n_changed;
  guint n_removed;
  guint n_renamed;
} TalksMergeCounts;

/* Takes references. base may be NULL. None of the documents may change while the merge lives, up to the moment its
 * changes are applied to ours. */
TalksMerge             *talks_merge_new           (TalksDocument       *base,
                                                   TalksDocument       *ours,
                                                   TalksDocument       *theirs);
void                    talks_merge_free          (TalksMerge          *self);

/* What was not clear, of TalksConflict, in the order of the result. Lives until the next choice. */
GPtrArray              *talks_merge_get_conflicts (TalksMerge          *self);

/* Those that are not ALIKE. */
guint                   talks_merge_count_conflicts (TalksMerge        *self);

/* key is that of a conflict, which need not be there any more, and choice one that it offers. Conflicts may come and
 * go with choices. Takes no time; what is asked for next is worked out then. */
void                    talks_merge_choose        (TalksMerge          *self,
                                                   const char          *key,
                                                   TalksMergeChoice     choice);

/* Owned by the merge. It shares its records with the others. */
TalksDocument          *talks_merge_get_result    (TalksMerge          *self);

/* Of TalksChange: one after another applied to ours, they make it the result. */
GPtrArray              *talks_merge_get_changes   (TalksMerge          *self);
TalksMergeCounts        talks_merge_get_counts    (TalksMerge          *self);

/* The id that a record of the result has in one of the three documents. NULL when it is not there. */
const char             *talks_merge_get_id_in     (TalksMerge          *self,
                                                   TalksMergeSide       side,
                                                   const char          *id);

/* ---- words (talks-merge-words.c, talks-merge-values.c) ---- */

/* The field of a conflict: "Attendance · anna · Role"; "" for the whole record. */
char                   *talks_conflict_field_to_words (const TalksConflict *conflict);

/* The conflict and what was chosen in one sentence. */
char                   *talks_conflict_to_words   (const TalksConflict *conflict);

/* What is taken in, a sentence for each record. NULL-terminated. */
char                  **talks_merge_list_taken    (TalksMerge          *self,
                                                   const char          *lang);

/* All of it as plain text, with counts: what is taken in, what was not clear, what was chosen. ours and theirs are
 * names of files. */
char                   *talks_merge_report        (TalksMerge          *self,
                                                   const char          *ours,
                                                   const char          *theirs,
                                                   const char          *lang);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksMerge, talks_merge_free)

G_END_DECLS
