/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar of the main window while one of its views is on the projector: which one, followed or held, black, the end. */

#pragma once

#include <gtk/gtk.h>

#include "talks-projection.h"

G_BEGIN_DECLS

/* Goes when the projection ends. */
GtkWidget *talks_projection_bar_new (TalksProjection *projection);

G_END_DECLS
