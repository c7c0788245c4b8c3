/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksThemeKeeper: light, dark or high contrast, as the settings say or as the desktop does.
 *
 * Keeps GTK's own theme and the program's style sheet in step and says which palette the canvas
 * is painted with. Emits "changed" when that palette is another one. */

#pragma once

#include <gio/gio.h>

#include "talks-palette.h"

G_BEGIN_DECLS

#define TALKS_TYPE_THEME_KEEPER (talks_theme_keeper_get_type ())
G_DECLARE_FINAL_TYPE (TalksThemeKeeper, talks_theme_keeper, TALKS, THEME_KEEPER, GObject)

/* Needs a display. Keeps a reference to settings (keys color-scheme and contrast). */
TalksThemeKeeper   *talks_theme_keeper_new         (GSettings        *settings);
const TalksPalette *talks_theme_keeper_get_palette (TalksThemeKeeper *self);

G_END_DECLS
