/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-exchange-private.h"

#include "talks-vocabulary.h"

const char *
talks_exchange_name (TalksExchange   *self,
                     TalksRecordKind  kind,
                     const char      *id)
{
  TalksRecord *record = talks_document_lookup_kind (self->document, kind, id);
  const TalksParty *party = (const TalksParty *) record;

  if (record == NULL)
    return id;
  if (kind == TALKS_RECORD_PARTY)
    return talks_text_get (party->short_name, self->language);
  return talks_record_get_title (record, self->language);
}

char *
talks_exchange_person (TalksExchange         *self,
                       const TalksAttendance *attendance)
{
  const TalksParticipant *person = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTICIPANT,
                                                               attendance->participant);
  const char *notes[4] = { NULL };
  GString *words = g_string_new (talks_exchange_name (self, TALKS_RECORD_PARTICIPANT, attendance->participant));
  const char *before = " (";

  notes[0] = person != NULL ? talks_exchange_name (self, TALKS_RECORD_PARTY, person->party) : NULL;
  notes[1] = talks_task_to_words (attendance->role);
  notes[2] = talks_presence_to_words (attendance->presence);
  notes[3] = talks_exchange_get_text (self, attendance->note);
  for (size_t i = 0; i < G_N_ELEMENTS (notes); i++)
    if (notes[i] != NULL)
      {
        g_string_append (words, before);
        g_string_append (words, notes[i]);
        before = ", ";
      }
  if (before[0] == ',')
    g_string_append_c (words, ')');
  return g_string_free (words, FALSE);
}

char *
talks_exchange_clock (const TalksClock *clock)
{
  GString *words;

  if (clock == NULL || (clock->start == NULL && clock->end == NULL))
    return NULL;
  words = g_string_new (clock->start);
  if (clock->end != NULL)
    g_string_append_printf (words, "–%s", clock->end);
  if (clock->zone != NULL)
    g_string_append_printf (words, " %s", clock->zone);
  return g_string_free (words, FALSE);
}

const char *
talks_exchange_certainty (TalksCertainty certainty)
{
  return certainty != TALKS_CERTAINTY_CONFIRMED ? talks_certainty_to_words (certainty) : NULL;
}
