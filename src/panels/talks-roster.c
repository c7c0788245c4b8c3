/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-roster-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "talks-date-words.h"
#include "talks-state.h"

static void
person_free (gpointer data)
{
  TalksRosterPerson *person = data;

  g_array_unref (person->rounds);
  g_array_unref (person->days);
  g_free (person->words);
  g_free (person);
}

static void
group_free (gpointer data)
{
  TalksRosterGroup *group = data;

  g_ptr_array_unref (group->people);
  g_free (group);
}

/* ---- making ---- */

static TalksTrailState
state_from_presence (TalksPresence presence)
{
  switch (presence)
    {
    case TALKS_PRESENCE_ABSENT:
      return TALKS_TRAIL_ABSENT;
    case TALKS_PRESENCE_REMOTE:
      return TALKS_TRAIL_REMOTE;
    case TALKS_PRESENCE_UNCLEAR:
      return TALKS_TRAIL_UNCLEAR;
    case TALKS_PRESENCE_PRESENT:
    default:
      return TALKS_TRAIL_PRESENT;
    }
}

static void
add_rounds (TalksRoster *self)
{
  for (guint i = 0; i < self->rounds->len; i++)
    {
      const TalksEvent *event = self->rounds->pdata[i];

      for (guint k = 0; k < event->attendance->len; k++)
        {
          const TalksAttendance *attendance = event->attendance->pdata[k];
          TalksParticipant *participant;
          TalksRosterPerson *person;
          TalksAttended attended = { i, state_from_presence (attendance->presence) };

          participant = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTICIPANT,
                                                    attendance->participant);
          person = participant != NULL ? g_hash_table_lookup (self->persons, participant) : NULL;
          if (person != NULL)
            g_array_append_val (person->rounds, attended);
        }
    }
}

static gboolean
was_active (const TalksEvent *event,
            const char       *participant)
{
  const TalksAttendance *attendance = talks_event_get_attendance_of (event, participant);

  return attendance != NULL && g_strcmp0 (attendance->role, "mentioned") != 0;
}

static TalksRosterPerson *
person_new (TalksDocument    *document,
            TalksParticipant *participant,
            guint             order)
{
  GPtrArray *events = talks_document_get_events_of (document, participant->record.id);
  TalksRosterPerson *person = g_new0 (TalksRosterPerson, 1);

  person->participant = participant;
  person->party = talks_document_lookup_kind (document, TALKS_RECORD_PARTY, participant->party);
  person->order = order;
  person->rounds = g_array_new (FALSE, FALSE, sizeof (TalksAttended));
  person->days = g_array_new (FALSE, FALSE, sizeof (TalksDay));
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const TalksEvent *event = events->pdata[i];
      TalksDay day = talks_date_get_sort_day (event->date);

      if (was_active (event, participant->record.id))
        g_array_append_val (person->days, day);
    }
  return person;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  TalksDay left = *(const TalksDay *) a;
  TalksDay right = *(const TalksDay *) b;

  return (left > right) - (left < right);
}

static TalksRosterGroup *
group_new (TalksRoster *self,
           TalksParty  *party)
{
  TalksRosterGroup *group = g_new0 (TalksRosterGroup, 1);

  group->party = party;
  group->people = g_ptr_array_new ();
  g_ptr_array_add (self->groups, group);
  return group;
}

TalksRoster *
talks_roster_new (TalksDocument *document)
{
  TalksRoster *self;
  GPtrArray *parties;
  GPtrArray *participants;
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);
  TalksRosterGroup *others = NULL;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);

  self = g_new0 (TalksRoster, 1);
  self->document = g_object_ref (document);
  self->rounds = talks_document_list_rounds (document);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->persons = g_hash_table_new_full (NULL, NULL, NULL, person_free);

  parties = talks_document_get_records (document, TALKS_RECORD_PARTY);
  for (guint i = 0; i < parties->len; i++)
    g_hash_table_insert (groups, parties->pdata[i], group_new (self, parties->pdata[i]));
  participants = talks_document_get_records (document, TALKS_RECORD_PARTICIPANT);
  for (guint i = 0; i < participants->len; i++)
    {
      TalksRosterPerson *person = person_new (document, participants->pdata[i], i);
      TalksRosterGroup *group = person->party != NULL ? g_hash_table_lookup (groups, person->party) : others;

      if (group == NULL)
        group = others = group_new (self, NULL);
      g_array_sort (person->days, compare_days);
      g_hash_table_insert (self->persons, person->participant, person);
      g_ptr_array_add (group->people, person);
    }
  add_rounds (self);
  return self;
}

void
talks_roster_free (TalksRoster *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->persons);
  g_ptr_array_unref (self->rounds);
  g_object_unref (self->document);
  g_free (self);
}

/* ---- as of a day ---- */

guint
talks_roster_count_rounds (TalksRoster *self,
                           TalksDay     day)
{
  guint low = 0;
  guint high = self->rounds->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const TalksEvent *event = self->rounds->pdata[middle];

      if (talks_date_get_earliest (event->date) <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
talks_roster_get_trail (TalksRoster            *self,
                        const TalksParticipant *participant,
                        TalksDay                day,
                        TalksTrailSummary      *trail)
{
  const TalksRosterPerson *person;
  guint first;

  g_return_if_fail (self != NULL && participant != NULL && trail != NULL);

  memset (trail, 0, sizeof *trail);
  trail->n_rounds = talks_roster_count_rounds (self, day);
  trail->n_states = MIN (trail->n_rounds, TALKS_ROSTER_TRAIL);
  first = trail->n_rounds - trail->n_states;
  person = g_hash_table_lookup (self->persons, participant);
  for (guint i = 0; person != NULL && i < person->rounds->len; i++)
    {
      const TalksAttended *attended = &g_array_index (person->rounds, TalksAttended, i);
      const TalksEvent *round = self->rounds->pdata[attended->round];

      if (attended->round >= trail->n_rounds)
        break;
      trail->n_present += attended->state == TALKS_TRAIL_PRESENT
                          || attended->state == TALKS_TRAIL_REMOTE;
      trail->n_unclear += attended->state == TALKS_TRAIL_UNCLEAR;
      if (attended->state == TALKS_TRAIL_ABSENT)
        {
          trail->n_absent++;
          trail->last_absent = talks_date_get_earliest (round->date);
        }
      if (attended->round >= first)
        trail->states[attended->round - first] = attended->state;
    }
}

char *
talks_trail_to_words (const TalksTrailSummary *trail)
{
  g_autofree char *date = NULL;
  g_autofree char *present = NULL;
  g_autofree char *absent = NULL;
  g_autofree char *unclear = NULL;

  g_return_val_if_fail (trail != NULL, NULL);

  if (trail->n_rounds == 0)
    return g_strdup (_ ("No round by then"));
  present = g_strdup_printf (ngettext ("Present at %1$u of %2$u round",
                                       "Present at %1$u of %2$u rounds", trail->n_rounds),
                             trail->n_present, trail->n_rounds);
  if (trail->n_absent > 0)
    {
      date = talks_day_to_words (trail->last_absent, TALKS_DATE_STYLE_MEDIUM);
      absent = trail->n_absent == 1
                 ? g_strdup_printf (_ ("absent on %s"), date)
                 : g_strdup_printf (ngettext ("absent %1$u time, last on %2$s",
                                              "absent %1$u times, last on %2$s", trail->n_absent),
                                    trail->n_absent, date);
    }
  if (trail->n_unclear > 0)
    unclear = g_strdup_printf (ngettext ("presence unclear at %u", "presence unclear at %u",
                                         trail->n_unclear),
                               trail->n_unclear);
  return g_strjoin ("; ", present, absent != NULL ? absent : unclear,
                    absent != NULL ? unclear : NULL, NULL);
}
