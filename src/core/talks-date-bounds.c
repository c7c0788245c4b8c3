/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which days one date can mean, and what else follows from its form. */

#include "talks-date-private.h"

#include <string.h>

static gboolean
has_x (const char *digits,
       size_t      n)
{
  return memchr (digits, 'X', n) != NULL;
}

gboolean
talks_date_part_has_x (const TalksDatePart *part,
                       TalksDateComponents  component)
{
  if ((part->written & component) == 0)
    return FALSE;

  switch (component)
    {
    case TALKS_COMPONENT_YEAR:
      return !part->is_long && has_x (part->digits, 4);
    case TALKS_COMPONENT_MONTH:
      return part->group == 0 && has_x (part->month, 2);
    case TALKS_COMPONENT_DAY:
      return has_x (part->day, 2);
    case TALKS_COMPONENT_TIME:
    default:
      return FALSE;
    }
}

static gboolean
matches (const char *digits,
         int         n_digits,
         int         number)
{
  for (int i = n_digits - 1; i >= 0; i--, number /= 10)
    {
      if (digits[i] != 'X' && digits[i] - '0' != number % 10)
        return FALSE;
    }

  return TRUE;
}

/* The year as a number, with each 'X' read as the digit x. */
static int
year_with (const char *digits,
           char        x)
{
  int number = 0;

  for (int i = 0; i < 4; i++)
    number = number * 10 + (digits[i] == 'X' ? x : digits[i]) - '0';

  return number;
}

/* The year of a negative date that lies nearest to year 0, which has no sign. */
static int
smallest_magnitude (const char *digits)
{
  int number = year_with (digits, '0');

  if (number != 0)
    return number;
  while (!matches (digits, 4, ++number))
    ;

  return number;
}

/* The first or last day of a year that fits the month and day written. */
static gboolean
find_day_in_year (const TalksDatePart *part,
                  int64_t              year,
                  gboolean             last,
                  TalksDay            *found)
{
  for (int i = 1; i <= 12; i++)
    {
      int month = last ? 13 - i : i;
      int n_days = talks_days_in_month (year, month);

      if (!matches (part->month, 2, month))
        continue;
      for (int j = 1; j <= n_days; j++)
        {
          int day = last ? n_days + 1 - j : j;

          if (!matches (part->day, 2, day))
            continue;
          *found = talks_day_from_civil (year, month, day);
          return TRUE;
        }
    }

  return FALSE;
}

/* The first or last day of all the years that fit the digits. */
static gboolean
find_day (const TalksDatePart *part,
          gboolean             last,
          TalksDay            *found)
{
  int low = year_with (part->digits, '0');
  int high = year_with (part->digits, '9');
  gboolean downwards = last != part->is_negative;

  for (int i = low; i <= high; i++)
    {
      int number = downwards ? high + low - i : i;

      /* There is no year -0000. */
      if (part->is_negative && number == 0)
        continue;
      if (!matches (part->digits, 4, number))
        continue;
      if (find_day_in_year (part, part->is_negative ? -number : number, last, found))
        return TRUE;
    }

  return FALSE;
}

void
talks_date_group_get_months (int  group,
                             int *first,
                             int *last)
{
  /* Spring, summer, autumn, winter. */
  static const int northern[] = { 3, 6, 9, 12 };
  static const int southern[] = { 9, 12, 3, 6 };

  g_assert (group >= 21 && group <= 41);

  if (group <= 28)
    *first = northern[(group - 21) % 4];
  else if (group <= 32)
    *first = southern[group - 29];
  else if (group <= 36)
    *first = (group - 33) * 3 + 1;
  else if (group <= 39)
    *first = (group - 37) * 4 + 1;
  else
    *first = (group - 40) * 6 + 1;

  *last = *first + (group <= 36 ? 2 : group <= 39 ? 3 : 5);
}

static void
resolve_group (TalksDatePart *part)
{
  int64_t year = part->last_year;
  int first;
  int last;

  talks_date_group_get_months (part->group, &first, &last);
  part->earliest = talks_day_from_civil (part->first_year, first, 1);
  if (last > 12)
    {
      last -= 12;
      year++;
    }
  part->latest = talks_day_from_civil (year, last, talks_days_in_month (year, last));
}

static gboolean
resolve_bounds (TalksDatePart *part)
{
  if (!part->is_long && !part->is_scientific)
    {
      if (part->is_negative)
        {
          part->first_year = -year_with (part->digits, '9');
          part->last_year = -smallest_magnitude (part->digits);
        }
      else
        {
          part->first_year = year_with (part->digits, '0');
          part->last_year = year_with (part->digits, '9');
        }
      if (part->first_year == part->last_year)
        part->year = part->first_year;
    }

  if (part->group != 0)
    {
      resolve_group (part);
      return TRUE;
    }
  if (part->is_long || part->is_scientific)
    {
      part->earliest = talks_day_from_civil (part->first_year, 1, 1);
      part->latest = talks_day_from_civil (part->last_year, 12, 31);
      return TRUE;
    }

  return find_day (part, FALSE, &part->earliest) && find_day (part, TRUE, &part->latest);
}

/* Level 1 knows 'X' only from the right: one or two digits of a year, then whole components. */
static int
level_of_unspecified (const TalksDatePart *part)
{
  gboolean year = talks_date_part_has_x (part, TALKS_COMPONENT_YEAR);
  gboolean month = talks_date_part_has_x (part, TALKS_COMPONENT_MONTH);
  gboolean day = talks_date_part_has_x (part, TALKS_COMPONENT_DAY);

  if (year)
    return part->written == TALKS_COMPONENT_YEAR
           && !has_x (part->digits, 2) && part->digits[3] == 'X' ? 1 : 2;
  if (month && memcmp (part->month, "XX", 2) != 0)
    return 2;
  if (day && memcmp (part->day, "XX", 2) != 0)
    return 2;
  if (month && !day && (part->written & TALKS_COMPONENT_DAY) != 0)
    return 2;

  return 1;
}

static int
level_of (const TalksDatePart *part)
{
  gboolean is_qualified = (part->uncertain | part->approximate) != 0;
  int level = part->is_negative || part->is_long || part->group != 0 || is_qualified;

  if (part->is_scientific || part->group >= 25 || part->qualified_inside)
    return 2;
  if ((part->flags & TALKS_DATE_UNSPECIFIED) == 0)
    return level;

  return is_qualified ? 2 : MAX (level, level_of_unspecified (part));
}

/* No pattern of 'X' but those of a decade and a century spans just so many years. */
static TalksDatePrecision
precision_of_years (const TalksDatePart *part)
{
  switch (part->last_year - part->first_year)
    {
    case 0:
      return TALKS_PRECISION_YEAR;
    case 9:
      return TALKS_PRECISION_DECADE;
    case 99:
      return TALKS_PRECISION_CENTURY;
    default:
      return TALKS_PRECISION_OTHER;
    }
}

static TalksDatePrecision
precision_of (const TalksDatePart *part)
{
  if (part->group != 0)
    return part->group <= 32 && part->first_year == part->last_year ? TALKS_PRECISION_SEASON
                                                                    : TALKS_PRECISION_OTHER;
  if (memcmp (part->month, "XX", 2) == 0 && memcmp (part->day, "XX", 2) == 0)
    return precision_of_years (part);
  if (has_x (part->month, 2) || part->first_year != part->last_year)
    return TALKS_PRECISION_OTHER;
  if (memcmp (part->day, "XX", 2) == 0)
    return TALKS_PRECISION_MONTH;

  return has_x (part->day, 2) ? TALKS_PRECISION_OTHER : TALKS_PRECISION_DAY;
}

gboolean
talks_date_part_resolve (TalksDatePart *part)
{
  if (!resolve_bounds (part))
    return FALSE;

  part->flags = 0;
  if (part->uncertain != 0)
    part->flags |= TALKS_DATE_UNCERTAIN;
  if (part->approximate != 0 || (part->is_scientific && part->first_year != part->last_year))
    part->flags |= TALKS_DATE_APPROXIMATE;
  if (talks_date_part_has_x (part, TALKS_COMPONENT_YEAR)
      || talks_date_part_has_x (part, TALKS_COMPONENT_MONTH)
      || talks_date_part_has_x (part, TALKS_COMPONENT_DAY))
    part->flags |= TALKS_DATE_UNSPECIFIED;
  if (part->group != 0 && part->group <= 32)
    part->flags |= TALKS_DATE_SEASON;
  part->level = level_of (part);
  part->precision = precision_of (part);

  return TRUE;
}
