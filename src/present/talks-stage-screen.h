/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksStageScreen: the stage as it fills a screen.
 *
 * Where there is no other screen it has a small bar of controls below, the number that is typed and the list of
 * keys. The bar comes with the pointer or by Tab and hides after some seconds of rest, and the pointer with it. */

#pragma once

#include <gtk/gtk.h>

#include "talks-presentation.h"

G_BEGIN_DECLS

#define TALKS_TYPE_STAGE_SCREEN (talks_stage_screen_get_type ())
G_DECLARE_FINAL_TYPE (TalksStageScreen, talks_stage_screen, TALKS, STAGE_SCREEN, GtkWidget)

/* alone: there is no other screen for the controls. */
GtkWidget *talks_stage_screen_new (TalksPresentation *presentation,
                                   gboolean           alone);

G_END_DECLS
