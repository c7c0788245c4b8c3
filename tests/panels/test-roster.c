/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-roster.h"

#include "panel-fixture.h"
#include "talks-query.h"

static TalksDay
day (const char *text)
{
  g_autoptr (TalksDate) date = talks_date_parse (text, NULL);

  return talks_date_get_earliest (date);
}

/* "north(2) ana bob +0 …": a party with its count, people, "+N" more people, "++N" more parties. */
static char *
list (TalksRoster           *roster,
      const char            *as_of,
      const TalksRosterView *view)
{
  g_autoptr (GArray) lines = talks_roster_list (roster, day (as_of), view);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const TalksRosterLine *line = &g_array_index (lines, TalksRosterLine, i);

      if (i > 0)
        g_string_append_c (text, ' ');
      switch (line->kind)
        {
        case TALKS_ROSTER_PARTY:
          g_string_append_printf (text, "%s(%u)", line->party != NULL ? line->party->record.id : "-",
                                  line->count);
          break;
        case TALKS_ROSTER_PERSON:
          g_string_append (text, line->participant->record.id);
          break;
        case TALKS_ROSTER_MORE_PEOPLE:
          g_string_append_printf (text, "+%u", line->count);
          break;
        case TALKS_ROSTER_MORE_PARTIES:
          g_string_append_printf (text, "++%u", line->count);
          break;
        case TALKS_ROSTER_TOO_MANY:
        default:
          g_string_append_printf (text, "!%u", line->count);
          break;
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_list (void)
{
  static const struct
  {
    const char *as_of;
    const char *query;
    const char *shown;
    gboolean    all_parties;
    const char *lines;
  } cases[] = {
    /* Before all: only the sides. */
    { "2021-01-01", NULL, NULL, FALSE, "north(2) ana bob south(1) vic ++2" },
    { "2022-03-01", NULL, NULL, FALSE, "north(2) ana +1 south(1) vic far(1) fay ++1" },
    /* Years later nobody is active; the sides still show their first people. */
    { "2024-01-01", NULL, NULL, FALSE, "north(2) ana bob south(1) vic ++2" },
    { "2024-01-01", NULL, NULL, TRUE, "north(2) ana bob south(1) vic ++0 isle(1) med far(1) fay" },
    { "2025-05-16", NULL, NULL, FALSE, "north(2) ana bob south(1) vic isle(1) med ++1" },
    { "2022-03-01", NULL, "bob", FALSE, "north(2) ana bob south(1) vic far(1) fay ++1" },
    { "2025-05-16", NULL, "fay", FALSE, "north(2) ana bob south(1) vic isle(1) med far(1) fay" },
    { "2025-05-16", "frost", NULL, FALSE, "far(1) fay" },
    { "2025-05-16", "minister", NULL, FALSE, "north(1) ana" },
    { "2025-05-16", "арда", NULL, FALSE, "north(1) ana" },
    { "2025-05-16", "northland", NULL, FALSE, "north(2) ana bob" },
    { "2025-05-16", "nobody", NULL, FALSE, "" },
  };
  g_autoptr (TalksDocument) document = panel_fixture_document ();
  g_autoptr (TalksRoster) roster = talks_roster_new (document);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *query = cases[i].query != NULL ? talks_query_fold (cases[i].query) : NULL;
      TalksRosterView view = { query, cases[i].shown, NULL, cases[i].all_parties };
      g_autofree char *lines = list (roster, cases[i].as_of, &view);

      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

static void
test_whole (void)
{
  g_autoptr (TalksDocument) document = panel_fixture_document ();
  g_autoptr (TalksRoster) roster = talks_roster_new (document);
  g_autoptr (GHashTable) whole = g_hash_table_new (g_str_hash, g_str_equal);
  TalksRosterView view = { NULL, NULL, whole, FALSE };
  g_autofree char *lines = NULL;

  g_hash_table_add (whole, (gpointer) "north");
  lines = list (roster, "2022-03-01", &view);
  g_assert_cmpstr (lines, ==, "north(2) ana bob south(1) vic far(1) fay ++1");
}

static void
test_trails (void)
{
  static const struct
  {
    const char *participant;
    const char *as_of;
    const char *states; /* p present, r remote, u unclear, a absent, . not named */
    const char *words;
  } cases[] = {
    { "ana", "2022-02-28", "", "No round by then" },
    { "ana", "2022-03-01", "p", "Present at 1 of 1 round" },
    { "ana", "2025-05-16", "pp", "Present at 2 of 2 rounds" },
    { "bob", "2025-05-15", ".", "Present at 0 of 1 round" },
    { "bob", "2025-05-16", ".a", "Present at 0 of 2 rounds; absent on 16 May 2025" },
    { "vic", "2025-05-16", "ru", "Present at 1 of 2 rounds; presence unclear at 1" },
    { "med", "2030-01-01", ".p", "Present at 1 of 2 rounds" },
  };
  g_autoptr (TalksDocument) document = panel_fixture_document ();
  g_autoptr (TalksRoster) roster = talks_roster_new (document);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksParticipant *participant = talks_document_lookup_kind (document, TALKS_RECORD_PARTICIPANT,
                                                                  cases[i].participant);
      TalksTrailSummary trail;
      g_autofree char *words = NULL;
      char states[TALKS_ROSTER_TRAIL + 1] = "";

      talks_roster_get_trail (roster, participant, day (cases[i].as_of), &trail);
      for (guint k = 0; k < trail.n_states; k++)
        states[k] = ".prua"[trail.states[k]];
      words = talks_trail_to_words (&trail);
      g_assert_cmpstr (states, ==, cases[i].states);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* A document with many rounds and people: only the last rounds are in a trail, and a search that
 * finds too many says so. */
static void
test_many (void)
{
  g_autoptr (TalksDocument) document = panel_fixture_document ();
  g_autoptr (TalksRoster) roster = NULL;
  TalksRosterView view = { "crowd", NULL, NULL, FALSE };
  g_autofree char *lines = NULL;

  for (guint i = 0; i < TALKS_ROSTER_MAX_MATCHES + 7; i++)
    {
      g_autofree char *id = g_strdup_printf ("crowd%u", i);
      TalksParticipant *participant = talks_record_new (TALKS_RECORD_PARTICIPANT, id);
      g_autoptr (TalksChange) change = NULL;

      participant->name = talks_text_new_plain ("Crowd");
      change = talks_change_new (NULL, &participant->record, -1);
      g_assert_true (talks_document_apply (document, change, NULL));
      talks_record_unref (participant);
    }
  roster = talks_roster_new (document);
  lines = list (roster, "2025-05-16", &view);
  g_assert_true (g_str_has_prefix (lines, "-(207) crowd0 crowd1 "));
  g_assert_true (g_str_has_suffix (lines, " crowd199 !7"));
}

/* A party of thousands that is shown whole, and thousands of parties: the list has an end all the same. */
static void
test_limit (void)
{
  g_autoptr (TalksDocument) document = panel_fixture_document ();
  g_autoptr (TalksRoster) roster = NULL;
  g_autoptr (GHashTable) whole = g_hash_table_new (g_str_hash, g_str_equal);
  TalksRosterView view = { NULL, NULL, whole, TRUE };
  g_autoptr (GArray) lines = NULL;
  guint n_left_out = 0;
  guint n_people = 0;

  g_hash_table_add (whole, (gpointer) "crowd0");
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *id = g_strdup_printf ("crowd%u", i);
      g_autofree char *member = g_strdup_printf ("member%u", i);
      g_autoptr (TalksRecord) party = talks_record_new (TALKS_RECORD_PARTY, id);
      g_autoptr (TalksRecord) person = talks_record_new (TALKS_RECORD_PARTICIPANT, member);
      g_autoptr (TalksChange) first = NULL;
      g_autoptr (TalksChange) second = NULL;

      ((TalksParty *) party)->name = talks_text_new_plain ("Crowd");
      ((TalksParty *) party)->short_name = talks_text_new_plain ("Crowd");
      ((TalksParty *) party)->color = g_strdup ("#123456");
      ((TalksParticipant *) person)->name = talks_text_new_plain ("Member");
      /* Half of them in one party. */
      ((TalksParticipant *) person)->party = g_strdup (i % 2 == 0 ? "crowd0" : id);
      first = talks_change_new (NULL, party, -1);
      second = talks_change_new (NULL, person, -1);
      g_assert_true (talks_document_apply (document, first, NULL));
      g_assert_true (talks_document_apply (document, second, NULL));
    }
  roster = talks_roster_new (document);
  lines = talks_roster_list (roster, day ("2025-05-16"), &view);
  g_assert_cmpuint (lines->len, >=, TALKS_ROSTER_MAX_LINES);
  g_assert_cmpuint (lines->len, <, TALKS_ROSTER_MAX_LINES + 10);
  for (guint i = 0; i < lines->len; i++)
    {
      const TalksRosterLine *line = &g_array_index (lines, TalksRosterLine, i);

      n_people += line->kind == TALKS_ROSTER_PERSON;
      if (line->kind == TALKS_ROSTER_TOO_MANY || line->kind == TALKS_ROSTER_MORE_PEOPLE)
        n_left_out += line->count;
    }
  /* Nobody is forgotten. */
  g_assert_cmpuint (n_people + n_left_out, ==, talks_document_count (document, TALKS_RECORD_PARTICIPANT));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/panels/roster/list", test_list);
  g_test_add_func ("/panels/roster/whole", test_whole);
  g_test_add_func ("/panels/roster/trails", test_trails);
  g_test_add_func ("/panels/roster/many", test_many);
  g_test_add_func ("/panels/roster/limit", test_limit);
  return g_test_run ();
}
