/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words below the small timeline, and how it is drawn with its marker anywhere between two steps. */

#include "talks-stage-private.h"

#include <math.h>

#include "talks-date-words.h"

#define LABEL_GAP 26.0
#define MOST_LABEL 18.0 /* times the type */

/* ---- words ---- */

/* "Feb 2022". */
static char *
name_month (double day)
{
  int64_t year;
  int month;
  g_autofree char *text = NULL;
  g_autoptr (TalksDate) date = NULL;

  talks_day_to_civil ((TalksDay) day, &year, &month, NULL);
  text = g_strdup_printf ("%04d-%02d", (int) year, month);
  if (year >= 0 && year <= 9999)
    date = talks_date_parse (text, NULL);
  return date != NULL ? talks_date_to_words (date, TALKS_DATE_STYLE_SHORT)
                      : talks_day_to_words ((TalksDay) day, TALKS_DATE_STYLE_MEDIUM);
}

/* Around x, within the picture; not where another word is already. */
static void
add_word (StageTrack *track,
          TalksStage *self,
          const char *text,
          double      x)
{
  StageWord word = { talks_stage_set_text (self, text, track->type, -1, 0), x, 0 };

  word.width = talks_stage_get_width (word.layout);
  word.x = CLAMP (x - word.width / 2, self->margin, track->width - self->margin - word.width);
  for (guint i = 0; i < track->words->len; i++)
    {
      const StageWord *other = &g_array_index (track->words, StageWord, i);

      if (word.x < other->x + other->width + LABEL_GAP && other->x < word.x + word.width + LABEL_GAP)
        {
          g_object_unref (word.layout);
          return;
        }
    }
  g_array_append_val (track->words, word);
}

static void
add_month (StageTrack *track,
           TalksStage *self,
           guint       i)
{
  const StageStop *stop = &g_array_index (track->stops, StageStop, i);
  g_autofree char *text = name_month (stop->day);

  add_word (track, self, text, stop->x);
}

/* The month of the first step, of each after a fold and of the last; then how long the folds are. */
void
talks_stage_track_add_words (StageTrack *track,
                             TalksStage *self)
{
  guint fold = 0;

  add_month (track, self, 0);
  add_month (track, self, track->n_steps - 1);
  for (guint i = 0; i + 1 < track->n_steps && fold < track->folds->len; i++)
    if (g_array_index (track->stops, StageStop, i).x < g_array_index (track->folds, double, fold)
        && g_array_index (track->stops, StageStop, i + 1).x > g_array_index (track->folds, double, fold))
      {
        add_month (track, self, i + 1);
        fold++;
      }
  fold = 0;
  for (guint i = 0; i + 1 < track->n_steps && fold < track->folds->len; i++)
    if (g_array_index (track->stops, StageStop, i).x < g_array_index (track->folds, double, fold)
        && g_array_index (track->stops, StageStop, i + 1).x > g_array_index (track->folds, double, fold))
      {
        g_autofree char *text = talks_days_length_to_words ((int64_t) g_array_index (track->stops, StageStop, i + 1).day
                                        - g_array_index (track->stops, StageStop, i).day);

        add_word (track, self, text, g_array_index (track->folds, double, fold));
        fold++;
      }
}

static char *
name_step (TalksStage *self,
           guint       step)
{
  const TalksEvent *event = talks_lesson_get_event (self->lesson, self->document, step);
  const TalksText *title = talks_lesson_get_step_title (self->lesson, self->document, step);

  if (event != NULL)
    title = event->label;
  return g_strdup (title != NULL ? talks_text_show (title, self->language) : "");
}

static StageType
current_type (StageTrack *track,
              TalksStage *self)
{
  StageType type = track->type;

  type.bold = TRUE;
  type.color = self->palette->text;
  return type;
}

static PangoLayout *
ensure_label (StageTrack *track,
              TalksStage *self,
              guint       step)
{
  PangoLayout *layout = g_hash_table_lookup (track->labels, GUINT_TO_POINTER (step));
  g_autofree char *text = NULL;

  if (layout != NULL)
    return layout;
  text = name_step (self, step);
  layout = talks_stage_set_text (self, text, current_type (track, self), MOST_LABEL * track->type.size, 1);
  g_hash_table_insert (track->labels, GUINT_TO_POINTER (step), layout);
  return layout;
}

static double
label_x (StageTrack  *track,
         TalksStage  *self,
         PangoLayout *layout,
         double       x)
{
  double width = talks_stage_get_width (layout);

  return CLAMP (x - width / 2, self->margin, track->width - self->margin - width);
}

static gboolean
word_is_free (const StageWord *word,
              double      from,
              double      to)
{
  return word->x + word->width + LABEL_GAP <= from || word->x >= to + LABEL_GAP;
}

/* The words that are seen when the marker rests at the step, for those who ask what stands where. */
void
talks_stage_track_record_words (StageTrack *track,
                                TalksStage *self)
{
  PangoLayout *label = ensure_label (track, self, self->step);
  double from = label_x (track, self, label, track->xs[self->step]);
  double to = from + talks_stage_get_width (label);
  guint n = self->layouts->len;

  for (guint i = 0; i < track->words->len; i++)
    {
      const StageWord *word = &g_array_index (track->words, StageWord, i);

      if (word_is_free (word, from, to))
        talks_stage_put (self, g_object_ref (word->layout), pango_layout_get_text (word->layout), track->type,
                         word->x, track->label_y);
    }
  talks_stage_put (self, g_object_ref (label), pango_layout_get_text (label), current_type (track, self), from,
                   track->label_y);
  /* The track draws these itself, wherever the marker is. */
  for (; n < self->layouts->len; n++)
    g_clear_object (&self->layouts->pdata[n]);
}

/* ---- drawing ---- */

static void
set_color (cairo_t    *cr,
           TalksColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

/* Torn paper: the line breaks off in a zigzag. */
static void
draw_fold (cairo_t    *cr,
           TalksStage *self,
           double      x)
{
  cairo_rectangle (cr, x - 13, STAGE_LINE_Y - 6, 26, 12);
  set_color (cr, self->palette->surface);
  cairo_fill (cr);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, x + side * 9 - 5, STAGE_LINE_Y - 20);
      cairo_line_to (cr, x + side * 9 + 5, STAGE_LINE_Y - 7);
      cairo_line_to (cr, x + side * 9 - 5, STAGE_LINE_Y + 7);
      cairo_line_to (cr, x + side * 9 + 5, STAGE_LINE_Y + 20);
    }
  set_color (cr, self->palette->bars);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
}

static void
draw_line (StageTrack *track,
           TalksStage *self,
           cairo_t    *cr)
{
  cairo_move_to (cr, self->margin, STAGE_LINE_Y);
  cairo_line_to (cr, track->width - self->margin, STAGE_LINE_Y);
  set_color (cr, self->palette->edge);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
  for (guint i = 0; i < track->folds->len; i++)
    draw_fold (cr, self, g_array_index (track->folds, double, i));
}

static void
look_up (StageStop  *stop,
         TalksStage *self)
{
  const TalksEvent *event = talks_lesson_get_event (self->lesson, self->document, stop->step);
  const TalksParty *party = event != NULL ? talks_document_get_event_party (self->document, event) : NULL;

  stop->is_known = TRUE;
  stop->mark = party != NULL ? party->mark : TALKS_MARK_CIRCLE;
  stop->color = party != NULL ? talks_palette_party (self->palette, party->color) : self->palette->dim_text;
  if (event != NULL && event->certainty != TALKS_CERTAINTY_CONFIRMED)
    stop->look = event->certainty == TALKS_CERTAINTY_REPORTED ? TALKS_MARK_HOLLOW : TALKS_MARK_QUERY;
}

static void
draw_stop (StageStop  *stop,
           TalksStage *self,
           cairo_t    *cr,
           double      size)
{
  if (!stop->is_known)
    look_up (stop, self);
  talks_mark_draw (cr, stop->mark, stop->look, stop->x, STAGE_LINE_Y, size, stop->color, self->palette->surface);
}

/* Where there are more steps than marks can be told apart, no more than those are drawn. */
static void
draw_stops (StageTrack *track,
            TalksStage *self,
            cairo_t    *cr)
{
  double last = -track->width;

  for (guint i = 0; i < track->n_steps; i++)
    {
      StageStop *stop = &g_array_index (track->stops, StageStop, i);

      if (stop->x - last < STAGE_LEAST_MARK * 0.75)
        continue;
      draw_stop (stop, self, cr, track->size);
      last = stop->x;
    }
}

/* The step that the marker is at or leaves is larger, in a ring that moves. */
static void
draw_marker (StageTrack *track,
             TalksStage *self,
             cairo_t    *cr,
             double      position)
{
  guint nearest = (guint) CLAMP (round (position), 0, track->n_steps - 1.0);
  double x = talks_stage_track_get_x (track, position);
  double away = MIN (1, 2 * fabs (position - nearest));

  for (guint i = 0; i < track->n_steps; i++)
    {
      StageStop *stop = &g_array_index (track->stops, StageStop, i);

      if (stop->step != nearest)
        continue;
      cairo_arc (cr, stop->x, STAGE_LINE_Y, track->size * 0.5 + (STAGE_CURRENT_MARK - track->size) * 0.5 * (1 - away) + 7, 0, 2 * G_PI);
      set_color (cr, self->palette->surface);
      cairo_fill (cr);
      draw_stop (stop, self, cr, track->size + (STAGE_CURRENT_MARK - 8 - track->size) * (1 - away));
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, STAGE_LINE_Y, STAGE_CURRENT_MARK / 2 + 8, 0, 2 * G_PI);
  set_color (cr, self->palette->text);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
}

static void
draw_words (StageTrack *track,
            TalksStage *self,
            cairo_t    *cr,
            double      position)
{
  guint nearest = (guint) CLAMP (round (position), 0, track->n_steps - 1.0);
  PangoLayout *label = ensure_label (track, self, nearest);
  double from = label_x (track, self, label, talks_stage_track_get_x (track, position));
  double to = from + talks_stage_get_width (label);
  double away = MIN (1, 2 * fabs (position - nearest));

  for (guint i = 0; i < track->words->len; i++)
    {
      const StageWord *word = &g_array_index (track->words, StageWord, i);

      if (!word_is_free (word, from, to))
        continue;
      set_color (cr, track->type.color);
      cairo_move_to (cr, word->x, track->label_y);
      pango_cairo_show_layout (cr, word->layout);
    }
  set_color (cr, talks_color_with_alpha (self->palette->text, 1 - away * away));
  cairo_move_to (cr, from, track->label_y);
  pango_cairo_show_layout (cr, label);
}

void
talks_stage_track_draw (StageTrack *track,
                        TalksStage *self,
                        cairo_t    *cr,
                        double      position)
{
  position = CLAMP (position, 0, track->n_steps - 1.0);
  draw_line (track, self, cr);
  draw_stops (track, self, cr);
  draw_marker (track, self, cr, position);
  draw_words (track, self, cr, position);
}
