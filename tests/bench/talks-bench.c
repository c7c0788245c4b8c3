/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* talks-bench: how fast Talks opens, lays out and draws generated documents, and what it takes up.
 *
 *   talks-bench [--json FILE] [FILE]
 *
 * Milliseconds depend on the machine and on what else it does; the ratios at the end, each of two
 * figures of the same run, are what to compare and to keep an eye on. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench-drawing.h"
#include "bench-report.h"
#include "talks-document-reader.h"
#include "talks-query.h"
#include "talks-quiet.h"
#include "talks-test-support.h"

#define SEED 20250516
#define REPEATS 5

static const guint sizes[] = { 100, 1000, 10000 };

/* ---- one size, in a process of its own ---- */

static TalksReading *
open_document (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  TalksReading *reading = talks_document_read_bytes (bytes, "generated", NULL, &error);

  if (reading == NULL)
    g_error ("%s", error->message);
  return reading;
}

static void
measure_first_view (GBytes      *bytes,
                    BenchWindow *window)
{
  double before = bench_get_memory ();
  double opened;
  BenchSeries view;
  g_autoptr (TalksReading) reading = NULL;

  bench_series_init (&view);
  bench_series_begin (&view);
  reading = open_document (bytes);
  opened = bench_get_memory ();
  bench_window_init (window, reading->document);
  bench_window_build (window);
  bench_window_draw (window);
  bench_series_end (&view);
  bench_write_series ("file in memory to first view", &view, FALSE);
  bench_write ("memory of document", opened - before, "MB");
  bench_write ("memory of view", bench_get_memory () - opened, "MB");
  bench_write ("peak memory", bench_get_peak (), "MB");
}

static void
measure_opening (GBytes *bytes)
{
  BenchSeries opening;
  BenchSeries parsing;

  bench_series_init (&opening);
  bench_series_init (&parsing);
  /* In turn, so that the machine's moods meet both. */
  for (int i = 0; i < REPEATS; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      g_autoptr (GError) error = NULL;
      TalksReading *reading;

      bench_series_begin (&opening);
      reading = open_document (bytes);
      bench_series_end (&opening);
      talks_reading_free (reading);

      bench_series_begin (&parsing);
      json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                  (gssize) g_bytes_get_size (bytes), &error);
      bench_series_end (&parsing);
      if (error != NULL)
        g_error ("%s", error->message);
    }
  bench_write_series ("opening", &opening, FALSE);
  bench_write_series ("json-glib parse alone", &parsing, FALSE);
}

static void
measure_model (TalksDocument *document)
{
  BenchSeries checking;
  BenchSeries index;
  BenchSeries quiet;
  BenchSeries search;

  bench_series_init (&checking);
  bench_series_init (&index);
  bench_series_init (&quiet);
  bench_series_init (&search);
  for (int i = 0; i < REPEATS; i++)
    {
      g_autoptr (TalksDocument) copy = talks_document_copy (document);
      g_autoptr (GArray) found = NULL;
      g_autoptr (GPtrArray) hits = NULL;
      g_autoptr (GPtrArray) problems = NULL;

      bench_series_begin (&index);
      talks_document_get_events_by_time (copy);
      bench_series_end (&index);
      bench_series_begin (&quiet);
      found = talks_quiet_find (copy);
      bench_series_end (&quiet);
      bench_series_begin (&checking);
      problems = talks_document_validate (copy);
      bench_series_end (&checking);
      bench_series_begin (&search);
      hits = talks_query_run (copy, "ceasefire", "en");
      bench_series_end (&search);
    }
  bench_write_series ("validation (in opening too)", &checking, FALSE);
  bench_write_series ("index", &index, FALSE);
  bench_write_series ("quiet periods", &quiet, FALSE);
  bench_write_series ("search", &search, FALSE);
}

static int
measure (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  BenchWindow window;
  char *text;
  size_t length;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);
  bytes = g_bytes_new_take (text, length);
  bench_write ("file", (double) length / 1e6, "MB");

  /* First, while nothing is warm and memory is clean. */
  measure_first_view (bytes, &window);
  measure_opening (bytes);
  measure_model (talks_session_get_document (window.session));
  bench_window_measure (&window);
  bench_window_clear (&window);
  return EXIT_SUCCESS;
}

/* ---- all sizes ---- */

static char *
write_document (guint    n,
                GError **error)
{
  g_autoptr (GBytes) bytes = talks_generate_json (n, SEED);
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("talks-bench-XXXXXX.talks.json", &path, error);

  if (file < 0)
    return NULL;
  g_close (file, NULL);
  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                            error))
    return NULL;
  return g_steal_pointer (&path);
}

static gboolean
run_size (const char  *program,
          guint        n,
          BenchTable  *table,
          GError     **error)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *path = write_document (n, error);
  g_autofree char *lines = NULL;
  gboolean done = FALSE;

  if (path == NULL)
    return FALSE;
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, error, program, "--measure", path, NULL);
  if (process != NULL && g_subprocess_communicate_utf8 (process, NULL, NULL, &lines, NULL, error)
      && g_subprocess_wait_check (process, NULL, error))
    {
      bench_table_parse (table, lines, n);
      done = TRUE;
    }
  g_unlink (path);
  return done;
}

static void
add_ratio (BenchTable *table,
           const char *name,
           double      value,
           guint       n)
{
  if (isfinite (value))
    bench_table_add (table, name, value, "ratio", n);
}

/* What of one run can be compared with another. */
static void
add_ratios (BenchTable *table)
{
  static const struct
  {
    const char *name;
    const char *of;
  } growth[] = {
    { "pan step against that at 100 events", "pan step, two years wide" },
    { "wide pan step against that at 100 events", "pan step, twenty years wide" },
    { "zoom step against that at 100 events", "zoom step (scene and view)" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint n = sizes[i];

      add_ratio (table, "opening against json-glib parse",
                 bench_table_get (table, "opening", n)
                   / bench_table_get (table, "json-glib parse alone", n), n);
      add_ratio (table, "memory of document against file",
                 bench_table_get (table, "memory of document", n)
                   / bench_table_get (table, "file", n), n);
      add_ratio (table, "p95 of pan step against its median",
                 bench_table_get (table, "pan step, two years wide, p95", n)
                   / bench_table_get (table, "pan step, two years wide", n), n);
      for (size_t j = 0; j < G_N_ELEMENTS (growth); j++)
        add_ratio (table, growth[j].name,
                   bench_table_get (table, growth[j].of, n)
                     / bench_table_get (table, growth[j].of, sizes[0]), n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *json = NULL;
  g_autofree char *file = NULL;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_FILENAME, &json, "Write the figures as JSON", "FILE" },
    { "measure", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &file, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new ("[FILE]");
  g_autoptr (GError) error = NULL;
  g_autofree char *program = NULL;
  BenchTable table;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if (file != NULL)
    return measure (file);
  if (json == NULL && argc > 1)
    json = g_strdup (argv[1]);

  /* Ourselves, however we were found. */
  program = g_file_read_link ("/proc/self/exe", NULL);
  bench_table_init (&table);
  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (!run_size (program != NULL ? program : argv[0], sizes[i], &table, &error))
      {
        g_printerr ("%u events: %s\n", sizes[i], error->message);
        bench_table_clear (&table);
        return EXIT_FAILURE;
      }
  add_ratios (&table);
  bench_table_print (&table, sizes, G_N_ELEMENTS (sizes));
  if (json != NULL && !bench_table_save (&table, json, &error))
    {
      g_printerr ("%s\n", error->message);
      bench_table_clear (&table);
      return EXIT_FAILURE;
    }
  bench_table_clear (&table);
  return EXIT_SUCCESS;
}
