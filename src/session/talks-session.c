/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-session-private.h"

#include <string.h>

#include "talks-state.h"

/* Room kept around what is brought into view, in pixels: enough for a card's label. */
#define REVEAL_MARGIN 140.0

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksSession, talks_session, G_TYPE_OBJECT)

void
talks_session_emit (TalksSession       *self,
                    TalksSessionChange  flags)
{
  if (flags != 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, (guint) flags);
}

/* ---- what the panels show ---- */

const char *
talks_session_get_language (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), "en");
  return self->language;
}

void
talks_session_set_language (TalksSession *self,
                            const char   *language)
{
  g_return_if_fail (TALKS_IS_SESSION (self));
  g_return_if_fail (language != NULL);

  if (strcmp (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  talks_session_emit (self, TALKS_SESSION_LANGUAGE);
}

TalksSessionChange
talks_session_move_as_of (TalksSession *self,
                          TalksDay      day)
{
  day = talks_span_clamp (self->viewport.extent, day);
  if (day == self->as_of)
    return 0;
  self->as_of = day;
  return TALKS_SESSION_AS_OF;
}

TalksDay
talks_session_get_as_of (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), 0);
  return self->as_of;
}

void
talks_session_set_as_of (TalksSession *self,
                         TalksDay      day)
{
  g_return_if_fail (TALKS_IS_SESSION (self));
  talks_session_emit (self, talks_session_move_as_of (self, day));
}

TalksRecord *
talks_session_get_selection (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), NULL);
  return talks_document_lookup (self->document, self->selection);
}

TalksEvent *
talks_session_get_event (TalksSession *self)
{
  TalksRecord *record;

  g_return_val_if_fail (TALKS_IS_SESSION (self), NULL);

  record = talks_session_get_selection (self);
  if (record == NULL)
    return NULL;
  if (record->kind == TALKS_RECORD_EVENT)
    return (TalksEvent *) record;
  if (record->kind == TALKS_RECORD_POSITION)
    return talks_document_lookup_kind (self->document, TALKS_RECORD_EVENT,
                                       ((TalksPosition *) record)->event);
  return NULL;
}

/* Opens the fold that the selected record of that date is in and pans to it; moves the as-of day
 * there. */
static TalksSessionChange
bring_into_view (TalksSession    *self,
                 const TalksDate *date)
{
  TalksSessionChange flags = talks_session_open_fold_of_selection (self);
  TalksSpan span = talks_span_intersect (talks_span_from_date (date), self->viewport.extent);

  if (talks_viewport_reveal (&self->viewport, (double) span.start, (double) span.end, REVEAL_MARGIN))
    flags |= TALKS_SESSION_POSITION;
  return flags | talks_session_move_as_of (self, talks_date_get_sort_day (date));
}

void
talks_session_select (TalksSession *self,
                      const char   *id)
{
  TalksSessionChange flags = TALKS_SESSION_SELECTION;
  TalksRecord *record;

  g_return_if_fail (TALKS_IS_SESSION (self));

  record = talks_document_lookup (self->document, id);
  if (g_strcmp0 (record != NULL ? record->id : NULL, self->selection) == 0)
    flags = 0;
  g_free (self->selection);
  self->selection = record != NULL ? g_strdup (record->id) : NULL;
  if (record != NULL && talks_record_get_date (record) != NULL)
    flags |= bring_into_view (self, talks_record_get_date (record));
  talks_session_emit (self, flags);
}

const char *
talks_session_get_highlight (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), NULL);
  return self->highlight;
}

void
talks_session_set_highlight (TalksSession *self,
                             const char   *id)
{
  g_return_if_fail (TALKS_IS_SESSION (self));

  if (talks_document_lookup_kind (self->document, TALKS_RECORD_PARTY, id) == NULL
      && talks_document_lookup_kind (self->document, TALKS_RECORD_PARTICIPANT, id) == NULL)
    id = NULL;
  if (g_strcmp0 (self->highlight, id) == 0)
    return;
  g_free (self->highlight);
  self->highlight = g_strdup (id);
  talks_session_emit (self, TALKS_SESSION_HIGHLIGHT);
}

static gboolean
is_about (TalksSession      *self,
          const TalksRecord *record,
          const TalksRecord *focus)
{
  gboolean party = focus->kind == TALKS_RECORD_PARTY;

  switch ((int) record->kind)
    {
    case TALKS_RECORD_EVENT:
      {
        const TalksEvent *event = (const TalksEvent *) record;

        return party ? talks_event_involves_party (self->document, event, focus->id)
                     : talks_event_get_attendance_of (event, focus->id) != NULL;
      }
    case TALKS_RECORD_POSITION:
      {
        const TalksPosition *position = (const TalksPosition *) record;

        return g_strcmp0 (party ? position->party : position->participant, focus->id) == 0;
      }
    case TALKS_RECORD_PARTICIPANT:
      return party ? g_strcmp0 (((const TalksParticipant *) record)->party, focus->id) == 0
                   : record == focus;
    case TALKS_RECORD_PARTY:
      return party ? record == focus
                   : g_strcmp0 (((const TalksParticipant *) focus)->party, record->id) == 0;
    default:
      return TRUE;
    }
}

gboolean
talks_session_is_lit (TalksSession      *self,
                      const TalksRecord *record)
{
  const TalksRecord *focus;

  g_return_val_if_fail (TALKS_IS_SESSION (self), TRUE);
  g_return_val_if_fail (record != NULL, TRUE);

  focus = talks_document_lookup (self->document, self->highlight);
  return focus == NULL || is_about (self, record, focus);
}

const char *
talks_session_get_topic (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), NULL);
  return self->topic;
}

void
talks_session_set_topic (TalksSession *self,
                         const char   *id)
{
  g_return_if_fail (TALKS_IS_SESSION (self));

  if (talks_document_lookup_kind (self->document, TALKS_RECORD_TOPIC, id) == NULL
      || g_strcmp0 (id, self->topic) == 0)
    return;
  g_free (self->topic);
  self->topic = g_strdup (id);
  talks_session_emit (self, TALKS_SESSION_TOPIC);
}

const char *
talks_session_get_query (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), "");
  return self->query;
}

void
talks_session_set_query (TalksSession *self,
                         const char   *query)
{
  g_return_if_fail (TALKS_IS_SESSION (self));
  g_return_if_fail (query != NULL);

  if (strcmp (self->query, query) == 0)
    return;
  g_free (self->query);
  self->query = g_strdup (query);
  talks_session_emit (self, TALKS_SESSION_QUERY);
}

/* ---- life ---- */

static void
talks_session_dispose (GObject *object)
{
  TalksSession *self = TALKS_SESSION (object);

  g_clear_object (&self->history);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (talks_session_parent_class)->dispose (object);
}

static void
talks_session_finalize (GObject *object)
{
  TalksSession *self = TALKS_SESSION (object);

  talks_viewport_clear (&self->viewport);
  g_array_unref (self->quiet);
  g_array_unref (self->folded);
  g_hash_table_unref (self->marked);
  g_clear_pointer (&self->origin, talks_origin_unref);
  g_free (self->language);
  g_free (self->selection);
  g_free (self->highlight);
  g_free (self->topic);
  g_free (self->query);

  G_OBJECT_CLASS (talks_session_parent_class)->finalize (object);
}

static void
talks_session_class_init (TalksSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = talks_session_dispose;
  G_OBJECT_CLASS (klass)->finalize = talks_session_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
talks_session_init (TalksSession *self)
{
  self->language = g_strdup ("en");
  self->query = g_strdup ("");
  self->marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  talks_viewport_init (&self->viewport, (TalksSpan) { 0, 1 });
  talks_session_take_document (self, talks_document_new ());
}

TalksSession *
talks_session_new (void)
{
  return g_object_new (TALKS_TYPE_SESSION, NULL);
}
