/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-overview.h"

#include <math.h>

#include "talks-label.h"

#define BIN_DAYS 14.0
#define MAX_BINS 4096
#define PAD 10.0    /* between the frame and the first day */
#define RADIUS 6.0
#define BAR_MIN 3.0 /* pixels: bins are drawn together until a bar is that wide */
#define LEAST_WINDOW 6.0

struct _TalksOverview
{
  TalksSpan  extent;
  double     bin_days;
  guint      n_bins;
  guint     *bins; /* events that begin in each */
};

/* ---- counting ---- */

TalksOverview *
talks_overview_new (TalksDocument *document,
                    TalksSpan      extent)
{
  TalksOverview *self;
  GPtrArray *events;
  double length;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (!talks_span_is_empty (extent) && !talks_span_is_open (extent), NULL);

  self = g_new0 (TalksOverview, 1);
  length = (double) talks_span_length (extent);
  self->extent = extent;
  self->bin_days = MAX (BIN_DAYS, length / MAX_BINS);
  self->n_bins = (guint) CLAMP (ceil (length / self->bin_days), 1, MAX_BINS);
  self->bins = g_new0 (guint, self->n_bins);

  events = talks_document_get_records (document, TALKS_RECORD_EVENT);
  for (guint i = 0; i < events->len; i++)
    {
      const TalksEvent *event = g_ptr_array_index (events, i);
      TalksDay day = talks_date_get_sort_day (event->date);

      if (talks_span_contains (extent, day))
        {
          guint bin = (guint) ((double) (day - extent.start) / self->bin_days);

          self->bins[MIN (bin, self->n_bins - 1)]++;
        }
    }
  return self;
}

void
talks_overview_free (TalksOverview *self)
{
  if (self == NULL)
    return;
  g_free (self->bins);
  g_free (self);
}

/* ---- days and pixels ---- */

static double
room (double width)
{
  return MAX (width - 2 * PAD, 1);
}

double
talks_overview_day_to_x (const TalksOverview *self,
                         double               day,
                         double               width)
{
  g_return_val_if_fail (self != NULL, 0);
  return PAD + (day - (double) self->extent.start) / (double) talks_span_length (self->extent) * room (width);
}

double
talks_overview_x_to_day (const TalksOverview *self,
                         double               x,
                         double               width)
{
  g_return_val_if_fail (self != NULL, 0);
  return (double) self->extent.start + (x - PAD) / room (width) * (double) talks_span_length (self->extent);
}

/* ---- drawing ---- */

static void
set_color (cairo_t    *cr,
           TalksColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static void
path_rounded (cairo_t *cr,
              double   x,
              double   y,
              double   width,
              double   height,
              double   radius)
{
  double r = MAX (MIN (radius, MIN (width, height) / 2), 0);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI / 2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
draw_frame (cairo_t          *cr,
            const TalksPaint *paint,
            double            width,
            double            height)
{
  path_rounded (cr, 0.5, 0.5, width - 1, height - 1, RADIUS);
  set_color (cr, paint->palette->card);
  cairo_fill_preserve (cr);
  set_color (cr, paint->palette->edge);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* The sum of the bins that are drawn as one bar. */
static guint
count_group (const TalksOverview *self,
             guint                first,
             guint                n)
{
  guint sum = 0;

  for (guint i = first; i < first + n && i < self->n_bins; i++)
    sum += self->bins[i];
  return sum;
}

/* Heights follow the square root of the count: beside a fortnight of forty events one of two is
 * still seen. */
static void
draw_bars (const TalksOverview *self,
           cairo_t             *cr,
           const TalksPaint    *paint,
           double               width,
           double               height)
{
  double bin_width = room (width) * self->bin_days / (double) talks_span_length (self->extent);
  guint n = (guint) MAX (1, ceil (BAR_MIN / bin_width));
  double base = height - MAX (5, height * 0.16);
  double highest = height * 0.46;
  double gap = n * bin_width > 8 ? 1 : 0.5;
  guint most = 0;

  for (guint i = 0; i < self->n_bins; i += n)
    most = MAX (most, count_group (self, i, n));

  for (guint i = 0; i < self->n_bins && most > 0; i += n)
    {
      guint count = count_group (self, i, n);
      double x = PAD + i * bin_width;
      double end = MIN (x + n * bin_width, width - PAD);
      double bar = MAX (1.5, highest * sqrt ((double) count / most));

      if (count > 0)
        path_rounded (cr, x + gap / 2, base - bar, MAX (end - x - gap, 1), bar, MIN (1.5, bar / 2));
    }
  set_color (cr, paint->palette->bars);
  cairo_fill (cr);
}

static void
year_of (double   day,
         int64_t *year)
{
  talks_day_to_civil ((TalksDay) floor (day), year, NULL, NULL);
}

/* Every year if there is room, else every second, fifth, tenth … */
static int64_t
find_year_step (double pixels_a_year,
                double label_width)
{
  static const int factors[] = { 1, 2, 5 };

  for (int64_t power = 1; power < TALKS_YEAR_LIMIT / 10; power *= 10)
    for (size_t i = 0; i < G_N_ELEMENTS (factors); i++)
      if ((double) (factors[i] * power) * pixels_a_year >= label_width)
        return factors[i] * power;
  return TALKS_YEAR_LIMIT;
}

static void
draw_years (const TalksOverview *self,
            cairo_t             *cr,
            const TalksPaint    *paint,
            double               width,
            double               height)
{
  TalksLabels *labels = talks_labels_get (paint->context);
  double pixels_a_year = room (width) * 365.2425 / (double) talks_span_length (self->extent);
  double y = MAX (height * 0.25, talks_labels_get_line_height (labels, TALKS_LABEL_BOLD) / 2 + 1);
  double free_from = 0;
  int64_t first;
  int64_t last;
  int64_t step;

  year_of ((double) self->extent.start, &first);
  year_of ((double) self->extent.end - 1, &last);
  step = find_year_step (pixels_a_year, talks_labels_measure (labels, "-00000", TALKS_LABEL_BOLD) + 6);

  for (int64_t year = first; year <= last; )
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, year);
      int64_t next = year - ((year % step) + step) % step + step;
      double label = talks_labels_measure (labels, text, TALKS_LABEL_BOLD);
      double x = talks_overview_day_to_x (self, (double) talks_day_from_civil (year, 1, 1), width);
      double limit = next <= last
                       ? talks_overview_day_to_x (self, (double) talks_day_from_civil (next, 1, 1), width)
                       : width - PAD / 2;

      /* The first year has mostly begun before the first day: it stands there if it fits. */
      x = MAX (x, PAD) + 5;
      if (x >= free_from && x + label + 4 <= limit + (next > last ? 0 : 5))
        {
          talks_labels_draw (labels, cr, text, TALKS_LABEL_BOLD, paint->palette->dim_text, x, y,
                             label + 2, TALKS_ALIGN_LEFT);
          free_from = x + label + 6;
        }
      year = next;
    }
}

void
talks_overview_draw (const TalksOverview *self,
                     cairo_t             *cr,
                     const TalksPaint    *paint,
                     double               width,
                     double               height)
{
  g_return_if_fail (self != NULL && cr != NULL && paint != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  draw_frame (cr, paint, width, height);
  draw_bars (self, cr, paint, width, height);
  draw_years (self, cr, paint, width, height);
  cairo_restore (cr);
}

static void
draw_grip (cairo_t          *cr,
           const TalksPaint *paint,
           double            x,
           double            height)
{
  double length = MIN (16, height * 0.4);

  path_rounded (cr, x - 2, (height - length) / 2, 4, length, 2);
  set_color (cr, paint->palette->accent);
  cairo_fill_preserve (cr);
  set_color (cr, paint->palette->card);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

void
talks_overview_draw_windows (const TalksOverview *self,
                             cairo_t             *cr,
                             const TalksPaint    *paint,
                             double               width,
                             double               height,
                             const double        *windows,
                             size_t               n_windows,
                             double               as_of)
{
  const TalksPalette *palette;
  gboolean strong;
  double outer[2] = { 0, 0 };

  g_return_if_fail (self != NULL && cr != NULL && paint != NULL);
  g_return_if_fail (windows != NULL || n_windows == 0);

  palette = paint->palette;
  strong = palette->theme == TALKS_THEME_CONTRAST || palette->theme == TALKS_THEME_CONTRAST_DARK;
  cairo_save (cr);
  cairo_new_path (cr);
  for (size_t i = 0; i < n_windows; i++)
    {
      double left = CLAMP (talks_overview_day_to_x (self, windows[2 * i], width), PAD, width - PAD);
      double right = CLAMP (talks_overview_day_to_x (self, windows[2 * i + 1], width), PAD, width - PAD);

      if (right - left < LEAST_WINDOW)
        {
          left = CLAMP ((left + right - LEAST_WINDOW) / 2, PAD, MAX (width - PAD - LEAST_WINDOW, PAD));
          right = left + LEAST_WINDOW;
        }
      path_rounded (cr, left, 1.5, right - left, height - 3, RADIUS - 1);
      set_color (cr, talks_color_with_alpha (palette->accent, strong ? 0.25 : 0.17));
      cairo_fill_preserve (cr);
      set_color (cr, talks_color_with_alpha (palette->accent, strong ? 1 : 0.35));
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
      if (i == 0)
        outer[0] = left;
      outer[1] = right;
    }

  if (as_of >= (double) self->extent.start && as_of <= (double) self->extent.end)
    {
      double x = round (talks_overview_day_to_x (self, as_of, width));

      cairo_move_to (cr, x, 1.5);
      cairo_line_to (cr, x, height - 1.5);
      set_color (cr, palette->accent);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  if (n_windows > 0)
    {
      draw_grip (cr, paint, outer[0], height);
      draw_grip (cr, paint, outer[1], height);
    }
  cairo_restore (cr);
}
