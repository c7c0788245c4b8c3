/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes out of a good document: every member where it belongs. What is wrong with bad ones
 * is for test-documents.c. */

#include "talks-document-reader.h"
#include "talks-file.h"

#include <string.h>

static TalksReading *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return talks_document_read_bytes (bytes, NULL, NULL, error);
}

static TalksReading *
read_full (void)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_test_get_dir (G_TEST_DIST), "data", "documents",
                                                      "full.talks.json", NULL);
  g_autoptr (GError) error = NULL;
  TalksReading *reading = talks_file_load (file, NULL, &error);

  g_assert_no_error (error);
  return reading;
}

static gpointer
get (TalksReading    *reading,
     TalksRecordKind  kind,
     const char      *id)
{
  gpointer record = talks_document_lookup_kind (reading->document, kind, id);

  g_assert_nonnull (record);
  return record;
}

#define assert_text(text, lang, words) g_assert_cmpstr (talks_text_get (text, lang), ==, words)
#define assert_date(date, text)        g_assert_cmpstr (talks_date_get_text (date), ==, text)

static void
assert_strv (char       **strv,
             const char  *joined)
{
  g_autofree char *found = g_strjoinv (" ", strv);

  g_assert_cmpstr (found, ==, joined);
}

static void
test_head (void)
{
  g_autoptr (TalksReading) reading = read_full ();
  TalksDocument *document = reading->document;
  static const guint counts[] = { 2, 1, 2, 2, 2, 2, 4, 3, 1 };

  assert_text (talks_document_get_title (document), "uk", "Переговори");
  assert_text (talks_document_get_description (document), NULL, "Every member that version 1 knows.");
  g_assert_cmpstr (talks_document_get_language (document), ==, "en");
  g_assert_cmpstr (talks_document_get_license (document), ==, "CC-BY-4.0");
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    g_assert_cmpuint (talks_document_count (document, kind), ==, counts[kind]);
}

static void
test_parties (void)
{
  g_autoptr (TalksReading) reading = read_full ();
  const TalksLane *lane = get (reading, TALKS_RECORD_LANE, "lane-talks");
  const TalksTopic *topic = get (reading, TALKS_RECORD_TOPIC, "fishing");
  const TalksParty *north = get (reading, TALKS_RECORD_PARTY, "north");
  const TalksParty *guild = get (reading, TALKS_RECORD_PARTY, "guild");
  const TalksParticipant *ada = get (reading, TALKS_RECORD_PARTICIPANT, "ada");
  const TalksRole *role;

  assert_text (lane->name, "en", "Talks");
  assert_strv (lane->kinds, "talks summit");
  assert_text (topic->name, "en", "Fishing");
  assert_text (topic->description, "en", "Who fishes where.");

  assert_text (north->name, "en", "Kingdom of the North");
  assert_text (north->short_name, "en", "North");
  assert_text (north->description, "en", "A kingdom.");
  g_assert_cmpint (north->kind, ==, TALKS_PARTY_STATE);
  g_assert_cmpstr (north->side, ==, "north");
  g_assert_cmpstr (north->color, ==, "#204a87");
  g_assert_cmpint (north->mark, ==, TALKS_MARK_DIAMOND);
  g_assert_cmpint (guild->kind, ==, TALKS_PARTY_ORGANIZATION);
  g_assert_cmpint (guild->mark, ==, TALKS_MARK_TRIANGLE_DOWN);
  g_assert_true (guild->short_name == guild->name);

  assert_text (ada->name, "en", "Ada");
  g_assert_cmpstr (ada->native_name, ==, "Ада");
  g_assert_cmpstr (ada->party, ==, "north");
  assert_text (ada->description, "en", "Speaks for the North.");
  assert_strv (ada->sources, "s1");
  g_assert_cmpuint (ada->roles->len, ==, 2);
  role = g_ptr_array_index (ada->roles, 0);
  assert_text (role->title, "en", "Envoy");
  assert_date (role->from, "2020");
  assert_date (role->to, "2022-03");
  role = g_ptr_array_index (ada->roles, 1);
  g_assert_null (role->to);
}

static void
test_event (void)
{
  g_autoptr (TalksReading) reading = read_full ();
  const TalksEvent *event = get (reading, TALKS_RECORD_EVENT, "ev-1");
  const TalksEvent *other = get (reading, TALKS_RECORD_EVENT, "ev-2");
  const TalksAttendance *ada = g_ptr_array_index (event->attendance, 0);
  const TalksAttendance *bob = g_ptr_array_index (event->attendance, 1);
  const TalksAccount *account = g_ptr_array_index (event->accounts, 0);
  const TalksRelation *relation = g_ptr_array_index (other->related, 0);

  assert_date (event->date, "2022-03-10");
  g_assert_cmpstr (event->time->start, ==, "13:35");
  g_assert_cmpstr (event->time->end, ==, "15:20");
  g_assert_cmpstr (event->time->zone, ==, "+03:00");
  assert_text (event->time_note, "en", "By the harbour clock");
  g_assert_cmpstr (event->kind, ==, "talks");
  g_assert_cmpstr (event->format, ==, "closed meeting");
  assert_text (event->place->name, "en", "Harbour");
  g_assert_true (event->place->has_coordinates);
  g_assert_cmpfloat (event->place->latitude, ==, 41.03);
  g_assert_cmpfloat (event->place->longitude, ==, 29);
  assert_text (event->label, "en", "First round");
  assert_text (event->title, "en", "First round of the harbour talks");
  assert_text (event->summary, "en", "They met.");
  assert_text (event->outcome, "en", "They parted.");
  assert_text (event->note, "en", "See the log.");
  g_assert_cmpint (event->certainty, ==, TALKS_CERTAINTY_DISPUTED);
  assert_strv (event->sources, "s1");

  g_assert_cmpuint (event->attendance->len, ==, 2);
  g_assert_cmpstr (ada->participant, ==, "ada");
  g_assert_cmpstr (ada->role, ==, "head of delegation");
  g_assert_cmpint (ada->presence, ==, TALKS_PRESENCE_REMOTE);
  assert_text (ada->note, "en", "By wire");
  /* Who is named without a word about presence was there. */
  g_assert_cmpint (bob->presence, ==, TALKS_PRESENCE_PRESENT);
  g_assert_null (bob->role);

  g_assert_cmpuint (event->accounts->len, ==, 2);
  assert_text (account->claim, "en", "It lasted two hours.");
  assert_date (account->date, "2022-03-11");
  assert_strv (account->sources, "s2");

  assert_date (other->date, "2022-04~");
  g_assert_true (other->label == other->title);
  g_assert_cmpint (other->certainty, ==, TALKS_CERTAINTY_CONFIRMED);
  g_assert_null (other->time);
  g_assert_null (other->place);
  g_assert_cmpstr (relation->event, ==, "ev-1");
  g_assert_cmpstr (relation->relation, ==, "continues");
}

static void
test_position (void)
{
  g_autoptr (TalksReading) reading = read_full ();
  const TalksPosition *first = get (reading, TALKS_RECORD_POSITION, "pos-1");
  const TalksPosition *second = get (reading, TALKS_RECORD_POSITION, "pos-2");

  g_assert_cmpstr (first->party, ==, "north");
  g_assert_cmpstr (first->topic, ==, "fishing");
  g_assert_true (first->label == first->stance);
  g_assert_null (first->quote);
  g_assert_null (first->participant);

  assert_date (second->date, "2022-04");
  g_assert_cmpstr (second->participant, ==, "ada");
  g_assert_cmpstr (second->event, ==, "ev-2");
  assert_text (second->label, "en", "Some fishing");
  assert_text (second->stance, "en", "Some fishing, some days.");
  g_assert_cmpstr (second->quote->text, ==, "По п’ятницях");
  g_assert_cmpstr (second->quote->language, ==, "uk");
  g_assert_true (second->quote->translated);
  assert_text (second->quote->note, "en", "On Fridays");
  g_assert_cmpstr (second->replaces, ==, "pos-1");
  assert_strv (second->sources, "s2");
}

static void
assert_name (const TalksSource *source,
             guint              index,
             const char        *text,
             const char        *family,
             const char        *particle)
{
  const TalksName *name = g_ptr_array_index (source->author, index);
  g_autofree char *found = talks_name_to_text (name);

  g_assert_cmpstr (found, ==, text);
  g_assert_cmpstr (name->family, ==, family);
  g_assert_cmpstr (name->non_dropping_particle, ==, particle);
}

static void
test_sources (void)
{
  static const struct
  {
    const char *id;
    const char *issued;
    const char *accessed;
  } dates[] = {
    { "s1", "2022-03-11", "2025-05-16" },
    { "s2", "2021-03~/2022~", NULL },
    { "s3", "2021-24", "2022-XX" },
    /* CSL counts years before our era from −1. */
    { "s4", "-0043-03-15", "Y12345" },
  };
  g_autoptr (TalksReading) reading = read_full ();
  const TalksSource *source = get (reading, TALKS_RECORD_SOURCE, "s1");

  g_assert_cmpstr (source->type, ==, "article-newspaper");
  g_assert_cmpstr (source->title, ==, "The harbour");
  assert_name (source, 0, "Ludwig van Beethoven Jr.", "Beethoven", "van");
  assert_name (source, 1, "Alexander von Humboldt", "Humboldt", NULL);
  assert_name (source, 2, "The Harbour Office", NULL, NULL);
  g_assert_cmpuint (source->author->len, ==, 3);
  g_assert_cmpstr (source->container_title, ==, "Gazette");
  g_assert_cmpstr (source->publisher, ==, "Press");
  g_assert_cmpstr (source->url, ==, "https://example.org/1");
  g_assert_cmpstr (source->language, ==, "en");
  g_assert_cmpstr (source->note, ==, "Page 3");

  for (size_t i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      source = get (reading, TALKS_RECORD_SOURCE, dates[i].id);
      assert_date (source->issued, dates[i].issued);
      if (dates[i].accessed != NULL)
        assert_date (source->accessed, dates[i].accessed);
      else
        g_assert_null (source->accessed);
    }
}

static void
test_annotations (void)
{
  static const struct
  {
    const char *id;
    const char *motivation;
    const char *creator;
    const char *body;
    const char *target;
    const char *exact;
    const char *prefix;
    const char *suffix;
  } cases[] = {
    { "a1", "commenting", "Eve", "One.\n\nTwo.", "ev-1", "met", "They ", "." },
    { "a2", "tagging", "https://example.org/eve", "Plain.", "pos-2", NULL, NULL, NULL },
    { "a3", NULL, NULL, "Three.", "s1", "Page", NULL, NULL },
  };
  g_autoptr (TalksReading) reading = read_full ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TalksAnnotation *annotation = get (reading, TALKS_RECORD_ANNOTATION, cases[i].id);

      g_assert_cmpstr (annotation->motivation, ==, cases[i].motivation);
      g_assert_cmpstr (annotation->creator, ==, cases[i].creator);
      g_assert_cmpstr (annotation->body, ==, cases[i].body);
      g_assert_cmpstr (annotation->target, ==, cases[i].target);
      g_assert_cmpstr (annotation->exact, ==, cases[i].exact);
      g_assert_cmpstr (annotation->prefix, ==, cases[i].prefix);
      g_assert_cmpstr (annotation->suffix, ==, cases[i].suffix);
    }
  g_assert_cmpstr (((TalksAnnotation *) get (reading, TALKS_RECORD_ANNOTATION, "a1"))->created, ==,
                   "2025-05-16T13:35:00Z");
}

static void
test_tour (void)
{
  g_autoptr (TalksReading) reading = read_full ();
  const TalksTour *tour = get (reading, TALKS_RECORD_TOUR, "tour");
  const TalksTourStep *step = g_ptr_array_index (tour->steps, 0);

  assert_text (tour->title, "en", "In short");
  assert_text (tour->description, "en", "Two steps");
  g_assert_cmpuint (tour->steps->len, ==, 2);
  g_assert_cmpstr (step->event, ==, "ev-1");
  assert_date (step->span, "2022-03");
  assert_text (step->title, "en", "First");
  assert_text (step->text, "en", "They met.");
  assert_text (step->notes, "en", "Ask why.");
  assert_strv (step->show, "table outcome");
  step = g_ptr_array_index (tour->steps, 1);
  g_assert_null (step->event);
  g_assert_cmpuint (g_strv_length (step->show), ==, 0);
}

/* "warning events ev-1 /sources: message": by id, since records come and go. */
static char *
describe_problem (const TalksReading *reading,
                  const TalksProblem *problem)
{
  const char *severity = problem->severity == TALKS_SEVERITY_ERROR ? "error" : "warning";
  g_auto (GStrv) tokens = g_strsplit (problem->pointer, "/", 4);
  guint n = g_strv_length (tokens);

  if (problem->record == NULL || n < 3)
    return g_strdup_printf ("%s - %s: %s", severity, problem->pointer, problem->message);
  return g_strdup_printf ("%s %s %s %s%s: %s", severity, tokens[1], problem->record, n > 3 ? "/" : "",
                          n > 3 ? tokens[3] : "", problem->message);
}

/* The lines of the list of problems that stay on purpose, without its comments. */
static char *
read_expected_problems (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "istanbul-talks.expected-problems.txt",
                                                 NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  GString *out = g_string_new (NULL);

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && lines[i][0] != '\0')
      g_string_append_printf (out, "%s\n", lines[i]);
  return g_string_free (out, FALSE);
}

/* The document that Talks opens on. */
static void
test_bundled (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("TALKS_TEST_DOCUMENT"));
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, &error);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *expected = read_expected_problems ();

  g_assert_no_error (error);
  g_assert_cmpuint (talks_document_count (reading->document, TALKS_RECORD_PARTY), >=, 20);
  g_assert_cmpuint (talks_document_count (reading->document, TALKS_RECORD_PARTICIPANT), >=, 104);
  g_assert_cmpuint (talks_document_count (reading->document, TALKS_RECORD_EVENT), >=, 156);
  g_assert_cmpuint (talks_document_count (reading->document, TALKS_RECORD_POSITION), >=, 205);
  g_assert_cmpuint (talks_document_count (reading->document, TALKS_RECORD_SOURCE), >=, 502);
  for (guint i = 0; i < reading->problems->len; i++)
    {
      g_autofree char *line = describe_problem (reading, reading->problems->pdata[i]);

      g_string_append_printf (found, "%s\n", line);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* Without a title and a name of the file there still is something to show. */
static void
test_no_title (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = read_text ("{\"format\":\"talks-timeline\",\"version\":1}", &error);

  g_assert_no_error (error);
  assert_text (talks_document_get_title (reading->document), NULL, "Untitled");
  g_assert_cmpstr (talks_document_get_language (reading->document), ==, "en");
  g_assert_null (talks_document_get_license (reading->document));
}

/* The nearest words stand in for those that are missing. */
static void
test_stand_ins (void)
{
  static const char text[] =
    "{\"format\":\"talks-timeline\",\"version\":1,\"title\":\"t\","
    "\"parties\":[{\"id\":\"north\",\"color\":\"red\"}],"
    "\"participants\":[{\"id\":\"a\"},{\"id\":\"b\",\"native_name\":\"Б\"}],"
    "\"events\":[{\"id\":\"e1\",\"date\":\"2022\"},"
    "{\"id\":\"e2\",\"date\":\"2022\",\"label\":\"Round\",\"place\":{\"name\":\"Sea\",\"lat\":4},"
    "\"certainty\":\"sure\",\"attendance\":[{\"participant\":\"a\",\"presence\":\"asleep\"}]}],"
    "\"positions\":[{\"id\":\"p\",\"party\":\"north\",\"topic\":\"t\",\"date\":\"2022\",\"label\":\"Yes\"}],"
    "\"sources\":[{\"id\":\"s\"},{\"id\":\"blank\",\"type\":\"\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = read_text (text, &error);
  const TalksParty *party;
  const TalksEvent *event;

  g_assert_no_error (error);
  party = get (reading, TALKS_RECORD_PARTY, "north");
  assert_text (party->name, NULL, "north");
  g_assert_cmpuint (strlen (party->color), ==, 7);
  assert_text (((TalksParticipant *) get (reading, TALKS_RECORD_PARTICIPANT, "a"))->name, NULL, "a");
  assert_text (((TalksParticipant *) get (reading, TALKS_RECORD_PARTICIPANT, "b"))->name, NULL, "Б");
  event = get (reading, TALKS_RECORD_EVENT, "e1");
  assert_text (event->title, NULL, "e1");
  assert_text (event->label, NULL, "e1");
  g_assert_cmpstr (event->kind, ==, "");
  event = get (reading, TALKS_RECORD_EVENT, "e2");
  assert_text (event->title, NULL, "Round");
  g_assert_false (event->place->has_coordinates);
  /* A word that nobody knows is no ground to call something certain, or somebody present. */
  g_assert_cmpint (event->certainty, ==, TALKS_CERTAINTY_REPORTED);
  g_assert_cmpint (((TalksAttendance *) event->attendance->pdata[0])->presence, ==,
                   TALKS_PRESENCE_UNCLEAR);
  assert_text (((TalksPosition *) get (reading, TALKS_RECORD_POSITION, "p"))->stance, NULL, "Yes");
  g_assert_cmpstr (((TalksSource *) get (reading, TALKS_RECORD_SOURCE, "s"))->type, ==, "document");
  g_assert_cmpstr (((TalksSource *) get (reading, TALKS_RECORD_SOURCE, "blank"))->type, ==, "document");
}

/* One record that is too large for sense costs only itself. */
static void
test_large_record (void)
{
  g_autofree char *words = g_strnfill (TALKS_DOCUMENT_MAX_RECORD_SIZE, 'x');
  g_autofree char *text = g_strdup_printf (
    "{\"format\":\"talks-timeline\",\"version\":1,\"title\":\"t\",\"topics\":["
    "{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"b\",\"name\":\"%s\"},{\"id\":\"c\",\"name\":\"C\"}]}", words);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = read_text (text, &error);
  g_autoptr (GString) errors = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (talks_document_count (reading->document, TALKS_RECORD_TOPIC), ==, 2);
  g_assert_nonnull (talks_document_lookup (reading->document, "c"));
  for (guint i = 0; i < reading->problems->len; i++)
    if (((TalksProblem *) reading->problems->pdata[i])->severity == TALKS_SEVERITY_ERROR)
      g_string_append_printf (errors, "%s ", ((TalksProblem *) reading->problems->pdata[i])->pointer);
  g_assert_cmpstr (errors->str, ==, "/topics/1 ");
}

/* The last problem says how many are not listed, and whether errors are among them. */
static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"talks-timeline\",\"version\":1,\"title\":\"t\","
                                           "\"topics\":[");
  const guint n = 20000;
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = NULL;
  const TalksProblem *last;

  for (guint i = 0; i < n; i++)
    g_string_append (text, i > 0 ? ",0" : "0");
  g_string_append (text, "]}");
  reading = read_text (text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->problems->len, <, n);
  last = g_ptr_array_index (reading->problems, reading->problems->len - 1);
  g_assert_cmpint (last->severity, ==, TALKS_SEVERITY_ERROR);
  g_assert_nonnull (strstr (last->message, "more problems"));
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (talks_document_read_bytes (bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/document-reader/head", test_head);
  g_test_add_func ("/io/document-reader/parties", test_parties);
  g_test_add_func ("/io/document-reader/event", test_event);
  g_test_add_func ("/io/document-reader/position", test_position);
  g_test_add_func ("/io/document-reader/sources", test_sources);
  g_test_add_func ("/io/document-reader/annotations", test_annotations);
  g_test_add_func ("/io/document-reader/tour", test_tour);
  g_test_add_func ("/io/document-reader/bundled", test_bundled);
  g_test_add_func ("/io/document-reader/no-title", test_no_title);
  g_test_add_func ("/io/document-reader/stand-ins", test_stand_ins);
  g_test_add_func ("/io/document-reader/large-record", test_large_record);
  g_test_add_func ("/io/document-reader/many-problems", test_many_problems);
  g_test_add_func ("/io/document-reader/cancelled", test_cancelled);
  return g_test_run ();
}
