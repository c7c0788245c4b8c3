/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-print-job.h"

#include "talks-print-work.h"

typedef struct
{
  TalksSheets    *sheets;
  TalksPrintFunc  func;
  gpointer        data;
} Job;

static void
job_free (gpointer data)
{
  talks_sheets_unref (((Job *) data)->sheets);
  g_free (data);
}

/* One page on its way to the printer. */
typedef struct
{
  GtkPrintOperation *operation;
  GtkPrintContext   *context;
  TalksSheets       *sheets;
} Page;

/* Whatever paper was chosen in the end, the whole sheet is on it. */
static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Page *page = data;
  cairo_surface_t *drawn = talks_print_work_draw_finish (result);
  cairo_t *cr = gtk_print_context_get_cairo_context (page->context);
  double width = gtk_print_context_get_width (page->context);
  double height = gtk_print_context_get_height (page->context);
  double sheet_width = talks_sheets_get_width (page->sheets);
  double sheet_height = talks_sheets_get_height (page->sheets);
  double scale = MIN (width / sheet_width, height / sheet_height);

  cairo_save (cr);
  cairo_translate (cr, (width - sheet_width * scale) / 2, (height - sheet_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, drawn, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (drawn);
  gtk_print_operation_draw_page_finish (page->operation);
  talks_sheets_unref (page->sheets);
  g_object_unref (page->context);
  g_object_unref (page->operation);
  g_free (page);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              Job               *job)
{
  Page *page = g_new (Page, 1);

  *page = (Page) { g_object_ref (operation), g_object_ref (context), talks_sheets_ref (job->sheets) };
  gtk_print_operation_set_defer_drawing (operation);
  talks_print_work_draw (job->sheets, (guint) number, 0, drawn_cb, page);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Job                     *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  job->func (result == GTK_PRINT_OPERATION_RESULT_APPLY, error, job->data);
}

static GtkPageSetup *
make_page_setup (const TalksPrintJob *job)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (job->size == TALKS_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, job->landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
  return setup;
}

/* A name that every file system takes. */
static char *
make_file_name (const char *name)
{
  char *copy = g_strdup (name);

  return g_strstrip (g_strdelimit (copy, "/\\:*?\"<>|\n\t", '-'));
}

void
talks_print_job_run (GtkWindow           *parent,
                     const TalksPrintJob *job,
                     TalksSheets         *sheets,
                     TalksPrintFunc       func,
                     gpointer             data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autofree char *file_name = NULL;
  Job *own;

  g_return_if_fail (job != NULL && sheets != NULL && func != NULL);

  own = g_new (Job, 1);
  *own = (Job) { talks_sheets_ref (sheets), func, data };
  operation = gtk_print_operation_new ();
  settings = gtk_print_settings_new ();
  setup = make_page_setup (job);
  file_name = make_file_name (job->name);
  gtk_print_settings_set_use_color (settings, job->in_color);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, file_name);
  gtk_print_settings_set_paper_size (settings, gtk_page_setup_get_paper_size (setup));
  gtk_print_settings_set_orientation (settings, gtk_page_setup_get_orientation (setup));
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, job->name);
  gtk_print_operation_set_n_pages (operation, (int) talks_sheets_get_n_pages (sheets));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "talks-print-job", own, job_free);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), own);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), own);
  /* An error comes by "done" too. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
