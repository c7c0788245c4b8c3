/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksDesktopStyle: whether the desktop wants dark colours and high contrast, now and later.
 *
 * Asks the settings portal (org.freedesktop.portal.Settings, namespace org.freedesktop.appearance,
 * keys color-scheme and contrast), which GTK 4.8 does not read; without a portal what GTK was told
 * at the start stands. Emits "changed" when an answer differs from the last. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TALKS_TYPE_DESKTOP_STYLE (talks_desktop_style_get_type ())
G_DECLARE_FINAL_TYPE (TalksDesktopStyle, talks_desktop_style, TALKS, DESKTOP_STYLE, GObject)

/* dark and high_contrast: what GTK was told. */
TalksDesktopStyle *talks_desktop_style_new             (gboolean           dark,
                                                        gboolean           high_contrast);
gboolean           talks_desktop_style_is_dark         (TalksDesktopStyle *self);
gboolean           talks_desktop_style_is_high_contrast (TalksDesktopStyle *self);

G_END_DECLS
