/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-state.h"

#include "talks-file.h"
#include "talks-test-support.h"

/* ---- offices ---- */

static void
test_roles (void)
{
  /* The roles of one person: title, from, to. */
  static const char * const roles[][3] = {
    { "minister", "2020-03-01", "2022-05-31" },
    { "delegate", "2022-02-28", "2022-05-17" },
    { "adviser", "2023", "2023" },
    { "envoy", "2024-06", NULL },
    { "member", NULL, "2019-12-31" },
    { "chair", "2024-06-15~", "2024-08?" },
  };
  static const struct
  {
    const char *day;
    const char *at;
    const char *after;
  } cases[] = {
    { "1900-01-01", "member", "minister" },
    { "2019-12-31", "member", "minister" },
    { "2020-01-01", NULL, "minister" },
    { "2020-02-29", NULL, "minister" },
    { "2020-03-01", "minister", "delegate" },
    { "2022-02-27", "minister", "delegate" },
    { "2022-02-28", "delegate", "adviser" },
    { "2022-05-17", "delegate", "adviser" },
    { "2022-05-18", "minister", "adviser" },
    { "2022-05-31", "minister", "adviser" },
    { "2022-06-01", NULL, "adviser" },
    { "2023-01-01", "adviser", "envoy" },
    { "2023-12-31", "adviser", "envoy" },
    { "2024-05-31", NULL, "envoy" },
    { "2024-06-01", "envoy", "chair" },
    { "2024-06-15", "chair", NULL },
    { "2024-08-31", "chair", NULL },
    { "2024-09-01", "envoy", NULL },
    { "2999-12-31", "envoy", NULL },
  };
  g_autoptr (TalksParticipant) participant = talks_test_participant_new ("p", "a");
  g_autoptr (TalksParticipant) nobody = talks_test_participant_new ("n", "a");

  for (size_t i = 0; i < G_N_ELEMENTS (roles); i++)
    talks_test_add_role (participant, roles[i][0], roles[i][1], roles[i][2]);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksDay day = talks_test_day (cases[i].day);
      const TalksRole *at = talks_participant_get_role_at (participant, day);
      const TalksRole *after = talks_participant_get_role_after (participant, day);

      g_test_message ("%s", cases[i].day);
      g_assert_cmpstr (at != NULL ? talks_text_get (at->title, NULL) : NULL, ==, cases[i].at);
      g_assert_cmpstr (after != NULL ? talks_text_get (after->title, NULL) : NULL, ==, cases[i].after);
      g_assert_null (talks_participant_get_role_at (nobody, day));
      g_assert_null (talks_participant_get_role_after (nobody, day));
    }
}

/* Of two begun the same day the first in the document counts, whichever way it is asked. */
static void
test_roles_begun_together (void)
{
  g_autoptr (TalksParticipant) participant = talks_test_participant_new ("p", "a");

  talks_test_add_role (participant, "first", "2022-02-28", NULL);
  talks_test_add_role (participant, "second", "2022-02-28", NULL);
  g_assert_true (talks_participant_get_role_at (participant, talks_test_day ("2022-03-01"))
                 == participant->roles->pdata[0]);
  g_assert_true (talks_participant_get_role_after (participant, talks_test_day ("2022-02-27"))
                 == participant->roles->pdata[0]);
}

/* ---- positions ---- */

static int
find_slowly (GPtrArray *positions,
             TalksDay   day)
{
  int found = -1;

  for (guint i = 0; i < positions->len; i++)
    if (talks_date_get_earliest (((TalksPosition *) positions->pdata[i])->date) <= day)
      found = (int) i;
  return found;
}

/* Positions of one party on one topic, many of them on the same few days. */
static TalksDocument *
make_positions (int n)
{
  TalksDocument *document = talks_document_new ();

  for (int i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%d", i);
      g_autofree char *day = g_strdup_printf ("2022-%02d-%02d", g_test_rand_int_range (1, 5),
                                              g_test_rand_int_range (1, 15));
      static const char * const others[] = { "2022-03", "2022-02-10/2022-03-01", "../2022-04-01", "2022" };
      gboolean day_only = g_test_rand_int_range (0, 5) > 0;

      talks_test_add (document, talks_test_position_new (id, "a", "t",
                                                         day_only ? day : others[i % 4]));
    }
  return document;
}

static void
test_positions (void)
{
  for (int round = 0; round < 60; round++)
    {
      g_autoptr (TalksDocument) document = make_positions (g_test_rand_int_range (1, 40));
      GPtrArray *positions = talks_document_get_positions (document, "a", "t");

      for (TalksDay day = talks_test_day ("2021-12-25"); day < talks_test_day ("2022-05-10"); day++)
        g_assert_cmpint (talks_positions_find_at (positions, day), ==, find_slowly (positions, day));
    }
}

static void
test_no_positions (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_assert_cmpint (talks_positions_find_at (none, 0), ==, -1);
}

/* ---- rounds ---- */

static void
test_sides (void)
{
  static const struct
  {
    const char *side;
    gboolean    principal;
  } cases[] = {
    { "ukraine", TRUE }, { "north", TRUE }, { "mediator", FALSE }, { "other", FALSE }, { "", FALSE }, { NULL, FALSE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (talks_side_is_principal (cases[i].side) == cases[i].principal);
}

/* People: n1, n2 for the north, s1 for the south, m1 mediates, o1 is another's, x1 has no party. */
static TalksDocument *
make_table (void)
{
  TalksDocument *document = talks_document_new ();

  talks_test_add (document, talks_test_party_new ("north", "north"));
  talks_test_add (document, talks_test_party_new ("ally", "north"));
  talks_test_add (document, talks_test_party_new ("south", "south"));
  talks_test_add (document, talks_test_party_new ("mediator", "mediator"));
  talks_test_add (document, talks_test_party_new ("other", "other"));
  talks_test_add (document, talks_test_participant_new ("n1", "north"));
  talks_test_add (document, talks_test_participant_new ("n2", "ally"));
  talks_test_add (document, talks_test_participant_new ("s1", "south"));
  talks_test_add (document, talks_test_participant_new ("m1", "mediator"));
  talks_test_add (document, talks_test_participant_new ("o1", "other"));
  talks_test_add (document, talks_test_participant_new ("x1", NULL));
  return document;
}

#define DELEGATE "delegate"
#define HEAD "head of delegation"

static void
test_rounds (void)
{
  static const struct
  {
    const char   *kind;
    const char   *who[3];
    const char   *role[3];
    TalksPresence presence[3];
    gboolean      is_round;
  } cases[] = {
    { "talks", { "n1", "s1" }, { HEAD, HEAD }, { 0 }, TRUE },
    { "talks", { "n1", "s1" }, { HEAD, DELEGATE }, { 0 }, TRUE },
    { "summit", { "n1", "s1" }, { HEAD, HEAD }, { 0 }, TRUE },
    { "talks", { "n1", "m1", "s1" }, { HEAD, "chair", DELEGATE }, { 0 }, TRUE },
    { "talks", { "n1", "s1" }, { HEAD, HEAD }, { TALKS_PRESENCE_REMOTE, TALKS_PRESENCE_UNCLEAR }, TRUE },
    { "statement", { "n1", "s1" }, { HEAD, HEAD }, { 0 }, FALSE },
    { "talks", { "n1", "n2" }, { HEAD, HEAD }, { 0 }, FALSE },
    { "talks", { "n1", "m1" }, { HEAD, HEAD }, { 0 }, FALSE },
    { "talks", { "o1", "m1" }, { HEAD, HEAD }, { 0 }, FALSE },
    { "talks", { "n1", "x1" }, { HEAD, HEAD }, { 0 }, FALSE },
    { "talks", { "n1", "nobody" }, { HEAD, HEAD }, { 0 }, FALSE },
    { "talks", { "n1", "s1" }, { HEAD, "speaker" }, { 0 }, FALSE },
    { "talks", { "n1", "s1" }, { HEAD, NULL }, { 0 }, FALSE },
    { "talks", { "n1", "s1" }, { HEAD, HEAD }, { TALKS_PRESENCE_PRESENT, TALKS_PRESENCE_ABSENT }, FALSE },
    { "talks", { "n1", "s1", "s1" }, { HEAD, HEAD, DELEGATE }, { 0, TALKS_PRESENCE_ABSENT }, TRUE },
    { "talks", { NULL }, { NULL }, { 0 }, FALSE },
  };
  g_autoptr (TalksDocument) document = make_table ();
  g_autoptr (GPtrArray) rounds = NULL;
  g_autofree char *ids = NULL;
  GString *expected = g_string_new (NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* Later in the document, earlier in time. */
      g_autofree char *id = g_strdup_printf ("e%02u", (guint) i);
      g_autofree char *date = g_strdup_printf ("%u", 2030 - (guint) i);
      TalksEvent *event = talks_test_event_new (id, cases[i].kind, date);

      for (int j = 0; j < 3 && cases[i].who[j] != NULL; j++)
        talks_test_attend (event, cases[i].who[j], cases[i].role[j], cases[i].presence[j]);
      talks_test_add (document, event);
      if (cases[i].is_round)
        {
          g_string_prepend (expected, expected->len > 0 ? " " : "");
          g_string_prepend (expected, id);
        }
    }
  rounds = talks_document_list_rounds (document);
  ids = talks_test_list_ids (rounds);
  g_assert_cmpstr (ids, ==, expected->str);
  g_string_free (expected, TRUE);
}

static void
test_attendance (void)
{
  g_autoptr (TalksDocument) document = make_table ();
  TalksEvent *event = talks_test_event_new ("e", "talks", "2022");

  talks_test_attend (event, "n1", HEAD, TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, "s1", HEAD, TALKS_PRESENCE_ABSENT);
  talks_test_attend (event, "m1", "chair", TALKS_PRESENCE_REMOTE);
  talks_test_attend (event, "n1", "speaker", TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, "nobody", "speaker", TALKS_PRESENCE_PRESENT);
  talks_test_add (document, event);

  g_assert_true (talks_event_get_attendance_of (event, "n1") == event->attendance->pdata[0]);
  g_assert_true (talks_event_get_attendance_of (event, "s1") == event->attendance->pdata[1]);
  g_assert_null (talks_event_get_attendance_of (event, "o1"));

  g_assert_true (talks_event_involves_party (document, event, "north"));
  g_assert_true (talks_event_involves_party (document, event, "mediator"));
  g_assert_false (talks_event_involves_party (document, event, "south"));
  g_assert_false (talks_event_involves_party (document, event, "ally"));
  g_assert_false (talks_event_involves_party (document, event, "no party"));
}

/* ---- the bundled document ---- */

static void
test_bundled (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("TALKS_TEST_DOCUMENT"));
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, &error);
  g_autoptr (GPtrArray) rounds = NULL;
  TalksEvent *first;
  TalksEvent *last;

  g_assert_no_error (error);
  rounds = talks_document_list_rounds (reading->document);
  g_assert_cmpuint (rounds->len, >=, 5);
  first = rounds->pdata[0];
  last = rounds->pdata[rounds->len - 1];
  /* From the first round at the Belarusian border to the meeting in Istanbul. */
  g_assert_cmpint (talks_date_get_earliest (first->date), ==, talks_test_day ("2022-02-28"));
  g_assert_cmpint (talks_date_get_earliest (last->date), ==, talks_test_day ("2025-05-16"));
  for (guint i = 1; i < rounds->len; i++)
    g_assert_cmpint (talks_document_get_event_rank (reading->document, rounds->pdata[i - 1]), <,
                     talks_document_get_event_rank (reading->document, rounds->pdata[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/state/roles", test_roles);
  g_test_add_func ("/state/roles-begun-together", test_roles_begun_together);
  g_test_add_func ("/state/positions", test_positions);
  g_test_add_func ("/state/no-positions", test_no_positions);
  g_test_add_func ("/state/sides", test_sides);
  g_test_add_func ("/state/rounds", test_rounds);
  g_test_add_func ("/state/attendance", test_attendance);
  g_test_add_func ("/state/bundled", test_bundled);

  return g_test_run ();
}
