/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Short ways to make records and documents in tests.
 *
 * Makers (…_new) give a record with one reference, which a test may fill in further. Adders apply
 * one change to the document, which must succeed, take over the reference and give the record back,
 * now the document's. Names are the ids. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

/* An EDTF expression or a day ("2022-05-01"), which must be right. */
TalksDate         *talks_test_date            (const char       *text);
TalksDay           talks_test_day             (const char       *text);

/* kinds: separated by spaces. side may be NULL. */
TalksLane         *talks_test_lane_new        (const char       *id,
                                               const char       *kinds);
TalksTopic        *talks_test_topic_new       (const char       *id);
TalksParty        *talks_test_party_new       (const char       *id,
                                               const char       *side);
TalksParticipant  *talks_test_participant_new (const char       *id,
                                               const char       *party);
TalksEvent        *talks_test_event_new       (const char       *id,
                                               const char       *kind,
                                               const char       *date);
TalksPosition     *talks_test_position_new    (const char       *id,
                                               const char       *party,
                                               const char       *topic,
                                               const char       *date);
TalksSource       *talks_test_source_new      (const char       *id,
                                               const char       *url);
TalksAnnotation   *talks_test_annotation_new  (const char       *id,
                                               const char       *target);

/* Parts of records that are not in a document yet. from, to and role may be NULL. */
void               talks_test_add_role        (TalksParticipant *participant,
                                               const char       *title,
                                               const char       *from,
                                               const char       *to);
void               talks_test_attend          (TalksEvent       *event,
                                               const char       *participant,
                                               const char       *role,
                                               TalksPresence     presence);
void               talks_test_relate          (TalksEvent       *event,
                                               const char       *to);
/* sources: separated by spaces. */
void               talks_test_account         (TalksEvent       *event,
                                               const char       *claim,
                                               const char       *sources);
void               talks_test_cite            (char           ***list,
                                               const char       *sources);

/* Takes record over; gives it back as the document's. */
gpointer           talks_test_add             (TalksDocument    *document,
                                               gpointer          record);
/* The record of that id leaves the document. */
void               talks_test_remove          (TalksDocument    *document,
                                               const char       *id);
/* after, which it takes over, stands where the record of its id stood, or the head. */
gpointer           talks_test_replace         (TalksDocument    *document,
                                               gpointer          after);

/* Ids of a list of records (NULL: none), separated by spaces. */
char              *talks_test_list_ids        (GPtrArray        *records);

/* Two documents with equal strings hold the same records, not only equal ones, in the same order. */
char              *talks_test_dump            (TalksDocument    *document);

/* ---- a generator of documents (talks-generate.c) ---- */

/* A document with n events over 40 years: 60 % of them points, 40 % intervals of a day to six
 * months; a little more than half of them in bursts, with quiet years between; 12 parties,
 * 40 participants, 6 lanes, 8 topics, n / 3 positions, n / 10 + 1 sources; titles of 20 to 60
 * characters in Latin, Cyrillic, Turkish and some Arabic. The same n and seed give the same
 * document everywhere. */
TalksDocument     *talks_generate_document    (guint             n,
                                               guint32           seed);

/* The same as a file. */
GBytes            *talks_generate_json        (guint             n,
                                               guint32           seed);

/* Any document made of what the generator makes, as a file. */
GBytes            *talks_test_to_json         (TalksDocument    *document);

G_END_DECLS
