/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-export.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "file-fixture.h"
#include "talks-error.h"
#include "talks-legend.h"
#include "talks-palette.h"
#include "talks-test-support.h"

/* ---- files ---- */

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Exports to a file of that name, which must succeed. */
static void
export_file (Fixture                  *fixture,
             TalksDocument            *document,
             const char               *name,
             const TalksExportOptions *options)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  TalksExportFormat format = TALKS_EXPORT_PNG;

  g_assert_true (talks_export_format_from_path (name, &format));
  g_assert_true (talks_export_to_path (document, path, format, options, &error));
  g_assert_no_error (error);
}

/* The same, and gives the file's content. */
static char *
export (Fixture                  *fixture,
        TalksDocument            *document,
        const char               *name,
        const TalksExportOptions *options,
        gsize                    *length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  export_file (fixture, document, name, options);
  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);
  return content;
}

static TalksSpan
make_span (const char *from,
           const char *to)
{
  return talks_span_make (talks_test_day (from), talks_test_day (to));
}

/* ---- names ---- */

static void
test_formats (void)
{
  static const struct
  {
    const char *path;
    int         format; /* −1: none */
  } cases[] = {
    { "a.png", TALKS_EXPORT_PNG },      { "/tmp/x.y/b.SVG", TALKS_EXPORT_SVG }, { "c.svg.pdf", TALKS_EXPORT_PDF },
    { "a.jpg", -1 },                    { "png", -1 },                          { ".png", -1 },
    { "a.png.bak", -1 },                { "", -1 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksExportFormat format = (TalksExportFormat) 99;
      gboolean known = talks_export_format_from_path (cases[i].path, &format);

      g_test_message ("%s", cases[i].path);
      g_assert_true (known == (cases[i].format >= 0));
      g_assert_cmpint ((int) format, ==, known ? cases[i].format : 99);
    }
}

/* ---- PNG ---- */

static cairo_surface_t *
open_png (Fixture    *fixture,
          const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  guint32 value;

  memcpy (&value, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x,
          sizeof value);
  return value & 0xffffff;
}

static gboolean
is_near (guint32    pixel,
         TalksColor color)
{
  return abs ((int) (pixel >> 16 & 0xff) - (int) (color.red * 255)) <= 2
         && abs ((int) (pixel >> 8 & 0xff) - (int) (color.green * 255)) <= 2
         && abs ((int) (pixel & 0xff) - (int) (color.blue * 255)) <= 2;
}

static guint
count_color (cairo_surface_t *surface,
             TalksColor       color)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += is_near (get_pixel (surface, x, y), color);
  return n;
}

static void
test_png_themes (Fixture       *fixture,
                 gconstpointer  data)
{
  for (TalksTheme theme = 0; theme < TALKS_N_THEMES; theme++)
    {
      const TalksPalette *palette = talks_palette_get (theme);
      TalksExportOptions options = { .theme = theme, .folded = TRUE, .width = 1200 };
      cairo_surface_t *surface;
      int width;
      int height;
      guint n_parties = 0;

      export_file (fixture, fixture->document, "a.png", &options);
      surface = open_png (fixture, "a.png");
      width = cairo_image_surface_get_width (surface);
      height = cairo_image_surface_get_height (surface);
      g_assert_cmpint (width, ==, 1200);
      g_assert_cmpint (height, >, 400);
      g_assert_true (is_near (get_pixel (surface, 2, 2), palette->surface));
      g_assert_true (is_near (get_pixel (surface, width - 3, height - 3), palette->surface));
      g_assert_cmpuint (count_color (surface, palette->text), >, 300);
      g_assert_cmpuint (count_color (surface, palette->dim_text), >, 200);
      for (guint i = 0; i < 4; i++)
        {
          TalksParty *party = g_ptr_array_index (talks_document_get_records (fixture->document, TALKS_RECORD_PARTY), i);

          n_parties += count_color (surface, talks_palette_party (palette, party->color)) > 150;
        }
      g_assert_cmpuint (n_parties, ==, 4);
      cairo_surface_destroy (surface);
    }
}

/* The size that was asked for, and all of the picture in it. */
static void
test_png_sizes (Fixture       *fixture,
                gconstpointer  data)
{
  static const int sizes[][2] = { { 1600, 900 }, { 400, 300 }, { 200, 200 }, { 640, 3000 }, { 3000, 640 } };

  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      TalksExportOptions options = { .width = sizes[i][0], .height = sizes[i][1], .folded = TRUE };
      cairo_surface_t *surface;
      const TalksPalette *palette = talks_palette_get (TALKS_THEME_LIGHT);
      guint32 background;
      int blank = 0;

      export_file (fixture, fixture->document, "a.png", &options);
      surface = open_png (fixture, "a.png");
      g_test_message ("%d × %d", sizes[i][0], sizes[i][1]);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, sizes[i][0]);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, sizes[i][1]);
      background = get_pixel (surface, 0, 0);
      g_assert_true (is_near (background, palette->surface));
      /* The footer stands at the end: nothing was cut off. */
      for (int y = sizes[i][1] - 1; y >= 0; y--, blank++)
        {
          int found = 0;

          for (int x = 0; x < sizes[i][0]; x++)
            found += get_pixel (surface, x, y) != background;
          if (found > 0)
            break;
        }
      g_assert_cmpint (blank, >=, 1);
      g_assert_cmpint (blank, <=, 24);
      cairo_surface_destroy (surface);
    }
}

static void
test_bad_sizes (Fixture       *fixture,
                gconstpointer  data)
{
  static const int sizes[][2] = { { 199, 900 }, { 1600, 16001 }, { -1, 0 }, { 100000, 0 }, { 0, -5 } };

  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (TalksExportFormat format = TALKS_EXPORT_PNG; format <= TALKS_EXPORT_PDF; format++)
      {
        TalksExportOptions options = { .width = sizes[i][0], .height = sizes[i][1] };
        g_autofree char *path = g_build_filename (fixture->folder, "a", NULL);
        g_autoptr (GError) error = NULL;

        g_assert_false (talks_export_to_path (fixture->document, path, format, &options, &error));
        g_assert_error (error, TALKS_ERROR, TALKS_ERROR_USAGE);
      }
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

/* The same document gives the same bytes. (Cairo numbers parts of an SVG through the whole life of a
 * program, so that only separate runs give the same SVG.) */
static void
test_deterministic (Fixture       *fixture,
                    gconstpointer  data)
{
  TalksExportOptions options = { .folded = TRUE };
  gsize n1;
  gsize n2;
  g_autofree char *one = export (fixture, fixture->document, "a.png", &options, &n1);
  g_autofree char *two = export (fixture, fixture->document, "a.png", &options, &n2);

  g_assert_cmpmem (one, n1, two, n2);
}

/* ---- SVG ---- */

typedef struct
{
  GString *title;
  GString *desc;
  GString *current;
  guint    n_elements;
  guint    n_titles;
  char    *role;
} Svg;

static void
on_start (GMarkupParseContext  *context,
          const char           *name,
          const char          **names,
          const char          **values,
          gpointer              data,
          GError              **error)
{
  Svg *svg = data;

  svg->n_elements++;
  if (svg->n_elements == 1)
    {
      g_assert_cmpstr (name, ==, "svg");
      for (int i = 0; names[i] != NULL; i++)
        if (g_str_equal (names[i], "role"))
          svg->role = g_strdup (values[i]);
    }
  if (g_str_equal (name, "title"))
    {
      /* The first child of the root, or readers do not take it for the picture's. */
      g_assert_cmpuint (svg->n_elements, ==, 2);
      svg->n_titles++;
      svg->current = svg->title;
    }
  else if (g_str_equal (name, "desc"))
    svg->current = svg->desc;
}

static void
on_end (GMarkupParseContext  *context,
        const char           *name,
        gpointer              data,
        GError              **error)
{
  ((Svg *) data)->current = NULL;
}

static void
on_text (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              data,
         GError              **error)
{
  Svg *svg = data;

  if (svg->current != NULL)
    g_string_append_len (svg->current, text, (gssize) length);
}

static void
parse_svg (Svg        *svg,
           const char *content,
           gsize       length)
{
  static const GMarkupParser parser = { .start_element = on_start, .end_element = on_end, .text = on_text };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;

  *svg = (Svg) { .title = g_string_new (NULL), .desc = g_string_new (NULL) };
  context = g_markup_parse_context_new (&parser, 0, svg, NULL);
  g_markup_parse_context_parse (context, content, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
svg_clear (Svg *svg)
{
  g_string_free (svg->title, TRUE);
  g_string_free (svg->desc, TRUE);
  g_free (svg->role);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Svg, svg_clear)

static void
test_svg (Fixture       *fixture,
          gconstpointer  data)
{
  TalksExportOptions options = { .folded = TRUE };
  gsize length;
  g_autofree char *content = export (fixture, fixture->document, "a.svg", &options, &length);
  g_auto (Svg) svg = { 0 };
  GPtrArray *events = talks_document_get_records (fixture->document, TALKS_RECORD_EVENT);

  parse_svg (&svg, content, length);
  g_assert_cmpuint (svg.n_titles, ==, 1);
  g_assert_cmpuint (svg.n_elements, >, 500);
  g_assert_cmpstr (svg.role, ==, "img");
  g_assert_cmpstr (svg.title->str, ==, talks_text_get (talks_document_get_title (fixture->document), "en"));
  for (guint i = 0; i < events->len; i++)
    g_assert_nonnull (strstr (svg.desc->str, talks_text_get (((TalksEvent *) g_ptr_array_index (events, i))->title, "en")));
  g_assert_nonnull (strstr (svg.desc->str, "16 May 2025: "));
  g_assert_nonnull (strstr (svg.desc->str, "CC-BY-4.0"));
}

/* What it shows and no more: a span, and positions on one topic. */
static void
test_svg_span (Fixture       *fixture,
               gconstpointer  data)
{
  TalksExportOptions options = { .span = make_span ("2022-03-28", "2022-03-30") };
  gsize length;
  g_autofree char *content = export (fixture, fixture->document, "a.svg", &options, &length);
  g_auto (Svg) svg = { 0 };

  parse_svg (&svg, content, length);
  g_assert_nonnull (strstr (svg.desc->str, "29 March 2022: "));
  g_assert_nonnull (strstr (svg.desc->str, "28 March 2022 – 29 March 2022"));
  g_assert_null (strstr (svg.desc->str, "2025"));
}

/* Words of a file cannot become markup, nor make the file ill-formed. */
static void
test_svg_escapes (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char nasty[] = "</desc><script>alert(1)</script> & \"q\" 'a' ]]> \x01\x1f\t\n é\xef\xbf\xbf 𝕏";
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (TalksText) title = talks_text_new_plain (nasty);
  TalksEvent *event = talks_test_event_new ("e", "talks", "2022-03-01");
  TalksExportOptions options = { 0 };
  gsize length;
  g_autofree char *content = NULL;
  g_auto (Svg) svg = { 0 };

  talks_test_replace (document, talks_head_new (title, NULL, "en", "<b>"));
  talks_text_unref (event->title);
  event->title = talks_text_ref (title);
  talks_test_add (document, event);

  content = export (fixture, document, "a.svg", &options, &length);
  parse_svg (&svg, content, length);
  g_assert_null (strstr (content, "<script"));
  g_assert_null (strstr (content, "\x01"));
  g_assert_cmpstr (svg.title->str, ==, "</desc><script>alert(1)</script> & \"q\" 'a' ]]>    \n é  𝕏");
  g_assert_nonnull (strstr (svg.desc->str, svg.title->str));
}

/* ---- PDF ---- */

/* The text of the PDF; NULL without pdftotext. */
static char *
read_pdf (Fixture    *fixture,
          const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  const char *arguments[] = { "pdftotext", "-raw", "-nopgbrk", path, "-", NULL };
  char *text = ask_poppler (arguments);

  if (text == NULL)
    return NULL;
  /* Where lines break is the typesetter's business. */
  g_strdelimit (text, "\n", ' ');
  return text;
}

static void
test_pdf (Fixture       *fixture,
          gconstpointer  data)
{
  static const char * const words[] = {
    "Dolmabahçe", "Fidan",    "1,000", "Rustem Umerov (Ukraine, head of delegation)", "Outcome: ",
    "Sources: 1", "Events",   "Page 2 of ", "CC-BY-4.0", "Ceasefire", "16 May 2025",
  };
  TalksExportOptions options = { .folded = TRUE, .topic = "ceasefire" };
  gsize length;
  g_autofree char *content = export (fixture, fixture->document, "a.pdf", &options, &length);
  g_autofree char *text = NULL;

  g_assert_cmpuint (length, >, 20000);
  g_assert_true (g_str_has_prefix (content, "%PDF-1."));
  g_assert_nonnull (g_strstr_len (content + length - 32, 32, "%%EOF"));
  text = read_pdf (fixture, "a.pdf");
  for (size_t i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_nonnull (strstr (text, words[i]));
    }
}

/* Every page is numbered, up to the number that was promised, and every source that is cited is
 * listed. */
static void
test_pdf_pages (Fixture       *fixture,
                gconstpointer  data)
{
  static const int sizes[][2] = { { 0, 0 }, { 420, 595 }, { 595, 0 } };

  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      TalksExportOptions options = {
        .span = make_span ("2025-05-14", "2025-05-18"),
        .width = sizes[i][0],
        .height = sizes[i][1],
      };
      g_autofree char *text = NULL;
      const char *second;
      int n;

      export_file (fixture, fixture->document, "a.pdf", &options);
      text = read_pdf (fixture, "a.pdf");
      if (text == NULL)
        return;
      second = strstr (text, "Page 2 of ");
      g_assert_nonnull (second);
      n = atoi (second + strlen ("Page 2 of "));
      g_assert_cmpint (n, >=, 4);
      for (int page = 2; page <= n; page++)
        {
          g_autofree char *foot = g_strdup_printf ("Page %d of %d", page, n);

          g_assert_nonnull (strstr (text, foot));
        }
      g_assert_null (strstr (text, "First round of direct talks"));
      g_assert_nonnull (strstr (text, " 1. "));
    }
}

/* Addresses become links only if they may be opened; quotes in them cannot end the attribute. */
static void
test_pdf_links (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksEvent *event = talks_test_event_new ("e", "talks", "2022-03-01");
  TalksExportOptions options = { 0 };
  gsize length;
  g_autofree char *content = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "a.pdf", NULL);
  const char *arguments[] = { "pdfinfo", "-url", "-rawdates", path, NULL };
  g_autofree char *links = NULL;
  g_autofree char *text = NULL;

  talks_test_cite (&event->sources, "good odd far bad missing");
  talks_test_add (document, event);
  talks_test_add (document, talks_test_source_new ("good", "https://example.org/a"));
  talks_test_add (document, talks_test_source_new ("odd", "https://example.org/it's/b"));
  talks_test_add (document, talks_test_source_new ("far", "https://example.org/Київ–Стамбул"));
  talks_test_add (document, talks_test_source_new ("bad", "javascript:alert(1)"));
  content = export (fixture, document, "a.pdf", &options, &length);
  /* Newer Cairos compress what stands around the pages: another program reads it. */
  links = ask_poppler (arguments);
  text = read_pdf (fixture, "a.pdf");
  if (links == NULL || text == NULL)
    return;
  g_assert_nonnull (strstr (links, "https://example.org/a\n"));
  g_assert_nonnull (strstr (links, "https://example.org/it's/b\n"));
  g_assert_nonnull (strstr (links, "https://example.org/%D0%9A"));
  g_assert_null (strstr (links, "javascript"));
  g_assert_nonnull (strstr (text, "Sources: 1, 2, 3, 4"));
  g_assert_nonnull (strstr (text, "4. "));
  g_assert_null (strstr (text, "5. "));
}

/* ---- documents of all kinds ---- */

static void
test_documents (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const names[] = { "a.png", "a.svg", "a.pdf" };
  g_autoptr (TalksDocument) empty = talks_document_new ();
  g_autoptr (TalksDocument) lone = talks_document_new ();
  g_autoptr (TalksDocument) many = talks_generate_document (800, 7);
  TalksDocument *documents[] = { empty, lone, many };

  talks_test_add (lone, talks_test_event_new ("e", "talks", "-0044-03-15"));
  for (size_t d = 0; d < G_N_ELEMENTS (documents); d++)
    for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
      {
        TalksExportOptions options = { .folded = TRUE, .language = "uk" };
        gsize length;
        g_autofree char *content = export (fixture, documents[d], names[i], &options, &length);

        g_assert_nonnull (content);
        g_assert_cmpuint (length, >, 1000);
      }
}

/* Open ends are those of the document; a span beside the document is still drawn. */
static void
test_spans (Fixture       *fixture,
            gconstpointer  data)
{
  const struct
  {
    TalksSpan   span;
    const char *words;
  } cases[] = {
    { { TALKS_DAY_MIN, talks_test_day ("2022-03-01") }, "1 February 2022 – 28 February 2022" },
    { { talks_test_day ("2025-05-20"), TALKS_DAY_MAX }, "20 May 2025 – " },
    { { talks_test_day ("2030-01-01"), TALKS_DAY_MAX }, "1 January 2030 · 0 events" },
    { { TALKS_DAY_MIN, talks_test_day ("1999-01-01") }, "31 December 1998 · 0 events" },
    { { talks_test_day ("2025-05-16"), talks_test_day ("2025-05-17") }, "16 May 2025 · " },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksExportOptions options = { .span = cases[i].span, .folded = TRUE };
      gsize length;
      g_autofree char *content = export (fixture, fixture->document, "a.svg", &options, &length);

      g_test_message ("%s", cases[i].words);
      g_assert_nonnull (strstr (content, cases[i].words));
    }
}

/* The whole has its quiet years folded if asked; what lies within one is not. */
static void
test_folds (Fixture       *fixture,
            gconstpointer  data)
{
  TalksExportOptions options = { .folded = TRUE };
  g_autofree char *folded = export (fixture, fixture->document, "a.svg", &options, NULL);
  g_autofree char *unfolded = NULL;
  g_autofree char *within = NULL;

  options.folded = FALSE;
  unfolded = export (fixture, fixture->document, "a.svg", &options, NULL);
  options.folded = TRUE;
  options.span = make_span ("2023-01-01", "2024-01-01");
  within = export (fixture, fixture->document, "a.svg", &options, NULL);
  g_assert_nonnull (strstr (folded, "quiet periods folded"));
  g_assert_null (strstr (unfolded, "quiet periods folded"));
  g_assert_null (strstr (within, "quiet periods folded"));
}

/* ---- the legend ---- */

static void
test_legend (Fixture       *fixture,
             gconstpointer  data)
{
  TalksSpan span = make_span ("2022-03-01", "2022-03-31");
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (TalksTimeScale) scale = talks_time_scale_new (span, 20, NULL, 0, FALSE);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans 10");
  TalksPaint paint = { .palette = talks_palette_get (TALKS_THEME_LIGHT), .context = context };
  static const char * const parties[] = { "a", "b", "c", "d" };
  static const char * const dates[] = { "2022-03-10", "2022-04-10", "2022-03-12~", NULL };
  g_autoptr (TalksScene) scene = NULL;
  g_autoptr (TalksLegend) legend = NULL;
  g_autofree char *ids = NULL;

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  talks_test_add (document, talks_test_topic_new ("t"));
  for (size_t i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      g_autofree char *who = g_strdup_printf ("%s1", parties[i]);
      g_autofree char *what = g_strdup_printf ("e-%s", parties[i]);
      TalksEvent *event;

      talks_test_add (document, talks_test_party_new (parties[i], parties[i]));
      talks_test_add (document, talks_test_participant_new (who, parties[i]));
      if (dates[i] == NULL)
        continue;
      event = talks_test_event_new (what, "talks", dates[i]);
      talks_test_attend (event, who, "speaker", TALKS_PRESENCE_PRESENT);
      talks_test_add (document, event);
    }
  talks_test_add (document, talks_test_position_new ("p", "d", "t", "2022-01-01"));
  scene = talks_scene_new (document, scale, context, "en", "t");
  legend = talks_legend_new (scene);
  /* b's event lies outside; d's position was stated before and still stands. */
  ids = talks_test_list_ids (talks_legend_get_parties (legend));
  g_assert_cmpstr (ids, ==, "a c d");
  /* A narrow one has more lines. */
  g_assert_cmpfloat (talks_legend_draw (legend, NULL, &paint, 60), >, talks_legend_draw (legend, NULL, &paint, 2000) * 1.9);
  g_object_unref (context);
}

/* ---- writing ---- */

/* Whatever goes wrong, an older file stays what it was, nothing is left beside it and the message names
 * the file. */
static void
test_failures (Fixture       *fixture,
               gconstpointer  data)
{
  TalksExportOptions options = { 0 };
  g_autofree char *old = g_build_filename (fixture->folder, "old.png", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "folder.png", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "where.png", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (talks_export_to_path (fixture->document, nowhere, TALKS_EXPORT_PNG, &options, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "where.png”"));
  g_assert_null (strstr (error->message, "where.png."));
  g_clear_error (&error);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_false (talks_export_to_path (fixture->document, folder, TALKS_EXPORT_SVG, &options, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "folder.png"));
  g_clear_error (&error);
  g_assert_cmpuint (count_files (fixture), ==, 1);

  g_assert_true (g_file_set_contents (old, "old", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  if (g_access (fixture->folder, W_OK) == 0)
    {
      g_test_skip ("this user may write everywhere");
      return;
    }
  g_assert_false (talks_export_to_path (fixture->document, old, TALKS_EXPORT_PNG, &options, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  g_assert_nonnull (strstr (error->message, "old.png"));
  g_assert_true (g_file_get_contents (old, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  g_clear_error (&error);

  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (old, 0400), ==, 0);
  g_assert_false (talks_export_to_path (fixture->document, old, TALKS_EXPORT_PNG, &options, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

/* A full disk: the limit of the size of a file stands for it. */
static void
test_full_disk (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (TalksDocument) document = talks_generate_document (300, 1);
      g_autofree char *folder = g_dir_make_tmp ("talks-full-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
      g_autofree char *content = NULL;
      TalksExportOptions options = { 0 };
      struct rlimit limit = { 4096, 4096 };
      g_autoptr (GError) error = NULL;
      gboolean done;

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      done = talks_export_to_path (document, path, TALKS_EXPORT_PDF, &options, &error);
      g_assert_false (done);
      g_assert_nonnull (strstr (error->message, "a.pdf”"));
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, "old");
      g_remove (path);
      g_assert_cmpint (g_rmdir (folder), ==, 0); /* nothing else is in it */
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* A link stays a link, and a private file private. */
static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  TalksExportOptions options = { .width = 400 };
  g_autofree char *target = g_build_filename (fixture->folder, "target.png", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.png", NULL);
  GStatBuf info;

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (g_chmod (target, 0600), ==, 0);
  g_assert_cmpint (symlink ("target.png", link), ==, 0);
  export_file (fixture, fixture->document, "link.png", &options);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (target, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, >, 1000);
  g_assert_cmpuint (count_files (fixture), ==, 2);
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
  g_test_add_func ("/export/formats", test_formats);
  add ("/export/png/themes", test_png_themes);
  add ("/export/png/sizes", test_png_sizes);
  add ("/export/bad-sizes", test_bad_sizes);
  add ("/export/deterministic", test_deterministic);
  add ("/export/svg/all", test_svg);
  add ("/export/svg/span", test_svg_span);
  add ("/export/svg/escapes", test_svg_escapes);
  add ("/export/pdf/all", test_pdf);
  add ("/export/pdf/pages", test_pdf_pages);
  add ("/export/pdf/links", test_pdf_links);
  add ("/export/documents", test_documents);
  add ("/export/spans", test_spans);
  add ("/export/folds", test_folds);
  add ("/export/legend", test_legend);
  add ("/export/write/failures", test_failures);
  g_test_add_func ("/export/write/full-disk", test_full_disk);
  add ("/export/write/links", test_links);
  return g_test_run ();
}
