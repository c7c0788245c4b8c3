/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-import-private.h"

#include <string.h>

#include "talks-date-entry.h"
#include "talks-gettext.h"

/* ---- as others write them ---- */

/* The first whole number in text; −1: none. */
static int
get_first_number (const char *text)
{
  while (*text != '\0' && !g_ascii_isdigit (*text))
    text++;
  return *text != '\0' ? (int) g_ascii_strtoull (text, NULL, 10) : -1;
}

/* Two readings of "03/04/2022" differ in whether the number in front is the day or the month of the first date. */
static TalksDate *
choose_order (const TalksDateEntry *entry,
              const char           *text,
              TalksDateOrder        order,
              gboolean             *ambiguous)
{
  int number = get_first_number (text);
  TalksDate *found[2] = { NULL, NULL }; /* day first, month first */

  for (guint i = 0; i < entry->candidates->len; i++)
    {
      TalksDate *date = entry->candidates->pdata[i];
      int month;
      int day;

      if (talks_date_get_earliest (date) == TALKS_DAY_MIN)
        return NULL;
      talks_day_to_civil (talks_date_get_earliest (date), NULL, &month, &day);
      if (month == day || (day != number && month != number))
        return NULL;
      found[day == number ? 0 : 1] = date;
    }
  if (entry->candidates->len != 2 || found[0] == NULL || found[1] == NULL)
    return NULL;
  *ambiguous = order == TALKS_DATE_ORDER_UNKNOWN;
  if (*ambiguous)
    return NULL;
  return talks_date_ref (found[order == TALKS_DATE_ORDER_DAY_FIRST ? 0 : 1]);
}

/* EDTF as it was drafted in 2012: "199u", "2001?~", "2001/open", "unknown/2001". */
static TalksDate *
read_draft (const char *text)
{
  g_autoptr (GString) now = g_string_new (NULL);
  TalksDate *date;

  if (strlen (text) > TALKS_DATE_ENTRY_MAX_LENGTH)
    return NULL;
  for (const char *p = text; *p != '\0';)
    if (g_str_has_prefix (p, "unknown"))
      p += strlen ("unknown");
    else if (g_str_has_prefix (p, "open"))
      {
        g_string_append (now, "..");
        p += strlen ("open");
      }
    else if (g_str_has_prefix (p, "?~"))
      {
        g_string_append_c (now, '%');
        p += 2;
      }
    else if (g_ascii_isdigit (*p) || strchr ("-/?~u.", *p) != NULL)
      g_string_append_c (now, *p == 'u' ? 'X' : *p), p++;
    else
      return NULL;
  date = talks_date_parse (now->str, NULL);
  return date;
}

static char *
describe_candidates (const TalksDateEntry *entry)
{
  return g_strdup_printf (_("It can mean %1$s or %2$s."), talks_date_get_text (entry->candidates->pdata[0]),
                          talks_date_get_text (entry->candidates->pdata[1]));
}

TalksDate *
talks_import_read_date (const char      *text,
                        TalksDateOrder   order,
                        TalksDay         today,
                        gboolean        *ambiguous,
                        char           **why)
{
  g_autoptr (TalksDateEntry) entry = talks_date_entry_parse (text, today);
  TalksDate *date = talks_date_entry_get_date (entry);

  *ambiguous = FALSE;
  *why = NULL;
  if (date != NULL)
    return talks_date_ref (date);
  if (entry->candidates->len > 0)
    {
      date = choose_order (entry, text, order, ambiguous);
      if (date == NULL)
        *why = describe_candidates (entry);
      return date;
    }
  date = read_draft (text);
  if (date == NULL)
    *why = g_strdup (entry->problem != NULL ? entry->problem : _("There is no date."));
  return date;
}

/* Where a time of day begins behind a date, as in "2022-03-29 13:35"; NULL: nowhere. */
static const char *
find_clock (const char *text)
{
  const char *colon = strchr (text, ':');
  const char *start = colon;

  while (start != NULL && start > text && g_ascii_isdigit (start[-1]))
    start--;
  return start != NULL && start > text + 1 && start < colon && strchr (" T", start[-1]) != NULL ? start : NULL;
}

TalksDate *
talks_import_read_moment (const char      *text,
                          TalksDateOrder   order,
                          TalksDay         today,
                          char           **clock,
                          gboolean        *ambiguous,
                          char           **why)
{
  TalksDate *date = talks_import_read_date (text, order, today, ambiguous, why);
  const char *start = find_clock (text);
  g_autofree char *time = start != NULL ? talks_import_read_clock (start) : NULL;
  g_autofree char *day = NULL;

  *clock = NULL;
  /* With a shift from UTC behind it, it stays in the date. */
  if (time == NULL)
    return date;
  day = g_strndup (text, (size_t) (start - text - 1));
  g_clear_pointer (&date, talks_date_unref);
  g_clear_pointer (why, g_free);
  date = talks_import_read_date (day, order, today, ambiguous, why);
  /* Spreadsheets write midnight behind a date that has no time. */
  if (strcmp (time, "00:00") != 0)
    *clock = g_steal_pointer (&time);
  return date;
}

/* ---- in parts ---- */

/* Without the time of day, which an interval cannot have. */
static char *
dup_day_text (const TalksDate *date)
{
  const char *text = talks_date_get_text (date);
  const char *time = strchr (text, 'T');

  return time != NULL ? g_strndup (text, (size_t) (time - text)) : g_strdup (text);
}

TalksDate *
talks_import_join_dates (TalksDate  *start,
                         TalksDate  *end,
                         char      **why)
{
  g_autofree char *first = start != NULL ? dup_day_text (start) : NULL;
  g_autofree char *last = end != NULL ? dup_day_text (end) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  TalksDate *date;

  if (first == NULL || last == NULL || strcmp (first, last) == 0)
    return talks_date_ref (start != NULL ? start : end);
  text = g_strconcat (first, "/", last, NULL);
  date = talks_date_parse (text, &error);
  if (date == NULL)
    *why = g_strdup_printf (_("“%1$s” to “%2$s”: %3$s"), first, last, error->message);
  return date;
}

int64_t
talks_import_year_from_era (int64_t year)
{
  return year < 0 ? year + 1 : year;
}

TalksDate *
talks_import_make_date (int64_t   year,
                        int       month,
                        int       day,
                        char    **why)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TalksDate *date;

  if (year < -9999 || year > 9999)
    g_string_append_printf (text, "Y%" G_GINT64_FORMAT, (gint64) year);
  else
    {
      g_string_append_printf (text, "%s%04d", year < 0 ? "-" : "", (int) ABS (year));
      if (month != 0)
        g_string_append_printf (text, "-%02d", month);
      if (month != 0 && day != 0)
        g_string_append_printf (text, "-%02d", day);
    }
  date = talks_date_parse (text->str, &error);
  if (date == NULL)
    *why = g_strdup_printf (_("“%1$s”: %2$s"), text->str, error->message);
  return date;
}

char *
talks_import_read_clock (const char *text)
{
  char *end;
  guint64 hour = g_ascii_isdigit (*text) ? g_ascii_strtoull (text, &end, 10) : 24;
  guint64 minute;
  gboolean afternoon;

  if (hour > 23 || *end != ':' || !g_ascii_isdigit (end[1]))
    return NULL;
  minute = g_ascii_strtoull (end + 1, &end, 10);
  if (*end == ':' && g_ascii_isdigit (end[1]))
    g_ascii_strtoull (end + 1, &end, 10);
  while (*end == ' ')
    end++;
  afternoon = g_ascii_strcasecmp (end, "pm") == 0;
  if (minute > 59 || (*end != '\0' && !afternoon && g_ascii_strcasecmp (end, "am") != 0) || (*end != '\0' && (hour == 0 || hour > 12)))
    return NULL;
  if (*end != '\0')
    hour = hour % 12 + (afternoon ? 12 : 0);
  return g_strdup_printf ("%02u:%02u", (unsigned) hour, (unsigned) minute);
}
