/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ids of new records, deleting, and what the validation says of a draft. */

#include "editor-fixture.h"

#include "talks-editor.h"
#include "talks-form-checks.h"
#include "talks-form-draft.h"
#include "talks-record-id.h"
#include "talks-test-support.h"

/* ---- ids ---- */

static void
test_ids (void)
{
  static const struct
  {
    const char     *title;
    const char     *date;
    TalksRecordKind kind;
    const char     *id;
  } cases[] = {
    { "Istanbul: second round", "2025-05-16", TALKS_RECORD_EVENT, "2025-05-16-istanbul-second-round" },
    { "Dolmabahçe", NULL, TALKS_RECORD_TOPIC, "dolmabahce" },
    { "Зустріч у Стамбулі", "2022-03-29", TALKS_RECORD_EVENT, "2022-03-29-zustrich-u-stambuli" },
    { "O’Brien’s “plan”", NULL, TALKS_RECORD_PARTY, "obriens-plan" },
    { "An uncertain day", "2022-04-15~", TALKS_RECORD_EVENT, "2022-04-15-an-uncertain-day" },
    { "A span", "2022-03-14/2022-03-17", TALKS_RECORD_EVENT, "2022-03-14-a-span" },
    { "A span", "../2022-03", TALKS_RECORD_EVENT, "2022-03-a-span" },
    { "Some day", "2022-04-XX", TALKS_RECORD_EVENT, "2022-04-some-day" },
    { "مفاوضات", "2022", TALKS_RECORD_EVENT, "2022-event" },
    { NULL, NULL, TALKS_RECORD_SOURCE, "source" },
    { "  ", NULL, TALKS_RECORD_LANE, "lane" },
    { "Seven words that are too long together for it", NULL, TALKS_RECORD_TOPIC, "seven-words-that-are-too-long-together" },
    /* Taken ones. */
    { "ada", NULL, TALKS_RECORD_PARTICIPANT, "ada-2" },
    { "s1", NULL, TALKS_RECORD_EVENT, "s1-2" },
  };
  g_autoptr (TalksSession) session = editor_fixture_session ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksDate) date = cases[i].date != NULL ? talks_test_date (cases[i].date) : NULL;
      g_autofree char *id = talks_record_make_id (talks_session_get_document (session), cases[i].kind, cases[i].title,
                                                  date);

      g_assert_cmpstr (id, ==, cases[i].id);
    }
}

static void
test_long_step_name (void)
{
  g_autofree char *title = g_strnfill (100, 'x');
  g_autofree char *name = talks_form_draft_name_step ("Add “%s”", title);

  g_assert_cmpint (g_utf8_strlen (name, -1), ==, 60 + 6);
  g_assert_true (g_str_has_suffix (name, "x…”"));
}

/* ---- deleting ---- */

static GPtrArray *
plan_delete (TalksSession *session,
             const char   *id)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, editor_fixture_record (session, id));
  return talks_editor_plan_delete (talks_session_get_document (session), records);
}

static void
test_delete (void)
{
  static const struct
  {
    const char *id;
    const char *changes; /* −id: removed, id: changed; in their order */
  } cases[] = {
    { "lane-talks", "-lane-talks " },
    { "fishing", "-fishing -pos-2 -pos-1 -a2 " },
    { "north", "-north ada -pos-2 -pos-1 -a2 " },
    { "ada", "-ada ev-1 pos-2 " },
    { "ev-1", "ev-2 -ev-1 -a1 tour " },
    { "ev-2", "-ev-2 pos-2 " },
    { "pos-1", "pos-2 -pos-1 " },
    { "s1", "bob ada ev-1 pos-1 -s1 -a3 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksSession) session = editor_fixture_session ();
      TalksDocument *document = talks_session_get_document (session);
      TalksHistory *history = talks_session_get_history (session);
      g_autofree char *before = talks_test_dump (document);
      g_autofree char *after = NULL;
      g_autoptr (GPtrArray) changes = plan_delete (session, cases[i].id);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint j = 0; j < changes->len; j++)
        g_string_append_printf (ids, "%s%s ", talks_change_get_after (changes->pdata[j]) == NULL ? "-" : "",
                                talks_change_get_before (changes->pdata[j])->id);
      g_assert_cmpstr (ids->str, ==, cases[i].changes);

      g_assert_true (talks_history_do (history, "Delete", changes, NULL));
      g_assert_null (editor_fixture_record (session, cases[i].id));
      g_assert_true (talks_history_undo (history, NULL));
      after = talks_test_dump (document);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_delete_parts (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksHistory *history = talks_session_get_history (session);
  g_autoptr (GPtrArray) changes = plan_delete (session, "ada");
  const TalksEvent *event;
  const TalksTour *tour;

  g_assert_true (talks_history_do (history, "Delete", changes, NULL));
  event = editor_fixture_record (session, "ev-1");
  g_assert_cmpuint (event->attendance->len, ==, 1);
  g_assert_cmpstr (((TalksAttendance *) event->attendance->pdata[0])->participant, ==, "bob");

  /* A step of a tour has more to say than its event. */
  g_clear_pointer (&changes, g_ptr_array_unref);
  changes = plan_delete (session, "ev-1");
  g_assert_true (talks_history_do (history, "Delete", changes, NULL));
  tour = editor_fixture_record (session, "tour");
  g_assert_cmpuint (tour->steps->len, ==, 2);
  g_assert_null (((TalksTourStep *) tour->steps->pdata[0])->event);
  g_assert_cmpuint (((TalksEvent *) editor_fixture_record (session, "ev-2"))->related->len, ==, 0);
}

/* A chain of positions closes again when a link goes. */
static void
test_delete_link (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksDocument *document = talks_session_get_document (session);
  TalksPosition *third = talks_test_position_new ("pos-3", "north", "fishing", "2022-05");
  g_autoptr (GPtrArray) changes = NULL;

  third->replaces = g_strdup ("pos-2");
  talks_test_add (document, third);
  changes = plan_delete (session, "pos-2");
  g_assert_true (talks_history_do (talks_session_get_history (session), "Delete", changes, NULL));
  g_assert_cmpstr (((TalksPosition *) editor_fixture_record (session, "pos-3"))->replaces, ==, "pos-1");
}

/* Nothing refers to it: no question. */
static void
test_delete_at_once (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();

  talks_editor_delete (NULL, session, editor_fixture_record (session, "lane-talks"));
  g_assert_null (editor_fixture_record (session, "lane-talks"));
  g_assert_cmpstr (talks_history_get_undo_name (talks_session_get_history (session)), ==, "Delete “Talks”");
}

/* What refers to two that go is changed once, and one undo brings all back. */
static void
test_delete_several (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksDocument *document = talks_session_get_document (session);
  TalksHistory *history = talks_session_get_history (session);
  g_autofree char *before = talks_test_dump (document);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_add (events, editor_fixture_record (session, "ev-1"));
  g_ptr_array_add (events, editor_fixture_record (session, "ev-2"));
  changes = talks_editor_plan_delete (document, events);
  for (guint i = 0; i < changes->len; i++)
    g_assert_true (g_hash_table_add (seen, talks_change_get_before (changes->pdata[i])->id));
  g_assert_true (talks_history_do (history, "Delete", changes, NULL));
  g_assert_null (editor_fixture_record (session, "ev-1"));
  g_assert_null (editor_fixture_record (session, "ev-2"));
  g_assert_true (talks_history_undo (history, NULL));
  after = talks_test_dump (document);
  g_assert_cmpstr (before, ==, after);
}

/* ---- where it goes, what the validation says ---- */

static void
test_position (void)
{
  static const struct
  {
    const char *date;
    int         position;
  } cases[] = { { "2020", 0 }, { "2022-03-10", 1 }, { "2022-03-20", 1 }, { "2023", 2 } };
  g_autoptr (TalksSession) session = editor_fixture_session ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksEvent) event = talks_test_event_new ("new", "talks", cases[i].date);

      g_assert_cmpint (talks_form_draft_find_position (talks_session_get_document (session), &event->record), ==,
                       cases[i].position);
    }
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) data = talks_form_checks_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_checks (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  g_autoptr (TalksPosition) draft = talks_record_copy (editor_fixture_record (session, "pos-2"));
  g_autoptr (GPtrArray) remarks = NULL;
  const TalksRemark *remark;

  /* The draft is looked at, not what the document has. */
  g_free (draft->party);
  draft->party = g_strdup ("guild");
  talks_form_checks_async (talks_session_get_document (session), editor_fixture_record (session, "pos-2"), &draft->record,
                           NULL, checked_cb, &remarks);
  while (remarks == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (remarks->len, >, 0);
  remark = g_ptr_array_index (remarks, 0);
  g_assert_cmpstr (remark->field, ==, "participant");
  g_assert_cmpstr (remark->message, ==, "“ada” belongs to another party than the position.");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/ids", test_ids);
  g_test_add_func ("/editor/long-step-name", test_long_step_name);
  g_test_add_func ("/editor/delete/all", test_delete);
  g_test_add_func ("/editor/delete/parts", test_delete_parts);
  g_test_add_func ("/editor/delete/link", test_delete_link);
  g_test_add_func ("/editor/delete/at-once", test_delete_at_once);
  g_test_add_func ("/editor/delete/several", test_delete_several);
  g_test_add_func ("/editor/position", test_position);
  g_test_add_func ("/editor/checks", test_checks);
  return g_test_run ();
}
