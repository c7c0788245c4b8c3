/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The earlier versions of a file: which there are, what is said of each, and the window that lists them. */

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

#include "talks-kept-version.h"
#include "talks-record-fields.h"
#include "talks-save-backups.h"
#include "talks-test-support.h"
#include "talks-versions-view.h"

#define HEAD "{ \"format\": \"talks-timeline\", \"version\": 1, \"title\": \"Small talks\", \"language\": \"en\""
#define EVENT(id, title) "{ \"id\": \"" id "\", \"date\": \"1814\", \"kind\": \"talks\", \"title\": \"" title "\" }"
#define SOURCE(id) "{ \"id\": \"" id "\", \"type\": \"book\", \"title\": \"" id "\" }"
#define NOW HEAD ", \"events\": [" EVENT ("a", "A") ", " EVENT ("b", "B") "], \"sources\": [" SOURCE ("s") "] }"

#define LEAST_TICKS 5 /* of the loop while a worker works; it is not counted how long, since others use the processor too */

typedef struct
{
  char         *folder;
  char         *backups;
  GFile        *file;
  TalksSession *session;
  TalksKeeper  *keeper;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  TalksOpened *opened;

  fixture->folder = g_dir_make_tmp ("talks-versions-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "small & <b>.talks.json", NULL);
  g_assert_true (g_file_set_contents (path, NOW, -1, NULL));
  fixture->file = g_file_new_for_path (path);
  fixture->backups = talks_save_get_backup_folder (fixture->file);
  opened = talks_open (fixture->file, FALSE, NULL, &error);
  g_assert_no_error (error);
  fixture->session = talks_session_new ();
  talks_session_set_document (fixture->session, opened->reading->document);
  fixture->keeper = talks_keeper_new (talks_session_get_history (fixture->session), opened, NULL);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
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
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_clear_object (&fixture->keeper);
  g_clear_object (&fixture->session);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  remove_folder (fixture->backups);
  remove_folder (fixture->folder);
  g_clear_object (&fixture->file);
  g_free (fixture->backups);
  g_free (fixture->folder);
}

/* time: "20261122T101500.000000Z". */
static void
keep (Fixture    *fixture,
      const char *time,
      const char *text)
{
  g_autofree char *name = g_strconcat (time, ".talks.json", NULL);
  g_autofree char *path = g_build_filename (fixture->backups, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (fixture->backups, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* ---- the list ---- */

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GPtrArray *
list_versions (Fixture *fixture,
               GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  talks_kept_version_list_async (fixture->file, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return talks_kept_version_list_finish (fixture->file, result, error);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *time;
    const char *text;
    const char *moment;
    const char *size;
  } cases[] = {
    { "20261122T101542.000000Z", "abc", "22 November 2026, 10:15:42", "3 bytes" },
    { "20261122T101507.000000Z", "", "22 November 2026, 10:15:07", "0 bytes" },
    { "20261122T090000.000000Z", "a", "22 November 2026, 09:00", "1 byte" },
    { "20251122T090000.000000Z", "{", "22 November 2025, 09:00", "1 byte" },
  };
  g_autoptr (GPtrArray) none = list_versions (fixture, NULL);
  g_autoptr (GPtrArray) versions = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    keep (fixture, cases[i].time, cases[i].text);
  versions = list_versions (fixture, NULL);
  g_assert_cmpuint (versions->len, ==, G_N_ELEMENTS (cases));
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksKeptVersion *version = versions->pdata[i];
      g_autofree char *size = talks_kept_version_get_size (version);
      g_autofree char *name = g_file_get_basename (talks_kept_version_get_file (version));

      g_assert_cmpstr (talks_kept_version_get_moment (version), ==, cases[i].moment);
      g_assert_cmpstr (size, ==, cases[i].size);
      g_assert_true (g_str_has_prefix (name, cases[i].time));
      g_assert_cmpint (talks_kept_version_get_state (version), ==, TALKS_KEPT_VERSION_WAITING);
      g_assert_cmpstr (talks_kept_version_get_words (version), ==, "Comparing…");
    }
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parent = g_path_get_dirname (fixture->backups);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->backups, "x", -1, NULL));
  g_assert_null (list_versions (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_unlink (fixture->backups);
}

/* ---- comparing ---- */

static TalksKeptVersionContent *
compare (Fixture           *fixture,
         TalksKeptVersion  *version,
         GCancellable      *cancellable,
         GError           **error)
{
  g_autoptr (TalksDocument) now = talks_document_copy (talks_session_get_document (fixture->session));
  g_autoptr (GAsyncResult) result = NULL;

  talks_kept_version_compare_async (version, now, talks_keeper_get_base (fixture->keeper), "en", cancellable,
                                    keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return talks_kept_version_compare_finish (version, result, error);
}

typedef struct
{
  const char *name;
  const char *text; /* of the version */
  const char *words;
  guint       n_changes;
  guint       n_unknown;
  guint       n_unread;
} Case;

static const Case cases[] = {
  { "same", NOW, "The records are the same as now", 0, 0, 0 },
  { "added since", HEAD ", \"events\": [" EVENT ("a", "A") "] }", "Added: 1 event, 1 source", 2, 0, 0 },
  { "removed since",
    HEAD ", \"events\": [" EVENT ("a", "A") ", " EVENT ("b", "B") ", " EVENT ("c", "C") "], \"sources\": [" SOURCE ("s") ", "
    SOURCE ("t") ", " SOURCE ("u") "] }", "Removed: 1 event, 2 sources", 3, 0, 0 },
  { "changed since",
    HEAD ", \"events\": [" EVENT ("a", "x") ", " EVENT ("b", "x") "], \"sources\": [" SOURCE ("s") "] }", "Changed: 2 events",
    2, 0, 0 },
  { "all of it", HEAD ", \"events\": [" EVENT ("b", "x") ", " EVENT ("c", "C") "], \"sources\": [" SOURCE ("s") "] }",
    "Added: 1 event · Removed: 1 event · Changed: 1 event", 3, 0, 0 },
  { "head", "{ \"format\": \"talks-timeline\", \"version\": 1, \"title\": \"Talks\", \"language\": \"en\", \"events\": ["
    EVENT ("a", "A") ", " EVENT ("b", "B") "], \"sources\": [" SOURCE ("s") "] }", "Changed: what the timeline says of itself",
    1, 0, 0 },
  { "order", HEAD ", \"events\": [" EVENT ("b", "B") ", " EVENT ("a", "A") "], \"sources\": [" SOURCE ("s") "] }",
    "The records are in another order", 2, 0, 0 },
  { "unknown and unread",
    HEAD ", \"x\": 1, \"events\": [" EVENT ("a", "A") ", " EVENT ("b", "B") ", { \"id\": \"c\" }], \"sources\": [" SOURCE ("s")
    "] }", "The records are the same as now", 0, 1, 1 },
  { "broken", "{", NULL, 0, 0, 0 },
  { "empty", "", NULL, 0, 0, 0 },
  { "no document", "[]", NULL, 0, 0, 0 },
};

/* What would be gone back to is what is there then, and the undo brings back the rest. */
static void
check_going_back (Fixture                       *fixture,
                  const TalksKeptVersionContent *content)
{
  TalksDocument *document = talks_session_get_document (fixture->session);
  TalksHistory *history = talks_session_get_history (fixture->session);
  g_autofree char *before = talks_test_dump (document);
  g_autofree char *after = NULL;

  g_assert_true (talks_history_do (history, "Go back", content->changes, NULL));
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, kind);
      GPtrArray *expected = talks_document_get_records (content->reading->document, kind);

      g_assert_cmpuint (records->len, ==, expected->len);
      for (guint i = 0; i < records->len; i++)
        g_assert_true (talks_record_equal (records->pdata[i], expected->pdata[i]));
    }
  g_assert_cmpuint (talks_history_get_n_steps (history), ==, content->changes->len > 0 ? 1 : 0);
  if (content->changes->len > 0)
    g_assert_true (talks_history_undo (history, NULL));
  after = talks_test_dump (document);
  g_assert_cmpstr (after, ==, before);
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (TalksKeptVersionContent) content = NULL;
  g_autoptr (GError) error = NULL;
  TalksKeptVersion *version;

  keep (fixture, "20261122T101500.000000Z", c->text);
  versions = list_versions (fixture, NULL);
  version = versions->pdata[0];
  content = compare (fixture, version, NULL, &error);
  if (c->words == NULL)
    {
      g_autofree char *words = g_strdup_printf ("It cannot be read: %s", error->message);

      g_assert_null (content);
      g_assert_cmpint (talks_kept_version_get_state (version), ==, TALKS_KEPT_VERSION_BROKEN);
      g_assert_cmpstr (talks_kept_version_get_words (version), ==, words);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (talks_kept_version_get_words (version), ==, c->words);
  g_assert_cmpint (talks_kept_version_get_state (version), ==,
                   c->n_changes > 0 ? TALKS_KEPT_VERSION_DIFFERS : TALKS_KEPT_VERSION_SAME);
  g_assert_cmpuint (content->changes->len, ==, c->n_changes);
  g_assert_cmpuint (content->n_unknown, ==, c->n_unknown);
  g_assert_cmpuint (content->n_unread, ==, c->n_unread);
  check_going_back (fixture, content);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  keep (fixture, "20261122T101500.000000Z", NOW);
  versions = list_versions (fixture, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (compare (fixture, versions->pdata[0], cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (talks_kept_version_get_state (versions->pdata[0]), ==, TALKS_KEPT_VERSION_WAITING);
}

/* ---- the window ---- */

typedef struct
{
  TalksOpened *opened;
  GPtrArray   *changes;
  char        *words; /* the moment or the name of the step */
} Done;

static void
done_clear (Done *done)
{
  g_clear_pointer (&done->opened, talks_opened_free);
  g_clear_pointer (&done->changes, g_ptr_array_unref);
  g_clear_pointer (&done->words, g_free);
}

static void
open_cb (TalksOpened *opened,
         const char  *moment,
         gpointer     data)
{
  Done *done = data;

  done->opened = opened;
  done->words = g_strdup (moment);
}

static void
go_back_cb (GPtrArray  *changes,
            const char *name,
            gpointer    data)
{
  Done *done = data;

  done->changes = g_ptr_array_ref (changes);
  done->words = g_strdup (name);
}

static GtkWidget *
find_view (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (TALKS_IS_VERSIONS_VIEW (window))
        return window;
    }
  return NULL;
}

static GtkWidget *
show_view (Fixture  *fixture,
           gboolean  bundled,
           Done     *done)
{
  static const TalksVersionsVerbs verbs = { open_cb, go_back_cb };

  talks_versions_view_show (NULL, fixture->session, fixture->keeper, bundled, &verbs, done);
  return find_view ();
}

/* A label that is shown and has that text. */
static GtkWidget *
find_text (GtkWidget  *widget,
           const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, text);
  return found;
}

static gboolean
tick_cb (gpointer data)
{
  ++*(guint *) data;
  return G_SOURCE_CONTINUE;
}

static void
wait_text (GtkWidget  *view,
           const char *text)
{
  const gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  guint n_ticks = 0;
  guint tick = g_timeout_add (50, tick_cb, &n_ticks);

  while (find_text (view, text) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_test_message ("%s", text);
  g_assert_nonnull (find_text (view, text));
}

static GtkWidget *
find_button (GtkWidget  *view,
             const char *text)
{
  return gtk_widget_get_ancestor (find_text (view, text), GTK_TYPE_BUTTON);
}

static void
choose (GtkWidget *widget,
        guint      position)
{
  if (GTK_IS_LIST_VIEW (widget))
    gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (widget))), position);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    choose (child, position);
}

static void
keep_three (Fixture *fixture)
{
  keep (fixture, "20261122T101500.000000Z", cases[1].text);
  keep (fixture, "20261121T101500.000000Z", "{");
  keep (fixture, "20261120T101500.000000Z", cases[3].text);
}

static void
test_view (Fixture       *fixture,
           gconstpointer  data)
{
  Done done = { NULL };
  GtkWidget *view;

  keep_three (fixture);
  view = show_view (fixture, FALSE, &done);
  wait_text (view, "“small & <b>.talks.json” as it was until");
  wait_text (view, "It cannot be read: ");
  wait_text (view, "Changed: 2 events");
  wait_text (view, "Added: 1 event, 1 source");
  wait_text (view, "Added: Source “s”");
  wait_text (view, fixture->backups);
  g_assert_true (gtk_widget_get_sensitive (find_button (view, "Go Back to This Version")));

  choose (view, 1);
  wait_text (view, "It stays in its file, “");
  g_assert_null (find_text (view, "Added: Source “s”"));
  g_assert_false (gtk_widget_get_sensitive (find_button (view, "Go Back to This Version")));
  g_assert_false (gtk_widget_get_sensitive (find_button (view, "Open by Itself")));

  choose (view, 2);
  wait_text (view, "Changed: Event “A”");
  g_signal_emit_by_name (find_button (view, "Go Back to This Version"), "clicked");
  g_assert_null (find_view ());
  g_assert_cmpstr (done.words, ==, "Go back to the version of 20 November 2026, 10:15");
  g_assert_cmpuint (done.changes->len, ==, 2);
  g_assert_null (done.opened);
  done_clear (&done);

  view = show_view (fixture, FALSE, &done);
  wait_text (view, "Added: Source “s”");
  g_signal_emit_by_name (find_button (view, "Open by Itself"), "clicked");
  g_assert_null (find_view ());
  g_assert_cmpstr (done.words, ==, "22 November 2026, 10:15");
  g_assert_cmpuint (talks_document_count (done.opened->reading->document, TALKS_RECORD_EVENT), ==, 1);
  g_assert_null (done.opened->file);
  done_clear (&done);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  Done done = { NULL };
  GtkWidget *view = show_view (fixture, TRUE, &done);

  wait_text (view, "The bundled timeline stays as it is");
  wait_text (view, "the last 20 versions and, of the time before, the last one of each day for 60 days");
  gtk_window_destroy (GTK_WINDOW (view));
  view = show_view (fixture, FALSE, &done);
  wait_text (view, "No earlier version of “small & <b>.talks.json” has been kept yet.");
  wait_text (view, fixture->backups);
  gtk_window_destroy (GTK_WINDOW (view));
}

/* While much is compared the window lives, and it may be closed at any time. */
static void
test_alive (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) bytes = talks_generate_json (3000, 7);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  guint n_ticks = 0;
  guint tick = g_timeout_add (2, tick_cb, &n_ticks);
  Done done = { NULL };
  GtkWidget *view;

  keep (fixture, "20261122T101500.000000Z", text);
  keep (fixture, "20261121T101500.000000Z", text);
  view = show_view (fixture, FALSE, &done);
  wait_text (view, "Comparing…");
  n_ticks = 0;
  wait_text (view, "Removed: ");
  g_assert_cmpuint (n_ticks, >=, LEAST_TICKS);
  gtk_window_destroy (GTK_WINDOW (view));
  g_source_remove (tick);
  g_assert_null (done.words);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("talks-state-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("TZ", "UTC", TRUE);
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/versions/list", test_list);
  ADD ("/versions/no-folder", test_no_folder);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/versions/compare/%s", cases[i].name);

      g_test_add (path, Fixture, &cases[i], set_up, test_compare, tear_down);
    }
  ADD ("/versions/cancelled", test_cancelled);
  ADD ("/versions/view", test_view);
  ADD ("/versions/nothing", test_nothing);
  ADD ("/versions/alive", test_alive);

  return g_test_run ();
}
