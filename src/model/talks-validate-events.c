/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Events, and the positions stated at them. */

#include "talks-gettext.h"
#include "talks-state.h"
#include "talks-validate-private.h"

#include <math.h>
#include <string.h>

/* In characters: more does not fit the canvas. */
#define MAX_EVENT_LABEL    28
#define MAX_POSITION_LABEL 40

/* ---- events ---- */

static void
check_place (TalksValidator   *v,
             const TalksPlace *place)
{
  if (place == NULL)
    return;
  talks_validator_line (v, "/place/name", place->name);
  if (!place->has_coordinates)
    return;
  if (!isfinite (place->latitude) || fabs (place->latitude) > 90)
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/place/lat",
                         _("A latitude lies between −90 and 90 degrees."));
  if (!isfinite (place->longitude) || fabs (place->longitude) > 180)
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/place/lon",
                         _("A longitude lies between −180 and 180 degrees."));
}

static gboolean
is_there (const TalksAttendance *attendance)
{
  return attendance->presence == TALKS_PRESENCE_PRESENT || attendance->presence == TALKS_PRESENCE_REMOTE;
}

static void
check_attendee (TalksValidator        *v,
                const TalksEvent      *event,
                const TalksAttendance *attendance,
                guint                  i,
                gboolean               again)
{
  const TalksParticipant *participant = talks_document_lookup_kind (v->document, TALKS_RECORD_PARTICIPANT,
                                                                    attendance->participant);
  gboolean has_no_role = participant != NULL && is_there (attendance)
                         && talks_validate_has_no_role (participant, event->date);
  g_autofree char *member = NULL;

  /* Most are right, and their pointers are not needed. */
  if (participant != NULL && !has_no_role && !again)
    return;
  member = g_strdup_printf ("/attendance/%u/participant", i);
  talks_validator_reference (v, member, attendance->participant, TALKS_RECORD_PARTICIPANT);
  if (has_no_role)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                         _("“%s” is here (%s), but no role is given for that time: add one, or correct "
                           "the dates of the roles."), participant->record.id,
                         talks_date_get_text (event->date));
  if (again)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                         _("“%s” is named twice at this event."), attendance->participant);
}

static void
check_attendance (TalksValidator   *v,
                  const TalksEvent *event)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = g_ptr_array_index (event->attendance, i);

      check_attendee (v, event, attendance, i, !g_hash_table_add (named, attendance->participant));
      if (attendance->role != NULL)
        talks_validator_string (v, talks_validator_at (v, "/attendance/%u/role", i), attendance->role);
      if (attendance->note != NULL)
        talks_validator_text (v, talks_validator_at (v, "/attendance/%u/note", i), attendance->note);
    }
}

static void
check_related (TalksValidator   *v,
               const TalksEvent *event)
{
  for (guint i = 0; i < event->related->len; i++)
    {
      const TalksRelation *relation = g_ptr_array_index (event->related, i);
      const char *member = talks_validator_at (v, "/related/%u/event", i);

      if (talks_validator_reference (v, member, relation->event, TALKS_RECORD_EVENT) == event)
        talks_validator_add (v, TALKS_SEVERITY_WARNING, member, _("This event is related to itself."));
    }
}

/* Gives whether any account names a source. */
static gboolean
check_accounts (TalksValidator   *v,
                const TalksEvent *event)
{
  gboolean any_source = FALSE;

  for (guint i = 0; i < event->accounts->len; i++)
    {
      const TalksAccount *account = g_ptr_array_index (event->accounts, i);

      talks_validator_text (v, talks_validator_at (v, "/accounts/%u/claim", i), account->claim);
      talks_validator_sources (v, talks_validator_at (v, "/accounts/%u/sources", i), account->sources);
      if (account->sources[0] == NULL)
        talks_validator_add (v, TALKS_SEVERITY_WARNING, talks_validator_at (v, "/accounts/%u", i),
                             _("This account has no source: nobody can check who said so."));
      any_source |= account->sources[0] != NULL;
    }
  return any_source;
}

/* standing_in: the longer text that is shown for want of a label. */
static void
check_label (TalksValidator  *v,
             const TalksText *label,
             const TalksText *standing_in,
             int              limit)
{
  const char * const *langs = talks_text_get_languages (label);
  guint i = 0;

  /* Once without a language, if the text is plain. */
  do
    {
      long length = g_utf8_strlen (talks_text_get (label, langs[i]), -1);

      if (length <= limit)
        continue;
      if (label == standing_in)
        talks_validator_add (v, TALKS_SEVERITY_WARNING, "",
                             _("Add a “label” of at most %d characters, or the timeline cuts the text "
                               "of %ld characters that stands in for it."), limit, length);
      else
        talks_validator_add (v, TALKS_SEVERITY_ERROR, "/label",
                             _("This label has %ld characters; shorten it to %d, which the timeline shows."),
                             length, limit);
      return;
    }
  while (langs[i] != NULL && langs[++i] != NULL);
}

void
talks_validate_event (TalksValidator *v,
                      gconstpointer   record)
{
  const TalksEvent *event = record;
  gboolean any_source;

  talks_validate_clock (v, event);
  talks_validator_text (v, "/time_note", event->time_note);
  if (event->kind == NULL || *event->kind == '\0')
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "", _("This event has no “kind”."));
  else if (talks_document_count (v->document, TALKS_RECORD_LANE) > 0
           && !g_hash_table_contains (v->lane_kinds, event->kind))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/kind",
                         _("No lane names the kind “%s”; the event goes to the last lane."), event->kind);
  talks_validator_string (v, "/format", event->format);
  check_place (v, event->place);
  talks_validator_line (v, "/title", event->title);
  if (event->label != event->title)
    talks_validator_line (v, "/label", event->label);
  check_label (v, event->label, event->title, MAX_EVENT_LABEL);
  talks_validator_text (v, "/summary", event->summary);
  talks_validator_text (v, "/outcome", event->outcome);
  check_attendance (v, event);
  check_related (v, event);
  any_source = check_accounts (v, event);
  talks_validator_text (v, "/note", event->note);
  talks_validator_sources (v, "/sources", event->sources);
  if (event->sources[0] == NULL && !any_source)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "",
                         _("This event has no source: add where it is known from."));
}

/* ---- positions ---- */

/* In days: what is stated about an event is stated near it, or at another one. */
#define NEAR_EVENT 31

/* What can fairly be quoted. */
#define MAX_QUOTE_CHARACTERS 300
#define MAX_QUOTE_WORDS      60

static void
check_replaced (TalksValidator      *v,
                const TalksPosition *position)
{
  const TalksPosition *replaced = talks_validator_reference (v, "/replaces", position->replaces,
                                                             TALKS_RECORD_POSITION);

  /* A circle of one is found with the others. */
  if (replaced == NULL || replaced == position)
    return;
  if (strcmp (replaced->party, position->party) != 0 || strcmp (replaced->topic, position->topic) != 0)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/replaces",
                         _("“%s” is the position of another party or on another topic."),
                         replaced->record.id);
  if (talks_validate_is_before (position->date, replaced->date))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/replaces",
                         _("“%s” was stated later (%s) than the position that replaces it (%s)."),
                         replaced->record.id, talks_date_get_text (replaced->date),
                         talks_date_get_text (position->date));
}

static void
check_stated_at (TalksValidator      *v,
                 const TalksPosition *position)
{
  const TalksEvent *event = talks_validator_reference (v, "/event", position->event, TALKS_RECORD_EVENT);
  const TalksAttendance *attendance;

  if (event == NULL)
    return;
  if (talks_validate_is_far (event->date, position->date, NEAR_EVENT))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/event",
                         _("“%s” (%s) and this position (%s) are more than a month apart: correct a date, or "
                           "name the event at which it was stated."), event->record.id,
                         talks_date_get_text (event->date), talks_date_get_text (position->date));
  attendance = position->participant != NULL
                 ? talks_event_get_attendance_of (event, position->participant) : NULL;
  if (attendance != NULL && attendance->presence == TALKS_PRESENCE_ABSENT)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/event",
                         _("“%s” was absent from “%s”: name the event at which this was stated."),
                         position->participant, event->record.id);
}

static guint
count_words (const char *text)
{
  gboolean inside = FALSE;
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean space = (unsigned char) *p < 0x80 ? g_ascii_isspace (*p)
                                                 : g_unichar_isspace (g_utf8_get_char (p));

      n += !space && !inside;
      inside = !space;
    }
  return n;
}

static void
check_quote (TalksValidator   *v,
             const TalksQuote *quote)
{
  guint n_words;
  long length;

  if (quote == NULL)
    return;
  talks_validator_string (v, "/quote/text", quote->text);
  talks_validator_language (v, "/quote/language", quote->language);
  talks_validator_text (v, "/quote/note", quote->note);
  if (quote->translated && quote->language == NULL)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/quote",
                         _("This quotation is a translation, but into which language? Add “language”."));
  n_words = count_words (quote->text);
  length = g_utf8_strlen (quote->text, -1);
  if (length > MAX_QUOTE_CHARACTERS || n_words > MAX_QUOTE_WORDS)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/quote/text",
                         _("This quotation has %ld characters and %u words: shorten it to what is needed, "
                           "at most %d and %d."), length, n_words, MAX_QUOTE_CHARACTERS, MAX_QUOTE_WORDS);
}

void
talks_validate_position (TalksValidator *v,
                         gconstpointer   record)
{
  const TalksPosition *position = record;
  const TalksParticipant *speaker;

  talks_validator_reference (v, "/party", position->party, TALKS_RECORD_PARTY);
  speaker = talks_validator_reference (v, "/participant", position->participant,
                                       TALKS_RECORD_PARTICIPANT);
  if (speaker != NULL && g_strcmp0 (speaker->party, position->party) != 0)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/participant",
                         _("“%s” belongs to another party than the position."), speaker->record.id);
  talks_validator_reference (v, "/topic", position->topic, TALKS_RECORD_TOPIC);
  check_stated_at (v, position);
  check_replaced (v, position);

  talks_validator_text (v, "/stance", position->stance);
  if (position->label != position->stance)
    talks_validator_line (v, "/label", position->label);
  check_label (v, position->label, position->stance, MAX_POSITION_LABEL);
  check_quote (v, position->quote);
  talks_validator_sources (v, "/sources", position->sources);
  if (position->sources[0] == NULL)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "",
                         _("This position has no source: add where it was stated."));
}
