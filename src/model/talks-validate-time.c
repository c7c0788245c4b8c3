/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When one thing can certainly not have been as early or late as another: warnings come of nothing
 * less. */

#include "talks-validate-private.h"

#include <string.h>

#include "talks-gettext.h"

/* ---- dates ---- */

/* Of a date that is taken at its word, in days: some millions of years. */
#define MAX_LENGTH ((TalksDay) 1000000000)

/* How far beyond its bounds a date may lie: "about 1812" may be a year or two off, "about 5 May"
 * some weeks. In days. */
static TalksDay
get_room (const TalksDate *date)
{
  TalksDateFlags flags = talks_date_get_flags (date);
  TalksDay earliest = talks_date_get_earliest (date);
  TalksDay latest = talks_date_get_latest (date);

  if ((flags & (TALKS_DATE_UNCERTAIN | TALKS_DATE_APPROXIMATE)) == 0)
    return 0;
  if (earliest == TALKS_DAY_MIN || latest == TALKS_DAY_MAX)
    return 366;
  return 2 * CLAMP (latest - earliest, 16, MAX_LENGTH);
}

/* From the end of a to the start of b, at least; negative or 0 when they may touch. */
static TalksDay
get_gap (const TalksDate *a,
         const TalksDate *b)
{
  TalksDay end = talks_date_get_latest (a);
  TalksDay start = talks_date_get_earliest (b);

  if (end == TALKS_DAY_MAX || start == TALKS_DAY_MIN
      || (talks_date_get_flags (a) & TALKS_DATE_UNKNOWN_END) != 0
      || (talks_date_get_flags (b) & TALKS_DATE_UNKNOWN_START) != 0
      || end >= start)
    return 0;
  return start - end - get_room (a) - get_room (b);
}

gboolean
talks_validate_is_before (const TalksDate *a,
                          const TalksDate *b)
{
  return get_gap (a, b) > 0;
}

gboolean
talks_validate_is_far (const TalksDate *a,
                       const TalksDate *b,
                       int              days)
{
  return get_gap (a, b) > days || get_gap (b, a) > days;
}

gboolean
talks_validate_has_no_role (const TalksParticipant *participant,
                            const TalksDate        *date)
{
  for (guint i = 0; i < participant->roles->len; i++)
    {
      const TalksRole *role = g_ptr_array_index (participant->roles, i);

      if (!(role->from != NULL && talks_validate_is_before (date, role->from))
          && !(role->to != NULL && talks_validate_is_before (role->to, date)))
        return FALSE;
    }
  return participant->roles->len > 0;
}

/* ---- times of day ---- */

/* Two digits up to max. */
static gboolean
is_two_digits (const char *text,
               int         max)
{
  return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1])
         && (text[0] - '0') * 10 + text[1] - '0' <= max;
}

static gboolean
is_clock (const char *text)
{
  return strlen (text) == 5 && text[2] == ':' && is_two_digits (text, 23) && is_two_digits (text + 3, 59);
}

/* No place is further than fourteen hours from Greenwich. */
static gboolean
is_zone (const char *text)
{
  return strcmp (text, "Z") == 0
         || ((text[0] == '+' || text[0] == '-') && is_clock (text + 1) && strcmp (text + 1, "14:00") <= 0);
}

static gboolean
is_one_day (const TalksDate *date)
{
  return talks_date_get_earliest (date) == talks_date_get_latest (date);
}

void
talks_validate_clock (TalksValidator   *v,
                      const TalksEvent *event)
{
  const TalksClock *clock_time = event->time;

  if (clock_time == NULL)
    return;
  if (clock_time->start == NULL)
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/time", _("This time has no “start”."));
  else if (!is_clock (clock_time->start))
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/time/start",
                         _("“%s” is not a time of day such as 13:35."), clock_time->start);
  if (clock_time->end != NULL && !is_clock (clock_time->end))
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/time/end",
                         _("“%s” is not a time of day such as 13:35."), clock_time->end);
  if (clock_time->zone != NULL && !is_zone (clock_time->zone))
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/time/zone",
                         _("“%s” is not the offset of a time zone such as +03:00."), clock_time->zone);
  if (clock_time->start != NULL && is_clock (clock_time->start)
      && clock_time->end != NULL && is_clock (clock_time->end)
      && strcmp (clock_time->end, clock_time->start) < 0 && is_one_day (event->date))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/time/end",
                         _("This event ends (%s) before it starts (%s): if it went on past midnight, give "
                           "its date as two days."), clock_time->end, clock_time->start);
}
