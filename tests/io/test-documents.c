/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every document of tests/data/documents gives what the file of its name that ends in ".expected"
 * says: a line for the error that refuses it, or one for each problem, "LINE:COLUMN: severity: pointer:
 * message". A new case is two new files. */

#include "document-files.h"
#include "talks-error.h"
#include "talks-file.h"

#include <string.h>

static const char *
get_code_name (const GError *error)
{
  static const char * const names[] = {
    "FAILED", "ENCODING", "SYNTAX", "FORMAT", "VERSION", "TOO_LARGE", "DATE", "REFERENCE", "USAGE",
  };

  g_assert_true (error->domain == TALKS_ERROR);
  g_assert_cmpint (error->code, <, (int) G_N_ELEMENTS (names));
  return names[error->code];
}

static char *
describe_reading (const TalksReading *reading)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < reading->problems->len; i++)
    {
      const TalksProblem *problem = g_ptr_array_index (reading->problems, i);
      unsigned line;
      unsigned column;

      talks_reading_locate (reading, problem->pointer, &line, &column);
      g_string_append_printf (out, "%u:%u: %s: %s: %s\n", line, column,
                              problem->severity == TALKS_SEVERITY_ERROR ? "error" : "warning",
                              problem->pointer, problem->message);
    }
  return g_string_free (out, FALSE);
}

static void
test_document (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *base = g_strndup (path, strlen (path) - strlen (".talks.json"));
  g_autofree char *expected_path = g_strconcat (base, ".expected", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, &error);

  if (reading == NULL)
    found = g_strdup_printf ("%s: %s\n", get_code_name (error), error->message);
  else
    {
      g_assert_no_error (error);
      found = describe_reading (reading);
    }
  g_clear_error (&error);

  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) paths = NULL;

  g_test_init (&argc, &argv, NULL);
  paths = document_files_add_tests ("/io/documents/", test_document);
  g_assert_cmpuint (paths->len, >=, 40);
  return g_test_run ();
}
