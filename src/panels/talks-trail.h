/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksTrail: the rounds that somebody came to, as a row of dots.
 *
 * Filled: present; ring with a dot: by remote link; dashed ring: unclear; crossed ring: absent; small
 * grey dot: not named. The last round is at the end; where room is short the earliest are left
 * out. The same stands in words in its tooltip and its accessible label. */

#pragma once

#include <gtk/gtk.h>

#include "talks-palette.h"
#include "talks-roster.h"

G_BEGIN_DECLS

#define TALKS_TYPE_TRAIL (talks_trail_get_type ())
G_DECLARE_FINAL_TYPE (TalksTrail, talks_trail, TALKS, TRAIL, GtkWidget)

GtkWidget *talks_trail_new  (void);

/* dim: of the dots of rounds that somebody was not named at. */
void       talks_trail_show (TalksTrail              *self,
                             const TalksTrailSummary *summary,
                             TalksColor               color,
                             TalksColor               dim);

G_END_DECLS
