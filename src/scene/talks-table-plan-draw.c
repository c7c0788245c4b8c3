/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-table-plan-private.h"

#include <math.h>

#include "talks-gettext.h"
#include "talks-mark.h"
#include "talks-shown.h"
#include "talks-vocabulary.h"

typedef struct
{
  TalksTablePlan   *plan;
  cairo_t          *cr;
  const TalksPaint *paint;
  const char       *selected;
  double            scale;
} Drawing;

static void
set_color (cairo_t    *cr,
           TalksColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static guint
get_grain (const Drawing    *d,
           const TalksParty *party)
{
  return d->paint->palette->theme == TALKS_THEME_MONO && d->plan != NULL
           ? talks_mark_get_grain (d->plan->document, party) : 0;
}

/* ---- text ---- */

static PangoLayout *
make_layout (Drawing    *d,
             const char *text,
             double      size,
             gboolean    bold)
{
  PangoLayout *layout = pango_layout_new (d->paint->context);
  const PangoFontDescription *base = pango_context_get_font_description (d->paint->context);
  g_autoptr (PangoFontDescription) font = NULL;
  g_autofree char *line = talks_shown_dup_line (text);

  font = base != NULL ? pango_font_description_copy (base) : pango_font_description_new ();
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, line, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

/* Initials are centred by what is seen of them: they have no line to share with others. */
static void
draw_initials (Drawing    *d,
               const char *text,
               TalksColor  color,
               double      x,
               double      y,
               double      radius)
{
  g_autoptr (PangoLayout) layout = make_layout (d, text, radius * 0.8 * CLAMP (d->plan->words, 1, 1.25), TRUE);
  PangoRectangle ink;
  double width;
  double factor;

  pango_layout_get_extents (layout, &ink, NULL);
  width = pango_units_to_double (ink.width);
  factor = width > 1.5 * radius ? 1.5 * radius / width : 1;

  cairo_save (d->cr);
  set_color (d->cr, color);
  cairo_translate (d->cr, x, y);
  cairo_scale (d->cr, factor, factor);
  cairo_move_to (d->cr, -pango_units_to_double (ink.x) - width / 2,
                 -pango_units_to_double (ink.y) - pango_units_to_double (ink.height) / 2);
  pango_cairo_show_layout (d->cr, layout);
  cairo_restore (d->cr);
}

/* One line around the middle x, y; cut with an ellipsis at width. */
static void
draw_words (Drawing    *d,
            const char *text,
            TalksColor  color,
            gboolean    bold,
            double      x,
            double      y,
            double      width,
            int         n_lines)
{
  g_autoptr (PangoLayout) layout = make_layout (d, text, (bold ? 13 : 11.5) * d->scale * d->plan->words, bold);
  int height;

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_size (layout, NULL, &height);
  set_color (d->cr, color);
  cairo_move_to (d->cr, x - width / 2, y - pango_units_to_double (height) / 2);
  pango_cairo_show_layout (d->cr, layout);
}

/* ---- seats ---- */

static void
path_circle (cairo_t *cr,
             double   x,
             double   y,
             double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

/* Clips away the mark's surroundings, whatever is behind. */
static void
clip_badge (cairo_t   *cr,
            TalksMark  mark,
            double     x,
            double     y,
            double     size,
            double     reach)
{
  cairo_rectangle (cr, x - 3 * reach, y - 3 * reach, 6 * reach, 6 * reach);
  talks_mark_path (cr, mark, x, y, size);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
}

static void
draw_disc (Drawing         *d,
           const TalksSeat *seat,
           TalksColor       color)
{
  cairo_t *cr = d->cr;
  double s = d->scale;
  double width = 1.6 * s;
  TalksPresence presence = seat->attendance->presence;

  if (presence == TALKS_PRESENCE_PRESENT)
    {
      path_circle (cr, seat->x, seat->y, seat->radius);
      set_color (cr, color);
      cairo_fill (cr);
      return;
    }

  path_circle (cr, seat->x, seat->y, seat->radius - width / 2);
  if (presence != TALKS_PRESENCE_ABSENT)
    {
      set_color (cr, talks_color_with_alpha (color, 0.1 * color.alpha));
      cairo_fill_preserve (cr);
    }
  set_color (cr, color);
  cairo_set_line_width (cr, width);
  if (presence == TALKS_PRESENCE_ABSENT)
    {
      /* A whole number of dashes, so that the ring closes. */
      double turn = 2 * G_PI * (seat->radius - width / 2);
      double dash = turn / (2 * round (turn / (6.2 * s)));

      cairo_set_dash (cr, &dash, 1, 0);
    }
  else if (presence == TALKS_PRESENCE_UNCLEAR)
    {
      double turn = 2 * G_PI * (seat->radius - width / 2);
      double dots[] = { 0, turn / round (turn / (3.6 * s)) };

      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dots, 2, 0);
    }
  cairo_stroke (cr);
}

static void
draw_rings (Drawing         *d,
            const TalksSeat *seat,
            TalksColor       color,
            gboolean         head)
{
  double s = d->scale;

  if (head)
    {
      path_circle (d->cr, seat->x, seat->y, seat->radius + 2.6 * s);
      set_color (d->cr, color);
      cairo_set_line_width (d->cr, 2 * s);
      cairo_stroke (d->cr);
    }
  if (d->selected != NULL && g_str_equal (d->selected, seat->participant->record.id))
    {
      cairo_set_dash (d->cr, NULL, 0, 0);
      path_circle (d->cr, seat->x, seat->y, seat->radius + (head ? 5.6 : 3.2) * s);
      set_color (d->cr, d->paint->palette->accent);
      cairo_set_line_width (d->cr, 2.2 * s);
      cairo_stroke (d->cr);
    }
}

static gboolean
is_lit (const Drawing   *d,
        const TalksSeat *seat)
{
  return d->paint->is_lit == NULL
         || d->paint->is_lit (&seat->participant->record, d->paint->lit_data);
}

/* All of a seat but its letters. */
static void
draw_shape (Drawing         *d,
            const TalksSeat *seat,
            TalksColor       color,
            gboolean         head)
{
  gboolean filled = seat->attendance->presence == TALKS_PRESENCE_PRESENT;
  double badge = seat->radius * 0.62;
  double at = seat->radius * (filled ? 0.80 : 0.82);

  cairo_save (d->cr);
  if (seat->party != NULL)
    clip_badge (d->cr, seat->party->mark, seat->x + at, seat->y + at, badge + 3.2 * d->scale,
                seat->radius + 8 * d->scale);
  draw_disc (d, seat, color);
  draw_rings (d, seat, color, head);
  cairo_restore (d->cr);
  if (seat->party != NULL)
    talks_mark_draw_grained (d->cr, seat->party->mark, get_grain (d, seat->party), TALKS_MARK_FILLED, seat->x + at,
                             seat->y + at, badge, color, d->paint->palette->card);
}

void
talks_table_plan_draw_seat (cairo_t            *cr,
                            const TalksPalette *palette,
                            const TalksSeat    *seat,
                            gboolean            head)
{
  const TalksPaint paint = { .palette = palette };
  Drawing d = { NULL, cr, &paint, NULL, seat->radius / 14 };

  draw_shape (&d, seat,
              seat->party != NULL ? talks_palette_party (palette, seat->party->color) : palette->dim_text,
              head);
}

static void
draw_seat (Drawing         *d,
           const TalksSeat *seat,
           gboolean         head)
{
  const TalksPalette *palette = d->paint->palette;
  TalksColor color = seat->party != NULL ? talks_palette_party (palette, seat->party->color)
                                         : palette->dim_text;
  gboolean filled = seat->attendance->presence == TALKS_PRESENCE_PRESENT;
  TalksColor text = filled ? talks_palette_text_on (palette, color) : color;
  g_autofree char *initials = talks_initials (talks_text_show (seat->participant->name,
                                                               d->plan->language));

  if (!is_lit (d, seat))
    {
      color = talks_color_with_alpha (color, 0.3);
      if (!filled)
        text = color;
    }
  draw_shape (d, seat, color, head);
  draw_initials (d, initials, text, seat->x, seat->y, seat->radius);
}

static void
draw_rest (Drawing    *d,
           const Rest *rest)
{
  const TalksPalette *palette = d->paint->palette;
  g_autofree char *text = NULL;

  /* Translators: further people for whom a drawing has no room: "+5". */
  text = g_strdup_printf (_("+%u"), rest->n);
  path_circle (d->cr, rest->x, rest->y, rest->radius - 0.6 * d->scale);
  set_color (d->cr, palette->band);
  cairo_fill_preserve (d->cr);
  set_color (d->cr, palette->line);
  cairo_set_line_width (d->cr, 1.2 * d->scale);
  cairo_stroke (d->cr);
  draw_initials (d, text, palette->dim_text, rest->x, rest->y, rest->radius);
}

/* ---- around the seats ---- */

static void
draw_table (Drawing *d)
{
  const TalksRect *table = &d->plan->table;
  const TalksPalette *palette = d->paint->palette;
  g_autofree char *name = talks_table_plan_name_table (d->plan);
  double r = MIN (table->height, table->width) / 2;
  double s = d->scale;
  int n_lines = (int) CLAMP (table->height / (14.5 * s * d->plan->words), 1, d->plan->words > 1 ? 3 : 2);
  cairo_t *cr = d->cr;

  r = MIN (r, 36 * s);
  cairo_new_sub_path (cr);
  cairo_arc (cr, table->x + table->width - r, table->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, table->x + table->width - r, table->y + table->height - r, r, 0, G_PI / 2);
  cairo_arc (cr, table->x + r, table->y + table->height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, table->x + r, table->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);

  cairo_save (cr);
  cairo_set_line_width (cr, 1.2 * s);
  if (d->plan->all_remote)
    {
      /* No table where nobody sat together. */
      double dashes[] = { 4 * s, 4 * s };

      cairo_set_dash (cr, dashes, 2, 0);
      set_color (cr, talks_color_mix (palette->card, palette->dim_text, 0.5));
    }
  else
    {
      set_color (cr, palette->band);
      cairo_fill_preserve (cr);
      set_color (cr, palette->line);
    }
  cairo_stroke (cr);
  cairo_restore (cr);

  if (*g_strchomp (name) != '\0' && table->width > 60 * s)
    draw_words (d, name, palette->dim_text, FALSE, table->x + table->width / 2,
                table->y + table->height / 2, table->width - 28 * s, n_lines);
}

static void
draw_name (Drawing *d,
           Zone     zone,
           double   y)
{
  g_autofree char *name = talks_table_plan_name_zone (d->plan, zone);
  TalksParty *party = talks_table_plan_party_of (d->plan, zone);
  g_autoptr (PangoLayout) layout = NULL;
  double s = d->scale;
  TalksColor color;
  int height;

  if (party == NULL)
    return;
  color = talks_palette_party (d->paint->palette, party->color);
  talks_mark_draw_grained (d->cr, party->mark, get_grain (d, party), TALKS_MARK_FILLED, 19 * s, y, 10 * s, color,
                           d->paint->palette->card);
  layout = make_layout (d, name, 13 * s * d->plan->words, TRUE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
  pango_layout_set_width (layout, (int) ((d->plan->width - 44 * s) * PANGO_SCALE));
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_size (layout, NULL, &height);
  set_color (d->cr, color);
  cairo_move_to (d->cr, 30 * s, y - pango_units_to_double (height) / 2);
  pango_cairo_show_layout (d->cr, layout);
}

static void
draw_caption (Drawing       *d,
              const Caption *caption)
{
  TalksColor color = d->paint->palette->dim_text;

  if (caption->kind == CAPTION_PARTY && caption->party != NULL)
    color = talks_palette_party (d->paint->palette, caption->party->color);
  draw_words (d, caption->text, color, FALSE, caption->x, caption->y, caption->width, 1);
}

/* One entry of the legend: a ring and a word; returns where the next one starts. */
static double
draw_legend_entry (Drawing       *d,
                   TalksPresence  presence,
                   const char    *text,
                   double         x)
{
  double s = d->scale;
  TalksAttendance attendance = { .presence = presence };
  TalksSeat seat = { .attendance = &attendance, .x = x + 5 * s, .y = d->plan->legend_y, .radius = 5 * s };
  g_autoptr (PangoLayout) layout = make_layout (d, text, 11.5 * s * d->plan->words, FALSE);
  int width;
  int height;

  cairo_save (d->cr);
  draw_disc (d, &seat, d->paint->palette->dim_text);
  cairo_restore (d->cr);
  pango_layout_get_size (layout, &width, &height);
  set_color (d->cr, d->paint->palette->dim_text);
  cairo_move_to (d->cr, x + 15 * s, d->plan->legend_y - pango_units_to_double (height) / 2);
  pango_cairo_show_layout (d->cr, layout);
  return x + 31 * s + pango_units_to_double (width);
}

static void
draw_legend (Drawing *d)
{
  double x = 14 * d->scale;

  if (d->plan->some_unclear)
    x = draw_legend_entry (d, TALKS_PRESENCE_UNCLEAR, talks_presence_to_words (TALKS_PRESENCE_UNCLEAR), x);
  if (d->plan->some_remote)
    draw_legend_entry (d, TALKS_PRESENCE_REMOTE, talks_presence_to_words (TALKS_PRESENCE_REMOTE), x);
}

void
talks_table_plan_draw (TalksTablePlan   *self,
                       cairo_t          *cr,
                       const TalksPaint *paint,
                       const char       *selected)
{
  Drawing d = { self, cr, paint, selected, 1 };

  g_return_if_fail (self != NULL && cr != NULL && paint != NULL);

  d.scale = self->scale;
  cairo_save (cr);
  cairo_new_path (cr);
  draw_table (&d);
  draw_name (&d, ZONE_TOP, self->name_y[0]);
  draw_name (&d, ZONE_BOTTOM, self->name_y[1]);
  for (guint i = 0; i < self->seats->len; i++)
    draw_seat (&d, &g_array_index (self->seats, TalksSeat, i), g_array_index (self->heads, gboolean, i));
  for (guint i = 0; i < self->rests->len; i++)
    draw_rest (&d, &g_array_index (self->rests, Rest, i));
  for (guint i = 0; i < self->captions->len; i++)
    draw_caption (&d, &g_array_index (self->captions, Caption, i));
  draw_legend (&d);
  cairo_restore (cr);
}
