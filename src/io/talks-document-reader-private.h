/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The readers of one record of each kind. Each makes a record of id from object; NULL, having
 * reported why, leaves it out. The head (id "", object the root) is never left out. */

#pragma once

#include "talks-json-read.h"

G_BEGIN_DECLS

gpointer talks_read_head        (TalksJsonReport *report,
                                 JsonObject      *object,
                                 const char      *id);
gpointer talks_read_lane        (TalksJsonReport *report,
                                 JsonObject      *object,
                                 const char      *id);
gpointer talks_read_topic       (TalksJsonReport *report,
                                 JsonObject      *object,
                                 const char      *id);
gpointer talks_read_party       (TalksJsonReport *report,
                                 JsonObject      *object,
                                 const char      *id);
gpointer talks_read_participant (TalksJsonReport *report,
                                 JsonObject      *object,
                                 const char      *id);
gpointer talks_read_event       (TalksJsonReport *report,
                                 JsonObject      *object,
                                 const char      *id);
gpointer talks_read_position    (TalksJsonReport *report,
                                 JsonObject      *object,
                                 const char      *id);
gpointer talks_read_source      (TalksJsonReport *report,
                                 JsonObject      *object,
                                 const char      *id);
gpointer talks_read_annotation  (TalksJsonReport *report,
                                 JsonObject      *object,
                                 const char      *id);
gpointer talks_read_tour        (TalksJsonReport *report,
                                 JsonObject      *object,
                                 const char      *id);

/* One of kind, by its id: NULL also without one. */
gpointer talks_read_record      (TalksJsonReport *report,
                                 TalksRecordKind  kind,
                                 JsonObject      *object);

G_END_DECLS
