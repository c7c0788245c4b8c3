/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A date is moved in its text: digits are replaced, all else is copied as it was written. */

#include "talks-date-shift.h"

#include "talks-date-private.h"
#include "talks-gettext.h"

#include <math.h>
#include <string.h>

#define MAX_YEAR 9999
#define MAX_AMOUNT INT64_C (10000000) /* days or months: more than from the first such year to the last */
#define DAYS_PER_MONTH 30.436875

/* ---- by how much ---- */

static char *
show (const TalksDate *self)
{
  return talks_date_show (self->text, self->text + strlen (self->text));
}

/* How many years the digits of the year from the first X on stand for; 1: there is none. */
static int
get_block (const TalksDatePart *part)
{
  int block = 1;

  for (int i = 3; i >= 0; i--)
    if (memchr (part->digits, 'X', (size_t) i + 1) != NULL)
      block *= 10;
  return block;
}

static gboolean
has_whole (const TalksDatePart *part,
           TalksDateComponents  component)
{
  return (part->written & component) != 0 && !talks_date_part_has_x (part, component);
}

/* 0 is a day, else months. Of a part whose year has four digits. */
static int
part_get_step (const TalksDatePart *part)
{
  int block = get_block (part);
  int first;
  int last;

  if (block > 1 || !has_whole (part, TALKS_COMPONENT_MONTH))
    return 12 * block;
  if (part->group != 0)
    {
      talks_date_group_get_months (part->group, &first, &last);
      return last - first + 1;
    }
  return has_whole (part, TALKS_COMPONENT_DAY) ? 0 : 1;
}

int
talks_date_join_steps (int a,
                       int b)
{
  int step = MAX (a, b);

  if (a <= 0 || b <= 0)
    return step;
  while (step % a != 0 || step % b != 0)
    step += MAX (a, b);
  return step;
}

static gboolean
check_part (const TalksDate     *self,
            const TalksDatePart *part,
            GError             **error)
{
  g_autofree char *shown = show (self);

  if (part->is_long || part->is_scientific)
    return talks_date_fail (error, _("“%s” can not be moved: its year is not a plain one of four digits."), shown);
  if (part->digits[0] == 'X')
    return talks_date_fail (error, _("“%s” can not be moved: the first digit of its year is not known."), shown);
  return TRUE;
}

/* A single day has ends, too: it lasts from that day to that day. */
static gboolean
check_ends (const TalksDate *self,
            GError         **error)
{
  const TalksDatePart *part = &self->ranges[0].start;
  g_autofree char *shown = show (self);

  if ((part->written & TALKS_COMPONENT_TIME) != 0)
    return talks_date_fail (error, _("“%s” has a time of day, which no interval can have."), shown);
  if (part_get_step (part) != 0)
    return talks_date_fail (error, _("“%s” is not known to the day, so it has no ends that could be moved."), shown);
  return TRUE;
}

int
talks_date_get_step (const TalksDate *self,
                     TalksDateSide    side,
                     GError         **error)
{
  const TalksDateRange *range;
  g_autofree char *shown = NULL;
  gboolean moves_start;
  gboolean moves_end;

  g_return_val_if_fail (self != NULL, -1);

  range = &self->ranges[0];
  shown = show (self);
  if (self->shape != TALKS_SHAPE_SINGLE && self->shape != TALKS_SHAPE_INTERVAL)
    {
      talks_date_fail (error, _("“%s” is a set of dates, which can not be moved as one."), shown);
      return -1;
    }
  if (self->shape == TALKS_SHAPE_SINGLE)
    {
      if (!check_part (self, &range->start, error) || (side != TALKS_DATE_WHOLE && !check_ends (self, error)))
        return -1;
      return part_get_step (&range->start);
    }

  moves_start = side != TALKS_DATE_END && range->start_kind == TALKS_END_DATE;
  moves_end = side != TALKS_DATE_START && range->end_kind == TALKS_END_DATE;
  if (!moves_start && !moves_end)
    {
      talks_date_fail (error, _("“%s” has no date there that could be moved."), shown);
      return -1;
    }
  if ((moves_start && !check_part (self, &range->start, error)) || (moves_end && !check_part (self, &range->end, error)))
    return -1;
  return talks_date_join_steps (moves_start ? part_get_step (&range->start) : 0, moves_end ? part_get_step (&range->end) : 0);
}

/* ---- one date ---- */

/* Where a part stands before it is written. */
typedef struct
{
  int64_t year;  /* or the number of the block of years, those before year 0 from −1 down */
  int     month; /* 1 … 12; 0: stays as written */
  int     day;   /* 0: stays as written */
  int     block;
} Place;

static int
two_digits (const char *digits)
{
  return (digits[0] - '0') * 10 + digits[1] - '0';
}

static void
part_get_place (const TalksDatePart *part,
                Place               *place)
{
  int last;

  *place = (Place) { .block = get_block (part) };
  for (int i = 0; i < 4 && part->digits[i] != 'X'; i++)
    place->year = place->year * 10 + part->digits[i] - '0';
  if (part->is_negative)
    place->year = place->block > 1 ? -place->year - 1 : -place->year;

  if (place->block > 1 || !has_whole (part, TALKS_COMPONENT_MONTH))
    return;
  if (part->group != 0)
    talks_date_group_get_months (part->group, &place->month, &last);
  else
    place->month = two_digits (part->month);
  if (has_whole (part, TALKS_COMPONENT_DAY))
    place->day = two_digits (part->day);
}

static int64_t
floor_divide (int64_t a,
              int64_t b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

/* unit is DAYS or MONTHS; amount is a multiple of the step. FALSE when the year has more than four digits then. */
static gboolean
place_move (Place         *self,
            TalksShiftUnit unit,
            int64_t        amount)
{
  int64_t months;

  if (unit == TALKS_SHIFT_DAYS)
    talks_day_to_civil (talks_day_from_civil (self->year, self->month, self->day) + amount, &self->year, &self->month,
                        &self->day);
  else if (self->month == 0)
    self->year += amount / (12 * self->block);
  else
    {
      months = self->year * 12 + self->month - 1 + amount;
      self->year = floor_divide (months, 12);
      self->month = (int) (months - self->year * 12) + 1;
      self->day = MIN (self->day, talks_days_in_month (self->year, self->month));
    }
  return self->year * self->block >= -MAX_YEAR - 1 + (self->block == 1) && self->year * self->block <= MAX_YEAR;
}

/* The part of the year of the same kind that begins in month. */
static int
find_group (int group,
            int month)
{
  static const int firsts[] = { 21, 25, 29, 33, 37, 40, 42 };
  int first;
  int last;
  size_t kind = 0;

  while (group >= firsts[kind + 1])
    kind++;
  for (int other = firsts[kind]; other < firsts[kind + 1]; other++)
    {
      talks_date_group_get_months (other, &first, &last);
      if (first == month)
        return other;
    }
  return group;
}

static void
append_year (GString     *text,
             const Place *place,
             const char  *digits)
{
  int64_t number = place->year;
  int n_digits = 4;

  for (int block = place->block; block > 1; block /= 10)
    n_digits--;
  if (number < 0)
    {
      g_string_append_c (text, '-');
      number = place->block > 1 ? -number - 1 : -number;
    }
  g_string_append_printf (text, "%0*d", n_digits, (int) number);
  g_string_append_len (text, digits + n_digits, 4 - n_digits);
}

static const char *
copy_qualifiers (GString    *text,
                 const char *at)
{
  while (*at != '\0' && strchr ("?~%", *at) != NULL)
    g_string_append_c (text, *at++);
  return at;
}

/* at is the text of part in that of its date; appends it to text with place in it. */
static void
append_part (GString             *text,
             const char          *at,
             const char          *end,
             const TalksDatePart *part,
             const Place         *place)
{
  int month = part->group != 0 ? find_group (part->group, place->month) : place->month;
  const int numbers[] = { month, place->day };
  const TalksDateComponents components[] = { TALKS_COMPONENT_MONTH, TALKS_COMPONENT_DAY };

  at = copy_qualifiers (text, at);
  append_year (text, place, part->digits);
  at = copy_qualifiers (text, at + (part->is_negative ? 5 : 4));
  for (size_t i = 0; i < G_N_ELEMENTS (numbers) && (part->written & components[i]) != 0; i++)
    {
      g_string_append_c (text, *at++);
      at = copy_qualifiers (text, at);
      if (numbers[i] != 0)
        g_string_append_printf (text, "%02d", numbers[i]);
      else
        g_string_append_len (text, at, 2);
      at = copy_qualifiers (text, at + 2);
    }
  g_string_append_len (text, at, end - at);
}

static gboolean
move_part (GString             *text,
           const char          *at,
           const char          *end,
           const TalksDatePart *part,
           TalksShiftUnit       unit,
           int64_t              amount,
           GError             **error)
{
  Place place;

  part_get_place (part, &place);
  if (!place_move (&place, unit, amount))
    return talks_date_fail (error, _("Dates reach from the year −9999 to the year 9999, and no farther."));
  append_part (text, at, end, part, &place);
  return TRUE;
}

/* ---- the whole ---- */

/* An end of an interval, or what shall be one. */
static gboolean
move_end (GString             *text,
          const char          *at,
          const char          *end,
          const TalksDatePart *part,
          TalksShiftUnit       unit,
          int64_t              amount,
          GError             **error)
{
  if (part != NULL && amount != 0)
    return move_part (text, at, end, part, unit, amount, error);
  g_string_append_len (text, at, end - at);
  return TRUE;
}

static char *
move_text (const TalksDate *self,
           TalksDateSide    side,
           TalksShiftUnit   unit,
           int64_t          amount,
           GError         **error)
{
  const TalksDateRange *range = &self->ranges[0];
  gboolean is_interval = self->shape == TALKS_SHAPE_INTERVAL;
  const char *slash = is_interval ? strchr (self->text, '/') : NULL;
  const char *end = self->text + strlen (self->text);
  const char *second = is_interval ? slash + 1 : self->text;
  const TalksDatePart *parts[2] = { &range->start, is_interval ? &range->end : &range->start };
  g_autoptr (GString) left = g_string_new (NULL);
  g_autoptr (GString) right = g_string_new (NULL);

  if (is_interval && range->start_kind != TALKS_END_DATE)
    parts[0] = NULL;
  if (is_interval && range->end_kind != TALKS_END_DATE)
    parts[1] = NULL;
  if (!move_end (left, self->text, is_interval ? slash : end, parts[0], unit, side != TALKS_DATE_END ? amount : 0,
                 error)
      || !move_end (right, second, end, parts[1], unit, side != TALKS_DATE_START ? amount : 0, error))
    return NULL;

  if ((!is_interval && side == TALKS_DATE_WHOLE)
      || (side != TALKS_DATE_WHOLE && g_string_equal (left, right) && part_get_step (&range->start) == 0))
    return g_strdup (left->str);
  return g_strconcat (left->str, "/", right->str, NULL);
}

static gboolean
is_reversed (const char *text)
{
  g_auto (GStrv) ends = g_strsplit (text, "/", 2);
  g_autoptr (TalksDate) start = ends[1] != NULL ? talks_date_parse (ends[0], NULL) : NULL;
  g_autoptr (TalksDate) end = start != NULL ? talks_date_parse (ends[1], NULL) : NULL;

  return end != NULL && talks_date_get_earliest (start) > talks_date_get_latest (end);
}

TalksDate *
talks_date_shift (const TalksDate *self,
                  TalksDateSide    side,
                  TalksShiftUnit   unit,
                  int64_t          amount,
                  GError         **error)
{
  g_autofree char *text = NULL;
  int step;

  g_return_val_if_fail (self != NULL, NULL);

  step = talks_date_get_step (self, side, error);
  if (step < 0)
    return NULL;
  if (amount == 0)
    return talks_date_ref ((TalksDate *) self);
  amount = CLAMP (amount, -MAX_AMOUNT, MAX_AMOUNT);
  if (unit == TALKS_SHIFT_YEARS)
    {
      unit = TALKS_SHIFT_MONTHS;
      amount *= 12;
    }
  if (step > 0 && (unit == TALKS_SHIFT_DAYS || amount % step != 0))
    {
      g_autofree char *shown = show (self);

      talks_date_fail (error, _("“%s” is not known so exactly: it moves only by as much as it tells."), shown);
      return NULL;
    }

  text = move_text (self, side, unit, amount, error);
  if (text == NULL)
    return NULL;
  if (is_reversed (text))
    {
      talks_date_fail (error, _("The end can not come before the start."));
      return NULL;
    }
  return talks_date_parse (text, error);
}

/* So many times step months lead nearest to the day that is days away. */
static int64_t
find_nearest (TalksDay day,
              int64_t  days,
              int      step)
{
  int64_t guess = llround ((double) days / (DAYS_PER_MONTH * step));
  int64_t best = guess;
  int64_t least = INT64_MAX;

  for (int64_t n = guess - 1; n <= guess + 1; n++)
    {
      int64_t away = ABS (talks_day_add_months (day, n * step) - (day + days));

      if (away < least || (away == least && ABS (n) < ABS (best)))
        {
          least = away;
          best = n;
        }
    }
  return best;
}

TalksDate *
talks_date_shift_near (const TalksDate *self,
                       TalksDateSide    side,
                       TalksShiftUnit   unit,
                       int64_t          days,
                       GError         **error)
{
  const TalksDateRange *range;
  gboolean at_end;
  TalksDay anchor;
  int step;

  g_return_val_if_fail (self != NULL, NULL);

  step = talks_date_get_step (self, side, error);
  if (step < 0)
    return NULL;
  days = CLAMP (days, -MAX_AMOUNT, MAX_AMOUNT);
  if (unit == TALKS_SHIFT_DAYS && step == 0)
    return talks_date_shift (self, side, unit, days, error);
  step = talks_date_join_steps (step, unit == TALKS_SHIFT_YEARS ? 12 : 1);

  range = &self->ranges[0];
  at_end = !range->is_single && (side == TALKS_DATE_END || range->start_kind != TALKS_END_DATE);
  anchor = at_end ? range->end.latest : range->start.earliest;
  return talks_date_shift (self, side, TALKS_SHIFT_MONTHS, find_nearest (anchor, days, step) * step, error);
}
