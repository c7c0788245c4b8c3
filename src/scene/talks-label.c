/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The layouts are made with a copy of the context: a layout holds its context, and the context
 * holds the labels, so with the original nothing would ever be freed. */

#include "talks-label.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define MAX_LAYOUTS 1200
#define N_COMMON 0x700 /* characters with an advance in a plain array: Latin to Arabic */

#define SMALL_SCALE 0.88

/* A laid-out text, in the table by its key and in the queue by its last use. */
typedef struct
{
  char           *text;
  TalksLabelStyle style;
  int             room; /* pixels it was cut to; -1: as long as it is */
  PangoLayout    *layout;
  int             left; /* of the text in the layout, Pango units */
  int             width;
  int             baseline;
  GList           link;
} Entry;

typedef struct
{
  PangoFontDescription *font;
  double                ascent;
  double                descent;
  float                 common[N_COMMON]; /* advances; negative: not measured yet */
  GHashTable           *advances;       /* character to advance in 1/1024 pixel + 1 */
} Style;

struct _TalksLabels
{
  PangoContext *original; /* not a reference: it owns us */
  guint         serial;   /* of original when the copy was made */
  guint         stamp;
  PangoContext *context;
  Style         styles[TALKS_N_LABEL_STYLES];
  double        em;
  GHashTable   *entries;
  GQueue        recent; /* of Entry; the head was used last */
};

/* ---- the table of layouts ---- */

static guint
entry_hash (gconstpointer key)
{
  const Entry *entry = key;

  return g_str_hash (entry->text) ^ (guint) entry->style << 24 ^ (guint) entry->room * 2654435761u;
}

static gboolean
entry_equal (gconstpointer a,
             gconstpointer b)
{
  const Entry *one = a;
  const Entry *two = b;

  return one->style == two->style && one->room == two->room && strcmp (one->text, two->text) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->layout);
  g_free (entry->text);
  g_free (entry);
}

/* ---- following the context ---- */

static PangoContext *
copy_context (PangoContext *original)
{
  PangoContext *copy = pango_font_map_create_context (pango_context_get_font_map (original));

  pango_context_set_font_description (copy, pango_context_get_font_description (original));
  pango_context_set_language (copy, pango_context_get_language (original));
  pango_context_set_base_dir (copy, pango_context_get_base_dir (original));
  pango_context_set_round_glyph_positions (copy, pango_context_get_round_glyph_positions (original));
  pango_cairo_context_set_resolution (copy, pango_cairo_context_get_resolution (original));
  pango_cairo_context_set_font_options (copy, pango_cairo_context_get_font_options (original));
  return copy;
}

static void
clear_style (Style *style)
{
  g_clear_pointer (&style->font, pango_font_description_free);
  g_clear_pointer (&style->advances, g_hash_table_unref);
}

static void
init_style (TalksLabels     *self,
            TalksLabelStyle  which)
{
  Style *style = &self->styles[which];
  PangoFontMetrics *metrics;

  style->font = pango_font_description_copy (pango_context_get_font_description (self->context));
  if (which == TALKS_LABEL_BOLD)
    pango_font_description_set_weight (style->font, PANGO_WEIGHT_BOLD);
  if (which == TALKS_LABEL_SMALL)
    {
      double size = pango_font_description_get_size (style->font) * SMALL_SCALE;

      if (pango_font_description_get_size_is_absolute (style->font))
        pango_font_description_set_absolute_size (style->font, size);
      else
        pango_font_description_set_size (style->font, (int) size);
    }

  metrics = pango_context_get_metrics (self->context, style->font,
                                       pango_context_get_language (self->context));
  style->ascent = pango_units_to_double (pango_font_metrics_get_ascent (metrics));
  style->descent = pango_units_to_double (pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);

  for (int i = 0; i < N_COMMON; i++)
    style->common[i] = -1;
  style->advances = g_hash_table_new (NULL, NULL);
}

static void
init_em (TalksLabels *self)
{
  const PangoFontDescription *font = pango_context_get_font_description (self->context);
  double size = pango_units_to_double (pango_font_description_get_size (font));
  double resolution = pango_cairo_context_get_resolution (self->context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;
  self->em = size > 0 ? size : 13.33;
}

static void
follow_context (TalksLabels *self)
{
  static int last_stamp;

  self->stamp = (guint) g_atomic_int_add (&last_stamp, 1);
  self->serial = pango_context_get_serial (self->original);
  g_clear_object (&self->context);
  self->context = copy_context (self->original);
  g_queue_init (&self->recent);
  g_hash_table_remove_all (self->entries);
  for (int i = 0; i < TALKS_N_LABEL_STYLES; i++)
    {
      clear_style (&self->styles[i]);
      init_style (self, (TalksLabelStyle) i);
    }
  init_em (self);
}

static void
talks_labels_free (gpointer data)
{
  TalksLabels *self = data;

  g_hash_table_unref (self->entries);
  for (int i = 0; i < TALKS_N_LABEL_STYLES; i++)
    clear_style (&self->styles[i]);
  g_object_unref (self->context);
  g_free (self);
}

TalksLabels *
talks_labels_get (PangoContext *context)
{
  TalksLabels *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_object_get_data (G_OBJECT (context), "talks-labels");
  if (self == NULL)
    {
      self = g_new0 (TalksLabels, 1);
      self->original = context;
      self->entries = g_hash_table_new_full (entry_hash, entry_equal, NULL, entry_free);
      follow_context (self);
      g_object_set_data_full (G_OBJECT (context), "talks-labels", self, talks_labels_free);
    }
  else if (self->serial != pango_context_get_serial (context))
    follow_context (self);

  return self;
}

/* ---- measuring ---- */

static PangoLayout *
make_layout (TalksLabels     *self,
             TalksLabelStyle  style,
             const char      *text,
             int              length)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->styles[style].font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, length);
  return layout;
}

static double
measure_character (TalksLabels     *self,
                   TalksLabelStyle  style,
                   gunichar         character)
{
  g_autoptr (PangoLayout) layout = NULL;
  char text[8];
  int width;

  if (g_unichar_iszerowidth (character) || g_unichar_iscntrl (character))
    return 0;
  layout = make_layout (self, style, text, g_unichar_to_utf8 (character, text));
  pango_layout_get_size (layout, &width, NULL);
  return pango_units_to_double (width);
}

static double
get_advance (TalksLabels     *self,
             TalksLabelStyle  which,
             gunichar         character)
{
  Style *style = &self->styles[which];
  gpointer key = GUINT_TO_POINTER (character);
  guint found;
  double advance;

  if (character < N_COMMON)
    {
      if (style->common[character] < 0)
        style->common[character] = (float) measure_character (self, which, character);
      return style->common[character];
    }

  found = GPOINTER_TO_UINT (g_hash_table_lookup (style->advances, key));
  if (found != 0)
    return (found - 1) / 1024.0;
  advance = measure_character (self, which, character);
  g_hash_table_insert (style->advances, key, GUINT_TO_POINTER ((guint) (advance * 1024) + 1));
  return advance;
}

double
talks_labels_measure (TalksLabels     *self,
                      const char      *text,
                      TalksLabelStyle  style)
{
  double width = 0;
  int n = 0;

  g_return_val_if_fail (self != NULL && style < TALKS_N_LABEL_STYLES, 0);

  for (const char *p = text; p != NULL && *p != '\0' && n < TALKS_LABEL_MAX; p = g_utf8_next_char (p))
    {
      width += get_advance (self, style, g_utf8_get_char (p));
      n++;
    }
  return ceil (width);
}

double
talks_labels_get_line_height (TalksLabels     *self,
                              TalksLabelStyle  style)
{
  g_return_val_if_fail (self != NULL && style < TALKS_N_LABEL_STYLES, 0);
  return ceil (self->styles[style].ascent + self->styles[style].descent);
}

double
talks_labels_get_em (TalksLabels *self)
{
  g_return_val_if_fail (self != NULL, 13.33);
  return self->em;
}

guint
talks_labels_get_stamp (TalksLabels *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->stamp;
}

guint
talks_labels_get_n_layouts (TalksLabels *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return g_hash_table_size (self->entries);
}

/* ---- drawing ---- */

static int
capped_length (const char *text)
{
  const char *end = text;

  for (int n = 0; *end != '\0' && n < TALKS_LABEL_MAX; n++)
    end = g_utf8_next_char (end);
  return (int) (end - text);
}

static Entry *
make_entry (TalksLabels     *self,
            const char      *text,
            TalksLabelStyle  style,
            int              room)
{
  Entry *entry = g_new0 (Entry, 1);
  PangoRectangle logical;

  entry->text = g_strdup (text);
  entry->style = style;
  entry->room = room;
  entry->link.data = entry;
  entry->layout = make_layout (self, style, text, capped_length (text));
  if (room >= 0)
    {
      pango_layout_set_width (entry->layout, room * PANGO_SCALE);
      pango_layout_set_ellipsize (entry->layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_extents (entry->layout, NULL, &logical);
  entry->left = logical.x;
  entry->width = logical.width;
  entry->baseline = pango_layout_get_baseline (entry->layout);
  return entry;
}

static Entry *
ensure_entry (TalksLabels     *self,
              const char      *text,
              TalksLabelStyle  style,
              int              room)
{
  const Entry key = { .text = (char *) text, .style = style, .room = room };
  Entry *entry = g_hash_table_lookup (self->entries, &key);

  if (entry != NULL)
    g_queue_unlink (&self->recent, &entry->link);
  else
    {
      entry = make_entry (self, text, style, room);
      g_hash_table_add (self->entries, entry);
    }
  g_queue_push_head_link (&self->recent, &entry->link);

  while (self->recent.length > MAX_LAYOUTS)
    {
      GList *oldest = g_queue_pop_tail_link (&self->recent);

      g_hash_table_remove (self->entries, oldest->data);
    }
  return entry;
}

void
talks_labels_draw (TalksLabels     *self,
                   cairo_t         *cr,
                   const char      *text,
                   TalksLabelStyle  style,
                   TalksColor       color,
                   double           x,
                   double           y,
                   double           width,
                   TalksAlign       align)
{
  const Style *metrics;
  Entry *entry;
  double left;
  double baseline;

  g_return_if_fail (self != NULL && cr != NULL && style < TALKS_N_LABEL_STYLES);

  if (text == NULL || *text == '\0' || width < 4)
    return;

  entry = ensure_entry (self, text, style, -1);
  if (pango_units_to_double (entry->width) > width + 0.5)
    entry = ensure_entry (self, text, style, (int) width);

  left = x;
  if (align != TALKS_ALIGN_LEFT)
    left += (width - pango_units_to_double (entry->width)) * (align == TALKS_ALIGN_RIGHT ? 1 : 0.5);

  /* Whole pixels keep letters of one line equally sharp, and a text the same in every strip. */
  metrics = &self->styles[style];
  baseline = floor (y + (metrics->ascent - metrics->descent) / 2 + 0.5);
  left = floor (left - pango_units_to_double (entry->left) + 0.5);

  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
  cairo_move_to (cr, left, baseline - pango_units_to_double (entry->baseline));
  pango_cairo_show_layout (cr, entry->layout);
}
