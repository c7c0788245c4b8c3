/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a record to JSON: a new element, or the old one with what changed.
 *
 * A changed element shares with the old one each JsonNode that did not change, among them all that
 * the model knows nothing of; that is what talks_json_patch() goes by. */

#pragma once

#include <json-glib/json-glib.h>

#include "talks-json-write.h"
#include "talks-record-fields.h"

G_BEGIN_DECLS

/* Fields of a record by their number in its table: 1 << i for each. */
typedef guint64 TalksFieldMask;

typedef struct
{
  GHashTable *made_from; /* JsonNode → JsonNode, as talks_json_patch() wants it; holds no references */
  GHashTable *left_out;  /* pointer of a list → GArray of guint: elements that were not understood */
  GString    *pointer;   /* of the value being written */
} TalksRecordWriter;

/* left_out may be NULL. */
TalksRecordWriter *talks_record_writer_new   (GHashTable         *left_out);
void               talks_record_writer_free  (TalksRecordWriter  *self);

/* The element of a record that is in no file yet; of the head, an object of its members. */
JsonNode          *talks_record_write_new    (TalksRecordWriter  *self,
                                              const TalksRecord  *record);

/* The same as text. Owned by the caller. */
GString           *talks_record_to_text      (const TalksRecord      *record,
                                              const TalksJsonLayout  *layout);

/* The element old, which reads as before, when it says what now says. pointer is that of the element.
 * Fields of the mask are written anew even where before and now agree. */
JsonNode          *talks_record_write_over   (TalksRecordWriter  *self,
                                              JsonNode           *old,
                                              const char         *pointer,
                                              const TalksRecord  *before,
                                              const TalksRecord  *now,
                                              TalksFieldMask      anew);

/* The same of one text. old may be NULL, or anything; before may be NULL. */
JsonNode          *talks_record_write_text   (TalksRecordWriter  *self,
                                              JsonNode           *old,
                                              const TalksText    *before,
                                              const TalksText    *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksRecordWriter, talks_record_writer_free)

G_END_DECLS
