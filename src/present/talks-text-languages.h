/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The languages of a document's texts. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

/* The tags under which any record has a text, that of the document first, the others as they come: NULL-terminated,
 * for the caller to free with g_strfreev(). Never empty. */
char      **talks_text_languages_list   (TalksDocument      *document);

/* The one of tags (NULL-terminated, not empty) that a reader of lang is shown. lang may be NULL: the first. */
const char *talks_text_languages_choose (const char * const *tags,
                                         const char         *lang);

/* Whether one of tags (NULL-terminated) is in the language of lang, whatever the country. */
gboolean    talks_text_languages_has    (const char * const *tags,
                                         const char         *lang);

G_END_DECLS
