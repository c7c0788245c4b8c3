/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words for one part of a date, from the inside out: what it says, then the doubts about it.
 * Days, months and years are in talks-day-words.c. */

#include "talks-date-private.h"

#include <string.h>

#include "talks-gettext.h"

/* A part as it stands */

char *
talks_words_for_some_year (const TalksDatePart *part,
                           const char          *known)
{
  g_autofree char *years = talks_words_for_years (part->first_year, part->last_year);

  /* TRANSLATORS: "25 December of some unknown year", "spring of some unknown year". */
  if (!part->is_negative && memcmp (part->digits, "XXXX", 4) == 0)
    return g_strdup_printf (_("%s of some unknown year"), known);

  /* TRANSLATORS: "25 December of some year in 1560–1569". */
  return g_strdup_printf (_("%1$s of some year in %2$s"), known, years);
}

/* "156X-12-25", "XXXX-12": a day or month whose year is not known. */
static char *
of_some_year_to_words (const TalksDatePart *part)
{
  g_autofree char *known = NULL;
  char *words;
  int month;

  talks_day_to_civil (part->earliest, NULL, &month, NULL);
  if ((part->written & TALKS_COMPONENT_DAY) != 0 && !talks_date_part_has_x (part, TALKS_COMPONENT_DAY))
    known = talks_words_for_day (part->earliest, TALKS_WORDS_WITHOUT_YEAR);
  else
    known = talks_words_for_month_alone (month);

  words = talks_words_for_some_year (part, known);
  if ((part->written & TALKS_COMPONENT_DAY) != 0 && talks_date_part_has_x (part, TALKS_COMPONENT_DAY))
    TALKS_WORDS_WRAP (_("some day in %s"), words);

  return words;
}

static gboolean
is_known (const TalksDatePart *part,
          TalksDateComponents  component)
{
  return (part->written & component) != 0 && !talks_date_part_has_x (part, component);
}

static gboolean
fits (const char *digits,
      int         number)
{
  return (digits[0] == 'X' || digits[0] - '0' == number / 10)
         && (digits[1] == 'X' || digits[1] - '0' == number % 10);
}

/* More are not told one by one. */
#define MAX_LISTED 4

/* The first days that fit, of one year; how many fit in all. */
static int
find_days (const TalksDatePart *part,
           TalksDay             days[MAX_LISTED])
{
  int n = 0;

  for (TalksDay day = part->earliest; day <= part->latest; day++)
    {
      int month;
      int day_of_month;

      talks_day_to_civil (day, NULL, &month, &day_of_month);
      if (!fits (part->month, month) || !fits (part->day, day_of_month))
        continue;
      if (n < MAX_LISTED)
        days[n] = day;
      n++;
    }

  return n;
}

/* "1, 11 or 21 April 1984", "25 October, 25 November or 25 December 1984". */
static char *
listed_days_to_words (const TalksDay *days,
                      int             n_days,
                      TalksWordsForm  form)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  int64_t year;
  int first_month;
  int last_month;

  talks_day_to_civil (days[0], &year, &first_month, NULL);
  talks_day_to_civil (days[n_days - 1], NULL, &last_month, NULL);
  for (int i = 0; i < n_days; i++)
    {
      int day_of_month;

      talks_day_to_civil (days[i], NULL, NULL, &day_of_month);
      if (first_month == last_month)
        g_ptr_array_add (members, talks_words_for_numbers (day_of_month, day_of_month));
      else
        g_ptr_array_add (members, talks_words_for_day (days[i], i + 1 < n_days ? form | TALKS_WORDS_WITHOUT_YEAR
                                                                               : form));
    }
  list = talks_words_for_list (members, TRUE, FALSE);
  if (first_month == last_month)
    return talks_words_for_days_of (list, year, first_month, form);

  return g_steal_pointer (&list);
}

/* "1984-1X-25", "1984-04-X1": some digits of the day are known. */
static char *
days_within_year_to_words (const TalksDatePart *part,
                           TalksWordsForm       form)
{
  gboolean with_doubts = (form & TALKS_WORDS_DOUBTS) != 0;
  TalksDay days[MAX_LISTED] = { 0 };
  int n_days = find_days (part, days);
  char *words;

  form &= ~TALKS_WORDS_WEEKDAY;
  if (n_days <= MAX_LISTED && (with_doubts || is_known (part, TALKS_COMPONENT_MONTH)))
    return listed_days_to_words (days, n_days, form);

  words = talks_words_for_days (part->earliest, part->latest, form);
  /* TRANSLATORS: "some time in 20–29 February 2000", "some time in October–December 1984". */
  if (with_doubts)
    TALKS_WORDS_WRAP (_("some time in %s"), words);

  return words;
}

/* "1984-1X", "1984-X1-XX": some digits of the month are known, none of the day. */
static char *
months_to_words (const TalksDatePart *part,
                 TalksWordsForm       form)
{
  gboolean with_doubts = (form & TALKS_WORDS_DOUBTS) != 0;
  char *words;
  int first;
  int last;

  talks_day_to_civil (part->earliest, NULL, &first, NULL);
  talks_day_to_civil (part->latest, NULL, &last, NULL);
  /* "X1" and "X2" are two months that are far apart. */
  if (with_doubts && first < last && part->month[0] == 'X')
    {
      g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (members, talks_words_for_month_alone (first));
      g_ptr_array_add (members, talks_words_for_month (part->year, last, form));
      words = talks_words_for_list (members, TRUE, FALSE);
    }
  else
    words = talks_words_for_months (part->earliest, part->latest, form);

  if (with_doubts && (part->written & TALKS_COMPONENT_DAY) != 0)
    TALKS_WORDS_WRAP (_("some day in %s"), words);
  else if (with_doubts && first < last && part->month[0] != 'X')
    TALKS_WORDS_WRAP (_("some time in %s"), words);

  return words;
}

/* "1984-XX-25", "156X-XX-25": the day is known, the month is not. */
static char *
day_of_some_month_to_words (const TalksDatePart *part)
{
  int day = (part->day[0] - '0') * 10 + part->day[1] - '0';
  g_autofree char *years = talks_words_for_years (part->first_year, part->last_year);

  if (!part->is_negative && memcmp (part->digits, "XXXX", 4) == 0)
    /* TRANSLATORS: "day 25 of some month, year unknown". */
    return g_strdup_printf (_("day %d of some month, year unknown"), day);

  /* TRANSLATORS: "day 25 of some month in 1985". */
  return g_strdup_printf (_("day %1$d of some month in %2$s"), day, years);
}

/* What has an 'X' and is no month, year, decade or century: "156X-12-25", "1984-1X", "1X4X". */
static char *
scattered_to_words (const TalksDatePart *part,
                    TalksWordsForm       form)
{
  gboolean day_known = is_known (part, TALKS_COMPONENT_DAY);
  gboolean day_unknown = memcmp (part->day, "XX", 2) == 0;
  gboolean month_unknown = memcmp (part->month, "XX", 2) == 0;
  char *words;

  if (is_known (part, TALKS_COMPONENT_MONTH) && part->first_year != part->last_year)
    return of_some_year_to_words (part);
  if (day_known && (month_unknown || memcmp (part->digits, "XXXX", 4) == 0))
    return day_of_some_month_to_words (part);
  if (!part->is_negative && memcmp (part->digits, "XXXX", 4) == 0)
    return g_strdup (_("some unknown year"));
  if (part->first_year == part->last_year)
    return day_unknown ? months_to_words (part, form) : days_within_year_to_words (part, form);

  if (!day_unknown)
    words = talks_words_for_days (part->earliest, part->latest, form);
  else if (!month_unknown)
    words = talks_words_for_months (part->earliest, part->latest, form);
  else
    words = talks_words_for_years (part->first_year, part->last_year);
  if ((form & TALKS_WORDS_DOUBTS) != 0)
    {
      if (day_unknown && month_unknown)
        /* TRANSLATORS: "some year in 1905–1995". */
        TALKS_WORDS_WRAP (_("some year in %s"), words);
      else
        TALKS_WORDS_WRAP (_("some time in %s"), words);
    }

  return words;
}

static char *
years_to_words (const TalksDatePart *part,
                TalksWordsForm       form)
{
  gboolean with_doubts = (form & TALKS_WORDS_DOUBTS) != 0;
  g_autofree char *year = talks_words_for_year (part->year);
  g_autofree char *number = NULL;
  char *words;

  if (part->first_year == part->last_year || (part->is_scientific && !with_doubts))
    return g_steal_pointer (&year);

  words = talks_words_for_years (part->first_year, part->last_year);
  if (part->is_scientific)
    {
      /* TRANSLATORS: A guess and its bounds: "about 1950 (some year in 1900–1999)". */
      char *guess = g_strdup_printf (_("about %1$s (some year in %2$s)"), year, words);

      g_free (words);
      return guess;
    }
  if (part->precision != TALKS_PRECISION_DECADE || part->first_year < 1000)
    {
      if (with_doubts)
        TALKS_WORDS_WRAP (_("some time in %s"), words);
      return words;
    }

  g_free (words);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) part->first_year);
  /* TRANSLATORS: A decade: "1990s". */
  if (!with_doubts && (form & TALKS_WORDS_IN_SENTENCE) == 0)
    return g_strdup_printf (C_("decade", "%ss"), number);

  /* TRANSLATORS: A decade inside a sentence: "some time in the 1990s", "until the 1990s". */
  words = g_strdup_printf (C_("decade", "the %ss"), number);
  if (with_doubts)
    TALKS_WORDS_WRAP (_("some time in %s"), words);

  return words;
}

static char *
month_to_words (const TalksDatePart *part,
                TalksWordsForm       form)
{
  char *words;
  int month;

  talks_day_to_civil (part->earliest, NULL, &month, NULL);
  words = talks_words_for_month (part->year, month, form);
  /* TRANSLATORS: "some day in April 2022", "some day in 1985". */
  if ((form & TALKS_WORDS_DOUBTS) != 0 && (part->written & TALKS_COMPONENT_DAY) != 0)
    TALKS_WORDS_WRAP (_("some day in %s"), words);

  return words;
}

static char *
year_to_words (const TalksDatePart *part,
               TalksWordsForm       form)
{
  char *words = years_to_words (part, form);

  if ((form & TALKS_WORDS_DOUBTS) == 0 || part->precision != TALKS_PRECISION_YEAR)
    return words;
  if ((part->written & TALKS_COMPONENT_DAY) != 0)
    TALKS_WORDS_WRAP (_("some day in %s"), words);
  /* TRANSLATORS: "some month in 1985". */
  else if ((part->written & TALKS_COMPONENT_MONTH) != 0)
    TALKS_WORDS_WRAP (_("some month in %s"), words);

  return words;
}

static char *
day_to_words (const TalksDatePart *part,
              TalksWordsForm       form)
{
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  GString *time;

  /* A weekday would claim to be sure of the day. */
  if (part->flags != 0)
    form &= ~TALKS_WORDS_WEEKDAY;
  day = talks_words_for_day (part->earliest, form);
  if ((form & TALKS_WORDS_DOUBTS) == 0 || (part->written & TALKS_COMPONENT_TIME) == 0)
    return g_steal_pointer (&day);

  time = g_string_new (NULL);
  g_string_append_printf (time, "%02d:%02d", part->hour, part->minute);
  if (part->second != 0)
    g_string_append_printf (time, ":%02d", part->second);
  if (part->zone != TALKS_ZONE_NONE)
    g_string_append (time, " UTC");
  if (part->zone == TALKS_ZONE_SHIFT)
    g_string_append_printf (time, "%s%02d:%02d", part->shift < 0 ? "−" : "+",
                            ABS (part->shift) / 60, ABS (part->shift) % 60);
  clock = g_string_free (time, FALSE);

  /* TRANSLATORS: "12 April 1985, 23:20:30 UTC". */
  return g_strdup_printf (C_("date and time", "%1$s, %2$s"), day, clock);
}

static char *
bare_part_to_words (const TalksDatePart *part,
                    TalksWordsForm       form)
{
  if (part->group != 0)
    return talks_words_for_group (part, form);

  switch ((TalksDatePrecision) part->precision)
    {
    case TALKS_PRECISION_DAY:
      return day_to_words (part, form);
    case TALKS_PRECISION_MONTH:
      return month_to_words (part, form);
    case TALKS_PRECISION_YEAR:
    case TALKS_PRECISION_DECADE:
    case TALKS_PRECISION_CENTURY:
      return year_to_words (part, form);
    case TALKS_PRECISION_SEASON:
    case TALKS_PRECISION_OTHER:
    default:
      return part->is_scientific ? years_to_words (part, form) : scattered_to_words (part, form);
    }
}

/* A part with its doubts */

static const char *
components_to_words (const TalksDatePart *part,
                     int                  components)
{
  switch (components)
    {
    case TALKS_COMPONENT_YEAR:
      return C_("what is doubtful", "year");
    case TALKS_COMPONENT_MONTH:
      return part->group != 0 ? C_("what is doubtful", "part of the year")
                              : C_("what is doubtful", "month");
    case TALKS_COMPONENT_DAY:
      return C_("what is doubtful", "day");
    case TALKS_COMPONENT_YEAR | TALKS_COMPONENT_MONTH:
      return C_("what is doubtful", "year and month");
    case TALKS_COMPONENT_YEAR | TALKS_COMPONENT_DAY:
      return C_("what is doubtful", "year and day");
    default:
      return C_("what is doubtful", "month and day");
    }
}

/* What is said of some components only; takes words. */
static char *
note_components (char                *words,
                 const TalksDatePart *part,
                 int                  approximate,
                 int                  uncertain)
{
  g_autofree char *plain = words;
  const char *about = approximate != 0 ? components_to_words (part, approximate) : NULL;
  const char *perhaps = uncertain != 0 ? components_to_words (part, uncertain) : NULL;

  if (approximate != 0 && approximate == uncertain)
    /* TRANSLATORS: "11 June 2004 (approximate and uncertain: month)". */
    return g_strdup_printf (_("%1$s (approximate and uncertain: %2$s)"), plain, about);
  if (approximate != 0 && uncertain != 0)
    /* TRANSLATORS: "11 June 2004 (approximate: day; uncertain: year)". */
    return g_strdup_printf (_("%1$s (approximate: %2$s; uncertain: %3$s)"), plain, about, perhaps);
  if (approximate != 0)
    /* TRANSLATORS: "11 June 2004 (approximate: year and month)". */
    return g_strdup_printf (_("%1$s (approximate: %2$s)"), plain, about);
  if (uncertain != 0)
    /* TRANSLATORS: "11 June 2004 (uncertain: year)". */
    return g_strdup_printf (_("%1$s (uncertain: %2$s)"), plain, perhaps);

  return g_steal_pointer (&plain);
}

char *
talks_words_for_part (const TalksDatePart *part,
                      TalksWordsForm       form)
{
  int whole = part->written & ~TALKS_COMPONENT_TIME;
  gboolean is_about = part->approximate == whole;
  gboolean is_perhaps = part->uncertain == whole;
  gboolean says_about = part->is_scientific && part->first_year != part->last_year;
  char *words;

  if ((form & TALKS_WORDS_DOUBTS) == 0)
    return bare_part_to_words (part, form);

  if (is_about || is_perhaps)
    form |= TALKS_WORDS_IN_SENTENCE;
  words = note_components (bare_part_to_words (part, form), part,
                           is_about ? 0 : part->approximate, is_perhaps ? 0 : part->uncertain);
  /* TRANSLATORS: "some day in April 2022 (approximate)". */
  if (is_about && (part->flags & TALKS_DATE_UNSPECIFIED) != 0)
    TALKS_WORDS_WRAP (_("%s (approximate)"), words);
  /* TRANSLATORS: An approximate date: "about 15 April 2022". */
  else if (is_about && !says_about)
    TALKS_WORDS_WRAP (_("about %s"), words);
  /* TRANSLATORS: An uncertain date: "perhaps March 2022", "perhaps about 1950". */
  if (is_perhaps)
    TALKS_WORDS_WRAP (_("perhaps %s"), words);

  return words;
}
