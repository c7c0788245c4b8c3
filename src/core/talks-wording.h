/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksWording: the program's own words in another language than the interface's, for a while.
 *
 * What a class sees is in the language of the class, dates and headings included, whatever the teacher's desktop speaks.
 * While a wording lives, the words of talks-gettext.h are in its language for the thread that began it, and for no other:
 * pages can be made in one language while a stage is drawn in another. Whoever draws later, perhaps in another thread,
 * keeps talks_wording_get_language() and begins one again.
 *
 * A guard: end it in the thread and the block that began it. Wordings may be nested. Libraries, GTK among them, go on in
 * the interface's language. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalksWording TalksWording;

/* language: a BCP 47 tag, or several in order of preference: "uk-UA,en". Where none of them is translated, the
 * interface's. NULL: the interface's. Never returns NULL. */
TalksWording *talks_wording_begin        (const char   *language);
void          talks_wording_end          (TalksWording *self);

/* What this thread's innermost wording was begun with. Never freed. */
const char   *talks_wording_get_language (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksWording, talks_wording_end)

G_END_DECLS
