/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Go to Date: a small window that understands a date as it is typed and brings it into view. */

#pragma once

#include <gtk/gtk.h>

#include "talks-session.h"

G_BEGIN_DECLS

/* Modal on parent; frees itself. */
void talks_go_to_date_show (GtkWindow    *parent,
                            TalksSession *session);

G_END_DECLS
