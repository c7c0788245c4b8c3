/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ruler, playhead, and what the overlay shows: outlines and labels that stay in view. */

#include "talks-painter-private.h"

#include <math.h>

#include "talks-ticks.h"

/* ---- ruler ---- */

static void
draw_tick (TalksPen        *self,
           const TalksTick *tick)
{
  const TalksPalette *palette = self->palette;
  double bottom = self->metrics.ruler - 1;
  double width = MAX (tick->label_width, tick->second_width) + 2;
  double second_y = bottom - 3 - self->metrics.small_line / 2;
  double first_y = second_y - (self->metrics.small_line + self->metrics.bold_line) / 2;
  TalksAlign align = self->mirrored ? TALKS_ALIGN_RIGHT : TALKS_ALIGN_LEFT;
  double x = floor (tick->x);

  switch (tick->kind)
    {
    case TALKS_TICK_FINE:
      talks_pen_fill (self, palette->line, x, bottom - 4, 1, 4);
      break;
    case TALKS_TICK_MINOR:
      talks_pen_fill (self, palette->line, x, bottom - 9, 1, 9);
      talks_pen_text (self, tick->label, TALKS_LABEL_SMALL, palette->dim_text, tick->label_x, second_y,
                      width, align);
      break;
    case TALKS_TICK_MAJOR:
      talks_pen_fill (self, palette->line, x, 6, 1, bottom - 6);
      G_GNUC_FALLTHROUGH;
    case TALKS_TICK_EDGE:
    default:
      talks_pen_text (self, tick->label, TALKS_LABEL_BOLD, palette->text, tick->label_x, first_y, width,
                      align);
      talks_pen_text (self, tick->second, TALKS_LABEL_SMALL, palette->dim_text, tick->label_x, second_y,
                      width, align);
      break;
    }
}

/* The strips of the folds go on upwards through the ruler. */
static void
draw_ruler_folds (TalksPen *self)
{
  const TalksTimeScale *scale = talks_scene_get_scale (self->scene);
  size_t n_folds;
  const TalksSpan *folds = talks_time_scale_get_folds (scale, &n_folds);
  double height = self->metrics.ruler;

  for (size_t i = 0; i < n_folds; i++)
    {
      double a = talks_time_scale_day_to_x (scale, (double) folds[i].start);
      double b = talks_time_scale_day_to_x (scale, (double) folds[i].end);

      if (MAX (a, b) < self->from || MIN (a, b) > self->to)
        continue;
      cairo_save (self->cr);
      cairo_translate (self->cr, 0, height);
      talks_pen_draw_strip (self, MIN (a, b), MAX (a, b), 4 - height, 0);
      cairo_restore (self->cr);
    }
}

void
talks_painter_draw_ruler (cairo_t          *cr,
                          TalksScene       *scene,
                          const TalksPaint *paint,
                          double            from,
                          double            to)
{
  g_autoptr (GArray) ticks = NULL;
  TalksPen pen;

  g_return_if_fail (cr != NULL && scene != NULL && paint != NULL);

  if (to <= from)
    return;
  talks_pen_start (&pen, cr, scene, paint, from, to);
  talks_pen_fill (&pen, paint->palette->surface, from, 0, to - from, pen.metrics.ruler);
  talks_pen_fill (&pen, paint->palette->line, from, pen.metrics.ruler - 1, to - from, 1);
  ticks = talks_ticks_new (talks_scene_get_scale (scene), pen.labels, from, to);
  for (guint i = 0; i < ticks->len; i++)
    draw_tick (&pen, &g_array_index (ticks, TalksTick, i));
  draw_ruler_folds (&pen);
  talks_pen_end (&pen);
}

/* ---- playhead ---- */

void
talks_painter_draw_playhead (cairo_t          *cr,
                             const TalksPaint *paint,
                             const char       *date,
                             double            x,
                             double            top,
                             double            bottom,
                             double            from,
                             double            to)
{
  TalksPen pen;
  double width;
  double height;
  double left;

  g_return_if_fail (cr != NULL && paint != NULL && date != NULL);

  talks_pen_start (&pen, cr, NULL, paint, from, to);
  x = round (x);
  talks_pen_fill (&pen, paint->palette->accent, x - 1, top, 2, bottom - top);

  height = pen.metrics.bold_line + 4;
  width = talks_labels_measure (pen.labels, date, TALKS_LABEL_BOLD) + 22;
  left = round (CLAMP (x - width / 2, MIN (from + 2, x), MAX (from + 2, to - width - 2)));
  talks_pen_round (&pen, left, top - height, width, height, height / 2, height / 2);
  talks_pen_set (&pen, paint->palette->accent);
  cairo_fill (cr);
  talks_pen_text (&pen, date, TALKS_LABEL_BOLD, paint->palette->on_accent, left + 4, top - height / 2,
                  width - 8, TALKS_ALIGN_CENTER);
  talks_pen_end (&pen);
}

/* ---- overlay ---- */

void
talks_painter_draw_outline (cairo_t          *cr,
                            const TalksItem  *item,
                            const TalksPaint *paint,
                            TalksOutline      outline)
{
  const double dashes[] = { 4, 3 };
  const TalksRect *bounds;
  TalksPen pen;
  double grow;

  g_return_if_fail (cr != NULL && item != NULL && paint != NULL);

  bounds = &item->bounds;
  grow = item->kind == TALKS_ITEM_CARD || item->kind == TALKS_ITEM_FOLD ? 0 : 2;
  talks_pen_start (&pen, cr, NULL, paint, bounds->x, bounds->x + bounds->width);
  talks_pen_round (&pen, bounds->x - grow, bounds->y - grow, bounds->width + 2 * grow,
                   bounds->height + 2 * grow, 6, 6);
  talks_pen_set (&pen, paint->palette->accent);
  switch (outline)
    {
    case TALKS_OUTLINE_HOVER:
      talks_pen_set (&pen, talks_color_with_alpha (paint->palette->accent, 0.1));
      cairo_fill_preserve (cr);
      talks_pen_set (&pen, talks_color_with_alpha (paint->palette->accent, 0.6));
      cairo_set_line_width (cr, 1);
      break;
    case TALKS_OUTLINE_FOCUSED:
      cairo_set_line_width (cr, 2);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      break;
    case TALKS_OUTLINE_SELECTED:
    default:
      cairo_set_line_width (cr, 2);
      break;
    }
  cairo_stroke (cr);
  talks_pen_end (&pen);
}

/* Repeats the label of a piece at the edge of the view, if its own place is out of view. */
static void
stick_piece (TalksPen        *self,
             const TalksItem *item,
             double           left,
             double           right)
{
  double pad = self->metrics.card_pad;
  gboolean is_first = self->mirrored ? right >= item->bounds.x + item->bounds.width - 1
                                     : left <= item->bounds.x + 1;
  double own = self->mirrored ? right - pad : left + pad; /* where its label begins */
  double edge = self->mirrored ? self->to : self->from;
  double room = self->mirrored ? edge - pad - left - pad : right - pad - edge - pad;
  const char *label = talks_pen_label (self, item);
  TalksColor paper;
  TalksColor ink = self->palette->text;
  TalksLabelStyle style = talks_pen_ribbon_style (self, item);
  double y = item->bounds.y;
  double height = item->bounds.height;

  if (is_first && item->label_width > 0)
    own = self->mirrored ? item->label_x + item->label_width : item->label_x;
  if (self->mirrored ? own <= edge : own >= edge)
    return;
  if (room < self->metrics.label_least)
    return;

  paper = talks_pen_ribbon (self, item);
  if (item->kind == TALKS_ITEM_BAR)
    {
      TalksColor color = talks_pen_party (self, item->party);

      style = TALKS_LABEL_BOLD;
      y = floor (y + (height - self->metrics.bar) / 2) + 2;
      height = self->metrics.bar - 4;
      paper = talks_color_mix (talks_pen_paper (self, item), color, 0.14);
      if (((const TalksEvent *) item->record)->certainty == TALKS_CERTAINTY_CONFIRMED)
        {
          paper = color;
          ink = talks_palette_text_on (self->palette, paper);
        }
    }
  room = MIN (room, talks_labels_measure (self->labels, label, style) + 4);
  /* Over what is left of the label in its own place. */
  talks_pen_fill (self, paper, self->mirrored ? floor (left) : floor (edge), y,
                  self->mirrored ? floor (edge) - floor (left) : floor (right) - floor (edge) - 4, height);
  talks_pen_text (self, label, style, ink, self->mirrored ? edge - pad - room : edge + pad, y + height / 2,
                  room, self->mirrored ? TALKS_ALIGN_RIGHT : TALKS_ALIGN_LEFT);
}

static gboolean
may_stick (const TalksItem *item)
{
  const TalksEvent *event = (const TalksEvent *) item->record;

  if (item->kind == TALKS_ITEM_RIBBON)
    return TRUE;
  /* Bars that carry their label inside. */
  return item->kind == TALKS_ITEM_BAR
         && (talks_date_get_flags (event->date) & TALKS_DATE_INTERVAL) != 0
         && item->label_x >= MIN (item->mark_x, item->end_x)
         && item->label_x < MAX (item->mark_x, item->end_x);
}

static void
stick_item (const TalksItem *item,
            gpointer         data)
{
  TalksPen *self = data;
  gboolean lit = self->paint->is_lit == NULL || item->record == NULL
                 || self->paint->is_lit (item->record, self->paint->lit_data);

  /* A dimmed label is not worth repeating. */
  if (may_stick (item) && lit)
    talks_pen_foreach_piece (self, item, stick_piece);
}

void
talks_painter_draw_sticky_labels (cairo_t          *cr,
                                  TalksScene       *scene,
                                  const TalksPaint *paint,
                                  double            from,
                                  double            to)
{
  TalksPen pen;

  g_return_if_fail (cr != NULL && scene != NULL && paint != NULL);

  if (to <= from)
    return;
  talks_pen_start (&pen, cr, scene, paint, from, to);
  cairo_rectangle (cr, talks_pen_x (&pen, from), 0, to - from,
                   MAX (talks_scene_get_height (scene), 1));
  cairo_clip (cr);
  talks_scene_foreach (scene, from, to, stick_item, &pen);
  talks_pen_end (&pen);
}
