/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order of a merged list.
 *
 * The side that put the elements into another order says how they go; with neither, it does not matter which is
 * followed. What only the other side has stays behind the element that it follows there. Where both sides have
 * something new at one place, the order of their keys decides, so that merging here into there gives the same as
 * there into here. */

#include "talks-merge-private.h"

#include <string.h>

static GHashTable *
index_keys (GPtrArray *keys)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    g_hash_table_insert (index, keys->pdata[i], GUINT_TO_POINTER (i));
  return index;
}

/* Whether what both lists have stands in another order in one of them. */
static gboolean
is_reordered (GHashTable *index,
              GPtrArray  *keys,
              GHashTable *members)
{
  guint last = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      gpointer at;

      if (members != NULL && !g_hash_table_contains (members, keys->pdata[i]))
        continue;
      if (!g_hash_table_lookup_extended (index, keys->pdata[i], NULL, &at))
        continue;
      if (GPOINTER_TO_UINT (at) < last)
        return TRUE;
      last = GPOINTER_TO_UINT (at);
    }
  return FALSE;
}

static GPtrArray *
filter (GPtrArray  *keys,
        GHashTable *members)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < keys->len; i++)
    if (g_hash_table_contains (members, keys->pdata[i]))
      g_ptr_array_add (found, keys->pdata[i]);
  return found;
}

/* What of guest is not in host, by the element of host that it follows; "" for the front has no key of its own, so
 * the front has a list to itself. Of GPtrArray *. */
static GHashTable *
find_runs (GPtrArray  *guest,
           GHashTable *host,
           GPtrArray  *front)
{
  GHashTable *runs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  const char *before = NULL;

  for (guint i = 0; i < guest->len; i++)
    {
      const char *key = guest->pdata[i];
      GPtrArray *run = front;

      if (g_hash_table_contains (host, key))
        {
          before = key;
          continue;
        }
      if (before != NULL)
        run = g_hash_table_lookup (runs, before);
      if (run == NULL)
        {
          run = g_ptr_array_new ();
          g_hash_table_insert (runs, (gpointer) before, run);
        }
      g_ptr_array_add (run, (gpointer) key);
    }
  return runs;
}

static void
append (GPtrArray *out,
        GPtrArray *run)
{
  for (guint i = 0; i < run->len; i++)
    g_ptr_array_add (out, run->pdata[i]);
}

/* The host with the runs of the guest in their places. */
static GPtrArray *
weave (GPtrArray *host,
       GPtrArray *guest)
{
  g_autoptr (GHashTable) in_host = index_keys (host);
  g_autoptr (GHashTable) in_guest = index_keys (guest);
  g_autoptr (GPtrArray) front = g_ptr_array_new ();
  g_autoptr (GHashTable) runs = find_runs (guest, in_host, front);
  GPtrArray *out = g_ptr_array_new ();
  GPtrArray *run = front;
  guint i = 0;

  for (;;)
    {
      guint end = i;

      while (end < host->len && !g_hash_table_contains (in_guest, host->pdata[end]))
        end++;
      if (run != NULL && run->len > 0 && (end == i || strcmp (run->pdata[0], host->pdata[i]) < 0))
        {
          append (out, run);
          run = NULL;
        }
      while (i < end)
        g_ptr_array_add (out, host->pdata[i++]);
      if (run != NULL)
        append (out, run);
      if (i == host->len)
        return out;
      g_ptr_array_add (out, host->pdata[i]);
      run = g_hash_table_lookup (runs, host->pdata[i++]);
    }
}

GPtrArray *
talks_merge_order (GPtrArray  *base,
                   GPtrArray  *ours,
                   GPtrArray  *theirs,
                   GHashTable *members,
                   gboolean    prefer_theirs,
                   gboolean   *clash)
{
  g_autoptr (GHashTable) in_base = index_keys (base);
  g_autoptr (GHashTable) in_theirs = index_keys (theirs);
  g_autoptr (GPtrArray) kept_ours = filter (ours, members);
  g_autoptr (GPtrArray) kept_theirs = filter (theirs, members);
  gboolean ours_moved = is_reordered (in_base, ours, NULL);
  gboolean theirs_moved = is_reordered (in_base, theirs, NULL);

  *clash = ours_moved && theirs_moved && is_reordered (in_theirs, ours, members);
  /* Without a base there is nothing to say who moved what: ours stays as it is. */
  if (base == NULL)
    {
      *clash = FALSE;
      return weave (kept_ours, kept_theirs);
    }
  if (*clash ? prefer_theirs : !ours_moved)
    return weave (kept_theirs, kept_ours);
  return weave (kept_ours, kept_theirs);
}

gboolean *
talks_merge_find_rising (const guint *numbers,
                         guint        n)
{
  g_autofree guint *tails = g_new (guint, n + 1);  /* index of the lowest end of a row of each length */
  g_autofree int *before = g_new (int, n + 1);     /* the one before in its row */
  gboolean *stays = g_new0 (gboolean, n + 1);
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0;
      guint high = length;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (numbers[tails[middle]] < numbers[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? (int) tails[low - 1] : -1;
      tails[low] = i;
      length = MAX (length, low + 1);
    }
  for (int i = length > 0 ? (int) tails[length - 1] : -1; i >= 0; i = before[i])
    stays[i] = TRUE;
  return stays;
}
