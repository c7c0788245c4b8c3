/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of an export in another format (talks-exchange.h): making them, and writing them beside each other.
 *
 * The first has the name that was chosen. Tables are several files, whose names nobody chose: whoever writes them asks
 * talks_export_files_list_there() first. Blocks; may be called on any thread that owns the document. */

#pragma once

#include "talks-exchange.h"
#include "talks-export.h"

G_BEGIN_DECLS

/* As talks_exchange_export(); a web page gets the picture that picture describes. */
GPtrArray *talks_export_files_make       (TalksDocument              *document,
                                          TalksExchangeFormat         format,
                                          const TalksExchangeOptions *options,
                                          const TalksExportOptions   *picture,
                                          GPtrArray                  *losses,
                                          GError                    **error);

/* Names (char *) of what is there already where files will be written, but for path itself. Never NULL. */
GPtrArray *talks_export_files_list_there (GPtrArray                  *files,
                                          TalksExchangeFormat         format,
                                          const char                 *path);

/* Writes all, each as talks_export_save() does. */
gboolean   talks_export_files_save       (GPtrArray                  *files,
                                          TalksExchangeFormat         format,
                                          const char                 *path,
                                          GError                    **error);

G_END_DECLS
