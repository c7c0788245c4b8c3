/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of a projection: on the projector when there is one, with the keys that count there, and type for the last
 * row. */

#pragma once

#include "talks-projection.h"

G_BEGIN_DECLS

/* monitors: all there are, of GdkMonitor; parent is on the one that is not the projector. */
GtkWidget *talks_projection_window_new (TalksProjection *projection,
                                        GtkWindow       *parent,
                                        GListModel      *monitors,
                                        GtkWidget       *content);

G_END_DECLS
