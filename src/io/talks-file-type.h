/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Telling files of other types from a Talks document, for those who chose the wrong one. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A translated sentence such as "This is a PDF document, not a Talks document."; NULL for
 * anything that may be JSON in UTF-8. Looks at the first bytes only; a byte
 * order mark of UTF-8 is not among them. */
const char *talks_file_type_describe (const char *data,
                                      size_t      length);

G_END_DECLS
