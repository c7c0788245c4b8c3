/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who else is at a file, in words. */

#pragma once

#include "talks-lock.h"

G_BEGIN_DECLS

/* "“a.talks.json” is also open by Ann Archivist on the computer “reading-room”, since 10:15." name: of the file. */
char *talks_holder_words (const TalksLockHolder *holder,
                          const char            *name);

/* A time, of µs since 1970: of today "10:15", else "22 Nov 2026, 10:15". */
char *talks_time_words   (int64_t                time);

/* The same with its day in any case: for what is read on other days, too. */
char *talks_moment_words (int64_t                time,
                          gboolean               with_seconds);

/* The real name, or the login name where there is no other. Owned by the holder. */
const char *talks_holder_get_user (const TalksLockHolder *holder);

G_END_DECLS
