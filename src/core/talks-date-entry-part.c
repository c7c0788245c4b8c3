/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads one date of an entry: what stands before it, its core, what stands after it. */

#include "talks-date-entry-private.h"

#include "talks-gettext.h"

/* Tokens */

static gboolean
starts_part (TalksEntryKind kind)
{
  switch ((int) kind)
    {
    case TALKS_ENTRY_NUMBER:
    case TALKS_ENTRY_MONTH:
    case TALKS_ENTRY_WEEKDAY:
    case TALKS_ENTRY_SEASON:
    case TALKS_ENTRY_PORTION:
    case TALKS_ENTRY_QUARTER:
    case TALKS_ENTRY_HALF:
    case TALKS_ENTRY_ORDINAL:
    case TALKS_ENTRY_PIECE:
    case TALKS_ENTRY_DECADE:
    case TALKS_ENTRY_TODAY:
    case TALKS_ENTRY_THIS_MONTH:
    case TALKS_ENTRY_THIS_YEAR:
    case TALKS_ENTRY_PRESENT:
    case TALKS_ENTRY_UNKNOWN:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
talks_entry_is_year_number (const TalksEntryToken *token)
{
  return token->kind == TALKS_ENTRY_NUMBER && token->n_digits >= 3;
}

/* A hyphen or a slash without spaces around it. */
gboolean
talks_entry_is_tight_joint (const TalksEntryReader *reader)
{
  const TalksEntryToken *token = talks_entry_peek (reader, 0);

  return (token->kind == TALKS_ENTRY_DASH || token->kind == TALKS_ENTRY_SLASH) && token->is_tight
         && talks_entry_peek (reader, 1)->is_tight;
}

/* Years */

static gboolean
set_year (TalksEntryReader      *reader,
          TalksEntryPart        *part,
          const TalksEntryToken *token)
{
  if (part->has_year)
    return talks_entry_fail (reader, g_strdup_printf (_("“%s” is not understood here."), token->text));
  if (token->is_plural && token->value % 10 == 0)
    {
      part->unit = TALKS_ENTRY_DECADES;
      if (token->value % 100 == 0)
        {
          reader->asked |= TALKS_ENTRY_HUNDREDS;
          if ((reader->readings & TALKS_ENTRY_HUNDREDS) != 0)
            {
              part->unit = TALKS_ENTRY_CENTURIES;
              part->year = token->value / 100 + 1;
            }
        }
    }
  if (part->unit != TALKS_ENTRY_CENTURIES)
    part->year = token->value;
  part->has_year = TRUE;

  return TRUE;
}

static void
set_year_from_today (const TalksEntryReader *reader,
                     TalksEntryPart         *part,
                     int64_t                 n_years)
{
  int64_t year;

  talks_day_to_civil (reader->today, &year, NULL, NULL);
  year += n_years;
  part->has_year = TRUE;
  part->era = year > 0 ? 0 : -1;
  part->year = year > 0 ? year : 1 - year;
}

/* A year after a month, day or season, if one stands there: ", 2022", "last year". */
gboolean
talks_entry_read_year_after (TalksEntryReader *reader,
                             TalksEntryPart   *part)
{
  guint n = 0;

  /* "15-Apr-2022". */
  if (talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_COMMA
      || (talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_DASH && talks_entry_peek (reader, 0)->is_tight
          && talks_entry_peek (reader, 1)->is_tight && part->day != 0))
    n = 1;
  if (talks_entry_peek (reader, n)->kind == TALKS_ENTRY_THIS_YEAR)
    {
      set_year_from_today (reader, part, talks_entry_peek (reader, n)->value);
      reader->at += n + 1;
      return TRUE;
    }
  if (talks_entry_peek (reader, n)->kind == TALKS_ENTRY_ERA
      && talks_entry_is_year_number (talks_entry_peek (reader, n + 1)))
    {
      part->era = talks_entry_peek (reader, n)->value;
      n++;
    }
  else if (n == 0 && talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_NUMBER
           && talks_entry_peek (reader, 1)->kind == TALKS_ENTRY_ERA)
    {
      reader->at++;
      return set_year (reader, part, talks_entry_peek (reader, 0) - 1);
    }
  if (!talks_entry_is_year_number (talks_entry_peek (reader, n)))
    return TRUE;
  reader->at += n + 1;

  return set_year (reader, part, talks_entry_peek (reader, 0) - 1);
}

/* Months and days */

static gboolean
takes_day (const TalksEntryToken *token)
{
  return token->kind == TALKS_ENTRY_NUMBER && token->n_digits >= 1 && token->n_digits <= 2 && token->value >= 1
         && token->value <= 31;
}

/* At a month; part->day may be known. */
static gboolean
read_month (TalksEntryReader *reader,
            TalksEntryPart   *part)
{
  guint n = 0;

  part->month = talks_entry_peek (reader, 0)->value;
  reader->at++;
  if (part->day == 0 && talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_DASH && talks_entry_peek (reader, 0)->is_tight
      && takes_day (talks_entry_peek (reader, 1)) && talks_entry_peek (reader, 1)->is_tight)
    n = 1;
  /* "April 15", but "April 44 BC". */
  if (part->day == 0 && takes_day (talks_entry_peek (reader, n))
      && talks_entry_peek (reader, n + 1)->kind != TALKS_ENTRY_ERA)
    {
      part->day = talks_entry_peek (reader, n)->value;
      reader->at += n + 1;
    }

  return part->has_year || talks_entry_read_year_after (reader, part);
}

/* Whether at n there is a month that goes with the year before it, rather than with one after it. */
static gboolean
is_month_of_year_before (const TalksEntryReader *reader,
                         guint                   n)
{
  if (talks_entry_peek (reader, n++)->kind != TALKS_ENTRY_MONTH)
    return FALSE;
  if (takes_day (talks_entry_peek (reader, n)))
    n++;
  if (talks_entry_peek (reader, n)->kind == TALKS_ENTRY_COMMA)
    n++;

  return !talks_entry_is_year_number (talks_entry_peek (reader, n));
}

/* "2022 April 15", "2022, 15 April", "2022 spring": at what may follow a year. */
static gboolean
read_after_year (TalksEntryReader *reader,
                 TalksEntryPart   *part)
{
  TalksEntryKind kind = talks_entry_peek (reader, 0)->kind;
  guint n = kind == TALKS_ENTRY_COMMA
            || (kind == TALKS_ENTRY_DASH && talks_entry_peek (reader, 0)->is_tight
                && talks_entry_peek (reader, 1)->is_tight) ? 1 : 0;

  if (part->unit != TALKS_ENTRY_YEARS)
    return TRUE;
  if (is_month_of_year_before (reader, n))
    {
      reader->at += n;
      return read_month (reader, part);
    }
  if (kind != TALKS_ENTRY_DASH && takes_day (talks_entry_peek (reader, n)) && is_month_of_year_before (reader, n + 1)
      && !takes_day (talks_entry_peek (reader, n + 2)))
    {
      part->day = talks_entry_peek (reader, n)->value;
      reader->at += n + 1;
      return read_month (reader, part);
    }
  if (kind != TALKS_ENTRY_DASH && talks_entry_peek (reader, n)->kind == TALKS_ENTRY_SEASON
      && !talks_entry_is_year_number (talks_entry_peek (reader, n + 1)))
    {
      part->group = talks_entry_peek (reader, n)->value;
      reader->at += n + 1;
    }
  else
    {
      return talks_entry_read_counted_after_year (reader, part);
    }

  return TRUE;
}

/* Cores */

static gboolean
read_number (TalksEntryReader *reader,
             TalksEntryPart   *part)
{
  const TalksEntryToken *number = talks_entry_peek (reader, 0);
  const TalksEntryToken *next = talks_entry_peek (reader, 1);
  guint n = next->kind == TALKS_ENTRY_DASH && next->is_tight && talks_entry_peek (reader, 2)->is_tight ? 1 : 0;

  if (talks_entry_read_years_of_season (reader, part))
    return TRUE;
  if (talks_entry_has_numeric (reader))
    return talks_entry_read_numeric (reader, part);

  reader->at++;
  if (talks_entry_is_counted (next->kind) && number->n_digits <= 2)
    return talks_entry_read_counted (reader, part, number->value);
  if (talks_entry_is_year_number (number))
    return set_year (reader, part, number) && read_after_year (reader, part);
  if (next->kind == TALKS_ENTRY_ERA)
    return set_year (reader, part, number);
  /* "XIX–XX centuries": a number alone, until one knows what comes. */
  if (number->n_digits == 0 && next->kind != TALKS_ENTRY_DASH)
    {
      reader->at--;
      return talks_entry_fail_here (reader);
    }

  part->day = number->value;
  if (part->day == 0)
    return talks_entry_fail (reader, g_strdup_printf (_("“%s” is not understood."), number->text));
  if (talks_entry_peek (reader, n)->kind == TALKS_ENTRY_MONTH)
    {
      reader->at += n;
      return read_month (reader, part);
    }
  /* "April 14–17, 2022": the month stands before. */
  if (next->kind == TALKS_ENTRY_COMMA || talks_entry_is_year_number (next))
    return talks_entry_read_year_after (reader, part);

  return TRUE;
}

static gboolean
read_ordinal (TalksEntryReader *reader,
              TalksEntryPart   *part)
{
  int64_t number = talks_entry_peek (reader, 0)->value;

  if (talks_entry_is_counted (talks_entry_peek (reader, 1)->kind))
    {
      reader->at++;
      return talks_entry_read_counted (reader, part, number);
    }
  if (number == 0 || talks_entry_peek (reader, 1)->kind != TALKS_ENTRY_MONTH)
    return talks_entry_fail_here (reader);
  part->day = number;
  reader->at++;

  return read_month (reader, part);
}

static void
read_relative (TalksEntryReader *reader,
               TalksEntryPart   *part)
{
  const TalksEntryToken *token = talks_entry_peek (reader, 0);
  TalksDay day = reader->today;
  int64_t year;

  reader->at++;
  if (token->kind == TALKS_ENTRY_THIS_YEAR)
    {
      set_year_from_today (reader, part, token->value);
      return;
    }
  if (token->kind == TALKS_ENTRY_THIS_MONTH)
    day = talks_day_add_months (day, token->value);
  else if (token->kind == TALKS_ENTRY_TODAY)
    day += token->value;
  talks_day_to_civil (day, &year, &part->month, &part->day);
  talks_day_to_civil (reader->today, &part->year, NULL, NULL);
  set_year_from_today (reader, part, year - part->year);
  if (token->kind == TALKS_ENTRY_THIS_MONTH)
    part->day = 0;
}

static gboolean
read_core (TalksEntryReader *reader,
           TalksEntryPart   *part)
{
  const TalksEntryToken *token = talks_entry_peek (reader, 0);

  switch ((int) token->kind)
    {
    case TALKS_ENTRY_NUMBER:
      return read_number (reader, part);
    case TALKS_ENTRY_MONTH:
      return read_month (reader, part);
    case TALKS_ENTRY_SEASON:
      return talks_entry_read_season (reader, part);
    case TALKS_ENTRY_PORTION:
      part->group = token->value;
      reader->at++;
      return talks_entry_read_year_after (reader, part);
    case TALKS_ENTRY_QUARTER:
    case TALKS_ENTRY_HALF:
      return talks_entry_read_counted_before (reader, part);
    case TALKS_ENTRY_ORDINAL:
      return read_ordinal (reader, part);
    case TALKS_ENTRY_DECADE:
      reader->at++;
      if (talks_entry_peek (reader, 0)->is_plural && talks_entry_is_year_number (talks_entry_peek (reader, 0)))
        return read_number (reader, part);
      return talks_entry_fail_here (reader);
    case TALKS_ENTRY_ERA:
      part->era = token->value;
      reader->at++;
      if (talks_entry_peek (reader, 0)->kind != TALKS_ENTRY_NUMBER)
        return talks_entry_fail_here (reader);
      reader->at++;
      return set_year (reader, part, talks_entry_peek (reader, 0) - 1);
    case TALKS_ENTRY_TODAY:
    case TALKS_ENTRY_THIS_MONTH:
    case TALKS_ENTRY_THIS_YEAR:
    case TALKS_ENTRY_PRESENT:
      read_relative (reader, part);
      return TRUE;
    default:
      return talks_entry_fail_here (reader);
    }
}

/* Before and after */

static gboolean
read_before (TalksEntryReader *reader,
             TalksEntryPart   *part)
{
  for (;;)
    {
      const TalksEntryToken *token = talks_entry_peek (reader, 0);

      if (token->kind == TALKS_ENTRY_DOUBT)
        part->before |= token->value;
      else if (token->kind == TALKS_ENTRY_WEEKDAY && part->weekday == 0)
        part->weekday = token->value;
      else if (token->kind == TALKS_ENTRY_UNKNOWN)
        part->unknown |= token->value;
      else if (token->kind == TALKS_ENTRY_PIECE && part->piece == TALKS_ENTRY_WHOLE)
        part->piece = token->value;
      else
        return TRUE;
      reader->at++;

      /* "probably, 2022", "Tuesday, 29 March", "mid-April". */
      if (token->kind != TALKS_ENTRY_UNKNOWN)
        (void) (talks_entry_take (reader, TALKS_ENTRY_COMMA)
                || (talks_entry_peek (reader, 0)->is_tight && talks_entry_take (reader, TALKS_ENTRY_DASH)));
      if (token->kind == TALKS_ENTRY_UNKNOWN && token->value == TALKS_COMPONENT_YEAR && part->month == 0
          && !starts_part (talks_entry_peek (reader, 0)->kind))
        return TRUE;
    }
}

/* Whether the doubts at n belong to the date before them rather than to one after. */
static gboolean
doubt_is_after (const TalksEntryReader *reader,
                guint                   n)
{
  while (talks_entry_peek (reader, n)->kind == TALKS_ENTRY_DOUBT)
    n++;

  return !starts_part (talks_entry_peek (reader, n)->kind);
}

/* Takes one token that tells more about the date before it; FALSE if there is none. */
static gboolean
take_after (TalksEntryReader *reader,
            TalksEntryPart   *part)
{
  guint n = talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_COMMA ? 1 : 0;
  const TalksEntryToken *token = talks_entry_peek (reader, n);

  if (token->kind == TALKS_ENTRY_ERA && n == 0 && part->era == 0 && part->has_year)
    part->era = token->value;
  else if (token->kind == TALKS_ENTRY_DOUBT && doubt_is_after (reader, n))
    part->after |= token->value;
  else if (token->kind == TALKS_ENTRY_WEEKDAY && part->weekday == 0 && part->day != 0 && part->month != 0
           && !starts_part (talks_entry_peek (reader, n + 1)->kind))
    part->weekday = token->value;
  else if (token->kind == TALKS_ENTRY_UNKNOWN)
    part->unknown |= token->value;
  else if (token->kind == TALKS_ENTRY_HEMISPHERE && part->group >= 21 && part->group <= 24)
    part->group += token->value;
  else
    return FALSE;
  reader->at += n + 1;

  return TRUE;
}

gboolean
talks_entry_read_part (TalksEntryReader *reader,
                       TalksEntryPart   *part)
{
  *part = (TalksEntryPart) { TALKS_ENTRY_YEARS };
  read_before (reader, part);
  /* "some unknown year", and nothing else. */
  if ((part->unknown & TALKS_COMPONENT_YEAR) == 0 || starts_part (talks_entry_peek (reader, 0)->kind))
    {
      if (!read_core (reader, part))
        return FALSE;
      /* "first half of April 2022". */
      if (part->piece >= TALKS_ENTRY_FIRST_HALF && part->month == 0 && !part->has_year && !read_core (reader, part))
        return FALSE;
    }
  while (take_after (reader, part))
    ;
  if ((part->unknown & TALKS_COMPONENT_YEAR) != 0)
    {
      if (part->has_year)
        return talks_entry_fail_here (reader);
      part->has_year = part->is_year_unknown = TRUE;
    }

  return TRUE;
}
