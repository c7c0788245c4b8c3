/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Export: the picture of the window as a file, by the same painter and without a display.
 *
 * - PNG: the picture in pixels.
 * - SVG: the picture as shapes, with a title and a description that say in words what it shows.
 * - PDF: the picture on the first page; then the events of the span and the positions on the topic
 *   with their sources, as text with page numbers, links and bookmarks. */

#pragma once

#include "talks-document.h"
#include "talks-palette.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_EXPORT_PNG,
  TALKS_EXPORT_SVG,
  TALKS_EXPORT_PDF,
} TalksExportFormat;

/* Least and most pixels or points of a side. */
#define TALKS_EXPORT_MIN_SIZE 200
#define TALKS_EXPORT_MAX_SIZE 16000

typedef struct
{
  TalksSpan   span;     /* empty: the whole extent; an open end is that of the document */
  int         width;    /* pixels; 0: 1600. PDF: points, 0: A4 landscape */
  int         height;   /* 0: what the picture needs. PDF: 0: the width at the shape of A4 */
  TalksTheme  theme;
  const char *language; /* of the texts, and of the program's own words; NULL: the document's, and the interface's */
  const char *topic;    /* id of the ribbons' topic; NULL: the first */
  gboolean    folded;   /* fold quiet periods */
} TalksExportOptions;

/* By the ending: .png, .svg, .pdf in any case. FALSE for others, *out is then left alone. */
gboolean talks_export_format_from_path (const char               *path,
                                        TalksExportFormat        *out);

/* Title, overview, ruler, lanes, ribbons, legend of parties and marks, footer. Writes as talks_export_save() does.
 * Blocks. Errors: TALKS_ERROR_USAGE for a size out of bounds, TALKS_ERROR_FAILED when drawing fails, those of
 * talks_export_save(). */
gboolean talks_export_to_path          (TalksDocument            *document,
                                        const char               *path,
                                        TalksExportFormat         format,
                                        const TalksExportOptions *options,
                                        GError                  **error);

/* The same without a file. Free with g_bytes_unref(). */
GBytes  *talks_export_to_bytes         (TalksDocument            *document,
                                        TalksExportFormat         format,
                                        const TalksExportOptions *options,
                                        GError                  **error);

/* Writes to a temporary file beside path and renames it: an older file stays whole when it fails. Blocks. Errors name
 * the file: G_FILE_ERROR when it cannot be written. */
gboolean talks_export_save             (const char               *path,
                                        GBytes                   *bytes,
                                        GError                  **error);

G_END_DECLS
