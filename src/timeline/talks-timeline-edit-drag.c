/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging an event to another date, or a bar's end to another length; whoever takes one of several marked events
 * drags them all. Nothing changes before the button is released: until then only shapes in the overlay move, with
 * the new date in words. */

#include "talks-timeline-private.h"

#include <math.h>

#include "talks-date-words.h"

#define REACH 6.0        /* of a bar's end, pixels to both sides */
#define DAY_PIXELS 2.0   /* days narrower than this are not dropped on: whole months are */
#define MONTH_PIXELS 6.0
#define MONTH 30.436875
#define FILL 0.3
#define MAX_SHAPES 500   /* more of them tell nothing */
#define CHIP_PADDING 8.0
#define CHIP_GAP 6.0
#define CHIP_MARGIN 4.0  /* from the edges of the canvas */

/* ---- what is grasped ---- */

TalksDateSide
talks_timeline_find_side (TalksTimeline   *self,
                          const TalksItem *item,
                          double           x)
{
  double reach = MIN (REACH, fabs (item->end_x - item->mark_x) / 4);
  TalksDateSide side = TALKS_DATE_WHOLE;
  double content_x;
  double content_y;

  if (item->kind != TALKS_ITEM_BAR || item->record == NULL || item->record->kind != TALKS_RECORD_EVENT)
    return TALKS_DATE_WHOLE;
  talks_timeline_to_content (self, x, 0, &content_x, &content_y);
  if (fabs (content_x - item->end_x) <= reach)
    side = TALKS_DATE_END;
  else if (fabs (content_x - item->mark_x) <= reach)
    side = TALKS_DATE_START;
  /* An end that is open or not known is only drawn as one. */
  if (talks_date_get_step (((TalksEvent *) item->record)->date, side, NULL) < 0)
    return TALKS_DATE_WHOLE;
  return side;
}

/* The marked events go along when one of them is dragged as a whole. */
static void
take_marked (TalksTimeline *self)
{
  g_autoptr (GError) error = NULL;

  if (self->edit_side != TALKS_DATE_WHOLE || !talks_session_is_marked (self->session, self->edit_id)
      || talks_session_count_marked (self->session) < 2)
    return;
  self->edit_events = talks_session_list_marked (self->session);
  self->edit_step = talks_timeline_join_steps (self, self->edit_events, &error);
  if (self->edit_step < 0)
    self->edit_words = g_strdup (error->message);
}

gboolean
talks_timeline_begin_edit_drag (TalksTimeline *self,
                                double         x,
                                double         y)
{
  const TalksItem *item = talks_timeline_pick (self, x, y);

  if (item == NULL || item->record == NULL || item->record->kind != TALKS_RECORD_EVENT
      || !talks_timeline_may_edit (self, FALSE))
    return FALSE;
  self->edit_id = g_strdup (item->record->id);
  self->edit_side = talks_timeline_find_side (self, item, x);
  self->edit_day = talks_timeline_x_to_day (self, x);
  self->edit_by = G_MININT64;
  take_marked (self);
  talks_timeline_update_edit_drag (self, x, 0);
  return TRUE;
}

/* ---- where it is ---- */

static TalksEvent *
get_dragged (TalksTimeline *self)
{
  return talks_document_lookup_kind (talks_session_get_document (self->session), TALKS_RECORD_EVENT, self->edit_id);
}

/* What can be told apart at this zoom. */
static TalksShiftUnit
get_unit (TalksTimeline *self)
{
  double zoom = talks_session_get_viewport (self->session)->zoom;

  if (zoom >= DAY_PIXELS)
    return TALKS_SHIFT_DAYS;
  return zoom * MONTH >= MONTH_PIXELS ? TALKS_SHIFT_MONTHS : TALKS_SHIFT_YEARS;
}

/* Of several only by how much is known until they are dropped: there may be thousands. */
static void
update_several (TalksTimeline  *self,
                gint64          by,
                TalksShiftUnit  unit)
{
  if (self->edit_step < 0)
    return;
  self->edit_shift = talks_timeline_find_shift (self->edit_step, unit, self->edit_day, by);
  g_free (self->edit_words);
  self->edit_words = talks_timeline_shift_to_words (self->edit_events->len, self->edit_shift);
  talks_timeline_redraw_overlay (self);
}

static gboolean
can_be_dropped (TalksTimeline *self)
{
  return self->edit_events != NULL ? self->edit_step >= 0 : self->edit_date != NULL;
}

void
talks_timeline_update_edit_drag (TalksTimeline   *self,
                                 double           x,
                                 GdkModifierType  state)
{
  TalksEvent *event = get_dragged (self);
  TalksShiftUnit unit = (state & GDK_ALT_MASK) != 0 ? TALKS_SHIFT_DAYS : get_unit (self);
  /* The pointer may leave the canvas: the days go on there, unseen. */
  gint64 by = llround (talks_timeline_x_to_day (self, x) - self->edit_day);
  g_autoptr (GError) error = NULL;

  if (event == NULL || (by == self->edit_by && unit == self->edit_unit))
    return;
  self->edit_by = by;
  self->edit_unit = unit;
  if (self->edit_events != NULL)
    {
      update_several (self, by, unit);
      return;
    }
  g_clear_pointer (&self->edit_date, talks_date_unref);
  g_free (self->edit_words);
  self->edit_date = talks_date_shift_near (event->date, self->edit_side, unit, by, &error);
  self->edit_words = self->edit_date != NULL ? talks_date_to_words (self->edit_date, TALKS_DATE_STYLE_FULL)
                                             : g_strdup (error->message);
  talks_timeline_redraw_overlay (self);
}

void
talks_timeline_end_edit_drag (TalksTimeline *self,
                              gboolean       apply)
{
  g_autofree char *id = g_steal_pointer (&self->edit_id);
  g_autofree char *words = g_steal_pointer (&self->edit_words);
  g_autoptr (TalksDate) date = g_steal_pointer (&self->edit_date);
  g_autoptr (GPtrArray) events = g_steal_pointer (&self->edit_events);
  gboolean together = events != NULL && self->edit_step >= 0;

  talks_timeline_redraw_overlay (self);
  if (!apply || id == NULL)
    return;
  if (together)
    talks_timeline_move_several (self, events, self->edit_shift);
  else if (date != NULL)
    talks_timeline_set_date (self, id, date, self->edit_side);
  else
    talks_timeline_refuse (self, words);
}

/* ---- the shape in the overlay ---- */

static double
day_to_x (TalksTimeline *self,
          double         day)
{
  return talks_time_scale_day_to_x (talks_session_get_viewport (self->session)->scale, day);
}

/* The days that a date covers, and the one it is sorted by, once it is dropped. */
static TalksSpan
get_new_span (TalksTimeline   *self,
              const TalksDate *before,
              TalksDay        *day)
{
  const TalksDate *date = self->edit_date != NULL ? self->edit_date : before;
  TalksSpan span = talks_span_from_date (date);

  *day = talks_date_get_sort_day (date);
  if (self->edit_events == NULL || self->edit_step < 0)
    return span;
  *day = talks_timeline_shift_day (self->edit_shift, *day);
  return (TalksSpan) { talks_timeline_shift_day (self->edit_shift, span.start),
                       talks_timeline_shift_day (self->edit_shift, span.end) };
}

/* Where item would stand, in content pixels. */
static TalksRect
get_shape (TalksTimeline   *self,
           const TalksItem *item,
           const TalksDate *before)
{
  TalksSpan extent = talks_session_get_viewport (self->session)->extent;
  TalksRect rect = item->bounds;
  TalksDay day;
  TalksSpan span = get_new_span (self, before, &day);
  double start;
  double end;

  if (item->kind != TALKS_ITEM_BAR)
    {
      rect.x += day_to_x (self, (double) day) - day_to_x (self, (double) talks_date_get_sort_day (before));
      return rect;
    }
  start = day_to_x (self, (double) (span.start > TALKS_DAY_MIN ? span.start : extent.start));
  end = day_to_x (self, (double) (span.end < TALKS_DAY_MAX ? span.end : extent.end));
  rect.x = MIN (start, end);
  rect.width = fabs (end - start);
  return rect;
}

static GdkRGBA
to_rgba (TalksColor color,
         double     alpha)
{
  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue, (float) (color.alpha * alpha) };
}

/* The new date, or why there is none, above the shape or else below it. */
static void
append_chip (TalksTimeline *self,
             GtkSnapshot   *snapshot,
             GdkRectangle   area,
             TalksRect      rect)
{
  const TalksPalette *palette = self->palette;
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  gboolean possible = can_be_dropped (self);
  GdkRGBA text = to_rgba (possible ? palette->on_accent : palette->text, 1);
  GdkRGBA fill = to_rgba (possible ? palette->accent : palette->card, 1);
  GdkRGBA edge = to_rgba (possible ? palette->accent : palette->warning, 1);
  double right = area.x + area.width - CHIP_MARGIN;
  GskRoundedRect frame;
  double width;
  double height;
  double x;
  double y;
  int text_width;
  int text_height;

  pango_layout_set_width (layout, (int) MAX (area.width - 2 * (CHIP_PADDING + CHIP_MARGIN), 1) * PANGO_SCALE);
  pango_layout_set_text (layout, self->edit_words, -1);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  /* The layout is as wide as may be: its lines begin at the start of that. */
  pango_layout_set_width (layout, text_width * PANGO_SCALE);
  width = text_width + 2 * CHIP_PADDING;
  height = text_height + CHIP_PADDING;
  x = CLAMP (rect.x, area.x + CHIP_MARGIN, MAX (right - width, area.x + CHIP_MARGIN));
  y = rect.y - CHIP_GAP - height;
  if (y < area.y)
    y = rect.y + rect.height + CHIP_GAP;

  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT ((float) round (x), (float) round (y), (float) width,
                                                                (float) height), 5);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &fill, &frame.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { edge, edge, edge, edge });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (frame.bounds.origin.x + (float) CHIP_PADDING,
                                                          frame.bounds.origin.y + (float) CHIP_PADDING / 2));
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
}

/* Where item would stand, in the widget. */
static TalksRect
append_shape (TalksTimeline    *self,
              GtkSnapshot      *snapshot,
              GdkRectangle      area,
              const TalksItem  *item,
              const TalksEvent *event)
{
  GdkRGBA fill = to_rgba (self->palette->accent, FILL);
  GdkRGBA edge = to_rgba (self->palette->accent, 1);
  TalksRect rect = get_shape (self, item, event->date);
  GskRoundedRect frame;
  double left;
  double right;

  rect.x += area.x - talks_timeline_get_dx (self);
  rect.y += area.y - talks_timeline_get_dy (self);
  /* What is far outside is not seen, and a texture is not that long. */
  left = MAX (rect.x, area.x - 20.0);
  right = MIN (rect.x + MAX (rect.width, 2), area.x + area.width + 20.0);
  if (right <= left || rect.y > area.y + area.height || rect.y + rect.height < area.y)
    return rect;
  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT ((float) left, (float) rect.y, (float) (right - left),
                                                                (float) rect.height), 5);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &fill, &frame.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { edge, edge, edge, edge });
  return rect;
}

void
talks_timeline_snapshot_edit (TalksTimeline *self,
                              GtkSnapshot   *snapshot,
                              GdkRectangle   area)
{
  TalksEvent *event = get_dragged (self);
  const TalksItem *item = event != NULL && self->scene != NULL ? talks_scene_find (self->scene, &event->record) : NULL;
  guint n_shapes = 0;

  if (item == NULL)
    return;
  for (guint i = 0; self->edit_events != NULL && i < self->edit_events->len && n_shapes < MAX_SHAPES; i++)
    {
      const TalksEvent *other = self->edit_events->pdata[i];
      const TalksItem *other_item = talks_scene_find (self->scene, &other->record);

      /* Those in a cluster have no shape of their own. */
      if (other_item == NULL || other_item->record != &other->record || other == event)
        continue;
      append_shape (self, snapshot, area, other_item, other);
      n_shapes++;
    }
  append_chip (self, snapshot, area, append_shape (self, snapshot, area, item, event));
}
