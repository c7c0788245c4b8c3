/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksFlow: text that runs through columns and pages of a PDF.
 *
 * A flow is run twice over the same text: once without a cairo_t, to count the pages, once to draw
 * them. Lengths are points. Fields are set by whoever makes it, as far as they say so; nothing is
 * owned. */

#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "talks-palette.h"

G_BEGIN_DECLS

typedef struct
{
  /* Set by the maker. */
  const TalksPalette *palette;
  PangoContext       *context;
  const char         *title;   /* at the foot of each page */
  double              width;   /* of the page */
  double              height;
  cairo_surface_t    *surface; /* a PDF surface; NULL while counting */
  cairo_t            *cr;      /* NULL while counting */
  int                 page;    /* the last one that is already there; counted up */
  int                 n_pages; /* 0 while counting */

  /* Where the next line goes. */
  int                 n_columns;
  double              column_width;
  int                 column;
  double              y;
} TalksFlow;

typedef struct
{
  double      size;
  gboolean    bold;
  TalksColor  color;
  double      before; /* above the paragraph, unless it begins a column */
  double      keep;   /* free room that it needs with what follows, else it begins the next column */
  double      indent;
  const char *link;   /* address; NULL: none */
} TalksFlowStyle;

/* Begins a page, with its foot, after the one that is there. */
void   talks_flow_begin_page   (TalksFlow      *self);

/* Sets a paragraph; text may be NULL or "": then nothing. */
void   talks_flow_put_text     (TalksFlow      *self,
                                const char     *text,
                                TalksFlowStyle  style);

/* Makes room for something height high and goes on below it. FALSE when there is nothing to
 * draw on; otherwise *x, *y is its upper left corner. */
gboolean talks_flow_put_box    (TalksFlow      *self,
                                double          height,
                                double         *x,
                                double         *y);

/* A bookmark that leads to where the flow stands now, below parent (another bookmark, or
 * CAIRO_PDF_OUTLINE_ROOT). Returns its number. */
int    talks_flow_add_bookmark (TalksFlow      *self,
                                const char     *name,
                                int             parent);

G_END_DECLS
