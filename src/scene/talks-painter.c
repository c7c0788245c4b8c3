/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-painter-private.h"

#include <math.h>

#include "talks-gettext.h"
#include "talks-ticks.h"

#define DIM 0.25
/* What is drawn may reach a little over its bounds. */
#define MARGIN 24.0
/* In the column of names. */
#define HEADER_END 4.0
#define TOPIC_ARROW "▾"
#define ARROW_GAP 3.0

/* ---- the pen ---- */

void
talks_pen_start (TalksPen         *self,
                 cairo_t          *cr,
                 TalksScene       *scene,
                 const TalksPaint *paint,
                 double            from,
                 double            to)
{
  *self = (TalksPen) {
    .cr = cr,
    .scene = scene,
    .paint = paint,
    .palette = paint->palette,
    .labels = talks_labels_get (paint->context),
    .origin = floor (from),
    .from = from,
    .to = to,
    .alpha = 1,
  };
  self->metrics = scene != NULL ? *talks_scene_get_metrics (scene) : talks_metrics_get (self->labels);
  self->mirrored = scene != NULL && talks_time_scale_is_mirrored (talks_scene_get_scale (scene));
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, self->origin, 0);
}

void
talks_pen_end (TalksPen *self)
{
  cairo_restore (self->cr);
}

double
talks_pen_x (const TalksPen *self,
             double          x)
{
  return x - self->origin;
}

void
talks_pen_set (TalksPen   *self,
               TalksColor  color)
{
  cairo_set_source_rgba (self->cr, color.red, color.green, color.blue, color.alpha * self->alpha);
}

void
talks_pen_fill (TalksPen   *self,
                TalksColor  color,
                double      x,
                double      y,
                double      width,
                double      height)
{
  double left = MAX (x, floor (self->from) - 64);
  double right = MIN (x + width, ceil (self->to) + 64);

  if (right <= left)
    return;
  talks_pen_set (self, color);
  cairo_rectangle (self->cr, talks_pen_x (self, left), y, right - left, height);
  cairo_fill (self->cr);
}

void
talks_pen_text (TalksPen        *self,
                const char      *text,
                TalksLabelStyle  style,
                TalksColor       color,
                double           x,
                double           y,
                double           width,
                TalksAlign       align)
{
  talks_labels_draw (self->labels, self->cr, text, style, talks_color_with_alpha (color, self->alpha),
                     talks_pen_x (self, floor (x + 0.5)), y, width, align);
}

void
talks_pen_round (TalksPen *self,
                 double    x,
                 double    y,
                 double    width,
                 double    height,
                 double    left,
                 double    right)
{
  /* What is far outside is not drawn: its corners are not seen, and numbers stay small. */
  double x1 = talks_pen_x (self, MAX (x, self->from - 64));
  double x2 = talks_pen_x (self, MAX (MIN (x + width, self->to + 64), MAX (x, self->from - 64)));
  double most = MIN (x2 - x1, height) / 2;

  left = MIN (left, most);
  right = MIN (right, most);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x2 - right, y + right, right, -G_PI / 2, 0);
  cairo_arc (self->cr, x2 - right, y + height - right, right, 0, G_PI / 2);
  cairo_arc (self->cr, x1 + left, y + height - left, left, G_PI / 2, G_PI);
  cairo_arc (self->cr, x1 + left, y + left, left, G_PI, 3 * G_PI / 2);
  cairo_close_path (self->cr);
}

/* The slot of a party, which is not NULL. */
static guint
find_party (TalksPen         *self,
            const TalksParty *party)
{
  guint slot = self->next_party;
  gboolean grained = self->palette->theme == TALKS_THEME_MONO && self->scene != NULL;

  for (guint i = 0; i < TALKS_PEN_PARTIES; i++)
    if (self->parties[i].party == party)
      return i;

  self->next_party = (slot + 1) % TALKS_PEN_PARTIES;
  self->parties[slot].party = party;
  self->parties[slot].color = talks_palette_party (self->palette, party->color);
  self->parties[slot].grain = grained ? talks_mark_get_grain (talks_scene_get_document (self->scene), party) : 0;
  return slot;
}

TalksColor
talks_pen_party (TalksPen         *self,
                 const TalksParty *party)
{
  return party != NULL ? self->parties[find_party (self, party)].color : self->palette->dim_text;
}

guint
talks_pen_grain (TalksPen         *self,
                 const TalksParty *party)
{
  return party != NULL ? self->parties[find_party (self, party)].grain : 0;
}

TalksMark
talks_pen_mark (const TalksParty *party)
{
  return party != NULL ? party->mark : TALKS_MARK_SQUARE;
}

static TalksColor
lane_paper (const TalksPen *self,
            int             lane)
{
  return lane >= 0 && lane % 2 == 0 ? self->palette->band : self->palette->surface;
}

TalksColor
talks_pen_paper (const TalksPen  *self,
                 const TalksItem *item)
{
  return lane_paper (self, item->lane);
}

const char *
talks_pen_label (const TalksPen  *self,
                 const TalksItem *item)
{
  const char *language = talks_scene_get_language (self->scene);

  if (item->record == NULL)
    return item->label;
  if (item->record->kind == TALKS_RECORD_POSITION)
    return talks_text_show (((const TalksPosition *) item->record)->label, language);
  return talks_text_show (((const TalksEvent *) item->record)->label, language);
}

/* ---- measures ---- */

double
talks_painter_get_ruler_height (PangoContext *context)
{
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), TALKS_RULER_HEIGHT);
  return talks_metrics_get (talks_labels_get (context)).ruler;
}

double
talks_painter_get_flag_height (PangoContext *context)
{
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), 20);
  return talks_metrics_get (talks_labels_get (context)).bold_line + 4;
}

double
talks_painter_get_header_width (TalksScene   *scene,
                                PangoContext *context)
{
  TalksLabels *labels;
  const TalksMetrics *metrics;
  const TalksSceneLane *lanes;
  double width = TALKS_LANE_HEADER_WIDTH;
  guint n;

  g_return_val_if_fail (scene != NULL && PANGO_IS_CONTEXT (context), width);

  labels = talks_labels_get (context);
  metrics = talks_scene_get_metrics (scene);
  lanes = talks_scene_get_lanes (scene, &n);
  for (guint i = 0; i < n; i++)
    {
      double title = talks_labels_measure (labels, lanes[i].title, TALKS_LABEL_BOLD);
      double second = talks_labels_measure (labels, lanes[i].second, TALKS_LABEL_SMALL);

      width = MAX (width, metrics->header_pad + MAX (title, second) + 12);
    }
  /* A name that long is cut: the timeline needs the room. */
  return MIN (width, 2 * TALKS_LANE_HEADER_WIDTH);
}

/* ---- canvas ---- */

static double
full_height (const TalksPen *self)
{
  return MAX (talks_scene_get_height (self->scene), self->paint->height);
}

/* Surface, bands and the lines between lanes. */
static void
draw_ground (TalksPen *self,
             double    from,
             double    width)
{
  guint n_lanes;
  const TalksSceneLane *lanes = talks_scene_get_lanes (self->scene, &n_lanes);
  TalksColor border = talks_color_mix (self->palette->surface, self->palette->line, 0.6);

  talks_pen_fill (self, self->palette->surface, from, 0, width, full_height (self));
  for (guint i = 0; i < n_lanes; i++)
    {
      talks_pen_fill (self, lane_paper (self, (int) i), from, lanes[i].y, width, lanes[i].height);
      talks_pen_fill (self, border, from, lanes[i].y + lanes[i].height - 1, width, 1);
    }
}

static void
draw_grid (TalksPen *self)
{
  g_autoptr (GArray) lines = talks_ticks_new_lines (talks_scene_get_scale (self->scene), self->labels,
                                                    self->from - 1, self->to + 1);
  TalksColor color = talks_color_mix (self->palette->surface, self->palette->line, 0.85);

  for (guint i = 0; i < lines->len; i++)
    talks_pen_fill (self, color, floor (g_array_index (lines, double, i)), 0, 1, full_height (self));
}

static gboolean
is_lit (const TalksPaint *paint,
        const TalksItem  *item)
{
  if (paint->is_lit == NULL || item->kind == TALKS_ITEM_FOLD)
    return TRUE;
  if (item->record != NULL)
    return paint->is_lit (item->record, paint->lit_data);
  for (guint i = 0; i < item->n_events; i++)
    if (paint->is_lit ((const TalksRecord *) item->events[i], paint->lit_data))
      return TRUE;
  return FALSE;
}

static void
draw_item (const TalksItem *item,
           gpointer         data)
{
  TalksPen *self = data;

  self->alpha = is_lit (self->paint, item) ? 1 : DIM;
  if (item->kind == TALKS_ITEM_FOLD)
    talks_pen_draw_fold (self, item, full_height (self));
  else if (item->kind == TALKS_ITEM_RIBBON)
    talks_pen_draw_ribbon (self, item);
  else
    talks_pen_draw_item (self, item);
  self->alpha = 1;
}

void
talks_painter_draw_canvas (cairo_t          *cr,
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
  draw_ground (&pen, from, to - from);
  draw_grid (&pen);
  talks_scene_foreach (scene, from - MARGIN, to + MARGIN, draw_item, &pen);
  talks_pen_end (&pen);
}

/* ---- lane headers ---- */

/* In room pixels that begin start pixels after the edge of the column from which one reads. */
static void
draw_header_text (TalksPen        *self,
                  const char      *text,
                  TalksLabelStyle  style,
                  TalksColor       color,
                  double           start,
                  double           y,
                  double           room,
                  double           width)
{
  talks_pen_text (self, text, style, color, self->mirrored ? width - start - room : start, y, room,
                  self->mirrored ? TALKS_ALIGN_RIGHT : TALKS_ALIGN_LEFT);
}

static void
draw_title (TalksPen   *self,
            const char *title,
            double      y,
            double      width)
{
  const TalksMetrics *metrics = &self->metrics;

  draw_header_text (self, title, TALKS_LABEL_BOLD, self->palette->text, metrics->header_pad,
                    y + metrics->lane_pad + metrics->bold_line / 2, width - metrics->header_pad - HEADER_END, width);
}

/* Below the title. taken: of its room. */
static void
draw_second (TalksPen   *self,
             const char *second,
             double      y,
             double      taken,
             double      width)
{
  const TalksMetrics *metrics = &self->metrics;

  draw_header_text (self, second, TALKS_LABEL_SMALL, self->palette->dim_text, metrics->header_pad,
                    y + metrics->lane_pad + metrics->bold_line + metrics->small_line / 2,
                    width - metrics->header_pad - HEADER_END - taken, width);
}

/* The name of the topic, and what says that another can be chosen: a long name is cut, the arrow never. */
static void
draw_topic (TalksPen *self,
            double    y,
            double    width)
{
  const TalksMetrics *metrics = &self->metrics;
  const char *name = talks_scene_get_topic_title (self->scene);
  double arrow = talks_labels_measure (self->labels, TOPIC_ARROW, TALKS_LABEL_SMALL);
  double room = width - metrics->header_pad - HEADER_END - ARROW_GAP - arrow;
  double end = metrics->header_pad + MIN (talks_labels_measure (self->labels, name, TALKS_LABEL_SMALL), room);

  if (self->paint->on_paper)
    {
      draw_second (self, name, y, 0, width);
      return;
    }
  draw_second (self, name, y, ARROW_GAP + arrow, width);
  draw_header_text (self, TOPIC_ARROW, TALKS_LABEL_SMALL, self->palette->dim_text, end + ARROW_GAP,
                    y + metrics->lane_pad + metrics->bold_line + metrics->small_line / 2, arrow, width);
}

static void
draw_ribbon_headers (TalksPen *self,
                     double    width)
{
  TalksRect band = talks_scene_get_ribbons (self->scene);
  double size = self->metrics.ribbon_mark;
  double pad = self->metrics.header_pad + size / 2;
  const TalksSceneRibbon *rows;
  guint n_rows;

  draw_title (self, _("Positions"), band.y, width);
  draw_topic (self, band.y, width);
  rows = talks_scene_get_ribbon_rows (self->scene, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      double y = round (rows[i].y + rows[i].height / 2);
      TalksColor color = talks_pen_party (self, rows[i].party);
      double shift = size + self->metrics.gap;

      talks_mark_draw_grained (self->cr, rows[i].party->mark, talks_pen_grain (self, rows[i].party), TALKS_MARK_FILLED,
                               talks_pen_x (self, round (self->mirrored ? width - pad : pad)), y, size, color,
                               self->palette->surface);
      draw_header_text (self, rows[i].title, TALKS_LABEL_SMALL, color, self->metrics.header_pad + shift, y,
                        width - self->metrics.header_pad - shift - HEADER_END, width);
    }
}

void
talks_painter_draw_lane_headers (cairo_t          *cr,
                                 TalksScene       *scene,
                                 const TalksPaint *paint,
                                 double            width)
{
  TalksPen pen;
  const TalksSceneLane *lanes;
  guint n_lanes;

  g_return_if_fail (cr != NULL && scene != NULL && paint != NULL);

  talks_pen_start (&pen, cr, scene, paint, 0, width);
  draw_ground (&pen, 0, width);
  lanes = talks_scene_get_lanes (scene, &n_lanes);
  for (guint i = 0; i < n_lanes; i++)
    {
      draw_title (&pen, lanes[i].title, lanes[i].y, width);
      draw_second (&pen, lanes[i].second, lanes[i].y, 0, width);
    }
  if (talks_scene_get_ribbons (scene).height > 0)
    draw_ribbon_headers (&pen, width);
  talks_pen_end (&pen);
}
