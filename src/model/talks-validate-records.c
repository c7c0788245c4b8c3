/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each kind of record must be like: one function for each kind, in a table at the end. What
 * would show something wrong or nothing is an error; what a careful archivist would want to know
 * is a warning. */

#include "talks-validate-private.h"

#include <string.h>

#include "talks-gettext.h"

/* ---- lanes, topics, parties ---- */

/* FALSE when another lane has it. */
static gboolean
add_lane_kind (TalksValidator  *v,
               const TalksLane *lane,
               char            *kind)
{
  const TalksLane *first = g_hash_table_lookup (v->lane_kinds, kind);

  if (first == NULL)
    g_hash_table_insert (v->lane_kinds, kind, (gpointer) lane);
  return first == NULL || first == lane;
}

static void
check_lane (TalksValidator *v,
            gconstpointer   record)
{
  const TalksLane *lane = record;

  talks_validator_line (v, "/name", lane->name);
  if (lane->kinds[0] == NULL)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "",
                         _("This lane names no kinds of events, so that it stays empty."));
  for (guint i = 0; lane->kinds[i] != NULL; i++)
    if (!add_lane_kind (v, lane, lane->kinds[i]))
      talks_validator_add (v, TALKS_SEVERITY_WARNING, talks_validator_at (v, "/kinds/%u", i),
                           _("Another lane names the kind “%s” already, and its events go to the first: take it out "
                             "here or there."),
                           lane->kinds[i]);
}

static void
check_topic (TalksValidator *v,
             gconstpointer   record)
{
  const TalksTopic *topic = record;

  talks_validator_line (v, "/name", topic->name);
  talks_validator_text (v, "/description", topic->description);
}

static void
check_party (TalksValidator *v,
             gconstpointer   record)
{
  const TalksParty *party = record;

  talks_validator_line (v, "/name", party->name);
  if (party->short_name != party->name)
    talks_validator_line (v, "/short", party->short_name);
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

  talks_validator_line (v, "/name", participant->name);
  talks_validator_string (v, "/native_name", participant->native_name);
  talks_validator_text (v, "/description", participant->description);
  if (participant->party == NULL)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "",
                         _("This participant belongs to no party: “party” is missing."));
  talks_validator_reference (v, "/party", participant->party, TALKS_RECORD_PARTY);

  for (guint i = 0; i < participant->roles->len; i++)
    {
      const TalksRole *role = g_ptr_array_index (participant->roles, i);

      talks_validator_line (v, talks_validator_at (v, "/roles/%u/title", i), role->title);
      if (role->from != NULL && role->to != NULL
          && talks_validate_is_before (role->to, role->from))
        talks_validator_add (v, TALKS_SEVERITY_ERROR, talks_validator_at (v, "/roles/%u/to", i),
                             _("This role ends before it begins: from %s to %s."),
                             talks_date_get_text (role->from), talks_date_get_text (role->to));
    }
  talks_validator_sources (v, "/sources", participant->sources);
}

/* ---- tours ---- */

static void
check_tour (TalksValidator *v,
            gconstpointer   record)
{
  static const char * const words[] = { "table", "positions", "attendance", "outcome", NULL };
  const TalksTour *tour = record;

  talks_validator_line (v, "/title", tour->title);
  talks_validator_text (v, "/description", tour->description);
  for (guint i = 0; i < tour->steps->len; i++)
    {
      const TalksTourStep *step = g_ptr_array_index (tour->steps, i);
      const TalksEvent *event;

      event = talks_validator_reference (v, talks_validator_at (v, "/steps/%u/event", i), step->event,
                                         TALKS_RECORD_EVENT);
      if (event != NULL && step->span != NULL
          && (talks_validate_is_before (event->date, step->span)
              || talks_validate_is_before (step->span, event->date)))
        talks_validator_add (v, TALKS_SEVERITY_WARNING, talks_validator_at (v, "/steps/%u/span", i),
                             _("This step shows %s, when its event “%s” (%s) is out of view: widen the "
                               "span."), talks_date_get_text (step->span), event->record.id,
                             talks_date_get_text (event->date));
      talks_validator_line (v, talks_validator_at (v, "/steps/%u/title", i), step->title);
      talks_validator_text (v, talks_validator_at (v, "/steps/%u/text", i), step->text);
      talks_validator_text (v, talks_validator_at (v, "/steps/%u/notes", i), step->notes);
      for (guint j = 0; step->show[j] != NULL; j++)
        if (!g_strv_contains (words, step->show[j]))
          talks_validator_add (v, TALKS_SEVERITY_ERROR,
                               talks_validator_at (v, "/steps/%u/show/%u", i, j),
                               _("Talks does not know how to show “%s”."), step->show[j]);
    }
}

const TalksValidateFunc talks_validate_funcs[TALKS_N_RECORD_KINDS] = {
  [TALKS_RECORD_LANE] = check_lane,
  [TALKS_RECORD_TOPIC] = check_topic,
  [TALKS_RECORD_PARTY] = check_party,
  [TALKS_RECORD_PARTICIPANT] = check_participant,
  [TALKS_RECORD_EVENT] = talks_validate_event,
  [TALKS_RECORD_POSITION] = talks_validate_position,
  [TALKS_RECORD_SOURCE] = talks_validate_source,
  [TALKS_RECORD_ANNOTATION] = talks_validate_annotation,
  [TALKS_RECORD_TOUR] = check_tour,
};
