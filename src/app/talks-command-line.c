/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-command-line.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "talks-command-line-explain.h"
#include "talks-command-line-export.h"
#include "talks-command-line-merge.h"
#include "talks-error.h"
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
  gboolean   merge;
  char      *output;
  char      *export_path;
  char      *from;
  char      *to;
  char      *size;
  char      *theme;
  char      *lang;
  char      *as;
  char      *tour;
  char      *paper;
  char      *seed;
  gboolean   no_lists;
  gboolean   unfold;
  gboolean   bom;
  gboolean   replace;
  char     **files;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->export_path);
  g_free (options->from);
  g_free (options->to);
  g_free (options->size);
  g_free (options->theme);
  g_free (options->lang);
  g_free (options->as);
  g_free (options->tour);
  g_free (options->paper);
  g_free (options->seed);
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

/* ---- --explain-date ---- */

/* Expressions may begin with a hyphen ("-0043"), so they are not parsed as options. */
static int
run_explain_date (char **expressions)
{
  g_autoptr (GError) error = NULL;
  gboolean valid;

  if (*expressions == NULL)
    return complain_usage (_("--explain-date needs at least one expression, or - to read them from "
                             "standard input."));
  if (!talks_command_line_explain (expressions, &valid, &error))
    {
      complain (error->message);
      return STATUS_FAILURE;
    }
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
  g_autofree char *message = talks_command_line_make_field (problem->message);

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
    {
      /* Not inside of MAX(), which works its arguments out twice. */
      int file_status = validate_file (*paths);

      status = MAX (status, file_status);
    }
  return status;
}

/* ---- --export ---- */

static int
run_export (const Options *options)
{
  const TalksExportRequest request = {
    .out = options->export_path,
    .file = options->files != NULL ? options->files[0] : NULL,
    .from = options->from,
    .to = options->to,
    .size = options->size,
    .theme = options->theme,
    .lang = options->lang,
    .as = options->as,
    .tour = options->tour,
    .paper = options->paper,
    .seed = options->seed,
    .no_lists = options->no_lists,
    .unfold = options->unfold,
    .with_bom = options->bom,
    .replace = options->replace,
  };
  g_autoptr (GError) error = NULL;

  if (options->files != NULL && options->files[1] != NULL)
    return complain_usage (_("--export takes one document."));
  if (talks_command_line_export (&request, &error))
    return STATUS_SUCCESS;
  if (g_error_matches (error, TALKS_ERROR, TALKS_ERROR_USAGE))
    return complain_usage (error->message);
  complain (error->message);
  return STATUS_FAILURE;
}

/* ---- --merge ---- */

static int
run_merge (const Options *options)
{
  const guint n = options->files != NULL ? g_strv_length (options->files) : 0;
  const gboolean has_base = n == 3;
  g_autoptr (GError) error = NULL;

  if ((n != 2 && n != 3) || options->output == NULL)
    return complain_usage (_("--merge needs BASE, OURS and THEIRS, or OURS and THEIRS, and -o with the file to write."));
  switch (talks_command_line_merge (has_base ? options->files[0] : NULL, options->files[n - 2], options->files[n - 1],
                                    options->output, &error))
    {
    case TALKS_MERGE_CLEAN:
      return STATUS_SUCCESS;
    case TALKS_MERGE_CONFLICTS:
      return STATUS_PROBLEMS;
    case TALKS_MERGE_FAILED:
    default:
      complain (error->message);
      return STATUS_FAILURE;
    }
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
    { "merge", 0, 0, G_OPTION_ARG_NONE, &options->merge,
      N_("Merge THEIRS into OURS, which both go back to BASE: --merge BASE OURS THEIRS -o OUT"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_("Where --merge writes the result"), N_("OUT") },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &options->export_path,
      N_("Write the document in another format, by the ending of OUT"), N_("OUT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options->from, N_("The first day to draw, in EDTF"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options->to, N_("The last day to draw, in EDTF"), N_("DATE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options->size, N_("The size of the picture, in pixels"), N_("WxH") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options->theme, N_("light, dark, contrast, projector, paper (white), or mono (black on white)"), N_("THEME") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options->lang, N_("The language of the texts"), N_("LANGUAGE") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &options->as,
      N_("What to draw: timeline, pages (as many as it takes), handout, worksheet or answers"), N_("WHAT") },
    { "tour", 0, 0, G_OPTION_ARG_STRING, &options->tour,
      N_("The tour of a handout, or what a worksheet asks about, by its id"), N_("ID") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options->paper, N_("a4 or letter"), N_("PAPER") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &options->seed,
      N_("The number of a worksheet, from 0 to 9999: the same one gives the same questions"), N_("NUMBER") },
    { "no-lists", 0, 0, G_OPTION_ARG_NONE, &options->no_lists,
      N_("Leave out the lists of events, positions and sources"), NULL },
    { "unfold", 0, 0, G_OPTION_ARG_NONE, &options->unfold, N_("Draw quiet periods at their full length"),
      NULL },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &options->bom,
      N_("Begin tables (CSV) with a byte order mark, for spreadsheets that want one"), NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &options->replace,
      N_("Write over the files beside OUT that are there already"), NULL },
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
                     || options->theme != NULL || options->lang != NULL || options->unfold || options->bom
                     || options->as != NULL || options->tour != NULL || options->paper != NULL
                     || options->seed != NULL || options->no_lists || options->replace;

  if (options->explain_date)
    return _("--explain-date must come first: all that follows it are expressions.");
  if (options->validate + options->merge + (options->export_path != NULL) > 1)
    return _("Only one of --validate, --merge and --export can be used at a time.");
  if (options->output != NULL && !options->merge)
    return _("-o goes with --merge.");
  if (drawing && options->export_path == NULL)
    return _("--as, --tour, --paper, --seed, --from, --to, --size, --theme, --lang, --no-lists, --unfold, --bom and "
             "--replace go with --export.");
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
  else if (options.merge)
    *exit_status = run_merge (&options);
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
