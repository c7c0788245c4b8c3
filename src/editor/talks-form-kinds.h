/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms that there are, one for each kind of records. The head is only edited, never added. */

#pragma once

#include "talks-form.h"

G_BEGIN_DECLS

extern const TalksFormKind talks_head_form;
extern const TalksFormKind talks_lane_form;
extern const TalksFormKind talks_topic_form;
extern const TalksFormKind talks_party_form;
extern const TalksFormKind talks_participant_form;
extern const TalksFormKind talks_event_form;
extern const TalksFormKind talks_position_form;
extern const TalksFormKind talks_source_form;
extern const TalksFormKind talks_annotation_form;
extern const TalksFormKind talks_tour_form;

/* NULL when records of that kind have no form. */
const TalksFormKind *talks_form_kind_get (TalksRecordKind kind);

/* A form that adds a record, and begins with text as its title or name; for a source text can also be what the row for
 * pasting takes. Spaces around it and an empty text are nothing. parent may be NULL. */
GtkWidget           *talks_form_new_named (GtkWindow       *parent,
                                           TalksSession    *session,
                                           TalksRecordKind  kind,
                                           const char      *text);

G_END_DECLS
