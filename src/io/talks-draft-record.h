/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that are not whole yet, as JSON.
 *
 * A document holds no event without a date and no account without a claim; a form does, until somebody has typed them. What
 * is written here comes back as it was, whatever is missing. It is for Talks itself: no document has this form. */

#pragma once

#include <json-glib/json-glib.h>

#include "talks-record.h"

G_BEGIN_DECLS

/* Appends an object, without its id. */
void         talks_draft_write_record (GString           *out,
                                       const TalksRecord *record);

/* A record of that kind and id with what object says; what makes no sense is left out. Never NULL. */
TalksRecord *talks_draft_read_record  (JsonObject        *object,
                                       TalksRecordKind    kind,
                                       const char        *id);

/* The text of a member; NULL: it is none. */
const char  *talks_draft_get_string   (JsonObject        *object,
                                       const char        *name);

G_END_DECLS
