/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksCatalogue: the translations of one language, from a file that msgfmt made.
 *
 * Immutable, so that any thread may ask. gettext itself keeps one language for the whole process. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalksCatalogue TalksCatalogue;

/* NULL where path is no whole .mo file in UTF-8. */
TalksCatalogue *talks_catalogue_new        (const char           *path);
void            talks_catalogue_free       (TalksCatalogue       *self);

/* key: a text, or its context, U+0004 and the text. NULL: it is not translated. Owned by self. */
const char     *talks_catalogue_get        (const TalksCatalogue *self,
                                            const char           *key);

/* The form for n of the word whose singular is key. */
const char     *talks_catalogue_get_plural (const TalksCatalogue *self,
                                            const char           *key,
                                            gulong                n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksCatalogue, talks_catalogue_free)

G_END_DECLS
