/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of saving. Functions that return an int return 0 or an error number: ECANCELED when cancelled, EILSEQ
 * when what was read back is not what was written. */

#pragma once

#include "talks-save-backups.h"
#include "talks-save.h"

#include <errno.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* Interrupted calls are made again, but not for ever: a file system may never do better. */
#define TALKS_MAX_INTERRUPTIONS 100
#define TALKS_RETRY(call) \
  (__extension__ ({ \
    __typeof__ (call) talks_result_; \
    int talks_tries_ = 0; \
    do \
      talks_result_ = (call); \
    while (talks_result_ < 0 && errno == EINTR && ++talks_tries_ < TALKS_MAX_INTERRUPTIONS); \
    talks_result_; \
  }))

/* ---- talks-save-files.c: descriptors and files of our own ---- */

int      talks_save_write         (int             fd,
                                   GBytes         *bytes,
                                   GCancellable   *cancellable);
/* EFBIG for more than TALKS_JSON_MAX_SIZE. */
int      talks_save_read          (int             fd,
                                   GBytes        **bytes,
                                   GCancellable   *cancellable);
/* EILSEQ if fd holds anything else. */
int      talks_save_compare       (int             fd,
                                   GBytes         *bytes);
/* Sets *durable to FALSE, without an error, where the place can not sync. */
int      talks_save_sync          (int             fd,
                                   gboolean       *durable);
int      talks_save_close         (int            *fd);
int      talks_save_open_folder   (const char     *path,
                                   int            *fd);
/* Makes those that are missing, for the user alone. */
int      talks_save_make_folder   (const char     *path,
                                   int            *fd);
/* Opens a regular file; ELOOP, EISDIR or ENXIO for anything else. */
int      talks_save_open_regular  (int             folder,
                                   const char     *name,
                                   int             flags,
                                   int            *fd,
                                   struct stat    *status);
int      talks_save_remove        (int             folder,
                                   const char     *name);
/* A file of our own, whole and synced, or not at all; replaces one of that name. */
int      talks_save_put           (int             folder,
                                   const char     *name,
                                   GBytes         *bytes,
                                   GCancellable   *cancellable);

/* ".BASE.OWNER.talks-save", where OWNER says which process made it. */
char    *talks_save_make_name     (const char     *base);
/* Whether name is such a name, of a process that no longer runs, or of which that can not be known. */
gboolean talks_save_is_left_over  (const char     *name,
                                   gboolean       *unknown);
/* Temporary files that others left in a folder long ago, but none that begin with "." and the name except, which
 * may be NULL. */
void     talks_save_remove_strays (int             folder,
                                   const char     *except);

/* ---- talks-save-attributes.c ---- */

/* Gives the file to what the file from has. EPERM when the owner can not be kept, unless owner_may_change. */
int      talks_save_copy_attributes (int                 from,
                                     const struct stat  *status,
                                     int                 to,
                                     gboolean            owner_may_change,
                                     TalksSaveNotes     *notes);

/* ---- talks-save-backups.c: the folder of a file among the backups ---- */

typedef struct
{
  char *path;
  int   fd;
} TalksStore;

char *talks_store_get_root     (void);
/* identity is the path or the address of the file, name what it is called. */
int   talks_store_open         (const char    *identity,
                                const char    *name,
                                TalksStore   **store);
void  talks_store_free         (TalksStore    *store);
int   talks_store_keep         (TalksStore    *store,
                                GBytes        *bytes,
                                GFile        **backup);
void  talks_store_prune        (TalksStore    *store);
/* The new content, until it is in its place; *name is what it is called. */
int   talks_store_put_pending  (TalksStore    *store,
                                const char    *uri,
                                GBytes        *bytes,
                                char         **name);
char *talks_store_get_child    (TalksStore    *store,
                                const char    *name);

/* ---- talks-save.c ---- */

typedef enum
{
  TALKS_SAVING_DONE,
  TALKS_SAVING_FAILED,
  TALKS_SAVING_IN_PLACE, /* it can only be written over */
} TalksSavingOutcome;

/* One save of a local file. */
typedef struct
{
  GFile               *file;
  char                *name; /* to show */
  char                *path; /* without symbolic links */
  char                *base; /* the name in folder */
  int                  folder;
  GBytes              *bytes;
  const TalksFileMark *expected;
  TalksSaveFlags       flags;
  GCancellable        *cancellable;
  gboolean             may_write; /* the old file itself */
  GBytes              *old;       /* NULL: there is no file */
  int                  old_fd;
  struct stat          old_status;
  gboolean             is_unsure; /* whether the new file is in its place could not be found out */
  TalksStore          *store; /* NULL until it is needed */
  TalksSaveResult     *result;
} TalksSaving;

/* Puts an error number into words; FALSE. */
gboolean           talks_saving_fail         (TalksSaving     *saving,
                                              int              number,
                                              GError         **error);
/* What was found is not what was expected; FALSE. */
gboolean           talks_saving_conflict     (const char      *name,
                                              gboolean         gone,
                                              GError         **error);
/* Whether the file still is as it was at the beginning. */
gboolean           talks_saving_check_again  (TalksSaving     *saving,
                                              GError         **error);
/* The old content into the backups. */
int                talks_saving_keep_old     (TalksSaving     *saving);
void               talks_saving_set_mark     (TalksSaving     *saving,
                                              const struct stat *status);

gboolean           talks_saving_create       (TalksSaving     *saving,
                                              GError         **error);
TalksSavingOutcome talks_saving_replace      (TalksSaving     *saving,
                                              GError         **error);
gboolean           talks_saving_write_over   (TalksSaving     *saving,
                                              GError         **error);

/* Through GIO: for files that are not local, and for tests of that way. */
TalksSaveResult   *talks_save_elsewhere      (GFile                *file,
                                              GBytes               *bytes,
                                              const TalksFileMark  *expected,
                                              TalksSaveFlags        flags,
                                              GCancellable         *cancellable,
                                              GError              **error);

/* What a file is known by among the backups: the path without symbolic links, or the address; and its name. */
char              *talks_save_get_identity   (GFile           *file,
                                              char           **name);

/* A sentence for an error number. */
void               talks_save_set_errno      (const char      *name,
                                              int              number,
                                              GError         **error);
gboolean           talks_save_check_size     (const char      *name,
                                              GBytes          *bytes,
                                              GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksStore, talks_store_free)

G_END_DECLS
