/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program does without a display: --validate, --explain-date, --merge, --export,
 * --version and --help.
 *
 * Results go to standard output, always in UTF-8; everything else to standard error. The exit status is 0
 * for success; 1 when a document has errors, an expression is not a date or a merge has conflicts; 2 when a file
 * cannot be read or written or the command line is not understood. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE when that was all that was asked for: the program should end with *exit_status. FALSE when
 * windows are to be opened on the files named in argv, if any. The locale and the translations must be set
 * up; neither GTK nor a display is touched. */
gboolean talks_command_line_run (int    argc,
                                 char **argv,
                                 int   *exit_status);

G_END_DECLS
