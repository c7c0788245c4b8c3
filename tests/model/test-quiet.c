/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-quiet.h"

#include "talks-file.h"
#include "talks-test-support.h"

static void
add_event_on (TalksDocument *document,
              TalksDay       day)
{
  g_autofree char *iso = talks_day_to_iso (day);
  g_autofree char *id = g_strdup_printf ("e%u", talks_document_count (document, TALKS_RECORD_EVENT));

  talks_test_add (document, talks_test_event_new (id, "talks", iso));
}

/* n events at random over the days from start on. */
static void
scatter (TalksDocument *document,
         GRand         *rand,
         TalksDay       start,
         int            days,
         int            n)
{
  for (int i = 0; i < n; i++)
    add_event_on (document, start + g_rand_int_range (rand, 0, days));
}

static char *
describe (GArray *quiet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < quiet->len; i++)
    {
      TalksSpan span = g_array_index (quiet, TalksSpan, i);
      g_autofree char *start = talks_day_to_iso (span.start);
      g_autofree char *end = talks_day_to_iso (span.end);

      g_string_append_printf (text, "%s%s/%s", i > 0 ? " " : "", start, end);
    }
  return g_string_free (text, FALSE);
}

static void
assert_invariants (TalksDocument *document,
                   GArray        *quiet)
{
  TalksSpan extent = talks_document_get_extent (document);

  for (guint i = 0; i < quiet->len; i++)
    {
      TalksSpan span = g_array_index (quiet, TalksSpan, i);

      g_assert_cmpint (span.start, >=, extent.start);
      g_assert_cmpint (span.end, <=, extent.end);
      g_assert_cmpint (talks_span_length (span), >=, 90);
      g_assert_cmpint (talks_span_length (span) * 10, >=, talks_span_length (extent));
      if (i > 0)
        g_assert_cmpint (span.start, >, g_array_index (quiet, TalksSpan, i - 1).end);
    }
}

/* Busy, quiet, busy: one quiet period. Its ends are near the truth, nearer where there are more events
 * to tell it by. */
static void
test_busy_quiet_busy (void)
{
  static const struct
  {
    int busy;       /* days of each busy time */
    int quiet;      /* days between */
    int n_busy;     /* events in each busy time */
    int n_quiet;    /* events between */
    int tolerance;  /* days */
  } cases[] = {
    { 90, 900, 45, 0, 21 },
    { 90, 900, 45, 30, 42 },
    { 60, 400, 30, 3, 21 },
    { 365, 3650, 200, 40, 35 },
    { 120, 120, 80, 0, 21 },
    { 120, 1500, 20, 5, 100 },
    { 700, 700, 2000, 60, 14 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint32 seed = 0; seed < 20; seed++)
      {
        g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
        g_autoptr (TalksDocument) document = talks_document_new ();
        g_autoptr (GArray) quiet = NULL;
        g_autofree char *text = NULL;
        TalksDay day = talks_test_day ("2020-01-01");
        TalksSpan span;

        scatter (document, rand, day, cases[i].busy, cases[i].n_busy);
        scatter (document, rand, day + cases[i].busy, cases[i].quiet, cases[i].n_quiet);
        scatter (document, rand, day + cases[i].busy + cases[i].quiet, cases[i].busy, cases[i].n_busy);
        quiet = talks_quiet_find (document);
        assert_invariants (document, quiet);
        text = describe (quiet);
        g_test_message ("case %u, seed %u: %s", (guint) i, seed, text);
        g_assert_cmpuint (quiet->len, ==, 1);
        span = g_array_index (quiet, TalksSpan, 0);
        g_assert_cmpint (ABS (span.start - (day + cases[i].busy)), <=,
                         cases[i].tolerance);
        g_assert_cmpint (ABS (span.end - (day + cases[i].busy + cases[i].quiet)), <=,
                         cases[i].tolerance);
      }
}

/* Events that come at an even rate, be there few or many, leave nothing to fold. */
static void
test_even (void)
{
  static const struct
  {
    int days;
    int n;
  } cases[] = {
    { 365, 10 },   { 365, 30 },    { 365, 100 },   { 365, 1000 },  { 1200, 8 },   { 1200, 20 },
    { 1200, 60 },  { 1200, 200 },  { 1200, 1000 }, { 3650, 10 },   { 3650, 40 },  { 3650, 100 },
    { 3650, 400 }, { 3650, 3000 }, { 14600, 100 }, { 14600, 1000 }, { 14600, 10000 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint32 seed = 0; seed < 20; seed++)
      {
        g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
        g_autoptr (TalksDocument) document = talks_document_new ();
        g_autoptr (GArray) quiet = NULL;
        g_autofree char *text = NULL;

        if (cases[i].n > 2000 && seed > 2)
          break;
        scatter (document, rand, 18000, cases[i].days, cases[i].n);
        quiet = talks_quiet_find (document);
        text = describe (quiet);
        g_test_message ("%d events in %d days, seed %u: %s", cases[i].n, cases[i].days, seed, text);
        g_assert_cmpstr (text, ==, "");
      }
}

static void
test_too_little (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (GArray) of_nothing = talks_quiet_find (document);
  g_autoptr (GArray) of_few = NULL;
  g_autoptr (GArray) of_short = NULL;
  g_autoptr (GArray) of_open = NULL;
  TalksDay day = talks_test_day ("2020-01-01");

  g_assert_cmpuint (of_nothing->len, ==, 0);
  /* Seven events are too few to speak of quiet. */
  for (int i = 0; i < 6; i++)
    add_event_on (document, day + i);
  add_event_on (document, day + 2000);
  of_few = talks_quiet_find (document);
  g_assert_cmpuint (of_few->len, ==, 0);
  /* An event without any day counts nowhere, and does no harm. */
  talks_test_add (document, talks_test_event_new ("open", "talks", "../.."));
  of_open = talks_quiet_find (document);
  assert_invariants (document, of_open);

  {
    g_autoptr (TalksDocument) shorter = talks_document_new ();

    for (int i = 0; i < 20; i++)
      add_event_on (shorter, day + i);
    add_event_on (shorter, day + 150);
    of_short = talks_quiet_find (shorter);
    g_assert_cmpuint (of_short->len, ==, 0);
  }
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < 12; seed++)
    {
      g_autoptr (TalksDocument) document = talks_generate_document (600, seed);
      g_autoptr (GArray) quiet = talks_quiet_find (document);
      g_autofree char *text = describe (quiet);

      g_test_message ("seed %u: %s", seed, text);
      assert_invariants (document, quiet);
      /* Its quiet years: five and six of forty, ten of them at least a tenth of all. */
      g_assert_cmpuint (quiet->len, >=, 1);
    }
}

/* The talks of 2022 were suspended in May; those of 2025 begin in February. */
static void
test_bundled (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("TALKS_TEST_DOCUMENT"));
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, &error);
  g_autoptr (GArray) quiet = NULL;
  g_autofree char *text = NULL;
  TalksSpan span;

  g_assert_no_error (error);
  quiet = talks_quiet_find (reading->document);
  text = describe (quiet);
  g_test_message ("%s", text);
  g_assert_cmpuint (quiet->len, ==, 1);
  span = g_array_index (quiet, TalksSpan, 0);
  g_assert_cmpint (span.start, >=, talks_test_day ("2022-05-01"));
  g_assert_cmpint (span.start, <=, talks_test_day ("2022-06-30"));
  g_assert_cmpint (span.end, >=, talks_test_day ("2025-01-15"));
  g_assert_cmpint (span.end, <=, talks_test_day ("2025-02-28"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiet/busy-quiet-busy", test_busy_quiet_busy);
  g_test_add_func ("/quiet/even", test_even);
  g_test_add_func ("/quiet/too-little", test_too_little);
  g_test_add_func ("/quiet/generated", test_random);
  g_test_add_func ("/quiet/bundled", test_bundled);

  return g_test_run ();
}
