/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which people and lines a roster shows on a day, and in which order. */

#include "talks-roster-private.h"

#include "talks-query.h"
#include "talks-state.h"

#define FEW_OF_A_SIDE 6
#define FEW_OF_ANOTHER 3

static gboolean
is_active (const TalksRosterPerson *person,
           TalksDay                 day)
{
  guint low = 0;
  guint high = person->days->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (person->days, TalksDay, middle) <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 && g_array_index (person->days, TalksDay, low - 1) > day - TALKS_ROSTER_DAYS;
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const TalksRosterPerson *left = *(TalksRosterPerson * const *) a;
  const TalksRosterPerson *right = *(TalksRosterPerson * const *) b;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  return (left->order > right->order) - (left->order < right->order);
}

/* The people of a group, those named at most rounds first. */
static GPtrArray *
sort_people (TalksRoster            *self,
             const TalksRosterGroup *group,
             TalksDay                day)
{
  GPtrArray *people = g_ptr_array_copy (group->people, NULL, NULL);
  guint n_rounds = talks_roster_count_rounds (self, day);

  for (guint i = 0; i < people->len; i++)
    {
      TalksRosterPerson *person = people->pdata[i];

      person->score = 0;
      while (person->score < person->rounds->len
             && g_array_index (person->rounds, TalksAttended, person->score).round < n_rounds)
        person->score++;
    }
  g_ptr_array_sort (people, compare_people);
  return people;
}

static void
add_line (GArray              *lines,
          TalksRosterLineKind  kind,
          TalksParty          *party,
          TalksParticipant    *participant,
          guint                count)
{
  TalksRosterLine line = { kind, party, participant, count };

  g_array_append_val (lines, line);
}

static const char *
get_group_id (const TalksRosterGroup *group)
{
  return group->party != NULL ? group->party->record.id : "";
}

static void
list_group (TalksRoster            *self,
            const TalksRosterGroup *group,
            TalksDay                day,
            const TalksRosterView  *view,
            GArray                 *lines)
{
  g_autoptr (GPtrArray) people = sort_people (self, group, day);
  gboolean side = group->party != NULL && talks_side_is_principal (group->party->side);
  gboolean whole = view->whole != NULL && g_hash_table_contains (view->whole, get_group_id (group));
  guint few = side ? FEW_OF_A_SIDE : FEW_OF_ANOTHER;
  guint n_shown = 0;
  gboolean any_active = FALSE;

  add_line (lines, TALKS_ROSTER_PARTY, group->party, NULL, people->len);
  for (guint i = 0; i < people->len; i++)
    any_active |= is_active (people->pdata[i], day);
  for (guint i = 0; i < people->len; i++)
    {
      const TalksRosterPerson *person = people->pdata[i];
      gboolean first = n_shown < few && (!any_active || is_active (person, day));

      if (!first && (!whole || lines->len >= TALKS_ROSTER_MAX_LINES) && g_strcmp0 (view->shown, person->participant->record.id) != 0)
        continue;
      add_line (lines, TALKS_ROSTER_PERSON, group->party, person->participant, 0);
      n_shown++;
    }
  if (whole && n_shown < people->len)
    add_line (lines, TALKS_ROSTER_TOO_MANY, group->party, NULL, people->len - n_shown);
  if (n_shown < people->len || (whole && people->len > few))
    add_line (lines, TALKS_ROSTER_MORE_PEOPLE, group->party, NULL, whole ? 0 : people->len - n_shown);
}

static const char *
get_words (TalksRosterPerson *person)
{
  const TalksParticipant *participant = person->participant;
  g_autoptr (GString) text = NULL;

  if (person->words != NULL)
    return person->words;

  text = g_string_new (participant->native_name);
  for (guint i = 0; i <= participant->roles->len; i++)
    {
      const TalksText *name = participant->name;
      const char * const *languages;

      if (i > 0)
        name = ((TalksRole *) participant->roles->pdata[i - 1])->title;
      languages = talks_text_get_languages (name);
      g_string_append_printf (text, " %s", talks_text_get (name, NULL));
      for (guint k = 0; languages[k] != NULL; k++)
        g_string_append_printf (text, " %s", talks_text_get (name, languages[k]));
    }
  if (person->party != NULL)
    g_string_append_printf (text, " %s", talks_text_get (person->party->name, NULL));
  person->words = talks_query_fold (text->str);
  return person->words;
}

/* Appends those of a group that match, up to the limit; returns how many did. */
static guint
list_matches (TalksRoster            *self,
              const TalksRosterGroup *group,
              TalksDay                day,
              const char             *query,
              guint                   limit,
              GArray                 *lines)
{
  g_autoptr (GPtrArray) people = sort_people (self, group, day);
  guint header = lines->len;
  guint n_matches = 0;

  for (guint i = 0; i < people->len; i++)
    {
      TalksRosterPerson *person = people->pdata[i];

      if (!talks_query_match (query, get_words (person)))
        continue;
      if (n_matches == 0 && limit > 0)
        add_line (lines, TALKS_ROSTER_PARTY, group->party, NULL, 0);
      if (n_matches < limit)
        add_line (lines, TALKS_ROSTER_PERSON, group->party, person->participant, 0);
      n_matches++;
    }
  if (lines->len > header)
    g_array_index (lines, TalksRosterLine, header).count = n_matches;
  return n_matches;
}

static void
list_all_matches (TalksRoster *self,
                  TalksDay     day,
                  const char  *query,
                  GArray      *lines)
{
  guint n_matches = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      guint limit = n_matches < TALKS_ROSTER_MAX_MATCHES ? TALKS_ROSTER_MAX_MATCHES - n_matches : 0;

      n_matches += list_matches (self, self->groups->pdata[i], day, query, limit, lines);
    }
  if (n_matches > TALKS_ROSTER_MAX_MATCHES)
    add_line (lines, TALKS_ROSTER_TOO_MANY, NULL, NULL, n_matches - TALKS_ROSTER_MAX_MATCHES);
}

/* Whether a party is shown without being asked for. */
static gboolean
is_on_stage (const TalksRosterGroup *group,
             TalksDay                day,
             const TalksRosterView  *view)
{
  if (group->party != NULL && talks_side_is_principal (group->party->side))
    return TRUE;
  for (guint i = 0; i < group->people->len; i++)
    {
      const TalksRosterPerson *person = group->people->pdata[i];

      if (is_active (person, day) || g_strcmp0 (view->shown, person->participant->record.id) == 0)
        return TRUE;
    }
  return FALSE;
}

GArray *
talks_roster_list (TalksRoster           *self,
                   TalksDay               day,
                   const TalksRosterView *view)
{
  GArray *lines;
  guint n_waiting = 0;
  guint n_too_many = 0;

  g_return_val_if_fail (self != NULL && view != NULL, NULL);

  lines = g_array_new (FALSE, FALSE, sizeof (TalksRosterLine));
  if (view->query != NULL && *view->query != '\0')
    {
      list_all_matches (self, day, view->query, lines);
      return lines;
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      const TalksRosterGroup *group = self->groups->pdata[i];

      if (group->people->len == 0)
        continue;
      if (!is_on_stage (group, day, view))
        n_waiting++;
      else if (lines->len < TALKS_ROSTER_MAX_LINES)
        list_group (self, group, day, view, lines);
      else
        n_too_many += group->people->len;
    }
  if (n_too_many > 0)
    add_line (lines, TALKS_ROSTER_TOO_MANY, NULL, NULL, n_too_many);
  if (n_waiting == 0 || n_too_many > 0)
    return lines;
  add_line (lines, TALKS_ROSTER_MORE_PARTIES, NULL, NULL, view->all_parties ? 0 : n_waiting);
  for (guint i = 0; view->all_parties && i < self->groups->len; i++)
    {
      const TalksRosterGroup *group = self->groups->pdata[i];

      if (group->people->len == 0 || is_on_stage (group, day, view))
        continue;
      if (lines->len < TALKS_ROSTER_MAX_LINES)
        list_group (self, group, day, view, lines);
      else
        n_too_many += group->people->len;
    }
  if (n_too_many > 0)
    add_line (lines, TALKS_ROSTER_TOO_MANY, NULL, NULL, n_too_many);
  return lines;
}
