/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-document-private.h"

#include <string.h>

/* Tables from an id to the records that mention it, each a GPtrArray of borrowed records. */
typedef enum
{
  BY_PARTY,       /* participants of a party */
  BY_EVENT,       /* positions stated at an event */
  BY_PARTICIPANT, /* events attended */
  BY_TARGET,      /* annotations on a record */
  BY_SOURCE,      /* records that cite a source */
  BY_RELATED,     /* events that name an event */
  BY_STANCE,      /* positions by "party\ntopic" */
  N_TABLES
} Table;

struct _TalksDocumentIndex
{
  GPtrArray  *events; /* by time, borrowed */
  GHashTable *ranks;  /* TalksEvent → rank */
  GHashTable *lanes;  /* kind → index of lane + 1 */
  GHashTable *parties; /* TalksEvent → TalksParty */
  GHashTable *tables[N_TABLES];
  TalksSpan   extent;
};

static int
compare_events (const void *a,
                const void *b)
{
  const TalksEvent *one = *(const TalksEvent * const *) a;
  const TalksEvent *two = *(const TalksEvent * const *) b;
  int order = talks_date_compare (one->date, two->date);

  return order != 0 ? order : strcmp (one->record.id, two->record.id);
}

static int
compare_positions (const void *a,
                   const void *b)
{
  const TalksPosition *one = *(const TalksPosition * const *) a;
  const TalksPosition *two = *(const TalksPosition * const *) b;

  /* The sort is stable: positions of one day keep the order of the document. */
  return talks_date_compare (one->date, two->date);
}

/* Adds record to the list under key, unless it was the last one added there. */
static void
mention (TalksDocumentIndex *self,
         Table               table,
         const char         *key,
         gpointer            record)
{
  GPtrArray *list;

  if (key == NULL)
    return;
  list = g_hash_table_lookup (self->tables[table], key);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->tables[table], g_strdup (key), list);
    }
  if (list->len == 0 || list->pdata[list->len - 1] != record)
    g_ptr_array_add (list, record);
}

static void
mention_sources (TalksDocumentIndex *self,
                 char              **sources,
                 gpointer            record)
{
  for (char **source = sources; *source != NULL; source++)
    mention (self, BY_SOURCE, *source, record);
}

/* Open ends do not widen the extent: only their known side does. */
static void
widen (TalksSpan       *extent,
       const TalksDate *date)
{
  TalksSpan span = talks_span_from_date (date);

  if (span.start > TALKS_DAY_MIN)
    {
      extent->start = MIN (extent->start, span.start);
      extent->end = MAX (extent->end, span.start + 1);
    }
  if (span.end < TALKS_DAY_MAX)
    {
      extent->start = MIN (extent->start, span.end - 1);
      extent->end = MAX (extent->end, span.end);
    }
}

static void
index_event (TalksDocumentIndex *self,
             TalksEvent         *event)
{
  widen (&self->extent, event->date);
  g_ptr_array_add (self->events, event);
  mention_sources (self, event->sources, event);
  for (guint i = 0; i < event->attendance->len; i++)
    {
      TalksAttendance *attendance = event->attendance->pdata[i];

      mention (self, BY_PARTICIPANT, attendance->participant, event);
    }
  for (guint i = 0; i < event->related->len; i++)
    mention (self, BY_RELATED, ((TalksRelation *) event->related->pdata[i])->event, event);
  for (guint i = 0; i < event->accounts->len; i++)
    mention_sources (self, ((TalksAccount *) event->accounts->pdata[i])->sources, event);
}

static void
index_position (TalksDocumentIndex *self,
                TalksPosition      *position)
{
  g_autofree char *stance = g_strconcat (position->party, "\n", position->topic, NULL);

  widen (&self->extent, position->date);
  mention (self, BY_EVENT, position->event, position);
  mention (self, BY_STANCE, stance, position);
  mention_sources (self, position->sources, position);
}

static void
index_lanes (TalksDocumentIndex *self,
             GPtrArray          *lanes)
{
  for (guint i = 0; i < lanes->len; i++)
    {
      TalksLane *lane = lanes->pdata[i];

      for (char **kind = lane->kinds; *kind != NULL; kind++)
        if (!g_hash_table_contains (self->lanes, *kind))
          g_hash_table_insert (self->lanes, *kind, GUINT_TO_POINTER (i + 1));
    }
}

static void
index_extent (TalksDocumentIndex *self)
{
  if (talks_span_is_empty (self->extent))
    {
      int64_t year;

      talks_day_to_civil (talks_day_today (), &year, NULL, NULL);
      self->extent = talks_span_make (talks_day_from_civil (year, 1, 1),
                                      talks_day_from_civil (year + 1, 1, 1));
    }
}

static void
sort_index (TalksDocumentIndex *self)
{
  GHashTableIter iter;
  gpointer list;

  g_ptr_array_sort (self->events, compare_events);
  for (guint i = 0; i < self->events->len; i++)
    g_hash_table_insert (self->ranks, self->events->pdata[i], GUINT_TO_POINTER (i + 1));

  g_hash_table_iter_init (&iter, self->tables[BY_STANCE]);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_positions);
  g_hash_table_iter_init (&iter, self->tables[BY_PARTICIPANT]);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_events);
}

TalksDocumentIndex *
talks_document_index_new (TalksDocument *document)
{
  TalksDocumentIndex *self = g_new0 (TalksDocumentIndex, 1);
  GPtrArray *list;

  self->events = g_ptr_array_new ();
  self->ranks = g_hash_table_new (NULL, NULL);
  self->parties = g_hash_table_new (NULL, NULL);
  self->lanes = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i < N_TABLES; i++)
    self->tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);
  self->extent = (TalksSpan) { TALKS_DAY_MAX, TALKS_DAY_MIN };

  index_lanes (self, talks_document_get_records (document, TALKS_RECORD_LANE));

  list = talks_document_get_records (document, TALKS_RECORD_PARTICIPANT);
  for (guint i = 0; i < list->len; i++)
    {
      TalksParticipant *participant = list->pdata[i];

      mention (self, BY_PARTY, participant->party, participant);
      mention_sources (self, participant->sources, participant);
    }

  list = talks_document_get_records (document, TALKS_RECORD_EVENT);
  for (guint i = 0; i < list->len; i++)
    index_event (self, list->pdata[i]);

  list = talks_document_get_records (document, TALKS_RECORD_POSITION);
  for (guint i = 0; i < list->len; i++)
    index_position (self, list->pdata[i]);

  list = talks_document_get_records (document, TALKS_RECORD_ANNOTATION);
  for (guint i = 0; i < list->len; i++)
    mention (self, BY_TARGET, ((TalksAnnotation *) list->pdata[i])->target, list->pdata[i]);

  index_extent (self);
  sort_index (self);
  return self;
}

void
talks_document_index_free (TalksDocumentIndex *self)
{
  g_ptr_array_unref (self->events);
  g_hash_table_unref (self->ranks);
  g_hash_table_unref (self->lanes);
  g_hash_table_unref (self->parties);
  for (int i = 0; i < N_TABLES; i++)
    g_hash_table_unref (self->tables[i]);
  g_free (self);
}

/* ---- public ---- */

GPtrArray *
talks_document_get_events_by_time (TalksDocument *self)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  return talks_document_ensure_index (self)->events;
}

int
talks_document_get_event_rank (TalksDocument    *self,
                               const TalksEvent *event)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), -1);
  return GPOINTER_TO_INT (g_hash_table_lookup (talks_document_ensure_index (self)->ranks, event)) - 1;
}

TalksSpan
talks_document_get_extent (TalksDocument *self)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), ((TalksSpan) { 0, 1 }));
  return talks_document_ensure_index (self)->extent;
}

int
talks_document_get_event_lane (TalksDocument    *self,
                               const TalksEvent *event)
{
  gpointer lane;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), -1);
  g_return_val_if_fail (event != NULL, -1);

  lane = g_hash_table_lookup (talks_document_ensure_index (self)->lanes, event->kind);
  if (lane != NULL)
    return GPOINTER_TO_INT (lane) - 1;
  return (int) talks_document_count (self, TALKS_RECORD_LANE) - 1;
}

static TalksParty *
get_party_of (TalksDocument *self,
              const char    *participant_id)
{
  TalksParticipant *participant;

  participant = talks_document_lookup_kind (self, TALKS_RECORD_PARTICIPANT, participant_id);
  if (participant == NULL)
    return NULL;
  return talks_document_lookup_kind (self, TALKS_RECORD_PARTY, participant->party);
}

/* The first attendee with that role (any role when NULL) who did not stay away. */
static TalksParty *
find_party_by_role (TalksDocument    *self,
                    const TalksEvent *event,
                    const char       *role)
{
  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = event->attendance->pdata[i];
      TalksParty *party;

      if (attendance->presence == TALKS_PRESENCE_ABSENT)
        continue;
      if (role != NULL && (attendance->role == NULL || strcmp (attendance->role, role) != 0))
        continue;
      party = get_party_of (self, attendance->participant);
      if (party != NULL)
        return party;
    }
  return NULL;
}

/* Whoever brought the others together stands for a meeting; whoever spoke, for a statement. */
static TalksParty *
find_event_party (TalksDocument    *self,
                  const TalksEvent *event)
{
  static const char * const roles[] = { "chair", "host", "mediator", "author", "speaker",
                                        "signatory", "head of delegation", NULL };

  for (int i = 0; i < (int) G_N_ELEMENTS (roles); i++)
    {
      TalksParty *party = find_party_by_role (self, event, roles[i]);

      if (party != NULL)
        return party;
    }
  return NULL;
}

TalksParty *
talks_document_get_event_party (TalksDocument    *self,
                                const TalksEvent *event)
{
  TalksDocumentIndex *index;
  gpointer party;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (event != NULL, NULL);

  index = talks_document_ensure_index (self);
  if (!g_hash_table_lookup_extended (index->parties, event, NULL, &party))
    {
      party = find_event_party (self, event);
      g_hash_table_insert (index->parties, (gpointer) event, party);
    }
  return party;
}

static GPtrArray *
find_mentions (TalksDocument *self,
               Table          table,
               const char    *key)
{
  return key != NULL ? g_hash_table_lookup (talks_document_ensure_index (self)->tables[table], key)
                     : NULL;
}

GPtrArray *
talks_document_get_positions (TalksDocument *self,
                              const char    *party,
                              const char    *topic)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (party != NULL && topic != NULL, NULL);

  key = g_strconcat (party, "\n", topic, NULL);
  return find_mentions (self, BY_STANCE, key);
}

GPtrArray *
talks_document_get_participants_of (TalksDocument *self,
                                    const char    *party)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  return find_mentions (self, BY_PARTY, party);
}

GPtrArray *
talks_document_get_positions_at (TalksDocument *self,
                                 const char    *event)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  return find_mentions (self, BY_EVENT, event);
}

GPtrArray *
talks_document_get_events_of (TalksDocument *self,
                              const char    *participant)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  return find_mentions (self, BY_PARTICIPANT, participant);
}

GPtrArray *
talks_document_get_annotations_on (TalksDocument *self,
                                   const char    *id)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  return find_mentions (self, BY_TARGET, id);
}

GPtrArray *
talks_document_get_citing (TalksDocument *self,
                           const char    *source)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  return find_mentions (self, BY_SOURCE, source);
}

GPtrArray *
talks_document_get_related_to (TalksDocument *self,
                               const char    *event)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  return find_mentions (self, BY_RELATED, event);
}
