/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks that tell parties apart without colour: circle, diamond, triangle … */

#pragma once

#include <cairo.h>

#include "talks-document.h"
#include "talks-palette.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_MARK_FILLED, /* confirmed; present */
  TALKS_MARK_HOLLOW, /* reported */
  TALKS_MARK_QUERY,  /* disputed: hollow, with a question mark at its upper right, which reaches
                      * one size to the right of the middle */
  TALKS_MARK_SOFT,   /* filled with a soft edge: an uncertain date */
} TalksMarkLook;

/* Draws the mark centred on x, y so that all marks of one size look equally heavy; size is the
 * diameter of the circle in pixels. Fills behind hollow marks with paper. */
void talks_mark_draw (cairo_t       *cr,
                      TalksMark      mark,
                      TalksMarkLook  look,
                      double         x,
                      double         y,
                      double         size,
                      TalksColor     color,
                      TalksColor     paper);

/* Which of those that share a mark a party is, from 0, in the order of the document. */
guint talks_mark_get_grain (TalksDocument    *document,
                            const TalksParty *party);

/* The same as talks_mark_draw() where there is no colour: marks of the second party that has one, and of those after
 * it, get a dot or bars in them. grain 0: none. */
void talks_mark_draw_grained (cairo_t       *cr,
                              TalksMark      mark,
                              guint          grain,
                              TalksMarkLook  look,
                              double         x,
                              double         y,
                              double         size,
                              TalksColor     color,
                              TalksColor     paper);

/* Appends the outline of the mark to the current path. */
void talks_mark_path (cairo_t       *cr,
                      TalksMark      mark,
                      double         x,
                      double         y,
                      double         size);

G_END_DECLS
