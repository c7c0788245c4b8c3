/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-test-support.h"

/* ---- life ---- */

/* A record with every member filled in, so that a sanitizer sees what is freed twice or never. */
static TalksEvent *
make_full_event (void)
{
  TalksEvent *event = talks_test_event_new ("e", "talks", "2022-03-29");

  event->time = g_new0 (TalksClock, 1);
  event->time->start = g_strdup ("10:00");
  event->time->end = g_strdup ("12:30");
  event->time->zone = g_strdup ("+03:00");
  event->time_note = talks_text_new_plain ("note");
  event->format = g_strdup ("in person");
  event->place = g_new0 (TalksPlace, 1);
  event->place->name = talks_text_new_plain ("Istanbul");
  event->summary = talks_text_new_plain ("summary");
  event->outcome = talks_text_new_plain ("outcome");
  event->note = talks_text_new_plain ("note");
  talks_test_attend (event, "p", "chair", TALKS_PRESENCE_REMOTE);
  ((TalksAttendance *) event->attendance->pdata[0])->note = talks_text_new_plain ("note");
  talks_test_relate (event, "f");
  talks_test_account (event, "claim", "s t");
  ((TalksAccount *) event->accounts->pdata[0])->date = talks_test_date ("2022-04");
  talks_test_cite (&event->sources, "s t u");
  return event;
}

static TalksPosition *
make_full_position (void)
{
  TalksPosition *position = talks_test_position_new ("p", "a", "t", "2022-03-29");

  position->participant = g_strdup ("who");
  position->event = g_strdup ("e");
  position->replaces = g_strdup ("o");
  position->quote = g_new0 (TalksQuote, 1);
  position->quote->text = g_strdup ("words");
  position->quote->language = g_strdup ("uk");
  position->quote->note = talks_text_new_plain ("note");
  talks_test_cite (&position->sources, "s");
  return position;
}

static TalksParticipant *
make_full_participant (void)
{
  TalksParticipant *participant = talks_test_participant_new ("p", "a");

  participant->native_name = g_strdup ("п");
  participant->description = talks_text_new_plain ("description");
  talks_test_add_role (participant, "one", "2022", "2023");
  talks_test_add_role (participant, "two", NULL, NULL);
  talks_test_cite (&participant->sources, "s");
  return participant;
}

static TalksName *
make_name (const char *family,
           const char *given)
{
  TalksName *name = g_new0 (TalksName, 1);

  name->family = g_strdup (family);
  name->given = g_strdup (given);
  name->non_dropping_particle = g_strdup ("of");
  name->dropping_particle = g_strdup ("the");
  name->suffix = g_strdup ("Jr.");
  name->literal = g_strdup ("");
  return name;
}

static TalksSource *
make_full_source (void)
{
  TalksSource *source = talks_test_source_new ("s", "https://example.org/");

  g_ptr_array_add (source->author, make_name ("Lovelace", "Ada"));
  source->container_title = g_strdup ("container");
  source->publisher = g_strdup ("publisher");
  source->issued = talks_test_date ("2022-03-30");
  source->accessed = talks_test_date ("2025-01");
  source->language = g_strdup ("en");
  source->note = g_strdup ("note");
  return source;
}

static TalksAnnotation *
make_full_annotation (void)
{
  TalksAnnotation *annotation = talks_test_annotation_new ("n", "e");

  annotation->motivation = g_strdup ("commenting");
  annotation->creator = g_strdup ("who");
  annotation->created = g_strdup ("2025-01-01T00:00:00Z");
  annotation->modified = g_strdup ("2025-01-02T00:00:00Z");
  annotation->exact = g_strdup ("words");
  annotation->prefix = g_strdup ("before ");
  annotation->suffix = g_strdup (" after");
  return annotation;
}

static TalksTour *
make_full_tour (void)
{
  TalksTour *tour = talks_record_new (TALKS_RECORD_TOUR, "t");
  TalksTourStep *step = g_new0 (TalksTourStep, 1);

  tour->title = talks_text_new_plain ("title");
  tour->description = talks_text_new_plain ("description");
  step->event = g_strdup ("e");
  step->span = talks_test_date ("2022-03/2022-04");
  step->title = talks_text_new_plain ("title");
  step->text = talks_text_new_plain ("text");
  step->notes = talks_text_new_plain ("notes");
  step->show = g_strsplit ("table outcome", " ", -1);
  g_ptr_array_add (tour->steps, step);
  g_ptr_array_add (tour->steps, g_new0 (TalksTourStep, 1));
  return tour;
}

static TalksHead *
make_full_head (void)
{
  g_autoptr (TalksText) title = talks_text_new_plain ("title");
  g_autoptr (TalksText) description = talks_text_new_plain ("description");

  return talks_head_new (title, description, "en", "CC-BY-4.0");
}

static gpointer
make_full (TalksRecordKind kind)
{
  TalksParty *party;
  TalksTopic *topic;

  switch (kind)
    {
    case TALKS_RECORD_LANE:
      return talks_test_lane_new ("l", "talks summit");
    case TALKS_RECORD_TOPIC:
      topic = talks_test_topic_new ("t");
      topic->description = talks_text_new_plain ("description");
      return topic;
    case TALKS_RECORD_PARTY:
      party = talks_test_party_new ("a", "north");
      party->description = talks_text_new_plain ("description");
      return party;
    case TALKS_RECORD_PARTICIPANT:
      return make_full_participant ();
    case TALKS_RECORD_EVENT:
      return make_full_event ();
    case TALKS_RECORD_POSITION:
      return make_full_position ();
    case TALKS_RECORD_SOURCE:
      return make_full_source ();
    case TALKS_RECORD_ANNOTATION:
      return make_full_annotation ();
    case TALKS_RECORD_TOUR:
      return make_full_tour ();
    case TALKS_RECORD_HEAD:
      return make_full_head ();
    default:
      g_assert_not_reached ();
    }
}

static void
test_full (void)
{
  for (int kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      g_autoptr (TalksRecord) record = make_full ((TalksRecordKind) kind);
      TalksText *title = NULL;

      g_assert_cmpint (record->kind, ==, kind);
      if (record->kind == TALKS_RECORD_EVENT)
        title = talks_text_ref (((TalksEvent *) record)->title);
      g_assert_true (talks_record_ref (record) == record);
      talks_record_unref (record);
      /* Still whole: one reference is left. */
      g_assert_cmpstr (talks_record_get_title (record, NULL), !=, "");
      if (title != NULL)
        {
          g_clear_pointer (&record, talks_record_unref);
          g_assert_cmpstr (talks_text_get (title, NULL), ==, "e");
          talks_text_unref (title);
        }
    }
}

/* What is made is whole enough to be read and freed: lists are there, the rest is NULL. */
static void
test_bare (void)
{
  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      g_autoptr (TalksRecord) record = talks_record_new ((TalksRecordKind) kind, "bare");

      g_assert_cmpint (record->kind, ==, kind);
      g_assert_cmpstr (record->id, ==, "bare");
      g_assert_cmpstr (talks_record_get_title (record, "en"), ==, "bare");
      if (kind == TALKS_RECORD_EVENT)
        {
          TalksEvent *event = (TalksEvent *) record;

          g_assert_cmpuint (event->attendance->len + event->related->len + event->accounts->len, ==, 0);
          g_assert_cmpuint (g_strv_length (event->sources), ==, 0);
          g_assert_null (event->place);
        }
    }
}

static gpointer
hold_and_let_go (gpointer record)
{
  for (int i = 0; i < 20000; i++)
    talks_record_unref (talks_record_ref (record));
  talks_record_unref (record);
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (TalksEvent) event = make_full_event ();
  GThread *threads[3];

  for (size_t i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("holder", hold_and_let_go, talks_record_ref (event));
  for (size_t i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_true (g_atomic_ref_count_compare (&event->record.ref_count, 1));
  g_assert_cmpstr (event->record.id, ==, "e");
}

static void
test_boxed (void)
{
  g_autoptr (TalksEvent) event = make_full_event ();
  GValue value = G_VALUE_INIT;

  g_value_init (&value, TALKS_TYPE_RECORD);
  g_value_set_boxed (&value, event);
  g_assert_true (g_value_get_boxed (&value) == (gpointer) event);
  g_assert_true (g_atomic_ref_count_compare (&event->record.ref_count, 2));
  g_value_unset (&value);
  g_assert_true (g_atomic_ref_count_compare (&event->record.ref_count, 1));
}

/* ---- changes ---- */

static void
test_change (void)
{
  g_autoptr (TalksEvent) before = talks_test_event_new ("e", "talks", "2022");
  g_autoptr (TalksEvent) after = talks_test_event_new ("e", "talks", "2023");
  g_autoptr (TalksChange) change = talks_change_new (&before->record, &after->record, 3);
  g_autoptr (TalksChange) inverse = talks_change_invert (change);
  g_autoptr (TalksChange) added = talks_change_new (NULL, &after->record, -1);
  g_autoptr (TalksChange) removed = talks_change_invert (added);

  g_assert_true (talks_change_get_before (change) == &before->record);
  g_assert_true (talks_change_get_after (change) == &after->record);
  g_assert_cmpint (talks_change_get_position (change), ==, 3);
  g_assert_true (talks_change_get_before (inverse) == &after->record);
  g_assert_true (talks_change_get_after (inverse) == &before->record);
  g_assert_cmpint (talks_change_get_position (inverse), ==, 3);
  g_assert_true (talks_change_get_before (removed) == &after->record);
  g_assert_null (talks_change_get_after (removed));
  /* change, inverse, and the maker's. */
  g_assert_true (g_atomic_ref_count_compare (&before->record.ref_count, 3));
  talks_change_unref (talks_change_ref (change));
  g_assert_true (g_atomic_ref_count_compare (&before->record.ref_count, 3));
}

/* A change of nothing, of one record into another, or to nowhere. */
static void
test_impossible_changes (void)
{
  g_autoptr (TalksEvent) event = talks_test_event_new ("e", "talks", "2022");
  g_autoptr (TalksEvent) other = talks_test_event_new ("f", "talks", "2022");
  g_autoptr (TalksTopic) topic = talks_test_topic_new ("e");
  const struct
  {
    TalksRecord *before;
    TalksRecord *after;
    int          position;
  } cases[] = {
    { NULL, NULL, -1 },
    { &event->record, &other->record, -1 },
    { &event->record, &topic->record, -1 },
    { &event->record, NULL, -2 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
      g_assert_null (talks_change_new (cases[i].before, cases[i].after, cases[i].position));
      g_test_assert_expected_messages ();
    }
}

/* ---- words ---- */

static void
test_list_names (void)
{
  static const char * const names[TALKS_RECORD_HEAD + 1] = {
    "lanes", "topics", "parties", "participants", "events", "positions", "sources", "annotations", "tours", "head",
  };

  for (int kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    g_assert_cmpstr (talks_record_kind_to_list ((TalksRecordKind) kind), ==, names[kind]);
}

static void
test_titles (void)
{
  const char *languages[] = { "en", "uk", NULL };
  const char *texts[] = { "Round", "Раунд", NULL };
  g_autoptr (TalksEvent) event = talks_test_event_new ("e", "talks", "2022");
  g_autoptr (TalksSource) source = talks_record_new (TALKS_RECORD_SOURCE, "s");
  g_autoptr (TalksAnnotation) annotation = talks_test_annotation_new ("n", "e");
  g_autoptr (TalksPosition) position = make_full_position ();

  talks_text_unref (event->title);
  event->title = talks_text_new_tagged (languages, texts);
  g_assert_cmpstr (talks_record_get_title (&event->record, "uk-UA"), ==, "Раунд");
  g_assert_cmpstr (talks_record_get_title (&event->record, "tr"), ==, "Round");

  g_assert_cmpstr (talks_record_get_title (&source->record, NULL), ==, "s");
  source->url = g_strdup ("https://example.org/");
  g_assert_cmpstr (talks_record_get_title (&source->record, NULL), ==, "https://example.org/");
  source->title = g_strdup ("");
  g_assert_cmpstr (talks_record_get_title (&source->record, NULL), ==, "s");

  g_free (annotation->body);
  annotation->body = g_strdup ("A note");
  g_assert_cmpstr (talks_record_get_title (&annotation->record, NULL), ==, "A note");
  g_assert_cmpstr (talks_record_get_title (&position->record, NULL), ==, "p");
}

static void
test_dates (void)
{
  g_autoptr (TalksEvent) event = talks_test_event_new ("e", "talks", "2022-03-29");
  g_autoptr (TalksPosition) position = talks_test_position_new ("p", "a", "t", "2022-04");
  g_autoptr (TalksSource) source = talks_test_source_new ("s", NULL);

  source->issued = talks_date_parse ("2022", NULL);
  g_assert_true (talks_record_get_date (&event->record) == event->date);
  g_assert_true (talks_record_get_date (&position->record) == position->date);
  g_assert_null (talks_record_get_date (&source->record));
}

static void
test_vocabularies (void)
{
  TalksMark mark = TALKS_MARK_STAR;
  TalksPresence presence = TALKS_PRESENCE_REMOTE;
  TalksCertainty certainty = TALKS_CERTAINTY_DISPUTED;
  TalksPartyKind kind = TALKS_PARTY_PRIVATE;

  for (int i = 0; i < TALKS_N_MARKS; i++)
    {
      g_assert_true (talks_mark_from_name (talks_mark_to_name ((TalksMark) i), &mark));
      g_assert_cmpint (mark, ==, i);
    }
  for (int i = 0; i <= TALKS_PRESENCE_UNCLEAR; i++)
    {
      g_assert_true (talks_presence_from_name (talks_presence_to_name ((TalksPresence) i), &presence));
      g_assert_cmpint (presence, ==, i);
    }
  for (int i = 0; i <= TALKS_CERTAINTY_DISPUTED; i++)
    {
      g_assert_true (talks_certainty_from_name (talks_certainty_to_name ((TalksCertainty) i),
                                                &certainty));
      g_assert_cmpint (certainty, ==, i);
    }
  for (int i = 0; i <= TALKS_PARTY_PRIVATE; i++)
    {
      g_assert_true (talks_party_kind_from_name (talks_party_kind_to_name ((TalksPartyKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }

  /* The spelling of the format, in a few places; what is unknown leaves the result alone. */
  g_assert_cmpstr (talks_mark_to_name (TALKS_MARK_TRIANGLE_DOWN), ==, "triangle-down");
  g_assert_cmpstr (talks_presence_to_name (TALKS_PRESENCE_ABSENT), ==, "absent");
  g_assert_cmpstr (talks_certainty_to_name (TALKS_CERTAINTY_REPORTED), ==, "reported");
  g_assert_cmpstr (talks_party_kind_to_name (TALKS_PARTY_ORGANIZATION), ==, "organization");
  mark = TALKS_MARK_CROSS;
  g_assert_false (talks_mark_from_name ("Circle", &mark));
  g_assert_false (talks_mark_from_name ("", &mark));
  g_assert_false (talks_mark_from_name (NULL, &mark));
  g_assert_cmpint (mark, ==, TALKS_MARK_CROSS);
}

/* ---- links ---- */

static void
test_links (void)
{
  static const struct
  {
    const char *url;
    gboolean    may_open;
  } cases[] = {
    { "https://example.org/", TRUE },
    { "http://example.org", TRUE },
    { "HTTPS://EXAMPLE.ORG/a", TRUE },
    { "https://example.org:8443/path?query=1&b=%20#fragment", TRUE },
    { "https://example.org/a@b", TRUE },
    { "https://example.org/?to=a@b:c", TRUE },
    { "https://web.archive.org/web/2022/https://example.org/", TRUE },
    { "https://приклад.укр/новини", TRUE },
    { "https://[2001:db8::1]/", TRUE },
    { "https://192.0.2.1/", TRUE },

    { NULL, FALSE },
    { "", FALSE },
    { "example.org", FALSE },
    { "//example.org/", FALSE },
    { "/etc/passwd", FALSE },
    { "https:", FALSE },
    { "https://", FALSE },
    { "https:///path", FALSE },
    { "https:example.org", FALSE },
    { "https:/example.org", FALSE },
    { "javascript:alert(1)", FALSE },
    { "JavaScript:alert(1)", FALSE },
    { "java\nscript:alert(1)", FALSE },
    { "data:text/html,<script>alert(1)</script>", FALSE },
    { "file:///etc/passwd", FALSE },
    { "file://example.org/share", FALSE },
    { "ftp://example.org/", FALSE },
    { "mailto:a@example.org", FALSE },
    { "smb://example.org/share", FALSE },
    { "vbscript:x", FALSE },
    { "about:blank", FALSE },
    { "httpsx://example.org/", FALSE },
    { "view-source:https://example.org/", FALSE },
    { "https://user@example.org/", FALSE },
    { "https://user:password@example.org/", FALSE },
    { "https://example.org@evil.example/", FALSE },
    { "https://@example.org/", FALSE },
    { "https://example.org\\@evil.example/", FALSE },
    { "https://evil.example\\.example.org/", FALSE },
    { " https://example.org/", FALSE },
    { "https://example.org/ ", FALSE },
    { "https://exam ple.org/", FALSE },
    { "https://example.org/a b", FALSE },
    { "https://example.org/\n", FALSE },
    { "https://example.org/\r\nHost: evil.example", FALSE },
    { "https://example.org/\t", FALSE },
    { "https://example.org/\x01", FALSE },
    { "https://example.org/\x7f", FALSE },
    { "https://example.org/\xc2\xa0", FALSE },         /* no-break space */
    { "https://example.org/\xe2\x80\xae" "gro", FALSE }, /* right-to-left override */
    { "https://exam\xe2\x80\x8bple.org/", FALSE },      /* zero-width space */
    { "https://example.org/\xff", FALSE },
    { "https://example.org:port/", FALSE },
    { "https://[::1/", FALSE },
    { "--help", FALSE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksSource) source = talks_test_source_new ("s", cases[i].url);
      g_autofree char *shown = g_strescape (cases[i].url != NULL ? cases[i].url : "(none)", NULL);

      g_test_message ("%s", shown);
      g_assert_cmpstr (talks_source_get_link (source), ==, cases[i].may_open ? cases[i].url : NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/full", test_full);
  g_test_add_func ("/record/bare", test_bare);
  g_test_add_func ("/record/threads", test_threads);
  g_test_add_func ("/record/boxed", test_boxed);
  g_test_add_func ("/record/change", test_change);
  g_test_add_func ("/record/impossible-changes", test_impossible_changes);
  g_test_add_func ("/record/list-names", test_list_names);
  g_test_add_func ("/record/titles", test_titles);
  g_test_add_func ("/record/dates", test_dates);
  g_test_add_func ("/record/vocabularies", test_vocabularies);
  g_test_add_func ("/record/links", test_links);

  return g_test_run ();
}
