/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What validation says of a small document that has nothing wrong with it but one thing. */

#include "talks-test-support.h"
#include "talks-validate.h"

/* The records of the document before it is made; a case spoils one of them. NULL leaves it out. */
typedef struct
{
  TalksLane        *lane;
  TalksTopic       *topic;
  TalksParty       *north;
  TalksParty       *south;
  TalksParticipant *ada;
  TalksEvent       *first;
  TalksEvent       *second;
  TalksPosition    *yes;
  TalksPosition    *no;
  TalksSource      *source;
  TalksAnnotation  *annotation;
  TalksTour        *tour;
  TalksText        *title;
  const char       *language;
} Records;

typedef struct
{
  const char *name;
  void      (*spoil) (Records *r);
  const char *problems;
} Case;

static TalksTour *
make_tour (void)
{
  TalksTour *tour = talks_record_new (TALKS_RECORD_TOUR, "tour");
  TalksTourStep *step = g_new0 (TalksTourStep, 1);

  tour->title = talks_text_new_plain ("Tour");
  step->event = g_strdup ("first");
  step->show = g_strsplit ("table outcome", " ", -1);
  g_ptr_array_add (tour->steps, step);
  return tour;
}

static Records
make_records (void)
{
  Records r = {
    .lane = talks_test_lane_new ("lane", "talks"),
    .topic = talks_test_topic_new ("topic"),
    .north = talks_test_party_new ("north", "north"),
    .south = talks_test_party_new ("south", "south"),
    .ada = talks_test_participant_new ("ada", "north"),
    .first = talks_test_event_new ("first", "talks", "2022-03-10"),
    .second = talks_test_event_new ("second", "talks", "2022-03-11"),
    .yes = talks_test_position_new ("yes", "north", "topic", "2022-03-10"),
    .no = talks_test_position_new ("no", "north", "topic", "2022-03-11"),
    .source = talks_test_source_new ("source", "https://example.org/"),
    .annotation = talks_test_annotation_new ("note", "first"),
    .tour = make_tour (),
    .title = talks_text_new_plain ("Title"),
    .language = "en",
  };

  talks_test_add_role (r.ada, "Envoy", "2020", "2022-03-10");
  talks_test_attend (r.first, "ada", "chair", TALKS_PRESENCE_PRESENT);
  talks_test_relate (r.second, "first");
  talks_test_account (r.second, "They met.", "source");
  talks_test_cite (&r.first->sources, "source");
  talks_test_cite (&r.yes->sources, "source");
  talks_test_cite (&r.no->sources, "source");
  r.yes->participant = g_strdup ("ada");
  r.yes->event = g_strdup ("first");
  r.no->replaces = g_strdup ("yes");
  return r;
}

static TalksDocument *
make_document (Records *r)
{
  TalksDocument *document = talks_document_new ();
  gpointer records[] = { r->lane, r->topic, r->north, r->south, r->ada, r->first, r->second, r->yes, r->no,
                         r->source, r->annotation, r->tour };

  talks_document_set_head (document, r->title, NULL, r->language, NULL);
  talks_text_unref (r->title);
  for (size_t i = 0; i < G_N_ELEMENTS (records); i++)
    if (records[i] != NULL)
      talks_test_add (document, records[i]);
  return document;
}

static char *
describe_problems (TalksDocument *document)
{
  g_autoptr (GPtrArray) problems = talks_document_validate (document);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const TalksProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (out, "%s%c %s %s: %s", i > 0 ? "\n" : "",
                              problem->severity == TALKS_SEVERITY_ERROR ? 'E' : 'W',
                              problem->record != NULL ? problem->record : "-",
                              problem->pointer, problem->message);
    }
  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  Records r = make_records ();
  g_autoptr (TalksDocument) document = NULL;
  g_autofree char *problems = NULL;

  if (c->spoil != NULL)
    c->spoil (&r);
  document = make_document (&r);
  problems = describe_problems (document);
  g_assert_cmpstr (problems, ==, c->problems);
}

/* ---- ways to spoil it ---- */

static void
set (char       **member,
     const char  *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

static void
set_text (TalksText  **member,
          const char  *words)
{
  g_clear_pointer (member, talks_text_unref);
  *member = talks_text_new_plain (words);
}

static void
set_tagged (TalksText  **member,
            const char  *lang,
            const char  *words)
{
  const char *langs[] = { lang, NULL };
  const char *texts[] = { words, NULL };

  g_clear_pointer (member, talks_text_unref);
  *member = talks_text_new_tagged (langs, texts);
}

static void
set_date (TalksDate  **member,
          const char  *text)
{
  g_clear_pointer (member, talks_date_unref);
  *member = talks_test_date (text);
}

static void
drop (gpointer member)
{
  g_clear_pointer ((gpointer *) member, talks_record_unref);
}

static void
spoil_no_parties (Records *r)
{
  drop (&r->north);
  drop (&r->south);
  drop (&r->ada);
  drop (&r->yes);
  drop (&r->no);
  g_ptr_array_set_size (r->first->attendance, 0);
}

static void
spoil_head (Records *r)
{
  set_tagged (&r->title, "uk", "Переговори");
  r->language = "e n";
}

static void
spoil_lane (Records *r)
{
  talks_test_cite (&r->lane->kinds, "talks talks");
}

static void
spoil_empty_lane (Records *r)
{
  g_strfreev (r->lane->kinds);
  r->lane->kinds = g_new0 (char *, 1);
}

static void
spoil_no_lanes (Records *r)
{
  drop (&r->lane);
}

static void
spoil_color (Records *r)
{
  set (&r->south->color, "#12345");
}

static void
spoil_participant (Records *r)
{
  set (&r->ada->party, NULL);
  g_clear_pointer (&r->yes->participant, g_free);
}

static void
spoil_participant_party (Records *r)
{
  set (&r->ada->party, "topic");
  g_clear_pointer (&r->yes->participant, g_free);
}

static void
spoil_roles (Records *r)
{
  talks_test_add_role (r->ada, "Minister", "2023-01-02", "2023-01-01");
  talks_test_add_role (r->ada, "Premier", "2024-05", "2024");
}

static void
spoil_sources (Records *r)
{
  talks_test_cite (&r->ada->sources, "source gone");
  talks_test_cite (&r->first->sources, "first");
}

static void
spoil_unsourced (Records *r)
{
  talks_test_cite (&r->first->sources, "");
  g_clear_pointer (&r->first->sources[0], g_free);
  talks_test_cite (&r->yes->sources, "");
  g_clear_pointer (&r->yes->sources[0], g_free);
  talks_test_account (r->second, "They did not.", "");
  g_clear_pointer (&((TalksAccount *) r->second->accounts->pdata[1])->sources[0], g_free);
}

static void
spoil_event_kind (Records *r)
{
  set (&r->first->kind, "tea");
  set (&r->second->kind, "");
}

static void
spoil_time (Records *r)
{
  r->first->time = g_new0 (TalksClock, 1);
  r->first->time->start = g_strdup ("24:00");
  r->first->time->end = g_strdup ("9:30");
  r->first->time->zone = g_strdup ("+3");
  r->second->time = g_new0 (TalksClock, 1);
  r->second->time->zone = g_strdup ("Z");
}

static void
spoil_place (Records *r)
{
  r->first->place = g_new0 (TalksPlace, 1);
  r->first->place->name = talks_text_new_plain ("Pole");
  r->first->place->has_coordinates = TRUE;
  r->first->place->latitude = -90.5;
  r->first->place->longitude = 181;
  r->second->place = g_new0 (TalksPlace, 1);
  r->second->place->name = talks_text_new_plain ("Edge");
  r->second->place->has_coordinates = TRUE;
  r->second->place->latitude = 90;
  r->second->place->longitude = -180;
}

static void
spoil_attendance (Records *r)
{
  talks_test_attend (r->first, "bob", NULL, TALKS_PRESENCE_ABSENT);
  talks_test_attend (r->first, "ada", NULL, TALKS_PRESENCE_ABSENT);
}

static void
spoil_related (Records *r)
{
  talks_test_relate (r->second, "second");
  talks_test_relate (r->second, "yes");
}

static void
spoil_labels (Records *r)
{
  /* 28 and 29 characters; letters of two bytes count once. */
  set_text (&r->first->label, "жжжжжжжжжжжжжжжжжжжжжжжжжжжж");
  set_text (&r->second->label, "жжжжжжжжжжжжжжжжжжжжжжжжжжжжж");
  set_text (&r->yes->label, "1234567890123456789012345678901234567890");
  set_text (&r->no->stance, "12345678901234567890123456789012345678901");
  g_clear_pointer (&r->no->label, talks_text_unref);
  r->no->label = talks_text_ref (r->no->stance);
}

static void
spoil_languages (Records *r)
{
  set_tagged (&r->first->title, "uk-Cyrl", "Раунд");
  set_tagged (&r->second->title, "en-GB", "Round");
  set_tagged (&r->topic->name, "e", "Topic");
  set_tagged (&r->lane->name, "en-Latinised", "Lane");
}

static void
spoil_characters (Records *r)
{
  set_text (&r->first->title, "Paid \342\200\256001\342\200\254");
  set_tagged (&r->yes->stance, "en", "One\001two");
  set (&r->source->title, "\330\242\342\200\217 fine\n");
}

static void
spoil_position (Records *r)
{
  set (&r->yes->party, "gone");
  set (&r->yes->topic, "north");
  set (&r->yes->participant, "south");
  set (&r->yes->event, "source");
}

static void
spoil_speaker (Records *r)
{
  set (&r->yes->party, "south");
}

static void
spoil_replaced (Records *r)
{
  set_date (&r->yes->date, "2022-03-12");
}

static void
spoil_replaces_nothing (Records *r)
{
  set (&r->no->replaces, "topic");
}

static void
spoil_replaces_itself (Records *r)
{
  set (&r->yes->replaces, "no");
  set_date (&r->no->date, "2022-03-10");
}

static void
spoil_continues_itself (Records *r)
{
  talks_test_relate (r->first, "second");
}

static void
spoil_source (Records *r)
{
  set (&r->source->url, "ftp://example.org/");
}

static void
spoil_source_unfindable (Records *r)
{
  set (&r->source->url, NULL);
  set (&r->source->title, NULL);
}

static void
spoil_annotation (Records *r)
{
  set (&r->annotation->target, "gone");
  r->annotation->created = g_strdup ("2025-05-16");
  r->annotation->modified = g_strdup ("2025-05-16T13:35:00+03:00");
}

static void
spoil_tour (Records *r)
{
  TalksTourStep *step = r->tour->steps->pdata[0];

  set (&step->event, "yes");
  talks_test_cite (&step->show, "table weather");
}

static void
spoil_id (Records *r)
{
  drop (&r->topic);
  r->topic = talks_test_topic_new ("#1 topic");
  set (&r->yes->topic, "#1 topic");
  set (&r->no->topic, "#1 topic");
}

static const Case cases[] = {
  { "nothing", NULL, "" },
  { "no-lanes", spoil_no_lanes, "" },
  { "no-parties", spoil_no_parties,
    "W - /parties: The document has no parties: name those who negotiate." },
  { "head", spoil_head,
    "W - /title: This text is missing in “e n”, the language of the document.\n"
    "E - /language: “e n” is not the tag of a language, such as “en” or “pt-BR”." },
  { "lane", spoil_lane,
    "W lane /lanes/0/kinds/1: A lane names the kind “talks” already; its events go to the first." },
  { "empty-lane", spoil_empty_lane,
    "W lane /lanes/0: This lane names no kinds of events, so that it stays empty.\n"
    "W first /events/0/kind: No lane names the kind “talks”; the event goes to the last lane.\n"
    "W second /events/1/kind: No lane names the kind “talks”; the event goes to the last lane." },
  { "color", spoil_color,
    "E south /parties/1/color: Write the colour of a party as # and six hexadecimal digits." },
  { "participant", spoil_participant,
    "W ada /participants/0: This participant belongs to no party: “party” is missing." },
  { "participant-party", spoil_participant_party,
    "E ada /participants/0/party: “topic” is in the list “topics”; an id from the list “parties” "
    "belongs here." },
  { "roles", spoil_roles,
    "E ada /participants/0/roles/1/to: This role ends before it begins: from 2023-01-02 to 2023-01-01." },
  { "sources", spoil_sources,
    "E ada /participants/0/sources/1: There is no source with the id “gone”.\n"
    "E first /events/0/sources/0: “first” is in the list “events”; an id from the list “sources” "
    "belongs here." },
  { "unsourced", spoil_unsourced,
    "W first /events/0: This event has no source: add where it is known from.\n"
    "W second /events/1/accounts/1: This account has no source: nobody can check who said so.\n"
    "W yes /positions/0: This position has no source: add where it was stated." },
  { "event-kind", spoil_event_kind,
    "W first /events/0/kind: No lane names the kind “tea”; the event goes to the last lane.\n"
    "E second /events/1: This event has no “kind”." },
  { "time", spoil_time,
    "E first /events/0/time/start: “24:00” is not a time of day such as 13:35.\n"
    "E first /events/0/time/end: “9:30” is not a time of day such as 13:35.\n"
    "E first /events/0/time/zone: “+3” is not the offset of a time zone such as +03:00.\n"
    "E second /events/1/time: This time has no “start”." },
  { "place", spoil_place,
    "E first /events/0/place/lat: A latitude lies between −90 and 90 degrees.\n"
    "E first /events/0/place/lon: A longitude lies between −180 and 180 degrees." },
  { "attendance", spoil_attendance,
    "E first /events/0/attendance/1/participant: There is no participant with the id “bob”.\n"
    "W first /events/0/attendance/2/participant: “ada” is named twice at this event." },
  { "related", spoil_related,
    "W second /events/1/related/1/event: This event is related to itself.\n"
    "E second /events/1/related/2/event: “yes” is in the list “positions”; an id from the list “events” "
    "belongs here." },
  { "labels", spoil_labels,
    "W second /events/1/label: This label has 29 characters; the timeline shows at most 28.\n"
    "W no /positions/1: Add a “label” of at most 40 characters, or the timeline cuts the text of 41 "
    "characters that stands in for it." },
  { "languages", spoil_languages,
    "E lane /lanes/0/name: “en-Latinised” is not the tag of a language, such as “en” or “pt-BR”.\n"
    "E topic /topics/0/name: “e” is not the tag of a language, such as “en” or “pt-BR”.\n"
    "W topic /topics/0/name: This text is missing in “en”, the language of the document.\n"
    "W first /events/0/title: This text is missing in “en”, the language of the document." },
  { "characters", spoil_characters,
    "W first /events/0/title: The invisible character U+202E can show this text in another order than "
    "it has.\n"
    "W yes /positions/0/stance/en: The control character U+0001 does not belong in this text." },
  { "position", spoil_position,
    "E yes /positions/0/party: There is no party with the id “gone”.\n"
    "E yes /positions/0/participant: “south” is in the list “parties”; an id from the list "
    "“participants” belongs here.\n"
    "E yes /positions/0/topic: “north” is in the list “parties”; an id from the list “topics” belongs "
    "here.\n"
    "E yes /positions/0/event: “source” is in the list “sources”; an id from the list “events” belongs "
    "here.\n"
    "W no /positions/1/replaces: “yes” is the position of another party or on another topic." },
  { "speaker", spoil_speaker,
    "W yes /positions/0/participant: “ada” belongs to another party than the position.\n"
    "W no /positions/1/replaces: “yes” is the position of another party or on another topic." },
  { "replaced", spoil_replaced,
    "W no /positions/1/replaces: “yes” was stated later (2022-03-12) than the position that replaces it "
    "(2022-03-11)." },
  { "replaces-nothing", spoil_replaces_nothing,
    "E no /positions/1/replaces: “topic” is in the list “topics”; an id from the list “positions” "
    "belongs here." },
  { "replaces-itself", spoil_replaces_itself,
    "E no /positions/1/replaces: A position cannot replace itself: the chain from “yes” comes back "
    "here." },
  { "continues-itself", spoil_continues_itself,
    "W second /events/1/related/0/event: Events continue in a circle: the chain from “first” comes back "
    "here." },
  { "source", spoil_source,
    "W source /sources/0/URL: This address does not lead to a web page; Talks will not open it." },
  { "source-unfindable", spoil_source_unfindable,
    "W source /sources/0: This source has neither a title nor an address to find it by." },
  { "annotation", spoil_annotation,
    "E note /annotations/0/target: There is no record with the id “gone”.\n"
    "W note /annotations/0/created: “2025-05-16” is not a date with a time such as "
    "2025-05-16T13:35:00Z." },
  { "tour", spoil_tour,
    "E tour /tours/0/steps/0/event: “yes” is in the list “positions”; an id from the list “events” "
    "belongs here.\n"
    "W tour /tours/0/steps/0/show/1: Talks does not know how to show “weather”." },
  { "id", spoil_id,
    "W #1 topic /topics/0/id: An id with a space or “#” in it cannot be named everywhere." },
};

/* ---- larger shapes ---- */

static void
test_unused_source (void)
{
  Records r = make_records ();
  g_autoptr (TalksDocument) document = make_document (&r);
  g_autofree char *problems = NULL;

  talks_test_add (document, talks_test_source_new ("spare", NULL));
  problems = describe_problems (document);
  g_assert_cmpstr (problems, ==, "W spare /sources/1: Nothing cites this source.");
}

/* Every circle is found once, what only leads into one is not blamed, and problems come in the
 * order of the document, whichever was found first. */
static void
test_circles (void)
{
  static const struct
  {
    const char *id;
    const char *replaces;
  } chain[] = {
    { "p0", "p2" }, { "p1", "p0" }, { "p2", "p1" }, /* a circle of three */
    { "p3", "p0" },                                 /* leads into it */
    { "p4", "p4" },                                 /* itself */
    { "p5", "p6" }, { "p6", NULL },                 /* none */
  };
  Records r = make_records ();
  g_autoptr (TalksDocument) document = make_document (&r);
  g_autofree char *problems = NULL;

  for (size_t i = 0; i < G_N_ELEMENTS (chain); i++)
    {
      TalksPosition *position = talks_test_position_new (chain[i].id, "south", "topic", "2023");

      position->replaces = g_strdup (chain[i].replaces);
      talks_test_cite (&position->sources, "source");
      talks_test_add (document, position);
    }
  talks_test_add (document, talks_test_source_new ("spare", NULL));
  problems = describe_problems (document);
  g_assert_cmpstr (problems, ==,
                   "E p1 /positions/3/replaces: A position cannot replace itself: the chain from “p0” "
                   "comes back here.\n"
                   "E p4 /positions/6/replaces: A position cannot replace itself: the chain from “p4” "
                   "comes back here.\n"
                   "W spare /sources/1: Nothing cites this source.");
}

/* A chain as long as a document may be: no recursion, no square of its length. */
static void
test_long_chain (void)
{
  const int n = 50000;
  Records r = make_records ();
  g_autoptr (TalksDocument) document = make_document (&r);
  g_autofree char *problems = NULL;

  for (int i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%d", i);
      TalksPosition *position = talks_test_position_new (id, "south", "topic", "2023");

      position->replaces = g_strdup_printf ("p%d", (i + 1) % n);
      talks_test_cite (&position->sources, "source");
      talks_test_add (document, position);
    }
  problems = describe_problems (document);
  g_assert_cmpstr (problems, ==,
                   "E p49999 /positions/50001/replaces: A position cannot replace itself: the chain from "
                   "“p0” comes back here.");
}

/* Messages stay one line of a sane length, whatever the file says. */
static void
test_message (void)
{
  g_autofree char *words = g_strnfill (100000, 'x');
  g_autoptr (TalksProblem) problem = NULL;
  g_autoptr (TalksProblem) other = NULL;

  problem = talks_problem_new (TALKS_SEVERITY_ERROR, "/a", NULL, "“%s” is bad.", "a\nb\342\200\256c\033[2Jd");
  g_assert_cmpstr (problem->message, ==, "“a\357\277\275b\357\277\275c\357\277\275[2Jd” is bad.");
  other = talks_problem_new (TALKS_SEVERITY_ERROR, "/a", "id", "“%s” is bad.", words);
  g_assert_cmpuint (g_utf8_strlen (other->message, -1), <, 1000);
  g_assert_true (g_str_has_suffix (other->message, "x…"));
  g_assert_cmpstr (other->record, ==, "id");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/validate/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/model/validate/unused-source", test_unused_source);
  g_test_add_func ("/model/validate/circles", test_circles);
  g_test_add_func ("/model/validate/long-chain", test_long_chain);
  g_test_add_func ("/model/validate/message", test_message);
  return g_test_run ();
}
