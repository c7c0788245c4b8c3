/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a document from a file.
 *
 * Only regular files are read: a pipe would never end and a device may do anything. Local files
 * go through the system's own calls, so that what is looked at is what is read; others (resource:,
 * sftp: …) through GIO. Nothing is read beyond TALKS_JSON_MAX_SIZE. A local file that changes while it
 * is read is read again.
 *
 * Errors name the file: G_IO_ERROR when it cannot be read (NOT_FOUND, PERMISSION_DENIED,
 * IS_DIRECTORY, NOT_REGULAR_FILE, BUSY, CANCELLED …), else those of talks_document_read_bytes(). */

#pragma once

#include "talks-document-reader.h"

G_BEGIN_DECLS

/* The whole file. Blocks. */
GBytes       *talks_file_read_bytes  (GFile                *file,
                                      GCancellable         *cancellable,
                                      GError              **error);

/* Blocks: for workers and the command line. */
TalksReading *talks_file_load        (GFile                *file,
                                      GCancellable         *cancellable,
                                      GError              **error);

/* The same on a worker; callback runs in the main context of the caller. The result, document
 * and all, belongs to the caller. */
void          talks_file_load_async  (GFile                *file,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
TalksReading *talks_file_load_finish (GFile                *file,
                                      GAsyncResult         *result,
                                      GError              **error);

/* The name to show for a file, valid UTF-8. Free with g_free(). */
char         *talks_file_get_name    (GFile                *file);

G_END_DECLS
