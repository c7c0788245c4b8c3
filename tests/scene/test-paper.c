/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-paper.h"

#include <stdlib.h>
#include <string.h>

#include "file-fixture.h"
#include "talks-error.h"
#include "talks-mark.h"
#include "talks-test-support.h"
#include "talks-worksheet.h"

/* ---- files ---- */

static char *
export (Fixture                 *fixture,
        const char              *name,
        const TalksPaperOptions *options)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  TalksExportFormat format = TALKS_EXPORT_PDF;
  g_autoptr (GError) error = NULL;

  g_assert_true (talks_export_format_from_path (name, &format));
  g_assert_true (talks_paper_export (fixture->document, options, path, format, FALSE, &error));
  g_assert_no_error (error);
  return path;
}

/* All white space is one space, and no hyphens: where lines break is the typesetter's business, and pdftotext takes one
 * at the end of a line for a break of the word. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) hyphens = g_strsplit (text, "-", -1);
  g_autofree char *without = g_strjoinv ("", hyphens);
  g_auto (GStrv) words = g_strsplit_set (without, " \n\f\t", -1);
  GString *line = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", *word);
  return g_string_free (line, FALSE);
}

static char *
read_pdf (const char *path)
{
  const char *arguments[] = { "pdftotext", path, "-", NULL };
  g_autofree char *text = ask_poppler (arguments);

  return text != NULL ? squeeze (text) : NULL;
}

static void
assert_says (const char *text,
             const char *words)
{
  g_autofree char *wanted = squeeze (words);

  if (strstr (text, wanted) == NULL)
    g_error ("“%s” is missing in: %.2000s", wanted, text);
}

/* ---- names ---- */

static void
test_names (void)
{
  static const char * const kinds[TALKS_N_PAPERS] = { "timeline", "pages", "handout", "worksheet", "answers" };
  TalksPaperKind kind = TALKS_PAPER_HANDOUT;
  TalksPaperSize size = TALKS_PAPER_A4;

  for (int i = 0; i < TALKS_N_PAPERS; i++)
    {
      g_assert_true (talks_paper_kind_from_name (kinds[i], &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_true (talks_paper_is_landscape (kind) == (i < 2));
    }
  g_assert_false (talks_paper_kind_from_name ("Handout", &kind));
  g_assert_false (talks_paper_kind_from_name (NULL, &kind));
  g_assert_true (talks_paper_size_from_name ("Letter", &size));
  g_assert_cmpint (size, ==, TALKS_PAPER_LETTER);
  g_assert_true (talks_paper_size_from_name ("a4", &size));
  g_assert_cmpint (size, ==, TALKS_PAPER_A4);
  g_assert_false (talks_paper_size_from_name ("a3", &size));
}

/* ---- every kind on every paper ---- */

/* As many pages as the sheets say, each numbered where it should be, on the right paper; text that can be selected, in
 * fonts that are in the file. */
static void
check_pdf (const char              *path,
           const TalksPaperOptions *options,
           guint                    n_pages)
{
  const char *for_info[] = { "pdfinfo", path, NULL };
  const char *for_fonts[] = { "pdffonts", path, NULL };
  g_autofree char *info = ask_poppler (for_info);
  g_autofree char *fonts = ask_poppler (for_fonts);
  g_autofree char *text = read_pdf (path);
  g_autofree char *pages = g_strdup_printf ("%u", n_pages);
  g_auto (GStrv) lines = NULL;
  double width;
  double height;
  const char *size;

  if (info == NULL || fonts == NULL || text == NULL)
    return;
  assert_says (strstr (info, "\nPages:"), pages);
  talks_paper_size_get (options->size, &width, &height);
  size = strstr (info, "Page size:") + strlen ("Page size:");
  g_assert_cmpfloat_with_epsilon (strtod (size, NULL), talks_paper_is_landscape (options->kind) ? height : width, 0.6);
  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *foot = g_strdup_printf ("Page %u of %u", i, n_pages);

      assert_says (text, foot);
    }

  /* name, type, encoding, "yes" when embedded, … : after two lines of headings. */
  lines = g_strsplit (fonts, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (char **line = lines + 2; *line != NULL && **line != '\0'; line++)
    {
      g_auto (GStrv) fields = g_regex_split_simple (" +", *line, 0, 0);
      guint n = g_strv_length (fields);

      g_test_message ("%s", *line);
      /* emb, sub, uni, object, id */
      g_assert_cmpuint (n, >=, 6);
      g_assert_cmpstr (fields[n - 5], ==, "yes");
      g_assert_cmpstr (fields[n - 3], ==, "yes");
    }
}

static void
test_everything (Fixture       *fixture,
                 gconstpointer  data)
{
  static const TalksTheme themes[] = { TALKS_THEME_LIGHT, TALKS_THEME_MONO };
  static const char * const languages[] = { "en", "uk" };

  for (int kind = 0; kind < TALKS_N_PAPERS; kind++)
    for (int size = 0; size < TALKS_N_PAPER_SIZES; size++)
      for (size_t i = 0; i < G_N_ELEMENTS (themes); i++)
        {
          TalksPaperOptions options = {
            .kind = (TalksPaperKind) kind,
            .size = (TalksPaperSize) size,
            .picture = { .theme = themes[i], .language = languages[(size + (int) i) % 2], .folded = TRUE },
            .seed = 3,
          };
          g_autofree char *path = export (fixture, "a.pdf", &options);
          g_autoptr (TalksSheets) sheets = talks_paper_new (fixture->document, &options, NULL);

          g_test_message ("%d %d %d", kind, size, (int) i);
          check_pdf (path, &options, talks_sheets_get_n_pages (sheets));
        }
}

/* Without any colour at all. */
static void
test_mono (Fixture       *fixture,
           gconstpointer  data)
{
  static const TalksPaperKind kinds[] = { TALKS_PAPER_TIMELINE, TALKS_PAPER_PAGES, TALKS_PAPER_HANDOUT };

  for (size_t k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const TalksPaperOptions options = {
        .kind = kinds[k], .picture = { .theme = TALKS_THEME_MONO, .folded = TRUE }, .without_lists = TRUE,
      };
      g_autoptr (TalksSheets) sheets = talks_paper_new (fixture->document, &options, NULL);

      for (guint page = 0; page < MIN (talks_sheets_get_n_pages (sheets), 4); page++)
        {
          cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 842, 842);
          cairo_t *cr = cairo_create (surface);
          cairo_font_options_t *fonts = cairo_font_options_create ();
          const unsigned char *pixels;

          cairo_font_options_set_antialias (fonts, CAIRO_ANTIALIAS_GRAY);
          cairo_set_font_options (cr, fonts);
          talks_sheets_draw_page (sheets, page, cr);
          cairo_surface_flush (surface);
          pixels = cairo_image_surface_get_data (surface);
          for (int i = 0; i < 842 * 842; i++)
            g_assert_true (pixels[4 * i] == pixels[4 * i + 1] && pixels[4 * i] == pixels[4 * i + 2]);
          cairo_font_options_destroy (fonts);
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
        }
    }
}

/* Parties that share a mark do not look the same without colours. */
static void
test_grains (Fixture       *fixture,
             gconstpointer  data)
{
  GPtrArray *parties = talks_document_get_records (fixture->document, TALKS_RECORD_PARTY);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  const TalksPalette *palette = talks_palette_get (TALKS_THEME_MONO);

  for (guint i = 0; i < parties->len; i++)
    {
      const TalksParty *party = parties->pdata[i];
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 24, 24);
      cairo_t *cr = cairo_create (surface);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      talks_mark_draw_grained (cr, party->mark, talks_mark_get_grain (fixture->document, party), TALKS_MARK_FILLED, 12, 12,
                               16, palette->text, palette->surface);
      cairo_surface_flush (surface);
      g_test_message ("%s", party->record.id);
      g_assert_true (g_hash_table_add (seen, g_bytes_new (cairo_image_surface_get_data (surface), 24 * 24 * 4)));
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* ---- the timeline on several pages ---- */

/* Every event of the span, by its label, and no page that shows nothing. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  const TalksPaperOptions options = { .kind = TALKS_PAPER_PAGES, .without_lists = TRUE };
  g_autofree char *path = export (fixture, "a.pdf", &options);
  g_autofree char *text = read_pdf (path);
  GPtrArray *events = talks_document_get_records (fixture->document, TALKS_RECORD_EVENT);
  guint n_missing = 0;

  if (text == NULL)
    return;
  for (guint i = 0; i < events->len; i++)
    {
      const char *label = talks_text_get (((TalksEvent *) events->pdata[i])->label, "en");
      /* Where there is little room a label is shortened. */
      g_autofree char *begin = g_utf8_substring (label, 0, MIN (5, g_utf8_strlen (label, -1)));
      g_autofree char *squeezed = squeeze (begin);

      n_missing += strstr (text, squeezed) == NULL;
    }
  g_assert_cmpuint (n_missing, ==, 0);
  assert_says (text, "confirmed");
  assert_says (text, "Russian Federation");
}

/* The pages follow each other without a gap: what begins a page ends the one before. */
static void
test_pages_span (Fixture       *fixture,
                 gconstpointer  data)
{
  const TalksPaperOptions options = {
    .kind = TALKS_PAPER_PAGES,
    .picture = { .span = { talks_test_day ("2025-01-01"), talks_test_day ("2025-05-20") } },
  };
  g_autofree char *path = export (fixture, "a.pdf", &options);
  g_autofree char *text = read_pdf (path);

  if (text == NULL)
    return;
  assert_says (text, "1 January 2025 –");
  assert_says (text, "– 19 May 2025 ·");
  g_assert_null (strstr (text, "First round of direct talks"));
  assert_says (text, "Sources 1.");
}

/* A page file for each page. */
static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const names[] = { "a.png", "a.svg" };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const TalksPaperOptions options = { .kind = TALKS_PAPER_WORKSHEET };
      g_autoptr (TalksSheets) sheets = talks_paper_new (fixture->document, &options, NULL);
      g_autofree char *path = export (fixture, names[i], &options);
      guint n = talks_sheets_get_n_pages (sheets);

      g_assert_cmpuint (n, >, 1);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      for (guint page = 1; page <= n + 1; page++)
        {
          g_autofree char *name = g_strdup_printf ("a-%u%s", page, names[i] + 1);
          g_autofree char *page_path = g_build_filename (fixture->folder, name, NULL);

          g_assert_true (g_file_test (page_path, G_FILE_TEST_EXISTS) == (page <= n));
        }
      {
        g_autoptr (GError) error = NULL;
        TalksExportFormat format = i == 0 ? TALKS_EXPORT_PNG : TALKS_EXPORT_SVG;

        g_assert_false (talks_paper_export (fixture->document, &options, path, format, FALSE, &error));
        g_assert_error (error, TALKS_ERROR, TALKS_ERROR_FAILED);
        g_clear_error (&error);
        g_assert_true (talks_paper_export (fixture->document, &options, path, format, TRUE, &error));
        g_assert_no_error (error);
      }
    }
}

/* ---- handout ---- */

static void
test_handout (Fixture       *fixture,
              gconstpointer  data)
{
  GPtrArray *tours = talks_document_get_records (fixture->document, TALKS_RECORD_TOUR);
  static const char * const languages[] = { "en", "uk" };

  for (guint i = 0; i < tours->len; i++)
    for (size_t j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        const TalksTour *tour = tours->pdata[i];
        const TalksPaperOptions options = {
          .kind = TALKS_PAPER_HANDOUT, .tour = tour->record.id, .picture = { .language = languages[j] },
        };
        g_autofree char *path = export (fixture, "a.pdf", &options);
        g_autofree char *text = read_pdf (path);

        if (text == NULL)
          return;
        assert_says (text, talks_text_get (tour->title, languages[j]));
        for (guint k = 0; k < tour->steps->len; k++)
          {
            const TalksTourStep *step = tour->steps->pdata[k];
            const TalksEvent *event = talks_document_lookup_kind (fixture->document, TALKS_RECORD_EVENT, step->event);

            assert_says (text, talks_text_get (step->title, languages[j]));
            assert_says (text, talks_text_get (step->text, languages[j]));
            if (event != NULL && g_strv_contains ((const char * const *) step->show, "outcome") && event->outcome != NULL)
              assert_says (text, talks_text_get (event->outcome, languages[j]));
          }
        /* What is for the teacher stays with the teacher. */
        g_assert_null (strstr (text, "Ask: "));
      }
}

/* A step that is higher than a page is there to its end. */
static void
test_long_step (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksTour *tour = talks_record_new (TALKS_RECORD_TOUR, "long");
  g_autoptr (GString) words = g_string_new (NULL);
  const TalksPaperOptions options = { .kind = TALKS_PAPER_HANDOUT };
  g_autofree char *path = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 600; i++)
    g_string_append_printf (words, "word%d ", i);
  tour->title = talks_text_new_plain ("A long way");
  for (int i = 0; i < 3; i++)
    {
      TalksTourStep *step = g_new0 (TalksTourStep, 1);

      step->text = talks_text_new_plain (words->str);
      step->show = g_new0 (char *, 1);
      g_ptr_array_add (tour->steps, step);
    }
  talks_test_add (document, tour);

  g_assert_true (talks_paper_export (document, &options, path, TALKS_EXPORT_PDF, FALSE, &error));
  g_assert_no_error (error);
  text = read_pdf (path);
  if (text == NULL)
    return;
  for (int i = 0; i < 600; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%d ", i);
      guint n = 0;

      for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
        n++;
      g_assert_cmpuint (n, ==, 3);
    }
}

/* ---- worksheets ---- */

/* Every question is on the sheet; every answer and the title of every source on that of the answers. */
static void
check_worksheet (Fixture *fixture,
                 guint    seed)
{
  const TalksPaperOptions questions = { .kind = TALKS_PAPER_WORKSHEET, .seed = seed };
  const TalksPaperOptions answers = { .kind = TALKS_PAPER_ANSWERS, .seed = seed };
  const TalksWorksheetScope scope = { 0 };
  g_autoptr (TalksWorksheet) worksheet = talks_worksheet_new (fixture->document, &scope, seed);
  GPtrArray *list = talks_worksheet_get_questions (worksheet);
  g_autofree char *sheet_path = export (fixture, "q.pdf", &questions);
  g_autofree char *answers_path = export (fixture, "a.pdf", &answers);
  g_autofree char *sheet = read_pdf (sheet_path);
  g_autofree char *right = read_pdf (answers_path);
  g_autofree char *number = g_strdup_printf ("Worksheet %u", seed);

  if (sheet == NULL || right == NULL)
    return;
  assert_says (sheet, number);
  g_assert_null (strstr (sheet, "Sources:"));
  for (guint i = 0; i < list->len; i++)
    {
      const TalksQuestion *question = list->pdata[i];

      for (guint j = 0; j < question->choices->len; j++)
        {
          const TalksRecord *record = g_array_index (question->choices, TalksQuestionChoice, j).record;

          if (record->kind == TALKS_RECORD_EVENT)
            assert_says (sheet, talks_text_get (((TalksEvent *) record)->title, "en"));
          else if (record->kind == TALKS_RECORD_PARTICIPANT)
            assert_says (sheet, talks_text_get (((TalksParticipant *) record)->name, "en"));
          else if (record->kind == TALKS_RECORD_POSITION)
            {
              assert_says (sheet, talks_text_get (((TalksPosition *) record)->stance, "en"));
              assert_says (right, talks_text_get (((TalksPosition *) record)->stance, "en"));
            }
        }
      if (question->position != NULL)
        {
          assert_says (sheet, talks_position_get_words (question->position, "en"));
          assert_says (right, talks_text_get (question->party->name, "en"));
        }
      for (guint j = 0; j < question->sources->len; j++)
        assert_says (right, ((TalksSource *) question->sources->pdata[j])->title);
    }
}

static void
test_worksheets (Fixture       *fixture,
                 gconstpointer  data)
{
  for (guint seed = 0; seed < 8; seed++)
    check_worksheet (fixture, seed);
}

/* The order in the answers is that of the dates. */
static void
test_answers_in_order (Fixture       *fixture,
                       gconstpointer  data)
{
  const TalksPaperOptions answers = { .kind = TALKS_PAPER_ANSWERS, .seed = 5 };
  const TalksWorksheetScope scope = { 0 };
  g_autoptr (TalksWorksheet) worksheet = talks_worksheet_new (fixture->document, &scope, 5);
  const TalksQuestion *question = talks_worksheet_get_questions (worksheet)->pdata[0];
  g_autofree char *path = export (fixture, "a.pdf", &answers);
  g_autofree char *text = read_pdf (path);
  const char *at = text;

  g_assert_cmpint (question->kind, ==, TALKS_QUESTION_ORDER);
  for (guint place = 1; text != NULL && place <= question->choices->len; place++)
    for (guint i = 0; i < question->choices->len; i++)
      {
        const TalksQuestionChoice *choice = &g_array_index (question->choices, TalksQuestionChoice, i);
        g_autofree char *title = squeeze (talks_text_get (((TalksEvent *) choice->record)->title, "en"));

        if (choice->answer != place)
          continue;
        at = strstr (at, title);
        g_assert_nonnull (at);
      }
}

/* ---- what can not be printed ---- */

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TalksDocument) empty = talks_document_new ();
  static const struct
  {
    TalksPaperKind kind;
    const char    *tour;
    int            width;
    gboolean       in_empty;
    int            code;
  } cases[] = {
    { TALKS_PAPER_HANDOUT, "tour-nowhere", 0, FALSE, TALKS_ERROR_USAGE },
    { TALKS_PAPER_WORKSHEET, "ev22-invasion", 0, FALSE, TALKS_ERROR_USAGE },
    { TALKS_PAPER_TIMELINE, NULL, 50, FALSE, TALKS_ERROR_USAGE },
    { TALKS_PAPER_HANDOUT, NULL, 0, TRUE, TALKS_ERROR_FAILED },
    { TALKS_PAPER_WORKSHEET, NULL, 0, TRUE, TALKS_ERROR_FAILED },
    { TALKS_PAPER_ANSWERS, NULL, 0, TRUE, TALKS_ERROR_FAILED },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TalksPaperOptions options = { .kind = cases[i].kind, .tour = cases[i].tour, .picture = { .width = cases[i].width } };
      g_autoptr (GError) error = NULL;
      g_autoptr (TalksSheets) sheets = talks_paper_new (cases[i].in_empty ? empty : fixture->document, &options, &error);

      g_assert_null (sheets);
      g_assert_error (error, TALKS_ERROR, cases[i].code);
    }
}

/* Odd documents: nothing to show, one day, much in one day. */
static void
test_documents (Fixture       *fixture,
                gconstpointer  data)
{
  static const guint sizes[] = { 0, 1, 3, 400 };

  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TalksDocument) document = talks_generate_document (sizes[i], 7);
      const TalksPaperOptions options = { .kind = TALKS_PAPER_PAGES };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = talks_paper_to_pdf (document, &options, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
    }
}

/* Pages can be drawn in any order and more than once. */
static void
test_any_order (Fixture       *fixture,
                gconstpointer  data)
{
  const TalksPaperOptions options = { .kind = TALKS_PAPER_HANDOUT };
  g_autoptr (TalksSheets) sheets = talks_paper_new (fixture->document, &options, NULL);
  g_autoptr (GBytes) first = talks_sheets_page_to_png (sheets, 1, 1, NULL);
  g_autoptr (GBytes) other = talks_sheets_page_to_png (sheets, 0, 1, NULL);
  g_autoptr (GBytes) again = talks_sheets_page_to_png (sheets, 1, 1, NULL);

  g_assert_true (g_bytes_equal (first, again));
  g_assert_false (g_bytes_equal (first, other));
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/names", test_names);
  add ("/paper/everything", test_everything);
  add ("/paper/mono", test_mono);
  add ("/paper/grains", test_grains);
  add ("/paper/pages/all", test_pages);
  add ("/paper/pages/span", test_pages_span);
  add ("/paper/pictures", test_pictures);
  add ("/paper/handout", test_handout);
  add ("/paper/long-step", test_long_step);
  add ("/paper/worksheets", test_worksheets);
  add ("/paper/answers-in-order", test_answers_in_order);
  add ("/paper/errors", test_errors);
  add ("/paper/documents", test_documents);
  add ("/paper/any-order", test_any_order);
  return g_test_run ();
}
