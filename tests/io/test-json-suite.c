/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of JSONTestSuite (tests/data/json-test-suite), by which JSON parsers are compared.
 *
 * All whose names begin with "y_" are JSON and must be read, none that begins with "n_"; those with "i_"
 * and those of test_transform are left to the parser, and what this one does with each is written in
 * tests/data/json-test-suite-verdicts.tsv. What is read reaches the program as it stands in the file, or is
 * told of as irregular, and then no document is made of it. */

#include "../fuzz/check-json.h"
#include "talks-document-reader.h"
#include "talks-error.h"

#include <string.h>

typedef enum
{
  VERDICT_READ,
  VERDICT_IRREGULAR, /* read, but no document can come of it */
  VERDICT_REFUSED,
} Verdict;

static const char * const verdict_names[] = { "read", "irregular", "refused" };

static GHashTable *verdicts; /* "folder/file" → name of a verdict */

static void
read_verdicts (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "json-test-suite-verdicts.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  verdicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) fields = NULL;

      if (**line == '#' || **line == '\0')
        continue;
      fields = g_strsplit (*line, "\t", -1);
      g_assert_cmpuint (g_strv_length (fields), ==, 3);
      g_assert_true (g_strv_contains ((const char * const *) (const char *[]) { "read", "irregular", "refused", NULL },
                                      fields[1]));
      g_assert_cmpstr (fields[2], !=, "");
      g_assert_true (g_hash_table_insert (verdicts, g_strdup (fields[0]), g_strdup (fields[1])));
    }
}

/* An error is told by file, line and column, in one line of UTF-8. */
static void
check_message (const GError *error,
               const char   *name)
{
  g_assert_true (error->domain == TALKS_ERROR);
  g_assert_true (g_str_has_prefix (error->message, name));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpuint (strlen (error->message), <, 800);
}

static void
check_document (GBytes       *bytes,
                const char   *name,
                const GError *expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (talks_document_read_bytes (bytes, name, NULL, &error));
  g_assert_error (error, expected->domain, expected->code);
  g_assert_cmpstr (error->message, ==, expected->message);
}

static Verdict
judge (GBytes     *bytes,
       const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksJsonScan) scan = talks_json_scan_new (bytes, name, TALKS_JSON_MAX_SIZE, &error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  const TalksJsonIrregularity *irregularities;
  guint n;

  if (scan == NULL)
    {
      g_test_message ("%s", error->message);
      check_message (error, name);
      check_document (bytes, name, error);
      return VERDICT_REFUSED;
    }
  g_assert_no_error (error);
  check_json (scan, parser);
  irregularities = talks_json_scan_get_irregularities (scan, &n);
  if (n == 0)
    return VERDICT_READ;
  g_test_message ("%s", irregularities[0].error->message);
  check_message (irregularities[0].error, name);
  check_document (bytes, name, irregularities[0].error);
  return VERDICT_IRREGULAR;
}

static Verdict
judge_file (const char *folder,
            const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "json-test-suite", folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  size_t length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  return judge (bytes, name);
}

static GPtrArray *
list_files (const char *folder,
            const char *prefix)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "json-test-suite", folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      g_ptr_array_add (names, g_strdup (name));
  return names;
}

typedef struct
{
  const char *folder;
  const char *prefix;
  guint       n_files;
  guint       n_irregular;
  Verdict     expected; /* of files of which the table says nothing */
  gboolean    in_table; /* whether it must name each */
} Group;

static void
test_group (gconstpointer data)
{
  const Group *group = data;
  g_autoptr (GPtrArray) names = list_files (group->folder, group->prefix);
  guint n_irregular = 0;

  g_assert_cmpuint (names->len, ==, group->n_files);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *key = g_strconcat (group->folder, "/", name, NULL);
      const char *written = g_hash_table_lookup (verdicts, key);
      Verdict verdict;

      g_test_message ("%s", key);
      verdict = judge_file (group->folder, name);
      n_irregular += verdict == VERDICT_IRREGULAR;
      g_assert_true (written != NULL || !group->in_table);
      g_assert_cmpstr (verdict_names[verdict], ==,
                       written != NULL ? written : verdict_names[group->expected]);
      /* The table may say that a good file cannot become a document, and no more than that. */
      if (group->expected == VERDICT_READ && !group->in_table)
        g_assert_cmpint (verdict, !=, VERDICT_REFUSED);
      if (group->expected == VERDICT_REFUSED && !group->in_table)
        g_assert_cmpint (verdict, ==, VERDICT_REFUSED);
    }
  g_assert_cmpuint (n_irregular, ==, group->n_irregular);
}

/* Nothing in the table that is not there. */
static void
test_table (void)
{
  GHashTableIter iter;
  void *key;

  g_assert_cmpuint (g_hash_table_size (verdicts), ==, 61);
  g_hash_table_iter_init (&iter, verdicts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "json-test-suite", key, NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
}

int
main (int    argc,
      char **argv)
{
  static const Group groups[] = {
    { "test_parsing", "y_", 95, 4, VERDICT_READ, FALSE },
    { "test_parsing", "n_", 188, 0, VERDICT_REFUSED, FALSE },
    { "test_parsing", "i_", 35, 0, VERDICT_REFUSED, TRUE },
    { "test_transform", "", 22, 4, VERDICT_REFUSED, TRUE },
  };
  int status;

  g_test_init (&argc, &argv, NULL);
  read_verdicts ();
  for (size_t i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *path = g_strdup_printf ("/io/json-suite/%s/%s", groups[i].folder,
                                               *groups[i].prefix != '\0' ? groups[i].prefix : "all");

      g_test_add_data_func (path, &groups[i], test_group);
    }
  g_test_add_func ("/io/json-suite/table", test_table);
  status = g_test_run ();
  g_hash_table_unref (verdicts);
  return status;
}
