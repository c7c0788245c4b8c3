/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal-fixture.h"

#include "talks-journal-private.h"
#include "talks-record-fields.h"
#include "talks-test-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

static char *state;

void
fixture_init (int    *argc,
              char ***argv)
{
  state = g_dir_make_tmp ("talks-journal-XXXXXX", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (argc, argv, NULL);
}

int
fixture_run (void)
{
  g_autofree char *talks = g_build_filename (state, "talks-timeline", NULL);
  g_autofree char *journal = g_build_filename (talks, "journal", NULL);
  const int result = g_test_run ();

  g_rmdir (journal);
  g_rmdir (talks);
  g_rmdir (state);
  g_clear_pointer (&state, g_free);
  return result;
}

void
fixture_write_document (const char *path,
                        guint32     seed)
{
  g_autoptr (GBytes) bytes = talks_generate_json (10, seed);
  g_autoptr (GError) error = NULL;
  size_t size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->path = g_build_filename (g_get_user_state_dir (), "document.talks.json", NULL);
  fixture->folder = talks_journal_get_folder ();
  fixture_write_document (fixture->path, 1);
}

GPtrArray *
fixture_list_files (Fixture *fixture)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (fixture->folder, name, NULL));
  return paths;
}

guint
fixture_count_files (Fixture *fixture)
{
  g_autoptr (GPtrArray) paths = fixture_list_files (fixture);

  return paths->len;
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) paths = fixture_list_files (fixture);

  for (guint i = 0; i < paths->len; i++)
    g_unlink (paths->pdata[i]);
  g_unlink (fixture->path);
  g_free (fixture->path);
  g_free (fixture->folder);
}

char *
fixture_read_file (const char *path)
{
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
fixture_set_holder (const char *path,
                    const char *key,
                    const char *with)
{
  g_autofree char *text = fixture_read_file (path);
  char *start = strstr (text, key) + strlen (key);
  g_autoptr (GString) changed = g_string_new_len (text, start - text);
  g_autoptr (GError) error = NULL;

  g_string_append (changed, with);
  g_string_append (changed, strstr (start, "\\n"));
  g_file_set_contents (path, changed->str, (gssize) changed->len, &error);
  g_assert_no_error (error);
}

void
fixture_end_process (Fixture *fixture)
{
  g_autoptr (GPtrArray) paths = fixture_list_files (fixture);

  for (guint i = 0; i < paths->len; i++)
    if (g_str_has_suffix (paths->pdata[i], ".journal"))
      fixture_set_holder (paths->pdata[i], "Start=", "1");
}

void
work_edit_some (Work   *work,
                GRand  *rand,
                guint   n)
{
  static guint n_edits;

  for (guint i = 0; i < n; i++)
    work_edit (work, rand, n_edits++);
}

void
work_rename_event (Work       *work,
                   guint       i,
                   const char *title)
{
  TalksRecord *before = talks_document_get_records (work->reading->document, TALKS_RECORD_EVENT)->pdata[i];
  g_autoptr (TalksEvent) event = talks_record_copy (before);
  g_autoptr (GError) error = NULL;

  talks_text_unref (event->title);
  event->title = talks_text_new_plain (title);
  talks_history_do_one (work->history, title, before, &event->record, &error);
  g_assert_no_error (error);
}

TalksDocument *
fixture_end_work (Fixture *fixture,
                  Work    *work)
{
  TalksDocument *document = g_object_ref (work->reading->document);

  work_close (work);
  fixture_end_process (fixture);
  return document;
}

guint
fixture_count_leftovers (void)
{
  g_autoptr (GPtrArray) leftovers = talks_journal_list ();

  return leftovers->len;
}

char *
fixture_get_journal (Fixture *fixture)
{
  g_autoptr (GPtrArray) paths = fixture_list_files (fixture);

  g_assert_cmpuint (paths->len, ==, 1);
  return g_strdup (paths->pdata[0]);
}

void
fixture_make_leftover (Fixture *fixture)
{
  Work *work = work_open (fixture->path);

  work_keep_journal (work, NULL);
  work_rename_event (work, 0, "A");
  g_object_unref (fixture_end_work (fixture, work));
}

void
fixture_assert_restores (Fixture *fixture,
                         Work    *work)
{
  g_autoptr (TalksDocument) document = fixture_end_work (fixture, work);
  g_autoptr (Work) next = work_open (fixture->path);
  g_autoptr (GPtrArray) leftovers = talks_journal_list ();
  g_autoptr (TalksRecovery) recovery = NULL;

  g_assert_cmpuint (leftovers->len, ==, 1);
  g_assert_cmpuint (((TalksLeftover *) leftovers->pdata[0])->n_unreadable, ==, 0);
  recovery = talks_leftover_fit (leftovers->pdata[0], next->reading->document, next->mark);
  work_restore (next, leftovers->pdata[0], recovery);
  g_assert_true (recovery->exact);
  g_assert_cmpuint (recovery->unfit->len, ==, 0);
  g_assert_true (documents_equal (next->reading->document, document));
}

void
fixture_limit_files (guint64 limit)
{
  struct rlimit limits;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limits), ==, 0);
  limits.rlim_cur = MIN ((rlim_t) limit, limits.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limits), ==, 0);
}
