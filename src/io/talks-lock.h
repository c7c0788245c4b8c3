/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has a document open.
 *
 * A lock is a small file ".NAME.lock" beside the document, or in the user's state folder where that cannot be
 * written to. It is advice: opening is never refused, and saving finds out by content whether somebody else has
 * changed the file. Its use is to say beforehand, by name, who else is at it. A lock whose program no longer runs
 * is taken over without a word. */

#pragma once

#include <gio/gio.h>
#include <stdint.h>

G_BEGIN_DECLS

/* A running program and its user, as a lock file or a journal names them. Strings are never NULL, at most 200 bytes
 * long and UTF-8; those from a file may be empty. */
typedef struct
{
  char    *user;      /* login name */
  char    *real_name; /* may be the same */
  char    *host;
  char    *machine;   /* /etc/machine-id */
  char    *boot;      /* changes with each start of the machine */
  char    *processes; /* the namespace that pid is of: containers have their own */
  char    *token;     /* random; another one for each lock */
  int64_t  pid;
  uint64_t start;     /* when the process started, in ticks since boot: pids are used again */
  int64_t  since;     /* µs since 1970, UTC */
} TalksLockHolder;

typedef enum
{
  TALKS_HOLDER_ALIVE,
  TALKS_HOLDER_DEAD,
  TALKS_HOLDER_UNKNOWN, /* on another machine, or in another container */
} TalksHolderState;

/* This process, now. */
TalksLockHolder *talks_lock_holder_new_self  (void);
TalksLockHolder *talks_lock_holder_copy      (const TalksLockHolder *holder);
void             talks_lock_holder_free      (TalksLockHolder       *holder);
TalksHolderState talks_lock_holder_look      (const TalksLockHolder *holder);
gboolean         talks_lock_holder_is_self   (const TalksLockHolder *holder);

/* As text of several lines, and back; NULL if text is not such. */
char            *talks_lock_holder_to_text   (const TalksLockHolder *holder);
TalksLockHolder *talks_lock_holder_from_text (const char            *text,
                                              size_t                 length);

/* A lock that is held. */
typedef struct _TalksLock TalksLock;

/* NULL with an error when there is none to be had: TALKS_ERROR_LOCKED if somebody else has it – *holder, which may be
 * NULL, is then who, and may be this process itself – or G_IO_ERROR. *holder is NULL otherwise. The file need not
 * exist; symbolic links are followed. */
TalksLock       *talks_lock_take             (GFile                 *file,
                                              TalksLockHolder      **holder,
                                              GError               **error);

/* The same, but if it is still the given holder who has it, it is taken from them: the user has said so. */
TalksLock       *talks_lock_take_over        (GFile                 *file,
                                              const TalksLockHolder *from,
                                              TalksLockHolder      **holder,
                                              GError               **error);

/* Gives it back, unless somebody has taken it over, and frees it. */
void             talks_lock_release          (TalksLock             *lock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksLockHolder, talks_lock_holder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksLock, talks_lock_release)

G_END_DECLS
