/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words for days, months, years and lengths of time. GDateTime has the names too, but only
 * for the years 1 to 9999, and takes their language from the system rather than from Talks. */

#include "talks-date-private.h"

#include <math.h>

#include "talks-gettext.h"

/* TRANSLATORS: The month as it stands after the number of the day, as in "16 May 2025": the
 * genitive in many Slavic languages. */
static const char * const months_in_date[] = {
  NC_("month in a date", "January"),
  NC_("month in a date", "February"),
  NC_("month in a date", "March"),
  NC_("month in a date", "April"),
  NC_("month in a date", "May"),
  NC_("month in a date", "June"),
  NC_("month in a date", "July"),
  NC_("month in a date", "August"),
  NC_("month in a date", "September"),
  NC_("month in a date", "October"),
  NC_("month in a date", "November"),
  NC_("month in a date", "December"),
};

/* TRANSLATORS: The month as it stands without a day, as in "May 2025": the nominative. */
static const char * const months_alone[] = {
  NC_("month alone", "January"),
  NC_("month alone", "February"),
  NC_("month alone", "March"),
  NC_("month alone", "April"),
  NC_("month alone", "May"),
  NC_("month alone", "June"),
  NC_("month alone", "July"),
  NC_("month alone", "August"),
  NC_("month alone", "September"),
  NC_("month alone", "October"),
  NC_("month alone", "November"),
  NC_("month alone", "December"),
};

/* TRANSLATORS: As "month in a date", short: "16 Mar". */
static const char * const short_months_in_date[] = {
  NC_("short month in a date", "Jan"),
  NC_("short month in a date", "Feb"),
  NC_("short month in a date", "Mar"),
  NC_("short month in a date", "Apr"),
  NC_("short month in a date", "May"),
  NC_("short month in a date", "Jun"),
  NC_("short month in a date", "Jul"),
  NC_("short month in a date", "Aug"),
  NC_("short month in a date", "Sep"),
  NC_("short month in a date", "Oct"),
  NC_("short month in a date", "Nov"),
  NC_("short month in a date", "Dec"),
};

/* TRANSLATORS: As "month alone", short: "Mar 2022". */
static const char * const short_months_alone[] = {
  NC_("short month alone", "Jan"),
  NC_("short month alone", "Feb"),
  NC_("short month alone", "Mar"),
  NC_("short month alone", "Apr"),
  NC_("short month alone", "May"),
  NC_("short month alone", "Jun"),
  NC_("short month alone", "Jul"),
  NC_("short month alone", "Aug"),
  NC_("short month alone", "Sep"),
  NC_("short month alone", "Oct"),
  NC_("short month alone", "Nov"),
  NC_("short month alone", "Dec"),
};

/* TRANSLATORS: As in "Friday, 16 May 2025". */
static const char * const weekdays[] = {
  NC_("weekday", "Monday"),
  NC_("weekday", "Tuesday"),
  NC_("weekday", "Wednesday"),
  NC_("weekday", "Thursday"),
  NC_("weekday", "Friday"),
  NC_("weekday", "Saturday"),
  NC_("weekday", "Sunday"),
};

static const char *
name_in_date (int            month,
              TalksWordsForm form)
{
  if ((form & TALKS_WORDS_SHORT_MONTHS) != 0)
    return talks_pgettext2 ("short month in a date", short_months_in_date[month - 1]);

  return talks_pgettext2 ("month in a date", months_in_date[month - 1]);
}

static const char *
name_alone (int            month,
            TalksWordsForm form)
{
  if ((form & TALKS_WORDS_SHORT_MONTHS) != 0)
    return talks_pgettext2 ("short month alone", short_months_alone[month - 1]);

  return talks_pgettext2 ("month alone", months_alone[month - 1]);
}

TalksWordsForm
talks_words_form_of (TalksDateStyle style)
{
  switch (style)
    {
    case TALKS_DATE_STYLE_SHORT:
      return TALKS_WORDS_SHORT_MONTHS | TALKS_WORDS_WITHOUT_YEAR;
    case TALKS_DATE_STYLE_LONG:
      return TALKS_WORDS_WEEKDAY;
    case TALKS_DATE_STYLE_FULL:
      return TALKS_WORDS_DOUBTS;
    case TALKS_DATE_STYLE_MEDIUM:
    default:
      return TALKS_WORDS_PLAIN;
    }
}

/* Years and months */

/* Whether a bare number would not show that it is a year. */
static gboolean
needs_era (int64_t year)
{
  return year < 1000 || year > 9999;
}

/* years is "45" or "500–401", without an era. */
static char *
add_era (const char *years,
         int64_t     year)
{
  /* TRANSLATORS: Before the common era: "45 BCE", "500–401 BCE". */
  if (year <= 0)
    return g_strdup_printf (C_("year", "%s BCE"), years);

  /* TRANSLATORS: A year which a bare number would not show to be one: "44 CE", "12000 CE". */
  return g_strdup_printf (C_("year", "%s CE"), years);
}

/* Six digits and more in groups of three: "170,000,002". */
static char *
number_of_year (int64_t year)
{
  GString *number = g_string_new (NULL);

  if (year <= 0)
    year = 1 - year;
  g_string_printf (number, "%" G_GINT64_FORMAT, (gint64) year);
  for (gssize at = (gssize) number->len - 3; year > 99999 && at > 0; at -= 3)
    {
      /* TRANSLATORS: What separates the thousands of the year 170,000,002: a sign or a no-break
       * space. */
      g_string_insert (number, at, C_("thousands", ","));
    }

  return g_string_free (number, FALSE);
}

char *
talks_words_for_year (int64_t year)
{
  g_autofree char *number = number_of_year (year);

  return needs_era (year) ? add_era (number, year) : g_steal_pointer (&number);
}

char *
talks_words_for_years (int64_t first,
                       int64_t last)
{
  g_autofree char *from = number_of_year (first);
  g_autofree char *to = number_of_year (last);
  g_autofree char *years = NULL;

  if (first == last)
    return talks_words_for_year (first);

  if ((first <= 0) != (last <= 0))
    {
      g_autofree char *before = add_era (from, first);
      g_autofree char *after = add_era (to, last);

      return g_strdup_printf (C_("from date to date", "%1$s – %2$s"), before, after);
    }

  /* TRANSLATORS: "1964–2008". */
  years = g_strdup_printf (C_("years", "%1$s–%2$s"), from, to);

  return needs_era (first) || needs_era (last) ? add_era (years, first) : g_steal_pointer (&years);
}

static char *
month_and_year (const char *month,
                int64_t     year)
{
  g_autofree char *year_words = talks_words_for_year (year);

  /* TRANSLATORS: "May 2025"; the month may also be two: "March–April 2022". */
  return g_strdup_printf (C_("month and year", "%1$s %2$s"), month, year_words);
}

char *
talks_words_for_month (int64_t        year,
                       int            month,
                       TalksWordsForm form)
{
  return month_and_year (name_alone (month, form), year);
}

char *
talks_words_for_month_alone (int month)
{
  return g_strdup (name_alone (month, TALKS_WORDS_PLAIN));
}

char *
talks_words_for_months (TalksDay       first,
                        TalksDay       last,
                        TalksWordsForm form)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  int64_t years[2];
  int months[2];

  talks_day_to_civil (first, &years[0], &months[0], NULL);
  talks_day_to_civil (last, &years[1], &months[1], NULL);
  if (years[0] == years[1] && months[0] == months[1])
    return talks_words_for_month (years[0], months[0], form);

  if (years[0] == years[1])
    {
      /* TRANSLATORS: Months of one year: "March–April", before " 2022". */
      from = g_strdup_printf (C_("months of one year", "%1$s–%2$s"),
                              name_alone (months[0], form), name_alone (months[1], form));
      return month_and_year (from, years[0]);
    }

  from = talks_words_for_month (years[0], months[0], form);
  to = talks_words_for_month (years[1], months[1], form);

  /* TRANSLATORS: From one date to another: "28 March – 2 April 2022". */
  return g_strdup_printf (C_("from date to date", "%1$s – %2$s"), from, to);
}

/* Days */

char *
talks_words_for_numbers (int first,
                         int last)
{
  if (first == last)
    return g_strdup_printf ("%d", first);

  /* TRANSLATORS: Days of one month: "14–17", before " March 2022". */
  return g_strdup_printf (C_("days of one month", "%1$d–%2$d"), first, last);
}

char *
talks_words_for_days_of (const char     *days,
                         int64_t         year,
                         int             month,
                         TalksWordsForm  form)
{
  g_autofree char *year_words = NULL;

  /* TRANSLATORS: "16 May"; the day may also be several: "14–17 March". */
  if ((form & TALKS_WORDS_WITHOUT_YEAR) != 0)
    return g_strdup_printf (C_("day and month", "%1$s %2$s"), days, name_in_date (month, form));

  year_words = talks_words_for_year (year);

  /* TRANSLATORS: "16 May 2025"; the day may also be several: "14–17 March 2022". */
  return g_strdup_printf (C_("day, month and year", "%1$s %2$s %3$s"),
                          days, name_in_date (month, form), year_words);
}

char *
talks_words_for_day (TalksDay       day,
                     TalksWordsForm form)
{
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;
  int64_t year;
  int month;
  int day_of_month;

  talks_day_to_civil (day, &year, &month, &day_of_month);
  number = talks_words_for_numbers (day_of_month, day_of_month);
  words = talks_words_for_days_of (number, year, month, form);
  if ((form & TALKS_WORDS_WEEKDAY) == 0)
    return g_steal_pointer (&words);

  /* TRANSLATORS: "Friday, 16 May 2025". */
  return g_strdup_printf (C_("weekday and date", "%1$s, %2$s"),
                          talks_pgettext2 ("weekday",
                                        weekdays[talks_day_weekday (day) - 1]),
                          words);
}

char *
talks_words_for_days (TalksDay       first,
                      TalksDay       last,
                      TalksWordsForm form)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  int64_t years[2];
  int months[2];
  int days[2];

  if (first == last)
    return talks_words_for_day (first, form);

  form &= ~TALKS_WORDS_WEEKDAY;
  talks_day_to_civil (first, &years[0], &months[0], &days[0]);
  talks_day_to_civil (last, &years[1], &months[1], &days[1]);
  if (years[0] == years[1] && months[0] == months[1])
    {
      from = talks_words_for_numbers (days[0], days[1]);
      return talks_words_for_days_of (from, years[0], months[0], form);
    }

  /* What the two do not share must be said, even in the short form. */
  if (years[0] != years[1])
    form &= ~TALKS_WORDS_WITHOUT_YEAR;
  from = talks_words_for_day (first, years[0] == years[1] ? form | TALKS_WORDS_WITHOUT_YEAR : form);
  to = talks_words_for_day (last, form);

  return g_strdup_printf (C_("from date to date", "%1$s – %2$s"), from, to);
}

char *
talks_day_to_words (TalksDay       day,
                    TalksDateStyle style)
{
  if (day <= TALKS_DAY_MIN)
    return g_strdup (C_("day", "no start"));
  if (day >= TALKS_DAY_MAX)
    return g_strdup (C_("day", "no end"));

  return talks_words_for_day (day, talks_words_form_of (style));
}

/* Lengths */

static char *
n_days_to_words (int64_t n)
{
  return g_strdup_printf (ngettext ("%lu day", "%lu days", (gulong) n), (gulong) n);
}

static char *
n_months_to_words (int64_t n)
{
  return g_strdup_printf (ngettext ("%lu month", "%lu months", (gulong) n), (gulong) n);
}

static char *
n_years_to_words (int64_t n)
{
  return g_strdup_printf (ngettext ("%lu year", "%lu years", (gulong) n), (gulong) n);
}

char *
talks_days_length_to_words (int64_t days)
{
  /* 4800 months are 146097 days. Less than two months are told in days, a hundred years and more
   * in years. */
  const double days_per_month = 146097.0 / 4800.0;
  g_autofree char *years = NULL;
  g_autofree char *months = NULL;
  int64_t n_months;

  g_return_val_if_fail (days >= 0, g_strdup (""));

  if (days < 2 * days_per_month)
    return n_days_to_words (days);
  if (days >= 1200 * days_per_month)
    return n_years_to_words (llround (days / days_per_month / 12));

  n_months = llround (days / days_per_month);
  months = n_months_to_words (n_months % 12);
  if (n_months < 12)
    return g_steal_pointer (&months);
  years = n_years_to_words (n_months / 12);
  if (n_months % 12 == 0)
    return g_steal_pointer (&years);

  /* TRANSLATORS: A length of time: "2 years 9 months". */
  return g_strdup_printf (C_("length of time", "%1$s %2$s"), years, months);
}
