/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a party stated: the parts that cards and rows of positions are made of. They do not follow
 * changes: make others. */

#pragma once

#include <gtk/gtk.h>

#include "talks-panel.h"

G_BEGIN_DECLS

/* A card that selects the position: topic in the party's colour, who stated it, label, stance and
 * quote; if it is open, also what talks_position_append_evidence() says. */
GtkWidget *talks_position_card_new        (TalksPanel    *panel,
                                           TalksPosition *position,
                                           gboolean       open);

/* Stance (where the label does not say it all) and quote. */
void       talks_position_append_words    (GtkBox        *box,
                                           TalksPanel    *panel,
                                           TalksPosition *position);

/* Where the quote comes from, and the sources. */
void       talks_position_append_evidence (GtkBox        *box,
                                           TalksPanel    *panel,
                                           TalksPosition *position);

/* "Ukraine, Andriy Yermak": the party, and the speaker where one is named. Free with g_free(). */
char      *talks_position_get_speaker     (TalksPanel    *panel,
                                           TalksPosition *position);

G_END_DECLS
