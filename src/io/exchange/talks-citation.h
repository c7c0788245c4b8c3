/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources as they are cited, in the reader's words. */

#pragma once

#include "talks-record.h"

G_BEGIN_DECLS

/* "Ada Lovelace, “The harbour”, Gazette, 11 March 2022, accessed 16 May 2025": what the source says of these, else
 * its address or id. Never empty. Free with g_free(). */
char *talks_citation_to_words (const TalksSource *source);

/* "Ada Lovelace, Eve Adams and 3 others"; NULL when nobody is named. Free with g_free(). */
char *talks_citation_authors  (const TalksSource *source);

G_END_DECLS
