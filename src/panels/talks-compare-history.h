/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksCompareHistory: all that the compared parties stated on a topic, in time.
 *
 * Each position is a button that selects it in the session. Those that stand on a compared date
 * say so. */

#pragma once

#include "talks-comparison.h"
#include "talks-panel.h"

G_BEGIN_DECLS

#define TALKS_TYPE_COMPARE_HISTORY (talks_compare_history_get_type ())
G_DECLARE_FINAL_TYPE (TalksCompareHistory, talks_compare_history, TALKS, COMPARE_HISTORY, GtkWidget)

GtkWidget *talks_compare_history_new  (void);

/* topic: index in the comparison. Showing the same positions again keeps the widgets, and so the
 * focus. */
void       talks_compare_history_show (TalksCompareHistory   *self,
                                       TalksPanel            *panel,
                                       const TalksComparison *comparison,
                                       guint                  topic);

G_END_DECLS
