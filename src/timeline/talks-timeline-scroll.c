/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two adjustments. The horizontal one mirrors the viewport of the session, in both
 * directions; the vertical one is the timeline's own. */

#include "talks-timeline-private.h"

#define ROW_MARGIN 12.0 /* around a row brought into view */

static void
hadjustment_changed (TalksTimeline *self)
{
  if (!self->configuring)
    talks_session_scroll_to (self->session, gtk_adjustment_get_value (self->hadjustment));
}

static void
vadjustment_changed (TalksTimeline *self)
{
  if (!self->configuring)
    talks_timeline_relayout (self);
}

static void
set_adjustment (TalksTimeline  *self,
                GtkAdjustment **place,
                GtkAdjustment  *adjustment,
                GCallback       changed)
{
  if (*place != NULL && *place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);

  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", changed, self, G_CONNECT_SWAPPED);
  talks_timeline_relayout (self);
}

/* The least movement that shows the row of the selection. */
static double
reveal_row (TalksTimeline *self,
            double         value,
            double         page)
{
  const TalksItem *item = talks_timeline_find_selected (self);
  double top;
  double bottom;

  if (item == NULL || item->kind == TALKS_ITEM_FOLD)
    return value;
  top = item->bounds.y - ROW_MARGIN;
  bottom = item->bounds.y + item->bounds.height + ROW_MARGIN;
  if (top < value)
    return top;
  if (bottom > value + page)
    return MIN (bottom - page, top);
  return value;
}

void
talks_timeline_configure_adjustments (TalksTimeline *self)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  GdkRectangle area = talks_timeline_get_canvas_area (self);
  double width = MAX (talks_time_scale_get_width (viewport->scale), area.width);
  double height = MAX (talks_scene_get_height (self->scene), area.height);
  double y;

  self->configuring = TRUE;
  if (self->hadjustment != NULL)
    gtk_adjustment_configure (self->hadjustment, viewport->x, 0, width,
                              area.width * 0.1, area.width * 0.9, area.width);
  if (self->vadjustment != NULL)
    {
      y = gtk_adjustment_get_value (self->vadjustment);
      if (self->reveal_row)
        y = reveal_row (self, y, area.height);
      gtk_adjustment_configure (self->vadjustment, CLAMP (y, 0, height - area.height), 0, height,
                                area.height * 0.1, area.height * 0.9, area.height);
    }
  self->reveal_row = FALSE;
  self->configuring = FALSE;
}

void
talks_timeline_set_hadjustment (TalksTimeline *self,
                                GtkAdjustment *adjustment)
{
  set_adjustment (self, &self->hadjustment, adjustment, G_CALLBACK (hadjustment_changed));
}

void
talks_timeline_set_vadjustment (TalksTimeline *self,
                                GtkAdjustment *adjustment)
{
  set_adjustment (self, &self->vadjustment, adjustment, G_CALLBACK (vadjustment_changed));
}
