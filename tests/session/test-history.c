/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random steps back and forth, held against copies of the document as it was. */

#include "talks-error.h"
#include "talks-record-fields.h"

#include "session-fixture.h"

static GPtrArray *
changes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
}

/* Takes after over. */
static void
add_change (GPtrArray *changes,
            gpointer   before,
            gpointer   after,
            int        position)
{
  g_ptr_array_add (changes, talks_change_new (before, after, position));
  if (after != NULL)
    talks_record_unref (after);
}

static TalksEvent *
rename_event (TalksDocument *document,
              const char    *id,
              const char    *title)
{
  TalksEvent *event = talks_record_copy (talks_document_lookup (document, id));

  talks_text_unref (event->title);
  event->title = talks_text_new_plain (title);
  return event;
}

static gboolean
do_rename (TalksHistory *history,
           const char   *id,
           const char   *title)
{
  TalksDocument *document = talks_history_get_document (history);
  g_autoptr (TalksEvent) event = rename_event (document, id, title);
  g_autoptr (GError) error = NULL;
  gboolean ok = talks_history_do_one (history, title, talks_document_lookup (document, id), &event->record, &error);

  g_assert_no_error (error);
  return ok;
}

static void
assert_same (TalksDocument *a,
             TalksDocument *b)
{
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      GPtrArray *x = talks_document_get_records (a, kind);
      GPtrArray *y = talks_document_get_records (b, kind);

      g_assert_cmpuint (x->len, ==, y->len);
      for (guint i = 0; i < x->len; i++)
        {
          g_assert_true (talks_record_equal (x->pdata[i], y->pdata[i]));
          g_assert_true (talks_document_lookup_same (a, x->pdata[i]) == x->pdata[i]);
        }
    }
}

/* ---- random steps ---- */

typedef struct
{
  TalksSession  *session;
  TalksDocument *document;
  TalksHistory  *history;
  GPtrArray     *states; /* of TalksDocument: after each number of steps */
  GPtrArray     *names;
  guint          n_ids;
  guint          n_session; /* emissions */
  guint          n_changed;
  int            n_recorded; /* done less undone */
  gint64         saved;      /* position; −1: none that can be reached */
} Random;

static void
session_changed_cb (Random *random,
                    guint   flags)
{
  g_assert_false (talks_history_is_busy (random->history));
  random->n_session++;
}

static void
history_changed_cb (Random *random)
{
  random->n_changed++;
}

static void
recorded_cb (Random           *random,
             TalksHistoryStep *step,
             int               direction)
{
  g_assert_true (talks_history_is_busy (random->history));
  g_assert_cmpuint (step->number, >, 0);
  random->n_recorded += direction;
}

static TalksRecord *
choose_record (TalksDocument *document)
{
  for (;;)
    {
      GPtrArray *list = talks_document_get_records (document, g_test_rand_int_range (0, TALKS_N_RECORD_KINDS));

      if (list->len > 0)
        return list->pdata[g_test_rand_int_range (0, (int) list->len)];
    }
}

/* One change, made at once in trial, so that those that follow go with it. */
static void
add_random_change (Random        *random,
                   TalksDocument *trial,
                   GPtrArray     *changes)
{
  const int what = g_test_rand_int_range (0, 6);
  TalksRecord *record = choose_record (trial);
  g_autofree char *id = g_strdup_printf ("new-%u", random->n_ids++);
  const guint n = changes->len;

  if (what == 0)
    add_change (changes, NULL, talks_test_event_new (id, "talks", "2020-05-05"), g_test_rand_int_range (-1, 9));
  else if (what == 1)
    add_change (changes, record, NULL, -1);
  else if (what == 2)
    {
      /* Another place in the list. */
      add_change (changes, record, NULL, -1);
      add_change (changes, NULL, talks_record_ref (record), g_test_rand_int_range (0, 20));
    }
  else if (what == 3)
    {
      g_autoptr (TalksText) title = talks_text_new_plain (id);

      add_change (changes, (TalksRecord *) talks_document_get_head (trial), (TalksRecord *) talks_head_new (title, NULL, "uk", id), -1);
    }
  else if (record->kind == TALKS_RECORD_EVENT)
    add_change (changes, record, rename_event (trial, record->id, id), -1);
  else
    add_change (changes, NULL, talks_test_topic_new (id), g_test_rand_int_range (-1, 5));
  for (guint i = n; i < changes->len; i++)
    g_assert_true (talks_document_apply (trial, changes->pdata[i], NULL));
}

static void
do_random (Random *random)
{
  g_autoptr (TalksDocument) trial = talks_document_copy (random->document);
  g_autoptr (GPtrArray) changes = changes_new ();
  g_autofree char *name = g_strdup_printf ("Step %u", random->n_ids);
  const guint position = talks_history_get_position (random->history);
  g_autoptr (GError) error = NULL;
  const int n = g_test_rand_int_range (1, 6);

  for (int i = 0; i < n; i++)
    add_random_change (random, trial, changes);
  talks_history_do (random->history, name, changes, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (random->states, (int) position + 1);
  g_ptr_array_set_size (random->names, (int) position);
  g_ptr_array_add (random->states, g_steal_pointer (&trial));
  g_ptr_array_add (random->names, g_steal_pointer (&name));
  if (random->saved > position)
    random->saved = -1;
}

/* All changes but the last would go. */
static void
fail_random (Random *random)
{
  g_autoptr (TalksDocument) trial = talks_document_copy (random->document);
  g_autoptr (GPtrArray) changes = changes_new ();
  g_autoptr (GError) error = NULL;
  TalksRecord *record = choose_record (random->document);
  TalksTopic *taken = talks_record_new (TALKS_RECORD_TOPIC, record->id);

  add_random_change (random, trial, changes);
  add_change (changes, NULL, talks_test_event_new ("there", "talks", "2020-05-05"), 0);
  add_change (changes, NULL, talks_test_event_new ("there", "talks", "2020-05-05"), 0);
  taken->name = talks_text_new_plain ("Taken");
  add_change (changes, NULL, taken, 0);
  g_assert_false (talks_history_do (random->history, "Fails", changes, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_REFERENCE);
}

static void
go_random (Random *random)
{
  const guint n = talks_history_get_n_steps (random->history);
  const guint position = talks_history_get_position (random->history);
  g_autoptr (GError) error = NULL;

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      g_assert_true (talks_history_undo (random->history, &error) == (position > 0));
      break;
    case 1:
      g_assert_true (talks_history_redo (random->history, &error) == (position < n));
      break;
    default:
      g_assert_true (talks_history_go_to (random->history, (guint) g_test_rand_int_range (0, (int) n + 1), &error));
      break;
    }
  g_assert_no_error (error);
}

static void
check_random (Random *random)
{
  TalksHistory *history = random->history;
  const guint position = talks_history_get_position (history);
  const guint n = talks_history_get_n_steps (history);

  g_assert_cmpuint (n + 1, ==, random->states->len);
  assert_same (random->document, random->states->pdata[position]);
  g_assert_true (talks_history_can_undo (history) == (position > 0));
  g_assert_true (talks_history_can_redo (history) == (position < n));
  g_assert_cmpstr (talks_history_get_undo_name (history), ==,
                   position > 0 ? random->names->pdata[position - 1] : NULL);
  g_assert_cmpstr (talks_history_get_redo_name (history), ==, position < n ? random->names->pdata[position] : NULL);
  g_assert_cmpint (random->n_recorded, ==, position);
  g_assert_true (talks_history_is_modified (history) == (random->saved != position));
}

static void
test_random (void)
{
  const int n = g_getenv ("TALKS_TEST_LONG") != NULL ? 20000 : 1500;
  g_autoptr (TalksDocument) document = talks_generate_document (12, g_test_rand_int ());
  g_autoptr (TalksSession) session = talks_session_new ();
  Random random = { session, document };

  talks_session_set_document (session, document);
  random.history = talks_session_get_history (session);
  random.states = g_ptr_array_new_with_free_func (g_object_unref);
  random.names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (random.states, talks_document_copy (document));
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), &random);
  g_signal_connect_swapped (random.history, "changed", G_CALLBACK (history_changed_cb), &random);
  g_signal_connect_swapped (random.history, "recorded", G_CALLBACK (recorded_cb), &random);
  check_random (&random);
  for (int i = 0; i < n; i++)
    {
      const guint position = talks_history_get_position (random.history);
      const int what = g_test_rand_int_range (0, 20);
      gboolean may_be_still = TRUE;

      random.n_session = 0;
      random.n_changed = 0;
      if (what < 8)
        do_random (&random);
      else if (what < 9)
        fail_random (&random);
      else if (what < 10)
        {
          talks_history_mark_saved (random.history, talks_history_get_state (random.history));
          random.saved = position;
          g_assert_cmpuint (random.n_session, ==, 0);
        }
      else
        go_random (&random);
      /* However many changes: the session speaks once. */
      may_be_still = what >= 9 && position == talks_history_get_position (random.history);
      g_assert_cmpuint (random.n_session, ==, !may_be_still);
      if (!may_be_still)
        g_assert_cmpuint (random.n_changed, ==, 1);
      check_random (&random);
    }
  g_ptr_array_unref (random.states);
  g_ptr_array_unref (random.names);
}

/* ---- single cases ---- */

static void
test_step (Fixture       *fixture,
           gconstpointer  data)
{
  TalksHistory *history = talks_session_get_history (fixture->session);
  const gint64 before = g_get_real_time ();
  const TalksHistoryStep *step;

  talks_history_set_author (history, "Nora");
  g_assert_true (do_rename (history, "e03", "Rename “e03”"));
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT);
  g_assert_cmpuint (talks_history_get_n_steps (history), ==, 1);
  step = talks_history_get_step (history, 0);
  g_assert_cmpstr (step->name, ==, "Rename “e03”");
  g_assert_cmpstr (step->author, ==, "Nora");
  g_assert_cmpint (step->time, >=, before);
  g_assert_cmpint (step->time, <=, g_get_real_time ());
  g_assert_cmpuint (step->changes->len, ==, 1);
}

/* What changes nothing is no step. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  TalksHistory *history = talks_session_get_history (fixture->session);
  TalksRecord *record = talks_document_lookup (fixture->document, "e03");
  g_autoptr (TalksRecord) copy = talks_record_copy (record);
  g_autoptr (GPtrArray) none = changes_new ();

  g_assert_true (talks_history_do_one (history, "Nothing", record, copy, NULL));
  g_assert_true (talks_history_do (history, "Nothing", none, NULL));
  g_assert_cmpuint (talks_history_get_n_steps (history), ==, 0);
  g_assert_true (talks_document_lookup (fixture->document, "e03") == record);
  fixture_assert_heard (fixture, 0);
}

/* A step may take the selected record away and bring it back. */
static void
test_selection_stays (Fixture       *fixture,
                      gconstpointer  data)
{
  TalksHistory *history = talks_session_get_history (fixture->session);
  TalksRecord *record = talks_document_lookup (fixture->document, "e03");
  g_autoptr (GPtrArray) changes = changes_new ();

  talks_session_select (fixture->session, "e03");
  fixture->n = 0;
  add_change (changes, record, NULL, -1);
  add_change (changes, NULL, talks_record_ref (record), 0);
  g_assert_true (talks_history_do (history, "Move", changes, NULL));
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT);
  g_assert_cmpstr (fixture_get_selected_id (fixture), ==, "e03");
}

static void
test_saved_state (Fixture       *fixture,
                  gconstpointer  data)
{
  TalksHistory *history = talks_session_get_history (fixture->session);
  guint64 state;

  g_assert_false (talks_history_is_modified (history));
  do_rename (history, "e03", "A");
  state = talks_history_get_state (history);
  /* Edits go on while that state is being saved. */
  do_rename (history, "e03", "B");
  talks_history_mark_saved (history, state);
  g_assert_true (talks_history_is_modified (history));
  g_assert_true (talks_history_undo (history, NULL));
  g_assert_false (talks_history_is_modified (history));
  g_assert_true (talks_history_undo (history, NULL));
  g_assert_true (talks_history_is_modified (history));
  /* Another step in its place is another state. */
  do_rename (history, "e03", "C");
  g_assert_true (talks_history_is_modified (history));
}

/* Edits past the history count as changes, and what they touched can not be undone. */
static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  TalksHistory *history = talks_session_get_history (fixture->session);
  g_autoptr (GError) error = NULL;

  do_rename (history, "e03", "A");
  talks_history_mark_saved (history, talks_history_get_state (history));
  fixture->n = 0;
  talks_test_replace (fixture->document, talks_test_event_new ("e03", "talks", "2020-05-11"));
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT);
  g_assert_true (talks_history_is_modified (history));
  g_assert_false (talks_history_undo (history, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_REFERENCE);
  g_assert_cmpuint (talks_history_get_position (history), ==, 1);
}

static void
test_new_document (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TalksHistory) old = g_object_ref (talks_session_get_history (fixture->session));
  g_autoptr (TalksDocument) other = talks_generate_document (10, 1);

  do_rename (old, "e03", "A");
  talks_session_set_document (fixture->session, other);
  fixture->n = 0;
  g_assert_true (talks_session_get_history (fixture->session) != old);
  g_assert_true (talks_history_get_document (talks_session_get_history (fixture->session)) == other);
  g_assert_false (talks_history_can_undo (talks_session_get_history (fixture->session)));
  g_assert_true (talks_history_undo (old, NULL));
  fixture_assert_heard (fixture, 0);
}

/* ---- what a journal kept ---- */

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TalksDocument) copy = talks_document_copy (fixture->document);
  g_autoptr (TalksDocument) undone = NULL;
  g_autoptr (TalksDocument) done = NULL;
  g_autoptr (TalksHistory) history = talks_history_new (copy, "Nora");
  TalksHistory *into = talks_session_get_history (fixture->session);
  g_autoptr (GError) error = NULL;

  do_rename (history, "e03", "A");
  do_rename (history, "e04", "B");
  undone = talks_document_copy (copy);
  do_rename (history, "e03", "C");
  done = talks_document_copy (copy);
  talks_history_undo (history, NULL);

  talks_history_restore (into, talks_history_get_steps (history), talks_history_get_position (history), &error);
  g_assert_no_error (error);
  fixture_assert_heard (fixture, TALKS_SESSION_DOCUMENT);
  g_assert_cmpuint (talks_history_get_n_steps (into), ==, 3);
  g_assert_cmpuint (talks_history_get_position (into), ==, 2);
  g_assert_cmpstr (talks_history_get_step (into, 0)->author, ==, "Nora");
  g_assert_cmpint (talks_history_get_step (into, 0)->time, ==, talks_history_get_step (history, 0)->time);
  g_assert_cmpuint (talks_history_get_step (into, 2)->number, ==, 3);
  g_assert_true (talks_history_is_modified (into));
  assert_same (fixture->document, undone);
  g_assert_true (talks_history_redo (into, NULL));
  assert_same (fixture->document, done);
}

/* Steps of which the last does not go: none is made. */
static void
test_restore_fails (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TalksDocument) copy = talks_document_copy (fixture->document);
  g_autoptr (TalksHistory) history = talks_history_new (copy, NULL);
  TalksHistory *into = talks_session_get_history (fixture->session);
  g_autoptr (TalksDocument) as_it_was = NULL;
  g_autoptr (GError) error = NULL;

  do_rename (history, "e03", "A");
  do_rename (history, "e04", "B");
  talks_test_replace (fixture->document, talks_test_event_new ("e04", "talks", "2020-05-11"));
  as_it_was = talks_document_copy (fixture->document);
  g_assert_false (talks_history_restore (into, talks_history_get_steps (history), 2, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_REFERENCE);
  g_assert_cmpuint (talks_history_get_n_steps (into), ==, 0);
  g_assert_cmpuint (talks_history_get_position (into), ==, 0);
  assert_same (fixture->document, as_it_was);
}

int
main (int    argc,
      char **argv)
{
  static const FixtureTest tests[] = {
    { "/session/history/step", test_step },
    { "/session/history/nothing", test_nothing },
    { "/session/history/selection-stays", test_selection_stays },
    { "/session/history/saved-state", test_saved_state },
    { "/session/history/foreign", test_foreign },
    { "/session/history/new-document", test_new_document },
    { "/session/history/restore", test_restore },
    { "/session/history/restore-fails", test_restore_fails },
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/history/random", test_random);
  fixture_add_tests (tests, G_N_ELEMENTS (tests));

  return g_test_run ();
}
