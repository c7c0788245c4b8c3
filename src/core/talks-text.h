/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksText: one text in one or more languages.
 *
 * Either plain (a text whose language is that of the document), or one text for each of several
 * BCP 47 language tags, in the order written. Immutable and atomically reference-counted. It never
 * holds no text at all: a text that is absent is a NULL TalksText, which talks_text_get() accepts. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _TalksText TalksText;

#define TALKS_TYPE_TEXT (talks_text_get_type ())

GType              talks_text_get_type      (void);

/* text is valid UTF-8. */
TalksText         *talks_text_new_plain     (const char         *text);

/* langs and texts are NULL-terminated, of one length, and not empty. Of a tag given twice, in
 * whatever case, the last text counts. */
TalksText         *talks_text_new_tagged    (const char * const *langs,
                                             const char * const *texts);
TalksText         *talks_text_ref           (TalksText          *self);
void               talks_text_unref         (TalksText          *self);

/* The text that suits a reader of lang best, by the lookup of RFC 4647: "uk-Cyrl-UA", then "uk-Cyrl",
 * then "uk"; failing that a text of a sister tag ("uk-UA" for "uk"), failing that the first.
 * lang may be NULL (the first) or a list in order of preference: "uk-UA,en".
 * NULL only if self is NULL. Owned by self. */
const char        *talks_text_get           (const TalksText    *self,
                                             const char         *lang);

/* What is shown of the same text; see talks-shown.h. Everything that draws or speaks takes this. */
const char        *talks_text_show          (const TalksText    *self,
                                             const char         *lang);

/* NULL-terminated, in the order written; empty if the text is plain. Owned by self. */
const char * const *talks_text_get_languages (const TalksText   *self);

/* The texts, one for each of these languages; the one text if it is plain. NULL-terminated, owned by
 * self. */
const char * const *talks_text_get_texts     (const TalksText   *self);

/* Whether it has a text under exactly this tag, in whatever case. */
gboolean           talks_text_has_language  (const TalksText    *self,
                                             const char         *lang);

/* Same tags in the same order with the same texts. Both may be NULL. */
gboolean           talks_text_equal         (const TalksText    *a,
                                             const TalksText    *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksText, talks_text_unref)

G_END_DECLS
