/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of a stage: which step, and when; below that the title and the place. */

#include "talks-stage-private.h"

#define TOP 54.0
#define GAP 30.0 /* below it */

/* Small type grows with what the reader asks for, large type less. */
static double
scale_type (TalksStage *self,
            double      size,
            double      share)
{
  return MAX (STAGE_LEAST_TYPE, size * (1 + (self->fit_scale - 1) * share));
}

static double
place_top_line (TalksStage *self,
                double      y)
{
  double size = scale_type (self, 31, 0.5);
  StageType type = talks_stage_ground_type (self, size, FALSE, self->palette->dim_text);
  double room = talks_stage_full_width (self);
  PangoLayout *layout;

  if (self->content.date != NULL)
    {
      StageType bold = talks_stage_ground_type (self, size, TRUE, self->palette->dim_text);
      double width;

      layout = talks_stage_set_text (self, self->content.date, bold, room * 0.6, 1);
      width = talks_stage_get_width (layout);
      talks_stage_put (self, layout, self->content.date, bold, self->width - self->margin - width, y);
      room -= width + 2 * size;
    }
  layout = talks_stage_set_text (self, self->content.count, type, room, 1);
  talks_stage_put (self, layout, self->content.count, type, self->margin, y);
  return y + talks_stage_get_height (layout);
}

/* One line if it can be, else two of a smaller type, else three. */
static double
place_title (TalksStage *self,
             double      y)
{
  static const struct
  {
    double size;
    int    n_lines;
  } tries[] = { { 70, 1 }, { 62, 1 }, { 54, 1 }, { 46, 1 }, { 54, 2 }, { 46, 3 } };

  for (size_t i = 0;; i++)
    {
      StageType type = talks_stage_ground_type (self, scale_type (self, tries[i].size, 0.35), TRUE, self->palette->text);
      PangoLayout *layout = talks_stage_set_text (self, self->content.title, type, talks_stage_full_width (self),
                                                  tries[i].n_lines);

      pango_layout_set_line_spacing (layout, 0.95f);
      if (pango_layout_is_ellipsized (layout) && i + 1 < G_N_ELEMENTS (tries))
        {
          g_object_unref (layout);
          continue;
        }
      talks_stage_put (self, layout, self->content.title, type, self->margin, y);
      return y + talks_stage_get_height (layout);
    }
}

/* As much of it as fits on one line: the duration is left out first, then the chair. */
static double
place_place (TalksStage *self,
             double      y)
{
  StageType type = talks_stage_ground_type (self, scale_type (self, 35, 0.5), FALSE, self->palette->dim_text);

  for (guint n = self->content.place->len;; n--)
    {
      g_autofree char *text = talks_stage_join_place (self, n);
      PangoLayout *layout;

      if (*text == '\0')
        return y;
      layout = talks_stage_set_text (self, text, type, talks_stage_full_width (self), n > 1 ? 1 : 2);
      if (n > 1 && pango_layout_is_ellipsized (layout))
        {
          g_object_unref (layout);
          continue;
        }
      talks_stage_put (self, layout, text, type, self->margin, y);
      return y + talks_stage_get_height (layout);
    }
}

double
talks_stage_place_head (TalksStage *self)
{
  double y = place_top_line (self, TOP) + 12;

  y = place_title (self, y) + 2;
  return place_place (self, y) + GAP;
}
