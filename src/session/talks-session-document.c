/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The document of a session: what is looked at follows when it changes, and starts anew with another one. */

#include "talks-session-private.h"

#include <string.h>

#include "talks-quiet.h"

/* Some days around the first and last: more after the last, as labels stand after their marks. */
static TalksSpan
get_padded_extent (TalksDocument *document)
{
  TalksSpan extent = talks_document_get_extent (document);
  TalksDay length = talks_span_length (extent);

  return talks_span_make (extent.start - MAX (2, length / 400), extent.end + MAX (3, length / 120));
}

static void
reset_viewport (TalksSession *self)
{
  double width = self->viewport.width;
  gboolean mirrored = self->viewport.mirrored;

  talks_viewport_clear (&self->viewport);
  talks_viewport_init (&self->viewport, get_padded_extent (self->document));
  talks_viewport_set_mirrored (&self->viewport, mirrored);
  talks_viewport_set_width (&self->viewport, width);
}

/* The quiet periods as of now. One that was there before, or a part of it, is folded as it was; others
 * are folded if fold says so. */
static void
find_quiet (TalksSession *self,
            gboolean      fold)
{
  g_autoptr (GArray) quiet = g_steal_pointer (&self->quiet);
  g_autoptr (GArray) folded = g_steal_pointer (&self->folded);

  self->quiet = talks_quiet_find (self->document);
  self->folded = g_array_new (FALSE, TRUE, sizeof (gboolean));
  for (guint i = 0; i < self->quiet->len; i++)
    {
      gboolean is_folded = fold;

      for (guint j = 0; quiet != NULL && j < quiet->len; j++)
        if (talks_span_overlaps (g_array_index (quiet, TalksSpan, j),
                                 g_array_index (self->quiet, TalksSpan, i)))
          is_folded = g_array_index (folded, gboolean, j);
      g_array_append_val (self->folded, is_folded);
    }
}

static const char *
get_first_topic (TalksSession *self)
{
  GPtrArray *topics = talks_document_get_records (self->document, TALKS_RECORD_TOPIC);

  return topics->len > 0 ? ((TalksRecord *) topics->pdata[0])->id : NULL;
}

/* Ids that are gone point nowhere. */
static TalksSessionChange
drop_lost_ids (TalksSession *self)
{
  TalksSessionChange flags = 0;

  if (self->selection != NULL && talks_document_lookup (self->document, self->selection) == NULL)
    {
      g_clear_pointer (&self->selection, g_free);
      flags |= TALKS_SESSION_SELECTION;
    }
  if (self->highlight != NULL && talks_document_lookup (self->document, self->highlight) == NULL)
    {
      g_clear_pointer (&self->highlight, g_free);
      flags |= TALKS_SESSION_HIGHLIGHT;
    }
  if (talks_document_lookup_kind (self->document, TALKS_RECORD_TOPIC, self->topic) == NULL
      && g_strcmp0 (self->topic, get_first_topic (self)) != 0)
    {
      g_free (self->topic);
      self->topic = g_strdup (get_first_topic (self));
      flags |= TALKS_SESSION_TOPIC;
    }
  return flags | talks_session_drop_lost_marks (self);
}

/* New or changed dates may lie outside the extent, end a quiet period, or leave the as-of day
 * without a document around it. */
static TalksSessionChange
follow_dates (TalksSession *self)
{
  g_autoptr (TalksTimeScale) scale = talks_time_scale_ref (self->viewport.scale);
  gboolean whole = talks_viewport_is_whole (&self->viewport);
  TalksSpan extent = get_padded_extent (self->document);
  TalksSessionChange flags = 0;
  double x = self->viewport.x;
  double from;
  double to;

  talks_viewport_get_visible (&self->viewport, &from, &to);
  find_quiet (self, FALSE);
  if (!talks_span_equal (extent, self->viewport.extent))
    {
      reset_viewport (self);
      talks_session_apply_folds (self, from);
      if (!whole)
        talks_viewport_show (&self->viewport, from, to);
    }
  else
    talks_session_apply_folds (self, from);
  talks_session_open_fold_of_selection (self);

  if (self->viewport.scale != scale)
    flags |= TALKS_SESSION_SCALE;
  if (self->viewport.x != x)
    flags |= TALKS_SESSION_POSITION;
  return flags | talks_session_move_as_of (self, self->as_of);
}

static void
follow_document (TalksSession *self)
{
  TalksSessionChange flags = TALKS_SESSION_DOCUMENT;

  self->is_behind = FALSE;
  flags |= drop_lost_ids (self);
  flags |= follow_dates (self);
  talks_session_emit (self, flags);
}

static void
document_changed_cb (TalksSession  *self,
                     TalksChange   *change,
                     TalksDocument *document)
{
  g_assert (TALKS_IS_SESSION (self));

  if (talks_history_is_busy (self->history))
    self->is_behind = TRUE;
  else
    follow_document (self);
}

static void
history_changed_cb (TalksSession *self,
                    TalksHistory *history)
{
  g_assert (TALKS_IS_SESSION (self));

  if (self->is_behind)
    follow_document (self);
}

/* The last day something happened: what a reader who opens the document wants to know first. */
static TalksDay
get_last_day (TalksDocument *document)
{
  GPtrArray *events = talks_document_get_events_by_time (document);

  if (events->len > 0)
    return talks_date_get_sort_day (((TalksEvent *) events->pdata[events->len - 1])->date);
  return talks_document_get_extent (document).end - 1;
}

TalksDocument *
talks_session_get_document (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), NULL);
  return self->document;
}

TalksOrigin *
talks_session_get_origin (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), NULL);
  return self->origin;
}

void
talks_session_set_origin (TalksSession *self,
                          TalksOrigin  *origin)
{
  g_return_if_fail (TALKS_IS_SESSION (self));

  if (origin != NULL)
    talks_origin_ref (origin);
  g_clear_pointer (&self->origin, talks_origin_unref);
  self->origin = origin;
}

TalksHistory *
talks_session_get_history (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), NULL);
  return self->history;
}

/* Who the steps of the history are by. */
static char *
get_user (void)
{
  const char *name = g_get_real_name ();

  /* What GLib says when there is none. */
  if (*name == '\0' || strcmp (name, "Unknown") == 0)
    name = g_get_user_name ();
  return g_utf8_make_valid (name, -1);
}

void
talks_session_take_document (TalksSession  *self,
                             TalksDocument *document)
{
  g_autofree char *user = get_user ();

  self->document = document;
  self->history = talks_history_new (document, user);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "changed", G_CALLBACK (history_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->topic = g_strdup (get_first_topic (self));
  reset_viewport (self);
  self->as_of = talks_span_clamp (self->viewport.extent, get_last_day (document));
  g_clear_pointer (&self->quiet, g_array_unref);
  g_clear_pointer (&self->folded, g_array_unref);
  find_quiet (self, TRUE);
  talks_session_apply_folds (self, 0);
  talks_viewport_fit (&self->viewport);
}

void
talks_session_set_document (TalksSession  *self,
                            TalksDocument *document)
{
  g_return_if_fail (TALKS_IS_SESSION (self));
  g_return_if_fail (TALKS_IS_DOCUMENT (document));

  if (document == self->document)
    return;

  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);
  g_clear_object (&self->document);
  self->is_behind = FALSE;
  g_clear_pointer (&self->selection, g_free);
  g_clear_pointer (&self->highlight, g_free);
  g_clear_pointer (&self->topic, g_free);
  g_clear_pointer (&self->origin, talks_origin_unref);
  g_hash_table_remove_all (self->marked);
  talks_session_take_document (self, g_object_ref (document));
  talks_session_emit (self, TALKS_SESSION_EVERYTHING);
}
