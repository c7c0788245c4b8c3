/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening files: those that are none, those that must not be opened, and cancelling. */

#include "talks-error.h"
#include "talks-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static const char small[] =
  "{ \"format\": \"talks-timeline\", \"version\": 1, \"title\": \"Small\",\n"
  "  \"topics\": [{ \"id\": \"a\", \"name\": \"A\" }] }\n";

/* Runs in the middle of each reading, so that a file can change at that very moment: the
 * linker puts __wrap_read() in the place of read(). */
static void (*on_read) (const char *path);
static const char *on_read_path;
static int n_reads;

ssize_t __real_read (int     fd,
                     void   *buffer,
                     size_t  count);
ssize_t __wrap_read (int     fd,
                     void   *buffer,
                     size_t  count);

ssize_t
__wrap_read (int     fd,
             void   *buffer,
             size_t  count)
{
  ssize_t n = __real_read (fd, buffer, count);

  if (on_read != NULL)
    on_read (on_read_path);
  return n;
}

typedef struct
{
  char *folder;
  char *path; /* of a file that each test makes */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("talks-XXXXXX", &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  fixture->path = g_build_filename (fixture->folder, "case.talks.json", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_file (Fixture    *fixture,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
}

static void
assert_fails (const char *path,
              GQuark      domain,
              int         code,
              const char *message)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (talks_file_load (file, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_good (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = NULL;

  write_file (fixture, small);
  reading = talks_file_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (talks_document_count (reading->document, TALKS_RECORD_TOPIC), ==, 1);
  bytes = talks_file_read_bytes (file, NULL, &error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), small, strlen (small));
}

/* More than is read at once. */
static void
test_long (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *space = g_strnfill (5 * 1024 * 1024 + 17, ' ');
  g_autofree char *text = g_strconcat (small, space, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = NULL;

  write_file (fixture, text);
  reading = talks_file_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (talks_json_scan_get_bytes (reading->scan)), ==, strlen (text));
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  assert_fails (fixture->path, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                "There is no file “case.talks.json” in this place.");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  write_file (fixture, "");
  assert_fails (fixture->path, TALKS_ERROR, TALKS_ERROR_SYNTAX, "case.talks.json: The file is empty.");
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *name = g_path_get_basename (fixture->folder);
  g_autofree char *message = g_strdup_printf ("“%s” is a folder. Choose a document in it.", name);

  assert_fails (fixture->folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, message);
}

static void
test_special (Fixture       *fixture,
              gconstpointer  data)
{
  static const char message[] =
    "“case.talks.json” is a device, a pipe or a socket, and not a file that holds a document.";
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd;

  /* Reading these would never end. */
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_fails (fixture->path, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, message);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  assert_fails ("/dev/zero", G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                "“zero” is a device, a pipe or a socket, and not a file that holds a document.");

  fd = socket (AF_UNIX, SOCK_STREAM, 0);
  g_strlcpy (address.sun_path, fixture->path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_fails (fixture->path, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, message);
  close (fd);

  /* A link to one is no better than the thing itself. */
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_cmpint (symlink ("/dev/null", fixture->path), ==, 0);
  assert_fails (fixture->path, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, message);
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = NULL;

  g_assert_cmpint (symlink ("target", fixture->path), ==, 0);
  assert_fails (fixture->path, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                "There is no file “case.talks.json” in this place.");
  g_file_set_contents (target, small, -1, NULL);
  reading = talks_file_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (reading);
  g_remove (target);

  g_remove (fixture->path);
  g_assert_cmpint (symlink ("case.talks.json", fixture->path), ==, 0);
  g_clear_error (&error);
  g_assert_null (talks_file_load (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
}

/* A file that only its owner may read, seen by somebody else: root may read all, so that it has
 * to become another user for the moment. */
static void
test_forbidden (Fixture       *fixture,
                gconstpointer  data)
{
  const gboolean is_root = geteuid () == 0;

  write_file (fixture, small);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  if (is_root && seteuid (65534) != 0)
    {
      g_test_skip ("root cannot become another user here");
      return;
    }
  assert_fails (fixture->path, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                "You do not have the permission to read “case.talks.json”.");
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

/* Refused by its size alone; it takes no room on the disk. */
static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  write_file (fixture, small);
  if (truncate (fixture->path, (off_t) TALKS_JSON_MAX_SIZE + 1) != 0)
    {
      g_test_skip ("no file of this size can be made here");
      return;
    }
  assert_fails (fixture->path, TALKS_ERROR, TALKS_ERROR_TOO_LARGE,
                "“case.talks.json” is too large: Talks reads documents up to 256.0\302\240MiB.");
}

static void
append_space (const char *path)
{
  FILE *file = g_fopen (path, "a");

  n_reads++;
  g_assert_nonnull (file);
  g_assert_cmpint (fputc (' ', file), ==, ' ');
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
append_once (const char *path)
{
  if (n_reads == 0)
    append_space (path);
}

static void
cut_once (const char *path)
{
  if (n_reads++ == 0)
    g_assert_cmpint (truncate (path, (off_t) strlen (small) - 1), ==, 0);
}

static void
replace_once (const char *path)
{
  if (n_reads++ == 0)
    g_assert_true (g_file_set_contents (path, small, -1, NULL));
}

/* The same number of bytes in the same file. */
static void
overwrite_once (const char *path)
{
  struct timespec times[2] = { { .tv_nsec = UTIME_OMIT }, { .tv_sec = 1000000000 } };
  FILE *file;

  if (n_reads++ > 0)
    return;
  file = g_fopen (path, "r+");
  g_assert_cmpuint (fwrite (small, 1, strlen (small), file), ==, strlen (small));
  g_assert_cmpint (fclose (file), ==, 0);
  /* A clock of the kernel may not have moved on since the file was made. */
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

/* What is written to while it is read never comes as half an old and half a new file. */
static void
test_changing (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    void      (*on_read) (const char *path);
    const char *text;   /* in the file before */
    int         length; /* of what is read at last; −1: nothing */
  } cases[] = {
    { append_once, small, (int) sizeof small },
    { cut_once, small, (int) sizeof small - 2 },
    /* The descriptor keeps the old file. */
    { replace_once, "{ }", 3 },
    { append_space, small, -1 },
    { overwrite_once, NULL, (int) sizeof small - 1 },
  };
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *blank = g_strnfill (sizeof small - 1, ' ');

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      write_file (fixture, cases[i].text != NULL ? cases[i].text : blank);
      n_reads = 0;
      on_read = cases[i].on_read;
      on_read_path = fixture->path;
      bytes = talks_file_read_bytes (file, NULL, &error);
      on_read = NULL;
      g_assert_cmpint (n_reads, >, 0);
      if (cases[i].length < 0)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
          g_assert_cmpstr (error->message, ==,
                           "“case.talks.json” is being written to. Open it again when that is done.");
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint ((int) g_bytes_get_size (bytes), ==, cases[i].length);
      g_assert_cmpint (*(const char *) g_bytes_get_data (bytes, NULL), ==, '{');
    }
}

/* A file whose size says 0 though it has content. */
static void
test_without_size (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/self/status");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_query_exists (file, NULL))
    {
      g_test_skip ("there is no /proc here");
      return;
    }
  bytes = talks_file_read_bytes (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
}

/* Names need not be UTF-8; messages are. */
static void
test_odd_name (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "caf\351.talks.json", NULL);

  assert_fails (path, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                "There is no file “caf\357\277\275.talks.json” in this place.");
}

static void
test_not_local (Fixture       *fixture,
                gconstpointer  data)
{
  static const char prefix[] = "resource:///org/talkstimeline/Talks/test";
  g_autoptr (GFile) folder = g_file_new_for_uri (prefix);
  g_autoptr (GFile) good = g_file_get_child (folder, "small.talks.json");
  g_autoptr (GFile) missing = g_file_get_child (folder, "missing.talks.json");
  g_autoptr (GFile) pdf = g_file_get_child (folder, "pdf.talks.json");
  g_autoptr (TalksReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (g_file_peek_path (good));
  reading = talks_file_load (good, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (talks_document_count (reading->document, TALKS_RECORD_EVENT), ==, 1);

  g_assert_null (talks_file_load (missing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no file “missing.talks.json” in this place.");
  g_clear_error (&error);

  g_assert_null (talks_file_load (folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_null (talks_file_load (pdf, NULL, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_ENCODING);
}

/* ---- on a worker ---- */

typedef struct
{
  GMainLoop    *loop;
  TalksReading *reading;
  GError       *error;
} Loaded;

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Loaded *loaded = user_data;

  loaded->reading = talks_file_load_finish (G_FILE (source), result, &loaded->error);
  g_main_loop_quit (loaded->loop);
}

static Loaded
load (Fixture      *fixture,
      GCancellable *cancellable,
      gboolean      cancel_at_once)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  Loaded loaded = { g_main_loop_new (NULL, FALSE) };

  talks_file_load_async (file, cancellable, on_loaded, &loaded);
  /* Never before the call returns. */
  g_assert_null (loaded.reading);
  if (cancel_at_once)
    g_cancellable_cancel (cancellable);
  g_main_loop_run (loaded.loop);
  g_main_loop_unref (loaded.loop);
  return loaded;
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  Loaded loaded;

  write_file (fixture, small);
  loaded = load (fixture, NULL, FALSE);
  g_assert_no_error (loaded.error);
  g_assert_cmpuint (talks_document_count (loaded.reading->document, TALKS_RECORD_TOPIC), ==, 1);
  talks_reading_free (loaded.reading);

  write_file (fixture, "{");
  loaded = load (fixture, NULL, FALSE);
  g_assert_error (loaded.error, TALKS_ERROR, TALKS_ERROR_SYNTAX);
  g_error_free (loaded.error);
}

static void
test_async_cancelled (Fixture       *fixture,
                      gconstpointer  data)
{
  write_file (fixture, small);
  for (int i = 0; i < 50; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Loaded loaded;

      if (i == 0)
        g_cancellable_cancel (cancellable);
      loaded = load (fixture, cancellable, i > 0);
      g_assert_error (loaded.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (loaded.reading);
      g_error_free (loaded.error);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  /* File names as on every system of today. */
  g_setenv ("G_FILENAME_ENCODING", "UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("/io/file/good", test_good);
  ADD ("/io/file/long", test_long);
  ADD ("/io/file/missing", test_missing);
  ADD ("/io/file/empty", test_empty);
  ADD ("/io/file/folder", test_folder);
  ADD ("/io/file/special", test_special);
  ADD ("/io/file/links", test_links);
  ADD ("/io/file/forbidden", test_forbidden);
  ADD ("/io/file/too-large", test_too_large);
  ADD ("/io/file/changing", test_changing);
  ADD ("/io/file/without-size", test_without_size);
  ADD ("/io/file/odd-name", test_odd_name);
  ADD ("/io/file/not-local", test_not_local);
  ADD ("/io/file/async", test_async);
  ADD ("/io/file/async-cancelled", test_async_cancelled);
  return g_test_run ();
}
