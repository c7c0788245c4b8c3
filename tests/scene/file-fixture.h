/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of exported files share: a folder and the bundled document for each test. */

#pragma once

#include <glib/gstdio.h>

#include "talks-file.h"

G_BEGIN_DECLS

typedef struct
{
  char          *folder; /* goes with all the files in it */
  TalksReading  *reading;
  TalksDocument *document; /* of the reading */
} Fixture;

static inline void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("TALKS_TEST_DOCUMENT"));
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("talks-files-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->reading = talks_file_load (file, NULL, &error);
  g_assert_no_error (error);
  fixture->document = fixture->reading->document;
}

static inline void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  /* A test may have locked it. */
  g_chmod (fixture->folder, 0700);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  talks_reading_free (fixture->reading);
}

/* What one of poppler's tools says of a PDF, or NULL (and the test is skipped) without it. arguments is NULL-terminated,
 * and the first one the tool. */
static inline char *
ask_poppler (const char * const *arguments)
{
  g_autofree char *tool = g_find_program_in_path (arguments[0]);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  if (tool == NULL)
    {
      g_test_skip ("poppler's tools are not installed");
      return NULL;
    }
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return text;
}

G_END_DECLS
