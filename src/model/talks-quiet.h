/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quiet periods: where a timeline may be folded.
 *
 * Days are gathered into weeks and each week is called quiet or busy by the two-state automaton
 * of Jon Kleinberg, "Bursty and Hierarchical Structure in Streams" (KDD 2002, section 4, batched
 * arrivals): the cheapest sequence of states, where being busy must explain the events better
 * than the average rate does, and becoming busy costs. Runs of quiet weeks that make up at least
 * a tenth of the whole and at least 90 days, and hold clearly fewer events than an even rate would
 * give them, are quiet periods. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

/* An array of TalksSpan, sorted, apart from each other; may be empty. */
GArray *talks_quiet_find (TalksDocument *document);

G_END_DECLS
