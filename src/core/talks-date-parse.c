/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads EDTF by recursive descent: a set is made of dates and ranges, an interval of one range, a
 * date of components (talks-date-part.c). */

#include "talks-date-private.h"

#include "talks-error.h"
#include "talks-gettext.h"

#include <string.h>

/* Saying what is wrong */

gboolean
talks_date_fail (GError    **error,
                 const char *format,
                 ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (TALKS_ERROR, TALKS_ERROR_DATE, format, args));
  va_end (args);

  return FALSE;
}

char *
talks_date_show (const char *start,
                 const char *end)
{
  g_autofree char *valid = g_utf8_make_valid (start, end - start);
  GString *shown = g_string_new (NULL);
  int n = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (n++ == 40)
        {
          g_string_append (shown, "…");
          break;
        }
      g_string_append_unichar (shown, g_unichar_isprint (c) ? c : 0xfffd);
    }

  return g_string_free (shown, FALSE);
}

/* Intervals and sets */

static gboolean
read_end (const char     *start,
          const char     *end,
          TalksDateEnd   *kind,
          TalksDatePart  *part,
          GError        **error)
{
  *kind = TALKS_END_DATE;
  if (start == end)
    *kind = TALKS_END_UNKNOWN;
  else if (end - start == 2 && memcmp (start, "..", 2) == 0)
    *kind = TALKS_END_OPEN;
  else
    return talks_date_part_read (start, end, FALSE, part, error);

  return TRUE;
}

static gboolean
is_reversed (const TalksDateRange *range)
{
  return range->start_kind == TALKS_END_DATE && range->end_kind == TALKS_END_DATE
         && range->start.earliest > range->end.latest;
}

/* The ends of a range in a set, and so all between them, have the same precision. */
static gboolean
has_mixed_ends (const TalksDateRange *range)
{
  return range->start_kind == TALKS_END_DATE && range->end_kind == TALKS_END_DATE
         && (range->start.written != range->end.written
             || (range->start.group != 0) != (range->end.group != 0));
}

static gboolean
read_interval (const char      *text,
               TalksDateRange  *range,
               GError         **error)
{
  const char *slash = strchr (text, '/');
  const char *end = text + strlen (text);

  if (strchr (slash + 1, '/') != NULL)
    return talks_date_fail (error,
                            _("An interval has one slash between start and end; the parts of a "
                              "date are separated by hyphens, year first."));
  if (!read_end (text, slash, &range->start_kind, &range->start, error)
      || !read_end (slash + 1, end, &range->end_kind, &range->end, error))
    return FALSE;
  if (range->start_kind == TALKS_END_UNKNOWN && range->end_kind == TALKS_END_UNKNOWN)
    return talks_date_fail (error, _("An interval needs a date on one side at least."));
  if (is_reversed (range))
    {
      g_autofree char *left = talks_date_show (text, slash);
      g_autofree char *right = talks_date_show (slash + 1, end);

      return talks_date_fail (error,
                              _("The interval ends before it begins: perhaps %s/%s is meant."),
                              right, left);
    }

  return TRUE;
}

static gboolean
read_member (const char      *start,
             const char      *end,
             gboolean         is_first,
             gboolean         is_last,
             TalksDateRange  *range,
             GError         **error)
{
  const char *dots = g_strstr_len (start, end - start, "..");

  if (start == end)
    return talks_date_fail (error,
                            _("A date is missing in the set: members are separated by one comma "
                              "each."));
  if (dots == NULL)
    {
      range->is_single = TRUE;
      return talks_date_part_read (start, end, FALSE, &range->start, error);
    }
  if (end - start == 2)
    return talks_date_fail (error, _("“..” in a set needs a date before or after it."));
  if (dots == start && !is_first)
    return talks_date_fail (error, _("“..” can open only the first member of a set."));
  if (dots + 2 == end && !is_last)
    return talks_date_fail (error, _("“..” can close only the last member of a set."));

  range->start_kind = dots == start ? TALKS_END_OPEN : TALKS_END_DATE;
  range->end_kind = dots + 2 == end ? TALKS_END_OPEN : TALKS_END_DATE;
  if (range->start_kind == TALKS_END_DATE
      && !talks_date_part_read (start, dots, FALSE, &range->start, error))
    return FALSE;
  if (range->end_kind == TALKS_END_DATE
      && !talks_date_part_read (dots + 2, end, FALSE, &range->end, error))
    return FALSE;
  if (has_mixed_ends (range))
    {
      g_autofree char *shown = talks_date_show (start, end);

      return talks_date_fail (error,
                              _("The range “%s” needs ends of one kind: two years, two months or two "
                                "days."),
                              shown);
    }
  if (is_reversed (range))
    {
      g_autofree char *shown = talks_date_show (start, end);

      return talks_date_fail (error, _("The range “%s” ends before it begins."), shown);
    }

  return TRUE;
}

static gboolean
read_set (const char  *text,
          GArray      *ranges,
          GError     **error)
{
  const char *end = text + strlen (text) - 1;
  const char *at = text + 1;
  char close = *text == '[' ? ']' : '}';
  gboolean is_last = FALSE;

  if (*end != close)
    return talks_date_fail (error, _("A set that begins with “%c” ends with “%c”."), *text, close);

  while (!is_last)
    {
      TalksDateRange range = { 0 };
      const char *comma = memchr (at, ',', end - at);
      const char *stop = comma != NULL ? comma : end;

      is_last = comma == NULL;
      if (!read_member (at, stop, ranges->len == 0, is_last, &range, error))
        return FALSE;
      g_array_append_val (ranges, range);
      for (at = stop + 1; !is_last && *at == ' '; at++)
        ;
    }

  return TRUE;
}

/* Characters that no date has */

static gboolean
fail_letter (const char *text,
             const char *at,
             GError    **error)
{
  gboolean beside_digit = (at > text && strchr ("0123456789XxUu", at[-1]) != NULL)
                          || (at[1] != '\0' && strchr ("0123456789XxUu", at[1]) != NULL);

  if (strstr (text, "unknown") != NULL || strstr (text, "open") != NULL)
    return talks_date_fail (error,
                            _("For an unknown end write nothing, as in 1985/, and for an open "
                              "one “..”, as in 1985/.."));
  if (beside_digit && strchr ("xu", *at) != NULL)
    return talks_date_fail (error, _("A digit that is not specified is a capital X, as in 199X."));
  if (beside_digit && *at == 'p')
    return talks_date_fail (error, _("Significant digits are written with S, as in 1950S2."));
  if (beside_digit && strchr ("yestz", *at) != NULL)
    return talks_date_fail (error,
                            _("The letter “%c” is a capital in a date: “%c”."),
                            *at, g_ascii_toupper (*at));

  return talks_date_fail (error,
                          _("Write the date in digits, year first, as in 2022, 2022-03 or "
                            "2022-03-29."));
}

static gboolean
fail_character (const char *text,
                const char *at,
                GError    **error)
{
  gunichar c = g_utf8_get_char (at);
  g_autofree char *shown = talks_date_show (at, g_utf8_next_char (at));

  if (g_unichar_isspace (c) || !g_unichar_isprint (c))
    return talks_date_fail (error,
                            _("There is a space or an invisible character where a date has none."));
  if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212)
    return talks_date_fail (error, _("Write a plain hyphen (-) in a date, not “%s”."), shown);
  if (g_ascii_isalpha (c))
    return fail_letter (text, at, error);
  if (*at == '.')
    return talks_date_fail (error,
                            _("The parts of a date are separated by hyphens, year first, as in "
                              "2022-03-29."));
  if (*at == '+')
    return talks_date_fail (error, _("A year has no plus sign."));

  return talks_date_fail (error, _("“%s” cannot stand in a date."), shown);
}

/* Some texts are plainly no EDTF, for a reason worth telling before the grammar is asked. */
static gboolean
check_characters (const char *text,
                  GError    **error)
{
  if (*text == '\0')
    return talks_date_fail (error,
                            _("The date is empty: write it as in 2022, 2022-03 or 2022-03-29."));
  if (!g_utf8_validate (text, -1, NULL))
    return talks_date_fail (error, _("The date has bytes that are not UTF-8 text."));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean is_fine = strchr ("0123456789XYESTZ-+:./?~%[]{},", *at) != NULL;

      if (*at == ' ')
        is_fine = at > text && strchr (", ", at[-1]) != NULL && (*text == '[' || *text == '{');
      else if (*at == '.')
        is_fine = at[1] == '.' || (at > text && at[-1] == '.');
      else if (*at == '+')
        is_fine = at > text;
      if (!is_fine)
        return fail_character (text, at, error);
    }

  return TRUE;
}

TalksDate *
talks_date_parse (const char  *text,
                  GError     **error)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, TRUE, sizeof (TalksDateRange));
  TalksDateShape shape = TALKS_SHAPE_SINGLE;
  TalksDateRange range = { 0 };
  size_t n_ranges;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_characters (text, error))
    return NULL;

  if (*text == '[' || *text == '{')
    {
      shape = *text == '[' ? TALKS_SHAPE_ONE_OF : TALKS_SHAPE_ALL_OF;
      if (!read_set (text, ranges, error))
        return NULL;
    }
  else if (strchr (text, '/') != NULL)
    {
      shape = TALKS_SHAPE_INTERVAL;
      if (!read_interval (text, &range, error))
        return NULL;
      g_array_append_val (ranges, range);
    }
  else
    {
      range.is_single = TRUE;
      if (!talks_date_part_read (text, text + strlen (text), TRUE, &range.start, error))
        return NULL;
      g_array_append_val (ranges, range);
    }

  n_ranges = ranges->len;

  return talks_date_new_from_ranges (text, shape,
                                     (TalksDateRange *) (void *) g_array_steal (ranges, NULL),
                                     n_ranges);
}
