/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* --merge: a part of the command line. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TALKS_MERGE_CLEAN,
  TALKS_MERGE_CONFLICTS, /* out holds them; they are told on standard error as "FILE: /pointer: sentence" */
  TALKS_MERGE_FAILED,    /* with an error; out is as it was */
} TalksMergeStatus;

/* Merges theirs into ours and writes the result to out, which may be one of them. base is the file that both go back
 * to; an empty file, or NULL, is none. */
TalksMergeStatus talks_command_line_merge (const char  *base,
                                           const char  *ours,
                                           const char  *theirs,
                                           const char  *out,
                                           GError     **error);

G_END_DECLS
