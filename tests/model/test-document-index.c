/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-test-support.h"

#include <string.h>

/* ---- derived lists against a search through everything ---- */

static gboolean
strv_has (char       **list,
          const char  *id)
{
  return g_strv_contains ((const char * const *) list, id);
}

static gboolean
cites (TalksRecord *record,
       const char  *id)
{
  TalksEvent *event;

  switch ((int) record->kind)
    {
    case TALKS_RECORD_PARTICIPANT:
      return strv_has (((TalksParticipant *) record)->sources, id);
    case TALKS_RECORD_POSITION:
      return strv_has (((TalksPosition *) record)->sources, id);
    case TALKS_RECORD_EVENT:
      event = (TalksEvent *) record;
      for (guint i = 0; i < event->accounts->len; i++)
        if (strv_has (((TalksAccount *) event->accounts->pdata[i])->sources, id))
          return TRUE;
      return strv_has (event->sources, id);
    default:
      return FALSE;
    }
}

static gboolean
attends (TalksRecord *record,
         const char  *id)
{
  TalksEvent *event = (TalksEvent *) record;

  for (guint i = 0; i < event->attendance->len; i++)
    if (strcmp (((TalksAttendance *) event->attendance->pdata[i])->participant, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_related (TalksRecord *record,
            const char  *id)
{
  TalksEvent *event = (TalksEvent *) record;

  for (guint i = 0; i < event->related->len; i++)
    if (strcmp (((TalksRelation *) event->related->pdata[i])->event, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_of_party (TalksRecord *record,
             const char  *id)
{
  return g_strcmp0 (((TalksParticipant *) record)->party, id) == 0;
}

static gboolean
is_at (TalksRecord *record,
       const char  *id)
{
  return g_strcmp0 (((TalksPosition *) record)->event, id) == 0;
}

static gboolean
is_on (TalksRecord *record,
       const char  *id)
{
  return strcmp (((TalksAnnotation *) record)->target, id) == 0;
}

/* Ids of those records that pass, in document order. */
static char *
search (TalksDocument   *document,
        TalksRecordKind  first,
        TalksRecordKind  last,
        gboolean        (*passes) (TalksRecord *record, const char *id),
        const char      *id)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (int kind = (int) first; kind <= (int) last; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, (TalksRecordKind) kind);

      for (guint i = 0; i < records->len; i++)
        if (passes (records->pdata[i], id))
          g_ptr_array_add (found, records->pdata[i]);
    }
  return talks_test_list_ids (found);
}

/* A generated document plus what the generator leaves out. */
static TalksDocument *
make_document (void)
{
  TalksDocument *document = talks_generate_document (150, 11);
  TalksEvent *event = talks_test_event_new ("extra", "talks", "2001-05");

  talks_test_attend (event, "person-3", "chair", TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, "person-4", "delegate", TALKS_PRESENCE_ABSENT);
  talks_test_attend (event, "person-3", "speaker", TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, "nobody", "delegate", TALKS_PRESENCE_PRESENT);
  talks_test_relate (event, "event-1");
  talks_test_relate (event, "event-2");
  talks_test_account (event, "one", "source-1 source-2");
  talks_test_account (event, "other", "source-1");
  talks_test_cite (&event->sources, "source-1 source-3 source-1");
  talks_test_add (document, event);
  event = talks_test_event_new ("extra-2", "talks", "2001-06");
  talks_test_relate (event, "event-1");
  talks_test_add (document, event);
  talks_test_add (document, talks_test_annotation_new ("note-1", "event-1"));
  talks_test_add (document, talks_test_annotation_new ("note-2", "source-1"));
  talks_test_add (document, talks_test_annotation_new ("note-3", "event-1"));
  return document;
}

static const struct
{
  const char      *what;
  GPtrArray *(*get) (TalksDocument *document, const char *id);
  gboolean (*passes) (TalksRecord *record, const char *id);
  TalksRecordKind  first;
  TalksRecordKind  last;
  TalksRecordKind  of;
} lists[] = {
  { "participants", talks_document_get_participants_of, is_of_party,
    TALKS_RECORD_PARTICIPANT, TALKS_RECORD_PARTICIPANT, TALKS_RECORD_PARTY },
  { "positions", talks_document_get_positions_at, is_at,
    TALKS_RECORD_POSITION, TALKS_RECORD_POSITION, TALKS_RECORD_EVENT },
  { "annotations", talks_document_get_annotations_on, is_on,
    TALKS_RECORD_ANNOTATION, TALKS_RECORD_ANNOTATION, TALKS_RECORD_EVENT },
  { "annotations on sources", talks_document_get_annotations_on, is_on,
    TALKS_RECORD_ANNOTATION, TALKS_RECORD_ANNOTATION, TALKS_RECORD_SOURCE },
  { "citing", talks_document_get_citing, cites,
    TALKS_RECORD_PARTICIPANT, TALKS_RECORD_POSITION, TALKS_RECORD_SOURCE },
  { "related", talks_document_get_related_to, is_related,
    TALKS_RECORD_EVENT, TALKS_RECORD_EVENT, TALKS_RECORD_EVENT },
};

static void
assert_lists (TalksDocument *document)
{
  for (size_t i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GPtrArray *of = talks_document_get_records (document, lists[i].of);

      g_test_message ("%s", lists[i].what);
      for (guint j = 0; j < of->len; j++)
        {
          const char *id = ((TalksRecord *) of->pdata[j])->id;
          GPtrArray *list = lists[i].get (document, id);
          g_autofree char *ids = talks_test_list_ids (list);
          g_autofree char *expected = search (document, lists[i].first, lists[i].last,
                                              lists[i].passes, id);

          g_assert_cmpstr (ids, ==, expected);
          /* Nobody has to ask for the length of nothing. */
          g_assert_true (list == NULL || list->len > 0);
        }
      g_assert_null (lists[i].get (document, "nobody at all"));
    }
}

static void
test_lists (void)
{
  g_autoptr (TalksDocument) document = make_document ();

  assert_lists (document);
  /* And after a change. */
  talks_test_remove (document, "extra");
  talks_test_remove (document, "note-1");
  talks_test_replace (document, talks_test_event_new ("event-9", "talks", "2010"));
  assert_lists (document);
}

static gboolean
is_before (const TalksEvent *one,
           const TalksEvent *two)
{
  TalksDay earliest = talks_date_get_earliest (two->date) - talks_date_get_earliest (one->date);
  TalksDay latest = talks_date_get_latest (two->date) - talks_date_get_latest (one->date);

  return earliest > 0 || (earliest == 0 && latest >= 0);
}

static void
test_by_time (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksEvent) stranger = talks_test_event_new ("stranger", "talks", "2022");
  GPtrArray *events;
  TalksEvent *a;
  TalksEvent *b;

  talks_test_add (document, talks_test_event_new ("open", "talks", "../2000"));
  talks_test_add (document, talks_test_event_new ("b-same", "talks", "1999-09-09"));
  talks_test_add (document, talks_test_event_new ("a-same", "talks", "1999-09-09"));
  events = talks_document_get_events_by_time (document);

  g_assert_cmpuint (events->len, ==, talks_document_count (document, TALKS_RECORD_EVENT));
  g_assert_cmpstr (((TalksRecord *) events->pdata[0])->id, ==, "open");
  for (guint i = 0; i < events->len; i++)
    {
      g_assert_cmpint (talks_document_get_event_rank (document, events->pdata[i]), ==, (int) i);
      if (i > 0)
        g_assert_true (is_before (events->pdata[i - 1], events->pdata[i]));
    }
  /* Of two with the same date the one with the lesser id. */
  a = talks_document_lookup_kind (document, TALKS_RECORD_EVENT, "a-same");
  b = talks_document_lookup_kind (document, TALKS_RECORD_EVENT, "b-same");
  g_assert_cmpint (talks_document_get_event_rank (document, a) + 1, ==,
                   talks_document_get_event_rank (document, b));
  g_assert_cmpint (talks_document_get_event_rank (document, stranger), ==, -1);
}

/* Attended by a person: all, once each, by time. */
static void
test_events_of (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  GPtrArray *people = talks_document_get_records (document, TALKS_RECORD_PARTICIPANT);
  GPtrArray *by_time = talks_document_get_events_by_time (document);

  for (guint i = 0; i < people->len; i++)
    {
      const char *id = ((TalksRecord *) people->pdata[i])->id;
      g_autofree char *ids = talks_test_list_ids (talks_document_get_events_of (document, id));
      g_autoptr (GPtrArray) expected = g_ptr_array_new ();
      g_autofree char *expected_ids = NULL;

      for (guint j = 0; j < by_time->len; j++)
        if (attends (by_time->pdata[j], id))
          g_ptr_array_add (expected, by_time->pdata[j]);
      expected_ids = talks_test_list_ids (expected);
      g_assert_cmpstr (ids, ==, expected_ids);
    }
}

static void
test_positions (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  guint n = 0;

  for (int i = 0; i < 12; i++)
    for (int j = 0; j < 8; j++)
      {
        g_autofree char *party = g_strdup_printf ("party-%d", i);
        g_autofree char *topic = g_strdup_printf ("topic-%d", j);
        GPtrArray *positions = talks_document_get_positions (document, party, topic);

        for (guint k = 0; positions != NULL && k < positions->len; k++)
          {
            TalksPosition *position = positions->pdata[k];

            g_assert_cmpstr (position->party, ==, party);
            g_assert_cmpstr (position->topic, ==, topic);
            if (k > 0)
              g_assert_cmpint (talks_date_compare (((TalksPosition *) positions->pdata[k - 1])->date,
                                                   position->date), <=, 0);
            n++;
          }
      }
  g_assert_cmpuint (n, ==, talks_document_count (document, TALKS_RECORD_POSITION));

  /* Those of one day keep the order of the document. */
  talks_test_add (document, talks_test_position_new ("z", "party-0", "topic-0", "1970-01-01"));
  talks_test_add (document, talks_test_position_new ("a", "party-0", "topic-0", "1970-01-01"));
  {
    GPtrArray *positions = talks_document_get_positions (document, "party-0", "topic-0");

    g_assert_cmpstr (((TalksRecord *) positions->pdata[0])->id, ==, "z");
    g_assert_cmpstr (((TalksRecord *) positions->pdata[1])->id, ==, "a");
  }
  g_assert_null (talks_document_get_positions (document, "party-0", "no topic"));
}

/* ---- extent, lanes, parties ---- */

static void
test_extent (void)
{
  static const struct
  {
    const char *event;
    const char *position;
    const char *first;
    const char *last;
  } cases[] = {
    { "2022-02-28", NULL, "2022-02-28", "2022-02-28" },
    { "2022-02", NULL, "2022-02-01", "2022-02-28" },
    { "2022-02-28/2022-03-10", NULL, "2022-02-28", "2022-03-10" },
    { "2022-02-28", "2021-12-31", "2021-12-31", "2022-02-28" },
    { "2022-02-28", "2023-12-31", "2022-02-28", "2023-12-31" },
    { "2022-02-28/..", NULL, "2022-02-28", "2022-02-28" },
    { "../2022-02-28", NULL, "2022-02-28", "2022-02-28" },
    { "../2022-02-28", "2022-03-05/..", "2022-02-28", "2022-03-05" },
    { "/2022-02-28", NULL, "2022-02-28", "2022-02-28" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksDocument) document = talks_document_new ();
      TalksSpan extent;

      g_test_message ("%s", cases[i].event);
      talks_test_add (document, talks_test_event_new ("e", "talks", cases[i].event));
      if (cases[i].position != NULL)
        talks_test_add (document, talks_test_position_new ("p", "a", "t", cases[i].position));
      extent = talks_document_get_extent (document);
      g_assert_cmpint (extent.start, ==, talks_test_day (cases[i].first));
      g_assert_cmpint (extent.end, ==, talks_test_day (cases[i].last) + 1);
    }
}

static void
test_extent_of_nothing (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksDay today = talks_day_today ();

  g_assert_true (talks_span_contains (talks_document_get_extent (document), today));
  g_assert_cmpint (talks_span_length (talks_document_get_extent (document)), >=, 365);
  talks_test_add (document, talks_test_event_new ("e", "talks", "../.."));
  g_assert_true (talks_span_contains (talks_document_get_extent (document), today));
}

static void
test_lanes (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksEvent *talks = talks_test_add (document, talks_test_event_new ("t", "talks", "2022"));
  TalksEvent *summit = talks_test_add (document, talks_test_event_new ("s", "summit", "2022"));
  TalksEvent *other = talks_test_add (document, talks_test_event_new ("o", "other", "2022"));

  g_assert_cmpint (talks_document_get_event_lane (document, talks), ==, -1);
  talks_test_add (document, talks_test_lane_new ("one", "talks"));
  talks_test_add (document, talks_test_lane_new ("two", "summit talks"));
  talks_test_add (document, talks_test_lane_new ("three", "document"));
  /* The first lane that names a kind has it; what no lane names is in the last. */
  g_assert_cmpint (talks_document_get_event_lane (document, talks), ==, 0);
  g_assert_cmpint (talks_document_get_event_lane (document, summit), ==, 1);
  g_assert_cmpint (talks_document_get_event_lane (document, other), ==, 2);
}

static void
test_event_party (void)
{
  /* p1 is of the party a1, and so on. */
  static const struct
  {
    const char *who[4];
    const char *role[4];
    int         absent; /* index, or -1 */
    const char *party;
  } cases[] = {
    { { NULL }, { NULL }, -1, NULL },
    { { "p1" }, { NULL }, -1, "a1" },
    { { "p1", "p2" }, { "delegate", "delegate" }, -1, "a1" },
    { { "p1", "p2" }, { "delegate", "speaker" }, -1, "a2" },
    { { "p1", "p2" }, { "head of delegation", "speaker" }, -1, "a2" },
    { { "p1", "p2", "p3" }, { "head of delegation", "head of delegation", "chair" }, -1, "a3" },
    { { "p1", "p2", "p3" }, { "head of delegation", "mediator", "host" }, -1, "a3" },
    { { "p1", "p2", "p3" }, { "head of delegation", "mediator", "host" }, 2, "a2" },
    { { "p1", "p2" }, { "delegate", "delegate" }, 0, "a2" },
    { { "nobody", "p2" }, { "chair", "delegate" }, -1, "a2" },
    { { "stateless", "p2" }, { "chair", "delegate" }, -1, "a2" },
    { { "nobody" }, { "chair" }, -1, NULL },
  };
  g_autoptr (TalksDocument) document = talks_document_new ();

  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *party = g_strdup_printf ("a%d", i);
      g_autofree char *person = g_strdup_printf ("p%d", i);

      talks_test_add (document, talks_test_party_new (party, NULL));
      talks_test_add (document, talks_test_participant_new (person, party));
    }
  talks_test_add (document, talks_test_participant_new ("stateless", NULL));
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", (guint) i);
      TalksEvent *event = talks_test_event_new (id, "talks", "2022");
      TalksParty *party;

      for (int j = 0; j < 4 && cases[i].who[j] != NULL; j++)
        talks_test_attend (event, cases[i].who[j], cases[i].role[j],
                           j == cases[i].absent ? TALKS_PRESENCE_ABSENT : TALKS_PRESENCE_PRESENT);
      talks_test_add (document, event);
      party = talks_document_get_event_party (document, event);
      g_assert_cmpstr (party != NULL ? party->record.id : NULL, ==, cases[i].party);
      /* The second answer is remembered, and the same. */
      g_assert_true (talks_document_get_event_party (document, event) == party);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-index/lists", test_lists);
  g_test_add_func ("/document-index/by-time", test_by_time);
  g_test_add_func ("/document-index/events-of", test_events_of);
  g_test_add_func ("/document-index/positions", test_positions);
  g_test_add_func ("/document-index/extent", test_extent);
  g_test_add_func ("/document-index/extent-of-nothing", test_extent_of_nothing);
  g_test_add_func ("/document-index/lanes", test_lanes);
  g_test_add_func ("/document-index/event-party", test_event_party);

  return g_test_run ();
}
