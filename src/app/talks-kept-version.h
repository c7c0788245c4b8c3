/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksKeptVersion: an earlier version of a file, as it was kept when the file was saved over, and in words what was
 * changed since. Belongs to the main thread; workers read the file and compare. */

#pragma once

#include "talks-keeper.h"

G_BEGIN_DECLS

#define TALKS_TYPE_KEPT_VERSION (talks_kept_version_get_type ())
G_DECLARE_FINAL_TYPE (TalksKeptVersion, talks_kept_version, TALKS, KEPT_VERSION, GObject)

typedef enum
{
  TALKS_KEPT_VERSION_WAITING, /* not compared yet */
  TALKS_KEPT_VERSION_SAME,    /* it holds what the document holds */
  TALKS_KEPT_VERSION_DIFFERS,
  TALKS_KEPT_VERSION_BROKEN,  /* it cannot be read */
} TalksKeptVersionState;

/* ---- the list ---- */

/* The earlier versions of file, of TalksKeptVersion, the latest first; empty when none was kept. Errors: those of
 * talks_save_list_backups(). On a worker. */
void                     talks_kept_version_list_async     (GFile                    *file,
                                                            GCancellable             *cancellable,
                                                            GAsyncReadyCallback       callback,
                                                            gpointer                  user_data);
GPtrArray               *talks_kept_version_list_finish    (GFile                    *file,
                                                            GAsyncResult             *result,
                                                            GError                  **error);

/* ---- one of them ---- */

GFile                   *talks_kept_version_get_file       (TalksKeptVersion         *self);

/* "22 Nov 2026, 10:15": until when the file was so. With seconds where two of a list would read alike. Owned by the
 * version. */
const char              *talks_kept_version_get_moment     (TalksKeptVersion         *self);

/* In words of the reader's language. Free with g_free(). */
char                    *talks_kept_version_get_size       (TalksKeptVersion         *self);

TalksKeptVersionState    talks_kept_version_get_state      (TalksKeptVersion         *self);

/* What was changed since ("Added: 1 source · Changed: 2 events"), or why that cannot be told. Owned by the version;
 * property "words" tells of others. */
const char              *talks_kept_version_get_words      (TalksKeptVersion         *self);

/* ---- comparing ---- */

typedef struct
{
  TalksReading *reading;     /* may be taken; NULL then */
  GPtrArray    *changes;     /* of TalksChange: they make the document it was compared with this version */
  GPtrArray    *differences; /* of TalksDifference, from this version to that document */
  guint         n_unknown;   /* records with something that Talks does not know and that changes do not bring back */
  guint         n_unread;    /* records that it cannot read, the same */
} TalksKeptVersionContent;

void                     talks_kept_version_content_free   (TalksKeptVersionContent  *content);

/* Reads the version and compares it with now: a copy of a document, which nobody else may use until the callback. base is
 * what that document was read from. The state and the words follow when it is finished. Errors: those of talks_file_load(); when it is cancelled, the version waits on. */
void                     talks_kept_version_compare_async  (TalksKeptVersion         *self,
                                                            TalksDocument            *now,
                                                            TalksBase                *base,
                                                            const char               *lang,
                                                            GCancellable             *cancellable,
                                                            GAsyncReadyCallback       callback,
                                                            gpointer                  user_data);
TalksKeptVersionContent *talks_kept_version_compare_finish (TalksKeptVersion         *self,
                                                            GAsyncResult             *result,
                                                            GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksKeptVersionContent, talks_kept_version_content_free)

G_END_DECLS
