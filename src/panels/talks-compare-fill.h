/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a comparison to what its cells say: positions (talks-compare-fill.c) and people
 * (talks-compare-people.c). */

#pragma once

#include "talks-compare-cell.h"
#include "talks-comparison.h"

G_BEGIN_DECLS

/* topic, party: indices in the comparison. */
void       talks_compare_fill_position  (TalksCompareCell      *cell,
                                         TalksPanel            *panel,
                                         const TalksComparison *comparison,
                                         TalksComparisonSide    side,
                                         guint                  topic,
                                         guint                  party);

/* Who led the party's delegation. */
void       talks_compare_fill_heads     (TalksCompareCell      *cell,
                                         TalksPanel            *panel,
                                         const TalksComparison *comparison,
                                         TalksComparisonSide    side,
                                         guint                  party);

/* Who chaired, mediated or hosted the round. */
void       talks_compare_fill_hosts     (TalksCompareCell      *cell,
                                         TalksPanel            *panel,
                                         const TalksComparison *comparison,
                                         TalksComparisonSide    side);

/* Who else was in the delegation, who came on the other date too, and who stayed away. */
void       talks_compare_fill_members   (TalksCompareCell      *cell,
                                         TalksPanel            *panel,
                                         const TalksComparison *comparison,
                                         TalksComparisonSide    side,
                                         guint                  party);

/* How a side of what is in that state looks. */
TalksCompareLook
           talks_compare_get_look       (const TalksComparison *comparison,
                                         TalksComparisonState   state,
                                         TalksComparisonSide    side);

/* The word for it: "changed" …; NULL for A and where there is nothing to say. */
const char *talks_compare_get_word      (const TalksComparison *comparison,
                                         TalksComparisonState   state,
                                         TalksComparisonSide    side);

/* Dim words where there is nothing to show; name may be NULL. */
void       talks_compare_show_text      (TalksCompareCell      *cell,
                                         TalksPanel            *panel,
                                         const char            *text,
                                         const char            *name);

/* "A" or "B". */
const char *talks_compare_get_letter    (TalksComparisonSide    side);

/* TRUE when record is selected or highlighted in the session of panel. */
gboolean   talks_compare_is_selected    (TalksPanel            *panel,
                                         const TalksRecord     *record);

G_END_DECLS
