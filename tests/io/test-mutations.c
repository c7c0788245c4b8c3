/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small documents, spoiled at random: whatever comes of it, nothing crashes and every text that
 * reaches the program is UTF-8. The seed is fixed, so that a failure can be repeated; a longer run
 * with another one: TALKS_TEST_SEED=7 TALKS_TEST_ROUNDS=1000000. */

#include "talks-document-reader.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS 4000

/* Mostly not JSON. */
static const char * const bits[] = {
  "\"", "\\", "{", "}", "[", "]", ",", ":", "\\u0000", "\\ud800", "\\ud83d\\ude00", "\n", "\t", "/*", "1e999",
  "99999999999999999999", "\377", "\300\257", "\355\240\200", "\357\273\277", "\"id\":\"ev-1\",", "\"lat\":91,",
};

/* JSON, and mostly not what is expected. */
static const char * const values[] = {
  "null", "true", "-1", "91.5", "\"\"", "{}", "[]", "[[]]", "[{}]", "[null]", "[1,2]", "\"#\"", "\"ev-1\"", "\"s1\"",
  "\"2022-02-30\"", "\"2022-03-10/..\"", "\"Y99999999999\"", "\"[2022-01,2023]\"", "\"a\\u202eb\\n\"",
  "\"\\ud83d\\ude00\"", "{\"en\":\"\"}", "{\"\":\"x\",\"e\\n\":2}", "{\"date-parts\":[[2022,0,3]]}",
  "{\"date-parts\":[[9223372036854775807],[-9223372036854775808]],\"circa\":1}", "{\"raw\":\"2022?\"}",
  "[{\"event\":\"ev-1\",\"relation\":\"continues\"}]", "{\"source\":\"#%zz\",\"selector\":[{}]}",
};

static void
assert_utf8 (const char *text)
{
  if (text != NULL)
    g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
assert_text_utf8 (const TalksText *text)
{
  const char * const *langs;

  if (text == NULL)
    return;
  assert_utf8 (talks_text_get (text, NULL));
  langs = talks_text_get_languages (text);
  for (guint i = 0; langs[i] != NULL; i++)
    {
      assert_utf8 (langs[i]);
      assert_utf8 (talks_text_get (text, langs[i]));
    }
}

static void
check_document (TalksDocument *document)
{
  GPtrArray *events = talks_document_get_records (document, TALKS_RECORD_EVENT);
  GPtrArray *positions = talks_document_get_records (document, TALKS_RECORD_POSITION);

  assert_text_utf8 (talks_document_get_title (document));
  assert_utf8 (talks_document_get_language (document));
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, kind);

      for (guint i = 0; i < records->len; i++)
        {
          const TalksRecord *record = g_ptr_array_index (records, i);

          assert_utf8 (record->id);
          g_assert_cmpstr (record->id, !=, "");
          assert_utf8 (talks_record_get_title (record, "uk,en"));
        }
    }
  /* What the header promises never to be NULL. */
  for (guint i = 0; i < events->len; i++)
    {
      const TalksEvent *event = g_ptr_array_index (events, i);

      g_assert_true (event->date != NULL && event->kind != NULL && event->label != NULL);
      assert_text_utf8 (event->title);
      assert_text_utf8 (event->summary);
      g_assert_nonnull (event->sources);
    }
  for (guint i = 0; i < positions->len; i++)
    {
      const TalksPosition *position = g_ptr_array_index (positions, i);

      g_assert_true (position->date != NULL && position->party != NULL && position->topic != NULL);
      assert_text_utf8 (position->stance);
      assert_text_utf8 (position->label);
    }
}

static gboolean
check_bytes (GByteArray *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content->data, content->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_document_read_bytes (bytes, "spoiled", NULL, &error);

  g_assert_true ((reading == NULL) == (error != NULL));
  if (reading == NULL)
    {
      assert_utf8 (error->message);
      return FALSE;
    }
  for (guint i = 0; i < reading->problems->len; i++)
    {
      const TalksProblem *problem = g_ptr_array_index (reading->problems, i);
      unsigned line;
      unsigned column;

      assert_utf8 (problem->pointer);
      assert_utf8 (problem->message);
      g_assert_null (strchr (problem->message, '\n'));
      talks_reading_locate (reading, problem->pointer, &line, &column);
      g_assert_cmpuint (line, >=, 1);
      g_assert_cmpuint (column, >=, 1);
    }
  check_document (reading->document);
  return TRUE;
}

/* ---- spoiling ---- */

static guint
random_below (GRand *random,
              guint  limit)
{
  return limit > 0 ? (guint) g_rand_int_range (random, 0, (gint32) limit) : 0;
}

static void
insert (GByteArray *content,
        guint       at,
        const char *text,
        guint       length)
{
  guint old = content->len;

  g_byte_array_set_size (content, old + length);
  memmove (content->data + at + length, content->data + at, old - at);
  memcpy (content->data + at, text, length);
}

/* Puts another value in the place of one that follows a colon or a bracket. */
static void
replace_value (GByteArray *content,
               GRand      *random,
               const char *text)
{
  guint at = random_below (random, content->len);
  guint end;

  while (at < content->len && strchr (":[", content->data[at]) == NULL)
    at++;
  at++;
  while (at < content->len && content->data[at] == ' ')
    at++;
  if (at >= content->len)
    return;
  end = at + 1;
  if (content->data[at] == '"')
    while (end < content->len && content->data[end++] != '"')
      ;
  else
    while (end < content->len && strchr (",]} \n", content->data[end]) == NULL)
      end++;
  g_byte_array_remove_range (content, at, end - at);
  insert (content, at, text, (guint) strlen (text));
}

static void
spoil (GByteArray *content,
       GRand      *random)
{
  const char *bit = bits[random_below (random, G_N_ELEMENTS (bits))];
  guint at = random_below (random, content->len);
  guint length = 1 + random_below (random, 40);

  if (content->len == 0)
    return;
  length = MIN (length, content->len - at);
  switch (random_below (random, 24))
    {
    case 0:
      content->data[at] ^= (guint8) (1 << random_below (random, 8));
      break;
    case 1:
      g_byte_array_remove_range (content, at, length);
      break;
    case 2:
      {
        g_autofree char *copy = g_memdup2 (content->data + at, length);

        insert (content, random_below (random, content->len), copy, length);
      }
      break;
    case 3:
      insert (content, at, bit, (guint) strlen (bit));
      break;
    default:
      /* Mostly what still is JSON, so that it gets beyond the scan. */
      replace_value (content, random, values[random_below (random, G_N_ELEMENTS (values))]);
      break;
    }
}

static void
test_mutations (gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "documents", name, NULL);
  const char *seed = g_getenv ("TALKS_TEST_SEED");
  const char *rounds = g_getenv ("TALKS_TEST_ROUNDS");
  g_autoptr (GRand) random = g_rand_new_with_seed (seed != NULL ? (guint32) atol (seed) : 20250516);
  const int n = rounds != NULL ? atoi (rounds) : ROUNDS;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  size_t length;
  int n_read = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (GByteArray) content = g_byte_array_new ();

      g_byte_array_append (content, (const guint8 *) text, (guint) length);
      for (guint j = random_below (random, 3); j < 3; j++)
        spoil (content, random);
      n_read += check_bytes (content);
    }
  g_test_message ("%d of %d were still read", n_read, n);
  /* Else nothing but the scan would be tested. */
  g_assert_cmpint (n_read, >, n / 10);
  g_assert_cmpint (n_read, <, n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/io/mutations/small", "small.talks.json", test_mutations);
  g_test_add_data_func ("/io/mutations/full", "full.talks.json", test_mutations);
  return g_test_run ();
}
