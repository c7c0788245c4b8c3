/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-bundled.h"

/* Whether the running program lies in its build tree. */
static gboolean
is_uninstalled (void)
{
  static gsize once;
  static gboolean uninstalled;

  if (g_once_init_enter (&once))
    {
      g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

      uninstalled = program != NULL && g_str_has_prefix (program, TALKS_BUILD_ROOT G_DIR_SEPARATOR_S);
      g_once_init_leave (&once, 1);
    }
  return uninstalled;
}

void
talks_bundled_set_up (void)
{
  if (is_uninstalled ())
    g_setenv ("GSETTINGS_SCHEMA_DIR", TALKS_BUILD_ROOT "/data", FALSE);
}

GFile *
talks_bundled_get_document (void)
{
  return g_file_new_build_filename (is_uninstalled () ? TALKS_SOURCE_DATA_DIR
                                                                    : TALKS_DATA_DIR,
                                    "istanbul-talks.talks.json", NULL);
}

const char *
talks_bundled_get_locale_dir (void)
{
  return is_uninstalled () ? TALKS_BUILD_ROOT "/po" : TALKS_LOCALE_DIR;
}

const char *
talks_bundled_get_icon_dir (void)
{
  return is_uninstalled () ? TALKS_SOURCE_DATA_DIR "/icons"
                                         : TALKS_DATA_DIR "/../icons";
}
