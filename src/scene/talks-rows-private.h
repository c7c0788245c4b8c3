/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two halves of the row packer share: the pass over the slots (talks-rows.c) and what
 * happens where there is no room (talks-rows-merge.c). */

#pragma once

#include "talks-rows.h"

G_BEGIN_DECLS

#define TALKS_ROWS_NONE (-1)

/* A pack that is still being made. */
typedef struct
{
  TalksPackKind kind;
  double        core_start;
  double        core_end;
  double        want;  /* for the label */
  double        least;
  double        label; /* given */
  gboolean      back;
  gboolean      reduced;
  gboolean      is_long; /* a bar: it is not merged as long as something else can be */
  gboolean      gone;
  int           row;
  int           n_rows;
  guint         weight; /* the heaviest of its slots, + 1 */
  guint         head; /* its slots, a chain through next of the packer */
  guint         tail;
  guint         n;
} TalksRowsWork;

typedef struct
{
  const TalksSlot      *slots;
  guint                 n_slots;
  const TalksRowsStyle *style;
  GArray               *works; /* of TalksRowsWork; pointers into it last until the next push */
  GArray              **stacks; /* by row: of int, the packs in it from left to right */
  guint                *next;  /* by slot */
  int                  *group; /* by slot: first slot of its dense stretch, or TALKS_ROWS_NONE */
  int                  *reserved; /* by slot: the row kept for it, or TALKS_ROWS_NONE */
  GArray              **ahead;    /* by row: of TalksRowsPlace, those to come, by start */
} TalksRowsPacker;

/* What is kept for a slot that has not been reached. */
typedef struct
{
  guint    slot;
  double   start; /* with the label */
  double   end;
  double   label;
  gboolean back;
} TalksRowsPlace;

/* ---- talks-rows.c ---- */

/* NULL for an empty row. */
TalksRowsWork *talks_rows_get_last     (TalksRowsPacker     *self,
                                        int                  row);

/* The one before the last. */
TalksRowsWork *talks_rows_get_below    (TalksRowsPacker     *self,
                                        int                  row);

/* Makes work the last pack of its rows. */
void           talks_rows_push         (TalksRowsPacker     *self,
                                        TalksRowsWork        work);

/* Takes the last pack of a row from all its rows: it has become part of another. */
void           talks_rows_pop          (TalksRowsPacker     *self,
                                        int                  row);

/* Where core and label of a pack end. */
double         talks_rows_work_end     (const TalksRowsWork *work);

/* The room for a label: whole, shortened, or none. */
double         talks_rows_cut_label    (double               want,
                                        double               least,
                                        double               room);

/* The label of a row's last pack when what follows starts at start; negative: no room at all. */
double         talks_rows_squeeze      (TalksRowsPacker     *self,
                                        const TalksRowsWork *last,
                                        double               start);

/* Tries to place the slot; if there is no room for it, makes some. */
void           talks_rows_place        (TalksRowsPacker     *self,
                                        const TalksSlot     *slot,
                                        guint                index);

/* ---- talks-rows-reserve.c ---- */

/* Keeps places in the upper rows, with their whole labels, for the slots that weigh most: they are
 * to be readable at every zoom. */
void           talks_rows_reserve      (TalksRowsPacker     *self);

/* Where the next kept place of a row begins, less the gap. */
double         talks_rows_get_bound    (TalksRowsPacker     *self,
                                        int                  row);

/* Takes the place kept for the slot that has been reached; FALSE if there is none. */
gboolean       talks_rows_take_place   (TalksRowsPacker     *self,
                                        guint                slot,
                                        TalksRowsPlace      *place,
                                        int                 *row);

/* Gives up what is kept in a row before end: something that matters more reaches there. */
void           talks_rows_release      (TalksRowsPacker     *self,
                                        int                  row,
                                        double               end);

/* ---- talks-rows-merge.c ---- */

/* No row is free for it, not even as a mark: either the slot joins the lightest pack, or the two
 * lightest join and leave their place to it. */
void           talks_rows_make_room    (TalksRowsPacker     *self,
                                        const TalksSlot     *slot,
                                        guint                index);

/* Marks the stretches where more marks meet than there are rows, if they are long and full. */
void           talks_rows_find_dense   (TalksRowsPacker     *self);

/* Makes a profile of the stretch that starts with slot first. */
void           talks_rows_make_profile (TalksRowsPacker     *self,
                                        guint                first);

G_END_DECLS
