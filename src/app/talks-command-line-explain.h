/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* --explain-date: says on standard output what expressions in EDTF mean, one in each line. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* expressions is NULL-terminated; "-" stands for the lines of standard input. *valid says whether
 * all are dates. FALSE with G_IO_ERROR when standard input cannot be read; what came before it is
 * explained. */
gboolean  talks_command_line_explain    (char       **expressions,
                                         gboolean    *valid,
                                         GError     **error);

/* text, which may hold any bytes, as one field of one line of output: valid UTF-8 without tabs,
 * line breaks and whatever else a terminal would take for a command. Transfer full. */
char     *talks_command_line_make_field (const char  *text);

G_END_DECLS
