/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages behind a picture list what it shows. */

#include "talks-export-private.h"

#include "talks-date-words.h"
#include "talks-export-flow.h"
#include "talks-gettext.h"
#include "talks-mark.h"
#include "talks-references.h"
#include "talks-table-plan.h"

#define TEXT_SIZE 9.0
#define PLAN_WIDTH 270.0

typedef struct
{
  TalksFlow                 flow;
  TalksDocument            *document;
  const TalksExportOptions *options;
  const TalksPalette       *palette;
  guint                     outline; /* parent of the next bookmarks */
  TalksReferences          *references;
} Pages;

static TalksFlowStyle
style_text (const Pages *pages)
{
  return (TalksFlowStyle) {
    .size = TEXT_SIZE,
    .color = pages->palette->text,
    .before = 2,
    .keep = 2 * TEXT_SIZE,
  };
}

static TalksFlowStyle
style_dim (const Pages *pages)
{
  return (TalksFlowStyle) {
    .size = TEXT_SIZE - 1,
    .color = pages->palette->dim_text,
    .before = 2,
    .keep = TEXT_SIZE,
  };
}

/* The line above an entry: when, and in whose colour. */
static TalksFlowStyle
style_head (const Pages      *pages,
            const TalksParty *party)
{
  const TalksPalette *palette = pages->palette;

  return (TalksFlowStyle) {
    .size = TEXT_SIZE,
    .bold = TRUE,
    .color = party != NULL ? talks_palette_party (palette, party->color) : palette->dim_text,
    .before = 12,
    .keep = 6 * TEXT_SIZE,
    .indent = party != NULL ? 1.5 * TEXT_SIZE : 0,
  };
}

typedef struct
{
  TalksParty *party;
  guint       grain;
} MarkDrawing;

static void
mark_drawing_free (gpointer data)
{
  talks_record_unref (((MarkDrawing *) data)->party);
  g_free (data);
}

/* In the line above. */
static void
draw_mark (cairo_t            *cr,
           const TalksPalette *palette,
           PangoContext       *context,
           gpointer            data)
{
  const MarkDrawing *self = data;

  talks_mark_draw_grained (cr, self->party->mark, self->grain, TALKS_MARK_FILLED, 0.5 * TEXT_SIZE, -0.68 * TEXT_SIZE,
                           0.85 * TEXT_SIZE, talks_palette_party (palette, self->party->color), palette->surface);
}

/* The line above an entry, with the mark of whose it is. */
static void
put_head (Pages          *pages,
          TalksParty     *party,
          const char     *text,
          TalksFlowStyle  style)
{
  MarkDrawing *drawing;

  talks_flow_put_text (&pages->flow, text, style);
  if (party == NULL)
    return;
  drawing = g_new (MarkDrawing, 1);
  drawing->party = talks_record_ref (party);
  drawing->grain = pages->palette->theme == TALKS_THEME_MONO ? talks_mark_get_grain (pages->document, party) : 0;
  talks_flow_put_drawing (&pages->flow, 0, draw_mark, drawing, mark_drawing_free);
}

static void
put_heading (Pages      *pages,
             const char *text)
{
  TalksFlowStyle style = style_text (pages);

  style.size = 15;
  style.bold = TRUE;
  style.before = 22;
  style.keep = 90;
  talks_flow_put_text (&pages->flow, text, style);
  pages->outline = talks_flow_add_bookmark (&pages->flow, text, 0);
  pages->flow.y += 4;
}

/* ---- what is listed ---- */

static void
put_sources (Pages *pages,
             char **ids,
             double indent)
{
  g_autofree char *numbers = talks_references_cite (pages->references, ids);
  TalksFlowStyle style = style_dim (pages);

  style.indent = indent;
  talks_flow_put_text (&pages->flow, numbers, style);
}

/* "Dolmabahçe Presidential Office, Istanbul · disputed". */
static char *
describe_place (Pages            *pages,
                const TalksEvent *event)
{
  GString *text = g_string_new (event->place != NULL
                                  ? talks_text_show (event->place->name, pages->options->language)
                                  : NULL);
  const char *certainty = event->certainty == TALKS_CERTAINTY_REPORTED
                            ? C_("certainty in a legend", "reported")
                          : event->certainty == TALKS_CERTAINTY_DISPUTED
                            ? C_("certainty in a legend", "disputed")
                            : NULL;

  if (certainty != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", certainty);
  return g_string_free (text, FALSE);
}

static void
put_accounts (Pages            *pages,
              const TalksEvent *event)
{
  TalksFlowStyle style = style_text (pages);

  if (event->accounts->len == 0)
    return;
  talks_flow_put_text (&pages->flow, _("Accounts differ:"), style);
  style.indent = 10;
  for (guint i = 0; i < event->accounts->len; i++)
    {
      const TalksAccount *account = g_ptr_array_index (event->accounts, i);
      g_autofree char *claim = g_strconcat ("– ", talks_text_show (account->claim, pages->options->language),
                                            NULL);

      talks_flow_put_text (&pages->flow, claim, style);
      put_sources (pages, account->sources, 10);
    }
}

/* A plan is made again when it is drawn: many pages of them are small then. */
typedef struct
{
  TalksDocument *document;
  TalksEvent    *event;
  char          *language;
  double         width;
} PlanDrawing;

static void
plan_drawing_free (gpointer data)
{
  PlanDrawing *self = data;

  g_object_unref (self->document);
  talks_record_unref (self->event);
  g_free (self->language);
  g_free (self);
}

static void
draw_plan (cairo_t            *cr,
           const TalksPalette *palette,
           PangoContext       *context,
           gpointer            data)
{
  const PlanDrawing *self = data;
  TalksPaint paint = { .palette = palette, .context = context, .on_paper = TRUE };
  g_autoptr (TalksTablePlan) plan = talks_table_plan_new (self->document, self->event, self->language, self->width);

  talks_table_plan_draw (plan, cr, &paint, NULL);
}

double
talks_export_measure_plan (TalksDocument *document,
                           TalksEvent    *event,
                           const char    *language,
                           double         width)
{
  g_autoptr (TalksTablePlan) plan = talks_table_plan_new (document, event, language, width);

  return plan != NULL ? talks_table_plan_get_height (plan) : 0;
}

TalksSheetFunc
talks_export_make_plan (TalksDocument  *document,
                        TalksEvent     *event,
                        const char     *language,
                        double          width,
                        gpointer       *data,
                        GDestroyNotify *destroy)
{
  PlanDrawing *drawing = g_new (PlanDrawing, 1);

  *drawing = (PlanDrawing) { g_object_ref (document), talks_record_ref (event), g_strdup (language), width };
  *data = drawing;
  *destroy = plan_drawing_free;
  return draw_plan;
}

/* Who sat where, as in the window. */
static void
put_plan (Pages      *pages,
          TalksEvent *event,
          double      width,
          double      height)
{
  gpointer data;
  GDestroyNotify destroy;
  TalksSheetFunc func = talks_export_make_plan (pages->document, event, pages->options->language, width, &data,
                                                &destroy);

  talks_flow_put_drawing (&pages->flow, height, func, data, destroy);
}

static void
put_event (Pages      *pages,
           TalksEvent *event)
{
  const char *language = pages->options->language;
  const char *title = talks_text_show (event->title, language);
  double plan_width = MIN (pages->flow.column_width, PLAN_WIDTH);
  double plan_height = talks_export_measure_plan (pages->document, event, language, plan_width);
  g_autofree char *date = talks_date_to_words (event->date, TALKS_DATE_STYLE_FULL);
  g_autofree char *place = describe_place (pages, event);
  /* The plan shows initials: on paper the names must stand beside it. */
  g_autofree char *people = talks_export_list_people (pages->document, event, language, plan_height > 0);
  g_autofree char *bookmark = g_strdup_printf ("%s: %s", date, title);
  TalksParty *party = talks_document_get_event_party (pages->document, event);
  TalksFlowStyle style = style_head (pages, party);

  if (plan_height > 0)
    style.keep += 4 * TEXT_SIZE + plan_height;
  put_head (pages, party, date, style);
  talks_flow_add_bookmark (&pages->flow, bookmark, pages->outline);
  style = style_text (pages);
  style.size = 11;
  style.bold = TRUE;
  style.before = 0;
  style.keep = 40;
  talks_flow_put_text (&pages->flow, title, style);
  talks_flow_put_text (&pages->flow, place, style_dim (pages));
  talks_flow_put_text (&pages->flow, people, style_dim (pages));
  if (plan_height > 0)
    put_plan (pages, event, plan_width, plan_height);
  talks_flow_put_text (&pages->flow, talks_text_show (event->summary, language), style_text (pages));
  if (event->outcome != NULL)
    {
      /* Translators: what came of an event; %s is a text of the document. */
      g_autofree char *outcome = g_strdup_printf (_("Outcome: %s"), talks_text_show (event->outcome, language));

      talks_flow_put_text (&pages->flow, outcome, style_text (pages));
    }
  put_accounts (pages, event);
  if (event->note != NULL)
    {
      g_autofree char *note = g_strdup_printf (_("Note: %s"), talks_text_show (event->note, language));

      talks_flow_put_text (&pages->flow, note, style_dim (pages));
    }
  put_sources (pages, event->sources, 0);
}

static void
put_position (Pages               *pages,
              const TalksPosition *position)
{
  TalksParty *party = talks_document_lookup_kind (pages->document, TALKS_RECORD_PARTY, position->party);
  g_autofree char *date = talks_date_to_words (position->date, TALKS_DATE_STYLE_FULL);
  g_autofree char *head = NULL;

  if (party != NULL)
    head = g_strdup_printf ("%s · %s", talks_text_show (party->short_name, pages->options->language), date);
  put_head (pages, party, head != NULL ? head : date, style_head (pages, party));
  talks_flow_put_text (&pages->flow, talks_text_show (position->stance, pages->options->language),
                       style_text (pages));
  if (position->quote != NULL)
    {
      /* Translators: the words of a statement, in quotation marks. */
      g_autofree char *quote = g_strdup_printf (_("“%s”"), position->quote->text);
      TalksFlowStyle style = style_dim (pages);

      style.indent = 10;
      talks_flow_put_text (&pages->flow, quote, style);
    }
  put_sources (pages, position->sources, 0);
}

static void
put_lists (Pages *pages)
{
  g_autoptr (GPtrArray) events = talks_export_list_events (pages->document, pages->options);
  g_autoptr (GPtrArray) positions = talks_export_list_positions (pages->document, pages->options);
  const TalksTopic *topic = talks_document_lookup_kind (pages->document, TALKS_RECORD_TOPIC, pages->options->topic);

  if (events->len > 0)
    put_heading (pages, _("Events"));
  for (guint i = 0; i < events->len && !talks_sheets_is_cancelled (pages->flow.sheets); i++)
    put_event (pages, g_ptr_array_index (events, i));

  if (positions->len > 0 && topic != NULL)
    {
      /* Translators: %s is a topic, such as "Ceasefire". */
      g_autofree char *heading = g_strdup_printf (_("Stated positions: %s"),
                                                  talks_text_show (topic->name, pages->options->language));

      put_heading (pages, heading);
    }
  for (guint i = 0; i < positions->len && !talks_sheets_is_cancelled (pages->flow.sheets); i++)
    put_position (pages, g_ptr_array_index (positions, i));

  if (talks_references_count (pages->references) > 0)
    {
      TalksFlowStyle style = style_text (pages);

      put_heading (pages, _("Sources"));
      style.size = TEXT_SIZE - 1;
      talks_references_put (pages->references, &pages->flow, style);
    }
}

void
talks_export_put_lists (TalksSheets              *sheets,
                        TalksDocument            *document,
                        const TalksExportOptions *options)
{
  g_autoptr (TalksReferences) references = talks_references_new (document);
  Pages pages = {
    .document = document,
    .options = options,
    .palette = talks_sheets_get_palette (sheets),
    .references = references,
  };

  if (talks_document_count (document, TALKS_RECORD_EVENT) == 0)
    return;
  talks_flow_init (&pages.flow, sheets);
  put_lists (&pages);
}
