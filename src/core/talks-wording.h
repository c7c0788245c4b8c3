/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksWording: the program's own words in another language than the interface's, for a while.
 *
 * What a class sees is in the language of the class, dates and headings included, whatever the teacher's
 * desktop speaks. While a wording lives, gettext answers in its language for the whole process: make it
 * in the main thread, put one thing into words, free it. Wordings may be nested.
 *
 * The environment holds the language, which is how gettext can be told (GNU gettext manual, "Changing
 * the locale at run time"). talks_wording_set_up() makes room for it before there are threads. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalksWording TalksWording;

/* Once, before the first thread and before textdomain(). */
void          talks_wording_set_up (void);

/* language: a BCP 47 tag, or several in order of preference: "uk-UA,en". Where none of them is translated,
 * the interface's. NULL: the interface's. */
TalksWording *talks_wording_begin  (const char   *language);
void          talks_wording_end    (TalksWording *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksWording, talks_wording_end)

G_END_DECLS
