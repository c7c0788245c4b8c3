/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksLabels: the short texts on the canvas, measured and laid out.
 *
 * One for each PangoContext, kept with it and freed with it. It follows changes of the context
 * (font, resolution, language) by itself. Two services with different costs:
 * - measuring adds up the advances of single characters from a table, so that all labels of a
 *   large document cost a few milliseconds. It is an estimate: no kerning, no ligatures.
 * - drawing lays a text out with Pango and keeps the layout; a text wider than its room ends in an
 *   ellipsis, so an estimate that was too small never makes labels overlap.
 * Text is plain text, never markup, and no more of it than TALKS_LABEL_MAX characters is shaped.
 *
 * Belongs to the thread of its context. Lengths are pixels. */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "talks-palette.h"

G_BEGIN_DECLS

#define TALKS_LABEL_MAX 200

typedef enum
{
  TALKS_LABEL_PLAIN,
  TALKS_LABEL_BOLD,
  TALKS_LABEL_SMALL, /* second lines, days on the ruler */
  TALKS_N_LABEL_STYLES
} TalksLabelStyle;

typedef enum
{
  TALKS_ALIGN_LEFT,
  TALKS_ALIGN_CENTER,
  TALKS_ALIGN_RIGHT,
} TalksAlign;

typedef struct _TalksLabels TalksLabels;

/* Owned by context. */
TalksLabels *talks_labels_get             (PangoContext    *context);

/* How wide text is, rounded up to whole pixels. */
double       talks_labels_measure         (TalksLabels     *self,
                                           const char      *text,
                                           TalksLabelStyle  style);

/* From the top of the tallest letter to the bottom of the lowest. */
double       talks_labels_get_line_height (TalksLabels     *self,
                                           TalksLabelStyle  style);

/* The size of the font: what marks and distances grow with. */
double       talks_labels_get_em          (TalksLabels     *self);

/* Another one each time the font has changed, and for each TalksLabels: what was measured under the same
 * stamp is still as wide. */
guint        talks_labels_get_stamp       (TalksLabels     *self);

/* Draws text in width pixels from x on, its line centred on y. */
void         talks_labels_draw            (TalksLabels     *self,
                                           cairo_t         *cr,
                                           const char      *text,
                                           TalksLabelStyle  style,
                                           TalksColor       color,
                                           double           x,
                                           double           y,
                                           double           width,
                                           TalksAlign       align);

/* How many layouts are kept now, for tests. */
guint        talks_labels_get_n_layouts   (TalksLabels     *self);

G_END_DECLS
