/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables. Their order is that of the members in a document. */

#include "talks-record-fields.h"

#include <string.h>

#define A(kind) (1u << TALKS_RECORD_##kind)

#define SET(Type, table, free_func) { table, G_N_ELEMENTS (table), sizeof (Type), (GDestroyNotify) (free_func) }

/* ---- vocabularies ---- */

#define VOCABULARY(func, Type, n)                         \
  static const char *func##_name (int value)              \
  {                                                       \
    return talks_##func##_to_name ((Type) value);         \
  }                                                       \
  static gboolean func##_value (const char *name, int *out) \
  {                                                       \
    Type found;                                           \
    if (!talks_##func##_from_name (name, &found))         \
      return FALSE;                                       \
    *out = (int) found;                                   \
    return TRUE;                                          \
  }                                                       \
  static const TalksVocabulary func##_words = { n, func##_name, func##_value };

VOCABULARY (party_kind, TalksPartyKind, TALKS_PARTY_PRIVATE + 1)
VOCABULARY (mark, TalksMark, TALKS_N_MARKS)
VOCABULARY (presence, TalksPresence, TALKS_PRESENCE_UNCLEAR + 1)
VOCABULARY (certainty, TalksCertainty, TALKS_CERTAINTY_DISPUTED + 1)

G_STATIC_ASSERT (sizeof (TalksPartyKind) == sizeof (int) && sizeof (TalksMark) == sizeof (int)
                 && sizeof (TalksPresence) == sizeof (int) && sizeof (TalksCertainty) == sizeof (int));

/* ---- parts ---- */

static const TalksField role_fields[] = {
  { "title", TALKS_FIELD_TEXT, offsetof (TalksRole, title), .required = TRUE },
  { "from", TALKS_FIELD_DATE, offsetof (TalksRole, from) },
  { "to", TALKS_FIELD_DATE, offsetof (TalksRole, to) },
};
static const TalksFieldSet role_set = SET (TalksRole, role_fields, talks_role_free);

static const TalksField attendance_fields[] = {
  { "participant", TALKS_FIELD_STRING, offsetof (TalksAttendance, participant), .required = TRUE,
    .refers_to = A (PARTICIPANT) },
  { "role", TALKS_FIELD_STRING, offsetof (TalksAttendance, role) },
  { "presence", TALKS_FIELD_WORD, offsetof (TalksAttendance, presence), .words = &presence_words },
  { "note", TALKS_FIELD_TEXT, offsetof (TalksAttendance, note) },
};
static const TalksFieldSet attendance_set = SET (TalksAttendance, attendance_fields, talks_attendance_free);

static const TalksField relation_fields[] = {
  { "event", TALKS_FIELD_STRING, offsetof (TalksRelation, event), .required = TRUE, .refers_to = A (EVENT) },
  { "relation", TALKS_FIELD_STRING, offsetof (TalksRelation, relation) },
};
static const TalksFieldSet relation_set = SET (TalksRelation, relation_fields, talks_relation_free);

static const TalksField account_fields[] = {
  { "claim", TALKS_FIELD_TEXT, offsetof (TalksAccount, claim), .required = TRUE },
  { "date", TALKS_FIELD_DATE, offsetof (TalksAccount, date) },
  { "sources", TALKS_FIELD_STRINGS, offsetof (TalksAccount, sources), .refers_to = A (SOURCE) },
};
static const TalksFieldSet account_set = SET (TalksAccount, account_fields, talks_account_free);

static const TalksField clock_fields[] = {
  { "start", TALKS_FIELD_STRING, offsetof (TalksClock, start) },
  { "end", TALKS_FIELD_STRING, offsetof (TalksClock, end) },
  { "zone", TALKS_FIELD_STRING, offsetof (TalksClock, zone) },
};
static const TalksFieldSet clock_set = SET (TalksClock, clock_fields, talks_clock_free);

static const TalksField place_fields[] = {
  { "name", TALKS_FIELD_TEXT, offsetof (TalksPlace, name), .required = TRUE },
  { "coordinates", TALKS_FIELD_COORDINATES, offsetof (TalksPlace, has_coordinates) },
};
static const TalksFieldSet place_set = SET (TalksPlace, place_fields, talks_place_free);

static const TalksField quote_fields[] = {
  { "text", TALKS_FIELD_STRING, offsetof (TalksQuote, text), .required = TRUE },
  { "language", TALKS_FIELD_STRING, offsetof (TalksQuote, language) },
  { "translated", TALKS_FIELD_BOOLEAN, offsetof (TalksQuote, translated) },
  { "note", TALKS_FIELD_TEXT, offsetof (TalksQuote, note) },
};
static const TalksFieldSet quote_set = SET (TalksQuote, quote_fields, talks_quote_free);

static const TalksField name_fields[] = {
  { "family", TALKS_FIELD_STRING, offsetof (TalksName, family) },
  { "given", TALKS_FIELD_STRING, offsetof (TalksName, given) },
  { "non-dropping-particle", TALKS_FIELD_STRING, offsetof (TalksName, non_dropping_particle) },
  { "dropping-particle", TALKS_FIELD_STRING, offsetof (TalksName, dropping_particle) },
  { "suffix", TALKS_FIELD_STRING, offsetof (TalksName, suffix) },
  { "literal", TALKS_FIELD_STRING, offsetof (TalksName, literal) },
};
static const TalksFieldSet name_set = SET (TalksName, name_fields, talks_name_free);

static const TalksField step_fields[] = {
  { "event", TALKS_FIELD_STRING, offsetof (TalksTourStep, event), .refers_to = A (EVENT) },
  { "span", TALKS_FIELD_DATE, offsetof (TalksTourStep, span) },
  { "title", TALKS_FIELD_TEXT, offsetof (TalksTourStep, title) },
  { "text", TALKS_FIELD_TEXT, offsetof (TalksTourStep, text) },
  { "notes", TALKS_FIELD_TEXT, offsetof (TalksTourStep, notes) },
  { "show", TALKS_FIELD_STRINGS, offsetof (TalksTourStep, show) },
};
static const TalksFieldSet step_set = SET (TalksTourStep, step_fields, talks_tour_step_free);

/* ---- records ---- */

static const TalksField head_fields[] = {
  { "title", TALKS_FIELD_TEXT, offsetof (TalksHead, title), .required = TRUE },
  { "description", TALKS_FIELD_TEXT, offsetof (TalksHead, description) },
  { "language", TALKS_FIELD_STRING, offsetof (TalksHead, language), .required = TRUE },
  { "license", TALKS_FIELD_STRING, offsetof (TalksHead, license) },
};

static const TalksField lane_fields[] = {
  { "name", TALKS_FIELD_TEXT, offsetof (TalksLane, name), .required = TRUE },
  { "kinds", TALKS_FIELD_STRINGS, offsetof (TalksLane, kinds), .required = TRUE },
};

static const TalksField topic_fields[] = {
  { "name", TALKS_FIELD_TEXT, offsetof (TalksTopic, name), .required = TRUE },
  { "description", TALKS_FIELD_TEXT, offsetof (TalksTopic, description) },
};

static const TalksField party_fields[] = {
  { "name", TALKS_FIELD_TEXT, offsetof (TalksParty, name), .required = TRUE,
    .default_of = offsetof (TalksParty, short_name) },
  { "short", TALKS_FIELD_TEXT, offsetof (TalksParty, short_name), .defaults_to = offsetof (TalksParty, name) },
  { "kind", TALKS_FIELD_WORD, offsetof (TalksParty, kind), .required = TRUE, .words = &party_kind_words },
  { "side", TALKS_FIELD_STRING, offsetof (TalksParty, side) },
  { "color", TALKS_FIELD_STRING, offsetof (TalksParty, color), .required = TRUE },
  { "mark", TALKS_FIELD_WORD, offsetof (TalksParty, mark), .required = TRUE, .words = &mark_words },
  { "description", TALKS_FIELD_TEXT, offsetof (TalksParty, description) },
};

static const TalksField participant_fields[] = {
  { "name", TALKS_FIELD_TEXT, offsetof (TalksParticipant, name), .required = TRUE },
  { "native_name", TALKS_FIELD_STRING, offsetof (TalksParticipant, native_name) },
  { "party", TALKS_FIELD_STRING, offsetof (TalksParticipant, party), .refers_to = A (PARTY) },
  { "roles", TALKS_FIELD_LIST, offsetof (TalksParticipant, roles), .parts = &role_set },
  { "description", TALKS_FIELD_TEXT, offsetof (TalksParticipant, description) },
  { "sources", TALKS_FIELD_STRINGS, offsetof (TalksParticipant, sources), .refers_to = A (SOURCE) },
};

static const TalksField event_fields[] = {
  { "date", TALKS_FIELD_DATE, offsetof (TalksEvent, date), .required = TRUE },
  { "time", TALKS_FIELD_STRUCT, offsetof (TalksEvent, time), .parts = &clock_set },
  { "time_note", TALKS_FIELD_TEXT, offsetof (TalksEvent, time_note) },
  { "kind", TALKS_FIELD_STRING, offsetof (TalksEvent, kind), .required = TRUE },
  { "format", TALKS_FIELD_STRING, offsetof (TalksEvent, format) },
  { "place", TALKS_FIELD_STRUCT, offsetof (TalksEvent, place), .parts = &place_set },
  { "label", TALKS_FIELD_TEXT, offsetof (TalksEvent, label), .defaults_to = offsetof (TalksEvent, title) },
  { "title", TALKS_FIELD_TEXT, offsetof (TalksEvent, title), .required = TRUE,
    .default_of = offsetof (TalksEvent, label) },
  { "summary", TALKS_FIELD_TEXT, offsetof (TalksEvent, summary) },
  { "outcome", TALKS_FIELD_TEXT, offsetof (TalksEvent, outcome) },
  { "attendance", TALKS_FIELD_LIST, offsetof (TalksEvent, attendance), .parts = &attendance_set },
  { "related", TALKS_FIELD_LIST, offsetof (TalksEvent, related), .parts = &relation_set },
  { "accounts", TALKS_FIELD_LIST, offsetof (TalksEvent, accounts), .parts = &account_set },
  { "certainty", TALKS_FIELD_WORD, offsetof (TalksEvent, certainty), .words = &certainty_words },
  { "note", TALKS_FIELD_TEXT, offsetof (TalksEvent, note) },
  { "sources", TALKS_FIELD_STRINGS, offsetof (TalksEvent, sources), .refers_to = A (SOURCE) },
};

static const TalksField position_fields[] = {
  { "party", TALKS_FIELD_STRING, offsetof (TalksPosition, party), .required = TRUE, .refers_to = A (PARTY) },
  { "participant", TALKS_FIELD_STRING, offsetof (TalksPosition, participant), .refers_to = A (PARTICIPANT) },
  { "topic", TALKS_FIELD_STRING, offsetof (TalksPosition, topic), .required = TRUE, .refers_to = A (TOPIC) },
  { "date", TALKS_FIELD_DATE, offsetof (TalksPosition, date), .required = TRUE },
  { "event", TALKS_FIELD_STRING, offsetof (TalksPosition, event), .refers_to = A (EVENT) },
  { "label", TALKS_FIELD_TEXT, offsetof (TalksPosition, label), .defaults_to = offsetof (TalksPosition, stance) },
  { "stance", TALKS_FIELD_TEXT, offsetof (TalksPosition, stance), .required = TRUE,
    .default_of = offsetof (TalksPosition, label) },
  { "quote", TALKS_FIELD_STRUCT, offsetof (TalksPosition, quote), .parts = &quote_set },
  { "replaces", TALKS_FIELD_STRING, offsetof (TalksPosition, replaces), .refers_to = A (POSITION) },
  { "sources", TALKS_FIELD_STRINGS, offsetof (TalksPosition, sources), .refers_to = A (SOURCE) },
};

static const TalksField source_fields[] = {
  { "type", TALKS_FIELD_STRING, offsetof (TalksSource, type), .required = TRUE },
  { "author", TALKS_FIELD_LIST, offsetof (TalksSource, author), .parts = &name_set },
  { "title", TALKS_FIELD_STRING, offsetof (TalksSource, title) },
  { "container-title", TALKS_FIELD_STRING, offsetof (TalksSource, container_title) },
  { "publisher", TALKS_FIELD_STRING, offsetof (TalksSource, publisher) },
  { "issued", TALKS_FIELD_DATE, offsetof (TalksSource, issued) },
  { "accessed", TALKS_FIELD_DATE, offsetof (TalksSource, accessed) },
  { "URL", TALKS_FIELD_STRING, offsetof (TalksSource, url) },
  { "language", TALKS_FIELD_STRING, offsetof (TalksSource, language) },
  { "note", TALKS_FIELD_STRING, offsetof (TalksSource, note) },
};

/* "exact", "prefix" and "suffix" stand inside the target in a document. */
static const TalksField annotation_fields[] = {
  { "motivation", TALKS_FIELD_STRING, offsetof (TalksAnnotation, motivation) },
  { "creator", TALKS_FIELD_STRING, offsetof (TalksAnnotation, creator) },
  { "created", TALKS_FIELD_STRING, offsetof (TalksAnnotation, created) },
  { "modified", TALKS_FIELD_STRING, offsetof (TalksAnnotation, modified) },
  { "body", TALKS_FIELD_STRING, offsetof (TalksAnnotation, body) },
  { "target", TALKS_FIELD_STRING, offsetof (TalksAnnotation, target), .required = TRUE,
    .refers_to = TALKS_FIELD_ANY_KIND },
  { "exact", TALKS_FIELD_STRING, offsetof (TalksAnnotation, exact) },
  { "prefix", TALKS_FIELD_STRING, offsetof (TalksAnnotation, prefix) },
  { "suffix", TALKS_FIELD_STRING, offsetof (TalksAnnotation, suffix) },
};

static const TalksField tour_fields[] = {
  { "title", TALKS_FIELD_TEXT, offsetof (TalksTour, title), .required = TRUE },
  { "description", TALKS_FIELD_TEXT, offsetof (TalksTour, description) },
  { "steps", TALKS_FIELD_LIST, offsetof (TalksTour, steps), .parts = &step_set },
};

static const TalksFieldSet record_sets[TALKS_RECORD_HEAD + 1] = {
  [TALKS_RECORD_LANE] = SET (TalksLane, lane_fields, NULL),
  [TALKS_RECORD_TOPIC] = SET (TalksTopic, topic_fields, NULL),
  [TALKS_RECORD_PARTY] = SET (TalksParty, party_fields, NULL),
  [TALKS_RECORD_PARTICIPANT] = SET (TalksParticipant, participant_fields, NULL),
  [TALKS_RECORD_EVENT] = SET (TalksEvent, event_fields, NULL),
  [TALKS_RECORD_POSITION] = SET (TalksPosition, position_fields, NULL),
  [TALKS_RECORD_SOURCE] = SET (TalksSource, source_fields, NULL),
  [TALKS_RECORD_ANNOTATION] = SET (TalksAnnotation, annotation_fields, NULL),
  [TALKS_RECORD_TOUR] = SET (TalksTour, tour_fields, NULL),
  [TALKS_RECORD_HEAD] = SET (TalksHead, head_fields, NULL),
};

const TalksFieldSet *
talks_record_kind_get_fields (TalksRecordKind kind)
{
  g_return_val_if_fail (kind <= TALKS_RECORD_HEAD, NULL);
  return &record_sets[kind];
}

const TalksField *
talks_field_set_find (const TalksFieldSet *self,
                      const char          *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->n_fields; i++)
    if (strcmp (self->fields[i].name, name) == 0)
      return &self->fields[i];
  return NULL;
}
