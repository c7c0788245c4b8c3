/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The documents in tests/data/documents, each for a test of its own. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Adds a test prefix + its name for each of them, whose data is its path. Returns these paths (of char *), which have to
 * live as long as the tests. */
static inline GPtrArray *
document_files_add_tests (const char    *prefix,
                          GTestDataFunc  func)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "documents", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".talks.json"))
      {
        g_autofree char *test = g_strconcat (prefix, name, NULL);

        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
        g_test_add_data_func (test, paths->pdata[paths->len - 1], func);
      }
  return paths;
}

G_END_DECLS
