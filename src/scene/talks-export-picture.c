/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-export-private.h"

#include <math.h>

#include "talks-label.h"
#include "talks-legend.h"
#include "talks-overview.h"
#include "talks-shown.h"

#define MARGIN 24.0
#define TITLE_HEIGHT 34.0
#define SUBTITLE_HEIGHT 20.0
#define OVERVIEW_HEIGHT 44.0
#define GAP 14.0
#define FOOTER_HEIGHT 20.0
#define EDGE 11.0          /* before and after a span that was asked for, so that no mark is cut */
#define LEAST_WIDTH 640.0 /* pixels; a narrower picture is a smaller one */

struct _TalksPicture
{
  TalksDocument      *document;
  PangoContext       *context;
  const TalksPalette *palette;
  char               *title;
  char               *subtitle;
  char               *colophon;
  double              width;
  double              height;
  TalksTimeScale     *scale;
  TalksScene         *scene;
  TalksSpan           extent; /* of the overview */
  GArray             *windows; /* of double, in pairs */
  TalksLegend        *legend;
  double              legend_height;
  double              header; /* width of the lanes' names */
  double              edge;   /* between the ends of the time and those of the picture of it */
  double              ruler;  /* its height */
  double              ruler_y;
  double              canvas_y;
};

/* ---- the time scale ---- */

/* As wide as it can be within width: how wide it is depends on which folds pay. */
static TalksTimeScale *
make_scale (TalksSpan  span,
            GArray    *folds,
            double     width)
{
  double low = width / (double) talks_span_length (span);
  double high = low;
  TalksTimeScale *best = NULL;

  for (int i = 0; i < 60; i++)
    {
      double zoom = i == 0 ? low : high > low ? (low + high) / 2 : low * 2;
      g_autoptr (TalksTimeScale) scale = talks_time_scale_new (span, zoom, (const TalksSpan *) (void *) folds->data,
                                                               folds->len, FALSE);

      if (talks_time_scale_get_width (scale) <= width + 0.01)
        {
          g_clear_pointer (&best, talks_time_scale_unref);
          best = g_steal_pointer (&scale);
          low = zoom;
          high = high <= low ? low : high;
        }
      else
        high = zoom;
      if (high > low && high - low < low * 1e-7)
        break;
    }
  return best != NULL ? best : talks_time_scale_new (span, low, NULL, 0, FALSE);
}

/* What the overview marks as seen: the span without what is folded. */
static GArray *
list_windows (const TalksTimeScale *scale)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (double));
  TalksSpan extent = talks_time_scale_get_extent (scale);
  size_t n_folds;
  const TalksSpan *folds = talks_time_scale_get_folds (scale, &n_folds);
  double from = (double) extent.start;

  for (size_t i = 0; i <= n_folds; i++)
    {
      double to = (double) (i < n_folds ? folds[i].start : extent.end);

      if (to > from)
        {
          g_array_append_val (windows, from);
          g_array_append_val (windows, to);
        }
      if (i < n_folds)
        from = (double) folds[i].end;
    }
  return windows;
}

/* ---- the picture ---- */

/* The whole gets some days of room at its ends, as in the window; a span that was asked for has its first and its
 * last day near the edges. */
static TalksSpan
pad_span (TalksDocument *document,
          TalksSpan      span)
{
  TalksDay room = MAX (2, (TalksDay) (talks_span_length (span) / 400));

  if (!talks_span_equal (span, talks_document_get_extent (document)))
    return span;
  return talks_span_make (span.start - room, span.end + room);
}

static TalksPaint
get_paint (TalksPicture *self)
{
  return (TalksPaint) { .palette = self->palette, .context = self->context, .on_paper = TRUE };
}

/* The names of the lanes take a room that only a scene tells, and leave it the rest: a second one
 * if the first guess was wrong. */
static void
make_scene (TalksPicture             *self,
            TalksPicture             *previous,
            const TalksExportOptions *options,
            TalksSpan                 span,
            GArray                   *folds)
{
  g_autoptr (TalksScene) before = previous != NULL ? talks_scene_ref (previous->scene) : NULL;

  self->header = previous != NULL ? previous->header : TALKS_LANE_HEADER_WIDTH;
  self->edge = talks_span_equal (span, options->span) ? EDGE : 0;
  for (int i = 0; i < 2; i++)
    {
      double header;

      if (self->scene != NULL)
        {
          g_clear_pointer (&before, talks_scene_unref);
          before = g_steal_pointer (&self->scene);
        }
      g_clear_pointer (&self->scale, talks_time_scale_unref);
      self->scale = make_scale (span, folds, self->width - 2 * MARGIN - 2 * self->edge - self->header);
      self->scene = talks_scene_new_after (before, self->document, self->scale, self->context, options->language,
                                           options->topic);
      header = talks_painter_get_header_width (self->scene, self->context);
      if (header == self->header)
        break;
      self->header = header;
    }
}

TalksPicture *
talks_picture_new (TalksPicture             *previous,
                   TalksDocument            *document,
                   const TalksExportOptions *options,
                   PangoContext             *context,
                   double                    width)
{
  TalksPicture *self = g_new0 (TalksPicture, 1);
  g_autoptr (GArray) folds = NULL;
  TalksSpan span = pad_span (document, options->span);
  TalksPaint paint;

  self->document = g_object_ref (document);
  self->context = g_object_ref (context);
  self->palette = talks_palette_get (options->theme);
  self->width = width;
  self->title = talks_shown_dup_line (talks_text_show (talks_document_get_title (document), options->language));
  self->subtitle = talks_export_subtitle (document, options);
  self->colophon = talks_export_colophon (document, options);

  folds = talks_export_list_folds (document, options);
  make_scene (self, previous, options, span, folds);
  self->extent = talks_span_union (span, talks_document_get_extent (document));
  self->windows = list_windows (self->scale);
  self->legend = talks_legend_new (self->scene);

  paint = get_paint (self);
  self->legend_height = talks_legend_draw (self->legend, NULL, &paint, width - 2 * MARGIN);
  self->ruler_y = MARGIN + TITLE_HEIGHT + SUBTITLE_HEIGHT + GAP / 2 + OVERVIEW_HEIGHT + GAP;
  self->ruler = talks_painter_get_ruler_height (context);
  self->canvas_y = self->ruler_y + self->ruler;
  self->height = ceil (self->canvas_y + talks_scene_get_height (self->scene) + GAP + self->legend_height
                       + GAP + FOOTER_HEIGHT + MARGIN / 2);
  return self;
}

TalksPicture *
talks_picture_new_to_fit (TalksDocument            *document,
                          const TalksExportOptions *options,
                          PangoContext             *context,
                          double                    width,
                          double                    height,
                          double                   *scale)
{
  double low = MAX (width, LEAST_WIDTH);
  double high;
  g_autoptr (TalksPicture) picture = talks_picture_new (NULL, document, options, context, low);

  *scale = width / low;
  if (height <= 0)
    height = TALKS_EXPORT_MAX_SIZE;
  if (picture->height * *scale <= height)
    return g_steal_pointer (&picture);

  /* A wider picture is no higher: at this width it surely fits. */
  high = picture->height * width / height;
  for (int i = 0; i < 5; i++)
    {
      double middle = i == 0 ? high : (low + high) / 2;
      g_autoptr (TalksPicture) other = talks_picture_new (picture, document, options, context, middle);

      if (other->height * width / middle <= height)
        {
          high = middle;
          g_clear_pointer (&picture, talks_picture_free);
          picture = g_steal_pointer (&other);
        }
      else if (i == 0)
        {
          high *= 1.5;
          i--;
        }
      else
        low = middle;
    }
  *scale = width / picture->width;
  return g_steal_pointer (&picture);
}

void
talks_picture_free (TalksPicture *self)
{
  if (self == NULL)
    return;
  talks_legend_free (self->legend);
  talks_scene_unref (self->scene);
  talks_time_scale_unref (self->scale);
  g_array_unref (self->windows);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->colophon);
  g_object_unref (self->context);
  g_object_unref (self->document);
  g_free (self);
}

double
talks_picture_get_height (TalksPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->height;
}

static void
count_hidden (const TalksItem *item,
              gpointer         data)
{
  guint *n = data;

  if (item->kind == TALKS_ITEM_CLUSTER || item->kind == TALKS_ITEM_FOLD)
    *n += item->n_events;
  else if (item->kind != TALKS_ITEM_RIBBON)
    *n += item->label_width <= 0;
}

guint
talks_picture_count_hidden (TalksPicture *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  talks_scene_foreach (self->scene, 0, talks_scene_get_width (self->scene), count_hidden, &n);
  return n;
}

/* ---- drawing ---- */

static void
set_color (cairo_t    *cr,
           TalksColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static void
draw_title (TalksPicture *self,
            cairo_t      *cr)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  PangoFontDescription *font;
  int height;

  font = pango_font_description_copy (pango_context_get_font_description (self->context));
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, 22 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, self->title, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_width (layout, (int) ((self->width - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_size (layout, NULL, &height);
  set_color (cr, self->palette->text);
  cairo_move_to (cr, MARGIN, MARGIN + (TITLE_HEIGHT - pango_units_to_double (height)) / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_overview (TalksPicture *self,
               cairo_t      *cr)
{
  TalksPaint paint = get_paint (self);
  g_autoptr (TalksOverview) overview = talks_overview_new (self->document, self->extent);
  double width = self->width - 2 * MARGIN;

  cairo_save (cr);
  cairo_translate (cr, MARGIN, MARGIN + TITLE_HEIGHT + SUBTITLE_HEIGHT + GAP / 2);
  talks_overview_draw (overview, cr, &paint, width, OVERVIEW_HEIGHT);
  talks_overview_draw_windows (overview, cr, &paint, width, OVERVIEW_HEIGHT,
                               (const double *) (void *) self->windows->data, self->windows->len / 2,
                               NAN);
  cairo_restore (cr);
}

static void
draw_timeline (TalksPicture *self,
               cairo_t      *cr)
{
  TalksPaint paint = get_paint (self);
  double left = MARGIN + self->header;
  double right = self->width - MARGIN;
  double from = -self->edge;
  double to = right - left - self->edge;
  double height = talks_scene_get_height (self->scene);

  cairo_save (cr);
  cairo_rectangle (cr, left, self->ruler_y, right - left, self->ruler);
  cairo_clip (cr);
  cairo_translate (cr, left + self->edge, self->ruler_y);
  talks_painter_draw_ruler (cr, self->scene, &paint, from, to);
  cairo_restore (cr);

  cairo_save (cr);
  cairo_rectangle (cr, left, self->canvas_y, right - left, height);
  cairo_clip (cr);
  cairo_translate (cr, left + self->edge, self->canvas_y);
  talks_painter_draw_canvas (cr, self->scene, &paint, from, to);
  talks_painter_draw_sticky_labels (cr, self->scene, &paint, from, to);
  cairo_restore (cr);

  cairo_save (cr);
  cairo_rectangle (cr, MARGIN, self->canvas_y, self->header, height);
  cairo_clip (cr);
  cairo_translate (cr, MARGIN, self->canvas_y);
  talks_painter_draw_lane_headers (cr, self->scene, &paint, self->header);
  cairo_restore (cr);
}

void
talks_picture_draw (TalksPicture *self,
                    cairo_t      *cr,
                    double        height)
{
  TalksLabels *labels;
  TalksPaint paint;
  double inner;
  double footer;

  g_return_if_fail (self != NULL && cr != NULL);

  labels = talks_labels_get (self->context);
  paint = get_paint (self);
  inner = self->width - 2 * MARGIN;
  height = MAX (height, self->height);
  footer = height - MARGIN / 2 - FOOTER_HEIGHT / 2;

  cairo_save (cr);
  draw_title (self, cr);
  talks_labels_draw (labels, cr, self->subtitle, TALKS_LABEL_PLAIN, self->palette->dim_text, MARGIN,
                     MARGIN + TITLE_HEIGHT + SUBTITLE_HEIGHT / 2, inner, TALKS_ALIGN_LEFT);
  draw_overview (self, cr);
  draw_timeline (self, cr);

  cairo_save (cr);
  cairo_translate (cr, MARGIN, self->canvas_y + talks_scene_get_height (self->scene) + GAP);
  talks_legend_draw (self->legend, cr, &paint, inner);
  cairo_restore (cr);

  talks_labels_draw (labels, cr, self->colophon, TALKS_LABEL_SMALL, self->palette->dim_text, MARGIN,
                     footer, inner, TALKS_ALIGN_LEFT);
  cairo_restore (cr);
}
