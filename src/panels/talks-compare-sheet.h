/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksCompareSheet: fills a TalksCompareTable with a comparison.
 *
 * Rows: who led and who hosted the delegations, then the topics; columns: A and B of each party. Rows
 * and columns are made anew only when they stand for others than before, so that what is open stays
 * open and what has the focus keeps it. Belongs to the panel that it works for, and does not outlive
 * it. */

#pragma once

#include "talks-compare-table.h"
#include "talks-comparison.h"
#include "talks-panel.h"

G_BEGIN_DECLS

typedef struct _TalksCompareSheet TalksCompareSheet;

/* panel and table are borrowed. */
TalksCompareSheet *talks_compare_sheet_new    (TalksPanel            *panel,
                                               TalksCompareTable     *table);
void               talks_compare_sheet_free   (TalksCompareSheet     *self);

/* Takes comparison over. dates: how the header calls its sides, "29 March 2022". */
void               talks_compare_sheet_show   (TalksCompareSheet     *self,
                                               TalksComparison       *comparison,
                                               const char * const     dates[TALKS_COMPARISON_N_SIDES]);

/* What is shown now; NULL before anything is. */
const TalksComparison *
                   talks_compare_sheet_get    (TalksCompareSheet     *self);

/* Something else is selected or highlighted. */
void               talks_compare_sheet_update (TalksCompareSheet     *self);

G_END_DECLS
