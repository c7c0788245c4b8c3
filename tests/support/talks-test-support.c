/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-test-support.h"

/* ---- dates ---- */

TalksDate *
talks_test_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  TalksDate *date = talks_date_parse (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (date);
  return date;
}

TalksDay
talks_test_day (const char *text)
{
  g_autoptr (TalksDate) date = talks_test_date (text);

  return talks_date_get_earliest (date);
}

/* ---- makers ---- */

TalksLane *
talks_test_lane_new (const char *id,
                     const char *kinds)
{
  TalksLane *lane = talks_record_new (TALKS_RECORD_LANE, id);

  lane->name = talks_text_new_plain (id);
  talks_test_cite (&lane->kinds, kinds);
  return lane;
}

TalksTopic *
talks_test_topic_new (const char *id)
{
  TalksTopic *topic = talks_record_new (TALKS_RECORD_TOPIC, id);

  topic->name = talks_text_new_plain (id);
  return topic;
}

TalksParty *
talks_test_party_new (const char *id,
                      const char *side)
{
  TalksParty *party = talks_record_new (TALKS_RECORD_PARTY, id);

  party->name = talks_text_new_plain (id);
  party->short_name = talks_text_new_plain (id);
  party->side = g_strdup (side);
  party->color = g_strdup ("#1f63d0");
  return party;
}

TalksParticipant *
talks_test_participant_new (const char *id,
                            const char *party)
{
  TalksParticipant *participant = talks_record_new (TALKS_RECORD_PARTICIPANT, id);

  participant->name = talks_text_new_plain (id);
  participant->party = g_strdup (party);
  return participant;
}

TalksEvent *
talks_test_event_new (const char *id,
                      const char *kind,
                      const char *date)
{
  TalksEvent *event = talks_record_new (TALKS_RECORD_EVENT, id);

  event->kind = g_strdup (kind);
  event->date = talks_test_date (date);
  event->title = talks_text_new_plain (id);
  event->label = talks_text_new_plain (id);
  return event;
}

TalksPosition *
talks_test_position_new (const char *id,
                         const char *party,
                         const char *topic,
                         const char *date)
{
  TalksPosition *position = talks_record_new (TALKS_RECORD_POSITION, id);

  position->party = g_strdup (party);
  position->topic = g_strdup (topic);
  position->date = talks_test_date (date);
  position->label = talks_text_new_plain (id);
  position->stance = talks_text_new_plain (id);
  return position;
}

TalksSource *
talks_test_source_new (const char *id,
                       const char *url)
{
  TalksSource *source = talks_record_new (TALKS_RECORD_SOURCE, id);

  source->type = g_strdup ("webpage");
  source->title = g_strdup (id);
  source->url = g_strdup (url);
  return source;
}

TalksAnnotation *
talks_test_annotation_new (const char *id,
                           const char *target)
{
  TalksAnnotation *annotation = talks_record_new (TALKS_RECORD_ANNOTATION, id);

  annotation->body = g_strdup (id);
  annotation->target = g_strdup (target);
  return annotation;
}

/* ---- parts ---- */

void
talks_test_add_role (TalksParticipant *participant,
                     const char       *title,
                     const char       *from,
                     const char       *to)
{
  TalksRole *role = g_new0 (TalksRole, 1);

  role->title = talks_text_new_plain (title);
  role->from = from != NULL ? talks_test_date (from) : NULL;
  role->to = to != NULL ? talks_test_date (to) : NULL;
  g_ptr_array_add (participant->roles, role);
}

void
talks_test_attend (TalksEvent    *event,
                   const char    *participant,
                   const char    *role,
                   TalksPresence  presence)
{
  TalksAttendance *attendance = g_new0 (TalksAttendance, 1);

  attendance->participant = g_strdup (participant);
  attendance->role = g_strdup (role);
  attendance->presence = presence;
  g_ptr_array_add (event->attendance, attendance);
}

void
talks_test_relate (TalksEvent *event,
                   const char *to)
{
  TalksRelation *relation = g_new0 (TalksRelation, 1);

  relation->event = g_strdup (to);
  relation->relation = g_strdup ("continues");
  g_ptr_array_add (event->related, relation);
}

void
talks_test_account (TalksEvent *event,
                    const char *claim,
                    const char *sources)
{
  TalksAccount *account = g_new0 (TalksAccount, 1);

  account->claim = talks_text_new_plain (claim);
  talks_test_cite (&account->sources, sources);
  g_ptr_array_add (event->accounts, account);
}

void
talks_test_cite (char       ***list,
                 const char   *sources)
{
  g_strfreev (*list);
  *list = g_strsplit (sources, " ", -1);
}

/* ---- documents ---- */

static void
apply (TalksDocument *document,
       TalksRecord   *before,
       TalksRecord   *after,
       int            position)
{
  g_autoptr (TalksChange) change = talks_change_new (before, after, position);
  g_autoptr (GError) error = NULL;

  talks_document_apply (document, change, &error);
  g_assert_no_error (error);
}

gpointer
talks_test_add (TalksDocument *document,
                gpointer       record)
{
  apply (document, NULL, record, -1);
  talks_record_unref (record);
  return record;
}

void
talks_test_remove (TalksDocument *document,
                   const char    *id)
{
  TalksRecord *record = talks_document_lookup (document, id);
  guint position;

  g_assert_nonnull (record);
  g_assert_true (g_ptr_array_find (talks_document_get_records (document, record->kind), record,
                                   &position));
  apply (document, record, NULL, (int) position);
}

gpointer
talks_test_replace (TalksDocument *document,
                    gpointer       after)
{
  TalksRecord *before = talks_document_lookup_same (document, after);

  g_assert_nonnull (before);
  apply (document, before, after, -1);
  talks_record_unref (after);
  return after;
}

char *
talks_test_list_ids (GPtrArray *records)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((TalksRecord *) records->pdata[i])->id);
  return g_string_free (ids, FALSE);
}

char *
talks_test_dump (TalksDocument *document)
{
  GString *dump = g_string_new (NULL);

  for (int kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, (TalksRecordKind) kind);

      g_string_append_printf (dump, "%s:", talks_record_kind_to_list ((TalksRecordKind) kind));
      for (guint i = 0; i < records->len; i++)
        {
          TalksRecord *record = records->pdata[i];

          g_string_append_printf (dump, " %s@%p", record->id, (void *) record);
          g_assert_true (talks_document_lookup_same (document, record) == record);
        }
      g_string_append_c (dump, '\n');
    }
  return g_string_free (dump, FALSE);
}
