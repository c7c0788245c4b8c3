/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Telling files of other types from a Talks document, for those who chose the wrong one. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A translated sentence such as "This is a PDF document, not a Talks document."; NULL for
 * anything that may be JSON in UTF-8. Looks at the first bytes, of which a byte order mark of
 * UTF-8 is none, and farther only while there is nothing but bytes of 0. */
const char *talks_file_type_describe       (const char *data,
                                            size_t      length);

/* The same of what only the name of the file tells; it may be NULL. */
const char *talks_file_type_describe_named (const char *data,
                                            size_t      length,
                                            const char *name);

/* The name of the older encoding that text, which is not UTF-8 from the offset at, may have; NULL
 * when it looks like none. It is a guess by how often bytes occur: say "may be". */
const char *talks_file_type_guess_encoding (const char *text,
                                            size_t      length,
                                            size_t      at);

G_END_DECLS
