/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-comparison.h"

#include <string.h>

#include "talks-test-support.h"

static void
add_position (TalksDocument *document,
              const char    *id,
              const char    *party,
              const char    *topic,
              const char    *date,
              const char    *words)
{
  TalksPosition *position = talks_test_position_new (id, party, topic, date);

  if (words != NULL)
    {
      talks_text_unref (position->label);
      talks_text_unref (position->stance);
      position->label = talks_text_new_plain (words);
      position->stance = talks_text_new_plain (words);
    }
  talks_test_add (document, position);
}

static void
add_round (TalksDocument *document,
           const char    *id,
           const char    *date,
           const char    *north_head,
           const char    *south_head)
{
  TalksEvent *event = talks_test_event_new (id, "talks", date);

  talks_test_attend (event, "n-clerk", "delegate", TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, "s-clerk", "delegate", TALKS_PRESENCE_UNCLEAR);
  talks_test_attend (event, "n-ill", "delegate", TALKS_PRESENCE_ABSENT);
  if (north_head != NULL)
    talks_test_attend (event, north_head, "head of delegation", TALKS_PRESENCE_PRESENT);
  if (south_head != NULL)
    talks_test_attend (event, south_head, "head of delegation", TALKS_PRESENCE_REMOTE);
  talks_test_attend (event, "h-host", "host", TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, "h-chair", "chair", TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, "h-host", "mediator", TALKS_PRESENCE_ABSENT);
  talks_test_attend (event, "nobody", "chair", TALKS_PRESENCE_PRESENT);
  talks_test_add (document, event);
}

/* Two sides and a host; rounds in March 2022, one of them over three days, and in May 2025. */
static TalksDocument *
make_document (void)
{
  static const char * const people[][2] = {
    { "n-anna", "north" }, { "n-bela", "north" }, { "n-clerk", "north" }, { "n-ill", "north" },
    { "s-cato", "south" }, { "s-clerk", "south" }, { "h-host", "host" },  { "h-chair", "host" },
  };
  TalksDocument *document = talks_document_new ();

  talks_test_add (document, talks_test_topic_new ("truce"));
  talks_test_add (document, talks_test_topic_new ("borders"));
  talks_test_add (document, talks_test_topic_new ("trade"));
  talks_test_add (document, talks_test_party_new ("north", "north"));
  talks_test_add (document, talks_test_party_new ("host", "mediator"));
  talks_test_add (document, talks_test_party_new ("south", "south"));
  talks_test_add (document, talks_test_party_new ("silent", "other"));
  talks_test_add (document, talks_test_party_new ("late", NULL));
  for (size_t i = 0; i < G_N_ELEMENTS (people); i++)
    talks_test_add (document, talks_test_participant_new (people[i][0], people[i][1]));

  add_round (document, "first", "2022-03-01", "n-anna", NULL);
  add_round (document, "second", "2022-03-14/2022-03-16", "n-anna", "s-cato");
  add_round (document, "third", "2025-05-16", "n-bela", "s-cato");

  add_position (document, "n-truce-1", "north", "truce", "2022-03-01", NULL);
  add_position (document, "n-truce-2", "north", "truce", "2022-03-16", NULL);
  add_position (document, "n-truce-3", "north", "truce", "2025-05-16", NULL);
  add_position (document, "n-truce-4", "north", "truce", "2025-05-16", NULL);
  add_position (document, "s-truce-1", "south", "truce", "2022-02-24", NULL);
  add_position (document, "n-borders-1", "north", "borders", "2022-01", "As in 1991");
  add_position (document, "n-borders-2", "north", "borders", "2024-06-15", "As in 1991");
  add_position (document, "s-borders-1", "south", "borders", "2023-09-01", NULL);
  add_position (document, "h-truce-1", "host", "truce", "2022-03-10", NULL);
  add_position (document, "l-truce-1", "late", "truce", "2025-06-01", NULL);
  return document;
}

static TalksComparison *
compare (TalksDocument *document,
         const char    *a,
         const char    *b,
         gboolean       all_parties)
{
  TalksComparisonDate one = { talks_test_day (a), NULL };
  TalksComparisonDate two = { talks_test_day (b), NULL };

  return talks_comparison_new (document, one, two, all_parties);
}

/* "n-truce-2|n-truce-3 n-truce-4": the ids that stand on A and on B. */
static char *
list_standing (const TalksComparisonEntry *entry)
{
  GString *ids = g_string_new (NULL);

  for (TalksComparisonSide side = 0; side < TALKS_COMPARISON_N_SIDES; side++)
    {
      if (side == TALKS_COMPARISON_B)
        g_string_append_c (ids, '|');
      for (guint i = 0; i < entry->count[side]; i++)
        g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                                talks_comparison_entry_get (entry, side, i)->record.id);
    }
  return g_string_free (ids, FALSE);
}

/* ---- states ---- */

typedef struct
{
  const char          *a;
  const char          *b;
  const char          *topic;
  const char          *party;
  TalksComparisonState state;
  const char          *standing;
  const char          *words;
} StateCase;

static const StateCase state_cases[] = {
  { "2022-03-16", "2025-05-16", "truce", "north", TALKS_COMPARISON_CHANGED, "n-truce-2|n-truce-3 n-truce-4",
    "north on truce: was “n-truce-2” (stated 16 March 2022); is “n-truce-3”, “n-truce-4” (stated 16 May 2025)." },
  { "2022-03-15", "2025-05-15", "truce", "north", TALKS_COMPARISON_CHANGED, "n-truce-1|n-truce-2",
    "north on truce: was “n-truce-1” (stated 1 March 2022); is “n-truce-2” (stated 16 March 2022)." },
  { "2025-05-16", "2022-03-16", "truce", "north", TALKS_COMPARISON_CHANGED, "n-truce-3 n-truce-4|n-truce-2",
    "north on truce: is “n-truce-3”, “n-truce-4” (stated 16 May 2025); was “n-truce-2” (stated 16 March 2022)." },
  { "2022-03-16", "2025-05-16", "truce", "south", TALKS_COMPARISON_UNCHANGED, "s-truce-1|s-truce-1",
    "south on truce: unchanged, “s-truce-1” (stated 24 February 2022)." },
  { "2022-03-16", "2025-05-16", "borders", "north", TALKS_COMPARISON_UNCHANGED, "n-borders-1|n-borders-2",
    "north on borders: unchanged, “As in 1991” (stated January 2022), stated again 15 June 2024." },
  { "2025-05-16", "2022-03-16", "borders", "north", TALKS_COMPARISON_UNCHANGED, "n-borders-2|n-borders-1",
    "north on borders: unchanged, “As in 1991” (stated January 2022), stated again 15 June 2024." },
  { "2022-03-16", "2025-05-16", "borders", "south", TALKS_COMPARISON_NEW, "|s-borders-1",
    "south on borders: none stated by 16 March 2022; new: “s-borders-1” (stated 1 September 2023)." },
  { "2025-05-16", "2022-03-16", "borders", "south", TALKS_COMPARISON_GONE, "s-borders-1|",
    "south on borders: “s-borders-1” (stated 1 September 2023); none stated by 16 March 2022." },
  { "2022-03-16", "2025-05-16", "trade", "north", TALKS_COMPARISON_NONE, "|",
    "north on trade: none stated by 16 May 2025." },
  { "2022-03-16", "2022-03-16", "truce", "north", TALKS_COMPARISON_UNCHANGED, "n-truce-2|n-truce-2",
    "north on truce: unchanged, “n-truce-2” (stated 16 March 2022)." },
};

static guint
find (GPtrArray  *records,
      const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (strcmp (((TalksRecord *) records->pdata[i])->id, id) == 0)
      return i;
  g_error ("%s is not compared", id);
}

static void
test_states (void)
{
  g_autoptr (TalksDocument) document = make_document ();

  for (size_t i = 0; i < G_N_ELEMENTS (state_cases); i++)
    {
      const StateCase *c = &state_cases[i];
      g_autoptr (TalksComparison) comparison = compare (document, c->a, c->b, FALSE);
      guint topic = find (talks_comparison_get_topics (comparison), c->topic);
      guint party = find (talks_comparison_get_parties (comparison), c->party);
      const TalksComparisonEntry *entry = talks_comparison_get_entry (comparison, topic, party);
      g_autofree char *standing = list_standing (entry);
      g_autofree char *words = talks_comparison_describe (comparison, topic, party, "en");

      g_test_message ("%s to %s, %s on %s", c->a, c->b, c->party, c->topic);
      g_assert_cmpint (entry->state, ==, c->state);
      g_assert_cmpstr (standing, ==, c->standing);
      g_assert_cmpstr (words, ==, c->words);
      g_assert_cmpint (entry->restated, ==, strstr (c->words, "again") != NULL);
      for (guint j = 0; j < entry->positions->len; j++)
        {
          TalksPosition *position = entry->positions->pdata[j];

          g_assert_cmpint (talks_comparison_entry_stands (entry, TALKS_COMPARISON_B, position), ==,
                           strstr (strchr (c->standing, '|'), position->record.id) != NULL);
        }
    }
}

/* Other words in other records, as many of them, are a change. */
static void
test_same_words (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksPosition *position;

  talks_test_add (document, talks_test_topic_new ("truce"));
  talks_test_add (document, talks_test_party_new ("north", "north"));
  add_position (document, "one", "north", "truce", "2022-01-01", "Same label");
  position = talks_test_position_new ("two", "north", "truce", "2023-01-01");
  talks_text_unref (position->label);
  position->label = talks_text_new_plain ("Same label");
  talks_test_add (document, position);
  {
    g_autoptr (TalksComparison) comparison = compare (document, "2022-06-01", "2023-06-01", FALSE);

    g_assert_cmpint (talks_comparison_get_entry (comparison, 0, 0)->state, ==, TALKS_COMPARISON_CHANGED);
  }
}

/* ---- parties, counts, history ---- */

static void
test_parties (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean    all_parties;
    const char *parties;
    guint       n_others;
  } cases[] = {
    { "2022-03-16", "2025-05-16", FALSE, "north south", 1 },
    { "2022-03-16", "2025-05-16", TRUE, "north host south", 1 },
    { "2022-03-16", "2025-06-01", TRUE, "north host south late", 2 },
    { "2025-06-01", "2022-01-01", TRUE, "north host south late", 2 },
    { "2022-01-01", "2022-03-09", TRUE, "north south", 0 },
  };
  g_autoptr (TalksDocument) document = make_document ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksComparison) comparison = compare (document, cases[i].a, cases[i].b, cases[i].all_parties);
      g_autofree char *parties = talks_test_list_ids (talks_comparison_get_parties (comparison));

      g_assert_cmpstr (parties, ==, cases[i].parties);
      g_assert_cmpuint (talks_comparison_get_n_others (comparison), ==, cases[i].n_others);
    }
}

/* Where nobody is a side of the dispute, whoever stated something is compared. */
static void
test_no_sides (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (TalksComparison) comparison = NULL;
  g_autofree char *parties = NULL;

  talks_test_add (document, talks_test_topic_new ("truce"));
  talks_test_add (document, talks_test_party_new ("one", NULL));
  talks_test_add (document, talks_test_party_new ("two", "other"));
  add_position (document, "p", "two", "truce", "2022-01-01", NULL);
  comparison = compare (document, "2022-01-01", "2023-01-01", FALSE);
  parties = talks_test_list_ids (talks_comparison_get_parties (comparison));
  g_assert_cmpstr (parties, ==, "two");
  g_assert_cmpuint (talks_comparison_get_n_others (comparison), ==, 0);
}

static void
test_summary (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    const char *words;
  } cases[] = {
    { "2022-03-16", "2025-05-16", "1 of 4 positions changed · 1 new" },
    { "2025-05-16", "2022-03-16", "1 of 4 positions changed · 1 not yet stated" },
    { "2022-01-01", "2022-01-02", "0 of 1 position changed" },
    { "2021-01-01", "2021-01-02", "No positions stated" },
  };
  g_autoptr (TalksDocument) document = make_document ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksComparison) comparison = compare (document, cases[i].a, cases[i].b, FALSE);
      g_autofree char *words = talks_comparison_summarize (comparison);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_history (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksComparison) comparison = compare (document, "2022-03-16", "2022-03-17", FALSE);
  g_autoptr (GPtrArray) history = talks_comparison_list_history (comparison, 0);
  g_autoptr (GPtrArray) empty = talks_comparison_list_history (comparison, 2);
  g_autofree char *ids = talks_test_list_ids (history);

  g_assert_cmpstr (ids, ==, "s-truce-1 n-truce-1 n-truce-2 n-truce-3 n-truce-4");
  g_assert_cmpuint (empty->len, ==, 0);
}

/* A comparison is of the state it was made of. */
static void
test_outlives_document (void)
{
  TalksDocument *document = make_document ();
  g_autoptr (TalksComparison) comparison = compare (document, "2022-03-16", "2025-05-16", FALSE);
  g_autofree char *words = NULL;
  g_autofree char *heads = NULL;

  talks_test_remove (document, "n-truce-2");
  talks_test_remove (document, "third");
  g_assert_finalize_object (document);
  words = talks_comparison_describe (comparison, 0, 0, "en");
  heads = talks_comparison_describe_heads (comparison, 0, "en");
  g_assert_cmpstr (words, ==, state_cases[0].words);
  g_assert_cmpstr (heads, ==, "Delegation of north: led by n-anna (14–16 March 2022) and by n-bela (16 May 2025).");
}

/* ---- delegations ---- */

static char *
list_people (const GArray *delegates)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  for (guint i = 0; i < delegates->len; i++)
    g_ptr_array_add (people, g_array_index (delegates, TalksDelegate, i).participant);
  return talks_test_list_ids (people);
}

static void
test_heads (void)
{
  static const struct
  {
    const char          *a;
    const char          *b;
    guint                party;
    TalksComparisonState state;
    const char          *words;
  } cases[] = {
    { "2022-03-16", "2025-05-16", 0, TALKS_COMPARISON_CHANGED,
      "Delegation of north: led by n-anna (14–16 March 2022) and by n-bela (16 May 2025)." },
    { "2022-03-16", "2025-05-16", 1, TALKS_COMPARISON_UNCHANGED,
      "Delegation of south: led by s-cato on both dates." },
    { "2022-03-13", "2022-03-14", 0, TALKS_COMPARISON_UNCHANGED,
      "Delegation of north: led by n-anna on both dates." },
    { "2022-03-01", "2025-05-16", 1, TALKS_COMPARISON_NEW,
      "Delegation of south: no head named (1 March 2022); led by s-cato (16 May 2025)." },
    { "2025-05-16", "2022-03-01", 1, TALKS_COMPARISON_GONE,
      "Delegation of south: led by s-cato (16 May 2025); no head named (1 March 2022)." },
    { "2022-02-28", "2022-03-01", 1, TALKS_COMPARISON_NONE,
      "Delegation of south: no head named on either date." },
  };
  g_autoptr (TalksDocument) document = make_document ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksComparison) comparison = compare (document, cases[i].a, cases[i].b, FALSE);
      g_autofree char *words = talks_comparison_describe_heads (comparison, cases[i].party, "en");

      g_assert_cmpint (talks_comparison_compare_heads (comparison, cases[i].party), ==, cases[i].state);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_people (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksComparison) comparison = compare (document, "2022-02-28", "2022-03-16", FALSE);
  const GArray *north = talks_comparison_get_delegates (comparison, TALKS_COMPARISON_B, 0);
  g_autofree char *before = list_people (talks_comparison_get_delegates (comparison, TALKS_COMPARISON_A, 0));
  g_autofree char *after = list_people (north);
  g_autofree char *south = list_people (talks_comparison_get_delegates (comparison, TALKS_COMPARISON_B, 1));
  g_autofree char *hosts = list_people (talks_comparison_get_hosts (comparison, TALKS_COMPARISON_B));

  g_assert_null (talks_comparison_get_round (comparison, TALKS_COMPARISON_A));
  g_assert_cmpstr (talks_comparison_get_round (comparison, TALKS_COMPARISON_B)->record.id, ==, "second");
  g_assert_cmpstr (before, ==, "");
  g_assert_cmpstr (after, ==, "n-anna n-clerk");
  g_assert_cmpstr (south, ==, "s-cato s-clerk");
  g_assert_cmpstr (hosts, ==, "h-chair h-host");
  g_assert_true (talks_delegate_is_head (&g_array_index (north, TalksDelegate, 0)));
  g_assert_false (talks_delegate_is_head (&g_array_index (north, TalksDelegate, 1)));
  g_assert_true (talks_delegates_contain (north, talks_document_lookup_kind (document, TALKS_RECORD_PARTICIPANT,
                                                                             "n-clerk")));
  g_assert_false (talks_delegates_contain (north, talks_document_lookup_kind (document, TALKS_RECORD_PARTICIPANT,
                                                                              "s-clerk")));
}

/* A round that is named stands for its date, whatever else began by then. */
static void
test_named_round (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  TalksEvent *first = talks_document_lookup_kind (document, TALKS_RECORD_EVENT, "first");
  TalksComparisonDate a = { talks_test_day ("2025-05-16"), first };
  TalksComparisonDate b = { talks_test_day ("2025-05-16"), NULL };
  g_autoptr (TalksComparison) comparison = talks_comparison_new (document, a, b, FALSE);

  g_assert_true (talks_comparison_get_round (comparison, TALKS_COMPARISON_A) == first);
  g_assert_cmpstr (talks_comparison_get_round (comparison, TALKS_COMPARISON_B)->record.id, ==, "third");
}

/* ---- what is compared at first ---- */

static void
test_default (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  TalksComparisonDate a;
  TalksComparisonDate b;

  talks_comparison_find_default (document, &a, &b);
  g_assert_cmpstr (a.round->record.id, ==, "second");
  g_assert_cmpint (a.day, ==, talks_test_day ("2022-03-16"));
  g_assert_cmpstr (b.round->record.id, ==, "third");
  g_assert_cmpint (b.day, ==, talks_test_day ("2025-05-16"));

  /* A longer quiet time after the last two: the last before it, and still the latest. */
  add_round (document, "fourth", "2030-01-01", NULL, NULL);
  add_round (document, "fifth", "2030-01-02", NULL, NULL);
  talks_comparison_find_default (document, &a, &b);
  g_assert_cmpstr (a.round->record.id, ==, "third");
  g_assert_cmpstr (b.round->record.id, ==, "fifth");
}

/* A lone round in a quiet period does not make it less quiet. */
static void
test_default_quiet (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  TalksComparisonDate a;
  TalksComparisonDate b;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *early = g_strdup_printf ("early-%d", i);
      g_autofree char *late = g_strdup_printf ("late-%d", i);
      g_autofree char *early_day = g_strdup_printf ("2022-03-%02d", 1 + i / 2);
      g_autofree char *late_day = g_strdup_printf ("2025-05-%02d", 1 + i / 2);

      talks_test_add (document, talks_test_event_new (early, "context", early_day));
      talks_test_add (document, talks_test_event_new (late, "context", late_day));
    }
  add_round (document, "lone", "2022-09-01", NULL, NULL);
  talks_comparison_find_default (document, &a, &b);
  g_assert_cmpstr (a.round->record.id, ==, "second");
  g_assert_cmpstr (b.round->record.id, ==, "third");
}

static void
test_default_without_rounds (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksComparisonDate a;
  TalksComparisonDate b;

  talks_test_add (document, talks_test_event_new ("x", "context", "2022-02-24"));
  talks_test_add (document, talks_test_event_new ("y", "context", "2022-04"));
  talks_comparison_find_default (document, &a, &b);
  g_assert_null (a.round);
  g_assert_null (b.round);
  g_assert_cmpint (a.day, ==, talks_test_day ("2022-02-24"));
  g_assert_cmpint (b.day, ==, talks_test_day ("2022-04-30"));
}

static void
test_round_day (void)
{
  static const struct
  {
    const char *date;
    const char *day;
  } cases[] = {
    { "2025-05-16", "2025-05-16" },
    { "2022-03-14/2022-03-17", "2022-03-17" },
    { "2022-03", "2022-03-31" },
    { "2022-03-14/..", "2022-03-14" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksEvent) event = talks_test_event_new ("x", "talks", cases[i].date);

      g_assert_cmpint (talks_comparison_get_round_day (event), ==, talks_test_day (cases[i].day));
    }
}

static void
test_empty (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (TalksComparison) comparison = compare (document, "2022-01-01", "2023-01-01", TRUE);
  g_autofree char *words = talks_comparison_summarize (comparison);

  g_assert_cmpuint (talks_comparison_get_topics (comparison)->len, ==, 0);
  g_assert_cmpuint (talks_comparison_get_parties (comparison)->len, ==, 0);
  g_assert_cmpstr (words, ==, "No positions stated");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison/states", test_states);
  g_test_add_func ("/comparison/same-words", test_same_words);
  g_test_add_func ("/comparison/parties", test_parties);
  g_test_add_func ("/comparison/no-sides", test_no_sides);
  g_test_add_func ("/comparison/summary", test_summary);
  g_test_add_func ("/comparison/history", test_history);
  g_test_add_func ("/comparison/outlives-document", test_outlives_document);
  g_test_add_func ("/comparison/heads", test_heads);
  g_test_add_func ("/comparison/people", test_people);
  g_test_add_func ("/comparison/named-round", test_named_round);
  g_test_add_func ("/comparison/default", test_default);
  g_test_add_func ("/comparison/default-quiet", test_default_quiet);
  g_test_add_func ("/comparison/default-without-rounds", test_default_without_rounds);
  g_test_add_func ("/comparison/round-day", test_round_day);
  g_test_add_func ("/comparison/empty", test_empty);

  return g_test_run ();
}
