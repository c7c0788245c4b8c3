/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "talks-timeline-overview.h"

G_BEGIN_DECLS

void talks_timeline_overview_class_add_keys (GtkWidgetClass *widget_class);

G_END_DECLS
