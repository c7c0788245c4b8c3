/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the parts of an entry whole by what stands beside them, checks them, and writes EDTF. */

#include "talks-date-entry-private.h"

#include "talks-gettext.h"

/* What is missing */

static gboolean
is_bare (const TalksEntryPart *part)
{
  return part->day != 0 && part->month == 0;
}

gboolean
talks_entry_lacks (const TalksEntryPart *part)
{
  return !part->has_year || is_bare (part);
}

static void
take_year (TalksEntryPart       *part,
           const TalksEntryPart *from)
{
  part->has_year = TRUE;
  part->is_year_unknown = from->is_year_unknown;
  part->unit = from->unit;
  part->year = from->year;
  part->era = from->era;
}

/* "14", before "17 March 2022", "37 CE", "20th century" or "1980s". */
static void
complete_from_next (TalksEntryPart       *part,
                    const TalksEntryPart *next)
{
  if (is_bare (part) && !part->has_year && next->month == 0 && next->has_year && next->day == 0
      && (next->unit == TALKS_ENTRY_CENTURIES || next->era != 0))
    {
      int number = part->day;

      part->day = 0;
      take_year (part, next);
      part->year = number;
      return;
    }
  if (is_bare (part) && next->month != 0)
    part->month = next->month;
  if (!part->has_year && next->has_year && (next->unit == TALKS_ENTRY_YEARS || part->piece != TALKS_ENTRY_WHOLE)
      && !is_bare (part))
    take_year (part, next);
  /* "1980–1990s", "500–401 BC", "19th–20th century". */
  else if (part->has_year && part->month == 0 && part->group == 0 && part->unit == TALKS_ENTRY_YEARS
           && next->unit == TALKS_ENTRY_DECADES && part->year % 10 == 0)
    part->unit = TALKS_ENTRY_DECADES;
  if (part->has_year && part->era == 0 && next->era < 0)
    part->era = next->era;
}

/* "17", after "14 March 2022" or "1914". FALSE if it is a year that can not be. */
static gboolean
complete_from_previous (TalksEntryPart       *part,
                        const TalksEntryPart *previous)
{
  if (is_bare (part) && previous->month != 0)
    part->month = previous->month;
  if (is_bare (part) && !part->has_year && previous->has_year && previous->month == 0 && previous->group == 0
      && previous->era == 0 && previous->unit == TALKS_ENTRY_YEARS)
    {
      int number = part->day;

      if (number <= previous->year % 100)
        return FALSE;
      take_year (part, previous);
      part->day = 0;
      part->year = previous->year - previous->year % 100 + number;
    }
  if (!part->has_year && previous->has_year && !is_bare (part) && previous->unit == TALKS_ENTRY_YEARS)
    take_year (part, previous);

  return TRUE;
}

static gboolean
fail_missing (TalksEntryReader     *reader,
              const TalksEntryPart *part)
{
  if (is_bare (part))
    return talks_entry_fail (reader,
                             g_strdup_printf (_("“%d” alone is no date: add the month and the year, as in 15 April "
                                                "2022."),
                                              part->day));

  return talks_entry_fail (reader,
                           g_strdup (_("The year is missing: write it with all its digits, as in 15 April 2022.")));
}

gboolean
talks_entry_complete (TalksEntryReader *reader,
                      TalksEntryPart   *parts,
                      guint             n_parts)
{
  /* "April 14–17, 2022": the month comes from before, the year from after. */
  for (guint i = 1; i < n_parts; i++)
    {
      if (is_bare (&parts[i]) && parts[i].has_year && parts[i - 1].month != 0)
        parts[i].month = parts[i - 1].month;
    }
  for (guint i = n_parts - 1; i-- > 0;)
    complete_from_next (&parts[i], &parts[i + 1]);
  for (guint i = 1; i < n_parts; i++)
    {
      if (!complete_from_previous (&parts[i], &parts[i - 1]))
        return fail_missing (reader, &parts[i]);
    }
  for (guint i = 0; i < n_parts; i++)
    {
      if (talks_entry_lacks (&parts[i]))
        return fail_missing (reader, &parts[i]);
    }

  return TRUE;
}

/* Whether there is such a date */

/* In astronomical years. */
static int64_t
get_year (const TalksEntryPart *part)
{
  return part->era < 0 ? 1 - part->year : part->year;
}

static gboolean
check_day (TalksEntryReader     *reader,
           const TalksEntryPart *part)
{
  /* A leap year stands for one that is not known. */
  int64_t year = part->is_year_unknown ? 2000 : get_year (part);
  int n_days = talks_days_in_month (year, part->month);
  g_autofree char *number = talks_words_for_numbers (part->day, part->day);
  g_autofree char *words = talks_words_for_days_of (number, year, part->month,
                                                    part->is_year_unknown ? TALKS_WORDS_WITHOUT_YEAR
                                                                          : TALKS_WORDS_PLAIN);
  TalksDay day;

  if (part->day > n_days)
    return talks_entry_fail (reader,
                  g_strdup_printf (ngettext ("There is no day “%s”: that month has %d day.",
                                             "There is no day “%s”: that month has %d days.", n_days),
                                   words, n_days));
  day = talks_day_from_civil (year, part->month, part->day);
  if (part->weekday != 0 && (part->is_year_unknown || talks_day_weekday (day) != part->weekday))
    {
      g_free (words);
      words = talks_day_to_words (day, TALKS_DATE_STYLE_LONG);
      return talks_entry_fail (reader, g_strdup_printf (_("The weekday does not fit: that day is %s."), words));
    }

  return TRUE;
}

static gboolean
check (TalksEntryReader     *reader,
       const TalksEntryPart *part)
{
  if (part->era != 0 && part->year == 0)
    return talks_entry_fail (reader, g_strdup (_("There is no year 0 in an era: 1 BCE is followed by 1 CE.")));
  /* A month or season of a decade or century: of which of its years? */
  if (part->unit != TALKS_ENTRY_YEARS && (part->month != 0 || part->day != 0 || part->group != 0))
    return talks_entry_fail (reader,
                             g_strdup (_("The year is missing: write it with all its digits, as in 15 April 2022.")));
  if (part->unit == TALKS_ENTRY_CENTURIES && (part->year < 1 || part->year > 100))
    return talks_entry_fail (reader, g_strdup (_("Centuries are numbered from 1 to 100.")));
  if (part->era == 0 && part->year > 9999)
    {
      g_autofree char *shown = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) part->year);

      return talks_entry_fail (reader,
                               g_strdup_printf (_("“%s” is not understood: a year has four digits."), shown));
    }
  if (part->day != 0)
    return check_day (reader, part);
  if (part->weekday != 0)
    return talks_entry_fail (reader,
                             g_strdup (_("A weekday needs a whole date, as in Tuesday, 29 March 2022.")));

  return TRUE;
}

/* EDTF */

static gboolean
is_third (const TalksEntryPart *part)
{
  return part->piece >= TALKS_ENTRY_EARLY && part->piece <= TALKS_ENTRY_LATE;
}

static const char *
get_qualifier (const TalksEntryPart *part)
{
  int doubts = part->before | part->after;

  if (is_third (part))
    doubts |= TALKS_ENTRY_ABOUT;
  if (doubts == (TALKS_ENTRY_ABOUT | TALKS_ENTRY_PERHAPS))
    return "%";

  return doubts == TALKS_ENTRY_ABOUT ? "~" : doubts == TALKS_ENTRY_PERHAPS ? "?" : "";
}

static char *
write_year (const TalksEntryPart *part,
            int64_t               year)
{
  if (part->is_year_unknown)
    return g_strdup ("XXXX");
  if (ABS (year) > 9999)
    return g_strdup_printf ("Y%" G_GINT64_FORMAT, (gint64) year);

  return g_strdup_printf ("%s%04d", year < 0 ? "-" : "", (int) ABS (year));
}

/* What a piece of n units takes: its first and last, counted from 0. */
static void
get_piece (const TalksEntryPart *part,
           int                   n,
           int                  *first,
           int                  *last)
{
  /* Thirds end where their rounding is nicest: 0–3, 4–6, 7–9; 0–33, 34–66, 67–99. */
  int third = n == 10 || n == 100 ? (n + 2) / 3 : n / 3;
  int i = part->piece - TALKS_ENTRY_EARLY;

  *first = 0;
  *last = n - 1;
  if (part->piece == TALKS_ENTRY_WHOLE)
    return;
  if (part->piece == TALKS_ENTRY_FIRST_HALF)
    *last = n / 2 - 1;
  else if (part->piece == TALKS_ENTRY_SECOND_HALF)
    *first = n / 2;
  else if (n == 10)
    {
      *first = i == 0 ? 0 : i == 1 ? 4 : 7;
      *last = i == 0 ? 3 : i == 1 ? 6 : 9;
    }
  else if (part->piece <= TALKS_ENTRY_LATE)
    {
      *first = third * i - (n == 100 && i == 2 ? 1 : 0);
      *last = i == 2 ? n - 1 : third * (i + 1) - 1 - (n == 100 && i == 1 ? 1 : 0);
    }
}

/* A year of a decade or century, of which all or a piece is meant. */
static char *
write_years (const TalksEntryPart *part,
             gboolean              is_end)
{
  int n = part->unit == TALKS_ENTRY_DECADES ? 10 : 100;
  int64_t year = part->unit == TALKS_ENTRY_DECADES ? part->year : (part->year - 1) * 100;
  int first;
  int last;

  if (!talks_entry_is_stretch (part))
    return part->unit == TALKS_ENTRY_DECADES
           ? g_strdup_printf ("%03dX", (int) (year / 10))
           : g_strdup_printf ("%s%02dXX", part->era < 0 ? "-" : "", (int) (year / 100));

  get_piece (part, n, &first, &last);
  if (part->era >= 0)
    return write_year (part, year + (is_end ? last : first));
  /* The 440s BCE are 449 to 440, the 5th century BCE is 500 to 401: time runs backwards. */
  if (part->unit == TALKS_ENTRY_DECADES)
    return write_year (part, 1 - (year + n - 1) + (is_end ? last : first));

  return write_year (part, 1 - (year + n) + (is_end ? last : first));
}

static char *
write_stretch_of_month (const TalksEntryPart *part,
                        const char           *year,
                        gboolean              is_end)
{
  int n_days = part->is_year_unknown ? 28 : talks_days_in_month (get_year (part), part->month);
  int first;
  int last;

  if (part->piece == TALKS_ENTRY_FIRST_HALF || part->piece == TALKS_ENTRY_SECOND_HALF)
    {
      first = part->piece == TALKS_ENTRY_FIRST_HALF ? 1 : 16;
      last = first == 1 ? 15 : n_days;
    }
  else
    {
      int i = (part->piece - (part->piece <= TALKS_ENTRY_LATE ? TALKS_ENTRY_EARLY : TALKS_ENTRY_FIRST_TEN)) % 3;

      first = 10 * i + 1;
      last = i == 2 ? n_days : first + 9;
    }

  return g_strdup_printf ("%s-%02d-%02d", year, part->month, is_end ? last : first);
}

/* Early, middle or late in a season, or in a year. */
static char *
write_stretch_of_year (const TalksEntryPart *part,
                       gboolean              is_end)
{
  g_autofree char *year = NULL;
  int first;
  int last;
  int month = 1;
  int n = 12;

  if (part->group != 0)
    {
      talks_date_group_get_months (part->group, &month, &last);
      n = last - month + 1;
    }
  get_piece (part, n, &first, &last);
  month += is_end ? last : first;
  year = write_year (part, get_year (part) + (month > 12));

  return g_strdup_printf ("%s-%02d", year, (month - 1) % 12 + 1);
}

static char *
write_plain (const TalksEntryPart *part,
             gboolean              is_end)
{
  g_autofree char *year = write_year (part, get_year (part));

  if (part->unit != TALKS_ENTRY_YEARS)
    return write_years (part, is_end);
  if (part->piece != TALKS_ENTRY_WHOLE && part->month != 0)
    return write_stretch_of_month (part, year, is_end);
  if ((part->piece == TALKS_ENTRY_FIRST_HALF || part->piece == TALKS_ENTRY_SECOND_HALF) && part->group == 0)
    return g_strdup_printf ("%s-%d", year, part->piece == TALKS_ENTRY_FIRST_HALF ? 40 : 41);
  if (part->piece != TALKS_ENTRY_WHOLE)
    return write_stretch_of_year (part, is_end);

  if (part->day != 0)
    return g_strdup_printf ("%s-%02d-%02d", year, part->month, part->day);
  if (part->month != 0)
    return g_strdup_printf ("%s-%02d%s", year, part->month,
                            (part->unknown & TALKS_COMPONENT_DAY) != 0 ? "-XX" : "");
  if (part->group != 0)
    return g_strdup_printf ("%s-%d", year, part->group);
  if ((part->unknown & TALKS_COMPONENT_DAY) != 0)
    return g_strdup_printf ("%s-XX-XX", year);
  if ((part->unknown & TALKS_COMPONENT_MONTH) != 0)
    return g_strdup_printf ("%s-XX", year);

  return g_steal_pointer (&year);
}

gboolean
talks_entry_is_stretch (const TalksEntryPart *part)
{
  if (part->unit == TALKS_ENTRY_DECADES && part->era < 0)
    return TRUE;
  if (part->unit == TALKS_ENTRY_YEARS && part->month == 0 && part->group == 0
      && (part->piece == TALKS_ENTRY_FIRST_HALF || part->piece == TALKS_ENTRY_SECOND_HALF))
    return FALSE;

  return part->piece != TALKS_ENTRY_WHOLE;
}

/* A piece is of something that has days, months or years enough for it. */
static gboolean
check_piece (TalksEntryReader     *reader,
             const TalksEntryPart *part)
{
  gboolean is_ten = part->piece >= TALKS_ENTRY_FIRST_TEN;

  if (part->piece == TALKS_ENTRY_WHOLE)
    return TRUE;
  if (part->day == 0 && part->unknown == 0 && part->weekday == 0 && !part->is_year_unknown
      && (part->month != 0 || (!is_ten && part->group == 0) || (is_third (part) && part->group >= 21 && part->group <= 32)))
    return TRUE;

  return talks_entry_fail (reader,
                           g_strdup (_("Early, middle, late and half go with a month, season, year, decade or "
                                       "century.")));
}

char *
talks_entry_write (TalksEntryReader     *reader,
                   const TalksEntryPart *part,
                   gboolean              is_end)
{
  g_autofree char *plain = NULL;

  if (!check (reader, part) || !check_piece (reader, part))
    return NULL;
  plain = write_plain (part, is_end);

  return g_strconcat (plain, get_qualifier (part), NULL);
}

char *
talks_entry_write_beside (TalksEntryReader     *reader,
                          const TalksEntryPart *part,
                          int                   direction)
{
  g_autofree char *text = talks_entry_write (reader, part, direction > 0);
  g_autoptr (TalksDate) date = NULL;
  g_autoptr (GError) error = NULL;
  TalksEntryPart beside = { TALKS_ENTRY_YEARS, .before = part->before, .after = part->after, .has_year = TRUE };
  gboolean is_first;
  TalksDay day;
  int64_t year;

  if (text == NULL)
    return NULL;
  date = talks_date_parse (text, &error);
  if (date == NULL)
    {
      talks_entry_fail (reader, g_strdup (error->message));
      return NULL;
    }

  /* A day beside a day, a month beside what consists of months, else a year. */
  day = direction > 0 ? talks_date_get_latest (date) + 1 : talks_date_get_earliest (date) - 1;
  talks_day_to_civil (day, &year, &beside.month, &beside.day);
  is_first = part->month == 0
             && (part->unit != TALKS_ENTRY_YEARS || (part->group == 0 && !talks_entry_is_stretch (part)));
  if (part->day == 0 && (part->month == 0 || part->piece == TALKS_ENTRY_WHOLE))
    beside.day = 0;
  if (is_first)
    beside.month = 0;
  if (is_third (part))
    beside.before |= TALKS_ENTRY_ABOUT;
  beside.era = year > 0 ? 0 : -1;
  beside.year = year > 0 ? year : 1 - year;

  return talks_entry_write (reader, &beside, FALSE);
}
