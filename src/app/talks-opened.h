/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksOpened: a document, and all that is to be known of its file before somebody works on it. */

#pragma once

#include "talks-document-reader.h"
#include "talks-file-mark.h"
#include "talks-lock.h"

G_BEGIN_DECLS

typedef struct
{
  GFile           *file;      /* NULL for a document that is in no file yet */
  TalksReading    *reading;   /* never NULL, until it is taken */
  TalksFileMark   *mark;      /* of what was read; NULL without a file */
  TalksLock       *lock;      /* NULL when it was not asked for or could not be had */
  TalksLockHolder *holder;    /* who else has the file open; NULL: nobody that is known of */
  gboolean         read_only; /* the file is not to be written to */
} TalksOpened;

void         talks_opened_free   (TalksOpened          *opened);

/* Reads file on a worker. with_lock: says to others that it is open here; a lock that cannot be had is no error.
 * Errors: those of talks_file_load(). */
void         talks_open_async    (GFile                *file,
                                  gboolean              with_lock,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
TalksOpened *talks_open_finish   (GFile                *file,
                                  GAsyncResult         *result,
                                  GError              **error);

/* The same at once. Blocks. */
TalksOpened *talks_open          (GFile                *file,
                                  gboolean              with_lock,
                                  GCancellable         *cancellable,
                                  GError              **error);

/* A document that is in no file, from its bytes. */
TalksOpened *talks_open_bytes    (GBytes               *bytes,
                                  GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksOpened, talks_opened_free)

G_END_DECLS
