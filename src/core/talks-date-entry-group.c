/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads seasons and what is counted within a date: quarters, halves, decades, centuries. */

#include "talks-date-entry-private.h"

/* Seasons */

/* After a season: "2022", or "2022/23", "2022–2023" for one that ends in the next year: a winter, or the
 * summer of the south. */
gboolean
talks_entry_read_season (TalksEntryReader *reader,
                         TalksEntryPart   *part)
{
  const TalksEntryToken *second;
  int64_t next;

  part->group = talks_entry_peek (reader, 0)->value;
  reader->at++;
  if (!talks_entry_read_year_after (reader, part))
    return FALSE;

  second = talks_entry_peek (reader, 1);
  next = part->year + 1;
  if (part->has_year && (part->group == 24 || (part->group == 22 && talks_entry_peek (reader, 2)->kind == TALKS_ENTRY_HEMISPHERE))
      && second->kind == TALKS_ENTRY_NUMBER
      && (talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_SLASH || talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_DASH)
      && (second->value == next || (second->n_digits == 2 && second->value == next % 100)))
    reader->at += 2;

  return TRUE;
}

/* What is counted */

gboolean
talks_entry_is_counted (TalksEntryKind kind)
{
  return kind == TALKS_ENTRY_QUARTER || kind == TALKS_ENTRY_HALF || kind == TALKS_ENTRY_TEN_DAYS
         || kind == TALKS_ENTRY_CENTURY;
}

static void
skip_joint (TalksEntryReader *reader)
{
  if (talks_entry_is_tight_joint (reader) && talks_entry_is_year_number (talks_entry_peek (reader, 1)))
    reader->at++;
}

/* "Q2 2022", "H1 2022", "Q2/2022": the number stands after. */
gboolean
talks_entry_read_counted_before (TalksEntryReader *reader,
                                 TalksEntryPart   *part)
{
  const TalksEntryToken *number = talks_entry_peek (reader, 1);
  gboolean is_half = talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_HALF;

  if (number->kind != TALKS_ENTRY_NUMBER || number->value < 1 || number->value > (is_half ? 2 : 4))
    return talks_entry_fail_here (reader);
  reader->at += 2;
  part->group = (is_half ? 39 : 32) + number->value;
  if (!part->has_year)
    skip_joint (reader);

  return part->has_year || talks_entry_read_year_after (reader, part);
}

/* "2022 Q2", "2022-Q2", but not "2022-Q2 2023". */
gboolean
talks_entry_read_counted_after_year (TalksEntryReader *reader,
                                     TalksEntryPart   *part)
{
  guint n = talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_COMMA || talks_entry_is_tight_joint (reader) ? 1 : 0;
  TalksEntryKind kind = talks_entry_peek (reader, n)->kind;

  if ((kind != TALKS_ENTRY_QUARTER && kind != TALKS_ENTRY_HALF)
      || (n > 0 && (talks_entry_peek (reader, n + 1)->kind != TALKS_ENTRY_NUMBER
                    || talks_entry_is_year_number (talks_entry_peek (reader, n + 2)))))
    return TRUE;
  reader->at += n;
  return talks_entry_read_counted_before (reader, part);
}

/* At "quarter", "half", "century" or "decade" after its number. */
gboolean
talks_entry_read_counted (TalksEntryReader *reader,
                          TalksEntryPart   *part,
                          int64_t           number)
{
  TalksEntryKind kind = talks_entry_peek (reader, 0)->kind;
  int last = kind == TALKS_ENTRY_QUARTER ? 4 : kind == TALKS_ENTRY_HALF ? 2 : kind == TALKS_ENTRY_TEN_DAYS ? 3 : 99;

  if (number == 0 && last < 99)
    number = last;
  if (number < 1 || number > last)
    return talks_entry_fail_here (reader);
  reader->at++;

  if (kind == TALKS_ENTRY_CENTURY)
    {
      part->unit = TALKS_ENTRY_CENTURIES;
      part->year = number;
      part->has_year = TRUE;
      return TRUE;
    }
  if (kind == TALKS_ENTRY_QUARTER)
    {
      part->group = 32 + number;
      skip_joint (reader);
      return talks_entry_read_year_after (reader, part);
    }

  /* Of a month, year or century: that comes now. */
  part->piece = (kind == TALKS_ENTRY_HALF ? TALKS_ENTRY_FIRST_HALF : TALKS_ENTRY_FIRST_TEN) + number - 1;

  return TRUE;
}
