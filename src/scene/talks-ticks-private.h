/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two halves of the ticks share: units and their words (talks-ticks-units.c), and where
 * they stand (talks-ticks.c). */

#pragma once

#include "talks-ticks.h"

G_BEGIN_DECLS

/* Between a line and its word, and between a word and whatever comes next. */
#define TALKS_TICK_OFFSET 5.0
#define TALKS_TICK_GAP 6.0

/* Units by length: day, week, month, quarter, then years: 1, 5, 10, 50, 100 … */
typedef int TalksUnit;

enum
{
  TALKS_UNIT_NONE = -1,
  TALKS_UNIT_DAY,
  TALKS_UNIT_WEEK,
  TALKS_UNIT_MONTH,
  TALKS_UNIT_QUARTER,
  TALKS_UNIT_YEAR,
  TALKS_UNIT_LAST = TALKS_UNIT_YEAR + 2 * 15,
};

typedef struct
{
  TalksUnit major;
  TalksUnit minor; /* the one with words; TALKS_UNIT_NONE: none fits */
  TalksUnit fine;
  gboolean  long_words; /* "Friday 16" rather than "16", "April" rather than "Apr" */
} TalksUnits;

/* What suits this zoom, font and language. */
TalksUnits talks_units_choose       (const TalksTimeScale *scale,
                                     TalksLabels          *labels);

/* The first day of the unit that holds day. */
TalksDay   talks_unit_floor         (TalksUnit             unit,
                                     TalksDay              day);

/* The first day of the next unit; day is the first of one. TALKS_DAY_MAX after the last. */
TalksDay   talks_unit_next          (TalksUnit             unit,
                                     TalksDay              day);

char      *talks_unit_to_words      (TalksUnit             unit,
                                     TalksDay              day,
                                     gboolean              long_words);
char      *talks_unit_year_to_words (TalksDay              day);

G_END_DECLS
