/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cards, marks, bars and clusters. */

#include "talks-painter-private.h"

#include <math.h>

#define CARD_RADIUS 6.0
#define BAR_RADIUS 5.0
/* How long the soft end of an uncertain date is. */
#define SOFT_END 18.0

static const TalksEvent *
get_event (const TalksItem *item)
{
  return item->record != NULL && item->record->kind == TALKS_RECORD_EVENT
         ? (const TalksEvent *) item->record : NULL;
}

static TalksDateFlags
get_flags (const TalksItem *item)
{
  return talks_date_get_flags (get_event (item)->date);
}

/* Whether the days are only bounds of when it happened. */
static gboolean
is_soft (const TalksItem *item)
{
  TalksDateFlags flags = get_flags (item);
  gboolean several = item->span.end - item->span.start > 1;

  return (flags & TALKS_DATE_SOFT) != 0 || (several && (flags & TALKS_DATE_INTERVAL) == 0);
}

static TalksMarkLook
get_look (const TalksItem *item)
{
  switch (get_event (item)->certainty)
    {
    case TALKS_CERTAINTY_DISPUTED:
      return TALKS_MARK_QUERY;
    case TALKS_CERTAINTY_REPORTED:
      return TALKS_MARK_HOLLOW;
    case TALKS_CERTAINTY_CONFIRMED:
    default:
      return is_soft (item) ? TALKS_MARK_SOFT : TALKS_MARK_FILLED;
    }
}

static void
draw_mark (TalksPen        *self,
           const TalksItem *item,
           TalksMarkLook    look,
           double           x,
           double           y,
           double           size,
           TalksColor       color,
           TalksColor       paper)
{
  talks_mark_draw_grained (self->cr, talks_pen_mark (item->party), talks_pen_grain (self, item->party), look,
                           talks_pen_x (self, x), y, size, talks_color_with_alpha (color, self->alpha),
                           talks_color_with_alpha (paper, self->alpha));
}

static void
add_stop (TalksPen        *self,
          cairo_pattern_t *fade,
          double           offset,
          TalksColor       color,
          double           strength)
{
  cairo_pattern_add_color_stop_rgba (fade, offset, color.red, color.green, color.blue,
                                     color.alpha * self->alpha * strength);
}

/* ---- cards ---- */

/* The coloured edge: full, hollow when only reported, fading when the date is not certain. */
static void
draw_card_edge (TalksPen        *self,
                const TalksItem *item,
                double           x)
{
  const TalksRect *bounds = &item->bounds;
  double width = self->metrics.card_edge;
  TalksColor color = talks_pen_party (self, item->party);
  gboolean hollow = get_event (item)->certainty != TALKS_CERTAINTY_CONFIRMED;

  if (is_soft (item))
    {
      cairo_pattern_t *fade = cairo_pattern_create_linear (0, bounds->y, 0, bounds->y + bounds->height);

      add_stop (self, fade, 0, color, 0.1);
      add_stop (self, fade, 0.5, color, 1);
      add_stop (self, fade, 1, color, 0.1);
      cairo_set_source (self->cr, fade);
      cairo_pattern_destroy (fade);
    }
  else
    talks_pen_set (self, color);

  if (!hollow)
    {
      talks_pen_round (self, x, bounds->y, width, bounds->height, 2, 2);
      cairo_fill (self->cr);
      return;
    }
  talks_pen_round (self, x + 0.75, bounds->y + 0.75, width - 0.5, bounds->height - 1.5, 2, 2);
  cairo_set_line_width (self->cr, 1.5);
  cairo_stroke (self->cr);
}

/* The label, and beneath it the party's mark before the second line. */
static void
draw_card_words (TalksPen        *self,
                 const TalksItem *item,
                 gboolean         edge_right)
{
  const TalksMetrics *metrics = &self->metrics;
  TalksAlign align = edge_right ? TALKS_ALIGN_RIGHT : TALKS_ALIGN_LEFT;
  TalksMarkLook look = get_look (item);
  double size = metrics->small_mark;
  double query = look == TALKS_MARK_QUERY ? size / 2 : 0;
  double shift = size + metrics->gap - 1 + query;
  double words = metrics->bold_line + metrics->small_line;
  double top = item->bounds.y + floor ((item->bounds.height - words) / 2);
  double second = top + metrics->bold_line + metrics->small_line / 2;
  double right = item->label_x + item->label_width;

  talks_pen_text (self, talks_pen_label (self, item), TALKS_LABEL_BOLD, self->palette->text, item->label_x,
                  top + metrics->bold_line / 2, item->label_width, align);
  draw_mark (self, item, look, round (edge_right ? right - query - size / 2 : item->label_x + size / 2),
             round (second), size, talks_pen_party (self, item->party), self->palette->card);
  talks_pen_text (self, item->second, TALKS_LABEL_SMALL, self->palette->dim_text,
                  edge_right ? item->label_x : item->label_x + shift, second, item->label_width - shift,
                  align);
}

static void
draw_card (TalksPen        *self,
           const TalksItem *item)
{
  const TalksRect *bounds = &item->bounds;
  const TalksMetrics *metrics = &self->metrics;
  const TalksPalette *palette = self->palette;
  gboolean edge_right = item->turned != self->mirrored;
  double left = edge_right ? CARD_RADIUS : 2;
  double right = edge_right ? 2 : CARD_RADIUS;

  if (!palette->dark)
    {
      talks_pen_round (self, bounds->x, bounds->y + 1, bounds->width, bounds->height, left, right);
      talks_pen_set (self, (TalksColor) { 0, 0, 0, 0.05 });
      cairo_fill (self->cr);
    }
  talks_pen_round (self, bounds->x + 0.5, bounds->y + 0.5, bounds->width - 1, bounds->height - 1, left,
                   right);
  talks_pen_set (self, palette->card);
  cairo_fill_preserve (self->cr);
  talks_pen_set (self, palette->edge);
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
  draw_card_edge (self, item, edge_right ? bounds->x + bounds->width - metrics->card_edge : bounds->x);

  if (item->label_width > 0)
    draw_card_words (self, item, edge_right);
  else
    draw_mark (self, item, get_look (item),
               round (bounds->x + (bounds->width + (edge_right ? -1 : 1) * metrics->card_edge) / 2),
               round (bounds->y + bounds->height / 2), metrics->small_mark,
               talks_pen_party (self, item->party), palette->card);
}

/* ---- marks ---- */

/* The words beside a mark or bar, with the ground behind them so that no line crosses them. */
static void
draw_words_beside (TalksPen        *self,
                   const TalksItem *item)
{
  gboolean before = item->turned != self->mirrored;
  double middle = item->bounds.y + item->bounds.height / 2;
  double height = self->metrics.line;

  if (item->label_width <= 0)
    return;
  talks_pen_fill (self, talks_pen_paper (self, item), floor (item->label_x) - 1,
                  round (middle - height / 2), ceil (item->label_width) + 2, height);
  talks_pen_text (self, talks_pen_label (self, item), TALKS_LABEL_PLAIN, self->palette->text,
                  item->label_x, middle, item->label_width,
                  before ? TALKS_ALIGN_RIGHT : TALKS_ALIGN_LEFT);
}

/* Dots and a question mark: it went on to, or began on, nobody knows which day. */
static void
draw_unknown_end (TalksPen        *self,
                  const TalksItem *item,
                  double           x,
                  double           y,
                  double           direction)
{
  TalksColor color = talks_pen_party (self, item->party);
  double half = self->metrics.mark / 2 + 2;

  for (int i = 0; i < 2; i++)
    talks_pen_fill (self, color, x + direction * (half + 3 * i) - 1, y - 1, 2, 2);
  talks_pen_text (self, "?", TALKS_LABEL_SMALL, color, x + direction * (half + 11) - 5, y, 10,
                  TALKS_ALIGN_CENTER);
}

static void
draw_mark_item (TalksPen        *self,
                const TalksItem *item)
{
  TalksDateFlags flags = get_flags (item);
  double x = round (item->mark_x);
  double y = round (item->bounds.y + item->bounds.height / 2);
  double later = self->mirrored ? -1 : 1;

  draw_mark (self, item, get_look (item), x, y, self->metrics.mark, talks_pen_party (self, item->party),
             talks_pen_paper (self, item));
  if ((flags & TALKS_DATE_UNKNOWN_END) != 0)
    draw_unknown_end (self, item, x, y, later);
  if ((flags & TALKS_DATE_UNKNOWN_START) != 0)
    draw_unknown_end (self, item, x, y, -later);
  draw_words_beside (self, item);
}

/* ---- bars ---- */

/* A source that fades out at the ends. Of a very long stretch only one end can be in view, and only
 * that one fades: Cairo's gradients have a limited length. */
static void
set_soft_source (TalksPen   *self,
                 TalksColor  color,
                 double      left,
                 double      right)
{
  double soft = MIN (SOFT_END, (right - left) / 3);
  gboolean fade_left = right - left < 8000 || fabs (left - self->from) <= fabs (right - self->to);
  gboolean fade_right = right - left < 8000 || !fade_left;
  cairo_pattern_t *fade;

  if (!fade_right)
    right = left + 2 * soft;
  if (!fade_left)
    left = right - 2 * soft;
  soft /= right - left;

  fade = cairo_pattern_create_linear (talks_pen_x (self, left), 0, talks_pen_x (self, right), 0);
  add_stop (self, fade, 0, color, fade_left ? 0 : 1);
  add_stop (self, fade, soft, color, 1);
  add_stop (self, fade, 1 - soft, color, 1);
  add_stop (self, fade, 1, color, fade_right ? 0 : 1);
  cairo_set_source (self->cr, fade);
  cairo_pattern_destroy (fade);
}

static void
set_bar_source (TalksPen        *self,
                const TalksItem *item,
                TalksColor       color,
                double           left,
                double           right)
{
  if (is_soft (item))
    set_soft_source (self, color, left, right);
  else
    talks_pen_set (self, color);
}

/* The outline of a bar: round ends, or points where it is open. */
static void
path_bar (TalksPen *self,
          double    left,
          double    right,
          double    y,
          double    height,
          gboolean  open_left,
          gboolean  open_right)
{
  double point = MIN (height / 2, (right - left) / 2);

  if (!open_left && !open_right)
    {
      talks_pen_round (self, left, y, right - left, height, BAR_RADIUS, BAR_RADIUS);
      return;
    }
  left = talks_pen_x (self, MAX (left, self->from - 64));
  right = talks_pen_x (self, MIN (right, self->to + 64));
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, open_left ? left + point : left, y);
  cairo_line_to (self->cr, open_right ? right - point : right, y);
  if (open_right)
    cairo_line_to (self->cr, right, y + height / 2);
  cairo_line_to (self->cr, open_right ? right - point : right, y + height);
  cairo_line_to (self->cr, open_left ? left + point : left, y + height);
  if (open_left)
    cairo_line_to (self->cr, left, y + height / 2);
  cairo_close_path (self->cr);
}

static void
draw_bar_body (TalksPen        *self,
               const TalksItem *item,
               double           left,
               double           right,
               double           y)
{
  TalksDateFlags flags = get_flags (item);
  TalksColor color = talks_pen_party (self, item->party);
  gboolean open_end = (flags & TALKS_DATE_OPEN_END) != 0;
  gboolean open_start = (flags & TALKS_DATE_OPEN_START) != 0;
  gboolean open_left = self->mirrored ? open_end : open_start;
  gboolean open_right = self->mirrored ? open_start : open_end;
  double height = self->metrics.bar;

  if (get_event (item)->certainty == TALKS_CERTAINTY_CONFIRMED)
    {
      path_bar (self, left, right, y, height, open_left, open_right);
      set_bar_source (self, item, color, left, right);
      cairo_fill (self->cr);
      return;
    }

  /* Reported or disputed: hollow, as marks are. */
  path_bar (self, left + 0.75, right - 0.75, y + 0.75, height - 1.5, open_left, open_right);
  set_bar_source (self, item, talks_color_with_alpha (color, 0.14), left, right);
  cairo_fill_preserve (self->cr);
  set_bar_source (self, item, color, left, right);
  cairo_set_line_width (self->cr, 1.5);
  cairo_stroke (self->cr);
}

static void
draw_bar (TalksPen        *self,
          const TalksItem *item)
{
  TalksColor color = talks_pen_party (self, item->party);
  gboolean pale = get_event (item)->certainty != TALKS_CERTAINTY_CONFIRMED;
  double left = floor (MIN (item->mark_x, item->end_x));
  double right = ceil (MAX (item->mark_x, item->end_x));
  double y = floor (item->bounds.y + (item->bounds.height - self->metrics.bar) / 2);
  double middle = y + self->metrics.bar / 2;
  double size = self->metrics.small_mark;
  gboolean disputed = get_look (item) == TALKS_MARK_QUERY;
  double inset = self->metrics.gap + size / 2 + (disputed && self->mirrored ? size / 2 : 0);
  gboolean inside = item->label_x >= left && item->label_x + item->label_width <= right;
  TalksColor ink = pale ? self->palette->text : talks_palette_text_on (self->palette, color);

  draw_bar_body (self, item, left, right, y);
  if (right - left >= 2 * inset)
    draw_mark (self, item, disputed ? TALKS_MARK_QUERY : TALKS_MARK_FILLED,
               self->mirrored ? right - inset : left + inset, round (middle), size, pale ? color : ink,
               pale ? talks_pen_paper (self, item) : color);
  if (!inside)
    draw_words_beside (self, item);
  else if (item->label_width > 0)
    talks_pen_text (self, talks_pen_label (self, item), TALKS_LABEL_BOLD, ink, item->label_x, middle,
                    item->label_width, self->mirrored ? TALKS_ALIGN_RIGHT : TALKS_ALIGN_LEFT);
}

/* Somewhere between two days: a pale stretch, and the mark in its middle. */
static void
draw_range (TalksPen        *self,
            const TalksItem *item)
{
  TalksColor color = talks_pen_party (self, item->party);
  double left = floor (MIN (item->mark_x, item->end_x));
  double right = ceil (MAX (item->mark_x, item->end_x));
  double y = floor (item->bounds.y + (item->bounds.height - self->metrics.bar) / 2);

  talks_pen_round (self, left, y, right - left, self->metrics.bar, BAR_RADIUS, BAR_RADIUS);
  set_soft_source (self, talks_color_with_alpha (color, 0.22), left, right);
  cairo_fill (self->cr);
  draw_mark (self, item, get_look (item), round ((left + right) / 2), round (y + self->metrics.bar / 2),
             self->metrics.mark, color, talks_pen_paper (self, item));
  if (item->label_width > 0)
    talks_pen_text (self, talks_pen_label (self, item), TALKS_LABEL_PLAIN, self->palette->text,
                    item->label_x, y + self->metrics.bar / 2, item->label_width,
                    item->turned != self->mirrored ? TALKS_ALIGN_RIGHT : TALKS_ALIGN_LEFT);
}

/* ---- clusters ---- */

static void
draw_bins (TalksPen        *self,
           const TalksItem *item,
           double           bottom,
           double           height)
{
  guint first = (guint) CLAMP ((self->from - item->bounds.x) / TALKS_CLUSTER_BIN - 1, 0, item->n_bins);
  guint last = (guint) CLAMP ((self->to - item->bounds.x) / TALKS_CLUSTER_BIN + 2, 0, item->n_bins);
  double most = 1;

  for (guint i = 0; i < item->n_bins; i++)
    most = MAX (most, item->bins[i]);
  for (guint i = first; i < last; i++)
    {
      double bar = MAX (2, round (height * item->bins[i] / most));

      if (item->bins[i] > 0)
        talks_pen_fill (self, self->palette->bars, floor (item->bounds.x) + i * TALKS_CLUSTER_BIN,
                        bottom - bar, TALKS_CLUSTER_BIN - 1, bar);
    }
}

/* A density profile; its number stands beside it, or in its upper corner. */
static void
draw_profile (TalksPen        *self,
              const TalksItem *item)
{
  const TalksRect *bounds = &item->bounds;
  double left = floor (MIN (item->mark_x, item->end_x));
  double right = ceil (MAX (item->mark_x, item->end_x));
  TalksColor paper = talks_color_mix (talks_pen_paper (self, item), self->palette->text, 0.05);
  gboolean beside = item->label_x >= right || item->label_x + item->label_width <= left;
  double line = self->metrics.small_line;
  double y = beside ? bounds->y + bounds->height / 2 : bounds->y + line / 2 + 2;
  double room = MAX (0, bounds->height - 4 - (beside ? 0 : bounds->height > 2 * line ? line : 0));

  talks_pen_round (self, left, bounds->y, right - left, bounds->height, 4, 4);
  talks_pen_set (self, paper);
  cairo_fill (self->cr);
  draw_bins (self, item, bounds->y + bounds->height - 2, room);
  if (!beside)
    {
      double words = talks_labels_measure (self->labels, item->label, TALKS_LABEL_SMALL) + 2;

      talks_pen_fill (self, talks_color_with_alpha (paper, 0.8), floor (item->label_x),
                      floor (y - line / 2), MIN (item->label_width, words), line);
    }
  talks_pen_text (self, item->label, TALKS_LABEL_SMALL, self->palette->text, item->label_x, y,
                  item->label_width, self->mirrored ? TALKS_ALIGN_RIGHT : TALKS_ALIGN_LEFT);
}

static void
draw_pill (TalksPen        *self,
           const TalksItem *item)
{
  const TalksRect *bounds = &item->bounds;
  double radius = (bounds->height - 1) / 2;

  talks_pen_round (self, bounds->x + 0.5, bounds->y + 0.5, bounds->width - 1, bounds->height - 1, radius,
                   radius);
  talks_pen_set (self, talks_color_mix (talks_pen_paper (self, item), self->palette->text, 0.07));
  cairo_fill_preserve (self->cr);
  talks_pen_set (self, talks_color_mix (self->palette->line, self->palette->text, 0.15));
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
  talks_pen_text (self, item->label, TALKS_LABEL_SMALL, self->palette->text, bounds->x + 2,
                  bounds->y + bounds->height / 2, bounds->width - 4, TALKS_ALIGN_CENTER);
}

void
talks_pen_draw_item (TalksPen        *self,
                     const TalksItem *item)
{
  switch (item->kind)
    {
    case TALKS_ITEM_CARD:
      draw_card (self, item);
      break;
    case TALKS_ITEM_MARK:
      draw_mark_item (self, item);
      break;
    case TALKS_ITEM_BAR:
      if ((get_flags (item) & TALKS_DATE_INTERVAL) != 0)
        draw_bar (self, item);
      else
        draw_range (self, item);
      break;
    case TALKS_ITEM_CLUSTER:
      if (item->is_profile)
        draw_profile (self, item);
      else
        draw_pill (self, item);
      break;
    case TALKS_ITEM_RIBBON:
    case TALKS_ITEM_FOLD:
    default:
      break;
    }
}
