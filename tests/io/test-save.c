/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving when nothing fails: what is expected, what is refused, what is kept. What happens when calls fail is tested
 * from outside, in test-save-faults.py and its kin. */

#include "talks-error.h"
#include "talks-json-scan.h"
#include "talks-save-private.h"

#include <fcntl.h>
#include <ftw.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("talks-save-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "a.talks.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

/* Nothing but the file may be left. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (g_remove (fixture->path) != 0)
    g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

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
assert_text (const char *path,
             const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static TalksFileMark *
mark_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return talks_file_mark_new (bytes, NULL);
}

/* expected may be NULL. */
static TalksSaveResult *
save (Fixture         *fixture,
      const char      *text,
      const char      *expected,
      TalksSaveFlags   flags,
      GError         **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TalksFileMark) mark = expected != NULL ? mark_of (expected) : NULL;

  return talks_save (fixture->file, bytes, mark, flags, NULL, error);
}

static TalksSaveResult *
save_well (Fixture        *fixture,
           const char     *text,
           const char     *expected,
           TalksSaveFlags  flags)
{
  g_autoptr (GError) error = NULL;
  TalksSaveResult *result = save (fixture, text, expected, flags, &error);
  g_autoptr (TalksFileMark) mark = mark_of (text);
  TalksFileState state;

  g_assert_no_error (error);
  g_assert_nonnull (result);
  g_assert_true (talks_file_mark_same_content (&result->mark, mark));
  g_assert_true (talks_file_check (fixture->file, &result->mark, &state, NULL, NULL));
  g_assert_cmpint (state, ==, TALKS_FILE_SAME);
  return result;
}

static void
assert_fails (Fixture        *fixture,
              const char     *expected,
              TalksSaveFlags  flags,
              GQuark          domain,
              int             code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (save (fixture, "new", expected, flags, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, "a.talks.json"));
}

/* ---- what is expected ---- */

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (TalksSaveResult) result = NULL;
  struct stat status;
  mode_t mask = umask (027);

  result = save_well (fixture, "one", NULL, TALKS_SAVE_DEFAULT);
  umask (mask);
  g_assert_cmpuint (result->notes, ==, 0);
  g_assert_null (result->backup);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (result->mark.inode, ==, status.st_ino);
  g_assert_cmpuint (result->mark.device, ==, status.st_dev);
  g_assert_cmpint (result->mark.modified % 1000000000, ==, status.st_mtim.tv_nsec);
  assert_text (fixture->path, "one");
}

static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TalksSaveResult) first = save_well (fixture, "one", NULL, TALKS_SAVE_DEFAULT);
  g_autoptr (TalksSaveResult) second = NULL;
  g_autoptr (TalksSaveResult) third = NULL;
  g_autoptr (GBytes) two = g_bytes_new_static ("two", 3);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_cmpint (g_chmod (fixture->path, 0604), ==, 0);
  second = talks_save (fixture->file, two, &first->mark, TALKS_SAVE_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->notes, ==, 0);
  assert_text (g_file_peek_path (second->backup), "one");
  third = talks_save (fixture->file, bytes, &second->mark, TALKS_SAVE_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  assert_text (fixture->path, "");
  assert_text (g_file_peek_path (third->backup), "two");
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0604);
  g_assert_cmpint (stat (g_file_peek_path (third->backup), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_conflicts (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TalksSaveResult) result = NULL;

  assert_fails (fixture, "one", TALKS_SAVE_DEFAULT, TALKS_ERROR, TALKS_ERROR_GONE);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  write_text (fixture->path, "theirs");
  assert_fails (fixture, NULL, TALKS_SAVE_DEFAULT, G_IO_ERROR, G_IO_ERROR_EXISTS);
  assert_fails (fixture, "one", TALKS_SAVE_DEFAULT, TALKS_ERROR, TALKS_ERROR_CONFLICT);
  assert_fails (fixture, "THEIRS", TALKS_SAVE_DEFAULT, TALKS_ERROR, TALKS_ERROR_CONFLICT);
  assert_text (fixture->path, "theirs");
  result = save_well (fixture, "new", "one", TALKS_SAVE_OVERWRITE);
  assert_text (g_file_peek_path (result->backup), "theirs");
}

static void
test_not_files (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = g_object_ref (fixture->file);
  g_autofree char *path = g_build_filename (fixture->path, "a.talks.json", NULL);

  g_assert_cmpint (g_mkdir (fixture->path, 0755), ==, 0);
  assert_fails (fixture, NULL, TALKS_SAVE_OVERWRITE, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);

  g_assert_cmpint (mkfifo (fixture->path, 0644), ==, 0);
  assert_fails (fixture, NULL, TALKS_SAVE_OVERWRITE, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);

  g_assert_cmpint (symlink ("a.talks.json", fixture->path), ==, 0);
  assert_fails (fixture, NULL, TALKS_SAVE_OVERWRITE, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);

  /* In a folder that is not there. */
  g_object_unref (fixture->file);
  fixture->file = g_file_new_for_path (path);
  assert_fails (fixture, NULL, TALKS_SAVE_DEFAULT, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_fails (fixture, "one", TALKS_SAVE_DEFAULT, TALKS_ERROR, TALKS_ERROR_GONE);
  g_object_unref (fixture->file);
  fixture->file = g_object_ref (file);
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  /* Nothing reads as far as that. */
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", TALKS_JSON_MAX_SIZE + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (talks_save (fixture->file, bytes, NULL, TALKS_SAVE_DEFAULT, NULL, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_TOO_LARGE);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *real = g_build_filename (fixture->folder, "real", NULL);
  g_autoptr (TalksSaveResult) first = NULL;
  g_autoptr (TalksSaveResult) second = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GFile) real_file = g_file_new_for_path (real);
  g_autofree char *link = NULL;

  /* What the link leads to need not be there, if it is a new file that is wanted. */
  g_assert_cmpint (symlink ("real", fixture->path), ==, 0);
  assert_fails (fixture, "one", TALKS_SAVE_DEFAULT, TALKS_ERROR, TALKS_ERROR_GONE);
  first = save_well (fixture, "one", NULL, TALKS_SAVE_DEFAULT);
  second = save_well (fixture, "two", "one", TALKS_SAVE_DEFAULT);
  g_assert_cmpuint (second->notes, ==, TALKS_SAVE_LINK_KEPT);
  link = g_file_read_link (fixture->path, NULL);
  g_assert_cmpstr (link, ==, "real");
  assert_text (real, "two");

  /* It is one file, whatever it is called. */
  backups = talks_save_list_backups (fixture->file, NULL);
  same = talks_save_list_backups (real_file, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpuint (same->len, ==, 1);
  g_assert_cmpint (g_remove (real), ==, 0);
}

static void
test_hard_links (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autoptr (TalksSaveResult) longer = NULL;
  g_autoptr (TalksSaveResult) shorter = NULL;
  g_autoptr (GPtrArray) interrupted = NULL;

  write_text (fixture->path, "one");
  g_assert_cmpint (link (fixture->path, other), ==, 0);
  longer = save_well (fixture, "longer than before", "one", TALKS_SAVE_DEFAULT);
  g_assert_cmpuint (longer->notes, ==, TALKS_SAVE_IN_PLACE);
  assert_text (other, "longer than before");
  shorter = save_well (fixture, "s", "longer than before", TALKS_SAVE_DEFAULT);
  assert_text (other, "s");
  assert_text (g_file_peek_path (shorter->backup), "longer than before");
  interrupted = talks_save_list_interrupted ();
  g_assert_cmpuint (interrupted->len, ==, 0);
  g_assert_cmpint (g_remove (other), ==, 0);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TalksSaveResult) result = NULL;
  struct stat status;

  write_text (fixture->path, "one");
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  assert_fails (fixture, "one", TALKS_SAVE_DEFAULT, TALKS_ERROR, TALKS_ERROR_READ_ONLY);
  assert_fails (fixture, "one", TALKS_SAVE_OVERWRITE, TALKS_ERROR, TALKS_ERROR_READ_ONLY);
  assert_text (fixture->path, "one");
  result = save_well (fixture, "two", "one", TALKS_SAVE_READ_ONLY);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0444);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (TalksFileMark) mark = mark_of ("one");

  g_cancellable_cancel (cancellable);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (talks_save (fixture->file, bytes, i == 0 ? NULL : mark, TALKS_SAVE_DEFAULT, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (g_file_test (fixture->path, G_FILE_TEST_EXISTS), ==, i != 0);
      write_text (fixture->path, "one");
    }
  assert_text (fixture->path, "one");
}

/* ---- backups ---- */

static void
test_generations (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *last = g_strdup ("0");

  write_text (fixture->path, "0");
  for (int i = 1; i <= TALKS_SAVE_GENERATIONS + 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);
      g_autoptr (TalksSaveResult) result = save_well (fixture, text, last, TALKS_SAVE_DEFAULT);

      assert_text (g_file_peek_path (result->backup), last);
      g_free (last);
      last = g_steal_pointer (&text);
    }
  /* One more for the day, or for two when it was midnight. */
  backups = talks_save_list_backups (fixture->file, NULL);
  g_assert_cmpuint (backups->len, >, TALKS_SAVE_GENERATIONS);
  g_assert_cmpuint (backups->len, <=, TALKS_SAVE_GENERATIONS + 2);
  for (guint i = 0; i < TALKS_SAVE_GENERATIONS; i++)
    {
      const TalksBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *expected = g_strdup_printf ("%d", (int) (TALKS_SAVE_GENERATIONS + 9 - i));

      assert_text (g_file_peek_path (backup->file), expected);
      g_assert_cmpuint (backup->size, ==, strlen (expected));
      g_assert_cmpint (ABS (backup->time - g_get_real_time ()), <, 60 * G_USEC_PER_SEC);
    }
}

/* Of the days before, the last one each; and not for ever. */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TalksStore) store = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *newest = NULL;
  g_autofree char *oldest = NULL;

  g_assert_cmpint (talks_store_open (fixture->path, "a.talks.json", &store), ==, 0);
  for (int day = 0; day < TALKS_SAVE_DAYS + 40; day++)
    for (int hour = 10; hour < 12; hour++)
      {
        g_autoptr (GDateTime) start = g_date_time_new_utc (2020, 1, 1, hour, 0, 0);
        g_autoptr (GDateTime) time = g_date_time_add_days (start, day);
        g_autofree char *name = g_date_time_format (time, "%Y%m%dT%H%M%S.000007Z.talks.json");
        g_autofree char *path = talks_store_get_child (store, name);

        write_text (path, name);
      }
  talks_store_prune (store);
  backups = talks_save_list_backups (fixture->file, NULL);
  g_assert_cmpuint (backups->len, ==, TALKS_SAVE_GENERATIONS + TALKS_SAVE_DAYS);
  newest = g_file_get_basename (((TalksBackup *) g_ptr_array_index (backups, 0))->file);
  g_assert_cmpstr (newest, ==, "20200409T110000.000007Z.talks.json");
  g_assert_cmpint (((TalksBackup *) g_ptr_array_index (backups, 0))->time, ==, G_GINT64_CONSTANT (1586430000000007));
  for (guint i = TALKS_SAVE_GENERATIONS; i < backups->len; i++)
    {
      g_autofree char *name = g_file_get_basename (((TalksBackup *) g_ptr_array_index (backups, i))->file);

      g_assert_cmpstr (name + 8, ==, "T110000.000007Z.talks.json");
    }
  oldest = g_file_get_basename (((TalksBackup *) g_ptr_array_index (backups, backups->len - 1))->file);
  g_assert_cmpstr (oldest, ==, "20200131T110000.000007Z.talks.json");
}

/* Files of one name have backups of their own. */
static void
test_same_name (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *path = g_build_filename (folder, "a.talks.json", NULL);
  Fixture other = { .folder = folder, .path = path, .file = g_file_new_for_path (path) };
  g_autoptr (TalksSaveResult) ours = NULL;
  g_autoptr (TalksSaveResult) theirs = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  write_text (fixture->path, "ours");
  write_text (path, "theirs");
  ours = save_well (fixture, "x", "ours", TALKS_SAVE_DEFAULT);
  theirs = save_well (&other, "x", "theirs", TALKS_SAVE_DEFAULT);
  assert_text (g_file_peek_path (ours->backup), "ours");
  assert_text (g_file_peek_path (theirs->backup), "theirs");
  backups = talks_save_list_backups (fixture->file, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_object_unref (other.file);
}

/* No backups are none, a folder that cannot be read is an error. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = talks_save_get_backup_folder (fixture->file);
  g_autoptr (GPtrArray) none = talks_save_list_backups (fixture->file, NULL);
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (TalksSaveResult) result = NULL;
  g_autoptr (GFile) parent = NULL;
  g_autofree char *stray = g_build_filename (folder, "20261301T000000.000000Z.talks.json", NULL);
  g_autofree char *away = g_strconcat (folder, ".away", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  write_text (fixture->path, "a");
  result = save_well (fixture, "b", "a", TALKS_SAVE_DEFAULT);
  /* What is no backup is not listed. */
  write_text (stray, "x");
  one = talks_save_list_backups (fixture->file, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (g_file_equal (((TalksBackup *) one->pdata[0])->file, result->backup));
  parent = g_file_get_parent (result->backup);
  g_assert_cmpstr (g_file_peek_path (parent), ==, folder);

  g_assert_cmpint (g_rename (folder, away), ==, 0);
  write_text (folder, "no folder");
  g_assert_null (talks_save_list_backups (fixture->file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_nonnull (strstr (error->message, folder));
  g_assert_cmpint (g_remove (folder), ==, 0);
}

/* ---- what others left ---- */

static pid_t
get_dead_pid (void)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  return child;
}

/* A name like ours, of another process; of one on another machine if key is given. */
static char *
make_left_over (const char *base,
                const char *key,
                pid_t       pid)
{
  g_autofree char *own = talks_save_make_name (base);
  g_auto (GStrv) parts = g_strsplit (own + strlen (base) + 2, "-", 2);

  return g_strdup_printf (".%s.%s-%d-12345-0123abcd.talks-save", base, key != NULL ? key : parts[0], (int) pid);
}

static void
test_strays (Fixture       *fixture,
             gconstpointer  data)
{
  pid_t dead = get_dead_pid ();
  struct
  {
    char    *name;
    int      days;
    gboolean stays;
  } cases[] = {
    { make_left_over ("a.talks.json", NULL, dead), 2, FALSE },
    { make_left_over ("other", NULL, dead), 2, FALSE },
    { make_left_over ("a.talks.json", NULL, dead + 100000), 0, TRUE },
    { make_left_over ("a.talks.json", "0123456789ab", dead), 2, TRUE },
    { make_left_over ("b.talks.json", "0123456789ab", dead), 8, FALSE },
    { talks_save_make_name ("a.talks.json"), 8, TRUE },
    { g_strdup (".a.talks.json.talks-save"), 100, TRUE },
    { g_strdup ("notes.talks-save"), 100, TRUE },
  };
  g_autoptr (TalksSaveResult) result = NULL;

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);
      struct timespec times[2] = { { .tv_sec = g_get_real_time () / G_USEC_PER_SEC - cases[i].days * 86400 - 10 } };

      times[1] = times[0];
      write_text (path, "left");
      g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
    }
  result = save_well (fixture, "one", NULL, TALKS_SAVE_DEFAULT);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);

      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, cases[i].stays);
      g_remove (path);
      g_free (cases[i].name);
    }
}

/* What a process that ended was about to write is told of, and stays until it is dropped. */
static void
test_interrupted (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *uri = g_file_get_uri (fixture->file);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (TalksStore) store = NULL;
  g_autoptr (GError) error = NULL;
  TalksInterruptedSave *interrupted;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (GBytes) old = g_bytes_new_static ("old", 3);
      g_autoptr (GBytes) new = g_bytes_new_static ("new", 3);
      GFile *backup = NULL;
      char *name = NULL;

      _exit (talks_store_open (fixture->path, "a.talks.json", &store) != 0 || talks_store_keep (store, old, &backup) != 0
             || talks_store_put_pending (store, uri, new, &name) != 0);
    }
  else
    {
      int status;

      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_cmpint (status, ==, 0);
    }
  g_assert_cmpint (talks_store_open (fixture->path, "a.talks.json", &store), ==, 0);
  talks_store_prune (store);
  list = talks_save_list_interrupted ();
  g_assert_cmpuint (list->len, ==, 1);
  interrupted = g_ptr_array_index (list, 0);
  g_assert_true (g_file_equal (interrupted->file, fixture->file));
  assert_text (g_file_peek_path (interrupted->copy), "new");
  assert_text (g_file_peek_path (interrupted->before), "old");
  g_assert_true (talks_save_drop_interrupted (interrupted, &error));
  g_assert_no_error (error);
  after = talks_save_list_interrupted ();
  g_assert_cmpuint (after->len, ==, 0);
}

/* ---- elsewhere ---- */

static TalksSaveResult *
save_elsewhere (Fixture         *fixture,
                const char      *text,
                const char      *expected,
                TalksSaveFlags   flags,
                GError         **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TalksFileMark) mark = expected != NULL ? mark_of (expected) : NULL;

  return talks_save_elsewhere (fixture->file, bytes, mark, flags, NULL, error);
}

static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char    *there; /* NULL: nothing */
    const char    *expected;
    TalksSaveFlags flags;
    int            code; /* 0: saved */
  } cases[] = {
    { NULL, NULL, TALKS_SAVE_DEFAULT, 0 },
    { "one", "one", TALKS_SAVE_DEFAULT, 0 },
    { "one", "two", TALKS_SAVE_DEFAULT, TALKS_ERROR_CONFLICT },
    { NULL, "one", TALKS_SAVE_DEFAULT, TALKS_ERROR_GONE },
    { "one", "two", TALKS_SAVE_OVERWRITE, 0 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksSaveResult) result = NULL;
      g_autoptr (GError) error = NULL;

      g_remove (fixture->path);
      if (cases[i].there != NULL)
        write_text (fixture->path, cases[i].there);
      result = save_elsewhere (fixture, "new", cases[i].expected, cases[i].flags, &error);
      if (cases[i].code != 0)
        {
          g_assert_error (error, TALKS_ERROR, cases[i].code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (result->notes, ==, TALKS_SAVE_ELSEWHERE);
      assert_text (fixture->path, "new");
      if (cases[i].there != NULL)
        assert_text (g_file_peek_path (result->backup), cases[i].there);
    }
}

/* ---- on a worker ---- */

typedef struct
{
  int n_left;
  int n_saved;
  int n_conflicts;
} Count;

static void
on_saved (GObject      *source,
          GAsyncResult *async_result,
          gpointer      data)
{
  Count *count = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksSaveResult) result = talks_save_finish (G_FILE (source), async_result, &error);

  count->n_left--;
  if (result != NULL)
    count->n_saved++;
  else if (g_error_matches (error, TALKS_ERROR, TALKS_ERROR_CONFLICT))
    count->n_conflicts++;
}

/* Of many that want the same file to be as it was, one gets it; the others do not mix with it. */
static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  enum { N = 10 };
  Count count = { .n_left = N };
  g_autoptr (TalksFileMark) mark = mark_of ("one");
  g_autofree char *text = NULL;
  size_t length;

  write_text (fixture->path, "one");
  for (int i = 0; i < N; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (100000, (char) ('a' + i)), 100000);

      talks_save_async (fixture->file, bytes, mark, TALKS_SAVE_DEFAULT, NULL, on_saved, &count);
    }
  while (count.n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (count.n_saved, ==, 1);
  g_assert_cmpint (count.n_conflicts, ==, N - 1);
  g_assert_true (g_file_get_contents (fixture->path, &text, &length, NULL));
  g_assert_cmpuint (length, ==, 100000);
  for (size_t i = 1; i < length; i++)
    g_assert_cmpint (text[i], ==, text[0]);
}

/* Nothing about it is told before it is done, nor is it undone. */
static void
test_async_cancelled (Fixture       *fixture,
                      gconstpointer  data)
{
  Count count = { .n_left = 1 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);

  talks_save_async (fixture->file, bytes, NULL, TALKS_SAVE_DEFAULT, cancellable, on_saved, &count);
  g_cancellable_cancel (cancellable);
  while (count.n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (count.n_saved, ==, g_file_test (fixture->path, G_FILE_TEST_EXISTS) ? 1 : 0);
}

static void
test_words (void)
{
  g_auto (GStrv) none = talks_save_notes_to_text (0);
  g_auto (GStrv) all = talks_save_notes_to_text ((TalksSaveNotes) 0xff);
  g_auto (GStrv) one = talks_save_notes_to_text (TALKS_SAVE_NOT_DURABLE);

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (all), ==, 8);
  g_assert_cmpuint (g_strv_length (one), ==, 1);
  g_assert_nonnull (strstr (one[0], "power cut"));
  g_assert_cmpstr (all[0], ==, one[0]);
}

static int
remove_one (const char        *path,
            const struct stat *status,
            int                type,
            struct FTW        *place)
{
  return remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("talks-state-XXXXXX", NULL);
  int result;

  /* Isolated by hand: with its own option for that, GLib 2.74 leaks. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/save/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("new", test_new);
  ADD ("again", test_again);
  ADD ("conflicts", test_conflicts);
  ADD ("not-files", test_not_files);
  ADD ("too-large", test_too_large);
  ADD ("links", test_links);
  ADD ("hard-links", test_hard_links);
  ADD ("read-only", test_read_only);
  ADD ("cancelled", test_cancelled);
  ADD ("generations", test_generations);
  ADD ("days", test_days);
  ADD ("same-name", test_same_name);
  ADD ("list-backups", test_list);
  ADD ("strays", test_strays);
  ADD ("interrupted", test_interrupted);
  ADD ("elsewhere", test_elsewhere);
  ADD ("async", test_async);
  ADD ("async-cancelled", test_async_cancelled);
  g_test_add_func ("/save/words", test_words);
  result = g_test_run ();
  nftw (state, remove_one, 10, FTW_DEPTH | FTW_PHYS);
  return result;
}
