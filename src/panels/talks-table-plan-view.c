/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-table-plan-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "talks-label.h"
#include "talks-vocabulary.h"
#include "talks-words.h"

#define TRIAL_WIDTH 320 /* to see whether there is a plan at all */
#define MINIMUM_WIDTH 180

struct _TalksTablePlanView
{
  GtkWidget       parent_instance;
  TalksPanel     *panel; /* weak */
  TalksEvent     *event;
  TalksTablePlan *plan;  /* for plan_width and plan_em; NULL: not made */
  int             plan_width;
  double          plan_em;
};

G_DEFINE_FINAL_TYPE (TalksTablePlanView, talks_table_plan_view, GTK_TYPE_WIDGET)

static TalksTablePlan *
ensure_plan (TalksTablePlanView *self,
             int                 width)
{
  double em = talks_labels_get_em (talks_labels_get (gtk_widget_get_pango_context (GTK_WIDGET (self))));

  if (self->event == NULL || self->panel == NULL)
    return NULL;
  if (self->plan != NULL && self->plan_width == width && fabs (self->plan_em - em) < 0.01)
    return self->plan;
  g_clear_pointer (&self->plan, talks_table_plan_free);
  self->plan = talks_table_plan_new_for_em (talks_panel_get_document (self->panel), self->event,
                                            talks_panel_get_language (self->panel), width, em);
  self->plan_width = width;
  self->plan_em = em;
  return self->plan;
}

static GtkSizeRequestMode
talks_table_plan_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
talks_table_plan_view_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  TalksTablePlanView *self = TALKS_TABLE_PLAN_VIEW (widget);
  TalksTablePlan *plan;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = TRIAL_WIDTH;
      return;
    }
  plan = ensure_plan (self, for_size > 0 ? for_size : TRIAL_WIDTH);
  *minimum = *natural = plan != NULL ? (int) (talks_table_plan_get_height (plan) + 0.999) : 0;
}

static gboolean
is_lit (const TalksRecord *record,
        gpointer           session)
{
  return talks_session_is_lit (session, record);
}

static void
talks_table_plan_view_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  TalksTablePlanView *self = TALKS_TABLE_PLAN_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  TalksTablePlan *plan = ensure_plan (self, width);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width,
                                               (float) gtk_widget_get_height (widget));
  TalksSession *session;
  TalksPaint paint;
  cairo_t *cr;

  if (plan == NULL)
    return;
  session = talks_panel_get_session (self->panel);
  paint = (TalksPaint) {
    .palette = talks_panel_get_palette (self->panel),
    .context = gtk_widget_get_pango_context (widget),
    .is_lit = is_lit,
    .lit_data = session,
  };
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  talks_table_plan_draw (plan, cr, &paint, talks_session_get_highlight (session));
  cairo_destroy (cr);
}

const TalksSeat *
talks_table_plan_view_pick (TalksTablePlanView *self,
                            double              x,
                            double              y)
{
  TalksTablePlan *plan;

  g_return_val_if_fail (TALKS_IS_TABLE_PLAN_VIEW (self), NULL);

  plan = ensure_plan (self, gtk_widget_get_width (GTK_WIDGET (self)));
  return plan != NULL ? talks_table_plan_pick (plan, x, y) : NULL;
}

static char *
seat_words (TalksTablePlanView *self,
            const TalksSeat    *seat)
{
  const char *lang = talks_panel_get_language (self->panel);
  GString *line = g_string_new (NULL);

  talks_words_join (line, talks_text_show (seat->participant->name, lang));
  if (seat->party != NULL)
    talks_words_join (line, talks_text_show (seat->party->short_name, lang));
  talks_words_join (line, talks_task_to_words (seat->attendance->role));
  talks_words_join (line, talks_presence_to_words (seat->attendance->presence));
  return g_string_free (line, FALSE);
}

static gboolean
talks_table_plan_view_query_tooltip (GtkWidget  *widget,
                                     int         x,
                                     int         y,
                                     gboolean    keyboard,
                                     GtkTooltip *tooltip)
{
  TalksTablePlanView *self = TALKS_TABLE_PLAN_VIEW (widget);
  const TalksSeat *seat = keyboard ? NULL : talks_table_plan_view_pick (self, x, y);
  g_autofree char *words = NULL;
  int radius;

  if (seat == NULL)
    return FALSE;
  words = seat_words (self, seat);
  radius = (int) seat->radius;
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) seat->x - radius, (int) seat->y - radius,
                                                       2 * radius, 2 * radius });
  return TRUE;
}

static void
on_released (GtkGestureClick    *gesture,
             int                 n_press,
             double              x,
             double              y,
             TalksTablePlanView *self)
{
  const TalksSeat *seat = talks_table_plan_view_pick (self, x, y);

  if (seat != NULL)
    talks_panel_activate (self->panel, &seat->participant->record);
}

static void
on_motion (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           TalksTablePlanView       *self)
{
  const TalksSeat *seat = talks_table_plan_view_pick (self, x, y);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), seat != NULL ? "pointer" : NULL);
}

static void
talks_table_plan_view_dispose (GObject *object)
{
  TalksTablePlanView *self = TALKS_TABLE_PLAN_VIEW (object);

  g_clear_weak_pointer (&self->panel);
  g_clear_pointer (&self->plan, talks_table_plan_free);
  g_clear_pointer (&self->event, talks_record_unref);

  G_OBJECT_CLASS (talks_table_plan_view_parent_class)->dispose (object);
}

static void
talks_table_plan_view_class_init (TalksTablePlanViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_table_plan_view_dispose;
  widget_class->get_request_mode = talks_table_plan_view_get_request_mode;
  widget_class->measure = talks_table_plan_view_measure;
  widget_class->snapshot = talks_table_plan_view_snapshot;
  widget_class->query_tooltip = talks_table_plan_view_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
talks_table_plan_view_init (TalksTablePlanView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "talks-card");
}

void
talks_table_plan_view_show (TalksTablePlanView *self,
                            TalksPanel         *panel,
                            TalksEvent         *event)
{
  TalksTablePlan *plan;
  g_autofree char *words = NULL;

  g_return_if_fail (TALKS_IS_TABLE_PLAN_VIEW (self));
  g_return_if_fail (TALKS_IS_PANEL (panel));

  g_clear_pointer (&self->plan, talks_table_plan_free);
  g_clear_pointer (&self->event, talks_record_unref);
  g_set_weak_pointer (&self->panel, panel);
  if (event != NULL)
    self->event = talks_record_ref (event);

  plan = ensure_plan (self, gtk_widget_get_width (GTK_WIDGET (self)) > MINIMUM_WIDTH
                              ? gtk_widget_get_width (GTK_WIDGET (self))
                              : TRIAL_WIDTH);
  gtk_widget_set_visible (GTK_WIDGET (self), plan != NULL);
  words = plan != NULL ? talks_table_plan_describe (plan) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Table plan"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
