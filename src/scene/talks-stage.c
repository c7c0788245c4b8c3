/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-stage.h"

#include <math.h>
#include <string.h>

#include "talks-stage-private.h"
#include "talks-wording.h"

#define CARD_RADIUS 14.0
#define CARD_EDGE 9.0

/* ---- making ---- */

/* A context in which nothing is rounded to pixels: a line breaks at the same place at every size. */
static PangoContext *
make_context (PangoContext *like,
              const char   *language)
{
  PangoContext *context = pango_font_map_create_context (pango_context_get_font_map (like));
  cairo_font_options_t *options = cairo_font_options_create ();
  const PangoFontDescription *font = pango_context_get_font_description (like);
  const cairo_font_options_t *liked = pango_cairo_context_get_font_options (like);

  if (liked != NULL)
    cairo_font_options_merge (options, liked);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  if (font != NULL)
    pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, pango_context_get_base_dir (like));
  pango_context_set_language (context, language != NULL && strchr (language, ',') == NULL
                                         ? pango_language_from_string (language)
                                         : pango_context_get_language (like));
  return context;
}

static void
text_clear (gpointer data)
{
  g_free (((TalksStageText *) data)->text);
}

static void
layout_free (gpointer layout)
{
  if (layout != NULL)
    g_object_unref (layout);
}

static void
init_arrays (TalksStage *self)
{
  self->texts = g_array_new (FALSE, FALSE, sizeof (TalksStageText));
  g_array_set_clear_func (self->texts, text_clear);
  self->layouts = g_ptr_array_new_with_free_func (layout_free);
  self->origins = g_array_new (FALSE, FALSE, sizeof (TalksRect));
  self->panels = g_array_new (FALSE, FALSE, sizeof (StagePanel));
  self->marks = g_array_new (FALSE, FALSE, sizeof (StageMark));
  self->seats = g_array_new (FALSE, FALSE, sizeof (StageSeat));
  self->rests = g_array_new (FALSE, FALSE, sizeof (Rest));
}

/* What others see of the texts is in pixels. */
static void
scale_texts (TalksStage *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      TalksStageText *text = &g_array_index (self->texts, TalksStageText, i);

      text->box.x *= self->scale;
      text->box.y *= self->scale;
      text->box.width *= self->scale;
      text->box.height *= self->scale;
      text->size *= self->scale;
    }
}

TalksStage *
talks_stage_new (TalksDocument           *document,
                 TalksLesson             *lesson,
                 guint                    step,
                 const TalksStageOptions *options,
                 PangoContext            *context)
{
  TalksStage *self;
  g_autoptr (TalksWording) wording = NULL;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (lesson != NULL && step < talks_lesson_get_n_steps (lesson), NULL);
  g_return_val_if_fail (options != NULL && options->width > 0 && options->height > 0, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  wording = talks_wording_begin (options->language);
  self = g_new0 (TalksStage, 1);
  self->document = g_object_ref (document);
  self->lesson = talks_lesson_ref (lesson);
  self->step = step;
  self->event = talks_lesson_get_event (lesson, document, step);
  if (self->event != NULL)
    talks_record_ref (self->event);
  self->day = talks_lesson_get_step_day (lesson, document, step);
  self->language = g_strdup (options->language != NULL ? options->language
                                                       : talks_document_get_language (document));
  self->hide_outcomes = options->hide_outcomes;
  self->type_scale = CLAMP (options->type_scale, TALKS_STAGE_MIN_SCALE, TALKS_STAGE_MAX_SCALE);
  self->palette = talks_palette_get (options->theme);
  self->context = make_context (context, self->language);
  self->scale = options->height / STAGE_HEIGHT;
  self->width = options->width / self->scale;
  init_arrays (self);
  talks_stage_fill_content (self);
  talks_stage_lay_out (self);
  g_clear_pointer (&self->measured, g_hash_table_unref);
  scale_texts (self);
  return self;
}

void
talks_stage_free (TalksStage *self)
{
  if (self == NULL)
    return;

  talks_stage_track_free (self->track);
  g_array_unref (self->texts);
  g_ptr_array_unref (self->layouts);
  g_array_unref (self->origins);
  g_array_unref (self->panels);
  g_array_unref (self->marks);
  g_array_unref (self->seats);
  g_array_unref (self->rests);
  talks_stage_clear_content (self);
  g_object_unref (self->context);
  g_free (self->language);
  if (self->event != NULL)
    talks_record_unref (self->event);
  talks_lesson_unref (self->lesson);
  g_object_unref (self->document);
  g_free (self);
}

/* ---- asking ---- */

guint
talks_stage_get_step (TalksStage *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->step;
}

static void
say (GPtrArray  *texts,
     const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (texts, g_strdup (text));
}

char **
talks_stage_list_texts (TalksStage *self)
{
  GPtrArray *texts;
  const StageContent *content;
  g_autofree char *place = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  place = talks_stage_join_place (self, self->content.place->len);
  texts = g_ptr_array_new ();
  content = &self->content;
  say (texts, content->count);
  say (texts, content->date);
  say (texts, content->title);
  say (texts, place);
  say (texts, content->text);
  say (texts, content->people);
  for (guint i = 0; i < content->cards->len; i++)
    {
      const StageCard *card = g_ptr_array_index (content->cards, i);

      say (texts, card->heading);
      say (texts, card->since);
      say (texts, card->topic);
      say (texts, card->instead);
      for (guint j = 0; card->instead == NULL && j < card->lines->len; j++)
        say (texts, g_ptr_array_index (card->lines, j));
    }
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (texts, FALSE);
}

const TalksStageText *
talks_stage_get_texts (TalksStage *self,
                       guint      *n_texts)
{
  g_return_val_if_fail (self != NULL && n_texts != NULL, NULL);

  *n_texts = self->texts->len;
  return (const TalksStageText *) (void *) self->texts->data;
}

double
talks_stage_step_x (TalksStage *self,
                    double      position)
{
  g_return_val_if_fail (self != NULL, 0);
  return talks_stage_track_get_x (self->track, position) * self->scale;
}

int
talks_stage_pick_step (TalksStage *self,
                       double      x,
                       double      y)
{
  g_return_val_if_fail (self != NULL, -1);
  return talks_stage_track_pick (self->track, x / self->scale, y / self->scale);
}

/* ---- drawing ---- */

static void
set_color (cairo_t    *cr,
           TalksColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static void
path_round (cairo_t   *cr,
            TalksRect  box,
            double     r)
{
  r = MIN (r, MIN (box.width, box.height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + box.width - r, box.y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, box.x + box.width - r, box.y + box.height - r, r, 0, G_PI / 2);
  cairo_arc (cr, box.x + r, box.y + box.height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, box.x + r, box.y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
draw_panel (cairo_t             *cr,
            const TalksPalette  *palette,
            const StagePanel    *panel)
{
  cairo_save (cr);
  path_round (cr, panel->box, CARD_RADIUS);
  set_color (cr, palette->card);
  cairo_fill (cr);

  /* On a light ground a card is told from it by its outline. */
  if (panel->hidden || !palette->dark || palette->theme == TALKS_THEME_CONTRAST_DARK)
    {
      const double dashes[] = { 12, 10 };

      path_round (cr, panel->box, CARD_RADIUS);
      set_color (cr, palette->edge);
      cairo_set_line_width (cr, 2);
      if (panel->hidden)
        cairo_set_dash (cr, dashes, 2, 0);
      cairo_stroke (cr);
    }
  path_round (cr, panel->box, CARD_RADIUS);
  cairo_clip (cr);
  cairo_rectangle (cr, panel->box.x, panel->box.y, CARD_EDGE, panel->box.height);
  set_color (cr, panel->edge);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_table (cairo_t    *cr,
            TalksStage *self)
{
  const double dashes[] = { 12, 10 };

  if (self->table.width <= 0)
    return;
  cairo_save (cr);
  path_round (cr, self->table, 64);
  if (self->is_remote)
    cairo_set_dash (cr, dashes, 2, 0);
  else
    {
      set_color (cr, self->palette->card);
      cairo_fill_preserve (cr);
    }
  set_color (cr, self->palette->edge);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_people (cairo_t    *cr,
             TalksStage *self)
{
  for (guint i = 0; i < self->seats->len; i++)
    {
      const StageSeat *seat = &g_array_index (self->seats, StageSeat, i);

      talks_table_plan_draw_seat (cr, self->palette, &seat->seat, seat->head);
    }
  if (self->key.radius > 0)
    {
      TalksSeat key = self->key;

      key.attendance = &self->key_attendance;
      talks_table_plan_draw_seat (cr, self->palette, &key, FALSE);
    }
  for (guint i = 0; i < self->rests->len; i++)
    {
      const Rest *rest = &g_array_index (self->rests, Rest, i);

      cairo_new_sub_path (cr);
      cairo_arc (cr, rest->x, rest->y, rest->radius - 1, 0, 2 * G_PI);
      set_color (cr, self->palette->card);
      cairo_fill_preserve (cr);
      set_color (cr, self->palette->edge);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
}

static void
draw_texts (cairo_t    *cr,
            TalksStage *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const TalksRect *origin = &g_array_index (self->origins, TalksRect, i);
      PangoLayout *layout = g_ptr_array_index (self->layouts, i);

      if (layout == NULL)
        continue;
      set_color (cr, g_array_index (self->texts, TalksStageText, i).color);
      cairo_move_to (cr, origin->x, origin->y);
      pango_cairo_show_layout (cr, layout);
    }
}

void
talks_stage_draw (TalksStage *self,
                  cairo_t    *cr,
                  double      position)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  cairo_scale (cr, self->scale, self->scale);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, self->width, STAGE_HEIGHT);
  set_color (cr, self->palette->surface);
  cairo_fill (cr);

  for (guint i = 0; i < self->panels->len; i++)
    draw_panel (cr, self->palette, &g_array_index (self->panels, StagePanel, i));
  draw_table (cr, self);
  draw_people (cr, self);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const StageMark *mark = &g_array_index (self->marks, StageMark, i);

      talks_mark_draw (cr, mark->mark, TALKS_MARK_FILLED, mark->x, mark->y, mark->size, mark->color,
                       self->palette->card);
    }
  draw_texts (cr, self);
  talks_stage_track_draw (self->track, self, cr, position);
  cairo_restore (cr);
}
