/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving that loses nothing.
 *
 * At each moment, whatever call fails and whenever the program or the machine stops, the file is wholly the
 * old one or wholly the new one. "Saved" is said only when the new content has been read back and put in its
 * place. The ways to get there, chosen by what the file is:
 *
 *   replaced   A new file is written beside the old one, synced, read back, and exchanged with it in one step
 *              that the system does wholly or not at all. Mode, group, ACL and extended attributes are kept, and
 *              symbolic links too: what they lead to is replaced.
 *   new        The same, except that a file that has appeared meanwhile is never replaced.
 *   in place   What has several names (hard links), belongs to somebody else or is in a folder that may not be
 *              written to can only be written over. First the old and the new content are both put into the
 *              backups, synced and read back; a failure puts the old content back. If not even that succeeds, the
 *              error is TALKS_ERROR_DAMAGED, and if the machine stops meanwhile, talks_save_list_interrupted()
 *              tells of it.
 *   elsewhere  A file that is not local (sftp: …) is written through GIO, under the same care as in place.
 *
 * The old content is kept in the backups (talks-save-backups.h). A file that has changed since it was last read or
 * written is never overwritten; that is found by content, at the beginning and again at the moment of replacing.
 *
 * Saves of one file wait for each other, so that they cannot mix. As the second must expect what the first one
 * wrote, start it when the first is done, with the mark of its result. It is up to the caller to make sure, by
 * reading them back, that the bytes are a document. */

#pragma once

#include "talks-file-mark.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_SAVE_DEFAULT = 0,
  TALKS_SAVE_OVERWRITE = 1 << 0, /* replace what is there, whatever it is: the user has said so. It goes into the backups. */
  TALKS_SAVE_READ_ONLY = 1 << 1, /* replace a file that is marked as read-only: the user has said so */
} TalksSaveFlags;

/* What is to be told about a save that succeeded. Those in TALKS_SAVE_WARNINGS are to be shown, the others may be. */
typedef enum
{
  TALKS_SAVE_NOT_DURABLE = 1 << 0,     /* may not survive a power cut */
  TALKS_SAVE_NO_BACKUP = 1 << 1,       /* the version before could not be kept */
  TALKS_SAVE_OWNER_CHANGED = 1 << 2,   /* the file now belongs to who saved it */
  TALKS_SAVE_GROUP_CHANGED = 1 << 3,   /* the group could not be kept, and has no more rights than others */
  TALKS_SAVE_ATTRIBUTES_LOST = 1 << 4, /* an ACL, extended attributes or the mode could not be kept */
  TALKS_SAVE_IN_PLACE = 1 << 5,        /* written over, so that links, owner or folder stay as they are */
  TALKS_SAVE_LINK_KEPT = 1 << 6,       /* what the symbolic link leads to was saved */
  TALKS_SAVE_ELSEWHERE = 1 << 7,       /* not local */
} TalksSaveNotes;

#define TALKS_SAVE_WARNINGS \
  (TALKS_SAVE_NOT_DURABLE | TALKS_SAVE_NO_BACKUP | TALKS_SAVE_OWNER_CHANGED | TALKS_SAVE_GROUP_CHANGED \
   | TALKS_SAVE_ATTRIBUTES_LOST)

typedef struct
{
  TalksFileMark  mark;   /* of what the file holds now: expect this the next time */
  TalksSaveNotes notes;
  GFile         *backup; /* of the content before; NULL when there was none or it could not be kept */
} TalksSaveResult;

void             talks_save_result_free   (TalksSaveResult      *result);

/* The notes as whole sentences, warnings first. NULL-terminated; free with g_strfreev(). */
char           **talks_save_notes_to_text (TalksSaveNotes        notes);

/* Makes file hold bytes. expected is what file was last known to hold; NULL for a new file. Blocks. Once the
 * old content is being replaced, cancelling has no effect.
 *
 * NULL with an error means: not saved, and the file is as it was, except for TALKS_ERROR_DAMAGED, and where the
 * message says otherwise. Errors that the user can do something about:
 *   TALKS_ERROR_CONFLICT      the file does not hold what was expected
 *   TALKS_ERROR_GONE          the file is not there any more: save it as a new one (expected NULL)
 *   G_IO_ERROR_EXISTS         expected was NULL, and there is a file
 *   TALKS_ERROR_READ_ONLY     see TALKS_SAVE_READ_ONLY
 *   TALKS_ERROR_TOO_LARGE     nothing could open what would be written, or what is there is no document
 *   G_IO_ERROR                NO_SPACE, PERMISSION_DENIED, NOT_REGULAR_FILE, IS_DIRECTORY, CANCELLED …
 *
 * SIGXFSZ, which would end the program at a limit for the size of files, is ignored from then on. */
TalksSaveResult *talks_save               (GFile                *file,
                                           GBytes               *bytes,
                                           const TalksFileMark  *expected,
                                           TalksSaveFlags        flags,
                                           GCancellable         *cancellable,
                                           GError              **error);

/* The same on a worker. The callback comes only when all is done, also when it is cancelled: its word is true. */
void             talks_save_async         (GFile                *file,
                                           GBytes               *bytes,
                                           const TalksFileMark  *expected,
                                           TalksSaveFlags        flags,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
TalksSaveResult *talks_save_finish        (GFile                *file,
                                           GAsyncResult         *result,
                                           GError              **error);

/* A save in place or elsewhere that was cut off, by a crash or by an error that could not be undone: the file may
 * hold a part of both contents. */
typedef struct
{
  GFile *file;
  GFile *copy;   /* the whole new content */
  GFile *before; /* the latest backup, of the whole content before; NULL when there was none */
} TalksInterruptedSave;

void             talks_interrupted_save_free (TalksInterruptedSave *interrupted);

/* Those of programs that no longer run, of TalksInterruptedSave. Never NULL. Blocks. To finish one, save the bytes
 * of copy (TALKS_SAVE_OVERWRITE); then, or when the user wants neither, drop it. */
GPtrArray       *talks_save_list_interrupted (void);

/* Removes the copy. */
gboolean         talks_save_drop_interrupted (TalksInterruptedSave  *interrupted,
                                              GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksSaveResult, talks_save_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksInterruptedSave, talks_interrupted_save_free)

G_END_DECLS
