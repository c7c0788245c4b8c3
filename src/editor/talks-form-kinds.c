/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form-kinds.h"

#include "talks-paste-field.h"
#include "talks-record-fields.h"

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

/* A record that is called as text says: most often what was searched for and not found is what is to be added. */
static TalksRecord *
new_prefill (TalksRecordKind  kind,
             const char      *text)
{
  static const char * const names[] = { "title", "name" };
  TalksRecord *record = talks_record_new (kind, "new");

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const TalksField *field = talks_field_set_find (talks_record_kind_get_fields (kind), names[i]);

      if (field != NULL && field->type == TALKS_FIELD_TEXT)
        TALKS_FIELD_VALUE (field, record, TalksText *) = talks_text_new_plain (text);
      else if (field != NULL && field->type == TALKS_FIELD_STRING)
        TALKS_FIELD_VALUE (field, record, char *) = g_strdup (text);
    }
  return record;
}

GtkWidget *
talks_form_new_named (GtkWindow       *parent,
                      TalksSession    *session,
                      TalksRecordKind  kind,
                      const char      *text)
{
  const TalksFormKind *form_kind = talks_form_kind_get (kind);
  g_autofree char *stripped = NULL;
  g_autoptr (TalksRecord) prefill = NULL;
  gboolean pasted = FALSE;
  GtkWidget *form;

  g_return_val_if_fail (form_kind != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  pasted = kind == TALKS_RECORD_SOURCE && talks_paste_field_can_paste (stripped, talks_session_get_document (session));
  if (*stripped != '\0' && !pasted)
    prefill = new_prefill (kind, stripped);
  form = talks_form_new (parent, session, form_kind, NULL, prefill);
  if (pasted)
    talks_paste_field_paste_into (TALKS_FORM (form), stripped);
  return form;
}
