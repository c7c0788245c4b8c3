/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures and how they are gathered. Each size is measured in a process of its own, which writes its
 * figures as lines ("name TAB value TAB unit") for the main one to gather. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Durations of the same thing done several times, milliseconds. */
typedef struct
{
  GArray *samples; /* of double */
  gint64  start;
} BenchSeries;

void   bench_series_init    (BenchSeries *self);
void   bench_series_clear   (BenchSeries *self);
void   bench_series_begin   (BenchSeries *self);
void   bench_series_end     (BenchSeries *self);
/* Ends the i-th of several things done in rounds: the least of its durations counts, so that what
 * else the machine does in a round is left out. */
void   bench_series_end_at  (BenchSeries *self,
                             guint        i);

/* The sample below which share of them lie; 0.5 is the median. */
double bench_series_get     (BenchSeries *self,
                             double       share);

/* Writes one figure as a line on standard output. */
void   bench_write          (const char  *name,
                             double       value,
                             const char  *unit);
/* The median as name; with p95, also that as "name, p95". Clears the series. */
void   bench_write_series   (const char  *name,
                             BenchSeries *series,
                             gboolean     p95);

/* Memory of this process, MB: now, and the most so far. 0 where the system does not tell. */
double bench_get_memory     (void);
double bench_get_peak       (void);

/* ---- the table ---- */

typedef struct
{
  char  *name;
  double value;
  char  *unit;
  guint  n; /* events */
} BenchFigure;

typedef struct
{
  GPtrArray *figures; /* of BenchFigure */
} BenchTable;

void   bench_table_init     (BenchTable  *self);
void   bench_table_clear    (BenchTable  *self);
void   bench_table_add      (BenchTable  *self,
                             const char  *name,
                             double       value,
                             const char  *unit,
                             guint        n);
/* Adds the lines that a process wrote. */
void   bench_table_parse    (BenchTable  *self,
                             const char  *lines,
                             guint        n);
/* NAN when there is none. */
double bench_table_get      (BenchTable  *self,
                             const char  *name,
                             guint        n);
void   bench_table_print    (BenchTable  *self,
                             const guint *sizes,
                             size_t       n_sizes);
gboolean bench_table_save   (BenchTable  *self,
                             const char  *path,
                             GError     **error);

G_END_DECLS
