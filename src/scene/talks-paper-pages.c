/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline on paper: on one page, or cut where its events ask for it. */

#include "talks-paper-private.h"

#include "talks-gettext.h"

/* Content pixels for each point: letters of 10 points on a screen get this much smaller. */
#define TIMELINE_DENSITY 1.6
#define PAGES_DENSITY 1.5
#define PAGES_MOST_DENSITY 1.7
#define INSET 14.0 /* printers leave an edge */
#define FOOT 26.0
/* A page shows at least this share of the whole, and so many days. */
#define MOST_PAGES 250
#define LEAST_DAYS 2

/* ---- a picture as a drawing ---- */

/* The picture is made when it is drawn: one scene at a time. */
typedef struct
{
  TalksDocument      *document;
  TalksExportOptions  options; /* strings are owned */
  double              width;   /* points */
  double              height;
  double              density;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *self = data;

  g_object_unref (self->document);
  g_free ((char *) self->options.language);
  g_free ((char *) self->options.topic);
  g_free (self);
}

static void
draw_picture (cairo_t            *cr,
              const TalksPalette *palette,
              PangoContext       *context,
              gpointer            data)
{
  const Drawing *self = data;
  double scale;
  g_autoptr (TalksPicture) picture = NULL;

  /* A wider picture than the page: at the size of the screen its letters would fill the paper. */
  picture = talks_picture_new_to_fit (self->document, &self->options, context, self->width * self->density,
                                      self->height * self->density, &scale);
  scale /= self->density;
  cairo_scale (cr, scale, scale);
  talks_picture_draw (picture, cr, self->height / scale);
}

static void
put_picture (TalksSheets              *sheets,
             TalksDocument            *document,
             const TalksExportOptions *options,
             double                    density)
{
  Drawing *drawing = g_new (Drawing, 1);

  *drawing = (Drawing) {
    .document = g_object_ref (document),
    .options = *options,
    .width = talks_sheets_get_width (sheets) - 2 * INSET,
    .height = talks_sheets_get_height (sheets) - INSET - FOOT,
    .density = density,
  };
  drawing->options.language = g_strdup (options->language);
  drawing->options.topic = g_strdup (options->topic);
  talks_sheets_put_drawing (sheets, INSET, INSET, draw_picture, drawing, drawing_free);
}

void
talks_paper_put_timeline (TalksSheets              *sheets,
                          TalksDocument            *document,
                          const TalksExportOptions *options)
{
  talks_sheets_add_page (sheets);
  put_picture (sheets, document, options, TIMELINE_DENSITY);
  talks_sheets_add_bookmark (sheets, _("Timeline"), 0, 0, 0);
}

/* ---- where to cut ---- */

typedef struct
{
  TalksSheets        *sheets;
  TalksDocument      *document;
  TalksExportOptions  options;
  GArray             *days; /* of TalksDay: those on which events begin, and the end of the span */
  TalksDay            least;
  guint               n_days;  /* on the page before */
  TalksPicture       *picture; /* made last; NULL: none */
} Cutting;

static GArray *
list_days (TalksDocument            *document,
           const TalksExportOptions *options)
{
  g_autoptr (GPtrArray) events = talks_export_list_events (document, options);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (TalksDay));
  TalksDay last = options->span.start;

  g_array_append_val (days, last);
  for (guint i = 0; i < events->len; i++)
    {
      TalksDay day = talks_date_get_sort_day (((TalksEvent *) events->pdata[i])->date);

      if (day > last && day < options->span.end)
        {
          g_array_append_val (days, day);
          last = day;
        }
    }
  g_array_append_val (days, options->span.end);
  return days;
}

/* Whether all that happened from start up to end can be read on one page. */
static gboolean
fits (Cutting  *self,
      TalksDay  start,
      TalksDay  end,
      double    density)
{
  double width = talks_sheets_get_width (self->sheets) - 2 * INSET;
  double height = talks_sheets_get_height (self->sheets) - INSET - FOOT;
  TalksPicture *picture;

  self->options.span = talks_span_make (start, end);
  picture = talks_picture_new (self->picture, self->document, &self->options, talks_sheets_get_context (self->sheets),
                               width * density);
  g_clear_pointer (&self->picture, talks_picture_free);
  self->picture = picture;
  return talks_picture_get_height (picture) <= height * density && talks_picture_count_hidden (picture) == 0;
}

/* The index of the last of the days up to which the page that begins at days[from] can reach, with rather small letters:
 * about as many as the page before, then steps that double, then halves. */
static guint
find_end (Cutting *self,
          guint    from)
{
  const TalksDay *days = (const TalksDay *) (void *) self->days->data;
  guint last = self->days->len - 1;
  guint good = from + 1;
  guint bad = last + 1;

  while (good < last && days[good + 1] - days[from] <= self->least)
    good++;
  for (guint step = MAX (self->n_days, 2); good < last && bad > last; step *= 2)
    {
      guint tried = MIN (MAX (from + step, good + 1), last);

      if (fits (self, days[from], days[tried], PAGES_MOST_DENSITY))
        good = tried;
      else
        bad = tried;
    }
  while (good + 1 < bad)
    {
      guint middle = (good + bad) / 2;

      if (fits (self, days[from], days[middle], PAGES_MOST_DENSITY))
        good = middle;
      else
        bad = middle;
    }
  self->n_days = good - from;
  return good;
}

void
talks_paper_put_pages (TalksSheets              *sheets,
                       TalksDocument            *document,
                       const TalksExportOptions *options)
{
  g_autoptr (GArray) days = list_days (document, options);
  Cutting cutting = { .sheets = sheets, .document = document, .options = *options, .days = days };
  guint parent = 0;

  cutting.options.folded = FALSE;
  cutting.least = MAX (LEAST_DAYS, talks_span_length (options->span) / MOST_PAGES);
  for (guint from = 0; from + 1 < days->len && !talks_sheets_is_cancelled (sheets);)
    {
      guint end = find_end (&cutting, from);
      gboolean roomy = fits (&cutting, g_array_index (days, TalksDay, from), g_array_index (days, TalksDay, end),
                             PAGES_DENSITY);
      g_autofree char *name = NULL;

      name = talks_export_span_to_words (cutting.options.span);
      talks_sheets_add_page (sheets);
      if (parent == 0)
        parent = talks_sheets_add_bookmark (sheets, _("Timeline"), 0, 0, 0);
      talks_sheets_add_bookmark (sheets, name, parent, 0, 0);
      put_picture (sheets, document, &cutting.options, roomy ? PAGES_DENSITY : PAGES_MOST_DENSITY);
      from = end;
    }
  g_clear_pointer (&cutting.picture, talks_picture_free);
}
