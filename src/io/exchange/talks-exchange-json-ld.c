/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Events as JSON-LD in the vocabulary of schema.org. What that has no word for stands under terms of our own, with the
 * prefix "talks". */

#include "talks-exchange-private.h"

#define TERMS "https://talkstimeline.org/terms#"

static void
set_string (JsonObject *object,
            const char *name,
            const char *value)
{
  if (value != NULL && *value != '\0')
    json_object_set_string_member (object, name, value);
}

static JsonNode *
make_text (const TalksText *text)
{
  const char * const *tags = talks_text_get_languages (text);
  const char * const *texts = talks_text_get_texts (text);
  JsonNode *node;
  JsonArray *list;

  if (tags[0] == NULL)
    {
      node = json_node_new (JSON_NODE_VALUE);
      json_node_set_string (node, texts[0]);
      return node;
    }
  list = json_array_new ();
  for (guint i = 0; tags[i] != NULL; i++)
    {
      JsonObject *value = json_object_new ();

      json_object_set_string_member (value, "@language", tags[i]);
      json_object_set_string_member (value, "@value", texts[i]);
      json_array_add_object_element (list, value);
    }
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, list);
  return node;
}

/* In all of its languages. */
static void
set_text (JsonObject      *object,
          const char      *name,
          const TalksText *text)
{
  if (text != NULL)
    json_object_set_member (object, name, make_text (text));
}

static char *
make_id (const char *id)
{
  g_autofree char *escaped = g_uri_escape_string (id, NULL, TRUE);

  return g_strconcat ("#", escaped, NULL);
}

static JsonObject *
make_thing (const char *type,
            const char *id)
{
  JsonObject *thing = json_object_new ();
  g_autofree char *address = make_id (id);

  if (type != NULL)
    json_object_set_string_member (thing, "@type", type);
  json_object_set_string_member (thing, "@id", address);
  return thing;
}

/* Leaves name out when nothing is in list, which it takes over. */
static void
take_list (JsonObject *object,
           const char *name,
           JsonArray  *list)
{
  if (json_array_get_length (list) > 0)
    json_object_set_array_member (object, name, list);
  else
    json_array_unref (list);
}

static void
set_references (JsonObject *object,
                const char *name,
                char      **ids)
{
  JsonArray *list = json_array_new ();

  for (; *ids != NULL; ids++)
    json_array_add_object_element (list, make_thing (NULL, *ids));
  take_list (object, name, list);
}

/* ISO 8601 has four digits for a year, else a sign and as many as both sides agree on: days of other years are left
 * to the date in EDTF. */
static void
set_day (JsonObject *object,
         const char *name,
         TalksDay    day)
{
  g_autofree char *iso = NULL;
  int64_t year;

  if (day == TALKS_DAY_MIN || day == TALKS_DAY_MAX)
    return;
  talks_day_to_civil (day, &year, NULL, NULL);
  if (year < 0 || year > 9999)
    return;
  iso = talks_day_to_iso (day);
  json_object_set_string_member (object, name, iso);
}

/* ---- things ---- */

static JsonObject *
make_place (const TalksPlace *place)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "@type", "Place");
  set_text (object, "name", place->name);
  if (place->has_coordinates)
    {
      JsonObject *geo = json_object_new ();

      json_object_set_string_member (geo, "@type", "GeoCoordinates");
      json_object_set_double_member (geo, "latitude", place->latitude);
      json_object_set_double_member (geo, "longitude", place->longitude);
      json_object_set_object_member (object, "geo", geo);
    }
  return object;
}

/* Those who were not there are no attendees: each stands under our own term with the presence. */
static void
set_people (JsonObject       *object,
            const TalksEvent *event)
{
  JsonArray *attendees = json_array_new ();
  JsonArray *attendance = json_array_new ();

  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *person = event->attendance->pdata[i];
      JsonObject *entry = json_object_new ();

      if (person->presence == TALKS_PRESENCE_PRESENT || person->presence == TALKS_PRESENCE_REMOTE)
        json_array_add_object_element (attendees, make_thing (NULL, person->participant));
      json_object_set_object_member (entry, "talks:participant", make_thing (NULL, person->participant));
      set_string (entry, "talks:role", person->role);
      set_string (entry, "talks:presence", talks_presence_to_name (person->presence));
      set_text (entry, "talks:note", person->note);
      json_array_add_object_element (attendance, entry);
    }
  take_list (object, "attendee", attendees);
  take_list (object, "talks:attendance", attendance);
}

static void
set_accounts (JsonObject       *object,
              const TalksEvent *event)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < event->accounts->len; i++)
    {
      const TalksAccount *account = event->accounts->pdata[i];
      JsonObject *entry = json_object_new ();

      set_text (entry, "talks:claim", account->claim);
      set_string (entry, "talks:edtf", account->date != NULL ? talks_date_get_text (account->date) : NULL);
      set_references (entry, "citation", account->sources);
      json_array_add_object_element (list, entry);
    }
  take_list (object, "talks:account", list);
}

static void
set_related (JsonObject       *object,
             const TalksEvent *event)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < event->related->len; i++)
    {
      const TalksRelation *relation = event->related->pdata[i];
      JsonObject *entry = json_object_new ();

      json_object_set_object_member (entry, "talks:event", make_thing (NULL, relation->event));
      set_string (entry, "talks:relation", relation->relation);
      json_array_add_object_element (list, entry);
    }
  take_list (object, "talks:related", list);
}

static JsonObject *
make_event (const TalksEvent *event)
{
  JsonObject *object = make_thing ("Event", event->record.id);
  g_autofree char *clock = talks_exchange_clock (event->time);

  set_text (object, "name", event->title);
  if (event->label != event->title)
    set_text (object, "alternateName", event->label);
  set_day (object, "startDate", talks_date_get_earliest (event->date));
  set_day (object, "endDate", talks_date_get_latest (event->date));
  set_string (object, "talks:edtf", talks_date_get_text (event->date));
  set_string (object, "talks:time", clock);
  set_text (object, "talks:timeNote", event->time_note);
  set_string (object, "talks:kind", event->kind);
  set_string (object, "talks:format", event->format);
  set_text (object, "description", event->summary);
  set_text (object, "talks:outcome", event->outcome);
  set_text (object, "talks:note", event->note);
  set_string (object, "talks:certainty", talks_certainty_to_name (event->certainty));
  if (event->place != NULL)
    json_object_set_object_member (object, "location", make_place (event->place));
  set_people (object, event);
  set_accounts (object, event);
  set_related (object, event);
  set_references (object, "subjectOf", event->sources);
  return object;
}

static JsonObject *
make_person (const TalksParticipant *person)
{
  JsonObject *object = make_thing ("Person", person->record.id);
  JsonArray *roles = json_array_new ();

  set_text (object, "name", person->name);
  set_string (object, "alternateName", person->native_name);
  set_text (object, "description", person->description);
  if (person->party != NULL)
    json_object_set_object_member (object, "affiliation", make_thing (NULL, person->party));
  for (guint i = 0; i < person->roles->len; i++)
    {
      const TalksRole *role = person->roles->pdata[i];
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "@type", "Role");
      set_text (entry, "roleName", role->title);
      set_string (entry, "startDate", role->from != NULL ? talks_date_get_text (role->from) : NULL);
      set_string (entry, "endDate", role->to != NULL ? talks_date_get_text (role->to) : NULL);
      json_array_add_object_element (roles, entry);
    }
  take_list (object, "hasOccupation", roles);
  set_references (object, "subjectOf", person->sources);
  return object;
}

static JsonObject *
make_party (const TalksParty *party)
{
  JsonObject *object = make_thing ("Organization", party->record.id);

  set_text (object, "name", party->name);
  if (party->short_name != party->name)
    set_text (object, "alternateName", party->short_name);
  set_text (object, "description", party->description);
  set_string (object, "talks:side", party->side);
  set_string (object, "talks:partyKind", talks_party_kind_to_name (party->kind));
  return object;
}

static JsonObject *
make_position (const TalksPosition *position)
{
  JsonObject *object = make_thing ("talks:Position", position->record.id);

  json_object_set_object_member (object, "talks:party", make_thing (NULL, position->party));
  json_object_set_object_member (object, "about", make_thing (NULL, position->topic));
  if (position->participant != NULL)
    json_object_set_object_member (object, "talks:participant", make_thing (NULL, position->participant));
  if (position->event != NULL)
    json_object_set_object_member (object, "talks:event", make_thing (NULL, position->event));
  if (position->replaces != NULL)
    json_object_set_object_member (object, "talks:replaces", make_thing (NULL, position->replaces));
  set_string (object, "talks:edtf", talks_date_get_text (position->date));
  set_text (object, "talks:stance", position->stance);
  if (position->label != position->stance)
    set_text (object, "alternateName", position->label);
  if (position->quote != NULL)
    {
      JsonObject *quote = json_object_new ();

      set_string (quote, "text", position->quote->text);
      set_string (quote, "inLanguage", position->quote->language);
      json_object_set_boolean_member (quote, "talks:translated", position->quote->translated);
      set_text (quote, "talks:note", position->quote->note);
      json_object_set_object_member (object, "talks:quote", quote);
    }
  set_references (object, "citation", position->sources);
  return object;
}

static JsonObject *
make_topic (const TalksTopic *topic)
{
  JsonObject *object = make_thing ("DefinedTerm", topic->record.id);

  set_text (object, "name", topic->name);
  set_text (object, "description", topic->description);
  return object;
}

static JsonObject *
make_source (const TalksSource *source)
{
  JsonObject *object = make_thing ("CreativeWork", source->record.id);
  JsonArray *authors = json_array_new ();

  set_string (object, "name", source->title);
  set_string (object, "talks:cslType", source->type);
  for (guint i = 0; i < source->author->len; i++)
    {
      g_autofree char *name = talks_name_to_text (source->author->pdata[i]);

      if (name != NULL)
        json_array_add_string_element (authors, name);
    }
  take_list (object, "author", authors);
  set_string (object, "isPartOf", source->container_title);
  set_string (object, "publisher", source->publisher);
  set_string (object, "datePublished", source->issued != NULL ? talks_date_get_text (source->issued) : NULL);
  set_string (object, "talks:accessed", source->accessed != NULL ? talks_date_get_text (source->accessed) : NULL);
  set_string (object, "url", talks_source_get_link (source));
  set_string (object, "inLanguage", source->language);
  set_string (object, "talks:note", source->note);
  return object;
}

/* ---- the whole ---- */

/* NULL for kinds without a place here. */
static JsonObject *
make_record (const TalksRecord *record)
{
  switch ((int) record->kind)
    {
    case TALKS_RECORD_EVENT:
      return make_event ((const TalksEvent *) record);
    case TALKS_RECORD_PARTICIPANT:
      return make_person ((const TalksParticipant *) record);
    case TALKS_RECORD_PARTY:
      return make_party ((const TalksParty *) record);
    case TALKS_RECORD_POSITION:
      return make_position ((const TalksPosition *) record);
    case TALKS_RECORD_TOPIC:
      return make_topic ((const TalksTopic *) record);
    case TALKS_RECORD_SOURCE:
      return make_source ((const TalksSource *) record);
    default:
      return NULL;
    }
}

static JsonArray *
make_context (TalksExchange *self)
{
  JsonArray *context = json_array_new ();
  JsonObject *own = json_object_new ();

  json_object_set_string_member (own, "talks", TERMS);
  /* What is not tagged is in the language of the document, not in that of the export. */
  json_object_set_string_member (own, "@language", talks_document_get_language (self->document));
  json_array_add_string_element (context, "https://schema.org");
  json_array_add_object_element (context, own);
  return context;
}

static JsonObject *
make_dataset (TalksExchange *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "@type", "Dataset");
  json_object_set_string_member (object, "@id", "");
  set_text (object, "name", talks_document_get_title (self->document));
  set_text (object, "description", talks_document_get_description (self->document));
  set_string (object, "license", talks_document_get_license (self->document));
  set_string (object, "inLanguage", talks_document_get_language (self->document));
  return object;
}

void
talks_exchange_write_json_ld (TalksExchange *self)
{
  static const char * const held[TALKS_N_RECORD_KINDS] = {
    [TALKS_RECORD_EVENT] = "*",
    [TALKS_RECORD_PARTICIPANT] = "*",
    [TALKS_RECORD_PARTY] = "name short kind side description",
    [TALKS_RECORD_POSITION] = "*",
    [TALKS_RECORD_TOPIC] = "*",
    [TALKS_RECORD_SOURCE] = "type author title container-title publisher issued accessed URL language note",
  };
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *graph = json_array_new ();

  json_array_add_object_element (graph, make_dataset (self));
  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < self->records[kind]->len; i++)
      {
        JsonObject *thing = make_record (self->records[kind]->pdata[i]);

        if (thing != NULL)
          json_array_add_object_element (graph, thing);
      }
  json_object_set_array_member (object, "@context", make_context (self));
  json_object_set_array_member (object, "@graph", graph);
  json_node_take_object (root, object);
  talks_exchange_add_json (self, root);
  talks_exchange_tell_losses (self, held, TRUE);
}
