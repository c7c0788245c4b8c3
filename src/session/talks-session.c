/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-session-private.h"

#include <string.h>

#include "talks-quiet.h"
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

/* ---- document ---- */

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

/* Returns the flag when the day changed. */
static TalksSessionChange
move_as_of (TalksSession *self,
            TalksDay      day)
{
  day = talks_span_clamp (self->viewport.extent, day);
  if (day == self->as_of)
    return 0;
  self->as_of = day;
  return TALKS_SESSION_AS_OF;
}

/* The closed quiet period the selected record lies in, or -1. */
static int
find_closed_over_selection (TalksSession *self)
{
  const TalksRecord *record = talks_document_lookup (self->document, self->selection);
  const TalksDate *date = record != NULL ? talks_record_get_date (record) : NULL;

  for (guint i = 0; date != NULL && i < self->quiet->len; i++)
    if (g_array_index (self->folded, gboolean, i)
        && talks_span_contains (g_array_index (self->quiet, TalksSpan, i),
                                talks_date_get_sort_day (date)))
      return (int) i;
  return -1;
}

TalksSessionChange
talks_session_drop_hidden (TalksSession *self)
{
  if (find_closed_over_selection (self) < 0)
    return 0;
  g_clear_pointer (&self->selection, g_free);
  return TALKS_SESSION_SELECTION;
}

static TalksSessionChange
open_fold_of_selection (TalksSession *self)
{
  int closed = find_closed_over_selection (self);

  if (closed < 0)
    return 0;
  g_array_index (self->folded, gboolean, (guint) closed) = FALSE;
  return talks_session_apply_folds (
    self, (double) g_array_index (self->quiet, TalksSpan, (guint) closed).start);
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
  open_fold_of_selection (self);

  if (self->viewport.scale != scale)
    flags |= TALKS_SESSION_SCALE;
  if (self->viewport.x != x)
    flags |= TALKS_SESSION_POSITION;
  return flags | move_as_of (self, self->as_of);
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

GFile *
talks_session_get_file (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), NULL);
  return self->file;
}

void
talks_session_set_file (TalksSession *self,
                        GFile        *file)
{
  g_return_if_fail (TALKS_IS_SESSION (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  g_set_object (&self->file, file);
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

static void
take_document (TalksSession  *self,
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
  g_clear_object (&self->file);
  g_hash_table_remove_all (self->marked);
  take_document (self, g_object_ref (document));
  talks_session_emit (self, TALKS_SESSION_EVERYTHING);
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
  talks_session_emit (self, move_as_of (self, day));
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
  TalksSessionChange flags = open_fold_of_selection (self);
  TalksSpan span = talks_span_intersect (talks_span_from_date (date), self->viewport.extent);

  if (talks_viewport_reveal (&self->viewport, (double) span.start, (double) span.end, REVEAL_MARGIN))
    flags |= TALKS_SESSION_POSITION;
  return flags | move_as_of (self, talks_date_get_sort_day (date));
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
  g_clear_object (&self->file);
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
  take_document (self, talks_document_new ());
}

TalksSession *
talks_session_new (void)
{
  return g_object_new (TALKS_TYPE_SESSION, NULL);
}
