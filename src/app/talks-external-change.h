/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksExternalChange: notices when the file of a document is changed by somebody else.
 *
 * A monitor of the file gives hints, and so does whoever calls talks_external_change_look() (when a window gets
 * the keyboard again). The verdict is by content, found on a worker: a file that was only touched has not changed,
 * and what the keeper itself saves is no news. Signal "changed": get_state() has another answer. */

#pragma once

#include "talks-keeper.h"

G_BEGIN_DECLS

#define TALKS_TYPE_EXTERNAL_CHANGE (talks_external_change_get_type ())
G_DECLARE_FINAL_TYPE (TalksExternalChange, talks_external_change, TALKS, EXTERNAL_CHANGE, GObject)

TalksExternalChange *talks_external_change_new       (TalksKeeper         *keeper);

/* Looks as soon as no save runs. */
void                 talks_external_change_look      (TalksExternalChange *self);

/* As far as is known: TALKS_FILE_SAME also for a document that is in no file. */
TalksFileState       talks_external_change_get_state (TalksExternalChange *self);

G_END_DECLS
