/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads one date, component by component. Whoever refuses a text says so at once, in words that
 * help to write it rightly. */

#include "talks-date-private.h"

#include <string.h>

#include "talks-gettext.h"

/* What is left of the date being read. */
typedef struct
{
  const char    *start;
  const char    *at;
  const char    *end;
  TalksDatePart *part;
} Reader;

/* Components */

static gboolean
take (Reader *reader,
      char    c)
{
  if (reader->at == reader->end || *reader->at != c)
    return FALSE;
  reader->at++;

  return TRUE;
}

static char
take_qualifier (Reader *reader)
{
  if (reader->at < reader->end && strchr ("?~%", *reader->at) != NULL)
    return *reader->at++;

  return '\0';
}

static void
qualify (TalksDatePart *part,
         char           qualifier,
         uint8_t        components)
{
  if (qualifier == '?' || qualifier == '%')
    part->uncertain |= components;
  if (qualifier == '~' || qualifier == '%')
    part->approximate |= components;
}

/* How many digits follow; an 'X' counts as one if with_x. */
static size_t
count_digits (const Reader *reader,
              gboolean      with_x)
{
  const char *at = reader->at;

  while (at < reader->end && (g_ascii_isdigit (*at) || (with_x && *at == 'X')))
    at++;

  return at - reader->at;
}

/* Takes n digits, at most 9, as a number. */
static int
take_number (Reader *reader,
             size_t  n)
{
  int number = 0;

  while (n-- > 0)
    number = number * 10 + (*reader->at++ - '0');

  return number;
}

static gboolean
fail_too_far (const Reader *reader,
              GError      **error)
{
  g_autofree char *shown = talks_date_show (reader->start, reader->end);

  return talks_date_fail (error,
                          _("The year “%s” is too far away: years may be at most 6 quadrillion."),
                          shown);
}

/* After "S": the years that share the first so many digits with the one written. */
static gboolean
read_significant (Reader  *reader,
                  int64_t  magnitude,
                  GError **error)
{
  TalksDatePart *part = reader->part;
  size_t n = count_digits (reader, FALSE);
  int64_t block = 1;
  int64_t low;
  int64_t high;
  int n_significant;

  if (n == 0 || *reader->at == '0')
    return talks_date_fail (error,
                            _("After S comes the number of significant digits, 1 or more, as in "
                              "1950S2."));

  n_significant = n <= 2 ? take_number (reader, n) : 99;
  if (n > 2)
    reader->at += n;
  for (int64_t rest = magnitude; rest >= 10; rest /= 10)
    n_significant--;
  /* One digit is left over: it is significant too. */
  for (; n_significant < 1; n_significant++)
    block *= 10;

  low = magnitude / block * block;
  high = low + block - 1;
  if (high > TALKS_YEAR_LIMIT)
    return fail_too_far (reader, error);

  part->is_scientific = TRUE;
  part->first_year = part->is_negative ? -high : low;
  part->last_year = part->is_negative ? -low : high;

  return TRUE;
}

/* After "E": the zeros that follow the number. */
static gboolean
read_exponent (Reader  *reader,
               int64_t *magnitude,
               GError **error)
{
  size_t n = count_digits (reader, FALSE);
  int exponent;

  if (n == 0 || *reader->at == '0')
    return talks_date_fail (error, _("After E comes the number of zeros, 1 or more, as in Y17E7."));
  if (n > 2)
    return fail_too_far (reader, error);

  for (exponent = take_number (reader, n); exponent > 0; exponent--)
    {
      if (*magnitude > TALKS_YEAR_LIMIT / 10)
        return fail_too_far (reader, error);
      *magnitude *= 10;
    }

  return TRUE;
}

/* After "Y". */
static gboolean
read_long_year (Reader  *reader,
                GError **error)
{
  TalksDatePart *part = reader->part;
  int64_t magnitude = 0;
  size_t n;

  part->is_long = TRUE;
  part->is_negative = take (reader, '-');
  n = count_digits (reader, FALSE);
  if (n == 0 || *reader->at == '0')
    return talks_date_fail (error,
                            _("After Y comes a year without zeros in front, as in Y-12000 or "
                              "Y17E7."));

  for (size_t i = 0; i < n; i++)
    {
      int digit = take_number (reader, 1);

      if (magnitude > (TALKS_YEAR_LIMIT - digit) / 10)
        return fail_too_far (reader, error);
      magnitude = magnitude * 10 + digit;
    }

  if (take (reader, 'E'))
    {
      if (!read_exponent (reader, &magnitude, error))
        return FALSE;
      part->is_scientific = TRUE;
    }
  else if (n <= 4)
    {
      return talks_date_fail (error,
                              _("A year of four digits is written without Y, as in 1985 or -0431."));
    }
  part->year = part->is_negative ? -magnitude : magnitude;
  part->first_year = part->last_year = part->year;

  return !take (reader, 'S') || read_significant (reader, magnitude, error);
}

static gboolean
read_year (Reader  *reader,
           GError **error)
{
  TalksDatePart *part = reader->part;
  g_autofree char *shown = NULL;
  const char *at;
  size_t n;

  if (take (reader, 'Y'))
    return read_long_year (reader, error);

  part->is_negative = take (reader, '-');
  at = reader->at;
  n = count_digits (reader, TRUE);
  if (n != 4)
    shown = talks_date_show (at, at + n);
  if (n == 0)
    return talks_date_fail (error,
                            _("A date begins with its year, as in 2022, 2022-03 or 2022-03-29."));
  if (n == 8)
    return talks_date_fail (error,
                            _("“%s” is not a year: year, month and day are separated by hyphens, "
                              "as in 2022-03-29."),
                            shown);
  if (n > 4 && count_digits (reader, FALSE) == n)
    return talks_date_fail (error,
                            _("“%s” is not a year: a year has four digits, and with more it "
                              "begins with Y, as in Y12345."),
                            shown);
  if (n != 4)
    return talks_date_fail (error,
                            _("“%s” is not a year: a year comes first and has four digits, as in "
                              "0476, 2022 or 199X."),
                            shown);
  if (part->is_negative && memcmp (at, "0000", 4) == 0)
    return talks_date_fail (error, _("There is no year -0000: 1 BCE is 0000, and 2 BCE is -0001."));

  memcpy (part->digits, at, 4);
  reader->at += 4;
  if (!take (reader, 'S'))
    return TRUE;
  if (memchr (at, 'X', 4) != NULL)
    return talks_date_fail (error,
                            _("A year with an X has no significant digits: write either 19XX or "
                              "1950S2."));

  reader->at = at;
  part->year = take_number (reader, 4);
  reader->at++;
  if (!read_significant (reader, part->year, error))
    return FALSE;
  if (part->is_negative)
    part->year = -part->year;

  return TRUE;
}

static gboolean
read_month (Reader  *reader,
            GError **error)
{
  TalksDatePart *part = reader->part;
  const char *at = reader->at;
  size_t n = count_digits (reader, TRUE);
  g_autofree char *shown = NULL;
  int month;

  if (n != 2)
    shown = talks_date_show (at, at + n);
  if (n == 0)
    return talks_date_fail (error,
                            _("The month is missing after the year: it has two digits, as in "
                              "2022-03."));
  if (n == 4)
    return talks_date_fail (error,
                            _("“%s” is not a month: an interval has a slash, as in 1985/1986, "
                              "and a day a second hyphen."),
                            shown);
  if (n != 2)
    return talks_date_fail (error,
                            _("“%s” is not a month: a month has two digits, as in 2022-03."),
                            shown);

  memcpy (part->month, reader->at, 2);
  if (memchr (reader->at, 'X', 2) != NULL)
    {
      reader->at += 2;
      return TRUE;
    }

  month = take_number (reader, 2);
  if (month >= 21 && month <= 41)
    part->group = month;
  else if (month < 1 || month > 12)
    {
      shown = talks_date_show (at, at + n);
      return talks_date_fail (error,
                              _("There is no month %s: months are 01 to 12, seasons and other "
                                "parts of the year 21 to 41."),
                              shown);
    }

  return TRUE;
}

static gboolean
read_day (Reader  *reader,
          GError **error)
{
  TalksDatePart *part = reader->part;
  size_t n = count_digits (reader, TRUE);
  g_autofree char *shown = n != 2 ? talks_date_show (reader->at, reader->at + n) : NULL;

  if (n == 0)
    return talks_date_fail (error,
                            _("The day is missing after the month: it has two digits, as in "
                              "2022-03-29."));
  if (part->group != 0)
    return talks_date_fail (error,
                            _("A season or other part of the year cannot be followed by a day."));
  if (n != 2)
    return talks_date_fail (error,
                            _("“%s” is not a day: a day has two digits, as in 2022-03-29."),
                            shown);

  memcpy (part->day, reader->at, 2);
  reader->at += 2;

  return TRUE;
}

/* A component with its qualifiers: the left one is for it alone, the right one is for it and
 * all before it. */
static gboolean
read_component (Reader              *reader,
                TalksDateComponents  component,
                gboolean           (*read_digits) (Reader  *reader,
                                                   GError **error),
                GError             **error)
{
  TalksDatePart *part = reader->part;
  char qualifier = take_qualifier (reader);

  if (qualifier != '\0')
    {
      qualify (part, qualifier, component);
      part->qualified_inside = TRUE;
    }
  part->written |= component;
  if (!read_digits (reader, error))
    return FALSE;

  qualifier = take_qualifier (reader);
  if (qualifier != '\0')
    {
      qualify (part, qualifier, component | (component - 1));
      if (reader->at < reader->end)
        part->qualified_inside = TRUE;
      if (take_qualifier (reader) != '\0')
        return talks_date_fail (error,
                                _("Write one sign only: “?” uncertain, “~” approximate, “%%” "
                                  "both."));
    }

  return TRUE;
}

/* Time of day */

static gboolean
take_two_digits (Reader  *reader,
                 int      highest,
                 uint8_t *number)
{
  if (count_digits (reader, FALSE) != 2)
    return FALSE;
  *number = take_number (reader, 2);

  return *number <= highest;
}

static gboolean
read_zone (Reader  *reader,
           GError **error)
{
  TalksDatePart *part = reader->part;
  gboolean is_west = reader->at < reader->end && *reader->at == '-';
  uint8_t hours;
  uint8_t minutes = 0;

  if (take (reader, 'Z'))
    {
      part->zone = TALKS_ZONE_UTC;
      return TRUE;
    }
  if (!take (reader, '+') && !take (reader, '-'))
    return TRUE;

  if (!take_two_digits (reader, 14, &hours)
      || (take (reader, ':') && !take_two_digits (reader, 59, &minutes))
      || hours * 60 + minutes > 14 * 60
      || (is_west && hours + minutes == 0))
    return talks_date_fail (error,
                            _("After the time comes nothing, Z, or the shift from UTC, at most "
                              "14 hours, as in +03:00."));

  part->zone = TALKS_ZONE_SHIFT;
  part->shift = (is_west ? -1 : 1) * (hours * 60 + minutes);

  return TRUE;
}

/* After "T". The profile knows neither 24:00:00 nor the leap second. */
static gboolean
read_time (Reader  *reader,
           GError **error)
{
  const uint8_t whole = TALKS_COMPONENT_YEAR | TALKS_COMPONENT_MONTH | TALKS_COMPONENT_DAY;
  TalksDatePart *part = reader->part;

  if (part->written != whole || (part->uncertain | part->approximate) != 0
      || talks_date_part_has_x (part, TALKS_COMPONENT_YEAR)
      || talks_date_part_has_x (part, TALKS_COMPONENT_MONTH)
      || talks_date_part_has_x (part, TALKS_COMPONENT_DAY))
    return talks_date_fail (error,
                            _("A time of day needs a whole date without X, “?”, “~” or “%%” "
                              "before it."));

  part->written |= TALKS_COMPONENT_TIME;
  if (!take_two_digits (reader, 23, &part->hour) || !take (reader, ':')
      || !take_two_digits (reader, 59, &part->minute) || !take (reader, ':')
      || !take_two_digits (reader, 59, &part->second))
    return talks_date_fail (error,
                            _("A time of day has hours to 23, minutes and seconds to 59, each of "
                              "two digits, as in T13:35:00."));

  return read_zone (reader, error);
}

/* Dates */

static gboolean
fail_no_such_day (const Reader *reader,
                  GError      **error)
{
  const TalksDatePart *part = reader->part;
  g_autofree char *shown = talks_date_show (reader->start, reader->end);
  int n_days;
  int month;

  if (memchr (part->digits, 'X', 4) != NULL || memchr (part->month, 'X', 2) != NULL
      || memchr (part->day, 'X', 2) != NULL)
    return talks_date_fail (error, _("No day of the calendar fits “%s”."), shown);

  month = (part->month[0] - '0') * 10 + part->month[1] - '0';
  n_days = talks_days_in_month (part->year, month);

  return talks_date_fail (error,
               ngettext ("There is no day “%s”: that month has %d day.",
                         "There is no day “%s”: that month has %d days.",
                         n_days),
               shown, n_days);
}

gboolean
talks_date_part_read (const char     *start,
                      const char     *end,
                      gboolean        may_have_time,
                      TalksDatePart  *part,
                      GError        **error)
{
  Reader reader = { start, start, end, part };
  g_autofree char *rest = NULL;

  *part = (TalksDatePart) { .month = { 'X', 'X' }, .day = { 'X', 'X' } };
  if (!read_component (&reader, TALKS_COMPONENT_YEAR, read_year, error))
    return FALSE;
  if (!part->is_long && !part->is_scientific && take (&reader, '-'))
    {
      if (!read_component (&reader, TALKS_COMPONENT_MONTH, read_month, error))
        return FALSE;
      if (take (&reader, '-')
          && !read_component (&reader, TALKS_COMPONENT_DAY, read_day, error))
        return FALSE;
      if (may_have_time && take (&reader, 'T') && !read_time (&reader, error))
        return FALSE;
    }

  if (reader.at < end)
    {
      rest = talks_date_show (reader.at, end);
      if (*reader.at == 'T')
        return talks_date_fail (error,
                                _("A time of day cannot stand here: it needs a whole date that "
                                  "is no part of an interval or set."));
      return talks_date_fail (error, _("“%s” cannot stand after the date before it."), rest);
    }

  return talks_date_part_resolve (part) || fail_no_such_day (&reader, error);
}
