/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-query-private.h"

#include "talks-date-words.h"

static void
visit_string (const TalksTextVisitor *visitor,
              const char             *text,
              TalksTextRole           role)
{
  if (text != NULL && *text != '\0')
    visitor->func (text, role, visitor->data);
}

static void
visit_text (const TalksTextVisitor *visitor,
            const TalksText        *text,
            TalksTextRole           role)
{
  const char * const *languages;

  if (text == NULL)
    return;
  languages = talks_text_get_languages (text);
  if (visitor->lang != NULL || languages[0] == NULL)
    visit_string (visitor, talks_text_get (text, visitor->lang), role);
  else
    for (guint i = 0; languages[i] != NULL; i++)
      visit_string (visitor, talks_text_get (text, languages[i]), role);
}

static void
visit_date (const TalksTextVisitor *visitor,
            const TalksDate        *date)
{
  g_autofree char *medium = NULL;
  g_autofree char *full = NULL;

  if (date == NULL)
    return;
  medium = talks_date_to_words (date, TALKS_DATE_STYLE_MEDIUM);
  full = talks_date_to_words (date, TALKS_DATE_STYLE_FULL);
  visit_string (visitor, talks_date_get_text (date), TALKS_TEXT_DATE);
  visit_string (visitor, medium, TALKS_TEXT_DATE);
  visit_string (visitor, full, TALKS_TEXT_DATE);
}

static void
visit_event (const TalksTextVisitor *visitor,
             const TalksEvent       *event)
{
  visit_text (visitor, event->title, TALKS_TEXT_TITLE);
  visit_text (visitor, event->label, TALKS_TEXT_TITLE);
  visit_text (visitor, event->summary, TALKS_TEXT_BODY);
  visit_text (visitor, event->outcome, TALKS_TEXT_BODY);
  if (event->place != NULL)
    visit_text (visitor, event->place->name, TALKS_TEXT_BODY);
  visit_text (visitor, event->note, TALKS_TEXT_BODY);
  visit_text (visitor, event->time_note, TALKS_TEXT_BODY);
  for (guint i = 0; i < event->accounts->len; i++)
    visit_text (visitor, ((TalksAccount *) event->accounts->pdata[i])->claim, TALKS_TEXT_BODY);
  for (guint i = 0; i < event->attendance->len; i++)
    visit_text (visitor, ((TalksAttendance *) event->attendance->pdata[i])->note, TALKS_TEXT_BODY);
  visit_date (visitor, event->date);
}

static void
visit_participant (const TalksTextVisitor *visitor,
                   const TalksParticipant *participant)
{
  visit_text (visitor, participant->name, TALKS_TEXT_TITLE);
  visit_string (visitor, participant->native_name, TALKS_TEXT_TITLE);
  visit_text (visitor, participant->description, TALKS_TEXT_BODY);
  for (guint i = 0; i < participant->roles->len; i++)
    visit_text (visitor, ((TalksRole *) participant->roles->pdata[i])->title, TALKS_TEXT_BODY);
}

static void
visit_position (const TalksTextVisitor *visitor,
                const TalksPosition    *position)
{
  visit_text (visitor, position->label, TALKS_TEXT_TITLE);
  visit_text (visitor, position->stance, TALKS_TEXT_BODY);
  if (position->quote != NULL)
    {
      visit_string (visitor, position->quote->text, TALKS_TEXT_BODY);
      visit_text (visitor, position->quote->note, TALKS_TEXT_BODY);
    }
  visit_date (visitor, position->date);
}

static void
visit_name (const TalksTextVisitor *visitor,
            const TalksName        *name)
{
  g_autofree char *text = talks_name_to_text (name);

  visit_string (visitor, text, TALKS_TEXT_BODY);
}

static void
visit_source (const TalksTextVisitor *visitor,
              const TalksSource      *source)
{
  visit_string (visitor, source->title, TALKS_TEXT_TITLE);
  for (guint i = 0; i < source->author->len; i++)
    visit_name (visitor, source->author->pdata[i]);
  visit_string (visitor, source->container_title, TALKS_TEXT_BODY);
  visit_string (visitor, source->publisher, TALKS_TEXT_BODY);
  visit_string (visitor, source->note, TALKS_TEXT_BODY);
  visit_string (visitor, source->url, TALKS_TEXT_BODY);
  visit_date (visitor, source->issued);
}

void
talks_query_visit_texts (const TalksTextVisitor *visitor,
                         const TalksRecord      *record)
{
  switch (record->kind)
    {
    case TALKS_RECORD_EVENT:
      visit_event (visitor, (const TalksEvent *) record);
      break;
    case TALKS_RECORD_PARTICIPANT:
      visit_participant (visitor, (const TalksParticipant *) record);
      break;
    case TALKS_RECORD_POSITION:
      visit_position (visitor, (const TalksPosition *) record);
      break;
    case TALKS_RECORD_SOURCE:
      visit_source (visitor, (const TalksSource *) record);
      break;
    case TALKS_RECORD_PARTY:
      visit_text (visitor, ((const TalksParty *) record)->name, TALKS_TEXT_TITLE);
      visit_text (visitor, ((const TalksParty *) record)->short_name, TALKS_TEXT_TITLE);
      visit_text (visitor, ((const TalksParty *) record)->description, TALKS_TEXT_BODY);
      break;
    case TALKS_RECORD_TOPIC:
      visit_text (visitor, ((const TalksTopic *) record)->name, TALKS_TEXT_TITLE);
      visit_text (visitor, ((const TalksTopic *) record)->description, TALKS_TEXT_BODY);
      break;
    case TALKS_RECORD_ANNOTATION:
      visit_string (visitor, ((const TalksAnnotation *) record)->body, TALKS_TEXT_BODY);
      visit_string (visitor, ((const TalksAnnotation *) record)->exact, TALKS_TEXT_BODY);
      visit_string (visitor, ((const TalksAnnotation *) record)->creator, TALKS_TEXT_BODY);
      break;
    case TALKS_RECORD_LANE:
    case TALKS_RECORD_TOUR:
    case TALKS_N_RECORD_KINDS:
    default:
      break;
    }
}
