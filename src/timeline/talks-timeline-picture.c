/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "talks-compat.h"

/* ---- geometry ---- */

GdkRectangle
talks_timeline_get_canvas_area (TalksTimeline *self)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return (GdkRectangle) {
    .x = mirrored ? 0 : self->header_width,
    .y = self->ruler_height,
    .width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - self->header_width, 1),
    .height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->ruler_height, 1),
  };
}

static double
round_to_device (TalksTimeline *self,
                 double         value)
{
  double scale = talks_compat_get_scale (GTK_WIDGET (self));

  return round (value * scale) / scale;
}

double
talks_timeline_get_dx (TalksTimeline *self)
{
  return round_to_device (self, talks_session_get_viewport (self->session)->x);
}

double
talks_timeline_get_dy (TalksTimeline *self)
{
  if (self->vadjustment == NULL)
    return 0;
  return round_to_device (self, gtk_adjustment_get_value (self->vadjustment));
}

void
talks_timeline_to_content (TalksTimeline *self,
                           double         x,
                           double         y,
                           double        *content_x,
                           double        *content_y)
{
  GdkRectangle area = talks_timeline_get_canvas_area (self);

  *content_x = x - area.x + talks_timeline_get_dx (self);
  *content_y = y - area.y + talks_timeline_get_dy (self);
}

double
talks_timeline_x_to_day (TalksTimeline *self,
                         double         x)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  GdkRectangle area = talks_timeline_get_canvas_area (self);

  return talks_time_scale_x_to_day (viewport->scale, x - area.x + viewport->x);
}

TalksRect
talks_timeline_get_item_rect (TalksTimeline   *self,
                              const TalksItem *item)
{
  GdkRectangle area = talks_timeline_get_canvas_area (self);
  TalksRect rect = item->bounds;

  rect.x += area.x - talks_timeline_get_dx (self);
  rect.y += area.y - talks_timeline_get_dy (self);
  return rect;
}

/* ---- the picture ---- */

void
talks_timeline_describe (TalksTimeline *self)
{
  TalksDocument *document = talks_session_get_document (self->session);
  const char *title = talks_text_show (talks_document_get_title (document),
                                       talks_session_get_language (self->session));
  g_autofree char *label = NULL;
  g_autofree char *whole = talks_timeline_describe_document (self->session);
  g_autofree char *marked = talks_timeline_marked_to_words (self);
  g_autofree char *description = talks_session_count_marked (self->session) > 0
                                   ? g_strdup_printf ("%s; %s", whole, marked) : g_strdup (whole);

  /* Translators: what a screen reader calls the drawing; %s is the title of the document. */
  label = g_strdup_printf (_("Timeline: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

/* The room for names and dates. */
static void
measure_sides (TalksTimeline *self)
{
  int width = (int) ceil (talks_painter_get_header_width (self->scene, self->context));
  int height = (int) ceil (talks_painter_get_ruler_height (self->context));

  if (width == self->header_width && height == self->ruler_height)
    return;
  self->header_width = width;
  self->ruler_height = height;
  if (!self->allocating)
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
talks_timeline_ensure_scene (TalksTimeline *self)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  gboolean new_names = self->scene_stale || self->font_serial != serial;
  g_autoptr (TalksScene) previous = NULL;
  gint64 start;

  if (self->scene != NULL && !self->scene_stale && self->font_serial == serial &&
      talks_scene_get_scale (self->scene) == viewport->scale)
    return;

  start = g_get_monotonic_time ();
  previous = g_steal_pointer (&self->scene);
  if (self->context == NULL || self->font_serial != serial)
    {
      g_clear_object (&self->context);
      self->context = gtk_widget_create_pango_context (GTK_WIDGET (self));
      self->font_serial = serial;
    }
  self->scene = talks_scene_new_after (previous, talks_session_get_document (self->session),
                                       viewport->scale, self->context,
                                       talks_session_get_language (self->session),
                                       talks_session_get_topic (self->session));
  self->build_ms = (double) (g_get_monotonic_time () - start) / 1000.0;
  self->counters.scenes++;
  self->generation++;
  self->hover = NULL;
  if (self->scene_stale)
    talks_timeline_describe (self);
  self->scene_stale = FALSE;
  if (new_names)
    measure_sides (self);
  if (self->debug)
    g_printerr ("timeline: scene %u in %.1f ms\n", self->counters.scenes, self->build_ms);
}

static gboolean
is_lit (const TalksRecord *record,
        gpointer           session)
{
  return talks_session_is_lit (session, record);
}

TalksPaint
talks_timeline_get_paint (TalksTimeline *self)
{
  gboolean dims = talks_session_get_highlight (self->session) != NULL;

  return (TalksPaint) {
    .palette = self->palette,
    .context = self->context,
    .is_lit = dims ? is_lit : NULL,
    .lit_data = self->session,
  };
}

const TalksItem *
talks_timeline_find_selected (TalksTimeline *self)
{
  TalksRecord *record = talks_session_get_selection (self->session);

  if (record == NULL || self->scene == NULL)
    return NULL;
  return talks_scene_find (self->scene, record);
}

void
talks_timeline_redraw_overlay (TalksTimeline *self)
{
  gtk_widget_queue_draw (self->overlay);
}
