/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one release of GTK spells differently from another: the rest of Talks calls these and
 * looks at no version. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The foreground colour that the style sheet gives widget now. */
void   talks_compat_get_color (GtkWidget  *widget,
                               GdkRGBA    *color);

/* Device pixels per pixel, fractions included where the platform has them. 1 at least, and for a
 * widget that is on no surface yet. */
double talks_compat_get_scale (GtkWidget  *widget);

/* Opens uri in the program that the desktop has for it; a failure is told in a dialog on parent
 * (which may be NULL). */
void   talks_compat_open_uri  (GtkWindow  *parent,
                               const char *uri);

/* Has a screen reader say text once. Before GTK 4.14 text becomes the accessible description of
 * widget, whose change is what readers speak: the caller puts the description back in its own
 * time. */
void   talks_compat_announce  (GtkWidget  *widget,
                               const char *text);

/* Gives the focus back to the widget that had it before popover opened. GTK 4.8 forgets it where an item of a submenu
 * was chosen, and its window then hears no key until it is clicked. Once for each popover. */
void   talks_compat_keep_focus (GtkPopover *popover);

G_END_DECLS
