/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-session-marks.h"

#include "talks-query.h"
#include "talks-session-private.h"

static TalksEvent *
lookup_event (TalksSession *self,
              const char   *id)
{
  return talks_document_lookup_kind (self->document, TALKS_RECORD_EVENT, id);
}

/* TRUE when it is another than before. */
static gboolean
mark (TalksSession *self,
      const char   *id)
{
  return g_hash_table_add (self->marked, g_strdup (id));
}

TalksSessionChange
talks_session_drop_lost_marks (TalksSession *self)
{
  TalksSessionChange flags = 0;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->marked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (lookup_event (self, id) == NULL)
      {
        g_hash_table_iter_remove (&iter);
        flags = TALKS_SESSION_MARKS;
      }
  return flags;
}

gboolean
talks_session_is_marked (TalksSession *self,
                         const char   *id)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  return g_hash_table_contains (self->marked, id);
}

guint
talks_session_count_marked (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), 0);
  return g_hash_table_size (self->marked);
}

guint
talks_session_count_marked_of (TalksSession  *self,
                               TalksEvent   **events,
                               guint          n_events)
{
  guint n = 0;

  g_return_val_if_fail (TALKS_IS_SESSION (self), 0);

  if (g_hash_table_size (self->marked) == 0)
    return 0;
  for (guint i = 0; i < n_events; i++)
    n += g_hash_table_contains (self->marked, events[i]->record.id);
  return n;
}

GPtrArray *
talks_session_list_marked (TalksSession *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_record_unref);
  GPtrArray *events;

  g_return_val_if_fail (TALKS_IS_SESSION (self), list);

  if (g_hash_table_size (self->marked) == 0)
    return list;
  events = talks_document_get_events_by_time (self->document);
  for (guint i = 0; i < events->len; i++)
    {
      TalksEvent *event = events->pdata[i];

      if (g_hash_table_contains (self->marked, event->record.id))
        g_ptr_array_add (list, talks_record_ref (&event->record));
    }
  return list;
}

void
talks_session_set_marked (TalksSession       *self,
                          const char * const *ids,
                          gboolean            marked)
{
  TalksSessionChange flags = 0;

  g_return_if_fail (TALKS_IS_SESSION (self));
  g_return_if_fail (ids != NULL);

  for (; *ids != NULL; ids++)
    if (marked ? lookup_event (self, *ids) != NULL && mark (self, *ids) : g_hash_table_remove (self->marked, *ids))
      flags = TALKS_SESSION_MARKS;
  talks_session_emit (self, flags);
}

/* The ids of the events to be marked, as the keys of a set. */
static GHashTable *
find_ids (TalksSession *self)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *words = talks_query_fold (self->query);
  g_autoptr (GPtrArray) hits = NULL;
  GPtrArray *events;

  if (*g_strstrip (words) == '\0')
    {
      events = talks_document_get_records (self->document, TALKS_RECORD_EVENT);
      for (guint i = 0; i < events->len; i++)
        g_hash_table_add (ids, g_strdup (((TalksRecord *) events->pdata[i])->id));
      return ids;
    }
  hits = talks_query_run (self->document, self->query, self->language);
  for (guint i = 0; i < hits->len; i++)
    {
      const TalksHit *hit = hits->pdata[i];

      if (hit->record->kind == TALKS_RECORD_EVENT)
        g_hash_table_add (ids, g_strdup (hit->record->id));
    }
  return ids;
}

void
talks_session_mark_found (TalksSession *self)
{
  g_autoptr (GHashTable) ids = NULL;
  gboolean differs;
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (TALKS_IS_SESSION (self));

  ids = find_ids (self);
  differs = g_hash_table_size (ids) != g_hash_table_size (self->marked);
  g_hash_table_iter_init (&iter, ids);
  while (!differs && g_hash_table_iter_next (&iter, &id, NULL))
    differs = !g_hash_table_contains (self->marked, id);
  if (!differs)
    return;
  g_hash_table_unref (self->marked);
  self->marked = g_steal_pointer (&ids);
  talks_session_emit (self, TALKS_SESSION_MARKS);
}

void
talks_session_clear_marks (TalksSession *self)
{
  g_return_if_fail (TALKS_IS_SESSION (self));

  if (g_hash_table_size (self->marked) == 0)
    return;
  g_hash_table_remove_all (self->marked);
  talks_session_emit (self, TALKS_SESSION_MARKS);
}
