/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-report.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* ---- series ---- */

void
bench_series_init (BenchSeries *self)
{
  self->samples = g_array_new (FALSE, FALSE, sizeof (double));
  self->start = 0;
}

void
bench_series_clear (BenchSeries *self)
{
  g_clear_pointer (&self->samples, g_array_unref);
}

void
bench_series_begin (BenchSeries *self)
{
  self->start = g_get_monotonic_time ();
}

void
bench_series_end (BenchSeries *self)
{
  double sample = (double) (g_get_monotonic_time () - self->start) / 1000.0;

  g_array_append_val (self->samples, sample);
}

void
bench_series_end_at (BenchSeries *self,
                     guint        i)
{
  double sample = (double) (g_get_monotonic_time () - self->start) / 1000.0;

  if (i == self->samples->len)
    g_array_append_val (self->samples, sample);
  else
    g_array_index (self->samples, double, i) = MIN (g_array_index (self->samples, double, i), sample);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return (one > two) - (one < two);
}

double
bench_series_get (BenchSeries *self,
                  double       share)
{
  guint n = self->samples->len;
  guint i;

  g_return_val_if_fail (n > 0, 0);

  g_array_sort (self->samples, compare_doubles);
  i = (guint) MAX (ceil (share * n) - 1, 0);
  return g_array_index (self->samples, double, MIN (i, n - 1));
}

void
bench_write (const char *name,
             double      value,
             const char *unit)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  printf ("%s\t%s\t%s\n", name, g_ascii_formatd (text, sizeof text, "%.6g", value), unit);
}

void
bench_write_series (const char  *name,
                    BenchSeries *series,
                    gboolean     p95)
{
  bench_write (name, bench_series_get (series, 0.5), "ms");
  if (p95)
    {
      g_autofree char *tail = g_strconcat (name, ", p95", NULL);

      bench_write (tail, bench_series_get (series, 0.95), "ms");
    }
  bench_series_clear (series);
}

/* ---- memory ---- */

double
bench_get_memory (void)
{
  g_autofree char *text = NULL;
  unsigned long size;
  unsigned long resident;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL)
      || sscanf (text, "%lu %lu", &size, &resident) != 2)
    return 0;
  return (double) resident * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

double
bench_get_peak (void)
{
  struct rusage usage;

  if (getrusage (RUSAGE_SELF, &usage) != 0)
    return 0;
  return (double) usage.ru_maxrss * 1024 / 1e6;
}

/* ---- the table ---- */

static void
free_figure (gpointer data)
{
  BenchFigure *figure = data;

  g_free (figure->name);
  g_free (figure->unit);
  g_free (figure);
}

void
bench_table_init (BenchTable *self)
{
  self->figures = g_ptr_array_new_with_free_func (free_figure);
}

void
bench_table_clear (BenchTable *self)
{
  g_clear_pointer (&self->figures, g_ptr_array_unref);
}

void
bench_table_add (BenchTable *self,
                 const char *name,
                 double      value,
                 const char *unit,
                 guint       n)
{
  BenchFigure *figure = g_new0 (BenchFigure, 1);

  figure->name = g_strdup (name);
  figure->value = value;
  figure->unit = g_strdup (unit);
  figure->n = n;
  g_ptr_array_add (self->figures, figure);
}

void
bench_table_parse (BenchTable *self,
                   const char *lines,
                   guint       n)
{
  g_auto (GStrv) list = g_strsplit (lines, "\n", -1);

  for (char **line = list; *line != NULL; line++)
    {
      g_auto (GStrv) fields = g_strsplit (*line, "\t", -1);

      if (g_strv_length (fields) == 3)
        bench_table_add (self, fields[0], g_ascii_strtod (fields[1], NULL), fields[2], n);
    }
}

double
bench_table_get (BenchTable *self,
                 const char *name,
                 guint       n)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const BenchFigure *figure = self->figures->pdata[i];

      if (figure->n == n && strcmp (figure->name, name) == 0)
        return figure->value;
    }
  return NAN;
}

void
bench_table_print (BenchTable  *self,
                   const guint *sizes,
                   size_t       n_sizes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  printf ("%-44s", "events");
  for (size_t i = 0; i < n_sizes; i++)
    printf ("%12u", sizes[i]);
  printf ("\n");
  for (guint i = 0; i < self->figures->len; i++)
    {
      const BenchFigure *figure = self->figures->pdata[i];

      if (!g_hash_table_add (seen, figure->name))
        continue;
      printf ("%-44s", figure->name);
      for (size_t j = 0; j < n_sizes; j++)
        {
          double value = bench_table_get (self, figure->name, sizes[j]);

          if (isnan (value))
            printf ("%12s", "");
          else
            printf ("%12.*f", value < 10 ? 2 : value < 100 ? 1 : 0, value);
        }
      printf ("  %s\n", figure->unit);
    }
}

gboolean
bench_table_save (BenchTable  *self,
                  const char  *path,
                  GError     **error)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < self->figures->len; i++)
    {
      const BenchFigure *figure = self->figures->pdata[i];
      char value[G_ASCII_DTOSTR_BUF_SIZE];

      /* Names and units are our own words: nothing in them needs an escape. */
      g_string_append_printf (json, "%s\n  { \"name\": \"%s\", \"value\": %s, \"unit\": \"%s\", \"n\": %u }",
                              i > 0 ? "," : "", figure->name,
                              g_ascii_formatd (value, sizeof value, "%.6g", figure->value),
                              figure->unit, figure->n);
    }
  g_string_append (json, "\n]\n");
  return g_file_set_contents (path, json->str, (gssize) json->len, error);
}
