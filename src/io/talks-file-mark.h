/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was last read from a file or written to it, and whether that is still what it holds.
 *
 * The verdict is by content alone: times lie (cp -p, rsync -t and many that synchronise put them back), and a
 * file that was only touched has not changed. Device, inode and time are there to be told, as hints. */

#pragma once

#include <gio/gio.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct
{
  uint64_t size;       /* in bytes */
  char     sha256[65]; /* of the content, in lower-case hexadecimal */
  uint64_t device;     /* 0 where it is not known, as for a file that is not local */
  uint64_t inode;      /* the same */
  int64_t  modified;   /* ns since 1970, UTC; 0 where it is not known */
} TalksFileMark;

typedef enum
{
  TALKS_FILE_SAME,
  TALKS_FILE_CHANGED, /* another content, or no longer a regular file */
  TALKS_FILE_GONE,
} TalksFileState;

/* Of a content that was read from file or written to it; file may be NULL: then nothing but the content is
 * known. Looks at the file, but does not read it. */
TalksFileMark *talks_file_mark_new          (GBytes               *bytes,
                                             GFile                *file);
TalksFileMark *talks_file_mark_copy         (const TalksFileMark  *mark);
void           talks_file_mark_free         (TalksFileMark        *mark);

/* Whether both are of the same content. */
gboolean       talks_file_mark_same_content (const TalksFileMark  *a,
                                             const TalksFileMark  *b);

/* Compares what the file holds now with mark. FALSE with an error (G_IO_ERROR) when that cannot be
 * found out. Blocks. */
gboolean       talks_file_check             (GFile                *file,
                                             const TalksFileMark  *mark,
                                             TalksFileState       *state,
                                             GCancellable         *cancellable,
                                             GError              **error);

/* The same on a worker. */
void           talks_file_check_async       (GFile                *file,
                                             const TalksFileMark  *mark,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean       talks_file_check_finish      (GFile                *file,
                                             GAsyncResult         *result,
                                             TalksFileState       *state,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksFileMark, talks_file_mark_free)

G_END_DECLS
