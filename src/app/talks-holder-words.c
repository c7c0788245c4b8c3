/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-holder-words.h"

#include <glib/gi18n-lib.h>

#include "talks-date-words.h"

static char *
join (GDateTime  *then,
      const char *clock)
{
  g_autofree char *day = talks_day_to_words (talks_day_from_civil (g_date_time_get_year (then),
                                                                   g_date_time_get_month (then),
                                                                   g_date_time_get_day_of_month (then)),
                                             TALKS_DATE_STYLE_MEDIUM);

  /* Translators: a day and a time: "22 Nov 2026, 10:15". */
  return g_strdup_printf (_("%1$s, %2$s"), day, clock);
}

char *
talks_moment_words (int64_t  time,
                    gboolean with_seconds)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  g_autofree char *clock = NULL;

  if (then == NULL)
    return g_strdup ("");
  clock = g_date_time_format (then, with_seconds ? "%H:%M:%S" : "%H:%M");
  return join (then, clock);
}

char *
talks_time_words (int64_t time)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = NULL;

  if (then == NULL)
    return g_strdup ("");
  clock = g_date_time_format (then, "%H:%M");
  if (g_date_time_get_year (then) == g_date_time_get_year (now)
      && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now))
    return g_steal_pointer (&clock);
  return join (then, clock);
}

const char *
talks_holder_get_user (const TalksLockHolder *holder)
{
  g_return_val_if_fail (holder != NULL, NULL);
  return *holder->real_name != '\0' ? holder->real_name : holder->user;
}

char *
talks_holder_words (const TalksLockHolder *holder,
                    const char            *name)
{
  g_autofree char *since = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (holder == NULL)
    return g_strdup_printf (_("Somebody else has “%s” open, too."), name);
  if (talks_lock_holder_is_self (holder))
    return g_strdup_printf (_("“%s” is also open in another window."), name);
  since = talks_time_words (holder->since);
  /* Translators: a user, the name of a file, the name of a computer, a time. */
  return g_strdup_printf (_("%1$s has “%2$s” open, too, on the computer “%3$s”, since %4$s."),
                          talks_holder_get_user (holder), name, holder->host, since);
}
