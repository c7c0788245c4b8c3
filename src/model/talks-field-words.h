/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What records are made of (talks-record-fields.h), in words for the reader. const char * results are constant; others
 * belong to the caller. */

#pragma once

#include "talks-document.h"
#include "talks-record-fields.h"

G_BEGIN_DECLS

/* "Event", "Position" …; "Timeline" of the head. */
const char *talks_field_words_kind    (TalksRecordKind      kind);

/* All of a kind: "Events", "Positions" …; "Timeline" of the head. */
const char *talks_field_words_kinds   (TalksRecordKind      kind);

/* "Title", "Attendance" … of the name of a field ("title"); other names are given back. */
const char *talks_field_words_name    (const char          *name);

/* What owner holds there, in one line that is not long; records that it refers to by their titles. */
char       *talks_field_words_value   (const TalksField    *field,
                                       gconstpointer        owner,
                                       TalksDocument       *document,
                                       const char          *lang);

/* One of the strings that a field holds: the title of the record where it is the id of one. */
char       *talks_field_words_string  (const TalksField    *field,
                                       const char          *string,
                                       TalksDocument       *document,
                                       const char          *lang);

/* A part as a whole: "Rustem Umerov · head of delegation · present". */
char       *talks_field_words_part    (const TalksFieldSet *set,
                                       gconstpointer        part,
                                       TalksDocument       *document,
                                       const char          *lang);

/* text in quotation marks and in one line, cut where it is long. */
char       *talks_field_words_shorten (const char          *text);

G_END_DECLS
