/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads dates in numbers: "15.04.2022", "3/4/2022", "2022-4-5", "29.03", "04/2022", "2004–06". */

#include "talks-date-entry-private.h"

#include "talks-gettext.h"

typedef struct
{
  TalksEntryKind         separator;
  int                    n; /* 1 to 3 */
  const TalksEntryToken *numbers[3];
} Numeric;

static gboolean
is_year (const TalksEntryToken *token)
{
  return token->n_digits >= 3;
}

static gboolean
is_plain_number (const TalksEntryToken *token)
{
  return token->kind == TALKS_ENTRY_NUMBER && token->n_digits >= 1 && !token->is_ordinal;
}

/* The numbers from here on that the same sign holds together. */
static Numeric
gather (const TalksEntryReader *reader)
{
  Numeric numeric = { talks_entry_peek (reader, 1)->kind, 1, { talks_entry_peek (reader, 0) } };

  while (numeric.n < 3 && is_plain_number (numeric.numbers[numeric.n - 1]))
    {
      const TalksEntryToken *sign = talks_entry_peek (reader, 2 * numeric.n - 1);
      const TalksEntryToken *number = talks_entry_peek (reader, 2 * numeric.n);

      if (sign->kind != numeric.separator || !sign->is_tight || !number->is_tight
          || number->kind != TALKS_ENTRY_NUMBER || number->n_digits == 0 || number->is_plural)
        break;
      numeric.numbers[numeric.n++] = number;
    }

  return numeric;
}

gboolean
talks_entry_has_numeric (const TalksEntryReader *reader)
{
  Numeric numeric = gather (reader);
  const TalksEntryToken *after = talks_entry_peek (reader, 2 * numeric.n - 1);
  gboolean first_is_year = is_year (numeric.numbers[0]);

  if (numeric.n == 1)
    return FALSE;
  if (numeric.separator == TALKS_ENTRY_DOT)
    return TRUE;
  if (numeric.separator != TALKS_ENTRY_SLASH && numeric.separator != TALKS_ENTRY_DASH)
    return FALSE;
  /* "14/15 March" and "14–17.03.2022" are ranges of days, "500–401 BC" is one of years. */
  if (after->kind == TALKS_ENTRY_MONTH || after->kind == TALKS_ENTRY_ERA
      || (after->is_tight && after->kind == TALKS_ENTRY_DOT))
    return FALSE;
  if (numeric.n == 3)
    return TRUE;
  if (first_is_year)
    return !is_year (numeric.numbers[1]);

  return is_year (numeric.numbers[1]) || numeric.separator == TALKS_ENTRY_SLASH;
}

/* No day or month is more; a number of any length fits an int so. */
static int
small_number (const TalksEntryToken *token)
{
  return MIN (token->value, 99);
}

static gboolean
set_year (TalksEntryReader      *reader,
          TalksEntryPart        *part,
          const TalksEntryToken *token)
{
  if (!is_year (token))
    return talks_entry_fail (reader,
                             g_strdup_printf (_("Write the year with all its digits, as in 2022: “%s” does not say "
                                                "which century."),
                                              token->text));
  part->year = token->value;
  part->has_year = TRUE;

  return TRUE;
}

/* first and second are in the order written; with dots the order is known. */
static gboolean
set_month_and_day (TalksEntryReader *reader,
                   TalksEntryPart   *part,
                   TalksEntryKind    separator,
                   int               first,
                   int               second)
{
  part->day = first;
  part->month = second;
  if (separator == TALKS_ENTRY_DOT && second > 12 && first <= 12)
    return talks_entry_fail (reader,
                             g_strdup_printf (_("There is no month %d: between dots the day comes first, as in "
                                                "15.04.2022."),
                                              second));
  if (separator != TALKS_ENTRY_DOT && first <= 12 && second <= 12 && first != second)
    reader->asked |= TALKS_ENTRY_MONTH_FIRST;
  if (separator != TALKS_ENTRY_DOT && first <= 12
      && (second > 12 || (reader->readings & TALKS_ENTRY_MONTH_FIRST) != 0))
    {
      part->day = second;
      part->month = first;
    }

  return TRUE;
}

static gboolean
read_three (TalksEntryReader *reader,
            TalksEntryPart   *part,
            const Numeric    *numeric)
{
  const TalksEntryToken * const *numbers = numeric->numbers;

  if (!is_year (numbers[0]))
    return set_month_and_day (reader, part, numeric->separator, small_number (numbers[0]),
                              small_number (numbers[1]))
           && set_year (reader, part, numbers[2]);

  part->month = small_number (numbers[1]);
  part->day = small_number (numbers[2]);

  return set_year (reader, part, numbers[0]);
}

/* "2004/06", "1914–18": a month of a year, or two years. Of the years, only the first is taken. */
static gboolean
read_year_and_number (TalksEntryReader *reader,
                      TalksEntryPart   *part,
                      const Numeric    *numeric)
{
  const TalksEntryToken *number = numeric->numbers[1];
  gboolean may_be_month = number->value >= 1 && number->value <= 12;
  gboolean may_be_year = numeric->separator != TALKS_ENTRY_DOT && number->n_digits == 2
                         && number->value > numeric->numbers[0]->value % 100;

  if (may_be_month && may_be_year)
    reader->asked |= TALKS_ENTRY_PAIR_OF_YEARS;
  if (!set_year (reader, part, numeric->numbers[0]))
    return FALSE;
  if (may_be_year && (!may_be_month || (reader->readings & TALKS_ENTRY_PAIR_OF_YEARS) != 0))
    {
      reader->at -= 2;
      return TRUE;
    }
  part->month = small_number (number);

  return TRUE;
}

gboolean
talks_entry_read_numeric (TalksEntryReader *reader,
                          TalksEntryPart   *part)
{
  Numeric numeric = gather (reader);
  const TalksEntryToken * const *numbers = numeric.numbers;
  gboolean is_read;
  guint end;

  reader->at += 2 * numeric.n - 1;
  end = reader->at;
  if (numeric.n == 3)
    is_read = read_three (reader, part, &numeric);
  else if (is_year (numbers[0]))
    is_read = read_year_and_number (reader, part, &numeric);
  else if (is_year (numbers[1]))
    {
      part->month = small_number (numbers[0]);
      is_read = set_year (reader, part, numbers[1]);
    }
  else
    is_read = set_month_and_day (reader, part, numeric.separator, small_number (numbers[0]),
                                 small_number (numbers[1]));

  /* Of two years only the first was read: there is no month then. */
  if (is_read && reader->at == end && (part->month < 1 || part->month > 12))
    return talks_entry_fail (reader, g_strdup_printf (_("There is no month %d."), part->month));
  if (is_read && part->day == 0 && (numeric.n == 3 || !part->has_year))
    return talks_entry_fail (reader, g_strdup (_("There is no day 0.")));

  return is_read;
}
