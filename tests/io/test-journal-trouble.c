/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Disks that are full or fail, and how soon it is written. */

#include "journal-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

int __real_fsync (int fd);
int __wrap_fsync (int fd);

/* So many calls fail from now on. */
static int n_failing_syncs;

int
__wrap_fsync (int fd)
{
  if (g_atomic_int_get (&n_failing_syncs) == 0)
    return __real_fsync (fd);
  g_atomic_int_add (&n_failing_syncs, -1);
  errno = EIO;
  return -1;
}

typedef struct
{
  int     n_failed;
  int     n_mended;
  GError *error;
} Heard;

static void
failed_cb (Heard        *heard,
           const GError *error)
{
  g_clear_error (&heard->error);
  heard->error = g_error_copy (error);
  heard->n_failed++;
}

static void
mended_cb (Heard *heard)
{
  heard->n_mended++;
}

static void
listen (Work  *work,
        Heard *heard)
{
  g_signal_connect_swapped (work->journal, "failed", G_CALLBACK (failed_cb), heard);
  g_signal_connect_swapped (work->journal, "mended", G_CALLBACK (mended_cb), heard);
}

static gboolean
is_late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until *count is 1, for at most 10 s; then a little longer. */
static void
wait_for (const int *count)
{
  gboolean is_late = FALSE;
  guint timeout = g_timeout_add_seconds (10, is_late_cb, &is_late);

  while (*count == 0 && !is_late)
    g_main_context_iteration (NULL, TRUE);
  if (!is_late)
    g_source_remove (timeout);
  is_late = FALSE;
  g_timeout_add (50, is_late_cb, &is_late);
  while (!is_late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (*count, ==, 1);
}

/* The disk is full at any point: told once, nothing is lost when there is room again. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  Work *work = work_open (fixture->path);
  Heard heard = { 0, 0, NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  work_keep_journal (work, NULL);
  listen (work, &heard);
  work_rename_event (work, 0, "A");
  talks_journal_flush (work->journal, &error);
  g_assert_no_error (error);
  fixture_limit_files ((rlim_t) GPOINTER_TO_INT (data));
  work_edit_some (work, rand, 30);
  wait_for (&heard.n_failed);
  ok = talks_journal_flush (work->journal, &error);
  work_edit_some (work, rand, 5);
  fixture_limit_files (RLIM_INFINITY);
  g_assert_false (ok);
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_IO_ERROR);
  g_assert_nonnull (heard.error);
  g_assert_cmpint (heard.n_mended, ==, 0);
  wait_for (&heard.n_mended);
  g_assert_cmpint (heard.n_failed, ==, 1);
  g_clear_error (&error);
  talks_journal_flush (work->journal, &error);
  g_assert_no_error (error);
  g_clear_error (&heard.error);
  fixture_assert_restores (fixture, work);
}

/* What the disk has written of it when the program ends is whole. */
static void
test_full_disk_end (Fixture       *fixture,
                    gconstpointer  data)
{
  Work *work = work_open (fixture->path);
  g_autoptr (GPtrArray) leftovers = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  work_keep_journal (work, NULL);
  fixture_limit_files (6000);
  work_edit_some (work, rand, 30);
  work_close (work);
  fixture_limit_files (RLIM_INFINITY);
  fixture_end_process (fixture);
  leftovers = talks_journal_list ();
  g_assert_cmpuint (leftovers->len, ==, 1);
  g_assert_cmpuint (((TalksLeftover *) leftovers->pdata[0])->steps->len, >, 1);
  g_assert_cmpuint (((TalksLeftover *) leftovers->pdata[0])->n_unreadable, ==, 0);
}

/* The folder can not be made. */
static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  Work *work = work_open (fixture->path);
  Heard heard = { 0, 0, NULL };

  g_mkdir_with_parents (fixture->folder, 0700);
  g_rmdir (fixture->folder);
  g_assert_true (g_file_set_contents (fixture->folder, "", 0, NULL));
  work_keep_journal (work, NULL);
  listen (work, &heard);
  work_rename_event (work, 0, "A");
  wait_for (&heard.n_failed);
  g_unlink (fixture->folder);
  wait_for (&heard.n_mended);
  g_clear_error (&heard.error);
  fixture_assert_restores (fixture, work);
}

/* What a failing sync may have lost is written again. */
static void
test_failing_sync (Fixture       *fixture,
                   gconstpointer  data)
{
  Work *work = work_open (fixture->path);
  Heard heard = { 0, 0, NULL };
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  int fd;

  work_keep_journal (work, NULL);
  listen (work, &heard);
  work_rename_event (work, 0, "A");
  talks_journal_flush (work->journal, NULL);
  path = fixture_get_journal (fixture);
  text = fixture_read_file (path);
  g_atomic_int_set (&n_failing_syncs, 2);
  work_rename_event (work, 0, "B");
  g_assert_false (talks_journal_flush (work->journal, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  /* The disk lost it. */
  fd = open (path, O_RDWR);
  g_assert_cmpint (ftruncate (fd, (off_t) strlen (text)), ==, 0);
  close (fd);
  work_edit_some (work, rand, 5);
  wait_for (&heard.n_mended);
  g_assert_cmpint (heard.n_failed, ==, 1);
  g_clear_error (&heard.error);
  fixture_assert_restores (fixture, work);
}

/* Synced by itself within the time that is promised. */
static void
test_synced (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (Work) work = work_open (fixture->path);
  const gint64 end = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;

  work_keep_journal (work, NULL);
  g_atomic_int_set (&n_failing_syncs, 1000);
  work_rename_event (work, 0, "A");
  while (g_atomic_int_get (&n_failing_syncs) == 1000 && g_get_monotonic_time () < end)
    g_usleep (10000);
  g_assert_cmpint (g_atomic_int_get (&n_failing_syncs), <, 1000);
  g_atomic_int_set (&n_failing_syncs, 0);
}

static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  gpointer *pair = user_data;

  *(int *) pair[1] = 1 + talks_journal_flush_finish (pair[0], result, NULL);
}

static void
test_flush_async (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (Work) work = work_open (fixture->path);
  int result = 0;
  gpointer pair[] = { NULL, &result };

  work_keep_journal (work, NULL);
  pair[0] = work->journal;
  work_rename_event (work, 0, "A");
  talks_journal_flush_async (work->journal, flushed_cb, pair);
  while (result == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (result, ==, 2);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

#define ADD(path, data, func) \
  g_test_add ("/io/journal-trouble/" path, Fixture, GINT_TO_POINTER (data), fixture_set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);

  ADD ("full-disk/soon", 3100, test_full_disk);
  ADD ("full-disk/late", 9000, test_full_disk);
  ADD ("full-disk/end", 0, test_full_disk_end);
  ADD ("no-folder", 0, test_no_folder);
  ADD ("failing-sync", 0, test_failing_sync);
  ADD ("synced", 0, test_synced);
  ADD ("flush-async", 0, test_flush_async);

  return fixture_run ();
}
