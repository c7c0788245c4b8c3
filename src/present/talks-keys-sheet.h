/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksKeysSheet: all keys of a lesson, on a card above what is shown; there while the presentation wants it. */

#pragma once

#include <gtk/gtk.h>

#include "talks-presentation.h"

G_BEGIN_DECLS

/* To be put above something, as by gtk_overlay_add_overlay(). */
GtkWidget *talks_keys_sheet_new (TalksPresentation *presentation);

G_END_DECLS
