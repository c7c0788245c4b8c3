/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a merge comes to, in a line or two: "1 record is added · 2 records are changed · 1 conflict". */

#pragma once

#include "talks-merge.h"

G_BEGIN_DECLS

/* n_unknown: records of theirs that hold what Talks does not know. Free with g_free(). */
char *talks_merge_summary_to_words (TalksMerge *merge,
                                    guint       n_unknown);

G_END_DECLS
