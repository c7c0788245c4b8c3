/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources as CSL-JSON (https://citationstyles.org), the format of Zotero, pandoc and others.
 *
 * Members that records have no field for become lines at the end of the note, "volume: 12", as Zotero keeps them in
 * its field "Extra"; such lines at the end of a note are written as members again. */

#pragma once

#include "talks-source-list.h"

G_BEGIN_DECLS

/* A list of items, or one item. document may be NULL. Errors: those of talks_json_scan_new(); TALKS_ERROR_FORMAT
 * when it is JSON but no item. */
TalksSourceList *talks_csl_json_read  (GBytes               *bytes,
                                       TalksDocument        *document,
                                       GError              **error);

/* A list of items, valid under the schema csl-data.json 1.0, of sources (TalksSource). Dates that CSL has no numbers
 * for are written as "raw". Free with g_free(). */
char            *talks_csl_json_write (GPtrArray            *sources);

G_END_DECLS
