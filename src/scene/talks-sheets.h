/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksSheets: pages of one size with what stands on them.
 *
 * Reference-counted. Made page by page, from the first to the last; then any page can be drawn any number of times, for a PDF, a printer,
 * a preview or a picture. Drawing a page costs what is on that page. Text is kept as text: it can be selected in a PDF.
 * They belong to the thread that makes them; once made, pages may be drawn in any thread, one at a time. What is put into
 * words only then is worded as when they were made (talks-wording.h).
 * Lengths are points, from the upper left corner of the page. */

#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pangocairo.h>

#include "talks-palette.h"

G_BEGIN_DECLS

typedef struct _TalksSheets TalksSheets;

typedef struct
{
  double      size;
  gboolean    bold;
  TalksColor  color;
  const char *link;  /* address; NULL: none */
} TalksSheetStyle;

/* Draws with its upper left corner at 0, 0. */
typedef void (*TalksSheetFunc) (cairo_t            *cr,
                                const TalksPalette *palette,
                                PangoContext       *context,
                                gpointer            data);

/* context gives the font; it is kept, and nobody else may use it while pages are drawn. foot stands at the lower left of
 * each page, opposite its number; it may be NULL. */
TalksSheets        *talks_sheets_new         (PangoContext       *context,
                                              const TalksPalette *palette,
                                              double              width,
                                              double              height,
                                              const char         *foot);
TalksSheets        *talks_sheets_ref         (TalksSheets        *self);
void                talks_sheets_unref       (TalksSheets        *self);

PangoContext       *talks_sheets_get_context (TalksSheets        *self);
const TalksPalette *talks_sheets_get_palette (TalksSheets        *self);
double              talks_sheets_get_width   (TalksSheets        *self);
double              talks_sheets_get_height  (TalksSheets        *self);
guint               talks_sheets_get_n_pages (TalksSheets        *self);

/* Who makes pages, or many pages into one file, stops when it is cancelled. NULL: nobody will. It is kept. */
void                talks_sheets_set_cancellable (TalksSheets     *self,
                                                  GCancellable    *cancellable);
gboolean            talks_sheets_is_cancelled (TalksSheets        *self);

/* ---- making pages: all goes onto the last one ---- */

void                talks_sheets_add_page    (TalksSheets        *self);

/* A paragraph as it will be laid out, with no more of text than can be shown (talks-shown.h). width −1: one line. Free with g_object_unref(). */
PangoLayout        *talks_sheets_make_layout (TalksSheets        *self,
                                              const char         *text,
                                              const TalksSheetStyle *style,
                                              double              width);

/* n_lines of that paragraph from first on; the first of them hangs from y. */
void                talks_sheets_put_lines   (TalksSheets        *self,
                                              const char         *text,
                                              const TalksSheetStyle *style,
                                              double              x,
                                              double              y,
                                              double              width,
                                              guint               first,
                                              guint               n_lines);

/* The whole of it, which has to fit; how high it is. text may be NULL or "": then 0. */
double              talks_sheets_put_text    (TalksSheets        *self,
                                              const char         *text,
                                              const TalksSheetStyle *style,
                                              double              x,
                                              double              y,
                                              double              width);
double              talks_sheets_measure     (TalksSheets        *self,
                                              const char         *text,
                                              const TalksSheetStyle *style,
                                              double              width);

/* A line, for writing on or between things. */
void                talks_sheets_put_rule    (TalksSheets        *self,
                                              double              x,
                                              double              y,
                                              double              width,
                                              TalksColor          color);
/* An empty box, to be ticked or written in. */
void                talks_sheets_put_box     (TalksSheets        *self,
                                              double              x,
                                              double              y,
                                              double              width,
                                              double              height,
                                              TalksColor          color);
/* data is freed by destroy, which may be NULL, with the sheets. */
void                talks_sheets_put_drawing (TalksSheets        *self,
                                              double              x,
                                              double              y,
                                              TalksSheetFunc      func,
                                              gpointer            data,
                                              GDestroyNotify      destroy);

/* A bookmark that leads to a place on the last page, below parent (another bookmark, or 0). Returns its number. */
guint               talks_sheets_add_bookmark (TalksSheets       *self,
                                               const char        *name,
                                               guint              parent,
                                               double             x,
                                               double             y);

/* ---- drawing ---- */

/* page: from 0. The ground is filled. */
void                talks_sheets_draw_page   (TalksSheets        *self,
                                              guint               page,
                                              cairo_t            *cr);

/* What a PDF says of itself; any may be NULL. */
typedef struct
{
  const char *title;
  const char *subject;
  const char *keywords;
} TalksSheetsInfo;

/* Whole files. NULL with TALKS_ERROR_FAILED when drawing fails, or when it is cancelled G_IO_ERROR_CANCELLED. scale: pixels
 * for each point. */
GBytes             *talks_sheets_to_pdf      (TalksSheets           *self,
                                              const TalksSheetsInfo *info,
                                              GError               **error);
GBytes             *talks_sheets_page_to_png (TalksSheets        *self,
                                              guint               page,
                                              double              scale,
                                              GError            **error);
GBytes             *talks_sheets_page_to_svg (TalksSheets        *self,
                                              guint               page,
                                              GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksSheets, talks_sheets_unref)

G_END_DECLS
