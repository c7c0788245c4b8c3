/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-paper-private.h"

#include <string.h>

#include "talks-error.h"
#include "talks-gettext.h"
#include "talks-wording.h"

#define PNG_SCALE (150.0 / 72)

/* ---- kinds and sizes ---- */

static const struct
{
  const char *name;
  gboolean    landscape;
} kinds[TALKS_N_PAPERS] = {
  [TALKS_PAPER_TIMELINE] = { "timeline", TRUE },
  [TALKS_PAPER_PAGES] = { "pages", TRUE },
  [TALKS_PAPER_HANDOUT] = { "handout", FALSE },
  [TALKS_PAPER_WORKSHEET] = { "worksheet", FALSE },
  [TALKS_PAPER_ANSWERS] = { "answers", FALSE },
};

static const struct
{
  const char *name;
  double      width;
  double      height;
} sizes[TALKS_N_PAPER_SIZES] = {
  [TALKS_PAPER_A4] = { "a4", 210 / 25.4 * 72, 297 / 25.4 * 72 },
  [TALKS_PAPER_LETTER] = { "letter", 612, 792 },
};

gboolean
talks_paper_kind_from_name (const char     *name,
                            TalksPaperKind *out)
{
  g_return_val_if_fail (out != NULL, FALSE);

  for (int i = 0; name != NULL && i < TALKS_N_PAPERS; i++)
    if (strcmp (name, kinds[i].name) == 0)
      {
        *out = (TalksPaperKind) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
talks_paper_size_from_name (const char     *name,
                            TalksPaperSize *out)
{
  g_return_val_if_fail (out != NULL, FALSE);

  for (int i = 0; name != NULL && i < TALKS_N_PAPER_SIZES; i++)
    if (g_ascii_strcasecmp (name, sizes[i].name) == 0)
      {
        *out = (TalksPaperSize) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
talks_paper_is_landscape (TalksPaperKind kind)
{
  g_return_val_if_fail (kind < TALKS_N_PAPERS, FALSE);
  return kinds[kind].landscape;
}

void
talks_paper_size_get (TalksPaperSize  size,
                      double         *width,
                      double         *height)
{
  g_return_if_fail (size < TALKS_N_PAPER_SIZES);
  *width = sizes[size].width;
  *height = sizes[size].height;
}

/* ---- sheets ---- */

/* Options that leave nothing open. */
typedef struct
{
  TalksPaperOptions  options;
  double             width;
  double             height;
  const TalksTour   *tour; /* NULL: none is asked for */
} Order;

static gboolean
resolve_size (Order   *order,
              GError **error)
{
  const TalksExportOptions *picture = &order->options.picture;
  double width;
  double height;

  talks_paper_size_get (order->options.size, &width, &height);
  order->width = kinds[order->options.kind].landscape ? height : width;
  order->height = kinds[order->options.kind].landscape ? width : height;
  if (picture->width == 0 && picture->height == 0)
    return TRUE;

  if (picture->width != 0)
    {
      order->height *= picture->width / order->width;
      order->width = picture->width;
    }
  if (picture->height != 0)
    order->height = picture->height;
  if (order->width >= TALKS_EXPORT_MIN_SIZE && order->width <= TALKS_EXPORT_MAX_SIZE
      && order->height >= TALKS_EXPORT_MIN_SIZE && order->height <= TALKS_EXPORT_MAX_SIZE)
    return TRUE;
  g_set_error (error, TALKS_ERROR, TALKS_ERROR_USAGE, _("The size of a picture must be from %d to %d on each side."),
               TALKS_EXPORT_MIN_SIZE, TALKS_EXPORT_MAX_SIZE);
  return FALSE;
}

static gboolean
resolve_tour (Order          *order,
              TalksDocument  *document,
              GError        **error)
{
  const char *id = order->options.tour;
  GPtrArray *tours = talks_document_get_records (document, TALKS_RECORD_TOUR);

  if (id != NULL)
    {
      order->tour = talks_document_lookup_kind (document, TALKS_RECORD_TOUR, id);
      if (order->tour == NULL)
        g_set_error (error, TALKS_ERROR, TALKS_ERROR_USAGE, _("The document has no tour “%s”."), id);
      return order->tour != NULL;
    }
  if (order->options.kind != TALKS_PAPER_HANDOUT)
    return TRUE;
  if (tours->len > 0)
    order->tour = tours->pdata[0];
  else
    g_set_error_literal (error, TALKS_ERROR, TALKS_ERROR_FAILED,
                         _("A handout shows the steps of a tour, and this document has no tour."));
  return order->tour != NULL;
}

/* What a worksheet asks about: a tour, a time, or all. */
static char *
describe_subject (const Order   *order,
                  TalksDocument *document)
{
  const TalksExportOptions *picture = &order->options.picture;

  if (order->tour != NULL)
    return g_strdup (talks_text_show (order->tour->title, picture->language));
  if (talks_span_equal (picture->span, talks_document_get_extent (document)))
    return NULL;
  return talks_export_span_to_words (picture->span);
}

/* At the foot of each page: whose page it is when pages lie about. */
static char *
describe_foot (const Order   *order,
               TalksDocument *document)
{
  const char *language = order->options.picture.language;
  const char *title = talks_text_show (talks_document_get_title (document), language);

  switch (order->options.kind)
    {
    case TALKS_PAPER_HANDOUT:
      return g_strdup (talks_text_show (order->tour->title, language));
    case TALKS_PAPER_WORKSHEET:
      /* Translators: at the foot of a page: the title of the timeline, the number of the worksheet. */
      return g_strdup_printf (_("%1$s · Worksheet %2$u"), title, order->options.seed);
    case TALKS_PAPER_ANSWERS:
      /* Translators: at the foot of a page: the title of the timeline, the number of the worksheet. */
      return g_strdup_printf (_("%1$s · Answers to worksheet %2$u"), title, order->options.seed);
    case TALKS_PAPER_TIMELINE:
    case TALKS_PAPER_PAGES:
    case TALKS_N_PAPERS:
    default:
      return g_strdup (title);
    }
}

static gboolean
put_worksheet (const Order    *order,
               TalksSheets    *sheets,
               TalksDocument  *document,
               GError        **error)
{
  const TalksWorksheetScope scope = {
    .span = order->options.picture.span,
    .tour = order->tour,
    .language = order->options.picture.language,
  };
  g_autoptr (TalksWorksheet) worksheet = talks_worksheet_new (document, &scope, order->options.seed);
  g_autofree char *subject = describe_subject (order, document);

  if (talks_worksheet_get_questions (worksheet)->len == 0)
    {
      G_GNUC_UNUSED g_autoptr (TalksWording) wording = talks_wording_begin (NULL);

      g_set_error_literal (error, TALKS_ERROR, TALKS_ERROR_FAILED,
                           _("There is no question to ask: too little here is confirmed, undisputed and has a source."));
      return FALSE;
    }
  talks_paper_put_worksheet (sheets, document, worksheet, subject, order->options.picture.language,
                             order->options.kind == TALKS_PAPER_ANSWERS);
  return TRUE;
}

static gboolean
put_order (const Order    *order,
           TalksSheets    *sheets,
           TalksDocument  *document,
           GError        **error)
{
  const TalksExportOptions *picture = &order->options.picture;

  switch (order->options.kind)
    {
    case TALKS_PAPER_HANDOUT:
      talks_paper_put_handout (sheets, document, order->tour, picture);
      return TRUE;
    case TALKS_PAPER_WORKSHEET:
    case TALKS_PAPER_ANSWERS:
      return put_worksheet (order, sheets, document, error);
    case TALKS_PAPER_PAGES:
      talks_paper_put_pages (sheets, document, picture);
      break;
    case TALKS_PAPER_TIMELINE:
    case TALKS_N_PAPERS:
    default:
      talks_paper_put_timeline (sheets, document, picture);
      break;
    }
  if (!order->options.without_lists)
    talks_export_put_lists (sheets, document, picture);
  return TRUE;
}

TalksSheets *
talks_paper_new (TalksDocument            *document,
                 const TalksPaperOptions  *options,
                 GError                  **error)
{
  Order order = { .options = *options };
  PangoContext *context;
  g_autoptr (TalksWording) wording = NULL;
  g_autoptr (TalksSheets) sheets = NULL;
  g_autofree char *foot = NULL;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (options->kind < TALKS_N_PAPERS && options->size < TALKS_N_PAPER_SIZES, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  talks_export_resolve (document, &options->picture, &order.options.picture);
  if (options->picture.theme == TALKS_THEME_LIGHT)
    order.options.picture.theme = TALKS_THEME_PAPER;
  if (!resolve_size (&order, error) || !resolve_tour (&order, document, error))
    return NULL;

  wording = talks_wording_begin (options->picture.language);
  context = talks_export_make_context (TALKS_EXPORT_PDF, order.options.picture.language);
  foot = describe_foot (&order, document);
  sheets = talks_sheets_new (context, talks_palette_get (order.options.picture.theme), order.width, order.height, foot);
  g_object_unref (context);
  talks_sheets_set_cancellable (sheets, options->cancellable);
  if (!put_order (&order, sheets, document, error) || g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return NULL;
  return g_steal_pointer (&sheets);
}

/* ---- files ---- */

static GBytes *
make_pdf (TalksSheets              *sheets,
          TalksDocument            *document,
          const TalksPaperOptions  *options,
          GError                  **error)
{
  const char *language = options->picture.language != NULL ? options->picture.language
                                                           : talks_document_get_language (document);
  TalksText *description = talks_document_get_description (document);
  GPtrArray *parties = talks_document_get_records (document, TALKS_RECORD_PARTY);
  g_autoptr (GString) keywords = g_string_new (NULL);
  TalksSheetsInfo info = {
    .title = talks_text_show (talks_document_get_title (document), language),
    .subject = description != NULL ? talks_text_show (description, language) : NULL,
  };

  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf (keywords, "%s%s", i > 0 ? ", " : "",
                            talks_text_show (((TalksParty *) parties->pdata[i])->name, language));
  info.keywords = keywords->str;
  return talks_sheets_to_pdf (sheets, &info, error);
}

/* "name-3.png" for "name.png". */
static char *
make_page_path (const char *path,
                guint       page)
{
  const char *ending = strrchr (path, '.');

  return g_strdup_printf ("%.*s-%u%s", (int) (ending - path), path, page + 1, ending);
}

/* Who names one file does not think of those beside it. */
static gboolean
check_there (TalksSheets  *sheets,
             const char   *path,
             GError      **error)
{
  guint n = talks_sheets_get_n_pages (sheets);

  for (guint i = 0; n > 1 && i < n; i++)
    {
      g_autofree char *page_path = make_page_path (path, i);
      g_autofree char *name = g_filename_display_name (page_path);

      if (g_file_test (page_path, G_FILE_TEST_EXISTS))
        {
          g_set_error (error, TALKS_ERROR, TALKS_ERROR_FAILED,
                       _("Nothing was written, since “%s” is there already. --replace writes over it."), name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
export_pages (TalksSheets        *sheets,
              const char         *path,
              TalksExportFormat   format,
              GError            **error)
{
  guint n = talks_sheets_get_n_pages (sheets);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *page_path = n > 1 ? make_page_path (path, i) : g_strdup (path);
      g_autoptr (GBytes) bytes = format == TALKS_EXPORT_PNG ? talks_sheets_page_to_png (sheets, i, PNG_SCALE, error)
                                                            : talks_sheets_page_to_svg (sheets, i, error);

      if (bytes == NULL || !talks_export_save (page_path, bytes, error))
        return FALSE;
    }
  return TRUE;
}

GBytes *
talks_paper_to_pdf (TalksDocument            *document,
                    const TalksPaperOptions  *options,
                    GError                  **error)
{
  g_autoptr (TalksSheets) sheets = talks_paper_new (document, options, error);

  return sheets != NULL ? make_pdf (sheets, document, options, error) : NULL;
}

gboolean
talks_paper_export (TalksDocument            *document,
                    const TalksPaperOptions  *options,
                    const char               *path,
                    TalksExportFormat         format,
                    gboolean                  replace,
                    GError                  **error)
{
  g_autoptr (TalksSheets) sheets = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TalksExportFormat named;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document) && options != NULL, FALSE);
  g_return_val_if_fail (path != NULL && talks_export_format_from_path (path, &named) && named == format, FALSE);

  if (options->kind == TALKS_PAPER_TIMELINE && format != TALKS_EXPORT_PDF)
    return talks_export_to_path (document, path, format, &options->picture, error);
  sheets = talks_paper_new (document, options, error);
  if (sheets == NULL)
    return FALSE;
  if (format != TALKS_EXPORT_PDF)
    return (replace || check_there (sheets, path, error)) && export_pages (sheets, path, format, error);
  bytes = make_pdf (sheets, document, options, error);
  return bytes != NULL && talks_export_save (path, bytes, error);
}
