/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the merge share.
 *
 * A run goes in three steps. First it is settled which records of the three documents are one and which id that one
 * has in the result (talks-merge-pairs.c), and all three are put into these ids (talks-merge-ids.c). From then on a
 * record is known by its id alone. Then records, fields and lists are merged (talks-merge-records.c, -fields.c,
 * -lists.c, -text.c). Last the result is looked through (talks-merge-check.c): if it refers to what was removed, or is
 * wrong where no side was, the second step is done again with what was found in mind. */

#pragma once

#include "talks-merge.h"
#include "talks-record-fields.h"

G_BEGIN_DECLS

struct _TalksMerge
{
  TalksDocument   *given[TALKS_N_SIDES]; /* base may be NULL */
  GHashTable      *choices;        /* key → TalksMergeChoice */
  gboolean         has_run;

  /* Of the last run: */
  TalksDocument   *sides[TALKS_N_SIDES]; /* in the ids of the result */
  GHashTable      *ids[TALKS_N_SIDES];   /* id of the given document → id in the result, where it is another */
  GHashTable      *from[TALKS_N_SIDES];  /* the other way round; NULL until asked for */
  GHashTable      *taken;          /* set of char *: ids in use */
  GHashTable      *whole;          /* id → choice: ours or theirs as it is */
  GHashTable      *needed;         /* set of char *: removed by one side, referred to by the other */
  GHashTable      *forced;         /* set of "ID/FIELD" and "KIND//FIELD": ours stays */
  GPtrArray       *conflicts;      /* of TalksConflict */
  guint            n_pair_conflicts; /* of these: those of the first step */
  TalksDocument   *result;
  GPtrArray       *changes;
  TalksMergeCounts counts;
};

/* ---- talks-merge.c ---- */

/* Of the type, with copies of id and field; the rest is for the caller to fill in. */
TalksConflict   *talks_conflict_new      (TalksConflictType  type,
                                          TalksRecordKind    kind,
                                          const char        *id,
                                          const char        *field);
void             talks_conflict_free     (TalksConflict     *conflict);

#define CHOICE(name) (1u << TALKS_MERGE_##name)

/* Takes the conflict over, and says what is chosen: conflict->choice, unless something else of choices was. */
TalksMergeChoice talks_merge_note        (TalksMerge        *self,
                                          TalksConflict     *conflict);

/* ---- talks-merge-ids.c ---- */

typedef void (*TalksReferenceFunc)       (const TalksRecord *record,
                                          const TalksField  *field,
                                          const char        *id,
                                          gpointer           data);

void             talks_merge_each_reference (const TalksRecord *record,
                                             TalksReferenceFunc func,
                                             gpointer           data);

/* The document in other ids: ids is old → new. If tag is not NULL, plain texts get that language. A reference to the
 * document itself when there is nothing to do. */
TalksDocument   *talks_merge_map_ids     (TalksDocument     *document,
                                          GHashTable        *ids,
                                          const char        *tag);

/* id itself, or one with a number that is not taken; with _take, it is from now on. Free with g_free(). */
char            *talks_merge_find_id     (TalksMerge        *self,
                                          const char        *id);
char            *talks_merge_take_id     (TalksMerge        *self,
                                          const char        *id);

/* ---- talks-merge-pairs.c, talks-merge-renames.c, talks-merge-alike.c ---- */

void             talks_merge_pair        (TalksMerge        *self);

/* id in base → id in side: of those that are gone from side, records that are there under another id.
 * base → side, borrowed. */
GHashTable      *talks_merge_find_renames (TalksDocument    *base,
                                           TalksDocument    *side);

typedef struct
{
  const TalksRecord *ours;
  const TalksRecord *theirs;
  int                score;
} TalksLikeness;

/* The likeliest pairs, each record in one at most, of the records of a kind in two lists. Of TalksLikeness. */
GArray          *talks_merge_find_alike  (TalksMerge        *self,
                                          TalksRecordKind    kind,
                                          GPtrArray         *ours,
                                          GPtrArray         *theirs);

/* ---- talks-merge-records.c ---- */

/* Makes self->result, and notes conflicts. */
void             talks_merge_records     (TalksMerge        *self);

/* ---- talks-merge-fields.c ---- */

/* The record that is being merged. */
typedef struct
{
  TalksMerge        *merge;
  TalksRecordKind    kind;
  const char        *id;     /* NULL: the head */
  char              *title;
  GPtrArray         *path;   /* of char * */
  GPtrArray         *told;   /* of TalksField: what both tell is to stand as accounts */
  GPtrArray         *second; /* of TalksField: what theirs says is to stand in a second record */
} TalksMergeSite;

/* into is a copy of ours; the two others may be NULL only for the base. */
void             talks_merge_fields      (TalksMergeSite      *site,
                                          const TalksFieldSet *set,
                                          gconstpointer        base,
                                          gconstpointer        ours,
                                          gconstpointer        theirs,
                                          gpointer             into);

/* A conflict at the path of the site, to be filled in. */
TalksConflict   *talks_merge_site_new_conflict (TalksMergeSite    *site,
                                                TalksConflictType  type);

/* CHOICE (BOTH) if what both say in the field of the site can be kept outside of it; else 0. */
guint            talks_merge_site_can_keep_both (TalksMergeSite   *site);
void             talks_merge_site_keep_both     (TalksMergeSite   *site);

/* Whether a field of that name holds what is long and free in form: sound as one text after the other. */
gboolean         talks_merge_can_be_joined (const char        *field);

/* Takes value over. */
void             talks_merge_set_text    (const TalksFieldSet *set,
                                          const TalksField    *field,
                                          gpointer             into,
                                          TalksText           *value);

/* ---- talks-merge-text.c ---- */

void             talks_merge_texts       (TalksMergeSite      *site,
                                          const TalksFieldSet *set,
                                          const TalksField    *field,
                                          gconstpointer        base,
                                          gconstpointer        ours,
                                          gconstpointer        theirs,
                                          gpointer             into);

/* ---- talks-merge-lists.c ---- */

void             talks_merge_strings     (TalksMergeSite      *site,
                                          const TalksField    *field,
                                          gconstpointer        base,
                                          gconstpointer        ours,
                                          gconstpointer        theirs,
                                          gpointer             into);
void             talks_merge_parts       (TalksMergeSite      *site,
                                          const TalksField    *field,
                                          gconstpointer        base,
                                          gconstpointer        ours,
                                          gconstpointer        theirs,
                                          gpointer             into);

/* What tells the parts of a list from one another, in their order; owner may be NULL. Of char *. */
GPtrArray       *talks_merge_list_keys   (const TalksField    *field,
                                          gconstpointer        owner);

/* ---- talks-merge-order.c ---- */

/* The members (a set of keys) in the order of the merged list: lists of char *, base may be NULL; what comes is
 * borrowed from ours or theirs. *clash: both put it into another order; ours counts then, or theirs if
 * prefer_theirs. */
GPtrArray       *talks_merge_order       (GPtrArray           *base,
                                          GPtrArray           *ours,
                                          GPtrArray           *theirs,
                                          GHashTable          *members,
                                          gboolean             prefer_theirs,
                                          gboolean            *clash);

/* Which of n different numbers stay where they are if the others move, so that as few as possible do. */
gboolean        *talks_merge_find_rising (const guint         *numbers,
                                          guint                n);

/* ---- talks-merge-check.c ---- */

/* Whether something was found that asks for another round. */
gboolean         talks_merge_check       (TalksMerge          *self);

/* Gives each conflict its pointer, and puts them in order. */
void             talks_merge_place_conflicts (TalksMerge      *self);

/* ---- talks-merge-head.c ---- */

/* Merged like any record, into that of self->result. */
void             talks_merge_head        (TalksMerge          *self);

/* ---- talks-merge-changes.c ---- */

/* Makes self->changes and self->counts. */
void             talks_merge_make_changes (TalksMerge         *self);

/* ---- talks-merge-values.c ---- */

/* The value of a field as it can be read; NULL when it is absent. self may be NULL: ids stay ids then. */
char            *talks_merge_value_to_words (TalksMerge       *self,
                                             const TalksField *field,
                                             gconstpointer     owner);

/* All that a part says. */
char            *talks_merge_part_to_words (TalksMerge          *self,
                                            const TalksFieldSet *set,
                                            gconstpointer        part);

/* Title of a record in one line, in the language of ours. */
char            *talks_merge_dup_title   (TalksMerge          *self,
                                          const TalksRecord   *record);

/* The fields in which two records differ: "date, title". */
char            *talks_merge_list_differences (const TalksRecord *a,
                                               const TalksRecord *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksConflict, talks_conflict_free)

G_END_DECLS
