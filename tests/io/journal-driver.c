/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A program to be killed while it works, and one that restores what the first has left.
 *
 *   journal-driver make FILE             writes a document
 *   journal-driver work FILE SEED        opens it, edits and saves it by a script without end; a line "N" after
 *                                        each edit, as soon as it is done
 *   journal-driver restore FILE SEED N   restores it: "restored K K …", after how many edits of the script, N at most,
 *                                        the document is as it is now; "lost" if after none, "nothing" before it if
 *                                        nothing was left behind
 *   journal-driver finish FILE           restores and saves it
 */

#include "journal-edits.h"
#include "talks-test-support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int
make (const char *path)
{
  g_autoptr (GBytes) bytes = talks_generate_json (12, 7);
  size_t size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_file_set_contents (path, data, (gssize) size, NULL) ? 0 : 1;
}

static void
work (const char *path,
      guint32     seed)
{
  g_autoptr (Work) self = work_open (path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GRand) pace = g_rand_new_with_seed (seed + 1);

  work_keep_journal (self, NULL);
  for (guint n = 1;; n++)
    {
      char line[32];
      const int length = snprintf (line, sizeof line, "%u\n", n);

      work_edit (self, rand, n);
      if (write (STDOUT_FILENO, line, (size_t) length) != length)
        return;
      if (g_rand_int_range (pace, 0, 60) == 0)
        work_save (self, FALSE);
      g_usleep ((gulong) g_rand_int_range (pace, 0, 6000));
    }
}

/* What was left behind, restored. FALSE if there was nothing. */
static gboolean
restore_leftover (Work *self)
{
  g_autoptr (GPtrArray) leftovers = talks_journal_list ();
  g_autoptr (TalksRecovery) recovery = NULL;
  const TalksLeftover *leftover;

  g_assert_cmpuint (leftovers->len, <=, 1);
  if (leftovers->len == 0)
    return FALSE;
  leftover = leftovers->pdata[0];
  g_assert_true (g_file_equal (leftover->file, self->file));
  g_assert_cmpuint (leftover->n_unreadable, ==, 0);
  recovery = talks_leftover_fit (leftover, self->reading->document, self->mark);
  g_assert_true (recovery->exact);
  g_assert_cmpuint (recovery->unfit->len, ==, 0);
  work_restore (self, leftover, recovery);
  return TRUE;
}

static int
restore (const char *path,
         const char *original,
         guint32     seed,
         guint       max)
{
  g_autoptr (Work) self = work_open (path);
  g_autoptr (Work) script = work_open (original);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gboolean is_lost = TRUE;

  if (!restore_leftover (self))
    fputs ("nothing ", stdout);
  fputs ("restored", stdout);
  for (guint n = 0; n <= max; n++)
    {
      if (n > 0)
        work_edit (script, rand, n);
      if (documents_equal (self->reading->document, script->reading->document))
        {
          printf (" %u", n);
          is_lost = FALSE;
        }
    }
  puts (is_lost ? " lost" : "");
  fflush (stdout);
  return 0;
}

static int
finish (const char *path)
{
  g_autoptr (Work) self = work_open (path);
  g_autoptr (GPtrArray) leftovers = NULL;

  if (!restore_leftover (self))
    work_keep_journal (self, NULL);
  work_save (self, FALSE);
  talks_journal_flush (self->journal, NULL);
  leftovers = talks_journal_list ();
  g_assert_cmpuint (leftovers->len, ==, 0);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  const guint32 seed = argc > 3 ? (guint32) strtoul (argv[3], NULL, 10) : 0;
  g_autofree char *original = NULL;

  if (argc < 3)
    return 2;
  original = g_strconcat (argv[2], ".original", NULL);
  if (strcmp (argv[1], "make") == 0)
    return make (argv[2]) == 0 ? make (original) : 1;
  if (strcmp (argv[1], "work") == 0)
    work (argv[2], seed);
  else if (strcmp (argv[1], "restore") == 0 && argc > 4)
    return restore (argv[2], original, seed, (guint) strtoul (argv[4], NULL, 10));
  else if (strcmp (argv[1], "finish") == 0)
    return finish (argv[2]);
  return 2;
}
