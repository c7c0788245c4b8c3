/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksLanguageButton: which of its languages a text is shown and edited in.
 *
 * Lists the languages of the document, says which of them the text has, and lets the user add one.
 * Tab passes it by: whoever stands beside it opens it by a key of its own.
 * Signals "chosen" (const char *tag); "closed": the list is gone, with a choice or without. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TALKS_TYPE_LANGUAGE_BUTTON (talks_language_button_get_type ())
G_DECLARE_FINAL_TYPE (TalksLanguageButton, talks_language_button, TALKS, LANGUAGE_BUTTON, GtkWidget)

/* languages (of char *) is shared and must outlive the button: a language that the user adds is added to it. name is
 * what the text is called, translated: "Title". with_words is NULL-terminated. */
GtkWidget *talks_language_button_new  (void);
void       talks_language_button_show (TalksLanguageButton *self,
                                       const char          *name,
                                       GPtrArray           *languages,
                                       const char          *current,
                                       const char * const  *with_words);

/* The list of languages, with the focus in it. */
void       talks_language_button_open (TalksLanguageButton *self);

/* "Ukrainian", or the tag itself where its name is not known. Owned by the caller. */
char      *talks_language_name        (const char          *tag);

/* The tag of the language number i of those that have names here; NULL past the last. Static. */
const char *talks_language_get_tag     (guint                i);

G_END_DECLS
