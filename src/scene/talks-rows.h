/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Row packing: puts the things of one lane into as few rows as they need.
 *
 * Knows nothing of events or pixels on a screen: a slot is what must be seen (its core), what its
 * label would like to have beside it, and how it may give way. Works from left to right, so that
 * the result depends on all slots and on nothing else. When there is no room for all, the rules
 * are, in this order:
 * 1. A label is shortened: the one that loses the smallest part.
 * 2. A label is dropped: one that is short already.
 * 3. The two of least weight among those that meet become a cluster.
 * Stretches too dense for that from the start become one profile over all rows that are free.
 *
 * Guaranteed: each slot is in exactly one pack; packs that share a row do not overlap. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double start;       /* of the core: what has to be seen */
  double end;         /* of the core; not before start */
  double label;       /* room beyond the core for the whole label; 0: none */
  double min_label;   /* the least with which a label is still of use */
  double short_end;   /* where the core ends when a crowded bar becomes a mark; else end */
  double short_label; /* what the label wants beside that */
  double short_least; /* and the least that is of use there */
  double back_start;  /* of the core when the label stands before it */
  double back_end;
  double back_limit;  /* where labels may begin: the fold before, or the start of everything */
  double limit;       /* where labels must end: the next fold, or the end of everything */
  guint  weight;      /* of those that must merge, the lightest do; heavier ones keep more of
                       * their labels */
} TalksSlot;

typedef enum
{
  TALKS_PACK_SINGLE,
  TALKS_PACK_PILL,    /* several, with their number */
  TALKS_PACK_PROFILE, /* many, over several rows */
} TalksPackKind;

typedef struct
{
  TalksPackKind kind;
  double        start; /* of everything: core and label */
  double        end;
  double        core_start;
  double        core_end;
  double        label;    /* room given to the label beyond the core */
  gboolean      back;     /* the label stands before the core */
  gboolean      reduced;  /* the core is only a mark */
  int           row;
  int           n_rows;   /* more than 1 only for profiles */
  guint         n_slots;
  guint        *slots;    /* their indices, rising; owned by TalksRows */
} TalksPack;

typedef struct
{
  int    max_rows;    /* 1 or more */
  double gap;         /* between two packs of a row */
  double pill;        /* width of a pill that shows only a number */
  double pill_label;  /* what the rest of its words would take */
  double profile;     /* clusters at least so wide, and dense, become profiles */
} TalksRowsStyle;

typedef struct
{
  GArray *packs; /* of TalksPack, by row, then start */
  guint  *slots; /* of all packs */
  int     n_rows;
} TalksRows;

/* slots are sorted by start. */
TalksRows *talks_rows_new  (const TalksSlot      *slots,
                            guint                 n_slots,
                            const TalksRowsStyle *style);
void       talks_rows_free (TalksRows            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksRows, talks_rows_free)

G_END_DECLS
