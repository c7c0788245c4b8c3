/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words for a whole date, from the inside out: what a part says, the doubts about it, then the
 * range and the set around it. Days, months and years are in talks-day-words.c. */

#include "talks-date-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Puts words into format, which holds one "%s" for them, and takes them. */
#define WRAP(format, words) \
  G_STMT_START { \
    char *wrapped = g_strdup_printf (format, words); \
    g_free (words); \
    (words) = wrapped; \
  } G_STMT_END

/* A part as it stands */

static char *
group_to_words (const TalksDatePart *part)
{
  g_autofree char *years = NULL;
  char *words;
  int first;
  int last;

  talks_date_group_get_months (part->group, &first, &last);
  years = talks_words_for_years (part->first_year, part->last_year + (last > 12));
  words = talks_words_for_group (part->group, years);
  if (part->group >= 25 && part->group <= 28)
    WRAP (_("%s (northern hemisphere)"), words);
  else if (part->group >= 29 && part->group <= 32)
    WRAP (_("%s (southern hemisphere)"), words);
  if (talks_date_part_has_x (part, TALKS_COMPONENT_YEAR))
    WRAP (_("%s, year not specified"), words);

  return words;
}

/* "156X-12-25", "XXXX-12": a day or month whose year is not known. */
static char *
of_some_year_to_words (const TalksDatePart *part)
{
  gboolean year_unknown = !part->is_negative && memcmp (part->digits, "XXXX", 4) == 0;
  g_autofree char *years = talks_words_for_years (part->first_year, part->last_year);
  g_autofree char *known = NULL;
  int month;

  talks_day_to_civil (part->earliest, NULL, &month, NULL);
  if ((part->written & TALKS_COMPONENT_DAY) != 0)
    known = talks_words_for_day (part->earliest, TALKS_WORDS_WITHOUT_YEAR);
  else
    known = talks_words_for_month_alone (month);

  /* TRANSLATORS: "25 December of some unknown year". */
  if (year_unknown)
    return g_strdup_printf (_("%s of some unknown year"), known);

  /* TRANSLATORS: "25 December of some year in 1560–1569". */
  return g_strdup_printf (_("%1$s of some year in %2$s"), known, years);
}

/* What has an 'X' and is no month, year, decade or century: "156X-12-25", "1984-1X", "1X4X". */
static char *
scattered_to_words (const TalksDatePart *part,
                    TalksWordsForm       form)
{
  gboolean month_known = (part->written & TALKS_COMPONENT_MONTH) != 0
                         && !talks_date_part_has_x (part, TALKS_COMPONENT_MONTH);
  gboolean has_day = (part->written & TALKS_COMPONENT_DAY) != 0;
  gboolean day_known = has_day && !talks_date_part_has_x (part, TALKS_COMPONENT_DAY);
  g_autofree char *years = talks_words_for_years (part->first_year, part->last_year);
  char *words;

  if (memcmp (part->digits, "XXXX", 4) == 0 && memcmp (part->month, "XX", 2) == 0
      && memcmp (part->day, "XX", 2) == 0)
    return g_strdup (_("some unknown year"));
  if (month_known && (day_known || !has_day) && part->first_year != part->last_year)
    return of_some_year_to_words (part);
  /* TRANSLATORS: "day 25 of some month in 1985". */
  if (day_known && memcmp (part->month, "XX", 2) == 0)
    return g_strdup_printf (_("day %1$.2s of some month in %2$s"), part->day, years);

  if (has_day)
    words = talks_words_for_days (part->earliest, part->latest, form & ~TALKS_WORDS_WEEKDAY);
  else if ((part->written & TALKS_COMPONENT_MONTH) != 0)
    words = talks_words_for_months (part->earliest, part->latest, form);
  else
    words = g_steal_pointer (&years);
  /* TRANSLATORS: "some time in 20–29 February 2000", "some time in October–December 1984". */
  if ((form & TALKS_WORDS_DOUBTS) != 0 && part->earliest < part->latest)
    WRAP (_("some time in %s"), words);

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
      /* TRANSLATORS: A guess and its bounds: "about 1950, some year in 1900–1999". */
      char *guess = g_strdup_printf (_("about %1$s, some year in %2$s"), year, words);

      g_free (words);
      return guess;
    }
  if (part->precision != TALKS_PRECISION_DECADE || part->first_year < 1000)
    {
      if (with_doubts)
        WRAP (_("some time in %s"), words);
      return words;
    }

  g_free (words);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) part->first_year);
  /* TRANSLATORS: A decade: "some time in the 1990s". */
  if (with_doubts)
    return g_strdup_printf (_("some time in the %ss"), number);

  /* TRANSLATORS: A decade: "1990s". */
  return g_strdup_printf (C_("decade", "%ss"), number);
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
    WRAP (_("some day in %s"), words);

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
    WRAP (_("some day in %s"), words);
  /* TRANSLATORS: "some month in 1985". */
  else if ((part->written & TALKS_COMPONENT_MONTH) != 0)
    WRAP (_("some month in %s"), words);

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
    g_string_append_printf (time, "%c%02d:%02d", part->shift < 0 ? '-' : '+',
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
    return group_to_words (part);

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

static char *
part_to_words (const TalksDatePart *part,
               TalksWordsForm       form)
{
  char *words = bare_part_to_words (part, form);
  int whole = part->written & ~TALKS_COMPONENT_TIME;
  gboolean says_about = part->is_scientific && part->first_year != part->last_year;
  char *noted;

  if ((form & TALKS_WORDS_DOUBTS) == 0)
    return words;

  if (part->approximate != 0 && part->approximate != whole)
    {
      /* TRANSLATORS: "11 June 2004 (approximate: year and month)". */
      noted = g_strdup_printf (_("%1$s (approximate: %2$s)"), words,
                               components_to_words (part, part->approximate));
      g_free (words);
      words = noted;
    }
  if (part->uncertain != 0 && part->uncertain != whole)
    {
      /* TRANSLATORS: "11 June 2004 (uncertain: year)". */
      noted = g_strdup_printf (_("%1$s (uncertain: %2$s)"), words,
                               components_to_words (part, part->uncertain));
      g_free (words);
      words = noted;
    }
  /* TRANSLATORS: An approximate date: "about 15 April 2022". */
  if (part->approximate == whole && !says_about)
    WRAP (_("about %s"), words);
  /* TRANSLATORS: An uncertain date: "perhaps March 2022", "perhaps about 1950". */
  if (part->uncertain == whole)
    WRAP (_("perhaps %s"), words);

  return words;
}

/* Ranges */

static gboolean
both_are (const TalksDateRange *range,
          TalksDatePrecision    precision)
{
  return range->start.precision == precision && range->end.precision == precision;
}

static char *
closed_range_to_words (const TalksDateRange *range,
                       TalksWordsForm        form)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean is_plain = (form & TALKS_WORDS_DOUBTS) == 0
                      || (range->start.flags | range->end.flags) == 0;

  if (is_plain && both_are (range, TALKS_PRECISION_DAY))
    return talks_words_for_days (range->start.earliest, range->end.latest, form);
  if (is_plain && both_are (range, TALKS_PRECISION_MONTH))
    return talks_words_for_months (range->start.earliest, range->end.latest, form);
  if (is_plain && both_are (range, TALKS_PRECISION_YEAR))
    return talks_words_for_years (range->start.year, range->end.year);

  form &= ~(TALKS_WORDS_WEEKDAY | TALKS_WORDS_WITHOUT_YEAR);
  from = part_to_words (&range->start, form);
  to = part_to_words (&range->end, form);
  if (is_plain)
    return g_strdup_printf (C_("from date to date", "%1$s – %2$s"), from, to);

  /* TRANSLATORS: Doubtful dates: "from about 1 June 2004 to perhaps July 2004". */
  return g_strdup_printf (_("from %1$s to %2$s"), from, to);
}

static char *
endless_to_words (TalksDateEnd start,
                  TalksDateEnd end)
{
  if (start == TALKS_END_UNKNOWN)
    return g_strdup (_("start unknown, end open"));
  if (end == TALKS_END_UNKNOWN)
    return g_strdup (_("start open, end unknown"));

  return g_strdup (_("start and end open"));
}

static char *
interval_to_words (const TalksDateRange *range,
                   TalksWordsForm        form)
{
  gboolean with_doubts = (form & TALKS_WORDS_DOUBTS) != 0;
  char *words;

  if (range->start_kind == TALKS_END_DATE && range->end_kind == TALKS_END_DATE)
    return closed_range_to_words (range, form);
  if (range->start_kind != TALKS_END_DATE && range->end_kind != TALKS_END_DATE)
    return endless_to_words (range->start_kind, range->end_kind);

  words = part_to_words (range->start_kind == TALKS_END_DATE ? &range->start : &range->end,
                         form & ~TALKS_WORDS_WEEKDAY);
  if (range->end_kind == TALKS_END_OPEN && with_doubts)
    WRAP (_("from %s, end open"), words);
  else if (range->end_kind == TALKS_END_UNKNOWN && with_doubts)
    WRAP (_("from %s, end unknown"), words);
  else if (range->start_kind == TALKS_END_OPEN && with_doubts)
    WRAP (_("until %s, start open"), words);
  else if (range->start_kind == TALKS_END_UNKNOWN && with_doubts)
    WRAP (_("until %s, start unknown"), words);
  else if (range->start_kind == TALKS_END_DATE)
    WRAP (C_("interval", "from %s"), words);
  else
    WRAP (C_("interval", "until %s"), words);

  return words;
}

/* Sets */

static char *
member_to_words (const TalksDateRange *range,
                 TalksDateShape        shape,
                 TalksWordsForm        form)
{
  char *words;

  if (range->is_single)
    return part_to_words (&range->start, form);
  if (range->start_kind == TALKS_END_DATE && range->end_kind == TALKS_END_DATE)
    return closed_range_to_words (range, form);

  words = part_to_words (range->start_kind == TALKS_END_DATE ? &range->start : &range->end, form);
  if (range->end_kind == TALKS_END_OPEN && shape == TALKS_SHAPE_ONE_OF)
    WRAP (C_("set", "%s or later"), words);
  else if (range->end_kind == TALKS_END_OPEN)
    WRAP (C_("set", "all from %s on"), words);
  else if (shape == TALKS_SHAPE_ONE_OF)
    WRAP (C_("set", "%s or earlier"), words);
  else
    WRAP (C_("set", "all until %s"), words);

  return words;
}

/* "1667, 1668 or 1670–1672"; takes the members. */
static char *
list_members (GPtrArray      *members,
              TalksDateShape  shape)
{
  char *words = g_strdup (g_ptr_array_index (members, 0));

  for (guint i = 1; i < members->len; i++)
    {
      const char *member = g_ptr_array_index (members, i);
      char *longer;

      /* TRANSLATORS: A list: "1667, 1668" before " or 1670". */
      if (i + 1 < members->len)
        longer = g_strdup_printf (C_("list", "%1$s, %2$s"), words, member);
      else if (shape == TALKS_SHAPE_ONE_OF)
        longer = g_strdup_printf (C_("list", "%1$s or %2$s"), words, member);
      else
        longer = g_strdup_printf (C_("list", "%1$s and %2$s"), words, member);
      g_free (words);
      words = longer;
    }
  g_ptr_array_unref (members);

  return words;
}

/* Whether all members are plain days of one month, so that it needs to be named once only. */
static gboolean
is_within_month (const TalksDate *self)
{
  const TalksDay first = self->ranges[0].start.earliest;
  int64_t year;
  int month;

  if (self->flags != TALKS_DATE_SET || self->precision != TALKS_PRECISION_DAY)
    return FALSE;
  talks_day_to_civil (first, &year, &month, NULL);

  return self->earliest >= talks_day_from_civil (year, month, 1)
         && self->latest <= talks_day_from_civil (year, month, talks_days_in_month (year, month));
}

static char *
days_of_set_to_words (const TalksDate *self,
                      TalksWordsForm   form)
{
  GPtrArray *members = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *days = NULL;
  int64_t year;
  int month;

  talks_day_to_civil (self->earliest, &year, &month, NULL);
  for (size_t i = 0; i < self->n_ranges; i++)
    {
      const TalksDateRange *range = &self->ranges[i];
      int first;
      int last;

      talks_day_to_civil (range->start.earliest, NULL, NULL, &first);
      talks_day_to_civil (range->is_single ? range->start.latest : range->end.latest,
                          NULL, NULL, &last);
      g_ptr_array_add (members, talks_words_for_numbers (first, last));
    }
  days = list_members (members, self->shape);

  return talks_words_for_days_of (days, year, month, form);
}

static char *
set_to_words (const TalksDate *self,
              TalksWordsForm   form)
{
  GPtrArray *members;
  char *words;

  if (is_within_month (self))
    {
      words = days_of_set_to_words (self, form & ~TALKS_WORDS_WEEKDAY);
    }
  else
    {
      form &= ~(TALKS_WORDS_WEEKDAY | TALKS_WORDS_WITHOUT_YEAR);
      members = g_ptr_array_new_with_free_func (g_free);
      for (size_t i = 0; i < self->n_ranges; i++)
        g_ptr_array_add (members, member_to_words (&self->ranges[i], self->shape, form));
      words = list_members (members, self->shape);
    }

  /* TRANSLATORS: A choice: "one of 16 or 17 March 2022". */
  if ((form & TALKS_WORDS_DOUBTS) != 0 && self->shape == TALKS_SHAPE_ONE_OF
      && (self->n_ranges > 1 || (self->ranges[0].start_kind == TALKS_END_DATE
                                 && self->ranges[0].end_kind == TALKS_END_DATE
                                 && !self->ranges[0].is_single)))
    WRAP (_("one of %s"), words);

  return words;
}

char *
talks_date_to_words (const TalksDate *self,
                     TalksDateStyle   style)
{
  TalksWordsForm form = talks_words_form_of (style);

  g_return_val_if_fail (self != NULL, g_strdup (""));

  switch (self->shape)
    {
    case TALKS_SHAPE_INTERVAL:
      return interval_to_words (&self->ranges[0], form);
    case TALKS_SHAPE_ONE_OF:
    case TALKS_SHAPE_ALL_OF:
      return set_to_words (self, form);
    case TALKS_SHAPE_SINGLE:
    default:
      return part_to_words (&self->ranges[0].start, form);
    }
}
