/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates and lengths of time in the reader's words.
 *
 * The words and their order come from gettext: month names stand in the form a date needs
 * (genitive in Ukrainian and Russian) or by themselves, whichever the sentence asks for.
 * All strings returned belong to the caller and are never NULL. */

#pragma once

#include "talks-date.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_DATE_STYLE_SHORT,  /* "16 May", "Mar 2022": for a ruler or a chip beside its year */
  TALKS_DATE_STYLE_MEDIUM, /* "16 May 2025", "February 2022" */
  TALKS_DATE_STYLE_LONG,   /* "Friday, 16 May 2025" */
  TALKS_DATE_STYLE_FULL,   /* as LONG without the weekday, with every doubt in words:
                            * "about 15 April 2022", "from 12 May 2025, end open" */
} TalksDateStyle;

char *talks_date_to_words         (const TalksDate *self,
                                   TalksDateStyle   style);

/* FULL is MEDIUM here: a day has no doubts. TALKS_DAY_MIN and TALKS_DAY_MAX are words for
 * "no start" and "no end". */
char *talks_day_to_words          (TalksDay         day,
                                   TalksDateStyle   style);

/* "12 days", "3 months", "2 years 9 months": rounded to at most two units, for whoever asks how
 * long something lasted. days must not be negative. */
char *talks_days_length_to_words  (int64_t          days);

G_END_DECLS
