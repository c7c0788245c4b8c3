/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form-kinds.h"

static const TalksFormKind * const kinds[TALKS_RECORD_HEAD + 1] = {
  [TALKS_RECORD_LANE] = &talks_lane_form,
  [TALKS_RECORD_TOPIC] = &talks_topic_form,
  [TALKS_RECORD_PARTY] = &talks_party_form,
  [TALKS_RECORD_PARTICIPANT] = &talks_participant_form,
  [TALKS_RECORD_EVENT] = &talks_event_form,
  [TALKS_RECORD_POSITION] = &talks_position_form,
  [TALKS_RECORD_SOURCE] = &talks_source_form,
  [TALKS_RECORD_ANNOTATION] = &talks_annotation_form,
  [TALKS_RECORD_TOUR] = &talks_tour_form,
  [TALKS_RECORD_HEAD] = &talks_head_form,
};

const TalksFormKind *
talks_form_kind_get (TalksRecordKind kind)
{
  g_return_val_if_fail (kind <= TALKS_RECORD_HEAD, NULL);
  return kinds[kind];
}
