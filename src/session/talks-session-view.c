/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-session-private.h"

#include <math.h>

/* Days to each side of the selection when it is zoomed to. */
#define SELECTION_DAYS 7.0

const TalksViewport *
talks_session_get_viewport (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), NULL);
  return &self->viewport;
}

/* Emits what differs between the viewport now and as it was. */
static void
emit_view (TalksSession         *self,
           const TalksTimeScale *scale,
           double                x,
           double                width)
{
  TalksSessionChange flags = 0;

  if (self->viewport.scale != scale)
    flags |= TALKS_SESSION_SCALE;
  if (self->viewport.x != x || self->viewport.width != width)
    flags |= TALKS_SESSION_POSITION;
  talks_session_emit (self, flags);
}

#define CHANGE_VIEW(self, call)                                                    \
  G_STMT_START                                                                     \
  {                                                                                \
    g_autoptr (TalksTimeScale) scale_ = talks_time_scale_ref (self->viewport.scale); \
    double x_ = self->viewport.x;                                                  \
    double width_ = self->viewport.width;                                          \
                                                                                   \
    call;                                                                          \
    emit_view (self, scale_, x_, width_);                                          \
  }                                                                                \
  G_STMT_END

void
talks_session_set_width (TalksSession *self,
                         double        width)
{
  g_return_if_fail (TALKS_IS_SESSION (self));
  g_return_if_fail (isfinite (width) && width >= 0);
  CHANGE_VIEW (self, talks_viewport_set_width (&self->viewport, width));
}

void
talks_session_set_mirrored (TalksSession *self,
                            gboolean      mirrored)
{
  g_return_if_fail (TALKS_IS_SESSION (self));
  CHANGE_VIEW (self, talks_viewport_set_mirrored (&self->viewport, mirrored));
}

void
talks_session_scroll_to (TalksSession *self,
                         double        x)
{
  g_return_if_fail (TALKS_IS_SESSION (self));
  g_return_if_fail (isfinite (x));
  CHANGE_VIEW (self, talks_viewport_set_x (&self->viewport, x));
}

void
talks_session_zoom_at (TalksSession *self,
                       double        zoom,
                       double        day)
{
  g_return_if_fail (TALKS_IS_SESSION (self));
  g_return_if_fail (isfinite (zoom) && isfinite (day));
  CHANGE_VIEW (self, talks_viewport_zoom_at (&self->viewport, zoom, day));
}

void
talks_session_zoom_by (TalksSession *self,
                       double        factor)
{
  TalksEvent *event;
  double from;
  double to;
  double day;

  g_return_if_fail (TALKS_IS_SESSION (self));
  g_return_if_fail (isfinite (factor) && factor > 0);

  talks_viewport_get_visible (&self->viewport, &from, &to);
  day = talks_time_scale_x_to_day (self->viewport.scale,
                                   self->viewport.x + self->viewport.width / 2);
  event = talks_session_get_event (self);
  if (event != NULL)
    {
      double middle = (double) talks_date_get_sort_day (event->date) + 0.5;

      if (middle >= from && middle <= to)
        day = middle;
    }
  talks_session_zoom_at (self, self->viewport.zoom * factor, day);
}

/* Within a closed fold there is nothing to see. */
static void
show_open (TalksSession *self,
           double        from,
           double        to)
{
  for (guint i = 0; i < self->quiet->len; i++)
    {
      TalksSpan quiet = g_array_index (self->quiet, TalksSpan, i);

      if (g_array_index (self->folded, gboolean, i)
          && from >= (double) quiet.start && to <= (double) quiet.end)
        {
          g_array_index (self->folded, gboolean, i) = FALSE;
          talks_session_apply_folds (self, (double) quiet.start);
        }
    }
  talks_viewport_show (&self->viewport, from, to);
}

void
talks_session_show (TalksSession *self,
                    double        from,
                    double        to)
{
  g_return_if_fail (TALKS_IS_SESSION (self));
  g_return_if_fail (isfinite (from) && isfinite (to));
  CHANGE_VIEW (self, show_open (self, from, to));
}

void
talks_session_fit (TalksSession *self)
{
  g_return_if_fail (TALKS_IS_SESSION (self));
  CHANGE_VIEW (self, talks_viewport_fit (&self->viewport));
}

void
talks_session_show_selection (TalksSession *self)
{
  TalksEvent *event;
  TalksSpan span;

  g_return_if_fail (TALKS_IS_SESSION (self));

  event = talks_session_get_event (self);
  if (event == NULL)
    return;
  span = talks_span_intersect (talks_span_from_date (event->date), self->viewport.extent);
  talks_session_show (self, (double) span.start - SELECTION_DAYS, (double) span.end + SELECTION_DAYS);
}

/* ---- folds ---- */

TalksSessionChange
talks_session_apply_folds (TalksSession *self,
                           double        day)
{
  g_autoptr (GArray) folds = g_array_new (FALSE, FALSE, sizeof (TalksSpan));

  for (guint i = 0; i < self->quiet->len; i++)
    if (g_array_index (self->folded, gboolean, i))
      g_array_append_val (folds, g_array_index (self->quiet, TalksSpan, i));

  if (talks_viewport_set_folds (&self->viewport, (const TalksSpan *) (void *) folds->data,
                                folds->len, day))
    return TALKS_SESSION_SCALE | TALKS_SESSION_POSITION;
  return 0;
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

/* Lets go of the selection when it lies in a closed fold. Returns what changed. */
static TalksSessionChange
drop_hidden (TalksSession *self)
{
  if (find_closed_over_selection (self) < 0)
    return 0;
  g_clear_pointer (&self->selection, g_free);
  return TALKS_SESSION_SELECTION;
}

TalksSessionChange
talks_session_open_fold_of_selection (TalksSession *self)
{
  int closed = find_closed_over_selection (self);

  if (closed < 0)
    return 0;
  g_array_index (self->folded, gboolean, (guint) closed) = FALSE;
  return talks_session_apply_folds (
    self, (double) g_array_index (self->quiet, TalksSpan, (guint) closed).start);
}

GArray *
talks_session_get_quiet (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), NULL);
  return self->quiet;
}

gboolean
talks_session_is_folded (TalksSession *self,
                         guint         quiet)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), FALSE);
  g_return_val_if_fail (quiet < self->quiet->len, FALSE);
  return g_array_index (self->folded, gboolean, quiet);
}

void
talks_session_set_folded (TalksSession *self,
                          guint         quiet,
                          gboolean      folded)
{
  TalksSessionChange flags;

  g_return_if_fail (TALKS_IS_SESSION (self));
  g_return_if_fail (quiet < self->quiet->len);

  if (!g_array_index (self->folded, gboolean, quiet) == !folded)
    return;
  g_array_index (self->folded, gboolean, quiet) = !!folded;
  flags = drop_hidden (self);
  flags |= talks_session_apply_folds (
    self, (double) g_array_index (self->quiet, TalksSpan, quiet).start);
  talks_session_emit (self, flags);
}

gboolean
talks_session_get_folding (TalksSession *self)
{
  g_return_val_if_fail (TALKS_IS_SESSION (self), FALSE);

  for (guint i = 0; i < self->folded->len; i++)
    if (g_array_index (self->folded, gboolean, i))
      return TRUE;
  return FALSE;
}

void
talks_session_set_folding (TalksSession *self,
                           gboolean      folding)
{
  TalksSessionChange flags;
  double from;
  double to;

  g_return_if_fail (TALKS_IS_SESSION (self));

  for (guint i = 0; i < self->folded->len; i++)
    g_array_index (self->folded, gboolean, i) = !!folding;
  flags = drop_hidden (self);
  talks_viewport_get_visible (&self->viewport, &from, &to);
  talks_session_emit (self, flags | talks_session_apply_folds (self, from));
}

/* ---- stepping ---- */

/* Where stepping starts: the selected event, or where one would stand on the as-of day. */
static int
get_rank (TalksSession *self,
          GPtrArray    *events,
          gboolean      forward)
{
  TalksEvent *event = talks_session_get_event (self);
  int rank = -1;

  if (event != NULL)
    return talks_document_get_event_rank (self->document, event);
  for (guint i = 0; i < events->len; i++)
    {
      /* The day they are sorted by. */
      if (talks_date_get_earliest (((TalksEvent *) events->pdata[i])->date) >= self->as_of)
        break;
      rank = (int) i;
    }
  return forward ? rank : rank + 1;
}

static int
get_lane (TalksSession *self,
          GPtrArray    *events,
          int           rank)
{
  return rank >= 0 && rank < (int) events->len
           ? talks_document_get_event_lane (self->document, events->pdata[rank])
           : 0;
}

/* The event of a lane that is nearest in time; the earlier of two. */
static TalksEvent *
find_nearest (TalksSession *self,
              GPtrArray    *events,
              int           lane,
              TalksDay      day)
{
  TalksEvent *best = NULL;
  TalksDay distance = 0;

  for (guint i = 0; i < events->len; i++)
    {
      TalksEvent *event = events->pdata[i];
      TalksDay away = talks_date_get_sort_day (event->date) - day;

      away = away < 0 ? -away : away;
      if (talks_document_get_event_lane (self->document, event) == lane
          && (best == NULL || away < distance))
        {
          best = event;
          distance = away;
        }
    }
  return best;
}

/* The nearest event in the next lane above (−1) or below (+1) that has any. */
static TalksEvent *
find_beside (TalksSession *self,
             GPtrArray    *events,
             int           direction)
{
  int n_lanes = (int) talks_document_count (self->document, TALKS_RECORD_LANE);
  int rank = get_rank (self, events, TRUE);
  TalksDay day = self->as_of;

  rank = CLAMP (rank, 0, (int) events->len - 1);
  if (talks_session_get_event (self) != NULL)
    day = talks_date_get_sort_day (((TalksEvent *) events->pdata[rank])->date);
  for (int lane = get_lane (self, events, rank) + direction; lane >= 0 && lane < n_lanes;
       lane += direction)
    {
      TalksEvent *event = find_nearest (self, events, lane, day);

      if (event != NULL)
        return event;
    }
  return NULL;
}

static TalksEvent *
find_in_lane (TalksSession *self,
              GPtrArray    *events,
              gboolean      last)
{
  int rank = CLAMP (get_rank (self, events, TRUE), 0, (int) events->len - 1);
  int lane = get_lane (self, events, rank);
  TalksEvent *found = NULL;

  for (guint i = 0; i < events->len && (found == NULL || last); i++)
    if (get_lane (self, events, (int) i) == lane)
      found = events->pdata[i];
  return found;
}

TalksEvent *
talks_session_find_step (TalksSession *self,
                         TalksStep     step)
{
  GPtrArray *events;
  int rank;

  g_return_val_if_fail (TALKS_IS_SESSION (self), NULL);

  events = talks_document_get_events_by_time (self->document);
  if (events->len == 0)
    return NULL;

  switch (step)
    {
    case TALKS_STEP_PREVIOUS:
      rank = get_rank (self, events, FALSE) - 1;
      return rank >= 0 ? events->pdata[rank] : NULL;
    case TALKS_STEP_NEXT:
      rank = get_rank (self, events, TRUE) + 1;
      return rank < (int) events->len ? events->pdata[rank] : NULL;
    case TALKS_STEP_ABOVE:
      return find_beside (self, events, -1);
    case TALKS_STEP_BELOW:
      return find_beside (self, events, 1);
    case TALKS_STEP_LANE_FIRST:
      return find_in_lane (self, events, FALSE);
    case TALKS_STEP_LANE_LAST:
      return find_in_lane (self, events, TRUE);
    case TALKS_STEP_FIRST:
      return events->pdata[0];
    case TALKS_STEP_LAST:
      return events->pdata[events->len - 1];
    default:
      g_return_val_if_reached (NULL);
    }
}

void
talks_session_step (TalksSession *self,
                    TalksStep     step)
{
  TalksEvent *event = talks_session_find_step (self, step);

  if (event != NULL)
    talks_session_select (self, event->record.id);
}
