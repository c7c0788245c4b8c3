/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the BibTeX reader and writer share. */

#pragma once

#include "talks-bibtex.h"

G_BEGIN_DECLS

/* ---- talks-tex.c ---- */

/* Behind the brace that closes the one at text; end when there is none. */
const char *talks_tex_skip_group    (const char *text,
                                     const char *end);

/* A web address, in which TeX has other rules. Free with g_free(). */
char       *talks_tex_to_address    (const char *tex);

/* ---- talks-bibtex-parse.c ---- */

/* An entry as it is written. Values are TeX, in which "@string" names are replaced. */
typedef struct
{
  unsigned    line;
  char       *type;   /* in lower case: "article" */
  char       *key;    /* may be "" */
  GHashTable *fields; /* name in lower case → value */
} TalksBibtexEntry;

/* Entries (TalksBibtexEntry) in the order of text, which is valid UTF-8. What is wrong goes into the list. */
GPtrArray  *talks_bibtex_parse      (const char      *text,
                                     size_t           length,
                                     TalksSourceList *list);

/* ---- talks-bibtex-names.c ---- */

/* "Lovelace, Ada and {Ministry of Defence}" as TalksName; unknown as in talks_tex_to_text(). */
GPtrArray  *talks_bibtex_read_names  (const char      *tex,
                                      GPtrArray       *unknown);

/* names are TalksName. NULL when there is none. */
char       *talks_bibtex_write_names (GPtrArray       *names);

/* ---- talks-bibtex-tables.c ---- */

/* The type of CSL for an entry; NULL when BibLaTeX has no such entry. detail is its "entrysubtype" or "type"; may be
 * NULL. */
const char *talks_bibtex_get_csl_type  (const char     *type,
                                        const char     *detail);

/* The entry for a type of CSL; *name and *detail are a further field that tells them apart, or NULL. */
const char *talks_bibtex_get_type      (const char     *csl_type,
                                        const char    **name,
                                        const char    **detail);

/* The tag of a language as babel calls it: "ukrainian" is "uk". NULL: not known. */
const char *talks_bibtex_get_language  (const char     *name);
const char *talks_bibtex_name_language (const char     *tag);

/* The member of CSL that a field becomes: "isbn" is "ISBN". NULL: none. number is "issue" in journals. */
const char *talks_bibtex_get_member    (const char     *field,
                                        gboolean        in_journal);

/* The other way round. */
const char *talks_bibtex_get_field     (const char     *member,
                                        gboolean        in_journal);

/* Whether programs keep their own affairs in that field. */
gboolean    talks_bibtex_is_private    (const char     *field);

G_END_DECLS
