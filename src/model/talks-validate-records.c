/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each kind of record must be like: one function for each kind, in a table at the end. What
 * would show something wrong or nothing is an error; what a careful archivist would want to know
 * is a warning. */

#include "talks-validate-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* In characters: more does not fit the canvas. */
#define MAX_EVENT_LABEL    28
#define MAX_POSITION_LABEL 40

/* ---- lanes, topics, parties ---- */

static void
check_lane (TalksValidator *v,
            gconstpointer   record)
{
  const TalksLane *lane = record;

  talks_validator_text (v, "/name", lane->name);
  if (lane->kinds[0] == NULL)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "",
                         _("This lane names no kinds of events, so that it stays empty."));
  for (guint i = 0; lane->kinds[i] != NULL; i++)
    if (!g_hash_table_add (v->lane_kinds, lane->kinds[i]))
      talks_validator_add (v, TALKS_SEVERITY_WARNING, talks_validator_at (v, "/kinds/%u", i),
                           _("A lane names the kind “%s” already; its events go to the first."),
                           lane->kinds[i]);
}

static void
check_topic (TalksValidator *v,
             gconstpointer   record)
{
  const TalksTopic *topic = record;

  talks_validator_text (v, "/name", topic->name);
  talks_validator_text (v, "/description", topic->description);
}

static void
check_party (TalksValidator *v,
             gconstpointer   record)
{
  const TalksParty *party = record;

  talks_validator_text (v, "/name", party->name);
  if (party->short_name != party->name)
    talks_validator_text (v, "/short", party->short_name);
  talks_validator_text (v, "/description", party->description);
  talks_validator_string (v, "/side", party->side);
  if (party->color == NULL || party->color[0] != '#' || strlen (party->color) != 7
      || strspn (party->color + 1, "0123456789abcdefABCDEF") != 6)
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/color",
                         _("Write the colour of a party as # and six hexadecimal digits."));
}

/* ---- participants ---- */

static void
check_participant (TalksValidator *v,
                   gconstpointer   record)
{
  const TalksParticipant *participant = record;

  talks_validator_text (v, "/name", participant->name);
  talks_validator_string (v, "/native_name", participant->native_name);
  talks_validator_text (v, "/description", participant->description);
  if (participant->party == NULL)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "",
                         _("This participant belongs to no party: “party” is missing."));
  talks_validator_reference (v, "/party", participant->party, TALKS_RECORD_PARTY);

  for (guint i = 0; i < participant->roles->len; i++)
    {
      const TalksRole *role = g_ptr_array_index (participant->roles, i);

      talks_validator_text (v, talks_validator_at (v, "/roles/%u/title", i), role->title);
      if (role->from != NULL && role->to != NULL
          && talks_date_get_earliest (role->from) > talks_date_get_latest (role->to))
        talks_validator_add (v, TALKS_SEVERITY_ERROR, talks_validator_at (v, "/roles/%u/to", i),
                             _("This role ends before it begins: from %s to %s."),
                             talks_date_get_text (role->from), talks_date_get_text (role->to));
    }
  talks_validator_sources (v, "/sources", participant->sources);
}

/* ---- events ---- */

/* Two digits up to max. */
static gboolean
is_two_digits (const char *text,
               int         max)
{
  return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1])
         && (text[0] - '0') * 10 + text[1] - '0' <= max;
}

static gboolean
is_clock (const char *text)
{
  return strlen (text) == 5 && text[2] == ':' && is_two_digits (text, 23) && is_two_digits (text + 3, 59);
}

static gboolean
is_zone (const char *text)
{
  return strcmp (text, "Z") == 0 || ((text[0] == '+' || text[0] == '-') && is_clock (text + 1));
}

static void
check_time (TalksValidator   *v,
            const TalksClock *clock_time)
{
  if (clock_time == NULL)
    return;
  if (clock_time->start == NULL)
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/time", _("This time has no “start”."));
  else if (!is_clock (clock_time->start))
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/time/start",
                         _("“%s” is not a time of day such as 13:35."), clock_time->start);
  if (clock_time->end != NULL && !is_clock (clock_time->end))
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/time/end",
                         _("“%s” is not a time of day such as 13:35."), clock_time->end);
  if (clock_time->zone != NULL && !is_zone (clock_time->zone))
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/time/zone",
                         _("“%s” is not the offset of a time zone such as +03:00."), clock_time->zone);
}

static void
check_place (TalksValidator   *v,
             const TalksPlace *place)
{
  if (place == NULL)
    return;
  talks_validator_text (v, "/place/name", place->name);
  if (!place->has_coordinates)
    return;
  if (!isfinite (place->latitude) || fabs (place->latitude) > 90)
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/place/lat",
                         _("A latitude lies between −90 and 90 degrees."));
  if (!isfinite (place->longitude) || fabs (place->longitude) > 180)
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/place/lon",
                         _("A longitude lies between −180 and 180 degrees."));
}

static void
check_attendance (TalksValidator   *v,
                  const TalksEvent *event)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = g_ptr_array_index (event->attendance, i);
      g_autofree char *member = g_strdup_printf ("/attendance/%u/participant", i);

      talks_validator_reference (v, member, attendance->participant, TALKS_RECORD_PARTICIPANT);
      if (!g_hash_table_add (named, attendance->participant))
        talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                             _("“%s” is named twice at this event."), attendance->participant);
      talks_validator_string (v, talks_validator_at (v, "/attendance/%u/role", i), attendance->role);
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
        talks_validator_add (v, TALKS_SEVERITY_WARNING, "/label",
                             _("This label has %ld characters; the timeline shows at most %d."),
                             length, limit);
      return;
    }
  while (langs[i] != NULL && langs[++i] != NULL);
}

static void
check_event (TalksValidator *v,
             gconstpointer   record)
{
  const TalksEvent *event = record;
  gboolean any_source;

  check_time (v, event->time);
  talks_validator_text (v, "/time_note", event->time_note);
  if (event->kind == NULL || *event->kind == '\0')
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "", _("This event has no “kind”."));
  else if (talks_document_count (v->document, TALKS_RECORD_LANE) > 0
           && !g_hash_table_contains (v->lane_kinds, event->kind))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/kind",
                         _("No lane names the kind “%s”; the event goes to the last lane."), event->kind);
  talks_validator_string (v, "/format", event->format);
  check_place (v, event->place);
  talks_validator_text (v, "/title", event->title);
  if (event->label != event->title)
    talks_validator_text (v, "/label", event->label);
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

static void
check_replaced (TalksValidator      *v,
                const TalksPosition *position)
{
  const TalksPosition *replaced = talks_validator_reference (v, "/replaces", position->replaces,
                                                             TALKS_RECORD_POSITION);

  if (replaced == NULL || replaced == position)
    return;
  if (strcmp (replaced->party, position->party) != 0 || strcmp (replaced->topic, position->topic) != 0)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/replaces",
                         _("“%s” is the position of another party or on another topic."),
                         replaced->record.id);
  if (talks_date_get_earliest (replaced->date) > talks_date_get_latest (position->date))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/replaces",
                         _("“%s” was stated later (%s) than the position that replaces it (%s)."),
                         replaced->record.id, talks_date_get_text (replaced->date),
                         talks_date_get_text (position->date));
}

static void
check_position (TalksValidator *v,
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
  talks_validator_reference (v, "/event", position->event, TALKS_RECORD_EVENT);
  check_replaced (v, position);

  talks_validator_text (v, "/stance", position->stance);
  if (position->label != position->stance)
    talks_validator_text (v, "/label", position->label);
  check_label (v, position->label, position->stance, MAX_POSITION_LABEL);
  if (position->quote != NULL)
    {
      talks_validator_string (v, "/quote/text", position->quote->text);
      talks_validator_text (v, "/quote/note", position->quote->note);
    }
  talks_validator_sources (v, "/sources", position->sources);
  if (position->sources[0] == NULL)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "",
                         _("This position has no source: add where it was stated."));
}

/* ---- sources, annotations, tours ---- */

static void
check_source (TalksValidator *v,
              gconstpointer   record)
{
  const TalksSource *source = record;

  talks_validator_string (v, "/title", source->title);
  talks_validator_string (v, "/container-title", source->container_title);
  talks_validator_string (v, "/publisher", source->publisher);
  talks_validator_string (v, "/URL", source->url);
  talks_validator_string (v, "/note", source->note);
  if (source->url != NULL && talks_source_get_link (source) == NULL)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/URL",
                         _("This address does not lead to a web page; Talks will not open it."));
  if (source->url == NULL && (source->title == NULL || *source->title == '\0'))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "",
                         _("This source has neither a title nor an address to find it by."));
  if (!g_hash_table_contains (v->cited, source->record.id))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "", _("Nothing cites this source."));
}

static void
check_moment (TalksValidator *v,
              const char     *member,
              const char     *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;

  if (text != NULL && moment == NULL)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                         _("“%s” is not a date with a time such as 2025-05-16T13:35:00Z."), text);
}

static void
check_annotation (TalksValidator *v,
                  gconstpointer   record)
{
  const TalksAnnotation *annotation = record;

  talks_validator_reference (v, "/target", annotation->target, TALKS_N_RECORD_KINDS);
  talks_validator_string (v, "/creator", annotation->creator);
  talks_validator_string (v, "/body", annotation->body);
  check_moment (v, "/created", annotation->created);
  check_moment (v, "/modified", annotation->modified);
}

static void
check_tour (TalksValidator *v,
            gconstpointer   record)
{
  static const char * const words[] = { "table", "positions", "attendance", "outcome", NULL };
  const TalksTour *tour = record;

  talks_validator_text (v, "/title", tour->title);
  talks_validator_text (v, "/description", tour->description);
  for (guint i = 0; i < tour->steps->len; i++)
    {
      const TalksTourStep *step = g_ptr_array_index (tour->steps, i);

      talks_validator_reference (v, talks_validator_at (v, "/steps/%u/event", i), step->event,
                                 TALKS_RECORD_EVENT);
      talks_validator_text (v, talks_validator_at (v, "/steps/%u/title", i), step->title);
      talks_validator_text (v, talks_validator_at (v, "/steps/%u/text", i), step->text);
      talks_validator_text (v, talks_validator_at (v, "/steps/%u/notes", i), step->notes);
      for (guint j = 0; step->show[j] != NULL; j++)
        if (!g_strv_contains (words, step->show[j]))
          talks_validator_add (v, TALKS_SEVERITY_WARNING,
                               talks_validator_at (v, "/steps/%u/show/%u", i, j),
                               _("Talks does not know how to show “%s”."), step->show[j]);
    }
}

const TalksValidateFunc talks_validate_funcs[TALKS_N_RECORD_KINDS] = {
  [TALKS_RECORD_LANE] = check_lane,
  [TALKS_RECORD_TOPIC] = check_topic,
  [TALKS_RECORD_PARTY] = check_party,
  [TALKS_RECORD_PARTICIPANT] = check_participant,
  [TALKS_RECORD_EVENT] = check_event,
  [TALKS_RECORD_POSITION] = check_position,
  [TALKS_RECORD_SOURCE] = check_source,
  [TALKS_RECORD_ANNOTATION] = check_annotation,
  [TALKS_RECORD_TOUR] = check_tour,
};
