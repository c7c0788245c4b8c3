/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-state.h"

#include <string.h>

static TalksDay
get_begin (const TalksRole *role)
{
  return role->from != NULL ? talks_date_get_earliest (role->from) : TALKS_DAY_MIN;
}

static TalksDay
get_end (const TalksRole *role)
{
  return role->to != NULL ? talks_date_get_latest (role->to) : TALKS_DAY_MAX;
}

const TalksRole *
talks_participant_get_role_at (const TalksParticipant *participant,
                               TalksDay                day)
{
  const TalksRole *best = NULL;

  g_return_val_if_fail (participant != NULL, NULL);

  for (guint i = 0; i < participant->roles->len; i++)
    {
      const TalksRole *role = participant->roles->pdata[i];

      if (get_begin (role) <= day && day <= get_end (role)
          && (best == NULL || get_begin (role) > get_begin (best)))
        best = role;
    }
  return best;
}

const TalksRole *
talks_participant_get_role_after (const TalksParticipant *participant,
                                  TalksDay                day)
{
  const TalksRole *best = NULL;

  g_return_val_if_fail (participant != NULL, NULL);

  for (guint i = 0; i < participant->roles->len; i++)
    {
      const TalksRole *role = participant->roles->pdata[i];

      if (get_begin (role) > day && (best == NULL || get_begin (role) < get_begin (best)))
        best = role;
    }
  return best;
}

int
talks_positions_find_at (GPtrArray *positions,
                         TalksDay   day)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (positions != NULL, -1);

  high = positions->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const TalksPosition *position = positions->pdata[middle];

      if (talks_date_get_earliest (position->date) <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return (int) low - 1;
}

gboolean
talks_side_is_principal (const char *side)
{
  return side != NULL && *side != '\0' && strcmp (side, "mediator") != 0 && strcmp (side, "other") != 0;
}

/* Roles of people who sit in a delegation, by the vocabulary of the document format. */
static gboolean
is_delegate (const char *role)
{
  return role != NULL
         && (strcmp (role, "head of delegation") == 0 || strcmp (role, "delegate") == 0);
}

/* Whether delegates of at least two sides in the dispute were there. */
static gboolean
is_round (TalksDocument    *document,
          const TalksEvent *event)
{
  const char *first = NULL;

  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = event->attendance->pdata[i];
      TalksParticipant *participant;
      TalksParty *party;

      if (!is_delegate (attendance->role) || attendance->presence == TALKS_PRESENCE_ABSENT)
        continue;
      participant = talks_document_lookup_kind (document, TALKS_RECORD_PARTICIPANT,
                                                attendance->participant);
      if (participant == NULL)
        continue;
      party = talks_document_lookup_kind (document, TALKS_RECORD_PARTY, participant->party);
      if (party == NULL || !talks_side_is_principal (party->side))
        continue;
      if (first == NULL)
        first = party->side;
      else if (strcmp (first, party->side) != 0)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
talks_document_list_rounds (TalksDocument *document)
{
  GPtrArray *events;
  GPtrArray *rounds;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);

  rounds = g_ptr_array_new ();
  events = talks_document_get_events_by_time (document);
  for (guint i = 0; i < events->len; i++)
    {
      TalksEvent *event = events->pdata[i];

      if ((strcmp (event->kind, "talks") == 0 || strcmp (event->kind, "summit") == 0)
          && is_round (document, event))
        g_ptr_array_add (rounds, event);
    }
  return rounds;
}

const TalksAttendance *
talks_event_get_attendance_of (const TalksEvent *event,
                               const char       *participant)
{
  g_return_val_if_fail (event != NULL && participant != NULL, NULL);

  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = event->attendance->pdata[i];

      if (g_strcmp0 (attendance->participant, participant) == 0)
        return attendance;
    }
  return NULL;
}

gboolean
talks_event_involves_party (TalksDocument    *document,
                            const TalksEvent *event,
                            const char       *party)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (event != NULL && party != NULL, FALSE);

  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = event->attendance->pdata[i];
      TalksParticipant *participant;

      if (attendance->presence == TALKS_PRESENCE_ABSENT)
        continue;
      participant = talks_document_lookup_kind (document, TALKS_RECORD_PARTICIPANT,
                                                attendance->participant);
      if (participant != NULL && g_strcmp0 (participant->party, party) == 0)
        return TRUE;
    }
  return FALSE;
}
