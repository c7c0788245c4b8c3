/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ticks: where the ruler has lines and words.
 *
 * Two kinds of words: major ones above ("March", with "2022" beneath), and minor ones in the lower
 * line ("14"). Which units they count depends on the zoom, the font and the language only, never on
 * what is seen: nothing flickers while panning. Words never overlap, never cross the line of the next
 * unit and never reach into a fold; what does not fit is left out. The unit that began before the
 * left edge, or inside a fold, is named at the edge, so that the reader always knows where he is. */

#pragma once

#include "talks-label.h"
#include "talks-time-scale.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_TICK_FINE,  /* a short line */
  TALKS_TICK_MINOR, /* a line, perhaps a word */
  TALKS_TICK_MAJOR,
  TALKS_TICK_EDGE,  /* no line: the name of a major unit at an edge */
} TalksTickKind;

typedef struct
{
  TalksTickKind kind;
  TalksDay      day;
  double        x;       /* of the line, content pixels */
  double        label_x; /* left edge of the words */
  double        label_width;  /* 0: no word */
  double        second_width;
  char         *label;   /* NULL: no word */
  char         *second;  /* beneath; may be NULL */
} TalksTick;

/* Those between from and to (content pixels), of TalksTick, in reading order within each kind of
 * unit; free with g_array_unref(). */
GArray *talks_ticks_new       (const TalksTimeScale *scale,
                               TalksLabels          *labels,
                               double                from,
                               double                to);

/* Only the lines of major units, for the grid: an array of double, free with g_array_unref(). */
GArray *talks_ticks_new_lines (const TalksTimeScale *scale,
                               TalksLabels          *labels,
                               double                from,
                               double                to);

G_END_DECLS
