/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksHistoryStep: something the user did, as one whole.
 *
 * The history of a document is made of steps, and so is the journal that keeps them until they are saved.
 * Immutable, atomically reference-counted. */

#pragma once

#include "talks-change.h"

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount ref_count;
  guint64         number;  /* another one for each step of a history, from 1; 0 while it is in none */
  char           *name;    /* a sentence in the user's language: "Add “Istanbul: second round”"; never NULL */
  char           *author;  /* may be NULL */
  gint64          time;    /* µs since 1970, UTC */
  GPtrArray      *changes; /* of TalksChange, in the order in which they were made; never empty */
} TalksHistoryStep;

#define TALKS_TYPE_HISTORY_STEP (talks_history_step_get_type ())

GType             talks_history_step_get_type (void);

/* Copies name and author, which may be NULL; takes references of the changes, of which there must be at least
 * one. */
TalksHistoryStep *talks_history_step_new      (guint64           number,
                                               const char       *name,
                                               const char       *author,
                                               gint64            time,
                                               GPtrArray        *changes);
TalksHistoryStep *talks_history_step_ref      (TalksHistoryStep *self);
void              talks_history_step_unref    (TalksHistoryStep *self);

/* The changes that take the step back, in the order in which to make them. Owned by the caller. */
GPtrArray        *talks_history_step_invert   (const TalksHistoryStep *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksHistoryStep, talks_history_step_unref)

G_END_DECLS
