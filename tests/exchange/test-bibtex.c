/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-bibtex.h"

#include "talks-error.h"
#include "talks-record-fields.h"
#include "talks-test-support.h"

#include <string.h>

static TalksSourceList *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  TalksSourceList *list = talks_bibtex_read (text, -1, NULL, &error);

  g_assert_no_error (error);
  return list;
}

static const TalksSource *
get (TalksSourceList *list,
     guint            index)
{
  g_assert_cmpuint (index, <, list->sources->len);
  return list->sources->pdata[index];
}

static char *
dup_date (const TalksDate *date)
{
  return g_strdup (date != NULL ? talks_date_get_text (date) : NULL);
}

/* ---- single fields ---- */

static void
test_types (void)
{
  static const struct { const char *entry; const char *type; guint n_remarks; } cases[] = {
    { "@article{k, title={T}}", "article-journal", 0 },
    { "@ARTICLE(k, title={T})", "article-journal", 0 },
    { "@article{k, entrysubtype = {newspaper}}", "article-newspaper", 0 },
    { "@Book{k}", "book", 0 },
    { "@incollection{k}", "chapter", 0 },
    { "@phdthesis{k}", "thesis", 0 },
    { "@online{k}", "webpage", 0 },
    { "@legal{k}", "treaty", 0 },
    { "@misc{k}", "document", 0 },
    { "@misc{k, type={speech}}", "speech", 0 },
    { "@gadget{k}", "document", 1 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksSourceList) list = read_text (cases[i].entry);

      g_assert_cmpstr (get (list, 0)->type, ==, cases[i].type);
      g_assert_cmpuint (list->remarks->len, ==, cases[i].n_remarks);
    }
}

static void
test_dates (void)
{
  static const struct { const char *fields; const char *issued; guint n_remarks; } cases[] = {
    { "year = 2022", "2022", 0 },
    { "year = {2022}, month = mar", "2022-03", 0 },
    { "year = 2022, month = 3", "2022-03", 0 },
    { "year = 2022, month = {March}", "2022-03", 0 },
    { "year = 2022, month = mar # {~29}", "2022-03-29", 0 },
    { "year = 2022, month = mar, day = 29", "2022-03-29", 0 },
    { "date = {2022-03-29}", "2022-03-29", 0 },
    { "date = {2022-03/2022-04}, year = 2022", "2022-03/2022-04", 0 },
    { "date = {1988~}", "1988~", 0 },
    { "date = {29 March 2022}", "2022-03-29", 0 },
    { "year = 2022, month = {Floréal}", "2022", 1 },
    { "year = {forthcoming}", NULL, 1 },
    { "title = {T}", NULL, 0 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("@book{k, %s}", cases[i].fields);
      g_autoptr (TalksSourceList) list = read_text (text);
      g_autofree char *issued = dup_date (get (list, 0)->issued);

      g_assert_cmpstr (issued, ==, cases[i].issued);
      g_assert_cmpuint (list->remarks->len, ==, cases[i].n_remarks);
    }
}

/* given|dropping|non-dropping|family|suffix|literal of each name. */
static char *
dump_names (GPtrArray *names)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const TalksName *name = names->pdata[i];
      const char *parts[] = { name->given, name->non_dropping_particle, name->family, name->suffix, name->literal };

      for (size_t k = 0; k < G_N_ELEMENTS (parts); k++)
        g_string_append_printf (out, "%s%s", parts[k] != NULL ? parts[k] : "", k + 1 < G_N_ELEMENTS (parts) ? "|" : ";");
    }
  return g_string_free (out, FALSE);
}

static void
test_names (void)
{
  static const struct { const char *tex; const char *names; } cases[] = {
    { "Ada Lovelace", "Ada||Lovelace||;" },
    { "Lovelace, Ada", "Ada||Lovelace||;" },
    { "Lovelace, Jr., Ada", "Ada||Lovelace|Jr.|;" },
    { "Ludwig van Beethoven", "Ludwig|van|Beethoven||;" },
    { "van Beethoven, Ludwig", "Ludwig|van|Beethoven||;" },
    { "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin", "Charles Louis Xavier Joseph|de la|Vallée Poussin||;" },
    { "{World Health Organization}", "||||World Health Organization;" },
    { "{Barnes and Noble} and Ada Lovelace", "||||Barnes and Noble;Ada||Lovelace||;" },
    { "Aristotle", "||Aristotle||;" },
    { "A. One and B. Two AND C. Three and others", "A.||One||;B.||Two||;C.||Three||;||||others;" },
    { "{\\'E}mile {Z}ola", "Émile||Zola||;" },
    { "family=Lovelace, given=Ada, prefix=of", "Ada|of|Lovelace||;" },
    { "Сергій Кислиця", "Сергій||Кислиця||;" },
    { "Andersen and\n  Sandy Brand", "||Andersen||;Sandy||Brand||;" },
    { " and and ", "" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("@book{k, author = {%s}}", cases[i].tex);
      g_autoptr (TalksSourceList) list = read_text (text);
      g_autofree char *names = dump_names (get (list, 0)->author);

      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

static void
test_addresses (void)
{
  static const struct { const char *fields; const char *url; } cases[] = {
    { "url = {https://example.org/a_b~c?d=1&e=%20}", "https://example.org/a_b~c?d=1&e=%20" },
    { "url = {https://example.org/a\\_b\\%20{\\textasciitilde}c--d}", "https://example.org/a_b%20~c--d" },
    { "howpublished = {\\url{https://example.org/x}}", "https://example.org/x" },
    { "doi = {10.1000/a_b}", "https://doi.org/10.1000/a_b" },
    { "doi = {https://dx.doi.org/10.1000/1}", "https://doi.org/10.1000/1" },
    { "doi = {10.1000/1}, url = {https://example.org/}", "https://example.org/" },
    { "eprint = {2204.01}, archiveprefix = {arXiv}", "https://arxiv.org/abs/2204.01" },
    { "howpublished = {Leaflet}", NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("@misc{k, %s}", cases[i].fields);
      g_autoptr (TalksSourceList) list = read_text (text);

      g_assert_cmpstr (get (list, 0)->url, ==, cases[i].url);
    }
}

/* ---- whole files ---- */

static void
test_file (void)
{
  static const char text[] =
    "Everything here is a comment, even editor@example.org.\n"
    "@comment{jabref-meta: {x}}\n"
    "@preamble{ \"\\newcommand{\\x}{y}\" }\n"
    "@string{gaz = {Gazette of the } # \"Harbour\"}\n"
    "@string(press = \"Press\")\n"
    "@article{lovelace22,\n"
    "  author    = \"Ada Lovelace and {The Office}\",\n"
    "  title     = {The {Harbour}: {\\\"U}ber die Fischerei},\n"
    "  journal   = gaz,\n"
    "  publisher = press # { of } # 1899,\n"
    "  year      = 2022, month = mar,\n"
    "  volume    = 12, number = {3}, pages = {4--5},\n"
    "  editor    = {Byron, Anne},\n"
    "  langid    = {ukrainian},\n"
    "  urldate   = {2025-05-16},\n"
    "  note      = {Read twice.},\n"
    "  file      = {C:\\\\x.pdf},\n"
    "  mood      = {good},\n"
    "}\n"
    "@inproceedings{talk, title = {Talk}, crossref = {proc}}\n"
    "@proceedings{proc, title = {The Meeting}, year = 2021}\n"
    "@book{lovelace22, title = undefined}\n";
  g_autoptr (TalksSourceList) list = read_text (text);
  const TalksSource *source = get (list, 0);
  g_autofree char *names = dump_names (source->author);
  const TalksSourceRemark *remark;

  g_assert_cmpuint (list->sources->len, ==, 4);
  g_assert_cmpstr (source->record.id, ==, "lovelace22");
  g_assert_cmpstr (source->title, ==, "The Harbour: Über die Fischerei");
  g_assert_cmpstr (names, ==, "Ada||Lovelace||;||||The Office;");
  g_assert_cmpstr (source->container_title, ==, "Gazette of the Harbour");
  g_assert_cmpstr (source->publisher, ==, "Press of 1899");
  g_assert_cmpstr (talks_date_get_text (source->issued), ==, "2022-03");
  g_assert_cmpstr (talks_date_get_text (source->accessed), ==, "2025-05-16");
  g_assert_cmpstr (source->language, ==, "uk");
  g_assert_cmpstr (source->note, ==, "Read twice.\neditor: Byron || Anne\nissue: 3\npage: 4-5\nvolume: 12");

  g_assert_cmpstr (get (list, 1)->container_title, ==, "The Meeting");
  g_assert_cmpstr (talks_date_get_text (get (list, 1)->issued), ==, "2021");
  g_assert_cmpstr (get (list, 3)->record.id, ==, "lovelace22-2");
  g_assert_cmpstr (get (list, 3)->title, ==, "undefined");

  g_assert_cmpuint (list->remarks->len, ==, 2);
  remark = list->remarks->pdata[0];
  g_assert_cmpuint (remark->line, ==, 6);
  g_assert_cmpstr (remark->what, ==, "lovelace22");
  g_assert_nonnull (strstr (remark->why, "mood"));
  remark = list->remarks->pdata[1];
  g_assert_cmpuint (remark->line, ==, 22);
  g_assert_nonnull (strstr (remark->why, "undefined"));
}

/* What is broken costs itself only. */
static void
test_forgiving (void)
{
  static const struct
  {
    const char *text;
    guint       n;
    guint       n_remarks;
    const char *title; /* of the last */
  } cases[] = {
    { "@book{a, title = {Open\n@book{b, title = {Closed}}", 2, 1, "Closed" },
    { "@book{a, title = \"Open\n@book{b, title = {Closed}}", 2, 1, "Closed" },
    { "@book{a, title = {A} year = 2022}", 1, 0, "A" },
    { "@book{a, title = {A}, , }", 1, 0, "A" },
    { "@book{a, title = {A}, year }\n@book{b, title={B}}", 2, 1, "B" },
    { "@book{title = {No key}}", 1, 0, "No key" },
    { "@book{, title = {No key}}", 1, 0, "No key" },
    { "@book{a, title = {A}, title = {B}}", 1, 1, "A" },
    { "@book{a, title = {A}", 1, 1, "A" },
    { "@ book { a , title = {A} }", 1, 0, "A" },
    { "@book{a,\r\n  title = {A\r\n B}\r\n}\r\n", 1, 0, "A B" },
    { "@string{x}\n@book{a, title={A}}", 1, 1, "A" },
    { "@book{a, title={}}", 1, 0, NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksSourceList) list = read_text (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (list->sources->len, ==, cases[i].n);
      g_assert_cmpuint (list->remarks->len, ==, cases[i].n_remarks);
      g_assert_cmpstr (get (list, cases[i].n - 1)->title, ==, cases[i].title);
    }
}

static void
test_errors (void)
{
  static const struct { const char *text; int code; } cases[] = {
    { "", TALKS_ERROR_FORMAT },
    { "text with an@address", TALKS_ERROR_FORMAT },
    { "@comment{x}", TALKS_ERROR_FORMAT },
    { "@book{a, title={\xff}}", TALKS_ERROR_ENCODING },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (talks_bibtex_read (cases[i].text, -1, NULL, &error));
      g_assert_error (error, TALKS_ERROR, cases[i].code);
    }
}

/* Strings made of strings double; they are left out before they fill the memory. */
static void
test_bomb (void)
{
  g_autoptr (GString) text = g_string_new ("@string{a0 = {0123456789}}\n");
  g_autoptr (TalksSourceList) list = NULL;

  for (int i = 1; i < 60; i++)
    g_string_append_printf (text, "@string{a%d = a%d # a%d}\n", i, i - 1, i - 1);
  g_string_append (text, "@book{k, title = a9");
  for (int i = 0; i < 20000; i++)
    g_string_append (text, " # a9");
  g_string_append (text, "}");
  list = read_text (text->str);
  g_assert_cmpuint (strlen (get (list, 0)->title), <, 20 * 1024 * 1024);
  g_assert_cmpuint (list->remarks->len, <, 200);
}

/* ---- writing ---- */

static void
test_write (void)
{
  static const char expected[] =
    "@article{s-1,\n"
    "  entrysubtype = {newspaper},\n"
    "  author = {{The Office \\& Co} and Lovelace, Ada},\n"
    "  title = {{50\\% of the \\textbraceleft{}harbour\\textbraceright{}}},\n"
    "  journaltitle = {{Gazette}},\n"
    "  date = {2022-03-11},\n"
    "  year = {2022},\n"
    "  month = {3},\n"
    "  url = {https://example.org/?a=%7B1%7D&b_c},\n"
    "  urldate = {2025-05-16},\n"
    "  langid = {ukrainian},\n"
    "  volume = {12},\n"
    "  howpublished = {paper},\n"
    "  editor = {Byron, Anne and Second, A.},\n"
    "  note = {One line\\\\ and another\\\\ section: 5}\n"
    "}\n";
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (talks_record_unref);
  TalksSource *source = talks_record_new (TALKS_RECORD_SOURCE, "s 1");
  TalksName *office = g_new0 (TalksName, 1);
  TalksName *ada = g_new0 (TalksName, 1);
  g_autofree char *text = NULL;

  office->literal = g_strdup ("The Office & Co");
  ada->family = g_strdup ("Lovelace");
  ada->given = g_strdup ("Ada");
  g_ptr_array_add (source->author, office);
  g_ptr_array_add (source->author, ada);
  source->type = g_strdup ("article-newspaper");
  source->title = g_strdup ("50% of the {harbour}");
  source->container_title = g_strdup ("Gazette");
  source->issued = talks_test_date ("2022-03-11");
  source->accessed = talks_test_date ("2025-05-16");
  source->url = g_strdup ("https://example.org/?a={1}&b_c");
  source->language = g_strdup ("uk");
  source->note = g_strdup ("One line\nand another\nvolume: 12\nsection: 5\nmedium: paper\neditor: Byron || Anne\neditor: Second || A.");
  g_ptr_array_add (sources, source);
  text = talks_bibtex_write (sources);
  g_assert_cmpstr (text, ==, expected);
}

/* Whatever is written reads as it was, but for what BibTeX cannot say. */
static void
test_round_trip (void)
{
  static const char * const types[] = {
    "article-journal", "article-newspaper", "book", "webpage", "treaty", "speech", "interview", "post", "report", "hearing",
  };
  static const char * const texts[] = { NULL, "Plain", "A, B and C", "R&D {x} \\ 50% ~ ^ --", "Угода «про зерно»" };
  static const char * const dates[] = { NULL, "2022", "2022-03", "2022-03-11", "2022-03~", "2022/2023", "2022-0X", "-0044" };

  for (size_t i = 0; i < 400; i++)
    {
      g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (talks_record_unref);
      TalksSource *source = talks_record_new (TALKS_RECORD_SOURCE, "s");
      TalksName *name = g_new0 (TalksName, 1);
      const char *date = dates[i / 7 % G_N_ELEMENTS (dates)];
      g_autoptr (TalksSourceList) again = NULL;
      g_autofree char *text = NULL;

      source->type = g_strdup (types[i % G_N_ELEMENTS (types)]);
      source->title = g_strdup (texts[i % G_N_ELEMENTS (texts)]);
      source->container_title = g_strdup (texts[i / 2 % G_N_ELEMENTS (texts)]);
      source->publisher = g_strdup (texts[i / 3 % G_N_ELEMENTS (texts)]);
      source->note = g_strdup (texts[i / 5 % G_N_ELEMENTS (texts)]);
      source->language = g_strdup (i % 3 == 0 ? "uk" : i % 3 == 1 ? "crh" : NULL);
      source->issued = date != NULL ? talks_test_date (date) : NULL;
      source->url = g_strdup (i % 2 == 0 ? "https://example.org/~a_b%20c" : NULL);
      name->family = g_strdup (texts[i % 4 + 1]);
      name->given = g_strdup (texts[i / 4 % 3]);
      name->suffix = g_strdup (i % 6 == 5 ? "Jr." : NULL);
      g_ptr_array_add (source->author, name);
      g_ptr_array_add (sources, source);

      text = talks_bibtex_write (sources);
      again = read_text (text);
      g_test_message ("%s", text);
      g_assert_true (talks_record_equal (&source->record, &get (again, 0)->record));
      g_assert_cmpuint (again->remarks->len, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/bibtex/types", test_types);
  g_test_add_func ("/exchange/bibtex/dates", test_dates);
  g_test_add_func ("/exchange/bibtex/names", test_names);
  g_test_add_func ("/exchange/bibtex/addresses", test_addresses);
  g_test_add_func ("/exchange/bibtex/file", test_file);
  g_test_add_func ("/exchange/bibtex/forgiving", test_forgiving);
  g_test_add_func ("/exchange/bibtex/errors", test_errors);
  g_test_add_func ("/exchange/bibtex/bomb", test_bomb);
  g_test_add_func ("/exchange/bibtex/write", test_write);
  g_test_add_func ("/exchange/bibtex/round-trip", test_round_trip);
  return g_test_run ();
}
