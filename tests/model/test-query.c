/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-query.h"

#include <string.h>

#include "talks-test-support.h"

/* ---- folding ---- */

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Istanbul", "istanbul" },
    { "İstanbul", "istanbul" },
    { "Dolmabahçe", "dolmabahce" },
    { "Dışişleri Bakanlığı", "disisleri bakanligi" },
    { "ERDOĞAN", "erdogan" },
    { "Recep  Tayyip\tErdoğan\n", "recep tayyip erdogan" },
    { "Зеленський", "зеленськии" }, /* й is и with a breve */
    { "ЗЕЛЕНСЬКИЙ", "зеленськии" },
    { "Їжак", "іжак" },
    { "Ёлка", "елка" },
    { "Straße", "strasse" },
    { "Łódź", "lodz" },
    { "Ærø", "aero" },
    { "Œuvre", "oeuvre" },
    { "ﬁnal", "final" },
    { "e\u0301te\u0301", "ete" },
    { "Russia–Ukraine", "russia-ukraine" },
    { "co\u00adoperation", "cooperation" }, /* soft hyphen */
    { "two\u00a0thirds", "two thirds" },
    { "Ukraine’s", "ukraine's" },
    { "“root causes”", "\"root causes\"" },
    { "№ 5", "no 5" },
    { "ΟΔΟΣ οδος οδός", "οδοσ οδοσ οδοσ" },
    { "  two  ", "two" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = talks_query_fold (cases[i].text);
      g_autofree char *again = talks_query_fold (folded);

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_match (void)
{
  static const struct
  {
    const char *query;
    const char *text;
    gboolean    matches;
  } cases[] = {
    { "", "anything", TRUE },
    { "gomel", "first round, gomel region", TRUE },
    { "region gomel", "first round, gomel region", TRUE },
    { "rou reg", "first round, gomel region", TRUE },
    { "gomel brest", "first round, gomel region", FALSE },
    { "gomelregion", "gomel region", FALSE },
    { "a", "", FALSE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (talks_query_match (cases[i].query, cases[i].text), ==, cases[i].matches);
}

/* Any text, folded, has no capital letters, no marks and no double spaces left. */
static void
test_fold_random (void)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *folded = NULL;

      for (int k = 0; k < 12; k++)
        {
          gunichar c = (gunichar) g_test_rand_int_range (1, 0x2ffff);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      folded = talks_query_fold (text->str);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_null (strstr (folded, "  "));
      for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_false (g_unichar_ismark (g_utf8_get_char (p)));
    }
}

/* ---- a document ---- */

static TalksDocument *
make_document (void)
{
  static const char * const tags[] = { "en", "uk", NULL };
  static const char * const names[] = { "Volodymyr Zelensky", "Володимир Зеленський", NULL };
  TalksDocument *document = talks_document_new ();
  TalksParticipant *president;
  TalksParty *north;
  TalksEvent *late;
  TalksEvent *early;
  TalksPosition *position;
  TalksSource *source;
  TalksName *author;
  TalksAnnotation *annotation;

  north = talks_test_party_new ("north", "north");
  g_clear_pointer (&north->name, talks_text_unref);
  north->name = talks_text_new_plain ("Northland");
  talks_test_add (document, north);
  talks_test_add (document, talks_test_topic_new ("ceasefire"));

  president = talks_test_participant_new ("president", "north");
  g_clear_pointer (&president->name, talks_text_unref);
  president->name = talks_text_new_tagged (tags, names);
  talks_test_add_role (president, "President of Northland", NULL, NULL);
  talks_test_add (document, president);

  late = talks_test_event_new ("late", "talks", "2025-05-16");
  g_clear_pointer (&late->title, talks_text_unref);
  late->title = talks_text_new_plain ("Second meeting at Dolmabahçe");
  late->outcome = talks_text_new_plain ("An exchange of prisoners was agreed, one thousand from each "
                                        "side, and the delegations left the palace by the sea gate "
                                        "in the afternoon without a word.");
  talks_test_add (document, late);
  early = talks_test_event_new ("early", "talks", "2022-03-29");
  g_clear_pointer (&early->title, talks_text_unref);
  early->title = talks_text_new_plain ("First meeting at Dolmabahçe");
  talks_test_add (document, early);

  position = talks_test_position_new ("truce", "north", "ceasefire", "2025-05-11");
  position->participant = g_strdup ("president");
  talks_test_add (document, position);
  source = talks_test_source_new ("paper", "https://example.org/dolmabahce");
  g_free (source->title);
  source->title = g_strdup ("Palace prepares");
  author = g_new0 (TalksName, 1);
  author->family = g_strdup ("Lovelace");
  author->given = g_strdup ("Ada");
  g_ptr_array_add (source->author, author);
  talks_test_add (document, source);
  annotation = talks_test_annotation_new ("remark", "late");
  g_free (annotation->body);
  annotation->body = g_strdup ("The palace gave another hour.");
  talks_test_add (document, annotation);
  return document;
}

/* Ids of the hits, separated by spaces. */
static char *
list_hits (TalksDocument *document,
           const char    *query)
{
  g_autoptr (GPtrArray) hits = talks_query_run (document, query, "en");
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (records, ((TalksHit *) hits->pdata[i])->record);
  return talks_test_list_ids (records);
}

static void
test_hits (void)
{
  static const struct
  {
    const char *query;
    const char *hits;
  } cases[] = {
    { "", "" },
    { "   ", "" },
    { "nowhere", "" },
    { "dolmabahce", "early late paper" },
    { "DOLMABAHÇE meeting", "early late" },
    { "meeting second", "late" },
    { "зеленський", "president truce" },
    { "zelensky ceasefire", "truce" },
    { "northland", "president truce north" },
    { "2022-03-29", "early" },
    { "29 march", "early" },
    { "may 2025", "late truce" },
    { "palace", "late paper remark" },
    { "prisoners", "late" },
    { "example.org", "paper" },
    { "ada lovelace", "paper" },
    { "eachside", "" },
  };
  g_autoptr (TalksDocument) document = make_document ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hits = list_hits (document, cases[i].query);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (hits, ==, cases[i].hits);
    }
}

static const TalksHit *
find_hit (GPtrArray  *hits,
          const char *id)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_str_equal (((TalksHit *) hits->pdata[i])->record->id, id))
      return hits->pdata[i];
  g_assert_not_reached ();
}

static void
test_excerpts (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (GPtrArray) sea = talks_query_run (document, "SÉA", "en");
  g_autoptr (GPtrArray) exchange = talks_query_run (document, "exchange", "en");
  g_autoptr (GPtrArray) meeting = talks_query_run (document, "second", "en");
  const char *excerpt = find_hit (sea, "late")->excerpt;

  g_assert_true (g_str_has_prefix (excerpt, "… "));
  g_assert_nonnull (strstr (excerpt, "by the sea gate"));
  g_assert_null (strstr (excerpt, "An exchange"));
  g_assert_true (g_str_has_prefix (find_hit (exchange, "late")->excerpt, "An exchange of prisoners"));
  g_assert_true (g_str_has_suffix (find_hit (exchange, "late")->excerpt, " …"));
  g_assert_cmpstr (find_hit (meeting, "late")->excerpt, ==, "");
}

static void
test_excerpt_without_spaces (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksEvent *event = talks_test_event_new ("e", "talks", "2025");
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) hits = NULL;
  const TalksHit *hit;

  for (int i = 0; i < 60; i++)
    g_string_append (text, i == 40 ? "停火" : "談");
  event->summary = talks_text_new_plain (text->str);
  talks_test_add (document, event);
  g_string_free (text, TRUE);

  hits = talks_query_run (document, "停火", "en");
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_true (g_utf8_validate (hit->excerpt, -1, NULL));
  g_assert_nonnull (strstr (hit->excerpt, "停火"));
}

/* Names count more than what is said about them. */
static void
test_scores (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksParticipant *people[3];
  static const char * const names[] = { "Somebody", "Anna Kalin", "Kalin" };
  g_autofree char *hits = NULL;

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%d", i);

      people[i] = talks_test_participant_new (id, "none");
      g_clear_pointer (&people[i]->name, talks_text_unref);
      people[i]->name = talks_text_new_plain (names[i]);
      if (i == 0)
        people[i]->description = talks_text_new_plain ("Spoke to Kalin.");
      talks_test_add (document, people[i]);
    }
  hits = list_hits (document, "kalin");
  g_assert_cmpstr (hits, ==, "p2 p1 p0");
}

/* ---- the index ---- */

static void
test_changes (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksQueryIndex) first = talks_query_index_get (document);
  g_autoptr (TalksQueryIndex) same = talks_query_index_get (document);
  g_autoptr (TalksQueryIndex) second = NULL;
  g_autoptr (GPtrArray) old = NULL;
  TalksParty *north;
  g_autofree char *by_old_name = NULL;
  g_autofree char *by_new_name = NULL;

  g_assert_true (first == same);
  g_assert_cmpuint (talks_query_index_get_size (first), ==, 8);

  north = talks_test_party_new ("north", "north");
  g_clear_pointer (&north->name, talks_text_unref);
  north->name = talks_text_new_plain ("Southland");
  talks_test_replace (document, north);
  talks_test_remove (document, "paper");

  second = talks_query_index_get (document);
  g_assert_true (second != first);
  g_assert_cmpuint (talks_query_index_get_size (second), ==, 7);
  /* The position is found by the new name of its party too, though it did not change itself. */
  by_old_name = list_hits (document, "northland");
  by_new_name = list_hits (document, "southland");
  g_assert_cmpstr (by_old_name, ==, "president");
  g_assert_cmpstr (by_new_name, ==, "truce north");
  /* The older index still is what it was. */
  old = talks_query_index_run (first, "dolmabahce", NULL);
  g_assert_cmpuint (old->len, ==, 3);
}

static gpointer
search_in_thread (gpointer data)
{
  g_autoptr (GPtrArray) hits = talks_query_index_run (data, "meeting dolmabahce", "en");

  return GUINT_TO_POINTER (hits->len);
}

static void
test_threads (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  TalksQueryIndex *index = talks_query_index_get (document);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("search", search_in_thread, index);
  /* Whoever searches keeps what it searches. */
  talks_test_remove (document, "early");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 2);
  talks_query_index_unref (index);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/query/fold", test_fold);
  g_test_add_func ("/model/query/fold-random", test_fold_random);
  g_test_add_func ("/model/query/match", test_match);
  g_test_add_func ("/model/query/hits", test_hits);
  g_test_add_func ("/model/query/excerpts", test_excerpts);
  g_test_add_func ("/model/query/excerpt-without-spaces", test_excerpt_without_spaces);
  g_test_add_func ("/model/query/scores", test_scores);
  g_test_add_func ("/model/query/changes", test_changes);
  g_test_add_func ("/model/query/threads", test_threads);
  return g_test_run ();
}
