/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "talks-difference.h"
#include "talks-error.h"
#include "talks-external-change.h"
#include "talks-journal-store.h"
#include "talks-keeper.h"
#include "talks-problem-check.h"
#include "talks-record-fields.h"

#define TEXT \
  "{\n  \"format\": \"talks-timeline\",\n  \"version\": 1,\n  \"title\": \"Small talks\",\n" \
  "  \"events\": [\n" \
  "    { \"id\": \"lost\", \"date\": \"some day\", \"kind\": \"talks\", \"title\": \"Never read\" },\n" \
  "    { \"id\": \"one\", \"date\": \"1814-09-18\", \"kind\": \"talks\", \"title\": \"It opens\", \"odd\": 1.50 },\n" \
  "    { \"id\": \"two\", \"date\": \"1815-06-09\", \"kind\": \"talks\", \"title\": \"It ends\" }\n" \
  "  ]\n}\n"

/* ---- fixture ---- */

typedef struct
{
  char         *folder;
  GFile        *file;
  TalksHistory *history;
  TalksKeeper  *keeper;
} Fixture;

static TalksKeeper *
open_keeper (GFile         *file,
             TalksHistory **history)
{
  g_autoptr (GError) error = NULL;
  TalksOpened *opened = talks_open (file, TRUE, NULL, &error);

  g_assert_no_error (error);
  *history = talks_history_new (opened->reading->document, "Ann");
  return talks_keeper_new (*history, opened, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("talks-keeper-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "small.talks.json", NULL);
  g_assert_true (g_file_set_contents (path, TEXT, -1, NULL));
  fixture->file = g_file_new_for_path (path);
  fixture->keeper = open_keeper (fixture->file, &fixture->history);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->keeper);
  g_clear_object (&fixture->history);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  remove_folder (fixture->folder);
  g_clear_object (&fixture->file);
  g_free (fixture->folder);
}

static void
retitle (TalksHistory *history,
         const char   *id,
         const char   *title)
{
  TalksDocument *document = talks_history_get_document (history);
  TalksEvent *before = talks_document_lookup_kind (document, TALKS_RECORD_EVENT, id);
  g_autoptr (TalksEvent) after = talks_record_copy (&before->record);
  g_autoptr (GError) error = NULL;

  talks_text_unref (after->title);
  talks_text_unref (after->label);
  after->title = talks_text_new_plain (title);
  after->label = talks_text_ref (after->title);
  g_assert_true (talks_history_do_one (history, "Change a title", &before->record, &after->record, &error));
  g_assert_no_error (error);
}

static char *
read_file (GFile *file)
{
  char *text = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  return text;
}

/* What a save came to. */
typedef struct
{
  gboolean  done;
  GError   *error;
  char     *text; /* of the file when it was done */
} Outcome;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Outcome *outcome = data;
  TalksSaveResult *saved = talks_keeper_save_finish (TALKS_KEEPER (source), result, &outcome->error);

  outcome->done = TRUE;
  if (saved != NULL)
    outcome->text = read_file (talks_keeper_get_file (TALKS_KEEPER (source)));
  talks_save_result_free (saved);
}

static void
wait_for (Outcome *outcome)
{
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
outcome_clear (Outcome *outcome)
{
  g_clear_error (&outcome->error);
  g_clear_pointer (&outcome->text, g_free);
}

static guint
count_leftovers (void)
{
  g_autoptr (GPtrArray) list = talks_journal_list ();

  return list->len;
}

/* ---- saving ---- */

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  Outcome outcome = { 0 };
  g_autofree char *expected = NULL;
  g_auto (GStrv) parts = g_strsplit (TEXT, "It ends", 2);

  g_assert_false (talks_keeper_is_modified (fixture->keeper));
  retitle (fixture->history, "two", "It is over");
  g_assert_true (talks_keeper_is_modified (fixture->keeper));
  talks_keeper_save_async (fixture->keeper, NULL, TALKS_KEEPER_SAVE, saved_cb, &outcome);
  g_assert_true (talks_keeper_is_saving (fixture->keeper));
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  expected = g_strjoinv ("It is over", parts);
  g_assert_cmpstr (outcome.text, ==, expected);
  g_assert_false (talks_keeper_is_modified (fixture->keeper));
  g_assert_false (talks_keeper_is_saving (fixture->keeper));
  outcome_clear (&outcome);
}

/* The second has what was done while the first one ran, and the state is that of the last. */
static void
test_second_save_waits (Fixture       *fixture,
                        gconstpointer  data)
{
  Outcome first = { 0 };
  Outcome second = { 0 };

  retitle (fixture->history, "one", "First");
  talks_keeper_save_async (fixture->keeper, NULL, TALKS_KEEPER_SAVE, saved_cb, &first);
  talks_keeper_save_async (fixture->keeper, NULL, TALKS_KEEPER_SAVE, saved_cb, &second);
  while (!first.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (second.done);
  retitle (fixture->history, "one", "Second");
  wait_for (&second);
  g_assert_no_error (first.error);
  g_assert_no_error (second.error);
  g_assert_nonnull (strstr (second.text, "\"Second\""));
  g_assert_false (talks_keeper_is_modified (fixture->keeper));
  outcome_clear (&first);
  outcome_clear (&second);
}

/* What is done while the bytes are made is in them or still to be saved, never forgotten. */
static void
test_edits_during_a_save (Fixture       *fixture,
                          gconstpointer  data)
{
  Outcome outcome = { 0 };
  int n = 0;

  retitle (fixture->history, "one", "Before");
  talks_keeper_save_async (fixture->keeper, NULL, TALKS_KEEPER_SAVE, saved_cb, &outcome);
  while (!outcome.done)
    {
      if (n < 5)
        {
          g_autofree char *title = g_strdup_printf ("Edit %d", n++);

          retitle (fixture->history, "one", title);
        }
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_no_error (outcome.error);
  {
    g_autofree char *last = g_strdup_printf ("\"Edit %d\"", n - 1);
    gboolean saved = strstr (outcome.text, last) != NULL;

    g_assert_cmpint (talks_keeper_is_modified (fixture->keeper), ==, !saved);
  }
  outcome_clear (&outcome);
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  Outcome outcome = { 0 };
  Outcome replaced = { 0 };
  g_autofree char *text = NULL;

  retitle (fixture->history, "one", "Mine");
  g_assert_true (g_file_replace_contents (fixture->file, "theirs", 6, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  talks_keeper_save_async (fixture->keeper, NULL, TALKS_KEEPER_SAVE, saved_cb, &outcome);
  wait_for (&outcome);
  g_assert_error (outcome.error, TALKS_ERROR, TALKS_ERROR_CONFLICT);
  text = read_file (fixture->file);
  g_assert_cmpstr (text, ==, "theirs");
  g_assert_true (talks_keeper_is_modified (fixture->keeper));
  talks_keeper_save_async (fixture->keeper, NULL, TALKS_KEEPER_REPLACE, saved_cb, &replaced);
  wait_for (&replaced);
  g_assert_no_error (replaced.error);
  g_assert_nonnull (strstr (replaced.text, "\"Mine\""));
  outcome_clear (&outcome);
  outcome_clear (&replaced);
}

static void
test_save_as (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.talks.json", NULL);
  g_autofree char *lock = g_build_filename (fixture->folder, ".other.talks.json.lock", NULL);
  g_autofree char *old_lock = g_build_filename (fixture->folder, ".small.talks.json.lock", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  Outcome outcome = { 0 };
  Outcome again = { 0 };
  g_autofree char *text = NULL;

  g_assert_true (g_file_test (old_lock, G_FILE_TEST_EXISTS));
  retitle (fixture->history, "one", "Elsewhere");
  talks_keeper_save_async (fixture->keeper, other, TALKS_KEEPER_SAVE, saved_cb, &outcome);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (g_file_equal (talks_keeper_get_file (fixture->keeper), other));
  text = read_file (fixture->file);
  g_assert_cmpstr (text, ==, TEXT);
  while (!g_file_test (lock, G_FILE_TEST_EXISTS) || g_file_test (old_lock, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, FALSE);
  talks_keeper_save_async (fixture->keeper, fixture->file, TALKS_KEEPER_SAVE, saved_cb, &again);
  wait_for (&again);
  g_assert_error (again.error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  outcome_clear (&outcome);
  outcome_clear (&again);
}

/* ---- the journal ---- */

static char *
get_journal_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "talks-timeline", "journal", NULL);
}

static guint
count_journals (void)
{
  g_autofree char *folder = get_journal_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += *name != '.';
  return n;
}

static void
test_journal (Fixture       *fixture,
              gconstpointer  data)
{
  Outcome outcome = { 0 };

  g_assert_cmpuint (count_journals (), ==, 0);
  retitle (fixture->history, "one", "Kept");
  while (count_journals () == 0)
    g_usleep (1000);
  /* Its program runs: nobody is offered it. */
  g_assert_cmpuint (count_leftovers (), ==, 0);
  talks_keeper_save_async (fixture->keeper, NULL, TALKS_KEEPER_SAVE, saved_cb, &outcome);
  wait_for (&outcome);
  for (int i = 0; i < 5000 && count_journals () > 0; i++)
    g_usleep (1000);
  g_assert_cmpuint (count_journals (), ==, 0);
  retitle (fixture->history, "one", "Let go of");
  talks_keeper_let_go (fixture->keeper);
  for (int i = 0; i < 5000 && count_journals () > 0; i++)
    g_usleep (1000);
  g_assert_cmpuint (count_journals (), ==, 0);
  outcome_clear (&outcome);
}

/* The only journal has those words in it. */
static gboolean
journal_says (const char *words)
{
  g_autofree char *folder = get_journal_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;
  g_autofree char *path = name != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autofree char *text = NULL;

  return path != NULL && g_file_get_contents (path, &text, NULL, NULL) && strstr (text, words) != NULL;
}

/* What is undone while its deletion is being saved, or after that, is kept with what Talks does not know. */
static void
test_journal_keeps_texts (Fixture       *fixture,
                          gconstpointer  data)
{
  const gboolean is_during = GPOINTER_TO_INT (data);
  Outcome outcome = { 0 };
  TalksRecord *event = talks_document_lookup (talks_history_get_document (fixture->history), "one");
  g_autofree char *folder = get_journal_folder ();

  /* Of other tests. */
  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    remove_folder (folder);
  g_assert_true (talks_history_do_one (fixture->history, "Delete", event, NULL, NULL));
  talks_keeper_save_async (fixture->keeper, NULL, TALKS_KEEPER_SAVE, saved_cb, &outcome);
  while (!outcome.done && !(is_during && journal_says ("\"begun\"")))
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (outcome.done, ==, !is_during);
  g_assert_true (talks_history_undo (fixture->history, NULL));
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_null (strstr (outcome.text, "odd"));
  for (int i = 0; i < 5000 && !journal_says ("\\\"odd\\\": 1.50"); i++)
    g_usleep (1000);
  g_assert_true (journal_says ("\\\"odd\\\": 1.50"));
  talks_keeper_let_go (fixture->keeper);
  outcome_clear (&outcome);
}

/* What was all undone is nothing to offer, and what was not is kept. */
static void
test_journal_at_the_end (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *folder = get_journal_folder ();

  retitle (fixture->history, "one", "Undone");
  g_assert_true (talks_history_undo (fixture->history, NULL));
  g_clear_object (&fixture->keeper);
  g_assert_cmpuint (count_journals (), ==, 0);

  g_clear_object (&fixture->history);
  fixture->keeper = open_keeper (fixture->file, &fixture->history);
  retitle (fixture->history, "one", "Not saved");
  g_clear_object (&fixture->keeper);
  g_assert_cmpuint (count_journals (), ==, 1);
  remove_folder (folder);
}

/* ---- who else ---- */

static void
claimed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  *(int *) data = talks_keeper_claim_finish (TALKS_KEEPER (source), result);
}

static int
claim (TalksKeeper *keeper,
       gboolean     over)
{
  int mine = -1;

  talks_keeper_claim_async (keeper, over, claimed_cb, &mine);
  while (mine < 0)
    g_main_context_iteration (NULL, TRUE);
  return mine;
}

static void
test_two_keepers (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TalksHistory) history = NULL;
  g_autoptr (TalksKeeper) second = open_keeper (fixture->file, &history);

  g_assert_null (talks_keeper_get_holder (fixture->keeper));
  g_assert_nonnull (talks_keeper_get_holder (second));
  g_assert_true (talks_lock_holder_is_self (talks_keeper_get_holder (second)));
  g_assert_false (claim (second, FALSE));
  g_assert_true (claim (second, TRUE));
  g_assert_null (talks_keeper_get_holder (second));
  g_clear_object (&second);
  g_assert_true (claim (fixture->keeper, FALSE));
}

/* ---- others change the file ---- */

static void
wait_for_state (TalksExternalChange *change,
                TalksFileState       state)
{
  while (talks_external_change_get_state (change) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_external_change (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (TalksExternalChange) change = talks_external_change_new (fixture->keeper);
  const char *path = g_file_peek_path (fixture->file);
  Outcome outcome = { 0 };

  g_assert_cmpint (talks_external_change_get_state (change), ==, TALKS_FILE_SAME);
  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
  wait_for_state (change, TALKS_FILE_CHANGED);
  g_assert_true (g_file_set_contents (path, TEXT, -1, NULL));
  wait_for_state (change, TALKS_FILE_SAME);
  g_unlink (path);
  wait_for_state (change, TALKS_FILE_GONE);
  talks_keeper_save_async (fixture->keeper, NULL, TALKS_KEEPER_AS_NEW, saved_cb, &outcome);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  wait_for_state (change, TALKS_FILE_SAME);
  outcome_clear (&outcome);
}

/* ---- problems ---- */

static const TalksProblem *
find_problem (const TalksProblems *problems,
              const char          *record,
              gboolean            *placed)
{
  for (guint i = 0; i < problems->list->len; i++)
    {
      const TalksProblem *problem = problems->list->pdata[i];

      if (g_strcmp0 (problem->record, record) == 0)
        {
          *placed = g_array_index (problems->placed, gboolean, i);
          return problem;
        }
    }
  return NULL;
}

static void
test_problems (Fixture       *fixture,
               gconstpointer  data)
{
  TalksDocument *document = talks_history_get_document (fixture->history);
  g_autoptr (TalksProblems) before = talks_problems_find (document, talks_keeper_get_base (fixture->keeper));
  g_autoptr (TalksProblems) after = NULL;
  const TalksReading *reading = talks_keeper_get_reading (fixture->keeper);
  const TalksProblem *problem;
  gboolean placed = FALSE;

  /* What opening said, and in the same places. */
  g_assert_cmpuint (before->list->len, ==, reading->problems->len);
  for (guint i = 0; i < before->list->len; i++)
    {
      g_assert_true (g_array_index (before->placed, gboolean, i));
      g_assert_cmpstr (((TalksProblem *) before->list->pdata[i])->pointer, ==,
                       ((TalksProblem *) reading->problems->pdata[i])->pointer);
    }

  /* The first event is taken out, the second one changed. */
  g_assert_true (talks_history_do_one (fixture->history, "Take it out",
                                       talks_document_lookup (document, "one"), NULL, NULL));
  after = talks_problems_find (document, talks_keeper_get_base (fixture->keeper));
  g_assert_null (find_problem (after, "one", &placed));
  problem = find_problem (after, "two", &placed);
  g_assert_true (placed);
  g_assert_true (g_str_has_prefix (problem->pointer, "/events/2"));
  retitle (fixture->history, "two", "It is over");
  talks_problems_free (g_steal_pointer (&after));
  after = talks_problems_find (document, talks_keeper_get_base (fixture->keeper));
  problem = find_problem (after, "two", &placed);
  g_assert_nonnull (problem);
  g_assert_false (placed);
  /* What is in no record is where it was. */
  for (guint i = 0; i < after->list->len; i++)
    if (g_str_has_prefix (((TalksProblem *) after->list->pdata[i])->pointer, "/events/0"))
      return;
  g_assert_not_reached ();
}

/* ---- differences ---- */

static void
test_differences (Fixture       *fixture,
                  gconstpointer  data)
{
  TalksDocument *document = talks_history_get_document (fixture->history);
  g_autoptr (TalksDocument) old = talks_document_copy (document);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *count = NULL;
  TalksDifference *difference;

  retitle (fixture->history, "two", "It is over");
  g_assert_true (talks_history_do_one (fixture->history, "Take it out", talks_document_lookup (document, "one"), NULL,
                                       NULL));
  list = talks_difference_list (old, document, "en");
  g_assert_cmpuint (list->len, ==, 2);
  difference = list->pdata[0];
  g_assert_cmpstr (difference->heading, ==, "Removed: Event “It opens”");
  difference = list->pdata[1];
  g_assert_cmpstr (difference->heading, ==, "Changed: Event “It is over”");
  g_assert_cmpstr (difference->lines[0], ==, "Title: “It ends” → “It is over”");
  g_assert_null (difference->lines[1]);
  count = talks_difference_count (list, old, document);
  g_assert_cmpstr (count, ==, "Removed: 1 event · Changed: 1 event");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("talks-state-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/keeper/save", test_save);
  ADD ("/keeper/second-save-waits", test_second_save_waits);
  ADD ("/keeper/edits-during-a-save", test_edits_during_a_save);
  ADD ("/keeper/conflict", test_conflict);
  ADD ("/keeper/save-as", test_save_as);
  ADD ("/keeper/journal", test_journal);
  for (int during = 0; during < 2; during++)
    g_test_add (during ? "/keeper/journal-keeps-texts/during-a-save" : "/keeper/journal-keeps-texts/after-a-save",
                Fixture, GINT_TO_POINTER (during), set_up, test_journal_keeps_texts, tear_down);
  ADD ("/keeper/journal-at-the-end", test_journal_at_the_end);
  ADD ("/keeper/two-keepers", test_two_keepers);
  ADD ("/keeper/external-change", test_external_change);
  ADD ("/keeper/problems", test_problems);
  ADD ("/keeper/differences", test_differences);
  return g_test_run ();
}
