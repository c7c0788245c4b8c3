/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "talks-application.h"
#include "talks-bundled.h"
#include "talks-command-line.h"
#include "talks-draft.h"
#include "talks-resources.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (TalksApplication) application = NULL;
  int status = 0;

  setlocale (LC_ALL, "");
  talks_bundled_set_up ();
  bindtextdomain (GETTEXT_PACKAGE, talks_bundled_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (talks_command_line_run (argc, argv, &status))
    return status;

  /* The linker would drop a resource that nothing refers to. */
  g_resources_register (talks_get_resource ());
  application = talks_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  talks_draft_flush ();
  return status;
}
