/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves as it is told to, for tests from outside. Each line of its input is a request, NAME=VALUE between tabs, and is
 * done by a process of its own, so that the next one does not notice when it is killed:
 *
 *   target     the file to save to
 *   content    what to write: the names of files, between colons, to be saved one after the other
 *   expect     the file that holds what the target is expected to hold; without it, a new file
 *   flags      TalksSaveFlags
 *   state      the user's folder for state
 *   user       id of the user, and of the group, to be
 *   limit      the largest size of a file
 *   way        "save", "elsewhere" (through GIO), "async", or "interrupted" (list what was cut off)
 *   shim       what the fault shim, if it is there, is to do
 *
 * The answer are the lines of that process, which are "saved NOTES", "error DOMAIN CODE MESSAGE", "calls N FAULTS CALL" and
 * the like, and "end exit N" or "end signal N". "saved" is said only when talks_save() said so. */

#include "talks-save-private.h"

#include <dlfcn.h>
#include <grp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void (*shim_arm) (const char *spec);
static int (*shim_disarm) (int         *n_calls,
                           const char **call);
static void (*shim_mark) (const char *text);

static GHashTable *request;

static const char *
get (const char *name)
{
  return g_hash_table_lookup (request, name);
}

static GBytes *
read_bytes (const char *path)
{
  char *text;
  size_t length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    g_error ("There is no “%s”.", path);
  return g_bytes_new_take (text, length);
}

/* ---- one save ---- */

typedef struct
{
  GMainLoop       *loop;
  TalksSaveResult *result;
  GError          *error;
  int64_t          last;
  int64_t          longest; /* gap between two turns of the main loop, in µs */
} Waiting;

static gboolean
on_tick (gpointer data)
{
  Waiting *waiting = data;
  int64_t now = g_get_monotonic_time ();

  waiting->longest = MAX (waiting->longest, now - waiting->last);
  waiting->last = now;
  return G_SOURCE_CONTINUE;
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Waiting *waiting = data;

  waiting->result = talks_save_finish (G_FILE (source), result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static TalksSaveResult *
save_on_worker (GFile                *file,
                GBytes               *bytes,
                const TalksFileMark  *expected,
                TalksSaveFlags        flags,
                GError              **error)
{
  Waiting waiting = { .loop = g_main_loop_new (NULL, FALSE), .last = g_get_monotonic_time () };
  unsigned tick = g_timeout_add (5, on_tick, &waiting);

  talks_save_async (file, bytes, expected, flags, NULL, on_saved, &waiting);
  g_main_loop_run (waiting.loop);
  g_source_remove (tick);
  g_main_loop_unref (waiting.loop);
  printf ("gap %d\n", (int) (waiting.longest / 1000));
  if (waiting.error != NULL)
    g_propagate_error (error, waiting.error);
  return waiting.result;
}

static TalksSaveResult *
save_once (GFile                *file,
           GBytes               *bytes,
           const TalksFileMark  *expected,
           GError              **error)
{
  const char *way = get ("way") != NULL ? get ("way") : "save";
  TalksSaveFlags flags = get ("flags") != NULL ? (TalksSaveFlags) atoi (get ("flags")) : TALKS_SAVE_DEFAULT;

  if (strcmp (way, "async") == 0)
    return save_on_worker (file, bytes, expected, flags, error);
  if (strcmp (way, "elsewhere") == 0)
    {
      /* GIO closes a second time what could not be closed, and GLib from 2.76 on is critical of that. */
      g_log_set_always_fatal (G_LOG_FATAL_MASK);
      return talks_save_elsewhere (file, bytes, expected, flags, NULL, error);
    }
  return talks_save (file, bytes, expected, flags, NULL, error);
}

static void
save_all (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (get ("target"));
  g_auto (GStrv) contents = g_strsplit (get ("content"), ":", -1);
  g_autoptr (GPtrArray) bytes = g_ptr_array_new ();
  g_autoptr (TalksFileMark) expected = NULL;
  int n_calls = 0;
  int n_faults = 0;
  const char *call = "";

  for (int i = 0; contents[i] != NULL; i++)
    g_ptr_array_add (bytes, read_bytes (contents[i]));
  if (get ("expect") != NULL)
    {
      g_autoptr (GBytes) old = read_bytes (get ("expect"));

      expected = talks_file_mark_new (old, NULL);
    }
  if (shim_arm != NULL && get ("shim") != NULL)
    shim_arm (get ("shim"));
  for (guint i = 0; i < bytes->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TalksSaveResult) result = save_once (file, g_ptr_array_index (bytes, i), expected, &error);

      if (result == NULL)
        {
          printf ("error %s %d %s\n", g_quark_to_string (error->domain), error->code, error->message);
          break;
        }
      if (shim_mark != NULL)
        shim_mark ("saved");
      printf ("saved %u\n", (unsigned) result->notes);
      talks_file_mark_free (expected);
      expected = talks_file_mark_copy (&result->mark);
    }
  if (shim_disarm != NULL)
    n_faults = shim_disarm (&n_calls, &call);
  printf ("calls %d %d %s\n", n_calls, n_faults, call);
}

static void
print_interrupted (void)
{
  g_autoptr (GPtrArray) list = talks_save_list_interrupted ();

  for (guint i = 0; i < list->len; i++)
    {
      TalksInterruptedSave *interrupted = g_ptr_array_index (list, i);

      printf ("interrupted %s\t%s\t%s\n", g_file_peek_path (interrupted->file), g_file_peek_path (interrupted->copy),
              interrupted->before != NULL ? g_file_peek_path (interrupted->before) : "");
    }
}

/* ---- one process for each ---- */

static void
become_user (int id)
{
  if (setgroups (0, NULL) != 0 || setresgid ((gid_t) id, (gid_t) id, (gid_t) id) != 0
      || setresuid ((uid_t) id, (uid_t) id, (uid_t) id) != 0)
    g_error ("User %d can not be.", id);
  /* Else what /proc says of the process itself would be hidden from it. */
  prctl (PR_SET_DUMPABLE, 1);
}

static void
do_request (void)
{
  umask (022);
  alarm (20);
  g_setenv ("XDG_STATE_HOME", get ("state"), TRUE);
  if (get ("limit") != NULL)
    {
      struct rlimit limit = { (rlim_t) atoi (get ("limit")), RLIM_INFINITY };

      setrlimit (RLIMIT_FSIZE, &limit);
    }
  if (get ("user") != NULL)
    become_user (atoi (get ("user")));
  if (g_strcmp0 (get ("way"), "interrupted") == 0)
    print_interrupted ();
  else
    save_all ();
  fflush (stdout);
}

static void
answer (void)
{
  int ends[2];
  int status;
  pid_t child;
  char buffer[4096];
  size_t n;
  FILE *lines;

  fflush (stdout);
  if (pipe (ends) != 0 || (child = fork ()) < 0)
    g_error ("There is no process to be had.");
  if (child == 0)
    {
      dup2 (ends[1], STDOUT_FILENO);
      close (ends[0]);
      close (ends[1]);
      do_request ();
      _exit (0);
    }
  close (ends[1]);
  lines = fdopen (ends[0], "r");
  while ((n = fread (buffer, 1, sizeof buffer, lines)) > 0)
    fwrite (buffer, 1, n, stdout);
  fclose (lines);
  waitpid (child, &status, 0);
  if (WIFSIGNALED (status))
    printf ("end signal %d\n", WTERMSIG (status));
  else
    printf ("end exit %d\n", WEXITSTATUS (status));
  fflush (stdout);
}

int
main (void)
{
  char *line = NULL;
  size_t size = 0;

  shim_arm = (void (*) (const char *)) dlsym (RTLD_DEFAULT, "talks_shim_arm");
  shim_disarm = (int (*) (int *, const char **)) dlsym (RTLD_DEFAULT, "talks_shim_disarm");
  shim_mark = (void (*) (const char *)) dlsym (RTLD_DEFAULT, "talks_shim_mark");
  while (getline (&line, &size, stdin) > 0)
    {
      g_auto (GStrv) items = g_strsplit (g_strchomp (line), "\t", -1);

      request = g_hash_table_new (g_str_hash, g_str_equal);
      for (int i = 0; items[i] != NULL; i++)
        {
          char *equals = strchr (items[i], '=');

          g_assert_nonnull (equals);
          *equals = '\0';
          g_hash_table_insert (request, items[i], equals + 1);
        }
      answer ();
      g_hash_table_unref (request);
    }
  free (line);
  return 0;
}
