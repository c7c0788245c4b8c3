/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as people write them, in words or numbers, turned into EDTF.
 *
 * English, Ukrainian and Russian are understood at once, whatever language the interface has: a
 * date is often copied from a source. EDTF passes through unchanged. Nothing is guessed in silence:
 * where a text can mean two dates, both are offered; a word that is not known is named.
 *
 * What was decided where people mean more than one thing:
 * - Between dots the day comes first: "04.03.2022" is 4 March. Between slashes or hyphens, with
 *   both numbers at most 12, day and month may be swapped: both dates are candidates. So are
 *   "2004–06" (June 2004, or two years) and "the 1900s" (a decade, or a century). "2004-06" with a
 *   plain hyphen is EDTF, hence June 2004.
 * - "after" and "before" leave the date itself out, be it a day, month or year: "after 29 March
 *   2022" is 2022-03-30/.., "before 2022" is ../2021. "since" and "until" (Ukrainian and Russian
 *   "до" too) include it, and so does "inclusive" after any of them.
 * - "not before", "or later", "by" and their kin say when one thing happened, not how long it
 *   lasted: a choice, [2022-03-29..].
 * - Early, middle and late are the days 1 to 10, 11 to 20 and 21 to the last of a month; four
 *   months each of a year; one month each of a season; years 0–3, 4–6 and 7–9 of a decade; 0–33,
 *   34–66 and 67–99 of a century. Both ends are approximate: "mid-April 2022" is
 *   2022-04-11~/2022-04-20~. Halves of a month or century are exact, and end with day 15 and
 *   year 49.
 * - A century is the hundred years that share their first digits, as in EDTF: the 20th is 19XX,
 *   1900 to 1999, though it strictly was 1901 to 2000. Of those BCE, the 5th is -04XX, which is
 *   just 500 to 401.
 * - "winter 2022" begins in December 2022, as in talks-date.h.
 * - A doubt before "14–17 March" is about both ends; one after "from", "to" or within a list is
 *   about the date beside it. A doubt at the very beginning or end of a list whose dates share a
 *   month or year ("perhaps 3 or 5 March 2022") is about all of them.
 * - Years of one or two digits need an era: "44 BC" is understood, "April 22" is not. */

#pragma once

#include "talks-date.h"

G_BEGIN_DECLS

/* A longer text is no date. Characters, not bytes. */
#define TALKS_DATE_ENTRY_MAX_LENGTH 200

typedef struct
{
  GPtrArray *candidates; /* of TalksDate, all different, the likeliest first; never NULL. With more
                          * than one, the user has to choose. */
  char      *problem;    /* a sentence for the reader; NULL if there are candidates, and for an
                          * empty text */
} TalksDateEntry;

/* Never NULL. text may hold any bytes; today is what "today" and "this year" are counted from,
 * neither TALKS_DAY_MIN nor TALKS_DAY_MAX. */
TalksDateEntry *talks_date_entry_parse    (const char           *text,
                                           TalksDay              today);
void            talks_date_entry_free     (TalksDateEntry       *self);

/* The date, if it is the only one; else NULL. Owned by the entry. */
TalksDate      *talks_date_entry_get_date (const TalksDateEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksDateEntry, talks_date_entry_free)

G_END_DECLS
