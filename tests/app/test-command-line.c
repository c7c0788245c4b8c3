/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each case runs in a process of its own: this program again, which then is the command line. */

#include "talks-command-line.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* Said by a case for which windows would open. */
#define WINDOWS_STATUS 77

static char *self;

typedef struct
{
  char *out;
  char *err;
  int   status;
} Result;

static void
result_clear (Result *result)
{
  g_free (result->out);
  g_free (result->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

/* Runs with these arguments and with input on standard input (NULL: none). */
static Result
run (const char         *input,
     const char * const *arguments)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  Result result = { NULL };
  int wait_status;

  if (input != NULL)
    {
      int file = g_file_open_tmp ("talks-input-XXXXXX", &path, &error);

      g_assert_no_error (error);
      g_close (file, NULL);
      g_assert_true (g_file_set_contents (path, input, -1, NULL));
      g_ptr_array_add (words, (char *) "sh");
      g_ptr_array_add (words, (char *) "-c");
      g_ptr_array_add (words, (char *) "input=$1; shift; exec \"$@\" < \"$input\"");
      g_ptr_array_add (words, (char *) "sh");
      g_ptr_array_add (words, path);
    }
  g_ptr_array_add (words, self);
  g_ptr_array_add (words, (char *) "--as-command-line");
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (words, (char *) *arguments);
  g_ptr_array_add (words, NULL);

  g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &result.out, &result.err,
                &wait_status, &error);
  g_assert_no_error (error);
  if (g_spawn_check_wait_status (wait_status, &error))
    result.status = 0;
  else
    {
      g_assert_true (error->domain == G_SPAWN_EXIT_ERROR);
      result.status = error->code;
    }
  if (path != NULL)
    g_remove (path);
  return result;
}

#define RUN(...) run (NULL, (const char *[]) { __VA_ARGS__, NULL })

/* Those who call it wrongly learn what is wrong, on standard error, and where to read on. */
static void
test_usage (void)
{
  static const char * const cases[][6] = {
    /* what the message holds, arguments */
    { "--bogus", "--bogus" },
    { "--from", "--from", "2022", "a.talks.json" },
    { "--unfold", "--unfold" },
    { "--validate", "--validate" },
    { "--explain-date", "--explain-date" },
    { "--explain-date", "--lang", "uk", "--explain-date", "2022" },
    { "at a time", "--validate", "--export", "a.png", "b" },
    { "a.gif", "--export", "a.gif" },
    { "one document", "--export", "a.png", "b", "c" },
    { "--size", "--export", "a.png", "--size", "1600" },
    { "--size", "--export", "a.png", "--size", "0x900" },
    { "--size", "--export", "a.png", "--size", "9x9x9" },
    { "--size", "--export", "a.png", "--size", "-9x9" },
    { "--size", "--export", "a.png", "--size", "99999x9" },
    { "200", "--export", "a.png", "--size", "100x100" },
    { "--theme", "--export", "a.png", "--theme", "pink" },
    { "2022-13", "--export", "a.png", "--from", "2022-13" },
    { "--to", "--export", "a.png", "--to", "soon" },
    { "before", "--export", "a.png", "--from=2025", "--to=2022" },
    { "--as", "--export", "a.pdf", "--as", "poster" },
    { "--as", "--export", "a.csv", "--as", "handout" },
    { "--as", "--as", "handout" },
    { "--paper", "--export", "a.pdf", "--paper", "a3" },
    { "--paper", "--export", "a.png", "--paper", "a4" },
    { "--size", "--export", "a.pdf", "--as=handout", "--size=900x900" },
    { "--tour", "--export", "a.pdf", "--tour", "tour-ceasefire" },
    { "tour-none", "--export", "a.pdf", "--as=handout", "--tour=tour-none" },
    { "--seed", "--export", "a.pdf", "--as=handout", "--seed=3" },
    { "--seed", "--export", "a.pdf", "--as=worksheet", "--seed=10000" },
    { "--seed", "--export", "a.pdf", "--as=worksheet", "--seed=-1" },
    { "--no-lists", "--export", "a.pdf", "--as=worksheet", "--no-lists" },
    { "--no-lists", "--export", "a.svg", "--no-lists" },
    { "--from", "--export", "a.pdf", "--as=handout", "--from=2022" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Result) result = run (NULL, &cases[i][1]);

      g_test_message ("%s: %s", cases[i][1], result.err);
      g_assert_cmpint (result.status, ==, 2);
      g_assert_cmpstr (result.out, ==, "");
      g_assert_nonnull (strstr (result.err, cases[i][0]));
      g_assert_nonnull (strstr (result.err, "--help"));
    }
}

static void
test_windows (void)
{
  static const char * const cases[][4] = {
    { NULL },
    { "a.talks.json", "b.talks.json" },
    { "--", "--validate" },
    { "--gapplication-service" },
    { "--gapplication-replace", "a.talks.json" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Result) result = run (NULL, cases[i]);

      g_assert_cmpint (result.status, ==, WINDOWS_STATUS);
      g_assert_cmpstr (result.out, ==, "");
    }
}

static void
test_help (void)
{
  static const char * const options[] = {
    "--help", "--version", "--validate", "--explain-date", "--export", "--from", "--to", "--size", "--theme",
    "--lang", "--unfold", "--as", "--tour", "--paper", "--seed", "--no-lists",
  };
  g_auto (Result) help = RUN ("--help");
  g_auto (Result) short_help = RUN ("-h");
  g_auto (Result) version = RUN ("--version");

  g_assert_cmpint (help.status, ==, 0);
  for (size_t i = 0; i < G_N_ELEMENTS (options); i++)
    g_assert_nonnull (strstr (help.out, options[i]));
  g_assert_cmpstr (help.out, ==, short_help.out);
  g_assert_cmpint (version.status, ==, 0);
  g_assert_cmpstr (version.out, ==, "talks-timeline " TALKS_VERSION "\n");
}

/* ---- --explain-date ---- */

static void
test_explain_date (void)
{
  g_auto (Result) good = RUN ("--explain-date", "2022-04-15", "-0043", "2004-06~", "1985-04-12/", "../1985");
  g_auto (Result) bad = RUN ("--explain-date", "2022", "--help", "2022-13\t\n", "\xff");
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (good.status, ==, 0);
  g_assert_cmpstr (good.err, ==, "");
  g_assert_cmpstr (good.out, ==,
                   "2022-04-15\t0\t2022-04-15\t2022-04-15\t15 April 2022\n"
                   "-0043\t1\t-0043-01-01\t-0043-12-31\t44 BCE\n"
                   "2004-06~\t1\t2004-06-01\t2004-06-30\tabout June 2004\n"
                   "1985-04-12/\t1\t1985-04-12\t?\tfrom 12 April 1985, end unknown\n"
                   "../1985\t1\t-inf\t1985-12-31\tuntil 1985, start open\n");

  g_assert_cmpint (bad.status, ==, 1);
  g_assert_true (g_utf8_validate (bad.out, -1, NULL));
  lines = g_strsplit (bad.out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (lines[0], "2022\t0\t"));
  g_assert_true (g_str_has_prefix (lines[1], "--help\tinvalid\t"));
  g_assert_true (g_str_has_prefix (lines[2], "2022-13  \tinvalid\t"));
  g_assert_true (g_str_has_prefix (lines[3], "\xef\xbf\xbd\tinvalid\t"));
}

static void
test_explain_lines (void)
{
  const char *arguments[] = { "--explain-date", "1999", "-", "2001", NULL };
  g_auto (Result) result = run ("1985\r\n\n201X\nno date\nlast", arguments);
  g_auto (GStrv) lines = g_strsplit (result.out, "\n", -1);

  g_assert_cmpint (result.status, ==, 1);
  g_assert_cmpuint (g_strv_length (lines), ==, 8);
  g_assert_true (g_str_has_prefix (lines[0], "1999\t0\t1999-01-01\t1999-12-31\t"));
  g_assert_true (g_str_has_prefix (lines[1], "1985\t0\t1985-01-01\t1985-12-31\t"));
  g_assert_true (g_str_has_prefix (lines[2], "\tinvalid\t"));
  g_assert_true (g_str_has_prefix (lines[3], "201X\t1\t2010-01-01\t2019-12-31\t"));
  g_assert_true (g_str_has_prefix (lines[4], "no date\tinvalid\t"));
  g_assert_true (g_str_has_prefix (lines[5], "last\tinvalid\t"));
  g_assert_true (g_str_has_prefix (lines[6], "2001\t0\t"));
}

/* A mark at the start of a file belongs to no date; elsewhere it is a character too many. */
static void
test_explain_mark (void)
{
  const char *arguments[] = { "--explain-date", "-", NULL };
  g_auto (Result) first = run ("\xef\xbb\xbf" "1985\n1986\n", arguments);
  g_auto (Result) second = run ("1985\n\xef\xbb\xbf" "1986\n", arguments);

  g_assert_cmpint (first.status, ==, 0);
  g_assert_true (g_str_has_prefix (first.out, "1985\t0\t"));
  g_assert_cmpint (second.status, ==, 1);
}

/* No control character reaches the terminal, in UTF-8 or not. */
static void
test_explain_controls (void)
{
  g_auto (Result) result = RUN ("--explain-date", "19\xc2\x9b" "31m\x1b[31m\x7f\x9b\xc2\x80\xc2\xa0");

  g_assert_cmpint (result.status, ==, 1);
  g_assert_true (g_utf8_validate (result.out, -1, NULL));
  g_assert_true (g_str_has_prefix (result.out,
                                   "19\xef\xbf\xbd" "31m [31m \xef\xbf\xbd\xef\xbf\xbd\xc2\xa0\tinvalid\t"));
  for (const char *p = result.out; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (!g_unichar_iscntrl (g_utf8_get_char (p)) || *p == '\t' || *p == '\n');
}

static void
test_explain_unreadable (void)
{
  static const char * const redirections[] = { "< /", "<&-" };

  for (size_t i = 0; i < G_N_ELEMENTS (redirections); i++)
    {
      g_autofree char *script = g_strdup_printf ("exec \"$0\" --as-command-line --explain-date 1999 - %s",
                                                 redirections[i]);
      const char *command[] = { "sh", "-c", script, self, NULL };
      g_auto (Result) result = { NULL };
      g_autoptr (GError) error = NULL;
      int wait_status;

      g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &result.out, &result.err,
                    &wait_status, &error);
      g_assert_no_error (error);
      g_assert_false (g_spawn_check_wait_status (wait_status, &error));
      g_assert_error (error, G_SPAWN_EXIT_ERROR, 2);
      g_assert_cmpstr (result.out, ==, "1999\t0\t1999-01-01\t1999-12-31\t1999\n");
      g_assert_nonnull (strstr (result.err, "Standard input"));
    }
}

/* ---- --validate ---- */

static char *
write_file (const char *folder,
            const char *name,
            const char *content)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static void
test_validate (void)
{
  g_autofree char *folder = g_dir_make_tmp ("talks-validate-XXXXXX", NULL);
  g_autofree char *right = write_file (folder, "right.talks.json",
                                       "{ \"format\": \"talks-timeline\", \"version\": 1, \"title\": \"A\" }");
  g_autofree char *wrong = write_file (folder, "wrong.talks.json",
                                       "{ \"format\": \"talks-timeline\", \"version\": 1, \"title\": \"A\",\n"
                                       "  \"events\": [\n"
                                       "    { \"id\": \"e\", \"date\": \"2022-13\", \"kind\": \"talks\", "
                                       "\"title\": \"E\" } ] }");
  g_autofree char *broken = write_file (folder, "broken.talks.json", "{ \"format\": ");
  g_autofree char *missing = g_build_filename (folder, "missing.talks.json", NULL);
  g_autofree char *place = g_strdup_printf ("%s:3:", wrong);
  g_auto (Result) good = RUN ("--validate", g_getenv ("TALKS_TEST_DOCUMENT"), right);
  g_auto (Result) bad = RUN ("--validate", right, wrong);
  g_auto (Result) unreadable = RUN ("--validate", wrong, broken, missing);

  g_assert_cmpint (good.status, ==, 0);
  g_assert_null (strstr (good.out, ": error: "));
  g_assert_cmpstr (good.err, ==, "");

  g_assert_cmpint (bad.status, ==, 1);
  g_assert_nonnull (strstr (bad.out, place));
  g_assert_nonnull (strstr (bad.out, ": error: /events/0/date: "));
  g_assert_cmpstr (bad.err, ==, "");

  g_assert_cmpint (unreadable.status, ==, 2);
  g_assert_nonnull (strstr (unreadable.out, place));
  g_assert_nonnull (strstr (unreadable.err, "broken.talks.json"));
  g_assert_nonnull (strstr (unreadable.err, "missing.talks.json"));

  g_remove (right);
  g_remove (wrong);
  g_remove (broken);
  g_rmdir (folder);
}

/* ---- --export ---- */

static void
test_export (void)
{
  g_autofree char *folder = g_dir_make_tmp ("talks-export-XXXXXX", NULL);
  g_autofree char *png = g_build_filename (folder, "a.png", NULL);
  g_autofree char *svg = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "a.png", NULL);
  g_autofree char *content = NULL;
  const char *document = g_getenv ("TALKS_TEST_DOCUMENT");
  g_auto (Result) sized = RUN ("--export", png, "--size", "640x480", "--theme", "dark", document);
  g_auto (Result) span = RUN ("--export", svg, "--from", "2022-03", "--to", "2022-03-29", "--unfold", document);
  g_auto (Result) failed = RUN ("--export", nowhere, document);
  g_auto (Result) missing = RUN ("--export", svg, nowhere);
  gsize length;

  g_assert_cmpint (sized.status, ==, 0);
  g_assert_cmpstr (sized.out, ==, "");
  g_assert_true (g_file_get_contents (png, &content, &length, NULL));
  /* Width and height in the head of a PNG. */
  g_assert_cmpmem (content + 16, 8, "\0\0\x02\x80\0\0\x01\xe0", 8);
  g_clear_pointer (&content, g_free);

  g_assert_cmpint (span.status, ==, 0);
  g_assert_true (g_file_get_contents (svg, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "1 March 2022 – 29 March 2022"));

  g_assert_cmpint (failed.status, ==, 2);
  g_assert_nonnull (strstr (failed.err, "a.png"));
  g_assert_cmpint (missing.status, ==, 2);
  g_assert_nonnull (strstr (missing.err, "a.png"));

  g_remove (png);
  g_remove (svg);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A language in which there is nothing is told, and the export is made all the same. */
static void
test_language (void)
{
  static const struct
  {
    const char *lang;
    gboolean    told;
  } cases[] = { { "uk", FALSE }, { "uk-UA", FALSE }, { "en", FALSE }, { "ua", TRUE }, { "xx", TRUE } };
  g_autofree char *folder = g_dir_make_tmp ("talks-lang-XXXXXX", NULL);
  g_autofree char *out = g_build_filename (folder, "a.md", NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *arguments[9] = { "--export", out, g_getenv ("TALKS_TEST_DOCUMENT"), "--lang", cases[i].lang };
      g_auto (Result) result = run (NULL, arguments);

      g_assert_cmpint (result.status, ==, 0);
      g_assert_cmpint (strstr (result.err, "No text of this document is in") != NULL, ==, cases[i].told);
      g_assert_cmpint (g_remove (out), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The sheet that was asked for, and the same again. */
static void
test_paper (void)
{
  g_autofree char *folder = g_dir_make_tmp ("talks-paper-XXXXXX", NULL);
  const char *document = g_getenv ("TALKS_TEST_DOCUMENT");
  static const struct
  {
    const char *options[4];
    gboolean    same; /* as the one before */
  } cases[] = {
    { { "--as", "worksheet" }, FALSE },
    { { "--as", "worksheet", "--seed", "1" }, TRUE },
    { { "--as", "worksheet", "--seed", "2" }, FALSE },
    { { "--as", "answers", "--seed", "2" }, FALSE },
    { { "--as", "handout" }, FALSE },
    { { "--as", "handout", "--tour", "tour-ceasefire" }, FALSE },
    { { "--as", "handout", "--paper", "LETTER" }, FALSE },
    { { "--no-lists" }, FALSE },
    { { "--no-lists", "--theme=mono" }, FALSE },
    { { "--no-lists", "--theme=mono", "--paper=letter" }, FALSE },
  };
  g_autofree char *before = NULL;
  gsize before_length = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pdf = g_build_filename (folder, "a.pdf", NULL);
      const char *arguments[9] = { "--export", pdf, document };
      g_autofree char *content = NULL;
      gsize length;

      for (int j = 0; j < 4 && cases[i].options[j] != NULL; j++)
        arguments[3 + j] = cases[i].options[j];
      {
        g_auto (Result) result = run (NULL, arguments);

        g_test_message ("%d: %s", (int) i, result.err);
        g_assert_cmpint (result.status, ==, 0);
        g_assert_cmpstr (result.err, ==, "");
      }
      g_assert_true (g_file_get_contents (pdf, &content, &length, NULL));
      g_assert_true (g_str_has_prefix (content, "%PDF-"));
      if (before != NULL)
        /* Only the date of making may differ, and it has one length. */
        g_assert_true ((before_length == length) == cases[i].same);
      g_free (before);
      before = g_steal_pointer (&content);
      before_length = length;
      g_remove (pdf);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  if (argc > 1 && strcmp (argv[1], "--as-command-line") == 0)
    {
      int status = 0;

      setlocale (LC_ALL, "");
      argv[1] = argv[0];
      return talks_command_line_run (argc - 1, argv + 1, &status) ? status : WINDOWS_STATUS;
    }

  g_test_init (&argc, &argv, NULL);
  self = argv[0];
  g_test_add_func ("/command-line/usage", test_usage);
  g_test_add_func ("/command-line/language", test_language);
  g_test_add_func ("/command-line/windows", test_windows);
  g_test_add_func ("/command-line/help", test_help);
  g_test_add_func ("/command-line/explain-date", test_explain_date);
  g_test_add_func ("/command-line/explain-lines", test_explain_lines);
  g_test_add_func ("/command-line/explain-mark", test_explain_mark);
  g_test_add_func ("/command-line/explain-controls", test_explain_controls);
  g_test_add_func ("/command-line/explain-unreadable", test_explain_unreadable);
  g_test_add_func ("/command-line/validate", test_validate);
  g_test_add_func ("/command-line/export", test_export);
  g_test_add_func ("/command-line/paper", test_paper);
  return g_test_run ();
}
