/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources as BibTeX, with the entry types and fields of BibLaTeX too.
 *
 * Reading is forgiving: an entry that breaks off costs itself only, a command of TeX that is not known leaves its
 * text, and each is told with its line. Fields that records have no field for become lines at the end of the note,
 * "volume: 12", as talks-csl-json.h does it; writing turns those that BibTeX knows into fields again. */

#pragma once

#include "talks-source-list.h"

G_BEGIN_DECLS

/* text is UTF-8 of length bytes, −1: up to its NUL. document may be NULL. Errors: TALKS_ERROR_ENCODING;
 * TALKS_ERROR_TOO_LARGE; TALKS_ERROR_FORMAT when there is no entry in it. */
TalksSourceList *talks_bibtex_read    (const char           *text,
                                       gssize                length,
                                       TalksDocument        *document,
                                       GError              **error);

/* Entries of sources (TalksSource), for BibLaTeX and BibTeX, in UTF-8. Free with g_free(). */
char            *talks_bibtex_write   (GPtrArray            *sources);

/* The text that TeX would set for tex: accents as letters, no braces, no commands. Commands that are not known are
 * appended to unknown (of char *, without backslash; may be NULL), each once. Free with g_free(). */
char            *talks_tex_to_text    (const char           *tex,
                                       GPtrArray            *unknown);

/* TeX that sets text. Free with g_free(). */
char            *talks_tex_from_text  (const char           *text);

G_END_DECLS
