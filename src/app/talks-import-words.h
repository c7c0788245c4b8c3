/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import does, in words for the reader. All results belong to the caller. */

#pragma once

#include "talks-import.h"

G_BEGIN_DECLS

/* "160 records are added · 3 look as if they were there already · 2 rows are not taken". */
char *talks_import_words_summary (const TalksImport *import,
                                  guint              n_added);

/* Of one record: "Event · 29 March 2022 · line 12"; and what it looks like, where it does. */
char *talks_import_words_item    (const TalksImport     *import,
                                  const TalksImportItem *item,
                                  TalksDocument         *document,
                                  const char            *lang);

/* What is not taken, a line each: first the rows, then the rest. NULL-terminated. */
char **talks_import_words_left   (const TalksImport *import);

/* All of it, for who wants to keep it. */
char *talks_import_words_report  (const TalksImport *import,
                                  guint              n_added,
                                  const char        *from,
                                  const char        *into);

G_END_DECLS
