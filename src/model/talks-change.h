/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksChange: one record before and after.
 *
 * before NULL: added; after NULL: removed; both: replaced by a newer one with the same id and
 * kind. Undo, journal, audit trail and merge are lists of changes; none has its own notion of an
 * edit. Immutable, reference-counted. */

#pragma once

#include "talks-record.h"

G_BEGIN_DECLS

typedef struct _TalksChange TalksChange;

#define TALKS_TYPE_CHANGE (talks_change_get_type ())

GType              talks_change_get_type   (void);

/* Takes references of its own. Not both may be NULL; of the head, neither. position is the place in the list of its
 * kind where an added record goes (−1: at the end) or from where a removed one was taken. */
TalksChange       *talks_change_new        (TalksRecord       *before,
                                            TalksRecord       *after,
                                            int                position);
TalksChange       *talks_change_ref        (TalksChange       *self);
void               talks_change_unref      (TalksChange       *self);

/* The change that takes this one back. */
TalksChange       *talks_change_invert     (const TalksChange *self);

TalksRecord       *talks_change_get_before   (const TalksChange *self);
TalksRecord       *talks_change_get_after    (const TalksChange *self);
int                talks_change_get_position (const TalksChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksChange, talks_change_unref)

G_END_DECLS
