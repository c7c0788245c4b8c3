/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stage itself is drawn into a node that stays until the step, the size or the texts are others; what moves
 * (the pointer's trail) is drawn above it. While a step glides in, the marker is drawn anew for each frame. */

#include "talks-stage-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "talks-stage.h"

#define GLIDE_SECONDS 0.35
#define ZOOM_SECONDS 0.2

/* For the words alone, before there is a size. */
#define TRIAL_WIDTH 1600
#define TRIAL_HEIGHT 900

struct _TalksStageView
{
  GtkWidget          parent_instance;

  TalksPresentation *presentation;
  char              *name;
  gboolean           is_next; /* shows the step after the one shown */

  TalksStage        *stage;   /* for stage_width and stage_height; NULL: not made, or nothing to show */
  int                stage_width;
  int                stage_height;
  GskRenderNode     *node;    /* of the stage at rest; NULL: not made */

  guint              tick;    /* 0: nothing moves */
  gint64             now;     /* of the frame, while something moves */
  GskRenderNode     *before;  /* what the stage glides in over; NULL: it is at rest */
  gint64             glide_start; /* 0: with the next frame */
  double             glide_from;  /* position of the marker */
  gint64             zoom_start;
  double             zoom_from;   /* factors */
  double             zoom_now;
};

G_DEFINE_FINAL_TYPE (TalksStageView, talks_stage_view, GTK_TYPE_WIDGET)

/* ---- the stage ---- */

/* −1: there is none to show. */
static int
get_step (TalksStageView *self)
{
  const guint step = talks_presentation_get_step (self->presentation) + (self->is_next ? 1 : 0);

  return step < talks_presentation_get_n_steps (self->presentation) ? (int) step : -1;
}

static void
ensure_stage (TalksStageView *self,
              int             width,
              int             height)
{
  const int step = get_step (self);
  TalksStageOptions options = TALKS_STAGE_OPTIONS_INIT;

  if (self->stage != NULL && self->stage_width == width && self->stage_height == height)
    return;
  g_clear_pointer (&self->stage, talks_stage_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  if (step < 0)
    return;
  options.width = width;
  options.height = height;
  options.type_scale = talks_presentation_get_type_scale (self->presentation);
  options.hide_outcomes = talks_presentation_hides_outcome (self->presentation, (guint) step);
  options.language = talks_presentation_get_language (self->presentation);
  self->stage = talks_stage_new (talks_presentation_get_document (self->presentation),
                                 talks_presentation_get_lesson (self->presentation), (guint) step, &options,
                                 gtk_widget_get_pango_context (GTK_WIDGET (self)));
  self->stage_width = width;
  self->stage_height = height;
}

/* The picture with the marker at position. Owned by the caller; NULL: there is nothing to show. */
static GskRenderNode *
make_node (TalksStageView *self,
           double          position)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->stage_width,
                                                                          (float) self->stage_height));

  talks_stage_draw (self->stage, cr, position);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
drop_stage (TalksStageView *self)
{
  g_clear_pointer (&self->stage, talks_stage_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- words ---- */

static char *
describe (TalksStageView *self)
{
  const TalksCover cover = talks_presentation_get_cover (self->presentation);
  g_auto (GStrv) texts = NULL;

  if (!self->is_next && cover == TALKS_COVER_BLACK)
    return g_strdup (_("The screen is black."));
  if (!self->is_next && cover == TALKS_COVER_WHITE)
    return g_strdup (_("The screen is white."));
  if (self->stage == NULL)
    return g_strdup (_("This is the last step."));
  texts = talks_stage_list_texts (self->stage);
  return g_strjoinv ("\n", texts);
}

static void
update_words (TalksStageView *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autofree char *words = NULL;

  ensure_stage (self, width > 0 ? width : TRIAL_WIDTH, height > 0 ? height : TRIAL_HEIGHT);
  words = describe (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/* ---- motion ---- */

static gboolean
animates (TalksStageView *self)
{
  gboolean enabled;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);
  return enabled && gtk_widget_get_mapped (GTK_WIDGET (self));
}

/* 0 … 1, slowing down towards the end. start is set by the first frame. */
static double
get_progress (TalksStageView *self,
              gint64         *start,
              double          seconds)
{
  double t;

  if (*start == 0)
    *start = self->now;
  t = (double) (self->now - *start) / (seconds * G_TIME_SPAN_SECOND);
  return t >= 1 ? 1 : 1 - pow (1 - t, 3);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  TalksStageView *self = TALKS_STAGE_VIEW (widget);
  double x;
  double y;
  const double zoom = talks_presentation_get_zoom (self->presentation, &x, &y);
  gboolean moves = FALSE;

  self->now = gdk_frame_clock_get_frame_time (clock);
  if (self->before != NULL)
    {
      if (get_progress (self, &self->glide_start, GLIDE_SECONDS) >= 1)
        g_clear_pointer (&self->before, gsk_render_node_unref);
      moves = TRUE;
    }
  if (self->zoom_now != zoom)
    {
      const double progress = get_progress (self, &self->zoom_start, ZOOM_SECONDS);

      self->zoom_now = progress >= 1 ? zoom : self->zoom_from + (zoom - self->zoom_from) * progress;
      moves = TRUE;
    }
  if (talks_pointer_trail_fade (talks_presentation_get_trail (self->presentation), g_get_monotonic_time ()))
    moves = TRUE;
  gtk_widget_queue_draw (widget);
  if (moves)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
start_moving (TalksStageView *self)
{
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
stop_moving (TalksStageView *self)
{
  double x;
  double y;

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_pointer (&self->before, gsk_render_node_unref);
  if (self->presentation != NULL)
    self->zoom_now = talks_presentation_get_zoom (self->presentation, &x, &y);
}

/* The stage that is shown becomes the one before. */
static void
start_glide (TalksStageView *self)
{
  g_clear_pointer (&self->before, gsk_render_node_unref);
  if (self->stage == NULL || self->node == NULL || self->is_next || !animates (self))
    return;
  self->before = gsk_render_node_ref (self->node);
  self->glide_from = talks_stage_get_step (self->stage);
  self->glide_start = 0;
  start_moving (self);
}

static void
start_zoom (TalksStageView *self)
{
  double x;
  double y;

  if (self->is_next)
    return;
  if (!animates (self))
    {
      self->zoom_now = talks_presentation_get_zoom (self->presentation, &x, &y);
      return;
    }
  self->zoom_from = self->zoom_now;
  self->zoom_start = 0;
  start_moving (self);
}

static void
changed_cb (TalksStageView *self,
            guint           flags)
{
  const guint of_stage = TALKS_PRESENTATION_STEP | TALKS_PRESENTATION_OUTCOMES | TALKS_PRESENTATION_TEXT
                         | TALKS_PRESENTATION_CONTENT;

  g_assert (TALKS_IS_STAGE_VIEW (self));

  if (flags & TALKS_PRESENTATION_STEP)
    start_glide (self);
  if (flags & of_stage)
    drop_stage (self);
  if (flags & TALKS_PRESENTATION_ZOOM)
    start_zoom (self);
  if ((flags & TALKS_PRESENTATION_TRAIL) && !self->is_next
      && talks_presentation_get_trail (self->presentation)->points->len > 0)
    start_moving (self);
  if (flags & (of_stage | TALKS_PRESENTATION_COVER))
    update_words (self);
  if (flags & ~(guint) TALKS_PRESENTATION_NUMBER)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- drawing ---- */

static void
fill (GtkSnapshot           *snapshot,
      const graphene_rect_t *bounds,
      float                  level)
{
  const GdkRGBA color = { level, level, level, 1 };

  gtk_snapshot_append_color (snapshot, &color, bounds);
}

static void
snapshot_stage (TalksStageView *self,
                GtkSnapshot    *snapshot)
{
  const double step = talks_stage_get_step (self->stage);

  if (self->before != NULL && self->glide_start != 0)
    {
      const double progress = get_progress (self, &self->glide_start, GLIDE_SECONDS);
      g_autoptr (GskRenderNode) now = make_node (self, self->glide_from + (step - self->glide_from) * progress);

      gtk_snapshot_push_cross_fade (snapshot, progress);
      gtk_snapshot_append_node (snapshot, self->before);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_node (snapshot, now);
      gtk_snapshot_pop (snapshot);
      return;
    }
  if (self->node == NULL)
    self->node = make_node (self, step);
  gtk_snapshot_append_node (snapshot, self->before != NULL ? self->before : self->node);
}

static void
snapshot_trail (TalksStageView        *self,
                GtkSnapshot           *snapshot,
                const graphene_rect_t *bounds)
{
  TalksPointerTrail *trail = talks_presentation_get_trail (self->presentation);
  cairo_t *cr;

  if (!talks_presentation_is_pointing (self->presentation) || (!trail->is_here && trail->points->len == 0))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, bounds);
  talks_pointer_trail_draw (trail, cr, bounds->size.width, bounds->size.height, g_get_monotonic_time ());
  cairo_destroy (cr);
}

static void
talks_stage_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TalksStageView *self = TALKS_STAGE_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  const TalksCover cover = self->is_next ? TALKS_COVER_NONE : talks_presentation_get_cover (self->presentation);
  double x;
  double y;

  if (width <= 0 || height <= 0)
    return;
  ensure_stage (self, width, height);
  if (self->stage == NULL || cover != TALKS_COVER_NONE)
    {
      fill (snapshot, &bounds, cover == TALKS_COVER_WHITE ? 1 : 0);
      return;
    }
  talks_presentation_get_zoom (self->presentation, &x, &y);
  gtk_snapshot_save (snapshot);
  if (!self->is_next && self->zoom_now != 1)
    {
      const graphene_point_t middle = GRAPHENE_POINT_INIT ((float) (x * width), (float) (y * height));

      gtk_snapshot_translate (snapshot, &middle);
      gtk_snapshot_scale (snapshot, (float) self->zoom_now, (float) self->zoom_now);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-middle.x, -middle.y));
    }
  snapshot_stage (self, snapshot);
  if (!self->is_next)
    snapshot_trail (self, snapshot, &bounds);
  gtk_snapshot_restore (snapshot);
}

static void
talks_stage_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 90;
}

/* ---- pointing ---- */

/* From the widget's pixels to those of the picture, which may be zoomed. */
static void
to_picture (TalksStageView *self,
            double         *x,
            double         *y)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  double middle_x;
  double middle_y;

  talks_presentation_get_zoom (self->presentation, &middle_x, &middle_y);
  *x = middle_x * width + (*x - middle_x * width) / self->zoom_now;
  *y = middle_y * height + (*y - middle_y * height) / self->zoom_now;
}

static int
pick_step (TalksStageView *self,
           double          x,
           double          y)
{
  if (self->stage == NULL || talks_presentation_get_cover (self->presentation) != TALKS_COVER_NONE)
    return -1;
  return talks_stage_pick_step (self->stage, x, y);
}

static void
motion_cb (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           TalksStageView           *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (motion));
  const gboolean pointing = talks_presentation_is_pointing (self->presentation);

  to_picture (self, &x, &y);
  talks_presentation_point (self->presentation, x / MAX (1, gtk_widget_get_width (widget)),
                            y / MAX (1, gtk_widget_get_height (widget)), (state & GDK_BUTTON1_MASK) != 0);
  if (pointing)
    gtk_widget_set_cursor_from_name (widget, "none");
  else
    gtk_widget_set_cursor_from_name (widget, pick_step (self, x, y) >= 0 ? "pointer" : NULL);
}

static void
leave_cb (TalksStageView *self)
{
  talks_presentation_stop_pointing (self->presentation);
}

static void
released_cb (GtkGestureClick *click,
             int              n_press,
             double           x,
             double           y,
             TalksStageView  *self)
{
  int step;

  if (talks_presentation_is_pointing (self->presentation))
    return;
  to_picture (self, &x, &y);
  step = pick_step (self, x, y);
  if (step >= 0)
    talks_presentation_set_step (self->presentation, (guint) step);
}

static void
listen_to_pointer (TalksStageView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* ---- life ---- */

static void
talks_stage_view_unmap (GtkWidget *widget)
{
  stop_moving (TALKS_STAGE_VIEW (widget));
  GTK_WIDGET_CLASS (talks_stage_view_parent_class)->unmap (widget);
}

/* Another font, or another resolution. */
static void
talks_stage_view_system_setting_changed (GtkWidget        *widget,
                                         GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (talks_stage_view_parent_class)->system_setting_changed (widget, setting);
  drop_stage (TALKS_STAGE_VIEW (widget));
}

static void
talks_stage_view_dispose (GObject *object)
{
  TalksStageView *self = TALKS_STAGE_VIEW (object);

  stop_moving (self);
  g_clear_pointer (&self->stage, talks_stage_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_object (&self->presentation);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (talks_stage_view_parent_class)->dispose (object);
}

static void
talks_stage_view_class_init (TalksStageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_stage_view_dispose;
  widget_class->snapshot = talks_stage_view_snapshot;
  widget_class->measure = talks_stage_view_measure;
  widget_class->unmap = talks_stage_view_unmap;
  widget_class->system_setting_changed = talks_stage_view_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "talks-stage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
talks_stage_view_init (TalksStageView *self)
{
  self->zoom_now = 1;
  /* What is enlarged ends at the edge, which the console has round. */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

static GtkWidget *
new_view (TalksPresentation *presentation,
          const char        *name,
          gboolean           is_next)
{
  TalksStageView *self = g_object_new (TALKS_TYPE_STAGE_VIEW, NULL);
  double x;
  double y;

  self->presentation = g_object_ref (presentation);
  self->name = g_strdup (name);
  self->is_next = is_next;
  self->zoom_now = talks_presentation_get_zoom (presentation, &x, &y);
  g_signal_connect_object (presentation, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (!is_next)
    listen_to_pointer (self);
  update_words (self);
  return GTK_WIDGET (self);
}

GtkWidget *
talks_stage_view_new (TalksPresentation *presentation,
                      const char        *name)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return new_view (presentation, name, FALSE);
}

GtkWidget *
talks_stage_view_new_next (TalksPresentation *presentation,
                           const char        *name)
{
  g_return_val_if_fail (TALKS_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return new_view (presentation, name, TRUE);
}
