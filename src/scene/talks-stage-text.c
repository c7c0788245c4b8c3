/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-stage-private.h"

#include <math.h>
#include <string.h>

/* More of one text no picture can hold in the smallest type. */
#define MOST_CHARS 1500
#define LINE_SPACING 1.08f
#define IS_CUT "talks-is-cut"

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

StageType
talks_stage_ground_type (TalksStage *self,
                         double      size,
                         gboolean    bold,
                         TalksColor  color)
{
  return (StageType) { size, bold, color, self->palette->surface };
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

/* ---- measuring ---- */

/* While places are tried, the same texts are measured again and again. */
typedef struct
{
  char   *text;
  double  size;
  double  width;
  int     n_lines;
  int     bold;
  double  natural; /* how wide and high it is */
  double  height;
} Measured;

static guint
measured_hash (gconstpointer data)
{
  const Measured *self = data;

  return g_str_hash (self->text) ^ g_double_hash (&self->size) ^ 31 * g_double_hash (&self->width)
         ^ (guint) self->n_lines;
}

static gboolean
measured_equal (gconstpointer a,
                gconstpointer b)
{
  const Measured *one = a;
  const Measured *two = b;

  return one->size == two->size && one->width == two->width && one->n_lines == two->n_lines
         && one->bold == two->bold && strcmp (one->text, two->text) == 0;
}

static void
measured_free (gpointer data)
{
  Measured *self = data;

  g_free (self->text);
  g_free (self);
}

static const Measured *
measure (TalksStage *self,
         const char *text,
         StageType   type,
         double      width,
         int         n_lines)
{
  Measured key = { (char *) text, type.size, width, n_lines, type.bold, 0, 0 };
  g_autoptr (PangoLayout) layout = NULL;
  Measured *measured;

  if (self->measured == NULL)
    self->measured = g_hash_table_new_full (measured_hash, measured_equal, measured_free, NULL);
  measured = g_hash_table_lookup (self->measured, &key);
  if (measured != NULL)
    return measured;
  layout = talks_stage_set_text (self, text, type, width, n_lines);
  measured = g_memdup2 (&key, sizeof key);
  measured->text = g_strdup (text);
  measured->natural = talks_stage_get_width (layout);
  measured->height = talks_stage_get_height (layout);
  g_hash_table_add (self->measured, measured);
  return measured;
}

double
talks_stage_measure (TalksStage *self,
                     const char *text,
                     StageType   type,
                     double      width,
                     int         n_lines)
{
  return measure (self, text, type, width, n_lines)->height;
}

double
talks_stage_word_width (TalksStage *self,
                        const char *text)
{
  StageType type = { .size = STAGE_LEAST_TYPE };

  return measure (self, text, type, -1, 0)->natural;
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

/* ---- what is too long ---- */

static GArray *
find_word_ends (PangoLayout *layout)
{
  const char *p = pango_layout_get_text (layout);
  const char *text = p;
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (int));
  int n;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, &n);

  for (int i = 0; i < n; i++)
    {
      int offset = (int) (p - text);

      if (attrs[i].is_word_end)
        g_array_append_val (ends, offset);
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }
  return ends;
}

/* Pango cuts anywhere: so many words are kept as fit into as many lines. FALSE: not even the first does. */
static gboolean
cut_between_words (PangoLayout *layout)
{
  g_autofree char *text = g_strdup (pango_layout_get_text (layout));
  g_autoptr (GArray) ends = find_word_ends (layout);
  const int n_lines = pango_layout_get_line_count (layout);
  guint least = 0;
  guint most = ends->len;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  while (most > 0)
    {
      guint n = (least + most + 1) / 2;
      g_autofree char *shown = g_strdup_printf ("%.*s…", g_array_index (ends, int, n - 1), text);

      pango_layout_set_text (layout, shown, -1);
      if (least == most)
        return TRUE;
      if (pango_layout_get_line_count (layout) <= n_lines)
        least = n;
      else
        most = n - 1;
    }
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return FALSE;
}

gboolean
talks_stage_is_cut (PangoLayout *layout)
{
  return pango_layout_is_ellipsized (layout) || g_object_get_data (G_OBJECT (layout), IS_CUT) != NULL;
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

void
talks_stage_cut_texts (TalksStage *self)
{
  for (guint i = 0; i < self->layouts->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (self->layouts, i);
      const TalksRect *origin = &g_array_index (self->origins, TalksRect, i);
      PangoRectangle logical;

      if (layout == NULL || !pango_layout_is_ellipsized (layout) || !cut_between_words (layout))
        continue;
      g_object_set_data (G_OBJECT (layout), IS_CUT, GINT_TO_POINTER (TRUE));
      pango_layout_get_extents (layout, NULL, &logical);
      g_array_index (self->texts, TalksStageText, i).box =
        (TalksRect) { origin->x + pango_units_to_double (logical.x), origin->y + pango_units_to_double (logical.y),
                      pango_units_to_double (logical.width), pango_units_to_double (logical.height) };
    }
}
