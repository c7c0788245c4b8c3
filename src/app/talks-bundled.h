/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the program's own files are: installed, or in the tree it was built from. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Lets an uninstalled program find its settings schema. Call before anything uses GSettings. */
void        talks_bundled_set_up         (void);

/* The document that the program opens on. */
GFile      *talks_bundled_get_document   (void);

/* Folders with translations and icons. Owned by the program. */
const char *talks_bundled_get_locale_dir (void);
const char *talks_bundled_get_icon_dir   (void);

G_END_DECLS
