/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-quiet.h"

#include <math.h>

#define DAYS_A_BIN 7
#define MIN_DAYS 90
#define MIN_SHARE 0.1

/* How much denser than the average busy weeks are, and what it costs to become busy, as Kleinberg
 * names them: s and γ. A γ of 3 keeps a few events in one week from opening a long quiet time. */
#define SCALING 2.0
#define GAMMA 3.0

/* Events a bin in a time without any, and how often rates are measured anew. */
#define MIN_RATE 0.005
#define ROUNDS 4

/* Events per bin, counted once at their first day; NULL for documents too small or too short to
 * speak of quiet. */
static guint *
count_bins (TalksDocument *document,
            TalksSpan      extent,
            size_t        *n_bins)
{
  GPtrArray *events = talks_document_get_events_by_time (document);
  int64_t days = talks_span_length (extent);
  guint *bins;

  if (events->len < 8 || days < 2 * MIN_DAYS || days > 400000)
    return NULL;

  *n_bins = (size_t) ((days + DAYS_A_BIN - 1) / DAYS_A_BIN);
  bins = g_new0 (guint, *n_bins);
  for (guint i = 0; i < events->len; i++)
    {
      const TalksEvent *event = events->pdata[i];
      TalksDay day = talks_span_clamp (extent, talks_date_get_sort_day (event->date));

      bins[(day - extent.start) / DAYS_A_BIN]++;
    }
  return bins;
}

/* Cost of seeing count events in a bin at a mean rate: minus the logarithm of the Poisson
 * probability, less the factorial that both states share. */
static double
cost (guint  count,
      double rate)
{
  return rate - count * log (rate);
}

/* Viterbi over two states with the given events per bin; busy[i] tells the state of bin i. */
static void
find_states (const guint  *bins,
             size_t        n_bins,
             const double  rate[2],
             gboolean     *busy)
{
  g_autofree guint8 *steps = g_new0 (guint8, 2 * n_bins);
  guint8 *from[2] = { steps, steps + n_bins };
  double up = GAMMA * log ((double) n_bins) / 2.0;
  double best[2] = { 0, up };
  int state;

  for (size_t i = 0; i < n_bins; i++)
    {
      double quiet = MIN (best[0], best[1]);
      double loud = MIN (best[1], best[0] + up);

      from[0][i] = best[1] < best[0];
      from[1][i] = best[1] <= best[0] + up;
      best[0] = quiet + cost (bins[i], rate[0]);
      best[1] = loud + cost (bins[i], rate[1]);
    }
  state = best[1] < best[0];
  for (size_t i = n_bins; i-- > 0;)
    {
      busy[i] = state;
      state = from[state][i];
    }
}

/* The rates that the states found really have; FALSE when there is only one state. */
static gboolean
measure_rates (const guint    *bins,
               size_t          n_bins,
               const gboolean *busy,
               double          rate[2])
{
  double sum[2] = { 0, 0 };
  double n[2] = { 0, 0 };

  for (size_t i = 0; i < n_bins; i++)
    {
      sum[busy[i]] += bins[i];
      n[busy[i]] += 1;
    }
  for (int i = 0; i < 2; i++)
    rate[i] = n[i] > 0 ? MAX (sum[i] / n[i], MIN_RATE) : 0;
  return n[0] > 0 && n[1] > 0;
}

/* Kleinberg's rates are a guess from the average, good where bursts are short. Where busy times make
 * up much of the whole, none is that busy: so rates are measured and the states found anew. Busier
 * than the guess they never get, or a moderate time would be quiet beside an extreme one. */
static gboolean *
find_busy (const guint *bins,
           size_t       n_bins)
{
  gboolean *busy = g_new0 (gboolean, n_bins);
  double average = 0;
  double rate[2];
  double most;

  for (size_t i = 0; i < n_bins; i++)
    average += bins[i] / (double) n_bins;
  rate[0] = MAX (average / SCALING, MIN_RATE);
  rate[1] = most = MAX (average, MIN_RATE) * SCALING;

  for (int i = 0; i < ROUNDS; i++)
    {
      find_states (bins, n_bins, rate, busy);
      if (!measure_rates (bins, n_bins, busy, rate))
        break;
      rate[1] = MIN (rate[1], most);
    }
  return busy;
}

/* Whether n of all events in a share of the whole time is less than chance would have it: at most half
 * of what an even rate gives, and by the likelihood ratio (Kulldorff's scan statistic) too little
 * for any of the stretches that could have been looked at. Without this the automaton, which knows
 * no state for the average, would call even times quiet. */
static gboolean
is_sparse (double n,
           double all,
           double share,
           size_t n_bins)
{
  double ratio = 0;

  if (share >= 1 || n * 2 > all * share)
    return FALSE;
  if (n > 0)
    ratio += n * log (n / (all * share));
  ratio += (all - n) * log ((all - n) / (all * (1 - share)));
  return ratio > 2 * log ((double) n_bins);
}

static guint
count_between (const guint *bins,
               size_t       from,
               size_t       to)
{
  guint n = 0;

  for (size_t i = from; i < to; i++)
    n += bins[i];
  return n;
}

GArray *
talks_quiet_find (TalksDocument *document)
{
  g_autofree guint *bins = NULL;
  g_autofree gboolean *busy = NULL;
  GArray *quiet = g_array_new (FALSE, FALSE, sizeof (TalksSpan));
  TalksSpan extent;
  size_t n_bins = 0;
  double least;
  guint all;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), quiet);

  extent = talks_document_get_extent (document);
  bins = count_bins (document, extent, &n_bins);
  if (bins == NULL)
    return quiet;
  busy = find_busy (bins, n_bins);
  all = count_between (bins, 0, n_bins);
  least = MAX (MIN_DAYS, MIN_SHARE * (double) talks_span_length (extent));

  for (size_t i = 0; i < n_bins;)
    {
      size_t end = i;
      TalksSpan span;

      while (end < n_bins && !busy[end])
        end++;
      span = talks_span_make (extent.start + (TalksDay) i * DAYS_A_BIN,
                              MIN (extent.end, extent.start + (TalksDay) end * DAYS_A_BIN));
      if ((double) (span.end - span.start) >= least
          && is_sparse (count_between (bins, i, end), all, (double) (end - i) / (double) n_bins, n_bins))
        g_array_append_val (quiet, span);
      i = MAX (end, i + 1);
    }
  return quiet;
}
