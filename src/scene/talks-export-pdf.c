/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first page is the picture, the pages after it list what it shows. */

#include "talks-export-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "talks-date-words.h"
#include "talks-export-flow.h"
#include "talks-table-plan.h"

#define TEXT_SIZE 9.0
#define PLAN_WIDTH 270.0

typedef struct
{
  TalksFlow                 flow;
  TalksDocument            *document;
  const TalksExportOptions *options;
  int                       outline; /* parent of the next bookmarks */
  GHashTable               *numbers; /* id of a source to its number */
  GPtrArray                *cited;   /* of TalksSource, by number */
} Pages;

static TalksFlowStyle
style_text (const Pages *pages)
{
  return (TalksFlowStyle) {
    .size = TEXT_SIZE,
    .color = pages->flow.palette->text,
    .before = 2,
    .keep = 2 * TEXT_SIZE,
  };
}

static TalksFlowStyle
style_dim (const Pages *pages)
{
  return (TalksFlowStyle) {
    .size = TEXT_SIZE - 1,
    .color = pages->flow.palette->dim_text,
    .before = 2,
    .keep = TEXT_SIZE,
  };
}

/* The line above an entry: when, and in whose colour. */
static TalksFlowStyle
style_head (const Pages      *pages,
            const TalksParty *party)
{
  const TalksPalette *palette = pages->flow.palette;

  return (TalksFlowStyle) {
    .size = TEXT_SIZE,
    .bold = TRUE,
    .color = party != NULL ? talks_palette_party (palette, party->color) : palette->dim_text,
    .before = 12,
    .keep = 6 * TEXT_SIZE,
  };
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
  pages->outline = talks_flow_add_bookmark (&pages->flow, text, CAIRO_PDF_OUTLINE_ROOT);
  pages->flow.y += 4;
}

/* ---- what is listed ---- */

/* "Sources: 3, 17", giving numbers to those named for the first time. */
static char *
number_sources (Pages *pages,
                char **ids)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (; *ids != NULL; ids++)
    {
      TalksSource *source = talks_document_lookup_kind (pages->document, TALKS_RECORD_SOURCE, *ids);
      guint number;

      if (source == NULL)
        continue;
      number = GPOINTER_TO_UINT (g_hash_table_lookup (pages->numbers, source->record.id));
      if (number == 0)
        {
          g_ptr_array_add (pages->cited, source);
          number = pages->cited->len;
          g_hash_table_insert (pages->numbers, source->record.id, GUINT_TO_POINTER (number));
        }
      g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", number);
    }
  /* Translators: %s are the numbers of sources, as in "Sources: 3, 17". */
  return numbers->len > 0 ? g_strdup_printf (_("Sources: %s"), numbers->str) : NULL;
}

static void
put_sources (Pages *pages,
             char **ids,
             double indent)
{
  g_autofree char *numbers = number_sources (pages, ids);
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

/* Who sat where, as in the window. */
static void
put_plan (Pages          *pages,
          TalksTablePlan *plan)
{
  TalksPaint paint = { .palette = pages->flow.palette, .context = pages->flow.context, .on_paper = TRUE };
  double x;
  double y;

  if (!talks_flow_put_box (&pages->flow, talks_table_plan_get_height (plan), &x, &y))
    return;
  cairo_save (pages->flow.cr);
  cairo_translate (pages->flow.cr, x, y);
  talks_table_plan_draw (plan, pages->flow.cr, &paint, NULL);
  cairo_restore (pages->flow.cr);
}

static void
put_event (Pages      *pages,
           TalksEvent *event)
{
  const char *language = pages->options->language;
  const char *title = talks_text_show (event->title, language);
  g_autoptr (TalksTablePlan) plan = talks_table_plan_new (pages->document, event, language,
                                                          MIN (pages->flow.column_width, PLAN_WIDTH));
  g_autofree char *date = talks_date_to_words (event->date, TALKS_DATE_STYLE_FULL);
  g_autofree char *place = describe_place (pages, event);
  /* The plan shows initials: on paper the names must stand beside it. */
  g_autofree char *people = talks_export_list_people (pages->document, event, language, plan != NULL);
  g_autofree char *bookmark = g_strdup_printf ("%s: %s", date, title);
  TalksFlowStyle style = style_head (pages, talks_document_get_event_party (pages->document, event));

  if (plan != NULL)
    style.keep += 4 * TEXT_SIZE + talks_table_plan_get_height (plan);
  talks_flow_put_text (&pages->flow, date, style);
  talks_flow_add_bookmark (&pages->flow, bookmark, pages->outline);
  style = style_text (pages);
  style.size = 11;
  style.bold = TRUE;
  style.before = 0;
  style.keep = 40;
  talks_flow_put_text (&pages->flow, title, style);
  talks_flow_put_text (&pages->flow, place, style_dim (pages));
  talks_flow_put_text (&pages->flow, people, style_dim (pages));
  if (plan != NULL)
    put_plan (pages, plan);
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
  const TalksParty *party = talks_document_lookup_kind (pages->document, TALKS_RECORD_PARTY, position->party);
  g_autofree char *date = talks_date_to_words (position->date, TALKS_DATE_STYLE_FULL);
  g_autofree char *head = NULL;

  if (party != NULL)
    head = g_strdup_printf ("%s · %s", talks_text_show (party->short_name, pages->options->language), date);
  talks_flow_put_text (&pages->flow, head != NULL ? head : date, style_head (pages, party));
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
put_references (Pages *pages)
{
  for (guint i = 0; i < pages->cited->len; i++)
    {
      const TalksSource *source = g_ptr_array_index (pages->cited, i);
      g_autofree char *reference = talks_export_cite (source);
      g_autofree char *entry = g_strdup_printf ("%u. %s", i + 1, reference);
      TalksFlowStyle style = style_text (pages);

      style.size = TEXT_SIZE - 1;
      style.link = talks_source_get_link (source);
      talks_flow_put_text (&pages->flow, entry, style);
    }
}

static void
put_lists (Pages *pages)
{
  g_autoptr (GPtrArray) events = talks_export_list_events (pages->document, pages->options);
  g_autoptr (GPtrArray) positions = talks_export_list_positions (pages->document, pages->options);
  const TalksTopic *topic = talks_document_lookup_kind (pages->document, TALKS_RECORD_TOPIC, pages->options->topic);

  if (events->len > 0)
    put_heading (pages, _("Events"));
  for (guint i = 0; i < events->len; i++)
    put_event (pages, g_ptr_array_index (events, i));

  if (positions->len > 0 && topic != NULL)
    {
      /* Translators: %s is a topic, such as "Ceasefire". */
      g_autofree char *heading = g_strdup_printf (_("Stated positions: %s"),
                                                  talks_text_show (topic->name, pages->options->language));

      put_heading (pages, heading);
    }
  for (guint i = 0; i < positions->len; i++)
    put_position (pages, g_ptr_array_index (positions, i));

  if (pages->cited->len > 0)
    put_heading (pages, _("Sources"));
  put_references (pages);
}

/* ---- the file ---- */

/* One run over the lists, after the first page. Returns the number of pages. */
static int
run (Pages *pages)
{
  pages->flow.page = 1;
  pages->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  pages->cited = g_ptr_array_new ();
  if (talks_document_count (pages->document, TALKS_RECORD_EVENT) > 0)
    {
      talks_flow_begin_page (&pages->flow);
      put_lists (pages);
    }
  g_clear_pointer (&pages->numbers, g_hash_table_unref);
  g_clear_pointer (&pages->cited, g_ptr_array_unref);
  return pages->flow.page;
}

static void
set_metadata (Pages *pages)
{
  const char *language = pages->options->language;
  TalksText *description = talks_document_get_description (pages->document);
  GPtrArray *parties = talks_document_get_records (pages->document, TALKS_RECORD_PARTY);
  g_autoptr (GString) keywords = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf (keywords, "%s%s", i > 0 ? ", " : "",
                            talks_text_show (((TalksParty *) g_ptr_array_index (parties, i))->name, language));
  cairo_pdf_surface_set_metadata (pages->flow.surface, CAIRO_PDF_METADATA_TITLE,
                                  talks_text_show (talks_document_get_title (pages->document), language));
  if (description != NULL)
    cairo_pdf_surface_set_metadata (pages->flow.surface, CAIRO_PDF_METADATA_SUBJECT,
                                    talks_text_show (description, language));
  cairo_pdf_surface_set_metadata (pages->flow.surface, CAIRO_PDF_METADATA_KEYWORDS, keywords->str);
  cairo_pdf_surface_set_metadata (pages->flow.surface, CAIRO_PDF_METADATA_CREATOR, "Talks " TALKS_VERSION);
}

static void
draw_picture (Pages *pages)
{
  double scale;
  g_autoptr (TalksPicture) picture = NULL;

  /* A wider picture than the page: at the size of the screen its letters would fill the paper. */
  picture = talks_picture_new_to_fit (pages->document, pages->options, pages->flow.context, pages->flow.width * 1.6,
                                      pages->flow.height * 1.6, &scale);
  scale /= 1.6;
  cairo_save (pages->flow.cr);
  talks_export_fill (pages->flow.cr, pages->flow.palette->surface, pages->flow.width, pages->flow.height);
  cairo_scale (pages->flow.cr, scale, scale);
  talks_picture_draw (picture, pages->flow.cr, pages->flow.height / scale);
  cairo_restore (pages->flow.cr);
  talks_flow_add_bookmark (&pages->flow, _("Timeline"), CAIRO_PDF_OUTLINE_ROOT);
}

GBytes *
talks_export_pdf (TalksDocument            *document,
                  const TalksExportOptions *options,
                  PangoContext             *context,
                  GError                  **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  Pages pages = {
    .document = document,
    .options = options,
    .flow = {
      .palette = talks_palette_get (options->theme),
      .context = context,
      .title = talks_text_show (talks_document_get_title (document), options->language),
      .width = options->width,
      .height = options->height,
    },
  };
  TalksFlow *flow = &pages.flow;
  cairo_status_t status;

  flow->n_pages = run (&pages);

  flow->surface = cairo_pdf_surface_create_for_stream (talks_export_write, pdf, flow->width, flow->height);
  flow->cr = cairo_create (flow->surface);
  set_metadata (&pages);
  flow->page = 1;
  draw_picture (&pages);
  run (&pages);

  status = cairo_status (flow->cr);
  cairo_destroy (flow->cr);
  cairo_surface_finish (flow->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (flow->surface);
  cairo_surface_destroy (flow->surface);
  if (!talks_export_check (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
}
