/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The generator is what other tests and the benchmarks stand on: that it makes what it promises. */

#include "talks-document-reader.h"
#include "talks-test-support.h"

#define N 3000

static void
test_same_seed (void)
{
  g_autoptr (GBytes) one = talks_generate_json (200, 7);
  g_autoptr (GBytes) two = talks_generate_json (200, 7);
  g_autoptr (GBytes) other = talks_generate_json (200, 8);

  g_assert_true (g_bytes_equal (one, two));
  g_assert_false (g_bytes_equal (one, other));
}

static void
test_shape (void)
{
  g_autoptr (TalksDocument) document = talks_generate_document (N, 1);
  GPtrArray *events = talks_document_get_records (document, TALKS_RECORD_EVENT);
  TalksSpan extent = talks_document_get_extent (document);
  guint n_intervals = 0;

  g_assert_cmpuint (events->len, ==, N);
  g_assert_cmpuint (talks_document_count (document, TALKS_RECORD_POSITION), ==, N / 3);
  g_assert_cmpuint (talks_document_count (document, TALKS_RECORD_PARTY), ==, 12);
  g_assert_cmpint (talks_span_length (extent), >, 39 * 365);
  g_assert_cmpint (talks_span_length (extent), <, 42 * 365);
  for (guint i = 0; i < events->len; i++)
    {
      const TalksEvent *event = events->pdata[i];
      const char *title = talks_text_get (event->title, NULL);
      const char *label = talks_text_get (event->label, NULL);

      n_intervals += (talks_date_get_flags (event->date) & TALKS_DATE_INTERVAL) != 0;
      g_assert_cmpint (talks_date_get_latest (event->date) - talks_date_get_earliest (event->date),
                       <=, 184);
      g_assert_true (g_utf8_validate (title, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (title, -1), <=, 60);
      g_assert_cmpint (g_utf8_strlen (label, -1), <=, 28);
    }
  g_assert_cmpuint (n_intervals, >, N * 36 / 100);
  g_assert_cmpuint (n_intervals, <, N * 44 / 100);
}

/* The file says the same as the document, by the program's own reader. */
static void
test_json (void)
{
  g_autoptr (TalksDocument) document = talks_generate_document (300, 3);
  g_autoptr (GBytes) bytes = talks_generate_json (300, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_document_read_bytes (bytes, "generated", NULL, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < reading->problems->len; i++)
    {
      const TalksProblem *problem = reading->problems->pdata[i];

      if (problem->severity == TALKS_SEVERITY_ERROR)
        g_error ("%s: %s", problem->pointer, problem->message);
    }
  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    g_assert_cmpuint (talks_document_count (reading->document, (TalksRecordKind) kind), ==,
                      talks_document_count (document, (TalksRecordKind) kind));
  again = talks_test_to_json (reading->document);
  g_assert_true (g_bytes_equal (again, bytes));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/generate/same-seed", test_same_seed);
  g_test_add_func ("/generate/shape", test_shape);
  g_test_add_func ("/generate/json", test_json);

  return g_test_run ();
}
