/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The attendance of an event as a list: by party who was there and as what, then who was absent. */

#pragma once

#include <gtk/gtk.h>

#include "talks-panel.h"

G_BEGIN_DECLS

/* For a panel that is, or will be, its ancestor; NULL when nobody is named. It does not follow
 * changes: make another. */
GtkWidget *talks_attendance_list_new (TalksPanel *panel,
                                      TalksEvent *event);

G_END_DECLS
