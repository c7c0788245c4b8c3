/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What files held before they were saved, in a folder for each of them below the user's state folder:
 * talks-timeline/backups/HASH-NAME/TIME.talks.json, where HASH is of the whole path or address. Copies are read back
 * before they count. The last TALKS_SAVE_GENERATIONS are kept and, of those before, the last one of each day, for
 * TALKS_SAVE_DAYS such days. */

#pragma once

#include <gio/gio.h>
#include <stdint.h>

G_BEGIN_DECLS

#define TALKS_SAVE_GENERATIONS 20
#define TALKS_SAVE_DAYS        60

typedef struct
{
  GFile   *file;
  int64_t  time; /* when it was replaced, in µs since 1970, UTC */
  uint64_t size; /* in bytes */
} TalksBackup;

void       talks_backup_free            (TalksBackup  *backup);

/* The backups of file, which need not exist any more, of TalksBackup, the latest first; empty when none was kept. NULL
 * with a G_IO_ERROR, which names the folder, when it can not be looked into. Blocks. */
GPtrArray *talks_save_list_backups      (GFile        *file,
                                         GError      **error);

/* The path of the folder where they are, or would be; for NULL that of the folders of all files. Blocks. */
char      *talks_save_get_backup_folder (GFile        *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksBackup, talks_backup_free)

G_END_DECLS
