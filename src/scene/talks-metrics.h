/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksMetrics: the sizes of what is drawn, in whole pixels.
 *
 * They follow the font, so that a reader who needs large letters gets a picture that fits them; with
 * the usual font of 10 points they are those of the design. A plain value. */

#pragma once

#include "talks-label.h"

G_BEGIN_DECLS

typedef struct
{
  double mark;          /* diameter of a circle */
  double small_mark;    /* on cards and in bars */
  double ribbon_mark;
  double gap;           /* between a mark and its label */
  double row;           /* from one row of marks to the next */
  double bar;           /* height of an interval's bar */
  double card;          /* height of a card */
  double card_row;      /* from one row of cards to the next */
  double card_edge;     /* width of the coloured edge */
  double card_pad;      /* between edge and words, and after them */
  double card_least;    /* width of a card without words */
  double label_least;   /* a label shorter than that says nothing */
  double lane_pad;      /* above the first row and below the last one */
  double lane_least;    /* height that the name of a lane needs */
  double header_pad;    /* left of the name */
  double ribbon;        /* height of the ribbon of a side in the dispute */
  double ribbon_thin;   /* of anybody else's */
  double ribbon_gap;    /* between two of them */
  double ribbon_head;   /* above the first ribbon: heading and topic */
  double ruler;
  double line;          /* heights of lines of text */
  double bold_line;
  double small_line;
} TalksMetrics;

TalksMetrics talks_metrics_get (TalksLabels *labels);

G_END_DECLS
