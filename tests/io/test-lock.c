/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Locks: who has a file open, those that were left behind, and many who want one at once. */

#include "talks-error.h"
#include "talks-lock.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char  *folder;
  GFile *file;
  char  *lock_path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("talks-lock-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  path = g_build_filename (fixture->folder, "a.talks.json", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->lock_path = g_build_filename (fixture->folder, ".a.talks.json.lock", NULL);
}

/* Nothing else may be left. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_remove (fixture->lock_path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->lock_path);
  g_free (fixture->folder);
}

static void
write_lock (Fixture               *fixture,
            const TalksLockHolder *holder)
{
  g_autofree char *text = talks_lock_holder_to_text (holder);

  g_assert_true (g_file_set_contents (fixture->lock_path, text, -1, NULL));
}

static TalksLock *
take (Fixture *fixture)
{
  g_autoptr (TalksLockHolder) holder = NULL;
  g_autoptr (GError) error = NULL;
  TalksLock *lock = talks_lock_take (fixture->file, &holder, &error);

  g_assert_no_error (error);
  g_assert_null (holder);
  return lock;
}

static void
assert_locked (Fixture         *fixture,
               TalksLockHolder **holder)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (talks_lock_take (fixture->file, holder, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_LOCKED);
}

/* ---- one ---- */

static void
test_take (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TalksLock) lock = take (fixture);
  g_autoptr (TalksLockHolder) holder = NULL;
  struct stat status;

  assert_locked (fixture, &holder);
  g_assert_cmpint (holder->pid, ==, getpid ());
  g_assert_cmpstr (holder->user, ==, g_get_user_name ());
  g_assert_cmpstr (holder->host, ==, g_get_host_name ());
  g_assert_true (talks_lock_holder_is_self (holder));
  g_assert_cmpint (talks_lock_holder_look (holder), ==, TALKS_HOLDER_ALIVE);
  g_assert_cmpint (ABS (holder->since - g_get_real_time ()), <, 60 * G_USEC_PER_SEC);
  /* Others can read who it is. */
  g_assert_cmpint (stat (fixture->lock_path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0444, ==, 0444);

  talks_lock_release (g_steal_pointer (&lock));
  g_assert_false (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
  lock = take (fixture);
}

/* Through a link, it is the same file. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TalksLock) lock = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "x", -1, NULL));
  g_assert_cmpint (symlink ("a.talks.json", path), ==, 0);
  lock = take (fixture);
  g_assert_null (talks_lock_take (file, NULL, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_LOCKED);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (g_file_peek_path (fixture->file)), ==, 0);
}

/* ---- left behind ---- */

static int64_t
get_dead_pid (void)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  return child;
}

static void
set_string (char       **string,
            const char  *value)
{
  g_free (*string);
  *string = g_strdup (value);
}

typedef enum
{
  DEAD,
  PID_USED_AGAIN,
  OTHER_BOOT,
  OTHER_HOST,
  OTHER_MACHINE,
  OTHER_CONTAINER,
  RUNS,
} Owner;

static const struct
{
  Owner            owner;
  TalksHolderState state;
} owners[] = {
  { DEAD, TALKS_HOLDER_DEAD },
  { PID_USED_AGAIN, TALKS_HOLDER_DEAD },
  { OTHER_BOOT, TALKS_HOLDER_DEAD },
  { OTHER_HOST, TALKS_HOLDER_UNKNOWN },
  { OTHER_MACHINE, TALKS_HOLDER_UNKNOWN },
  { OTHER_CONTAINER, TALKS_HOLDER_UNKNOWN },
  { RUNS, TALKS_HOLDER_ALIVE },
};

static TalksLockHolder *
make_owner (Owner owner)
{
  TalksLockHolder *holder = talks_lock_holder_new_self ();

  set_string (&holder->real_name, "Somebody Else");
  if (owner == DEAD)
    holder->pid = get_dead_pid ();
  else if (owner == PID_USED_AGAIN)
    holder->start += 1000;
  else if (owner != RUNS && owner != OTHER_CONTAINER)
    set_string (&holder->boot, "11111111-2222-3333-4444-555555555555");
  if (owner == OTHER_HOST)
    set_string (&holder->host, "another");
  else if (owner == OTHER_MACHINE)
    set_string (&holder->machine, "0123456789abcdef0123456789abcdef");
  else if (owner == OTHER_CONTAINER)
    set_string (&holder->processes, "pid:[1]");
  return holder;
}

static void
test_owners (Fixture       *fixture,
             gconstpointer  data)
{
  for (size_t i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      g_autoptr (TalksLockHolder) owner = make_owner (owners[i].owner);
      g_autoptr (TalksLockHolder) holder = NULL;
      g_autoptr (TalksLock) lock = NULL;
      g_autoptr (GError) error = NULL;

      /* Without an id of the machine, it can not be told that it was started anew. */
      if (owners[i].owner == OTHER_BOOT && *owner->machine == '\0')
        continue;
      g_assert_cmpint (talks_lock_holder_look (owner), ==, owners[i].state);
      write_lock (fixture, owner);
      lock = talks_lock_take (fixture->file, &holder, &error);
      if (owners[i].state == TALKS_HOLDER_DEAD)
        {
          g_assert_no_error (error);
          g_assert_nonnull (lock);
          continue;
        }
      g_assert_error (error, TALKS_ERROR, TALKS_ERROR_LOCKED);
      g_assert_null (lock);
      g_assert_nonnull (strstr (error->message, "Somebody Else"));
      g_assert_cmpstr (holder->token, ==, owner->token);
    }
}

/* With consent; but only from whom the user was told of. */
static void
test_take_over (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TalksLockHolder) owner = make_owner (OTHER_HOST);
  g_autoptr (TalksLockHolder) other = make_owner (OTHER_HOST);
  g_autoptr (TalksLockHolder) holder = NULL;
  g_autoptr (TalksLock) lock = NULL;
  g_autoptr (GError) error = NULL;

  write_lock (fixture, owner);
  g_assert_null (talks_lock_take_over (fixture->file, other, &holder, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_LOCKED);
  g_clear_error (&error);
  lock = talks_lock_take_over (fixture->file, holder, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (lock);

  /* What was taken from us is not ours to remove. */
  write_lock (fixture, owner);
  talks_lock_release (g_steal_pointer (&lock));
  g_assert_true (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
}

static void
test_garbage (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const texts[] = { "", "garbage", "[Talks lock]\n", "[Talks lock]\nUser=x\n", "\xff\xfe" };
  static const struct timespec long_ago[2] = { { .tv_sec = 1000000000 }, { .tv_sec = 1000000000 } };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TalksLockHolder) holder = NULL;
      g_autoptr (TalksLock) lock = NULL;

      g_assert_true (g_file_set_contents (fixture->lock_path, texts[i], -1, NULL));
      assert_locked (fixture, &holder);
      g_assert_null (holder);
      g_assert_cmpint (utimensat (AT_FDCWD, fixture->lock_path, long_ago, 0), ==, 0);
      lock = take (fixture);
    }
}

/* What is no file is no lock, and is not touched: the user's own folder will do. */
static void
test_not_a_file (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TalksLock) lock = NULL;

  g_assert_cmpint (g_mkdir (fixture->lock_path, 0755), ==, 0);
  lock = take (fixture);
  assert_locked (fixture, NULL);
  g_assert_true (g_file_test (fixture->lock_path, G_FILE_TEST_IS_DIR));
}

static void
test_text (void)
{
  g_autoptr (TalksLockHolder) self = talks_lock_holder_new_self ();
  g_autoptr (TalksLockHolder) back = NULL;
  g_autoptr (TalksLockHolder) hostile = NULL;
  g_autofree char *text = NULL;
  g_autofree char *many = g_strnfill (3000, 'x');
  g_autofree char *bad = g_strdup_printf ("[Talks lock]\nProcess=12\nUser=a\\nb\\tc\nName=%s\nHost=\xff\n", many);

  set_string (&self->real_name, "Олена \"Öz\" [x]\\n; #=");
  text = talks_lock_holder_to_text (self);
  back = talks_lock_holder_from_text (text, strlen (text));
  g_assert_cmpstr (back->real_name, ==, self->real_name);
  g_assert_cmpstr (back->boot, ==, self->boot);
  g_assert_cmpstr (back->processes, ==, self->processes);
  g_assert_cmpstr (back->token, ==, self->token);
  g_assert_cmpint (back->pid, ==, self->pid);
  g_assert_cmpuint (back->start, ==, self->start);
  g_assert_cmpint (back->since, ==, self->since);
  g_assert_true (talks_lock_holder_is_self (back));

  hostile = talks_lock_holder_from_text (bad, strlen (bad));
  if (hostile != NULL)
    {
      g_assert_cmpstr (hostile->user, ==, "a b c");
      g_assert_cmpuint (strlen (hostile->real_name), <=, 200);
      g_assert_true (g_utf8_validate (hostile->host, -1, NULL));
      g_assert_cmpint (talks_lock_holder_look (hostile), ==, TALKS_HOLDER_UNKNOWN);
    }
  g_assert_null (talks_lock_holder_from_text ("", 0));
}

/* ---- many ---- */

/* In a process of its own: takes the lock, says by its end whether it got it, and if so keeps it for a while. */
static pid_t
start_taker (Fixture *fixture,
             uid_t    user,
             int      gate,
             int      done)
{
  pid_t child = fork ();
  char byte;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (TalksLock) lock = NULL;

      if (user != 0 && setresuid (user, user, user) != 0)
        _exit (2);
      if (read (gate, &byte, 1) < 0)
        _exit (2);
      lock = talks_lock_take (fixture->file, NULL, NULL);
      byte = lock != NULL ? 'y' : 'n';
      if (write (done, &byte, 1) != 1)
        _exit (2);
      pause ();
      _exit (0);
    }
  return child;
}

/* How many of so many at once get it; they stay until they are stopped. */
static int
race (Fixture *fixture,
      uid_t    user,
      pid_t   *children,
      int      n)
{
  int gate[2];
  int done[2];
  int n_got = 0;

  g_assert_cmpint (pipe (gate), ==, 0);
  g_assert_cmpint (pipe (done), ==, 0);
  for (int i = 0; i < n; i++)
    children[i] = start_taker (fixture, user, gate[0], done[1]);
  for (int i = 0; i < n; i++)
    g_assert_cmpint (write (gate[1], "g", 1), ==, 1);
  for (int i = 0; i < n; i++)
    {
      char byte;

      g_assert_cmpint (read (done[0], &byte, 1), ==, 1);
      n_got += byte == 'y';
    }
  for (int i = 0; i < 2; i++)
    {
      close (gate[i]);
      close (done[i]);
    }
  return n_got;
}

static void
stop (pid_t *children,
      int    n)
{
  for (int i = 0; i < n; i++)
    {
      g_assert_cmpint (kill (children[i], SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (children[i], NULL, 0), ==, children[i]);
    }
}

/* Of many who find none, or one that was left behind, one gets it. */
static void
test_race (Fixture       *fixture,
           gconstpointer  data)
{
  enum { N = 8 };
  pid_t children[N];
  int n_rounds = g_getenv ("TALKS_TEST_LONG") != NULL ? 100 : 15;

  for (int i = 0; i < n_rounds; i++)
    {
      /* The second round finds the lock of the first one, whose holder was killed, and so on. */
      g_assert_cmpint (race (fixture, 0, children, N), ==, 1);
      stop (children, N);
    }
}

static void
test_users (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TalksLockHolder) holder = NULL;
  g_autoptr (TalksLock) lock = NULL;
  pid_t child;

  if (geteuid () != 0)
    {
      g_test_skip ("Only root can be two users.");
      return;
    }
  g_assert_cmpint (race (fixture, 65534, &child, 1), ==, 1);
  assert_locked (fixture, &holder);
  g_assert_cmpint (holder->pid, ==, child);
  stop (&child, 1);
  /* Of a process that ended, whoever it belonged to; unless its container could not be told. */
  if (*holder->processes != '\0')
    lock = take (fixture);
}

/* Root may write anywhere, and so becomes somebody else for a while. */
static void
set_writable (Fixture  *fixture,
              gboolean  writable)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, writable ? 0777 : 0555), ==, 0);
  if (getuid () == 0 && !writable)
    g_assert_cmpint (seteuid (65534), ==, 0);
}

/* Where nothing can be written, at least the user's own windows know of each other; and a lock there is read. */
static void
test_read_only_folder (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TalksLockHolder) owner = make_owner (OTHER_HOST);
  g_autoptr (TalksLock) lock = NULL;

  set_writable (fixture, FALSE);
  lock = take (fixture);
  g_assert_false (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
  assert_locked (fixture, NULL);
  talks_lock_release (g_steal_pointer (&lock));
  lock = take (fixture);
  talks_lock_release (g_steal_pointer (&lock));

  set_writable (fixture, TRUE);
  write_lock (fixture, owner);
  set_writable (fixture, FALSE);
  assert_locked (fixture, NULL);
  set_writable (fixture, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("talks-state-XXXXXX", NULL);
  g_autofree char *locks = g_build_filename (state, "talks-timeline", "locks", NULL);
  g_autofree char *folder = g_path_get_dirname (locks);
  int result;

  /* Of its own, and open to whom root becomes. */
  g_assert_cmpint (g_chmod (state, 0777), ==, 0);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lock/text", test_text);
  g_test_add ("/lock/read-only-folder", Fixture, NULL, set_up, test_read_only_folder, tear_down);
  g_test_add ("/lock/take", Fixture, NULL, set_up, test_take, tear_down);
  g_test_add ("/lock/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/lock/owners", Fixture, NULL, set_up, test_owners, tear_down);
  g_test_add ("/lock/take-over", Fixture, NULL, set_up, test_take_over, tear_down);
  g_test_add ("/lock/garbage", Fixture, NULL, set_up, test_garbage, tear_down);
  g_test_add ("/lock/not-a-file", Fixture, NULL, set_up, test_not_a_file, tear_down);
  g_test_add ("/lock/race", Fixture, NULL, set_up, test_race, tear_down);
  g_test_add ("/lock/users", Fixture, NULL, set_up, test_users, tear_down);
  result = g_test_run ();
  g_rmdir (locks);
  g_rmdir (folder);
  g_rmdir (state);
  return result;
}
