/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The units that ticks count, and their words. */

#include "talks-ticks-private.h"

#include "talks-date-words.h"
#include "talks-gettext.h"

#define FINE_MIN 6.0

/* The same words as in dates; the names come from the translations of those. */
static const char * const months[] = {
  NC_("month alone", "January"), NC_("month alone", "February"),
  NC_("month alone", "March"), NC_("month alone", "April"),
  NC_("month alone", "May"), NC_("month alone", "June"),
  NC_("month alone", "July"), NC_("month alone", "August"),
  NC_("month alone", "September"), NC_("month alone", "October"),
  NC_("month alone", "November"), NC_("month alone", "December"),
};

static const char * const short_months[] = {
  NC_("short month alone", "Jan"), NC_("short month alone", "Feb"),
  NC_("short month alone", "Mar"), NC_("short month alone", "Apr"),
  NC_("short month alone", "May"), NC_("short month alone", "Jun"),
  NC_("short month alone", "Jul"), NC_("short month alone", "Aug"),
  NC_("short month alone", "Sep"), NC_("short month alone", "Oct"),
  NC_("short month alone", "Nov"), NC_("short month alone", "Dec"),
};

static const char * const weekdays[] = {
  NC_("weekday", "Monday"), NC_("weekday", "Tuesday"), NC_("weekday", "Wednesday"),
  NC_("weekday", "Thursday"), NC_("weekday", "Friday"), NC_("weekday", "Saturday"),
  NC_("weekday", "Sunday"),
};

/* ---- calendar ---- */

static int64_t
unit_years (TalksUnit unit)
{
  int64_t years = (unit - TALKS_UNIT_YEAR) % 2 == 1 ? 5 : 1;

  for (int i = 0; i < (unit - TALKS_UNIT_YEAR) / 2; i++)
    years *= 10;
  return years;
}

static double
unit_days (TalksUnit unit)
{
  switch (unit)
    {
    case TALKS_UNIT_DAY:
      return 1;
    case TALKS_UNIT_WEEK:
      return 7;
    case TALKS_UNIT_MONTH:
      return 28; /* the shortest one decides whether words fit */
    case TALKS_UNIT_QUARTER:
      return 90;
    default:
      return 365.0 * (double) unit_years (unit);
    }
}

static TalksDay
year_start (int64_t year)
{
  return talks_day_from_civil (CLAMP (year, -TALKS_YEAR_LIMIT, TALKS_YEAR_LIMIT), 1, 1);
}

TalksDay
talks_unit_floor (TalksUnit unit,
                  TalksDay  day)
{
  int64_t year;
  int64_t step;
  int month;

  talks_day_to_civil (day, &year, &month, NULL);
  switch (unit)
    {
    case TALKS_UNIT_DAY:
      return day;
    case TALKS_UNIT_WEEK:
      return day - (talks_day_weekday (day) - 1);
    case TALKS_UNIT_MONTH:
      return talks_day_from_civil (year, month, 1);
    case TALKS_UNIT_QUARTER:
      return talks_day_from_civil (year, (month - 1) / 3 * 3 + 1, 1);
    default:
      step = unit_years (unit);
      return year_start (year - ((year % step) + step) % step);
    }
}

TalksDay
talks_unit_next (TalksUnit unit,
                 TalksDay  day)
{
  TalksDay next;
  int64_t year;

  switch (unit)
    {
    case TALKS_UNIT_DAY:
      return day + 1;
    case TALKS_UNIT_WEEK:
      return day + 7;
    case TALKS_UNIT_MONTH:
      next = talks_day_add_months (day, 1);
      break;
    case TALKS_UNIT_QUARTER:
      next = talks_day_add_months (day, 3);
      break;
    default:
      talks_day_to_civil (day, &year, NULL, NULL);
      /* The first unit of all may be cut short by the end of the calendar. */
      next = talks_unit_floor (unit, year_start (year + unit_years (unit)));
      break;
    }
  return next > day ? next : TALKS_DAY_MAX;
}

/* ---- words ---- */

char *
talks_unit_year_to_words (TalksDay day)
{
  g_autofree char *text = NULL;
  g_autoptr (TalksDate) date = NULL;
  int64_t year;

  talks_day_to_civil (day, &year, NULL, NULL);
  if (year >= 1000 && year <= 9999)
    return g_strdup_printf ("%d", (int) year);

  /* Early and far years have words of their own: "44 BCE". */
  if (ABS (year) > 9999)
    text = g_strdup_printf ("Y%" G_GINT64_FORMAT, (gint64) year);
  else
    text = g_strdup_printf ("%s%04d", year < 0 ? "-" : "", ABS ((int) year));
  date = talks_date_parse (text, NULL);
  return date != NULL ? talks_date_to_words (date, TALKS_DATE_STYLE_MEDIUM) : g_strdup (text);
}

char *
talks_unit_to_words (TalksUnit unit,
                     TalksDay  day,
                     gboolean  long_words)
{
  const char *name;
  int month;
  int number;

  talks_day_to_civil (day, NULL, &month, &number);
  switch (unit)
    {
    case TALKS_UNIT_DAY:
      name = talks_pgettext2 ("weekday", weekdays[talks_day_weekday (day) - 1]);
      /* TRANSLATORS: A day on the ruler: "Friday 16"; month and year stand beside it. */
      if (long_words)
        return g_strdup_printf (C_("day on the ruler", "%1$s %2$d"), name, number);
      return g_strdup_printf ("%d", number);
    case TALKS_UNIT_WEEK:
      return g_strdup_printf ("%d", number);
    case TALKS_UNIT_MONTH:
    case TALKS_UNIT_QUARTER:
      if (long_words)
        return g_strdup (talks_pgettext2 ("month alone", months[month - 1]));
      return g_strdup (talks_pgettext2 ("short month alone", short_months[month - 1]));
    default:
      return talks_unit_year_to_words (day);
    }
}

static double
widest (TalksLabels        *labels,
        TalksLabelStyle     style,
        const char         *context,
        const char * const *names,
        size_t              n_names)
{
  double width = 0;

  for (size_t i = 0; i < n_names; i++)
    width = MAX (width, talks_labels_measure (labels, talks_pgettext2 (context, names[i]),
                                              style));
  return width;
}

/* Room that the widest word of a unit takes. */
static double
unit_width (const TalksTimeScale *scale,
            TalksLabels          *labels,
            TalksUnit             unit,
            gboolean              long_words,
            TalksLabelStyle       style)
{
  TalksSpan extent = talks_time_scale_get_extent (scale);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  switch (unit)
    {
    case TALKS_UNIT_DAY:
      return talks_labels_measure (labels, long_words ? " 28" : "28", style)
             + (long_words ? widest (labels, style, "weekday", weekdays, G_N_ELEMENTS (weekdays)) : 0);
    case TALKS_UNIT_WEEK:
      return talks_labels_measure (labels, "28", style);
    case TALKS_UNIT_MONTH:
    case TALKS_UNIT_QUARTER:
      if (long_words)
        return widest (labels, style, "month alone", months, G_N_ELEMENTS (months));
      return widest (labels, style, "short month alone", short_months, G_N_ELEMENTS (short_months));
    default:
      first = talks_unit_year_to_words (extent.start);
      last = talks_unit_year_to_words (extent.end);
      return MAX (talks_labels_measure (labels, first, style),
                  talks_labels_measure (labels, last, style));
    }
}

/* ---- which units ---- */

static gboolean
unit_fits (const TalksTimeScale *scale,
           TalksLabels          *labels,
           TalksUnit             unit,
           gboolean              long_words,
           TalksLabelStyle       style)
{
  return unit_days (unit) * talks_time_scale_get_px_per_day (scale)
         >= unit_width (scale, labels, unit, long_words, style) + TALKS_TICK_OFFSET + TALKS_TICK_GAP;
}

/* Months, years, decades, centuries …: units whose words stand by themselves. */
static gboolean
can_be_major (TalksUnit unit)
{
  return unit == TALKS_UNIT_MONTH
         || (unit >= TALKS_UNIT_YEAR && (unit - TALKS_UNIT_YEAR) % 2 == 0);
}

TalksUnits
talks_units_choose (const TalksTimeScale *scale,
                    TalksLabels          *labels)
{
  double zoom = talks_time_scale_get_px_per_day (scale);
  TalksUnits units = { .major = TALKS_UNIT_MONTH, .minor = TALKS_UNIT_NONE, .fine = TALKS_UNIT_NONE };

  while (units.major < TALKS_UNIT_LAST
         && !(can_be_major (units.major)
              && unit_fits (scale, labels, units.major, TRUE, TALKS_LABEL_BOLD)))
    units.major++;

  for (TalksUnit unit = units.major - 1; unit >= TALKS_UNIT_DAY; unit--)
    {
      if (unit_fits (scale, labels, unit, FALSE, TALKS_LABEL_SMALL))
        units.minor = unit;
      if (unit_days (unit) * zoom >= FINE_MIN)
        units.fine = unit;
    }
  if (units.minor != TALKS_UNIT_NONE)
    units.long_words = unit_fits (scale, labels, units.minor, TRUE, TALKS_LABEL_SMALL);
  return units;
}
