/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksHistoryView: who changed what since the document was opened, field by field, and the way back to any
 * point of it. Emits "go-to" (guint position) when the user asks for that state; see talks_history_go_to(). */

#pragma once

#include "talks-panel.h"

G_BEGIN_DECLS

#define TALKS_TYPE_HISTORY_VIEW (talks_history_view_get_type ())
G_DECLARE_FINAL_TYPE (TalksHistoryView, talks_history_view, TALKS, HISTORY_VIEW, TalksPanel)

/* The name that steps are signed with is settings' "author"; fallback is what is taken when that is empty. */
void talks_history_view_bind_author (TalksHistoryView *self,
                                     GSettings        *settings,
                                     const char       *fallback);

/* Puts the keyboard into the list. */
void talks_history_view_focus       (TalksHistoryView *self);

G_END_DECLS
