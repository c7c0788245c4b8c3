/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the record writer share. */

#pragma once

#include "talks-record-write.h"

G_BEGIN_DECLS

/* ---- the members of an object, to be changed ---- */

typedef struct _TalksMembers TalksMembers;

/* The members of old, which may be NULL and must live as long. */
TalksMembers *talks_members_new      (JsonObject        *old);

/* NULL when there is none. Owned by self. */
JsonNode     *talks_members_get      (TalksMembers      *self,
                                      const char        *name);

/* Takes node over; NULL removes the member. What is new goes behind the last member that was set or
 * passed. name is static. */
void          talks_members_set      (TalksMembers      *self,
                                      const char        *name,
                                      JsonNode          *node);

/* New members go behind that one from now on, if it is there. */
void          talks_members_pass     (TalksMembers      *self,
                                      const char        *name);

/* An object made from the one of the node old, which may be NULL. Frees self. */
JsonNode     *talks_members_finish   (TalksMembers      *self,
                                      TalksRecordWriter *writer,
                                      JsonNode          *old);

/* ---- nodes ---- */

JsonNode     *talks_node_new_string  (const char        *text);
JsonNode     *talks_node_new_list    (JsonArray         *list);

/* NULL when the node is NULL or of another type. */
const char   *talks_node_get_string  (JsonNode          *node);
JsonArray    *talks_node_get_list    (JsonNode          *node);
JsonObject   *talks_node_get_object  (JsonNode          *node);

/* Notes that node is what old became. Gives node. */
JsonNode     *talks_node_made_from   (TalksRecordWriter *writer,
                                      JsonNode          *node,
                                      JsonNode          *old);

/* ---- talks-record-write.c ---- */

/* The object of a record or part. old, before: both or neither. */
JsonNode     *talks_write_owner      (TalksRecordWriter   *writer,
                                      const TalksFieldSet *set,
                                      JsonNode            *old,
                                      gconstpointer        before,
                                      gconstpointer        now);

/* ---- talks-record-write-list.c ---- */

/* A field of type STRINGS or LIST; NULL for an empty list that was not there before. */
JsonNode     *talks_write_list       (TalksRecordWriter *writer,
                                      const TalksField  *field,
                                      JsonNode          *old,
                                      gconstpointer      before,
                                      gconstpointer      now);

/* ---- talks-record-write-foreign.c ---- */

JsonNode     *talks_write_csl_date   (TalksRecordWriter *writer,
                                      JsonNode          *old,
                                      TalksDate         *date);

/* Whether the member is one of those below. */
gboolean      talks_is_annotation_field (const TalksField *field);

/* Writes a field of annotations whose shape is open. anew: whatever stands there goes. */
void          talks_write_annotation_field (TalksRecordWriter     *writer,
                                            TalksMembers          *members,
                                            const TalksField      *field,
                                            const TalksAnnotation *now,
                                            gboolean               anew);

G_END_DECLS
