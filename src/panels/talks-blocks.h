/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks: the few kinds of text that the panels are made of.
 *
 * All texts are plain, never markup, and wrap. Style classes are those of ui/panels.css. New
 * widgets are floating, as GTK returns them. */

#pragma once

#include <gtk/gtk.h>

#include "talks-palette.h"

G_BEGIN_DECLS

/* A wrapping label; css_class may be NULL. */
GtkWidget *talks_block_text     (const char *text,
                                 const char *css_class);

/* The same, and the reader can mark and copy it. */
GtkWidget *talks_block_reading  (const char *text,
                                 const char *css_class);

/* The heading of a section: role HEADING. */
GtkWidget *talks_block_heading  (const char *text);

/* A box with children below each other; css_class may be NULL. */
GtkWidget *talks_block_column   (int         spacing,
                                 const char *css_class);

/* Shows text in label, and the label only when there is text. NULL is no text. */
void       talks_block_show     (GtkLabel   *label,
                                 const char *text);

/* Shows a name without line ends, broken between words only, unless a word is longer than words of names are: a label
 * is never narrower than what can not be broken, nor is the window then. */
void       talks_block_show_name (GtkLabel  *label,
                                  const char *name);

/* Gives the text of label a colour; it must be set again when the theme changes. */
void       talks_block_color    (GtkLabel   *label,
                                 TalksColor  color);

/* Removes all children of a box. */
void       talks_block_clear    (GtkWidget  *box);

/* Sets or takes a style class. */
void       talks_block_toggle   (GtkWidget  *widget,
                                 const char *css_class,
                                 gboolean    on);

/* What a screen reader calls widget. */
void       talks_block_name     (GtkWidget  *widget,
                                 const char *name);

G_END_DECLS
