/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-sheets-private.h"

#include "talks-gettext.h"
#include "talks-shown.h"
#include "talks-wording.h"

#define FOOT_MARGIN 40.0
#define FOOT_SIZE 8.0
#define RULE_WIDTH 0.6
#define BOX_WIDTH 0.9

typedef enum
{
  PIECE_TEXT,
  PIECE_RULE,
  PIECE_BOX,
  PIECE_DRAWING,
} PieceKind;

typedef struct
{
  PieceKind       kind;
  double          x;
  double          y;
  double          width;
  double          height;
  TalksSheetStyle style; /* link is owned; color is that of rules and boxes too */
  char           *text;
  guint           first;
  guint           n_lines;
  TalksSheetFunc  func;
  gpointer        data;
  GDestroyNotify  destroy;
} Piece;

struct _TalksSheets
{
  gatomicrefcount     ref_count;
  GMutex              drawing;
  GCancellable       *cancellable; /* NULL: none */
  PangoContext       *context;
  const TalksPalette *palette;
  double              width;
  double              height;
  char               *foot;
  const char         *language; /* of the wording in which they are made; NULL: none */
  GPtrArray          *pages; /* of GArray of Piece */
  GArray             *bookmarks; /* of TalksSheetBookmark */
};

/* ---- making and freeing ---- */

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_free ((char *) piece->style.link);
  g_free (piece->text);
  if (piece->destroy != NULL)
    piece->destroy (piece->data);
}

static void
bookmark_clear (gpointer data)
{
  g_free (((TalksSheetBookmark *) data)->name);
}

TalksSheets *
talks_sheets_new (PangoContext       *context,
                  const TalksPalette *palette,
                  double              width,
                  double              height,
                  const char         *foot)
{
  TalksSheets *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context) && palette != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  self = g_new0 (TalksSheets, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->drawing);
  self->context = g_object_ref (context);
  self->palette = palette;
  self->width = width;
  self->height = height;
  self->language = talks_wording_get_language ();
  self->foot = foot != NULL ? talks_shown_dup_line (foot) : NULL;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (TalksSheetBookmark));
  g_array_set_clear_func (self->bookmarks, bookmark_clear);
  return self;
}

TalksSheets *
talks_sheets_ref (TalksSheets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
talks_sheets_unref (TalksSheets *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->pages);
  g_array_unref (self->bookmarks);
  g_object_unref (self->context);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->drawing);
  g_free (self->foot);
  g_free (self);
}

PangoContext *
talks_sheets_get_context (TalksSheets *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->context;
}

const TalksPalette *
talks_sheets_get_palette (TalksSheets *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->palette;
}

double
talks_sheets_get_width (TalksSheets *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->width;
}

double
talks_sheets_get_height (TalksSheets *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->height;
}

guint
talks_sheets_get_n_pages (TalksSheets *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->pages->len;
}

void
talks_sheets_set_cancellable (TalksSheets  *self,
                              GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);
  g_set_object (&self->cancellable, cancellable);
}

gboolean
talks_sheets_is_cancelled (TalksSheets *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return g_cancellable_is_cancelled (self->cancellable);
}

GArray *
talks_sheets_get_bookmarks (TalksSheets *self)
{
  return self->bookmarks;
}

/* ---- putting things on pages ---- */

void
talks_sheets_add_page (TalksSheets *self)
{
  GArray *pieces;

  g_return_if_fail (self != NULL);

  pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (pieces, piece_clear);
  g_ptr_array_add (self->pages, pieces);
}

static void
put (TalksSheets *self,
     const Piece *piece)
{
  g_array_append_vals (self->pages->pdata[self->pages->len - 1], piece, 1);
}

PangoLayout *
talks_sheets_make_layout (TalksSheets           *self,
                          const char            *text,
                          const TalksSheetStyle *style,
                          double                 width)
{
  PangoLayout *layout;
  PangoFontDescription *font;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (self != NULL && text != NULL && style != NULL, NULL);

  shown = talks_shown_text (text);
  layout = pango_layout_new (self->context);
  font = pango_font_description_copy (pango_context_get_font_description (self->context));
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, shown != NULL ? shown : text, -1);
  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  return layout;
}

void
talks_sheets_put_lines (TalksSheets           *self,
                        const char            *text,
                        const TalksSheetStyle *style,
                        double                 x,
                        double                 y,
                        double                 width,
                        guint                  first,
                        guint                  n_lines)
{
  Piece piece = { .kind = PIECE_TEXT, .x = x, .y = y, .width = width, .first = first, .n_lines = n_lines };

  g_return_if_fail (self != NULL && self->pages->len > 0);
  g_return_if_fail (text != NULL && style != NULL);

  piece.text = g_strdup (text);
  piece.style = *style;
  piece.style.link = g_strdup (style->link);
  put (self, &piece);
}

double
talks_sheets_measure (TalksSheets           *self,
                      const char            *text,
                      const TalksSheetStyle *style,
                      double                 width)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (text == NULL || *text == '\0')
    return 0;
  layout = talks_sheets_make_layout (self, text, style, width);
  pango_layout_get_size (layout, NULL, &height);
  return pango_units_to_double (height);
}

double
talks_sheets_put_text (TalksSheets           *self,
                       const char            *text,
                       const TalksSheetStyle *style,
                       double                 x,
                       double                 y,
                       double                 width)
{
  if (text == NULL || *text == '\0')
    return 0;
  talks_sheets_put_lines (self, text, style, x, y, width, 0, G_MAXUINT);
  return talks_sheets_measure (self, text, style, width);
}

void
talks_sheets_put_rule (TalksSheets *self,
                       double       x,
                       double       y,
                       double       width,
                       TalksColor   color)
{
  const Piece piece = { .kind = PIECE_RULE, .x = x, .y = y, .width = width, .style.color = color };

  g_return_if_fail (self != NULL && self->pages->len > 0);
  put (self, &piece);
}

void
talks_sheets_put_box (TalksSheets *self,
                      double       x,
                      double       y,
                      double       width,
                      double       height,
                      TalksColor   color)
{
  const Piece piece = { .kind = PIECE_BOX, .x = x, .y = y, .width = width, .height = height, .style.color = color };

  g_return_if_fail (self != NULL && self->pages->len > 0);
  put (self, &piece);
}

void
talks_sheets_put_drawing (TalksSheets    *self,
                          double          x,
                          double          y,
                          TalksSheetFunc  func,
                          gpointer        data,
                          GDestroyNotify  destroy)
{
  const Piece piece = { .kind = PIECE_DRAWING, .x = x, .y = y, .func = func, .data = data, .destroy = destroy };

  g_return_if_fail (self != NULL && self->pages->len > 0 && func != NULL);
  put (self, &piece);
}

guint
talks_sheets_add_bookmark (TalksSheets *self,
                           const char  *name,
                           guint        parent,
                           double       x,
                           double       y)
{
  TalksSheetBookmark bookmark;

  g_return_val_if_fail (self != NULL && self->pages->len > 0 && name != NULL, 0);
  g_return_val_if_fail (parent <= self->bookmarks->len, 0);

  bookmark = (TalksSheetBookmark) { talks_shown_dup_line (name), parent, self->pages->len, x, y };
  g_array_append_val (self->bookmarks, bookmark);
  return self->bookmarks->len;
}

/* ---- drawing ---- */

static void
set_color (cairo_t    *cr,
           TalksColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

/* The value of a Cairo attribute: between quotes, with quotes and backslashes escaped. */
static char *
quote_attribute (const char *value)
{
  GString *quoted = g_string_new ("'");

  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '\'');
  return g_string_free (quoted, FALSE);
}

static void
begin_link (cairo_t    *cr,
            const char *link)
{
  /* An address in a PDF has ASCII letters only; Cairo 1.18 refuses others. */
  g_autofree char *ascii = g_uri_escape_string (link, G_URI_RESERVED_CHARS_GENERIC_DELIMITERS
                                                G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS "%", FALSE);
  g_autofree char *uri = quote_attribute (ascii);
  g_autofree char *attributes = g_strconcat ("uri=", uri, NULL);

  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
}

static void
draw_text (TalksSheets *self,
           const Piece *piece,
           cairo_t     *cr)
{
  g_autoptr (PangoLayout) layout = talks_sheets_make_layout (self, piece->text, &piece->style, piece->width);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double y = piece->y;
  guint n = 0;

  set_color (cr, piece->style.color);
  do
    {
      PangoRectangle logical;

      if (n >= piece->first)
        {
          pango_layout_iter_get_line_extents (iter, NULL, &logical);
          cairo_move_to (cr, piece->x + pango_units_to_double (logical.x),
                         y + pango_units_to_double (pango_layout_iter_get_baseline (iter) - logical.y));
          if (piece->style.link != NULL)
            begin_link (cr, piece->style.link);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
          if (piece->style.link != NULL)
            cairo_tag_end (cr, CAIRO_TAG_LINK);
          y += pango_units_to_double (logical.height);
        }
      n++;
    }
  while ((piece->n_lines == G_MAXUINT || n < piece->first + piece->n_lines) && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_piece (TalksSheets *self,
            const Piece *piece,
            cairo_t     *cr)
{
  cairo_save (cr);
  cairo_new_path (cr);
  switch (piece->kind)
    {
    case PIECE_TEXT:
      draw_text (self, piece, cr);
      break;
    case PIECE_DRAWING:
      cairo_translate (cr, piece->x, piece->y);
      piece->func (cr, self->palette, self->context, piece->data);
      break;
    case PIECE_RULE:
      set_color (cr, piece->style.color);
      cairo_set_line_width (cr, RULE_WIDTH);
      cairo_move_to (cr, piece->x, piece->y);
      cairo_rel_line_to (cr, piece->width, 0);
      cairo_stroke (cr);
      break;
    case PIECE_BOX:
    default:
      set_color (cr, piece->style.color);
      cairo_set_line_width (cr, BOX_WIDTH);
      cairo_rectangle (cr, piece->x, piece->y, piece->width, piece->height);
      cairo_stroke (cr);
      break;
    }
  cairo_restore (cr);
}

static void
draw_foot (TalksSheets *self,
           guint        page,
           cairo_t     *cr)
{
  const TalksSheetStyle style = { .size = FOOT_SIZE, .color = self->palette->dim_text };
  g_autofree char *number = NULL;
  double y = self->height - FOOT_MARGIN * 0.62;

  /* Translators: at the foot of a printed page. */
  number = g_strdup_printf (_("Page %1$d of %2$d"), (int) page + 1, (int) self->pages->len);
  for (int i = 0; i < 2; i++)
    {
      const char *text = i == 0 ? self->foot : number;
      g_autoptr (PangoLayout) layout = NULL;
      int width;

      if (text == NULL)
        continue;
      layout = talks_sheets_make_layout (self, text, &style, -1);
      pango_layout_get_size (layout, &width, NULL);
      if (i == 0)
        {
          pango_layout_set_width (layout, (int) ((self->width - 2 * FOOT_MARGIN - 110) * PANGO_SCALE));
          pango_layout_set_height (layout, -1);
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
        }
      set_color (cr, style.color);
      cairo_move_to (cr, i == 0 ? FOOT_MARGIN : self->width - FOOT_MARGIN - pango_units_to_double (width), y);
      pango_cairo_show_layout (cr, layout);
    }
}

void
talks_sheets_draw_page (TalksSheets *self,
                        guint        page,
                        cairo_t     *cr)
{
  const GArray *pieces;
  g_autoptr (TalksWording) wording = NULL;

  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < self->pages->len);

  wording = talks_wording_begin (self->language);

  /* The fonts of a context are for one thread at a time. */
  g_mutex_lock (&self->drawing);
  pieces = self->pages->pdata[page];
  set_color (cr, self->palette->surface);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  for (guint i = 0; i < pieces->len; i++)
    draw_piece (self, &g_array_index (pieces, Piece, i), cr);
  draw_foot (self, page, cr);
  g_mutex_unlock (&self->drawing);
}
