/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of a tour for whoever listens: a small picture, date and text at the left, room for notes at the right. */

#include "talks-paper-private.h"

#include "talks-date-words.h"
#include "talks-gettext.h"
#include "talks-overview.h"
#include "talks-references.h"
#include "talks-shown.h"

#define MARGIN 40.0
#define GAP 22.0       /* between text and notes */
#define STEP_GAP 16.0
#define TEXT_SHARE 0.62
#define TEXT_SIZE 9.5
#define PLAN_WIDTH 215.0
#define STRIP_HEIGHT 23.0
#define STRIP_DENSITY 1.6 /* pixels of the overview for each point */
#define RULE_SPACING 21.0
#define LEAST_RULES 6
#define HIGH_REST 90.0 /* of a step that may be torn apart */

typedef struct
{
  TalksSheets              *sheets;
  TalksDocument            *document;
  const TalksTour          *tour;
  const TalksExportOptions *options;
  TalksReferences          *references;
  double                    width; /* of the text of a step */
  double                    y;
  double                    top; /* of the step that is put, on this page */
  gboolean                  measuring;
} Handout;

static TalksSheetStyle
make_style (const Handout *self,
            double         size,
            gboolean       bold,
            gboolean       dim)
{
  const TalksPalette *palette = talks_sheets_get_palette (self->sheets);

  return (TalksSheetStyle) { .size = size, .bold = bold, .color = dim ? palette->dim_text : palette->text };
}

static double
bottom (const Handout *self)
{
  return talks_sheets_get_height (self->sheets) - MARGIN;
}

/* Lines to write on, beside the step, down to there. */
static void
put_notes (Handout *self,
           double   end)
{
  const TalksPalette *palette = talks_sheets_get_palette (self->sheets);
  const TalksSheetStyle dim = make_style (self, TEXT_SIZE - 1.5, FALSE, TRUE);
  double x = MARGIN + self->width + GAP;
  double width = talks_sheets_get_width (self->sheets) - MARGIN - x;

  talks_sheets_put_text (self->sheets, C_("above lines to write on", "Notes"), &dim, x, self->top, width);
  for (double y = self->top + RULE_SPACING * 1.4; y <= end + 0.5; y += RULE_SPACING)
    talks_sheets_put_rule (self->sheets, x, y, width, palette->fold_edge);
}

/* What room is left goes to the notes. */
static void
turn_page (Handout *self)
{
  put_notes (self, bottom (self));
  talks_sheets_add_page (self->sheets);
  self->y = MARGIN;
  self->top = MARGIN;
}

/* Goes on on the next page where a step is higher than one. */
static void
make_room (Handout *self,
           double   height)
{
  if (!self->measuring && self->y > MARGIN && self->y + height > bottom (self) + 1)
    turn_page (self);
}

/* Line by line, on over as many pages as it takes. */
static void
put_over_pages (Handout               *self,
                const char            *text,
                const TalksSheetStyle *style)
{
  g_autoptr (PangoLayout) layout = talks_sheets_make_layout (self->sheets, text, style, self->width);
  const guint n_lines = (guint) pango_layout_get_line_count (layout);
  const double line = talks_sheets_measure (self->sheets, text, style, self->width) / n_lines;

  for (guint first = 0; first < n_lines;)
    {
      guint n;

      make_room (self, line);
      n = (guint) CLAMP ((bottom (self) - self->y) / line, 1, n_lines - first);
      talks_sheets_put_lines (self->sheets, text, style, MARGIN, self->y, self->width, first, n);
      self->y += n * line;
      first += n;
    }
}

static void
put (Handout               *self,
     const char            *text,
     const TalksSheetStyle *style,
     double                 before)
{
  double height;

  if (text == NULL || *text == '\0')
    return;
  self->y += before;
  height = talks_sheets_measure (self->sheets, text, style, self->width);
  if (!self->measuring && self->y + height > bottom (self) + 1)
    {
      put_over_pages (self, text, style);
      return;
    }
  if (!self->measuring)
    talks_sheets_put_text (self->sheets, text, style, MARGIN, self->y, self->width);
  self->y += height;
}

/* ---- the small pictures ---- */

/* Where the step stands in the whole time. */
typedef struct
{
  TalksDocument *document;
  TalksSpan      span;
  double         width;
} Strip;

static void
strip_free (gpointer data)
{
  g_object_unref (((Strip *) data)->document);
  g_free (data);
}

static void
draw_strip (cairo_t            *cr,
            const TalksPalette *palette,
            PangoContext       *context,
            gpointer            data)
{
  const Strip *self = data;
  TalksPaint paint = { .palette = palette, .context = context, .on_paper = TRUE };
  TalksSpan extent = talks_span_union (talks_document_get_extent (self->document), self->span);
  g_autoptr (TalksOverview) overview = talks_overview_new (self->document, extent);
  double width = self->width * STRIP_DENSITY;
  double height = STRIP_HEIGHT * STRIP_DENSITY;
  double middle = ((double) self->span.start + (double) self->span.end) / 2;

  cairo_scale (cr, 1 / STRIP_DENSITY, 1 / STRIP_DENSITY);
  talks_overview_draw (overview, cr, &paint, width, height);
  talks_overview_draw_windows (overview, cr, &paint, width, height, NULL, 0, middle);
}

static void
put_strip (Handout   *self,
           TalksSpan  span)
{
  Strip *strip;

  self->y += 5;
  make_room (self, STRIP_HEIGHT);
  if (!self->measuring)
    {
      strip = g_new (Strip, 1);
      *strip = (Strip) { g_object_ref (self->document), span, self->width };
      talks_sheets_put_drawing (self->sheets, MARGIN, self->y, draw_strip, strip, strip_free);
    }
  self->y += STRIP_HEIGHT;
}

static void
put_plan (Handout    *self,
          TalksEvent *event)
{
  double width = MIN (PLAN_WIDTH, self->width);
  double height = talks_export_measure_plan (self->document, event, self->options->language, width);

  if (height <= 0)
    return;
  self->y += 6;
  make_room (self, height);
  if (!self->measuring)
    {
      gpointer data;
      GDestroyNotify destroy;
      TalksSheetFunc func = talks_export_make_plan (self->document, event, self->options->language, width, &data,
                                                    &destroy);

      talks_sheets_put_drawing (self->sheets, MARGIN, self->y, func, data, destroy);
    }
  self->y += height;
}

/* ---- a step ---- */

static gboolean
shows (const TalksTourStep *step,
       const char          *what)
{
  return g_strv_contains ((const char * const *) step->show, what);
}

static TalksSpan
get_span (const TalksTourStep *step,
          const TalksEvent    *event)
{
  if (event != NULL)
    return talks_span_from_date (event->date);
  if (step->span != NULL)
    return talks_span_from_date (step->span);
  return talks_span_make (0, 0);
}

static void
put_event_facts (Handout             *self,
                 const TalksTourStep *step,
                 TalksEvent          *event)
{
  const char *language = self->options->language;
  const TalksSheetStyle plain = make_style (self, TEXT_SIZE, FALSE, FALSE);
  const TalksSheetStyle dim = make_style (self, TEXT_SIZE - 1.5, FALSE, TRUE);
  g_autofree char *people = NULL;
  g_autofree char *sources = NULL;
  g_autofree char *accounts = NULL;

  if (shows (step, "table") || shows (step, "attendance"))
    {
      put_plan (self, event);
      people = talks_export_list_people (self->document, event, language, TRUE);
      put (self, people, &dim, 4);
    }
  if (shows (step, "outcome") && event->outcome != NULL)
    {
      /* Translators: what came of an event; %s is a text of the document. */
      g_autofree char *outcome = g_strdup_printf (_("Outcome: %s"), talks_text_show (event->outcome, language));

      put (self, outcome, &plain, 4);
    }
  sources = talks_references_cite (self->references, event->sources);
  if (event->accounts->len > 0)
    /* Translators: of an event; %s are its sources, as in "Sources: 3, 17", or nothing. */
    accounts = g_strdup_printf (_("Accounts of this differ. %s"), sources != NULL ? sources : "");
  put (self, accounts != NULL ? accounts : sources, &dim, 4);
}

/* What it is, when and where, and what is said of it. */
static void
put_beginning (Handout *self,
               guint    number)
{
  const TalksTourStep *step = self->tour->steps->pdata[number];
  const TalksEvent *event = talks_document_lookup_kind (self->document, TALKS_RECORD_EVENT, step->event);
  const char *language = self->options->language;
  const TalksDate *date = event != NULL ? event->date : step->span;
  TalksText *title = step->title == NULL && event != NULL ? event->title : step->title;
  TalksText *text = step->text == NULL && event != NULL ? event->summary : step->text;
  TalksSpan span = get_span (step, event);
  const TalksSheetStyle plain = make_style (self, TEXT_SIZE, FALSE, FALSE);
  const TalksSheetStyle heading = make_style (self, TEXT_SIZE + 2.5, TRUE, FALSE);
  const TalksSheetStyle dim = make_style (self, TEXT_SIZE - 1, FALSE, TRUE);
  g_autofree char *words = date != NULL ? talks_date_to_words (date, TALKS_DATE_STYLE_FULL) : NULL;
  g_autofree char *head = words != NULL ? g_strdup_printf ("%u · %s", number + 1, words)
                                        : g_strdup_printf ("%u", number + 1);

  put (self, head, &dim, 0);
  if (title != NULL)
    put (self, talks_text_show (title, language), &heading, 1);
  if (event != NULL && event->place != NULL)
    put (self, talks_text_show (event->place->name, language), &dim, 1);
  if (!talks_span_is_empty (span) && !talks_span_is_open (span))
    put_strip (self, span);
  if (text != NULL)
    put (self, talks_text_show (text, language), &plain, 5);
}

/* Who was there, what came of it, who says so. */
static void
put_rest (Handout *self,
          guint    number)
{
  const TalksTourStep *step = self->tour->steps->pdata[number];
  TalksEvent *event = talks_document_lookup_kind (self->document, TALKS_RECORD_EVENT, step->event);

  if (event != NULL)
    put_event_facts (self, step, event);
}

static double
measure (Handout  *self,
         void    (*func) (Handout *, guint),
         guint     number)
{
  double y = self->y;
  double height;

  self->measuring = TRUE;
  func (self, number);
  self->measuring = FALSE;
  height = self->y - y;
  self->y = y;
  return height;
}

/* The rest of a step, with its plan, is worth a page of its own rather than an empty half of the page before. */
static void
put_rest_overleaf (Handout *self,
                   guint    number)
{
  const TalksSheetStyle dim = make_style (self, TEXT_SIZE - 1, FALSE, TRUE);
  /* Translators: on top of a page, of a step that began on the page before; %u is its number. */
  g_autofree char *head = g_strdup_printf (_("%u, continued"), number + 1);

  turn_page (self);
  put (self, head, &dim, 0);
  put_rest (self, number);
}

/* A step that does not fit below the others begins there all the same when all but its rest does, and the rest is
 * high; else on the next page. A step that is higher than a page goes on on the next one. */
static void
put_steps (Handout *self)
{
  const TalksPalette *palette = talks_sheets_get_palette (self->sheets);
  const double least = RULE_SPACING * (LEAST_RULES + 0.5);

  for (guint i = 0; i < self->tour->steps->len; i++)
    {
      double beginning = measure (self, put_beginning, i);
      double rest = measure (self, put_rest, i);
      double top = i > 0 ? self->y + STEP_GAP : self->y;
      double room = bottom (self) - top;
      gboolean fits = MAX (beginning + rest, least) <= room;
      gboolean splits = !fits && rest >= HIGH_REST && MAX (beginning, least) <= room;

      if (i > 0 && !fits && !splits)
        turn_page (self);
      else if (i > 0)
        {
          put_notes (self, self->y);
          talks_sheets_put_rule (self->sheets, MARGIN, top - STEP_GAP / 2,
                                 talks_sheets_get_width (self->sheets) - 2 * MARGIN, palette->line);
          self->y = top;
          self->top = top;
        }
      put_beginning (self, i);
      if (splits)
        put_rest_overleaf (self, i);
      else
        put_rest (self, i);
      self->y = MAX (self->y, MIN (self->top + least, bottom (self)));
    }
  if (self->tour->steps->len > 0)
    put_notes (self, self->y);
}

/* ---- the whole ---- */

static void
put_head (Handout *self)
{
  const char *language = self->options->language;
  double width = talks_sheets_get_width (self->sheets) - 2 * MARGIN;
  const TalksSheetStyle heading = make_style (self, 19, TRUE, FALSE);
  const TalksSheetStyle dim = make_style (self, TEXT_SIZE, FALSE, TRUE);
  g_autofree char *title = talks_shown_dup_line (talks_text_show (self->tour->title, language));

  talks_sheets_add_bookmark (self->sheets, title, 0, MARGIN, self->y);
  self->y += talks_sheets_put_text (self->sheets, title, &heading, MARGIN, self->y, width);
  if (self->tour->description != NULL)
    self->y += 3 + talks_sheets_put_text (self->sheets, talks_text_show (self->tour->description, language), &dim, MARGIN,
                                          self->y + 3, width);
  self->y += STEP_GAP;
}

static void
put_references (Handout *self)
{
  const TalksPalette *palette = talks_sheets_get_palette (self->sheets);
  TalksFlowStyle style = { .size = 14, .bold = TRUE, .color = palette->text, .keep = 60 };
  TalksFlow flow;

  if (talks_references_count (self->references) == 0)
    return;
  talks_flow_init (&flow, self->sheets);
  talks_flow_put_text (&flow, _("Sources"), style);
  talks_flow_add_bookmark (&flow, _("Sources"), 0);
  flow.y += 4;
  style = (TalksFlowStyle) { .size = TEXT_SIZE - 1, .color = palette->text, .before = 3, .keep = 2 * TEXT_SIZE };
  talks_references_put (self->references, &flow, style);
}

void
talks_paper_put_handout (TalksSheets              *sheets,
                         TalksDocument            *document,
                         const TalksTour          *tour,
                         const TalksExportOptions *options)
{
  g_autoptr (TalksReferences) references = talks_references_new (document);
  Handout self = {
    .sheets = sheets,
    .document = document,
    .tour = tour,
    .options = options,
    .references = references,
    .width = (talks_sheets_get_width (sheets) - 2 * MARGIN - GAP) * TEXT_SHARE,
    .y = MARGIN,
  };

  talks_sheets_add_page (sheets);
  put_head (&self);
  self.top = self.y;
  put_steps (&self);
  put_references (&self);
}
