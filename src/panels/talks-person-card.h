/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The card of a participant: native name, who they are, offices with their dates, the events they
 * were named at, what they stated, sources. */

#pragma once

#include <gtk/gtk.h>

#include "talks-panel.h"

G_BEGIN_DECLS

/* A box for a panel that is, or will be, its ancestor. It does not follow changes: make another. */
GtkWidget *talks_person_card_new (TalksPanel       *panel,
                                  TalksParticipant *participant);

G_END_DECLS
