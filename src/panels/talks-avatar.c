/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-avatar.h"

#include <math.h>

#include "talks-label.h"
#include "talks-table-plan.h"

/* In the usual type; on the projector they grow with it. */
#define DISC 30.0   /* diameter */
#define BADGE 8.5   /* diameter of the mark */
#define EDGE 1.5    /* paper between disc and mark */
#define SIZE 33.0   /* of the widget: the badge stands out a little */

struct _TalksAvatar
{
  TalksDrawing parent_instance;
  char        *initials;
  TalksMark    mark;
  gboolean     has_mark;
  TalksColor   color;
  TalksColor   text;
  TalksColor   paper;
};

G_DEFINE_FINAL_TYPE (TalksAvatar, talks_avatar, TALKS_TYPE_DRAWING)

static double
get_scale (GtkWidget *widget)
{
  return MAX (1, talks_labels_get_em (talks_labels_get (gtk_widget_get_pango_context (widget))) / TALKS_TABLE_PLAN_EM);
}

static int
talks_avatar_get_size (TalksDrawing   *drawing,
                       GtkOrientation  orientation)
{
  return (int) ceil (SIZE * get_scale (GTK_WIDGET (drawing)));
}

static void
set_color (cairo_t    *cr,
           TalksColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static void
draw_initials (TalksAvatar *self,
               cairo_t     *cr)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                                                   self->initials);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  PangoRectangle ink;

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, 11 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  set_color (cr, self->text);
  cairo_move_to (cr, (DISC - ink.width) / 2 - ink.x, (DISC - ink.height) / 2 - ink.y);
  pango_cairo_show_layout (cr, layout);
}

static void
talks_avatar_draw (TalksDrawing *drawing,
                   cairo_t      *cr,
                   double        width,
                   double        height)
{
  TalksAvatar *self = TALKS_AVATAR (drawing);
  const double badge = DISC / 2 + DISC / 2 * M_SQRT1_2 + 1;

  const double scale = get_scale (GTK_WIDGET (self));

  if (self->initials == NULL)
    return;
  cairo_scale (cr, scale, scale);
  cairo_arc (cr, DISC / 2, DISC / 2, DISC / 2, 0, 2 * G_PI);
  set_color (cr, self->color);
  cairo_fill (cr);
  draw_initials (self, cr);
  if (self->has_mark)
    {
      set_color (cr, self->paper);
      talks_mark_path (cr, self->mark, badge, badge, BADGE);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_width (cr, 2 * EDGE);
      cairo_stroke (cr);
      talks_mark_draw (cr, self->mark, TALKS_MARK_FILLED, badge, badge, BADGE, self->color,
                       self->paper);
    }
}

static void
talks_avatar_finalize (GObject *object)
{
  g_free (TALKS_AVATAR (object)->initials);

  G_OBJECT_CLASS (talks_avatar_parent_class)->finalize (object);
}

static void
talks_avatar_class_init (TalksAvatarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_avatar_finalize;
  TALKS_DRAWING_CLASS (klass)->get_size = talks_avatar_get_size;
  TALKS_DRAWING_CLASS (klass)->draw = talks_avatar_draw;
}

static void
talks_avatar_init (TalksAvatar *self)
{
}

GtkWidget *
talks_avatar_new (void)
{
  return g_object_new (TALKS_TYPE_AVATAR, NULL);
}

void
talks_avatar_show (TalksAvatar        *self,
                   const char         *name,
                   const TalksParty   *party,
                   const TalksPalette *palette)
{
  g_return_if_fail (TALKS_IS_AVATAR (self));
  g_return_if_fail (name != NULL && palette != NULL);

  g_free (self->initials);
  self->initials = talks_initials (name);
  self->has_mark = party != NULL;
  self->mark = party != NULL ? party->mark : TALKS_MARK_CIRCLE;
  self->color = party != NULL ? talks_palette_party (palette, party->color) : palette->dim_text;
  self->text = talks_palette_text_on (palette, self->color);
  self->paper = palette->surface;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
