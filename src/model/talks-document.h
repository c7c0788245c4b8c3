/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksDocument: one negotiation, whole.
 *
 * Owns its records in the order of the file, a table of their ids, and what is derived from them
 * (made when first asked for, dropped by every change). Invariants:
 * 1. It changes through one door, talks_document_apply().
 * 2. An id stands for one record, and there is one head, a record like the others.
 * 3. Arrays and records it returns belong to it. They live until the next change; whoever keeps
 *    a record takes a reference.
 * A document is built on a worker and belongs to one thread at a time; the records in it may be
 * read from any. Emits "changed" (TalksChange) after each change. */

#pragma once

#include <gio/gio.h>

#include "talks-change.h"
#include "talks-span.h"

G_BEGIN_DECLS

#define TALKS_TYPE_DOCUMENT (talks_document_get_type ())
G_DECLARE_FINAL_TYPE (TalksDocument, talks_document, TALKS, DOCUMENT, GObject)

TalksDocument     *talks_document_new             (void);

/* The head, and what it says: an empty title and "en" in a new document. */
TalksHead         *talks_document_get_head        (TalksDocument        *self);
TalksText         *talks_document_get_title       (TalksDocument        *self);
TalksText         *talks_document_get_description (TalksDocument        *self);
const char        *talks_document_get_language    (TalksDocument        *self);
const char        *talks_document_get_license     (TalksDocument        *self);

/* The one door. Fails with TALKS_ERROR_REFERENCE, and leaves the document as it was, when the id
 * of an added record is taken or the record before is not the one in the document. */
gboolean           talks_document_apply           (TalksDocument        *self,
                                                   TalksChange          *change,
                                                   GError              **error);

/* A document with the same head and records, for work on another thread while this one may
 * change. Free with g_object_unref(). */
TalksDocument     *talks_document_copy            (TalksDocument        *self);

/* Of TalksChange: one after another applied to from, they make it to, with the same records in the same order. None when
 * it is that already. */
GPtrArray         *talks_document_list_changes    (TalksDocument        *from,
                                                   TalksDocument        *to);

/* The records of a kind in the order of the document, of TALKS_RECORD_HEAD the head alone; element type is the
 * record's struct. */
GPtrArray         *talks_document_get_records     (TalksDocument        *self,
                                                   TalksRecordKind       kind);
guint              talks_document_count           (TalksDocument        *self,
                                                   TalksRecordKind       kind);

/* NULL when there is none (or, with _kind, none of that kind). id may be NULL. */
TalksRecord       *talks_document_lookup          (TalksDocument        *self,
                                                   const char           *id);
gpointer           talks_document_lookup_kind     (TalksDocument        *self,
                                                   TalksRecordKind       kind,
                                                   const char           *id);

/* The record that has the id of this one, of whatever kind; the head for a head. */
TalksRecord       *talks_document_lookup_same     (TalksDocument        *self,
                                                   const TalksRecord    *record);

/* ---- derived (talks-document-index.c) ---- */

/* Events by earliest day, latest day, id. */
GPtrArray         *talks_document_get_events_by_time (TalksDocument *self);

/* Where an event stands among them; −1 when it is not in the document. */
int                talks_document_get_event_rank  (TalksDocument    *self,
                                                   const TalksEvent *event);

/* From the first to the last dated day of events and positions, open ends left out; a document
 * without any dated record spans the current year. Never empty. */
TalksSpan          talks_document_get_extent      (TalksDocument    *self);

/* Index of the lane whose kinds name that of the event. Events that no lane names go to the
 * last one; −1 only when there are no lanes. */
int                talks_document_get_event_lane  (TalksDocument    *self,
                                                   const TalksEvent *event);

/* The party that an event is drawn in: that of its chair, host or mediator, else of its author or
 * speaker, else of a signatory, head of delegation or anybody present, the first named of each. NULL
 * when nobody is named. */
TalksParty        *talks_document_get_event_party (TalksDocument    *self,
                                                   const TalksEvent *event);

/* Positions of a party on a topic by date; NULL when there are none. */
GPtrArray         *talks_document_get_positions   (TalksDocument    *self,
                                                   const char       *party,
                                                   const char       *topic);

/* Records that mention id, in document order; NULL when there are none.
 * "participants": of a party. "positions": stated at an event. "events": those that name
 * a participant in their attendance, whether present or not, by time.
 * "annotations": on any record. "cited": records that cite a source. "related": events whose
 * related list names the event. */
GPtrArray         *talks_document_get_participants_of (TalksDocument *self,
                                                       const char    *party);
GPtrArray         *talks_document_get_positions_at    (TalksDocument *self,
                                                       const char    *event);
GPtrArray         *talks_document_get_events_of       (TalksDocument *self,
                                                       const char    *participant);
GPtrArray         *talks_document_get_annotations_on  (TalksDocument *self,
                                                       const char    *id);
GPtrArray         *talks_document_get_citing          (TalksDocument *self,
                                                       const char    *source);
GPtrArray         *talks_document_get_related_to      (TalksDocument *self,
                                                       const char    *event);

G_END_DECLS
