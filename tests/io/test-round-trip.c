/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever was read is written as it was; an edit changes one element; taking it back gives the first
 * bytes again. The seed is fixed; a longer run with another one: TALKS_TEST_SEED=7
 * TALKS_TEST_ROUNDS=10000. */

#include "document-files.h"
#include "random-document.h"
#include "talks-document-writer.h"
#include "talks-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define ROUNDS 300
#define EDITS  4

static guint
get_number (const char *name,
            guint       fallback)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : fallback;
}

/* NULL when it cannot be read. */
static TalksReading *
read_bytes (GBytes *bytes)
{
  return talks_document_read_bytes (bytes, "test.talks.json", NULL, NULL);
}

static void
assert_same (GBytes *found,
             GBytes *expected)
{
  if (g_bytes_equal (found, expected))
    return;
  g_assert_cmpmem (g_bytes_get_data (found, NULL), g_bytes_get_size (found),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static GBytes *
write_again (TalksReading *reading)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = talks_document_write (reading->document, reading, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* The element of a record in the file; FALSE when it is in none. */
static gboolean
find_element (const TalksReading *reading,
              const TalksRecord  *record,
              size_t             *start,
              size_t             *end)
{
  GPtrArray *records = talks_document_get_records (reading->as_read, record->kind);
  const char *list = talks_record_kind_to_list (record->kind);
  const char *data = g_bytes_get_data (talks_json_scan_get_bytes (reading->scan), NULL);
  g_autofree char *list_pointer = g_strconcat ("/", list, NULL);
  const GArray *left_out = g_hash_table_lookup (reading->left_out, list_pointer);
  guint n_left_out = 0;

  for (guint i = 0; i < records->len; i++)
    {
      while (left_out != NULL && n_left_out < left_out->len
             && g_array_index (left_out, guint, n_left_out) == i + n_left_out)
        n_left_out++;
      if (g_str_equal (((TalksRecord *) records->pdata[i])->id, record->id))
        {
          g_autofree char *pointer = g_strdup_printf ("/%s/%u", list, i + n_left_out);
          size_t length;
          const char *text = talks_json_scan_find (reading->scan, pointer, &length);

          g_assert_nonnull (text);
          *start = (size_t) (text - data);
          *end = *start + length;
          return TRUE;
        }
    }
  return FALSE;
}

/* All that is outside of the element of an edited record is as it was. */
static void
check_outside (const TalksReading *reading,
               const TalksRecord  *record,
               GBytes             *before,
               GBytes             *after)
{
  size_t start = 0;
  size_t end = 0;
  size_t size;
  size_t new_size;
  const char *data = g_bytes_get_data (before, &size);
  const char *new_data = g_bytes_get_data (after, &new_size);

  g_assert_true (find_element (reading, record, &start, &end));
  g_assert_cmpuint (new_size, >=, start + (size - end));
  g_assert_cmpmem (data, start, new_data, start);
  g_assert_cmpmem (data + end, size - end, new_data + new_size - (size - end), size - end);
}

/* An edit of the head leaves all lists as they are. */
static void
check_lists (const TalksReading *reading,
             GBytes             *after)
{
  g_autoptr (TalksReading) edited = read_bytes (after);

  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      g_autofree char *pointer = g_strconcat ("/", talks_record_kind_to_list (kind), NULL);
      size_t length = 0;
      size_t new_length = 0;
      const char *text = talks_json_scan_find (reading->scan, pointer, &length);
      const char *new_text = talks_json_scan_find (edited->scan, pointer, &new_length);

      g_assert_true ((text == NULL) == (new_text == NULL));
      if (text != NULL)
        g_assert_cmpmem (text, length, new_text, new_length);
    }
}

/* Every member that nobody knows is still there. */
static void
check_unknown (GBytes    *bytes,
               GPtrArray *unknown)
{
  size_t size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; unknown != NULL && i < unknown->len; i++)
    g_assert_nonnull (g_strstr_len (data, (gssize) size, unknown->pdata[i]));
}

/* A record with an id that another entry of the file has too cannot be removed. */
static gboolean
is_refused_rightly (const TalksChange *change,
                    const GError      *error)
{
  return talks_change_get_after (change) == NULL && g_error_matches (error, TALKS_ERROR, TALKS_ERROR_FAILED)
         && strstr (error->message, "another entry") != NULL;
}

/* Edits, writes and takes back. The bytes of the edit, NULL if it was refused. */
static GBytes *
check_edit (TalksReading *reading,
            GBytes       *bytes,
            GRand        *random,
            GPtrArray    *unknown)
{
  gboolean is_simple;
  g_autoptr (TalksChange) change = talks_random_edit (reading->document, random, &is_simple);
  g_autoptr (TalksChange) inverse = talks_change_invert (change);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) edited = talks_document_write (reading->document, reading, NULL, &error);
  g_autoptr (GBytes) undone = NULL;

  if (edited == NULL && is_refused_rightly (change, error))
    g_clear_error (&error);
  g_assert_no_error (error);
  if (edited != NULL)
    {
      TalksRecord *before = talks_change_get_before (change);

      if (before != NULL && before->kind == TALKS_RECORD_HEAD)
        check_lists (reading, edited);
      else if (before != NULL && talks_change_get_after (change) != NULL)
        check_outside (reading, before, bytes, edited);
      if (is_simple || before == NULL)
        check_unknown (edited, unknown);
    }

  talks_document_apply (reading->document, inverse, &error);
  g_assert_no_error (error);
  undone = write_again (reading);
  assert_same (undone, bytes);
  return g_steal_pointer (&edited);
}

static void
check_edits (TalksReading *reading,
             GBytes       *bytes,
             GRand        *random,
             GPtrArray    *unknown)
{
  for (guint i = 0; i < EDITS; i++)
    {
      GBytes *edited = check_edit (reading, bytes, random, unknown);

      g_clear_pointer (&edited, g_bytes_unref);
    }
}

static void
check_round_trip (GBytes *bytes)
{
  g_autoptr (TalksReading) reading = read_bytes (bytes);
  g_autoptr (GBytes) same = NULL;

  g_assert_nonnull (reading);
  same = write_again (reading);
  assert_same (same, bytes);
}

/* ---- tests ---- */

static GBytes *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;
  size_t length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

static void
test_file (gconstpointer data)
{
  g_autoptr (GBytes) bytes = load (data);
  g_autoptr (TalksReading) reading = read_bytes (bytes);
  g_autoptr (GRand) random = g_rand_new_with_seed (get_number ("TALKS_TEST_SEED", 1));

  if (reading == NULL)
    {
      g_test_skip ("cannot be read");
      return;
    }
  check_round_trip (bytes);
  check_edits (reading, bytes, random, NULL);
}

static void
test_random (void)
{
  guint rounds = get_number ("TALKS_TEST_ROUNDS", ROUNDS);
  guint seed = get_number ("TALKS_TEST_SEED", 1);

  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed * 1000003 + i);
      g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GBytes) bytes = talks_random_document (random, unknown);
      g_autoptr (TalksReading) reading = read_bytes (bytes);

      g_assert_nonnull (reading);
      check_round_trip (bytes);
      check_edits (reading, bytes, random, unknown);
    }
}

/* Several edits one after the other, each written over what the last one gave. */
static void
test_saving_on (void)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (7000 + i);
      g_autoptr (GBytes) bytes = talks_random_document (random, NULL);
      g_autoptr (TalksReading) base = read_bytes (bytes);
      g_autoptr (TalksDocument) document = g_object_ref (base->document);

      for (guint j = 0; j < 8; j++)
        {
          gboolean is_simple;
          g_autoptr (TalksChange) change = talks_random_edit (document, random, &is_simple);
          g_autoptr (GError) error = NULL;
          g_autoptr (TalksReading) written = NULL;
          g_autoptr (GBytes) edited = NULL;

          /* Only one record of the maker's new id can be there. */
          if (talks_change_get_before (change) == NULL)
            {
              g_autoptr (TalksChange) inverse = talks_change_invert (change);

              talks_document_apply (document, inverse, &error);
              g_assert_no_error (error);
            }
          edited = talks_document_write (document, base, &written, &error);
          if (edited == NULL && is_refused_rightly (change, error))
            break;
          g_assert_no_error (error);
          talks_reading_free (base);
          base = g_steal_pointer (&written);
        }
    }
}

/* Somebody else's parser takes what is written. */
static void
test_other_parser (void)
{
  static const char script[] =
    "import json, sys, glob\n"
    "def refuse(word): raise ValueError(word)\n"
    "for name in glob.glob(sys.argv[1] + '/*'):\n"
    "    with open(name, encoding='utf-8-sig', newline='') as file: json.load(file, parse_constant=refuse)\n";
  g_autofree char *python = g_find_program_in_path ("python3");
  g_autofree char *folder = NULL;
  const char *argv[] = { python, "-c", script, NULL, NULL };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  int status;

  if (python == NULL)
    {
      g_test_skip ("there is no python3");
      return;
    }
  folder = g_dir_make_tmp ("talks-XXXXXX", &error);
  g_assert_no_error (error);
  argv[3] = folder;
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (9000 + i);
      g_autoptr (GBytes) bytes = talks_random_document (random, NULL);
      g_autoptr (TalksReading) reading = read_bytes (bytes);
      g_autoptr (GBytes) edited = check_edit (reading, bytes, random, NULL);
      g_autoptr (GBytes) fresh = talks_document_write (reading->document, NULL, NULL, &error);
      char *path;

      g_assert_no_error (error);
      path = g_strdup_printf ("%s/%u-fresh", folder, i);
      g_ptr_array_add (paths, path);
      g_assert_true (g_file_set_contents (path, g_bytes_get_data (fresh, NULL), (gssize) g_bytes_get_size (fresh), NULL));
      if (edited == NULL)
        continue;
      path = g_strdup_printf ("%s/%u", folder, i);
      g_ptr_array_add (paths, path);
      g_assert_true (g_file_set_contents (path, g_bytes_get_data (edited, NULL), (gssize) g_bytes_get_size (edited), NULL));
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  for (guint i = 0; i < paths->len; i++)
    g_remove (paths->pdata[i]);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) paths = NULL;

  g_test_init (&argc, &argv, NULL);
  paths = document_files_add_tests ("/round-trip/file/", test_file);
  g_test_add_data_func ("/round-trip/file/bundled", g_getenv ("TALKS_TEST_DOCUMENT"), test_file);
  g_test_add_func ("/round-trip/random", test_random);
  g_test_add_func ("/round-trip/saving-on", test_saving_on);
  g_test_add_func ("/round-trip/other-parser", test_other_parser);
  return g_test_run ();
}
