/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads seasons and what is counted within a date: quarters, halves, decades, centuries. */

#include "talks-date-entry-private.h"

/* Seasons */

/* Whether the tokens from n on are the year after year, in full or by its last two digits, and no more of a date than
 * that: not "22 March". */
static gboolean
is_next_year (const TalksEntryReader *reader,
              guint                   n,
              int64_t                 year)
{
  const TalksEntryToken *token = talks_entry_peek (reader, n);
  const TalksEntryToken *after = talks_entry_peek (reader, n + 1);
  const TalksEntryToken *beyond = talks_entry_peek (reader, n + 2);

  if (token->kind != TALKS_ENTRY_NUMBER
      || (token->value != year + 1 && (token->n_digits != 2 || token->value != (year + 1) % 100)))
    return FALSE;
  if ((after->kind == TALKS_ENTRY_DASH || after->kind == TALKS_ENTRY_SLASH) && after->is_tight && beyond->is_tight)
    return beyond->kind != TALKS_ENTRY_NUMBER && beyond->kind != TALKS_ENTRY_MONTH && beyond->kind != TALKS_ENTRY_QUARTER
           && beyond->kind != TALKS_ENTRY_HALF;

  return after->kind != TALKS_ENTRY_DOT && after->kind != TALKS_ENTRY_MONTH && after->kind != TALKS_ENTRY_QUARTER
         && after->kind != TALKS_ENTRY_HALF;
}

static gboolean
joins_years (const TalksEntryReader *reader,
             const TalksEntryToken  *token)
{
  return token->kind == TALKS_ENTRY_SLASH || token->kind == TALKS_ENTRY_DASH
         || (token->kind == TALKS_ENTRY_TO && !reader->is_range);
}

/* After the year of a season: "/23", "–2023", "to 2023" for one that ends in the next year, which is a winter, or the
 * summer of the south. It is called by the year in which it begins. */
static void
skip_next_year (TalksEntryReader *reader,
                TalksEntryPart   *part)
{
  const TalksEntryToken *hemisphere = talks_entry_peek (reader, 2);
  int group = part->group + (hemisphere->kind == TALKS_ENTRY_HEMISPHERE ? hemisphere->value : 0);
  int first;
  int last;

  talks_date_group_get_months (group, &first, &last);
  if (last > 12 && joins_years (reader, talks_entry_peek (reader, 0)) && is_next_year (reader, 1, part->year))
    reader->at += 2;
}

/* "с 2022 на 2023 год" after "зимой", where "на" is a filler: at the first word. */
static gboolean
read_from_year_to_next (TalksEntryReader *reader,
                        TalksEntryPart   *part)
{
  reader->at++;
  if (!talks_entry_read_year_after (reader, part))
    return FALSE;
  if (joins_years (reader, talks_entry_peek (reader, 0)))
    reader->at++;
  if (!is_next_year (reader, 0, part->year))
    return talks_entry_fail_here (reader);
  reader->at++;

  return TRUE;
}

gboolean
talks_entry_read_season (TalksEntryReader *reader,
                         TalksEntryPart   *part)
{
  part->group = talks_entry_peek (reader, 0)->value;
  reader->at++;
  if (part->group == 24 && !part->has_year && talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_FROM
      && talks_entry_is_year_number (talks_entry_peek (reader, 1)))
    return read_from_year_to_next (reader, part);
  if (!talks_entry_read_year_after (reader, part))
    return FALSE;
  if (part->has_year)
    skip_next_year (reader, part);

  return TRUE;
}

/* "2022/23 winter", "2022–2023, зима": at the first year. */
gboolean
talks_entry_read_years_of_season (TalksEntryReader *reader,
                                  TalksEntryPart   *part)
{
  const TalksEntryToken *year = talks_entry_peek (reader, 0);
  guint n = talks_entry_peek (reader, 3)->kind == TALKS_ENTRY_COMMA ? 4 : 3;
  gboolean is_one;

  if (!talks_entry_is_year_number (year) || talks_entry_peek (reader, n)->kind != TALKS_ENTRY_SEASON
      || talks_entry_peek (reader, n)->value != 24 || talks_entry_is_year_number (talks_entry_peek (reader, n + 1)))
    return FALSE;
  reader->at++;
  is_one = talks_entry_is_tight_joint (reader) && is_next_year (reader, 1, year->value);
  reader->at--;
  if (!is_one)
    return FALSE;
  part->year = year->value;
  part->has_year = TRUE;
  part->group = 24;
  reader->at += n + 1;

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
