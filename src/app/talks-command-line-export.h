/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* --export: a document as a picture, on paper or in another format, by the ending of the file. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the command line says, unread. All but out may be NULL. */
typedef struct
{
  const char *out;
  const char *file; /* NULL: the bundled document */
  const char *from;
  const char *to;
  const char *size;
  const char *theme;
  const char *lang;
  const char *as;
  const char *tour;
  const char *paper;
  const char *seed;
  gboolean    no_lists;
  gboolean    unfold;
  gboolean    with_bom;
  gboolean    replace; /* files beside out, too */
} TalksExportRequest;

/* What the document has and the format does not hold goes to standard error, in the language of the request. FALSE with
 * TALKS_ERROR_USAGE when the request makes no sense, else with what kept the document from being read or the files from
 * being written. */
gboolean talks_command_line_export (const TalksExportRequest *request,
                                    GError                  **error);

G_END_DECLS
