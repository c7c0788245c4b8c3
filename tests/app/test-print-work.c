/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-print-work.h"

#include <glib/gstdio.h>

#include "talks-test-support.h"

#define N_EVENTS 1000
#define LEAST_TICKS 5 /* of the loop while a worker works; it is not counted how long, since others use the processor too */

typedef struct
{
  GMainLoop       *loop;
  GError          *error;
  TalksSheets     *sheets;
  cairo_surface_t *surface;
  gboolean         saved;
  gint64           last; /* when the loop came by */
  double           pause; /* the longest, seconds */
  guint            n_ticks;
} Wait;

static gboolean
tick_cb (gpointer data)
{
  Wait *wait = data;
  gint64 now = g_get_monotonic_time ();

  wait->pause = MAX (wait->pause, (double) (now - wait->last) / G_USEC_PER_SEC);
  wait->last = now;
  wait->n_ticks++;
  return G_SOURCE_CONTINUE;
}

static void
run (Wait *wait)
{
  guint tick = g_timeout_add (2, tick_cb, wait);

  g_main_loop_run (wait->loop);
  g_source_remove (tick);
}

static void
wait_init (Wait *wait)
{
  *wait = (Wait) { .loop = g_main_loop_new (NULL, FALSE), .last = g_get_monotonic_time () };
}

static void
wait_clear (Wait *wait)
{
  g_main_loop_unref (wait->loop);
  talks_sheets_unref (wait->sheets);
  g_clear_pointer (&wait->surface, cairo_surface_destroy);
  g_clear_error (&wait->error);
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Wait *wait = data;

  wait->sheets = talks_print_work_lay_out_finish (result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Wait *wait = data;

  wait->saved = talks_print_work_save_finish (result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Wait *wait = data;

  wait->surface = talks_print_work_draw_finish (result);
  g_main_loop_quit (wait->loop);
}

/* The loop goes on while pages are laid out; the document may change, which is not seen on them. */
static void
test_lay_out (void)
{
  g_autoptr (TalksDocument) document = talks_generate_document (N_EVENTS, 1);
  const TalksPaperOptions options = { .kind = TALKS_PAPER_PAGES };
  g_autoptr (TalksSheets) expected = talks_paper_new (document, &options, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = talks_sheets_page_to_svg (expected, 3, &error);
  g_autoptr (GBytes) after = NULL;
  Wait wait;

  wait_init (&wait);
  talks_print_work_lay_out (document, &options, NULL, laid_out_cb, &wait);
  for (int i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("late%d", i);

      talks_test_add (document, talks_test_event_new (id, "talks", "2000-01-01"));
    }
  run (&wait);
  g_assert_no_error (wait.error);
  g_test_message ("%u pages, longest pause of the loop: %.0f ms", talks_sheets_get_n_pages (wait.sheets), wait.pause * 1e3);
  g_assert_cmpuint (wait.n_ticks, >=, LEAST_TICKS);
  g_assert_cmpuint (talks_sheets_get_n_pages (wait.sheets), ==, talks_sheets_get_n_pages (expected));
  after = talks_sheets_page_to_svg (wait.sheets, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (before), ==, g_bytes_get_size (after));
  wait_clear (&wait);
}

static void
test_cancel (void)
{
  g_autoptr (TalksDocument) document = talks_generate_document (N_EVENTS, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const TalksPaperOptions options = { .kind = TALKS_PAPER_PAGES };
  Wait wait;

  wait_init (&wait);
  talks_print_work_lay_out (document, &options, cancellable, laid_out_cb, &wait);
  g_cancellable_cancel (cancellable);
  run (&wait);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (wait.sheets);
  wait_clear (&wait);
}

/* What cannot be put on paper is said as it is without a worker. */
static void
test_problem (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  const TalksPaperOptions options = { .kind = TALKS_PAPER_HANDOUT };
  g_autoptr (GError) error = NULL;
  Wait wait;

  g_assert_null (talks_paper_new (document, &options, &error));
  wait_init (&wait);
  talks_print_work_lay_out (document, &options, NULL, laid_out_cb, &wait);
  run (&wait);
  g_assert_error (wait.error, error->domain, error->code);
  g_assert_cmpstr (wait.error->message, ==, error->message);
  wait_clear (&wait);
}

static void
test_save (void)
{
  g_autoptr (TalksDocument) document = talks_generate_document (N_EVENTS, 1);
  const TalksPaperOptions options = { .kind = TALKS_PAPER_TIMELINE };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("talks-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *text = NULL;
  gsize length;

  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Wait wait;

      wait_init (&wait);
      talks_print_work_save (document, &options, path, cancellable, saved_cb, &wait);
      if (turn == 0)
        g_cancellable_cancel (cancellable);
      run (&wait);
      g_test_message ("longest pause of the loop: %.0f ms", wait.pause * 1e3);
      g_assert_true (wait.saved == (turn == 1));
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == (turn == 1));
      if (turn == 1)
        g_assert_cmpuint (wait.n_ticks, >=, LEAST_TICKS);
      wait_clear (&wait);
    }
  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
  g_unlink (path);
  g_rmdir (folder);
}

/* At a size, and as what can be drawn at any. */
static void
test_draw (void)
{
  g_autoptr (TalksDocument) document = talks_generate_document (N_EVENTS, 1);
  const TalksPaperOptions options = { .kind = TALKS_PAPER_TIMELINE, .without_lists = TRUE };
  g_autoptr (TalksSheets) sheets = talks_paper_new (document, &options, NULL);
  cairo_rectangle_t extents;
  Wait wait;

  wait_init (&wait);
  talks_print_work_draw (sheets, 0, 0.5, drawn_cb, &wait);
  run (&wait);
  g_assert_cmpint (cairo_surface_status (wait.surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (wait.surface), ==, 421);
  g_assert_cmpint (cairo_image_surface_get_height (wait.surface), ==, 298);
  g_clear_pointer (&wait.surface, cairo_surface_destroy);
  talks_print_work_draw (sheets, 0, 0, drawn_cb, &wait);
  run (&wait);
  g_assert_true (cairo_recording_surface_get_extents (wait.surface, &extents));
  g_assert_cmpfloat_with_epsilon (extents.width, talks_sheets_get_width (sheets), 0.01);
  wait_clear (&wait);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-work/lay-out", test_lay_out);
  g_test_add_func ("/print-work/cancel", test_cancel);
  g_test_add_func ("/print-work/problem", test_problem);
  g_test_add_func ("/print-work/save", test_save);
  g_test_add_func ("/print-work/draw", test_draw);
  return g_test_run ();
}
