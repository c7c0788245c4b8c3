/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paper: what can be printed of a document, as sheets.
 *
 * - timeline: all of it in one picture; then lists of its events and positions with their sources;
 * - pages: the same in as many pictures as it takes to show every event with its name, then the lists;
 * - handout: the steps of a tour, with room for notes;
 * - worksheet: questions about the document (talks-worksheet.h);
 * - answers: the answers to those, with their sources.
 * The first two stand on the long side of the paper, the others on the short one. */

#pragma once

#include "talks-export.h"
#include "talks-sheets.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_PAPER_TIMELINE,
  TALKS_PAPER_PAGES,
  TALKS_PAPER_HANDOUT,
  TALKS_PAPER_WORKSHEET,
  TALKS_PAPER_ANSWERS,
  TALKS_N_PAPERS
} TalksPaperKind;

typedef enum
{
  TALKS_PAPER_A4,
  TALKS_PAPER_LETTER,
  TALKS_N_PAPER_SIZES
} TalksPaperSize;

typedef struct
{
  TalksPaperKind     kind;
  TalksPaperSize     size;
  TalksExportOptions picture;    /* span, theme (LIGHT: PAPER), language, topic, folds; width and height (points), unless both are 0,
                                  * stand above size */
  gboolean           without_lists; /* timeline, pages: the pictures only */
  const char        *tour;       /* id. handout: which one, NULL: the first; worksheet, answers: asks about its events,
                                  * NULL: about those of the span */
  guint              seed;       /* worksheet, answers: 0 … TALKS_WORKSHEET_MAX_SEED */
  GCancellable      *cancellable; /* stops the making of pages and of a file; NULL: nothing does */
} TalksPaperOptions;

/* "timeline", "pages" … FALSE for other names, *out is then left alone. */
gboolean     talks_paper_kind_from_name (const char              *name,
                                         TalksPaperKind          *out);
/* "a4", "letter" in any case. */
gboolean     talks_paper_size_from_name (const char              *name,
                                         TalksPaperSize          *out);
gboolean     talks_paper_is_landscape   (TalksPaperKind           kind);

/* Points, upright. */
void         talks_paper_size_get       (TalksPaperSize           size,
                                         double                  *width,
                                         double                  *height);

/* From any thread, to which document belongs until the sheets are freed: some pictures are made when they are drawn.
 * Errors: TALKS_ERROR_USAGE for a tour or a size that there is not, TALKS_ERROR_FAILED when there is nothing to put on
 * paper: no tour, or no question that can be asked; G_IO_ERROR_CANCELLED. */
TalksSheets *talks_paper_new            (TalksDocument           *document,
                                         const TalksPaperOptions *options,
                                         GError                 **error);

/* The whole file; free with g_bytes_unref(). Errors also TALKS_ERROR_FAILED when drawing fails. */
GBytes      *talks_paper_to_pdf         (TalksDocument           *document,
                                         const TalksPaperOptions *options,
                                         GError                 **error);

/* As a file: .pdf holds all pages; .png (150 dots an inch) and .svg one, so that with several pages each gets a file of
 * its own, "name-1.png", "name-2.png" …, which are written over only with replace; but the picture of a timeline as PNG or SVG is the one that
 * talks_export_to_path() writes. Blocks. Errors are those of talks_paper_to_pdf() and talks_export_save(). */
gboolean     talks_paper_export         (TalksDocument           *document,
                                         const TalksPaperOptions *options,
                                         const char              *path,
                                         TalksExportFormat        format,
                                         gboolean                 replace,
                                         GError                 **error);

G_END_DECLS
