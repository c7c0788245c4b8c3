/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-command-line-export.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "talks-bundled.h"
#include "talks-date.h"
#include "talks-error.h"
#include "talks-export-files.h"
#include "talks-file.h"
#include "talks-paper.h"
#include "talks-text-languages.h"
#include "talks-worksheet.h"

#define DEFAULT_SEED 1

/* ---- messages ---- */

static void
tell (const char *message)
{
  fprintf (stderr, "talks-timeline: %s\n", message);
}

static void
usage_error (GError     **error,
             const char  *format,
             ...) G_GNUC_PRINTF (2, 3);

static void
usage_error (GError     **error,
             const char  *format,
             ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, TALKS_ERROR, TALKS_ERROR_USAGE, message);
}

/* ---- what is asked for ---- */

static TalksDate *
parse_day (const char  *option,
           const char  *text,
           GError     **error)
{
  g_autoptr (GError) local = NULL;
  TalksDate *date = talks_date_parse (text, &local);

  if (date == NULL)
    /* Translators: the name of an option, what was given with it, and why it is not a date. */
    usage_error (error, _("%1$s: “%2$s” is not a date: %3$s"), option, text, local->message);
  return date;
}

static gboolean
parse_span (const TalksExportRequest  *request,
            TalksSpan                 *span,
            GError                   **error)
{
  g_autoptr (TalksDate) from = NULL;
  g_autoptr (TalksDate) to = NULL;

  *span = (TalksSpan) { 0, 0 };
  if (request->from == NULL && request->to == NULL)
    return TRUE;
  if (request->from != NULL && (from = parse_day ("--from", request->from, error)) == NULL)
    return FALSE;
  if (request->to != NULL && (to = parse_day ("--to", request->to, error)) == NULL)
    return FALSE;

  span->start = from != NULL ? talks_date_get_earliest (from) : TALKS_DAY_MIN;
  span->end = to != NULL ? talks_date_get_latest (to) : TALKS_DAY_MAX;
  if (span->end < TALKS_DAY_MAX)
    span->end++;
  if (talks_span_is_empty (*span))
    {
      usage_error (error, _("--to must not be before --from."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_size (const char  *text,
            int         *width,
            int         *height,
            GError     **error)
{
  g_auto (GStrv) parts = NULL;
  guint64 sides[2];

  if (text == NULL)
    return TRUE;
  parts = g_strsplit (text, "x", 3);
  if (g_strv_length (parts) == 2
      && g_ascii_string_to_unsigned (parts[0], 10, 1, TALKS_EXPORT_MAX_SIZE, &sides[0], NULL)
      && g_ascii_string_to_unsigned (parts[1], 10, 1, TALKS_EXPORT_MAX_SIZE, &sides[1], NULL))
    {
      *width = (int) sides[0];
      *height = (int) sides[1];
      return TRUE;
    }
  usage_error (error, _("--size: “%s” is not a size such as 1600x900."), text);
  return FALSE;
}

/* Either a picture or another format. */
typedef struct
{
  gboolean            is_picture;
  TalksExportFormat   picture_format;
  TalksExchangeFormat format;
  TalksPaperOptions   paper; /* holds the options of a picture */
} Export;

static gboolean
parse_format (const char  *path,
              Export      *export,
              GError     **error)
{
  g_autoptr (GString) endings = g_string_new (".png, .svg, .pdf");

  export->is_picture = talks_export_format_from_path (path, &export->picture_format);
  if (export->is_picture || talks_exchange_format_from_path (path, &export->format))
    return TRUE;
  for (int i = 0; i < TALKS_N_EXCHANGE_FORMATS; i++)
    {
      TalksExchangeFormatInfo info;

      talks_exchange_get_info ((TalksExchangeFormat) i, &info);
      if (info.can_export)
        g_string_append_printf (endings, ", %s", info.ending);
    }
  /* Translators: the name of a file, and a list of endings. */
  usage_error (error, _("“%1$s” must end in one of: %2$s."), path, endings->str);
  return FALSE;
}

/* A worksheet and its answers fit together without one too. */
static gboolean
parse_seed (const char  *text,
            guint       *seed,
            GError     **error)
{
  guint64 number = DEFAULT_SEED;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, TALKS_WORKSHEET_MAX_SEED, &number, NULL))
    {
      usage_error (error, _("--seed: “%1$s” is not a number from 0 to %2$d."), text, TALKS_WORKSHEET_MAX_SEED);
      return FALSE;
    }
  *seed = (guint) number;
  return TRUE;
}

/* What is said of paper must go with what is put on it. */
static gboolean
check_paper (const TalksExportRequest  *request,
             const Export              *export,
             GError                   **error)
{
  const TalksPaperKind kind = export->paper.kind;
  gboolean asks = kind == TALKS_PAPER_WORKSHEET || kind == TALKS_PAPER_ANSWERS;
  gboolean pictures = kind == TALKS_PAPER_TIMELINE || kind == TALKS_PAPER_PAGES;
  gboolean is_pdf = export->is_picture && export->picture_format == TALKS_EXPORT_PDF;
  const struct
  {
    gboolean    wrong;
    const char *message;
  } mistakes[] = {
    { !export->is_picture && (request->as != NULL || request->paper != NULL),
      _("--as and --paper go with pictures: OUT must end in .pdf, .png or .svg.") },
    { request->tour != NULL && pictures, _("--tour goes with --as handout, worksheet or answers.") },
    { request->seed != NULL && !asks, _("--seed goes with --as worksheet or answers.") },
    { request->no_lists && kind != TALKS_PAPER_PAGES && !(kind == TALKS_PAPER_TIMELINE && is_pdf),
      _("--no-lists goes with the PDF of a timeline, or with --as pages.") },
    { request->size != NULL && (kind != TALKS_PAPER_TIMELINE || request->paper != NULL),
      _("--size goes with the picture of a timeline; paper has the size that --paper says.") },
    { request->paper != NULL && kind == TALKS_PAPER_TIMELINE && !is_pdf,
      _("--paper goes with a PDF, or with --as pages, handout, worksheet or answers.") },
    { kind == TALKS_PAPER_HANDOUT && (request->from != NULL || request->to != NULL),
      _("A handout shows a whole tour: --from and --to do not go with it.") },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (mistakes); i++)
    if (mistakes[i].wrong)
      {
        usage_error (error, "%s", mistakes[i].message);
        return FALSE;
      }
  return TRUE;
}

static gboolean
parse_paper (const TalksExportRequest  *request,
             Export                    *export,
             GError                   **error)
{
  export->paper.tour = request->tour;
  export->paper.without_lists = request->no_lists;
  if (request->as != NULL && !talks_paper_kind_from_name (request->as, &export->paper.kind))
    {
      usage_error (error, _("--as: “%s” is not one of timeline, pages, handout, worksheet and answers."), request->as);
      return FALSE;
    }
  if (request->paper != NULL && !talks_paper_size_from_name (request->paper, &export->paper.size))
    {
      usage_error (error, _("--paper: “%s” is neither a4 nor letter."), request->paper);
      return FALSE;
    }
  return parse_seed (request->seed, &export->paper.seed, error) && check_paper (request, export, error);
}

static gboolean
parse_request (const TalksExportRequest  *request,
               Export                    *export,
               GError                   **error)
{
  if (!parse_format (request->out, export, error))
    return FALSE;
  export->paper.picture.folded = !request->unfold;
  export->paper.picture.language = request->lang;
  if (request->theme != NULL && !talks_theme_from_name (request->theme, &export->paper.picture.theme))
    {
      usage_error (error, _("--theme: “%s” is not one of light, dark, contrast, projector, paper and mono."), request->theme);
      return FALSE;
    }
  if (request->with_bom && (export->is_picture || export->format != TALKS_EXCHANGE_CSV))
    {
      usage_error (error, _("--bom goes with tables: OUT must end in .csv."));
      return FALSE;
    }
  return parse_paper (request, export, error)
         && parse_span (request, &export->paper.picture.span, error)
         && parse_size (request->size, &export->paper.picture.width, &export->paper.picture.height, error);
}

/* A document with errors is drawn as far as it can be read: whoever looks at the picture should
 * know. */
static void
warn_of_problems (const TalksReading *reading,
                  GFile              *file)
{
  g_autofree char *name = talks_file_get_name (file);
  g_autofree char *message = NULL;
  guint n = 0;

  for (guint i = 0; i < reading->problems->len; i++)
    n += ((TalksProblem *) g_ptr_array_index (reading->problems, i))->severity == TALKS_SEVERITY_ERROR;
  if (n == 0)
    return;
  message = g_strdup_printf (ngettext ("“%1$s” has %2$u error; --validate says where.",
                                       "“%1$s” has %2$u errors; --validate says where.", n),
                             name, n);
  tell (message);
}

/* "ua" is no language, and what is shown is in that of the document then. */
static void
warn_of_language (TalksDocument *document,
                  const char    *lang)
{
  g_auto (GStrv) tags = talks_text_languages_list (document);
  g_autofree char *list = NULL;
  g_autofree char *message = NULL;

  if (lang == NULL || talks_text_languages_has ((const char * const *) tags, lang))
    return;
  list = g_strjoinv (", ", tags);
  /* Translators: a tag of a language, "fr", and a list of them, "en, uk". */
  message = g_strdup_printf (_("No text of this document is in “%s”. Its languages are: %s"), lang, list);
  tell (message);
}

/* ---- exporting ---- */

/* Who names one file does not think of those beside it. */
static gboolean
check_there (GPtrArray                 *files,
             const Export              *export,
             const TalksExportRequest  *request,
             GError                   **error)
{
  g_autoptr (GPtrArray) there = talks_export_files_list_there (files, export->format, request->out);
  g_autofree char *names = NULL;

  if (request->replace || there->len == 0)
    return TRUE;
  g_ptr_array_add (there, NULL);
  names = g_strjoinv (", ", (char **) there->pdata);
  g_set_error (error, TALKS_ERROR, TALKS_ERROR_FAILED,
               _("Nothing was written, since these files are there already: %s. --replace writes over them."), names);
  return FALSE;
}

static gboolean
write_files (TalksDocument             *document,
             const Export              *export,
             const TalksExportRequest  *request,
             GError                   **error)
{
  const TalksExchangeOptions options = {
    .span = export->paper.picture.span,
    .language = export->paper.picture.language,
    .with_bom = request->with_bom,
  };
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = talks_export_files_make (document, export->format, &options, &export->paper.picture, losses,
                                                         error);

  if (files == NULL || !check_there (files, export, request, error)
      || !talks_export_files_save (files, export->format, request->out, error))
    return FALSE;
  for (guint i = 0; i < losses->len; i++)
    tell (losses->pdata[i]);
  return TRUE;
}

gboolean
talks_command_line_export (const TalksExportRequest  *request,
                           GError                   **error)
{
  Export export = { 0 };
  g_autoptr (GFile) file = NULL;
  g_autoptr (TalksReading) reading = NULL;

  g_return_val_if_fail (request != NULL && request->out != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!parse_request (request, &export, error))
    return FALSE;
  file = request->file != NULL ? g_file_new_for_commandline_arg (request->file) : talks_bundled_get_document ();
  reading = talks_file_load (file, NULL, error);
  if (reading == NULL)
    return FALSE;
  warn_of_problems (reading, file);
  warn_of_language (reading->document, request->lang);
  if (export.is_picture)
    return talks_paper_export (reading->document, &export.paper, request->out, export.picture_format, request->replace,
                               error);
  return write_files (reading->document, &export, request, error);
}
