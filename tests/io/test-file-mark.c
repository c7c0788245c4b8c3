/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a file still holds what was last read or written. */

#include "talks-file-mark.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char          *folder;
  char          *path;
  GFile         *file;
  TalksFileMark *mark; /* of "hello" */
} Fixture;

static void
write_text (const char *path,
            const char *text)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, (ssize_t) strlen (text));
  g_assert_cmpint (close (fd), ==, 0);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("hello", 5);

  fixture->folder = g_dir_make_tmp ("talks-mark-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "a.talks.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  write_text (fixture->path, "hello");
  fixture->mark = talks_file_mark_new (bytes, fixture->file);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (g_remove (fixture->path) != 0)
    g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  talks_file_mark_free (fixture->mark);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_state (Fixture        *fixture,
              TalksFileState  expected)
{
  g_autoptr (GError) error = NULL;
  TalksFileState state = (TalksFileState) 99;

  g_assert_true (talks_file_check (fixture->file, fixture->mark, &state, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, expected);
}

static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GBytes) other = g_bytes_new_static ("Hello", 5);
  g_autoptr (TalksFileMark) copy = talks_file_mark_copy (fixture->mark);
  g_autoptr (TalksFileMark) changed = talks_file_mark_new (other, NULL);
  struct stat status;

  g_assert_cmpuint (fixture->mark->size, ==, 5);
  g_assert_cmpstr (fixture->mark->sha256, ==, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (fixture->mark->device, ==, status.st_dev);
  g_assert_cmpuint (fixture->mark->inode, ==, status.st_ino);
  g_assert_cmpint (fixture->mark->modified / 1000000000, ==, status.st_mtim.tv_sec);
  g_assert_true (talks_file_mark_same_content (copy, fixture->mark));
  g_assert_false (talks_file_mark_same_content (changed, fixture->mark));
  g_assert_cmpuint (changed->inode, ==, 0);
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct timespec long_ago[2] = { { .tv_sec = 1000000000 }, { .tv_sec = 1000000000 } };
  struct stat status;
  struct timespec times[2];
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);

  assert_state (fixture, TALKS_FILE_SAME);

  /* Touched, or replaced by the same. */
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, long_ago, 0), ==, 0);
  assert_state (fixture, TALKS_FILE_SAME);
  write_text (other, "hello");
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
  assert_state (fixture, TALKS_FILE_SAME);

  /* Changed, of the same size, and with the time put back. */
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  times[0] = status.st_atim;
  times[1] = status.st_mtim;
  write_text (fixture->path, "hallo");
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, times, 0), ==, 0);
  assert_state (fixture, TALKS_FILE_CHANGED);
  write_text (fixture->path, "");
  assert_state (fixture, TALKS_FILE_CHANGED);
  write_text (fixture->path, "hello");
  assert_state (fixture, TALKS_FILE_SAME);

  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  assert_state (fixture, TALKS_FILE_GONE);
  g_assert_cmpint (g_mkdir (fixture->path, 0755), ==, 0);
  assert_state (fixture, TALKS_FILE_CHANGED);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  g_assert_cmpint (mkfifo (fixture->path, 0644), ==, 0);
  assert_state (fixture, TALKS_FILE_CHANGED);
}

/* What can not be found out is no state. */
static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  TalksFileState state;

  g_cancellable_cancel (cancellable);
  g_assert_false (talks_file_check (fixture->file, fixture->mark, &state, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  if (geteuid () == 0)
    return;
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  g_assert_false (talks_file_check (fixture->file, fixture->mark, &state, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_object_ref (result);
  *(GAsyncResult **) data = result;
}

static GAsyncResult *
check_and_wait (Fixture      *fixture,
                GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  talks_file_check_async (fixture->file, fixture->mark, cancellable, on_checked, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return result;
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) same = check_and_wait (fixture, NULL);
  g_autoptr (GAsyncResult) changed = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  TalksFileState state;

  g_assert_true (talks_file_check_finish (fixture->file, same, &state, &error));
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, TALKS_FILE_SAME);

  write_text (fixture->path, "changed");
  changed = check_and_wait (fixture, NULL);
  g_assert_true (talks_file_check_finish (fixture->file, changed, &state, &error));
  g_assert_cmpint (state, ==, TALKS_FILE_CHANGED);

  g_cancellable_cancel (cancellable);
  cancelled = check_and_wait (fixture, cancellable);
  g_assert_false (talks_file_check_finish (fixture->file, cancelled, &state, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/file-mark/mark", Fixture, NULL, set_up, test_mark, tear_down);
  g_test_add ("/file-mark/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/file-mark/unknown", Fixture, NULL, set_up, test_unknown, tear_down);
  g_test_add ("/file-mark/async", Fixture, NULL, set_up, test_async, tear_down);
  return g_test_run ();
}
