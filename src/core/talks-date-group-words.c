/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words for seasons and other parts of the year. */

#include "talks-date-private.h"

#include "talks-gettext.h"

static char *
season_to_words (int         season,
                 const char *years)
{
  switch (season)
    {
    case 0:
      return g_strdup_printf (C_("season", "spring %s"), years);
    case 1:
      return g_strdup_printf (C_("season", "summer %s"), years);
    case 2:
      return g_strdup_printf (C_("season", "autumn %s"), years);
    default:
      return g_strdup_printf (C_("season", "winter %s"), years);
    }
}

static char *
portion_to_words (int         group,
                  const char *years)
{
  switch (group)
    {
    case 33:
      return g_strdup_printf (C_("part of the year", "first quarter of %s"), years);
    case 34:
      return g_strdup_printf (C_("part of the year", "second quarter of %s"), years);
    case 35:
      return g_strdup_printf (C_("part of the year", "third quarter of %s"), years);
    case 36:
      return g_strdup_printf (C_("part of the year", "last quarter of %s"), years);
    case 37:
      return g_strdup_printf (C_("part of the year", "first four months of %s"), years);
    case 38:
      return g_strdup_printf (C_("part of the year", "middle four months of %s"), years);
    case 39:
      return g_strdup_printf (C_("part of the year", "last four months of %s"), years);
    case 40:
      return g_strdup_printf (C_("part of the year", "first half of %s"), years);
    default:
      return g_strdup_printf (C_("part of the year", "second half of %s"), years);
    }
}

/* TRANSLATORS: A part of a year that is not known, before " of some unknown year" or " of some year
 * in 2010–2019". */
static const char * const parts_alone[] = {
  NC_("part of the year alone", "first quarter"),
  NC_("part of the year alone", "second quarter"),
  NC_("part of the year alone", "third quarter"),
  NC_("part of the year alone", "last quarter"),
  NC_("part of the year alone", "first four months"),
  NC_("part of the year alone", "middle four months"),
  NC_("part of the year alone", "last four months"),
  NC_("part of the year alone", "first half"),
  NC_("part of the year alone", "second half"),
};

static const char * const seasons_alone[] = {
  NC_("part of the year alone", "spring"),
  NC_("part of the year alone", "summer"),
  NC_("part of the year alone", "autumn"),
  NC_("part of the year alone", "winter"),
};

static const char *
get_name_alone (int group)
{
  return talks_pgettext2 ("part of the year alone",
                       group <= 32 ? seasons_alone[(group - 21) % 4] : parts_alone[group - 33]);
}

char *
talks_words_for_group (const TalksDatePart *part,
                       TalksWordsForm       form)
{
  g_autofree char *years = NULL;
  char *words;
  int first;
  int last;

  g_assert (part->group >= 21 && part->group <= 41);

  talks_date_group_get_months (part->group, &first, &last);
  years = talks_words_for_years (part->first_year, part->last_year + (last > 12));
  if (talks_date_part_has_x (part, TALKS_COMPONENT_YEAR))
    words = talks_words_for_some_year (part, get_name_alone (part->group));
  else if (part->group <= 32)
    words = season_to_words ((part->group - 21) % 4, years);
  else
    words = portion_to_words (part->group, years);

  if (part->group >= 25 && part->group <= 28)
    TALKS_WORDS_WRAP (_("%s (northern hemisphere)"), words);
  else if (part->group >= 29 && part->group <= 32)
    TALKS_WORDS_WRAP (_("%s (southern hemisphere)"), words);
  else if (part->group >= 33 && (form & TALKS_WORDS_IN_SENTENCE) != 0)
    /* TRANSLATORS: Inside a sentence: "perhaps the second quarter of 2001". Where one article does not
     * suit all, it may stand in the words for the parts of the year, and only "%s" here. */
    TALKS_WORDS_WRAP (C_("part of the year", "the %s"), words);

  return words;
}
