/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gives a fuzz target, without libFuzzer, what its corpus has: each file of the folders that are named, or each
 * first field of the lines of a table of cases (.tsv). All beginnings of the short ones too. So the
 * targets stay whole, and what was found once stays found. */

#include "fuzz.h"

#include <string.h>

#define MAX_BEGINNINGS 600

static guint n_inputs;

static void
replay (const char *data,
        size_t      size)
{
  /* A copy of just that size, so that a sanitizer sees what is read beyond it. */
  for (size_t n = size <= MAX_BEGINNINGS ? 0 : size; n <= size; n++)
    {
      g_autofree uint8_t *copy = g_memdup2 (data, n);

      LLVMFuzzerTestOneInput (copy, n);
      n_inputs++;
    }
}

static void
replay_file (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  size_t size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  replay (data, size);
}

static void
replay_table (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '#')
      replay (*line, strcspn (*line, "\t"));
}

static void
replay_folder (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_REGULAR))
        replay_file (file);
    }
}

int
main (int    argc,
      char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_has_suffix (argv[i], ".tsv"))
        replay_table (argv[i]);
      else
        replay_folder (argv[i]);
    }
  g_assert_cmpuint (n_inputs, >, 0);
  g_print ("%u inputs\n", n_inputs);
  return 0;
}
