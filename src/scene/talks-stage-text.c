/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-stage-private.h"

#include <math.h>

/* More of one text no picture can hold in the smallest type. */
#define MOST_CHARS 1500
#define LINE_SPACING 1.08f

static char *
cut (const char *text)
{
  const char *end = text;

  for (int n = 0; n < MOST_CHARS && *end != '\0'; n++)
    end = g_utf8_next_char (end);
  return *end == '\0' ? g_strdup (text)
                      : g_strdup_printf ("%.*s…", (int) (end - text), text);
}

/* One paragraph: Pango counts the lines of each by itself. */
static char *
join_paragraphs (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x2028 || c == 0x2029)
        {
          space = line->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}

PangoLayout *
talks_stage_set_text (TalksStage *self,
                      const char *text,
                      StageType   type,
                      double      width,
                      int         n_lines)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = NULL;
  g_autofree char *line = width < 0 || n_lines > 0 ? join_paragraphs (text) : NULL;
  g_autofree char *shown = cut (line != NULL ? line : text);

  font = pango_font_description_copy (pango_context_get_font_description (self->context));
  pango_font_description_set_absolute_size (font, type.size * PANGO_SCALE);
  pango_font_description_set_weight (font, type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  pango_layout_set_text (layout, shown, -1);
  if (width < 0)
    return layout;

  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (n_lines > 0)
    {
      pango_layout_set_height (layout, -n_lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  /* A line is as wide as it is: others stand beside it, whichever way it is read. */
  if (n_lines == 1 && !pango_layout_is_ellipsized (layout))
    pango_layout_set_width (layout, -1);
  return layout;
}

double
talks_stage_get_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return pango_units_to_double (logical.width);
}

double
talks_stage_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return pango_units_to_double (height);
}

double
talks_stage_measure (TalksStage *self,
                     const char *text,
                     StageType   type,
                     double      width,
                     int         n_lines)
{
  g_autoptr (PangoLayout) layout = talks_stage_set_text (self, text, type, width, n_lines);

  return talks_stage_get_height (layout);
}

PangoLayout *
talks_stage_fit_text (TalksStage *self,
                      const char *text,
                      StageType   type,
                      double      width,
                      double      height)
{
  int n = (int) MAX (1, ceil (height / talks_stage_line_height (self, type.size)));
  PangoLayout *layout = talks_stage_set_text (self, text, type, width, 0);

  if (talks_stage_get_height (layout) <= height)
    return layout;
  g_object_unref (layout);
  layout = talks_stage_set_text (self, text, type, width, n);
  while (n > 1 && talks_stage_get_height (layout) > height)
    {
      n--;
      pango_layout_set_height (layout, -n);
    }
  return layout;
}

double
talks_stage_line_height (TalksStage *self,
                         double      size)
{
  StageType type = { .size = size };

  return talks_stage_measure (self, "X", type, -1, 0);
}

static void
keep (TalksStage  *self,
      PangoLayout *layout,
      const char  *text,
      StageType    type,
      TalksRect    box,
      TalksRect    origin)
{
  TalksStageText entry = { g_strdup (text), box, type.size, type.color, type.ground };

  g_array_append_val (self->texts, entry);
  g_ptr_array_add (self->layouts, layout);
  g_array_append_val (self->origins, origin);
}

void
talks_stage_put (TalksStage  *self,
                 PangoLayout *layout,
                 const char  *text,
                 StageType    type,
                 double       x,
                 double       y)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  keep (self, layout, text, type,
        (TalksRect) { x + pango_units_to_double (logical.x), y + pango_units_to_double (logical.y),
                      pango_units_to_double (logical.width), pango_units_to_double (logical.height) },
        (TalksRect) { x, y, 0, 0 });
}

void
talks_stage_put_centred (TalksStage *self,
                         const char *text,
                         StageType   type,
                         double      x,
                         double      y,
                         double      width)
{
  PangoLayout *layout = talks_stage_set_text (self, text, type, width, 1);
  PangoRectangle ink;
  double left;
  double top;

  pango_layout_get_extents (layout, &ink, NULL);
  left = x - pango_units_to_double (ink.x) - pango_units_to_double (ink.width) / 2;
  top = y - pango_units_to_double (ink.y) - pango_units_to_double (ink.height) / 2;
  keep (self, layout, text, type,
        (TalksRect) { left + pango_units_to_double (ink.x), top + pango_units_to_double (ink.y),
                      pango_units_to_double (ink.width), pango_units_to_double (ink.height) },
        (TalksRect) { left, top, 0, 0 });
}
