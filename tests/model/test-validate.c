/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What validation says of a small document that has nothing wrong with it but one thing. */

#include "talks-test-support.h"
#include "talks-validate.h"

#include <string.h>

/* The records of the document before it is made; a case spoils one of them. NULL leaves it out. */
typedef struct
{
  TalksLane        *lane;
  TalksTopic       *topic;
  TalksParty       *north;
  TalksParty       *south;
  TalksParticipant *ada;
  TalksParticipant *bob;
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
    .bob = talks_test_participant_new ("bob", "south"),
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

  r.south->mark = TALKS_MARK_DIAMOND;
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
  gpointer records[] = { r->lane, r->topic, r->north, r->south, r->ada, r->bob, r->first, r->second,
                         r->yes, r->no, r->source, r->annotation, r->tour };

  talks_test_replace (document, talks_head_new (r->title, NULL, r->language, NULL));
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
  drop (&r->bob);
  drop (&r->topic);
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
  /* Twice in one lane is for the reader to find. */
  talks_test_cite (&r->lane->kinds, "talks talks");
}

static void
spoil_stray_kind (Records *r)
{
  talks_test_cite (&r->lane->kinds, "tea");
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
  talks_test_attend (r->first, "eve", NULL, TALKS_PRESENCE_ABSENT);
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
relate (TalksEvent *event,
        const char *to,
        const char *relation)
{
  talks_test_relate (event, to);
  set (&((TalksRelation *) event->related->pdata[event->related->len - 1])->relation, relation);
}

static void
spoil_results_from_itself (Records *r)
{
  relate (r->first, "second", "results-from");
  relate (r->second, "first", "results-from");
}

/* What leads both ways, and what leads another way than the other. */
static void
spoil_related_both_ways (Records *r)
{
  relate (r->first, "second", "contrasts-with");
  relate (r->second, "first", "contrasts-with");
  relate (r->first, "second", "prepares");
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

/* ---- what time does not allow ---- */

static void
spoil_office (Records *r)
{
  /* Ada's only role ends on 2022-03-10; who is not there needs none, and Bob has none at all. */
  talks_test_attend (r->second, "ada", NULL, TALKS_PRESENCE_REMOTE);
  talks_test_attend (r->second, "bob", NULL, TALKS_PRESENCE_PRESENT);
}

static void
spoil_office_absent (Records *r)
{
  talks_test_attend (r->second, "ada", NULL, TALKS_PRESENCE_ABSENT);
  talks_test_add_role (r->bob, "Envoy", "2030", NULL);
  talks_test_attend (r->first, "bob", NULL, TALKS_PRESENCE_UNCLEAR);
}

/* Dates that may mean a day on which the role was held. */
static void
spoil_office_vague (Records *r)
{
  set_date (&r->second->date, "2022-03~");
  talks_test_attend (r->second, "ada", NULL, TALKS_PRESENCE_PRESENT);
  talks_test_add_role (r->bob, "Envoy", "2022-03-20~", NULL);
  talks_test_attend (r->first, "bob", NULL, TALKS_PRESENCE_PRESENT);
}

static void
spoil_office_vague_too_late (Records *r)
{
  talks_test_add_role (r->bob, "Envoy", "2023-03-20~", NULL);
  talks_test_attend (r->first, "bob", NULL, TALKS_PRESENCE_PRESENT);
}

static void
spoil_clock (Records *r)
{
  r->first->time = g_new0 (TalksClock, 1);
  r->first->time->start = g_strdup ("22:00");
  r->first->time->end = g_strdup ("01:30");
  r->second->time = g_new0 (TalksClock, 1);
  r->second->time->start = g_strdup ("22:00");
  r->second->time->end = g_strdup ("01:30");
  set_date (&r->second->date, "2022-03-11/2022-03-12");
}

static void
spoil_zone (Records *r)
{
  r->first->time = g_new0 (TalksClock, 1);
  r->first->time->start = g_strdup ("10:00");
  r->first->time->zone = g_strdup ("+14:00");
  r->second->time = g_new0 (TalksClock, 1);
  r->second->time->start = g_strdup ("10:00");
  r->second->time->zone = g_strdup ("-14:30");
}

static void
spoil_far_event (Records *r)
{
  set_date (&r->no->date, "2022-04-11");
  set (&r->no->event, "first");
  set_date (&r->yes->date, "2022-04-10");
}

static void
spoil_far_event_later (Records *r)
{
  set_date (&r->second->date, "2022-05");
  set (&r->no->event, "second");
}

static void
spoil_near_event (Records *r)
{
  set_date (&r->second->date, "2022-04-11");
  set (&r->no->event, "second");
}

static void
spoil_absent_speaker (Records *r)
{
  talks_test_attend (r->second, "ada", NULL, TALKS_PRESENCE_ABSENT);
  set (&r->yes->event, "second");
}

static void
spoil_span (Records *r)
{
  ((TalksTourStep *) r->tour->steps->pdata[0])->span = talks_test_date ("2022-04/2022-05");
}

static void
spoil_span_around (Records *r)
{
  ((TalksTourStep *) r->tour->steps->pdata[0])->span = talks_test_date ("2022-03/..");
}

/* ---- quotations, annotations ---- */

static void
quote (TalksPosition *position,
       const char    *word,
       int            n)
{
  GString *text = g_string_new (word);

  for (int i = 1; i < n; i++)
    g_string_append_printf (text, " %s", word);
  position->quote = g_new0 (TalksQuote, 1);
  position->quote->text = g_string_free (text, FALSE);
}

static void
spoil_quotes (Records *r)
{
  quote (r->yes, "so", 61);
  quote (r->no, "abcdefghi", 31);
  r->no->quote->translated = TRUE;
}

/* Letters of two bytes count once. */
static void
spoil_quotes_at_limit (Records *r)
{
  quote (r->yes, "так", 60);
  quote (r->no, "десятьлит", 30);
  r->no->quote->translated = TRUE;
  r->no->quote->language = g_strdup ("uk");
}

static void
spoil_quote_language (Records *r)
{
  quote (r->yes, "so", 1);
  r->yes->quote->language = g_strdup ("in English");
}

static void
spoil_passage (Records *r)
{
  r->annotation->exact = g_strdup ("not there");
}

static void
spoil_passage_there (Records *r)
{
  set_tagged (&r->first->summary, "en", "They were not there.");
  r->annotation->exact = g_strdup ("not there");
}

static void
spoil_annotation_itself (Records *r)
{
  set (&r->annotation->target, "note");
  r->annotation->created = g_strdup ("2025-05-16T13:35:00Z");
  r->annotation->modified = g_strdup ("2025-05-16T13:34:00.5Z");
}

static void
spoil_read_early (Records *r)
{
  r->source->issued = talks_test_date ("2022-03-10");
  r->source->accessed = talks_test_date ("2022-03-09");
}

static void
spoil_read_same_day (Records *r)
{
  r->source->issued = talks_test_date ("2022-03~");
  r->source->accessed = talks_test_date ("2022-03-01");
}

/* ---- what looks like another ---- */

static void
spoil_twin_titles (Records *r)
{
  set_date (&r->second->date, "2022-03-10");
  set_text (&r->second->title, "first");
  g_ptr_array_set_size (r->second->related, 0);
}

static void
spoil_twins_related (Records *r)
{
  set_date (&r->second->date, "2022-03-10");
  set_text (&r->second->title, "first");
}

static void
meet (TalksEvent *event,
      const char *one,
      const char *other)
{
  g_ptr_array_set_size (event->attendance, 0);
  talks_test_attend (event, one, NULL, TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, other, NULL, TALKS_PRESENCE_REMOTE);
  event->place = g_new0 (TalksPlace, 1);
  event->place->name = talks_text_new_plain ("Palace");
}

static void
spoil_twin_meetings (Records *r)
{
  meet (r->first, "ada", "bob");
  meet (r->second, "bob", "ada");
  set_date (&r->second->date, "2022-03-10");
  g_ptr_array_set_size (r->second->related, 0);
}

/* Within a month they may have met twice. */
static void
spoil_meetings_of_a_month (Records *r)
{
  spoil_twin_meetings (r);
  set_date (&r->first->date, "2022-03");
  set_date (&r->second->date, "2022-03");
}

static void
spoil_meetings_of_a_day (Records *r)
{
  spoil_twin_meetings (r);
  set_text (&r->second->place->name, "Harbour");
}

static void
spoil_party_marks (Records *r)
{
  r->south->mark = r->north->mark;
  set (&r->south->color, "#2264d1");
}

static void
spoil_party_marks_apart (Records *r)
{
  r->south->mark = r->north->mark;
  set (&r->south->color, "#c01c28");
}

static void
spoil_unused (Records *r)
{
  drop (&r->bob);
  drop (&r->yes);
  drop (&r->no);
}

/* ---- texts ---- */

static void
spoil_lines (Records *r)
{
  set_text (&r->first->label, "One\nTwo");
  set_tagged (&r->topic->name, "en", "One\nTwo");
  set_text (&r->first->summary, "One\nTwo");
}

static void
spoil_scripts (Records *r)
{
  set_text (&r->north->name, "N\320\276rth");                      /* a Cyrillic о */
  set_text (&r->south->name, "\320\237i\320\262\320\264\320\265\320\275\321\214");  /* a Latin i */
  set_text (&r->first->summary, "\320\242-72, \316\224max, COVID-\321\202\320\265\321\201\321\202, \320\220B");
}

static void
spoil_hidden (Records *r)
{
  set_text (&r->first->summary, "zero\342\200\213width");
  set_text (&r->second->summary, "\331\205\333\214\342\200\214\330\256\331\210\330\247\331\207\331\205");
  set_text (&r->first->outcome, "a\342\200\215b");
  /* The flag of Scotland is spelled in tags, and a programmer joined from two pictures. */
  set_text (&r->second->outcome, "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f "
                                 "\U0001f469\U0000200d\U0001f4bb");
}

static void
spoil_long_id (Records *r)
{
  g_autofree char *id = g_strnfill (201, 'x');

  drop (&r->topic);
  r->topic = talks_test_topic_new (id);
  set (&r->yes->topic, id);
  set (&r->no->topic, id);
}

static void
spoil_source_language (Records *r)
{
  r->source->language = g_strdup ("en-");
}

static void
spoil_host (Records *r)
{
  set (&r->source->url, "https://ex\320\260mple.org/");
}

static void
spoil_host_in_bytes (Records *r)
{
  set (&r->source->url, "https://ex%D0%B0mple.org/");
}

static void
spoil_host_in_ascii (Records *r)
{
  set (&r->source->url, "https://xn--exmple-4nf.org/");
}

static void
spoil_host_fine (Records *r)
{
  set (&r->source->url, "https://\320\277\321\200\320\270\320\274\320\265\321\200.com/");
}

static const Case cases[] = {
  { "nothing", NULL, "" },
  { "no-lanes", spoil_no_lanes, "" },
  { "no-parties", spoil_no_parties,
    "W - /parties: The document has no parties: name those who negotiate." },
  { "head", spoil_head,
    "W - /title: This text is missing in “e n”, the language of the document.\n"
    "E - /language: “e n” is not the tag of a language, such as “en” or “pt-BR”." },
  { "lane", spoil_lane, "" },
  { "stray-kind", spoil_stray_kind,
    "W lane /lanes/0/kinds: No event is of these kinds, so that this lane stays empty: take it out, or "
    "correct its kinds.\n"
    "W first /events/0/kind: No lane names the kind “talks”; the event goes to the last lane.\n"
    "W second /events/1/kind: No lane names the kind “talks”; the event goes to the last lane." },
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
    "W lane /lanes/0/kinds: No event is of these kinds, so that this lane stays empty: take it out, or "
    "correct its kinds.\n"
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
    "E first /events/0/attendance/1/participant: There is no participant with the id “eve”.\n"
    "W first /events/0/attendance/2/participant: “ada” is named twice at this event." },
  { "related", spoil_related,
    "W second /events/1/related/1/event: This event is related to itself.\n"
    "E second /events/1/related/2/event: “yes” is in the list “positions”; an id from the list “events” "
    "belongs here." },
  { "labels", spoil_labels,
    "E second /events/1/label: This label has 29 characters; shorten it to 28, which the timeline shows.\n"
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
    "E no /positions/1/replaces: Positions replace each other in a circle, “yes” → “no” → “yes”: take out "
    "the reference that is wrong." },
  { "continues-itself", spoil_continues_itself,
    "W second /events/1/related/0/event: Events are related by “continues” in a circle, “first” → "
    "“second” → “first”: take out the reference that is wrong." },
  { "results-from-itself", spoil_results_from_itself,
    "W second /events/1/related/1/event: Events are related by “results-from” in a circle, “first” → "
    "“second” → “first”: take out the reference that is wrong." },
  { "related-both-ways", spoil_related_both_ways, "" },
  { "source", spoil_source,
    "E source /sources/0/URL: This address does not lead to a web page, so that Talks will not open it: "
    "write one that begins with https:// and has no spaces, names of users or backslashes." },
  { "source-unfindable", spoil_source_unfindable,
    "W source /sources/0: This source has neither a title nor an address to find it by." },
  { "annotation", spoil_annotation,
    "E note /annotations/0/target: There is no record with the id “gone”.\n"
    "E note /annotations/0/created: “2025-05-16” is not a date with a time such as "
    "2025-05-16T13:35:00Z.\n"
    "W note /annotations/0/modified: Web annotations give times in UTC, with a Z at the end; this one has "
    "another zone: “2025-05-16T13:35:00+03:00”." },
  { "tour", spoil_tour,
    "E tour /tours/0/steps/0/event: “yes” is in the list “positions”; an id from the list “events” "
    "belongs here.\n"
    "E tour /tours/0/steps/0/show/1: Talks does not know how to show “weather”." },
  { "id", spoil_id,
    "E #1 topic /topics/0/id: An id with a space or “#” in it cannot be named everywhere." },
  { "office", spoil_office,
    "W second /events/1/attendance/0/participant: “ada” is here (2022-03-11), but no role is given for that "
    "time: add one, or correct the dates of the roles." },
  { "office-absent", spoil_office_absent, "" },
  { "office-vague", spoil_office_vague, "" },
  { "office-vague-too-late", spoil_office_vague_too_late,
    "W first /events/0/attendance/1/participant: “bob” is here (2022-03-10), but no role is given for that "
    "time: add one, or correct the dates of the roles." },
  { "clock", spoil_clock,
    "W first /events/0/time/end: This event ends (01:30) before it starts (22:00): if it went on past "
    "midnight, give its date as two days." },
  { "zone", spoil_zone,
    "E second /events/1/time/zone: “-14:30” is not the offset of a time zone such as +03:00." },
  { "far-event", spoil_far_event,
    "W no /positions/1/event: “first” (2022-03-10) and this position (2022-04-11) are more than a month "
    "apart: correct a date, or name the event at which it was stated." },
  { "far-event-later", spoil_far_event_later,
    "W no /positions/1/event: “second” (2022-05) and this position (2022-03-11) are more than a month apart: "
    "correct a date, or name the event at which it was stated." },
  { "near-event", spoil_near_event, "" },
  { "absent-speaker", spoil_absent_speaker,
    "W yes /positions/0/event: “ada” was absent from “second”: name the event at which this was stated." },
  { "span", spoil_span,
    "W tour /tours/0/steps/0/span: This step shows 2022-04/2022-05, when its event “first” (2022-03-10) is "
    "out of view: widen the span." },
  { "span-around", spoil_span_around, "" },
  { "quotes", spoil_quotes,
    "W yes /positions/0/quote/text: This quotation has 182 characters and 61 words: shorten it to what is "
    "needed, at most 300 and 60.\n"
    "W no /positions/1/quote: This quotation is a translation, but into which language? Add “language”.\n"
    "W no /positions/1/quote/text: This quotation has 309 characters and 31 words: shorten it to what is "
    "needed, at most 300 and 60." },
  { "quotes-at-limit", spoil_quotes_at_limit, "" },
  { "quote-language", spoil_quote_language,
    "E yes /positions/0/quote/language: “in English” is not the tag of a language, such as “en” or "
    "“pt-BR”." },
  { "passage", spoil_passage,
    "W note /annotations/0/target: No text of “first” has the passage “not there” any more: quote it as it "
    "stands there now." },
  { "passage-there", spoil_passage_there, "" },
  { "annotation-itself", spoil_annotation_itself,
    "W note /annotations/0/target: This annotation is about itself: name the record that it is about.\n"
    "W note /annotations/0/modified: This annotation was changed before it was made: correct one of the "
    "times." },
  { "read-early", spoil_read_early,
    "W source /sources/0/accessed: This source was read (2022-03-09) before it was published (2022-03-10): "
    "correct one of the dates." },
  { "read-same-day", spoil_read_same_day, "" },
  { "twin-titles", spoil_twin_titles,
    "W second /events/1: “first” has the same date, kind and title: take one of the two out, or say in "
    "“related” how they belong together." },
  { "twins-related", spoil_twins_related, "" },
  { "twin-meetings", spoil_twin_meetings,
    "W second /events/1: “first” is of the same kind, on the same day, at the same place and with the same "
    "people: take one of the two out, or say in “related” how they belong together." },
  { "meetings-of-a-day", spoil_meetings_of_a_day, "" },
  { "meetings-of-a-month", spoil_meetings_of_a_month, "" },
  { "party-marks", spoil_party_marks,
    "W south /parties/1: “north” has the same mark and nearly the same colour: give one of the two "
    "another." },
  { "party-marks-apart", spoil_party_marks_apart, "" },
  { "unused", spoil_unused,
    "W topic /topics/0: No position is on this topic: add one, or take the topic out.\n"
    "W south /parties/1: Nobody belongs to this party, and it states nothing: take it out, or add who "
    "speaks for it." },
  { "lines", spoil_lines,
    "W topic /topics/0/name: This text is shown in one line: take the line break out of it.\n"
    "W first /events/0/label: This text is shown in one line: take the line break out of it." },
  { "scripts", spoil_scripts,
    "W north /parties/0/name: “N\320\276rth” is written with letters of two scripts that look alike, U+043E "
    "among them: write it in one.\n"
    "W south /parties/1/name: “\320\237i\320\262\320\264\320\265\320\275\321\214” is written with letters "
    "of two scripts that look alike, U+0069 among them: write it in one." },
  { "hidden", spoil_hidden,
    "W first /events/0/summary: The invisible character U+200B hides in this text: take it out.\n"
    "W first /events/0/outcome: The invisible character U+200D hides in this text: take it out." },
  { "source-language", spoil_source_language,
    "E source /sources/0/language: “en-” is not the tag of a language, such as “en” or “pt-BR”." },
  { "host", spoil_host,
    "W source /sources/0/URL: The name of the site is written with letters that look like others: make sure "
    "that it leads where it seems to." },
  { "host-in-bytes", spoil_host_in_bytes,
    "W source /sources/0/URL: The name of the site is written with letters that look like others: make sure "
    "that it leads where it seems to." },
  { "host-in-ascii", spoil_host_in_ascii,
    "W source /sources/0/URL: The name of the site is written with letters that look like others: make sure "
    "that it leads where it seems to." },
  { "host-fine", spoil_host_fine, "" },
};

/* ---- larger shapes ---- */

static void
test_long_id (void)
{
  Records r = make_records ();
  g_autoptr (TalksDocument) document = NULL;
  g_autofree char *problems = NULL;

  spoil_long_id (&r);
  document = make_document (&r);
  problems = describe_problems (document);
  g_assert_true (g_str_has_prefix (problems, "E xxx"));
  g_assert_true (g_str_has_suffix (problems, "x /topics/0/id: This id has more than 200 characters."));
  g_assert_null (strchr (problems, '\n'));
}

/* A language that four texts of five have is missed in the fifth, and one that few have is not. */
static void
test_translations (void)
{
  static const struct
  {
    int         n_with;
    int         n_without;
    const char *problems;
  } shapes[] = {
    { 30, 0, "" },
    { 30, 1, "W t30 /topics/30/name: This text is missing in “uk”, which most texts of the document have." },
    { 5, 1, "" },   /* too few texts to tell */
    { 10, 20, "" }, /* not most of them */
  };
  /* Two of one language count once. */
  const char *langs[] = { "en", "uk-UA", "uk", NULL };
  const char *texts[] = { "Topic", "Тема", "Тема", NULL };

  for (size_t i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (TalksDocument) document = talks_document_new ();
      g_autoptr (TalksText) title = talks_text_new_tagged (langs, texts);
      TalksParty *north = talks_test_party_new ("north", "north");
      g_autofree char *problems = NULL;

      talks_test_replace (document, talks_head_new (title, NULL, "en", NULL));
      talks_text_unref (north->name);
      north->name = talks_text_ref (title);
      talks_text_unref (north->short_name);
      north->short_name = talks_text_ref (title);
      talks_test_add (document, north);
      for (int j = 0; j < shapes[i].n_with + shapes[i].n_without; j++)
        {
          g_autofree char *topic_id = g_strdup_printf ("t%d", j);
          g_autofree char *id = g_strdup_printf ("p%d", j);
          TalksTopic *topic = talks_test_topic_new (topic_id);
          TalksPosition *position = talks_test_position_new (id, "north", topic_id, "2022");

          if (j < shapes[i].n_with)
            {
              talks_text_unref (topic->name);
              topic->name = talks_text_new_tagged (langs, texts);
            }
          talks_text_unref (position->stance);
          position->stance = talks_text_new_tagged (langs, texts);
          talks_text_unref (position->label);
          position->label = talks_text_ref (position->stance);
          talks_test_cite (&position->sources, "s");
          talks_test_add (document, topic);
          talks_test_add (document, position);
        }
      talks_test_add (document, talks_test_source_new ("s", NULL));
      problems = describe_problems (document);
      if (strcmp (shapes[i].problems, "") == 0)
        g_assert_null (strstr (problems, "most texts"));
      else
        g_assert_nonnull (strstr (problems, shapes[i].problems));
    }
}

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
                   "E p1 /positions/3/replaces: Positions replace each other in a circle, “p0” → “p2” → “p1” "
                   "→ “p0”: take out the reference that is wrong.\n"
                   "E p4 /positions/6/replaces: Positions replace each other in a circle, “p4” → “p4”: take "
                   "out the reference that is wrong.\n"
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
                   "E p49999 /positions/50001/replaces: Positions replace each other in a circle, “p0” → “p1” "
                   "→ “p2” → “p3” → “p4” → “p5” → “p6” → … → “p49999” → “p0”: take out the reference that is "
                   "wrong.");
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
  g_test_add_func ("/model/validate/long-id", test_long_id);
  g_test_add_func ("/model/validate/translations", test_translations);
  g_test_add_func ("/model/validate/circles", test_circles);
  g_test_add_func ("/model/validate/long-chain", test_long_chain);
  g_test_add_func ("/model/validate/message", test_message);
  return g_test_run ();
}
