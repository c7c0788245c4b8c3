/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-command-line.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "talks-bundled.h"
#include "talks-date-words.h"
#include "talks-error.h"
#include "talks-export.h"
#include "talks-file.h"

enum
{
  STATUS_SUCCESS = 0,
  STATUS_PROBLEMS = 1,
  STATUS_FAILURE = 2,
};

typedef struct
{
  gboolean   help;
  gboolean   version;
  gboolean   validate;
  gboolean   explain_date;
  char      *export_path;
  char      *from;
  char      *to;
  char      *size;
  char      *theme;
  char      *lang;
  gboolean   unfold;
  char     **files;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->export_path);
  g_free (options->from);
  g_free (options->to);
  g_free (options->size);
  g_free (options->theme);
  g_free (options->lang);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ---- messages ---- */

static void
complain (const char *message)
{
  fprintf (stderr, "talks-timeline: %s\n", message);
}

static int
complain_usage (const char *message)
{
  complain (message);
  fprintf (stderr, "%s\n", _("“talks-timeline --help” lists all options."));
  return STATUS_FAILURE;
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

/* ---- --explain-date ---- */

/* One line of output stays one line with five fields, whatever was given. */
static char *
make_field (const char *text)
{
  char *field = g_utf8_make_valid (text, -1);

  for (char *p = field; *p != '\0'; p++)
    if ((unsigned char) *p < 0x20 || *p == 0x7f)
      *p = ' ';
  return field;
}

static gboolean
explain_date (const char *expression)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksDate) date = talks_date_parse (expression, &error);
  g_autofree char *field = make_field (expression);
  g_autofree char *earliest = NULL;
  g_autofree char *latest = NULL;
  g_autofree char *words = NULL;
  TalksDateFlags flags;

  if (date == NULL)
    {
      words = make_field (error->message);
      printf ("%s\tinvalid\t%s\n", field, words);
      return FALSE;
    }

  flags = talks_date_get_flags (date);
  earliest = talks_date_format_bound (talks_date_get_earliest (date), (flags & TALKS_DATE_UNKNOWN_START) != 0);
  latest = talks_date_format_bound (talks_date_get_latest (date), (flags & TALKS_DATE_UNKNOWN_END) != 0);
  words = talks_date_to_words (date, TALKS_DATE_STYLE_FULL);
  printf ("%s\t%d\t%s\t%s\t%s\n", field, talks_date_get_level (date), earliest, latest, words);
  return TRUE;
}

static gboolean
explain_lines (void)
{
  char *line = NULL;
  size_t size = 0;
  ssize_t length;
  gboolean valid = TRUE;

  while ((length = getline (&line, &size, stdin)) >= 0)
    {
      if (length > 0 && line[length - 1] == '\n')
        line[--length] = '\0';
      if (length > 0 && line[length - 1] == '\r')
        line[--length] = '\0';
      /* A line with a null byte is no date: let it not look like a shorter one that is. */
      for (ssize_t i = 0; i < length; i++)
        if (line[i] == '\0')
          line[i] = '\1';
      if (!explain_date (line))
        valid = FALSE;
      fflush (stdout);
    }
  free (line);
  return valid;
}

/* Expressions may begin with a hyphen ("-0043"), so they are not parsed as options. */
static int
run_explain_date (char **expressions)
{
  gboolean valid = TRUE;

  if (*expressions == NULL)
    return complain_usage (_("--explain-date needs at least one expression, or - to read them from "
                             "standard input."));
  for (; *expressions != NULL; expressions++)
    if (!(strcmp (*expressions, "-") == 0 ? explain_lines () : explain_date (*expressions)))
      valid = FALSE;
  return valid ? STATUS_SUCCESS : STATUS_PROBLEMS;
}

/* ---- --validate ---- */

static void
print_problem (const char         *path,
               const TalksReading *reading,
               const TalksProblem *problem)
{
  unsigned line = 1;
  unsigned column = 1;
  g_autofree char *message = make_field (problem->message);

  talks_reading_locate (reading, problem->pointer, &line, &column);
  printf ("%s:%u:%u: %s: %s: %s\n", path, line, column,
          problem->severity == TALKS_SEVERITY_ERROR ? "error" : "warning", problem->pointer, message);
}

static int
validate_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, &error);
  int status = STATUS_SUCCESS;

  if (reading == NULL)
    {
      complain (error->message);
      return STATUS_FAILURE;
    }
  for (guint i = 0; i < reading->problems->len; i++)
    {
      const TalksProblem *problem = g_ptr_array_index (reading->problems, i);

      print_problem (path, reading, problem);
      if (problem->severity == TALKS_SEVERITY_ERROR)
        status = STATUS_PROBLEMS;
    }
  return status;
}

static int
run_validate (char **paths)
{
  int status = STATUS_SUCCESS;

  if (paths == NULL)
    return complain_usage (_("--validate needs at least one file."));
  for (; *paths != NULL; paths++)
    status = MAX (status, validate_file (*paths));
  return status;
}

/* ---- --export ---- */

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
parse_span (const Options  *options,
            TalksSpan      *span,
            GError        **error)
{
  g_autoptr (TalksDate) from = NULL;
  g_autoptr (TalksDate) to = NULL;

  *span = (TalksSpan) { 0, 0 };
  if (options->from == NULL && options->to == NULL)
    return TRUE;
  if (options->from != NULL && (from = parse_day ("--from", options->from, error)) == NULL)
    return FALSE;
  if (options->to != NULL && (to = parse_day ("--to", options->to, error)) == NULL)
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

static gboolean
parse_export (const Options      *options,
              TalksExportOptions *export_options,
              TalksExportFormat  *format,
              GError            **error)
{
  export_options->folded = !options->unfold;
  export_options->language = options->lang;
  if (!talks_export_format_from_path (options->export_path, format))
    {
      usage_error (error, _("“%s” must end in .png, .svg or .pdf."), options->export_path);
      return FALSE;
    }
  if (options->theme != NULL && !talks_theme_from_name (options->theme, &export_options->theme))
    {
      usage_error (error, _("--theme: “%s” is not one of light, dark, contrast and projector."), options->theme);
      return FALSE;
    }
  if (options->files != NULL && options->files[1] != NULL)
    {
      usage_error (error, _("--export draws one document."));
      return FALSE;
    }
  return parse_span (options, &export_options->span, error)
         && parse_size (options->size, &export_options->width, &export_options->height, error);
}

/* The words of the program follow the language that was asked for, if it is translated. */
static void
use_language (const char *lang)
{
  g_autofree char *name = NULL;

  if (lang == NULL)
    return;
  name = g_strdelimit (g_strdup (lang), "-,", '_');
  for (char *p = strchr (lang, ','); p != NULL; p = strchr (p + 1, ','))
    name[p - lang] = ':';
  g_setenv ("LANGUAGE", name, TRUE);
  setlocale (LC_ALL, "");
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
  complain (message);
}

static int
run_export (const Options *options)
{
  TalksExportOptions export_options = { 0 };
  TalksExportFormat format = TALKS_EXPORT_PNG;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (TalksReading) reading = NULL;

  if (!parse_export (options, &export_options, &format, &error))
    return complain_usage (error->message);

  use_language (options->lang);
  file = options->files != NULL ? g_file_new_for_commandline_arg (options->files[0])
                                : talks_bundled_get_document ();
  reading = talks_file_load (file, NULL, &error);
  if (reading != NULL)
    {
      warn_of_problems (reading, file);
      if (talks_export_to_path (reading->document, options->export_path, format, &export_options, &error))
        return STATUS_SUCCESS;
    }
  if (g_error_matches (error, TALKS_ERROR, TALKS_ERROR_USAGE))
    return complain_usage (error->message);
  complain (error->message);
  return STATUS_FAILURE;
}

/* ---- options ---- */

/* context refers to entries made here: it must not outlive options. */
static GOptionContext *
make_context (Options *options)
{
  const GOptionEntry entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, N_("Print all options"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_("Print the version"), NULL },
    { "validate", 0, 0, G_OPTION_ARG_NONE, &options->validate, N_("Print the problems of each file"), NULL },
    { "explain-date", 0, 0, G_OPTION_ARG_NONE, &options->explain_date,
      N_("Print what each date in EDTF means; - reads them from standard input"), NULL },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &options->export_path,
      N_("Draw the document as .png, .svg or .pdf"), N_("OUT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options->from, N_("The first day to draw, in EDTF"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options->to, N_("The last day to draw, in EDTF"), N_("DATE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options->size, N_("The size of the picture, in pixels"), N_("WxH") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options->theme, N_("light, dark, contrast or projector"),
      N_("THEME") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options->lang, N_("The language of the texts"), N_("LANGUAGE") },
    { "unfold", 0, 0, G_OPTION_ARG_NONE, &options->unfold, N_("Draw quiet periods at their full length"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, N_("[FILE…]") },
    { NULL }
  };
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context,
                                N_("Draws a negotiation as a timeline. Without an option, opens a window on each "
                                   "FILE, or on the document that comes with the program."));
  return context;
}

/* NULL when options fit together, else what is wrong with them. */
static const char *
check_options (const Options *options)
{
  gboolean drawing = options->from != NULL || options->to != NULL || options->size != NULL
                     || options->theme != NULL || options->lang != NULL || options->unfold;

  if (options->explain_date)
    return _("--explain-date must come first: all that follows it are expressions.");
  if (options->validate && options->export_path != NULL)
    return _("--validate and --export cannot be used together.");
  if (drawing && options->export_path == NULL)
    return _("--from, --to, --size, --theme, --lang and --unfold go with --export.");
  return NULL;
}

static gboolean
run (char **argv,
     int   *exit_status)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GOptionContext) context = make_context (&options);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) arguments = g_strdupv (argv);
  const char *mistake;

  if (!g_option_context_parse_strv (context, &arguments, &error))
    *exit_status = complain_usage (error->message);
  else if (options.help)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      fputs (help, stdout);
      *exit_status = STATUS_SUCCESS;
    }
  else if (options.version)
    {
      printf ("talks-timeline %s\n", TALKS_VERSION);
      *exit_status = STATUS_SUCCESS;
    }
  else if ((mistake = check_options (&options)) != NULL)
    *exit_status = complain_usage (mistake);
  else if (options.validate)
    *exit_status = run_validate (options.files);
  else if (options.export_path != NULL)
    *exit_status = run_export (&options);
  else
    return FALSE;
  return TRUE;
}

gboolean
talks_command_line_run (int    argc,
                        char **argv,
                        int   *exit_status)
{
  g_return_val_if_fail (argv != NULL && exit_status != NULL, FALSE);

  /* What the desktop says to a GApplication is not for us. */
  for (int i = 1; i < argc; i++)
    if (g_str_has_prefix (argv[i], "--gapplication-"))
      return FALSE;

  *exit_status = STATUS_SUCCESS;
  if (argc > 1 && strcmp (argv[1], "--explain-date") == 0)
    *exit_status = run_explain_date (argv + 2);
  else if (!run (argv, exit_status))
    return FALSE;

  /* A full disk or a closed pipe must not look like success. */
  if ((fflush (stdout) != 0 || ferror (stdout)) && *exit_status == STATUS_SUCCESS)
    *exit_status = STATUS_FAILURE;
  return TRUE;
}
