/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moving a date in time, as a hand does that drags it.
 *
 * A moved date keeps its form: precision, "?", "~" and "%", "X", seasons, a time of day, and the ends of an interval
 * that are open or not known. It moves only by as much as it tells: "2022-04" by whole months, "2022" by whole
 * years, "202X" by decades. Sets do not move, nor do years that are not written with four digits.
 *
 * Moved by months, a day that the other month has not becomes that month's last: 31 January becomes
 * 28 February. All functions are pure; errors are TALKS_ERROR_DATE with a sentence for the user. */

#pragma once

#include "talks-date.h"

G_BEGIN_DECLS

/* What of a date is moved. */
typedef enum
{
  TALKS_DATE_WHOLE,
  TALKS_DATE_START, /* of an interval; a single day becomes one */
  TALKS_DATE_END,
} TalksDateSide;

typedef enum
{
  TALKS_SHIFT_DAYS,
  TALKS_SHIFT_MONTHS,
  TALKS_SHIFT_YEARS,
} TalksShiftUnit;

/* The least that it can be moved by: 0 is a day, else so many months. −1 with an error when it can not be moved. */
int        talks_date_get_step   (const TalksDate  *self,
                                  TalksDateSide     side,
                                  GError          **error);

/* The least that both steps, of which neither is negative, are whole parts of; 0 goes with any. */
int        talks_date_join_steps (int               a,
                                  int               b);

/* amount is negative for earlier. NULL with an error when it can not be moved by that, when the year would have more
 * than four digits, or when the start would come after the end. An interval that shrinks to one day becomes that
 * day. */
TalksDate *talks_date_shift      (const TalksDate  *self,
                                  TalksDateSide     side,
                                  TalksShiftUnit    unit,
                                  int64_t           amount,
                                  GError          **error);

/* The same by about so many days: by whole steps of unit, or of what the date tells where that is coarser, to
 * where it comes nearest. */
TalksDate *talks_date_shift_near (const TalksDate  *self,
                                  TalksDateSide     side,
                                  TalksShiftUnit    unit,
                                  int64_t           days,
                                  GError          **error);

G_END_DECLS
