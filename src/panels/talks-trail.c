/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-trail.h"

#include <math.h>

#include "talks-label.h"
#include "talks-show.h"
#include "talks-table-plan.h"

/* In the usual type; on the projector they grow with it. */
#define PITCH 10.0
#define DOT 7.0        /* diameter */
#define MINIMUM_DOTS 4 /* asked for; whatever room is left over shows more */

struct _TalksTrail
{
  GtkWidget       parent_instance;
  TalksTrailState states[TALKS_ROSTER_TRAIL];
  guint           n_states;
  TalksColor      color;
  TalksColor      dim;
};

G_DEFINE_FINAL_TYPE (TalksTrail, talks_trail, GTK_TYPE_WIDGET)

static double
get_scale (GtkWidget *widget)
{
  return MAX (1, talks_labels_get_em (talks_labels_get (gtk_widget_get_pango_context (widget))) / TALKS_TABLE_PLAN_EM);
}

static void
talks_trail_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  const double pitch = PITCH * get_scale (widget);
  guint n = TALKS_TRAIL (widget)->n_states;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = (int) ceil (MIN (n, MINIMUM_DOTS) * pitch);
  else
    *minimum = *natural = (int) ceil (pitch);
}

static void
set_color (cairo_t    *cr,
           TalksColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static void
draw_ring (cairo_t *cr,
           double   x,
           double   y)
{
  cairo_arc (cr, x, y, DOT / 2 - 0.25, 0, 2 * G_PI);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_dot (TalksTrail      *self,
          cairo_t         *cr,
          TalksTrailState  state,
          double           x,
          double           y)
{
  static const double dashes[] = { 1.8, 1.6 };

  set_color (cr, self->color);
  switch (state)
    {
    case TALKS_TRAIL_PRESENT:
      cairo_arc (cr, x, y, DOT / 2 + 0.5, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case TALKS_TRAIL_REMOTE:
      draw_ring (cr, x, y);
      cairo_arc (cr, x, y, 1.3, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case TALKS_TRAIL_UNCLEAR:
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      draw_ring (cr, x, y);
      cairo_set_dash (cr, NULL, 0, 0);
      break;
    case TALKS_TRAIL_ABSENT:
      draw_ring (cr, x, y);
      cairo_move_to (cr, x - DOT / 2, y + DOT / 2);
      cairo_line_to (cr, x + DOT / 2, y - DOT / 2);
      cairo_stroke (cr);
      break;
    case TALKS_TRAIL_NOT_NAMED:
    default:
      set_color (cr, self->dim);
      cairo_arc (cr, x, y, 1.3, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    }
}

static void
talks_trail_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  TalksTrail *self = TALKS_TRAIL (widget);
  const double scale = get_scale (widget);
  double width = gtk_widget_get_width (widget) / scale;
  double height = gtk_widget_get_height (widget) / scale;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n = MIN (self->n_states, (guint) MAX (width / PITCH + 0.01, 0));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  if (n == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, scale, scale);
  for (guint i = 0; i < n; i++)
    {
      double from_end = (i + 0.5) * PITCH;

      draw_dot (self, cr, self->states[self->n_states - 1 - i],
                mirrored ? from_end : width - from_end, height / 2);
    }
  cairo_destroy (cr);
}

static void
talks_trail_class_init (TalksTrailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = talks_trail_measure;
  widget_class->snapshot = talks_trail_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
talks_trail_init (TalksTrail *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
talks_trail_new (void)
{
  return g_object_new (TALKS_TYPE_TRAIL, NULL);
}

void
talks_trail_show (TalksTrail              *self,
                  const TalksTrailSummary *summary,
                  TalksColor               color,
                  TalksColor               dim)
{
  g_autofree char *words = NULL;

  g_return_if_fail (TALKS_IS_TRAIL (self));
  g_return_if_fail (summary != NULL);

  if (self->n_states != summary->n_states)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->n_states = summary->n_states;
  for (guint i = 0; i < summary->n_states; i++)
    self->states[i] = summary->states[i];
  self->color = color;
  self->dim = dim;

  words = talks_trail_to_words (summary);
  talks_show_tooltip (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
