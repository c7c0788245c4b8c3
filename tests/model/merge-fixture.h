/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of merging have in common. what says which case it is. */

#pragma once

#include "talks-merge.h"

G_BEGIN_DECLS

/* Members of a document, in JSON with ' for ". */
TalksDocument *merge_fixture_make          (const char    *members);

/* Same head, and equal records in the same order. */
void           merge_fixture_assert_equal  (TalksDocument *a,
                                            TalksDocument *b,
                                            const char    *what);

/* The changes lead from ours to the result, and back. */
void           merge_fixture_check_changes (TalksMerge    *merge,
                                            TalksDocument *ours,
                                            const char    *what);

G_END_DECLS
