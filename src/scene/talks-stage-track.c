/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small timeline: a mark for each step, by its date. Long gaps without a step are folded and say how
 * long they are; marks keep a distance at which they can be told apart, so that it is to scale only as far
 * as there is room. Steps need not be in the order of time. */

#include "talks-stage-private.h"

#include <math.h>
#include <stdlib.h>

#include "talks-date-words.h"

#define LINE_Y 968.0
#define ABOVE 32.0      /* what the marks need above the line */
#define INSET 26.0
#define FOLD_WIDTH 76.0
#define WIDE_FOLD 160.0 /* with room for words below */
#define LEAST_FOLD 45   /* days */
#define FOLD_SHARE 0.25 /* of the days that are left open */
#define MOST_FOLDS 6
#define MARK 26.0
#define DISTANCE 46.0   /* of two marks, so that the marker of one leaves the other alone */
#define CURRENT 40.0
#define LEAST_MARK 8.0
#define PICK 34.0
#define LABEL_GAP 26.0
#define MOST_LABEL 15.0 /* times the type */

typedef struct
{
  double        x;
  double        day;
  guint         step;
  TalksMark     mark;
  TalksMarkLook look;
  TalksColor    color;
} Stop;

/* A word below the line; shown unless the label of the marker needs its room. */
typedef struct
{
  PangoLayout *layout;
  double       x; /* left */
  double       width;
} Word;

struct _StageTrack
{
  double      width;
  double      left;
  double      right;
  double      size;      /* of a mark */
  double      label_y;
  StageType   type;
  GArray     *stops;     /* of Stop, in the order of time */
  double     *xs;        /* by step */
  guint       n_steps;
  GArray     *folds;     /* of double: middles */
  GArray     *words;     /* of Word */
  GHashTable *labels;    /* step to PangoLayout, made when first needed */
};

/* ---- where the steps are ---- */

static int
compare_stops (gconstpointer a,
               gconstpointer b)
{
  const Stop *one = a;
  const Stop *two = b;

  if (one->day < two->day || one->day > two->day)
    return one->day < two->day ? -1 : 1;
  return (one->step > two->step) - (one->step < two->step);
}

static Stop
make_stop (TalksStage *self,
           guint       step,
           double      before)
{
  const TalksDate *date = talks_lesson_get_step_date (self->lesson, self->document, step);
  const TalksEvent *event = talks_lesson_get_event (self->lesson, self->document, step);
  const TalksParty *party = event != NULL ? talks_document_get_event_party (self->document, event) : NULL;
  Stop stop = { .day = before, .step = step, .mark = TALKS_MARK_CIRCLE, .color = self->palette->dim_text };

  if (date != NULL)
    {
      TalksDay day = talks_date_get_sort_day (date);

      if (day != TALKS_DAY_MIN && day != TALKS_DAY_MAX)
        stop.day = (double) day;
    }
  if (party != NULL)
    {
      stop.mark = party->mark;
      stop.color = talks_palette_party (self->palette, party->color);
    }
  if (event != NULL && event->certainty != TALKS_CERTAINTY_CONFIRMED)
    stop.look = event->certainty == TALKS_CERTAINTY_REPORTED ? TALKS_MARK_HOLLOW : TALKS_MARK_QUERY;
  return stop;
}

/* A step without a date stands where the one before it does. */
static void
collect_stops (StageTrack *track,
               TalksStage *self)
{
  double before = NAN;

  for (guint i = 0; i < track->n_steps; i++)
    {
      Stop stop = make_stop (self, i, before);

      before = stop.day;
      g_array_append_val (track->stops, stop);
    }
  /* Those at the beginning without one stand with the first that has one. */
  for (guint i = track->n_steps; i > 0; i--)
    {
      Stop *stop = &g_array_index (track->stops, Stop, i - 1);

      if (isnan (stop->day))
        stop->day = isnan (before) ? 0 : before;
      before = stop->day;
    }
  g_array_sort (track->stops, compare_stops);
}

static double
gap_after (StageTrack *track,
           guint       i)
{
  return g_array_index (track->stops, Stop, i + 1).day - g_array_index (track->stops, Stop, i).day;
}

/* Which gaps are folded: the longest as long as it takes a large part of what is open. Returns the days
 * that stay open. */
static double
choose_folds (StageTrack *track,
              gboolean   *folded)
{
  double open = g_array_index (track->stops, Stop, track->n_steps - 1).day
                - g_array_index (track->stops, Stop, 0).day;

  for (int n = 0; n < MOST_FOLDS; n++)
    {
      guint longest = 0;
      gboolean found = FALSE;

      for (guint i = 0; i + 1 < track->n_steps; i++)
        if (!folded[i] && (!found || gap_after (track, i) > gap_after (track, longest)))
          {
            longest = i;
            found = TRUE;
          }
      if (!found || gap_after (track, longest) < LEAST_FOLD || gap_after (track, longest) < FOLD_SHARE * open)
        break;
      folded[longest] = TRUE;
      open -= gap_after (track, longest);
    }
  return open;
}

static double
fold_width (StageTrack *track)
{
  return CLAMP ((track->right - track->left) / (track->folds->len + 5), FOLD_WIDTH, WIDE_FOLD);
}

/* Marks keep their order and a distance, and stay within the line. */
static void
keep_apart (StageTrack     *track,
            const gboolean *folded)
{
  double span = track->right - track->left;
  double least = track->n_steps > 1 ? MIN (DISTANCE, span / (track->n_steps - 1)) : MARK;
  guint n_folds = track->folds->len;
  double fold = track->n_steps > 1 ? MIN (fold_width (track), least + (span - least * (track->n_steps - 1)) / (n_folds + 1))
                                   : 0;
  double edge = track->right;

  for (guint i = 1; i < track->n_steps; i++)
    {
      Stop *stop = &g_array_index (track->stops, Stop, i);
      double before = g_array_index (track->stops, Stop, i - 1).x;

      stop->x = MAX (stop->x, before + (folded[i - 1] ? fold : least));
    }
  for (guint i = track->n_steps; i > 0; i--)
    {
      Stop *stop = &g_array_index (track->stops, Stop, i - 1);

      stop->x = MAX (track->left, MIN (stop->x, edge));
      if (i > 1)
        edge = stop->x - (folded[i - 2] ? fold : least);
    }
  track->size = CLAMP (least * 0.8, LEAST_MARK, MARK);
}

static void
place_stops (StageTrack *track)
{
  g_autofree gboolean *folded = g_new0 (gboolean, track->n_steps);
  double open = choose_folds (track, folded);
  double span = track->right - track->left;
  double x = track->left;
  guint n_folds = 0;

  for (guint i = 0; i < track->n_steps; i++)
    n_folds += folded[i];
  g_array_set_size (track->folds, n_folds);
  span -= n_folds * fold_width (track);
  for (guint i = 0; i < track->n_steps; i++)
    {
      /* All on one day: nothing to tell by the place but the order. */
      g_array_index (track->stops, Stop, i).x = open > 0 || n_folds > 0 ? x : (track->left + track->right) / 2;
      if (i + 1 < track->n_steps)
        x += folded[i] ? fold_width (track) : open > 0 ? gap_after (track, i) / open * span : 0;
    }
  keep_apart (track, folded);
  n_folds = 0;
  for (guint i = 0; i + 1 < track->n_steps; i++)
    if (folded[i])
      g_array_index (track->folds, double, n_folds++)
        = (g_array_index (track->stops, Stop, i).x + g_array_index (track->stops, Stop, i + 1).x) / 2;
  for (guint i = 0; i < track->n_steps; i++)
    track->xs[g_array_index (track->stops, Stop, i).step] = g_array_index (track->stops, Stop, i).x;
}

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
  Word word = { talks_stage_set_text (self, text, track->type, -1, 0), x, 0 };

  word.width = talks_stage_get_width (word.layout);
  word.x = CLAMP (x - word.width / 2, self->margin, track->width - self->margin - word.width);
  for (guint i = 0; i < track->words->len; i++)
    {
      const Word *other = &g_array_index (track->words, Word, i);

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
  const Stop *stop = &g_array_index (track->stops, Stop, i);
  g_autofree char *text = name_month (stop->day);

  add_word (track, self, text, stop->x);
}

/* The month of the first step, of each after a fold and of the last; then how long the folds are. */
static void
add_words (StageTrack *track,
           TalksStage *self)
{
  guint fold = 0;

  add_month (track, self, 0);
  add_month (track, self, track->n_steps - 1);
  for (guint i = 0; i + 1 < track->n_steps && fold < track->folds->len; i++)
    if (g_array_index (track->stops, Stop, i).x < g_array_index (track->folds, double, fold)
        && g_array_index (track->stops, Stop, i + 1).x > g_array_index (track->folds, double, fold))
      {
        add_month (track, self, i + 1);
        fold++;
      }
  fold = 0;
  for (guint i = 0; i + 1 < track->n_steps && fold < track->folds->len; i++)
    if (g_array_index (track->stops, Stop, i).x < g_array_index (track->folds, double, fold)
        && g_array_index (track->stops, Stop, i + 1).x > g_array_index (track->folds, double, fold))
      {
        g_autofree char *text = talks_days_length_to_words ((int64_t) gap_after (track, i));

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
word_is_free (const Word *word,
              double      from,
              double      to)
{
  return word->x + word->width + LABEL_GAP <= from || word->x >= to + LABEL_GAP;
}

/* The words that are seen when the marker rests at the step, for those who ask what stands where. */
static void
record_words (StageTrack *track,
              TalksStage *self)
{
  PangoLayout *label = ensure_label (track, self, self->step);
  double from = label_x (track, self, label, track->xs[self->step]);
  double to = from + talks_stage_get_width (label);
  guint n = self->layouts->len;

  for (guint i = 0; i < track->words->len; i++)
    {
      const Word *word = &g_array_index (track->words, Word, i);

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

/* ---- public to the stage ---- */

static void
word_clear (gpointer data)
{
  g_object_unref (((Word *) data)->layout);
}

StageTrack *
talks_stage_track_new (TalksStage *self)
{
  StageTrack *track = g_new0 (StageTrack, 1);

  track->width = self->width;
  track->left = self->margin + INSET;
  track->right = self->width - self->margin - INSET;
  track->n_steps = talks_lesson_get_n_steps (self->lesson);
  track->type = (StageType) { STAGE_LEAST_TYPE * MAX (1, 1 + (self->type_scale - 1) * 0.25), FALSE,
                              self->palette->dim_text, self->palette->surface };
  track->label_y = LINE_Y + CURRENT / 2 + 8;
  track->stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  track->xs = g_new0 (double, track->n_steps);
  track->folds = g_array_new (FALSE, TRUE, sizeof (double));
  track->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (track->words, word_clear);
  track->labels = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  collect_stops (track, self);
  place_stops (track);
  add_words (track, self);
  record_words (track, self);
  return track;
}

void
talks_stage_track_free (StageTrack *track)
{
  g_array_unref (track->stops);
  g_array_unref (track->folds);
  g_array_unref (track->words);
  g_hash_table_unref (track->labels);
  g_free (track->xs);
  g_free (track);
}

double
talks_stage_track_get_top (StageTrack *track)
{
  return LINE_Y - ABOVE;
}

double
talks_stage_track_get_x (StageTrack *track,
                         double      position)
{
  guint step;

  position = CLAMP (position, 0, track->n_steps - 1.0);
  step = (guint) position;
  if (step + 1 >= track->n_steps)
    return track->xs[track->n_steps - 1];
  return track->xs[step] + (position - step) * (track->xs[step + 1] - track->xs[step]);
}

int
talks_stage_track_pick (StageTrack *track,
                        double      x,
                        double      y)
{
  double nearest = PICK;
  int best = -1;

  if (fabs (y - LINE_Y) > PICK)
    return -1;
  for (guint i = 0; i < track->n_steps; i++)
    if (fabs (x - track->xs[i]) < nearest)
      {
        nearest = fabs (x - track->xs[i]);
        best = (int) i;
      }
  return best;
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
  cairo_rectangle (cr, x - 13, LINE_Y - 6, 26, 12);
  set_color (cr, self->palette->surface);
  cairo_fill (cr);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, x + side * 9 - 5, LINE_Y - 20);
      cairo_line_to (cr, x + side * 9 + 5, LINE_Y - 7);
      cairo_line_to (cr, x + side * 9 - 5, LINE_Y + 7);
      cairo_line_to (cr, x + side * 9 + 5, LINE_Y + 20);
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
  cairo_move_to (cr, self->margin, LINE_Y);
  cairo_line_to (cr, track->width - self->margin, LINE_Y);
  set_color (cr, self->palette->edge);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
  for (guint i = 0; i < track->folds->len; i++)
    draw_fold (cr, self, g_array_index (track->folds, double, i));
}

static void
draw_stop (const Stop *stop,
           TalksStage *self,
           cairo_t    *cr,
           double      size)
{
  talks_mark_draw (cr, stop->mark, stop->look, stop->x, LINE_Y, size, stop->color, self->palette->surface);
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
      const Stop *stop = &g_array_index (track->stops, Stop, i);

      if (stop->x - last < LEAST_MARK * 0.75)
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
      const Stop *stop = &g_array_index (track->stops, Stop, i);

      if (stop->step != nearest)
        continue;
      cairo_arc (cr, stop->x, LINE_Y, track->size * 0.5 + (CURRENT - track->size) * 0.5 * (1 - away) + 7, 0, 2 * G_PI);
      set_color (cr, self->palette->surface);
      cairo_fill (cr);
      draw_stop (stop, self, cr, track->size + (CURRENT - 8 - track->size) * (1 - away));
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, LINE_Y, CURRENT / 2 + 8, 0, 2 * G_PI);
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
      const Word *word = &g_array_index (track->words, Word, i);

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
