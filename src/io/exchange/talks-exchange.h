/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document in the formats of other programs.
 *
 * No other format holds all that a document says. Whatever one of them leaves out is told, in sentences for the
 * reader: see TalksExchangeOptions.span for what was not asked for, which is not told. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_EXCHANGE_HTML,
  TALKS_EXCHANGE_MARKDOWN,
  TALKS_EXCHANGE_CSV,
  TALKS_EXCHANGE_ICALENDAR,
  TALKS_EXCHANGE_CSL_JSON,
  TALKS_EXCHANGE_BIBTEX,
  TALKS_EXCHANGE_TIMELINEJS,
  TALKS_EXCHANGE_JSON_LD,
  TALKS_EXCHANGE_TIMELINE_PROJECT,
  TALKS_N_EXCHANGE_FORMATS
} TalksExchangeFormat;

typedef struct
{
  const char *id;      /* "icalendar" */
  const char *name;    /* translated: "Calendar (iCalendar)" */
  const char *ending;  /* ".ics" */
  gboolean    can_export;
  gboolean    can_import;
} TalksExchangeFormatInfo;

typedef struct
{
  TalksSpan   span;     /* only events and positions that reach into it, and the sources of these; empty: all */
  const char *language; /* of the texts, as talks_text_get() takes it; NULL: the document's */
  GBytes     *picture;  /* of the timeline, as SVG, for HTML; NULL: none */
  gboolean    with_bom; /* CSV: begin with a byte order mark, by which some spreadsheets know UTF-8 */
  gint64      now;      /* µs since 1970, for formats that say when they were made; 0: by the clock */
} TalksExchangeOptions;

/* One file of an export. */
typedef struct
{
  char   *part;  /* what sets its name apart, "participants"; NULL for the first file, which has the name chosen */
  GBytes *bytes;
} TalksExchangeFile;

/* What is known of a format; info is filled in. */
void       talks_exchange_get_info         (TalksExchangeFormat         format,
                                            TalksExchangeFormatInfo    *info);

/* The format to export to, by the ending of path, in any case; the longest ending counts. FALSE for others: *out is left
 * alone then. */
gboolean   talks_exchange_format_from_path (const char                 *path,
                                            TalksExchangeFormat        *out);

/* The files of an export to a format that can be exported, at least one: an array of TalksExchangeFile. losses (of char *, may be NULL) gets what the
 * format does not hold of this document, a sentence each. NULL with TALKS_ERROR_FAILED when the picture is no SVG.
 * Blocks; may be called on any thread that owns document. Free with g_ptr_array_unref(). */
GPtrArray *talks_exchange_export           (TalksDocument              *document,
                                            TalksExchangeFormat         format,
                                            const TalksExchangeOptions *options,
                                            GPtrArray                  *losses,
                                            GError                    **error);

/* "talks.csv" and the part "sources": "talks-sources.csv". part may be NULL. Free with g_free(). */
char      *talks_exchange_make_path        (const char                 *path,
                                            TalksExchangeFormat         format,
                                            const char                 *part);

void       talks_exchange_file_free        (TalksExchangeFile          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksExchangeFile, talks_exchange_file_free)

G_END_DECLS
