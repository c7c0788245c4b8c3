/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records of the negotiation itself. Where a record can be shown without a member that it ought
 * to have, the lack is reported (some by talks_document_validate()) and the nearest other words
 * stand in: nobody loses an event over a missing title. */

#include "talks-document-reader-private.h"

#include <string.h>

#include "talks-gettext.h"

/* For a party whose own colour cannot be read. */
#define FALLBACK_COLOR "#5e5c64"

/* A text that must be there, or the fallback, in a language of its own. */
static TalksText *
read_name (TalksJsonReport *report,
           JsonObject      *object,
           const char      *name,
           const char      *fallback)
{
  TalksText *text = talks_json_dup_heading (report, object, name);

  if (text != NULL)
    return text;
  talks_json_report_missing (report, object, name);
  return talks_text_new_plain (fallback);
}

/* A text that is not empty; NULL, having reported that the entry is lost without. */
static char *
read_required (TalksJsonReport *report,
               JsonObject      *object,
               const char      *name)
{
  const char *text = talks_json_get_string (report, object, name);

  if (text != NULL && !talks_json_is_blank (text))
    return g_strdup (text);
  talks_json_report_useless (report, name);
  return NULL;
}

static void
read_strv (TalksJsonReport   *report,
           JsonObject        *object,
           const char        *name,
           char            ***strv)
{
  g_strfreev (*strv);
  *strv = talks_json_dup_words (report, object, name);
}

/* ---- lanes, topics, parties ---- */

gpointer
talks_read_lane (TalksJsonReport *report,
                 JsonObject      *object,
                 const char      *id)
{
  TalksLane *lane = talks_record_new (TALKS_RECORD_LANE, id);

  lane->name = read_name (report, object, "name", id);
  read_strv (report, object, "kinds", &lane->kinds);
  return lane;
}

gpointer
talks_read_topic (TalksJsonReport *report,
                  JsonObject      *object,
                  const char      *id)
{
  TalksTopic *topic = talks_record_new (TALKS_RECORD_TOPIC, id);

  topic->name = read_name (report, object, "name", id);
  topic->description = talks_json_dup_text (report, object, "description");
  return topic;
}

static gboolean
is_color (const char *text)
{
  return text[0] == '#' && strlen (text) == 7 && strspn (text + 1, "0123456789abcdefABCDEF") == 6;
}

static char *
read_color (TalksJsonReport *report,
            JsonObject      *object)
{
  const char *color = talks_json_get_string (report, object, "color");

  if (color != NULL && is_color (color))
    return g_strdup (color);
  if (color != NULL)
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, "color",
                           _("“%s” is not a colour; write it as # and six hexadecimal digits."),
                           color);
  else if (!json_object_has_member (object, "color"))
    talks_json_report_add (report, TALKS_SEVERITY_WARNING, NULL,
                           _("This party has no “color” and is drawn in grey."));
  return g_strdup (FALLBACK_COLOR);
}

gpointer
talks_read_party (TalksJsonReport *report,
                  JsonObject      *object,
                  const char      *id)
{
  TalksParty *party = talks_record_new (TALKS_RECORD_PARTY, id);
  const char *word;

  party->name = read_name (report, object, "name", id);
  party->short_name = talks_json_dup_heading (report, object, "short");
  if (party->short_name == NULL)
    party->short_name = talks_text_ref (party->name);
  party->description = talks_json_dup_text (report, object, "description");
  party->side = talks_json_dup_word (report, object, "side");
  party->color = read_color (report, object);

  word = talks_json_get_string (report, object, "kind");
  if (word == NULL)
    talks_json_report_missing (report, object, "kind");
  else if (!talks_party_kind_from_name (word, &party->kind))
    talks_json_report_word (report, "kind", word);

  word = talks_json_get_string (report, object, "mark");
  if (word != NULL && !talks_mark_from_name (word, &party->mark))
    talks_json_report_word (report, "mark", word);
  else if (!json_object_has_member (object, "mark"))
    talks_json_report_add (report, TALKS_SEVERITY_WARNING, NULL,
                           _("This party has no “mark” to be told by, and is drawn as a circle."));
  return party;
}

/* ---- participants ---- */

static gpointer
read_role (TalksJsonReport *report,
           JsonObject      *object)
{
  TalksText *title = talks_json_dup_heading (report, object, "title");
  TalksRole *role;

  if (title == NULL)
    {
      talks_json_report_useless (report, "title");
      return NULL;
    }
  role = g_new0 (TalksRole, 1);
  role->title = title;
  role->from = talks_json_dup_date (report, object, "from");
  role->to = talks_json_dup_date (report, object, "to");
  return role;
}

gpointer
talks_read_participant (TalksJsonReport *report,
                        JsonObject      *object,
                        const char      *id)
{
  TalksParticipant *participant = talks_record_new (TALKS_RECORD_PARTICIPANT, id);

  participant->native_name = talks_json_dup_word (report, object, "native_name");
  participant->name = read_name (report, object, "name",
                                 participant->native_name != NULL ? participant->native_name : id);
  participant->party = talks_json_dup_string (report, object, "party");
  participant->description = talks_json_dup_text (report, object, "description");
  talks_json_read_list (report, object, "roles", read_role, participant->roles);
  read_strv (report, object, "sources", &participant->sources);
  return participant;
}

/* ---- events ---- */

static gpointer
read_attendance (TalksJsonReport *report,
                 JsonObject      *object)
{
  char *participant = read_required (report, object, "participant");
  const char *presence = talks_json_get_string (report, object, "presence");
  TalksAttendance *attendance;

  if (participant == NULL)
    return NULL;
  attendance = g_new0 (TalksAttendance, 1);
  attendance->participant = participant;
  attendance->role = talks_json_dup_word (report, object, "role");
  attendance->note = talks_json_dup_text (report, object, "note");

  /* Who is named without a word about presence was there; a word nobody knows says nothing. */
  attendance->presence = TALKS_PRESENCE_PRESENT;
  if (presence != NULL && !talks_presence_from_name (presence, &attendance->presence))
    {
      talks_json_report_word (report, "presence", presence);
      attendance->presence = TALKS_PRESENCE_UNCLEAR;
    }
  else if (presence == NULL && json_object_has_member (object, "presence"))
    attendance->presence = TALKS_PRESENCE_UNCLEAR;
  return attendance;
}

static gpointer
read_relation (TalksJsonReport *report,
               JsonObject      *object)
{
  char *event = read_required (report, object, "event");
  TalksRelation *relation;

  if (event == NULL)
    return NULL;
  relation = g_new0 (TalksRelation, 1);
  relation->event = event;
  relation->relation = talks_json_dup_word (report, object, "relation");
  return relation;
}

static gpointer
read_account (TalksJsonReport *report,
              JsonObject      *object)
{
  TalksText *claim = talks_json_dup_heading (report, object, "claim");
  TalksAccount *account;

  if (claim == NULL)
    {
      talks_json_report_useless (report, "claim");
      return NULL;
    }
  account = g_new0 (TalksAccount, 1);
  account->claim = claim;
  account->date = talks_json_dup_date (report, object, "date");
  account->sources = talks_json_dup_words (report, object, "sources");
  return account;
}

static TalksClock *
read_clock (TalksJsonReport *report,
            JsonObject      *event)
{
  JsonObject *object = talks_json_get_object (report, event, "time");
  TalksClock *clock_time;
  size_t mark;

  if (object == NULL)
    return NULL;
  mark = talks_json_report_enter (report, "time");
  clock_time = g_new0 (TalksClock, 1);
  clock_time->start = talks_json_dup_string (report, object, "start");
  clock_time->end = talks_json_dup_string (report, object, "end");
  clock_time->zone = talks_json_dup_string (report, object, "zone");
  talks_json_report_leave (report, mark);
  return clock_time;
}

static TalksPlace *
read_place (TalksJsonReport *report,
            JsonObject      *event)
{
  JsonObject *object = talks_json_get_object (report, event, "place");
  TalksText *name;
  TalksPlace *place = NULL;
  size_t mark;

  if (object == NULL)
    return NULL;
  mark = talks_json_report_enter (report, "place");
  name = talks_json_dup_heading (report, object, "name");
  if (name == NULL)
    talks_json_report_useless (report, "name");
  else
    {
      gboolean has_latitude, has_longitude;

      place = g_new0 (TalksPlace, 1);
      place->name = name;
      has_latitude = talks_json_get_number (report, object, "lat", &place->latitude);
      has_longitude = talks_json_get_number (report, object, "lon", &place->longitude);
      place->has_coordinates = has_latitude && has_longitude;
      if (has_latitude && !has_longitude)
        talks_json_report_missing (report, object, "lon");
      else if (has_longitude && !has_latitude)
        talks_json_report_missing (report, object, "lat");
    }
  talks_json_report_leave (report, mark);
  return place;
}

/* Title and label stand in for each other. */
static void
read_event_names (TalksJsonReport *report,
                  JsonObject      *object,
                  TalksEvent      *event)
{
  event->title = talks_json_dup_heading (report, object, "title");
  event->label = talks_json_dup_heading (report, object, "label");
  if (event->title == NULL)
    {
      talks_json_report_missing (report, object, "title");
      event->title = event->label != NULL ? talks_text_ref (event->label)
                                          : talks_text_new_plain (event->record.id);
    }
  if (event->label == NULL)
    event->label = talks_text_ref (event->title);
}

/* Whether the event and the accounts of it name one and the same source. */
static gboolean
has_one_source (const TalksEvent *event)
{
  const char *first = event->sources[0];

  for (guint i = 0; event->sources[i] != NULL; i++)
    if (strcmp (event->sources[i], first) != 0)
      return FALSE;
  for (guint i = 0; i < event->accounts->len; i++)
    {
      const TalksAccount *account = g_ptr_array_index (event->accounts, i);

      for (guint j = 0; account->sources[j] != NULL; j++)
        {
          if (first == NULL)
            first = account->sources[j];
          if (strcmp (account->sources[j], first) != 0)
            return FALSE;
        }
    }
  return first != NULL;
}

/* Who does not say how certain an event is says nothing that one source would be too few for. */
static void
check_certainty (TalksJsonReport  *report,
                 JsonObject       *object,
                 const TalksEvent *event)
{
  if (!json_object_has_member (object, "certainty") || !has_one_source (event))
    return;
  if (event->certainty == TALKS_CERTAINTY_CONFIRMED)
    talks_json_report_add (report, TALKS_SEVERITY_WARNING, "certainty",
                           _("One source alone confirms this event: add another one that does not rest "
                             "on it, or call the event “reported”."));
  else if (event->certainty == TALKS_CERTAINTY_DISPUTED)
    talks_json_report_add (report, TALKS_SEVERITY_WARNING, "certainty",
                           _("One source alone is given for a disputed event: add one for each side of "
                             "the dispute."));
}

static TalksCertainty
read_certainty (TalksJsonReport *report,
                JsonObject      *object)
{
  const char *word = talks_json_get_string (report, object, "certainty");
  TalksCertainty certainty;

  if (word == NULL && !json_object_has_member (object, "certainty"))
    return TALKS_CERTAINTY_CONFIRMED;
  if (talks_certainty_from_name (word, &certainty))
    return certainty;
  if (word != NULL)
    talks_json_report_word (report, "certainty", word);
  /* Nothing is called confirmed by a word that nobody knows. */
  return TALKS_CERTAINTY_REPORTED;
}

gpointer
talks_read_event (TalksJsonReport *report,
                  JsonObject      *object,
                  const char      *id)
{
  g_autoptr (TalksEvent) event = talks_record_new (TALKS_RECORD_EVENT, id);

  event->date = talks_json_dup_date (report, object, "date");
  if (event->date == NULL)
    {
      talks_json_report_useless (report, "date");
      return NULL;
    }
  event->time = read_clock (report, object);
  event->time_note = talks_json_dup_text (report, object, "time_note");
  event->kind = talks_json_dup_word (report, object, "kind");
  if (event->kind == NULL)
    event->kind = g_strdup ("");
  event->format = talks_json_dup_word (report, object, "format");
  event->place = read_place (report, object);
  read_event_names (report, object, event);
  event->summary = talks_json_dup_text (report, object, "summary");
  event->outcome = talks_json_dup_text (report, object, "outcome");
  talks_json_read_list (report, object, "attendance", read_attendance, event->attendance);
  talks_json_read_list (report, object, "related", read_relation, event->related);
  talks_json_read_list (report, object, "accounts", read_account, event->accounts);
  event->certainty = read_certainty (report, object);
  event->note = talks_json_dup_text (report, object, "note");
  read_strv (report, object, "sources", &event->sources);
  check_certainty (report, object, event);
  return g_steal_pointer (&event);
}

/* ---- positions ---- */

static TalksQuote *
read_quote (TalksJsonReport *report,
            JsonObject      *position)
{
  JsonObject *object = talks_json_get_object (report, position, "quote");
  TalksQuote *quote = NULL;
  char *text;
  size_t mark;

  if (object == NULL)
    return NULL;
  mark = talks_json_report_enter (report, "quote");
  text = read_required (report, object, "text");
  if (text != NULL)
    {
      quote = g_new0 (TalksQuote, 1);
      quote->text = text;
      quote->language = talks_json_dup_string (report, object, "language");
      quote->translated = talks_json_get_boolean (report, object, "translated");
      quote->note = talks_json_dup_text (report, object, "note");
    }
  talks_json_report_leave (report, mark);
  return quote;
}

/* Label and stance stand in for each other; FALSE when there is neither. */
static gboolean
read_stance (TalksJsonReport *report,
             JsonObject      *object,
             TalksPosition   *position)
{
  position->stance = talks_json_dup_heading (report, object, "stance");
  position->label = talks_json_dup_heading (report, object, "label");
  if (position->stance == NULL && position->label == NULL)
    {
      talks_json_report_useless (report, "stance");
      return FALSE;
    }
  if (position->stance == NULL)
    {
      talks_json_report_missing (report, object, "stance");
      position->stance = talks_text_ref (position->label);
    }
  if (position->label == NULL)
    position->label = talks_text_ref (position->stance);
  return TRUE;
}

gpointer
talks_read_position (TalksJsonReport *report,
                     JsonObject      *object,
                     const char      *id)
{
  g_autoptr (TalksPosition) position = talks_record_new (TALKS_RECORD_POSITION, id);

  position->date = talks_json_dup_date (report, object, "date");
  if (position->date == NULL)
    {
      talks_json_report_useless (report, "date");
      return NULL;
    }
  position->party = read_required (report, object, "party");
  position->topic = read_required (report, object, "topic");
  if (position->party == NULL || position->topic == NULL || !read_stance (report, object, position))
    return NULL;
  position->participant = talks_json_dup_string (report, object, "participant");
  position->event = talks_json_dup_string (report, object, "event");
  position->quote = read_quote (report, object);
  position->replaces = talks_json_dup_string (report, object, "replaces");
  read_strv (report, object, "sources", &position->sources);
  return g_steal_pointer (&position);
}

/* ---- tours ---- */

static gpointer
read_step (TalksJsonReport *report,
           JsonObject      *object)
{
  TalksTourStep *step = g_new0 (TalksTourStep, 1);

  step->event = talks_json_dup_string (report, object, "event");
  step->span = talks_json_dup_date (report, object, "span");
  step->title = talks_json_dup_text (report, object, "title");
  step->text = talks_json_dup_text (report, object, "text");
  step->notes = talks_json_dup_text (report, object, "notes");
  step->show = talks_json_dup_words (report, object, "show");
  return step;
}

gpointer
talks_read_tour (TalksJsonReport *report,
                 JsonObject      *object,
                 const char      *id)
{
  TalksTour *tour = talks_record_new (TALKS_RECORD_TOUR, id);

  tour->title = read_name (report, object, "title", id);
  tour->description = talks_json_dup_text (report, object, "description");
  talks_json_read_list (report, object, "steps", read_step, tour->steps);
  return tour;
}
