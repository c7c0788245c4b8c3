/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages in one language while other threads speak others. */

#include "talks-wording.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "talks-date-words.h"
#include "talks-file.h"
#include "talks-gettext.h"
#include "talks-paper.h"
#include "talks-test-catalogue.h"
#include "talks-test-support.h"

#define N_ROUNDS 10
#define N_WORDS 5000
#define SCALE 0.6

/* Not real languages: what matters is that they differ. */
static void
write_catalogue (const char *folder,
                 const char *language,
                 const char *mark)
{
  static const char * const keys[] = {
    "Worksheet", "Name:", "Page %1$d of %2$d", "%1$s · Worksheet %2$u", "In order", "Sources",
    "month in a date\004March", "month in a date\004May", "weekday\004Friday",
    "short month in a date\004Mar", "short month in a date\004May",
  };
  TalksTestMessage messages[G_N_ELEMENTS (keys)];
  g_autoptr (GPtrArray) translations = g_ptr_array_new_with_free_func (g_free);

  for (size_t i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *text = strchr (keys[i], '\004') != NULL ? strchr (keys[i], '\004') + 1 : keys[i];

      g_ptr_array_add (translations, g_strconcat (mark, text, NULL));
      messages[i] = (TalksTestMessage) { keys[i], NULL, translations->pdata[i] };
    }
  talks_test_catalogue_write (folder, language, messages, G_N_ELEMENTS (keys), "nplurals=2; plural=n != 1;");
}

static TalksDocument *
load_bundled (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("TALKS_TEST_DOCUMENT"));
  g_autoptr (GError) error = NULL;
  TalksReading *reading = talks_file_load (file, NULL, &error);
  TalksDocument *document;

  g_assert_no_error (error);
  document = talks_document_copy (reading->document);
  talks_reading_free (reading);
  return document;
}

static TalksSheets *
make_sheets (TalksDocument *document,
             const char    *language)
{
  const TalksPaperOptions options = { .kind = TALKS_PAPER_WORKSHEET, .picture = { .language = language }, .seed = 7 };
  g_autoptr (GError) error = NULL;
  TalksSheets *sheets = talks_paper_new (document, &options, &error);

  g_assert_no_error (error);
  return sheets;
}

/* Of all pixels of the pages. */
static char *
sum_up (TalksSheets *sheets)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const int width = (int) (talks_sheets_get_width (sheets) * SCALE);
  const int height = (int) (talks_sheets_get_height (sheets) * SCALE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  for (guint i = 0; i < talks_sheets_get_n_pages (sheets); i++)
    {
      cairo_t *cr = cairo_create (surface);

      cairo_scale (cr, SCALE, SCALE);
      talks_sheets_draw_page (sheets, i, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      g_checksum_update (sum, cairo_image_surface_get_data (surface),
                         (gssize) height * cairo_image_surface_get_stride (surface));
    }
  cairo_surface_destroy (surface);
  return g_strdup (g_checksum_get_string (sum));
}

static char *
sum_up_new (TalksDocument *document,
            const char    *language)
{
  TalksSheets *sheets = make_sheets (document, language);
  char *sum = sum_up (sheets);

  talks_sheets_unref (sheets);
  return sum;
}

typedef struct
{
  const char *language;
  const char *sum;
  guint       n_wrong;
  int         n_left; /* atomic: rounds */
} Printer;

static gpointer
print_thread (gpointer data)
{
  Printer *self = data;
  g_autoptr (TalksDocument) document = load_bundled ();

  while (g_atomic_int_get (&self->n_left) > 0)
    {
      g_autofree char *sum = sum_up_new (document, self->language);

      self->n_wrong += strcmp (sum, self->sum) != 0;
      g_atomic_int_add (&self->n_left, -1);
    }
  return NULL;
}

static void
assert_words (const char *language,
              const char *words)
{
  G_GNUC_UNUSED g_autoptr (TalksWording) wording = talks_wording_begin (language);
  g_autofree char *told = talks_day_to_words (talks_test_day ("2025-05-16"), TALKS_DATE_STYLE_LONG);

  g_assert_cmpstr (told, ==, words);
}

/* The printers go on in theirs all the while. */
static guint
speak (Printer *printers,
       guint    n)
{
  guint n_words = 0;
  gboolean busy = TRUE;

  while (busy || n_words < N_WORDS)
    {
      assert_words ("fr", "fr-Friday, 16 fr-May 2025");
      assert_words ("uk", "uk-Friday, 16 uk-May 2025");
      assert_words (NULL, "Friday, 16 May 2025");
      n_words += 3;
      busy = FALSE;
      for (guint i = 0; i < n; i++)
        busy |= g_atomic_int_get (&printers[i].n_left) > 0;
    }
  return n_words;
}

static void
test_threads (void)
{
  g_autoptr (TalksDocument) document = load_bundled ();
  g_autofree char *in_fr = sum_up_new (document, "fr");
  g_autofree char *in_uk = sum_up_new (document, "uk");
  g_autofree char *in_en = sum_up_new (document, "en");
  Printer printers[] = { { "fr", in_fr, 0, N_ROUNDS }, { "en", in_en, 0, N_ROUNDS } };
  GThread *threads[G_N_ELEMENTS (printers)];

  /* The texts are in English for the first of these, too. */
  g_assert_cmpstr (in_fr, !=, in_en);
  g_assert_cmpstr (in_fr, !=, in_uk);
  for (size_t i = 0; i < G_N_ELEMENTS (printers); i++)
    threads[i] = g_thread_new ("printer", print_thread, &printers[i]);
  g_test_message ("%u times in words", speak (printers, G_N_ELEMENTS (printers)));
  for (size_t i = 0; i < G_N_ELEMENTS (printers); i++)
    {
      g_thread_join (threads[i]);
      g_assert_cmpuint (printers[i].n_wrong, ==, 0);
    }
}

static gpointer
draw_thread (gpointer data)
{
  return sum_up (data);
}

/* What is drawn by others later is worded as it was made. */
static void
test_later (void)
{
  g_autoptr (TalksDocument) document = load_bundled ();
  TalksSheets *sheets = make_sheets (document, "fr");
  g_autofree char *now = sum_up (sheets);
  g_autofree char *there = g_thread_join (g_thread_new ("drawer", draw_thread, sheets));
  g_autofree char *within = NULL;
  TalksWording *wording = talks_wording_begin ("uk");

  within = sum_up (sheets);
  talks_wording_end (wording);
  g_assert_cmpstr (there, ==, now);
  g_assert_cmpstr (within, ==, now);
  talks_sheets_unref (sheets);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  g_unsetenv ("LANGUAGE");
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("talks-wording-XXXXXX", NULL);
  g_assert_nonnull (folder);
  write_catalogue (folder, "uk", "uk-");
  write_catalogue (folder, "fr", "fr-");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_add_func ("/paper-wording/threads", test_threads);
  g_test_add_func ("/paper-wording/later", test_later);
  status = g_test_run ();
  talks_test_catalogue_remove (folder, "uk");
  talks_test_catalogue_remove (folder, "fr");
  g_rmdir (folder);
  return status;
}
