/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words for a whole date: its parts (talks-date-part-words.c), and the range and the set around
 * them. */

#include "talks-date-private.h"

#include "talks-gettext.h"

/* Ranges */

static gboolean
both_are (const TalksDateRange *range,
          TalksDatePrecision    precision)
{
  return range->start.precision == precision && range->end.precision == precision;
}

static gboolean
has_doubt (const TalksDateRange *range)
{
  return ((range->start.flags | range->end.flags) & ~TALKS_DATE_SEASON) != 0;
}

static char *
closed_range_to_words (const TalksDateRange *range,
                       gboolean              is_member,
                       TalksWordsForm        form)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean is_plain = (form & TALKS_WORDS_DOUBTS) == 0 || !has_doubt (range);

  if (is_plain && both_are (range, TALKS_PRECISION_DAY))
    return talks_words_for_days (range->start.earliest, range->end.latest, form);
  if (is_plain && both_are (range, TALKS_PRECISION_MONTH))
    return talks_words_for_months (range->start.earliest, range->end.latest, form);
  if (is_plain && both_are (range, TALKS_PRECISION_YEAR))
    return talks_words_for_years (range->start.year, range->end.year);

  form &= ~(TALKS_WORDS_WEEKDAY | TALKS_WORDS_WITHOUT_YEAR);
  if (!is_plain)
    form |= TALKS_WORDS_IN_SENTENCE;
  from = talks_words_for_part (&range->start, form);
  to = talks_words_for_part (&range->end, form);
  if (is_plain)
    return g_strdup_printf (C_("from date to date", "%1$s – %2$s"), from, to);
  if (is_member)
    /* TRANSLATORS: A member of a set, doubtful: "about 1960 to 1962", before " or 1970". */
    return g_strdup_printf (C_("set", "%1$s to %2$s"), from, to);

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
    return closed_range_to_words (range, FALSE, form);
  if (range->start_kind != TALKS_END_DATE && range->end_kind != TALKS_END_DATE)
    return endless_to_words (range->start_kind, range->end_kind);

  form = (form & ~TALKS_WORDS_WEEKDAY) | TALKS_WORDS_IN_SENTENCE;
  words = talks_words_for_part (range->start_kind == TALKS_END_DATE ? &range->start : &range->end, form);
  if (range->end_kind == TALKS_END_OPEN && with_doubts)
    TALKS_WORDS_WRAP (_("from %s, end open"), words);
  else if (range->end_kind == TALKS_END_UNKNOWN && with_doubts)
    TALKS_WORDS_WRAP (_("from %s, end unknown"), words);
  else if (range->start_kind == TALKS_END_OPEN && with_doubts)
    TALKS_WORDS_WRAP (_("until %s, start open"), words);
  else if (range->start_kind == TALKS_END_UNKNOWN && with_doubts)
    TALKS_WORDS_WRAP (_("until %s, start unknown"), words);
  else if (range->start_kind == TALKS_END_DATE)
    TALKS_WORDS_WRAP (C_("interval", "from %s"), words);
  else
    TALKS_WORDS_WRAP (C_("interval", "until %s"), words);

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
    return talks_words_for_part (&range->start, form);
  if (range->start_kind == TALKS_END_DATE && range->end_kind == TALKS_END_DATE)
    return closed_range_to_words (range, TRUE, form);

  words = talks_words_for_part (range->start_kind == TALKS_END_DATE ? &range->start : &range->end, form);
  if (range->end_kind == TALKS_END_OPEN && shape == TALKS_SHAPE_ONE_OF)
    TALKS_WORDS_WRAP (C_("set", "%s or later"), words);
  else if (range->end_kind == TALKS_END_OPEN)
    TALKS_WORDS_WRAP (C_("set", "all from %s on"), words);
  else if (shape == TALKS_SHAPE_ONE_OF)
    TALKS_WORDS_WRAP (C_("set", "%s or earlier"), words);
  else
    TALKS_WORDS_WRAP (C_("set", "all until %s"), words);

  return words;
}

char *
talks_words_for_list (GPtrArray *members,
                      gboolean   is_choice,
                      gboolean   set_apart)
{
  GString *words = g_string_new (g_ptr_array_index (members, 0));

  g_assert (members->len > 0);
  for (guint i = 1; i < members->len; i++)
    {
      g_autofree char *before = g_string_free (words, FALSE);
      const char *member = g_ptr_array_index (members, i);

      words = g_string_new (NULL);
      /* TRANSLATORS: A list: "1667, 1668" before " or 1670". */
      if (i + 1 < members->len)
        g_string_printf (words, C_("list", "%1$s, %2$s"), before, member);
      else if (is_choice && set_apart)
        g_string_printf (words, C_("list", "%1$s, or %2$s"), before, member);
      else if (set_apart)
        g_string_printf (words, C_("list", "%1$s, and %2$s"), before, member);
      else if (is_choice)
        g_string_printf (words, C_("list", "%1$s or %2$s"), before, member);
      else
        g_string_printf (words, C_("list", "%1$s and %2$s"), before, member);
    }

  return g_string_free (words, FALSE);
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
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
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
  days = talks_words_for_list (members, self->shape == TALKS_SHAPE_ONE_OF, FALSE);

  return talks_words_for_days_of (days, year, month, form);
}

/* A set of more members than this is told by its first few and its span; but where a label is to be
 * short, by its span alone, and that sooner. */
#define MAX_LISTED 12
#define MAX_LISTED_SHORT 4
#define N_FIRST_FEW 3

/* "1667–1812": from the first day of all to the last. */
static char *
span_to_words (const TalksDate *self,
               TalksWordsForm   form)
{
  gboolean is_open_start = (self->flags & TALKS_DATE_OPEN_START) != 0;
  gboolean is_open_end = (self->flags & TALKS_DATE_OPEN_END) != 0;
  TalksDay first = is_open_start ? self->latest : self->earliest;
  TalksDay last = is_open_end ? self->earliest : self->latest;
  int64_t first_year;
  int64_t last_year;
  char *words;

  if (is_open_start && is_open_end)
    return g_strdup (_("start and end open"));

  form &= ~TALKS_WORDS_DOUBTS;
  talks_day_to_civil (first, &first_year, NULL, NULL);
  talks_day_to_civil (last, &last_year, NULL, NULL);
  if (self->precision == TALKS_PRECISION_DAY)
    words = talks_words_for_days (first, last, form);
  else if (self->precision == TALKS_PRECISION_MONTH)
    words = talks_words_for_months (first, last, form);
  else
    words = talks_words_for_years (first_year, last_year);
  if (is_open_start)
    TALKS_WORDS_WRAP (C_("interval", "until %s"), words);
  else if (is_open_end)
    TALKS_WORDS_WRAP (C_("interval", "from %s"), words);

  return words;
}

static char *
members_to_words (const TalksDate *self,
                  TalksWordsForm   form)
{
  gboolean is_open = (self->flags & (TALKS_DATE_OPEN_START | TALKS_DATE_OPEN_END)) != 0;
  size_t n_shown = self->n_ranges > MAX_LISTED ? N_FIRST_FEW : self->n_ranges;
  gulong n_others = self->n_ranges - n_shown;
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);

  for (size_t i = 0; i < n_shown; i++)
    g_ptr_array_add (members, member_to_words (&self->ranges[i], self->shape, form));
  if (n_others > 0)
    {
      g_autofree char *span = span_to_words (self, form);

      g_ptr_array_add (members,
                       /* TRANSLATORS: The end of a long list, and from when to when the list goes:
                        * "1667, 1669, 1671 or 47 others (1667–1812)". */
                       g_strdup_printf (ngettext ("%1$lu other (%2$s)", "%1$lu others (%2$s)", n_others),
                                        n_others, span));
    }

  return talks_words_for_list (members, self->shape == TALKS_SHAPE_ONE_OF, is_open);
}

/* Whether all members are decades or centuries, so that "some time in" needs to be said once only. */
static gboolean
is_some_time_in (const TalksDate *self)
{
  if (self->shape != TALKS_SHAPE_ONE_OF || self->n_ranges == 1)
    return FALSE;
  for (size_t i = 0; i < self->n_ranges; i++)
    {
      const TalksDatePart *part = &self->ranges[i].start;

      if (!self->ranges[i].is_single || part->flags != TALKS_DATE_UNSPECIFIED
          || (part->precision != TALKS_PRECISION_DECADE && part->precision != TALKS_PRECISION_CENTURY))
        return FALSE;
    }

  return TRUE;
}

/* Whether there is but one choice: "[1985]", "[1985..1985]". */
static gboolean
is_one (const TalksDate *self)
{
  const TalksDateRange *range = &self->ranges[0];

  return self->n_ranges == 1
         && (range->is_single
             || (range->start.earliest == range->end.earliest && range->start.latest == range->end.latest));
}

static char *
set_to_words (const TalksDate *self,
              TalksWordsForm   form)
{
  gboolean is_open = (self->flags & (TALKS_DATE_OPEN_START | TALKS_DATE_OPEN_END)) != 0;
  gboolean with_doubts = (form & TALKS_WORDS_DOUBTS) != 0;
  char *words;

  form &= ~TALKS_WORDS_WEEKDAY;
  if (!with_doubts && self->n_ranges > MAX_LISTED_SHORT)
    return span_to_words (self, form);

  if (self->n_ranges <= MAX_LISTED && is_within_month (self))
    {
      words = days_of_set_to_words (self, form);
    }
  else if (with_doubts && is_some_time_in (self))
    {
      words = members_to_words (self, (form & ~TALKS_WORDS_DOUBTS) | TALKS_WORDS_IN_SENTENCE);
      TALKS_WORDS_WRAP (_("some time in %s"), words);
      return words;
    }
  else
    {
      form &= ~TALKS_WORDS_WITHOUT_YEAR;
      if (with_doubts && self->n_ranges > 1)
        form |= TALKS_WORDS_IN_SENTENCE;
      words = members_to_words (self, form);
    }

  /* TRANSLATORS: A choice: "one of 16 or 17 March 2022". */
  if (with_doubts && self->shape == TALKS_SHAPE_ONE_OF && !is_open && !is_one (self))
    TALKS_WORDS_WRAP (_("one of %s"), words);

  return words;
}

/* Doubts that all share */

static gboolean
has_doubts (const TalksDatePart *part,
            int                  approximate,
            int                  uncertain)
{
  int whole = part->written & ~TALKS_COMPONENT_TIME;

  return part->approximate == (approximate != 0 ? whole : 0) && part->uncertain == (uncertain != 0 ? whole : 0)
         && (part->flags & ~(TALKS_DATE_APPROXIMATE | TALKS_DATE_UNCERTAIN)) == 0
         && part->group == 0 && !part->is_scientific;
}

/* Whether the same is doubtful about each part of a range or set, so that it needs to be said once
 * only. "About" does not go before "one of". */
static gboolean
shares_doubts (const TalksDate *self)
{
  int approximate = self->ranges[0].start.approximate;
  int uncertain = self->ranges[0].start.uncertain;

  if (self->shape == TALKS_SHAPE_SINGLE || approximate + uncertain == 0
      || (self->shape != TALKS_SHAPE_INTERVAL && (approximate != 0 || self->n_ranges == 1)))
    return FALSE;
  for (size_t i = 0; i < self->n_ranges; i++)
    {
      const TalksDateRange *range = &self->ranges[i];

      if (range->start_kind != TALKS_END_DATE || !has_doubts (&range->start, approximate, uncertain)
          || (!range->is_single
              && (range->end_kind != TALKS_END_DATE || !has_doubts (&range->end, approximate, uncertain))))
        return FALSE;
    }

  return TRUE;
}

static void
clear_doubts (TalksDatePart *part)
{
  part->approximate = part->uncertain = 0;
  part->flags &= ~(TALKS_DATE_APPROXIMATE | TALKS_DATE_UNCERTAIN);
}

/* "about 11–20 April 2022", "perhaps one of 3 or 5 March 2022". */
static char *
shared_doubts_to_words (const TalksDate *self,
                        TalksDateStyle   style)
{
  g_autofree TalksDateRange *ranges = g_memdup2 (self->ranges, self->n_ranges * sizeof *ranges);
  TalksDate plain = *self;
  char *words;

  plain.ranges = ranges;
  plain.flags &= ~(TALKS_DATE_APPROXIMATE | TALKS_DATE_UNCERTAIN);
  for (size_t i = 0; i < plain.n_ranges; i++)
    {
      clear_doubts (&ranges[i].start);
      clear_doubts (&ranges[i].end);
    }
  words = talks_date_to_words (&plain, style);
  if (self->ranges[0].start.approximate != 0)
    TALKS_WORDS_WRAP (_("about %s"), words);
  if (self->ranges[0].start.uncertain != 0)
    TALKS_WORDS_WRAP (_("perhaps %s"), words);

  return words;
}

char *
talks_date_to_words (const TalksDate *self,
                     TalksDateStyle   style)
{
  TalksWordsForm form = talks_words_form_of (style);

  g_return_val_if_fail (self != NULL, g_strdup (""));

  if ((form & TALKS_WORDS_DOUBTS) != 0 && shares_doubts (self))
    return shared_doubts_to_words (self, style);

  switch (self->shape)
    {
    case TALKS_SHAPE_INTERVAL:
      return interval_to_words (&self->ranges[0], form);
    case TALKS_SHAPE_ONE_OF:
    case TALKS_SHAPE_ALL_OF:
      return set_to_words (self, form);
    case TALKS_SHAPE_SINGLE:
    default:
      return talks_words_for_part (&self->ranges[0].start, form);
    }
}
