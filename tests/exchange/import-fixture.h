/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Short ways to import a text and to look at what comes of it. */

#pragma once

#include "talks-import.h"

G_BEGIN_DECLS

/* Imports text, which must work. options and document may be NULL. */
TalksImport *import_text     (const char               *text,
                              TalksExchangeFormat       format,
                              const TalksImportOptions *options,
                              TalksDocument            *document);

/* The same, and it must fail with that code of TALKS_ERROR. */
void         import_failing  (const char               *text,
                              TalksExchangeFormat       format,
                              int                       code);

/* A line for each record: "event 2022-03-29 talks Title [source …]"; apart by " | ". A record that is alike has "=id" after
 * it, one that was made "+" before it. */
char        *describe_items  (const TalksImport        *import);

/* "2:Title:why" for each remark, without what is behind "why" if it is long; apart by " | ". */
char        *describe_remarks (GPtrArray               *remarks);

/* Whether any of the remarks is about what, and has words in its reason. */
gboolean     has_remark      (GPtrArray                *remarks,
                              const char               *what,
                              const char               *words);

/* The document after what is chosen was added, which must work. */
void         apply_import    (TalksImport              *import,
                              TalksDocument            *document);

G_END_DECLS
